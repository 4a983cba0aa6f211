//! Personal data are deleted when their purpose has ended (law B.7).

use samskab_jobs::Failure;
use samskab_kernel::TenantId;
use samskab_store::Stamp;
use samskab_taskbank::notice::mail::municipality;
use samskab_web::Services;

use super::{Settings, store};

/// How long a link in a mail can be followed before the unconfirmed interest is forgotten.
pub const UNCONFIRMED_DAYS: i64 = 7;

/// What was never confirmed goes after a week; what ended without an engagement, and everything about
/// a task that ended, after half a year.
pub async fn forget(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let kept_days = Settings::of(&municipality).interest_retention_days;
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let unconfirmed = store::forget_unconfirmed(&mut tx, now.plus_days(-UNCONFIRMED_DAYS)).await?;
    let ended = store::forget_ended(&mut tx, now.plus_days(-kept_days)).await?;
    tx.commit().await?;
    if unconfirmed + ended > 0 {
        tracing::info!(unconfirmed, ended, "interests forgotten");
    }
    Ok(())
}
