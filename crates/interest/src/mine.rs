//! GET /mine-interesser: everything somebody signed in has offered.

use askama::Template;
use axum::response::Response;
use samskab_taskbank::task::{self, TaskCard, TaskId, time::as_beginning};
use samskab_web::{Cx, Error, Result, Shell};

use super::{
    Interest, StateKind,
    show::{own_href, signed_in},
    store,
};
use crate::T;

#[derive(Template)]
#[template(path = "interest/mine.html")]
struct MinePage {
    shell: Shell,
    t: T,
    is_confirmed: bool,
    live: Vec<Line>,
    ended: Vec<Line>,
}

struct Line {
    href: String,
    title: String,
    by: String,
    when: String,
    state: &'static str,
    tone: &'static str,
    symbol: &'static str,
}

/// The colour and the icon shown with a state's word.
pub fn tone(state: StateKind) -> (&'static str, &'static str) {
    match state {
        StateKind::Accepted => ("good", "check"),
        StateKind::Invited => ("good", "chat"),
        StateKind::New | StateKind::Waitlisted => ("wait", "hourglass"),
        StateKind::Unconfirmed => ("wait", "email"),
        StateKind::Ended => ("", "check"),
        StateKind::Declined | StateKind::Withdrawn => ("", "close"),
    }
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let t = T(cx.locale);
    let me = signed_in(&cx, &mut reader).await?.ok_or(Error::SignIn)?;
    let is_confirmed = me.email_confirmed_at.is_some();
    let interests = match me.email.as_ref().filter(|_| is_confirmed) {
        Some(email) => store::of_email(&mut reader, cx.tenant.id, email).await?,
        None => Vec::new(),
    };
    let today = cx.now().day();
    let mut ids: Vec<TaskId> = interests.iter().map(|interest| interest.task).collect();
    ids.sort_unstable();
    ids.dedup();
    let cards = task::store::cards(&mut reader, cx.tenant.id, &ids, today).await?;
    let line = |interest: &Interest| {
        let card: &TaskCard = cards.iter().find(|card| card.id == interest.task)?;
        let (tone, symbol) = tone(interest.state.kind());
        Some(Line {
            href: own_href(interest),
            title: card.title.clone(),
            by: card.poster_name.clone(),
            when: as_beginning(&card.time.sentence(cx.locale, today)),
            state: interest.state.kind().label(cx.locale),
            tone,
            symbol,
        })
    };
    let (live, ended): (Vec<&Interest>, Vec<&Interest>) =
        interests.iter().partition(|interest| interest.state.is_live());
    cx.page(MinePage {
        shell: cx.shell(t.interest_mine_title()).here(),
        t,
        is_confirmed,
        live: live.into_iter().filter_map(line).collect(),
        ended: ended.into_iter().filter_map(line).collect(),
    })
}
