//! POST /min-side/forslag/{id}/afvisning and …/fortryd: "not for me", and yes it is.

use axum::{extract::Path, response::Response};
use samskab_kernel::codes;
use samskab_organisation::person::PersonId;
use samskab_store::Event;
use samskab_taskbank::task::{self, TaskId};
use samskab_web::{Cx, Error, Form, Result, error::OrNotFound as _};
use serde::Serialize;
use uuid::Uuid;

use super::store;
use crate::T;

codes! {
    /// Why not; told freely or not at all (FX-06).
    pub enum Reason {
        NotInterested => "not_interested",
        TooFar => "too_far",
        Times => "times",
        TooMuch => "too_much",
        Other => "other",
    }
}

impl Reason {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::NotInterested => t.matching_not_interested(),
            Self::TooFar => t.matching_not_far(),
            Self::Times => t.matching_not_times(),
            Self::TooMuch => t.matching_not_much(),
            Self::Other => t.matching_not_other(),
        }
    }
}

/// A volunteer said that a task is not for them, or that it is after all. Which task is nobody else's business.
#[derive(Serialize)]
pub struct SuggestionDeclined {
    #[serde(skip)]
    pub person: PersonId,
}
impl Event for SuggestionDeclined {
    const KIND: &'static str = "suggestion.declined";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

samskab_web::form! {
    pub struct DeclineForm {
        reason: radio(matching_not_reason).optional(),
    }
}

pub async fn decline(cx: Cx, Path(task): Path<TaskId>, Form(form): Form<DeclineForm>) -> Result<Response> {
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let mut tx = cx.write().await?;
    let found = task::store::find(&mut tx, cx.tenant.id, task).await?.or_not_found()?;
    found.state.is_public().then_some(()).or_not_found()?;
    // A reason that is not on the list is none.
    store::decline(&mut tx, me, task, form.reason.parse().ok()).await?;
    tx.record(SuggestionDeclined { person: me }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side/forslag", "success", "matching-flash-not-for-me")
}

pub async fn take_back(cx: Cx, Path(task): Path<TaskId>) -> Result<Response> {
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let mut tx = cx.write().await?;
    store::take_back(&mut tx, me, task).await?;
    tx.record(SuggestionDeclined { person: me }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side/forslag", "success", "matching-flash-after-all")
}
