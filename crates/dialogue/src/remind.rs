//! What follows by itself: a reminder two days before, a free place for whoever waits when somebody was deleted, and that those who came are forgotten 90 days after (law B.7).

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use samskab_store::{Connection, Result, Stamp};
use samskab_web::{Services, Tenant, retention::Rule};

use crate::{
    Dialogue, DialogueState, Guest, GuestState, T,
    guests::promote,
    letter::{News, Writer},
    store,
};

/// Days before the meeting: whoever signed up later has the mail about it fresh in mind.
const REMIND_DAYS: i64 = 2;
const KEPT_DAYS: i64 = 90;

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::every("dialogue.remind", SignedDuration::from_hours(1), remind),
        Handler::every("dialogue.fill", SignedDuration::from_hours(1), fill),
        Handler::every("dialogue.forget", SignedDuration::from_hours(24), forget),
    ]
}

/// A place that became free because its owner was deleted or merged goes to those who wait, one meeting at a time.
async fn fill(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut reader = services.db.read().await?;
    let waiting = store::with_waiting(&mut reader, tenant, now).await?;
    drop(reader);
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    for dialogue in waiting {
        let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
        if let Some(dialogue) = store::locked(&mut tx, dialogue.id).await? {
            promote(&mut tx, &writer(&services, &municipality, &dialogue)).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

fn writer<'a>(services: &'a Services, municipality: &'a Tenant, dialogue: &'a Dialogue) -> Writer<'a> {
    Writer {
        municipality,
        address: services.absolute(municipality.id, ""),
        dialogue,
        dice: services.db.dice(),
        today: services.clock.now().day(),
    }
}

/// In waking hours: reminds each guest once.
async fn remind(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    if !(8..20).contains(&now.in_denmark().hour()) {
        return Ok(());
    }
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let until = now.plus_days(REMIND_DAYS);
    let guests = store::to_remind(&mut tx, tenant, (now, until), now.plus_days(-REMIND_DAYS)).await?;
    let mut dialogue = None;
    for guest in guests {
        if dialogue.as_ref().is_none_or(|one: &Dialogue| one.id != guest.dialogue) {
            dialogue = store::find(&mut tx, tenant, guest.dialogue).await?;
        }
        let Some(dialogue) = &dialogue else { continue };
        if dialogue.state != DialogueState::Open || guest.state != GuestState::Place {
            continue;
        }
        writer(&services, &municipality, dialogue).write(&mut tx, &guest, News::Reminder).await?;
        store::save_guest(&mut tx, &Guest { reminded_at: Some(now), ..guest }).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let forgotten = store::forget(&mut tx, now.plus_days(-KEPT_DAYS)).await?;
    tx.commit().await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "guests of dialogue meetings forgotten");
    }
    Ok(())
}

pub(crate) fn retention() -> Vec<Rule> {
    vec![Rule {
        job: "dialogue.forget",
        what: |locale| T(locale).dialogue_retention(),
        purpose: |locale| T(locale).dialogue_retention_purpose(),
        kept: |_, locale| T(locale).retention_days(KEPT_DAYS),
        due: |connection, tenant, now| Box::pin(due(connection, tenant.id, now)),
    }]
}

async fn due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    store::forgettable(connection, tenant, now.plus_days(-KEPT_DAYS)).await
}
