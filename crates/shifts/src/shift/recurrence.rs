//! Times that come again, as RFC 5545 section 3.3.10 says it: the part of it that shifts need
//! (ADR 0011). Pure: days on the Danish calendar; the hours are a [`Turn`]'s, on the wall clock.
//!
//! A day that is left out (EXDATE) is no part of the rule: it is a cancelled shift of its own, with
//! its reason.

use std::{fmt, str::FromStr};

use jiff::civil::Weekday;
use samskab_kernel::{Day, Locale, codes};
use samskab_taskbank::task::time::{Turn, as_beginning, hours, short_date, weekly_days};

codes! {
    pub enum Frequency { Daily => "DAILY", Weekly => "WEEKLY", Monthly => "MONTHLY" }
}

/// `TU`, `2TU`, `-1FR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnWeekday {
    /// Monthly: which one of the month, from its end when negative. `None`: each.
    pub nth: Option<i8>,
    pub weekday: Weekday,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Never,
    /// After this many times.
    Count(u32),
    /// Up to and including this day.
    Until(Day),
}

/// An RRULE without its DTSTART. Weeks begin on Monday, as in the RFC and in Denmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub frequency: Frequency,
    /// Every `interval` days, weeks or months; at least 1.
    pub interval: u32,
    /// Empty: decided by the first day of the series.
    pub by_day: Vec<OnWeekday>,
    pub end: End,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a rule we can read")]
pub struct NotARule(pub String);

const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Rule {
    /// Every week on these days.
    pub fn weekly(weekdays: &[Weekday], interval: u32, end: End) -> Self {
        let by_day = weekdays.iter().map(|weekday| OnWeekday { nth: None, weekday: *weekday }).collect();
        Self { frequency: Frequency::Weekly, interval, by_day, end }
    }

    /// The days it falls on from `starts_on` up to and including `to`, in order, each once.
    pub fn days(&self, starts_on: Day, to: Day) -> Vec<Day> {
        let to = match self.end {
            End::Until(until) => until.min(to),
            End::Never | End::Count(_) => to,
        };
        let most = match self.end {
            End::Count(count) => usize::try_from(count).unwrap_or(usize::MAX),
            End::Never | End::Until(_) => usize::MAX,
        };
        let mut days = Vec::new();
        for period in 0_u32.. {
            let Some((first, of_period)) = self.period(starts_on, period) else { break };
            if first > to || days.len() >= most {
                break;
            }
            days.extend(of_period.into_iter().filter(|day| (starts_on..=to).contains(day)));
        }
        days.truncate(most);
        days
    }

    /// The `number`th day, week or month that counts: its first day, and the days in it.
    fn period(&self, starts_on: Day, number: u32) -> Option<(Day, Vec<Day>)> {
        let steps = i32::try_from(number.checked_mul(self.interval.max(1))?).ok()?;
        match self.frequency {
            Frequency::Daily => {
                let day = starts_on.plus_days(steps);
                let fits = self.by_day.is_empty() || self.falls_on(day.weekday());
                Some((day, if fits { vec![day] } else { Vec::new() }))
            }
            Frequency::Weekly => {
                let offset = i32::from(starts_on.weekday().to_monday_zero_offset());
                let monday = starts_on.plus_days(steps.checked_mul(7)? - offset);
                let days = (0..7).map(|day| monday.plus_days(day)).filter(|day| {
                    if self.by_day.is_empty() {
                        day.weekday() == starts_on.weekday()
                    } else {
                        self.falls_on(day.weekday())
                    }
                });
                Some((monday, days.collect()))
            }
            Frequency::Monthly => {
                let months =
                    i32::from(starts_on.date().year()) * 12 + i32::from(starts_on.date().month()) - 1 + steps;
                let (year, month) = (i16::try_from(months / 12).ok()?, i8::try_from(months % 12 + 1).ok()?);
                if year > 9998 {
                    return None;
                }
                let first = Day::from(jiff::civil::Date::new(year, month, 1).ok()?);
                Some((first, self.in_month(first, starts_on.date().day())))
            }
        }
    }

    fn falls_on(&self, weekday: Weekday) -> bool {
        self.by_day.iter().any(|on| on.weekday == weekday)
    }

    fn in_month(&self, first: Day, day_of_month: i8) -> Vec<Day> {
        let length = i32::from(first.date().days_in_month());
        let days = (0..length).map(|offset| (offset, first.plus_days(offset)));
        let fits = |offset: i32, day: Day| {
            if self.by_day.is_empty() {
                // A month without a 31st has none.
                return offset + 1 == i32::from(day_of_month);
            }
            let from_start = offset / 7 + 1;
            let from_end = -((length - 1 - offset) / 7 + 1);
            self.by_day.iter().any(|on| {
                on.weekday == day.weekday()
                    && on.nth.is_none_or(|nth| i32::from(nth) == from_start || i32::from(nth) == from_end)
            })
        };
        days.filter(|(offset, day)| fits(*offset, *day)).map(|(_, day)| day).collect()
    }

    /// The last day it falls on; `None`: it goes on.
    pub fn last_on(&self, starts_on: Day) -> Option<Day> {
        match self.end {
            End::Never => None,
            End::Until(until) => Some(until),
            // A hundred years are more than any count we take.
            End::Count(_) => {
                Some(self.days(starts_on, starts_on.plus_days(36_525)).last().copied().unwrap_or(starts_on))
            }
        }
    }

    /// The same, ending with `day` at the latest.
    #[must_use]
    pub fn until(self, day: Day) -> Self {
        Self { end: End::Until(day), ..self }
    }

    /// `Hver tirsdag og torsdag kl. 14.00–16.00, hver anden uge, til og med 31. december`
    pub fn sentence(&self, locale: Locale, starts_on: Day, turn: Turn, today: Day) -> String {
        let days = match self.frequency {
            Frequency::Monthly => self.monthly_days(locale, starts_on),
            Frequency::Weekly if self.by_day.is_empty() => weekly_days(locale, &[starts_on.weekday()]),
            Frequency::Daily if self.by_day.is_empty() => {
                weekly_days(locale, &Weekday::Monday.cycle_forward().take(7).collect::<Vec<_>>())
            }
            Frequency::Weekly | Frequency::Daily => weekly_days(locale, &self.weekdays()),
        };
        let mut text = format!("{}{}", as_beginning(&days), hours(locale, turn));
        if self.interval > 1 {
            text.push_str(", ");
            text.push_str(&self.rhythm(locale));
        }
        if starts_on > today {
            let from = short_date(locale, starts_on, today);
            text.push_str(&format!(", {} {from}", locale.choose("fra", "from")));
        }
        if let Some(last) = self.last_on(starts_on) {
            let last = short_date(locale, last, today);
            text.push_str(&format!(", {} {last}", locale.choose("til og med", "until")));
        }
        text
    }

    /// From Monday.
    pub fn weekdays(&self) -> Vec<Weekday> {
        Weekday::Monday.cycle_forward().take(7).filter(|weekday| self.falls_on(*weekday)).collect()
    }

    fn rhythm(&self, locale: Locale) -> String {
        let (danish, english) = match self.frequency {
            Frequency::Daily => ("dag", "day"),
            Frequency::Weekly => ("uge", "week"),
            Frequency::Monthly => ("måned", "month"),
        };
        match (locale, self.interval) {
            (Locale::Da, 2) => format!("hver anden {danish}"),
            (Locale::Da, interval) => format!("hver {interval}. {danish}"),
            (Locale::En, 2) => format!("every second {english}"),
            (Locale::En, interval) => format!("every {interval} {english}s"),
        }
    }

    fn monthly_days(&self, locale: Locale, starts_on: Day) -> String {
        let (the, in_the_month) = match locale {
            Locale::Da => ("den", "i måneden"),
            Locale::En => ("the", "of the month"),
        };
        if self.by_day.is_empty() {
            let day = starts_on.date().day();
            return match locale {
                Locale::Da => format!("den {day}. i måneden"),
                Locale::En => format!("day {day} of the month"),
            };
        }
        let names: Vec<String> = self
            .by_day
            .iter()
            .map(|on| {
                let weekday = locale.weekday(on.weekday);
                match on.nth {
                    None => format!("{} {weekday}", locale.choose("hver", "every")),
                    Some(nth) => format!("{the} {} {weekday}", ordinal(locale, nth)),
                }
            })
            .collect();
        let and = locale.choose(" og ", " and ");
        let names = match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
            _ => names.join(""),
        };
        format!("{names} {in_the_month}")
    }
}

/// `2.` · `second` · `sidste`
pub fn ordinal(locale: Locale, nth: i8) -> &'static str {
    let (danish, english) = match nth {
        1 => ("1.", "first"),
        2 => ("2.", "second"),
        3 => ("3.", "third"),
        4 => ("4.", "fourth"),
        5 => ("5.", "fifth"),
        -2 => ("næstsidste", "second to last"),
        _ => ("sidste", "last"),
    };
    locale.choose(danish, english)
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", self.frequency)?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        for (at, on) in self.by_day.iter().enumerate() {
            f.write_str(if at == 0 { ";BYDAY=" } else { "," })?;
            if let Some(nth) = on.nth {
                write!(f, "{nth}")?;
            }
            let code = usize::try_from(on.weekday.to_monday_zero_offset()).unwrap_or(0);
            f.write_str(CODES[code])?;
        }
        match self.end {
            End::Never => Ok(()),
            End::Count(count) => write!(f, ";COUNT={count}"),
            End::Until(day) => write!(f, ";UNTIL={}", day.to_string().replace('-', "")),
        }
    }
}

impl FromStr for Rule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        let not = || NotARule(text.to_owned());
        let (mut frequency, mut interval, mut by_day, mut end) = (None, 1, Vec::new(), End::Never);
        for part in text.trim_start_matches("RRULE:").split(';') {
            let (name, value) = part.split_once('=').ok_or_else(not)?;
            match name {
                "FREQ" => frequency = Some(value.parse::<Frequency>().map_err(|_| not())?),
                "INTERVAL" => interval = value.parse().ok().filter(|it| *it > 0).ok_or_else(not)?,
                "BYDAY" => {
                    by_day = value.split(',').map(on_weekday).collect::<Option<_>>().ok_or_else(not)?
                }
                "COUNT" => end = End::Count(value.parse().map_err(|_| not())?),
                "UNTIL" => end = End::Until(basic_day(value).ok_or_else(not)?),
                "WKST" if value == "MO" => {}
                _ => return Err(not()),
            }
        }
        let frequency = frequency.ok_or_else(not)?;
        if frequency != Frequency::Monthly && by_day.iter().any(|on: &OnWeekday| on.nth.is_some()) {
            return Err(not());
        }
        Ok(Self { frequency, interval, by_day, end })
    }
}
samskab_kernel::stored_as_text!(Rule, |rule: &Rule| rule.to_string(), |text: &str| text.parse::<Rule>());

fn on_weekday(text: &str) -> Option<OnWeekday> {
    let (nth, code) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let at = CODES.iter().position(|known| *known == code)?;
    let weekday = Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()?;
    let nth = if nth.is_empty() {
        None
    } else {
        Some(nth.parse::<i8>().ok().filter(|nth| (1..=5).contains(&nth.abs()))?)
    };
    Some(OnWeekday { nth, weekday })
}

/// `20261231`, also with a time behind it.
fn basic_day(text: &str) -> Option<Day> {
    let digits = text.get(..8)?;
    format!("{}-{}-{}", digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?).parse().ok()
}

#[cfg(test)]
mod tests;
