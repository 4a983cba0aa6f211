//! What waits for whoever leads a process – or for the coordinator, where nobody does: a step whose time has come or is over, those
//! who would like to take part, and a policy that is to be looked at again.

use samskab_organisation::{
    identify::Who as _,
    position::{self, Held},
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::BoxFuture};

use crate::{
    T,
    policy::{Policy, REVISION_DAYS},
    step::{Step, StepKind},
    store,
};

/// What waits for the reader about policies. Runs at most five queries; none for those who do not work here.
pub(crate) fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(async move {
        if !cx.actor.is_staff() {
            return Ok(Vec::new());
        }
        let (tenant, today) = (cx.tenant.id, cx.today());
        let mut all = store::under_way(connection, tenant).await?;
        let mut adopted = store::adopted(connection, tenant).await?;
        adopted.retain(|policy| policy.is_revised_soon(today));
        if all.is_empty() && adopted.is_empty() {
            return Ok(Vec::new());
        }
        let positions: Vec<_> = all.iter().chain(&adopted).filter_map(|policy| policy.leader).collect();
        let held = match positions.is_empty() {
            true => Vec::new(),
            false => position::store::of_ids(connection, tenant, &positions, today).await?,
        };
        let is_mine = |policy: &Policy| is_mine(cx, policy, &held);
        all.retain(is_mine);
        adopted.retain(is_mine);
        let revised: Vec<_> = all.iter().filter_map(|policy| policy.revises).collect();
        adopted.retain(|policy| !revised.contains(&policy.id));
        let steps = store::steps_of(connection, tenant, &all).await?;
        let waiting = store::waiting_signups(connection, tenant).await?;
        let t = T(cx.locale);
        let mut items: Vec<WorkItem> = Vec::new();
        for policy in &all {
            let own: Vec<&Step> = steps.iter().filter(|step| step.policy == policy.id).collect();
            items.extend(step_item(t, cx, policy, &own));
            if leader(policy, &held).is_none_or(Held::is_vacant) {
                items.push(item(
                    t,
                    policy,
                    t.work_policy_leader(policy.title.as_str()),
                    format!("{}/rediger", policy.href()),
                    policy.created_at,
                ));
            }
            if let Some((_, count, since)) = waiting.iter().find(|(id, ..)| *id == policy.id) {
                let title = t.work_policy_signups(*count, policy.title.as_str());
                items.push(item(t, policy, title, format!("{}/interesserede", policy.href()), *since));
            }
        }
        for policy in &adopted {
            let Some(by) = policy.revise_by else { continue };
            let title = t.work_policy_revise(policy.title.as_str());
            let since = by.plus_days(-REVISION_DAYS).start();
            items.push(WorkItem { due: Some(by.end()), ..item(t, policy, title, policy.href(), since) });
        }
        Ok(items)
    })
}

fn leader<'a>(policy: &Policy, held: &'a [Held]) -> Option<&'a Held> {
    held.iter().find(|held| Some(held.position.id) == policy.leader)
}

/// Whether the reader leads it, or, where nobody does, leads volunteering.
fn is_mine(cx: &Cx, policy: &Policy, held: &[Held]) -> bool {
    match leader(policy, held) {
        Some(held) if !held.is_vacant() => policy.is_led_by(cx, Some(held)),
        _ => cx.actor.is_coordinator_first(),
    }
}

/// The next step, when its time has come. What waits for a meeting or the closing of a hearing is no work before it is late.
fn step_item(t: T, cx: &Cx, policy: &Policy, own: &[&Step]) -> Option<WorkItem> {
    let today = cx.today();
    let next = own.iter().find(|step| {
        step.is_open() && !(step.kind == StepKind::Hearing && step.hearing.is_some() && !step.is_late(today))
    })?;
    let waits = next.item.is_some() || next.starts_on > today;
    if waits && !next.is_late(today) {
        return None;
    }
    let title = match next.is_late(today) {
        true => t.work_policy_late(next.title.as_str()),
        false => t.work_policy_step(next.title.as_str()),
    };
    let href = format!("{}/plan#trin-{}", policy.href(), next.id);
    Some(WorkItem {
        due: Some(next.ends_on.end()),
        ..item(t, policy, title, href, next.starts_on.start().max(next.created_at))
    })
}

fn item(t: T, policy: &Policy, title: String, href: String, since: samskab_kernel::Instant) -> WorkItem {
    WorkItem {
        heading: t.work_kind_policy(),
        title,
        detail: policy.title.clone(),
        href,
        since,
        due: None,
        reason: None,
        act: None,
    }
}
