//! What many pages are made of, kept in memory as long as nothing happens in the municipality: the same rule as for
//! kept pages (ADR 0013), for the parts that pages share.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, PoisonError},
};

use samskab_kernel::{Day, TenantId};

use crate::Cx;

/// The state of a municipality's data: within one moment, a value that was read stays right; between two, it may have
/// changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    tenant: TenantId,
    /// The number of the book of events before anything was read.
    number: i64,
    /// The version of the municipality's settings, as this process knows them.
    settings: u64,
    day: Day,
}

impl Cx {
    /// `None` where it is not known, or where this request may itself change what it reads.
    pub fn moment(&self) -> Option<Moment> {
        let number = self.book.filter(|_| self.request.sent_from.is_none())?;
        Some(self.at(number))
    }

    /// The same, where the request has read the number itself: before what it reads next, and before it changes anything.
    /// `None` where nothing is kept.
    pub fn moment_at(&self, number: i64) -> Option<Moment> {
        self.services.kept.keeps().then(|| self.at(number))
    }

    fn at(&self, number: i64) -> Moment {
        Moment { tenant: self.tenant.id, number, settings: self.tenant.version, day: self.today() }
    }
}

/// Values by key, of each municipality at most `MOST`: of more it begins anew.
pub struct Remembered<K, V, const MOST: usize>(Mutex<HashMap<TenantId, Known<K, V>>>);

/// When it was read, and what.
type Known<K, V> = (Moment, HashMap<K, V>);

impl<K, V, const MOST: usize> Default for Remembered<K, V, MOST> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V: Clone, const MOST: usize> Remembered<K, V, MOST> {
    /// The values of those keys that are known at that moment.
    pub fn of<'k>(&self, moment: Moment, keys: impl IntoIterator<Item = &'k K>) -> Vec<V>
    where
        K: 'k,
    {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((_, values)) = all.get(&moment.tenant).filter(|(then, _)| *then == moment) else {
            return Vec::new();
        };
        keys.into_iter().filter_map(|key| values.get(key).cloned()).collect()
    }

    /// What is known at that moment, or what is read, from then on known.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn one<E>(
        &self,
        moment: Option<Moment>,
        key: K,
        read: impl Future<Output = Result<V, E>>,
    ) -> Result<V, E> {
        let Some(moment) = moment else { return read.await };
        if let Some(value) = self.of(moment, [&key]).pop() {
            return Ok(value);
        }
        let value = read.await?;
        self.add(moment, [(key, value.clone())]);
        Ok(value)
    }

    /// Stores values that were read after the moment had come.
    pub fn add(&self, moment: Moment, values: impl IntoIterator<Item = (K, V)>) {
        let values: Vec<(K, V)> = values.into_iter().take(MOST).collect();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (then, known) = all.entry(moment.tenant).or_insert_with(|| (moment, HashMap::new()));
        if then.number > moment.number {
            // A slow reader must not replace newer values with older ones.
            return;
        }
        if *then != moment || known.len() + values.len() > MOST {
            *then = moment;
            known.clear();
        }
        known.extend(values);
    }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Id;
    use uuid::Uuid;

    use super::*;

    fn moment(number: i64) -> Moment {
        let tenant = Id::from_uuid(Uuid::nil());
        Moment { tenant, number, settings: 0, day: Day::of(2026, 11, 22) }
    }

    #[test]
    fn what_was_read_is_known_until_something_happens() {
        let remembered = Remembered::<u8, &str, 9>::default();
        remembered.add(moment(7), [(1, "before")]);
        assert_eq!(remembered.of(moment(7), &[1, 2]), ["before"]);
        assert!(remembered.of(moment(8), &[1]).is_empty());
        remembered.add(moment(8), [(1, "after")]);
        remembered.add(moment(7), [(1, "before")]);
        assert_eq!(remembered.of(moment(8), &[1]), ["after"], "a slow reader of before changes nothing");
        assert!(remembered.of(moment(7), &[1]).is_empty());
    }

    #[test]
    fn another_day_other_settings_and_a_neighbour_know_nothing_of_it() {
        let remembered = Remembered::<u8, u8, 9>::default();
        remembered.add(moment(7), [(1, 1)]);
        let neighbour = Id::from_uuid(Uuid::from_u128(1));
        for other in [
            Moment { day: Day::of(2026, 11, 23), ..moment(7) },
            Moment { settings: 1, ..moment(7) },
            Moment { tenant: neighbour, ..moment(7) },
        ] {
            assert!(remembered.of(other, &[1]).is_empty());
        }
    }

    #[test]
    fn of_too_much_it_begins_anew() {
        let remembered = Remembered::<u8, u8, 2>::default();
        remembered.add(moment(7), [(1, 1), (2, 2)]);
        remembered.add(moment(7), [(3, 3)]);
        assert_eq!(remembered.of(moment(7), &[1, 2, 3]), [3]);
        remembered.add(moment(7), [(4, 4), (5, 5)]);
        assert_eq!(remembered.of(moment(7), &[3, 4, 5]), [4, 5]);
        remembered.add(moment(8), [(1, 1), (2, 2), (3, 3)]);
        assert_eq!(remembered.of(moment(8), &[1, 2, 3]), [1, 2], "never more than that, also at once");
    }
}
