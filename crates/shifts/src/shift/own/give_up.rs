//! POST /vagter/{id}/afbud: I cannot come. No reason is asked for (FX-06). Late, the place is told at once.

use axum::{extract::Path, response::Response};
use samskab_organisation::person;
use samskab_store::Tx;
use samskab_web::{Cx, Result};

use super::{Mine, sign_up::locked};
use crate::shift::{Booking, Ended, ShiftId, event::BookingEnded, hindrance::taken, store};

pub async fn give_up(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let mine = locked(&cx, &mut tx, id).await?;
    let to = mine.shift.href();
    let Some(booking) = mine.booking.clone() else {
        return cx.redirect_saying(to, "success", "shift-flash-given-up");
    };
    if mine.shift.has_begun(cx.now()) {
        return cx.redirect_saying(to, "warning", "shift-flash-over");
    }
    let why = if booking.is_confirmed(&mine.shift) { Ended::CannotCome } else { Ended::NewTime };
    let was = booking.state;
    let booking = booking.end(why, cx.now());
    if store::save_booking(&mut tx, &booking, was).await? {
        tell_place(&cx, &mut tx, &mine, &booking).await?;
        tx.record(BookingEnded::of(&booking)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(to, "success", "shift-flash-given-up")
}

/// Soon: a mail to the place now. Else news for them, when the shift lacks people now.
async fn tell_place(cx: &Cx, tx: &mut Tx, mine: &Mine, ended: &Booking) -> Result<()> {
    let (shift, place) = (&mine.shift, &mine.place);
    let me = person::store::find(tx, cx.tenant.id, mine.me).await?;
    let name = me.map(|person| person.first_name().to_owned()).unwrap_or_default();
    let left = taken(mine.lines.iter().map(|line| &line.booking).filter(|booking| booking.id != ended.id));
    let task = place.task.title.as_str();
    if shift.is_soon(cx.now()) {
        place
            .tell_at_once(
                tx,
                shift,
                |t| t.shift_mail_gave_up_subject(&name, shift.when(t.0, cx.today())),
                |t| t.shift_mail_gave_up(left, shift.minimum, &name, task, shift.when(t.0, cx.today())),
                |_| Vec::new(),
            )
            .await?;
    } else {
        let lacks = left < shift.minimum;
        place
            .tell(tx, shift, Some(mine.me), if lacks { "shift.lacks" } else { "shift.gave_up" }, |t| {
                if lacks {
                    t.shift_news_gave_up_lacks(&name, task, shift.when(t.0, cx.today()))
                } else {
                    t.shift_news_gave_up(&name, task, shift.when(t.0, cx.today()))
                }
            })
            .await?;
    }
    Ok(())
}
