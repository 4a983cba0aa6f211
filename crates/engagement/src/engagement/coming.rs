//! The shifts that somebody still has by an agreement: they are free when it ends, which is said before and in the letter
//! about it.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result};

use super::EngagementId;

samskab_store::statements! {
    COMING = "select s.starts_at, s.ends_at from booking b join shift s on s.id = b.shift_id
        where b.tenant_id = $1 and b.engagement_id = $2 and b.state in ('booked', 'seeking')
          and s.state = 'planned' and s.starts_at > $3
        order by s.starts_at, s.id limit 60";
}

/// From when to when a shift is.
pub(super) type Times = (Instant, Instant);

/// The times of the shifts to come, the next first.
pub(super) async fn shifts(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
    now: Instant,
) -> Result<Vec<Times>> {
    connection.query(&COMING).bind(tenant).bind(engagement).bind(now).all().await
}
