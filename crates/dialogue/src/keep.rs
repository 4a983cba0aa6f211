//! POST /borgermoeder/{id}/aabn: a draft becomes a meeting that all can see; and what waits for those who hold such meetings.

use axum::{extract::Path, response::Response};
use samskab_organisation::identify::Who as _;
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, error::OrNotFound as _, module::BoxFuture};

use crate::{Dialogue, DialogueId, DialogueState, T, event::DialogueOpened, held::kept, store};

pub async fn open(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    kept(&cx, &mut tx, id).await?;
    let dialogue = store::locked(&mut tx, id).await?.or_not_found()?;
    if dialogue.state != DialogueState::Draft || dialogue.is_over(cx.now()) {
        return cx.redirect_saying(dialogue.href(), "warning", "dialogue-flash-was-changed");
    }
    let dialogue =
        Dialogue { state: DialogueState::Open, state_since: cx.now(), updated_at: cx.now(), ..dialogue };
    store::save(&mut tx, &dialogue).await?;
    tx.record(DialogueOpened::of(&dialogue)).await?;
    tx.commit().await?;
    cx.redirect_saying(dialogue.href(), "success", "dialogue-flash-opened")
}

/// Days before the meeting from which a draft that is not announced is asked about.
const OPEN_BEFORE_DAYS: i64 = 30;
/// Days within which a summary of what was said must be written.
const WRITE_WITHIN_DAYS: i64 = 14;

/// What waits for the coordinator about public meetings. Runs one query.
pub(crate) fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    if !cx.actor.is_coordinator_first() {
        return Ok(Vec::new());
    }
    let (t, now) = (T(cx.locale), cx.now());
    let (from, to) = (now.plus_days(-WRITE_WITHIN_DAYS), now.plus_days(OPEN_BEFORE_DAYS));
    let near = store::between(connection, cx.tenant.id, from, to).await?;
    let item = |one: &Dialogue| {
        let (title, href, due) = match one.state {
            DialogueState::Draft if one.starts_at > now => {
                (t.work_open_dialogue(), one.href(), one.starts_at.plus_days(-14))
            }
            DialogueState::Open if one.is_over(now) && !one.notes_are_public => {
                let due = one.ends_at.plus_days(WRITE_WITHIN_DAYS);
                (t.work_publish_notes(), format!("{}/noter", one.href()), due)
            }
            _ => return None,
        };
        Some(WorkItem {
            heading: t.work_kind_meetings(),
            title: title.to_owned(),
            detail: format!("{} · {}", one.title, cx.locale.day(one.starts_at.day())),
            href,
            since: one.updated_at.min(now),
            due: Some(due),
            reason: None,
            act: None,
        })
    };
    Ok(near.iter().filter_map(item).collect())
}
