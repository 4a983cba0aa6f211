//! What happens to a task, as it stands in the book of events.

use samskab_store::{Event as _, events::Recorded};
use uuid::Uuid;

use super::{ApproachKind, StateKind, TaskId};

samskab_store::events! {
    pub about task(TaskId) {
        /// The reason in the words of whoever did it; never about a named person.
        #[serde(skip_serializing_if = "String::is_empty")]
        reason: String,
    }
    impl {
        fn of(task: TaskId) { task, reason: String::new() }
        fn because(task: TaskId, reason: impl Into<String>) { task, reason: reason.into() }
    }

    TaskCreated => "task.created";
    TaskChanged => "task.changed";
    TaskSubmitted => "task.submitted";
    TaskSentBack => "task.sent_back";
    TaskPublished => "task.published";
    TaskFilled => "task.filled";
    TaskClosed => "task.closed";
    TaskExpired => "task.expired";
    TaskReopened => "task.reopened";
    TaskAskedIfCurrent => "task.asked_if_current";
    TaskConfirmedCurrent => "task.confirmed_current";
    /// The button was pressed by mistake: the task is as before.
    TaskCurrentTakenBack => "task.current_taken_back";
    TaskWarned => "task.warned";
}

samskab_store::events! {
    pub about task(TaskId) {
        #[serde(skip_serializing_if = "String::is_empty")]
        reason: String,
        /// The state it had, when nobody counted on it: nothing was sent, so calling it off can be taken back
        /// ([`stood`]).
        #[serde(skip_serializing_if = "Option::is_none")]
        stood: Option<&'static str>,
    }

    TaskCancelled => "task.cancelled";
}

/// The state of a task before it was called off while nobody counted on it, from its events in their order.
pub(super) fn stood(events: &[Recorded]) -> Option<StateKind> {
    let cancelled = events.iter().rfind(|event| event.kind == TaskCancelled::KIND)?;
    let data: serde_json::Value = serde_json::from_str(&cancelled.data).ok()?;
    data.get("stood")?.as_str()?.parse().ok()
}

samskab_store::events! {
    pub about task(TaskId) {
        /// The units or associations that posted it and post it now.
        from: Uuid,
        to: Uuid,
    }

    /// Its place closed, and another took it over (RS-10).
    TaskMoved => "task.moved";
}

samskab_store::events! {
    pub about task(TaskId) {
        from: Option<ApproachKind>,
        to: Option<ApproachKind>,
        challenge: String,
        parties: String,
        other: String,
    }

    /// Another approach was chosen: what was thought before stays in the book (RS-80, RS-81).
    TaskReclassified => "task.reclassified";
}
