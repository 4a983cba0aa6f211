//! POST /vagter/{id}/flyt: yes, I come to the other shift instead, and this place is free. POST /vagter/{id}/bliv: I stay
//! here. The place asked ([`crate::shift::other_shift`]).

use axum::{extract::Path, response::Response};
use samskab_organisation::person;
use samskab_requirement as requirement;
use samskab_store::Tx;
use samskab_web::{Cx, Form, Result};

use super::{Mine, me, sign_up::refuse};
use crate::shift::{
    Booking, Ended, Shift, ShiftId,
    event::{Booked, BookingEnded, OtherShiftDeclined},
    hindrance::{self, Question},
    store,
};

samskab_web::form! {
    pub struct AnswerForm {
        /// The other shift, as it was read: the place may have asked about a third one meanwhile.
        til: hidden,
    }
}

/// What the place has asked: the other shift, while it can be said yes to. One query, where something was asked.
pub async fn asked(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    booking: &Booking,
) -> Result<Option<Shift>> {
    let Some(other) = booking.other_shift else { return Ok(None) };
    let other = store::find(connection, cx.tenant.id, other).await?;
    Ok(other.filter(|other| other.is_planned() && !other.has_begun(cx.now())))
}

/// Both shifts, locked, after the person was locked; `None`: the question was never asked, or no longer holds.
async fn both(
    cx: &Cx,
    tx: &mut Tx,
    id: ShiftId,
    form: &AnswerForm,
) -> Result<Option<(Mine, Booking, Shift)>> {
    store::lock_people(tx, &[me(cx)?]).await?;
    let to: Option<ShiftId> = form.til.parse().ok();
    store::lock_shifts(tx, &[Some(id), to].into_iter().flatten().collect::<Vec<_>>()).await?;
    let mine = Mine::read(cx, tx, id).await?;
    let Some(booking) = mine.booking.clone() else { return Ok(None) };
    let other = asked(cx, tx, &booking).await?.filter(|other| Some(other.id) == to);
    Ok(other.filter(|_| !mine.shift.has_begun(cx.now())).map(|other| (mine, booking, other)))
}

pub async fn go(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some((mine, booking, other)) = both(&cx, &mut tx, id, &form).await? else {
        return cx.redirect_saying(crate::shift::href(id), "warning", "shift-flash-gone");
    };
    let (tenant, place) = (cx.tenant.id, &mine.place);
    let lines = store::bookings_of_shifts(&mut tx, tenant, &[other.id]).await?;
    let mut busy = hindrance::busy_around(&mut tx, tenant, mine.me, &other).await?;
    busy.retain(|one| one.booking != booking.id);
    let day = other.starts_at.day();
    let question = Question {
        shift: &other,
        taken: hindrance::taken(lines.iter().map(|line| &line.booking)),
        persons: booking.persons,
        standing: mine.standing(),
        is_mine: lines.iter().any(|one| one.booking.person == mine.me && one.booking.state.is_live()),
        busy: &busy,
        place: place.task.place,
        missing: requirement::missing(&mut tx, tenant, mine.me, &place.task, day).await?,
    };
    if let Some(hindrance) = question.hindrance(cx.now()).filter(|hindrance| !hindrance.is_soft()) {
        drop(tx);
        return refuse(&cx, id, &hindrance).await;
    }
    let was = booking.state;
    let ended = booking.end(Ended::OtherShift, cx.now());
    if !store::save_booking(&mut tx, &ended, was).await? {
        return cx.redirect_saying(mine.shift.href(), "warning", "shift-flash-gone");
    }
    let new = Booking {
        engagement: ended.engagement,
        ..Booking::new(cx.new_id(), &other, mine.me, ended.persons, cx.now())
    };
    store::add_booking(&mut tx, &new).await?;
    place.somebody_comes(&mut tx, &other, mine.me).await?;
    let name = first_name(&cx, &mut tx, &mine).await?;
    let today = cx.today();
    place
        .tell(&mut tx, &other, Some(mine.me), "shift.other_yes", |t| {
            t.shift_news_other_yes(mine.shift.when(t.0, today), &name, other.when(t.0, today))
        })
        .await?;
    tx.record(BookingEnded::of(&ended)).await?;
    tx.record(Booked::of(&new)).await?;
    tx.commit().await?;
    cx.redirect_saying(other.href(), "success", "shift-flash-booked")
}

pub async fn stay(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some((mine, booking, other)) = both(&cx, &mut tx, id, &form).await? else {
        return cx.redirect_saying(crate::shift::href(id), "warning", "shift-flash-gone");
    };
    let was = booking.state;
    let booking = Booking { other_shift: None, updated_at: cx.now(), ..booking };
    if store::save_booking(&mut tx, &booking, was).await? {
        let name = first_name(&cx, &mut tx, &mine).await?;
        let today = cx.today();
        mine.place
            .tell(&mut tx, &mine.shift, Some(mine.me), "shift.other_no", |t| {
                t.shift_news_other_no(mine.shift.when(t.0, today), &name, other.when(t.0, today))
            })
            .await?;
        tx.record(OtherShiftDeclined::of(&booking)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(mine.shift.href(), "success", "shift-flash-stays")
}

async fn first_name(cx: &Cx, tx: &mut Tx, mine: &Mine) -> Result<String> {
    let me = person::store::find(tx, cx.tenant.id, mine.me).await?;
    Ok(me.map(|person| person.first_name().to_owned()).unwrap_or_default())
}
