//! Forgetting people whose last role ended long ago, and what nobody ever confirmed (law B.7).

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Day, Instant, TenantId, jiff::{SignedDuration, ToSpan as _}};
use samskab_store::Stamp;
use samskab_web::Services;

use super::{PersonDeleted, PersonId, store};

/// Months after the last day in a role. The text on the privacy page says the same.
const MONTHS_WITHOUT_ROLE: i32 = 13;
/// Days an association that nobody confirmed is kept.
const DAYS_UNCONFIRMED: i64 = 30;

samskab_store::statements! {
    WITHOUT_ROLE = "select p.id from person p
                    where p.tenant_id = $1 and p.created_at < $2
                      and (p.last_seen_at is null or p.last_seen_at < $2)
                      and not exists (select 1 from appointment a
                                      where a.person_id = p.id and (a.valid_to is null or a.valid_to >= $3))
                      and not exists (select 1 from association_contact c
                                      where c.person_id = p.id and (c.valid_to is null or c.valid_to >= $3))
                    order by p.id limit 500";
    UNCONFIRMED = "delete from association where tenant_id = $1 and state = 'unconfirmed' and state_since < $2";
}

/// Once a day, for every municipality.
pub fn job() -> Handler<Services> {
    Handler::every("person.forget", SignedDuration::from_hours(24), |services: Services, tenant| async move {
        let now = services.clock.now();
        forget(&services.db, tenant, now).await?;
        Ok::<(), Failure>(())
    })
}

/// How many people were forgotten.
pub async fn forget(db: &samskab_store::Db, tenant: TenantId, now: Instant) -> samskab_store::Result<usize> {
    let last_day: Day = now.day().date().checked_sub(MONTHS_WITHOUT_ROLE.months()).map_or(now.day(), Day::from);
    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    tx.query(&UNCONFIRMED).bind(tenant).bind(now.plus_days(-DAYS_UNCONFIRMED)).execute().await?;
    let forgotten: Vec<PersonId> =
        tx.query(&WITHOUT_ROLE).bind(tenant).bind(last_day.start()).bind(last_day).scalars().await?;
    for person in &forgotten {
        store::delete(&mut tx, *person).await?;
        tx.record(PersonDeleted { person: *person }).await?;
    }
    samskab_web::session::sweep(&mut tx).await?;
    tx.commit().await?;
    Ok(forgotten.len())
}
