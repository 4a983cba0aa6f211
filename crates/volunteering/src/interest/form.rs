//! The form in which somebody shows interest: by themselves, or written down for them.

use askama::Template;
use samskab_kernel::{
    Locale,
    contact::{Email, Phone},
};
use samskab_organisation::answering;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Errors, Result, Shell, form::Choice};
use serde::Deserialize;

use super::{
    Settings,
    hindrance::{ASKED, Hindrance, lacking},
    letter::WhomToCall,
    responsible::to_call,
    rules::Promise,
};
use crate::{
    T, catalogue,
    channel::{CameBy, asked},
    task::{Requirement, State, Task, store::Shown, time::as_beginning, view::place_line},
    volunteer::groups::{self, Group},
};

/// What was typed, as it was typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct InterestForm {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub message: String,
    pub persons: String,
    /// One of the groups of the signed-in, who come along.
    pub group: String,
    /// Ticked: as old as the task asks for.
    pub of_age: String,
    pub driving_licence: String,
    /// What is in the way was read, and is sent all the same.
    pub anyway: String,
    /// The trap: a field no person sees.
    pub website: String,
    /// Where they heard of it (VB-22, VB-23), voluntarily; by the link they followed it is filled in.
    pub heard_from: String,
    /// The code of that link.
    pub v: String,
}

/// What it means.
#[derive(Debug, Clone)]
pub struct Typed {
    pub name: String,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub message: String,
    pub persons: i64,
    pub lacks: Vec<Requirement>,
    /// Looked up after the rest was read.
    pub came: CameBy,
}

/// As many as one person can sensibly bring along.
const MOST_PERSONS: i64 = 30;
const TICKED: &str = "ja";

impl InterestForm {
    /// # Errors
    /// Everything that is wrong, at its field. Too young is an error, not a warning.
    pub fn read(&self, task: &Task, locale: Locale) -> Result<Typed, Errors> {
        let t = T(locale);
        let mut check = Check::new(locale);
        check.labels(&[
            ("name", t.interest_form_name()),
            ("email", t.interest_form_email()),
            ("phone", t.interest_form_phone()),
            ("message", t.interest_form_message()),
            ("persons", t.interest_form_persons()),
        ]);
        let name = check.required("name", &self.name, 100);
        // The name greets in a mail to whatever address is typed: no way to advertise by it.
        if name.as_ref().is_some_and(|name| name.contains(['/', '@'])) {
            check.error("name", t.interest_form_name_only());
        }
        let email = check.optional_email("email", &self.email);
        let phone = check.optional_phone("phone", &self.phone);
        if email == Some(None) && phone == Some(None) {
            check.error("email", t.interest_form_one_of_both());
        }
        let message = check.text("message", &self.message, 500);
        let persons = check.optional_number("persons", &self.persons, 1..=MOST_PERSONS);
        if let Some(age) = task.min_age.filter(|_| self.of_age != TICKED) {
            check.error("of_age", t.interest_form_too_young(age));
        }
        check.done()?;
        Ok(Typed {
            name: name.unwrap_or_default(),
            email: email.flatten(),
            phone: phone.flatten(),
            message: message.unwrap_or_default(),
            persons: persons.flatten().unwrap_or(1),
            lacks: lacking(task, |asked| {
                asked == Requirement::DrivingLicence && self.driving_licence == TICKED
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
        typed: Typed,
        groups: &[Group],
        task: &Task,
        locale: Locale,
    ) -> Result<Typed, Errors> {
        let chosen = groups.iter().find(|group| group.id.to_string() == self.group);
        let Some(group) = chosen else { return Ok(typed) };
        if let (true, Some(years), Some(age)) =
            (group.is_too_young(task.min_age), group.youngest, task.min_age)
        {
            let mut errors = Errors::default();
            errors.add("group", T(locale).volunteer_groups_too_young(age, years));
            return Err(errors);
        }
        let persons = if self.persons.trim().is_empty() { group.persons } else { typed.persons };
        Ok(Typed { persons, ..typed })
    }

    pub fn is_sent_anyway(&self) -> bool {
        self.anyway == TICKED
    }
}

/// Something in the way, in a reader's words.
pub struct Said {
    pub what: String,
    pub next: String,
}

impl Said {
    /// To the volunteer themselves, or to one of staff who has them `on_behalf` on the telephone: to
    /// them another task has no name.
    pub fn of(hindrance: Hindrance, on_behalf: bool, locale: Locale) -> Self {
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
            Hindrance::Conflict { title, start, end } => {
                let (day, from, to) =
                    (locale.weekday_and_day(start.day()), locale.time(start), locale.time(end));
                if on_behalf {
                    let next = t.interest_before_conflict_on_behalf_next().to_owned();
                    Self { what: t.interest_before_conflict_on_behalf(day, from, to), next }
                } else {
                    let next = t.interest_before_conflict_next().to_owned();
                    Self { what: t.interest_before_conflict(day, from, title, to), next }
                }
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
    errors: Errors,
    /// What is in the way and can be passed over.
    before: Vec<Said>,
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
    /// Of the signed-in, to come with.
    groups: Vec<Choice>,
}

impl FormPage {
    /// At most six queries: who is called, the channels, and the groups of the signed-in.
    pub async fn new(
        cx: &Cx,
        connection: &mut Connection,
        shown: &Shown,
        form: InterestForm,
        on_behalf: bool,
    ) -> Result<Self> {
        let (t, now, task) = (T(cx.locale), cx.now(), &shown.task);
        let ladder = answering::ladder(connection, cx.tenant.id, task.poster, now.day()).await?;
        let call = to_call(&ladder, task.contact).map(|answerer| WhomToCall::of(answerer, cx.locale));
        let call = call.or_else(|| WhomToCall::municipality(&cx.tenant));
        let heard_from = asked::choices(connection, cx.tenant.id, &form.heard_from, t).await?;
        let groups = if on_behalf { Vec::new() } else { groups::to_come_with(cx, connection).await? };
        let group = |group: &Group| {
            let (id, name) = (group.id.to_string(), group.name.as_str());
            let selected = id == form.group;
            Choice::new(id, t.volunteer_groups_choice(name, group.persons), selected)
        };
        let groups = groups.iter().map(group).collect();
        let due = Promise::given(now, Settings::of(&cx.tenant).promise_days).due;
        let promised = due.day();
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
            errors: Errors::default(),
            before: Vec::new(),
            action,
            draft: format!("interesse-{}", task.id),
            task_href,
            title: task.title.clone(),
            by: shown.poster_name.clone(),
            when: as_beginning(&task.time.sentence(cx.locale, now.day())),
            place: place_line(task, t),
            promised: cx.locale.weekday_and_day(promised),
            is_filled: matches!(task.state, State::Filled { .. }),
            on_behalf,
            min_age: task.min_age,
            asks_licence: task.requirements.contains(&Requirement::DrivingLicence),
            requirements,
            // Who writes down a caller's words is on the telephone already.
            begins_too_soon: !on_behalf && task.time.begins_before(due),
            soon_phone: call.as_ref().map(|call| call.phone.clone()).unwrap_or_default(),
            call,
            heard_from,
            groups,
        })
    }

    pub fn with_errors(self, errors: Errors) -> Self {
        Self { errors, ..self }
    }

    pub fn with_hindrances(self, hindrances: Vec<Hindrance>) -> Self {
        let (locale, on_behalf) = (self.t.0, self.on_behalf);
        let said = |hindrance| Said::of(hindrance, on_behalf, locale);
        Self { before: hindrances.into_iter().map(said).collect(), ..self }
    }
}
