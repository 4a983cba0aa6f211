//! When a task is done. Volunteers think in dates, so every time can be laid out on the calendar.

use jiff::civil::Weekday;
pub use samskab_kernel::text::as_beginning;
use samskab_kernel::{Day, Instant, Locale, holiday::ClosingDays, jiff::SignedDuration};
use samskab_store::Record;

/// The longest a single turn may last, in minutes: three days (a camp, a festival).
pub const LONGEST_MINUTES: i64 = 3 * 24 * 60;
const DAY_MINUTES: i64 = 24 * 60;

/// When a task is done, on the wall clock in Denmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Time {
    /// Once.
    OneOff { day: Day, turn: Turn },
    /// The same hours every week, from and to and including those days.
    Weekly { weekdays: Vec<Weekday>, from: Option<Day>, to: Option<Day>, turn: Turn },
    /// When it suits the volunteer.
    Flexible { minutes_per_week: Option<i64>, note: String, until: Option<Day> },
    /// Not settled yet: what a draft knows so far. A task cannot be published with it.
    Unsettled(TimeFields),
}

/// One turn: from when on the wall clock, for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Record)]
pub struct Turn {
    /// Minutes after midnight, 0 to 1439.
    pub start_minute: i64,
    /// Minutes on the wall clock, 1 to [`LONGEST_MINUTES`].
    pub duration: i64,
}

samskab_kernel::codes! {
    pub enum TimeKind { OneOff => "one_off", Weekly => "weekly", Flexible => "flexible" }
}

/// A time as columns and form fields have it: everything may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeFields {
    pub kind: Option<TimeKind>,
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
    pub weekdays: Vec<Weekday>,
    pub start_minute: Option<i64>,
    /// One-off and weekly: of one turn. Flexible: wanted a week.
    pub duration: Option<i64>,
    pub note: String,
}

impl From<TimeFields> for Time {
    fn from(fields: TimeFields) -> Self {
        let turn = match (fields.start_minute, fields.duration) {
            (Some(start_minute), Some(duration)) => Some(Turn { start_minute, duration }),
            _ => None,
        };
        match (fields.kind, fields.starts_on, turn) {
            (Some(TimeKind::OneOff), Some(day), Some(turn)) => Self::OneOff { day, turn },
            (Some(TimeKind::Weekly), from, Some(turn)) if !fields.weekdays.is_empty() => {
                Self::Weekly { weekdays: fields.weekdays, from, to: fields.ends_on, turn }
            }
            (Some(TimeKind::Flexible), ..) if fields.duration.is_some() || !fields.note.is_empty() => {
                Self::Flexible { minutes_per_week: fields.duration, note: fields.note, until: fields.ends_on }
            }
            _ => Self::Unsettled(fields),
        }
    }
}

impl From<Time> for TimeFields {
    fn from(time: Time) -> Self {
        match time {
            Time::OneOff { day, turn } => Self {
                kind: Some(TimeKind::OneOff),
                starts_on: Some(day),
                start_minute: Some(turn.start_minute),
                duration: Some(turn.duration),
                ..Self::default()
            },
            Time::Weekly { weekdays, from, to, turn } => Self {
                kind: Some(TimeKind::Weekly),
                starts_on: from,
                ends_on: to,
                weekdays,
                start_minute: Some(turn.start_minute),
                duration: Some(turn.duration),
                ..Self::default()
            },
            Time::Flexible { minutes_per_week, note, until } => Self {
                kind: Some(TimeKind::Flexible),
                ends_on: until,
                duration: minutes_per_week,
                note,
                ..Self::default()
            },
            Time::Unsettled(fields) => fields,
        }
    }
}

impl Turn {
    /// The turn that begins on `day`. Its end is read off the wall clock too, so a café that closes
    /// at four closes at four on the Sunday the clocks change.
    pub fn on(self, day: Day) -> (Instant, Instant) {
        let at = |minute: i64| {
            let days = i32::try_from(minute.div_euclid(DAY_MINUTES)).unwrap_or(0);
            let minute = minute.rem_euclid(DAY_MINUTES);
            let part = |number: i64| i8::try_from(number).unwrap_or(0);
            day.plus_days(days).at(part(minute / 60), part(minute % 60))
        };
        let start = at(self.start_minute);
        let end = at(self.start_minute + self.duration);
        // A start in the hour that summer time skips is moved past a short turn's end.
        if end > start { (start, end) } else { (start, start.plus(SignedDuration::from_mins(self.duration))) }
    }

    /// How many days after the first it ends: a night watch from 22 to 02 ends on the next.
    fn days_over(self) -> i32 {
        i32::try_from((self.start_minute + self.duration - 1).max(0) / DAY_MINUTES).unwrap_or(0)
    }
}

/// Days on which a task is not done.
#[derive(Debug, Clone, Copy)]
pub struct Off<'a> {
    /// On these nothing is done that comes again. A single day was chosen with open eyes.
    closing: Option<&'a ClosingDays>,
    /// On these the place has cancelled it, whether it comes again or not.
    called_off: &'a [Day],
}

impl<'a> Off<'a> {
    pub const NEVER: Self = Self { closing: None, called_off: &[] };

    pub fn of(keeps_closed_days: bool, closing: &'a ClosingDays) -> Self {
        Self { closing: (!keeps_closed_days).then_some(closing), ..Self::NEVER }
    }

    /// And on these days, which the place has cancelled.
    #[must_use]
    pub fn and(self, called_off: &'a [Day]) -> Self {
        Self { called_off, ..self }
    }

    fn includes(self, day: Day, comes_again: bool) -> bool {
        comes_again && self.closing.is_some_and(|closing| closing.is_closed(day))
            || self.called_off.contains(&day)
    }
}

impl Time {
    pub fn kind(&self) -> Option<TimeKind> {
        match self {
            Self::OneOff { .. } => Some(TimeKind::OneOff),
            Self::Weekly { .. } => Some(TimeKind::Weekly),
            Self::Flexible { .. } => Some(TimeKind::Flexible),
            Self::Unsettled(fields) => fields.kind,
        }
    }

    /// The hours of one turn, where they are set.
    pub fn turn(&self) -> Option<Turn> {
        match self {
            Self::OneOff { turn, .. } | Self::Weekly { turn, .. } => Some(*turn),
            Self::Flexible { .. } | Self::Unsettled(_) => None,
        }
    }

    /// Start and end of every turn that begins on a day from `from` to and including `to`, in order.
    pub fn occurrences(&self, from: Day, to: Day, off: Off<'_>) -> Vec<(Instant, Instant)> {
        self.turns(from, to, off).collect()
    }

    /// The same turns one by one: it is slow to compute a turn from the wall clock.
    fn turns(&self, from: Day, to: Day, off: Off<'_>) -> impl Iterator<Item = (Instant, Instant)> {
        let (begin, end, weekdays, turn) = match self {
            Self::OneOff { day, turn } if (from..=to).contains(day) => (*day, *day, None, Some(*turn)),
            Self::Weekly { weekdays, from: first, to: last, turn } => {
                let begin = first.map_or(from, |first| first.max(from));
                let end = last.map_or(to, |last| last.min(to));
                (begin, end, Some(weekdays), Some(*turn))
            }
            Self::OneOff { .. } | Self::Flexible { .. } | Self::Unsettled(_) => (from, to, None, None),
        };
        turn.into_iter().flat_map(move |turn| {
            std::iter::successors(Some(begin), |day| Some(day.plus_days(1)))
                .take_while(move |day| *day <= end)
                .filter(move |day| {
                    weekdays.is_none_or(|weekdays| weekdays.contains(&day.weekday()))
                        && !off.includes(*day, weekdays.is_some())
                })
                .map(move |day| turn.on(day))
        })
    }

    /// The next turns that are not over at `now`, at most `count`, within a year.
    pub fn next(&self, now: Instant, count: usize, off: Off<'_>) -> Vec<(Instant, Instant)> {
        self.coming(now, off).take(count).collect()
    }

    /// The same turns one by one, for callers who do not know how many they need.
    pub fn coming(&self, now: Instant, off: Off<'_>) -> impl Iterator<Item = (Instant, Instant)> {
        // A turn that began before midnight may still be under way.
        let from = now.day().plus_days(-i32::try_from(LONGEST_MINUTES / DAY_MINUTES).unwrap_or(0));
        let to = match self {
            Self::OneOff { day, .. } => *day,
            _ => now.day().plus_days(366),
        };
        self.turns(from, to, off).filter(move |(_, end)| *end > now)
    }

    /// When it is over for good, as far as its own days say.
    pub fn last_end(&self) -> Option<Instant> {
        match self {
            Self::OneOff { day, turn } => Some(turn.on(*day).1),
            // A week before the last day always holds the last turn.
            Self::Weekly { to: Some(to), .. } => {
                let turns = self.occurrences(to.plus_days(-7), *to, Off::NEVER);
                Some(turns.last().map_or(to.start(), |(_, end)| *end))
            }
            Self::Flexible { until: Some(until), .. } => Some(until.end()),
            Self::Weekly { to: None, .. } | Self::Flexible { until: None, .. } | Self::Unsettled(_) => None,
        }
    }

    /// When it begins for the last time: an answer after that is of no use. `None` where it goes on, or is agreed on.
    pub fn begins_last(&self) -> Option<Instant> {
        match self {
            Self::OneOff { day, turn } => Some(turn.on(*day).0),
            Self::Weekly { to: Some(to), .. } => {
                self.occurrences(to.plus_days(-7), *to, Off::NEVER).last().map(|(start, _)| *start)
            }
            Self::Weekly { to: None, .. } | Self::Flexible { .. } | Self::Unsettled(_) => None,
        }
    }

    /// How many minutes it asks for: of one turn, or a week where the volunteer chooses.
    pub fn minutes_wanted(&self) -> Option<i64> {
        match self {
            Self::OneOff { turn, .. } => Some(turn.duration),
            Self::Weekly { turn, .. } => Some(turn.duration),
            Self::Flexible { minutes_per_week, .. } => *minutes_per_week,
            Self::Unsettled(_) => None,
        }
    }

    /// `lørdag den 28. november kl. 13.30–16.00` · `hver tirsdag kl. 14.00–15.30` ·
    /// `2 timer om ugen, når det passer dig`. The year is said when it is not `today`'s.
    pub fn sentence(&self, locale: Locale, today: Day) -> String {
        let danish = locale == Locale::Da;
        match self {
            Self::OneOff { day, turn } => {
                let over = turn.days_over();
                if over <= 1 && (over == 0 || turn.duration < DAY_MINUTES / 2) {
                    return format!("{}{}", locale.weekday_and_day(*day, today), hours(locale, *turn));
                }
                let until = locale.weekday_and_day(day.plus_days(over), today);
                let first = locale.weekday_and_day(*day, today);
                let (start, end) =
                    (clock(locale, turn.start_minute), clock(locale, turn.start_minute + turn.duration));
                if danish {
                    format!("{first} kl. {start} til {until} kl. {end}")
                } else {
                    format!("{first} at {start} to {until} at {end}")
                }
            }
            Self::Weekly { weekdays, from, to, turn } => {
                let days = weekly_days(locale, weekdays);
                let hours = hours(locale, *turn);
                let from = from.filter(|from| *from > today).map(|from| {
                    let word = if danish { "fra" } else { "from" };
                    format!(" {word} {}", short_date(locale, from, today))
                });
                let to = to.map(|to| {
                    let word = if danish { "til og med" } else { "until" };
                    format!(" {word} {}", short_date(locale, to, today))
                });
                let period = format!("{}{}", from.unwrap_or_default(), to.unwrap_or_default());
                let comma = if period.is_empty() { "" } else { "," };
                format!("{days}{hours}{comma}{period}")
            }
            Self::Flexible { minutes_per_week, note, until } => {
                let wanted = minutes_per_week.map(|minutes| {
                    format!("{} {}", duration(locale, minutes), locale.choose("om ugen", "a week"))
                });
                let until = until.map(|until| {
                    format!(" {} {}", locale.choose("til og med", "until"), short_date(locale, until, today))
                });
                let until = until.unwrap_or_default();
                let whenever = locale.choose("når det passer dig", "when it suits you");
                match (wanted, note.is_empty()) {
                    (Some(wanted), true) => format!("{wanted}, {whenever}{until}"),
                    (Some(wanted), false) => format!("{wanted}{until}. {note}"),
                    (None, true) => format!("{whenever}{until}"),
                    (None, false) => format!("{note}{until}"),
                }
            }
            Self::Unsettled(_) => {
                locale.choose("tiden er ikke aftalt endnu", "the time is not settled yet").to_owned()
            }
        }
    }
}

/// `13.30` · `13:30`
pub fn clock(locale: Locale, minute: i64) -> String {
    let minute = minute.rem_euclid(DAY_MINUTES);
    let separator = locale.choose(".", ":");
    format!("{:02}{separator}{:02}", minute / 60, minute % 60)
}

/// `2 timer` · `1½ time` · `45 minutter`
pub fn duration(locale: Locale, minutes: i64) -> String {
    let danish = locale == Locale::Da;
    if minutes < 60 {
        let word = if danish { "minutter" } else { "minutes" };
        return format!("{minutes} {word}");
    }
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (rest, danish) {
        (0, true) => format!("{hours} {}", if hours == 1 { "time" } else { "timer" }),
        (0, false) => format!("{hours} {}", if hours == 1 { "hour" } else { "hours" }),
        (30, true) => format!("{hours}½ {}", if hours == 1 { "time" } else { "timer" }),
        (30, false) => format!("{hours}½ hours"),
        (rest, true) => format!("{hours} t. {rest} min."),
        (rest, false) => format!("{hours} h {rest} min"),
    }
}

pub fn hours(locale: Locale, turn: Turn) -> String {
    let (start, end) = (clock(locale, turn.start_minute), clock(locale, turn.start_minute + turn.duration));
    match locale {
        Locale::Da => format!(" kl. {start}–{end}"),
        Locale::En => format!(", {start}–{end}"),
    }
}

pub fn short_date(locale: Locale, day: Day, today: Day) -> String {
    let date = day.date();
    if date.year() != today.date().year() {
        return locale.day(day);
    }
    match locale {
        Locale::Da => format!("{}. {}", date.day(), locale.month(date.month())),
        Locale::En => format!("{} {}", date.day(), locale.month(date.month())),
    }
}

pub fn weekly_days(locale: Locale, weekdays: &[Weekday]) -> String {
    let (every, and) = match locale {
        Locale::Da => ("hver", "og"),
        Locale::En => ("every", "and"),
    };
    if weekdays.len() == 7 {
        return format!("{every} {}", locale.choose("dag", "day"));
    }
    let names: Vec<&str> = weekdays.iter().map(|weekday| locale.weekday(*weekday)).collect();
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => format!("{every} {only}"),
        Some((last, rest)) => format!("{every} {} {and} {last}", rest.join(", ")),
    }
}

/// `"1 3"` is Monday and Wednesday. Unknown numbers are left out, doubles too.
pub fn weekdays_from(text: &str) -> Vec<Weekday> {
    let numbers: std::collections::BTreeSet<i8> =
        text.split(' ').filter_map(|number| number.parse().ok()).collect();
    numbers.into_iter().filter_map(|number| Weekday::from_monday_one_offset(number).ok()).collect()
}

pub fn weekdays_text(weekdays: &[Weekday]) -> String {
    let numbers: Vec<String> =
        weekdays.iter().map(|weekday| weekday.to_monday_one_offset().to_string()).collect();
    numbers.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TODAY: Day = Day::of(2026, 11, 22);

    fn turn(start: i64, duration: i64) -> Turn {
        Turn { start_minute: start, duration }
    }

    fn weekly(weekdays: &str, to: Option<Day>) -> Time {
        Time::Weekly { weekdays: weekdays_from(weekdays), from: None, to, turn: turn(14 * 60, 90) }
    }

    #[test]
    fn the_sentence_says_when_as_one_would_say_it() {
        let saturday = Time::OneOff { day: Day::of(2026, 11, 28), turn: turn(810, 150) };
        assert_eq!(saturday.sentence(Locale::Da, TODAY), "lørdag den 28. november kl. 13.30–16.00");
        assert_eq!(saturday.sentence(Locale::En, TODAY), "Saturday 28 November, 13:30–16:00");
        assert_eq!(weekly("2", None).sentence(Locale::Da, TODAY), "hver tirsdag kl. 14.00–15.30");
        assert_eq!(
            weekly("1 3", None).sentence(Locale::En, TODAY),
            "every Monday and Wednesday, 14:00–15:30"
        );
        assert_eq!(
            weekly("2", Some(Day::of(2027, 2, 28))).sentence(Locale::Da, TODAY),
            "hver tirsdag kl. 14.00–15.30, til og med 28. februar 2027"
        );
        let flexible = Time::Flexible { minutes_per_week: Some(120), note: String::new(), until: None };
        assert_eq!(flexible.sentence(Locale::Da, TODAY), "2 timer om ugen, når det passer dig");
        assert_eq!(flexible.sentence(Locale::En, TODAY), "2 hours a week, when it suits you");
        let night = Time::OneOff { day: Day::of(2026, 11, 28), turn: turn(22 * 60, 4 * 60) };
        assert_eq!(night.sentence(Locale::Da, TODAY), "lørdag den 28. november kl. 22.00–02.00");
        let camp = Time::OneOff { day: Day::of(2027, 7, 2), turn: turn(16 * 60, 44 * 60) };
        assert_eq!(
            camp.sentence(Locale::Da, TODAY),
            "fredag den 2. juli 2027 kl. 16.00 til søndag den 4. juli 2027 kl. 12.00"
        );
    }

    #[test]
    fn what_begins_for_the_last_time_before_an_answer_comes_is_known() {
        let saturday = Day::of(2026, 11, 28);
        let once = Time::OneOff { day: saturday, turn: turn(14 * 60, 120) };
        assert_eq!(once.begins_last(), Some(saturday.at(14, 0)));
        // Tuesdays: the last one decides, and without a last one there is always another.
        let last = |to| weekly("2", to).begins_last().map(Instant::day);
        assert_eq!(last(Some(Day::of(2026, 11, 26))), Some(Day::of(2026, 11, 24)));
        assert_eq!(last(None), None);
    }

    #[test]
    fn a_weekly_turn_keeps_its_clock_over_the_end_of_summer_time() {
        let turns = weekly("2", None).occurrences(Day::of(2026, 10, 20), Day::of(2026, 10, 27), Off::NEVER);
        let clocks: Vec<String> = turns.iter().map(|(start, _)| Locale::Da.time(*start)).collect();
        assert_eq!(clocks, ["14.00", "14.00"]);
        assert_eq!(turns[1].0.since(turns[0].0).as_hours(), 7 * 24 + 1);
    }

    #[test]
    fn a_night_watch_over_the_skipped_hour_ends_by_the_clock() {
        let (start, end) = turn(22 * 60, 6 * 60).on(Day::of(2026, 3, 28));
        assert_eq!((Locale::Da.time(end), end.since(start).as_hours()), ("04.00".to_owned(), 5));
    }

    #[test]
    fn what_is_under_way_is_still_next_and_what_is_over_is_not() {
        let saturday = Time::OneOff { day: Day::of(2026, 11, 28), turn: turn(810, 150) };
        let at = |hour| Day::of(2026, 11, 28).at(hour, 0);
        assert_eq!(saturday.next(at(15), 3, Off::NEVER).len(), 1);
        assert_eq!(saturday.next(at(16), 3, Off::NEVER).len(), 0);
        assert_eq!(weekly("2", None).next(at(15), 3, Off::NEVER).len(), 3);
    }

    #[test]
    fn what_comes_again_is_off_on_closed_days_and_a_single_day_is_not() {
        let closing: ClosingDays = "24-12\n31-12".parse().unwrap();
        // Thursdays: the twenty-fourth and the thirty-first of December 2026 are two of them.
        let days = |time: &Time, off| -> Vec<i8> {
            let turns = time.occurrences(Day::of(2026, 12, 17), Day::of(2027, 1, 7), off);
            turns.iter().map(|(start, _)| start.day().date().day()).collect()
        };
        let thursdays = weekly("4", None);
        assert_eq!(days(&thursdays, Off::of(false, &closing)), [17, 7]);
        assert_eq!(
            days(&thursdays, Off::of(true, &closing)),
            [17, 24, 31, 7],
            "a place that keeps Christmas"
        );
        let next = thursdays.next(Day::of(2026, 12, 20).start(), 1, Off::of(false, &closing));
        assert_eq!(next[0].0.day(), Day::of(2027, 1, 7));
        let christmas_eve = Time::OneOff { day: Day::of(2026, 12, 24), turn: turn(810, 150) };
        assert_eq!(days(&christmas_eve, Off::of(false, &closing)), [24]);
    }

    #[test]
    fn a_time_that_lacks_something_is_kept_and_is_not_settled() {
        let fields =
            TimeFields { kind: Some(TimeKind::OneOff), start_minute: Some(600), ..TimeFields::default() };
        let time = Time::from(fields.clone());
        assert!(matches!(time, Time::Unsettled(_)));
        assert_eq!(TimeFields::from(time), fields);
    }

    proptest! {
        /// Ten years with their twenty clock changes, any turn: in order, never backwards, on the right days.
        #[test]
        fn every_turn_ends_after_it_begins_on_a_chosen_weekday(
            first in 0..3650_i32, length in 0..60_i32, weekdays in "[1-7]( [1-7]){0,3}",
            start_minute in 0..1440_i64, duration in 1..LONGEST_MINUTES,
        ) {
            let from = Day::of(2024, 1, 1).plus_days(first);
            let to = from.plus_days(length);
            let weekdays = weekdays_from(&weekdays);
            let time = Time::Weekly { weekdays: weekdays.clone(), from: Some(from), to: Some(to), turn: turn(start_minute, duration) };
            let turns = time.occurrences(from.plus_days(-30), to.plus_days(30), Off::NEVER);
            let days = (0..=length).filter(|day| weekdays.contains(&from.plus_days(*day).weekday())).count();
            prop_assert_eq!(turns.len(), days);
            for (start, end) in &turns {
                prop_assert!(end > start);
                prop_assert!((from..=to).contains(&start.day()));
                prop_assert!(weekdays.contains(&start.day().weekday()));
                // At most the hour that the clocks give or take.
                let off = end.since(*start).as_mins() - duration;
                prop_assert!(off.abs() <= 60, "{off} minutes off");
            }
            prop_assert!(turns.windows(2).all(|pair| pair[0].0 < pair[1].0));
            if let Some((_, end)) = turns.last() {
                prop_assert_eq!(time.last_end(), Some(*end));
            }
        }

        #[test]
        fn fields_and_time_say_the_same(kind in 0..3_usize, minutes in 1..600_i64, day in 0..3650_i32) {
            let fields = TimeFields {
                kind: Some(TimeKind::ALL[kind]),
                starts_on: Some(Day::of(2024, 1, 1).plus_days(day)),
                weekdays: vec![Weekday::Tuesday],
                start_minute: Some(600),
                duration: Some(minutes),
                ..TimeFields::default()
            };
            let time = Time::from(fields);
            prop_assert_eq!(Time::from(TimeFields::from(time.clone())), time);
        }
    }
}
