//! Days on which most places in Denmark are closed: public holidays, the three days that are none but are kept as
//! one, and the days a municipality adds itself. Pure and computed, for every year.

use std::str::FromStr;

use jiff::civil::Date;

use crate::{Day, Locale, calendar::TimesShown};

/// A day with a name. Store bededag has been an ordinary Friday since 2024 (lov nr. 214 af 06/03/2023).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    NewYearsDay,
    MaundyThursday,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    PrayerDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    ConstitutionDay,
    ChristmasEve,
    ChristmasDay,
    SecondChristmasDay,
    NewYearsEve,
}

impl Holiday {
    pub const ALL: [Self; 14] = [
        Self::NewYearsDay,
        Self::MaundyThursday,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::PrayerDay,
        Self::AscensionDay,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::ConstitutionDay,
        Self::ChristmasEve,
        Self::ChristmasDay,
        Self::SecondChristmasDay,
        Self::NewYearsEve,
    ];

    /// The holiday that `day` is; `None`: an ordinary day.
    pub fn of(day: Day) -> Option<Self> {
        let after_easter = day.number() - easter_sunday(day.date().year()).number();
        Some(match (day.date().month(), day.date().day()) {
            (1, 1) => Self::NewYearsDay,
            (12, 24) => Self::ChristmasEve,
            (12, 25) => Self::ChristmasDay,
            (12, 26) => Self::SecondChristmasDay,
            (12, 31) => Self::NewYearsEve,
            _ => match after_easter {
                -3 => Self::MaundyThursday,
                -2 => Self::GoodFriday,
                0 => Self::EasterSunday,
                1 => Self::EasterMonday,
                26 if day.date().year() < 2024 => Self::PrayerDay,
                39 => Self::AscensionDay,
                49 => Self::WhitSunday,
                50 => Self::WhitMonday,
                // Whit Sunday is now and then the fifth of June: the older holiday names the day.
                _ if (day.date().month(), day.date().day()) == (6, 5) => Self::ConstitutionDay,
                _ => return None,
            },
        })
    }

    /// By law. Christmas Eve, New Year's Eve and Constitution Day are not, although most places are closed then.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::ConstitutionDay | Self::ChristmasEve | Self::NewYearsEve)
    }

    pub const fn name(self, locale: Locale) -> &'static str {
        let (danish, english) = match self {
            Self::NewYearsDay => ("nytårsdag", "New Year’s Day"),
            Self::MaundyThursday => ("skærtorsdag", "Maundy Thursday"),
            Self::GoodFriday => ("langfredag", "Good Friday"),
            Self::EasterSunday => ("påskedag", "Easter Sunday"),
            Self::EasterMonday => ("2. påskedag", "Easter Monday"),
            Self::PrayerDay => ("store bededag", "Great Prayer Day"),
            Self::AscensionDay => ("Kristi himmelfartsdag", "Ascension Day"),
            Self::WhitSunday => ("pinsedag", "Whit Sunday"),
            Self::WhitMonday => ("2. pinsedag", "Whit Monday"),
            Self::ConstitutionDay => ("grundlovsdag", "Constitution Day"),
            Self::ChristmasEve => ("juleaften", "Christmas Eve"),
            Self::ChristmasDay => ("juledag", "Christmas Day"),
            Self::SecondChristmasDay => ("2. juledag", "the second day of Christmas"),
            Self::NewYearsEve => ("nytårsaften", "New Year’s Eve"),
        };
        match locale {
            Locale::Da => danish,
            Locale::En => english,
        }
    }
}

impl Day {
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
        Holiday::of(self).is_some_and(Holiday::is_public)
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
    Day::from(date)
}

/// The days on which a municipality's places are closed beside the public holidays, as somebody wrote them in the
/// settings: a line for each, with what it is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClosingDays(Vec<Closing>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Closing {
    days: Days,
    name: String,
}

/// Something unusual about a time, which may still be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Odd {
    /// Most places are closed on that day, because it is this.
    ClosedDay(String),
    /// The clock shows it twice: the night it goes back.
    BeginsTwice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Days {
    /// Month and day, every year.
    EveryYear(i8, i8),
    /// Up to and including the last.
    Once(Day, Day),
}

/// A line that is no day: the line as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a closing day")]
pub struct NotAClosingDay(pub String);

/// The closing days until a municipality has written its own.
pub const USUAL_CLOSING_DAYS: &str = "24-12\n31-12\n05-06";

impl ClosingDays {
    /// Why most places are closed on `day`: the name of the holiday or the closing day. `None`: they are open.
    pub fn why_closed(&self, day: Day, locale: Locale) -> Option<String> {
        let holiday = Holiday::of(day);
        if let Some(holiday) = holiday.filter(|holiday| holiday.is_public()) {
            return Some(holiday.name(locale).to_owned());
        }
        let closing = self.0.iter().find(|closing| closing.days.include(day))?;
        let own = (!closing.name.is_empty()).then(|| closing.name.clone());
        own.or_else(|| holiday.map(|holiday| holiday.name(locale).to_owned()))
            .or_else(|| Some(locale.choose("lukkedag", "closing day").to_owned()))
    }

    /// What is asked before something is planned to begin on `day`, `start_minute` minutes after midnight.
    pub fn odd(&self, day: Day, start_minute: i64, locale: Locale) -> Vec<Odd> {
        let closed = self.why_closed(day, locale).map(Odd::ClosedDay);
        let twice = (day.shows(start_minute) == TimesShown::Twice).then_some(Odd::BeginsTwice);
        closed.into_iter().chain(twice).collect()
    }

    pub fn is_closed(&self, day: Day) -> bool {
        day.is_public_holiday() || self.0.iter().any(|closing| closing.days.include(day))
    }
}

impl Days {
    fn include(self, day: Day) -> bool {
        match self {
            Self::EveryYear(month, of_month) => (day.date().month(), day.date().day()) == (month, of_month),
            Self::Once(first, last) => (first..=last).contains(&day),
        }
    }
}

impl FromStr for ClosingDays {
    type Err = NotAClosingDay;
    /// A line each: `24-12`, `24.12. Juleaften`, `12-10-2026 til 16-10-2026 Efterårsferie`.
    fn from_str(text: &str) -> Result<Self, NotAClosingDay> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(closing).collect::<Result<_, _>>().map(Self)
    }
}

fn closing(line: &str) -> Result<Closing, NotAClosingDay> {
    let not = || NotAClosingDay(line.to_owned());
    let is_of_a_day = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '/');
    let end = line.find(|c: char| !is_of_a_day(c)).unwrap_or(line.len());
    let (first, after) = (line[..end].trim_end_matches('.'), line[end..].trim_start());
    if let Ok(first) = first.parse::<Day>() {
        let further = ["til ", "to ", "– "].iter().find_map(|word| after.strip_prefix(word));
        let (last, name) = match further {
            None => (first, after),
            Some(further) => {
                let end = further.find(|c: char| !is_of_a_day(c)).unwrap_or(further.len());
                (further[..end].trim_end_matches('.').parse::<Day>().map_err(|_| not())?, &further[end..])
            }
        };
        if last < first {
            return Err(not());
        }
        return Ok(Closing { days: Days::Once(first, last), name: name.trim().to_owned() });
    }
    let (day, month) = first.split_once(['-', '.', '/']).ok_or_else(not)?;
    // The twenty-ninth of February is a day of some years: 2024 had one.
    let known: Day = format!("{day}-{month}-2024").parse().map_err(|_| not())?;
    let date = known.date();
    Ok(Closing { days: Days::EveryYear(date.month(), date.day()), name: after.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual() -> ClosingDays {
        USUAL_CLOSING_DAYS.parse().unwrap()
    }

    #[test]
    fn a_day_is_called_what_it_is() {
        for (day, name) in [
            (Day::of(2026, 1, 1), "nytårsdag"),
            (Day::of(2026, 4, 2), "skærtorsdag"),
            (Day::of(2026, 4, 3), "langfredag"),
            (Day::of(2026, 4, 5), "påskedag"),
            (Day::of(2026, 4, 6), "2. påskedag"),
            (Day::of(2023, 5, 5), "store bededag"),
            (Day::of(2026, 5, 14), "Kristi himmelfartsdag"),
            (Day::of(2026, 5, 24), "pinsedag"),
            (Day::of(2026, 5, 25), "2. pinsedag"),
            (Day::of(2026, 6, 5), "grundlovsdag"),
            (Day::of(2026, 12, 24), "juleaften"),
            (Day::of(2026, 12, 31), "nytårsaften"),
        ] {
            assert_eq!(Holiday::of(day).map(|holiday| holiday.name(Locale::Da)), Some(name), "{day}");
        }
        assert_eq!(Holiday::of(Day::of(2024, 4, 26)), None, "store bededag is abolished");
        assert_eq!(Holiday::of(Day::of(2026, 11, 28)), None);
        assert_eq!(Holiday::of(Day::of(2022, 6, 5)), Some(Holiday::WhitSunday));
    }

    #[test]
    fn the_eves_are_no_public_holidays_and_yet_most_places_are_closed() {
        let christmas_eve = Day::of(2026, 12, 24);
        assert!(christmas_eve.is_working_day() && !christmas_eve.is_public_holiday());
        assert_eq!(usual().why_closed(christmas_eve, Locale::Da).as_deref(), Some("juleaften"));
        assert_eq!(usual().why_closed(christmas_eve, Locale::En).as_deref(), Some("Christmas Eve"));
        assert!(
            !ClosingDays::default().is_closed(christmas_eve),
            "a municipality that works that day says so"
        );
        assert!(ClosingDays::default().is_closed(Day::of(2026, 12, 25)), "a holiday is one everywhere");
    }

    #[test]
    fn a_municipality_writes_its_own_closing_days() {
        let own: ClosingDays =
            "24.12. Vi holder jul\n\n 12-10-2026 til 16-10-2026 Efterårsferie\n2027-05-07".parse().unwrap();
        let why = |day| own.why_closed(day, Locale::Da);
        assert_eq!(why(Day::of(2031, 12, 24)).as_deref(), Some("Vi holder jul"));
        assert_eq!(why(Day::of(2026, 10, 12)).as_deref(), Some("Efterårsferie"));
        assert_eq!(why(Day::of(2026, 10, 16)).as_deref(), Some("Efterårsferie"));
        assert_eq!(why(Day::of(2027, 5, 7)).as_deref(), Some("lukkedag"));
        for open in [Day::of(2026, 10, 11), Day::of(2026, 10, 17), Day::of(2027, 10, 12), Day::of(2028, 5, 7)]
        {
            assert_eq!(why(open), None, "{open}");
        }
    }

    #[test]
    fn a_line_that_is_no_day_is_told_as_it_was_typed() {
        for wrong in
            ["juleaften", "31-02", "24-12-26", "16-10-2026 til 12-10-2026", "2026-10-12 til i morgen"]
        {
            let text = format!("24-12\n{wrong}");
            assert_eq!(text.parse::<ClosingDays>(), Err(NotAClosingDay(wrong.into())), "{wrong}");
        }
    }

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
}
