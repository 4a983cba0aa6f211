//! The fields of a shift or a series, as people fill them in: never an RRULE.

use jiff::civil::Weekday;
use samskab_kernel::{Day, Instant, Locale, codes};
use samskab_web::{Check, Cx, Errors, form::Choice};
use serde::Deserialize;

use super::{
    Rule, Series, Shift,
    recurrence::{End, Frequency, OnWeekday, ordinal},
};
use crate::{
    T,
    task::time::{LONGEST_MINUTES, Time, Turn, clock},
};

const DAY_MINUTES: i64 = 24 * 60;
/// A series goes on for so long at most before somebody looks at it again.
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
    /// Which of the month.
    enum Which { First => "1", Second => "2", Third => "3", Fourth => "4", Last => "-1", Date => "dato" }
}

/// As posted.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ShiftForm {
    pub rytme: String,
    pub dag: String,
    pub start: String,
    pub slut: String,
    pub ugedage: Vec<String>,
    pub hvilken: String,
    pub til: String,
    pub mindst: String,
    pub hoejst: String,
    pub titel: String,
    /// "ja": the people in it have been seen.
    pub bekraeft: String,
}

/// What was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    pub title: String,
    pub day: Day,
    pub turn: Turn,
    pub minimum: i64,
    pub wanted: i64,
    /// `None`: once.
    pub rule: Option<Rule>,
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

    /// Of a series as it would go on from `day`.
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
        check.labels(&[
            ("rytme", t.shift_field_rhythm()),
            ("dag", t.shift_field_day()),
            ("start", t.shift_field_start()),
            ("slut", t.shift_field_end()),
            ("til", t.shift_field_until()),
            ("mindst", t.shift_field_minimum()),
            ("hoejst", t.shift_field_wanted()),
            ("titel", t.shift_field_title()),
        ]);
        let rhythm = if may_repeat { check.code::<Rhythm>("rytme", &self.rytme) } else { Some(Rhythm::Once) };
        let day = check.day("dag", &self.dag);
        if let Some(day) = day {
            if day < today {
                check.error("dag", t.shift_error_day_past());
            } else if day > today.plus_days(FAR_DAYS) {
                check.error("dag", t.shift_error_day_far());
            }
        }
        let start = present(&mut check, "start", &self.start);
        let end = present(&mut check, "slut", &self.slut);
        let turn = start.zip(end).map(|(start, end)| {
            // "22 to 06" goes over midnight.
            let duration = if end > start { end - start } else { end + DAY_MINUTES - start };
            Turn { start_minute: start, duration }
        });
        if turn.is_some_and(|turn| turn.duration > LONGEST_MINUTES.min(16 * 60)) {
            check.error("slut", t.shift_error_too_long());
        }
        let until = check.optional_day("til", &self.til).flatten();
        let minimum =
            check.optional_number("mindst", &self.mindst, 1..=200).map(|number| number.unwrap_or(1));
        let wanted = check.optional_number("hoejst", &self.hoejst, 1..=200);
        if let (Some(minimum), Some(Some(wanted))) = (minimum, wanted)
            && wanted < minimum
        {
            check.error("hoejst", t.shift_error_wanted_below());
        }
        let title = check.text("titel", &self.titel, 120);
        let weekdays = weekdays(&self.ugedage);
        let rule = match (rhythm, day) {
            (Some(rhythm), Some(day)) if rhythm != Rhythm::Once => {
                if until.is_some_and(|until| until < day) {
                    check.error("til", t.shift_error_until_before());
                } else if until.is_some_and(|until| until > day.plus_days(MOST_DAYS)) {
                    check.error("til", t.shift_error_until_far());
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
            check.error("til", t.shift_error_no_day());
        }
        if let (None, Some(day), Some(turn)) = (&rule, day, turn)
            && check.errors.is_empty()
            && turn.on(day).0 <= cx.now()
        {
            check.error("start", t.shift_error_begun());
        }
        let minimum = minimum.unwrap_or(1);
        let meant = day.zip(turn).map(|(day, turn)| Meant {
            title: title.unwrap_or_default(),
            day,
            turn,
            minimum,
            wanted: wanted.flatten().unwrap_or(minimum),
            rule,
        });
        check.done()?;
        meant.ok_or_else(Errors::default)
    }

    pub fn is_confirmed(&self) -> bool {
        self.bekraeft == "ja"
    }

    /// Everything typed, to be posted again by the page that asks once more.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("rytme", self.rytme.clone()),
            ("dag", self.dag.clone()),
            ("start", self.start.clone()),
            ("slut", self.slut.clone()),
            ("hvilken", self.hvilken.clone()),
            ("til", self.til.clone()),
            ("mindst", self.mindst.clone()),
            ("hoejst", self.hoejst.clone()),
            ("titel", self.titel.clone()),
        ];
        fields.extend(self.ugedage.iter().map(|day| ("ugedage", day.clone())));
        fields
    }
}

impl Meant {
    pub fn times(&self) -> (Instant, Instant) {
        self.turn.on(self.day)
    }
}

fn present(check: &mut Check, field: &str, value: &str) -> Option<i64> {
    let minute = check.optional_minute(field, value)?;
    if minute.is_none() {
        let message = check.t.form_required();
        check.error(field, message);
    }
    minute
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
    crate::task::time::weekdays_from(&numbers.join(" "))
}

/// What the fields offer.
pub struct Choices {
    pub rhythms: Vec<Choice>,
    pub weekdays: Vec<Choice>,
    pub which: Vec<Choice>,
}

impl Choices {
    /// `once`: whether it can also be a single shift.
    pub fn new(locale: Locale, form: &ShiftForm, once: bool) -> Self {
        let t = T(locale);
        let rhythms = Rhythm::ALL.iter().filter(|rhythm| once || **rhythm != Rhythm::Once);
        let days = Weekday::Monday.cycle_forward().take(7);
        let which = |which: &Which| {
            let label = match which.code().parse::<i8>() {
                Ok(nth) => t.shift_which(ordinal(locale, nth)),
                Err(_) => t.shift_which_date().to_owned(),
            };
            Choice::new(which.code(), label, form.hvilken == which.code())
        };
        Self {
            rhythms: rhythms
                .map(|rhythm| Choice::new(rhythm.code(), rhythm.label(t), form.rytme == rhythm.code()))
                .collect(),
            weekdays: days
                .map(|day| {
                    let number = day.to_monday_one_offset().to_string();
                    let is_chosen = form.ugedage.contains(&number);
                    Choice::new(number, crate::task::time::as_beginning(locale.weekday(day)), is_chosen)
                })
                .collect(),
            which: Which::ALL.iter().map(which).collect(),
        }
    }
}
