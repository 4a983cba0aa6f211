//! The table `shift`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_store::{Connection, Result, Statement, Tx};

use crate::{
    shift::{SeriesId, Shift, ShiftId, ShiftState},
    task::TaskId,
};

/// Every column of [`Row`].
const WHOLE_SHIFTS: &str =
    "select s.id, s.task_id, s.series_id, s.series_day, s.title, s.starts_at, s.ends_at, s.minimum,
        s.wanted, s.state, s.state_reason, s.sequence, s.time_changed_at, s.by_hand, s.created_at,
        s.updated_at
    from shift s";

const ADD_SHIFT: &str =
    "insert into shift (id, tenant_id, task_id, series_id, series_day, title, starts_at, ends_at,
        minimum, wanted, state, state_reason, sequence, time_changed_at, by_hand, created_at,
        updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

samskab_store::statements! {
    FIND = WHOLE_SHIFTS, "where s.tenant_id = $1 and s.id = $2";
    FIND_MANY = WHOLE_SHIFTS, "where s.tenant_id = $1 and s.id in ({list})";
    COMING_OF_TASK = WHOLE_SHIFTS,
        "where s.tenant_id = $1 and s.task_id = $2 and s.ends_at > $3 order by s.starts_at, s.id limit $4";
    PAST_OF_TASK = WHOLE_SHIFTS, "where s.tenant_id = $1 and s.task_id = $2 and s.ends_at <= $3 and s.ends_at > $4
        order by s.starts_at desc, s.id limit 100";
    OPEN_OF_TASKS = WHOLE_SHIFTS,
        "where s.tenant_id = $1 and s.state = 'planned' and s.starts_at > $2 and s.starts_at < $3
        and s.task_id in ({list}) order by s.starts_at, s.id limit 300";
    OF_SERIES = WHOLE_SHIFTS,
        "where s.tenant_id = $1 and s.series_id = $2 and s.series_day >= $3 order by s.series_day, s.id";
    OF_CANCELLED_TASKS = "select s.id from shift s join task t on t.id = s.task_id
                          where s.tenant_id = $1 and s.state = 'planned' and s.starts_at > $2 and t.state = 'cancelled'
                          order by s.starts_at, s.id limit 500";
    ADD = ADD_SHIFT;
    /// Two runs of the job lay out the same day: the second finds it done.
    ADD_IF_MISSING = ADD_SHIFT, "on conflict do nothing";
    SAVE = "update shift set series_id = $3, series_day = $4, title = $5, starts_at = $6, ends_at = $7, minimum = $8,
               wanted = $9, state = $10, state_reason = $11, sequence = $12, time_changed_at = $13, by_hand = $14, updated_at = $15
            where tenant_id = $1 and id = $2";
    /// A write that changes nothing: holds the row until the transaction ends, on both databases.
    LOCK = "update shift set updated_at = updated_at where tenant_id = $1 and id = $2";
    /// Only one that nobody ever was in.
    FORGET = "delete from shift where tenant_id = $1 and id = $2
              and not exists (select 1 from booking b where b.tenant_id = shift.tenant_id and b.shift_id = shift.id)";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: ShiftId,
    task_id: TaskId,
    series_id: Option<SeriesId>,
    series_day: Option<Day>,
    title: String,
    starts_at: Instant,
    ends_at: Instant,
    minimum: i64,
    wanted: i64,
    state: ShiftState,
    state_reason: String,
    sequence: i64,
    time_changed_at: Option<Instant>,
    by_hand: bool,
    created_at: Instant,
    updated_at: Instant,
}

impl From<Row> for Shift {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            task: row.task_id,
            series: row.series_id.zip(row.series_day),
            title: row.title,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            minimum: row.minimum,
            wanted: row.wanted,
            state: row.state,
            state_reason: row.state_reason,
            sequence: row.sequence,
            time_changed_at: row.time_changed_at,
            by_hand: row.by_hand,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

fn shifts(rows: Vec<Row>) -> Vec<Shift> {
    rows.into_iter().map(Shift::from).collect()
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: ShiftId) -> Result<Option<Shift>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Shift::from))
}

/// In no particular order.
pub async fn find_many(connection: &mut Connection, tenant: TenantId, ids: &[ShiftId]) -> Result<Vec<Shift>> {
    Ok(shifts(connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await?))
}

/// To change it or give its places away: nobody else does, until the transaction ends.
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

/// Not over at `from`, cancelled ones too, in order.
pub async fn coming_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
    from: Instant,
    limit: i64,
) -> Result<Vec<Shift>> {
    Ok(shifts(connection.query(&COMING_OF_TASK).bind(tenant).bind(task).bind(from).bind(limit).all().await?))
}

/// Over at `now` and not before `since`, the last first, at most 100.
pub async fn past_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
    now: Instant,
    since: Instant,
) -> Result<Vec<Shift>> {
    Ok(shifts(connection.query(&PAST_OF_TASK).bind(tenant).bind(task).bind(now).bind(since).all().await?))
}

/// Those that are the series' day `from` or a later one.
pub async fn of_series(
    connection: &mut Connection,
    tenant: TenantId,
    series: SeriesId,
    from: Day,
) -> Result<Vec<Shift>> {
    Ok(shifts(connection.query(&OF_SERIES).bind(tenant).bind(series).bind(from).all().await?))
}

pub async fn add_shift(tx: &mut Tx, shift: &Shift) -> Result<()> {
    insert(tx, &ADD, shift).await?;
    Ok(())
}

/// Whether it was not there yet.
pub async fn add_if_missing(tx: &mut Tx, shift: &Shift) -> Result<bool> {
    Ok(insert(tx, &ADD_IF_MISSING, shift).await? > 0)
}

async fn insert(tx: &mut Tx, statement: &'static Statement, shift: &Shift) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(statement)
        .bind(shift.id)
        .bind(tenant)
        .bind(shift.task)
        .bind(shift.series.map(|(series, _)| series))
        .bind(shift.series.map(|(_, day)| day))
        .bind(shift.title.clone())
        .bind(shift.starts_at)
        .bind(shift.ends_at)
        .bind(shift.minimum)
        .bind(shift.wanted)
        .bind(shift.state)
        .bind(shift.state_reason.clone())
        .bind(shift.sequence)
        .bind(shift.time_changed_at)
        .bind(shift.by_hand)
        .bind(shift.created_at)
        .bind(shift.updated_at)
        .execute()
        .await
}

/// The shift is locked.
pub async fn save_shift(tx: &mut Tx, shift: &Shift) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SAVE)
        .bind(tenant)
        .bind(shift.id)
        .bind(shift.series.map(|(series, _)| series))
        .bind(shift.series.map(|(_, day)| day))
        .bind(shift.title.clone())
        .bind(shift.starts_at)
        .bind(shift.ends_at)
        .bind(shift.minimum)
        .bind(shift.wanted)
        .bind(shift.state)
        .bind(shift.state_reason.clone())
        .bind(shift.sequence)
        .bind(shift.time_changed_at)
        .bind(shift.by_hand)
        .bind(shift.updated_at)
        .execute()
        .await?;
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
    let query = connection.query(&OPEN_OF_TASKS).bind(tenant).bind(from).bind(to).bind_list(tasks);
    Ok(shifts(query.all().await?))
}

/// Still planned although their task was cancelled; up to 500.
pub async fn of_cancelled_tasks(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<Vec<ShiftId>> {
    connection.query(&OF_CANCELLED_TASKS).bind(tenant).bind(now).scalars().await
}
