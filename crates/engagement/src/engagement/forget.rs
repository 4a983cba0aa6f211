//! Personal data are deleted when their purpose has ended (law B.7); what is left is how many.

use samskab_jobs::Failure;
use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_taskbank::{notice::mail::municipality, task::TaskId};
use samskab_web::Services;

use super::{EngagementId, Settings};

samskab_store::statements! {
    DUE = "select count(*) from engagement where tenant_id = $1 and state = 'ended' and state_since < $2";
    ENDED = "select id, task_id, persons, state_since, version_in_force from engagement
             where tenant_id = $1 and state = 'ended' and state_since < $2 order by state_since, id limit 500";
    COUNT = "insert into engagement_count (tenant_id, task_id, month, engagements, persons) values ($1, $2, $3, 1, $4)
             on conflict (tenant_id, task_id, month)
             do update set engagements = engagement_count.engagements + 1, persons = engagement_count.persons + excluded.persons";
    /// The hours go with it; how many they were stays.
    COUNT_HOURS = "insert into hours_count (tenant_id, task_id, year, minutes)
                   select h.tenant_id, e.task_id, substr(h.day, 1, 4), cast(sum(h.minutes) as bigint)
                   from hours h join engagement e on e.id = h.engagement_id
                   where h.tenant_id = $1 and h.engagement_id = $2
                   group by h.tenant_id, e.task_id, substr(h.day, 1, 4)
                   on conflict (tenant_id, task_id, year) do update set
                      minutes = hours_count.minutes + excluded.minutes";
    FORGET = "delete from engagement where tenant_id = $1 and id = $2";
}

#[derive(samskab_store::Row)]
struct Ended {
    id: EngagementId,
    task_id: TaskId,
    persons: i64,
    state_since: Instant,
    version_in_force: Option<i64>,
}

/// How many [`forget`] would delete.
pub async fn due(connection: &mut Connection, tenant: TenantId, before: Instant) -> Result<i64> {
    connection.query(&DUE).bind(tenant).bind(before).scalar().await
}

pub(super) async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let kept_days = Settings::of(&municipality).engagement_retention_days;
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let ended: Vec<Ended> = tx.query(&ENDED).bind(tenant).bind(now.plus_days(-kept_days)).all().await?;
    for one in &ended {
        forget_one(&mut tx, one).await?;
    }
    tx.commit().await?;
    if !ended.is_empty() {
        tracing::info!(ended = ended.len(), "engagements forgotten");
    }
    Ok(())
}

/// An engagement that came to nothing is not counted: nobody helped.
async fn forget_one(tx: &mut Tx, ended: &Ended) -> Result<()> {
    let tenant = tx.tenant();
    if ended.version_in_force.is_some() {
        let month: String = ended.state_since.day().to_string().chars().take(7).collect();
        let query = tx.query(&COUNT).bind(tenant).bind(ended.task_id);
        query.bind(month).bind(ended.persons).execute().await?;
    }
    tx.query(&COUNT_HOURS).bind(tenant).bind(ended.id).execute().await?;
    tx.query(&FORGET).bind(tenant).bind(ended.id).execute().await?;
    Ok(())
}
