//! POST /opgaver/{id}/genaabning and /opgaver/{id}/besat: a place became free, or none is left.

use axum::{extract::Path, response::Response};
use samskab_store::events;
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::declared;
use super::{
    Settings, State, TaskId,
    event::{TaskFilled, TaskReopened, stood},
    rules::Refused,
    store,
};
use crate::authority::{Action, may};

pub async fn reopen(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let href = format!("/opgaver/{id}");
    // A task that waits for a declaration must not become public again this way either (law B.4).
    if let Some(page) = declared::in_the_way(&mut tx, &cx.tenant, &task).await? {
        return cx.redirect_saying(page, "warning", "declaration-flash-declaration");
    }
    let settings = Settings::of(&cx.tenant);
    let stood = match task.state {
        State::Cancelled { .. } => stood(&events::of(&mut tx, cx.tenant.id, id.uuid()).await?),
        _ => None,
    };
    let reopened = match stood {
        Some(stood) => task.uncancel(stood, &settings, cx.now()),
        None => task.reopen(&settings, cx.now()),
    };
    let task = match reopened {
        Ok(task) => task,
        // Its days are over: they are changed first.
        Err(Refused::Incomplete(_)) => {
            return cx.redirect_saying(format!("{href}/rediger"), "warning", "task-flash-cannot-reopen");
        }
        Err(Refused::WrongState) => return cx.redirect_saying(href, "warning", "task-flash-was-changed"),
    };
    store::save(&mut tx, &task).await?;
    tx.record(TaskReopened::of(id)).await?;
    tx.commit().await?;
    let said = match task.state {
        State::Awaiting => "task-flash-awaits-again",
        _ => "task-flash-reopened",
    };
    cx.redirect_saying(href, "success", said)
}

pub async fn fill(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let href = format!("/opgaver/{id}");
    let Ok(task) = task.fill(cx.now()) else {
        return cx.redirect_saying(href, "warning", "task-flash-was-changed");
    };
    store::save(&mut tx, &task).await?;
    tx.record(TaskFilled::of(id)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "task-flash-filled")
}
