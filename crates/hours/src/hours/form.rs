//! The few fields of some hours, alike for the volunteer and the place, and the page around them.

use std::collections::HashMap;

use askama::Template;
use samskab_engagement::engagement::EngagementId;
use samskab_kernel::Day;
use samskab_organisation::person::{self, PersonId};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Result, Shell, form::Choice, module::first_time};

use super::{
    EXPECTED, Hours, HoursId, duration,
    rules::{Circumstances, HoursDraft, Impossible, Unlikely},
    store::{self, Helped, YearSum},
};
use crate::T;

samskab_web::form! {
    /// Some hours as they are typed.
    pub struct HoursForm {
        /// The id these hours will have: the same page sent twice is one.
        nummer: hidden,
        aftale: choice(hours_task).says_itself(),
        dag: day(hours_day),
        tid: text(hours_time).hint(hours_time_hint).width("s").max(30),
        /// Asked about, and right: [`HoursDraft::key`].
        sikker: hidden,
    }
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
            ..Self::default()
        }
    }
}

/// Shown back before the hours are stored: how they were read, and why there is a doubt.
pub struct Question {
    pub understood: String,
    pub doubts: Vec<String>,
    /// Identifies these hours, so that a yes counts for exactly them.
    pub key: String,
}

/// The form again, with what is wrong in it or with a question.
pub struct Again {
    pub form: HoursForm,
    pub question: Option<Question>,
}

/// Whose hours are entered, and where they were given.
pub struct Whose<'a> {
    pub person: PersonId,
    /// `None`: not chosen yet.
    pub place: Option<&'a Helped>,
    /// Hours that are stored under this id already are overwritten.
    pub hours: HoursId,
}

/// Reads and judges what was typed. `check` may hold what is wrong with the place already.
pub async fn told(
    cx: &Cx,
    connection: &mut Connection,
    mut check: Check,
    form: HoursForm,
    whose: Whose<'_>,
) -> Result<std::result::Result<HoursDraft, Again>> {
    let t = T(cx.locale);
    let told = read(&mut check, &form, t);
    if let (Some(told), Some(place), true) = (told, whose.place, check.errors.is_empty()) {
        let known = circumstances(cx, connection, &whose, place, told.day).await?;
        match told.judge(&known) {
            Ok(doubts) if doubts.is_empty() || form.sikker == told.key() => return Ok(Ok(told)),
            Ok(doubts) => {
                let question = Question {
                    understood: t.hours_understood(said(cx, told.day, told.minutes)),
                    doubts: doubts.iter().map(|doubt| doubt.words(cx)).collect(),
                    key: told.key(),
                };
                return Ok(Err(Again { form, question: Some(question) }));
            }
            Err(impossible) => {
                let field = if impossible.is_about_the_day() { form.dag() } else { form.tid() };
                check.refuse(&field, impossible.words(cx));
            }
        }
    }
    let errors = check.done().err().unwrap_or_default();
    Ok(Err(Again { form: form.with_errors(errors), question: None }))
}

/// Day and time as they are understood; what is wrong is noted in `check`.
fn read(check: &mut Check, form: &HoursForm, t: T) -> Option<HoursDraft> {
    let day = form.dag().day(check);
    let minutes = duration::parse(&form.tid);
    if minutes.is_none() {
        let message = if form.tid().is_empty() { t.hours_time_missing() } else { t.hours_time_unclear() };
        check.refuse(&form.tid(), message);
    }
    Some(HoursDraft { day: day?, minutes: minutes?, could_be_either: duration::could_be_either(&form.tid) })
}

/// What is known about the place and the day.
pub async fn circumstances(
    cx: &Cx,
    connection: &mut Connection,
    whose: &Whose<'_>,
    place: &Helped,
    day: Day,
) -> Result<Circumstances> {
    let tenant = cx.tenant.id;
    let others = store::of_day(connection, tenant, whose.person, day).await?;
    let others = || others.iter().filter(|hours| hours.id != whose.hours);
    Ok(Circumstances {
        now: cx.now(),
        agreed_on: place.agreed_on,
        begins_on: place.begins_on,
        ended_on: place.ended_on,
        shift_starts_at: first_time(cx, connection, EXPECTED, place.engagement.uuid(), day).await?,
        same_day_minutes: others()
            .filter(|one| one.engagement == place.engagement)
            .map(|one| one.minutes)
            .sum(),
        day_minutes: others().map(|one| one.minutes).sum(),
    })
}

/// “25 min lørdag den 21. november”
pub fn said(cx: &Cx, day: Day, minutes: i64) -> String {
    T(cx.locale).hours_said(cx.locale.weekday_and_day(day, cx.today()), duration::said(T(cx.locale), minutes))
}

impl Unlikely {
    fn words(self, cx: &Cx) -> String {
        let t = T(cx.locale);
        let long = |minutes: i64| duration::said(t, minutes);
        match self {
            Self::CouldBeEither { number } => t.hours_either(number),
            Self::SameDay { already, together } => t.hours_same_day(long(already), long(together)),
            Self::BeforeTheFirstDay { begins_on } => t.hours_before_first_day(cx.locale.day(begins_on)),
            Self::Long { minutes } => t.hours_long(long(minutes)),
        }
    }
}

impl Impossible {
    fn is_about_the_day(self) -> bool {
        !matches!(self, Self::MoreThanTheDay { .. } | Self::MoreThanADay { .. })
    }

    pub fn words(self, cx: &Cx) -> String {
        let t = T(cx.locale);
        match self {
            Self::DayToCome => t.hours_day_to_come().to_owned(),
            Self::BeforeAgreement { agreed_on } => t.hours_before_agreement(cx.locale.day(agreed_on)),
            Self::AfterEnd { ended_on } => t.hours_after_end(cx.locale.day(ended_on)),
            Self::ShiftToCome { starts_at } => t.hours_shift_to_come(cx.locale.time(starts_at)),
            Self::MoreThanTheDay { so_far } => t.hours_more_than_the_day(duration::said(t, so_far)),
            Self::MoreThanADay { already } => t.hours_more_than_a_day(duration::said(t, already)),
        }
    }
}

/// Hours that were just stored, shown with the way to correct them.
pub struct WrittenHours {
    pub said: String,
    pub place: String,
    pub href: String,
}

/// The hours that the address of the page names, if they are on it.
pub fn written(cx: &Cx, helped: &[Helped], hours: &[Hours]) -> Option<WrittenHours> {
    let HoursQuery { skrevet } = samskab_web::form::query(cx);
    let id: HoursId = skrevet.parse().ok()?;
    let one = hours.iter().find(|hours| hours.id == id)?;
    let place = helped.iter().find(|helped| helped.engagement == one.engagement)?;
    Some(WrittenHours { said: said(cx, one.day, one.minutes), place: place.title.clone(), href: one.href() })
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct HoursQuery {
    skrevet: String,
}

#[derive(Template)]
#[template(path = "hours/page.html")]
pub struct HoursPage {
    pub shell: Shell,
    pub t: T,
    pub heading: String,
    pub lead: &'static str,
    pub back: Option<(String, &'static str)>,
    pub action: &'static str,
    pub form: HoursForm,
    /// The tasks to choose from; with only one, nothing is asked.
    pub tasks: Vec<Choice>,
    pub question: Option<Question>,
    pub written: Option<WrittenHours>,
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
    /// The shift's own hours are noted for the same day too: perhaps the same time counts twice.
    pub is_twice: bool,
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
        href: one.href(),
        day: cx.locale.weekday_and_day(one.day, cx.today()),
        said: duration::said(t, one.minutes),
        by: told_by(cx, one, &names, is_own),
        is_twice: one.booking.is_none()
            && hours.iter().any(|other| {
                (other.engagement, other.day) == (one.engagement, one.day) && other.booking.is_some()
            }),
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
    let day = cx.locale.short_day(hours.updated_at.day(), cx.today());
    let name = hours.by.and_then(|by| names.get(&by)).map(String::as_str);
    match (hours.by_volunteer, is_own, name) {
        (true, true, _) => t.hours_told_by_you(day),
        (true, false, _) => t.hours_told_by_volunteer(day),
        (false, _, Some(name)) => t.hours_told_by(day, name),
        (false, _, None) => t.hours_told_by_place(day),
    }
}

pub fn choices(helped: &[Helped]) -> Vec<Choice> {
    let choice =
        |one: &Helped| Choice::of(one.engagement.to_string(), format!("{}, {}", one.title, one.poster_name));
    helped.iter().map(choice).collect()
}

/// The place that was chosen; the only one needs no choosing.
pub fn chosen(check: &mut Check, helped: &[Helped], form: &HoursForm, t: T) -> Option<EngagementId> {
    let id = match helped {
        [only] => Some(only.engagement),
        _ => form.aftale.parse().ok().filter(|id| helped.iter().any(|one| one.engagement == *id)),
    };
    if id.is_none() {
        check.refuse(&form.aftale(), t.hours_choose_task());
    }
    id
}
