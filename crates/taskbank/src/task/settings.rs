//! How the municipality wants its task bank: the section "volunteering" of its settings.

use samskab_kernel::{
    Deadline, Instant,
    holiday::{ClosingDays, USUAL_CLOSING_DAYS},
};
use serde::Deserialize;

use super::Time;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Working days until an interest is answered.
    pub promise_days: u32,
    /// A unit's own task waits for the key person of its area.
    pub unit_tasks_need_approval: bool,
    /// The first task of an association waits for a coordinator.
    pub association_first_task_needs_approval: bool,
    /// How long a task without a last day of its own stays open.
    pub task_lifetime_days: i32,
    /// How long until the contact of a weekly or flexible task is asked whether it is still current.
    pub ask_if_current_after_days: i64,
    /// A line for each day on which the municipality's places are closed; empty: the usual ones.
    pub closing_days: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            promise_days: 3,
            unit_tasks_need_approval: false,
            association_first_task_needs_approval: true,
            task_lifetime_days: 180,
            ask_if_current_after_days: 60,
            closing_days: String::new(),
        }
    }
}

impl Settings {
    pub fn of(tenant: &samskab_web::Tenant) -> Self {
        tenant.section("volunteering")
    }

    /// The days on which the municipality's places are closed beside the public holidays.
    pub fn closing_days(&self) -> ClosingDays {
        let own = self.closing_days.trim();
        let text = if own.is_empty() { USUAL_CLOSING_DAYS } else { own };
        text.parse().unwrap_or_default()
    }

    /// By when somebody who writes at `now` about something with this time has an answer.
    pub fn answer_by(&self, time: &Time, now: Instant) -> Deadline {
        Deadline::new(now, self.promised(now), time.begins_last())
    }

    /// By when an answer is promised to somebody who writes at `now`, whatever it is about.
    pub fn promised(&self, now: Instant) -> Instant {
        now.day().plus_working_days(self.promise_days).at(23, 59)
    }
}
