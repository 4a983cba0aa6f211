//! POST /vagter/{id}/bekraeft: the new time suits me. No is /afbud.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result};

use super::sign_up::{locked, refuse};
use crate::shift::{
    ShiftId,
    event::BookingConfirmed,
    hindrance::{self, Hindrance},
    store,
};

pub async fn confirm(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let mine = locked(&cx, &mut tx, id).await?;
    let to = mine.shift.href();
    let Some(booking) = mine.booking.clone() else { return cx.redirect(to) };
    if mine.shift.has_begun(cx.now()) {
        return cx.redirect_saying(to, "warning", "shift-flash-over");
    }
    // The new time may collide with another shift that they have said yes to.
    let busy = hindrance::busy_around(&mut tx, cx.tenant.id, mine.me, &mine.shift).await?;
    let other = busy
        .into_iter()
        .find(|other| other.shift != mine.shift.id && mine.shift.overlaps(other.starts_at, other.ends_at));
    if let Some(other) = other {
        drop(tx);
        return refuse(&cx, id, &Hindrance::Overlaps(Box::new(other))).await;
    }
    if !booking.is_confirmed(&mine.shift) {
        let was = booking.state;
        let booking = booking.confirm(&mine.shift, cx.now());
        if store::save_booking(&mut tx, &booking, was).await? {
            tx.record(BookingConfirmed::of(&booking)).await?;
            tx.commit().await?;
        }
    }
    cx.redirect_saying(to, "success", "shift-flash-confirmed")
}
