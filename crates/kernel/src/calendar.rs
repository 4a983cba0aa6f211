//! Danish calendar days: what "by Thursday" and "three working days" mean.

use std::{fmt, str::FromStr};

use jiff::{
    Span, ToSpan,
    civil::{Date, Time, Weekday},
};

use crate::{Instant, instant::denmark};

/// A day on the Danish calendar, without a time. Stored as `YYYY-MM-DD`, which sorts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a day")]
pub struct NotADay(pub String);

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

    /// Not a weekend and not a Danish public holiday (Store Bededag ended with 2023).
    pub fn is_working_day(self) -> bool {
        !self.is_weekend() && !self.is_public_holiday()
    }

    /// The day `count` working days after this one.
    pub fn plus_working_days(self, count: u32) -> Self {
        let mut day = self;
        for _ in 0..count {
            day = day.plus_days(1);
            while !day.is_working_day() {
                day = day.plus_days(1);
            }
        }
        day
    }

    /// Helligdage by helligdagsloven: fixed days and those that follow Easter.
    pub fn is_public_holiday(self) -> bool {
        let (month, day) = (self.0.month(), self.0.day());
        if matches!((month, day), (1, 1) | (12, 25) | (12, 26)) {
            return true;
        }
        let after_easter = self.number() - easter_sunday(self.0.year()).number();
        matches!(after_easter, -3 | -2 | 0 | 1 | 39 | 49 | 50) || (after_easter == 26 && self.0.year() < 2024)
    }
}

/// The anonymous Gregorian algorithm.
fn easter_sunday(year: i16) -> Day {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    let date = Date::new(year as i16, month as i8, day as i8).unwrap_or(Date::constant(1970, 1, 1));
    Day(date)
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
        let not = || NotADay(text.to_owned());
        let parts: Vec<&str> = text.trim().split(['-', '.', '/']).map(str::trim).collect();
        let [first, month, last] = parts[..] else { return Err(not()) };
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        if year.len() != 4 {
            return Err(not());
        }
        let number = |text: &str| text.parse::<i16>().map_err(|_| not());
        let (month, day) = (number(month)?, number(day)?);
        let small = |n: i16| i8::try_from(n).map_err(|_| not());
        Date::new(number(year)?, small(month)?, small(day)?).map(Self).map_err(|_| not())
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
    fn easter_and_what_follows_it_are_holidays() {
        assert_eq!(easter_sunday(2026), Day::of(2026, 4, 5));
        assert_eq!(easter_sunday(2027), Day::of(2027, 3, 28));
        assert!(Day::of(2026, 4, 2).is_public_holiday(), "skærtorsdag");
        assert!(Day::of(2026, 5, 14).is_public_holiday(), "Kristi himmelfart");
        assert!(Day::of(2023, 5, 5).is_public_holiday(), "store bededag, for the last time");
        assert!(!Day::of(2024, 4, 26).is_public_holiday(), "store bededag is abolished");
    }

    #[test]
    fn three_working_days_step_over_christmas() {
        let before_christmas = Day::of(2026, 12, 23);
        assert_eq!(before_christmas.plus_working_days(3), Day::of(2026, 12, 29));
    }

    #[test]
    fn a_deadline_at_noon_is_noon_in_denmark_in_summer_and_winter() {
        assert_eq!(Day::of(2026, 7, 1).at(12, 0).to_string(), "2026-07-01T10:00:00Z");
        assert_eq!(Day::of(2026, 12, 1).at(12, 0).to_string(), "2026-12-01T11:00:00Z");
        // The night summer time begins has no 02:30, the night it ends has two.
        assert_eq!(Day::of(2026, 3, 29).at(2, 30).to_string(), "2026-03-29T01:30:00Z");
        assert_eq!(Day::of(2026, 10, 25).at(2, 30).to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn days_are_read_as_people_and_browsers_write_them() {
        for text in ["2026-11-28", "28-11-2026", "28.11.2026", "28/11/2026"] {
            assert_eq!(text.parse(), Ok(Day::of(2026, 11, 28)), "{text}");
        }
        for text in ["", "31-02-2019", "28-11-26", "i morgen", "2026-13-01"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
