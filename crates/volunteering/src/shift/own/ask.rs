//! POST /vagter/{id}/spoerg: I ask one colleague to take my shift; both must say yes. POST …/nej-tak:
//! the colleague cannot, and owes no reason.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::{self, PersonId};
use samskab_web::{Cx, Error, Form, Result};
use serde::Deserialize;

use super::{Mine, me, sign_up::locked};
use crate::{
    engagement,
    shift::{
        BookingId, ShiftId,
        event::{ColleagueAsked, ColleagueDeclined},
        place::Word,
        store::{self, short_name},
    },
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AskForm {
    hvem: String,
}

pub async fn ask(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<AskForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let mine = locked(&cx, &mut tx, id).await?;
    let to = mine.shift.href();
    let Some(booking) = mine.booking.clone() else { return cx.redirect(to) };
    if mine.shift.has_begun(cx.now()) {
        return cx.redirect_saying(to, "warning", "shift-flash-over");
    }
    // Only somebody who helps with the same task, and is not there already.
    let colleagues = engagement::store::active_of_task(&mut tx, cx.tenant.id, mine.shift.task).await?;
    let is_on_it = |person: PersonId| {
        mine.lines.iter().any(|line| line.booking.person == person && line.booking.state.is_live())
    };
    let whom = form.hvem.parse::<PersonId>().ok().filter(|whom| {
        *whom != mine.me && !is_on_it(*whom) && colleagues.iter().any(|line| line.person == *whom)
    });
    let Some(whom) = whom else {
        return cx.redirect_saying(to, "warning", "shift-flash-choose-colleague");
    };
    let was = booking.state;
    let booking = booking.ask(whom, None, cx.now());
    if store::save_booking(&mut tx, &booking, was).await? {
        let name = name_of(&cx, &mut tx, mine.me).await?;
        if let Some(colleague) = person::store::find(&mut tx, cx.tenant.id, whom).await? {
            let word = Word::Asked { by: &name, in_return: None };
            mine.place.write(&mut tx, &colleague, &mine.shift, word).await?;
        }
        tx.record(ColleagueAsked::of(&booking)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(to, "success", "shift-flash-asked")
}

/// As colleagues read it.
pub async fn name_of(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    person: PersonId,
) -> Result<String> {
    let person = person::store::find(connection, cx.tenant.id, person).await?;
    Ok(person.map(|person| short_name(&person.name)).unwrap_or_default())
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct DeclineForm {
    booking: String,
}

pub async fn decline(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<DeclineForm>) -> Result<Response> {
    let me = me(&cx)?;
    let booking: BookingId = form.booking.parse().map_err(|_| Error::NotFound)?;
    let mut tx = cx.write().await?;
    store::lock_shifts(&mut tx, &[id]).await?;
    let mine = Mine::read(&cx, &mut tx, id).await?;
    let theirs = mine.lines.iter().find(|line| {
        line.booking.id == booking && line.booking.asked.is_some_and(|asked| asked.person == me)
    });
    if let Some(theirs) = theirs {
        let was = theirs.booking.state;
        let unasked = theirs.booking.clone().unask(cx.now());
        if store::save_booking(&mut tx, &unasked, was).await? {
            let name = name_of(&cx, &mut tx, me).await?;
            if let Some(asker) = person::store::find(&mut tx, cx.tenant.id, unasked.person).await? {
                mine.place.write(&mut tx, &asker, &mine.shift, Word::Declined { by: &name }).await?;
            }
            tx.record(ColleagueDeclined::of(&unasked)).await?;
            tx.commit().await?;
        }
    }
    cx.redirect_saying("/min-side/vagter", "success", "shift-flash-declined")
}
