//! The table `body`.

use samskab_kernel::{Day, TenantId};
use samskab_store::{Connection, Result, Tx};

use super::{Body, BodyId};

samskab_store::statements! {
    ALL = Body::SELECT, "where b.tenant_id = $1 and b.valid_from <= $2 and (b.valid_to is null or b.valid_to >= $2)
                         order by b.sort_key, b.id";
    EVERY = Body::SELECT, "where b.tenant_id = $1 order by b.sort_key, b.id";
    FIND = Body::SELECT, "where b.tenant_id = $1 and b.id = $2";
    ADD = Body::INSERT;
    SAVE = Body::UPDATE;
}

/// Every body there is on `day`, in Danish alphabetical order.
#[samskab_store::compiled_once]
pub async fn all(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Body>> {
    connection.query(&ALL).bind(tenant).bind(day).all().await
}

/// Also those that are over, and those to come.
#[samskab_store::compiled_once]
pub async fn every(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Body>> {
    connection.query(&EVERY).bind(tenant).all().await
}

#[samskab_store::compiled_once]
pub async fn find(connection: &mut Connection, tenant: TenantId, id: BodyId) -> Result<Option<Body>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

#[samskab_store::compiled_once]
pub async fn add(tx: &mut Tx, body: &Body) -> Result<()> {
    tx.write(&ADD, body).execute().await?;
    Ok(())
}

#[samskab_store::compiled_once]
pub async fn save(tx: &mut Tx, body: &Body) -> Result<()> {
    tx.write(&SAVE, body).execute().await?;
    Ok(())
}
