//! What of a person goes that no foreign key leads to, when the account is deleted: what they showed interest
//! in by address, what others were told of it, and where only their id stood (law B.7). Counts without a
//! name stay. And who is not deleted for not signing in: those who help, those with a CV, and those with a proof
//! that somebody may check.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{erasure::Leaving, module::BoxFuture};
use uuid::Uuid;

use crate::{
    engagement::EngagementId,
    interest::{
        InterestId,
        places::{LookForPlaces, give_back_later},
    },
    notice,
};

samskab_store::statements! {
    /// Shown by address, or what an engagement came of.
    THEIR_INTERESTS = "select i.id from interest i
                       where i.tenant_id = $1 and (i.email = $2
                          or exists (select 1 from engagement e
                                     where e.tenant_id = $1 and e.interest_id = i.id and e.person_id = $3))";
    /// The places they held.
    PLACES_HELD = "select task_id, cast(sum(persons) as bigint) as persons from interest
                   where tenant_id = $1 and state = 'accepted' and id in ({list}) group by task_id";
    DELETE_INTERESTS = "delete from interest where tenant_id = $1 and id in ({list})";
    THEIR_ENGAGEMENTS = "select id from engagement where tenant_id = $1 and person_id = $2";
    SIGN_UPS = "delete from volunteer_sign_up where tenant_id = $1 and email = $2";
    WROTE_TASKS = "update task set created_by = null where tenant_id = $1 and created_by = $2";
    COUNT_ENGAGEMENTS = "insert into engagement_count (tenant_id, task_id, month, engagements, persons)
                         select tenant_id, task_id, $3, count(*), cast(sum(persons) as bigint) from engagement
                         where tenant_id = $1 and person_id = $2 and state <> 'proposed'
                         group by tenant_id, task_id
                         on conflict (tenant_id, task_id, month) do update set
                            engagements = engagement_count.engagements + excluded.engagements,
                            persons = engagement_count.persons + excluded.persons";
    COUNT_HOURS = "insert into hours_count (tenant_id, task_id, year, minutes)
                   select h.tenant_id, e.task_id, substr(h.day, 1, 4), cast(sum(h.minutes) as bigint)
                   from hours h join engagement e on e.id = h.engagement_id
                   where h.tenant_id = $1 and h.person_id = $2
                   group by h.tenant_id, e.task_id, substr(h.day, 1, 4)
                   on conflict (tenant_id, task_id, year) do update set
                      minutes = hours_count.minutes + excluded.minutes";
    HELPING = "select person_id from engagement where tenant_id = $1 and state <> 'ended' and person_id in ({list})";
    WITH_PROOF = "select person_id from proof where tenant_id = $1 and withdrawn_at is null and person_id in ({list})";
    WITH_CV = "select person_id from volunteer_cv where tenant_id = $1 and person_id in ({list})";
}

pub fn erase<'a>(tx: &'a mut Tx, leaving: &'a Leaving) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let (tenant, person) = (tx.tenant(), leaving.person);
        let month: String = tx.now().day().to_string().chars().take(7).collect();
        tx.query(&COUNT_ENGAGEMENTS).bind(tenant).bind(person).bind(month).execute().await?;
        tx.query(&COUNT_HOURS).bind(tenant).bind(person).execute().await?;
        let email = leaving.email.as_ref().map(ToString::to_string);
        let interests: Vec<InterestId> =
            tx.query(&THEIR_INTERESTS).bind(tenant).bind(email.clone()).bind(person).scalars().await?;
        let engagements: Vec<EngagementId> =
            tx.query(&THEIR_ENGAGEMENTS).bind(tenant).bind(person).scalars().await?;
        let pages = interests.iter().map(|id| format!("/interesser/{id}"));
        for page in pages.chain(engagements.iter().map(|id| format!("/engagementer/{id}"))) {
            notice::forget_page(tx, &page).await?;
        }
        notice::forget_name(tx, &leaving.name).await?;
        let held: Vec<LookForPlaces> =
            tx.query(&PLACES_HELD).bind(tenant).bind_list(&interests).all().await?;
        for freed in &held {
            give_back_later(tx, freed).await?;
        }
        tx.query(&DELETE_INTERESTS).bind(tenant).bind_list(&interests).execute().await?;
        tx.query(&SIGN_UPS).bind(tenant).bind(email).execute().await?;
        tx.query(&WROTE_TASKS).bind(tenant).bind(person).execute().await?;
        Ok(())
    })
}

pub fn stays<'a>(
    connection: &'a mut Connection,
    tenant: TenantId,
    _now: Instant,
    people: &'a [Uuid],
) -> BoxFuture<'a, Result<Vec<Uuid>>> {
    Box::pin(async move {
        let mut staying: Vec<Uuid> = Vec::new();
        for statement in [&HELPING, &WITH_CV, &WITH_PROOF] {
            let query = connection.query(statement).bind(tenant).bind_list(people);
            staying.extend(query.scalars::<Uuid>().await?);
        }
        Ok(staying)
    })
}
