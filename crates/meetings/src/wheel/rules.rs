//! The same day in another year. Pure.

use samskab_kernel::{Day, jiff::civil::Date};

use super::Repeats;

/// The day in `year` that answers to `day` in its own. The 29th of February is the 28th where there is none; a fifth Friday is
/// the last one.
pub fn in_year(day: Day, repeats: Repeats, year: i16) -> Day {
    let date = day.date();
    let Ok(first) = Date::new(year, date.month(), 1) else { return day };
    let last_weekday = || first.nth_weekday_of_month(-1, day.weekday());
    let found = match repeats {
        Repeats::Date => Date::new(year, date.month(), date.day().min(first.days_in_month())),
        Repeats::NthWeekday => {
            first.nth_weekday_of_month((date.day() - 1) / 7 + 1, day.weekday()).or_else(|_| last_weekday())
        }
        Repeats::LastWeekday => last_weekday(),
    };
    found.map_or(day, Day::from)
}

/// Whether a day is the last of its weekday in its month.
pub fn is_last_weekday(day: Day) -> bool {
    day.date().day() + 7 > day.date().days_in_month()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_other_years_are_found_as_people_say_them() {
        // Frivillig Fredag is the last Friday of September.
        let friday = Day::of(2026, 9, 25);
        assert_eq!(in_year(friday, Repeats::LastWeekday, 2027), Day::of(2027, 9, 24));
        // The second Monday of April.
        let monday = Day::of(2026, 4, 13);
        assert_eq!(in_year(monday, Repeats::NthWeekday, 2027), Day::of(2027, 4, 12));
        assert_eq!(in_year(Day::of(2028, 2, 29), Repeats::Date, 2029), Day::of(2029, 2, 28));
        // A fifth Friday in a month with four.
        assert_eq!(in_year(Day::of(2026, 1, 30), Repeats::NthWeekday, 2027), Day::of(2027, 1, 29));
        assert_eq!(in_year(Day::of(2026, 10, 30), Repeats::NthWeekday, 2028), Day::of(2028, 10, 27));
    }

    #[test]
    fn every_weekday_rule_keeps_the_weekday_and_the_month() {
        for number in 0..365 {
            let day = Day::of(2026, 1, 1).plus_days(number);
            for year in 2027..2040 {
                for repeats in [Repeats::NthWeekday, Repeats::LastWeekday] {
                    let other = in_year(day, repeats, year);
                    assert_eq!(other.weekday(), day.weekday(), "{day} in {year}");
                    assert_eq!(other.date().month(), day.date().month(), "{day} in {year}");
                    assert_eq!(other.date().year(), year);
                }
            }
        }
    }

    #[test]
    fn the_last_weekday_is_told_from_others() {
        assert!(is_last_weekday(Day::of(2026, 9, 25)));
        assert!(!is_last_weekday(Day::of(2026, 9, 18)));
    }
}
