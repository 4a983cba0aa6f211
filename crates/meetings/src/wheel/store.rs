//! The table `year_event`.

use samskab_kernel::{Day, TenantId};
use samskab_store::{Connection, Result, Tx};

use super::{YearEvent, YearEventId};

samskab_store::statements! {
    FIND = YearEvent::SELECT, "where y.tenant_id = $1 and y.id = $2";
    BETWEEN = YearEvent::SELECT, "where y.tenant_id = $1 and y.day >= $2 and y.day < $3 order by y.day, y.title, y.id limit 1000";
    /// What has not been done and whose preparation may have begun: nothing is prepared for more than two years.
    OPEN = YearEvent::SELECT, "where y.tenant_id = $1 and y.done_at is null and y.day >= $2 and y.day < $3
        order by y.day, y.id limit 1000";
    ADD = YearEvent::INSERT;
    SAVE = YearEvent::UPDATE;
    REMOVE = "delete from year_event where tenant_id = $1 and id = $2";
    /// Which of a year's events were copied already.
    COPIES = "select y.copied_from_id from year_event y where y.tenant_id = $1 and y.copied_from_id is not null
        and y.copied_from_id in ({list})";
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: YearEventId,
) -> Result<Option<YearEvent>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// From a day to before another, the first first; at most 1000.
pub async fn between(
    connection: &mut Connection,
    tenant: TenantId,
    from: Day,
    to: Day,
) -> Result<Vec<YearEvent>> {
    connection.query(&BETWEEN).bind(tenant).bind(from).bind(to).all().await
}

pub async fn open(
    connection: &mut Connection,
    tenant: TenantId,
    from: Day,
    to: Day,
) -> Result<Vec<YearEvent>> {
    connection.query(&OPEN).bind(tenant).bind(from).bind(to).all().await
}

pub async fn copies(
    connection: &mut Connection,
    tenant: TenantId,
    of: &[YearEventId],
) -> Result<Vec<YearEventId>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(YearEventId,)> = connection.query(&COPIES).bind(tenant).bind_list(of).all().await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

pub async fn add(tx: &mut Tx, event: &YearEvent) -> Result<()> {
    tx.write(&ADD, event).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, event: &YearEvent) -> Result<()> {
    tx.write(&SAVE, event).execute().await?;
    Ok(())
}

pub async fn remove(tx: &mut Tx, id: YearEventId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}
