//! From yes to engagement: the agreement between a volunteer and a place (FX-13), and its end with thanks.
//!
//! proposed → active when both have said yes and nothing that the task requires is missing → paused →
//! active → ended. Either side ends it from everywhere: stopping is as easy as starting (FX-06).

mod begin;
mod called;
mod coming;
mod day;
mod door;
mod end;
mod erase;
pub mod event;
mod follow;
pub mod forget;
mod form;
mod leave;
mod letter;
mod list;
mod message;
mod min_side;
mod offer;
pub mod own;
mod page;
mod pause;
mod print;
mod propose;
mod remind;
pub mod rules;
pub mod store;
mod talk;
mod tell;
#[cfg(test)]
mod tests;
pub mod text;
mod thanks;
mod waiting;
pub mod whose;
mod words;
mod yes;

use samskab_jobs::Handler;
use samskab_kernel::{Day, Instant, codes, jiff::SignedDuration};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_taskbank::task::TaskId;
use samskab_web::{Access, Routes, Services};
use serde::Deserialize;

use samskab_interest::InterestId;

pub use crate::id::EngagementId;
pub use begin::look_again;
pub use coming::{shifts_of_interest, shifts_to_come};
pub use erase::{erase, stays};
pub use follow::{correct_place, follow_task};
pub use leave::{Notice, end_as_doubled, end_with_task, tell_of_task};
pub(crate) use list::{LIST, SOON_DAYS, VolunteerList, destinations};
pub use min_side::{known, section};
pub use page::in_short;
pub use propose::{AgreementDraft, agree_as_read, first_version, propose, take_back};
pub use rules::{Outcome, Refused, State, Yes};
pub(crate) use waiting::due_before;
pub use waiting::work_items;

codes! {
    /// The two who agree.
    pub enum Side { Volunteer => "volunteer", Place => "place" }
}

impl Side {
    pub const fn other(self) -> Self {
        match self {
            Self::Volunteer => Self::Place,
            Self::Place => Self::Volunteer,
        }
    }
}

codes! {
    pub enum StateKind { Proposed => "proposed", Active => "active", Paused => "paused", Ended => "ended" }
}
codes! {
    /// Who ended it; the task, when it was cancelled or is over.
    pub enum EndedBy { Volunteer => "volunteer", Place => "place", Task => "task" }
}
codes! {
    /// Why it ended, if somebody wants to say so: no reason is owed (FX-06), and nobody's health is a code.
    pub enum EndReason {
        TaskDone => "task_done",
        Time => "time",
        Moved => "moved",
        FoundOther => "found_other",
        NotAsExpected => "not_as_expected",
        OtherCircumstances => "other_circumstances",
        Other => "other",
    }
}

/// Somebody helps with a task. Personal data (law B.7): read by the person and by those who answer for
/// the place.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "engagement", alias = "e")]
pub struct Engagement {
    pub id: EngagementId,
    #[record(column = "task_id")]
    pub task: TaskId,
    #[record(column = "interest_id")]
    pub interest: Option<InterestId>,
    #[record(column = "person_id")]
    pub person: PersonId,
    /// How many come together, at least 1.
    pub persons: i64,
    #[record(flatten = store::StateColumns)]
    pub state: State,
    pub state_since: Instant,
    /// The number of the agreement's version that both are asked about, from 1.
    pub version: i64,
    /// The newest version that both said yes to.
    #[record(column = "version_in_force")]
    pub in_force: Option<i64>,
    /// The place's yes to `version`.
    #[record(flatten = store::YesColumns, names("place_agreed_at", "place_agreed_by"))]
    pub place_yes: Option<Yes>,
    /// The volunteer's yes to `version`; `by`: who of the place noted it.
    #[record(flatten = store::YesColumns, names("volunteer_agreed_at", "volunteer_agreed_by"))]
    pub volunteer_yes: Option<Yes>,
    pub begins_on: Option<Day>,
    /// Who proposed the day.
    pub begins_by: Side,
    /// The day on which they talk about how it goes.
    pub talk_on: Option<Day>,
    pub talk_held_on: Option<Day>,
    /// When both were reminded of the talk, or told that the pause is over.
    pub reminded_at: Option<Instant>,
    /// One sentence of whoever ended it; may be empty.
    pub end_note: String,
    /// The place's thanks; may be empty.
    pub thanks: String,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Engagement {
    /// The page of those who answer for the place.
    pub fn href(&self) -> String {
        href(self.id)
    }

    /// The volunteer's page, when signed in.
    pub fn own_href(&self) -> String {
        format!("/aftaler/{}", self.id)
    }

    pub fn yes_of(&self, side: Side) -> Option<Yes> {
        match side {
            Side::Volunteer => self.volunteer_yes,
            Side::Place => self.place_yes,
        }
    }
}

/// The page of those who answer for the place.
pub fn href(engagement: EngagementId) -> String {
    format!("/engagementer/{engagement}")
}

/// One side in its own words (FX-13).
#[derive(Debug, Clone, Default, PartialEq, Eq, Record)]
pub struct Words {
    /// What we can and want.
    pub can: String,
    /// What we see in the other.
    pub sees: String,
    /// What we need, so that we can trust each other.
    pub needs: String,
}

impl Words {
    pub fn is_empty(&self) -> bool {
        self.can.is_empty() && self.sees.is_empty() && self.needs.is_empty()
    }
}

codes! {
    /// What a new version of the agreement changed.
    pub enum Changed {
        Text => "text",
        Volunteer => "volunteer",
        Place => "place",
        Day => "day",
        /// Its time or its place, because the task's was changed.
        Task => "task",
    }
}

/// One version of the frivilligaftale.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "agreement", alias = "a", key("engagement_id", "version"), beside("id", "engagement_id"))]
pub struct Agreement {
    pub version: i64,
    /// What both agree on. A line that begins with `## ` is a heading, one with `- ` a point.
    pub text: String,
    #[record(flatten, names("volunteer_can", "volunteer_sees", "volunteer_needs"))]
    pub volunteer: Words,
    #[record(flatten, names("place_can", "place_sees", "place_needs"))]
    pub place: Words,
    pub begins_on: Option<Day>,
    /// What changed since the version before.
    #[record(words)]
    pub changed: Vec<Changed>,
    /// When the second side had said yes to it.
    pub agreed_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Agreement {
    pub fn words_of(&self, side: Side) -> &Words {
        match side {
            Side::Volunteer => &self.volunteer,
            Side::Place => &self.place,
        }
    }
}

codes! {
    /// A kind of step in an engagement's history.
    pub enum StepKind {
        Proposed => "proposed",
        /// One side wrote its own words.
        Words => "words",
        /// The text or the words were changed after somebody had said yes: both are asked again.
        NewVersion => "new_version",
        DayProposed => "day_proposed",
        Yes => "yes",
        /// Somebody of the place noted the volunteer's yes.
        YesNoted => "yes_noted",
        /// Both had said yes.
        Agreed => "agreed",
        Begun => "begun",
        TalkSet => "talk_set",
        TalkHeld => "talk_held",
        Paused => "paused",
        PauseOver => "pause_over",
        Resumed => "resumed",
        Ended => "ended",
        Thanked => "thanked",
        /// No letter reaches them: somebody must call. The text is a [`called::CallAbout`].
        ToCall => "to_call",
        Called => "called",
        /// The place wrote to them; the first line is the subject.
        Written => "written",
    }
}

/// One line of the history, as its page shows it.
pub type Step = samskab_interest::history::Step<StepKind>;

/// What this part reads of the section "volunteering" of the settings.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Days after the end until an engagement is deleted (law B.7).
    pub engagement_retention_days: i64,
    /// Days from the first day to the talk about how it goes.
    pub engagement_talk_days: i32,
    /// The frivilligaftale in the municipality's own words; empty: the house's. The placeholders stand in
    /// `catalogue/agreement.toml`.
    pub agreement_text: String,
    pub agreement_text_en: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            engagement_retention_days: 365,
            engagement_talk_days: 42,
            agreement_text: String::new(),
            agreement_text_en: String::new(),
        }
    }
}

/// Days before the talk at which both are told of it.
const TALK_NEAR_DAYS: i32 = 3;

impl Settings {
    pub fn of(tenant: &samskab_web::Tenant) -> Self {
        tenant.section("volunteering")
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/aftaler/{key}", Access::Link, door::show)
        .get("/aftaler/{key}/udskrift", Access::Link, print::print)
        .post("/aftaler/{key}/ja", Access::Link, yes::yes)
        .post("/aftaler/{key}/ord", Access::Link, words::write)
        .post("/aftaler/{key}/dag", Access::Link, day::propose)
        .post("/aftaler/{key}/snak", Access::Link, talk::set)
        .post("/aftaler/{key}/snak-holdt", Access::Link, talk::held)
        .post("/aftaler/{key}/pause", Access::Link, pause::pause)
        .post("/aftaler/{key}/genoptag", Access::Link, pause::resume)
        .post("/aftaler/{key}/stop", Access::Link, end::end)
        .get("/frivillige/navneskilte", Access::Decided, list::badges::show)
        .get("/engagementer/{id}", Access::Decided, door::show)
        .get("/engagementer/{id}/udskrift", Access::Decided, print::print)
        .post("/engagementer/{id}/ja", Access::Decided, yes::yes)
        .post("/engagementer/{id}/ja-paa-vegne", Access::Decided, yes::noted)
        .post("/engagementer/{id}/ord", Access::Decided, words::write)
        .post("/engagementer/{id}/tekst", Access::Decided, words::text)
        .post("/engagementer/{id}/dag", Access::Decided, day::propose)
        .post("/engagementer/{id}/snak", Access::Decided, talk::set)
        .post("/engagementer/{id}/snak-holdt", Access::Decided, talk::held)
        .post("/engagementer/{id}/pause", Access::Decided, pause::pause)
        .post("/engagementer/{id}/genoptag", Access::Decided, pause::resume)
        .post("/engagementer/{id}/afslut", Access::Decided, end::end)
        .post("/engagementer/{id}/tak", Access::Decided, end::thank)
        .post("/engagementer/{id}/ringet", Access::Decided, called::called)
        .post("/interesser/{id}/aftale", Access::Decided, offer::offer)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<begin::LookAgain, _, _>(begin::of_person),
        Handler::new::<whose::BecomeOne, _, _>(whose::become_one),
        Handler::every("engagement.begin", SignedDuration::from_hours(1), begin::sweep),
        Handler::every("engagement.remind", SignedDuration::from_mins(30), remind::remind),
        Handler::every("engagement.forget", SignedDuration::from_hours(24), forget::forget),
    ]
}
