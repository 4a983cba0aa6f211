//! How the municipality wants its task bank: the section "volunteering" of its settings.

use samskab_kernel::{Day, Instant};
use serde::Deserialize;

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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            promise_days: 3,
            unit_tasks_need_approval: false,
            association_first_task_needs_approval: true,
            task_lifetime_days: 180,
            ask_if_current_after_days: 60,
        }
    }
}

impl Settings {
    pub fn of(tenant: &samskab_web::Tenant) -> Self {
        tenant.section("volunteering")
    }

    /// The day by which somebody who writes at `now` has an answer.
    pub fn promised_day(&self, now: Instant) -> Day {
        now.day().plus_working_days(self.promise_days)
    }
}
