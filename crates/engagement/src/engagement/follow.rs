//! The task gets another time or another place: the agreement about it says the new one, and the volunteer is asked whether
//! it still suits them. See `answer/exit.rs`, which knows whom it concerns.

use samskab_kernel::Day;
use samskab_organisation::person::PersonId;
use samskab_store::{Result, Tx};
use samskab_taskbank::task::{self, Task};
use samskab_web::{Services, Tenant};

use super::{
    Agreement, Changed, EngagementId, Side, StepKind, coming,
    event::EngagementChanged,
    letter::News,
    propose::first_day,
    store, tell,
    text::{elsewhere, retold},
    words::save_version,
};
use crate::T;
use samskab_interest::history::By;

/// The place of the task is the same and said better: what two have agreed on says it so, and nobody is asked or told. Also
/// what goes on to hold while a newer version is asked about.
pub async fn correct_place(tx: &mut Tx, id: EngagementId, (before, after): (&Task, &Task)) -> Result<()> {
    let tenant = tx.tenant();
    let Some(engagement) = store::locked(tx, id).await? else { return Ok(()) };
    let locale = tell::language(tx, tenant, &engagement).await?;
    let old = engagement.in_force.filter(|version| *version != engagement.version);
    for version in old.into_iter().chain([engagement.version]) {
        let Some(agreement) = store::agreement(tx, tenant, id, version).await? else { continue };
        let text = elsewhere(&agreement.text, (before, after), locale);
        if text != agreement.text {
            store::save_agreement(tx, id, &Agreement { text, ..agreement }).await?;
        }
    }
    Ok(())
}

/// The agreement follows its task from what it was `before` to what it is `after`: a new version where somebody had said yes
/// to the old one. Whoever of the place moved it has said yes to the new one by that, where the place had said yes. The
/// volunteer reads both once; somebody without an address is called, which the place is told.
pub async fn follow_task(
    tx: &mut Tx,
    services: &Services,
    municipality: &Tenant,
    id: EngagementId,
    (before, after): (&Task, &Task),
) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(engagement) = store::locked(tx, id).await? else { return Ok(()) };
    let Some(agreement) = store::agreement(tx, tenant, id, engagement.version).await? else {
        return Ok(());
    };
    let (was_version, place_agreed) = (engagement.version, engagement.place_yes.is_some());
    let next = first_day(after, &task::Settings::of(municipality).closing_days(), now.day());
    let is_gone = |day: Day| before.time.loses(day, &after.time);
    let Ok(mut engagement) = engagement.follow(is_gone, next, now) else { return Ok(()) };
    let locale = tell::language(tx, tenant, &engagement).await?;
    let written_on = [now.day(), agreement.created_at.day(), engagement.created_at.day()];
    let text = retold(&agreement.text, (before, after), locale, &written_on);
    let agreement = Agreement { text, begins_on: engagement.begins_on, ..agreement };
    let is_new = engagement.version != was_version;
    save_version(tx, &engagement, agreement, is_new, Changed::Task).await?;
    let by = tx.stamp().actor.map(PersonId::from_uuid);
    let kind = if is_new { StepKind::NewVersion } else { StepKind::Words };
    store::add_step(tx, id, by.map_or(By::Program, By::Person), kind, Changed::Task.code()).await?;
    let version = engagement.version;
    if let (true, Some(by)) = (is_new && place_agreed, by)
        && let Ok(agreed) = engagement.clone().say_yes(Side::Place, version, Some(by), now)
    {
        engagement = agreed;
        store::add_step_of(tx, id, 1, By::Person(by), StepKind::Yes).await?;
    }
    store::save(tx, &engagement).await?;
    if tell::has_address(tx, tenant, &engagement).await? {
        let shifts = coming::shifts(tx, tenant, id, now).await?;
        let along: Vec<coming::Times> =
            shifts.into_iter().filter_map(|turn| before.time.instead(&after.time, turn)).collect();
        let letters = tell::LetterContext::of_job(services, municipality);
        let changes = before.told_changes(after, locale, now.day());
        let is_time = before.time != after.time;
        let news = News::TaskTimes { changes: &changes, is_time, shifts: &along };
        tell::volunteer(tx, &letters, &engagement, news).await?;
    } else {
        let call = |t: T, name: &str, title: &str| t.engagement_news_task_times(name, title);
        tell::place(tx, &engagement, "engagement.task_times", call).await?;
    }
    tx.record_last(&EngagementChanged::of(&engagement))
}
