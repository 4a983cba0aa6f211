//! When somebody has time: weekday × part of the day, as one number.

use samskab_kernel::{codes, jiff::civil::Weekday};

codes! {
    /// A part of the day. The hours are what the page says they are.
    pub enum PartOfDay {
        /// 8–12
        Morning => "morning",
        /// 12–17
        Afternoon => "afternoon",
        /// 17–22
        Evening => "evening",
        /// 22–8
        Night => "night",
    }
}

impl PartOfDay {
    /// The part into which a minute of the day falls.
    pub fn of_minute(minute: i64) -> Self {
        match minute {
            480..720 => Self::Morning,
            720..1020 => Self::Afternoon,
            1020..1320 => Self::Evening,
            _ => Self::Night,
        }
    }

    fn number(self) -> u32 {
        match self {
            Self::Morning => 0,
            Self::Afternoon => 1,
            Self::Evening => 2,
            Self::Night => 3,
        }
    }
}

/// Seven weekdays of four parts each: bit = weekday * 4 + part, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Availability(pub u32);

impl Availability {
    const ALL: u32 = (1 << 28) - 1;

    /// Which bit: weekday * 4 + part.
    pub fn number_of(weekday: Weekday, part: PartOfDay) -> u32 {
        u32::from(weekday.to_monday_zero_offset().unsigned_abs()) * 4 + part.number()
    }

    fn bit(weekday: Weekday, part: PartOfDay) -> u32 {
        1 << Self::number_of(weekday, part)
    }

    #[must_use]
    pub fn with_bit(self, bit: u32) -> Self {
        Self(self.0 | 1_u32.checked_shl(bit).unwrap_or_default() & Self::ALL)
    }

    #[must_use]
    pub fn and(self, weekday: Weekday, part: PartOfDay) -> Self {
        Self(self.0 | Self::bit(weekday, part))
    }

    pub fn contains(self, weekday: Weekday, part: PartOfDay) -> bool {
        self.0 & Self::bit(weekday, part) != 0
    }

    /// Any time of the week.
    pub fn always() -> Self {
        Self(Self::ALL)
    }

    /// Nothing said.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Some time in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as its column stores it.
    pub fn number(self) -> i64 {
        i64::from(self.0)
    }

    /// Bits that mean nothing are dropped.
    pub fn of_number(number: i64) -> Self {
        Self(u32::try_from(number).unwrap_or_default() & Self::ALL)
    }

    /// Each weekday with its parts, those without left out.
    pub fn days(self) -> Vec<(Weekday, Vec<PartOfDay>)> {
        Weekday::Monday
            .cycle_forward()
            .take(7)
            .filter_map(|weekday| {
                let parts: Vec<PartOfDay> =
                    PartOfDay::ALL.iter().copied().filter(|part| self.contains(weekday, *part)).collect();
                (!parts.is_empty()).then_some((weekday, parts))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_written_as_a_number_and_read_back() {
        let week = Availability::default()
            .and(Weekday::Monday, PartOfDay::Morning)
            .and(Weekday::Sunday, PartOfDay::Night)
            .and(Weekday::Sunday, PartOfDay::Evening);
        assert_eq!(week.number(), 1 | 1 << 26 | 1 << 27);
        assert_eq!(Availability::of_number(week.number()), week);
        assert_eq!(
            week.days(),
            [
                (Weekday::Monday, vec![PartOfDay::Morning]),
                (Weekday::Sunday, vec![PartOfDay::Evening, PartOfDay::Night])
            ]
        );
        assert_eq!(Availability::of_number(-1), Availability::default());
        assert_eq!(Availability::of_number(i64::from(u32::MAX)).number(), (1 << 28) - 1);
    }

    #[test]
    fn the_parts_of_the_day_meet_without_a_gap() {
        let parts = |minutes: [i64; 4]| minutes.map(PartOfDay::of_minute);
        let in_order = [PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening, PartOfDay::Night];
        assert_eq!(parts([480, 720, 1020, 1320]), in_order);
        assert_eq!(parts([719, 1019, 1319, 479]), in_order);
    }
}
