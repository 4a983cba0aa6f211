//! POST /opgaver/{id}/aktuel: "yes, it is still current", with one press.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::{
    Settings, TaskId,
    event::{TaskConfirmedCurrent, TaskCurrentTakenBack},
    state::Open,
    store,
};
use crate::{
    authority::{Action, may},
    notice,
};

pub async fn confirm(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let href = cx.back_to_overview_or(format!("/opgaver/{id}"));
    match confirm_one(&cx, id).await? {
        true => cx.redirect_saying(href, "success", "task-flash-current"),
        false => cx.redirect_saying(href, "warning", "task-flash-was-changed"),
    }
}

/// Whether it was open, and is confirmed now.
pub(super) async fn confirm_one(cx: &Cx, id: TaskId) -> Result<bool> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let Ok(task) = task.confirm_current(&Settings::of(&cx.tenant), cx.now()) else { return Ok(false) };
    store::save(&mut tx, &task).await?;
    tx.record(TaskConfirmedCurrent::of(id)).await?;
    // Contacts who have not been mailed the question need not be.
    notice::settle(&mut tx, &format!("/opgaver/{id}")).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes the answer back; returns whether the task is open and as it was before.
pub(super) async fn take_back_one(cx: &Cx, id: TaskId, before: Open) -> Result<bool> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let Ok(task) = task.take_back_current(before, cx.now()) else { return Ok(false) };
    store::save(&mut tx, &task).await?;
    tx.record(TaskCurrentTakenBack::of(id)).await?;
    tx.commit().await?;
    Ok(true)
}
