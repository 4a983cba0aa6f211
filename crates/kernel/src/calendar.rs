//! Danish calendar days: what "by Thursday" and "three working days" mean.

use std::{fmt, str::FromStr};

use jiff::{
    Span, ToSpan,
    civil::{Date, Time, Weekday},
    tz::AmbiguousOffset,
};

use crate::{Instant, instant::denmark};

/// A day on the Danish calendar, without a time. Stored as `YYYY-MM-DD`, which sorts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotADay {
    #[error("“{0}” is not written as a day")]
    Unreadable(String),
    /// It is written as a day is, and the calendar has none such: 30 February.
    #[error("“{0}” is no day of the calendar")]
    Missing(String),
}

/// How often the clock shows a time of day: summer time skips an hour of one night and doubles one of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimesShown {
    Once,
    Never,
    Twice,
}

impl Day {
    pub const fn of(year: i16, month: i8, day: i8) -> Self {
        Self(Date::constant(year, month, day))
    }

    pub const fn date(self) -> Date {
        self.0
    }

    /// Days since 1 January 1970: a number to compare and index by.
    pub fn number(self) -> i32 {
        self.0.since(Date::constant(1970, 1, 1)).map(|span: Span| span.get_days()).unwrap_or(0)
    }

    pub fn plus_days(self, days: i32) -> Self {
        self.0.checked_add(days.days()).map(Self).unwrap_or(self)
    }

    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    pub fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// How often the clock in Denmark shows this minute of the day: once, but for two nights a year.
    pub fn shows(self, minute: i64) -> TimesShown {
        let time = Time::midnight().saturating_add(minute.minutes());
        match denmark().to_ambiguous_timestamp(self.0.to_datetime(time)).offset() {
            AmbiguousOffset::Unambiguous { .. } => TimesShown::Once,
            AmbiguousOffset::Gap { .. } => TimesShown::Never,
            AmbiguousOffset::Fold { .. } => TimesShown::Twice,
        }
    }

    /// Which end of a turn the clock never shows, on the night it goes forward: the start, the end. Minutes after the
    /// midnight before this day; the end may be on a later one.
    pub fn never_shown(self, start_minute: i64, end_minute: i64) -> (bool, bool) {
        const DAY: i64 = 24 * 60;
        let is_never = |minute: i64| {
            let days = i32::try_from(minute.div_euclid(DAY)).unwrap_or(0);
            self.plus_days(days).shows(minute.rem_euclid(DAY)) == TimesShown::Never
        };
        (is_never(start_minute), is_never(end_minute))
    }

    /// The instant at which the clock in Denmark shows `hour`:`minute` on this day. In the
    /// hour that summer time skips: the same wait after midnight; in the doubled hour: the first.
    pub fn at(self, hour: i8, minute: i8) -> Instant {
        let time = Time::new(hour, minute, 0, 0).unwrap_or_default();
        self.at_time(time)
    }

    pub fn at_time(self, time: Time) -> Instant {
        self.0
            .to_datetime(time)
            .to_zoned(denmark())
            .map(|zoned| zoned.timestamp().into())
            .unwrap_or(Instant::from_micros(i64::MAX))
    }

    /// Midnight at the start of the day.
    pub fn start(self) -> Instant {
        self.at(0, 0)
    }

    /// Midnight at the end of the day: the first instant of the next.
    pub fn end(self) -> Instant {
        self.plus_days(1).start()
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}
impl FromStr for Day {
    type Err = NotADay;
    /// `2026-11-28`, as browsers send it, or `28-11-2026`, `28.11.2026`, `28/11/2026` as people type it.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let not = || NotADay::Unreadable(text.to_owned());
        let parts: Vec<&str> = text.trim().split(['-', '.', '/']).map(str::trim).collect();
        let [first, month, last] = parts[..] else { return Err(not()) };
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        if year.len() != 4 {
            return Err(not());
        }
        let number = |text: &str| text.parse::<i16>().map_err(|_| not());
        let (year, month, day) = (number(year)?, number(month)?, number(day)?);
        let missing = || NotADay::Missing(text.to_owned());
        let small = |n: i16| i8::try_from(n).map_err(|_| missing());
        Date::new(year, small(month)?, small(day)?).map(Self).map_err(|_| missing())
    }
}
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
crate::stored_as_text!(Day, |day: &Day| day.to_string(), |text: &str| text.parse::<Day>());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_at_noon_is_noon_in_denmark_in_summer_and_winter() {
        assert_eq!(Day::of(2026, 7, 1).at(12, 0).to_string(), "2026-07-01T10:00:00Z");
        assert_eq!(Day::of(2026, 12, 1).at(12, 0).to_string(), "2026-12-01T11:00:00Z");
        // The night summer time begins has no 02:30, the night it ends has two.
        assert_eq!(Day::of(2026, 3, 29).at(2, 30).to_string(), "2026-03-29T01:30:00Z");
        assert_eq!(Day::of(2026, 10, 25).at(2, 30).to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn a_deadline_at_midnight_means_the_day_that_ends_then() {
        let day = Day::of(2026, 11, 27);
        assert_eq!(
            (day.end().last_day(), day.at(0, 1).last_day(), day.at(23, 59).last_day()),
            (day, day, day)
        );
    }

    #[test]
    fn two_nights_a_year_have_a_time_that_is_missing_or_comes_twice() {
        let (spring, autumn) = (Day::of(2026, 3, 29), Day::of(2026, 10, 25));
        for (day, minute, shown) in [
            (spring, 119, TimesShown::Once),
            (spring, 120, TimesShown::Never),
            (spring, 179, TimesShown::Never),
            (spring, 180, TimesShown::Once),
            (autumn, 119, TimesShown::Once),
            (autumn, 120, TimesShown::Twice),
            (autumn, 179, TimesShown::Twice),
            (autumn, 180, TimesShown::Once),
            (Day::of(2026, 3, 28), 150, TimesShown::Once),
        ] {
            assert_eq!(day.shows(minute), shown, "{day} {minute}");
        }
    }

    #[test]
    fn days_are_read_as_people_and_browsers_write_them() {
        for text in ["2026-11-28", "28-11-2026", "28.11.2026", "28/11/2026"] {
            assert_eq!(text.parse(), Ok(Day::of(2026, 11, 28)), "{text}");
        }
        for text in ["", "31-02-2019", "28-11-26", "i morgen", "2026-13-01"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        for (text, is_written_as_one) in
            [("30.2.2026", true), ("2026-13-01", true), ("30-2-26", false), ("i dag", false)]
        {
            let not = text.parse::<Day>().unwrap_err();
            assert_eq!(matches!(not, NotADay::Missing(_)), is_written_as_one, "{text}");
        }
    }

    #[test]
    fn a_time_that_the_clock_never_shows_is_known_at_both_ends() {
        let spring = Day::of(2026, 3, 29);
        assert_eq!(spring.never_shown(150, 300), (true, false));
        assert_eq!(spring.plus_days(-1).never_shown(23 * 60, 24 * 60 + 150), (false, true));
        assert_eq!(spring.never_shown(60, 240), (false, false));
    }
}
