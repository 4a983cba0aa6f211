//! POST /interesser/{id}/accept: yes, you have a place. Of the last place there is one.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use super::decision::{AnswerForm, Decision};
use samskab_interest::{InterestId, StateKind, StepKind, event::InterestAccepted};

pub async fn accept(cx: Cx, Path(id): Path<InterestId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let decision = Decision {
        to: StateKind::Accepted,
        step: StepKind::Accepted,
        transition: |interest, free, now| interest.accept(free, now),
        event: |interest| InterestAccepted { interest: interest.id, task: interest.task },
        said: "interest-flash-accepted",
    };
    decision.give(cx, id, form).await
}
