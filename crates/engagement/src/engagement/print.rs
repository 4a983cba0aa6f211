//! GET /aftaler/{key}/udskrift and /engagementer/{id}/udskrift: one version of the agreement by itself, for
//! paper and for looking back. `?udgave=1`; without it the one that both are asked about.

use askama::Template;
use axum::response::Response;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form};
use serde::Deserialize;

use super::{
    Side,
    door::Door,
    page::{AgreementView, what_changed},
    store,
    text::Block,
};
use crate::T;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PrintQuery {
    udgave: Option<i64>,
}

#[derive(Template)]
#[template(path = "engagement/print.html")]
struct PrintPage {
    shell: Shell,
    t: T,
    heading: String,
    between: String,
    /// Whether it is in force, was, or waits for somebody.
    standing: String,
    changed: String,
    agreement: AgreementView,
    volunteer_yes: String,
    place_yes: String,
}

pub async fn print(cx: Cx, door: Door) -> Result<Response> {
    let t = T(cx.locale);
    let asked: PrintQuery = form::query(&cx);
    let mut reader = cx.read().await?;
    let opened = door.open(&cx, &mut reader).await?;
    let engagement = &opened.engagement;
    let version = asked.udgave.unwrap_or(engagement.version);
    let mut agreement =
        store::agreement(&mut reader, cx.tenant.id, engagement.id, version).await?.or_not_found()?;
    let is_current = version == engagement.version;
    if is_current {
        agreement.begins_on = engagement.begins_on;
    }
    let (name, by) = (&opened.person.name, &opened.shown.poster_name);
    let day = |at: samskab_kernel::Instant| cx.locale.day(at.day());
    let standing = match (engagement.in_force == Some(version), agreement.agreed_at) {
        (true, Some(at)) if engagement.state.is_live() => t.engagement_print_in_force(day(at)),
        (_, Some(at)) => t.engagement_print_was(day(at)),
        (_, None) if is_current && engagement.state.is_live() => t.engagement_print_waits().to_owned(),
        (_, None) => t.engagement_version_never().to_owned(),
    };
    let said = |side: Side| match engagement.yes_of(side).filter(|_| is_current) {
        Some(yes) => t.engagement_print_yes(day(yes.at)),
        None => String::new(),
    };
    let heading = t.engagement_heading(&opened.shown.task.title);
    let under = if door.side() == Side::Place {
        t.engagement_heading_place(name, &opened.shown.task.title)
    } else {
        heading.clone()
    };
    cx.page(PrintPage {
        shell: cx.shell(heading.clone()).under(door.href(), under).here(),
        t,
        heading,
        between: t.engagement_print_between(name, by),
        standing,
        changed: what_changed(&agreement, opened.person.first_name(), by, t),
        agreement: AgreementView::new(&agreement, name, by, door.side(), cx.today(), t),
        volunteer_yes: said(Side::Volunteer),
        place_yes: said(Side::Place),
    })
}
