//! Why does nobody come? How many volunteers cannot be shown the task, and because of which gate.

use serde::{Deserialize, Serialize};

use super::{Market, best::knows};
use crate::{GateKind, OpeningId, Volunteer, gate::Failed, row::VolunteerRow};

/// How many are kept out by what. Counts of persons: what is shown of them to others leaves out those below five.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Everybody who was looked at.
    pub of: u32,
    /// For whom every gate is open.
    pub open: u32,
    by: [u32; GateKind::ALL.len()],
    by_alone: [u32; GateKind::ALL.len()],
}

impl Blocked {
    /// How many are stopped by this gate, perhaps by others too.
    pub const fn by(&self, kind: GateKind) -> u32 {
        self.by[kind as usize]
    }

    /// How many are stopped by this gate only: what a change would open.
    pub const fn by_alone(&self, kind: GateKind) -> u32 {
        self.by_alone[kind as usize]
    }

    fn count(&mut self, failed: Failed) {
        self.of += 1;
        self.open += u32::from(failed.is_none());
        for kind in failed.iter() {
            self.by[kind as usize] += 1;
        }
        if let Some(kind) = failed.only() {
            self.by_alone[kind as usize] += 1;
        }
    }
}

impl Market {
    /// How many of the volunteers are kept from a task, by which gate, and by which gate alone. `None`: there is no
    /// such task.
    pub fn blocked_counts(&self, opening: OpeningId) -> Option<Blocked> {
        let at = self.openings.place(opening)?;
        let (opening, card) = (&self.openings.all()[at], &self.openings.cards()[at]);
        let mut blocked = Blocked::default();
        for (volunteer, asking) in self.volunteers.all().iter().zip(self.volunteers.cards()) {
            let failed = asking.row.failed(&card.row);
            let failed = if knows(volunteer, opening) {
                failed
                    .or(GateKind::AlreadyInContact, volunteer.in_contact.contains(&opening.id))
                    .or(GateKind::Refused, volunteer.refused.contains(&opening.id))
            } else {
                failed
            };
            blocked.count(failed);
        }
        Some(blocked)
    }

    /// The same from the other side: how many open tasks a volunteer cannot be shown, and why.
    pub fn blocked_openings(&self, volunteer: &Volunteer) -> Blocked {
        let row = VolunteerRow::gates_only(volunteer);
        let mut blocked = Blocked::default();
        for at in 0..self.openings.all().len() {
            blocked.count(self.failed(&row, volunteer, at));
        }
        blocked
    }
}
