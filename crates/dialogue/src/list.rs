//! GET /borgermoeder: the meetings that everybody can come to, those to come first.

use askama::Template;
use axum::response::Response;
use samskab_web::{Cx, Result, Shell};

use crate::{Dialogue, DialogueState, T, held::may_keep, store};

/// Days for which a past meeting is shown in the list.
const BACK_DAYS: i64 = 730;
const AHEAD_DAYS: i64 = 730;

#[derive(Template)]
#[template(path = "dialogue/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    coming: Vec<DialogueLine>,
    past: Vec<DialogueLine>,
    may_add: bool,
}

struct DialogueLine {
    title: String,
    href: String,
    when: String,
    place: String,
    state: (&'static str, &'static str, &'static str),
}

/// The list of public meetings. Runs one query.
pub async fn show(cx: Cx) -> Result<Response> {
    let (t, now) = (T(cx.locale), cx.now());
    let mut reader = cx.read().await?;
    let all = store::between(&mut reader, cx.tenant.id, now.plus_days(-BACK_DAYS), now.plus_days(AHEAD_DAYS))
        .await?;
    drop(reader);
    let may_add = may_keep(&cx);
    let seen = all.iter().filter(|one| may_add || one.state != DialogueState::Draft);
    let (coming, past): (Vec<&Dialogue>, Vec<&Dialogue>) = seen.partition(|one| !one.is_over(now));
    let line = |one: &&Dialogue| DialogueLine {
        title: one.title.clone(),
        href: one.href(),
        when: one.when(&cx),
        place: one.place.clone(),
        state: one.state.said(t),
    };
    cx.page(ListPage {
        shell: cx.shell(t.dialogue_list_title()).here(),
        t,
        coming: coming.iter().map(line).collect(),
        past: past.iter().rev().map(line).collect(),
        may_add,
    })
}
