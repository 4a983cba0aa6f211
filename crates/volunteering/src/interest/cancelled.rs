//! A task was cancelled: everybody who counted on it is told, soon and at any hour, so that nobody
//! stands before a locked door on Saturday.

use samskab_jobs::Failure;
use samskab_kernel::TenantId;
use samskab_organisation::answering;
use samskab_store::Stamp;
use samskab_web::{app::Services, token};

use super::{
    Interest, Rung, StepKind,
    event::InterestDeclined,
    letter::{WhomToCall, Writer},
    news::languages,
    responsible::{responsible, to_call},
    store::{self, By},
    wording,
};
use crate::{
    T,
    engagement::{self, EndedBy},
    notice,
    notice::mail::municipality,
    task,
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
    let task = &shown.task;
    let ladder = answering::ladder(&mut tx, tenant, task.poster, now.day()).await?;
    let Some(to) = interest.email.clone() else {
        // Somebody has to call; it stays theirs to answer until they have.
        if !notice::was_told(&mut tx, tenant, KIND, &interest.href(), task.state_since).await? {
            let told = responsible(&ladder, task.contact, Rung::Contact);
            for (person, locale) in languages(&mut tx, tenant, &told).await? {
                let text = T(locale).interest_news_cancelled(interest.first_name(), &task.title);
                notice::tell(&mut tx, person, KIND, text, interest.href()).await?;
            }
            tx.commit().await?;
        }
        return Ok(());
    };
    let was = interest.state.kind();
    let Ok(interest) = interest.cancel(now) else { return Ok(()) };
    if !store::save(&mut tx, &interest, was).await? {
        return Ok(()); // answered a moment ago
    }
    engagement::take_back(&mut tx, interest.id, EndedBy::Task).await?;
    let call = to_call(&ladder, task.contact).map(|answerer| WhomToCall::of(answerer, interest.locale));
    let contact = call.as_ref().map_or(municipality.name.as_str(), |call| call.name.as_str()).to_owned();
    let text = wording::cancelled(&interest, &task.title, &shown.poster_name, &contact, task.state.reason());
    store::add_step(&mut tx, interest.id, By::Program, StepKind::Declined, &text).await?;
    let secret = token::fresh(services.db.dice());
    store::add_link(&mut tx, interest.id, &secret).await?;
    let others = store::similar(&mut tx, tenant, task.id).await?;
    let writer = Writer {
        municipality,
        interest: &interest,
        task: &task.title,
        by: &shown.poster_name,
        link: services.absolute(tenant, &format!("/interesse/{secret}")),
        call: call.or_else(|| WhomToCall::municipality(municipality)),
    };
    samskab_mail::send(&mut tx, writer.cancelled(to, &text, &others, |path| services.absolute(tenant, path)))
        .await?;
    notice::settle(&mut tx, &interest.href()).await?;
    tx.record(InterestDeclined { interest: interest.id, task: interest.task }).await?;
    tx.commit().await
}
