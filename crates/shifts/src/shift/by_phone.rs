//! /vagter/{id}/telefon: what a volunteer said on the telephone is written down by the place: puts me on
//! (…/paa), I cannot (…/afbud), the new time suits me (…/ja); what was noted by mistake is taken back (…/fortryd).
//! For those without e-mail, and for those who would rather call. Nobody is put on a shift who has not said yes
//! (FX-06): the page says so.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_engagement::engagement;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Tx};
use samskab_taskbank::task::time::as_beginning;
use samskab_web::{Cx, Errors, Form, Result, Shell, error::OrNotFound as _, form::Choice};
use serde::Deserialize;

use super::{
    Booking, BookingId, BookingState, Ended, Shift, ShiftId,
    edit::{find, shell},
    event::{Booked, BookingConfirmed, BookingEnded},
    hindrance::{self, Hindrance},
    place::Place,
    rules::Answer,
    store::{self, BookingLine},
    wording::State,
};
use crate::T;

samskab_web::form! {
    pub struct PhoneForm {
        /// A person, to be put on.
        hvem: choice(shift_phone_whom),
        /// A booking, to be ended, confirmed or given back.
        booking: hidden,
    }
}

#[derive(Template)]
#[template(path = "shift/by_phone.html")]
struct PhonePage {
    shell: Shell,
    t: T,
    heading: String,
    lead: String,
    people: Vec<Row>,
    form: PhoneForm,
    whom: Vec<Choice>,
    /// The names of those who have agreed and cannot begin yet.
    agreed: String,
    base: String,
    back: String,
    /// Who was taken off just now, and – while they help with the task – their booking, to give it back.
    taken_off: Option<(String, String)>,
}

/// What comes back after an afbud was noted.
#[derive(Default, Deserialize)]
#[serde(default)]
struct PhoneQuery {
    taget_af: Option<BookingId>,
}

struct Row {
    booking: String,
    name: String,
    call: String,
    state: State,
    must_confirm: bool,
}

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (shift, place) = find(&cx, &mut reader, id).await?;
    if !can_change(&shift, &cx) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-over");
    }
    let page = page(&cx, &mut reader, &shift, &place, PhoneForm::default()).await?;
    cx.page(page)
}

fn can_change(shift: &Shift, cx: &Cx) -> bool {
    shift.is_planned() && !shift.has_begun(cx.now())
}

pub async fn put_on(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<PhoneForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, place) = find(&cx, &mut tx, id).await?;
    let whom = form.hvem.parse::<PersonId>().ok();
    if let Some(whom) = whom {
        store::lock_people(&mut tx, &[whom]).await?;
    }
    let shift = store::locked(&mut tx, id).await?.or_not_found()?;
    let Some(whom) = whom else {
        return refused(&cx, &mut tx, &shift, &place, form, None).await;
    };
    let engaged = engagement::store::active_of_task(&mut tx, cx.tenant.id, shift.task).await?;
    let line = engaged.iter().find(|line| line.person == whom);
    let hindrance = in_the_way(&mut tx, &shift, &place, line.map(|line| (line.person, line.persons))).await?;
    let (Some(line), None) = (line, &hindrance) else {
        return refused(&cx, &mut tx, &shift, &place, form, hindrance.as_ref()).await;
    };
    let booking = Booking {
        engagement: Some(line.engagement),
        ..Booking::new(cx.new_id(), &shift, line.person, line.persons, cx.now())
    };
    store::add_booking(&mut tx, &booking).await?;
    if place.somebody_comes(&mut tx, &shift, line.person).await? {
        place.tell_filled(&mut tx, &shift, line.person).await?;
    }
    tx.record(Booked::of(&booking)).await?;
    tx.commit().await?;
    cx.redirect_saying(place.plan_href(&shift), "success", "shift-flash-put-on")
}

/// The afbud was a slip: the same place as before, with what they have said yes to.
pub async fn undo(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<PhoneForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, place) = find(&cx, &mut tx, id).await?;
    let whose = booking_of(&cx, &mut tx, id, &form).await?.map(|booking| booking.person);
    if let Some(person) = whose {
        store::lock_people(&mut tx, &[person]).await?;
    }
    let shift = store::locked(&mut tx, id).await?.or_not_found()?;
    let to = place.plan_href(&shift);
    let Some(booking) = booking_of(&cx, &mut tx, id, &form).await? else {
        return cx.redirect_saying(to, "warning", "shift-flash-gone");
    };
    if booking.state.is_live() {
        // The same button pressed twice.
        return cx.redirect_saying(to, "success", "shift-flash-put-on");
    }
    if booking.state != BookingState::Cancelled || !booking.gave_up() {
        return cx.redirect_saying(to, "warning", "shift-flash-gone");
    }
    let engaged = engagement::store::active_of_task(&mut tx, cx.tenant.id, shift.task).await?;
    let helps = engaged.iter().any(|line| line.person == booking.person);
    let who = helps.then_some((booking.person, booking.persons));
    let hindrance = in_the_way(&mut tx, &shift, &place, who).await?;
    if hindrance.is_some() {
        return refused(&cx, &mut tx, &shift, &place, form, hindrance.as_ref()).await;
    }
    let (was, back) = (booking.state, booking.take_back(cx.now()));
    if !store::save_booking(&mut tx, &back, was).await? {
        return cx.redirect_saying(to, "warning", "shift-flash-gone");
    }
    // Nobody was told of the slip: nobody needs to hear that it is over.
    place.somebody_comes(&mut tx, &shift, back.person).await?;
    tx.record(Booked::of(&back)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "shift-flash-put-on")
}

/// What keeps somebody from the shift. `who`: the person and how many come; `None`: they do not help with the task. How they
/// get there is their own business.
async fn in_the_way(
    tx: &mut Tx,
    shift: &Shift,
    place: &Place,
    who: Option<(PersonId, i64)>,
) -> Result<Option<Hindrance>> {
    let Some(who) = who else { return Ok(Some(Hindrance::NotEngaged)) };
    let found = hindrance::of_engaged(tx, shift, &place.task, who).await?;
    Ok(found.filter(|hindrance| !hindrance.is_soft()))
}

/// The page again, with `why` it cannot be; `None`: nobody was chosen. Who is on the shift already is no mistake.
async fn refused(
    cx: &Cx,
    connection: &mut Connection,
    shift: &Shift,
    place: &Place,
    form: PhoneForm,
    why: Option<&Hindrance>,
) -> Result<Response> {
    let t = T(cx.locale);
    let message = match why {
        None => t.shift_phone_choose().to_owned(),
        Some(Hindrance::Mine) => {
            return cx.redirect_saying(place.plan_href(shift), "success", "shift-flash-put-on");
        }
        Some(hindrance) => t.shift_phone_hindered(in_words(hindrance, t, cx.today())),
    };
    let mut errors = Errors::default();
    errors.add(&form.hvem(), message);
    let page = page(cx, connection, shift, place, form.with_errors(errors)).await?;
    cx.invalid(page)
}

/// The booking that the form names, when it is one of the shift.
async fn booking_of(
    cx: &Cx,
    connection: &mut Connection,
    shift: ShiftId,
    form: &PhoneForm,
) -> Result<Option<Booking>> {
    let booking = match form.booking.parse::<BookingId>() {
        Ok(booking) => store::find_booking(connection, cx.tenant.id, booking).await?,
        Err(_) => None,
    };
    Ok(booking.filter(|booking| booking.shift == shift))
}

/// To the place: where else a volunteer helps is none of its business.
fn in_words(hindrance: &Hindrance, t: T, today: samskab_kernel::Day) -> String {
    match hindrance {
        Hindrance::NotEngaged => t.shift_phone_not_engaged().to_owned(),
        Hindrance::Overlaps(_) => t.shift_phone_overlaps().to_owned(),
        other => other.sentence(t, today),
    }
}

pub async fn cannot(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<PhoneForm>) -> Result<Response> {
    note(cx, id, form, true).await
}

pub async fn confirm(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<PhoneForm>) -> Result<Response> {
    note(cx, id, form, false).await
}

async fn note(cx: Cx, id: ShiftId, form: PhoneForm, ends: bool) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, place) = find(&cx, &mut tx, id).await?;
    let shift = store::locked(&mut tx, id).await?.or_not_found()?;
    let to = place.plan_href(&shift);
    if !can_change(&shift, &cx) {
        return cx.redirect_saying(to, "warning", "shift-flash-over");
    }
    let booking = booking_of(&cx, &mut tx, id, &form).await?;
    let Some(booking) = booking.filter(|booking| booking.state.is_live()) else {
        return cx.redirect_saying(to, "warning", "shift-flash-gone");
    };
    let was = booking.state;
    let noted = if ends {
        let why = if booking.is_confirmed(&shift) { Ended::CannotCome } else { Ended::NewTime };
        booking.end(why, cx.now())
    } else {
        booking.confirm(&shift, cx.now())
    };
    if store::save_booking(&mut tx, &noted, was).await? {
        if ends {
            tx.record(BookingEnded::of(&noted)).await?;
        } else {
            tx.record(BookingConfirmed::of(&noted)).await?;
        }
        tx.commit().await?;
    }
    if ends {
        // On the page itself: who it was, and the way back.
        return cx.redirect(format!("{}/telefon?taget_af={}", shift.href(), noted.id));
    }
    cx.redirect_saying(to, "success", "shift-flash-noted")
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    shift: &Shift,
    place: &Place,
    form: PhoneForm,
) -> Result<PhonePage> {
    let t = T(cx.locale);
    let mut lines = store::bookings_of_shifts(connection, cx.tenant.id, &[shift.id]).await?;
    let query: PhoneQuery = samskab_web::form::query(cx);
    let off = lines.iter().find(|line| Some(line.booking.id) == query.taget_af && line.booking.gave_up());
    let off = off.map(|line| (line.name.clone(), line.booking.person, line.booking.id));
    lines.retain(|line| line.booking.state.is_live());
    let engaged = engagement::store::active_of_task(connection, cx.tenant.id, shift.task).await?;
    let agreed = engagement::store::agreed_of_task(connection, cx.tenant.id, shift.task).await?;
    let is_on = |person: PersonId| lines.iter().any(|line| line.booking.person == person);
    let taken_off = off.filter(|(_, person, _)| !is_on(*person)).map(|(name, person, booking)| {
        let helps = engaged.iter().any(|line| line.person == person);
        (name, if helps { booking.to_string() } else { String::new() })
    });
    let row = |line: &BookingLine| Row {
        booking: line.booking.id.to_string(),
        name: line.name.clone(),
        call: line.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
        state: Answer::of(&line.booking, shift, cx.now()).state(t),
        must_confirm: !line.booking.is_confirmed(shift),
    };
    let heading = t.shift_phone_title(&place.task.title);
    Ok(PhonePage {
        shell: shell(cx, place, &heading),
        t,
        heading,
        lead: as_beginning(&shift.when(cx.locale, cx.today())),
        people: lines.iter().map(row).collect(),
        whom: engaged
            .iter()
            .filter(|line| !is_on(line.person))
            .map(|line| Choice::of(line.person.to_string(), line.name.clone()))
            .collect(),
        agreed: agreed.join(", "),
        base: format!("{}/telefon", shift.href()),
        back: place.plan_href(shift),
        taken_off,
        form,
    })
}
