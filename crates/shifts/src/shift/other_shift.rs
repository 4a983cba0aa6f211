//! GET and POST /vagter/{id}/anden-vagt: the place asks somebody on a shift whether they would come to another one
//! instead. Nothing is changed before they say yes (FX-06); how they answer is `own/other_shift.rs`.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::person;
use samskab_store::Connection;
use samskab_taskbank::task::time::as_beginning;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    Booking, BookingId, Shift, ShiftId,
    edit::{find, shell},
    event::OtherShiftAsked,
    hindrance::taken,
    letter::Word,
    place::Place,
    store::{self, BookingLine},
};
use crate::T;

/// At most this many coming shifts are searched for a free place.
const AMONG: i64 = 60;

samskab_web::form! {
    pub struct OtherShiftForm {
        /// A booking in the shift.
        hvem: radio(shift_other_whom).required(),
        /// The shift they would come to instead.
        til: choice(shift_other_to).required(),
    }
}

#[derive(Template)]
#[template(path = "shift/other_shift.html")]
struct OtherShiftPage {
    shell: Shell,
    t: T,
    lead: String,
    form: OtherShiftForm,
    people: Vec<Choice>,
    shifts: Vec<Choice>,
    /// Who cannot be asked by mail: they are called.
    to_call: Vec<(String, String)>,
    action: String,
    phone: String,
    back: String,
}

/// Those who help by agreement and are on the shift; a stand-in came for this once.
fn may_be_asked(line: &&BookingLine) -> bool {
    line.booking.state.is_live() && line.booking.engagement.is_some()
}

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (shift, place) = find(&cx, &mut reader, id).await?;
    if !shift.is_planned() || shift.has_begun(cx.now()) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-over");
    }
    let page = page(&cx, &mut reader, &shift, &place, OtherShiftForm::default()).await?;
    cx.page(page)
}

pub async fn ask(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<OtherShiftForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, place) = find(&cx, &mut tx, id).await?;
    let shift = store::locked(&mut tx, id).await?.or_not_found()?;
    let back = place.plan_href(&shift);
    if !shift.is_planned() || shift.has_begun(cx.now()) {
        return cx.redirect_saying(back, "warning", "shift-flash-over");
    }
    let t = T(cx.locale);
    let lines = store::bookings_of_shifts(&mut tx, cx.tenant.id, &[id]).await?;
    let mut check = Check::new(cx.locale);
    let whom = form.hvem().code::<BookingId>(&mut check);
    let line = whom.and_then(|whom| lines.iter().filter(may_be_asked).find(|line| line.booking.id == whom));
    let to = form.til().code::<ShiftId>(&mut check);
    let others = others(&cx, &mut tx, &shift).await?;
    let other = to.and_then(|to| others.iter().find(|(other, _)| other.id == to));
    match (line, other) {
        (None, _) if whom.is_some() => check.refuse(&form.hvem(), t.shift_other_gone()),
        (Some(line), _) if line.email.is_none() => check.refuse(&form.hvem(), t.shift_other_no_email()),
        (Some(line), Some((_, people))) if people.contains(&line.booking.person) => {
            check.refuse(&form.til(), t.shift_other_there());
        }
        (_, None) if to.is_some() => check.refuse(&form.til(), t.shift_other_full()),
        _ => {}
    }
    let errors = check.done().err();
    let (Some(line), Some((other, _)), None) = (line, other, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &shift, &place, form).await?;
        return cx.invalid(page);
    };
    let was = line.booking.state;
    let booking = Booking { other_shift: Some(other.id), updated_at: cx.now(), ..line.booking.clone() };
    if store::save_booking(&mut tx, &booking, was).await? {
        if let Some(person) = person::store::find(&mut tx, cx.tenant.id, booking.person).await? {
            let word = Word::OtherShift { by: &cx.actor.name, place: &place.name, instead: other };
            place.write(&mut tx, &person, &shift, word).await?;
        }
        tx.record(OtherShiftAsked::of(&booking)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(back, "success", "shift-flash-other-asked")
}

/// Coming shifts of the same task with room for one more, and who has a place in each. Two queries.
async fn others(
    cx: &Cx,
    connection: &mut Connection,
    shift: &Shift,
) -> Result<Vec<(Shift, Vec<person::PersonId>)>> {
    let (tenant, now) = (cx.tenant.id, cx.now());
    let mut others = store::coming_of_task(connection, tenant, shift.task, now, AMONG).await?;
    others.retain(|other| other.id != shift.id && other.is_planned() && !other.has_begun(now));
    let ids: Vec<ShiftId> = others.iter().map(|other| other.id).collect();
    let lines = store::bookings_of_shifts(connection, tenant, &ids).await?;
    let with_room = others.into_iter().filter_map(|other| {
        let there: Vec<&Booking> =
            lines.iter().map(|line| &line.booking).filter(|booking| booking.shift == other.id).collect();
        let has_room = taken(there.iter().copied()) < other.wanted;
        let live = there.iter().filter(|booking| booking.state.is_live());
        has_room.then(|| (other, live.map(|booking| booking.person).collect()))
    });
    Ok(with_room.collect())
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    shift: &Shift,
    place: &Place,
    form: OtherShiftForm,
) -> Result<OtherShiftPage> {
    let t = T(cx.locale);
    let lines = store::bookings_of_shifts(connection, cx.tenant.id, &[shift.id]).await?;
    let others = others(cx, connection, shift).await?;
    let when = |shift: &Shift| as_beginning(&shift.when(cx.locale, cx.today()));
    let asked_about =
        |booking: &Booking| others.iter().find(|(other, _)| Some(other.id) == booking.other_shift);
    let choice = |line: &BookingLine| {
        let label = match asked_about(&line.booking) {
            Some((other, _)) => t.shift_other_asked_already(line.name.as_str(), when(other)),
            None => line.name.clone(),
        };
        Choice::of(line.booking.id.to_string(), label)
    };
    let (by_mail, by_phone): (Vec<&BookingLine>, Vec<&BookingLine>) =
        lines.iter().filter(may_be_asked).partition(|line| line.email.is_some());
    let form = match by_mail.as_slice() {
        [only] if form.hvem.is_empty() => OtherShiftForm { hvem: only.booking.id.to_string(), ..form },
        _ => form,
    };
    Ok(OtherShiftPage {
        shell: shell(cx, place, t.shift_other_title()),
        t,
        lead: when(shift),
        people: by_mail.into_iter().map(choice).collect(),
        to_call: by_phone
            .into_iter()
            .map(|line| {
                let number = line.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default();
                (line.name.clone(), number)
            })
            .collect(),
        shifts: others.iter().map(|(other, _)| Choice::of(other.id.to_string(), when(other))).collect(),
        form,
        action: format!("{}/anden-vagt", shift.href()),
        phone: format!("{}/telefon", shift.href()),
        back: place.plan_href(shift),
    })
}
