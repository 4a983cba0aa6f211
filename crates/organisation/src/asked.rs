//! Whom a text sends its reader to.

use samskab_kernel::{Day, TenantId};
use samskab_store::{Connection, Result};

use crate::{T, position};

/// Whom somebody can ask who has nobody nearer: the coordinator, where there is one, else the municipality. Every text
/// that sends its reader to somebody says this.
#[samskab_store::compiled_once]
pub async fn whom_to_ask(
    connection: &mut Connection,
    tenant: TenantId,
    day: Day,
    t: T,
) -> Result<&'static str> {
    let has_one = position::store::has_coordinator(connection, tenant, day).await?;
    Ok(if has_one { t.asked_coordinator() } else { t.asked_municipality() })
}
