//! Personal data are deleted when their purpose has ended (law B.7); what is left is how many.

use samskab_jobs::Failure;
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_web::app::Services;

use super::{EndedBy, EngagementId, Settings, end, event::EngagementEnded, store};
use crate::{notice::mail::municipality, task::TaskId};

samskab_store::statements! {
    DUE = "select count(*) from engagement where tenant_id = $1 and state = 'ended' and state_since < $2";
    ENDED = "select id, task_id, persons, state_since, version_in_force from engagement
             where tenant_id = $1 and state = 'ended' and state_since < $2 order by state_since, id limit 500";
    OF_PERSON = "select id, task_id, persons, state_since, version_in_force from engagement
                 where tenant_id = $1 and person_id = $2 and state = 'ended' order by state_since, id";
    COUNT = "insert into engagement_count (tenant_id, task_id, month, engagements, persons) values ($1, $2, $3, 1, $4)
             on conflict (tenant_id, task_id, month)
             do update set engagements = engagement_count.engagements + 1, persons = engagement_count.persons + excluded.persons";
    FORGET = "delete from engagement where tenant_id = $1 and id = $2";
}

#[derive(sqlx::FromRow)]
struct Ended {
    id: EngagementId,
    task_id: TaskId,
    persons: i64,
    state_since: Instant,
    version_in_force: Option<i64>,
}

/// How many [`forget`] would delete.
pub(crate) async fn due(connection: &mut Connection, tenant: TenantId, before: Instant) -> Result<i64> {
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

/// What came to nothing is not counted: nobody helped.
async fn forget_one(tx: &mut Tx, ended: &Ended) -> Result<()> {
    let tenant = tx.tenant();
    if ended.version_in_force.is_some() {
        let month: String = ended.state_since.day().to_string().chars().take(7).collect();
        let query = tx.query(&COUNT).bind(tenant).bind(ended.task_id);
        query.bind(month).bind(ended.persons).execute().await?;
    }
    tx.query(&FORGET).bind(tenant).bind(ended.id).execute().await?;
    Ok(())
}

/// Everything of a person who wants to be forgotten: what is live ends first, so that shifts and places are
/// free again; then only counts are left.
///
/// # Errors
/// When the database fails.
pub async fn erase(tx: &mut Tx, municipality: &samskab_web::Tenant, person: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for engagement in store::of_person(tx, tenant, person).await? {
        let Ok(ended) = engagement.end(EndedBy::Volunteer, None, String::new(), now) else { continue };
        end::save_ended(tx, &ended, None).await?;
        end::give_place_back(tx, municipality, &ended).await?;
        tx.record(EngagementEnded::of(&ended)).await?;
    }
    let ended: Vec<Ended> = tx.query(&OF_PERSON).bind(tenant).bind(person).all().await?;
    for one in &ended {
        forget_one(tx, one).await?;
    }
    Ok(())
}
