//! Matching both ways (FX-02): what suits a volunteer and who suits a task, said with reasons; invitations; why nobody comes.
//!
//! The engine (`samskab-matching`) judges a pair; [`market`] keeps a municipality's tasks and volunteers in memory for
//! it and follows what is committed; [`words`] says what it found. A match is an invitation and never an assignment.

pub mod budget;
mod exit;
mod exposure;
mod fairness;
pub mod invitation;
mod invite;
pub mod market;
mod merge;
mod part;
pub(crate) mod retained;
pub mod suggestion;
#[cfg(test)]
mod tests;
pub mod wave;
mod why_nobody;
pub mod words;

pub use exit::DEPENDENTS;
pub use merge::MERGES;
pub use part::{known, section, work_items};

use samskab_jobs::Handler;
use samskab_kernel::jiff::SignedDuration;
use samskab_matching::gates;
use samskab_organisation::person::PersonId;
use samskab_shifts::shift::{BookingId, ShiftId, event::StandInSought};
use samskab_store::{Event as _, Reaction};
use samskab_taskbank::task::TaskId;
use samskab_volunteers::volunteer::CvDeleted;
use samskab_web::{Access, Cx, Routes, Services};
use serde::Deserialize;

use crate::T;
use market::{Markets, opening_id, volunteer_id};

/// What this part reads of the section "volunteering" of the settings.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How many invitations a volunteer gets in a week at most, from everybody together.
    pub invitation_budget_per_week: i64,
    /// Days until the same place may ask the same volunteer again.
    pub invitation_cooldown_days: i64,
    /// Days until an invitation that nobody answered is over.
    pub invitation_days: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { invitation_budget_per_week: 3, invitation_cooldown_days: 14, invitation_days: 14 }
    }
}

impl Settings {
    pub fn of(tenant: &samskab_web::Tenant) -> Self {
        tenant.section("volunteering")
    }
}

/// Days until an invitation is deleted that has ended (law B.7).
pub const INVITATIONS_KEPT_DAYS: i64 = 182;

pub fn routes() -> Routes {
    Routes::new()
        .get("/min-side/forslag", Access::SignedIn, suggestion::list_page)
        .post("/min-side/forslag/{id}/afvisning", Access::SignedIn, suggestion::decline::decline)
        .post("/min-side/forslag/{id}/fortryd", Access::SignedIn, suggestion::decline::take_back)
        .get("/opgaver/{id}/passer-det", Access::SignedIn, suggestion::fits_page)
        .get("/opgaver/{id}/frivillige", Access::Decided, invite::show)
        .post("/opgaver/{id}/frivillige", Access::Decided, invite::send)
        .get("/opgaver/{id}/hvorfor", Access::Decided, why_nobody::show)
        .get("/fordeling", Access::Decided, fairness::show)
        .get("/fordeling.csv", Access::Decided, fairness::download)
        .get("/invitationer/{id}", Access::SignedIn, invitation::show)
        .post("/invitationer/{id}/accept", Access::SignedIn, invitation::accept::accept)
        .post("/invitationer/{id}/afslag", Access::SignedIn, invitation::decline::decline)
        .post("/invitationer/{id}/tilbage", Access::Decided, invitation::withdraw::withdraw)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::every("matching.work_out", SignedDuration::from_hours(24), suggestion::work_out),
        Handler::every("matching.tally", SignedDuration::from_mins(1), exposure::flush),
        Handler::every("matching.waves", SignedDuration::from_mins(1), wave::search),
        Handler::every("matching.sweep", SignedDuration::from_mins(10), invitation::sweep),
    ]
}

/// Why each of these suits the person, as a sentence in the reader's language; a task that does not, or a person
/// without a CV, has none.
pub fn why(cx: &Cx, person: PersonId, tasks: &[TaskId]) -> Vec<(TaskId, String)> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let markets = cx.services.state::<Markets>();
    let said = markets.ask(cx.tenant.id, |town| {
        let volunteer = town.everybody.volunteer(volunteer_id(person))?;
        let sentence = |task: &TaskId| {
            let opening = town.everybody.opening(opening_id(*task))?;
            gates(volunteer, opening).is_empty().then_some(())?;
            let found = town.everybody.explain(volunteer, opening.id, today)?;
            Some((*task, words::sentence(&found.explanation, t)?))
        };
        Some(tasks.iter().filter_map(sentence).collect())
    });
    said.flatten().unwrap_or_default()
}

/// What this context does in the transaction of another: a CV that goes takes its suggestions along, and somebody who
/// seeks a stand-in has the search begun.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction {
            to: CvDeleted::KIND,
            react: |tx, person, _| {
                Box::pin(suggestion::store::forget_person(tx, PersonId::from_uuid(*person)))
            },
        },
        Reaction {
            to: StandInSought::KIND,
            react: |tx, shift, sought| {
                Box::pin(async move {
                    let sought: Sought = serde_json::from_str(sought)?;
                    wave::begin(tx, ShiftId::from_uuid(*shift), sought.booking).await
                })
            },
        },
    ]
}

/// What the event [`StandInSought`] tells.
#[derive(Deserialize)]
struct Sought {
    booking: BookingId,
}
