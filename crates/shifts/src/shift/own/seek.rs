//! POST /vagter/{id}/afloeser: somebody else, please; mine until somebody takes it. POST …/behold: I
//! come after all.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result};

use super::sign_up::locked;
use crate::shift::{
    BookingState, ShiftId,
    event::{StandInNoLongerSought, StandInSought},
    store,
};

pub async fn seek(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let mine = locked(&cx, &mut tx, id).await?;
    let to = mine.shift.href();
    if mine.shift.has_begun(cx.now()) || !mine.shift.is_planned() {
        return cx.redirect_saying(to, "warning", "shift-flash-over");
    }
    let Some(booking) = mine.booking.clone().filter(|booking| booking.state == BookingState::Booked) else {
        return cx.redirect(to);
    };
    let booking = booking.seek(cx.now());
    if store::save_booking(&mut tx, &booking, BookingState::Booked).await? {
        tx.record(StandInSought::of(&booking)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(to, "success", "shift-flash-seeking")
}

pub async fn keep(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let mine = locked(&cx, &mut tx, id).await?;
    let to = mine.shift.href();
    let Some(booking) = mine.booking.clone() else {
        return cx.redirect_saying(to, "warning", "shift-flash-gone");
    };
    let was = booking.state;
    let booking = booking.keep(cx.now());
    if store::save_booking(&mut tx, &booking, was).await? {
        tx.record(StandInNoLongerSought::of(&booking)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(to, "success", "shift-flash-kept")
}
