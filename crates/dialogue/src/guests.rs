//! Signing up and off, in one transaction each, and GET /borgermoeder/{id}/deltagere: who comes, for those who hold the
//! meeting; somebody who called is written down, and who cannot come after all is taken off.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{contact::Email, danish::sort_key};
use samskab_organisation::person::PersonId;
use samskab_store::Tx;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _};

use crate::{
    Dialogue, DialogueId, Guest, GuestId, GuestState, T,
    event::{GuestGotPlace, GuestSignedUp, GuestWithdrew},
    held::{kept, under},
    letter::{News, Writer},
    rules::{fits, promoted},
    store,
};

/// At most this many persons in one sign-up, themselves included. A school class is signed up by telephone.
pub(crate) const MOST_PERSONS: i64 = 6;
const MOST_ON_BEHALF: i64 = 60;

/// What somebody says of themselves.
pub(crate) struct SignUp {
    pub name: String,
    pub email: Option<Email>,
    pub phone: String,
    pub person: Option<PersonId>,
    pub persons: i64,
    pub needs: String,
}

pub(crate) fn writer<'a>(cx: &'a Cx, dialogue: &'a Dialogue) -> Writer<'a> {
    let (address, dice) = (cx.absolute(""), cx.services.db.dice());
    Writer { municipality: &cx.tenant, address, dialogue, dice, today: cx.today() }
}

/// With a place, where there is one, else on the waiting list. `dialogue` is locked: no place is given twice.
pub(crate) async fn sign_up(cx: &Cx, tx: &mut Tx, dialogue: &Dialogue, new: SignUp) -> Result<Guest> {
    let taken = store::taken(tx, cx.tenant.id, dialogue.id).await?;
    let has_place = fits(dialogue.seats, taken, new.persons);
    let guest = Guest {
        id: cx.new_id(),
        dialogue: dialogue.id,
        person: new.person,
        name: new.name,
        email: new.email,
        phone: new.phone,
        locale: cx.locale,
        persons: new.persons,
        needs: new.needs,
        state: if has_place { GuestState::Place } else { GuestState::Waiting },
        state_since: cx.now(),
        came_at: None,
        reminded_at: None,
        created_at: cx.now(),
    };
    store::add_guest(tx, &guest).await?;
    tx.record(GuestSignedUp::of(&guest)).await?;
    writer(cx, dialogue).write(tx, &guest, News::SignedUp).await?;
    Ok(guest)
}

/// Takes somebody off, and gives what became free to those who wait. `dialogue` is locked.
pub(crate) async fn withdraw(cx: &Cx, tx: &mut Tx, dialogue: &Dialogue, guest: Guest) -> Result<()> {
    let guest = Guest { state: GuestState::Gone, state_since: cx.now(), ..guest };
    store::save_guest(tx, &guest).await?;
    tx.record(GuestWithdrew::of(&guest)).await?;
    Ok(promote(tx, &writer(cx, dialogue)).await?)
}

/// Gives places to those who wait and fit now, and tells them. The caller has locked the meeting.
pub(crate) async fn promote(tx: &mut Tx, writer: &Writer<'_>) -> samskab_store::Result<()> {
    let (dialogue, tenant, now) = (writer.dialogue, tx.tenant(), tx.now());
    if !dialogue.can_change(now) {
        return Ok(());
    }
    let guests = store::guests(tx, tenant, dialogue.id).await?;
    let (waiting, seated): (Vec<Guest>, Vec<Guest>) =
        guests.into_iter().partition(|guest| guest.state == GuestState::Waiting);
    let taken = seated.iter().map(|guest| guest.persons).sum();
    let sizes: Vec<i64> = waiting.iter().map(|guest| guest.persons).collect();
    for place in promoted(dialogue.seats, taken, &sizes) {
        let guest = Guest { state: GuestState::Place, state_since: now, ..waiting[place].clone() };
        store::save_guest(tx, &guest).await?;
        tx.record(GuestGotPlace::of(&guest)).await?;
        writer.write(tx, &guest, News::GotPlace).await?;
    }
    Ok(())
}

samskab_web::form! {
    pub struct GuestForm {
        navn: text(dialogue_guest_name).required().max(100),
        telefon: phone(dialogue_guest_phone).optional(),
        antal: number(dialogue_persons).hint(dialogue_persons_hint).optional().between(1, MOST_ON_BEHALF),
        behov: paragraph(dialogue_needs).hint(dialogue_needs_hint).optional().rows(2).max(300),
    }
}

#[derive(Template)]
#[template(path = "dialogue/guests.html")]
struct GuestsPage {
    shell: Shell,
    t: T,
    lead: String,
    counts: String,
    coming: Vec<GuestLine>,
    waiting: Vec<GuestLine>,
    form: GuestForm,
    base: String,
    can_add: bool,
    /// Guests can be checked in, from the day before it begins.
    can_check_in: bool,
}

struct GuestLine {
    id: String,
    name: String,
    /// "og 2 mere", telephone, needs.
    about: Vec<String>,
    came: bool,
    /// What it does to take them off.
    taking_off: String,
}

fn line(t: T, guest: Guest) -> GuestLine {
    let mut about = Vec::new();
    let taking_off = said_taking_off(t, &guest);
    if guest.persons > 1 {
        about.push(t.dialogue_and_more(guest.persons - 1));
    }
    let address = guest.email.as_ref().map(ToString::to_string).unwrap_or_default();
    about.extend([guest.phone, address, guest.needs].into_iter().filter(|text| !text.is_empty()));
    GuestLine { id: guest.id.to_string(), name: guest.name, about, came: guest.came_at.is_some(), taking_off }
}

/// Which seats become free, and whether they are told.
fn said_taking_off(t: T, guest: &Guest) -> String {
    let name = guest.name.as_str();
    let loses = match guest.state {
        GuestState::Place => t.dialogue_take_off_place(name, guest.persons),
        _ => t.dialogue_take_off_waiting(name),
    };
    let is_told = match &guest.email {
        Some(_) => t.dialogue_take_off_mail(name),
        None => t.dialogue_take_off_no_mail(name),
    };
    format!("{loses} {is_told}")
}

pub async fn show(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = kept(&cx, &mut reader, id).await?;
    let guests = store::guests(&mut reader, cx.tenant.id, id).await?;
    cx.page(page(&cx, &dialogue, guests, GuestForm::default()))
}

fn page(cx: &Cx, dialogue: &Dialogue, mut guests: Vec<Guest>, form: GuestForm) -> GuestsPage {
    let t = T(cx.locale);
    let count = |state: GuestState| {
        let own = guests.iter().filter(move |guest| guest.state == state);
        own.map(|guest| guest.persons).sum::<i64>()
    };
    let came = guests.iter().filter(|guest| guest.came_at.is_some()).map(|guest| guest.persons).sum::<i64>();
    let counts = match dialogue.starts_at <= cx.now() {
        true => t.dialogue_counts_came(came, count(GuestState::Place)),
        false => t.dialogue_counts(count(GuestState::Place), count(GuestState::Waiting)),
    };
    // Those who wait are in the order in which they wait.
    let (mut coming, waiting): (Vec<Guest>, Vec<Guest>) =
        guests.drain(..).partition(|guest| guest.state == GuestState::Place);
    coming.sort_by_cached_key(|guest| (sort_key(&guest.name), guest.id));
    GuestsPage {
        shell: under(cx, dialogue, t.dialogue_guests_title()),
        t,
        lead: dialogue.when(cx),
        counts,
        coming: coming.into_iter().map(|guest| line(t, guest)).collect(),
        waiting: waiting.into_iter().map(|guest| line(t, guest)).collect(),
        form,
        base: dialogue.href(),
        can_check_in: dialogue.starts_at <= cx.now().plus_days(1),
        can_add: dialogue.state != crate::DialogueState::Cancelled && !dialogue.is_over(cx.now()),
    }
}

pub async fn add(cx: Cx, Path(id): Path<DialogueId>, Form(form): Form<GuestForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let dialogue = kept(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let name = form.navn().text(&mut check).unwrap_or_default();
    let phone = form.telefon().phone(&mut check);
    let persons = form.antal().number(&mut check).unwrap_or(1);
    let needs = form.behov().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let guests = store::guests(&mut tx, cx.tenant.id, id).await?;
        return cx.invalid(page(&cx, &dialogue, guests, form.with_errors(errors)));
    }
    let to = format!("{}/deltagere", dialogue.href());
    let dialogue = store::locked(&mut tx, id).await?.or_not_found()?;
    if dialogue.state == crate::DialogueState::Cancelled || dialogue.is_over(cx.now()) {
        return cx.redirect_saying(to, "warning", "dialogue-flash-over");
    }
    let phone = phone.map(|phone| phone.spaced()).unwrap_or_default();
    let new = SignUp { name, email: None, phone, person: None, persons, needs };
    let guest = sign_up(&cx, &mut tx, &dialogue, new).await?;
    tx.commit().await?;
    let said = match guest.state {
        GuestState::Place => "dialogue-flash-written-down",
        _ => "dialogue-flash-written-waiting",
    };
    cx.redirect_saying(to, "success", said)
}

/// POST /deltagere/{id}/afmeld: they are told, as long as they could still have come.
pub async fn remove(cx: Cx, Path(id): Path<GuestId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let guest = store::find_guest(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let dialogue = kept(&cx, &mut tx, guest.dialogue).await?;
    let dialogue = store::locked(&mut tx, dialogue.id).await?.or_not_found()?;
    let guest = store::find_guest(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    if guest.state != GuestState::Gone {
        let gone = Guest { state: GuestState::Gone, state_since: cx.now(), ..guest.clone() };
        withdraw(&cx, &mut tx, &dialogue, guest).await?;
        if dialogue.state != crate::DialogueState::Cancelled && !dialogue.is_over(cx.now()) {
            writer(&cx, &dialogue).write(&mut tx, &gone, News::TakenOff).await?;
        }
    }
    tx.commit().await?;
    cx.redirect_saying(format!("{}/deltagere", dialogue.href()), "success", "dialogue-flash-removed")
}
