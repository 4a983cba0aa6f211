//! Who may plan shifts: one decision, read by every handler and printed as a table.

use samskab_organisation::{authority::Row, identify::Who as _};
use samskab_taskbank::{
    authority::{TaskResource, rows_of_tasks},
    state::StateKind,
};
use samskab_web::Actor;

samskab_kernel::codes! {
    pub enum Action {
        /// Plan a task's shifts, and see who comes to them.
        PlanShifts => "plan_shifts",
    }
}

/// The decision: whoever answers for the task's poster.
pub fn may(actor: &Actor, action: Action, task: impl Into<TaskResource>) -> bool {
    match action {
        Action::PlanShifts => actor.answers_for(task.into().poster),
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let is_open = |_, state| state == StateKind::Open;
    rows_of_tasks(Action::ALL, Action::code, is_open, may)
}
