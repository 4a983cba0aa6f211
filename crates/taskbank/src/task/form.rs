//! What is typed when a task is written: read field by field, so that a draft accepts anything
//! well-formed and nothing typed is lost.

use samskab_kernel::{Day, Locale, contact::Postcode};
use samskab_organisation::person::PersonId;
use samskab_web::{
    Check, Errors,
    form::{Choice, Field},
};

use super::{
    Approach, Boundary, Insurance, Task, Time, choices,
    rules::Missing,
    store::listed,
    time::{TimeFields, TimeKind, clock, weekdays_from, weekdays_text},
};
use crate::{
    T,
    catalogue::{self, aid},
};

samskab_web::form! {
    /// A task as it is typed.
    pub(super) struct TaskForm {
        /// Which button: `save`, `publish`, `preview`, `aid`.
        action: hidden,
        /// The [`version`] of the task that was shown in the form. Empty for a new one.
        version: hidden,
        /// Says that what is unusual about its time was read and is right; the value is the time.
        sure: hidden,
        title: text(task_form_title).hint(task_form_title_hint).max(80),
        summary: paragraph(task_form_summary).hint(task_form_summary_hint).rows(2).max(200),
        does: paragraph(task_form_does).hint(task_form_one_a_line).rows(4).at_most(LINES),
        time_kind: radio(task_form_time_kind).among(choices::time_kinds),
        /// Only for one-off tasks.
        day: day(task_form_day),
        weekdays: several(task_form_weekdays).required().among(choices::weekdays),
        /// Only for one-off and weekly tasks.
        start: clock(task_form_start).hint(task_form_time_hint),
        end: clock(task_form_end).hint(task_form_end_hint),
        /// Only for one-off tasks.
        end_day: day(task_form_end_day).hint(task_form_end_day_hint).optional(),
        /// Only for flexible tasks.
        hours_per_week: text(task_form_hours).width("xs").inputmode("decimal"),
        hours_note: text(task_form_hours_note).hint(task_form_hours_note_hint).optional().max(200),
        /// Only for weekly tasks.
        from: day(task_form_from).optional(),
        /// Only for weekly tasks.
        keeps_closed_days: tick(task_form_keeps_closed_days).hint(task_form_keeps_closed_days_hint),
        /// Only for weekly and flexible tasks.
        until: day(task_form_until).hint(task_form_until_hint).optional(),
        remote: radio(task_form_remote).among(choices::remotes),
        venue: text(task_form_venue).hint(task_form_venue_hint).optional().max(200),
        address: text(task_form_address).optional().max(200),
        postcode: postcode(task_form_postcode).hint(task_form_postcode_hint),
        contact: choice(task_form_contact),
        boundary_staff: paragraph(task_boundary_staff).hint(task_form_one_a_line).rows(3).at_most(LINES),
        boundary_volunteers: paragraph(task_boundary_volunteers).rows(3).at_most(LINES),
        boundary_grey: paragraph(task_boundary_grey).hint(task_form_grey_hint).rows(3).at_most(LINES),
        insurance: radio(task_form_insurance).among(choices::insurances),
        through: radio(task_form_through).hint(task_form_through_hint).among(choices::throughs),
        theme: radio(task_form_theme).among(choices::themes),
        topics: several(task_form_topics).hint(task_form_topics_hint).among(choices::topics),
        target_groups: several(task_form_target_groups).among(choices::target_groups),
        places: number(task_form_places).hint(task_form_places_hint).between(1, 10_000).optional(),
        company: radio(task_form_company).among(choices::companies),
        languages: several(task_form_languages).among(choices::languages),
        offers: paragraph(task_form_offers).hint(task_form_one_a_line).rows(3).optional().at_most(LINES),
        expects: paragraph(task_form_expects).hint(task_form_one_a_line).rows(3).optional().at_most(LINES),
        accessibility: paragraph(task_form_accessibility).hint(task_form_accessibility_hint).rows(2)
            .optional().at_most(LINES),
        competences: several(task_form_competences).hint(task_form_competences_hint).among(choices::competences),
        requirements: several(task_form_requirements).hint(task_form_requirements_hint)
            .among(choices::requirements),
        course: text(task_form_course).optional().max(200),
        information_meeting: text(task_form_information_meeting).optional().max(200),
        min_age: number(task_form_min_age).between(1, 100).optional(),
        approach: radio(task_form_approach_choose).among(choices::approaches),
        approach_challenge: paragraph(aid::reason_of_challenge).rows(3).optional().at_most(LINES),
        approach_parties: paragraph(aid::reason_of_parties).rows(3).optional().at_most(LINES),
        approach_other: paragraph(task_form_approach_other).rows(3).optional().at_most(LINES),
        aid_task: choice(choices::aid_task).optional().among(choices::aid_answers),
        aid_solution: choice(choices::aid_solution).optional().among(choices::aid_answers),
        aid_work: choice(choices::aid_work).optional().among(choices::aid_answers),
        channels: several(task_form_channels_legend).among(choices::channels),
    }
}

/// Longest text of a field with several lines, in characters.
const LINES: usize = 1500;
const DAY_MINUTES: i64 = 24 * 60;
/// A turn over midnight that takes longer must say its last day.
const LONGEST_NIGHT: i64 = 12 * 60;

fn code(value: impl ToString) -> String {
    value.to_string()
}

fn all_codes<C: ToString>(values: &[C]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// Changes when anybody changes what the form can change; sent with the form, so that an outdated page is noticed.
/// What else happens to the task – published, filled – does not disturb it.
fn version(task: &Task) -> String {
    samskab_web::token::hash(&format!("{:?}", TaskForm::of(task)))
}

/// A field as the page shows it.
pub(super) struct FieldAsWritten {
    /// Name and id in the form.
    pub field: &'static str,
    pub label: String,
    pub text: String,
}

/// The stored values of fields for which `typed` says something else. The questions of the aid are not part of the
/// task.
pub(super) fn differing(
    now: &TaskForm,
    typed: &TaskForm,
    contacts: &[Choice],
    locale: Locale,
) -> Vec<FieldAsWritten> {
    let said = |field: Field<'_>| match field.name() {
        "contact" => field.among(contacts).said_in(locale),
        _ => field.said_in(locale),
    };
    let is_of_task = |name: &str| !matches!(name, "action" | "version" | "sure") && !name.starts_with("aid_");
    let both = now.fields().into_iter().zip(typed.fields());
    both.filter(|(now, _)| is_of_task(now.name()))
        .map(|(now, typed)| {
            let (field, label) = (now.name(), now.label_in(locale).to_owned());
            (FieldAsWritten { field, label, text: said(now) }, said(typed))
        })
        .filter(|(now, typed)| now.text != *typed)
        .map(|(now, _)| now)
        .collect()
}

/// The texts that a task keeps as they were typed: what is shown in the form and what is read from it, said once.
macro_rules! plain_texts {
    ($each:ident) => {
        $each!(title summary venue address accessibility course information_meeting)
    };
}

impl TaskForm {
    /// The form filled with the task, to be changed.
    pub fn over(task: &Task) -> Self {
        Self { version: version(task), ..Self::of(task) }
    }

    /// The form filled with the task, without its version.
    pub fn of(task: &Task) -> Self {
        let time = TimeFields::from(task.time.clone());
        let minute = |minute: i64| clock(Locale::Da, minute);
        let is_flexible = time.kind == Some(TimeKind::Flexible);
        let end = time.start_minute.zip(time.duration).map(|(start, duration)| start + duration);
        let day = |day: Option<samskab_kernel::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let is_one_off = time.kind != Some(TimeKind::Weekly);
        // Only filled in when the clock does not say it: a night watch ends on the next day anyway.
        let end_day = time.starts_on.zip(time.duration).zip(end).and_then(|((first, duration), end)| {
            let days = i32::try_from(end / DAY_MINUTES).unwrap_or(0);
            let is_long_night = end >= DAY_MINUTES && duration > LONGEST_NIGHT;
            (duration >= DAY_MINUTES || is_long_night).then(|| first.plus_days(days))
        });
        let approach = task.approach.as_ref();
        let approach_text = |read: fn(&Approach) -> &String| approach.map(read).cloned().unwrap_or_default();
        let mut form = Self {
            does: task.does.join("\n"),
            time_kind: time.kind.map(code).unwrap_or_default(),
            day: if is_one_off { day(time.starts_on) } else { String::new() },
            end_day: day(end_day),
            start: time.start_minute.map(minute).unwrap_or_default(),
            end: if is_flexible { String::new() } else { end.map(minute).unwrap_or_default() },
            weekdays: weekdays_text(&time.weekdays).split_whitespace().map(str::to_owned).collect(),
            from: if is_one_off { String::new() } else { day(time.starts_on) },
            keeps_closed_days: samskab_web::form::ticked(task.keeps_closed_days),
            until: day(time.ends_on),
            hours_per_week: if is_flexible {
                time.duration.map(hours_text).unwrap_or_default()
            } else {
                String::new()
            },
            hours_note: time.note,
            remote: code(task.remote),
            postcode: task.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
            contact: task.contact.map(code).unwrap_or_default(),
            boundary_staff: task.boundary.staff.join("\n"),
            boundary_volunteers: task.boundary.volunteers.join("\n"),
            boundary_grey: task.boundary.grey.join("\n"),
            insurance: match task.insurance {
                Insurance::NotSaid => String::new(),
                chosen => code(chosen),
            },
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
            requirements: all_codes(&task.requirements),
            min_age: task.min_age.map(code).unwrap_or_default(),
            approach: approach.map(|approach| code(approach.kind)).unwrap_or_default(),
            approach_challenge: approach_text(|approach| &approach.challenge),
            approach_parties: approach_text(|approach| &approach.parties),
            approach_other: approach_text(|approach| &approach.other),
            channels: all_codes(&task.channels),
            ..Self::default()
        };
        macro_rules! show { ($($text:ident)*) => { $(form.$text.clone_from(&task.$text);)* } }
        plain_texts!(show);
        form
    }

    /// The task as typed, over what it was before (`base`). `contacts`: who may be chosen.
    pub fn read(&self, base: Task, locale: Locale, contacts: &[PersonId]) -> Result<Task, Errors> {
        let (task, errors) = self.written(base, locale, contacts);
        if errors.is_empty() { Ok(task) } else { Err(errors) }
    }

    /// The same, and what is wrong with it: what could not be read is left out.
    pub fn written(&self, mut base: Task, locale: Locale, contacts: &[PersonId]) -> (Task, Errors) {
        let mut noted = Check::draft(locale);
        let check = &mut noted;
        let t = T(locale);
        macro_rules! take { ($($text:ident)*) => { $(base.$text = self.$text().text(check).unwrap_or_default();)* } }
        plain_texts!(take);
        let written = Task {
            does: self.does().lines(check).unwrap_or_default(),
            time: self.time(check, t).unwrap_or_else(|| self.unread_time()),
            keeps_closed_days: self.keeps_closed_days().is_ticked(),
            remote: self.remote().code(check).unwrap_or(base.remote),
            postcode: self.postcode().postcode(check),
            contact: self.contact_among(check, contacts, base.contact),
            boundary: Boundary {
                staff: self.boundary_staff().lines(check).unwrap_or_default(),
                volunteers: self.boundary_volunteers().lines(check).unwrap_or_default(),
                grey: self.boundary_grey().lines(check).unwrap_or_default(),
            },
            // Untouched, it stays what it is: a default insures nobody.
            insurance: match self.insurance.as_str() {
                "" => base.insurance,
                _ => self.insurance().code(check).unwrap_or(base.insurance),
            },
            through: self.through().code(check).unwrap_or(base.through),
            theme: self.theme().code(check).unwrap_or(base.theme),
            topics: self.topics().keys(|key| catalogue::topic(key).is_some()),
            target_groups: self.target_groups().keys(|key| catalogue::target_group(key).is_some()),
            competences: self.competences().keys(|key| catalogue::competence(key).is_some()),
            places: self.places().number(check),
            company: self.company().code(check).unwrap_or(base.company),
            languages: listed(&self.languages.join(" ")),
            offers: self.offers().lines(check).unwrap_or_default(),
            expects: self.expects().lines(check).unwrap_or_default(),
            requirements: listed(&self.requirements.join(" ")),
            min_age: self.min_age().number(check),
            approach: self.approach_with_reasons(check),
            channels: listed(&self.channels.join(" ")),
            ..base
        };
        (written, noted.errors)
    }

    /// What else keeps it from being public, beside what is wrong already. Of a time that could
    /// not be read only what is empty is missing.
    pub fn with_missing(&self, mut errors: Errors, missing: Vec<Missing>, task: &Task, t: T) -> Errors {
        for missing in missing {
            let field = missing.field(task, self);
            if errors.of(field.name()).is_empty() && (!missing.is_of_time() || field.is_empty()) {
                errors.add(&field, missing.message(t));
            }
        }
        errors
    }

    fn unread_time(&self) -> Time {
        let kind = self.time_kind.parse().ok();
        Time::Unsettled(TimeFields { kind, ..TimeFields::default() })
    }

    fn time(&self, check: &mut Check, t: T) -> Option<Time> {
        let kind = match self.time_kind.as_str() {
            "" => None,
            _ => Some(self.time_kind().code::<TimeKind>(check)?),
        };
        let fields = match kind {
            None => TimeFields::default(),
            Some(TimeKind::OneOff) => {
                let (day, last) = (self.day().day(check), self.end_day().day(check));
                if check.refuses(&[self.day(), self.end_day()]) {
                    return None;
                }
                let (start_minute, mut duration) = self.turn(check, t)?;
                if let (Some(day), Some(last), Some(minutes)) = (day, last, duration) {
                    // Counted anew from the clock: the night after the first is part of it.
                    let start = start_minute.unwrap_or_default();
                    let days = i64::from(last.number() - day.number());
                    let end = (start + minutes).rem_euclid(DAY_MINUTES);
                    let total = days * DAY_MINUTES + end - start;
                    if !(1..=super::time::LONGEST_MINUTES).contains(&total) {
                        check.refuse(&self.end_day(), t.task_form_end_day_wrong());
                        return None;
                    }
                    duration = Some(total);
                }
                self.refuse_never_shown(check, t, day, start_minute.zip(duration))?;
                TimeFields { starts_on: day, start_minute, duration, ..TimeFields::default() }
            }
            Some(TimeKind::Weekly) => {
                let (from, until) = (self.from().day(check), self.until().day(check));
                if check.refuses(&[self.from(), self.until()]) {
                    return None;
                }
                if from.zip(until).is_some_and(|(from, until)| until < from) {
                    check.refuse(&self.until(), t.task_form_until_before_from());
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
                let until = self.until().day(check);
                let note = self.hours_note().text(check)?;
                let duration = self.minutes_per_week(check, t)?;
                TimeFields { ends_on: until, duration, note, ..TimeFields::default() }
            }
        };
        Some(Time::from(TimeFields { kind, ..fields }))
    }

    /// On the night the clock goes forward it skips an hour.
    fn refuse_never_shown(
        &self,
        check: &mut Check,
        t: T,
        day: Option<Day>,
        turn: Option<(i64, i64)>,
    ) -> Option<()> {
        let Some((day, (start, minutes))) = day.zip(turn) else { return Some(()) };
        let says = |minute: i64| t.task_form_never_shown(clock(t.0, minute));
        match day.never_shown(start, start + minutes) {
            (true, _) => check.refuse(&self.start(), says(start)),
            (false, true) => check.refuse(&self.end(), says(start + minutes)),
            (false, false) => return Some(()),
        }
        None
    }

    /// Start and length of a turn. An end before the start is on the next day.
    fn turn(&self, check: &mut Check, t: T) -> Option<(Option<i64>, Option<i64>)> {
        let (start, end) = (self.start().clock(check), self.end().clock(check));
        if check.refuses(&[self.start(), self.end()]) {
            return None;
        }
        let duration = start.zip(end).map(|(start, end)| (end - start).rem_euclid(DAY_MINUTES));
        let says_its_end = self.time_kind == TimeKind::OneOff.code() && !self.end_day().is_empty();
        if duration == Some(0) && !says_its_end {
            check.refuse(&self.end(), t.task_form_end_is_start());
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
            check.refuse(&self.end(), says);
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
                check.refuse(&self.hours_per_week(), t.task_form_hours_wrong());
                None
            }
        }
    }

    fn contact_among(
        &self,
        check: &mut Check,
        contacts: &[PersonId],
        before: Option<PersonId>,
    ) -> Option<PersonId> {
        if self.contact.is_empty() {
            return None;
        }
        let person: PersonId = self.contact().code(check)?;
        if contacts.contains(&person) || before == Some(person) {
            return Some(person);
        }
        check.refuse(&self.contact(), check.t.form_choose());
        None
    }

    fn approach_with_reasons(&self, check: &mut Check) -> Option<Approach> {
        let challenge = self.approach_challenge().text(check)?;
        let parties = self.approach_parties().text(check)?;
        let other = self.approach_other().text(check)?;
        if self.approach.is_empty() {
            return None;
        }
        let kind = self.approach().code(check)?;
        Some(Approach { kind, challenge, parties, other })
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
        let mut form = TaskForm::over(&empty());
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
        let again = TaskForm::over(&task);
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
        assert_eq!(TaskForm::over(&camp).end_day, "2027-07-04");
        assert!(!one_off("16", "12", "2027-07-01").unwrap_err().of("end_day").is_empty());
        assert!(!one_off("16", "16", "").unwrap_err().of("end").is_empty());
        // Twelve hours are a night; more is asked about, and kept once it is said.
        assert_eq!(minutes(one_off("20", "8", "").unwrap()), Some(12 * 60));
        assert!(!one_off("16", "14", "").unwrap_err().of("end").is_empty());
        let long = one_off("16", "14", "2027-07-03").unwrap();
        assert_eq!(TaskForm::over(&long).end_day, "2027-07-03");
        assert_eq!(minutes(long), Some(22 * 60));
    }

    #[test]
    fn a_half_written_time_is_kept_in_the_draft() {
        let task = typed(|form| {
            form.time_kind = "weekly".into();
            form.weekdays = vec!["2".into()];
        })
        .unwrap();
        assert_eq!(TaskForm::over(&task).weekdays, ["2"]);
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
        assert_eq!(TaskForm::over(&task).hours_per_week, "1,5");
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
