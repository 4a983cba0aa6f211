//! Days for the town's events, whatever day it is loaded: things are written in office hours, and nobody meets on a
//! holiday, in July or between Christmas and the New Year.

use samskab_kernel::{
    Day, Instant,
    holiday::Holiday,
    jiff::civil::{Date, Weekday},
};

pub(crate) fn is_office_day(day: Day) -> bool {
    !day.is_weekend() && Holiday::of(day).is_none()
}

/// The day, or the last before it on which the town hall was open.
pub(crate) fn office_day_before(day: Day) -> Day {
    let mut day = day;
    while !is_office_day(day) {
        day = day.plus_days(-1);
    }
    day
}

/// The day, or the first after it on which the town hall is open.
pub(crate) fn office_day_after(day: Day) -> Day {
    let mut day = day;
    while !is_office_day(day) {
        day = day.plus_days(1);
    }
    day
}

/// The time `days` days before `now`, in office hours. What fell on a weekend or a holiday was done on the last
/// working day before it, later in that day, so that what came first stays first.
pub(crate) fn ago(now: Instant, days: i64) -> Instant {
    if days <= 0 {
        return now;
    }
    let day = now.plus_days(-days).day();
    let office = office_day_before(day);
    let late = i64::from(day.number() - office.number());
    let minute = 9 * 60 + 20 + late.min(5) * 60 + days * 17 % 40;
    office.at(i8::try_from(minute / 60).unwrap_or(9), i8::try_from(minute % 60).unwrap_or(0))
}

fn in_july(date: Date) -> bool {
    date.month() == 7
}

/// No council, no group and no committee meets.
fn is_quiet(day: Day) -> bool {
    let date = day.date();
    let at_christmas = matches!((date.month(), date.day()), (12, 20..) | (1, ..=3));
    in_july(date) || at_christmas || !is_office_day(day)
}

/// The weekday of the week in which `near` lies; where nobody meets then, the same weekday of a week further from today. Never
/// on a day that is `taken`.
pub(crate) fn meeting_day(near: Day, weekday: Weekday, today: Day, taken: &[Day]) -> Day {
    let offset = |day: Weekday| i32::from(day.to_monday_zero_offset());
    let mut day = near.plus_days(offset(weekday) - offset(near.weekday()));
    let (is_past, step) = if near < today { (true, -7) } else { (false, 7) };
    let is_wrong_side = |day: Day| if is_past { day >= today } else { day <= today };
    while is_wrong_side(day) || is_quiet(day) || taken.contains(&day) {
        day = day.plus_days(step);
    }
    day
}

/// The first such weekday after `day` on which a council meets.
pub(crate) fn meeting_day_after(day: Day, weekday: Weekday) -> Day {
    let mut next = day.plus_days(1);
    while next.weekday() != weekday || is_quiet(next) {
        next = next.plus_days(1);
    }
    next
}

/// A term of a school's holidays: in winter and autumn one week each, at Christmas two, in summer from the end of June.
pub(crate) fn is_school_holiday(day: Day) -> bool {
    let date = day.date();
    let week = date.iso_week_date().week();
    matches!(week, 7 | 42)
        || matches!((date.month(), date.day()), (12, 20..) | (1, ..=3) | (6, 27..) | (7, _) | (8, ..=9))
}

/// Days of a plan that were to be in July are in August: the council has its holiday. How many days later.
pub(crate) fn out_of_july(starts_on: Day, ends_on: Day) -> i32 {
    let first = starts_on.date().first_of_month();
    let months = [first, ends_on.date().first_of_month()];
    let Some(july) = months.into_iter().find(|month| in_july(*month)) else { return 0 };
    let august = Day::of(july.year(), 8, 1);
    august.number() - Day::from(first).number()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Monday, a Sunday, Christmas Eve and the first day of the holidays.
    const BEGINNINGS: [Day; 4] =
        [Day::of(2026, 11, 30), Day::of(2026, 11, 29), Day::of(2026, 12, 24), Day::of(2027, 7, 1)];

    #[test]
    fn what_was_written_was_written_on_a_working_day_in_office_hours_and_in_its_order() {
        for today in BEGINNINGS {
            let now = today.at(2, 20);
            let mut later = now;
            for days in 1..500 {
                let at = ago(now, days);
                assert!(is_office_day(at.day()) && at < later, "{days} days before {today:?}");
                assert!(at >= at.day().at(9, 0) && at < at.day().at(16, 0), "{days} days before {today:?}");
                later = at;
            }
        }
    }

    #[test]
    fn nobody_meets_on_a_holiday_in_july_or_at_christmas_and_nobody_twice_a_day() {
        for today in BEGINNINGS {
            let mut taken = Vec::new();
            for days in (-500..500).step_by(15) {
                let day = meeting_day(today.plus_days(days), Weekday::Tuesday, today, &taken);
                assert!(!is_quiet(day) && day.weekday() == Weekday::Tuesday && !taken.contains(&day));
                assert_eq!(day > today, days >= 0, "{days} days from {today:?}");
                taken.push(day);
            }
        }
    }

    #[test]
    fn the_meeting_after_the_one_before_christmas_is_in_january() {
        let next = |day| meeting_day_after(day, Weekday::Tuesday);
        assert_eq!(next(Day::of(2025, 12, 9)), Day::of(2025, 12, 16));
        assert_eq!(next(Day::of(2025, 12, 16)), Day::of(2026, 1, 6));
    }

    #[test]
    fn the_council_has_its_holiday_in_july() {
        let late = |from: (i8, i8), to: (i8, i8)| {
            out_of_july(Day::of(2027, from.0, from.1), Day::of(2027, to.0, to.1))
        };
        assert_eq!(late((6, 1), (6, 30)), 0);
        assert_eq!(late((7, 1), (8, 31)), 31);
        assert_eq!(late((6, 1), (7, 31)), 61);
    }
}
