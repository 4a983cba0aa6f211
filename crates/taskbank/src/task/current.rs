//! POST /opgaver/{id}/aktuel: "yes, it is still current", with one press.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::{Settings, TaskId, event::TaskConfirmedCurrent, store};
use crate::{
    authority::{Action, may},
    notice,
};

pub async fn confirm(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let href = format!("/opgaver/{id}");
    let Ok(task) = task.confirm_current(&Settings::of(&cx.tenant), cx.now()) else {
        return cx.redirect_saying(href, "warning", "task-flash-was-changed");
    };
    store::save(&mut tx, &task).await?;
    tx.record(TaskConfirmedCurrent::of(id)).await?;
    // Whoever has not been mailed the question need not be.
    notice::settle(&mut tx, &href).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "task-flash-current")
}
