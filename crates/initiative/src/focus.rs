//! What the municipality takes on in a year (RD-17): recommended by one body, decided by another, and honest about how it
//! goes. What is not finished goes on in the next year.

mod aims;
mod edit;
pub mod rules;
mod show;
mod store;

use samskab_kernel::{Instant, codes};
use samskab_organisation::body::BodyId;
use samskab_store::Record;
use samskab_web::{Access, Routes};

pub use crate::id::{FocusAreaId, FocusAreaRow};
pub use store::{add, every};

use crate::T;

codes! {
    pub enum FocusState {
        /// Only those who write it see it.
        Draft => "draft",
        Recommended => "recommended",
        /// Everybody may read it.
        Decided => "decided",
    }
}

impl FocusState {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Draft => t.focus_state_draft(),
            Self::Recommended => t.focus_state_recommended(),
            Self::Decided => t.focus_state_decided(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "focus_area", alias = "f")]
pub struct FocusArea {
    pub id: FocusAreaId,
    pub year: i64,
    /// The order on the page, from 1.
    pub place: i64,
    pub title: String,
    pub why: String,
    /// One a line, measurable where it can be.
    pub goals: String,
    pub state: FocusState,
    #[record(column = "recommended_by_id")]
    pub recommended_by: Option<BodyId>,
    pub recommended_number: String,
    #[record(column = "decided_by_id")]
    pub decided_by: Option<BodyId>,
    pub decided_number: String,
    /// The one of the year before that it goes on with.
    #[record(column = "copied_from_id", fixed)]
    pub copied_from: Option<FocusAreaId>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

samskab_store::events! {
    pub about focus_area(FocusAreaId) {}
    impl { fn of(area: &FocusArea) { focus_area: area.id } }

    FocusAreaWritten => "focus_area.written";
    FocusAreaChanged => "focus_area.changed";
    /// Copied to the next year.
    FocusAreaCopied => "focus_area.copied";
}

impl FocusArea {
    pub fn href(&self) -> String {
        format!("/fokus/{}", self.id)
    }

    pub fn is_for_all(&self) -> bool {
        self.state == FocusState::Decided
    }

    pub fn goals(&self) -> impl Iterator<Item = &str> {
        self.goals.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/fokus", Access::Public, show::list)
        .get("/fokus/nyt", Access::Decided, edit::new)
        .post("/fokus/nyt", Access::Decided, edit::add)
        .post("/fokus/kopi", Access::Decided, edit::copy)
        .get("/fokus/{id}", Access::Public, show::show)
        .get("/fokus/{id}/rediger", Access::Decided, edit::show)
        .post("/fokus/{id}/rediger", Access::Decided, edit::save)
        .get("/fokus/{id}/maal", Access::Decided, aims::show)
        .post("/fokus/{id}/maal", Access::Decided, aims::save)
}
