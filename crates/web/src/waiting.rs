//! How much waits for each person, kept for a moment: the number is in the menu of every page of those who are signed
//! in, and asking all contexts anew for each page cost more than most pages themselves.
//!
//! A number is good as long as the book of events has the number it had before and the person has sent nothing, and
//! for a minute at most, because time alone makes things wait. The answer to a form shows a number of up to a minute
//! ago, so that a text that saves itself every few seconds counts nothing. Whoever asks while it is being counted
//! waits for that answer. *Mit overblik* itself always counts.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use uuid::Uuid;

const SECONDS: i64 = 60;
/// At most this many people's numbers are kept; then all are dropped.
const MOST: usize = 10_000;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted {
    /// The number of the book of events before it was counted.
    pub head: i64,
    pub at: Instant,
    pub count: usize,
}

impl Counted {
    pub(crate) fn is_good(&self, head: i64, now: Instant) -> bool {
        self.head == head && self.is_recent(now)
    }

    /// It was counted within the last minute, whatever has happened since.
    pub(crate) fn is_recent(&self, now: Instant) -> bool {
        let until = self.at.plus(SignedDuration::from_secs(SECONDS));
        (self.at..until).contains(&now)
    }

    /// The same number, marked as outdated for every page.
    pub(crate) fn outdated(self) -> Self {
        Self { head: i64::MIN, ..self }
    }
}

/// One person's number; locked while it is counted.
pub(crate) type Own = Arc<tokio::sync::Mutex<Option<Counted>>>;

#[derive(Default)]
pub(crate) struct Waiting(Mutex<HashMap<(TenantId, Uuid), Own>>);

impl Waiting {
    pub(crate) fn of(&self, tenant: TenantId, person: Uuid) -> Own {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        Arc::clone(kept.entry((tenant, person)).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_good_until_something_happens_and_for_a_minute_at_most() {
        let at = |seconds: i64| Instant::from_micros(1_000_000).plus(SignedDuration::from_secs(seconds));
        let counted = Counted { head: 7, at: at(0), count: 3 };
        assert!(counted.is_good(7, at(0)) && counted.is_good(7, at(59)));
        assert!(!counted.is_good(7, at(60)), "time alone makes things wait");
        assert!(!counted.is_good(8, at(1)), "something has happened");
        let sent = counted.outdated();
        assert!(sent.is_recent(at(59)) && !sent.is_good(7, at(1)), "the next page counts anew");
        assert!(!sent.is_recent(at(60)));
    }

    #[test]
    fn each_has_a_number_of_their_own() {
        let (waiting, tenant) = (Waiting::default(), TenantId::from(Uuid::from_u128(1)));
        let own = |person: u128| waiting.of(tenant, Uuid::from_u128(person));
        assert!(Arc::ptr_eq(&own(2), &own(2)) && !Arc::ptr_eq(&own(2), &own(3)));
    }
}
