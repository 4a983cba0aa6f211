//! The tables `suggestion` and `suggestion_declined`.

use samskab_kernel::{Instant, TenantId};
use samskab_matching::Match;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::TaskId;

use super::decline::Reason;
use crate::matching::market::task_id;

samskab_store::statements! {
    CURRENT = "select s.task_id from suggestion s join volunteer_cv c on c.tenant_id = s.tenant_id and c.person_id = s.person_id
               where s.tenant_id = $1 and s.person_id = $2 and s.made_at >= $3 and s.made_at >= c.updated_at
               order by s.place";
    OF_PERSON = "select s.task_id, t.title, s.place, s.score, s.version, s.parts, s.made_at
                 from suggestion s join task t on t.id = s.task_id
                 where s.tenant_id = $1 and s.person_id = $2 order by s.place";
    CLEAR = "delete from suggestion where tenant_id = $1 and person_id = $2";
    /// A task may have gone while the list was made.
    ADD = "insert into suggestion (tenant_id, person_id, task_id, place, score, version, parts, made_at)
           select c.tenant_id, c.person_id, t.id, cast($4 as bigint), cast($5 as bigint), cast($6 as bigint), cast($7 as text),
              cast($8 as bigint)
           from volunteer_cv c join task t on t.tenant_id = c.tenant_id
           where c.tenant_id = $1 and c.person_id = $2 and t.id = $3";
    FORGET_OLD = "delete from suggestion where tenant_id = $1 and made_at < $2";
    DECLINE = "insert into suggestion_declined (tenant_id, person_id, task_id, reason, at) values ($1, $2, $3, $4, $5)
               on conflict (tenant_id, person_id, task_id) do update set reason = excluded.reason";
    TAKE_BACK = "delete from suggestion_declined where tenant_id = $1 and person_id = $2 and task_id = $3";
    DECLINED = "select d.task_id, t.title, d.reason, d.at from suggestion_declined d join task t on t.id = d.task_id
                where d.tenant_id = $1 and d.person_id = $2 order by d.at desc, d.task_id limit 200";
    FORGET_PERSON = "delete from suggestion_declined where tenant_id = $1 and person_id = $2";
}

/// The tasks of a list made since `since` and after the CV was last changed, the best first.
pub async fn current(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    since: Instant,
) -> Result<Vec<TaskId>> {
    connection.query(&CURRENT).bind(tenant).bind(person).bind(since).scalars().await
}

/// A suggestion as it was computed.
#[derive(Debug, Clone, samskab_store::Row)]
pub struct Suggestion {
    pub task_id: TaskId,
    pub title: String,
    /// 1 is the best.
    pub place: i64,
    pub score: i64,
    /// The version of the weights.
    pub version: i64,
    /// A [`samskab_matching::Score`] as JSON.
    pub parts: String,
    pub made_at: Instant,
}

pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Suggestion>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

/// Replaces a person's list, best first.
pub async fn replace(tx: &mut Tx, person: PersonId, list: &[Match]) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&CLEAR).bind(tenant).bind(person).execute().await?;
    for (place, found) in (1_i64..).zip(list) {
        tx.query(&ADD)
            .bind(tenant)
            .bind(person)
            .bind(task_id(found.opening))
            .bind(place)
            .bind(i64::from(found.score.total))
            .bind(i64::from(found.score.weights))
            .bind(serde_json::to_string(&found.score)?)
            .bind(now)
            .execute()
            .await?;
    }
    Ok(())
}

/// Lists nobody works out any more, as of those who took their CV away; how many lines.
pub async fn forget_old(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET_OLD).bind(tenant).bind(before).execute().await
}

/// Deletes everything about a person who removes their CV.
pub async fn forget_person(tx: &mut Tx, person: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&CLEAR).bind(tenant).bind(person).execute().await?;
    tx.query(&FORGET_PERSON).bind(tenant).bind(person).execute().await?;
    Ok(())
}

pub async fn decline(tx: &mut Tx, person: PersonId, task: TaskId, reason: Option<Reason>) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&DECLINE)
        .bind(tenant)
        .bind(person)
        .bind(task)
        .bind(reason.map(Reason::code).unwrap_or_default().to_owned())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub async fn take_back(tx: &mut Tx, person: PersonId, task: TaskId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&TAKE_BACK).bind(tenant).bind(person).bind(task).execute().await?;
    Ok(())
}

/// "Not for me".
#[derive(Debug, Clone, samskab_store::Row)]
pub struct Declined {
    pub task_id: TaskId,
    pub title: String,
    reason: String,
    pub at: Instant,
}

impl Declined {
    pub fn reason(&self) -> Option<Reason> {
        self.reason.parse().ok()
    }
}

/// The newest 200.
pub async fn declined(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Declined>> {
    connection.query(&DECLINED).bind(tenant).bind(person).all().await
}
