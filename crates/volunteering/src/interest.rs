//! Somebody would like to help.
//!
//! unconfirmed → new → invited, accepted, waitlisted or declined; withdrawn from every state in
//! which it lives. Nobody is assigned: the volunteer offers, the one who answers says yes (FX-02,
//! FX-06), and whoever waits is told by when an answer comes, and if it does not.

mod add;
mod answer;
mod cancelled;
mod climb;
pub mod event;
pub(crate) mod forget;
mod form;
mod hindrance;
mod known;
pub(crate) mod letter;
pub(crate) mod mine;
pub(crate) mod news;
mod of_task;
mod on_behalf;
pub(crate) mod own;
pub(crate) mod places;
pub(crate) mod responsible;
pub mod rules;
pub(crate) mod show;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod waiting;
mod wording;

use samskab_jobs::Handler;
use samskab_kernel::{
    Id, Instant, Locale, codes,
    contact::{Email, Phone},
    jiff::SignedDuration,
};
use samskab_organisation::person::PersonId;
use samskab_web::{Access, Routes, app::Services};
use serde::Deserialize;

use crate::task::{Requirement, TaskId};

pub use rules::{Promise, Refused, Rung, State};

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
        /// What came of it is over.
        Ended => "ended",
    }
}

/// Somebody's interest in a task. Personal data (law B.7): seen by those who answer, and by nobody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    pub id: InterestId,
    pub task: TaskId,
    pub name: String,
    /// One of e-mail and phone is there.
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    /// One sentence; may be empty.
    pub message: String,
    pub locale: Locale,
    /// How many come together, at least 1.
    pub persons: i64,
    /// What the task asks for and they said they do not have (yet).
    pub lacks: Vec<Requirement>,
    /// Who wrote it down for somebody who phoned.
    pub entered_by: Option<PersonId>,
    /// What was promised when it was confirmed; `None` until then.
    pub promise: Option<Promise>,
    /// When it got its first answer.
    pub answered_at: Option<Instant>,
    pub state: State,
    pub state_since: Instant,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Interest {
    /// As a letter greets: the first name.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
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
        /// The volunteer answered the invitation.
        Replied => "replied",
        Accepted => "accepted",
        Waitlisted => "waitlisted",
        Declined => "declined",
        Withdrawn => "withdrawn",
        /// They helped, and that is over: the history stands in the engagement.
        Ended => "ended",
        /// Somebody called, and this is what came of it.
        Called => "called",
        PhoneChanged => "phone_changed",
        /// The promise was not kept, and the volunteer was told.
        Late => "late",
    }
}

/// One line of the history, as its page shows it.
pub type Step = crate::history::Step<StepKind>;

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

pub fn routes() -> Routes {
    Routes::new()
        .get("/opgaver/{id}/interesse", Access::Public, show::show)
        .post("/opgaver/{id}/interesse", Access::Public, show::send)
        .get("/opgaver/{id}/interesse/tak", Access::Public, show::thanks)
        .get("/opgaver/{id}/interesse/paa-vegne", Access::Decided, on_behalf::show)
        .post("/opgaver/{id}/interesse/paa-vegne", Access::Decided, on_behalf::send)
        .get("/opgaver/{id}/interesserede", Access::Decided, of_task::show)
        .get("/interesse/{link}", Access::Link, own::show)
        .post("/interesse/{link}/bekraeft", Access::Link, own::confirm::confirm)
        .post("/interesse/{link}/fortryd", Access::Link, own::withdraw::withdraw)
        .post("/interesse/{link}/svar", Access::Link, own::reply::reply)
        .post("/interesse/{link}/telefon", Access::Link, own::phone::change)
        .get("/mine-interesser", Access::SignedIn, mine::show)
        .get("/interesser/{id}", Access::Decided, answer::show)
        .post("/interesser/{id}/invitation", Access::Decided, answer::invitation::invite)
        .post("/interesser/{id}/accept", Access::Decided, answer::accept::accept)
        .post("/interesser/{id}/venteliste", Access::Decided, answer::waitlist::waitlist)
        .post("/interesser/{id}/afslag", Access::Decided, answer::decline::decline)
        .post("/interesser/{id}/opkald", Access::Decided, answer::call::note)
}

pub use known::known;
pub use waiting::work_items;

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<news::TellAnswerers, _, _>(news::tell_answerers),
        Handler::new::<places::LookForPlaces, _, _>(places::look_for_places),
        Handler::every("interest.climb", SignedDuration::from_mins(15), climb::climb),
        Handler::every("interest.cancelled", SignedDuration::from_mins(5), cancelled::say_cancelled),
        Handler::every("interest.forget", SignedDuration::from_hours(24), forget::forget),
    ]
}
