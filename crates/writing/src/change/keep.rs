//! What was never confirmed is forgotten, and who somebody without an account was, a year after the answer (law B.7).

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use samskab_store::{Connection, Result, Stamp};
use samskab_web::{Services, retention::Rule};

use super::{
    letter::{LapseChanges, lapse},
    store,
};
use crate::T;

/// How long a link in a mail can be followed before the proposal is forgotten.
const UNCONFIRMED_DAYS: i64 = 7;
/// How long name and address are kept after the answer.
const KEPT_DAYS: i64 = 365;

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<LapseChanges, _, _>(lapse),
        Handler::every("change_proposal.forget", SignedDuration::from_hours(24), forget),
    ]
}

async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let (unconfirmed, ended) = (now.plus_days(-UNCONFIRMED_DAYS), now.plus_days(-KEPT_DAYS));
    let forgotten = store::forget(&mut tx, unconfirmed, ended).await?;
    tx.commit().await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "who proposed changes to texts is forgotten");
    }
    Ok(())
}

pub fn retention() -> Vec<Rule> {
    vec![Rule {
        job: "change_proposal.forget",
        what: |locale| T(locale).change_retention(),
        purpose: |locale| T(locale).change_retention_purpose(),
        kept: |_, locale| T(locale).retention_days(KEPT_DAYS),
        due: |connection, tenant, now| Box::pin(due(connection, tenant.id, now)),
    }]
}

async fn due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    let (unconfirmed, ended) = (now.plus_days(-UNCONFIRMED_DAYS), now.plus_days(-KEPT_DAYS));
    store::forgettable(connection, tenant, unconfirmed, ended).await
}
