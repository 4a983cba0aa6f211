//! The table `introduction`.

use samskab_kernel::{Day, TenantId};
use samskab_store::{Connection, Result, Tx};

use super::{Introduction, IntroductionId};

samskab_store::statements! {
    FIND = Introduction::SELECT, "where n.tenant_id = $1 and n.id = $2";
    NEWEST = Introduction::SELECT, "where n.tenant_id = $1 order by n.met_on desc, n.id desc limit 500";
    DUE = Introduction::SELECT, "where n.tenant_id = $1 and n.outcome = 'open' and n.look_again_on <= $2
        order by n.look_again_on, n.id limit 200";
    ADD = Introduction::INSERT;
    SAVE = Introduction::UPDATE;
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: IntroductionId,
) -> Result<Option<Introduction>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The newest 500.
pub async fn newest(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Introduction>> {
    connection.query(&NEWEST).bind(tenant).all().await
}

/// What is to be asked about again by `day`; at most 200.
pub async fn due(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Introduction>> {
    connection.query(&DUE).bind(tenant).bind(day).all().await
}

pub async fn add(tx: &mut Tx, introduction: &Introduction) -> Result<()> {
    tx.write(&ADD, introduction).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, introduction: &Introduction) -> Result<()> {
    tx.write(&SAVE, introduction).execute().await?;
    Ok(())
}
