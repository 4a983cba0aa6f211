//! The shifts that somebody still has by an agreement: they are free when it ends, and those in a pause when it is held,
//! which is said before and in the letter about it.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_store::{Connection, Result};

use samskab_interest::InterestId;

use super::{EngagementId, store};

samskab_store::statements! {
    COMING = "select s.starts_at, s.ends_at from booking b join shift s on s.id = b.shift_id
        where s.tenant_id = $1 and b.engagement_id = $2 and b.state in ('booked', 'seeking')
          and s.state = 'planned' and s.starts_at > $3
        order by s.starts_at, s.id limit 60";
}

/// How many shifts somebody still has by their agreement.
pub async fn shifts_to_come(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
    now: Instant,
) -> Result<usize> {
    Ok(shifts(connection, tenant, engagement, now).await?.len())
}

/// How many shifts somebody still has by the agreement that came of their interest.
pub async fn shifts_of_interest(
    connection: &mut Connection,
    tenant: TenantId,
    interest: InterestId,
    now: Instant,
) -> Result<usize> {
    match store::of_interest(connection, tenant, interest).await? {
        Some(engagement) => shifts_to_come(connection, tenant, engagement.id, now).await,
        None => Ok(0),
    }
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

/// Of these those that a pause until the end of this day lets go of.
pub(super) fn within_pause(mut shifts: Vec<Times>, until: Day) -> Vec<Times> {
    shifts.retain(|(starts_at, _)| *starts_at < until.end());
    shifts
}
