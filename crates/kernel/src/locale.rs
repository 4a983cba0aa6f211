//! The two languages, and how dates, times and numbers are written in each.

use jiff::civil::Weekday;

use crate::{Day, Instant, UnknownCode};

/// Danish is the source; English is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    #[default]
    Da,
    En,
}
crate::stored_as_text!(Locale, |locale: &Locale| locale.code(), |text: &str| text.parse::<Locale>());

const MONTHS: [[&str; 12]; 2] = [
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];
const WEEKDAYS: [[&str; 7]; 2] = [
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// ` 2027`, when `today` is in another year.
fn other_year(day: Day, today: Day) -> String {
    let year = day.date().year();
    if year == today.date().year() { String::new() } else { format!(" {year}") }
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::Da, Self::En];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    pub const fn other(self) -> Self {
        match self {
            Self::Da => Self::En,
            Self::En => Self::Da,
        }
    }

    /// One of two texts that stand beside each other in data (catalogues, presets).
    pub fn choose<'a>(self, danish: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::En if !english.is_empty() => english,
            _ => danish,
        }
    }

    pub fn month(self, month: i8) -> &'static str {
        MONTHS[self as usize][usize::try_from(month - 1).unwrap_or(0).min(11)]
    }

    pub fn weekday(self, weekday: Weekday) -> &'static str {
        WEEKDAYS[self as usize][usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0)]
    }

    /// `28. november 2026` · `28 November 2026`
    pub fn day(self, day: Day) -> String {
        let date = day.date();
        match self {
            Self::Da => format!("{}. {} {}", date.day(), self.month(date.month()), date.year()),
            Self::En => format!("{} {} {}", date.day(), self.month(date.month()), date.year()),
        }
    }

    /// The months from one day to another: `december 2026`, `januar–juni 2026`, `december 2026 – januar 2027`.
    pub fn months(self, from: Day, to: Day) -> String {
        let (from, to) = (from.date(), to.date());
        let (first, last) = (self.month(from.month()), self.month(to.month()));
        match (from.year() == to.year(), from.month() == to.month()) {
            (true, true) => format!("{last} {}", to.year()),
            (true, false) => format!("{first}–{last} {}", to.year()),
            (false, _) => format!("{first} {} – {last} {}", from.year(), to.year()),
        }
    }

    /// `lørdag den 28. november` · `Saturday 28 November`; with its year when that is not the one of `today`.
    pub fn weekday_and_day(self, day: Day, today: Day) -> String {
        let (date, weekday) = (day.date(), self.weekday(day.weekday()));
        let year = other_year(day, today);
        match self {
            Self::Da => format!("{weekday} den {}. {}{year}", date.day(), self.month(date.month())),
            Self::En => format!("{weekday} {} {}{year}", date.day(), self.month(date.month())),
        }
    }

    /// `lør. 28. nov.` · `Sat 28 Nov`: where there is little room; with its year when that is not the one of
    /// `today`.
    pub fn short_day(self, day: Day, today: Day) -> String {
        let date = day.date();
        let short = |text: &'static str| text.chars().take(3).collect::<String>();
        let (weekday, month) = (short(self.weekday(day.weekday())), self.month(date.month()));
        let year = other_year(day, today);
        match self {
            Self::Da => {
                let dot = if month.chars().count() > 3 { "." } else { "" };
                format!("{weekday}. {}. {}{dot}{year}", date.day(), short(month))
            }
            Self::En => format!("{weekday} {} {}{year}", date.day(), short(month)),
        }
    }

    /// `14.00` · `14:00`, on the clock in Denmark.
    pub fn time(self, at: Instant) -> String {
        let zoned = at.in_denmark();
        let separator = match self {
            Self::Da => '.',
            Self::En => ':',
        };
        format!("{:02}{separator}{:02}", zoned.hour(), zoned.minute())
    }

    /// `lørdag den 28. november kl. 14.00` · `Saturday 28 November at 14:00`; with its year when that is not the
    /// one of `today`.
    pub fn day_and_time(self, at: Instant, today: Day) -> String {
        let at_word = match self {
            Self::Da => "kl.",
            Self::En => "at",
        };
        format!("{} {at_word} {}", self.weekday_and_day(at.day(), today), self.time(at))
    }

    /// `lørdag den 28. november kl. 14.00–16.00` · `Saturday 28 November at 14:00–16:00`; the day of the end is said, too,
    /// when it is another one and the end is half a day away or more.
    pub fn from_to(self, (start, end): (Instant, Instant), today: Day) -> String {
        let first = self.day_and_time(start, today);
        if start.day() == end.day() || end.since(start).as_hours() < 12 {
            format!("{first}–{}", self.time(end))
        } else {
            format!("{first} {} {}", self.choose("til", "to"), self.day_and_time(end, today))
        }
    }

    /// `12.345` · `12,345`
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = match self {
            Self::Da => '.',
            Self::En => ',',
        };
        let mut text = String::new();
        if number < 0 {
            text.push('-');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// `50 %` · `50%`: in Danish with a space that no line is broken at.
    pub fn percent(self, number: i64) -> String {
        match self {
            Self::Da => format!("{number}\u{a0}%"),
            Self::En => format!("{number}%"),
        }
    }

    /// A distance: `under 1 km`, `3 km`.
    pub fn kilometres(self, km: f64) -> String {
        let whole = km.round();
        if whole < 1.0 {
            self.choose("under 1 km", "under 1 km").to_owned()
        } else {
            format!("{whole:.0} km")
        }
    }
}

impl std::str::FromStr for Locale {
    type Err = UnknownCode;
    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        match code {
            "da" => Ok(Self::Da),
            "en" => Ok(Self::En),
            other => Err(UnknownCode { list: "Locale", code: other.to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_danes_and_englishmen_write_them() {
        let day = Day::of(2026, 11, 28);
        let today = Day::of(2026, 3, 1);
        assert_eq!(Locale::Da.weekday_and_day(day, today), "lørdag den 28. november");
        assert_eq!(Locale::Da.short_day(day, today), "lør. 28. nov.");
        assert_eq!(Locale::Da.short_day(Day::of(2026, 5, 3), today), "søn. 3. maj");
        assert_eq!(Locale::En.short_day(day, today), "Sat 28 Nov");
        assert_eq!(Locale::Da.day_and_time(day.at(14, 0), today), "lørdag den 28. november kl. 14.00");
        assert_eq!(Locale::Da.number(1_234_567), "1.234.567");
        assert_eq!(Locale::En.number(-999), "-999");
    }

    #[test]
    fn the_day_of_the_end_is_said_when_it_is_not_plain() {
        let (day, today) = (Day::of(2026, 11, 28), Day::of(2026, 3, 1));
        let (start, night) = (day.at(14, 0), (day.at(22, 0), day.plus_days(1).at(6, 0)));
        let said = |locale: Locale, end: Instant| locale.from_to((start, end), today);
        assert_eq!(said(Locale::Da, day.at(16, 0)), "lørdag den 28. november kl. 14.00–16.00");
        assert_eq!(said(Locale::En, day.at(16, 0)), "Saturday 28 November at 14:00–16:00");
        assert_eq!(Locale::Da.from_to(night, today), "lørdag den 28. november kl. 22.00–06.00");
        let next = day.plus_days(1).at(16, 0);
        assert_eq!(
            said(Locale::Da, next),
            "lørdag den 28. november kl. 14.00 til søndag den 29. november kl. 16.00"
        );
        assert_eq!(said(Locale::En, next), "Saturday 28 November at 14:00 to Sunday 29 November at 16:00");
    }

    #[test]
    fn a_month_and_a_year_are_said_once() {
        let (december, january, june) = (Day::of(2026, 12, 1), Day::of(2027, 1, 31), Day::of(2027, 6, 30));
        assert_eq!(Locale::Da.months(december, Day::of(2026, 12, 31)), "december 2026");
        assert_eq!(Locale::En.months(december, Day::of(2026, 12, 31)), "December 2026");
        assert_eq!(Locale::Da.months(january, june), "januar–juni 2027");
        assert_eq!(Locale::En.months(december, january), "December 2026 – January 2027");
        assert_eq!(Locale::Da.months(december, Day::of(2027, 12, 31)), "december 2026 – december 2027");
    }

    #[test]
    fn per_cent_stands_as_each_language_writes_it() {
        assert_eq!((Locale::Da.percent(50), Locale::En.percent(50)), ("50\u{a0}%".into(), "50%".into()));
    }

    #[test]
    fn a_year_is_said_when_it_is_not_this_one() {
        let (day, today) = (Day::of(2027, 1, 2), Day::of(2026, 12, 29));
        assert_eq!(Locale::Da.weekday_and_day(day, today), "lørdag den 2. januar 2027");
        assert_eq!(Locale::En.weekday_and_day(day, today), "Saturday 2 January 2027");
        assert_eq!(Locale::Da.short_day(day, today), "lør. 2. jan. 2027");
        assert_eq!(Locale::Da.short_day(Day::of(2025, 5, 3), today), "lør. 3. maj 2025");
        assert_eq!(Locale::En.day_and_time(day.at(9, 5), today), "Saturday 2 January 2027 at 09:05");
    }
}
