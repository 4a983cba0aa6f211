//! What of the wheel waits for its owner: from the day on which it is to be prepared until it is done.

use samskab_kernel::Day;
use samskab_organisation::{identify::Who as _, person::PersonId, position};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::WorkAct};

use super::{YearEvent, store};
use crate::T;

/// Nothing is prepared for longer than a year, and nothing is asked for longer than that after its day.
const SEEN_DAYS: i32 = 366;

/// The day from which it is prepared, and waits.
fn begins(event: &YearEvent) -> Day {
    event.day.plus_days(-i32::try_from(event.prepare_days).unwrap_or(0))
}

/// What of the year wheel waits for the reader. Runs at most four queries; none for those who have no role.
pub(crate) async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(person) = cx.actor.person.filter(|_| cx.actor.is_staff()) else { return Ok(Vec::new()) };
    let (t, today) = (T(cx.locale), cx.today());
    let (from, to) = (today.plus_days(-SEEN_DAYS), today.plus_days(SEEN_DAYS));
    let mut open = store::open(connection, cx.tenant.id, from, to).await?;
    open.retain(|event| begins(event) <= today);
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let held =
        position::store::of_person(connection, cx.tenant.id, PersonId::from_uuid(person), today).await?;
    // An event without an owner, or whose position nobody holds any more, is not forgotten.
    let taken: Vec<position::PositionId> = match cx.actor.is_coordinator_first() {
        true => {
            let all = position::store::all(connection, cx.tenant.id, today).await?;
            all.iter().filter(|one| !one.holder_names().is_empty()).map(|one| one.position.id).collect()
        }
        false => Vec::new(),
    };
    let is_owner = |owner: &Option<position::PositionId>| {
        let is_mine = owner.is_some_and(|owner| held.iter().any(|one| one.position.id == owner));
        let is_nobodys = owner.is_none_or(|owner| !taken.contains(&owner));
        is_mine || cx.actor.is_coordinator_first() && is_nobodys
    };
    let own = open.into_iter().filter(|event| is_owner(&event.owner));
    let item = |event: YearEvent| WorkItem {
        heading: t.work_kind_wheel(),
        title: event.title.clone(),
        // So that it is plain from which day the waiting counts.
        detail: format!(
            "{} · {} · {}",
            event.kind.label(t),
            cx.locale.day(event.day),
            t.wheel_prepared_from(cx.locale.day(begins(&event)))
        ),
        href: if super::may_keep(cx) { event.href() } else { "/moedekalender".to_owned() },
        since: begins(&event).start().max(event.created_at).min(cx.now()),
        due: Some(event.day.end()),
        reason: None,
        act: super::may_keep(cx).then(|| WorkAct {
            label: t.wheel_mark_done(),
            action: format!("{}/gjort", event.href()),
            fields: Vec::new(),
        }),
    };
    Ok(own.map(item).collect())
}
