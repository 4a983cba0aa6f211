//! The plan for machines: /politikker/{id}/plan.json, the names of whose fields are a promise; and as a table in the words of
//! the page, …csv.

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse as _, Response},
};
use samskab_import::file::spreadsheet;
use samskab_web::{Cx, Result, file_name};
use serde::Serialize;

use crate::{
    T,
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
    /// The first day as planned.
    starts_on: String,
    ends_on: String,
    /// The day on which it was done.
    done_on: Option<String>,
    /// done, cancelled, running, ready, waits, late or coming; skipped: not carried out before the adoption; dropped: not before the
    /// policy was given up or replaced.
    standing: &'static str,
    outcome: String,
    /// The outcomes before it was opened again, and why it was, one after the other.
    earlier: Vec<String>,
    decision_number: String,
}

/// The rows of the plan, as a reader may see them.
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
        done_on: step.was_done_on().map(|day| day.to_string()),
        standing: facts.standing(step).code(),
        outcome: step.outcome.clone(),
        earlier: step.earlier.lines().map(str::to_owned).collect(),
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
    let (t, process) = (T(cx.locale), &seen.process);
    let head = [
        t.plan_number(),
        t.plan_from(),
        t.plan_to(),
        t.plan_done_on(),
        t.step_precision(),
        t.plan_who(),
        t.step_verb(),
        t.step_kind(),
        t.plan_what(),
        t.step_matter(),
        t.plan_state(),
        t.plan_outcome(),
        t.policy_decision(),
        t.plan_reopened(),
    ];
    let facts = process.facts();
    let rows = (1..).zip(&process.steps).map(|(number, step): (usize, &crate::step::Step)| {
        vec![
            number.to_string(),
            step.starts_on.to_string(),
            step.ends_on.to_string(),
            step.was_done_on().map(|day| day.to_string()).unwrap_or_default(),
            step.precision.label(t).to_owned(),
            process.who(step),
            step.verb.label(t).to_owned(),
            step.kind.label(t).to_owned(),
            step.title.clone(),
            step.matter.clone(),
            facts.standing(step).said(t).0.to_owned(),
            step.outcome.clone(),
            step.decision_number.clone(),
            step.earlier.lines().collect::<Vec<_>>().join(" "),
        ]
    });
    let name = format!("procesplan-{}.csv", file_name("politik", &process.policy.title));
    spreadsheet(&name, std::iter::once(head.map(str::to_owned).to_vec()).chain(rows))
}
