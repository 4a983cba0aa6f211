//! What this context deletes by itself, as the page about it says (law B.7). The job is in `notice::mail`.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result};
use samskab_web::retention::Rule;

use crate::{T, notice::mail::KEPT_DAYS};

samskab_store::statements! {
    NOTICES = "select count(*) from notice where tenant_id = $1 and created_at < $2";
}

pub fn rule() -> Rule {
    Rule {
        job: "notice.sweep",
        what: |locale| T(locale).retention_notices(),
        purpose: |locale| T(locale).retention_notices_purpose(),
        kept: |_, locale| T(locale).retention_days(KEPT_DAYS),
        due: |connection, tenant, now| Box::pin(notices(connection, tenant.id, now)),
    }
}

async fn notices(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&NOTICES).bind(tenant).bind(now.plus_days(-KEPT_DAYS)).scalar().await
}
