//! What a new municipality needs before its first volunteer comes: whom to call, the units, somebody who
//! coordinates. Each step waits on the administrator's *Mit overblik* until it is done.

use samskab_store::Connection;
use samskab_web::{Cx, WorkItem};

use crate::{
    T,
    identify::Who as _,
    position::{PositionKind, store as positions},
    unit::{Level, store as units},
};

/// What a new municipality still lacks, for the administrator only. Runs two queries: the units, and the positions
/// with their holders.
#[samskab_store::compiled_once]
pub(crate) async fn work_items(cx: &Cx, connection: &mut Connection) -> samskab_web::Result<Vec<WorkItem>> {
    if !cx.actor.is_administrator() {
        return Ok(Vec::new());
    }
    let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.now().day());
    let mut steps = Vec::new();
    let profile = &cx.tenant.profile;
    if profile.phone.is_empty() {
        let href = "/opsaetning#phone".to_owned();
        steps.push(step(cx, t.first_steps_phone(), t.first_steps_phone_detail(), href));
    } else if profile.email.is_empty() {
        let href = "/opsaetning#email".to_owned();
        steps.push(step(cx, t.first_steps_email(), t.first_steps_email_detail(), href));
    }
    let there = units::all(connection, tenant, today).await?;
    if there.iter().all(|unit| unit.level != Level::Institution) {
        let href = "/enheder/ny".to_owned();
        steps.push(step(cx, t.first_steps_units(), t.first_steps_units_detail(), href));
    }
    let held = positions::all(connection, tenant, today).await?;
    let mut coordinators =
        held.iter().filter(|held| held.position.kind == PositionKind::CentralCoordinator).peekable();
    let free = coordinators.peek().map(|held| held.position.href());
    if coordinators.all(|held| held.is_vacant()) {
        let central = there.iter().find(|unit| unit.level == Level::Central);
        let href = match (free, central) {
            (Some(position), _) => format!("{position}/udnaevnelse"),
            (None, Some(central)) => format!("{}/stillinger/ny", central.href()),
            (None, None) => "/organisation".to_owned(),
        };
        steps.push(step(cx, t.first_steps_coordinator(), t.first_steps_coordinator_detail(), href));
    }
    Ok(steps)
}

/// A step on the worklist. It has no deadline, and counts as waiting from now, because nobody recorded when
/// it began.
pub fn step(cx: &Cx, title: &str, detail: &str, href: String) -> WorkItem {
    WorkItem {
        heading: T(cx.locale).worklist_kind_first_step(),
        title: title.to_owned(),
        detail: detail.to_owned(),
        href,
        since: cx.now(),
        due: None,
        reason: None,
        act: None,
    }
}
