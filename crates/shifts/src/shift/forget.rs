//! Old places in shifts go; the shifts stay, with nobody in them (law B.7). Who helps for years keeps
//! their hours, which are their own table.

use samskab_jobs::Failure;
use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Stamp};
use samskab_web::{Services, retention::Rule};

use crate::T;

/// Days after a shift until nobody stands in it any more.
const KEPT_DAYS: i64 = 365;

samskab_store::statements! {
    FORGET = "delete from booking where tenant_id = $1
              and exists (select 1 from shift s where s.id = booking.shift_id and s.ends_at < $2)";
    DUE = "select count(*) from booking b join shift s on s.id = b.shift_id where b.tenant_id = $1 and s.ends_at < $2";
}

pub async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    tx.query(&FORGET).bind(tenant).bind(now.plus_days(-KEPT_DAYS)).execute().await?;
    tx.commit().await?;
    Ok(())
}

pub fn rules() -> Vec<Rule> {
    vec![Rule {
        job: "shift.forget",
        what: |locale| T(locale).shift_retention(),
        purpose: |locale| T(locale).shift_retention_purpose(),
        kept: |_, locale| T(locale).retention_days(KEPT_DAYS),
        due: |connection, tenant, now| Box::pin(due(connection, tenant.id, now)),
    }]
}

async fn due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&DUE).bind(tenant).bind(now.plus_days(-KEPT_DAYS)).scalar().await
}
