//! What happens to an engagement, as it stands in the book of events: never who it is about.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::EngagementId;
use crate::task::TaskId;

macro_rules! events {
    ($($name:ident => $kind:literal;)+) => {$(
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub engagement: EngagementId,
            pub task: TaskId,
        }
        impl $name {
            pub fn of(engagement: &super::Engagement) -> Self {
                Self { engagement: engagement.id, task: engagement.task }
            }
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.engagement.uuid()
            }
        }
    )+};
}

events! {
    EngagementProposed => "engagement.proposed";
    EngagementChanged => "engagement.changed";
    EngagementAgreed => "engagement.agreed";
    EngagementBegun => "engagement.begun";
    EngagementPaused => "engagement.paused";
    EngagementResumed => "engagement.resumed";
    EngagementEnded => "engagement.ended";
}
