//! What time does to a task: it is warned, asked after, and taken down. A task bank with tasks
//! nobody looks after is worse than none.

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Instant, Locale, TenantId, jiff::SignedDuration};
use samskab_organisation::{
    answering::{self, Rung, responsible},
    person::PersonId,
};
use samskab_store::{Result, Stamp, Tx};
use samskab_web::Services;

use super::{
    Settings, State, Task,
    event::{TaskAskedIfCurrent, TaskExpired, TaskWarned},
    exit,
    rules::{ANSWER_IF_CURRENT_DAYS, WARNED_DAYS_BEFORE},
    store,
    tell::{self, News},
};
use crate::T;

/// Tasks per transaction: the writer is not held for long.
const BATCH: i64 = 50;

pub fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every(
        "task.watch",
        SignedDuration::from_mins(10),
        |services: Services, tenant| async move {
            let now = services.clock.now();
            let settings = match services.tenants.all(now).await?.iter().find(|one| one.id == tenant) {
                Some(tenant) => Settings::of(tenant),
                None => return Ok::<(), Failure>(()),
            };
            cancel_left_behind(&services, tenant, now).await?;
            loop {
                // Looked for without holding the writer: most of the time there is nothing.
                let due =
                    store::watched(&mut *services.db.read().await?, tenant, &Due::at(now, &settings), 1)
                        .await?;
                if due.is_empty() {
                    return Ok(());
                }
                let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
                let done = watch(&mut tx, &settings).await?;
                tx.commit().await?;
                if done == 0 {
                    return Ok(());
                }
            }
        },
    )]
}

/// Does what is due at the transaction's time, for some tasks; how many it did something about.
pub(super) async fn watch(tx: &mut Tx, settings: &Settings) -> Result<usize> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let due = store::watched(tx, tenant, &Due::at(now, settings), BATCH).await?;
    let mut done = 0;
    for task in due {
        if take_care(tx, task, settings, now).await? {
            done += 1;
        }
    }
    Ok(done)
}

/// An association that has closed takes its tasks with it; whoever counted on one is told as
/// when any task is cancelled.
async fn cancel_left_behind(services: &Services, tenant: TenantId, now: Instant) -> Result<()> {
    if store::left_behind(&mut *services.db.read().await?, tenant, 1).await?.is_empty() {
        return Ok(());
    }
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    for task in store::left_behind(&mut tx, tenant, BATCH).await? {
        store::lock(&mut tx, task.id).await?;
        // In the source language, like every reason that people write.
        exit::cancel(services, &mut tx, task, T(Locale::Da).task_association_closed()).await?;
    }
    tx.commit().await
}

/// The instants before which something is due, as the store asks for them.
pub(super) struct Due {
    pub now: Instant,
    pub expires_before: Instant,
    pub current_before: Instant,
    pub asked_before: Instant,
}

impl Due {
    fn at(now: Instant, settings: &Settings) -> Self {
        Self {
            now,
            expires_before: now.plus_days(WARNED_DAYS_BEFORE),
            current_before: now.plus_days(-settings.ask_if_current_after_days),
            asked_before: now.plus_days(-ANSWER_IF_CURRENT_DAYS),
        }
    }
}

async fn take_care(tx: &mut Tx, task: Task, settings: &Settings, now: Instant) -> Result<bool> {
    let id = task.id;
    if task.is_overdue(now) {
        let unanswered = matches!(&task.state, State::Open(open) if open.expires_at > now);
        let news = if unanswered { News::Unanswered } else { News::Expired };
        let Ok(task) = task.expire(String::new(), now) else { return Ok(false) };
        store::save(tx, &task).await?;
        tx.record(TaskExpired::of(id)).await?;
        // That a day is over needs no telling; that a task was taken down without a word does.
        if unanswered || !matches!(task.time, super::Time::OneOff { .. }) {
            let people = people(tx, &task, now).await?;
            tell::tell(tx, &people, &task, news).await?;
        }
        return Ok(true);
    }
    if task.should_be_asked(settings, now) {
        let Ok(task) = task.noted(|open| open.asked_at = Some(now)) else { return Ok(false) };
        store::save(tx, &task).await?;
        tx.record(TaskAskedIfCurrent::of(id)).await?;
        let people = people(tx, &task, now).await?;
        tell::tell(tx, &people, &task, News::Asked).await?;
        return Ok(true);
    }
    if task.should_be_warned(now) {
        let Ok(task) = task.noted(|open| open.warned_at = Some(now)) else { return Ok(false) };
        store::save(tx, &task).await?;
        tx.record(TaskWarned::of(id)).await?;
        let people = people(tx, &task, now).await?;
        tell::tell(tx, &people, &task, News::SoonExpires).await?;
        return Ok(true);
    }
    Ok(false)
}

/// Whoever answers for it today, and the contact, also one who is away.
async fn people(tx: &mut Tx, task: &Task, now: Instant) -> Result<Vec<PersonId>> {
    let tenant: TenantId = tx.tenant();
    let ladder = answering::ladder(tx, tenant, task.poster, now.day()).await?;
    let answering = responsible(&ladder, task.contact, Rung::Contact);
    Ok(answering.into_iter().map(|answerer| answerer.person).chain(task.contact).collect())
}
