//! GET /beslutningsoplaeg: what the reader has asked to have decided, and the coordinator all of it; what waits first.

use askama::Template;
use axum::response::Response;
use samskab_organisation::{body, identify::Who as _};
use samskab_web::{Cx, Result, Shell, personal::Line};

use super::{Request, RequestState, may_keep, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

#[derive(Template)]
#[template(path = "request/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    may_ask: bool,
    groups: Vec<(&'static str, Vec<Line>)>,
}

impl RequestState {
    pub(super) fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Draft => (t.request_state_draft(), "", "edit"),
            Self::Sent => (t.request_state_sent(), "wait", "hourglass"),
            Self::Answered => (t.request_state_answered(), "good", "check"),
            Self::Withdrawn => (t.request_state_withdrawn(), "", "close"),
        }
    }
}

/// The decision requests that the reader may see. Runs two queries.
pub async fn show(cx: Cx) -> Result<Response> {
    cx.require(cx.actor.is_staff())?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let mut all = store::newest(&mut reader, cx.tenant.id).await?;
    let keeps = may_keep(&cx);
    all.retain(|one| keeps || one.is_by(&cx));
    let bodies = body::store::every(&mut reader, cx.tenant.id).await?;
    drop(reader);
    let line = |one: &Request| {
        let body = bodies.iter().find(|body| body.id == one.body).map_or("", |body| body.name.as_str());
        let about = format!("{body} · {}", cx.locale.day(one.state_since.day()));
        Line::in_state(&one.title, one.href(), about, one.state.said(t))
    };
    let lines = |is_open: bool| -> Vec<Line> {
        let own =
            all.iter().filter(|one| matches!(one.state, RequestState::Draft | RequestState::Sent) == is_open);
        own.map(line).collect()
    };
    let groups = [(t.request_open(), lines(true)), (t.request_closed(), lines(false))];
    cx.page(ListPage {
        shell: cx.shell(t.request_list_title()).under("/organer", t.body_list_title()).here(),
        t,
        may_ask: may(&cx.actor, Action::AskForDecisions, Tie::None),
        groups: groups.into_iter().filter(|(_, lines)| !lines.is_empty()).collect(),
    })
}
