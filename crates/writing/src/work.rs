//! What waits for whoever writes a text: proposals for change without an answer.

use std::collections::HashSet;

use samskab_kernel::Instant;
use samskab_organisation::{
    body::{BodyId, seat},
    identify::Who as _,
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, WorkItem,
    module::{self, BoxFuture},
};
use uuid::Uuid;

use crate::{T, change::store, page::LED, text::TextId};

/// Id, title, body, how many, since when.
type WaitingText = (TextId, String, Option<BodyId>, i64, Instant);

/// Days within which a proposal must be answered.
const ANSWER_DAYS: i64 = 30;

/// What waits for the reader about texts. Runs one query where nothing waits, at most six.
pub(crate) fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    if cx.actor.person.is_none() {
        return Ok(Vec::new());
    }
    let t = T(cx.locale);
    let waiting = store::waiting(connection, cx.tenant.id).await?;
    let texts: Vec<(TextId, Option<BodyId>)> = waiting.iter().map(|(id, _, body, ..)| (*id, *body)).collect();
    let own = waiting_for_reader(cx, connection, &texts).await?;
    let item = |(id, title, _, count, since): WaitingText| {
        own.contains(&id).then(|| WorkItem {
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

/// What waits about these texts – each with its body – waits for whoever leads what the text is for and for those who run its body;
/// where there is nobody, for whoever leads volunteering. Which of them wait for the reader. None to five queries.
pub async fn waiting_for_reader(
    cx: &Cx,
    connection: &mut Connection,
    texts: &[(TextId, Option<BodyId>)],
) -> Result<HashSet<TextId>> {
    let Some(me) = cx.actor.person.filter(|_| !texts.is_empty()) else { return Ok(HashSet::new()) };
    let (tenant, today, is_first) = (cx.tenant.id, cx.today(), cx.actor.is_coordinator_first());
    let ids: Vec<Uuid> = texts.iter().map(|(id, _)| id.uuid()).collect();
    let leaders = module::leaders(cx, connection, LED, &ids).await?;
    let seats = seat::of_person(connection, tenant, PersonId::from_uuid(me), today).await?;
    let with_runner = match is_first {
        true => seat::with_runner(connection, tenant, today).await?,
        false => Vec::new(),
    };
    let is_mine = |text: TextId, body: Option<BodyId>| {
        let leads = leaders.contains(&(text.uuid(), me));
        let runs = seats.iter().any(|(of, role)| Some(*of) == body && role.runs_meetings());
        let has_leader = leaders.iter().any(|(led, _)| *led == text.uuid());
        let has_runner = body.is_some_and(|body| with_runner.contains(&body));
        leads || runs || is_first && !has_leader && !has_runner
    };
    Ok(texts.iter().filter(|(text, body)| is_mine(*text, *body)).map(|(text, _)| *text).collect())
}
