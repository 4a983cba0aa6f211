//! What is typed when a task is written: read field by field, so that a draft accepts anything
//! well-formed and nothing typed is lost.

use samskab_kernel::{Locale, contact::Postcode};
use samskab_organisation::person::PersonId;
use samskab_web::{Check, Errors};
use serde::Deserialize;

use super::{
    Approach, Boundary, Task, Time,
    store::{lines, listed},
    time::{TimeFields, TimeKind, clock, weekdays_from, weekdays_text},
};
use crate::{T, catalogue};

/// Every field as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct TaskForm {
    /// Which button: `save`, `publish`, `preview`, `aid`.
    pub action: String,
    /// Over which task it is written: `fields::version`. Empty for a new one.
    pub version: String,
    pub title: String,
    pub summary: String,
    pub does: String,
    pub time_kind: String,
    /// One-off.
    pub day: String,
    pub end_day: String,
    /// One-off and weekly.
    pub start: String,
    pub end: String,
    pub weekdays: Vec<String>,
    /// Weekly.
    pub from: String,
    /// Weekly and flexible.
    pub until: String,
    pub hours_per_week: String,
    pub hours_note: String,
    pub remote: String,
    pub venue: String,
    pub address: String,
    pub postcode: String,
    pub contact: String,
    pub boundary_staff: String,
    pub boundary_volunteers: String,
    pub boundary_grey: String,
    pub insurance: String,
    pub through: String,
    pub theme: String,
    pub topics: Vec<String>,
    pub target_groups: Vec<String>,
    pub competences: Vec<String>,
    pub places: String,
    pub company: String,
    pub languages: Vec<String>,
    pub offers: String,
    pub expects: String,
    pub accessibility: String,
    pub requirements: Vec<String>,
    pub min_age: String,
    pub course: String,
    pub information_meeting: String,
    pub approach: String,
    pub approach_challenge: String,
    pub approach_parties: String,
    pub approach_other: String,
    pub aid_task: String,
    pub aid_solution: String,
    pub aid_work: String,
    pub channels: Vec<String>,
}

const TITLE: usize = 80;
pub(super) const SUMMARY: usize = 200;
const LINES: usize = 1500;
const LINE: usize = 200;
const DAY_MINUTES: i64 = 24 * 60;
/// A turn over midnight that takes longer must say its last day.
const LONGEST_NIGHT: i64 = 12 * 60;

fn code(value: impl ToString) -> String {
    value.to_string()
}

fn all_codes<C: ToString>(values: &[C]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

impl From<&Task> for TaskForm {
    fn from(task: &Task) -> Self {
        Self { version: super::fields::version(task), ..Self::of(task) }
    }
}

impl TaskForm {
    /// What the task says, without its version.
    pub fn of(task: &Task) -> Self {
        let time = TimeFields::from(task.time.clone());
        let minute = |minute: i64| clock(Locale::Da, minute);
        let is_flexible = time.kind == Some(TimeKind::Flexible);
        let end = time.start_minute.zip(time.duration).map(|(start, duration)| start + duration);
        let day = |day: Option<samskab_kernel::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let is_one_off = time.kind != Some(TimeKind::Weekly);
        // Only said when it is not plain from the clock: a night watch ends on the next day anyway.
        let end_day = time.starts_on.zip(time.duration).zip(end).and_then(|((first, duration), end)| {
            let days = i32::try_from(end / DAY_MINUTES).unwrap_or(0);
            let is_long_night = end >= DAY_MINUTES && duration > LONGEST_NIGHT;
            (duration >= DAY_MINUTES || is_long_night).then(|| first.plus_days(days))
        });
        let approach = task.approach.as_ref();
        let approach_text = |read: fn(&Approach) -> &String| approach.map(read).cloned().unwrap_or_default();
        Self {
            action: String::new(),
            version: String::new(),
            title: task.title.clone(),
            summary: task.summary.clone(),
            does: task.does.join("\n"),
            time_kind: time.kind.map(code).unwrap_or_default(),
            day: if is_one_off { day(time.starts_on) } else { String::new() },
            end_day: day(end_day),
            start: time.start_minute.map(minute).unwrap_or_default(),
            end: if is_flexible { String::new() } else { end.map(minute).unwrap_or_default() },
            weekdays: weekdays_text(&time.weekdays).split_whitespace().map(str::to_owned).collect(),
            from: if is_one_off { String::new() } else { day(time.starts_on) },
            until: day(time.ends_on),
            hours_per_week: if is_flexible {
                time.duration.map(hours_text).unwrap_or_default()
            } else {
                String::new()
            },
            hours_note: time.note,
            remote: code(task.remote),
            venue: task.venue.clone(),
            address: task.address.clone(),
            postcode: task.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
            contact: task.contact.map(code).unwrap_or_default(),
            boundary_staff: task.boundary.staff.join("\n"),
            boundary_volunteers: task.boundary.volunteers.join("\n"),
            boundary_grey: task.boundary.grey.join("\n"),
            insurance: code(task.insurance),
            through: code(task.through),
            theme: code(task.theme),
            topics: task.topics.clone(),
            target_groups: task.target_groups.clone(),
            competences: task.competences.clone(),
            places: task.places.map(code).unwrap_or_default(),
            company: code(task.company),
            languages: all_codes(&task.languages),
            offers: task.offers.join("\n"),
            expects: task.expects.join("\n"),
            accessibility: task.accessibility.clone(),
            requirements: all_codes(&task.requirements),
            min_age: task.min_age.map(code).unwrap_or_default(),
            course: task.course.clone(),
            information_meeting: task.information_meeting.clone(),
            approach: approach.map(|approach| code(approach.kind)).unwrap_or_default(),
            approach_challenge: approach_text(|approach| &approach.challenge),
            approach_parties: approach_text(|approach| &approach.parties),
            approach_other: approach_text(|approach| &approach.other),
            aid_task: String::new(),
            aid_solution: String::new(),
            aid_work: String::new(),
            channels: all_codes(&task.channels),
        }
    }

    /// The task as typed, over what it was before (`base`). `contacts`: who may be chosen.
    pub fn read(&self, base: Task, locale: Locale, contacts: &[PersonId]) -> Result<Task, Errors> {
        let mut check = Check::new(locale);
        check.labels(&super::fields::labels(locale));
        let t = T(locale);
        let title = check.text("title", &self.title, TITLE);
        let summary = check.text("summary", &self.summary, SUMMARY);
        let does = check.text("does", &self.does, LINES);
        let time = self.time(&mut check, t);
        let remote = check.code("remote", &self.remote);
        let venue = check.text("venue", &self.venue, LINE);
        let address = check.text("address", &self.address, LINE);
        let postcode = check.optional_postcode("postcode", &self.postcode);
        let contact = self.contact(&mut check, contacts, base.contact);
        let staff = check.text("boundary_staff", &self.boundary_staff, LINES);
        let volunteers = check.text("boundary_volunteers", &self.boundary_volunteers, LINES);
        let grey = check.text("boundary_grey", &self.boundary_grey, LINES);
        let insurance = check.code("insurance", &self.insurance);
        let through = check.code("through", &self.through);
        let theme = check.code("theme", &self.theme);
        let places = check.optional_number("places", &self.places, 1..=10_000);
        let company = check.code("company", &self.company);
        let offers = check.text("offers", &self.offers, LINES);
        let expects = check.text("expects", &self.expects, LINES);
        let accessibility = check.text("accessibility", &self.accessibility, LINES);
        let min_age = check.optional_number("min_age", &self.min_age, 1..=100);
        let course = check.text("course", &self.course, LINE);
        let information_meeting = check.text("information_meeting", &self.information_meeting, LINE);
        let approach = self.approach(&mut check);
        check.done()?;
        Ok(Task {
            title: title.unwrap_or_default(),
            summary: summary.unwrap_or_default(),
            does: lines(&does.unwrap_or_default()),
            time: time.unwrap_or(base.time),
            remote: remote.unwrap_or(base.remote),
            venue: venue.unwrap_or_default(),
            address: address.unwrap_or_default(),
            postcode: postcode.flatten(),
            contact: contact.unwrap_or(base.contact),
            boundary: Boundary {
                staff: lines(&staff.unwrap_or_default()),
                volunteers: lines(&volunteers.unwrap_or_default()),
                grey: lines(&grey.unwrap_or_default()),
            },
            insurance: insurance.unwrap_or(base.insurance),
            through: through.unwrap_or(base.through),
            theme: theme.unwrap_or(base.theme),
            topics: known(&self.topics, |key| catalogue::topic(key).is_some()),
            target_groups: known(&self.target_groups, |key| catalogue::target_group(key).is_some()),
            competences: known(&self.competences, |key| catalogue::competence(key).is_some()),
            places: places.flatten(),
            company: company.unwrap_or(base.company),
            languages: listed(&self.languages.join(" ")),
            offers: lines(&offers.unwrap_or_default()),
            expects: lines(&expects.unwrap_or_default()),
            accessibility: accessibility.unwrap_or_default(),
            requirements: listed(&self.requirements.join(" ")),
            min_age: min_age.flatten(),
            course: course.unwrap_or_default(),
            information_meeting: information_meeting.unwrap_or_default(),
            approach: approach.flatten(),
            channels: listed(&self.channels.join(" ")),
            ..base
        })
    }

    fn time(&self, check: &mut Check, t: T) -> Option<Time> {
        let kind = match self.time_kind.as_str() {
            "" => None,
            _ => Some(check.code::<TimeKind>("time_kind", &self.time_kind)?),
        };
        let fields = match kind {
            None => TimeFields::default(),
            Some(TimeKind::OneOff) => {
                let day = check.optional_day("day", &self.day)?;
                let last = check.optional_day("end_day", &self.end_day)?;
                let (start_minute, mut duration) = self.turn(check, t)?;
                if let (Some(day), Some(last), Some(minutes)) = (day, last, duration) {
                    // Counted anew from the clock: the night after the first is part of it.
                    let start = start_minute.unwrap_or_default();
                    let days = i64::from(last.number() - day.number());
                    let end = (start + minutes).rem_euclid(DAY_MINUTES);
                    let total = days * DAY_MINUTES + end - start;
                    if !(1..=super::time::LONGEST_MINUTES).contains(&total) {
                        check.error("end_day", t.task_form_end_day_wrong());
                        return None;
                    }
                    duration = Some(total);
                }
                TimeFields { starts_on: day, start_minute, duration, ..TimeFields::default() }
            }
            Some(TimeKind::Weekly) => {
                let from = check.optional_day("from", &self.from)?;
                let until = check.optional_day("until", &self.until)?;
                if from.zip(until).is_some_and(|(from, until)| until < from) {
                    check.error("until", t.task_form_until_before_from());
                    return None;
                }
                let (start_minute, duration) = self.turn(check, t)?;
                TimeFields {
                    starts_on: from,
                    ends_on: until,
                    weekdays: weekdays_from(&self.weekdays.join(" ")),
                    start_minute,
                    duration,
                    ..TimeFields::default()
                }
            }
            Some(TimeKind::Flexible) => {
                let until = check.optional_day("until", &self.until)?;
                let note = check.text("hours_note", &self.hours_note, LINE)?;
                let duration = self.minutes_per_week(check, t)?;
                TimeFields { ends_on: until, duration, note, ..TimeFields::default() }
            }
        };
        Some(Time::from(TimeFields { kind, ..fields }))
    }

    /// Start and length of a turn. An end before the start is on the next day.
    fn turn(&self, check: &mut Check, t: T) -> Option<(Option<i64>, Option<i64>)> {
        let start = check.optional_minute("start", &self.start);
        let end = check.optional_minute("end", &self.end);
        let (start, end) = (start?, end?);
        let duration = start.zip(end).map(|(start, end)| (end - start).rem_euclid(DAY_MINUTES));
        let says_its_end = self.time_kind == TimeKind::OneOff.code() && !self.end_day.trim().is_empty();
        if duration == Some(0) && !says_its_end {
            check.error("end", t.task_form_end_is_start());
            return None;
        }
        // 16 to 14 is more often a slip of the hand than 22 hours.
        let is_overnight = start.zip(end).is_some_and(|(start, end)| end < start);
        if is_overnight && !says_its_end && duration.is_some_and(|minutes| minutes > LONGEST_NIGHT) {
            let says = if self.time_kind == TimeKind::Weekly.code() {
                t.task_form_end_before_start()
            } else {
                t.task_form_end_next_day()
            };
            check.error("end", says);
            return None;
        }
        Some((start, duration))
    }

    /// Hours as people type them: `2`, `1,5`.
    fn minutes_per_week(&self, check: &mut Check, t: T) -> Option<Option<i64>> {
        let typed = self.hours_per_week.trim();
        if typed.is_empty() {
            return Some(None);
        }
        let hours: Option<f64> = typed.replace(',', ".").parse().ok();
        match hours.filter(|hours| (0.25..=40.0).contains(hours)) {
            #[expect(clippy::cast_possible_truncation, reason = "between 15 and 2400")]
            Some(hours) => Some(Some((hours * 60.0).round() as i64)),
            None => {
                check.error("hours_per_week", t.task_form_hours_wrong());
                None
            }
        }
    }

    fn contact(
        &self,
        check: &mut Check,
        contacts: &[PersonId],
        before: Option<PersonId>,
    ) -> Option<Option<PersonId>> {
        if self.contact.is_empty() {
            return Some(None);
        }
        let person: PersonId = check.code("contact", &self.contact)?;
        if contacts.contains(&person) || before == Some(person) {
            return Some(Some(person));
        }
        let message = check.t.form_choose();
        check.error("contact", message);
        None
    }

    fn approach(&self, check: &mut Check) -> Option<Option<Approach>> {
        let challenge = check.text("approach_challenge", &self.approach_challenge, LINES)?;
        let parties = check.text("approach_parties", &self.approach_parties, LINES)?;
        let other = check.text("approach_other", &self.approach_other, LINES)?;
        if self.approach.is_empty() {
            return Some(None);
        }
        let kind = check.code("approach", &self.approach)?;
        Some(Some(Approach { kind, challenge, parties, other }))
    }

    /// Whether the address is another than the one of `task`.
    pub fn moves(&self, task: &Task) -> bool {
        let postcode = task.postcode.as_ref().map(Postcode::as_str).unwrap_or_default();
        self.address.trim() != task.address || self.postcode.trim() != postcode
    }
}

/// `2`, `1,5`
fn hours_text(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => hours.to_string(),
        (hours, rest) => format!("{hours},{}", rest * 10 / 6).trim_end_matches('0').to_owned(),
    }
}

fn known(chosen: &[String], is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for key in chosen {
        if is_known(key) && !kept.contains(key) {
            kept.push(key.clone());
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Day, Id};
    use samskab_organisation::{answering::Poster, association::Theme};

    use super::*;

    fn empty() -> Task {
        let id = Id::from_uuid(uuid::Uuid::nil());
        Task::draft(
            id,
            Poster::Unit(uuid::Uuid::from_u128(1).into()),
            Theme::Social,
            None,
            Day::of(2026, 11, 22).at(9, 0),
        )
    }

    fn typed(fields: impl FnOnce(&mut TaskForm)) -> Result<Task, Errors> {
        let mut form = TaskForm::from(&empty());
        fields(&mut form);
        form.read(empty(), Locale::Da, &[])
    }

    #[test]
    fn an_empty_form_is_a_draft() {
        assert_eq!(typed(|_| {}).unwrap(), empty());
    }

    #[test]
    fn a_saturday_afternoon_as_it_is_typed() {
        let task = typed(|form| {
            form.time_kind = "one_off".into();
            form.day = "28-11-2026".into();
            form.start = "13.30".into();
            form.end = "16".into();
        })
        .unwrap();
        assert_eq!(
            task.time.sentence(Locale::Da, Day::of(2026, 11, 22)),
            "lørdag den 28. november kl. 13.30–16.00"
        );
        let again = TaskForm::from(&task);
        assert_eq!(
            (again.day.as_str(), again.start.as_str(), again.end.as_str()),
            ("2026-11-28", "13.30", "16.00")
        );
        assert_eq!(again.end_day, "");
    }

    #[test]
    fn a_night_watch_ends_on_the_next_day_and_a_camp_on_the_day_that_is_said() {
        let one_off = |start: &str, end: &str, end_day: &str| {
            typed(|form| {
                form.time_kind = "one_off".into();
                form.day = "2027-07-02".into();
                form.start = start.into();
                form.end = end.into();
                form.end_day = end_day.into();
            })
        };
        let minutes = |task: Task| task.time.minutes_wanted();
        assert_eq!(minutes(one_off("22", "2", "").unwrap()), Some(4 * 60));
        assert_eq!(minutes(one_off("16", "12", "2027-07-04").unwrap()), Some(44 * 60));
        assert_eq!(minutes(one_off("22", "2", "2027-07-03").unwrap()), Some(4 * 60));
        let camp = one_off("16", "12", "2027-07-04").unwrap();
        assert_eq!(TaskForm::from(&camp).end_day, "2027-07-04");
        assert!(!one_off("16", "12", "2027-07-01").unwrap_err().of("end_day").is_empty());
        assert!(!one_off("16", "16", "").unwrap_err().of("end").is_empty());
        // Twelve hours are a night; more is asked about, and kept once it is said.
        assert_eq!(minutes(one_off("20", "8", "").unwrap()), Some(12 * 60));
        assert!(!one_off("16", "14", "").unwrap_err().of("end").is_empty());
        let long = one_off("16", "14", "2027-07-03").unwrap();
        assert_eq!(TaskForm::from(&long).end_day, "2027-07-03");
        assert_eq!(minutes(long), Some(22 * 60));
    }

    #[test]
    fn a_half_written_time_is_kept_in_the_draft() {
        let task = typed(|form| {
            form.time_kind = "weekly".into();
            form.weekdays = vec!["2".into()];
        })
        .unwrap();
        assert_eq!(TaskForm::from(&task).weekdays, ["2"]);
        assert!(matches!(task.time, Time::Unsettled(_)));
    }

    #[test]
    fn hours_a_week_are_typed_with_a_comma() {
        let task = typed(|form| {
            form.time_kind = "flexible".into();
            form.hours_per_week = "1,5".into();
        })
        .unwrap();
        assert_eq!(task.time.minutes_wanted(), Some(90));
        assert_eq!(TaskForm::from(&task).hours_per_week, "1,5");
    }

    #[test]
    fn everything_wrong_is_said_at_its_field() {
        let errors = typed(|form| {
            form.title = "x".repeat(81);
            form.postcode = "95".into();
            form.places = "mange".into();
            form.time_kind = "one_off".into();
            form.day = "i morgen".into();
            form.contact = uuid::Uuid::from_u128(9).to_string();
            form.does = "Ring til 010190-1234".into();
        })
        .unwrap_err();
        for field in ["title", "postcode", "places", "day", "contact", "does"] {
            assert!(!errors.of(field).is_empty(), "{field}");
        }
    }
}
