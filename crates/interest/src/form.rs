//! The form in which somebody shows interest: by themselves, or written down for them.

use askama::Template;
use samskab_kernel::{
    Day, Locale,
    contact::{Email, Phone},
};
use samskab_organisation::answering::WhomToCall;
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::{
    catalogue,
    channel::{CameBy, asked},
    task::{Requirement, State, Task, store::ShownTask, time::as_beginning, view::place_line},
};
use samskab_volunteers::volunteer::groups::{self, Group};
use samskab_web::{
    Check, Cx, Errors, Result, Shell,
    form::{self, Choice},
};

use super::{
    Settings,
    facts::too_young_by_cv,
    hindrance::{ASKED, Hindrance, lacking},
    rules::Promise,
};
use crate::T;

samskab_web::form! {
    /// An interest as it is typed.
    pub struct InterestForm {
        name: text(interest_form_name).asks(|locale| samskab_organisation::T(locale).asks_name()).max(100).autocomplete("name"),
        email: email(interest_form_email).hint(interest_form_email_hint).unmarked().autocomplete("email"),
        phone: phone(interest_form_phone).hint(interest_form_phone_hint).unmarked().autocomplete("tel")
            .inputmode("tel"),
        message: paragraph(interest_form_message).hint(interest_form_message_hint).rows(3).optional().max(500),
        persons: number(interest_form_persons).hint(interest_form_persons_hint).between(1, MOST_PERSONS)
            .optional(),
        /// A group of the signed-in reader, which comes along.
        group: choice(volunteer_groups_come_with).first(volunteer_groups_alone).optional().says_itself(),
        /// Ticked: as old as the task asks for.
        of_age: tick(form::by_the_page).says_itself(),
        driving_licence: tick(interest_form_licence),
        /// Says that the hindrances were read and the form is sent nevertheless.
        anyway: hidden,
        /// The trap: a field no person sees.
        website: hidden,
        /// Where they heard of it (VB-22, VB-23), voluntary; filled in from the link they followed.
        heard_from: choice(channel_heard_from).hint(channel_heard_from_hint).first(channel_heard_not_said)
            .optional(),
        /// The code of that link.
        v: hidden,
    }
}

/// What the form means.
#[derive(Debug, Clone)]
pub struct InterestDraft {
    pub name: String,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub message: String,
    pub persons: i64,
    pub lacks: Vec<Requirement>,
    /// Looked up after the rest was read.
    pub came: CameBy,
}

/// At most this many persons: one person cannot sensibly bring more along.
const MOST_PERSONS: i64 = 30;

impl InterestForm {
    /// # Errors
    /// Everything that is wrong, at its field. Too young is an error, not a warning.
    pub fn read(&self, task: &Task, on_behalf: bool, locale: Locale) -> Result<InterestDraft, Errors> {
        let t = T(locale);
        let mut check = Check::new(locale);
        let name = self.name().text(&mut check);
        // The name is part of a mail to whatever address is typed: it must not be used for advertising.
        if name.as_ref().is_some_and(|name| name.contains(['/', '@'])) {
            check.refuse(&self.name(), t.interest_form_name_only());
        }
        let (email, phone) = (self.email().email(&mut check), self.phone().phone(&mut check));
        if self.email().is_empty() && self.phone().is_empty() {
            check.refuse(&self.email(), t.interest_form_one_of_both());
        }
        let message = self.message().text(&mut check);
        let persons = self.persons().number(&mut check);
        if let Some(age) = task.min_age.filter(|_| !self.of_age().is_ticked()) {
            let said = match on_behalf {
                true => t.interest_form_their_too_young(age),
                false => t.interest_form_too_young(age),
            };
            check.refuse(&self.of_age(), said);
        }
        check.done()?;
        Ok(InterestDraft {
            name: name.unwrap_or_default(),
            email,
            phone,
            message: message.unwrap_or_default(),
            persons: persons.unwrap_or(1),
            lacks: lacking(task, |asked| {
                asked == Requirement::DrivingLicence && self.driving_licence().is_ticked()
            }),
            came: CameBy::default(),
        })
    }

    /// With the chosen group: as many as it is, unless a number was typed; and no younger than the task asks.
    ///
    /// # Errors
    /// The youngest is too young.
    pub fn with_group(
        &self,
        typed: InterestDraft,
        groups: &[Group],
        task: &Task,
        locale: Locale,
    ) -> Result<InterestDraft, Errors> {
        let chosen = groups.iter().find(|group| group.id.to_string() == self.group);
        let Some(group) = chosen else { return Ok(typed) };
        if let (true, Some(years), Some(age)) =
            (group.is_too_young(task.min_age), group.youngest, task.min_age)
        {
            let mut check = Check::new(locale);
            check.refuse(&self.group(), T(locale).volunteer_groups_too_young(age, years));
            return Err(check.errors);
        }
        let persons = if self.persons().is_empty() { group.persons } else { typed.persons };
        Ok(InterestDraft { persons, ..typed })
    }

    /// Somebody whose own CV says that they are too young cannot tick that they are not.
    pub fn refused_by_cv(&self, years: i64, task: &Task, locale: Locale) -> Errors {
        let mut check = Check::new(locale);
        let age = task.min_age.unwrap_or_default();
        check.refuse(&self.of_age(), T(locale).interest_form_cv_too_young(age, years));
        check.errors
    }

    /// No group was chosen.
    pub fn comes_alone(&self) -> bool {
        self.group.is_empty()
    }

    pub fn is_sent_anyway(&self) -> bool {
        self.anyway().is_ticked()
    }
}

/// Something in the way, in a reader's words.
pub struct HindranceWords {
    pub what: String,
    pub next: String,
}

impl HindranceWords {
    /// To the volunteer themselves, or to one of staff who has them `on_behalf` on the telephone: to
    /// them another task has no name.
    pub fn of(hindrance: Hindrance, on_behalf: bool, locale: Locale, today: Day) -> Self {
        let t = T(locale);
        match hindrance {
            Hindrance::Lacks(requirement) => {
                let words = catalogue::requirement(requirement.code());
                let name = words.map_or("", |words| words.name(locale)).to_lowercase();
                Self { what: t.interest_before_lacks(name), next: t.interest_before_lacks_next().to_owned() }
            }
            Hindrance::TooMany { places } => Self {
                what: t.interest_before_too_many(places),
                next: t.interest_before_too_many_next().to_owned(),
            },
            Hindrance::Conflict { title, is_agreed, start, end } => {
                let (day, from, to) =
                    (locale.weekday_and_day(start.day(), today), locale.time(start), locale.time(end));
                let (what, next) = match (on_behalf, is_agreed) {
                    (true, true) => (
                        t.interest_before_agreed_on_behalf(day, from, to),
                        t.interest_before_conflict_on_behalf_next(),
                    ),
                    (true, false) => (
                        t.interest_before_conflict_on_behalf(day, from, to),
                        t.interest_before_conflict_on_behalf_next(),
                    ),
                    (false, true) => {
                        (t.interest_before_agreed(day, from, title, to), t.interest_before_agreed_next())
                    }
                    (false, false) => {
                        (t.interest_before_conflict(day, from, title, to), t.interest_before_conflict_next())
                    }
                };
                Self { what, next: next.to_owned() }
            }
        }
    }
}

pub struct RequirementLine {
    pub name: String,
    pub next: String,
}

#[derive(Template)]
#[template(path = "interest/form.html")]
pub struct FormPage {
    shell: Shell,
    t: T,
    form: InterestForm,
    /// Hindrances that the sender can ignore.
    before: Vec<HindranceWords>,
    action: String,
    task_href: String,
    draft: String,
    title: String,
    by: String,
    when: String,
    place: String,
    promised: String,
    /// It begins before the promised answer: better to call, see `soon_phone`.
    begins_too_soon: bool,
    soon_phone: String,
    is_filled: bool,
    on_behalf: bool,
    min_age: Option<i64>,
    asks_licence: bool,
    requirements: Vec<RequirementLine>,
    call: Option<WhomToCall>,
    heard_from: Vec<Choice>,
    /// Groups of the signed-in reader.
    groups: Vec<Choice>,
    /// The lowest age, and how old the signed-in is by their own CV, when that is less.
    too_young: Option<(i64, i64)>,
}

impl FormPage {
    /// At most seven queries: who is called, the channels, the groups and the CV of the signed-in.
    pub async fn new(
        cx: &Cx,
        connection: &mut Connection,
        shown: &ShownTask,
        form: InterestForm,
        on_behalf: bool,
    ) -> Result<Self> {
        let (t, now, task) = (T(cx.locale), cx.now(), &shown.task);
        let ladder = shown.ladder(cx, connection).await?;
        let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
        let heard_from =
            asked::choices(connection, cx.tenant.id, &form.heard_from, samskab_taskbank::T(t.0)).await?;
        let groups = if on_behalf { Vec::new() } else { groups::to_come_with(cx, connection).await? };
        let me = cx.actor.person.filter(|_| !on_behalf).map(PersonId::from_uuid);
        let too_young = match me {
            Some(me) => too_young_by_cv(connection, cx.tenant.id, task, me, cx.today()).await?,
            None => None,
        };
        let group = |group: &Group| {
            let (id, name) = (group.id.to_string(), group.name.as_str());
            Choice::of(id, t.volunteer_groups_choice(name, group.persons))
        };
        let groups = groups.iter().map(group).collect();
        let days = Settings::of(&cx.tenant).promise_days;
        let answer_by = Promise::deadline(now, days, task.time.begins_last());
        let task_href = format!("/opgaver/{}", task.id);
        let heading = if on_behalf { t.interest_on_behalf_title() } else { t.interest_form_title() };
        let action = if on_behalf {
            format!("{task_href}/interesse/paa-vegne")
        } else {
            format!("{task_href}/interesse")
        };
        let later = task.requirements.iter().filter(|requirement| !ASKED.contains(requirement));
        let requirements = later
            .filter_map(|requirement| catalogue::requirement(requirement.code()))
            .map(|words| RequirementLine {
                name: words.name(cx.locale).to_owned(),
                next: words.next(cx.locale).to_owned(),
            })
            .collect();
        Ok(Self {
            shell: cx
                .shell(heading)
                .under("/opgaver", t.task_find())
                .under(task_href.clone(), task.title.clone())
                .here(),
            t,
            form,
            before: Vec::new(),
            action,
            draft: format!("interesse-{}", task.id),
            task_href,
            title: task.title.clone(),
            by: shown.poster_name.clone(),
            when: as_beginning(&task.time.sentence(cx.locale, now.day())),
            place: place_line(task, samskab_taskbank::T(t.0)),
            promised: answer_by.said(cx.locale, cx.today()),
            is_filled: matches!(task.state, State::Filled { .. }) || shown.places_left() == Some(0),
            on_behalf,
            min_age: task.min_age,
            asks_licence: task.requirements.contains(&Requirement::DrivingLicence),
            requirements,
            // Who writes down a caller's words is on the telephone already.
            begins_too_soon: !on_behalf && answer_by.calls_first,
            soon_phone: call.as_ref().map(|call| call.phone.clone()).unwrap_or_default(),
            call,
            heard_from,
            groups,
            too_young: task.min_age.zip(too_young),
        })
    }

    pub fn with_errors(self, errors: Errors) -> Self {
        Self { form: self.form.with_errors(errors), ..self }
    }

    pub fn with_hindrances(self, hindrances: Vec<Hindrance>, today: Day) -> Self {
        let (locale, on_behalf) = (self.t.0, self.on_behalf);
        let said = |hindrance| HindranceWords::of(hindrance, on_behalf, locale, today);
        Self { before: hindrances.into_iter().map(said).collect(), ..self }
    }
}
