//! The table `proof`, and what a pupil's project wants.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};

use super::{Code, Content, Kind, Proof, ProofId};

/// Every column of [`Row`].
const WHOLE_PROOFS: &str =
    "select id, person_id, code, kind, name, content, issued_on, withdrawn_at, created_at
    from proof";

samskab_store::statements! {
    FIND = WHOLE_PROOFS, "where tenant_id = $1 and id = $2";
    FIND_BY_CODE = WHOLE_PROOFS, "where tenant_id = $1 and code = $2";
    OF_PERSON = WHOLE_PROOFS, "where tenant_id = $1 and person_id = $2 order by created_at desc, id";
    /// The same page sent twice is one; a code that is taken is thrown again by the caller.
    ADD = "insert into proof (id, tenant_id, person_id, code, kind, name, content, issued_on, withdrawn_at, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing";
    WITHDRAW = "update proof set name = '', content = $3, withdrawn_at = $4
                where tenant_id = $1 and id = $2 and withdrawn_at is null";
    PUPIL = "select school, hours_wanted, begins_on, ends_on from pupil_project where tenant_id = $1 and person_id = $2";
    NOTED_BY_PLACE = "select engagement_id, cast(sum(minutes) as bigint) as minutes,
                          cast(sum(case when by_volunteer then 0 else minutes end) as bigint) as noted
                      from hours where tenant_id = $1 and person_id = $2 and day >= $3 and day <= $4 and removed_at is null
                      group by engagement_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: ProofId,
    person_id: PersonId,
    code: Code,
    kind: Kind,
    name: String,
    content: String,
    issued_on: Day,
    withdrawn_at: Option<Instant>,
    created_at: Instant,
}

impl TryFrom<Row> for Proof {
    type Error = samskab_store::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id,
            person: row.person_id,
            code: row.code,
            kind: row.kind,
            name: row.name,
            content: serde_json::from_str::<Content>(&row.content)?,
            issued_on: row.issued_on,
            withdrawn_at: row.withdrawn_at,
            created_at: row.created_at,
        })
    }
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: ProofId) -> Result<Option<Proof>> {
    connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Proof::try_from).transpose()
}

pub async fn find_by_code(
    connection: &mut Connection,
    tenant: TenantId,
    code: &Code,
) -> Result<Option<Proof>> {
    let query = connection.query(&FIND_BY_CODE).bind(tenant).bind(code.clone());
    query.optional::<Row>().await?.map(Proof::try_from).transpose()
}

/// The newest first.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Proof>> {
    let rows: Vec<Row> = connection.query(&OF_PERSON).bind(tenant).bind(person).all().await?;
    rows.into_iter().map(Proof::try_from).collect()
}

/// False when the id or the code is there already, and nothing was written.
pub async fn add(tx: &mut Tx, proof: &Proof) -> Result<bool> {
    let tenant = tx.tenant();
    let content = serde_json::to_string(&proof.content)?;
    let added = tx
        .query(&ADD)
        .bind(proof.id)
        .bind(tenant)
        .bind(proof.person)
        .bind(proof.code.clone())
        .bind(proof.kind)
        .bind(proof.name.clone())
        .bind(content)
        .bind(proof.issued_on)
        .bind(proof.withdrawn_at)
        .bind(proof.created_at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// Keeps the code and that it was withdrawn; what stood on it is gone. False when it was withdrawn already.
pub async fn withdraw(tx: &mut Tx, proof: &Proof) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let content = serde_json::to_string(&Content::default())?;
    let changed = tx.query(&WITHDRAW).bind(tenant).bind(proof.id).bind(content).bind(now).execute().await?;
    Ok(changed == 1)
}

/// A pupil's “projekt frivillig”.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PupilProject {
    pub school: String,
    pub hours_wanted: i64,
    pub begins_on: Day,
    pub ends_on: Day,
}

pub async fn pupil_project(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Option<PupilProject>> {
    connection.query(&PUPIL).bind(tenant).bind(person).optional().await
}

/// Hours of an engagement in a period, and how many of them the place wrote down.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Given {
    pub engagement_id: crate::engagement::EngagementId,
    pub minutes: i64,
    pub noted: i64,
}

pub async fn given(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    from: Day,
    to: Day,
) -> Result<Vec<Given>> {
    connection.query(&NOTED_BY_PLACE).bind(tenant).bind(person).bind(from).bind(to).all().await
}
