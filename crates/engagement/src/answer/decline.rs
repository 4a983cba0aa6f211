//! POST /interesser/{id}/afslag: a kind no.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use super::decision::{AnswerForm, Decision};
use crate::interest::{InterestId, StateKind, StepKind, event::InterestDeclined};

pub async fn decline(cx: Cx, Path(id): Path<InterestId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let decision = Decision {
        to: StateKind::Declined,
        step: StepKind::Declined,
        transition: |interest, _, now| interest.decline(now),
        event: |interest| InterestDeclined { interest: interest.id, task: interest.task },
        said: "interest-flash-declined",
    };
    decision.give(cx, id, form).await
}
