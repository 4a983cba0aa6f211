//! GET and POST /opgaver/{id}/luk: no more volunteers are needed, or it will not happen.

use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result,
    error::OrNotFound as _,
    exit::{Exit, Settlement, consequences, settle},
    form::Choice,
};

use super::{
    StateKind, Task, TaskId,
    event::TaskClosed,
    exit,
    reason::{ReasonForm, ReasonPage},
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

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let task = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let page = page(&cx, &mut reader, &task, ReasonForm::default()).await?;
    cx.page(page)
}

pub async fn close(cx: Cx, Path(id): Path<TaskId>, Form(form): Form<ReasonForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Close, &task))?;
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    let outcome = form.outcome().code(&mut check);
    // Volunteers read why something is cancelled.
    let must_say = matches!(outcome, Some(Outcome::Cancelled));
    let reason = form.text().label(t.task_close_reason()).at_most(TEXT).required(must_say).text(&mut check);
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &task, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let (outcome, reason) = (outcome.unwrap_or(Outcome::Closed), reason.unwrap_or_default());
    let href = format!("/opgaver/{id}");
    let said = match outcome {
        Outcome::Closed => {
            let Ok(task) = task.close(reason.clone(), cx.now()) else {
                return cx.redirect_saying(href, "warning", "task-flash-was-changed");
            };
            store::save(&mut tx, &task).await?;
            let settlement = Settlement { reason: reason.clone(), ..Settlement::of(cx.now().day()) };
            settle(&cx.services, &mut tx, Exit::TaskFull(id.uuid()), &settlement).await?;
            tx.record(TaskClosed::because(id, reason)).await?;
            "task-flash-closed"
        }
        Outcome::Cancelled => {
            let alone = consequences(&cx, &mut tx, Exit::Task(id.uuid())).await?.is_empty();
            if exit::cancel_with(&cx.services, &mut tx, task, &reason, alone).await?.is_none() {
                return cx.redirect_saying(href, "warning", "task-flash-was-changed");
            }
            "task-flash-cancelled"
        }
    };
    tx.commit().await?;
    cx.redirect_saying(href, "success", said)
}

async fn page(cx: &Cx, connection: &mut Connection, task: &Task, form: ReasonForm) -> Result<ReasonPage> {
    let t = T(cx.locale);
    let consequences = consequences(cx, connection, Exit::Task(task.id.uuid())).await?;
    let mut outcomes = vec![
        Choice::of(Outcome::Closed.code(), t.task_close_closed()).hint(t.task_close_closed_hint()),
        Choice::of(Outcome::Cancelled.code(), t.task_close_cancelled()).hint(t.task_close_cancelled_hint()),
    ];
    // What never was public, or takes nobody any more, can only be called off.
    let only_cancels = !matches!(task.state.kind(), StateKind::Open | StateKind::Filled);
    if only_cancels {
        outcomes.remove(0);
    }
    let title = if only_cancels { t.task_close_cancel() } else { t.task_close() };
    Ok(ReasonPage {
        shell: cx.shell(title).under(format!("/opgaver/{}", task.id), task.title.clone()).here(),
        t,
        lead: t.task_close_lead().to_owned(),
        label: t.task_close_reason(),
        hint: t.task_close_reason_hint(),
        button: if only_cancels { t.task_close_cancel() } else { t.task_close_button() },
        cancel: t.task_close_cancel(),
        action: format!("/opgaver/{}/luk", task.id),
        back: format!("/opgaver/{}", task.id),
        outcomes,
        consequences,
        consequences_heading: t.task_close_consequences(),
        form,
    })
}
