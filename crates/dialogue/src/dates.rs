//! Meetings in the public calendar and in the year wheel.

use samskab_kernel::{Day, Instant};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    module::{BoxFuture, PublicDate, YearDate},
};

use crate::{DialogueState, T, store};

/// Open and cancelled meetings, for the public calendar. Runs one query.
pub(crate) fn public_dates<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    from: Instant,
    to: Instant,
) -> BoxFuture<'a, Result<Vec<PublicDate>>> {
    Box::pin(async move {
        let dialogues = store::between(connection, cx.tenant.id, from, to).await?;
        let known = dialogues.iter().filter(|one| one.state != DialogueState::Draft);
        let date = known.map(|one| PublicDate {
            kind: "borgermoeder",
            heading: T(cx.locale).dialogue_list_title(),
            href: one.href(),
            event: one.event(cx),
        });
        Ok(date.collect())
    })
}

/// Drafts too, for those who work here. One query.
pub(crate) fn year_dates<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    from: Day,
    to: Day,
) -> BoxFuture<'a, Result<Vec<YearDate>>> {
    Box::pin(async move {
        let dialogues = store::between(connection, cx.tenant.id, from.start(), to.start()).await?;
        let live = dialogues.iter().filter(|one| one.state != DialogueState::Cancelled);
        let date = live.map(|one| YearDate {
            day: one.starts_at.day(),
            title: one.title.clone(),
            href: one.href(),
            kind: T(cx.locale).known_dialogue(),
            is_done: false,
        });
        Ok(date.collect())
    })
}
