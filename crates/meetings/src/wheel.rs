//! The year wheel: what happens again every year, with an owner and the time it takes to prepare, drawn and as a
//! table; the meetings of the year are added automatically. And the public calendar of what everybody may come to or
//! read about.

mod calendar;
mod edit;
mod rules;
mod show;
pub mod store;
mod work;

use samskab_kernel::{Day, Id, Instant, codes};
use samskab_organisation::position::PositionId;
use samskab_store::Record;
use samskab_web::{Access, Cx, Routes};

pub use rules::in_year;
pub(crate) use work::work_items;

use crate::{
    T,
    authority::{Action, Tie, may},
};

/// So many years ahead and back can be opened; what is farther away is a slip of the pen.
const MOST_YEARS: i16 = 50;

/// The mark of something in the wheel.
pub enum YearEventRow {}
pub type YearEventId = Id<YearEventRow>;

codes! {
    pub enum YearEventKind {
        Event => "event",
        Hearing => "hearing",
        Grant => "grant",
        Declaration => "declaration",
        Election => "election",
        Evaluation => "evaluation",
        Other => "other",
    }
}

impl YearEventKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Event => t.wheel_kind_event(),
            Self::Hearing => t.wheel_kind_hearing(),
            Self::Grant => t.wheel_kind_grant(),
            Self::Declaration => t.wheel_kind_declaration(),
            Self::Election => t.wheel_kind_election(),
            Self::Evaluation => t.wheel_kind_evaluation(),
            Self::Other => t.wheel_kind_other(),
        }
    }
}

codes! {
    /// How its day is found in another year.
    pub enum Repeats {
        /// On the same date every year.
        Date => "date",
        /// "The second Monday of April".
        NthWeekday => "nth_weekday",
        /// "The last Friday of September".
        LastWeekday => "last_weekday",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "year_event", alias = "y")]
pub struct YearEvent {
    pub id: YearEventId,
    pub title: String,
    pub kind: YearEventKind,
    pub day: Day,
    pub repeats: Repeats,
    /// 1, or 4 for an evaluation every fourth year (RS-78).
    pub every_years: i64,
    /// Days before its day from which it waits for its owner.
    pub prepare_days: i64,
    /// The holder of this position is the owner; `None`: the coordinator.
    #[record(column = "position_id")]
    pub owner: Option<PositionId>,
    pub note: String,
    pub is_public: bool,
    #[record(column = "copied_from_id", fixed)]
    pub copied_from: Option<YearEventId>,
    pub done_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl YearEvent {
    pub fn href(&self) -> String {
        format!("/aarshjul/punkt/{}", self.id)
    }
}

samskab_store::events! {
    pub about year_event(YearEventId) {}
    impl { fn of(event: &YearEvent) { year_event: event.id } }

    YearEventKept => "year_event.kept";
    YearEventDone => "year_event.done";
    YearEventRemoved => "year_event.removed";
}

fn may_keep(cx: &Cx) -> bool {
    may(&cx.actor, Action::KeepWheel, Tie::None)
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/aarshjul", Access::Decided, show::show)
        .get("/aarshjul/nyt", Access::Decided, edit::new)
        .post("/aarshjul/nyt", Access::Decided, edit::add)
        .post("/aarshjul/kopi", Access::Decided, edit::copy)
        .get("/aarshjul/punkt/{id}", Access::Decided, edit::show)
        .post("/aarshjul/punkt/{id}", Access::Decided, edit::save)
        .post("/aarshjul/punkt/{id}/gjort", Access::Decided, edit::done)
        .post("/aarshjul/punkt/{id}/slet", Access::Decided, edit::remove)
        .get("/moedekalender", Access::Public, calendar::show)
        .get("/moedekalender.ics", Access::Public, calendar::feed)
}
