//! What happens to an engagement, as it stands in the book of events: never who it is about.

use samskab_taskbank::task::TaskId;

use super::{Engagement, EngagementId};

samskab_store::events! {
    pub about engagement(EngagementId) { task: TaskId }
    impl { fn of(engagement: &Engagement) { engagement: engagement.id, task: engagement.task } }

    EngagementProposed => "engagement.proposed";
    EngagementChanged => "engagement.changed";
    EngagementAgreed => "engagement.agreed";
    EngagementBegun => "engagement.begun";
    EngagementPaused => "engagement.paused";
    EngagementResumed => "engagement.resumed";
    EngagementEnded => "engagement.ended";
    /// The place wrote to the volunteer.
    EngagementWritten => "engagement.written";
}
