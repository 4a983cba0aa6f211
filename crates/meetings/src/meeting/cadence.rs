//! How often a body meets in a calendar year, and whether that is as it should be (RS-20). Pure.

use samskab_kernel::Day;

/// Days before the end of the year, for each missing meeting, from which planning is late.
const DAYS_EACH: i64 = 100;

/// How a year stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cadence {
    pub held: i64,
    pub planned: i64,
    /// How many more must be planned.
    pub missing: i64,
    /// More than there should be.
    pub too_many: i64,
    /// It is time to plan what is missing.
    pub is_late: bool,
}

/// `held` and `planned`: meetings of the year that were, and that are to come.
pub fn of(minimum: Option<i64>, maximum: Option<i64>, held: i64, planned: i64, today: Day) -> Cadence {
    let all = held + planned;
    let missing = minimum.map_or(0, |minimum| (minimum - all).max(0));
    let last = Day::of(today.date().year(), 12, 31);
    let left = today.date().until(last.date()).map_or(0, |span| i64::from(span.get_days()));
    Cadence {
        held,
        planned,
        missing,
        too_many: maximum.map_or(0, |maximum| (all - maximum).max(0)),
        is_late: missing > 0 && left <= missing * DAYS_EACH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_meeting_is_missed_before_it_is_too_late() {
        let in_march = of(Some(2), Some(3), 1, 0, Day::of(2026, 3, 2));
        assert_eq!((in_march.missing, in_march.is_late), (1, false));
        let in_october = of(Some(2), Some(3), 1, 0, Day::of(2026, 10, 1));
        assert_eq!((in_october.missing, in_october.is_late), (1, true));
        let planned = of(Some(2), Some(3), 1, 1, Day::of(2026, 10, 1));
        assert_eq!((planned.missing, planned.is_late), (0, false));
        assert!(of(Some(2), Some(3), 0, 0, Day::of(2026, 6, 20)).is_late, "two take longer than one");
    }

    #[test]
    fn a_fourth_is_said_to_be_one_too_many_and_without_a_rule_nothing_is() {
        assert_eq!(of(Some(2), Some(3), 3, 1, Day::of(2026, 10, 1)).too_many, 1);
        let free = of(None, None, 0, 0, Day::of(2026, 12, 31));
        assert_eq!((free.missing, free.too_many, free.is_late), (0, 0, false));
    }
}
