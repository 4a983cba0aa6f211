//! POST /opgaver/{id}/kopi: the same again, as a new draft.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::{TaskId, event::TaskCreated, store};
use crate::authority::{Action, TaskResource, may};

pub async fn copy(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Create, TaskResource::new_for(task.poster)))?;
    let copy = task.copied(cx.new_id(), cx.actor.person.map(PersonId::from_uuid), cx.now());
    store::add(&mut tx, &copy).await?;
    tx.record(TaskCreated::of(copy.id)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/opgaver/{}/rediger", copy.id), "success", "task-flash-copied")
}
