//! POST /invitationer/{id}/tilbage: the place takes its question back.

use axum::{extract::Path, response::Response};
use samskab_taskbank::task;
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::{InvitationId, event::InvitationWithdrawn, store};
use crate::authority::{Action, may};

pub async fn withdraw(cx: Cx, Path(id): Path<InvitationId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let invitation = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let task = task::store::find(&mut tx, cx.tenant.id, invitation.task).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Invite, &task))?;
    let href = format!("/opgaver/{}/frivillige", task.id);
    let withdrawn = match invitation.withdraw(cx.now()) {
        Ok(withdrawn) if store::save(&mut tx, &withdrawn).await? => withdrawn,
        _ => return cx.redirect_saying(href, "warning", "matching-flash-answered"),
    };
    tx.record(InvitationWithdrawn::of(&withdrawn)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "matching-flash-withdrawn")
}
