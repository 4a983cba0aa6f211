//! What this context deletes by itself, as the page about it says (law B.7). The job is in `forget`.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result};
use samskab_web::retention::Rule;

use crate::{Settings, T, forget::UNCONFIRMED_DAYS};

samskab_store::statements! {
    UNCONFIRMED = "select count(*) from interest where tenant_id = $1 and state = 'unconfirmed' and created_at < $2";
    ENDED = "select count(*) from interest where tenant_id = $1
             and not exists (select 1 from engagement e where e.interest_id = interest.id)
             and (state in ('declined', 'withdrawn', 'ended') and state_since < $2
               or exists (select 1 from task t where t.id = interest.task_id
                          and t.state in ('closed', 'expired', 'cancelled') and t.state_since < $2
                          and interest.state_since < $2))";
}

pub(crate) fn rules() -> Vec<Rule> {
    vec![
        Rule {
            job: "interest.forget",
            what: |locale| T(locale).interest_retention_unconfirmed(),
            purpose: |locale| T(locale).interest_retention_unconfirmed_purpose(),
            kept: |_, locale| T(locale).retention_days(UNCONFIRMED_DAYS),
            due: |connection, tenant, now| Box::pin(unconfirmed(connection, tenant.id, now)),
        },
        Rule {
            job: "interest.forget",
            what: |locale| T(locale).interest_retention_ended(),
            purpose: |locale| T(locale).interest_retention_ended_purpose(),
            kept: |tenant, locale| T(locale).retention_days(Settings::of(tenant).interest_retention_days),
            due: |connection, tenant, now| {
                Box::pin(ended(
                    connection,
                    tenant.id,
                    now.plus_days(-Settings::of(tenant).interest_retention_days),
                ))
            },
        },
    ]
}

async fn unconfirmed(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&UNCONFIRMED).bind(tenant).bind(now.plus_days(-UNCONFIRMED_DAYS)).scalar().await
}

async fn ended(connection: &mut Connection, tenant: TenantId, before: Instant) -> Result<i64> {
    connection.query(&ENDED).bind(tenant).bind(before).scalar().await
}
