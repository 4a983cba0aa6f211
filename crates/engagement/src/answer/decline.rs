//! POST /interesser/{id}/afslag: a kind no.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use super::{
    decision::{AnswerForm, Decision},
    read,
};
use samskab_interest::{Interest, InterestId, StateKind, StepKind, event::InterestDeclined};

/// A no, as one place gives it and as several are given at once.
fn kind_no() -> Decision<InterestDeclined> {
    Decision {
        to: StateKind::Declined,
        step: StepKind::Declined,
        transition: |interest, _, now| interest.decline(now),
        event: |interest| InterestDeclined { interest: interest.id, task: interest.task },
        said: "interest-flash-declined",
    }
}

pub async fn decline(cx: Cx, Path(id): Path<InterestId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    kind_no().give(cx, id, form).await
}

/// Says no without showing a page; returns whether the no was given. `text`: the words to this person, from the
/// greeting on.
pub(super) async fn decline_one(cx: &Cx, id: InterestId, text: impl Fn(&Interest) -> String) -> Result<bool> {
    let mut tx = cx.write().await?;
    let (interest, shown) = read(cx, &mut tx, id).await?;
    let text = text(&interest);
    let form = AnswerForm { grund: FILLED.to_owned(), ..AnswerForm::default() };
    let outcome = kind_no().save(cx, &mut tx, id, &shown, &text, &form).await?;
    if outcome.is_ok() {
        tx.commit().await?;
    }
    Ok(outcome.is_ok())
}

/// The kind of no that is said when there are no places left.
pub(super) const FILLED: &str = "filled";
