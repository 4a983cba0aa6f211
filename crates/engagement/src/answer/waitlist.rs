//! POST /interesser/{id}/venteliste: not now, but perhaps later; also takes back a yes.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use super::decision::{AnswerForm, Decision};
use samskab_interest::{InterestId, StateKind, StepKind, event::InterestWaitlisted};

pub async fn waitlist(cx: Cx, Path(id): Path<InterestId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let decision = Decision {
        to: StateKind::Waitlisted,
        step: StepKind::Waitlisted,
        transition: |interest, _, now| interest.waitlist(now),
        event: |interest| InterestWaitlisted { interest: interest.id, task: interest.task },
        said: "interest-flash-waitlisted",
    };
    decision.give(cx, id, form).await
}
