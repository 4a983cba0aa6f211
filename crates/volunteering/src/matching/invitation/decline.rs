//! POST /invitationer/{id}/afslag: no, with a reason or without one; and, if one likes, no more for a while.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};
use serde::Deserialize;

use super::{InvitationId, answer, event::InvitationDeclined, store};
use crate::volunteer::{self, CvChanged};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct DeclineForm {
    reason: String,
    /// Days without invitations; empty: none.
    pause: String,
}

/// Half a year; longer pauses are made on the CV's own page.
const LONGEST_PAUSE: i32 = 180;

pub async fn decline(
    cx: Cx,
    Path(id): Path<InvitationId>,
    Form(form): Form<DeclineForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let invitation = answer::own(&cx, &mut tx, id).await?;
    let href = invitation.href();
    let me = invitation.person;
    let Ok(declined) = invitation.decline(form.reason.parse().ok(), cx.now()) else {
        return cx.redirect_saying(href, "warning", "matching-flash-over");
    };
    if !store::save(&mut tx, &declined).await? {
        return cx.redirect_saying(href, "warning", "matching-flash-over");
    }
    let pause = form.pause.parse::<i32>().ok().filter(|days| (1..=LONGEST_PAUSE).contains(days));
    if let Some(days) = pause
        && let Some(mut cv) = volunteer::store::find(&mut tx, cx.tenant.id, me).await?
    {
        let until = cx.now().day().plus_days(days);
        cv.paused_until = cv.paused_until.max(Some(until));
        cv.updated_at = cx.now();
        volunteer::store::save(&mut tx, &cv).await?;
        tx.record(CvChanged { person: me }).await?;
    }
    tx.record(InvitationDeclined::of(&declined)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "matching-flash-no")
}
