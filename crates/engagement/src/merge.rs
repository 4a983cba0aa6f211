//! Two registrations are one person: their agreements, what is in order, and what they showed interest in.
//!
//! One person has one agreement about a task: of two, the one that is further along goes on, and the other ends without
//! a letter. A no to a børneattest never goes away by a merge.

use samskab_kernel::{Day, TenantId};
use samskab_organisation::person::{PersonId, store as people};
use samskab_store::{Connection, Result, Statement, Tx};
use samskab_taskbank::{notice, task::TaskId};
use samskab_web::{
    Cx, Services,
    merge::{Clash, Merges, Moving, Pair, Readdressed, count, run},
    module::BoxFuture,
};

use crate::{
    T,
    engagement::{self, EngagementId, StateKind},
};
use samskab_interest::{Interest, StateKind as Stage, StepKind, history::By};
use samskab_requirement::{Fulfilment, State, StateKind as Noted, store as fulfilments};

pub const MERGES: Merges = Merges {
    // After the shifts, which go with the agreement that goes on.
    place: 30,
    columns: &[
        "engagement.person_id",
        "engagement.place_agreed_by",
        "engagement.volunteer_agreed_by",
        "engagement_step.by_person_id",
        "fulfilment.assessed_by",
        "fulfilment.person_id",
        "interest.entered_by",
        "interest_step.by_person_id",
    ],
    preview,
    carry_out,
};

samskab_store::statements! {
    LIVE = "select e.id, e.person_id as person, e.task_id as task, e.state, t.title from engagement e
            join task t on t.id = e.task_id
            where e.tenant_id = $1 and e.person_id in ($2, $3) and e.state <> 'ended'
            order by e.task_id, e.created_at, e.id";
    COUNT_ENGAGEMENTS = "select count(*) from engagement where tenant_id = $1 and person_id = $2";
    COUNT_INTERESTS = "select count(*) from interest i join person n on n.tenant_id = i.tenant_id and n.email = i.email
                       where i.tenant_id = $1 and n.id = $2";
    READDRESS = "update interest set email = $3 where tenant_id = $1 and email = $2";
    MOVE_ENGAGEMENTS = "update engagement set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_PLACE_YES = "update engagement set place_agreed_by = $2 where tenant_id = $1 and place_agreed_by = $3";
    MOVE_OWN_YES = "update engagement set volunteer_agreed_by = $2 where tenant_id = $1 and volunteer_agreed_by = $3";
    MOVE_STEPS = "update engagement_step set by_person_id = $2 where tenant_id = $1 and by_person_id = $3";
    MOVE_FULFILMENTS = "update fulfilment set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_ASSESSED = "update fulfilment set assessed_by = $2 where tenant_id = $1 and assessed_by = $3";
    MOVE_ENTERED = "update interest set entered_by = $2 where tenant_id = $1 and entered_by = $3";
    MOVE_INTEREST_STEPS = "update interest_step set by_person_id = $2 where tenant_id = $1 and by_person_id = $3";
}

#[derive(Debug, Clone, samskab_store::Row)]
struct Live {
    id: EngagementId,
    person: PersonId,
    task: TaskId,
    state: StateKind,
    title: String,
}

impl Live {
    /// How far along the engagement is; higher is further.
    fn rank(&self) -> u8 {
        match self.state {
            StateKind::Ended => 0,
            StateKind::Proposed => 1,
            StateKind::Paused => 2,
            StateKind::Active => 3,
        }
    }
}

/// Of two agreements about one task: which ends, and which goes on instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubled {
    pub task: TaskId,
    pub title: String,
    pub ends: EngagementId,
    pub goes_on: EngagementId,
}

/// Pairs of agreements that the two registrations have for the same task.
fn paired(live: &[Live], pair: Pair) -> Vec<Doubled> {
    let of = |person: uuid::Uuid| live.iter().filter(move |one| one.person.uuid() == person);
    let mut doubled: Vec<Doubled> = Vec::new();
    for gone in of(pair.gone) {
        let is_free =
            |one: &&Live| one.task == gone.task && doubled.iter().all(|known| known.task != one.task);
        let Some(stays) = of(pair.stays).find(is_free) else { continue };
        let (ends, goes_on) = if gone.rank() > stays.rank() { (stays, gone) } else { (gone, stays) };
        let (task, title) = (gone.task, gone.title.clone());
        doubled.push(Doubled { task, title, ends: ends.id, goes_on: goes_on.id });
    }
    doubled
}

/// Agreements that both have about one task.
#[samskab_store::compiled_once]
pub async fn doubled(connection: &mut Connection, tenant: TenantId, pair: Pair) -> Result<Vec<Doubled>> {
    let live: Vec<Live> = connection.query(&LIVE).bind(tenant).bind(pair.stays).bind(pair.gone).all().await?;
    Ok(paired(&live, pair))
}

#[samskab_store::compiled_once]
async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> samskab_web::Result<Vec<Moving>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let mut all = Vec::new();
    let agreements = count(cx, connection, &COUNT_ENGAGEMENTS, pair.gone).await?;
    if agreements > 0 {
        let clash = |one: &Doubled| {
            Clash::new(t.merge_engagement_twice(one.title.as_str()), t.merge_engagement_twice_outcome())
        };
        let twice = doubled(connection, tenant, pair).await?;
        all.push(Moving::new(t.merge_engagements(agreements)).with(twice.iter().map(clash)));
    }
    let noted = both(connection, tenant, pair).await?;
    let of_gone = noted.iter().filter(|one| one.person.uuid() == pair.gone).count();
    if of_gone > 0 {
        let clash = |lost: &&Fulfilment| {
            let name = lost.what.name(cx.locale);
            Clash::new(t.merge_requirement_twice(name), t.merge_requirement_twice_outcome())
        };
        let count = i64::try_from(of_gone).unwrap_or(i64::MAX);
        all.push(Moving::new(t.merge_requirements(count)).with(weaker(&noted, pair).iter().map(clash)));
    }
    let interests = count(cx, connection, &COUNT_INTERESTS, pair.gone).await?;
    if interests > 0 {
        let ids = [PersonId::from_uuid(pair.stays), PersonId::from_uuid(pair.gone)];
        let mut live = Vec::new();
        for person in people::find_many(connection, tenant, &ids).await? {
            if let Some(email) = &person.email {
                live.extend(samskab_interest::store::live_of_email(connection, tenant, email).await?);
            }
        }
        let clash = |one: &Interest| {
            let days = cx.locale.day(one.created_at.day());
            Clash::new(t.merge_interest_twice(days), t.merge_interest_twice_outcome())
        };
        all.push(Moving::new(t.merge_interests(interests)).with(repeated(live).iter().map(clash)));
    }
    Ok(all)
}

/// Everything noted about the two people.
async fn both(connection: &mut Connection, tenant: TenantId, pair: Pair) -> Result<Vec<Fulfilment>> {
    let ids = [PersonId::from_uuid(pair.stays), PersonId::from_uuid(pair.gone)];
    fulfilments::of_people(connection, tenant, &ids).await
}

/// The notes that are given up where both registrations have one about the same requirement: a no is kept first, then
/// what is further along, then what is valid longer.
fn weaker(noted: &[Fulfilment], pair: Pair) -> Vec<&Fulfilment> {
    let rank = |one: &Fulfilment| {
        let kind = match one.state.kind() {
            Noted::Needed => 0,
            Noted::Ordered => 1,
            Noted::Consented => 2,
            Noted::Fulfilled => 3,
            Noted::Refused => 4,
        };
        // A fulfilment that never ends is valid longest.
        let until = match one.state {
            State::Fulfilled { valid_to, .. } => valid_to.unwrap_or(Day::of(9999, 12, 31)),
            _ => one.state_since.day(),
        };
        (kind, until, one.state_since)
    };
    let of = |person: uuid::Uuid| noted.iter().filter(move |one| one.person.uuid() == person);
    let mut weaker = Vec::new();
    for gone in of(pair.gone) {
        let same = |one: &&Fulfilment| one.what.code() == gone.what.code() && one.task == gone.task;
        if let Some(stays) = of(pair.stays).find(same) {
            weaker.push(if rank(gone) > rank(stays) { stays } else { gone });
        }
    }
    weaker
}

/// Of several live interests in one task all but the one that is furthest along, as long as nothing came of them.
fn repeated(live: Vec<Interest>) -> Vec<Interest> {
    let rank = |one: &Interest| match one.state.kind() {
        Stage::Accepted => 5,
        Stage::Invited => 4,
        Stage::Waitlisted => 3,
        Stage::New => 2,
        Stage::Unconfirmed => 1,
        Stage::Declined | Stage::Withdrawn | Stage::Ended => 0,
    };
    let is_first = |one: &Interest| {
        live.iter().all(|other| {
            other.task != one.task
                || other.id == one.id
                || (rank(one), other.created_at, other.id) > (rank(other), one.created_at, one.id)
        })
    };
    let waits = |one: &&Interest| matches!(one.state.kind(), Stage::New | Stage::Unconfirmed);
    live.iter().filter(|one| !is_first(one)).filter(waits).cloned().collect()
}

#[samskab_store::compiled_once]
async fn carry_out(services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let tenant = tx.tenant();
    end_doubled(services, tx, pair).await?;
    withdraw_repeated(tx, pair).await?;
    let noted = both(tx, tenant, pair).await?;
    for lost in weaker(&noted, pair) {
        fulfilments::remove(tx, lost.id).await?;
    }
    let moving: [&Statement; 8] = [
        &MOVE_ENGAGEMENTS,
        &MOVE_PLACE_YES,
        &MOVE_OWN_YES,
        &MOVE_STEPS,
        &MOVE_FULFILMENTS,
        &MOVE_ASSESSED,
        &MOVE_ENTERED,
        &MOVE_INTEREST_STEPS,
    ];
    run(tx, pair, &moving).await?;
    // A requirement that one lacked, the other may have.
    engagement::look_again(tx, PersonId::from_uuid(pair.stays)).await
}

async fn end_doubled(services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut twice = doubled(tx, tenant, pair).await?;
    // Always in the same order, as wherever several tasks are held.
    twice.sort_by_key(|one| one.task);
    for one in twice {
        samskab_interest::store::lock_task(tx, one.task).await?;
        engagement::end_as_doubled(tx, &municipality, one.ends).await?;
    }
    Ok(())
}

/// The addresses are one by now.
async fn withdraw_repeated(tx: &mut Tx, pair: Pair) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let stays = people::find(tx, tenant, PersonId::from_uuid(pair.stays)).await?;
    let Some(email) = stays.and_then(|person| person.email) else { return Ok(()) };
    for one in repeated(samskab_interest::store::live_of_email(tx, tenant, &email).await?) {
        let was = one.state.kind();
        let Ok(withdrawn) = one.withdraw(now) else { continue };
        if samskab_interest::store::save(tx, &withdrawn, was).await? {
            samskab_interest::store::add_step(tx, withdrawn.id, By::Program, StepKind::Withdrawn, "").await?;
            notice::settle(tx, &withdrawn.href()).await?;
            tx.record_last(&samskab_interest::event::InterestWithdrawn {
                interest: withdrawn.id,
                task: withdrawn.task,
            })?;
        }
    }
    Ok(())
}

/// Interests that somebody has shown under an address are moved to the new one.
pub fn readdress<'a>(tx: &'a mut Tx, change: &'a Readdressed) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        tx.query(&READDRESS).bind(tenant).bind(change.from.clone()).bind(change.to.clone()).execute().await?;
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const PAIR: Pair = Pair { stays: Uuid::from_u128(1), gone: Uuid::from_u128(2) };

    fn live(number: u128, person: Uuid, task: u128, state: StateKind) -> Live {
        Live {
            id: Uuid::from_u128(number).into(),
            person: person.into(),
            task: Uuid::from_u128(task).into(),
            state,
            title: "Kaffe".to_owned(),
        }
    }

    #[test]
    fn of_two_agreements_about_one_task_the_one_further_along_goes_on() {
        let proposed = live(10, PAIR.stays, 7, StateKind::Proposed);
        let active = live(11, PAIR.gone, 7, StateKind::Active);
        let elsewhere = live(12, PAIR.gone, 8, StateKind::Active);
        let found = paired(&[proposed.clone(), active.clone(), elsewhere], PAIR);
        assert_eq!(found.len(), 1, "another task is another agreement");
        assert_eq!((found[0].ends, found[0].goes_on), (proposed.id, active.id));
        let both = [live(10, PAIR.stays, 7, StateKind::Active), active];
        let found = paired(&both, PAIR);
        assert_eq!(found[0].goes_on, both[0].id, "of two that are as far, the one of whoever stays");
    }
}
