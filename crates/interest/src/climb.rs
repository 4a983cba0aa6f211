//! What is not answered climbs by itself, and says so first (RS-38): every quarter of an hour in
//! working time.

use std::collections::HashMap;

use samskab_jobs::Failure;
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::answering::{self, Ladder, Poster};
use samskab_organisation::answering::{languages, responsible};
use samskab_store::Stamp;
use samskab_taskbank::{
    notice,
    notice::mail::municipality,
    task::{self, Task},
};
use samskab_web::{Services, token};

use super::{
    Interest, Rung, Settings, StepKind,
    event::InterestClimbed,
    letter::Writer,
    rules::is_working_time,
    show::is_to_be_told,
    store::{self, By},
};
use crate::T;

/// Reads once what is late, then moves each in a transaction of its own.
pub async fn climb(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    if !is_working_time(now) {
        return Ok(());
    }
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let settings = Settings::of(&municipality);
    let (late, tasks, ladders) = read(&services, tenant, now).await?;
    for interest in late {
        let (Some(promise), Some(task)) = (interest.owed(), tasks.get(&interest.task)) else { continue };
        let rung = promise.rung(settings.promise_days, now);
        if rung <= promise.told {
            continue;
        }
        let nobody = Ladder::default();
        let ladder = ladders.get(&task.poster).unwrap_or(&nobody);
        climb_one(&services, tenant, &municipality, interest, task, ladder, rung, now).await?;
    }
    Ok(())
}

type Late = (Vec<Interest>, HashMap<task::TaskId, Task>, HashMap<Poster, Ladder>);

async fn read(services: &Services, tenant: TenantId, now: Instant) -> samskab_store::Result<Late> {
    let mut reader = services.db.read().await?;
    let late = store::late(&mut reader, tenant, now).await?;
    if late.is_empty() {
        return Ok((late, HashMap::new(), HashMap::new()));
    }
    let mut ids: Vec<task::TaskId> = late.iter().map(|interest| interest.task).collect();
    ids.sort_unstable();
    ids.dedup();
    let tasks = task::store::find_many(&mut reader, tenant, &ids).await?;
    let mut posters: Vec<Poster> = tasks.iter().map(|task| task.poster).collect();
    posters.sort_unstable();
    posters.dedup();
    let ladders = answering::ladders(&mut reader, tenant, &posters, now.day()).await?;
    Ok((late, tasks.into_iter().map(|task| (task.id, task)).collect(), ladders))
}

#[expect(clippy::too_many_arguments, reason = "what was read once for all of them")]
async fn climb_one(
    services: &Services,
    tenant: TenantId,
    municipality: &samskab_web::Tenant,
    interest: Interest,
    task: &Task,
    ladder: &Ladder,
    rung: Rung,
    now: Instant,
) -> samskab_store::Result<()> {
    let Some(promise) = interest.owed() else { return Ok(()) };
    let told_before = responsible(ladder, task.contact, promise.told);
    let known: Vec<_> = told_before.iter().map(|answerer| answerer.person).collect();
    let mut told = responsible(ladder, task.contact, rung);
    told.retain(|answerer| !known.contains(&answerer.person));

    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let was = interest.state.kind();
    let interest = interest.climbed(rung, now);
    if !store::save(&mut tx, &interest, was).await? {
        return Ok(()); // answered a moment ago
    }
    let days = promise.days_waited(now);
    for (person, locale) in languages(&mut tx, tenant, &told).await? {
        let (t, name) = (T(locale), interest.first_name());
        let text = match is_to_be_told(&interest, task) {
            true => t.interest_news_cancelled(name, &task.title),
            false => t.interest_news_late(days, name, &task.title),
        };
        notice::tell(&mut tx, person, "interest.late", text, interest.href()).await?;
    }
    // Once: a second excuse would be one mail too many.
    if promise.told == Rung::Contact {
        store::add_step(&mut tx, interest.id, By::Program, StepKind::Late, "").await?;
        if let Some(to) = interest.email.clone() {
            let secret = token::fresh(services.db.dice());
            store::add_link(&mut tx, interest.id, &secret).await?;
            let Some(shown) = task::store::shown(&mut tx, tenant, task.id, now.day()).await? else {
                return Ok(());
            };
            let writer = Writer {
                municipality,
                interest: &interest,
                task: &task.title,
                by: &shown.poster_name,
                link: services.absolute(tenant, &format!("/interesse/{secret}")),
                call: shown.whom_to_call(ladder, municipality, interest.locale),
                today: now.day(),
            };
            samskab_mail::send(&mut tx, writer.late(to)).await?;
        }
    }
    tx.record(InterestClimbed { interest: interest.id, task: task.id }).await?;
    tx.commit().await
}
