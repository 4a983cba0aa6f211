//! The fields of a shift or a series, as people fill them in: never an RRULE.

use jiff::civil::Weekday;
use samskab_kernel::{Day, Instant, Locale, codes, holiday::Odd};
use samskab_taskbank::task::{
    Task,
    time::{LONGEST_MINUTES, Time, Turn, clock},
};
use samskab_web::{
    Check, Cx, Errors,
    form::{Choice, Field},
};

use super::{
    OnClosedDays, Rule, Series, Shift,
    lay_out::DAYS_AHEAD,
    recurrence::{End, Frequency, OnWeekday, ordinal},
    unusual::{Unusual, unusual},
};
use crate::T;

const DAY_MINUTES: i64 = 24 * 60;
/// At most this many days a series goes on before somebody looks at it again.
const MOST_DAYS: i32 = 3 * 366;
/// No day further ahead can be typed: it is a slip of the finger.
const FAR_DAYS: i32 = 2 * 366;

codes! {
    /// How often it comes again.
    pub enum Rhythm {
        Once => "en-gang",
        Daily => "dag",
        Weekly => "uge",
        EverySecondWeek => "anden-uge",
        EveryThirdWeek => "tredje-uge",
        EveryFourthWeek => "fjerde-uge",
        Monthly => "maaned",
    }
}

impl Rhythm {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Once => t.shift_rhythm_once(),
            Self::Daily => t.shift_rhythm_daily(),
            Self::Weekly => t.shift_rhythm_weekly(),
            Self::EverySecondWeek => t.shift_rhythm_second_week(),
            Self::EveryThirdWeek => t.shift_rhythm_third_week(),
            Self::EveryFourthWeek => t.shift_rhythm_fourth_week(),
            Self::Monthly => t.shift_rhythm_monthly(),
        }
    }
}

codes! {
    /// Which day of the month a monthly series falls on.
    enum Which { First => "1", Second => "2", Third => "3", Fourth => "4", Last => "-1", Date => "dato" }
}

samskab_web::form! {
    /// A shift or a series as it is typed.
    pub struct ShiftForm {
        rytme: choice(shift_field_rhythm).without_first(),
        dag: day(shift_field_day),
        start: clock(shift_field_start),
        slut: clock(shift_field_end),
        hvilken: choice(shift_field_which).hint(shift_field_which_hint).without_first().optional().among(whiches),
        til: day(shift_field_until).hint(shift_field_until_hint).optional(),
        /// Empty is one; an empty `hoejst` is as many as `mindst`.
        mindst: number(shift_field_minimum).between(1, 200).optional(),
        hoejst: number(shift_field_wanted).between(1, 200).optional(),
        titel: text(shift_field_title).hint(shift_field_title_hint).optional().at_most(120),
        ugedage: several(shift_field_weekdays).hint(shift_field_weekdays_hint).among(days_of_the_week),
        lukkedage: radio(shift_field_closed_days).hint(shift_field_closed_days_hint).optional().says_itself()
            .among(on_closed_days),
        /// "ja": the people in it have been seen.
        bekraeft: hidden,
        /// The key of the unusual things that were shown and confirmed: [`Meant::key`].
        sikker: hidden,
    }
}

/// What the typed form means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    pub title: String,
    pub day: Day,
    pub turn: Turn,
    pub minimum: i64,
    pub wanted: i64,
    /// How it repeats; `None`: it does not.
    pub rule: Option<Rule>,
    /// Only for a series.
    pub on_closed_days: OnClosedDays,
}

impl ShiftForm {
    /// A new one: tomorrow, for one to two people.
    pub fn fresh(cx: &Cx, time: &Time) -> Self {
        let mut form = Self {
            rytme: Rhythm::Weekly.code().into(),
            dag: cx.now().day().plus_days(1).to_string(),
            hvilken: Which::First.code().into(),
            mindst: "1".into(),
            hoejst: "2".into(),
            lukkedage: OnClosedDays::Ask.code().into(),
            ..Self::default()
        };
        match time {
            Time::OneOff { day, turn } => {
                form.rytme = Rhythm::Once.code().into();
                form.dag = day.to_string();
                form.turn(cx.locale, *turn);
            }
            Time::Weekly { weekdays, from, to, turn } => {
                form.ugedage = numbers(weekdays);
                if let Some(from) = from.filter(|from| *from > cx.now().day()) {
                    form.dag = from.to_string();
                }
                form.til = to.map(|to| to.to_string()).unwrap_or_default();
                form.turn(cx.locale, *turn);
            }
            Time::Flexible { .. } | Time::Unsettled(_) => {}
        }
        form
    }

    fn turn(&mut self, locale: Locale, turn: Turn) {
        self.start = clock(locale, turn.start_minute);
        self.slut = clock(locale, turn.start_minute + turn.duration);
    }

    pub fn of_shift(locale: Locale, shift: &Shift) -> Self {
        Self {
            rytme: Rhythm::Once.code().into(),
            dag: shift.starts_at.day().to_string(),
            start: locale.time(shift.starts_at),
            slut: locale.time(shift.ends_at),
            mindst: shift.minimum.to_string(),
            hoejst: shift.wanted.to_string(),
            titel: shift.title.clone(),
            ..Self::default()
        }
    }

    /// The form for a series as it would go on from `day`.
    pub fn of_series(locale: Locale, series: &Series, day: Day) -> Self {
        let rule = &series.rule;
        let rhythm = match (rule.frequency, rule.interval) {
            (Frequency::Daily, _) => Rhythm::Daily,
            (Frequency::Weekly, 2) => Rhythm::EverySecondWeek,
            (Frequency::Weekly, 3) => Rhythm::EveryThirdWeek,
            (Frequency::Weekly, 4) => Rhythm::EveryFourthWeek,
            (Frequency::Weekly, _) => Rhythm::Weekly,
            (Frequency::Monthly, _) => Rhythm::Monthly,
        };
        let nth = rule.by_day.first().and_then(|on| on.nth);
        let weekdays = if rule.by_day.is_empty() && rhythm != Rhythm::Daily && rhythm != Rhythm::Monthly {
            vec![series.starts_on.weekday()]
        } else {
            rule.weekdays()
        };
        let mut form = Self {
            rytme: rhythm.code().into(),
            dag: day.to_string(),
            ugedage: numbers(&weekdays),
            hvilken: match nth {
                Some(nth) => nth.to_string(),
                None if rule.frequency == Frequency::Monthly => Which::Date.code().into(),
                None => Which::First.code().into(),
            },
            lukkedage: series.on_closed_days.code().into(),
            til: rule.last_on(series.starts_on).map(|day| day.to_string()).unwrap_or_default(),
            mindst: series.minimum.to_string(),
            hoejst: series.wanted.to_string(),
            titel: series.title.clone(),
            ..Self::default()
        };
        form.turn(locale, series.turn);
        form
    }

    /// # Errors
    /// Everything that is wrong, field by field.
    pub fn parse(&self, cx: &Cx, may_repeat: bool) -> Result<Meant, Errors> {
        let t = T(cx.locale);
        let today = cx.now().day();
        let mut check = Check::new(cx.locale);
        let rhythm = if may_repeat { self.rytme().code(&mut check) } else { Some(Rhythm::Once) };
        let day = self.dag().day(&mut check);
        if let Some(day) = day {
            if day < today {
                check.refuse(&self.dag(), t.shift_error_day_past());
            } else if day > today.plus_days(FAR_DAYS) {
                check.refuse(&self.dag(), t.shift_error_day_far());
            }
        }
        let start = self.start().clock(&mut check);
        let end = self.slut().clock(&mut check);
        let turn = start.zip(end).map(|(start, end)| {
            // "22 to 06" goes over midnight.
            let duration = if end > start { end - start } else { end + DAY_MINUTES - start };
            Turn { start_minute: start, duration }
        });
        if turn.is_some_and(|turn| turn.duration > LONGEST_MINUTES.min(16 * 60)) {
            let is_backwards = start.zip(end).is_some_and(|(start, end)| end <= start);
            let why = if is_backwards { t.shift_error_end_before() } else { t.shift_error_too_long() };
            check.refuse(&self.slut(), why);
        }
        if let (Some(day), Some(turn), Some(Rhythm::Once)) = (day, turn, rhythm) {
            let (start, end) = day.never_shown(turn.start_minute, turn.start_minute + turn.duration);
            if start {
                check.refuse(&self.start(), t.shift_error_never_shown(clock(cx.locale, turn.start_minute)));
            } else if end {
                let end = clock(cx.locale, turn.start_minute + turn.duration);
                check.refuse(&self.slut(), t.shift_error_never_shown(end));
            }
        }
        let until = self.til().day(&mut check);
        let minimum = self.mindst().number(&mut check).unwrap_or(1);
        let wanted = self.hoejst().number(&mut check);
        if wanted.is_some_and(|wanted| wanted < minimum) && !check.refuses(&[self.mindst()]) {
            check.refuse(&self.hoejst(), t.shift_error_wanted_below());
        }
        let title = self.titel().text(&mut check);
        let weekdays = weekdays(&self.ugedage);
        let rule = match (rhythm, day) {
            (Some(rhythm), Some(day)) if rhythm != Rhythm::Once => {
                if until.is_some_and(|until| until < day) {
                    check.refuse(&self.til(), t.shift_error_until_before());
                } else if until.is_some_and(|until| until > day.plus_days(MOST_DAYS)) {
                    check.refuse(&self.til(), t.shift_error_until_far());
                }
                let end = until.map_or(End::Never, End::Until);
                let which = self.hvilken.parse::<Which>().unwrap_or(Which::First);
                Some(rule(rhythm, which, day, &weekdays, end))
            }
            _ => None,
        };
        if let (Some(rule), Some(day)) = (&rule, day)
            && check.errors.is_empty()
            && rule.days(day, day.plus_days(MOST_DAYS)).is_empty()
        {
            check.refuse(&self.til(), t.shift_error_no_day());
        }
        if let (None, Some(day), Some(turn)) = (&rule, day, turn)
            && check.errors.is_empty()
            && turn.on(day).0 <= cx.now()
        {
            check.refuse(&self.start(), t.shift_error_begun());
        }
        let meant = day.zip(turn).map(|(day, turn)| Meant {
            title: title.unwrap_or_default(),
            day,
            turn,
            minimum,
            wanted: wanted.unwrap_or(minimum),
            rule,
            on_closed_days: self.lukkedage.parse().unwrap_or(OnClosedDays::Ask),
        });
        check.done()?;
        meant.ok_or_else(Errors::default)
    }

    pub fn is_confirmed(&self) -> bool {
        self.bekraeft().is_ticked()
    }

    /// What is unusual about it and was not said yes to, in words. `there`: how many shifts there are at its times already.
    pub fn questions(&self, cx: &Cx, meant: &Meant, task: &Task, there: usize) -> Vec<String> {
        if self.sikker == meant.key(there) {
            return Vec::new();
        }
        let t = T(cx.locale);
        let closing = samskab_taskbank::task::Settings::of(&cx.tenant).closing_days();
        let unusual = unusual(meant, &task.time, &closing, cx.locale);
        let twice = (there > 0).then(|| t.shift_ask_again(there));
        twice
            .into_iter()
            .chain(unusual.into_iter().map(|what| match what {
                Unusual::OutsideTheTask => t.shift_ask_outside(task.time.sentence(cx.locale, cx.today())),
                Unusual::Odd(Odd::ClosedDay(name)) => t.shift_ask_closed(cx.locale.day(meant.day), name),
                Unusual::Odd(Odd::BeginsTwice) => {
                    t.shift_ask_twice(clock(cx.locale, meant.turn.start_minute))
                }
            }))
            .collect()
    }

    /// Everything typed, to be posted again by the page that asks once more.
    pub fn again(&self) -> Vec<(&'static str, String)> {
        let asked = self.bekraeft().name();
        self.fields().iter().filter(|field| field.name() != asked).flat_map(Field::pairs).collect()
    }
}

impl Meant {
    /// What a yes to what is unusual about it is a yes to: once made, there are more of them at its times, and the same yes
    /// does not make it again.
    pub fn key(&self, there: usize) -> String {
        let until = self.rule.as_ref().and_then(|rule| rule.last_on(self.day));
        let until = until.map(|day| day.to_string()).unwrap_or_default();
        let there = if there > 0 { format!("+{there}") } else { String::new() };
        let key = format!("{} {} {} {until}{there}", self.day, self.turn.start_minute, self.turn.duration);
        key.trim().to_owned()
    }

    /// Start and end of each of its shifts, as far ahead as they are laid out today.
    pub fn all_times(&self, today: Day) -> Vec<(Instant, Instant)> {
        match &self.rule {
            None => vec![self.times()],
            Some(rule) => {
                let days = rule.days(self.day, today.plus_days(DAYS_AHEAD));
                days.into_iter().map(|day| self.turn.on(day)).collect()
            }
        }
    }

    pub fn times(&self) -> (Instant, Instant) {
        self.turn.on(self.day)
    }
}

fn rule(rhythm: Rhythm, which: Which, day: Day, weekdays: &[Weekday], end: End) -> Rule {
    let chosen: Vec<Weekday> = if weekdays.is_empty() { vec![day.weekday()] } else { weekdays.to_vec() };
    let weekly = |interval| Rule::weekly(&chosen, interval, end);
    match rhythm {
        Rhythm::Once | Rhythm::Weekly => weekly(1),
        Rhythm::EverySecondWeek => weekly(2),
        Rhythm::EveryThirdWeek => weekly(3),
        Rhythm::EveryFourthWeek => weekly(4),
        Rhythm::Daily => {
            let by_day = weekdays.iter().map(|weekday| OnWeekday { nth: None, weekday: *weekday }).collect();
            Rule { frequency: Frequency::Daily, interval: 1, by_day, end }
        }
        Rhythm::Monthly => {
            let nth = which.code().parse::<i8>().ok();
            let by_day = match nth {
                None => Vec::new(),
                Some(nth) => {
                    chosen.iter().map(|weekday| OnWeekday { nth: Some(nth), weekday: *weekday }).collect()
                }
            };
            Rule { frequency: Frequency::Monthly, interval: 1, by_day, end }
        }
    }
}

fn numbers(weekdays: &[Weekday]) -> Vec<String> {
    weekdays.iter().map(|weekday| weekday.to_monday_one_offset().to_string()).collect()
}

fn weekdays(numbers: &[String]) -> Vec<Weekday> {
    samskab_taskbank::task::time::weekdays_from(&numbers.join(" "))
}

fn on_closed_days(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    let label = |rule: OnClosedDays| match rule {
        OnClosedDays::Skip => t.shift_closed_days_skip(),
        OnClosedDays::Ask => t.shift_closed_days_ask(),
        OnClosedDays::Keep => t.shift_closed_days_keep(),
    };
    OnClosedDays::ALL.iter().map(|rule| Choice::of(rule.code(), label(*rule))).collect()
}

/// `once`: whether it can also be a single shift.
pub fn rhythms(locale: Locale, once: bool) -> Vec<Choice> {
    let rhythms = Rhythm::ALL.iter().filter(|rhythm| once || **rhythm != Rhythm::Once);
    rhythms.map(|rhythm| Choice::of(rhythm.code(), rhythm.label(T(locale)))).collect()
}

fn days_of_the_week(locale: Locale) -> Vec<Choice> {
    let choice = |day: Weekday| {
        let name = samskab_taskbank::task::time::as_beginning(locale.weekday(day));
        Choice::of(day.to_monday_one_offset().to_string(), name)
    };
    Weekday::Monday.cycle_forward().take(7).map(choice).collect()
}

fn whiches(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    let choice = |which: &Which| {
        let label = match which.code().parse::<i8>() {
            Ok(nth) => t.shift_which(ordinal(locale, nth)),
            Err(_) => t.shift_which_date().to_owned(),
        };
        Choice::of(which.code(), label)
    };
    Which::ALL.iter().map(choice).collect()
}
