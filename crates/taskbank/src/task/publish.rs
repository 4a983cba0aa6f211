//! POST /opgaver/{id}/publicering: from draft to public, or to the one who must say yes.

use axum::{extract::Path, response::Response};
use samskab_organisation::answering;
use samskab_store::Tx;
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::declared;
use super::{
    Settings, Task, TaskId,
    event::{TaskPublished, TaskSubmitted},
    rules::{Approver, Refused},
    staff::approver,
    store, tell,
};
use crate::authority::{Action, may};

pub async fn publish(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Publish, &task))?;
    publish_written(&cx, tx, task).await
}

/// The task is written in this transaction, complete or not.
pub(super) async fn publish_written(cx: &Cx, mut tx: Tx, task: Task) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Publish, &task))?;
    let settings = Settings::of(&cx.tenant);
    let href = format!("/opgaver/{}", task.id);
    // Law B.4: the municipality may let associations' tasks wait for their yearly declaration.
    if let Some(page) = declared::in_the_way(&mut tx, &cx.tenant, &task).await? {
        return cx.redirect_saying(page, "warning", "declaration-flash-declaration");
    }
    let approver = approver(cx, &mut tx, &task, &settings).await?;
    let outcome = match approver {
        None => task.publish(&settings, cx.now()),
        Some(_) => task.submit(cx.now()),
    };
    let task = match outcome {
        Ok(task) => task,
        // The page lists what is missing, with a link to each field.
        Err(Refused::Incomplete(_)) => return cx.redirect_saying(href, "warning", "task-flash-incomplete"),
        Err(Refused::WrongState) => return cx.redirect_saying(href, "warning", "task-flash-was-changed"),
    };
    store::save(&mut tx, &task).await?;
    let said = match approver {
        None => {
            tx.record(TaskPublished::of(task.id)).await?;
            "task-flash-published"
        }
        Some(approver) => {
            tx.record(TaskSubmitted::of(task.id)).await?;
            let ladder = answering::ladder(&mut tx, cx.tenant.id, task.poster, cx.now().day()).await?;
            let rung = match approver {
                Approver::KeyPerson if !ladder.key_persons.is_empty() => &ladder.key_persons,
                Approver::KeyPerson | Approver::Coordinator => &ladder.coordinators,
            };
            let people: Vec<_> = rung.iter().map(|answerer| answerer.person).collect();
            tell::tell(&mut tx, &people, &task, tell::News::Awaiting).await?;
            "task-flash-submitted"
        }
    };
    tx.commit().await?;
    cx.redirect_saying(href, "success", said)
}
