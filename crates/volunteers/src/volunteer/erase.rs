//! What of a person goes that no foreign key leads to, when the account is deleted (law B.7): a link to begin with that
//! was never followed. And who is not deleted for not signing in: those with a CV.

use samskab_kernel::{Instant, TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{erasure::Leaving, module::BoxFuture};
use uuid::Uuid;

samskab_store::statements! {
    SIGN_UPS = "delete from volunteer_sign_up where tenant_id = $1 and email = $2";
    WITH_CV = "select person_id from volunteer_cv where tenant_id = $1 and person_id in ({list})";
}

#[samskab_store::compiled_once]
pub async fn erase(tx: &mut Tx, leaving: &Leaving) -> Result<()> {
    forget_sign_ups(tx, leaving.email.as_ref()).await
}

/// Links to begin with that were sent to an address and never followed.
pub async fn forget_sign_ups(tx: &mut Tx, email: Option<&Email>) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SIGN_UPS).bind(tenant).bind(email.map(ToString::to_string)).execute().await?;
    Ok(())
}

pub fn stays<'a>(
    connection: &'a mut Connection,
    tenant: TenantId,
    _now: Instant,
    people: &'a [Uuid],
) -> BoxFuture<'a, Result<Vec<Uuid>>> {
    Box::pin(async move { connection.query(&WITH_CV).bind(tenant).bind_list(people).scalars().await })
}
