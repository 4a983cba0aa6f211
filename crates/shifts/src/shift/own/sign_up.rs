//! POST /vagter/{id}/tilmeld: the reader takes a place. The person and the shift are locked until it is stored, so
//! that the last place is given only once.

use axum::{extract::Path, response::Response};
use samskab_store::Tx;
use samskab_web::{Cx, Form, Result};

use super::{Mine, OwnPage, me};
use crate::{
    T,
    shift::{Booking, ShiftId, event::Booked, hindrance::Hindrance, store},
};

samskab_web::form! {
    pub struct SignUpForm {
        /// Ticked: also where there is little time to get there.
        alligevel: hidden,
    }
}

pub async fn sign_up(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<SignUpForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let mine = locked(&cx, &mut tx, id).await?;
    match mine.hindrance(&cx, &mut tx).await? {
        // The same button pressed twice.
        Some(Hindrance::Mine) => {
            return cx.redirect_saying(mine.shift.href(), "success", "shift-flash-booked");
        }
        Some(hindrance) if !hindrance.is_soft() || !form.alligevel().is_ticked() => {
            drop(tx);
            return refuse(&cx, id, &hindrance).await;
        }
        Some(_) | None => {}
    }
    let booking = Booking {
        engagement: mine.engagement.as_ref().map(|engagement| engagement.id),
        ..Booking::new(cx.new_id(), &mine.shift, mine.me, mine.persons(), cx.now())
    };
    store::add_booking(&mut tx, &booking).await?;
    if mine.place.somebody_comes(&mut tx, &mine.shift, mine.me).await? {
        mine.place.tell_filled(&mut tx, &mine.shift, mine.me).await?;
    }
    tx.record(Booked::of(&booking)).await?;
    tx.commit().await?;
    cx.redirect_saying(mine.shift.href(), "success", "shift-flash-booked")
}

/// The shift as the person sees it, with the person and then the shift locked until the transaction ends.
pub async fn locked(cx: &Cx, tx: &mut Tx, id: ShiftId) -> Result<Mine> {
    store::lock_people(tx, &[me(cx)?]).await?;
    store::lock_shifts(tx, &[id]).await?;
    Mine::read(cx, tx, id).await
}

/// The page again, with the reason.
pub async fn refuse(cx: &Cx, id: ShiftId, hindrance: &Hindrance) -> Result<Response> {
    let mut reader = cx.read().await?;
    let mine = Mine::read(cx, &mut reader, id).await?;
    let page = OwnPage::new(cx, &mut reader, &mine).await?;
    let warning =
        if hindrance.is_soft() { String::new() } else { hindrance.sentence(T(cx.locale), cx.today()) };
    cx.invalid(OwnPage { warning, ..page })
}
