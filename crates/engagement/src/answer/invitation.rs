//! POST /interesser/{id}/invitation: come and talk first.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use super::decision::{AnswerForm, Decision};
use samskab_interest::{InterestId, StateKind, StepKind, event::InterestInvited};

pub async fn invite(cx: Cx, Path(id): Path<InterestId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let decision = Decision {
        to: StateKind::Invited,
        step: StepKind::Invited,
        transition: |interest, _, now| interest.invite(now),
        event: |interest| InterestInvited { interest: interest.id, task: interest.task },
        said: "interest-flash-invited",
    };
    decision.give(cx, id, form).await
}
