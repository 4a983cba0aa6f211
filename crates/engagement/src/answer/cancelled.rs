//! A task was cancelled: everybody who counted on it is told, soon and at any hour, so that nobody
//! stands before a locked door on Saturday.

use samskab_jobs::Failure;
use samskab_kernel::TenantId;
use samskab_organisation::answering::{self, languages, responsible};
use samskab_store::{Stamp, Tx};
use samskab_taskbank::{
    notice,
    notice::mail::municipality,
    task::{self, store::ShownTask},
};
use samskab_web::{Services, token};

use crate::{
    T,
    engagement::{self, EndedBy},
};
use samskab_interest::{
    Interest, Rung, State, StateKind, StepKind,
    event::InterestDeclined,
    letter::Writer,
    similar,
    store::{self, By},
    wording::{self, Cancellation},
};

const KIND: &str = "interest.cancelled";

pub async fn say_cancelled(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut reader = services.db.read().await?;
    let interests = store::of_cancelled(&mut reader, tenant).await?;
    drop(reader);
    for interest in interests {
        say_one(&services, &municipality, interest).await?;
    }
    Ok(())
}

async fn say_one(
    services: &Services,
    municipality: &samskab_web::Tenant,
    interest: Interest,
) -> samskab_store::Result<()> {
    let (tenant, now) = (municipality.id, services.clock.now());
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(shown) = task::store::shown(&mut tx, tenant, interest.task, now.day()).await? else {
        return Ok(());
    };
    let reason = shown.task.state.reason().to_owned();
    say(services, municipality, &mut tx, &shown, interest, &reason).await?;
    tx.commit().await
}

/// Whoever wrote is told that it comes to nothing, and why; a person without an address is called, which is due
/// today.
pub(super) async fn say(
    services: &Services,
    municipality: &samskab_web::Tenant,
    tx: &mut Tx,
    shown: &ShownTask,
    interest: Interest,
    reason: &str,
) -> samskab_store::Result<()> {
    let (tenant, now) = (municipality.id, tx.now());
    if interest.state == State::Unconfirmed {
        return Ok(());
    }
    let task = &shown.task;
    let ladder = answering::ladder(tx, tenant, task.poster, now.day()).await?;
    let was = interest.state.kind();
    let Some(to) = interest.email.clone() else {
        if !notice::was_told(tx, tenant, KIND, &interest.href(), task.state_since).await? {
            let told = responsible(&ladder, task.contact, Rung::Contact);
            for (person, locale) in languages(tx, tenant, &told).await? {
                let text = T(locale).interest_news_cancelled(interest.first_name(), &task.title);
                notice::tell(tx, person, KIND, text, interest.href()).await?;
            }
            engagement::take_back(tx, interest.id, EndedBy::Task).await?;
            store::save(tx, &interest.to_be_called(0, now), was).await?;
        }
        return Ok(());
    };
    let Ok(interest) = interest.cancel(now) else { return Ok(()) };
    if !store::save(tx, &interest, was).await? {
        return Ok(()); // answered a moment ago
    }
    let shifts = match was {
        StateKind::Accepted => Some(engagement::shifts_of_interest(tx, tenant, interest.id, now).await?),
        _ => None,
    };
    engagement::take_back(tx, interest.id, EndedBy::Task).await?;
    let call = shown.whom_to_call(&ladder, municipality, interest.locale);
    let contact = call.as_ref().map_or(municipality.name.as_str(), |call| call.name.as_str()).to_owned();
    let said = Cancellation {
        first_name: interest.first_name(),
        task: &task.title,
        when: &task.time.sentence(interest.locale, now.day()),
        place: &shown.poster_name,
        contact: &contact,
        reason,
        shifts,
    };
    let text = wording::cancelled(interest.locale, said);
    store::add_step(tx, interest.id, By::Program, StepKind::Declined, &text).await?;
    let secret = token::fresh(services.db.dice());
    store::add_link(tx, interest.id, &secret).await?;
    let others = similar::similar(tx, tenant, task.id).await?;
    let writer = Writer {
        municipality,
        interest: &interest,
        task: &task.title,
        by: &shown.poster_name,
        link: services.absolute(tenant, &format!("/interesse/{secret}")),
        call,
        today: now.day(),
    };
    let absolute = |path: &str| services.absolute(tenant, path);
    samskab_mail::send(tx, writer.cancelled(to, &text, shifts.is_some(), &others, absolute)).await?;
    notice::settle(tx, &interest.href()).await?;
    tx.record_last(&InterestDeclined { interest: interest.id, task: interest.task })
}
