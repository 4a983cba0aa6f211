//! /borgermoeder/nyt and /borgermoeder/{id}/rediger: a meeting is planned or changed; guests are told of another time
//! or place, once.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Instant, Locale};
use samskab_meetings::meeting::at;
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use crate::{
    Dialogue, DialogueId, DialogueState, GuestState, Prompts, T,
    event::{DialogueChanged, DialoguePlanned},
    guests::{promote, writer},
    held::{kept, may_keep, under},
    letter::News,
    store,
};

samskab_web::form! {
    pub struct DialogueForm {
        titel: text(dialogue_title).hint(dialogue_title_hint).required().max(120),
        om: paragraph(dialogue_about).required().rows(4).max(3000),
        dag: day(meeting_day).required(),
        fra: clock(meeting_from).required(),
        til: clock(meeting_to).required(),
        sted: text(dialogue_place).required().max(200),
        adgang: paragraph(dialogue_access).hint(dialogue_access_hint).optional().rows(2).max(500),
        program: paragraph(dialogue_programme).hint(dialogue_programme_hint).optional().rows(5).max(3000),
        pladser: number(dialogue_seats).hint(dialogue_seats_hint).optional().between(1, 5000),
        frist: day(dialogue_closes).hint(dialogue_closes_hint).optional(),
        spoergsmaal: radio(dialogue_prompts).among(prompts),
        temaer: paragraph(dialogue_themes).hint(dialogue_themes_hint).optional().rows(3).max(1000),
    }
}

fn prompts(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    let said = |one: &Prompts| match one.questions(t).as_slice() {
        [] => one.label(t).to_owned(),
        questions => format!("{}: {}", one.label(t), questions.join(" ")),
    };
    Prompts::ALL.iter().map(|one| Choice::of(one.code(), said(one))).collect()
}

#[derive(Template)]
#[template(path = "dialogue/form.html")]
struct DialogueFormPage {
    shell: Shell,
    t: T,
    form: DialogueForm,
    /// Who will be told of another time or place; empty: nobody has signed up.
    told: String,
    action: String,
    back: String,
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    cx.page(new_page(
        &cx,
        DialogueForm { spoergsmaal: Prompts::None.code().into(), ..DialogueForm::default() },
    ))
}

fn new_page(cx: &Cx, form: DialogueForm) -> DialogueFormPage {
    let t = T(cx.locale);
    DialogueFormPage {
        shell: cx.shell(t.dialogue_add()).under("/borgermoeder", t.dialogue_list_title()).here(),
        t,
        form,
        told: String::new(),
        action: "/borgermoeder/nyt".to_owned(),
        back: "/borgermoeder".to_owned(),
    }
}

pub async fn add(cx: Cx, Form(form): Form<DialogueForm>) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let now = cx.now();
    let empty = Dialogue {
        id: cx.new_id(),
        title: String::new(),
        about: String::new(),
        programme: String::new(),
        themes: String::new(),
        prompts: Prompts::None,
        place: String::new(),
        access: String::new(),
        starts_at: now,
        ends_at: now,
        closes_at: now,
        seats: None,
        state: DialogueState::Draft,
        state_since: now,
        state_reason: String::new(),
        sequence: 0,
        notes_hash: String::new(),
        notes_are_public: false,
        created_at: now,
        updated_at: now,
    };
    let dialogue = match read(&cx, &form, &empty, 0) {
        Ok(dialogue) => dialogue,
        Err(form) => return cx.invalid(new_page(&cx, *form)),
    };
    let mut tx = cx.write().await?;
    store::add(&mut tx, &dialogue).await?;
    tx.record(DialoguePlanned::of(&dialogue)).await?;
    tx.commit().await?;
    cx.redirect_saying(dialogue.href(), "success", "dialogue-flash-planned")
}

/// The meeting as the form says it; `taken` have a place already.
fn read(
    cx: &Cx,
    form: &DialogueForm,
    was: &Dialogue,
    taken: i64,
) -> std::result::Result<Dialogue, Box<DialogueForm>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let about = form.om().text(&mut check).unwrap_or_default();
    let day = form.dag().day_ahead(&mut check, cx.today());
    let (from, to) = (form.fra().clock(&mut check), form.til().clock(&mut check));
    let place = form.sted().text(&mut check).unwrap_or_default();
    let access = form.adgang().text(&mut check).unwrap_or_default();
    let programme = form.program().text(&mut check).unwrap_or_default();
    let seats = form.pladser().number(&mut check);
    let closes = form.frist().day(&mut check);
    let prompts = form.spoergsmaal().code(&mut check).unwrap_or(Prompts::None);
    let themes = form.temaer().text(&mut check).unwrap_or_default();
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        check.refuse(&form.til(), t.meeting_ends_before());
    }
    if let (Some(closes), Some(day)) = (closes, day)
        && closes > day
    {
        check.refuse(&form.frist(), t.dialogue_closes_after());
    }
    if seats.is_some_and(|seats| seats < taken) {
        check.refuse(&form.pladser(), t.dialogue_seats_taken(taken));
    }
    let errors = check.done().err();
    let (Some(day), Some(from), Some(to), None) = (day, from, to, &errors) else {
        return Err(Box::new(form.clone().with_errors(errors.unwrap_or_default())));
    };
    let (starts_at, ends_at) = (at(day, from), at(day, to));
    let is_moved = (starts_at, ends_at, &place) != (was.starts_at, was.ends_at, &was.place);
    Ok(Dialogue {
        title,
        about,
        programme,
        themes,
        prompts,
        place,
        access,
        starts_at,
        ends_at,
        closes_at: closes.map_or(starts_at, Day::end).min(starts_at),
        seats,
        sequence: was.sequence + i64::from(is_moved),
        updated_at: cx.now(),
        ..was.clone()
    })
}

fn of_dialogue(cx: &Cx, dialogue: &Dialogue) -> DialogueForm {
    let day = |at: Instant| at.day().to_string();
    let closes = dialogue.closes_at != dialogue.starts_at;
    DialogueForm {
        titel: dialogue.title.clone(),
        om: dialogue.about.clone(),
        dag: day(dialogue.starts_at),
        fra: cx.locale.time(dialogue.starts_at),
        til: cx.locale.time(dialogue.ends_at),
        sted: dialogue.place.clone(),
        adgang: dialogue.access.clone(),
        program: dialogue.programme.clone(),
        pladser: dialogue.seats.map(|seats| seats.to_string()).unwrap_or_default(),
        frist: if closes { day(dialogue.closes_at.plus_days(-1)) } else { String::new() },
        spoergsmaal: dialogue.prompts.code().into(),
        temaer: dialogue.themes.clone(),
        ..DialogueForm::default()
    }
}

async fn change_page(
    cx: &Cx,
    connection: &mut Connection,
    dialogue: &Dialogue,
    form: DialogueForm,
) -> Result<DialogueFormPage> {
    let t = T(cx.locale);
    let guests = store::guests(connection, cx.tenant.id, dialogue.id).await?;
    Ok(DialogueFormPage {
        shell: under(cx, dialogue, t.dialogue_change()),
        t,
        form,
        told: if guests.is_empty() { String::new() } else { t.dialogue_told_of_change(guests.len()) },
        action: format!("{}/rediger", dialogue.href()),
        back: dialogue.href(),
    })
}

pub async fn show(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = kept(&cx, &mut reader, id).await?;
    if !dialogue.can_change(cx.now()) {
        return cx.redirect_saying(dialogue.href(), "warning", "dialogue-flash-over");
    }
    let page = change_page(&cx, &mut reader, &dialogue, of_dialogue(&cx, &dialogue)).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<DialogueId>, Form(form): Form<DialogueForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    kept(&cx, &mut tx, id).await?;
    let before = store::locked(&mut tx, id).await?.or_not_found()?;
    if !before.can_change(cx.now()) {
        return cx.redirect_saying(before.href(), "warning", "dialogue-flash-over");
    }
    let taken = store::taken(&mut tx, cx.tenant.id, id).await?;
    let dialogue = match read(&cx, &form, &before, taken) {
        Ok(dialogue) => dialogue,
        Err(form) => {
            let page = change_page(&cx, &mut tx, &before, *form).await?;
            return cx.invalid(page);
        }
    };
    store::save(&mut tx, &dialogue).await?;
    if dialogue.sequence != before.sequence {
        tell(&cx, &mut tx, &dialogue, News::Moved { before: &before }).await?;
    }
    promote(&mut tx, &writer(&cx, &dialogue)).await?;
    tx.record(DialogueChanged::of(&dialogue)).await?;
    tx.commit().await?;
    cx.redirect_saying(dialogue.href(), "success", "dialogue-flash-changed")
}

/// Tells everybody who comes or waits.
pub(crate) async fn tell(cx: &Cx, tx: &mut Tx, dialogue: &Dialogue, news: News<'_>) -> Result<()> {
    for guest in store::guests(tx, cx.tenant.id, dialogue.id).await? {
        if guest.state != GuestState::Gone {
            writer(cx, dialogue).write(tx, &guest, news).await?;
        }
    }
    Ok(())
}
