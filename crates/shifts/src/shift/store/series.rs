//! The table `shift_series`.

use samskab_kernel::{Day, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::TaskId;

use crate::shift::{Series, SeriesId};

samskab_store::statements! {
    FIND = Series::SELECT, "where e.tenant_id = $1 and e.id = $2";
    OF_TASK = Series::SELECT, "where e.tenant_id = $1 and e.task_id = $2 order by e.starts_on, e.id";
    /// Series that are not laid out so far ahead yet and have not ended. A cancelled task has no more shifts.
    TO_LAY_OUT = Series::SELECT, "join task t on t.id = e.task_id
        where e.tenant_id = $1 and (e.laid_out_to is null or e.laid_out_to < $2)
          and (e.last_on is null or e.laid_out_to is null or e.last_on > e.laid_out_to)
          and t.state not in ('draft', 'awaiting', 'cancelled') order by e.id limit 500";
    ADD = Series::INSERT;
    SAVE = Series::UPDATE;
    /// A write that changes nothing: holds the row until the transaction ends, on both databases.
    LOCK = "update shift_series set updated_at = updated_at where tenant_id = $1 and id = $2";
}

pub async fn find_series(
    connection: &mut Connection,
    tenant: TenantId,
    id: SeriesId,
) -> Result<Option<Series>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it or laying it out: nobody else can, until the transaction ends.
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
    connection.query(&OF_TASK).bind(tenant).bind(task).all().await
}

/// Up to 500 series that are not laid out up to and including `to`.
pub async fn to_lay_out(connection: &mut Connection, tenant: TenantId, to: Day) -> Result<Vec<Series>> {
    connection.query(&TO_LAY_OUT).bind(tenant).bind(to).all().await
}

pub async fn add_series(tx: &mut Tx, series: &Series) -> Result<()> {
    tx.write(&ADD, series).execute().await?;
    Ok(())
}

pub async fn save_series(tx: &mut Tx, series: &Series) -> Result<()> {
    tx.write(&SAVE, series).execute().await?;
    Ok(())
}
