//! The table `shift_series`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_store::{Connection, Result, Tx};

use crate::{
    shift::{Rule, Series, SeriesId},
    task::{TaskId, time::Turn},
};

/// Every column of [`Row`].
const WHOLE_SERIES: &str =
    "select e.id, e.task_id, e.title, e.rule, e.starts_on, e.start_minute, e.duration_minutes, e.minimum,
        e.wanted, e.laid_out_to, e.created_at, e.updated_at
    from shift_series e";

samskab_store::statements! {
    FIND = WHOLE_SERIES, "where e.tenant_id = $1 and e.id = $2";
    OF_TASK = WHOLE_SERIES, "where e.tenant_id = $1 and e.task_id = $2 order by e.starts_on, e.id";
    /// Not laid out so far ahead yet, and not at its end. A cancelled task happens no more.
    TO_LAY_OUT = WHOLE_SERIES, "join task t on t.id = e.task_id
        where e.tenant_id = $1 and (e.laid_out_to is null or e.laid_out_to < $2)
          and (e.last_on is null or e.laid_out_to is null or e.last_on > e.laid_out_to)
          and t.state not in ('draft', 'awaiting', 'cancelled') order by e.id limit 500";
    ADD = "insert into shift_series (id, tenant_id, task_id, title, rule, starts_on, start_minute, duration_minutes,
               minimum, wanted, last_on, laid_out_to, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    SAVE = "update shift_series set title = $3, rule = $4, starts_on = $5, start_minute = $6, duration_minutes = $7,
               minimum = $8, wanted = $9, last_on = $10, laid_out_to = $11, updated_at = $12
            where tenant_id = $1 and id = $2";
    /// A write that changes nothing: holds the row until the transaction ends, on both databases.
    LOCK = "update shift_series set updated_at = updated_at where tenant_id = $1 and id = $2";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: SeriesId,
    task_id: TaskId,
    title: String,
    rule: Rule,
    starts_on: Day,
    start_minute: i64,
    duration_minutes: i64,
    minimum: i64,
    wanted: i64,
    laid_out_to: Option<Day>,
    created_at: Instant,
    updated_at: Instant,
}

impl From<Row> for Series {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            task: row.task_id,
            title: row.title,
            rule: row.rule,
            starts_on: row.starts_on,
            turn: Turn { start_minute: row.start_minute, duration: row.duration_minutes },
            minimum: row.minimum,
            wanted: row.wanted,
            laid_out_to: row.laid_out_to,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

pub async fn find_series(
    connection: &mut Connection,
    tenant: TenantId,
    id: SeriesId,
) -> Result<Option<Series>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Series::from))
}

/// To change it or lay it out: nobody else does, until the transaction ends.
pub async fn locked_series(tx: &mut Tx, id: SeriesId) -> Result<Option<Series>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find_series(tx, tenant, id).await
}

/// The one that began first is first.
pub async fn series_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<Vec<Series>> {
    let rows: Vec<Row> = connection.query(&OF_TASK).bind(tenant).bind(task).all().await?;
    Ok(rows.into_iter().map(Series::from).collect())
}

/// Up to 500 that are not laid out up to and including `to`.
pub async fn to_lay_out(connection: &mut Connection, tenant: TenantId, to: Day) -> Result<Vec<Series>> {
    let rows: Vec<Row> = connection.query(&TO_LAY_OUT).bind(tenant).bind(to).all().await?;
    Ok(rows.into_iter().map(Series::from).collect())
}

pub async fn add_series(tx: &mut Tx, series: &Series) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(series.id)
        .bind(tenant)
        .bind(series.task)
        .bind(series.title.clone())
        .bind(series.rule.clone())
        .bind(series.starts_on)
        .bind(series.turn.start_minute)
        .bind(series.turn.duration)
        .bind(series.minimum)
        .bind(series.wanted)
        .bind(series.rule.last_on(series.starts_on))
        .bind(series.laid_out_to)
        .bind(series.created_at)
        .bind(series.updated_at)
        .execute()
        .await?;
    Ok(())
}

pub async fn save_series(tx: &mut Tx, series: &Series) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SAVE)
        .bind(tenant)
        .bind(series.id)
        .bind(series.title.clone())
        .bind(series.rule.clone())
        .bind(series.starts_on)
        .bind(series.turn.start_minute)
        .bind(series.turn.duration)
        .bind(series.minimum)
        .bind(series.wanted)
        .bind(series.rule.last_on(series.starts_on))
        .bind(series.laid_out_to)
        .bind(series.updated_at)
        .execute()
        .await?;
    Ok(())
}
