//! GET and POST /opgaver/{id}/luk: no more volunteers are needed, or it will not happen.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Errors, Form, Result, error::OrNotFound as _, form::Choice};
use serde::Deserialize;

use super::{
    StateKind, Task, TaskId,
    event::{TaskCancelled, TaskClosed},
    reason::ReasonPage,
    store,
};
use crate::{
    T,
    authority::{Action, may},
};

const TEXT: usize = 500;

samskab_kernel::codes! {
    enum Outcome { Closed => "closed", Cancelled => "cancelled" }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct CloseForm {
    outcome: String,
    text: String,
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let task = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    cx.page(page(&cx, &task, CloseForm::default(), Errors::default()))
}

pub async fn close(cx: Cx, Path(id): Path<TaskId>, Form(form): Form<CloseForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    check.labels(&[("outcome", t.task_close_outcome()), ("text", t.task_close_reason())]);
    let outcome = check.code::<Outcome>("outcome", &form.outcome);
    // Volunteers read why something is cancelled.
    let reason = match outcome {
        Some(Outcome::Cancelled) => check.required("text", &form.text, TEXT),
        _ => check.text("text", &form.text, TEXT),
    };
    if let Err(errors) = check.done() {
        return cx.invalid(page(&cx, &task, form, errors));
    }
    let (outcome, reason) = (outcome.unwrap_or(Outcome::Closed), reason.unwrap_or_default());
    let href = format!("/opgaver/{id}");
    let changed = match outcome {
        Outcome::Closed => task.close(reason.clone(), cx.now()),
        Outcome::Cancelled => task.cancel(reason.clone(), cx.now()),
    };
    let Ok(task) = changed else {
        return cx.redirect_saying(href, "warning", "task-flash-was-changed");
    };
    store::save(&mut tx, &task).await?;
    let said = match outcome {
        Outcome::Closed => {
            tx.record(TaskClosed::because(id, reason)).await?;
            "task-flash-closed"
        }
        Outcome::Cancelled => {
            tx.record(TaskCancelled::because(id, reason)).await?;
            "task-flash-cancelled"
        }
    };
    tx.commit().await?;
    cx.redirect_saying(href, "success", said)
}

fn page(cx: &Cx, task: &Task, form: CloseForm, errors: Errors) -> ReasonPage {
    let t = T(cx.locale);
    let is_chosen = |outcome: Outcome| outcome.code() == form.outcome;
    let mut outcomes = vec![
        Choice::new(Outcome::Closed.code(), t.task_close_closed(), is_chosen(Outcome::Closed))
            .hint(t.task_close_closed_hint()),
        Choice::new(Outcome::Cancelled.code(), t.task_close_cancelled(), is_chosen(Outcome::Cancelled))
            .hint(t.task_close_cancelled_hint()),
    ];
    // What never was public can only be called off.
    if task.state.kind() == StateKind::Awaiting {
        outcomes.remove(0);
    }
    ReasonPage {
        shell: cx.shell(t.task_close()).under(format!("/opgaver/{}", task.id), task.title.clone()).here(),
        t,
        lead: t.task_close_lead().to_owned(),
        label: t.task_close_reason(),
        hint: t.task_close_reason_hint(),
        button: t.task_close_button(),
        action: format!("/opgaver/{}/luk", task.id),
        back: format!("/opgaver/{}", task.id),
        outcomes,
        text: form.text,
        errors,
    }
}
