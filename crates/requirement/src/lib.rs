#![doc = include_str!("../README.md")]

pub mod accept;
pub mod authority;
pub mod book;
mod built;
pub mod event;
pub mod rules;
pub mod store;
pub mod text;
pub mod wording;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

use std::collections::HashMap;

use samskab_kernel::{Day, Id, Instant, TenantId, codes};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Record, Result};
use samskab_taskbank::task::{self, Requirement, Task, TaskId};
use samskab_web::personal::{Known, KnownOfPerson, Row};
use samskab_web::{
    Access, Cx, Module, Routes,
    module::{Shortcut, ways},
};
use serde::Deserialize;
use uuid::Uuid;

pub use book::Book;
pub use i18n::T;
pub use rules::{AskedRequirement, Lack, Missing, Standing, State};

samskab_i18n::falls_back_on!(T => samskab_interest::T);

/// What must be in order, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "requirement",
        routes: Routes::new().get("/krav/tavshedserklaering", Access::Decided, text::show).post(
            "/krav/tavshedserklaering",
            Access::Decided,
            text::write,
        ),
        shortcuts: vec![shortcuts],
        built: built::BUILT.to_vec(),
        known: vec![KnownOfPerson { place: 50, read: known }],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let writes = authority::may_widely(&cx.actor, authority::WideAction::WriteRequirementText);
    let label = T(cx.locale).requirement_shortcut_confidentiality();
    samskab_web::module::shortcuts([(
        writes,
        ways::VOLUNTEERS + 31,
        "/krav/tavshedserklaering",
        label,
        "lock",
    )])
}

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
        /// Regularly spends time among the children.
        MovesAmong => "moves_among",
        /// A fixed attachment, not only now and then.
        FixedAttachment => "fixed_attachment",
    }
}

codes! {
    /// The state, as stored.
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
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "fulfilment", alias = "f")]
pub struct Fulfilment {
    pub id: FulfilmentId,
    #[record(column = "person_id", fixed)]
    pub person: PersonId,
    #[record(column = "requirement", fixed)]
    pub what: Precondition,
    /// The task it is about, or where it was noted; `None`: said once for all tasks.
    #[record(column = "task_id", fixed)]
    pub task: Option<TaskId>,
    /// The task's name for its course; empty for everything else. Read with the fulfilment, stored with the task.
    #[record(sql = "coalesce(t.course, '')")]
    pub course: String,
    #[record(blank)]
    pub because: Option<Because>,
    #[record(flatten = store::StateColumns)]
    pub state: State,
    pub state_since: Instant,
    /// When whoever notes it was told that it ends soon.
    pub warned_at: Option<Instant>,
    #[record(fixed)]
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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            certificate_months: 24,
            course_months: 36,
            driving_licence_months: 24,
            refused_retention_days: 182,
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
#[samskab_store::compiled_once]
pub async fn missing(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    task: &Task,
    on: Day,
) -> Result<Vec<Missing>> {
    Ok(missing_of_many(connection, tenant, &[person], task, on).await?.remove(&person).unwrap_or_default())
}

/// As [`missing`], for all the volunteers of a task at once. Runs three queries, however many people.
#[samskab_store::compiled_once]
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

/// The tasks for which a fulfilment counts.
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
#[samskab_store::compiled_once]
pub async fn held(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Held>> {
    let text_version = store::text_version(connection, tenant, Day::of(9999, 12, 31)).await?;
    let fulfilments = store::decided(connection, tenant).await?;
    Ok(fulfilments.iter().filter_map(|one| rules::held(one, text_version)).collect())
}

/// As [`held`], only for these people.
#[samskab_store::compiled_once]
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

/// What is known of a person here, for the copy they take with them (law B.7).
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> samskab_web::Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
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
                State::Ordered { on } | State::Consented { on, .. } | State::Refused { on, .. } => (on, None),
                State::Fulfilled { on, valid_to, .. } => (on, valid_to),
            };
            // Only the place needs to know which step is under way.
            let (code, state) = match one.state.kind() {
                StateKind::Fulfilled => ("fulfilled", t.requirement_state_in_order()),
                StateKind::Refused => ("refused", t.requirement_state_refused()),
                StateKind::Needed | StateKind::Ordered | StateKind::Consented => {
                    ("under_way", t.requirement_state_under_way())
                }
            };
            Row::of(cx)
                .code("requirement", t.requirement_known_what(), one.what.code(), one.what.name(cx.locale))
                .text("task", t.requirement_known_task(), title(one.task))
                .code("state", t.requirement_known_state(), code, state)
                .day("since", t.requirement_known_since(), since)
                .day("until", t.requirement_known_until(), until)
                .done()
        })
        .collect();
    Ok(vec![Known { key: "requirements", heading: t.requirement_own_title().to_owned(), rows }])
}
