//! The table `shift`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::TaskId;

use crate::shift::{SeriesId, Shift, ShiftId};

samskab_store::statements! {
    FIND = Shift::SELECT, "where s.tenant_id = $1 and s.id = $2";
    FIND_MANY = Shift::SELECT, "where s.tenant_id = $1 and s.id in ({list})";
    COMING_OF_TASK = Shift::SELECT,
        "where s.tenant_id = $1 and s.task_id = $2 and s.ends_at > $3 order by s.starts_at, s.id limit $4";
    PAST_OF_TASK = Shift::SELECT, "where s.tenant_id = $1 and s.task_id = $2 and s.ends_at <= $3 and s.ends_at > $4
        order by s.starts_at desc, s.id limit 100";
    OPEN_OF_TASKS = Shift::SELECT,
        "where s.tenant_id = $1 and s.state = 'planned' and s.starts_at > $2 and s.starts_at < $3
        and s.task_id in ({list}) order by s.starts_at, s.id limit 300";
    OF_SERIES = Shift::SELECT,
        "where s.tenant_id = $1 and s.series_id = $2 and s.series_day >= $3 order by s.series_day, s.id";
    OF_CANCELLED_TASKS = "select s.task_id, s.id from shift s join task t on t.id = s.task_id
                          where s.tenant_id = $1 and s.state = 'planned' and s.starts_at > $2 and t.state = 'cancelled'
                          order by s.starts_at, s.id limit 500";
    ADD = Shift::INSERT;
    /// Two runs of the job lay out the same day: the second finds it done.
    ADD_IF_MISSING = Shift::INSERT, "on conflict do nothing";
    SAVE = Shift::UPDATE;
    /// A write that changes nothing: holds the row until the transaction ends, on both databases.
    LOCK = "update shift set updated_at = updated_at where tenant_id = $1 and id = $2";
    /// Deletes a shift, but only one that nobody ever was on.
    FORGET = "delete from shift where tenant_id = $1 and id = $2
              and not exists (select 1 from booking b where b.tenant_id = shift.tenant_id and b.shift_id = shift.id)";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: ShiftId) -> Result<Option<Shift>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// In no particular order.
pub async fn find_many(connection: &mut Connection, tenant: TenantId, ids: &[ShiftId]) -> Result<Vec<Shift>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await
}

/// For changing it or giving away places: nobody else can, until the transaction ends.
pub async fn locked(tx: &mut Tx, id: ShiftId) -> Result<Option<Shift>> {
    let tenant = tx.tenant();
    lock_shifts(tx, &[id]).await?;
    find(tx, tenant, id).await
}

/// Always in the same order, so that two who lock the same wait and never block each other for good.
/// People are locked before shifts ([`super::lock_people`]).
pub async fn lock_shifts(tx: &mut Tx, ids: &[ShiftId]) -> Result<()> {
    let tenant = tx.tenant();
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    }
    Ok(())
}

/// Shifts not over at `from`, cancelled ones too, in order.
pub async fn coming_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
    from: Instant,
    limit: i64,
) -> Result<Vec<Shift>> {
    connection.query(&COMING_OF_TASK).bind(tenant).bind(task).bind(from).bind(limit).all().await
}

/// Shifts over at `now` and not before `since`, the last first, at most 100.
pub async fn past_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
    now: Instant,
    since: Instant,
) -> Result<Vec<Shift>> {
    connection.query(&PAST_OF_TASK).bind(tenant).bind(task).bind(now).bind(since).all().await
}

/// Shifts for the series' day `from` or a later one.
pub async fn of_series(
    connection: &mut Connection,
    tenant: TenantId,
    series: SeriesId,
    from: Day,
) -> Result<Vec<Shift>> {
    connection.query(&OF_SERIES).bind(tenant).bind(series).bind(from).all().await
}

pub async fn add_shift(tx: &mut Tx, shift: &Shift) -> Result<()> {
    tx.write(&ADD, shift).execute().await?;
    Ok(())
}

/// Whether it was not there yet.
pub async fn add_if_missing(tx: &mut Tx, shift: &Shift) -> Result<bool> {
    Ok(tx.write(&ADD_IF_MISSING, shift).execute().await? > 0)
}

/// Saves a shift, which the caller has locked.
pub async fn save_shift(tx: &mut Tx, shift: &Shift) -> Result<()> {
    tx.write(&SAVE, shift).execute().await?;
    Ok(())
}

/// Deletes one that nobody ever was in; `false`: somebody was.
pub async fn forget_shift(tx: &mut Tx, id: ShiftId) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&FORGET).bind(tenant).bind(id).execute().await? > 0)
}

/// Planned ones that begin between `from` and `to`, in order, at most 300.
pub async fn open_of_tasks(
    connection: &mut Connection,
    tenant: TenantId,
    tasks: &[TaskId],
    from: Instant,
    to: Instant,
) -> Result<Vec<Shift>> {
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let query = connection.query(&OPEN_OF_TASKS).bind(tenant).bind(from).bind(to).bind_list(tasks);
    query.all().await
}

/// Still planned although their task was cancelled; up to 500.
pub async fn of_cancelled_tasks(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<Vec<(TaskId, ShiftId)>> {
    connection.query(&OF_CANCELLED_TASKS).bind(tenant).bind(now).all().await
}
