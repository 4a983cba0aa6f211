//! POST /vagter/{id}/holdes and …/springes-over: a shift of a series falls on a day the place is closed, and the place
//! says whether it is held. Until then nobody can sign up for it.

use axum::{extract::Path, response::Response};
use samskab_taskbank::task::Settings;
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::{
    Shift, ShiftId, ShiftState,
    edit::find,
    event::{ShiftCancelled, ShiftPlanned},
    store,
};

pub async fn hold(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    settle(cx, id, true).await
}

pub async fn skip(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    settle(cx, id, false).await
}

async fn settle(cx: Cx, id: ShiftId, is_held: bool) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, place) = find(&cx, &mut tx, id).await?;
    let shift = store::locked(&mut tx, id).await?.or_not_found()?;
    if shift.state != ShiftState::Asked || shift.has_begun(cx.now()) {
        return cx.redirect(place.plan_href(&shift));
    }
    let said = if is_held { "shift-flash-held" } else { "shift-flash-skipped" };
    let settled = if is_held {
        Shift { state: ShiftState::Planned, by_hand: true, updated_at: cx.now(), ..shift }
    } else {
        let closing = Settings::of(&cx.tenant).closing_days();
        let why = closing.why_closed(shift.starts_at.day(), cx.locale).unwrap_or_default();
        Shift {
            state: ShiftState::Cancelled,
            state_reason: samskab_taskbank::task::time::as_beginning(&why),
            by_hand: true,
            updated_at: cx.now(),
            ..shift
        }
    };
    store::save_shift(&mut tx, &settled).await?;
    if is_held {
        tx.record(ShiftPlanned::of(&settled)).await?;
    } else {
        tx.record(ShiftCancelled::of(&settled)).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(place.plan_href(&settled), "success", said)
}
