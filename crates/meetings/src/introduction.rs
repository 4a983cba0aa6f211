//! Building bridges (RS-36): who was put in touch with whom, about what, and what came of it. Units and associations, never
//! citizens by name.

mod edit;
mod list;
mod personal;
pub mod store;

use samskab_kernel::{Day, Id, Instant, codes};
use samskab_organisation::{association::AssociationId, identify::Who as _, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Record};
use samskab_web::{Access, Cx, Result, Routes, WorkItem};

pub use personal::{MERGES, known};

use crate::{
    T,
    authority::{Action, Tie, may},
};

/// The mark of an introduction.
pub enum IntroductionRow {}
pub type IntroductionId = Id<IntroductionRow>;

codes! {
    pub enum Outcome {
        Open => "open",
        /// Something came of it.
        Became => "became",
        Nothing => "nothing",
    }
}

impl Outcome {
    fn label(self, t: T) -> &'static str {
        match self {
            Self::Open => t.introduction_open(),
            Self::Became => t.introduction_became(),
            Self::Nothing => t.introduction_nothing(),
        }
    }

    fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Open => (self.label(t), "wait", "hourglass"),
            Self::Became => (self.label(t), "good", "check"),
            Self::Nothing => (self.label(t), "", "close"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "introduction", alias = "n")]
pub struct Introduction {
    pub id: IntroductionId,
    pub one: String,
    pub other: String,
    pub about: String,
    #[record(column = "unit_id")]
    pub unit: Option<UnitId>,
    #[record(column = "association_id")]
    pub association: Option<AssociationId>,
    pub met_on: Day,
    /// When to ask what came of it; `None`: not asked.
    pub look_again_on: Option<Day>,
    pub outcome: Outcome,
    pub outcome_said: String,
    /// Who wrote it; `None`: deleted.
    #[record(column = "person_id", fixed)]
    pub writer: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

samskab_store::events! {
    pub about introduction(IntroductionId) {}
    impl { fn of(introduction: &Introduction) { introduction: introduction.id } }

    IntroductionMade => "introduction.made";
    IntroductionChanged => "introduction.changed";
}

impl Introduction {
    pub fn href(&self) -> String {
        format!("/brobygning/{}", self.id)
    }

    fn is_by(&self, cx: &Cx) -> bool {
        cx.actor.person.is_some() && self.writer.map(PersonId::uuid) == cx.actor.person
    }

    /// Whether the same person has written the same.
    fn says_the_same(&self, other: &Self) -> bool {
        let names = |one: &Self| [one.one.clone(), one.other.clone(), one.about.clone()];
        let facts = |one: &Self| (one.writer, one.unit, one.association, one.met_on, one.look_again_on);
        names(self) == names(other) && facts(self) == facts(other)
    }

    /// Whoever wrote it, the coordinator, and the key person of the area may see it.
    fn may_see(&self, cx: &Cx) -> bool {
        let is_near = self.unit.is_some_and(|unit| cx.actor.reached_units().contains(&unit));
        self.is_by(cx) || cx.actor.is_coordinator() || is_near
    }

    /// "Strikkeklubben og Solgården"
    fn title(&self, t: T) -> String {
        t.introduction_between(self.one.as_str(), self.other.as_str())
    }
}

fn may_keep(cx: &Cx) -> bool {
    may(&cx.actor, Action::KeepIntroductions, Tie::None)
}

/// Introductions whose writer wanted to ask again. Runs one query, only for those who may make introductions.
pub(crate) async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    if !may_keep(cx) {
        return Ok(Vec::new());
    }
    let t = T(cx.locale);
    let due = store::due(connection, cx.tenant.id, cx.today()).await?;
    // An introduction whose writer has been deleted is not forgotten.
    let is_mine =
        |one: &&Introduction| one.is_by(cx) || one.writer.is_none() && cx.actor.is_coordinator_first();
    let item = |one: &Introduction| {
        let day = one.look_again_on.unwrap_or(one.met_on);
        WorkItem {
            heading: t.work_kind_introduction(),
            title: one.title(t),
            detail: t.introduction_what_came().to_owned(),
            href: one.href(),
            since: day.start().min(cx.now()),
            due: Some(day.plus_days(7).end()),
            reason: None,
            act: None,
        }
    };
    Ok(due.iter().filter(is_mine).map(item).collect())
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/brobygning", Access::Decided, list::show)
        .get("/brobygning/ny", Access::Decided, edit::new)
        .post("/brobygning/ny", Access::Decided, edit::add)
        .get("/brobygning/{id}", Access::Decided, edit::show)
        .post("/brobygning/{id}", Access::Decided, edit::save)
}
