//! Time passes: what nobody answered is over, what is long over is forgotten (law B.7).

use samskab_jobs::Failure;
use samskab_kernel::TenantId;
use samskab_store::Stamp;
use samskab_taskbank::seen;
use samskab_web::Services;

use super::{
    event::{InvitationExpired, InvitationWithdrawn},
    store,
};
use crate::matching::{INVITATIONS_KEPT_DAYS, wave};

/// At most this many in one run; the next run takes the rest.
const MOST: i64 = 500;

pub async fn sweep(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    for invitation in store::due(&mut tx, tenant, now, MOST).await? {
        if let Ok(expired) = invitation.expire(now)
            && store::save(&mut tx, &expired).await?
        {
            tx.record(InvitationExpired::of(&expired)).await?;
        }
    }
    for invitation in store::pointless(&mut tx, tenant, MOST).await? {
        if let Ok(withdrawn) = invitation.withdraw(now)
            && store::save(&mut tx, &withdrawn).await?
        {
            tx.record(InvitationWithdrawn::of(&withdrawn)).await?;
        }
    }
    let before = now.plus_days(-INVITATIONS_KEPT_DAYS);
    store::forget(&mut tx, before).await?;
    wave::forget(&mut tx, before).await?;
    seen::forget(&mut tx, now.day().plus_days(-seen::KEPT_DAYS)).await?;
    tx.commit().await?;
    Ok(())
}
