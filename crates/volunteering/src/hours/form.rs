//! The few fields of some hours, alike for the volunteer and the place, and the page around them.

use std::collections::HashMap;

use askama::Template;
use samskab_kernel::Day;
use samskab_organisation::person::{self, PersonId};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Errors, Result, Shell, form::Choice};
use serde::Deserialize;

use super::{
    Hours, HoursId, MANY_MINUTES_A_DAY, duration,
    store::{self, Helped, YearSum},
};
use crate::{T, engagement::EngagementId};

/// As posted.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct HoursForm {
    /// The id these hours will have: the same page sent twice is one.
    pub nummer: String,
    pub aftale: String,
    pub dag: String,
    pub tid: String,
    /// `ja`: asked about, and right.
    pub sikker: String,
}

impl HoursForm {
    pub fn new(cx: &Cx, day: Day) -> Self {
        let id: HoursId = cx.new_id();
        Self { nummer: id.to_string(), dag: day.to_string(), ..Self::default() }
    }

    pub fn of(hours: &Hours) -> Self {
        Self {
            nummer: hours.id.to_string(),
            aftale: hours.engagement.to_string(),
            dag: hours.day.to_string(),
            tid: duration::typed(hours.minutes),
            sikker: String::new(),
        }
    }
}

/// What was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    pub day: Day,
    pub minutes: i64,
}

/// Reads day and time; what is wrong is noted in `check`.
pub fn read(cx: &Cx, check: &mut Check, form: &HoursForm) -> Option<Told> {
    let t = T(cx.locale);
    check.labels(&[("aftale", t.hours_task()), ("dag", t.hours_day()), ("tid", t.hours_time())]);
    let day = check.day("dag", &form.dag).and_then(|day| {
        if day > cx.now().day() {
            check.error("dag", t.hours_day_to_come());
            return None;
        }
        Some(day)
    });
    let minutes = duration::parse(&form.tid);
    if minutes.is_none() {
        check.error(
            "tid",
            if form.tid.trim().is_empty() { t.hours_time_missing() } else { t.hours_time_unclear() },
        );
    }
    Some(Told { day: day?, minutes: minutes? })
}

/// More than anybody manages in a day is asked about; `None`: nothing to ask.
pub async fn question(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
    told: Told,
    instead_of: Option<&Hours>,
    form: &HoursForm,
) -> Result<Option<String>> {
    if form.sikker == "ja" {
        return Ok(None);
    }
    let already = store::sum_of_person(connection, cx.tenant.id, person, told.day, told.day).await?;
    let same_day = instead_of.filter(|hours| hours.day == told.day && hours.removed_at.is_none());
    let minutes = already - same_day.map_or(0, |hours| hours.minutes) + told.minutes;
    let t = T(cx.locale);
    Ok((minutes > MANY_MINUTES_A_DAY)
        .then(|| t.hours_many(cx.locale.day(told.day), duration::said(t, minutes))))
}

#[derive(Template)]
#[template(path = "hours/page.html")]
pub struct HoursPage {
    pub shell: Shell,
    pub t: T,
    pub errors: Errors,
    pub heading: String,
    pub lead: &'static str,
    pub back: Option<(String, &'static str)>,
    pub action: &'static str,
    pub form: HoursForm,
    /// Of which tasks; one is not asked about.
    pub tasks: Vec<Choice>,
    pub question: Option<String>,
    pub groups: Vec<Group>,
    pub is_own: bool,
}

pub struct Group {
    pub title: String,
    pub by: String,
    pub sums: Vec<(String, String)>,
    pub lines: Vec<Line>,
}

pub struct Line {
    pub href: String,
    pub day: String,
    pub said: String,
    pub by: String,
}

/// The hours engagement by engagement, each with its sums by year.
pub async fn groups(
    cx: &Cx,
    connection: &mut Connection,
    helped: &[Helped],
    hours: &[Hours],
    sums: &[YearSum],
    is_own: bool,
) -> Result<Vec<Group>> {
    let t = T(cx.locale);
    let mut writers: Vec<PersonId> = hours.iter().filter_map(|one| one.by).collect();
    writers.sort_unstable();
    writers.dedup();
    let names: HashMap<PersonId, String> = person::store::find_many(connection, cx.tenant.id, &writers)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let line = |one: &Hours| Line {
        href: format!("/timer/{}", one.id),
        day: cx.locale.weekday_and_day(one.day),
        said: duration::said(t, one.minutes),
        by: told_by(cx, one, &names, is_own),
    };
    Ok(helped
        .iter()
        .map(|one| Group {
            title: one.title.clone(),
            by: one.poster_name.clone(),
            sums: sums
                .iter()
                .filter(|sum| sum.engagement_id == one.engagement)
                .map(|sum| (sum.year.clone(), duration::said(t, sum.minutes)))
                .collect(),
            lines: hours.iter().filter(|hours| hours.engagement == one.engagement).map(line).collect(),
        })
        .filter(|group| !group.lines.is_empty())
        .collect())
}

/// “Skrevet af dig 3. marts 2026”.
pub fn told_by(cx: &Cx, hours: &Hours, names: &HashMap<PersonId, String>, is_own: bool) -> String {
    let t = T(cx.locale);
    let day = cx.locale.short_day(hours.updated_at.day());
    let name = hours.by.and_then(|by| names.get(&by)).map(String::as_str);
    match (hours.by_volunteer, is_own, name) {
        (true, true, _) => t.hours_told_by_you(day),
        (true, false, _) => t.hours_told_by_volunteer(day),
        (false, _, Some(name)) => t.hours_told_by(day, name),
        (false, _, None) => t.hours_told_by_place(day),
    }
}

pub fn choices(helped: &[Helped], chosen: &str) -> Vec<Choice> {
    let choice = |one: &Helped| {
        let value = one.engagement.to_string();
        let selected = value == chosen;
        Choice::new(value, format!("{}, {}", one.title, one.poster_name), selected)
    };
    helped.iter().map(choice).collect()
}

/// Which of them was chosen; the only one needs no choosing.
pub fn chosen(check: &mut Check, helped: &[Helped], form: &HoursForm, t: T) -> Option<EngagementId> {
    let id = match helped {
        [only] => Some(only.engagement),
        _ => form.aftale.parse().ok().filter(|id| helped.iter().any(|one| one.engagement == *id)),
    };
    if id.is_none() {
        check.error("aftale", t.hours_choose_task());
    }
    id
}
