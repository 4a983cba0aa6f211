//! POST /opgaver/{id}/godkendelse and /opgaver/{id}/tilbage: the key person or the coordinator says
//! yes, or what should be changed first.

use axum::{extract::Path, response::Response};
use samskab_organisation::association;
use samskab_web::{Check, Cx, Form, Result, error::OrNotFound as _};

use super::declared;
use super::{
    Settings, StateKind, TaskId,
    event::{TaskPublished, TaskSentBack},
    reason::{ReasonForm, ReasonPage},
    rules::Refused,
    store,
    tell::{self, News},
};
use crate::{
    T,
    authority::{Action, may},
};

const TEXT: usize = 1000;

/// Why a task does not become public by a yes.
pub(super) enum NotApproved {
    WasChanged,
    /// The association that posts it is not approved; the address is the page on which that is decided.
    Association(String),
    /// An association's declaration is missing; on this page it is given.
    Declaration(String),
    /// Its day may have passed while it waited.
    Incomplete,
}

impl NotApproved {
    pub(super) fn label(&self, t: T) -> &'static str {
        match self {
            Self::WasChanged => t.task_list_not_awaiting(),
            Self::Association(_) => t.task_list_association_first(),
            Self::Declaration(_) => t.task_list_needs_declaration(),
            Self::Incomplete => t.task_list_incomplete(),
        }
    }
}

pub async fn approve(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let href = cx.back_to_overview_or(format!("/opgaver/{id}"));
    match approve_one(&cx, id).await? {
        Ok(()) => cx.redirect_saying(href, "success", "task-flash-approved"),
        Err(NotApproved::Association(page)) => {
            cx.redirect_saying(page, "warning", "task-flash-association-first")
        }
        Err(NotApproved::Declaration(page)) => {
            cx.redirect_saying(page, "warning", "declaration-flash-declaration")
        }
        Err(NotApproved::Incomplete) => cx.redirect_saying(href, "warning", "task-flash-cannot-approve"),
        Err(NotApproved::WasChanged) => cx.redirect_saying(href, "warning", "task-flash-was-changed"),
    }
}

pub(super) async fn approve_one(cx: &Cx, id: TaskId) -> Result<std::result::Result<(), NotApproved>> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Approve, &task))?;
    if task.state.kind() != StateKind::Awaiting {
        return Ok(Err(NotApproved::WasChanged));
    }
    // An association that is not approved yet writes drafts (RS-24); nobody's yes to a task makes one public.
    if let Some(id) = task.poster.association()
        && let Some(association) = association::store::find(&mut tx, cx.tenant.id, id).await?
        && association.state != association::State::Approved
    {
        return Ok(Err(NotApproved::Association(association.page("godkendelse"))));
    }
    if let Some(page) = declared::in_the_way(&mut tx, &cx.tenant, &task).await? {
        return Ok(Err(NotApproved::Declaration(page)));
    }
    let task = match task.publish(&Settings::of(&cx.tenant), cx.now()) {
        Ok(task) => task,
        Err(Refused::Incomplete(_)) => return Ok(Err(NotApproved::Incomplete)),
        Err(Refused::WrongState) => return Ok(Err(NotApproved::WasChanged)),
    };
    store::save(&mut tx, &task).await?;
    tx.record(TaskPublished::of(id)).await?;
    tell::tell(&mut tx, &tell::owners(&task), &task, News::Approved).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

pub async fn send_back(cx: Cx, Path(id): Path<TaskId>, Form(form): Form<ReasonForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Approve, &task))?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let text = form.text().label(t.task_send_back_label()).at_most(TEXT).required(true).text(&mut check);
    let errors = check.done().err();
    let (Some(text), None) = (text, &errors) else {
        return cx.invalid(ReasonPage {
            shell: cx.shell(t.task_send_back()).under(format!("/opgaver/{id}"), task.title.clone()).here(),
            t,
            lead: t.task_next_approve().to_owned(),
            label: t.task_send_back_label(),
            hint: t.task_send_back_hint(),
            button: t.task_send_back(),
            cancel: "",
            action: format!("/opgaver/{id}/tilbage"),
            back: format!("/opgaver/{id}"),
            outcomes: Vec::new(),
            form: form.with_errors(errors.unwrap_or_default()),
            consequences: Vec::new(),
            consequences_heading: "",
        });
    };
    let href = format!("/opgaver/{id}");
    let Ok(task) = task.send_back(text.clone(), cx.now()) else {
        return cx.redirect_saying(href, "warning", "task-flash-was-changed");
    };
    store::save(&mut tx, &task).await?;
    tx.record(TaskSentBack::because(id, text)).await?;
    tell::tell(&mut tx, &tell::owners(&task), &task, News::SentBack).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "task-flash-sent-back")
}
