//! POST /vagter/{id}/spoerg: I ask one colleague to take my shift, or to exchange it for one of theirs;
//! both must say yes. POST …/nej-tak:
//! the colleague cannot, and owes no reason.

use axum::{extract::Path, response::Response};
use samskab_engagement::engagement;
use samskab_organisation::person::{self, PersonId};
use samskab_web::{Cx, Error, Form, Result};

use super::{Mine, me, sign_up::locked};
use crate::T;
use crate::shift::{
    Booking, BookingId, Shift, ShiftId,
    event::{ColleagueAsked, ColleagueDeclined},
    letter::Word,
    store::{self, short_name},
};

samskab_web::form! {
    pub struct AskForm {
        hvem: choice(shift_own_ask_whom),
        /// A booking of the colleague's that I would take for it.
        bytte: choice(shift_own_swap_which),
    }
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
    let swap_for = match form.bytte.parse::<BookingId>() {
        Ok(booking) => wanted(&cx, &mut tx, &mine, booking).await?,
        Err(_) => None,
    };
    let whom = match &swap_for {
        Some((booking, _)) => Some(booking.person),
        None => form.hvem.parse::<PersonId>().ok(),
    };
    let whom = whom.filter(|whom| {
        *whom != mine.me && !is_on_it(*whom) && colleagues.iter().any(|line| line.person == *whom)
    });
    let Some(whom) = whom else {
        return cx.redirect_saying(to, "warning", "shift-flash-choose-colleague");
    };
    let was = booking.state;
    let booking = booking.ask(whom, swap_for.as_ref().map(|(booking, _)| booking.id), cx.now());
    if store::save_booking(&mut tx, &booking, was).await? {
        let name = name_of(&cx, &mut tx, mine.me).await?;
        if let Some(colleague) = person::store::find(&mut tx, cx.tenant.id, whom).await? {
            let word = Word::Asked { by: &name, in_return: swap_for.as_ref().map(|(_, shift)| shift) };
            mine.place.write(&mut tx, &colleague, &mine.shift, word).await?;
        }
        tx.record(ColleagueAsked::of(&booking)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(to, "success", "shift-flash-asked")
}

/// The booking I would take, and its shift: a coming one of the same task that I am not on.
async fn wanted(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    mine: &Mine,
    booking: BookingId,
) -> Result<Option<(Booking, Shift)>> {
    let Some(booking) = store::find_booking(connection, cx.tenant.id, booking).await? else {
        return Ok(None);
    };
    let Some(shift) = store::find(connection, cx.tenant.id, booking.shift).await? else { return Ok(None) };
    let fits = booking.state.is_live()
        && shift.task == mine.shift.task
        && shift.id != mine.shift.id
        && shift.is_planned()
        && !shift.has_begun(cx.now());
    Ok(fits.then_some((booking, shift)))
}

/// The person's name as colleagues read it.
pub async fn name_of(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    person: PersonId,
) -> Result<String> {
    let person = person::store::find(connection, cx.tenant.id, person).await?;
    Ok(person.map(|person| short_name(&person.name)).unwrap_or_default())
}

samskab_web::form! {
    pub struct DeclineForm {
        booking: hidden,
    }
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
