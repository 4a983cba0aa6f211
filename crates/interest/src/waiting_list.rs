//! Jobs of the waiting list: a place that became free is offered in order, and an offer nobody answered goes on.

use samskab_jobs::{Failure, enqueue};
use samskab_kernel::TenantId;
use samskab_organisation::answering;
use samskab_store::{Result, Stamp, Tx};
use samskab_taskbank::{notice::mail::municipality, task};
use samskab_web::{Services, Tenant, token};

use super::{
    Interest, InterestId, State, StepKind,
    event::{InterestOffered, InterestPassed},
    letter::Writer,
    offer::{self, Answer},
    places::{self, OfferPlaces},
    rules::line,
    store::{self, By},
};

/// Offers every free place of a task to those who have waited longest and fit in.
pub(super) async fn offer_places(
    services: Services,
    tenant: TenantId,
    OfferPlaces { task, anew }: OfferPlaces,
) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some((task, Some(mut free))) = places::locked(&mut tx, task).await? else { return Ok(()) };
    if !matches!(task.state, task::State::Open(_) | task::State::Filled { .. }) {
        return Ok(());
    }
    let interests = store::of_task(&mut tx, tenant, task.id).await?;
    let standing = offer::standing(&mut tx, tenant, task.id).await?;
    let passed = offer::passed(&mut tx, tenant, task.id).await?;
    let mut must_call = false;
    let asked = |id: &InterestId| standing.contains_key(id) || !anew && passed.contains_key(id);
    for interest in line(&interests, &passed).into_iter().filter(|one| !asked(&one.id)) {
        if interest.persons > free {
            continue;
        }
        let (Some(_), Some(due)) = (&interest.email, offer::answer_due(&task.time, now)) else {
            // In order: whoever can only be called is called first. It stands on the worklist of the place.
            must_call = true;
            break;
        };
        offer::make(&mut tx, interest.id, task.id, due).await?;
        store::add_step(&mut tx, interest.id, By::Program, StepKind::Offered, "").await?;
        write(&services, &mut tx, &municipality, interest, &task, |writer, to| writer.offered(to, due))
            .await?;
        tx.record_last(&InterestOffered { interest: interest.id, task: task.id })?;
        free -= interest.persons;
    }
    if free > 0 && !must_call {
        places::reopen(&mut tx, &municipality, task).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Every ten minutes: an offer whose time is up goes to the next, and is told of.
pub(super) async fn let_go(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let due = {
        let mut reader = services.db.read().await?;
        offer::due(&mut reader, tenant, now).await?
    };
    if due.is_empty() {
        return Ok(());
    }
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    for (id, task) in due {
        let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
        if pass(&mut tx, id, task, Answer::Late).await?
            && let Some(interest) = store::find(&mut tx, tenant, id).await?
            && interest.state == State::Waitlisted
            && let Some(task) = task::store::find(&mut tx, tenant, task).await?
        {
            write(&services, &mut tx, &municipality, &interest, &task, |writer, to| writer.offer_over(to))
                .await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// The offer is over without a yes: it goes to the next. Whether there was one.
pub async fn pass(tx: &mut Tx, id: InterestId, task: task::TaskId, answer: Answer) -> Result<bool> {
    if !offer::answer(tx, id, answer).await? {
        return Ok(false);
    }
    let by = if answer == Answer::No { By::Volunteer } else { By::Program };
    store::add_step(tx, id, by, StepKind::Passed, "").await?;
    let now = tx.now();
    enqueue(tx, &OfferPlaces { task, anew: false }, now).await?;
    tx.record_last(&InterestPassed { interest: id, task })?;
    Ok(true)
}

async fn write(
    services: &Services,
    tx: &mut Tx,
    municipality: &Tenant,
    interest: &Interest,
    task: &task::Task,
    letter: impl FnOnce(&Writer<'_>, samskab_kernel::contact::Email) -> samskab_mail::Message,
) -> Result<()> {
    let Some(to) = interest.email.clone() else { return Ok(()) };
    let (tenant, today) = (tx.tenant(), tx.now().day());
    let secret = token::fresh(services.db.dice());
    store::add_link(tx, interest.id, &secret).await?;
    let Some(shown) = task::store::shown(tx, tenant, task.id, today).await? else { return Ok(()) };
    let ladder = answering::ladder(tx, tenant, task.poster, today).await?;
    let writer = Writer {
        municipality,
        interest,
        task: &task.title,
        by: &shown.poster_name,
        link: services.absolute(tenant, &format!("/interesse/{secret}")),
        call: shown.whom_to_call(&ladder, municipality, interest.locale),
        today,
    };
    samskab_mail::send(tx, letter(&writer, to)).await?;
    Ok(())
}
