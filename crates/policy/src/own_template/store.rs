//! The table `plan_template`.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Tx};

use super::{OwnTemplate, OwnTemplateId};

samskab_store::statements! {
    FIND = OwnTemplate::SELECT, "where t.tenant_id = $1 and t.id = $2";
    ALL = OwnTemplate::SELECT, "where t.tenant_id = $1 order by t.name, t.id limit 200";
    ADD = OwnTemplate::INSERT;
    SAVE = OwnTemplate::UPDATE;
    REMOVE = "delete from plan_template where tenant_id = $1 and id = $2";
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: OwnTemplateId,
) -> Result<Option<OwnTemplate>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// By their names, as Danish sorts them; at most 200.
pub async fn all(connection: &mut Connection, tenant: TenantId) -> Result<Vec<OwnTemplate>> {
    let mut all: Vec<OwnTemplate> = connection.query(&ALL).bind(tenant).all().await?;
    all.sort_by_cached_key(|one| samskab_kernel::danish::sort_key(&one.name));
    Ok(all)
}

/// Of two who keep one under the same name at once, the second has the error of a unique value that is there already.
pub async fn add(tx: &mut Tx, template: &OwnTemplate) -> Result<()> {
    tx.write(&ADD, template).execute().await?;
    Ok(())
}

/// The same for a changed name.
pub(super) async fn save(tx: &mut Tx, template: &OwnTemplate) -> Result<()> {
    tx.write(&SAVE, template).execute().await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, id: OwnTemplateId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}
