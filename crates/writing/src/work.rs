//! What waits for whoever writes a text: proposals for change without an answer.

use samskab_kernel::Instant;
use samskab_organisation::{
    body::{BodyId, seat},
    identify::Who as _,
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::BoxFuture};

use crate::{T, change::store, text::TextId};

/// Id, title, body, how many, since when.
type WaitingText = (TextId, String, Option<BodyId>, i64, Instant);

/// A proposal is answered within so many days.
const ANSWER_DAYS: i64 = 30;

/// One query; three for those who have any, four for the coordinator.
pub(crate) fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(Vec::new()) };
    let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.today());
    let waiting = store::waiting(connection, tenant).await?;
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let seats = seat::of_person(connection, tenant, me, today).await?;
    let runs: Vec<BodyId> =
        seats.iter().filter(|(_, role)| role.runs_meetings()).map(|(body, _)| *body).collect();
    let is_first = cx.actor.is_coordinator_first();
    let with_runner = match is_first {
        true => seat::with_runner(connection, tenant, today).await?,
        false => Vec::new(),
    };
    // What nobody runs is seen to by whoever leads volunteering.
    let is_mine = |body: Option<BodyId>| match body {
        Some(body) => runs.contains(&body) || is_first && !with_runner.contains(&body),
        None => is_first,
    };
    let item = |(id, title, body, count, since): WaitingText| {
        is_mine(body).then(|| WorkItem {
            heading: t.work_kind_change(),
            title: t.work_answer_changes(count),
            detail: title,
            href: format!("/tekster/{id}/aendringsforslag"),
            since,
            due: Some(since.plus_days(ANSWER_DAYS)),
            reason: None,
            act: None,
        })
    };
    Ok(waiting.into_iter().filter_map(item).collect())
}
