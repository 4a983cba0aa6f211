//! The table `job`: what is still to be done.

use samskab_kernel::{Id, Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use serde::{Serialize, de::DeserializeOwned};

/// A piece of work that follows from a change. Its fields are kept as JSON until it is done, so they
/// are ids and not the personal data behind them.
pub trait Job: Serialize + DeserializeOwned + Send {
    /// `mail.deliver`: the context and the verb. Jobs of one kind have one handler.
    const KIND: &'static str;

    /// Jobs of one tenant and kind with the same key are one: the last one's fields count, at the
    /// earlier of the two times. Asked for again while it runs, it runs once more afterwards.
    fn unique_key(&self) -> Option<String> {
        None
    }
}

/// The mark of a job's row.
pub enum JobRow {}
pub type JobId = Id<JobRow>;

const ADD_JOB: &str = "insert into job (id, tenant_id, kind, payload, unique_key, run_at, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (tenant_id, kind, unique_key)
    where unique_key is not null and given_up_at is null";

samskab_store::statements! {
    /// The id is the request's: a worker that ends an older request with the same key finds another id
    /// in the row, and leaves the row for the next run.
    ENQUEUE = ADD_JOB, "do update set id = excluded.id, payload = excluded.payload,
        run_at = case when job.locked_until is null and job.run_at < excluded.run_at
                      then job.run_at else excluded.run_at end";
    ENQUEUE_IF_MISSING = ADD_JOB, "do nothing";
    ERASE = "delete from job where tenant_id = $1 and (payload like $2 or unique_key like $2)";
    /// A job with the same key exists already for the other person.
    DOUBLED = "delete from job where tenant_id = $1 and unique_key like $2 and given_up_at is null
               and exists (select 1 from job other where other.tenant_id = job.tenant_id and other.kind = job.kind
                           and other.given_up_at is null
                           and other.unique_key = replace(job.unique_key, $3, $4))";
    RENAME = "update job set payload = replace(payload, $3, $4), unique_key = replace(unique_key, $3, $4)
              where tenant_id = $1 and (payload like $2 or unique_key like $2)";
    TENANTS_WITHOUT = "select id from tenant where not exists (select 1 from job
                       where job.tenant_id = tenant.id and kind = $1 and unique_key = $2 and given_up_at is null)";

    /// Jobs that are due, and when the next one is.
    pub(crate) FIRST = "select id, run_at from job where given_up_at is null
                        and (locked_until is null or locked_until <= $1) order by run_at, id limit $2";
    /// Compare and set: of several workers that read the same row as due, one gets it. The conditions for being due
    /// are repeated here, because PostgreSQL checks the row once more when it had to wait.
    pub(crate) CLAIM = "update job set locked_until = $3, attempts = attempts + 1
                        where id = $2 and run_at <= $1 and given_up_at is null
                        and (locked_until is null or locked_until <= $1)
                        returning id, tenant_id, kind, payload, unique_key, attempts, locked_until";
    pub(crate) DONE = "delete from job where id = $1 and locked_until = $2";
    /// The row as this worker holds it, also when it was asked for again in the meantime.
    pub(crate) RUN_AGAIN = "update job set locked_until = null, attempts = 0, last_error = null
                            where tenant_id = $1 and kind = $2 and unique_key = $3 and locked_until = $4";
    pub(crate) NEXT_TURN = "update job set locked_until = null, attempts = 0, last_error = $3, run_at = $4
                            where id = $1 and locked_until = $2";
    pub(crate) RETRY = "update job set locked_until = null, last_error = $6, run_at = $7,
                            attempts = case when id = $3 then attempts else 0 end
                        where tenant_id = $1 and kind = $2 and (id = $3 or unique_key = $4) and locked_until = $5";
    pub(crate) GIVE_UP = "update job set locked_until = null, last_error = $3, given_up_at = $4
                          where id = $1 and locked_until = $2";
    pub(crate) GIVE_BACK = "update job set locked_until = null, attempts = attempts - 1
                            where id = $1 and locked_until = $2";

    /// Jobs that are so far in the future that only a wrong clock can have made them.
    pub(crate) AHEAD = "select id, kind, unique_key, run_at, attempts, created_at, locked_until from job
                        where given_up_at is null
                        and ((unique_key = $2 and run_at > $1) or created_at > $3 or locked_until > $3)";
    pub(crate) BRING_BACK = "update job set locked_until = null,
                                 run_at = case when run_at > $2 then $2 else run_at end,
                                 created_at = case when created_at > $2 then $2 else created_at end
                             where id = $1";

    pub(crate) COUNT_DUE = "select count(*) from job where run_at <= $1 and given_up_at is null";
    pub(crate) COUNT_GIVEN_UP = "select count(*) from job where given_up_at is not null";
    GIVEN_UP = "select id, kind, attempts, last_error, created_at, given_up_at from job
                where tenant_id = $1 and given_up_at is not null order by given_up_at desc limit $2";
    LET_GO = "delete from job where tenant_id = $1 and id = $2 and given_up_at is not null";
    COUNT_GIVEN_UP_OF = "select count(*) from job where tenant_id = $1 and given_up_at is not null";
    RECURRING_JOBS = "select kind, run_at, last_error, created_at from job
                      where tenant_id = $1 and unique_key = $2 and given_up_at is null order by kind";
    TRY_AGAIN = "update job set given_up_at = null, attempts = 0, run_at = $3
                 where tenant_id = $1 and id = $2 and given_up_at is not null
                 and not exists (select 1 from job other where other.tenant_id = job.tenant_id
                     and other.kind = job.kind and other.unique_key = job.unique_key and other.given_up_at is null)";
}

/// Asks for `job` to be run at `run_at` or soon after, when and only if this transaction commits.
///
/// # Errors
/// When the job cannot be written as JSON, or the database fails.
pub async fn enqueue<J: Job>(tx: &mut Tx, job: &J, run_at: Instant) -> Result<()> {
    let payload = serde_json::to_string(job)?;
    enqueue_payload(tx, J::KIND, payload, job.unique_key(), run_at).await
}

#[samskab_store::compiled_once]
async fn enqueue_payload(
    tx: &mut Tx,
    kind: &'static str,
    payload: String,
    unique_key: Option<String>,
    run_at: Instant,
) -> Result<()> {
    let (id, tenant, now): (JobId, _, _) = (tx.new_id(), tx.tenant(), tx.now());
    tx.query(&ENQUEUE)
        .bind(id)
        .bind(tenant)
        .bind(kind.to_owned())
        .bind(payload)
        .bind(unique_key)
        .bind(run_at)
        .bind(now)
        .execute()
        .await?;
    tx.wake_followers();
    Ok(())
}

/// Deletes the jobs whose payload or key contains the id of a person who is deleted in this transaction.
///
/// # Errors
/// When the database fails.
pub async fn erase(tx: &mut Tx, person: impl std::fmt::Display) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ERASE).bind(tenant).bind(format!("%{person}%")).execute().await?;
    Ok(())
}

/// Jobs whose payload or key contains a person's id are about `to` from now on: two registrations were one person.
///
/// # Errors
/// When the database fails.
pub async fn rename(tx: &mut Tx, from: impl std::fmt::Display, to: impl std::fmt::Display) -> Result<()> {
    let (tenant, from, to) = (tx.tenant(), from.to_string(), to.to_string());
    for statement in [&DOUBLED, &RENAME] {
        let query = tx.query(statement).bind(tenant).bind(format!("%{from}%"));
        query.bind(from.clone()).bind(to.clone()).execute().await?;
    }
    Ok(())
}

/// The one row of a recurring job per tenant has this key.
pub(crate) const RECURRING: &str = "recurring";

/// Municipalities that do not have the recurring job `kind` yet.
pub(crate) async fn tenants_without(connection: &mut Connection, kind: &str) -> Result<Vec<TenantId>> {
    connection.query(&TENANTS_WITHOUT).bind(kind.to_owned()).bind(RECURRING.to_owned()).scalars().await
}

/// Adds the recurring job `kind` to the transaction's municipality, due now, unless it exists.
pub(crate) async fn begin_recurring(tx: &mut Tx, kind: &str) -> Result<()> {
    let (id, tenant, now): (JobId, _, _) = (tx.new_id(), tx.tenant(), tx.now());
    tx.query(&ENQUEUE_IF_MISSING)
        .bind(id)
        .bind(tenant)
        .bind(kind.to_owned())
        .bind("null".to_owned())
        .bind(RECURRING.to_owned())
        .bind(now)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// A job that failed too often and waits for a person.
#[derive(Debug, Clone, samskab_store::Row)]
pub struct GivenUp {
    pub id: JobId,
    pub kind: String,
    pub attempts: i64,
    /// Without personal data.
    pub last_error: Option<String>,
    pub created_at: Instant,
    pub given_up_at: Instant,
}

/// Up to `limit` jobs that were given up in a municipality, the last first.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn given_up(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<GivenUp>> {
    connection.query(&GIVEN_UP).bind(tenant).bind(limit).all().await
}

/// How many there are in a municipality.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn count_given_up(connection: &mut Connection, tenant: TenantId) -> Result<i64> {
    connection.query(&COUNT_GIVEN_UP_OF).bind(tenant).scalar().await
}

/// A person has seen to it otherwise: a job that was given up goes off the list. False when it is not among them.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn let_go(tx: &mut Tx, job: JobId) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&LET_GO).bind(tenant).bind(job).execute().await? == 1)
}

/// A recurring job of a municipality, between two turns.
#[derive(Debug, Clone, samskab_store::Row)]
pub struct Recurring {
    pub kind: String,
    /// When its next turn is.
    pub run_at: Instant,
    /// Why the last turn failed, without personal data; `None` when it did not.
    pub last_error: Option<String>,
    pub created_at: Instant,
}

impl Recurring {
    /// Whether a turn has come to an end; before that, the next one is the first.
    pub fn has_run(&self) -> bool {
        self.run_at > self.created_at
    }
}

/// The recurring jobs of a municipality.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn recurring(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Recurring>> {
    connection.query(&RECURRING_JOBS).bind(tenant).bind(RECURRING.to_owned()).all().await
}

/// A person has removed the cause: runs a job that was given up once more. False when it is not among
/// them, or the same job has been asked for anew in the meantime.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn try_again(tx: &mut Tx, job: JobId) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let changed = tx.query(&TRY_AGAIN).bind(tenant).bind(job).bind(now).execute().await?;
    tx.wake_followers();
    Ok(changed == 1)
}
