//! Who may agree with volunteers: one decision, read by every handler and printed as a table.

use samskab_organisation::{authority::Row, identify::Who as _};
use samskab_taskbank::{
    authority::{TaskResource, rows_of_tasks},
    state::StateKind,
};
use samskab_web::Actor;

samskab_kernel::codes! {
    pub enum Action {
        /// Read and keep the agreement with a volunteer: say yes, pause, end, note a yes or a talk.
        Engage => "engage_volunteer",
    }
}

/// The decision about one task: whoever answers for its poster.
pub fn may(actor: &Actor, action: Action, task: impl Into<TaskResource>) -> bool {
    match action {
        Action::Engage => actor.answers_for(task.into().poster),
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    rows_of_tasks(Action::ALL, Action::code, |_, state| state == StateKind::Open, may)
}
