//! The tables `fulfilment` and `requirement_text`.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};

use super::{Because, Fulfilment, FulfilmentId, Precondition, State, StateKind, rules::Renewal};
use crate::{engagement::EngagementId, task::TaskId, volunteer::Age};

/// Every column of [`Row`].
const WHOLE_FULFILMENTS: &str =
    "select f.id, f.person_id, f.requirement, f.task_id, f.because, f.state, f.state_since, f.ordered_on,
        f.consented_on, f.assessed_on, f.assessed_by, f.text_version, f.years, f.counts_from,
        f.valid_to, f.warned_at, f.created_at, f.updated_at, coalesce(t.course, '') as course
    from fulfilment f
    left join task t on t.id = f.task_id";

samskab_store::statements! {
    FIND = WHOLE_FULFILMENTS, "where f.tenant_id = $1 and f.id = $2";
    OF_PEOPLE = WHOLE_FULFILMENTS, "where f.tenant_id = $1 and f.person_id in ({list})";
    DECIDED = WHOLE_FULFILMENTS, "where f.tenant_id = $1 and f.state in ('fulfilled', 'refused')";
    /// A second one of the same is not written: whoever was first has noted it.
    ADD = "insert into fulfilment (id, tenant_id, person_id, requirement, task_id, because, state, state_since, ordered_on,
                consented_on, assessed_on, assessed_by, text_version, years, counts_from, valid_to, warned_at,
                created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
           on conflict do nothing";
    /// Only from the state it was read in: of two who are quick, one is told.
    SAVE = "update fulfilment set because = $3, state = $4, state_since = $5, ordered_on = $6, consented_on = $7,
                assessed_on = $8, assessed_by = $9, text_version = $10, years = $11, counts_from = $12, valid_to = $13,
                warned_at = $14, updated_at = $15
            where tenant_id = $1 and id = $2 and state = $16 and updated_at = $17";
    REMOVE = "delete from fulfilment where tenant_id = $1 and id = $2";
    TEXT_VERSION = "select max(version) from requirement_text
                    where tenant_id = $1 and requirement = 'confidentiality' and valid_from <= $2";
    /// Everybody who helps or has been offered to, with the task's volunteers in the order of their names.
    HELPERS = "select e.id as engagement, e.task_id as task, e.person_id as person, n.name
               from engagement e join person n on n.id = e.person_id
               where e.tenant_id = $1 and e.task_id = $2 and e.state <> 'ended' order by n.name, e.id limit 500";
    HELPER = "select e.id as engagement, e.task_id as task, e.person_id as person, n.name
              from engagement e join person n on n.id = e.person_id where e.tenant_id = $1 and e.id = $2";
    TASKS_OF = "select distinct task_id from engagement
                where tenant_id = $1 and person_id = $2 and state <> 'ended'";
    AGES = "select person_id, is_adult, born_on from volunteer_cv where tenant_id = $1 and person_id in ({list})";
}

/// The text of the catalogue, in force until the municipality writes its own.
pub const CATALOGUE_VERSION: i64 = 1;

#[derive(sqlx::FromRow)]
struct Row {
    id: FulfilmentId,
    person_id: PersonId,
    requirement: Precondition,
    task_id: Option<TaskId>,
    because: String,
    state: StateKind,
    state_since: Instant,
    ordered_on: Option<Day>,
    consented_on: Option<Day>,
    assessed_on: Option<Day>,
    assessed_by: Option<PersonId>,
    text_version: Option<i64>,
    years: Option<i64>,
    counts_from: Option<Day>,
    valid_to: Option<Day>,
    warned_at: Option<Instant>,
    created_at: Instant,
    updated_at: Instant,
    course: String,
}

impl From<Row> for Fulfilment {
    fn from(row: Row) -> Self {
        let since = row.state_since.day();
        let assessed = row.assessed_on.unwrap_or(since);
        let state = match row.state {
            StateKind::Needed => State::Needed,
            StateKind::Ordered => State::Ordered { on: row.ordered_on.unwrap_or(since) },
            StateKind::Consented => State::Consented {
                ordered: row.ordered_on.unwrap_or(since),
                on: row.consented_on.unwrap_or(since),
            },
            StateKind::Fulfilled => State::Fulfilled {
                on: assessed,
                by: row.assessed_by,
                valid_to: row.valid_to,
                text_version: row.text_version,
                age: row.years.zip(row.counts_from),
                renewal: row.ordered_on.map(|ordered| Renewal { ordered, consented: row.consented_on }),
            },
            StateKind::Refused => State::Refused { on: assessed, by: row.assessed_by },
        };
        Self {
            id: row.id,
            person: row.person_id,
            what: row.requirement,
            task: row.task_id,
            course: row.course,
            because: row.because.parse::<Because>().ok(),
            state,
            state_since: row.state_since,
            warned_at: row.warned_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// A state as its columns. The days of the order are there while it is under way, and again while it is renewed.
#[derive(Default)]
struct Columns {
    ordered_on: Option<Day>,
    consented_on: Option<Day>,
    assessed_on: Option<Day>,
    assessed_by: Option<PersonId>,
    text_version: Option<i64>,
    years: Option<i64>,
    counts_from: Option<Day>,
    valid_to: Option<Day>,
}

impl From<State> for Columns {
    fn from(state: State) -> Self {
        match state {
            State::Needed => Self::default(),
            State::Ordered { on } => Self { ordered_on: Some(on), ..Self::default() },
            State::Consented { ordered, on } => {
                Self { ordered_on: Some(ordered), consented_on: Some(on), ..Self::default() }
            }
            State::Fulfilled { on, by, valid_to, text_version, age, renewal } => Self {
                ordered_on: renewal.map(|renewal| renewal.ordered),
                consented_on: renewal.and_then(|renewal| renewal.consented),
                assessed_on: Some(on),
                assessed_by: by,
                text_version,
                years: age.map(|(years, _)| years),
                counts_from: age.map(|(_, day)| day),
                valid_to,
            },
            State::Refused { on, by } => Self { assessed_on: Some(on), assessed_by: by, ..Self::default() },
        }
    }
}

fn because(fulfilment: &Fulfilment) -> String {
    fulfilment.because.map_or_else(String::new, |because| because.code().to_owned())
}

fn fulfilments(rows: Vec<Row>) -> Vec<Fulfilment> {
    rows.into_iter().map(Fulfilment::from).collect()
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: FulfilmentId,
) -> Result<Option<Fulfilment>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Fulfilment::from))
}

/// Everything noted about `people`.
pub async fn of_people(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<Vec<Fulfilment>> {
    Ok(fulfilments(connection.query(&OF_PEOPLE).bind(tenant).bind_list(people).all().await?))
}

/// Everything that was decided, of everybody.
pub async fn decided(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Fulfilment>> {
    Ok(fulfilments(connection.query(&DECIDED).bind(tenant).all().await?))
}

/// False when the same was noted already, and nothing was written.
pub async fn add(tx: &mut Tx, fulfilment: &Fulfilment) -> Result<bool> {
    let tenant = tx.tenant();
    let columns = Columns::from(fulfilment.state);
    let added = tx
        .query(&ADD)
        .bind(fulfilment.id)
        .bind(tenant)
        .bind(fulfilment.person)
        .bind(fulfilment.what)
        .bind(fulfilment.task)
        .bind(because(fulfilment))
        .bind(fulfilment.state.kind())
        .bind(fulfilment.state_since)
        .bind(columns.ordered_on)
        .bind(columns.consented_on)
        .bind(columns.assessed_on)
        .bind(columns.assessed_by)
        .bind(columns.text_version)
        .bind(columns.years)
        .bind(columns.counts_from)
        .bind(columns.valid_to)
        .bind(fulfilment.warned_at)
        .bind(fulfilment.created_at)
        .bind(fulfilment.updated_at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// Saves what a step made of `was`. False when it no longer stands there: somebody else was quicker.
pub async fn save(tx: &mut Tx, fulfilment: &Fulfilment, was: &Fulfilment) -> Result<bool> {
    let tenant = tx.tenant();
    let columns = Columns::from(fulfilment.state);
    let changed = tx
        .query(&SAVE)
        .bind(tenant)
        .bind(fulfilment.id)
        .bind(because(fulfilment))
        .bind(fulfilment.state.kind())
        .bind(fulfilment.state_since)
        .bind(columns.ordered_on)
        .bind(columns.consented_on)
        .bind(columns.assessed_on)
        .bind(columns.assessed_by)
        .bind(columns.text_version)
        .bind(columns.years)
        .bind(columns.counts_from)
        .bind(columns.valid_to)
        .bind(fulfilment.warned_at)
        .bind(fulfilment.updated_at)
        .bind(was.state.kind())
        .bind(was.updated_at)
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn remove(tx: &mut Tx, id: FulfilmentId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// Which text of the tavshedserklæring is in force on `on`.
pub async fn text_version(connection: &mut Connection, tenant: TenantId, on: Day) -> Result<i64> {
    let own: Option<i64> = connection.query(&TEXT_VERSION).bind(tenant).bind(on).scalar().await?;
    Ok(own.unwrap_or(CATALOGUE_VERSION))
}

#[derive(sqlx::FromRow)]
struct AgeRow {
    person_id: PersonId,
    is_adult: Option<bool>,
    born_on: Option<Day>,
}

/// What their CVs say of their age.
pub async fn ages(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Age>> {
    let rows: Vec<AgeRow> = connection.query(&AGES).bind(tenant).bind_list(people).all().await?;
    let age = |row: &AgeRow| match (row.born_on, row.is_adult) {
        (Some(born), _) => Age::Born(born),
        (None, Some(true)) => Age::Adult,
        _ => Age::NotSaid,
    };
    Ok(rows.iter().map(|row| (row.person_id, age(row))).collect())
}

/// Somebody who helps with a task.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Helper {
    pub engagement: EngagementId,
    pub task: TaskId,
    pub person: PersonId,
    pub name: String,
}

pub async fn helpers(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Helper>> {
    connection.query(&HELPERS).bind(tenant).bind(task).all().await
}

pub async fn helper(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
) -> Result<Option<Helper>> {
    connection.query(&HELPER).bind(tenant).bind(engagement).optional().await
}

/// The tasks somebody helps with or has been offered.
pub async fn tasks_of(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<TaskId>> {
    connection.query(&TASKS_OF).bind(tenant).bind(person).scalars().await
}
