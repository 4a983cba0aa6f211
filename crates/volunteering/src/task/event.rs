//! What happens to a task, as it stands in the book of events.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::TaskId;

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident => $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub task: TaskId,
            /// In words of the one who did it; never about a named person.
            #[serde(skip_serializing_if = "String::is_empty")]
            pub reason: String,
        }
        impl $name {
            pub fn of(task: TaskId) -> Self {
                Self { task, reason: String::new() }
            }

            pub fn because(task: TaskId, reason: impl Into<String>) -> Self {
                Self { task, reason: reason.into() }
            }
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.task.uuid()
            }
        }
    )+};
}

events! {
    TaskCreated => "task.created";
    TaskChanged => "task.changed";
    TaskSubmitted => "task.submitted";
    TaskSentBack => "task.sent_back";
    TaskPublished => "task.published";
    TaskFilled => "task.filled";
    TaskClosed => "task.closed";
    TaskCancelled => "task.cancelled";
    TaskExpired => "task.expired";
    TaskReopened => "task.reopened";
    TaskAskedIfCurrent => "task.asked_if_current";
    TaskConfirmedCurrent => "task.confirmed_current";
    TaskWarned => "task.warned";
}

/// Another approach was chosen: what was thought before stays in the book (RS-80, RS-81).
#[derive(Debug, Clone, Serialize)]
pub struct TaskReclassified {
    #[serde(skip)]
    pub task: TaskId,
    pub from: Option<super::ApproachKind>,
    pub to: Option<super::ApproachKind>,
    pub challenge: String,
    pub parties: String,
    pub other: String,
}
impl Event for TaskReclassified {
    const KIND: &'static str = "task.reclassified";
    fn subject(&self) -> Uuid {
        self.task.uuid()
    }
}
