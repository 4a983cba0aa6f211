//! The table `enquiry`.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Tx};

use super::{Enquiry, EnquiryId};

samskab_store::statements! {
    FIND = Enquiry::SELECT, "where q.tenant_id = $1 and q.id = $2";
    OPEN = Enquiry::SELECT, "where q.tenant_id = $1 and q.state in ('new', 'taken') order by q.created_at, q.id limit 500";
    NEWEST = Enquiry::SELECT, "where q.tenant_id = $1 order by q.created_at desc, q.id desc limit 500";
    ADD = Enquiry::INSERT;
    SAVE = Enquiry::UPDATE;
    LOCK = "update enquiry set updated_at = updated_at where tenant_id = $1 and id = $2";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: EnquiryId) -> Result<Option<Enquiry>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For answering it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: EnquiryId) -> Result<Option<Enquiry>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// What waits, the oldest first; at most 500.
pub async fn open(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Enquiry>> {
    connection.query(&OPEN).bind(tenant).all().await
}

/// The newest 500.
pub async fn newest(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Enquiry>> {
    connection.query(&NEWEST).bind(tenant).all().await
}

pub async fn add(tx: &mut Tx, enquiry: &Enquiry) -> Result<()> {
    tx.write(&ADD, enquiry).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, enquiry: &Enquiry) -> Result<()> {
    tx.write(&SAVE, enquiry).execute().await?;
    Ok(())
}
