//! They begin when both have said yes and nothing is missing that the task requires (law B.4).

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::TenantId;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_taskbank::{
    notice::mail::municipality,
    task::{self, Task, Time},
};
use samskab_web::Services;
use serde::{Deserialize, Serialize};

use super::{
    Engagement, EngagementId, Settings, Side, StepKind,
    event::EngagementBegun,
    letter::News,
    store,
    tell::{self, LetterContext},
};
use crate::T;
use samskab_interest::history::By;
use samskab_requirement as requirement;
use samskab_requirement::{Missing, Standing, wording};

/// What keeps them from beginning on their first day, or today if that has passed.
pub(super) async fn missing(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: &Engagement,
    task: &Task,
    today: samskab_kernel::Day,
) -> Result<Vec<Missing>> {
    let on = engagement.begins_on.map_or(today, |first| first.max(today));
    requirement::missing(connection, tenant, engagement.person, task, on).await
}

/// What is missing, with its state or what to do now, in the words for `side`.
pub(super) fn in_words(
    task: &Task,
    missing: &[Missing],
    side: Side,
    locale: samskab_kernel::Locale,
) -> Vec<(String, String)> {
    let t = T(locale);
    missing
        .iter()
        .map(|missing| {
            let standing = Standing::Lacks(missing.lack);
            let said = match side {
                Side::Volunteer => wording::for_volunteer(task, missing.what, standing, *t),
                // Those who may know that a task cannot be given see it on the page of the requirements.
                Side::Place => wording::for_place(missing.what, standing, false, *t),
            };
            (missing.what.name(locale).to_owned(), said)
        })
        .collect()
}

/// Days from the first day to the talk about how it goes; `None`: what is done once needs no such talk.
pub(super) fn talk_days(task: &Task, municipality: &samskab_web::Tenant) -> Option<i32> {
    let is_once = matches!(task.time, Time::OneOff { .. });
    (!is_once).then(|| Settings::of(municipality).engagement_talk_days)
}

/// Begins what is agreed on and prevented by nothing; returns the engagement as it is then. Saves it; the caller must
/// record the event last.
pub(super) async fn begin_if_ready(
    tx: &mut Tx,
    letters: &LetterContext<'_>,
    engagement: Engagement,
    task: &Task,
) -> Result<Engagement> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let missing = missing(tx, tenant, &engagement, task, now.day()).await?;
    if !missing.is_empty() {
        return Ok(engagement);
    }
    let Ok(begun) = engagement.clone().begin(talk_days(task, letters.municipality), now) else {
        return Ok(engagement);
    };
    store::save(tx, &begun).await?;
    store::add_step_after(tx, begun.id, 2, StepKind::Begun).await?;
    Ok(begun)
}

/// Something a person needed has been fulfilled: look again whether they can begin.
#[derive(Serialize, Deserialize)]
pub struct LookAgain {
    person: PersonId,
}

impl Job for LookAgain {
    const KIND: &'static str = "engagement.look_again";
    fn unique_key(&self) -> Option<String> {
        Some(self.person.to_string())
    }
}

/// Asks for it when, and only if, this transaction commits: called where a requirement is fulfilled.
pub async fn look_again(tx: &mut Tx, person: PersonId) -> Result<()> {
    let now = tx.now();
    enqueue(tx, &LookAgain { person }, now).await
}

pub(super) async fn of_person(
    services: Services,
    tenant: TenantId,
    job: LookAgain,
) -> std::result::Result<(), Failure> {
    begin_waiting(&services, tenant, Some(job.person)).await
}

/// Also finds what no request triggered: a course that was noted for others, an age that was reached.
pub(super) async fn sweep(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    begin_waiting(&services, tenant, None).await
}

async fn begin_waiting(
    services: &Services,
    tenant: TenantId,
    person: Option<PersonId>,
) -> std::result::Result<(), Failure> {
    let Some(municipality) = municipality(services, tenant).await? else { return Ok(()) };
    let mut reader = services.db.read().await?;
    let waiting = store::waiting_for_requirements(&mut reader, tenant, person).await?;
    drop(reader);
    for id in waiting {
        begin_one(services, &municipality, id).await?;
    }
    Ok(())
}

async fn begin_one(services: &Services, municipality: &samskab_web::Tenant, id: EngagementId) -> Result<()> {
    let (tenant, now) = (municipality.id, services.clock.now());
    let letters = LetterContext::of_job(services, municipality);
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(engagement) = store::locked(&mut tx, id).await? else { return Ok(()) };
    let Some(task) = task::store::find(&mut tx, tenant, engagement.task).await? else { return Ok(()) };
    if !engagement.waits_for_requirements()
        || !missing(&mut tx, tenant, &engagement, &task, now.day()).await?.is_empty()
    {
        return Ok(());
    }
    let Ok(begun) = engagement.begin(talk_days(&task, municipality), now) else { return Ok(()) };
    store::save(&mut tx, &begun).await?;
    store::add_step(&mut tx, begun.id, By::Program, StepKind::Begun, "").await?;
    let begins_on = begun.begins_on.unwrap_or_else(|| now.day());
    tell::volunteer(&mut tx, &letters, &begun, News::Begun { begins_on }).await?;
    let said = |t: T, name: &str, title: &str| t.engagement_news_begun(name, title);
    tell::place(&mut tx, &begun, "engagement.begun", said).await?;
    tx.record(EngagementBegun::of(&begun)).await?;
    tx.commit().await
}
