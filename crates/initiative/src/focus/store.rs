//! The table `focus_area`.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Tx};

use super::{FocusArea, FocusAreaId};

samskab_store::statements! {
    FIND = FocusArea::SELECT, "where f.tenant_id = $1 and f.id = $2";
    EVERY = FocusArea::SELECT, "where f.tenant_id = $1 order by f.year desc, f.place, f.id limit 500";
    ADD = FocusArea::INSERT;
    SAVE = FocusArea::UPDATE;
    LOCK = "update focus_area set updated_at = updated_at where tenant_id = $1 and year = $2";
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: FocusAreaId,
) -> Result<Option<FocusArea>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The newest 500: a few a year.
pub async fn every(connection: &mut Connection, tenant: TenantId) -> Result<Vec<FocusArea>> {
    connection.query(&EVERY).bind(tenant).all().await
}

/// What others write about those of a year waits until the transaction ends.
pub async fn lock(tx: &mut Tx, year: i64) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(year).execute().await?;
    Ok(())
}

pub async fn add(tx: &mut Tx, area: &FocusArea) -> Result<()> {
    tx.write(&ADD, area).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, area: &FocusArea) -> Result<()> {
    tx.write(&SAVE, area).execute().await?;
    Ok(())
}
