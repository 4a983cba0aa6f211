//! POST /vagter/{id}/overtag: I take the place that somebody gives up, or that I was asked to take.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Error, Form, Result};

use super::{Mine, me, sign_up::refuse};
use crate::shift::{
    BookingId, ShiftId,
    hindrance::Standing,
    href,
    stand_in::{self, Refused},
};

samskab_web::form! {
    pub struct TakeOverForm {
        booking: hidden,
    }
}

pub async fn take_over(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<TakeOverForm>) -> Result<Response> {
    let me = me(&cx)?;
    let booking: BookingId = form.booking.parse().map_err(|_| Error::NotFound)?;
    let mut tx = cx.write().await?;
    let mine = Mine::read(&cx, &mut tx, id).await?;
    // Only who helps with the task, or was asked.
    let is_asked = mine.lines.iter().any(|line| line.booking.asked.is_some_and(|asked| asked.person == me));
    if mine.standing() != Standing::Active && !is_asked {
        return Err(Error::Forbidden);
    }
    let is_swap = mine.lines.iter().any(|line| {
        line.booking.id == booking
            && line.booking.asked.is_some_and(|asked| asked.person == me && asked.swap_for.is_some())
    });
    let taken = if is_swap {
        stand_in::swap(&mut tx, booking, me).await?
    } else {
        match stand_in::take(&mut tx, id, me, booking).await? {
            Ok(took) => Ok(tx.record(took).await?),
            Err(refused) => Err(refused),
        }
    };
    match taken {
        Ok(()) => {
            tx.commit().await?;
            cx.redirect_saying(href(id), "success", "shift-flash-booked")
        }
        Err(Refused::Gone) => cx.redirect_saying(href(id), "warning", "shift-flash-gone"),
        Err(Refused::Hindered(hindrance)) => {
            drop(tx);
            refuse(&cx, id, &hindrance).await
        }
    }
}
