//! What follows by itself: those who signed up are told and forgotten (law B.7).

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{TenantId, jiff::SignedDuration};
use samskab_store::Stamp;
use samskab_web::{app::Services, retention::Rule};

use crate::{T, letter, store};

/// How long a sign-up is kept after the call has ended, or the process where nobody is called.
const KEPT_DAYS: i64 = 182;

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<letter::TellSignups, _, _>(letter::send),
        Handler::every("policy.forget", SignedDuration::from_hours(24), forget),
    ]
}

async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let forgotten = store::forget(&mut tx, now.plus_days(-KEPT_DAYS)).await?;
    tx.commit().await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "sign-ups to policies forgotten");
    }
    Ok(())
}

pub(crate) fn retention() -> Vec<Rule> {
    vec![Rule {
        job: "policy.forget",
        what: |locale| T(locale).signup_retention(),
        purpose: |locale| T(locale).signup_retention_purpose(),
        kept: |_, locale| T(locale).retention_days(KEPT_DAYS),
        due: |connection, tenant, now| {
            Box::pin(
                async move { store::forgettable(connection, tenant.id, now.plus_days(-KEPT_DAYS)).await },
            )
        },
    }]
}
