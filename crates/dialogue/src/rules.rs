//! Who gets a place. Pure. Nobody waits who would fit: a group that is too large for what is left lets smaller ones pass.

use samskab_kernel::Instant;

use crate::{Dialogue, DialogueState};

/// Whether `persons` more fit. `None` seats means unlimited.
pub fn fits(seats: Option<i64>, taken: i64, persons: i64) -> bool {
    seats.is_none_or(|seats| taken.saturating_add(persons) <= seats)
}

/// Which of those who wait get a place now; `waiting`: how many persons each of them brings, the first first.
pub fn promoted(seats: Option<i64>, taken: i64, waiting: &[i64]) -> Vec<usize> {
    let mut taken = taken;
    let mut promoted = Vec::new();
    for (place, persons) in waiting.iter().enumerate() {
        if fits(seats, taken, *persons) {
            taken += persons;
            promoted.push(place);
        }
    }
    promoted
}

impl Dialogue {
    pub fn is_over(&self, now: Instant) -> bool {
        self.ends_at <= now
    }

    /// Can be signed up for.
    pub fn takes_guests(&self, now: Instant) -> bool {
        self.state == DialogueState::Open && now < self.closes_at
    }

    /// Whether guests can still change their sign-up: somebody who cannot come makes room until it begins.
    pub fn can_change(&self, now: Instant) -> bool {
        self.state != DialogueState::Cancelled && now < self.starts_at
    }

    /// The tables write from the hour before it begins until a week after; whoever holds it as long as it is there.
    pub fn takes_notes(&self, now: Instant) -> bool {
        self.state == DialogueState::Open
            && now.plus_days(1) >= self.starts_at
            && now <= self.ends_at.plus_days(7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_seat_is_given_once() {
        assert!(fits(Some(20), 19, 1));
        assert!(!fits(Some(20), 20, 1));
        assert!(!fits(Some(20), 19, 2));
        assert!(fits(None, i64::MAX, 1));
    }

    #[test]
    fn a_group_that_is_too_large_lets_smaller_ones_pass() {
        assert_eq!(promoted(Some(10), 8, &[4, 1, 2, 1]), [1, 3]);
        assert_eq!(promoted(Some(10), 10, &[1]), [] as [usize; 0]);
        assert_eq!(promoted(None, 10, &[4, 1]), [0, 1]);
    }
}
