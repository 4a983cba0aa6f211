//! How an initiative goes, and how old that is. Pure.

use samskab_kernel::Instant;

use super::{Initiative, InitiativeState};

/// Days after which a report is old.
pub const OLD_DAYS: i64 = 90;

impl Initiative {
    /// Nobody has reported for a long time.
    pub fn is_old(&self, now: Instant) -> bool {
        !self.state.is_over() && self.told_at.plus_days(OLD_DAYS) <= now
    }

    /// Somebody reports how it goes. A stopped initiative has a reason; one that goes on again has none any more.
    pub fn tell(self, state: InitiativeState, said: &str, now: Instant) -> Option<Self> {
        let state_reason = match state {
            InitiativeState::Stopped if said.is_empty() => return None,
            InitiativeState::Stopped => said.to_owned(),
            _ => String::new(),
        };
        Some(Self { state, state_reason, told_at: now, updated_at: now, ..self })
    }
}

/// How many are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    pub not_begun: usize,
    pub under_way: usize,
    pub done: usize,
    pub stopped: usize,
}

impl Progress {
    pub fn of(states: impl IntoIterator<Item = InitiativeState>) -> Self {
        let mut progress = Self::default();
        for state in states {
            match state {
                InitiativeState::NotBegun => progress.not_begun += 1,
                InitiativeState::UnderWay => progress.under_way += 1,
                InitiativeState::Done => progress.done += 1,
                InitiativeState::Stopped => progress.stopped += 1,
            }
        }
        progress
    }

    /// How many there are; stopped ones count too, because they were promised.
    pub fn total(self) -> usize {
        self.not_begun + self.under_way + self.done + self.stopped
    }

    /// One state for each initiative, done first.
    pub fn pieces(self) -> Vec<InitiativeState> {
        let counts = [
            (InitiativeState::Done, self.done),
            (InitiativeState::UnderWay, self.under_way),
            (InitiativeState::NotBegun, self.not_begun),
            (InitiativeState::Stopped, self.stopped),
        ];
        counts.into_iter().flat_map(|(state, count)| std::iter::repeat_n(state, count)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use samskab_kernel::Day;
    use uuid::Uuid;

    use super::*;

    fn now() -> Instant {
        Day::of(2026, 3, 2).at(9, 0)
    }

    fn under_way() -> Initiative {
        let new = Initiative::new(Uuid::from_u128(1).into(), "Cykler", now());
        new.tell(InitiativeState::UnderWay, "To cykler er købt", now()).unwrap()
    }

    #[test]
    fn a_state_is_old_after_ninety_days_and_not_when_it_is_over() {
        assert!(!under_way().is_old(now().plus_days(89)));
        assert!(under_way().is_old(now().plus_days(90)));
        let done = under_way().tell(InitiativeState::Done, "", now()).unwrap();
        assert!(!done.is_old(now().plus_days(900)));
    }

    #[test]
    fn what_is_stopped_says_why_and_what_goes_on_does_not() {
        assert_eq!(under_way().tell(InitiativeState::Stopped, "", now()), None);
        let stopped = under_way().tell(InitiativeState::Stopped, "Der var ikke penge", now()).unwrap();
        assert_eq!(stopped.state_reason, "Der var ikke penge");
        let again = stopped.tell(InitiativeState::UnderWay, "Nu er der", now()).unwrap();
        assert_eq!(again.state_reason, "");
    }

    #[test]
    fn what_was_stopped_is_counted_with_the_others() {
        use InitiativeState::{Done, NotBegun, Stopped, UnderWay};
        let progress = Progress::of([Stopped, Done, UnderWay, Done, NotBegun]);
        assert_eq!((progress.done, progress.total()), (2, 5));
        assert_eq!(progress.pieces(), [Done, Done, UnderWay, NotBegun, Stopped]);
    }
}
