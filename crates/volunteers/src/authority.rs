//! Who may look for volunteers in the CV-bank (FX-21): one decision, read by every handler and printed as a table.

use samskab_organisation::{authority::Row, identify::Who as _};
use samskab_taskbank::{
    authority::{TaskResource, rows_of_municipality, rows_of_tasks},
    state::StateKind,
};
use samskab_web::Actor;

samskab_kernel::codes! {
    pub enum Action {
        /// Look for volunteers to the task: an association only to its own open task.
        SearchCvs => "search_cvs",
    }
}

samskab_kernel::codes! {
    pub enum WideAction {
        /// Look through the CV-bank without saying for which task.
        SearchEveryCv => "search_every_cv",
    }
}

/// The decision about one task.
pub fn may(actor: &Actor, action: Action, task: impl Into<TaskResource>) -> bool {
    let task = task.into();
    match action {
        Action::SearchCvs => {
            actor.looks_after_units() || task.state == StateKind::Open && actor.answers_for(task.poster)
        }
    }
}

/// The decision about what concerns more than one task.
pub fn may_widely(actor: &Actor, action: WideAction) -> bool {
    match action {
        WideAction::SearchEveryCv => actor.looks_after_units(),
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let mut rows = rows_of_tasks(Action::ALL, Action::code, |_, _| true, may);
    rows.extend(rows_of_municipality(WideAction::ALL, WideAction::code, may_widely));
    rows
}
