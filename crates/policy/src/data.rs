//! The plan for machines: /politikker/{id}/plan.json and …csv. The names of the fields are a promise.

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse as _, Response},
};
use samskab_import::file::spreadsheet;
use samskab_web::{Cx, Result};
use serde::Serialize;

use crate::{
    policy::PolicyId,
    process::{Process, Seen},
};

#[derive(Serialize)]
struct PlanData {
    title: String,
    url: String,
    /// under_way, adopted, stopped or replaced.
    state: &'static str,
    adopted_on: Option<String>,
    decision_number: String,
    steps: Vec<PlanRowData>,
}

#[derive(Serialize)]
pub(crate) struct PlanRowData {
    number: usize,
    /// plan, consult, input, … as in the glossary.
    kind: &'static str,
    /// discusses, writes, treats, hears, adopts, is_informed, appoints or starts.
    verb: &'static str,
    title: String,
    matter: String,
    who: String,
    /// day, month or months.
    precision: &'static str,
    starts_on: String,
    ends_on: String,
    /// done, cancelled, running, ready, waits, late or coming.
    standing: &'static str,
    outcome: String,
    decision_number: String,
}

/// As a reader may see it.
pub(crate) fn plan_rows(process: &Process) -> Vec<PlanRowData> {
    let facts = process.facts();
    let row = |(number, step): (usize, &crate::step::Step)| PlanRowData {
        number,
        kind: step.kind.code(),
        verb: step.verb.code(),
        title: step.title.clone(),
        matter: step.matter.clone(),
        who: process.who(step),
        precision: step.precision.code(),
        starts_on: step.starts_on.to_string(),
        ends_on: step.ends_on.to_string(),
        standing: facts.standing(step).code(),
        outcome: step.outcome.clone(),
        decision_number: step.decision_number.clone(),
    };
    (1..).zip(&process.steps).map(row).collect()
}

/// GET /politikker/{id}/plan.json
pub(crate) async fn json(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_reading(&cx, &mut reader, id).await?;
    let policy = &seen.process.policy;
    let data = PlanData {
        title: policy.title.clone(),
        url: cx.absolute(&policy.href()),
        state: policy.state.code(),
        adopted_on: policy.adopted_on.map(|day| day.to_string()),
        decision_number: policy.decision_number.clone(),
        steps: plan_rows(&seen.process),
    };
    Ok(Json(data).into_response())
}

/// GET /politikker/{id}/plan.csv
pub(crate) async fn csv(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_reading(&cx, &mut reader, id).await?;
    let head = [
        "number",
        "starts_on",
        "ends_on",
        "precision",
        "who",
        "verb",
        "kind",
        "title",
        "matter",
        "standing",
        "outcome",
        "decision_number",
    ];
    let rows = plan_rows(&seen.process).into_iter().map(|row| {
        vec![
            row.number.to_string(),
            row.starts_on,
            row.ends_on,
            row.precision.to_owned(),
            row.who,
            row.verb.to_owned(),
            row.kind.to_owned(),
            row.title,
            row.matter,
            row.standing.to_owned(),
            row.outcome,
            row.decision_number,
        ]
    });
    spreadsheet("procesplan.csv", std::iter::once(head.map(str::to_owned).to_vec()).chain(rows))
}
