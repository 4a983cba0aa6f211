#![doc = include_str!("../README.md")]

mod add;
pub mod authority;
mod built;
mod climb;
pub mod event;
mod exit;
mod facts;
pub mod forget;
pub mod form;
pub mod hindrance;
pub mod history;
mod known;
pub mod letter;
pub mod mine;
pub mod news;
mod of_task;
pub mod offer;
mod on_behalf;
pub mod places;
mod retention;
pub mod rules;
mod section;
pub mod show;
pub mod similar;
pub mod store;
pub mod waiting;
pub mod waiting_list;
pub mod wording;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

use std::any::Any;

use samskab_jobs::Handler;
use samskab_kernel::{
    Id, Instant, Locale, codes,
    contact::{Email, Phone},
    jiff::SignedDuration,
};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_taskbank::task::{Requirement, STAFF, Task, TaskId, way};
use samskab_web::{
    Access, Cx, Module, Routes, Services,
    module::{Link, Links},
    personal::{KnownOfPerson, OfPerson},
};
use serde::Deserialize;

use authority::{Action, may};
pub use i18n::T;
pub use rules::{Promise, Refused, State};
pub use samskab_organisation::answering::Rung;

samskab_i18n::falls_back_on!(T => samskab_volunteers::T);

/// The mark of an interest.
pub enum InterestRow {}
pub type InterestId = Id<InterestRow>;

codes! {
    pub enum StateKind {
        /// Waits for the link in the mail to be followed. Nobody else sees it.
        Unconfirmed => "unconfirmed",
        /// Waits for an answer.
        New => "new",
        /// Asked to come and talk.
        Invited => "invited",
        Accepted => "accepted",
        Waitlisted => "waitlisted",
        Declined => "declined",
        Withdrawn => "withdrawn",
        /// The engagement that came of it is over.
        Ended => "ended",
    }
}

/// Somebody's interest in a task. Personal data (law B.7): seen by those who answer, and by nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "interest", alias = "i", beside("channel_id", "heard_from"))]
pub struct Interest {
    pub id: InterestId,
    #[record(column = "task_id", fixed)]
    pub task: TaskId,
    #[record(fixed)]
    pub name: String,
    /// At least one of e-mail and phone is given.
    #[record(fixed)]
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    /// One sentence; may be empty.
    #[record(fixed)]
    pub message: String,
    #[record(fixed)]
    pub locale: Locale,
    /// How many come together, at least 1.
    #[record(fixed)]
    pub persons: i64,
    /// What the task requires and they said they do not have (yet).
    #[record(words, fixed)]
    pub lacks: Vec<Requirement>,
    /// The CV of whoever owns the address said another age than the task asks for, and they said they were old enough.
    #[record(fixed)]
    pub known_too_young: bool,
    /// Who wrote it down for somebody who phoned.
    #[record(fixed)]
    pub entered_by: Option<PersonId>,
    /// The promise made when it was confirmed; `None` until then.
    #[record(flatten = store::PromiseColumns)]
    pub promise: Option<Promise>,
    /// When it got its first answer.
    pub answered_at: Option<Instant>,
    #[record(flatten = store::StateColumns)]
    pub state: State,
    pub state_since: Instant,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Interest {
    /// As a letter greets: the first name.
    pub fn first_name(&self) -> &str {
        samskab_kernel::text::first_name(&self.name)
    }

    /// The page of those who answer.
    pub fn href(&self) -> String {
        href(self.id)
    }
}

/// The page of those who answer.
pub fn href(interest: InterestId) -> String {
    format!("/interesser/{interest}")
}

codes! {
    /// What happened to an interest, in its history.
    pub enum StepKind {
        Shown => "shown",
        EnteredOnBehalf => "entered_on_behalf",
        Confirmed => "confirmed",
        Invited => "invited",
        /// They said that they are as old as the task asks for; the text is the age.
        OfAge => "of_age",
        /// The volunteer answered the invitation.
        Replied => "replied",
        Accepted => "accepted",
        Waitlisted => "waitlisted",
        /// A place became free and was offered.
        Offered => "offered",
        /// The offer went to the next: they said no, or nothing in time.
        Passed => "passed",
        Declined => "declined",
        Withdrawn => "withdrawn",
        /// They have helped, and it is over: the engagement has the rest of the history.
        Ended => "ended",
        /// Somebody called, with a note about the result.
        Called => "called",
        PhoneChanged => "phone_changed",
        /// The promise was not kept, and the volunteer was told.
        Late => "late",
    }
}

/// One line of the history, as its page shows it.
pub type Step = history::Step<StepKind>;

/// What this part reads of the section "volunteering" of the settings.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Working days until an interest is answered.
    pub promise_days: u32,
    /// Days until an interest is deleted that ended without an engagement (law B.7).
    pub interest_retention_days: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { promise_days: 3, interest_retention_days: 182 }
    }
}

impl Settings {
    pub fn of(tenant: &samskab_web::Tenant) -> Self {
        tenant.section("volunteering")
    }
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<news::TellAnswerers, _, _>(news::tell_answerers),
        Handler::new::<places::LookForPlaces, _, _>(places::look_for_places),
        Handler::new::<places::OfferPlaces, _, _>(waiting_list::offer_places),
        Handler::every("interest.offers_over", SignedDuration::from_mins(10), waiting_list::let_go),
        Handler::every("interest.climb", SignedDuration::from_mins(15), climb::climb),
        Handler::every("interest.forget", SignedDuration::from_hours(24), forget::forget),
    ]
}

/// Showing interest, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "interest",
        routes: Routes::new()
            .get("/opgaver/{id}/interesse", Access::Public, show::show)
            .post("/opgaver/{id}/interesse", Access::Public, show::send)
            .get("/opgaver/{id}/interesse/tak", Access::Public, show::thanks)
            .get("/opgaver/{id}/interesse/paa-vegne", Access::Decided, on_behalf::show)
            .post("/opgaver/{id}/interesse/paa-vegne", Access::Decided, on_behalf::send)
            .get("/opgaver/{id}/interesserede", Access::Decided, of_task::show)
            .get("/mine-interesser", Access::SignedIn, mine::show),
        work_items: vec![waiting::work_items],
        jobs: jobs(),
        dependents: vec![exit::DEPENDENTS],
        retention: retention::rules(),
        built: built::BUILT.to_vec(),
        sections: vec![OfPerson { place: 80, read: section::section }],
        known: vec![KnownOfPerson { place: 10, read: known::known }],
        links: vec![Links { of: STAFF, read: links }],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

/// From a task's page, for those who look after it.
fn links(cx: &Cx, about: &dyn Any) -> Vec<Link> {
    let Some(task) = about.downcast_ref::<Task>() else { return Vec::new() };
    let (t, may) = (T(cx.locale), |action| may(&cx.actor, action, task));
    let mut links = Vec::new();
    if task.state.is_public() && may(Action::Answer) {
        links.push(Link { is_main: true, ..way(task, 10, "interesserede", t.interest_of_task_link(), "") });
    }
    if task.state.is_open() && may(Action::EnterOnBehalf) {
        links.push(way(task, 20, "interesse/paa-vegne", t.interest_on_behalf_link(), ""));
    }
    links
}
