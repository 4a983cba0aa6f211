//! What of a person goes that no foreign key leads to, when the account is deleted: what they showed interest
//! in by address, and what others were told of it (law B.7). Counts without a name stay. And who is not deleted for not
//! signing in: those who help.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::notice;
use samskab_web::{erasure::Leaving, module::BoxFuture};
use uuid::Uuid;

use super::EngagementId;
use samskab_interest::{
    InterestId,
    places::{LookForPlaces, give_back_later},
};

samskab_store::statements! {
    /// Interests shown under the person's address, or from which one of their engagements came.
    THEIR_INTERESTS = "select i.id from interest i
                       where i.tenant_id = $1 and (i.email = $2
                          or exists (select 1 from engagement e
                                     where e.tenant_id = $1 and e.interest_id = i.id and e.person_id = $3))";
    /// The places that their engagements held.
    PLACES_HELD = "select task_id, cast(sum(persons) as bigint) as persons from interest
                   where tenant_id = $1 and state = 'accepted' and id in ({list}) group by task_id";
    DELETE_INTERESTS = "delete from interest where tenant_id = $1 and id in ({list})";
    THEIR_ENGAGEMENTS = "select id from engagement where tenant_id = $1 and person_id = $2";
    COUNT_ENGAGEMENTS = "insert into engagement_count (tenant_id, task_id, month, engagements, persons)
                         select tenant_id, task_id, $3, count(*), cast(sum(persons) as bigint) from engagement
                         where tenant_id = $1 and person_id = $2 and state <> 'proposed'
                         group by tenant_id, task_id
                         on conflict (tenant_id, task_id, month) do update set
                            engagements = engagement_count.engagements + excluded.engagements,
                            persons = engagement_count.persons + excluded.persons";
    HELPING = "select person_id from engagement where tenant_id = $1 and state <> 'ended' and person_id in ({list})";
}

#[samskab_store::compiled_once]
pub async fn erase(tx: &mut Tx, leaving: &Leaving) -> Result<()> {
    let (tenant, person) = (tx.tenant(), leaving.person);
    let month: String = tx.now().day().to_string().chars().take(7).collect();
    tx.query(&COUNT_ENGAGEMENTS).bind(tenant).bind(person).bind(month).execute().await?;
    let email = leaving.email.as_ref().map(ToString::to_string);
    let interests: Vec<InterestId> =
        tx.query(&THEIR_INTERESTS).bind(tenant).bind(email).bind(person).scalars().await?;
    let engagements: Vec<EngagementId> =
        tx.query(&THEIR_ENGAGEMENTS).bind(tenant).bind(person).scalars().await?;
    let pages = interests.iter().map(|id| format!("/interesser/{id}"));
    for page in pages.chain(engagements.iter().map(|id| format!("/engagementer/{id}"))) {
        notice::forget_page(tx, &page).await?;
    }
    notice::forget_name(tx, &leaving.name).await?;
    let held: Vec<LookForPlaces> = tx.query(&PLACES_HELD).bind(tenant).bind_list(&interests).all().await?;
    for freed in &held {
        give_back_later(tx, freed).await?;
    }
    tx.query(&DELETE_INTERESTS).bind(tenant).bind_list(&interests).execute().await?;
    Ok(())
}

pub fn stays<'a>(
    connection: &'a mut Connection,
    tenant: TenantId,
    _now: Instant,
    people: &'a [Uuid],
) -> BoxFuture<'a, Result<Vec<Uuid>>> {
    Box::pin(async move { connection.query(&HELPING).bind(tenant).bind_list(people).scalars().await })
}
