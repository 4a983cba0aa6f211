//! Days in the words people use: what "lørdag", "i weekenden" and "28. november" mean, seen from a day.
//!
//! Pure. A [`When`] is in the URL as it was meant ("loerdag"), so that a bookmark means next
//! Saturday too; [`When::days`] says which days that is today. Danish and English are always both
//! understood, whatever the page speaks.

use std::{fmt, str::FromStr, sync::LazyLock};

use samskab_kernel::{
    Day, Locale, UnknownCode,
    danish::fold,
    holiday::Holiday,
    jiff::civil::{Date, Weekday},
    season::Season,
};

use samskab_taskbank::task::time::as_beginning;

/// When somebody has time. At most [`LONGEST_DAYS`] days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    Today,
    Tomorrow,
    /// The first such day from today on: on a Saturday, "lørdag" is today.
    Weekday(Weekday),
    /// Saturday and Sunday; on a Sunday only what is left of it.
    Weekend,
    /// From today to Sunday.
    ThisWeek,
    /// Monday to Sunday after this one.
    NextWeek,
    /// A time of the year that has a name: the next, or what is left of it.
    Season(Season),
    Day(Day),
    Between(Day, Day),
}

/// A period in a URL reaches no further than this.
pub const LONGEST_DAYS: i32 = 366;

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mandag"),
    (Weekday::Tuesday, "tirsdag"),
    (Weekday::Wednesday, "onsdag"),
    (Weekday::Thursday, "torsdag"),
    (Weekday::Friday, "fredag"),
    (Weekday::Saturday, "loerdag"),
    (Weekday::Sunday, "soendag"),
];

impl When {
    /// First and last day.
    pub fn days(self, today: Day) -> (Day, Day) {
        match self {
            Self::Today => (today, today),
            Self::Tomorrow => (today.plus_days(1), today.plus_days(1)),
            Self::Weekday(weekday) => {
                let day = next_weekday(today, weekday);
                (day, day)
            }
            Self::Weekend => {
                let sunday = next_weekday(today, Weekday::Sunday);
                (sunday.plus_days(-1).max(today), sunday)
            }
            Self::ThisWeek => (today, next_weekday(today, Weekday::Sunday)),
            Self::NextWeek => {
                let monday = next_weekday(today.plus_days(1), Weekday::Monday);
                (monday, monday.plus_days(6))
            }
            Self::Season(season) => season.days(today),
            Self::Day(day) => (day, day),
            Self::Between(first, last) => (first, last),
        }
    }

    /// The days as numbers, for the index.
    pub fn numbers(self, today: Day) -> std::ops::RangeInclusive<i32> {
        let (first, last) = self.days(today);
        first.number()..=last.number()
    }

    /// As a heading reads it: `lørdag den 28. november`, `i weekenden 28.–29. november`.
    pub fn said(self, today: Day, locale: Locale) -> String {
        let (first, last) = self.days(today);
        let name = match (self, locale) {
            (Self::Today, Locale::Da) => return "i dag".into(),
            (Self::Today, Locale::En) => return "today".into(),
            (Self::Tomorrow, Locale::Da) => return "i morgen".into(),
            (Self::Tomorrow, Locale::En) => return "tomorrow".into(),
            (Self::Weekend, Locale::Da) => "i weekenden ",
            (Self::Weekend, Locale::En) => "the weekend of ",
            (Self::ThisWeek, Locale::Da) => "i denne uge ",
            (Self::ThisWeek, Locale::En) => "this week ",
            (Self::NextWeek, Locale::Da) => "i næste uge ",
            (Self::NextWeek, Locale::En) => "next week ",
            (Self::Season(season), _) => {
                let days = if first == last {
                    locale.weekday_and_day(first, today)
                } else {
                    period(first, last, today, locale)
                };
                return format!("{} {days}", season.said(locale));
            }
            (Self::Weekday(_) | Self::Day(_) | Self::Between(..), _) => "",
        };
        if first == last {
            let far = first.number() - today.number() > 300 || first < today;
            return if far { locale.day(first) } else { locale.weekday_and_day(first, today) };
        }
        format!("{name}{}", period(first, last, today, locale))
    }

    /// As a chip reads it: `I dag`, `Lørdag den 28.`, `Weekenden`, `Næste uge`, `Lør. 5. dec.`
    pub fn short(self, today: Day, locale: Locale) -> String {
        let day = self.days(today).0;
        match (self, locale) {
            (Self::Today, Locale::Da) => "I dag".into(),
            (Self::Today, Locale::En) => "Today".into(),
            (Self::Tomorrow, Locale::Da) => "I morgen".into(),
            (Self::Tomorrow, Locale::En) => "Tomorrow".into(),
            (Self::Weekend, Locale::Da) => "Weekenden".into(),
            (Self::Weekend, Locale::En) => "The weekend".into(),
            (Self::ThisWeek, Locale::Da) => "Denne uge".into(),
            (Self::ThisWeek, Locale::En) => "This week".into(),
            (Self::NextWeek, Locale::Da) => "Næste uge".into(),
            (Self::NextWeek, Locale::En) => "Next week".into(),
            (Self::Weekday(weekday), Locale::Da) => {
                format!("{} den {}.", as_beginning(locale.weekday(weekday)), day.date().day())
            }
            (Self::Weekday(weekday), Locale::En) => {
                format!("{} {}", locale.weekday(weekday), day.date().day())
            }
            (Self::Season(season), _) => season.name(locale).into(),
            (Self::Day(day), _) => as_beginning(&locale.short_day(day, today)),
            (Self::Between(first, last), _) => period(first, last, today, locale),
        }
    }
}

/// `28.–29. november`, `28. november – 5. december`.
pub fn period(first: Day, last: Day, today: Day, locale: Locale) -> String {
    let (from, to) = (first.date(), last.date());
    let (this, that) = (locale.month(from.month()), locale.month(to.month()));
    // Its year, when that is not the one of `today`.
    let year = if to.year() == today.date().year() { String::new() } else { format!(" {}", to.year()) };
    match (locale, (from.year(), from.month()) == (to.year(), to.month())) {
        (Locale::Da, true) => format!("{}.–{}. {that}{year}", from.day(), to.day()),
        (Locale::En, true) => format!("{}–{} {that}{year}", from.day(), to.day()),
        (Locale::Da, false) => format!("{}. {this} – {}. {that}{year}", from.day(), to.day()),
        (Locale::En, false) => format!("{} {this} – {} {that}{year}", from.day(), to.day()),
    }
}

fn next_weekday(from: Day, weekday: Weekday) -> Day {
    let ahead =
        i32::from(weekday.to_monday_zero_offset()) - i32::from(from.weekday().to_monday_zero_offset());
    from.plus_days(ahead.rem_euclid(7))
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("i-dag"),
            Self::Tomorrow => f.write_str("i-morgen"),
            Self::Weekday(weekday) => {
                let name = WEEKDAYS.iter().find(|(known, _)| known == weekday).map_or("", |(_, name)| name);
                f.write_str(name)
            }
            Self::Weekend => f.write_str("weekend"),
            Self::ThisWeek => f.write_str("denne-uge"),
            Self::NextWeek => f.write_str("naeste-uge"),
            Self::Season(season) => f.write_str(season.code()),
            Self::Day(day) => write!(f, "{day}"),
            Self::Between(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

impl FromStr for When {
    type Err = UnknownCode;
    /// As in a URL.
    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        let unknown = || UnknownCode { list: "dag", code: code.to_owned() };
        let day = |text: &str| text.parse::<Day>().map_err(|_| unknown());
        Ok(match code {
            "i-dag" => Self::Today,
            "i-morgen" => Self::Tomorrow,
            "weekend" => Self::Weekend,
            "denne-uge" => Self::ThisWeek,
            "naeste-uge" => Self::NextWeek,
            other if let Ok(season) = other.parse() => Self::Season(season),
            other => match (WEEKDAYS.iter().find(|(_, name)| *name == other), other.split_once("..")) {
                (Some((weekday, _)), _) => Self::Weekday(*weekday),
                (None, Some((first, last))) => {
                    let (first, last) = (day(first)?, day(last)?);
                    match last.number() - first.number() {
                        0 => Self::Day(first),
                        1..LONGEST_DAYS => Self::Between(first, last),
                        _ => return Err(unknown()),
                    }
                }
                (None, None) => Self::Day(day(other)?),
            },
        })
    }
}

samskab_kernel::codes! {
    /// The part of the day in which something begins.
    pub enum PartOfDay { Morning => "formiddag", Afternoon => "eftermiddag", Evening => "aften" }
}

impl PartOfDay {
    /// The part of the day of something that begins at `minute` minutes after midnight.
    pub fn of(minute: i64) -> Self {
        match minute {
            ..720 => Self::Morning,
            720..1020 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

/// A date that was found among the words of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulled {
    pub when: When,
    pub part: Option<PartOfDay>,
    /// The words it was read from, as they were typed.
    pub words: String,
    /// The words that are left to search for.
    pub rest: String,
}

/// Takes the first date out of a text. A text in quotation marks is left as it is.
pub fn pull(text: &str, today: Day) -> Option<Pulled> {
    if text.trim_start().starts_with(['"', '”', '“', '»']) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let tokens: Vec<String> = words.iter().map(|word| token(word)).collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    (0..tokens.len()).find_map(|start| {
        let lead =
            usize::from(matches!(tokens[start], "paa" | "om" | "on" | "til" | "this" | "d" | "den" | "the"));
        let after = &tokens[start + lead..];
        let day_alone = || {
            let (day, used) = day_of_month(after, today).filter(|_| matches!(tokens[start], "d" | "den"))?;
            Some((When::Day(day), None, used))
        };
        let (lead, (when, part, used)) = match read(&tokens[start..], today) {
            Some(found) => (0, found),
            None => (lead, read(after, today).or_else(day_alone)?),
        };
        let end = start + lead + used;
        let (part, end) = match (part, tokens.get(end).and_then(|word| part_of_day(word))) {
            (None, Some(part)) => (Some(part), end + 1),
            (part, _) => (part, end),
        };
        Some(Pulled {
            when,
            part,
            words: words[start..end].join(" ").trim_end_matches([',', '.', '?', '!', ':', ';']).to_owned(),
            rest: [&words[..start], &words[end..]].concat().join(" ").trim_matches([',', ' ']).to_owned(),
        })
    })
}

/// A word as it is compared: folded (lørdag, loerdag), without the punctuation around it.
fn token(word: &str) -> String {
    let folded = fold(word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    // typed without the Danish letters altogether
    match folded.as_str() {
        "lordag" => "loerdag".into(),
        "sondag" => "soendag".into(),
        "naste" => "naeste".into(),
        "paske" | "pasken" => folded.replace("pas", "paas"),
        "nytar" => "nytaar".into(),
        "lordagen" => "loerdagen".into(),
        "sondagen" => "soendagen".into(),
        _ => folded,
    }
}

/// Reads a date at the beginning: what it means and how many words it took.
fn read(tokens: &[&str], today: Day) -> Option<(When, Option<PartOfDay>, usize)> {
    let plain = |when, used| Some((when, None, used));
    match tokens {
        ["i", "dag", ..] => plain(When::Today, 2),
        ["idag" | "today", ..] => plain(When::Today, 1),
        ["i", "aften", ..] => Some((When::Today, Some(PartOfDay::Evening), 2)),
        ["tonight", ..] => Some((When::Today, Some(PartOfDay::Evening), 1)),
        ["i", "eftermiddag", ..] => Some((When::Today, Some(PartOfDay::Afternoon), 2)),
        ["i", "formiddag", ..] => Some((When::Today, Some(PartOfDay::Morning), 2)),
        ["i", "morgen", ..] => plain(When::Tomorrow, 2),
        ["imorgen" | "tomorrow", ..] => plain(When::Tomorrow, 1),
        ["i", "overmorgen", ..] => plain(When::Day(today.plus_days(2)), 2),
        ["overmorgen", ..] => plain(When::Day(today.plus_days(2)), 1),
        ["i", "weekenden" | "weekend", ..] => plain(When::Weekend, 2),
        ["weekenden" | "weekend", ..] => plain(When::Weekend, 1),
        ["naeste" | "next", "weekend", ..] => {
            plain(after_next_monday(Weekday::Saturday, Weekday::Sunday, today), 2)
        }
        ["i", "denne" | "this", "uge" | "week", ..] => plain(When::ThisWeek, 3),
        ["denne" | "this", "uge" | "week", ..] => plain(When::ThisWeek, 2),
        ["i", "naeste", "uge", ..] => plain(When::NextWeek, 3),
        ["naeste" | "next", "uge" | "week", ..] => plain(When::NextWeek, 2),
        ["naeste" | "next", name, ..] if weekday(name).is_some() => {
            let weekday = weekday(name)?;
            plain(after_next_monday(weekday, weekday, today), 2)
        }
        ["i" | "til" | "over" | "in" | "at" | "during", rest @ ..] if named_time(rest, today).is_some() => {
            let (when, used) = named_time(rest, today)?;
            plain(when, 1 + used)
        }
        rest if named_time(rest, today).is_some() => {
            let (when, used) = named_time(rest, today)?;
            plain(when, used)
        }
        ["i" | "in", name, ..] if month(name).is_some() => {
            let (first, last) = whole_month(month(name)?, today)?;
            plain(When::Between(first, last), 2)
        }
        [name, rest @ ..] if weekday(name).is_some() => {
            // "lørdag den 28. november" is the 28th, whatever day of the week that is
            let lead = usize::from(matches!(rest.first(), Some(&("den" | "d" | "the"))));
            match date(&rest[lead..], today).or_else(|| day_of_month(&rest[lead..], today)) {
                Some((day, used)) => plain(When::Day(day), 1 + lead + used),
                None => plain(When::Weekday(weekday(name)?), 1),
            }
        }
        _ => date(tokens, today).map(|(day, used)| (When::Day(day), None, used)),
    }
}

/// A holiday or another time of the year by its name, in its forms; what it means and how many words it took.
fn named_time(tokens: &[&str], today: Day) -> Option<(When, usize)> {
    let season = |season| Some((When::Season(season), 1));
    let (first, second) = (*tokens.first()?, tokens.get(1).copied().unwrap_or_default());
    match first {
        "jul" | "julen" | "juledagene" | "christmas" | "xmas"
            if !matches!(second, "holidays" | "day" | "eve") =>
        {
            return season(Season::Christmas);
        }
        "juleferie" | "juleferien" => return season(Season::ChristmasBreak),
        "nytaar" | "nytaaret" => return season(Season::NewYear),
        "vinterferie" | "vinterferien" => return season(Season::WinterBreak),
        "paaske" | "paasken" | "paaskedagene" => return season(Season::Easter),
        "easter" if !matches!(second, "holidays" | "sunday" | "monday") => return season(Season::Easter),
        "paaskeferie" | "paaskeferien" => return season(Season::EasterBreak),
        "pinse" | "pinsen" | "pinsedagene" | "whitsun" | "pentecost" => return season(Season::Whitsun),
        "sommerferie" | "sommerferien" => return season(Season::SummerBreak),
        "efteraarsferie" | "efteraarsferien" => return season(Season::AutumnBreak),
        _ => {}
    }
    let two = match (first, second) {
        ("christmas", "holidays") => Some(Season::ChristmasBreak),
        ("easter", "holidays") => Some(Season::EasterBreak),
        ("new", "year" | "years") => Some(Season::NewYear),
        ("winter", "break" | "holidays") => Some(Season::WinterBreak),
        ("autumn", "break" | "holidays") => Some(Season::AutumnBreak),
        ("summer", "break" | "holidays") => Some(Season::SummerBreak),
        _ => None,
    };
    if let Some(two) = two {
        return Some((When::Season(two), 2));
    }
    // A day with a name: the next one of that name.
    let called = |words: &[&str]| match *words {
        ["juleaftensdag"] => Some(Holiday::ChristmasEve),
        ["nytaarsaftensdag"] => Some(Holiday::NewYearsEve),
        ["kristi", "himmelfart"] => Some(Holiday::AscensionDay),
        _ => {
            let name = words.join(" ");
            HOLIDAYS.iter().find(|(called, _)| *called == name).map(|(_, holiday)| *holiday)
        }
    };
    let longest = tokens.len().min(4);
    let (used, holiday) = (1..=longest).rev().find_map(|used| Some((used, called(tokens.get(..used)?)?)))?;
    let mut coming = (0..=366).map(|ahead| today.plus_days(ahead));
    Some((When::Day(coming.find(|day| Holiday::of(*day) == Some(holiday))?), used))
}

/// The names of each holiday, in both languages, normalised for comparing.
static HOLIDAYS: LazyLock<Vec<(String, Holiday)>> = LazyLock::new(|| {
    let names = |holiday: Holiday| Locale::ALL.map(|locale| (tokens_of(holiday.name(locale)), holiday));
    Holiday::ALL.into_iter().flat_map(names).collect()
});

/// A name as the words of a search are compared.
fn tokens_of(name: &str) -> String {
    name.split_whitespace().map(token).collect::<Vec<_>>().join(" ")
}

fn after_next_monday(first: Weekday, last: Weekday, today: Day) -> When {
    let (monday, _) = When::NextWeek.days(today);
    let (first, last) = (next_weekday(monday, first), next_weekday(monday, last));
    if first == last { When::Day(first) } else { When::Between(first, last) }
}

fn part_of_day(word: &str) -> Option<PartOfDay> {
    match word {
        "formiddag" | "morgen" | "morning" => Some(PartOfDay::Morning),
        "eftermiddag" | "afternoon" => Some(PartOfDay::Afternoon),
        "aften" | "evening" => Some(PartOfDay::Evening),
        _ => None,
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    let danish = WEEKDAYS.iter().find(|(_, name)| {
        word.strip_prefix(name).is_some_and(|ending| matches!(ending, "" | "en" | "e" | "ene"))
    });
    let english = |word: &str| {
        WEEKDAYS
            .iter()
            .map(|(weekday, _)| *weekday)
            .find(|weekday| fold(Locale::En.weekday(*weekday)) == word.strip_suffix('s').unwrap_or(word))
    };
    danish.map(|(weekday, _)| *weekday).or_else(|| english(word))
}

fn month(word: &str) -> Option<i8> {
    if word == "jul" {
        return None; // Christmas, not July
    }
    (1..=12).find(|month| {
        Locale::ALL.iter().any(|locale| {
            let name = fold(locale.month(*month));
            name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(word))
        })
    })
}

/// `28. november`, `28. nov. 2026`, `28/11`, `28.11.2026`, `2026-11-28`, `28 November`, `November 28th`.
fn date(tokens: &[&str], today: Day) -> Option<(Day, usize)> {
    let first = tokens.first()?;
    if let Ok(day) = first.parse::<Day>() {
        return Some((day, 1));
    }
    if let Some((day, month)) = first.split_once('/').or_else(|| first.split_once('.')) {
        return Some((coming(month.parse().ok()?, day.parse().ok()?, None, today)?, 1));
    }
    let second = tokens.get(1)?;
    let (day, month) = match (ordinal(first), month(second)) {
        (Some(day), Some(month)) => (day, month),
        _ => (ordinal(second)?, month(first)?),
    };
    let year = tokens.get(2).filter(|year| year.len() == 4).and_then(|year| year.parse::<i16>().ok());
    Some((coming(month, day, year, today)?, 2 + usize::from(year.is_some())))
}

/// `28.` after "den": this month, or the next that has such a day.
fn day_of_month(tokens: &[&str], today: Day) -> Option<(Day, usize)> {
    let day = ordinal(tokens.first()?)?;
    let this = today.date();
    (0..12).find_map(|ahead| {
        let months = i32::from(this.month()) - 1 + ahead;
        let month = i8::try_from(months % 12 + 1).ok()?;
        let year = this.year() + i16::try_from(months / 12).ok()?;
        let day = Day::from(Date::new(year, month, day).ok()?);
        (day >= today).then_some((day, 1))
    })
}

fn ordinal(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A date without a year: the next time that day comes.
fn coming(month: i8, day: i8, year: Option<i16>, today: Day) -> Option<Day> {
    let of = |year: i16| Date::new(year, month, day).ok().map(Day::from);
    match year {
        Some(year) => of(year),
        None => of(today.date().year()).filter(|day| *day >= today).or_else(|| of(today.date().year() + 1)),
    }
}

fn whole_month(month: i8, today: Day) -> Option<(Day, Day)> {
    let year = today.date().year() + i16::from(month < today.date().month());
    let first = Date::new(year, month, 1).ok()?;
    Some((Day::from(first).max(today), Day::from(first.last_of_month())))
}

#[cfg(test)]
mod tests;
