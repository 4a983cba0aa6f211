//! What time brings: a talk is near, a pause is over, a task that was done once is behind them. Each is told
//! once, in working time, so that nobody is asked at midnight.

use samskab_jobs::Failure;
use samskab_kernel::{Day, TenantId};
use samskab_organisation::person;
use samskab_store::{Result, Stamp, Tx};
use samskab_taskbank::{notice::mail::municipality, task};
use samskab_web::{Services, Tenant};

use super::{
    EndReason, EndedBy, Engagement, EngagementId, State, StepKind, TALK_NEAR_DAYS,
    end::{give_place_back, save_ended},
    event::EngagementEnded,
    letter::News,
    store,
    tell::{self, LetterContext},
    thanks,
};
use crate::T;
use samskab_interest::{history::By, rules::is_working_time};

samskab_store::statements! {
    TALKS = "select id from engagement where tenant_id = $1 and talk_held_on is null and talk_on >= $2 and talk_on <= $3
                 and state = 'active' and reminded_at is null
             order by talk_on, id limit 500";
    PAUSES = "select id from engagement where tenant_id = $1 and state = 'paused' and paused_until < $2
                  and reminded_at is null
              order by paused_until, id limit 500";
    /// Agreements about a task that is done once and was more than [`BEHIND_DAYS`] ago; an agreement that was never
    /// confirmed ends with it.
    BEHIND = "select e.id from engagement e join task t on t.id = e.task_id
              where e.tenant_id = $1 and e.state <> 'ended' and t.time_kind = 'one_off' and t.starts_on < $2
                and (e.begins_on is null or e.begins_on < $2)
              order by e.id limit 500";
}

/// Days after a task that is done once in which hours can still be noted and messages written, before it ends.
const BEHIND_DAYS: i32 = 14;

pub(super) async fn remind(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    if !is_working_time(now) {
        return Ok(());
    }
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let today = now.day();
    let mut reader = services.db.read().await?;
    let near = today.plus_days(TALK_NEAR_DAYS);
    let talks: Vec<EngagementId> = reader.query(&TALKS).bind(tenant).bind(today).bind(near).scalars().await?;
    let pauses: Vec<EngagementId> = reader.query(&PAUSES).bind(tenant).bind(today).scalars().await?;
    let behind: Vec<EngagementId> =
        reader.query(&BEHIND).bind(tenant).bind(today.plus_days(-BEHIND_DAYS)).scalars().await?;
    drop(reader);
    for id in talks.into_iter().chain(pauses) {
        remind_one(&services, &municipality, id, today).await?;
    }
    for id in behind {
        end_one(&services, &municipality, id).await?;
    }
    Ok(())
}

async fn remind_one(services: &Services, municipality: &Tenant, id: EngagementId, today: Day) -> Result<()> {
    let (tenant, now) = (municipality.id, services.clock.now());
    let letters = LetterContext::of_job(services, municipality);
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(engagement) = store::locked(&mut tx, id).await? else { return Ok(()) };
    if engagement.reminded_at.is_some() {
        return Ok(());
    }
    match (engagement.state, engagement.talk_on) {
        (State::Paused { until }, _) if until < today => {
            store::add_step(&mut tx, id, By::Program, StepKind::PauseOver, "").await?;
            tell::volunteer(&mut tx, &letters, &engagement, News::PauseOver).await?;
            let said = |t: T, name: &str, title: &str| t.engagement_news_pause_over(name, title);
            tell::place(&mut tx, &engagement, "engagement.pause_over", said).await?;
        }
        (State::Active, Some(on)) if engagement.talk_is_due(today) => {
            tell::volunteer(&mut tx, &letters, &engagement, News::TalkSoon { on }).await?;
            let said = |t: T, name: &str, title: &str| {
                t.engagement_news_talk(t.0.weekday_and_day(on, today), name, title)
            };
            tell::place(&mut tx, &engagement, "engagement.talk", said).await?;
        }
        _ => return Ok(()), // changed a moment ago
    }
    store::save(&mut tx, &engagement.reminded(now)).await?;
    tx.commit().await
}

/// The day was some time ago: it is over, with the thanks of the place.
async fn end_one(services: &Services, municipality: &Tenant, id: EngagementId) -> Result<()> {
    let (tenant, now) = (municipality.id, services.clock.now());
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(found) = store::find(&mut tx, tenant, id).await? else { return Ok(()) };
    samskab_interest::store::lock_task(&mut tx, found.task).await?;
    let Some(engagement) = store::locked(&mut tx, id).await? else { return Ok(()) };
    // Nobody is thanked for what came to nothing; whom no letter reaches, somebody of the place thanks.
    let has_helped = engagement.has_helped(engagement.state.has_begun(), now.day());
    let Ok(ended) = engagement.end(EndedBy::Task, Some(EndReason::TaskDone), String::new(), now) else {
        return Ok(());
    };
    let is_thanked = has_helped && tell::has_address(&mut tx, tenant, &ended).await?;
    let ended = if is_thanked { thanked(&mut tx, ended).await? } else { ended };
    save_ended(&mut tx, &ended, None).await?;
    give_place_back(&mut tx, municipality, &ended, has_helped).await?;
    if !ended.thanks.is_empty() {
        let letters = LetterContext::of_job(services, municipality);
        tell::volunteer(&mut tx, &letters, &ended, News::Thanks { thanks: &ended.thanks }).await?;
        let said = |t: T, name: &str, title: &str| t.engagement_news_behind(name, title);
        tell::place(&mut tx, &ended, "engagement.behind", said).await?;
    }
    tx.record(EngagementEnded::of(&ended)).await?;
    tx.commit().await
}

/// With the words that the place begins from when it thanks by itself; signed by the place, because nobody there
/// has written them.
async fn thanked(tx: &mut Tx, ended: Engagement) -> Result<Engagement> {
    let (tenant, today) = (tx.tenant(), tx.now().day());
    let shown = task::store::shown(tx, tenant, ended.task, today).await?;
    let person = person::store::find(tx, tenant, ended.person).await?;
    let (Some(shown), Some(person)) = (shown, person) else { return Ok(ended) };
    let thanks = thanks::text(&ended, true, &shown, &person, "", today);
    Ok(Engagement { thanks, ..ended })
}
