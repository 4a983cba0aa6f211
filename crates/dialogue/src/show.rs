//! GET /borgermoeder/{id}, and POST …/tilmelding: what it is about, when and where, and the form with which anybody signs up
//! in half a minute. What an address has signed up for is told only to its owner (ADR 0009).

use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response},
};
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result, Shell, error::OrNotFound as _, even_time, icalendar, limits::Limited,
};

use crate::{
    Dialogue, DialogueId, DialogueState, Guest, GuestState, T,
    guests::{MOST_PERSONS, SignUp, sign_up as add_guest, writer},
    held::{may_keep, under},
    letter::News,
    rules::fits,
    store,
};

samskab_web::form! {
    pub struct SignUpForm {
        navn: text(dialogue_name).required().max(100).autocomplete("name"),
        email: email(dialogue_email).hint(dialogue_email_hint).required().autocomplete("email"),
        antal: number(dialogue_persons).hint(dialogue_persons_hint).optional().between(1, MOST_PERSONS),
        behov: paragraph(dialogue_needs).hint(dialogue_needs_hint).optional().rows(2).max(300),
        /// The trap: a field no person sees.
        website: hidden,
    }
}

#[derive(Template)]
#[template(path = "dialogue/show.html")]
struct DialoguePage {
    shell: Shell,
    t: T,
    title: String,
    when: String,
    place: String,
    access: String,
    about: String,
    programme: Vec<(String, String)>,
    questions: Vec<&'static str>,
    reason: String,
    state: (&'static str, &'static str, &'static str),
    /// "12 ledige pladser".
    seats: String,
    closes: String,
    takes_guests: bool,
    is_full: bool,
    is_over: bool,
    /// The reader's own sign-up, where they are signed in.
    own: &'static str,
    form: SignUpForm,
    /// What the tables said, where it may be read: group, kind, what.
    notes: Vec<(String, &'static str, String)>,
    may_keep: bool,
    can_open: bool,
    can_cancel: bool,
    base: String,
}

/// The meeting, if the reader may see it: a draft is seen only by those who hold such meetings.
async fn seen(cx: &Cx, connection: &mut Connection, id: DialogueId) -> Result<Dialogue> {
    visible(cx, store::find(connection, cx.tenant.id, id).await?)
}

fn visible(cx: &Cx, dialogue: Option<Dialogue>) -> Result<Dialogue> {
    dialogue.filter(|one| one.state != DialogueState::Draft || may_keep(cx)).or_not_found()
}

pub async fn show(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = seen(&cx, &mut reader, id).await?;
    let form = match me(&cx, &mut reader).await? {
        None => SignUpForm::default(),
        Some(me) => SignUpForm {
            email: me.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            navn: me.name,
            ..SignUpForm::default()
        },
    };
    let page = page(&cx, &mut reader, &dialogue, form).await?;
    cx.page(page)
}

async fn me(cx: &Cx, connection: &mut Connection) -> Result<Option<Person>> {
    match cx.actor.person {
        Some(me) => Ok(person::store::find(connection, cx.tenant.id, PersonId::from_uuid(me)).await?),
        None => Ok(None),
    }
}

/// The page of a public meeting, with the form for signing up. Runs at most three queries.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    dialogue: &Dialogue,
    form: SignUpForm,
) -> Result<DialoguePage> {
    let (t, now) = (T(cx.locale), cx.now());
    let taken = store::taken(connection, cx.tenant.id, dialogue.id).await?;
    let notes = match dialogue.notes_are_public {
        true => store::notes(connection, cx.tenant.id, dialogue.id).await?,
        false => Vec::new(),
    };
    let own = match cx.actor.person.map(PersonId::from_uuid) {
        Some(me) => store::guest_of_person(connection, cx.tenant.id, dialogue.id, me).await?,
        None => None,
    };
    let seats = match dialogue.seats {
        None => t.dialogue_seats_open().to_owned(),
        Some(seats) if taken < seats => t.dialogue_seats_left(seats - taken, seats),
        Some(_) => t.dialogue_seats_none().to_owned(),
    };
    let is_over = dialogue.is_over(now);
    let may_keep = may_keep(cx);
    Ok(DialoguePage {
        shell: cx.shell(dialogue.title.clone()).under("/borgermoeder", t.dialogue_list_title()).here(),
        t,
        title: dialogue.title.clone(),
        when: dialogue.when(cx),
        place: dialogue.place.clone(),
        access: dialogue.access.clone(),
        about: dialogue.about.clone(),
        programme: dialogue.programme(),
        questions: dialogue.prompts.questions(t),
        reason: dialogue.state_reason.clone(),
        state: match dialogue.state {
            DialogueState::Open if is_over => (t.dialogue_state_over(), "", "check"),
            state => state.said(t),
        },
        seats,
        closes: match dialogue.closes_at == dialogue.starts_at {
            true => t.dialogue_sign_up_until_it_begins().to_owned(),
            false => {
                let last = dialogue.closes_at.plus_days(-1).day();
                t.dialogue_sign_up_until(cx.locale.weekday_and_day(last, cx.today()))
            }
        },
        takes_guests: dialogue.takes_guests(now),
        is_full: !fits(dialogue.seats, taken, 1),
        is_over,
        own: match own.map(|own| own.state) {
            Some(GuestState::Place) => t.dialogue_you_have_a_place(),
            Some(GuestState::Waiting) => t.dialogue_you_wait(),
            _ => "",
        },
        form,
        notes: notes.into_iter().map(|note| (note.group_name, note.kind.label(t), note.said)).collect(),
        may_keep,
        can_open: may_keep && dialogue.state == DialogueState::Draft && !is_over,
        can_cancel: may_keep && dialogue.can_change(now),
        base: dialogue.href(),
    })
}

pub async fn sign_up(cx: Cx, Path(id): Path<DialogueId>, Form(form): Form<SignUpForm>) -> Result<Response> {
    cx.limit(Limited::AnonymousPost)?;
    even_time(judge(cx, id, form)).await
}

async fn judge(cx: Cx, id: DialogueId, form: SignUpForm) -> Result<Response> {
    let thanks = format!("/borgermoeder/{id}/tilmelding/tak");
    if !form.website.is_empty() {
        return cx.redirect(thanks); // a machine may believe it was heard
    }
    let mut check = Check::new(cx.locale);
    let name = form.navn().text(&mut check).unwrap_or_default();
    // The name is part of a mail to whatever address is typed: it must not be used for advertising.
    if name.contains(['/', '@']) {
        check.refuse(&form.navn(), T(cx.locale).dialogue_name_only());
    }
    let email = form.email().email(&mut check);
    let persons = form.antal().number(&mut check).unwrap_or(1);
    let needs = form.behov().text(&mut check).unwrap_or_default();
    let errors = check.done().err();
    let (Some(email), None) = (email, &errors) else {
        let mut reader = cx.read().await?;
        let dialogue = seen(&cx, &mut reader, id).await?;
        let page = page(&cx, &mut reader, &dialogue, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    let mut tx = cx.write().await?;
    let dialogue = visible(&cx, store::locked(&mut tx, id).await?)?;
    if !dialogue.takes_guests(cx.now()) {
        return cx.redirect_saying(dialogue.href(), "warning", "dialogue-flash-closed");
    }
    let me = me(&cx, &mut tx).await?;
    let is_mine = me.as_ref().is_some_and(|me| me.email.as_ref() == Some(&email));
    let person = me.filter(|_| is_mine).map(|me| me.id);
    if !cx.may_mail(&email, "dialogue") {
        // A stranger may have typed it so often. Its owner has the mails.
        return cx.redirect(thanks);
    }
    if let Some(before) = store::guest_of_email(&mut tx, cx.tenant.id, id, &email).await? {
        writer(&cx, &dialogue).write(&mut tx, &before, News::Again).await?;
        tx.commit().await?;
        return cx.redirect(thanks);
    }
    let new = SignUp { name, email: Some(email), phone: String::new(), person, persons, needs };
    let guest = add_guest(&cx, &mut tx, &dialogue, new).await?;
    tx.commit().await?;
    match (is_mine, guest.state) {
        (true, GuestState::Place) => cx.redirect_saying(dialogue.href(), "success", "dialogue-flash-place"),
        (true, _) => cx.redirect_saying(dialogue.href(), "success", "dialogue-flash-waiting"),
        (false, _) => cx.redirect(thanks),
    }
}

#[derive(Template)]
#[template(path = "dialogue/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
    title: String,
    when: String,
    back: String,
}

/// The thanks are the same for everybody: only the mail says whether there is a place.
pub async fn thanks(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = seen(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    cx.page(ThanksPage {
        shell: under(&cx, &dialogue, t.dialogue_thanks_title()),
        t,
        title: dialogue.title.clone(),
        when: dialogue.when(&cx),
        back: dialogue.href(),
    })
}

pub async fn calendar(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = seen(&cx, &mut reader, id).await?;
    Ok(calendar_file(&cx, &dialogue, None))
}

/// The meeting as a calendar file; for a guest who no longer comes, that it is cancelled.
pub(crate) fn calendar_file(cx: &Cx, dialogue: &Dialogue, guest: Option<&Guest>) -> Response {
    let url = cx.absolute(&dialogue.href());
    let event = match guest {
        Some(guest) => dialogue.event_of(guest, url),
        None => dialogue.event(cx),
    };
    let file = icalendar::write(&dialogue.title, &[event]);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"borgermoede.ics\""),
    ];
    (headers, file).into_response()
}
