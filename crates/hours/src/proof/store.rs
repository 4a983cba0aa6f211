//! The table `proof`, and what a pupil's project wants.

use samskab_kernel::{Day, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Row, Tx};
use samskab_web::token;
use uuid::Uuid;

use super::{Content, Proof, ProofCode, ProofId};
use crate::hours::store::Helped;

samskab_store::statements! {
    WITH_PROOF = "select person_id from proof where tenant_id = $1 and withdrawn_at is null and person_id in ({list})";
    FIND = Proof::SELECT, "where tenant_id = $1 and id = $2";
    FIND_BY_CODE = Proof::SELECT, "where tenant_id = $1 and code = $2";
    OF_PERSON = Proof::SELECT, "where tenant_id = $1 and person_id = $2 order by created_at desc, id";
    /// The same page sent twice is one; a code that is taken is thrown again by the caller.
    ADD = Proof::INSERT, "on conflict do nothing";
    WITHDRAW = "update proof set name = '', content = $3, withdrawn_at = $4
                where tenant_id = $1 and id = $2 and withdrawn_at is null";
    CODES = "select code from proof where tenant_id = $1 and person_id = $2 order by code";
    ADD_GONE = "insert into proof_gone (tenant_id, code_hash, gone_on) values ($1, $2, $3) on conflict do nothing";
    IS_GONE = "select count(*) from proof_gone where tenant_id = $1 and code_hash = $2";
    PUPIL = "select school, hours_wanted, begins_on, ends_on from pupil_project where tenant_id = $1 and person_id = $2";
    GIVEN = "select engagement_id, day, minutes, by_volunteer from hours
             where tenant_id = $1 and person_id = $2 and day >= $3 and day <= $4 and removed_at is null";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: ProofId) -> Result<Option<Proof>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

pub async fn find_by_code(
    connection: &mut Connection,
    tenant: TenantId,
    code: &ProofCode,
) -> Result<Option<Proof>> {
    connection.query(&FIND_BY_CODE).bind(tenant).bind(code.clone()).optional().await
}

/// The newest first.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Proof>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

/// False when the id or the code is there already, and nothing was written.
pub async fn add(tx: &mut Tx, proof: &Proof) -> Result<bool> {
    Ok(tx.write(&ADD, proof).execute().await? == 1)
}

/// Keeps the code and that it was withdrawn; what stood on it is gone. False when it was withdrawn already.
pub async fn withdraw(tx: &mut Tx, proof: &Proof) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let content = serde_json::to_string(&Content::default())?;
    let changed = tx.query(&WITHDRAW).bind(tenant).bind(proof.id).bind(content).bind(now).execute().await?;
    Ok(changed == 1)
}

/// Their account goes, and their proofs with it: of each it is kept that it was issued, and nothing of whose it was.
pub async fn let_go(tx: &mut Tx, person: PersonId) -> Result<()> {
    let (tenant, today) = (tx.tenant(), tx.now().day());
    let codes: Vec<String> = tx.query(&CODES).bind(tenant).bind(person).scalars().await?;
    for code in codes {
        tx.query(&ADD_GONE).bind(tenant).bind(token::hash(&code)).bind(today).execute().await?;
    }
    Ok(())
}

/// Whether a proof with this code was issued to somebody whose account is gone.
pub async fn is_gone(connection: &mut Connection, tenant: TenantId, code: &ProofCode) -> Result<bool> {
    let hash = token::hash(&code.to_string());
    let count: i64 = connection.query(&IS_GONE).bind(tenant).bind(hash).scalar().await?;
    Ok(count > 0)
}

/// A pupil's “projekt frivillig”.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
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

/// Some hours of a period, and who told them last.
#[derive(Debug, Clone, Copy, Row)]
pub struct GivenHours {
    pub engagement_id: samskab_engagement::engagement::EngagementId,
    pub day: Day,
    pub minutes: i64,
    pub by_volunteer: bool,
}

pub async fn given(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    from: Day,
    to: Day,
) -> Result<Vec<GivenHours>> {
    connection.query(&GIVEN).bind(tenant).bind(person).bind(from).bind(to).all().await
}

/// The minutes of a task that can be true, and how many of them the place confirmed. What cannot be is not vouched for,
/// also where it was written down before anybody asked.
pub fn vouched_for(given: &[GivenHours], one: &Helped, today: Day) -> (i64, i64) {
    let days = one.agreed_on..=one.ended_on.unwrap_or(today);
    let is_of_it = |given: &&GivenHours| given.engagement_id == one.engagement && days.contains(&given.day);
    let (mut minutes, mut confirmed) = (0, 0);
    for given in given.iter().filter(is_of_it) {
        minutes += given.minutes;
        confirmed += if given.by_volunteer { 0 } else { given.minutes };
    }
    (minutes, confirmed)
}

/// Those of `people` who have a proof that counts.
pub(super) async fn with_proof(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[Uuid],
) -> Result<Vec<Uuid>> {
    connection.query(&WITH_PROOF).bind(tenant).bind_list(people).scalars().await
}
