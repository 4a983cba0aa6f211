//! The tables `fulfilment` and `requirement_text`.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Record, Result, Row, Tx};
use samskab_volunteers::volunteer::Age;

use crate::{Fulfilment, FulfilmentId, State, StateKind, rules::Renewal};

/// Joins the task, for its name of the course.
const WITH_TASK: &str = "left join task t on t.id = f.task_id";

samskab_store::statements! {
    FIND = Fulfilment::SELECT, WITH_TASK, "where f.tenant_id = $1 and f.id = $2";
    OF_PEOPLE = Fulfilment::SELECT, WITH_TASK, "where f.tenant_id = $1 and f.person_id in ({list})";
    DECIDED = Fulfilment::SELECT, WITH_TASK, "where f.tenant_id = $1 and f.state in ('fulfilled', 'refused')";
    /// A second one of the same is not written: whoever was first has noted it.
    ADD = Fulfilment::INSERT, "on conflict do nothing";
    /// Only from the state it was read in: of two who are quick, one is told.
    SAVE = Fulfilment::UPDATE, "and state = :was and updated_at = :was_updated_at";
    REMOVE = "delete from fulfilment where tenant_id = $1 and id = $2";
    TEXT_VERSION = "select max(version) from requirement_text
                    where tenant_id = $1 and requirement = 'confidentiality' and valid_from <= $2";
    AGES = "select person_id, is_adult, born_on from volunteer_cv where tenant_id = $1 and person_id in ({list})";
}

/// The text of the catalogue, in force until the municipality writes its own.
pub const CATALOGUE_VERSION: i64 = 1;

/// A state as its columns. The days of the order are there while it is under way, and again while it is renewed.
#[derive(Record)]
pub(crate) struct StateColumns {
    state: StateKind,
    ordered_on: Option<Day>,
    consented_on: Option<Day>,
    assessed_on: Option<Day>,
    assessed_by: Option<PersonId>,
    text_version: Option<i64>,
    #[record(pair("years", "counts_from"))]
    age: Option<(i64, Day)>,
    valid_to: Option<Day>,
    /// Used instead of a day that the state needs and that is missing.
    #[record(read)]
    state_since: Option<Instant>,
}

impl From<StateColumns> for State {
    fn from(columns: StateColumns) -> Self {
        let since = columns.state_since.unwrap_or(Instant::from_micros(0)).day();
        let assessed = columns.assessed_on.unwrap_or(since);
        match columns.state {
            StateKind::Needed => Self::Needed,
            StateKind::Ordered => Self::Ordered { on: columns.ordered_on.unwrap_or(since) },
            StateKind::Consented => Self::Consented {
                ordered: columns.ordered_on.unwrap_or(since),
                on: columns.consented_on.unwrap_or(since),
            },
            StateKind::Fulfilled => Self::Fulfilled {
                on: assessed,
                by: columns.assessed_by,
                valid_to: columns.valid_to,
                text_version: columns.text_version,
                age: columns.age,
                renewal: columns
                    .ordered_on
                    .map(|ordered| Renewal { ordered, consented: columns.consented_on }),
            },
            StateKind::Refused => Self::Refused { on: assessed, by: columns.assessed_by },
        }
    }
}

impl From<&State> for StateColumns {
    fn from(state: &State) -> Self {
        let none = Self {
            state: state.kind(),
            ordered_on: None,
            consented_on: None,
            assessed_on: None,
            assessed_by: None,
            text_version: None,
            age: None,
            valid_to: None,
            state_since: None,
        };
        match *state {
            State::Needed => none,
            State::Ordered { on } => Self { ordered_on: Some(on), ..none },
            State::Consented { ordered, on } => {
                Self { ordered_on: Some(ordered), consented_on: Some(on), ..none }
            }
            State::Fulfilled { on, by, valid_to, text_version, age, renewal } => Self {
                ordered_on: renewal.map(|renewal| renewal.ordered),
                consented_on: renewal.and_then(|renewal| renewal.consented),
                assessed_on: Some(on),
                assessed_by: by,
                text_version,
                age,
                valid_to,
                ..none
            },
            State::Refused { on, by } => Self { assessed_on: Some(on), assessed_by: by, ..none },
        }
    }
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: FulfilmentId,
) -> Result<Option<Fulfilment>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// Everything noted about `people`.
pub async fn of_people(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<Vec<Fulfilment>> {
    connection.query(&OF_PEOPLE).bind(tenant).bind_list(people).all().await
}

/// Everything that was fulfilled or refused, of everybody.
pub async fn decided(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Fulfilment>> {
    connection.query(&DECIDED).bind(tenant).all().await
}

/// False when the same was noted already, and nothing was written.
pub async fn add(tx: &mut Tx, fulfilment: &Fulfilment) -> Result<bool> {
    Ok(tx.write(&ADD, fulfilment).execute().await? == 1)
}

/// Saves the fulfilment after a step from `was`. False when it is no longer in that state: somebody else was quicker.
pub async fn save(tx: &mut Tx, fulfilment: &Fulfilment, was: &Fulfilment) -> Result<bool> {
    let query = tx.write(&SAVE, fulfilment);
    let query = query.bind_named("was", was.state.kind()).bind_named("was_updated_at", was.updated_at);
    Ok(query.execute().await? == 1)
}

pub async fn remove(tx: &mut Tx, id: FulfilmentId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// The version of the tavshedserklæring that is valid on `on`.
pub async fn text_version(connection: &mut Connection, tenant: TenantId, on: Day) -> Result<i64> {
    let own: Option<i64> = connection.query(&TEXT_VERSION).bind(tenant).bind(on).scalar().await?;
    Ok(own.unwrap_or(CATALOGUE_VERSION))
}

#[derive(Row)]
struct AgeRow {
    person_id: PersonId,
    is_adult: Option<bool>,
    born_on: Option<Day>,
}

/// What these people's CVs say about their age.
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
