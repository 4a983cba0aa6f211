//! What must be in order before one begins (law B.4, B.6): its rules, who notes what, and what is missing.
//!
//! A gate that is not known to be open is closed. Of a børneattest the house knows only that it was assessed,
//! by whom, when, and whether this task may be given: neither the certificate nor its text has a place here.

pub mod book;
mod certificate;
pub mod declaration;
pub mod event;
mod note;
mod of_engagement;
mod of_task;
mod own;
pub mod rules;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;
pub mod text;
pub mod watch;
pub mod wording;

use std::collections::HashMap;

use samskab_jobs::Handler;
use samskab_kernel::{Day, Id, Instant, TenantId, codes, jiff::SignedDuration};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Access, Cx, Routes, WorkItem, app::Services, module::BoxFuture};
use serde::Deserialize;

use crate::{
    T,
    task::{self, Requirement, Task, TaskId},
    volunteer::section::{Known, Line, Section},
};

pub use book::Book;
pub use declaration::Gates;
pub use rules::{Asked, Lack, Missing, Standing, State};

/// The mark of a fulfilment.
pub enum FulfilmentRow {}
pub type FulfilmentId = Id<FulfilmentRow>;

codes! {
    /// Everything a task can ask for: its requirements and its lowest age. The keys of the catalogue.
    pub enum Precondition {
        ChildrensCertificate => "childrens_certificate",
        Confidentiality => "confidentiality",
        Course => "course",
        Introduction => "introduction",
        InformationMeeting => "information_meeting",
        DrivingLicence => "driving_licence",
        MinimumAge => "minimum_age",
    }
}

impl From<Requirement> for Precondition {
    fn from(requirement: Requirement) -> Self {
        match requirement {
            Requirement::ChildrensCertificate => Self::ChildrensCertificate,
            Requirement::Confidentiality => Self::Confidentiality,
            Requirement::Course => Self::Course,
            Requirement::Introduction => Self::Introduction,
            Requirement::InformationMeeting => Self::InformationMeeting,
            Requirement::DrivingLicence => Self::DrivingLicence,
        }
    }
}

codes! {
    /// Why a børneattest is needed here (law B.4).
    pub enum Because {
        /// Direct contact with children under 15.
        DirectContact => "direct_contact",
        /// Moves regularly among them.
        MovesAmong => "moves_among",
        /// A fixed attachment, not only now and then.
        FixedAttachment => "fixed_attachment",
    }
}

codes! {
    /// How far it is, as stored.
    pub enum StateKind {
        Needed => "needed",
        Ordered => "ordered",
        Consented => "consented",
        Fulfilled => "fulfilled",
        Refused => "refused",
    }
}

/// How far one requirement is for one person. Personal data (law B.7): seen by the person, and by those who
/// answer for the task; that a task cannot be given, by nobody else than its assessor and the coordinator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fulfilment {
    pub id: FulfilmentId,
    pub person: PersonId,
    pub what: Precondition,
    /// For which task, or where it was noted; `None`: said once for all of them.
    pub task: Option<TaskId>,
    /// What that task calls its course; empty for everything else. Read with it, stored with the task.
    pub course: String,
    pub because: Option<Because>,
    pub state: State,
    pub state_since: Instant,
    /// When the one who notes was told that it ends soon.
    pub warned_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// What this part reads of the section "volunteering" of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Months until a new børneattest is recommended: 12 to 36 (law B.4 knows no limit, only good practice).
    pub certificate_months: i64,
    /// Months a course counts; 0: for ever.
    pub course_months: i64,
    /// Months after which a driving licence is shown again; 0: never.
    pub driving_licence_months: i64,
    /// Days until it is forgotten that a task could not be given.
    pub refused_retention_days: i64,
    /// Which tasks of an association wait for its yearly declaration.
    pub declaration_gates: Gates,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            certificate_months: 24,
            course_months: 36,
            driving_licence_months: 24,
            refused_retention_days: 182,
            declaration_gates: Gates::Nothing,
        }
    }
}

impl Settings {
    pub fn of(tenant: &samskab_web::Tenant) -> Self {
        let settings: Self = tenant.section("volunteering");
        Self { certificate_months: settings.certificate_months.clamp(12, 36), ..settings }
    }
}

/// What keeps `person` from beginning with the task on `on`; empty: nothing does.
pub async fn missing(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    task: &Task,
    on: Day,
) -> Result<Vec<Missing>> {
    Ok(missing_of_many(connection, tenant, &[person], task, on).await?.remove(&person).unwrap_or_default())
}

/// As [`missing`], for all the volunteers of a task at once. Three queries, whoever they are.
pub async fn missing_of_many(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
    task: &Task,
    on: Day,
) -> Result<HashMap<PersonId, Vec<Missing>>> {
    if rules::asked_by(task).is_empty() {
        return Ok(HashMap::new());
    }
    let book = Book::of(connection, tenant, people, on).await?;
    Ok(people.iter().map(|person| (*person, book.missing(*person, task, on))).collect())
}

/// Whether nothing keeps `person` from beginning with the task on `on`.
pub async fn may_begin(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    task: &Task,
    on: Day,
) -> Result<bool> {
    Ok(missing(connection, tenant, person, task, on).await?.is_empty())
}

/// Something changed for a person: an agreement that waited for it may begin.
pub(crate) async fn changed(tx: &mut Tx, person: PersonId) -> Result<()> {
    crate::engagement::look_again(tx, person).await
}

/// For which tasks something counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    Everywhere,
    Task(TaskId),
    /// Every task that asks for the course of this name.
    Course(String),
}

impl Scope {
    pub fn covers(&self, task: &Task) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Task(id) => *id == task.id,
            Self::Course(name) => rules::is_same_course(name, &task.course),
        }
    }
}

/// What somebody has, for the market: what is not in order is not in the list, but a task that cannot be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub person: PersonId,
    pub requirement: Requirement,
    pub scope: Scope,
    /// `Fulfilled` or `Refused`.
    pub state: StateKind,
    /// The last day it counts; `None`: on and on. Never the day on which a new børneattest is recommended.
    pub valid_to: Option<Day>,
}

/// Everything that is in order in the municipality, or refused for a task.
pub async fn held(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Held>> {
    let text_version = store::text_version(connection, tenant, Day::of(9999, 12, 31)).await?;
    let fulfilments = store::decided(connection, tenant).await?;
    Ok(fulfilments.iter().filter_map(|one| rules::held(one, text_version)).collect())
}

/// As [`held`], of these.
pub async fn held_of(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<Vec<Held>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let text_version = store::text_version(connection, tenant, Day::of(9999, 12, 31)).await?;
    let fulfilments = store::of_people(connection, tenant, people).await?;
    Ok(fulfilments.iter().filter_map(|one| rules::held(one, text_version)).collect())
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/opgaver/{id}/krav", Access::Decided, of_task::show)
        .get("/engagementer/{id}/krav", Access::Decided, of_engagement::show)
        .get("/engagementer/{id}/krav/{krav}", Access::Decided, of_engagement::show_one)
        .post("/engagementer/{id}/krav/{krav}/notering", Access::Decided, note::note)
        .post("/engagementer/{id}/krav/{krav}/fjern", Access::Decided, note::remove)
        .post("/engagementer/{id}/krav/boerneattest/behov", Access::Decided, certificate::need)
        .post("/engagementer/{id}/krav/boerneattest/bestilling", Access::Decided, certificate::order)
        .post("/engagementer/{id}/krav/boerneattest/samtykke", Access::Decided, certificate::consent)
        .post("/engagementer/{id}/krav/boerneattest/vurdering", Access::Decided, certificate::assess)
        .post("/engagementer/{id}/krav/boerneattest/fortryd", Access::Decided, certificate::take_back)
        .get("/min-side/krav", Access::SignedIn, own::show)
        .get("/min-side/krav/tavshedserklaering", Access::SignedIn, own::accept::show)
        .post("/min-side/krav/tavshedserklaering", Access::SignedIn, own::accept::accept)
        .post("/min-side/krav/{id}/samtykke", Access::SignedIn, own::consent::give)
        .get("/krav/tavshedserklaering", Access::Decided, text::show)
        .post("/krav/tavshedserklaering", Access::Decided, text::write)
        .get("/foreninger/{id}/erklaering", Access::Decided, declaration::sign::show)
        .post("/foreninger/{id}/erklaering", Access::Decided, declaration::sign::sign)
        .get("/erklaeringer", Access::Decided, declaration::overview::show)
        .get("/erklaeringer.csv", Access::Decided, declaration::overview::csv)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::every("requirement.warn", SignedDuration::from_hours(12), watch::warn),
        Handler::every("requirement.forget", SignedDuration::from_hours(24), watch::forget),
        Handler::every(
            "requirement.declarations",
            SignedDuration::from_hours(24),
            declaration::remind::remind,
        ),
    ]
}

/// What of it waits for the one who looks.
pub fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, samskab_web::Result<Vec<WorkItem>>> {
    Box::pin(async move {
        let mut items = watch::work_items(cx, connection).await?;
        items.extend(declaration::remind::work_items(cx, connection).await?);
        Ok(items)
    })
}

/// What Min side shows of it: only what is missing; nothing when everything is in order.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, samskab_web::Result<Option<Section>>> {
    Box::pin(async move {
        let (t, today) = (T(cx.locale), cx.now().day());
        let ids = store::tasks_of(connection, cx.tenant.id, person).await?;
        let tasks = task::store::find_many(connection, cx.tenant.id, &ids).await?;
        if tasks.iter().all(|task| rules::asked_by(task).is_empty()) {
            return Ok(None);
        }
        let book = Book::of(connection, cx.tenant.id, &[person], today).await?;
        let mut lines = Vec::new();
        for task in &tasks {
            for missing in book.missing(person, task, today) {
                let standing = Standing::Lacks(missing.lack);
                lines.push(Line {
                    title: missing.what.name(cx.locale).to_owned(),
                    href: "/min-side/krav".into(),
                    detail: format!("{}. {}", task.title, wording::for_volunteer(missing.what, standing, t)),
                    state: {
                        let (word, tone, symbol) = wording::word(standing, false, t);
                        (word.to_owned(), tone, symbol)
                    },
                });
            }
        }
        if lines.is_empty() {
            return Ok(None);
        }
        lines.truncate(4);
        Ok(Some(Section {
            heading: t.requirement_section_title().to_owned(),
            lead: t.requirement_section_lead().to_owned(),
            lines,
            nothing: String::new(),
            more: Some(("/min-side/krav".into(), t.requirement_section_more().to_owned())),
        }))
    })
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, samskab_web::Result<Vec<Known>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let fulfilments = store::of_people(connection, cx.tenant.id, &[person]).await?;
        let ids: Vec<TaskId> = fulfilments.iter().filter_map(|one| one.task).collect();
        let tasks = task::store::find_many(connection, cx.tenant.id, &ids).await?;
        let title = |id: Option<TaskId>| {
            tasks.iter().find(|task| Some(task.id) == id).map(|task| task.title.clone()).unwrap_or_default()
        };
        let rows = fulfilments
            .iter()
            .map(|one| {
                let (since, until) = match one.state {
                    State::Needed => (one.created_at.day(), None),
                    State::Ordered { on } | State::Consented { on, .. } | State::Refused { on, .. } => {
                        (on, None)
                    }
                    State::Fulfilled { on, valid_to, .. } => (on, valid_to),
                };
                let state = match one.state.kind() {
                    StateKind::Fulfilled => t.requirement_state_in_order(),
                    StateKind::Refused => t.requirement_state_refused(),
                    StateKind::Needed | StateKind::Ordered | StateKind::Consented => {
                        t.requirement_state_under_way()
                    }
                };
                vec![
                    (
                        "requirement",
                        t.requirement_known_what().to_owned(),
                        one.what.name(cx.locale).to_owned(),
                    ),
                    ("task", t.requirement_known_task().to_owned(), title(one.task)),
                    ("state", t.requirement_known_state().to_owned(), state.to_owned()),
                    ("since", t.requirement_known_since().to_owned(), since.to_string()),
                    (
                        "until",
                        t.requirement_known_until().to_owned(),
                        until.map(|day| day.to_string()).unwrap_or_default(),
                    ),
                ]
            })
            .collect();
        Ok(vec![Known { key: "requirements", heading: t.requirement_own_title().to_owned(), rows }])
    })
}
