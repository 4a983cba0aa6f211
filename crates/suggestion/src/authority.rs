//! Who may see whom a task suits, and how attention spreads: one decision, read by every handler and printed as a table.

use samskab_organisation::{
    authority::Row,
    identify::{Who as _, role},
};
use samskab_taskbank::{
    authority::{TaskResource, rows_of_municipality, rows_of_tasks},
    state::StateKind,
};
use samskab_web::Actor;

samskab_kernel::codes! {
    pub enum Action {
        /// See who in the CV-bank suits a task, by pseudonym, and invite them.
        Invite => "invite_to_task",
        /// See why nobody comes: who sees it, and what keeps people away.
        Understand => "see_why_nobody_comes",
    }
}

samskab_kernel::codes! {
    pub enum WideAction {
        /// See how volunteers spread over institutions, districts and themes: a key person for their own area.
        SeeFairness => "see_fairness",
    }
}

/// The decision about one task: whoever answers for its poster.
pub fn may(actor: &Actor, action: Action, task: impl Into<TaskResource>) -> bool {
    match action {
        Action::Invite | Action::Understand => actor.answers_for(task.into().poster),
    }
}

/// The decision about what concerns more than one task. Which areas somebody sees is `reached_units`.
pub fn may_widely(actor: &Actor, action: WideAction) -> bool {
    match action {
        WideAction::SeeFairness => {
            actor.is_coordinator() || actor.has(role::KEY_PERSON) || actor.has(role::DEPUTY_KEY_PERSON)
        }
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let is_open = |_, state| state == StateKind::Open;
    let mut rows = rows_of_tasks(Action::ALL, Action::code, is_open, may);
    rows.extend(rows_of_municipality(WideAction::ALL, WideAction::code, may_widely));
    rows
}
