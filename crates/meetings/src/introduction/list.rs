//! GET /brobygning: who was put in touch with whom, the newest first; what waits for an answer before what is over.

use askama::Template;
use axum::response::Response;
use samskab_web::{Cx, Result, Shell, personal::Line};

use super::{Introduction, Outcome, may_keep, store};
use crate::T;

#[derive(Template)]
#[template(path = "introduction/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    groups: Vec<(&'static str, Vec<Line>)>,
    counts: String,
}

/// The list of introductions. Runs one query.
pub async fn show(cx: Cx) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let mut all = store::newest(&mut reader, cx.tenant.id).await?;
    drop(reader);
    all.retain(|one| one.may_see(&cx));
    let line = |one: &&Introduction| {
        let about = format!("{} · {}", cx.locale.day(one.met_on), one.about);
        Line::in_state(one.title(t), one.href(), about, one.outcome.said(t))
    };
    let year = cx.today().date().year();
    let this_year: Vec<&Introduction> = all.iter().filter(|one| one.met_on.date().year() == year).collect();
    let became = this_year.iter().filter(|one| one.outcome == Outcome::Became).count();
    let counts = t.introduction_counts(this_year.len(), became);
    let (open, over): (Vec<&Introduction>, Vec<&Introduction>) =
        all.iter().partition(|one| one.outcome == Outcome::Open);
    let groups = [(t.introduction_waiting(), open), (t.introduction_over(), over)];
    let groups = groups.into_iter().filter(|(_, own)| !own.is_empty());
    cx.page(ListPage {
        shell: cx.shell(t.introduction_title()).here(),
        t,
        groups: groups.map(|(heading, own)| (heading, own.iter().map(line).collect())).collect(),
        counts,
    })
}
