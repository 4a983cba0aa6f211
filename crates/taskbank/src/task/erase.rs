//! Who wrote a task is forgotten when their account goes (law B.7).

use samskab_store::{Result, Tx};
use samskab_web::erasure::Leaving;

samskab_store::statements! {
    WROTE_TASKS = "update task set created_by = null where tenant_id = $1 and created_by = $2";
}

#[samskab_store::compiled_once]
pub async fn erase(tx: &mut Tx, leaving: &Leaving) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&WROTE_TASKS).bind(tenant).bind(leaving.person).execute().await?;
    Ok(())
}
