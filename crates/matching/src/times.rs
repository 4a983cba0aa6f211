//! The week in twenty-eight pieces: seven weekdays, each in four parts.

use samskab_kernel::jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// A part of the day on the wall clock in Denmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartOfDay {
    /// From 6 to 12.
    Morning,
    /// From 12 to 17.
    Afternoon,
    /// From 17 to 22.
    Evening,
    /// From 22 to 6; it belongs to the day on which it begins.
    Night,
}

impl PartOfDay {
    pub const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Evening, Self::Night];
}

const SIX: u32 = 6 * 60;
const DAY: u32 = 24 * 60;
/// When each part ends, in minutes after six in the morning.
const ENDS: [u32; 4] = [12 * 60 - SIX, 17 * 60 - SIX, 22 * 60 - SIX, DAY];
/// A part that a turn only touches does not count unless the turn is no longer than that itself.
const COUNTS_FROM: u32 = 60;

/// When in the week: a set of weekday × part of day. Empty means *not told*.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slots(pub(crate) u32);

impl Slots {
    pub const EMPTY: Self = Self(0);
    pub const ALWAYS: Self = Self((1 << 28) - 1);

    pub fn of(weekday: Weekday, part: PartOfDay) -> Self {
        let day = weekday.to_monday_zero_offset().unsigned_abs();
        Self(1 << (u32::from(day) * 4 + part as u32))
    }

    /// The parts that a turn on a weekday takes: those it fills for an hour or more, else the one it begins in.
    /// `start` is in minutes after midnight (0 to 1439), `minutes` its length; a turn of more than a day is read
    /// as one of a day.
    pub fn of_turn(weekday: Weekday, start: u16, minutes: u16) -> Self {
        // counted from six in the morning, when the day of a volunteer begins
        let (first, begin) = match u32::from(start) % DAY {
            early if early < SIX => (weekday.previous(), early + DAY - SIX),
            later => (weekday, later - SIX),
        };
        let end = begin + u32::from(minutes).min(DAY);
        let mut found = Self::EMPTY;
        for (day, offset) in [(first, 0), (first.next(), DAY)] {
            let mut from = offset;
            for (part, ends) in PartOfDay::ALL.into_iter().zip(ENDS) {
                let to = offset + ends;
                let filled = end.min(to).saturating_sub(begin.max(from));
                let begins_here = (from..to).contains(&begin);
                if filled >= COUNTS_FROM || begins_here && end < begin + COUNTS_FROM {
                    found = found.union(Self::of(day, part));
                }
                from = to;
            }
        }
        // a turn of an hour and a half around noon fills neither part
        if found.is_empty() { Self::of(first, part_at(begin)) } else { found }
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Monday morning first.
    pub fn iter(self) -> impl Iterator<Item = (Weekday, PartOfDay)> {
        (0..28u8).filter(move |bit| self.0 >> bit & 1 == 1).filter_map(|bit| {
            let day = Weekday::from_monday_zero_offset(i8::try_from(bit / 4).ok()?).ok()?;
            Some((day, PartOfDay::ALL[usize::from(bit % 4)]))
        })
    }
}

/// The part of the day at `minute` minutes after six o'clock.
fn part_at(minute: u32) -> PartOfDay {
    PartOfDay::ALL
        .into_iter()
        .zip(ENDS)
        .find(|(_, ends)| minute < *ends)
        .map_or(PartOfDay::Night, |(part, _)| part)
}

impl FromIterator<(Weekday, PartOfDay)> for Slots {
    fn from_iter<I: IntoIterator<Item = (Weekday, PartOfDay)>>(slots: I) -> Self {
        slots.into_iter().fold(Self::EMPTY, |set, (day, part)| set.union(Self::of(day, part)))
    }
}

impl std::fmt::Debug for Slots {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use PartOfDay::*;
    use Weekday::*;

    use super::*;

    fn turn(weekday: Weekday, start: u16, minutes: u16) -> Vec<(Weekday, PartOfDay)> {
        Slots::of_turn(weekday, start, minutes).iter().collect()
    }

    #[test]
    fn a_turn_takes_the_parts_it_fills() {
        assert_eq!(turn(Tuesday, 9 * 60, 120), [(Tuesday, Morning)]);
        assert_eq!(turn(Tuesday, 10 * 60, 240), [(Tuesday, Morning), (Tuesday, Afternoon)]);
        assert_eq!(turn(Tuesday, 9 * 60, 190), [(Tuesday, Morning)], "ten minutes past noon do not count");
        assert_eq!(
            turn(Saturday, 11 * 60 + 20, 80),
            [(Saturday, Morning)],
            "neither is filled: where it begins"
        );
        assert_eq!(turn(Saturday, 21 * 60 + 50, 20), [(Saturday, Evening)]);
    }

    #[test]
    fn the_small_hours_belong_to_the_evening_before() {
        assert_eq!(turn(Monday, 2 * 60, 60), [(Sunday, Night)]);
        assert_eq!(turn(Friday, 23 * 60, 8 * 60), [(Friday, Night), (Saturday, Morning)]);
    }

    #[test]
    fn a_slot_is_read_back() {
        let all: Vec<_> = Slots::ALWAYS.iter().collect();
        assert_eq!((all.len(), all[0], all[27]), (28, (Monday, Morning), (Sunday, Night)));
        assert_eq!(all.into_iter().collect::<Slots>(), Slots::ALWAYS);
    }
}
