//! Who may note what volunteers have in order, and write the words they accept.

use samskab_organisation::{authority::Row, identify::Who as _};
use samskab_taskbank::{
    authority::{TaskResource, rows_of_municipality, rows_of_tasks},
    state::StateKind,
};
use samskab_web::Actor;

samskab_kernel::codes! {
    pub enum Action {
        /// Note what a volunteer has in order, and assess a børneattest (law B.4).
        NoteRequirements => "note_requirements",
    }
}

samskab_kernel::codes! {
    pub enum WideAction {
        /// Write the words a volunteer accepts (law B.6).
        WriteRequirementText => "write_requirement_text",
    }
}

/// The decision about one task: whoever answers for its poster.
pub fn may(actor: &Actor, action: Action, task: impl Into<TaskResource>) -> bool {
    match action {
        Action::NoteRequirements => actor.answers_for(task.into().poster),
    }
}

/// The decision about what concerns more than one task.
pub fn may_widely(actor: &Actor, action: WideAction) -> bool {
    match action {
        WideAction::WriteRequirementText => actor.is_coordinator(),
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let is_open = |_, state| state == StateKind::Open;
    let mut rows = rows_of_tasks(Action::ALL, Action::code, is_open, may);
    rows.extend(rows_of_municipality(WideAction::ALL, WideAction::code, may_widely));
    rows
}
