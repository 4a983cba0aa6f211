//! How much waits for each person, kept for a moment: the number stands in the menu of every page of those who are signed
//! in, and asking all contexts anew for each page cost more than most pages themselves.
//!
//! A number is good as long as the book of events has the number it had before, and for a minute at most, because time
//! alone makes things wait. *Mit overblik* itself always asks.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use uuid::Uuid;

const SECONDS: i64 = 60;
/// Of more people nothing is kept: it begins anew.
const MOST: usize = 10_000;

#[derive(Debug, Clone, Copy)]
struct Counted {
    /// The number of the book of events before it was counted.
    head: i64,
    at: Instant,
    count: usize,
}

#[derive(Default)]
pub(crate) struct Waiting(Mutex<HashMap<(TenantId, Uuid), Counted>>);

impl Waiting {
    pub(crate) fn known(&self, tenant: TenantId, person: Uuid, head: i64, now: Instant) -> Option<usize> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = kept.get(&(tenant, person))?;
        let until = counted.at.plus(SignedDuration::from_secs(SECONDS));
        (counted.head == head && (counted.at..until).contains(&now)).then_some(counted.count)
    }

    pub(crate) fn keep(&self, tenant: TenantId, person: Uuid, head: i64, at: Instant, count: usize) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert((tenant, person), Counted { head, at, count });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_good_until_something_happens_and_for_a_minute_at_most() {
        let (waiting, tenant, person) = (Waiting::default(), Uuid::from_u128(1).into(), Uuid::from_u128(2));
        let at = |seconds: i64| Instant::from_micros(1_000_000).plus(SignedDuration::from_secs(seconds));
        assert_eq!(waiting.known(tenant, person, 7, at(0)), None);
        waiting.keep(tenant, person, 7, at(0), 3);
        assert_eq!(waiting.known(tenant, person, 7, at(59)), Some(3));
        assert_eq!(waiting.known(tenant, person, 7, at(60)), None, "time alone makes things wait");
        assert_eq!(waiting.known(tenant, person, 8, at(1)), None, "something has happened");
        assert_eq!(waiting.known(tenant, Uuid::from_u128(3), 7, at(1)), None, "to somebody else");
    }
}
