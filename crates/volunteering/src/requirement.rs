//! What must be in order before one begins (law B.4, B.6): its rules, who notes what, and what is missing.
//!
//! A gate that is not known to be open is closed. Of a børneattest the house knows only that it was assessed,
//! by whom, when, and whether this task may be given: neither the certificate nor its text has a place here.

pub mod event;
pub mod rules;
pub mod store;

use std::collections::HashMap;

use samskab_jobs::Handler;
use samskab_kernel::{Day, Id, Instant, TenantId, codes};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result};
use samskab_web::{Routes, app::Services};
use serde::Deserialize;

use crate::task::{Requirement, Task, TaskId};

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
    let standings = standings(connection, tenant, people, task, on).await?;
    let missing = |standings: Vec<(Asked, Standing)>| rules::missing(&standings);
    Ok(standings.into_iter().map(|(person, standings)| (person, missing(standings))).collect())
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

/// How everything the task asks for stands for each of `people`, also what does not keep them from beginning.
pub async fn standings(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
    task: &Task,
    on: Day,
) -> Result<HashMap<PersonId, Vec<(Asked, Standing)>>> {
    let asked = rules::asked_by(task);
    if asked.is_empty() {
        return Ok(people.iter().map(|person| (*person, Vec::new())).collect());
    }
    let fulfilments = store::of_people(connection, tenant, people).await?;
    let ages = store::ages(connection, tenant, people).await?;
    let text_version = store::text_version(connection, tenant, on).await?;
    let of = |person: &PersonId| {
        let own: Vec<&Fulfilment> = fulfilments.iter().filter(|one| one.person == *person).collect();
        let facts = rules::Facts { text_version, age: ages.get(person).copied().unwrap_or_default() };
        asked.iter().map(|one| (*one, rules::standing(*one, task, &own, facts, on))).collect()
    };
    Ok(people.iter().map(|person| (*person, of(person))).collect())
}

/// What somebody has, for the market: what is not in order is not in the list, but a task that cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub person: PersonId,
    pub requirement: Requirement,
    /// Only for this task; `None`: everywhere.
    pub task: Option<TaskId>,
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

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<Handler<Services>> {
    Vec::new()
}

/// What of it waits for the one who looks.
pub fn work_items<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<samskab_web::module::WorkItem>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// What Min side shows of it.
pub fn section<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
    _person: samskab_organisation::person::PersonId,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Option<crate::volunteer::section::Section>>> {
    Box::pin(async { Ok(None) })
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
    _person: samskab_organisation::person::PersonId,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<crate::volunteer::section::Known>>> {
    Box::pin(async { Ok(Vec::new()) })
}
