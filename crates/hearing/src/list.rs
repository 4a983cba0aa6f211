//! GET /hoeringer: what can be answered now first, then what is being assessed, then what came of the others.

use askama::Template;
use axum::response::Response;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    module::{BoxFuture, Destination, MOST_DESTINATIONS, is_asked_for},
    personal::Line,
};

use crate::{
    T,
    authority::may_keep,
    hearing::{Hearing, Phase},
    store,
};

#[derive(Template)]
#[template(path = "hearing/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    groups: Vec<(&'static str, Vec<Line>)>,
    may_add: bool,
}

/// The list of hearings. Runs one query.
pub(crate) async fn show(cx: Cx) -> Result<Response> {
    let (t, now, may_add) = (T(cx.locale), cx.now(), may_keep(&cx));
    let mut reader = cx.read().await?;
    let mut all = store::newest(&mut reader, cx.tenant.id).await?;
    drop(reader);
    all.retain(|one| may_add || one.is_known(now));
    let line = |one: &Hearing| {
        let phase = one.phase(now);
        let closing = one.closing(cx.locale, cx.today());
        let left = one.period().left(now).said(t);
        let detail = match phase {
            Phase::Open => t.hearing_closes_and_left(closing, left),
            Phase::Draft if one.is_overdue(now) => t.hearing_is_overdue().to_owned(),
            Phase::Draft => t.hearing_opens_on(cx.locale.day_and_time(one.opens_at, cx.today())),
            Phase::Coming => {
                t.hearing_opens_and_closes(closing, cx.locale.day_and_time(one.opens_at, cx.today()))
            }
            Phase::Closed => t.hearing_closed_on(closing),
            Phase::Answered => t.hearing_answered_on(cx.locale.day(one.state_since.day())),
            Phase::CalledOff => one.state_reason.clone(),
        };
        let state = if one.is_overdue(now) { Hearing::said_overdue(t) } else { phase.said(t) };
        Line::in_state(&one.title, one.href(), detail, state)
    };
    let in_phases = |phases: &[Phase]| -> Vec<&Hearing> {
        all.iter().filter(|one| phases.contains(&one.phase(now))).collect()
    };
    let mut open = in_phases(&[Phase::Open]);
    open.sort_by_key(|one| one.closes_at);
    let groups = [
        (t.hearing_list_open(), open),
        (t.hearing_list_coming(), in_phases(&[Phase::Draft, Phase::Coming])),
        (t.hearing_list_closed(), in_phases(&[Phase::Closed])),
        (t.hearing_list_answered(), in_phases(&[Phase::Answered])),
        (t.hearing_list_called_off(), in_phases(&[Phase::CalledOff])),
    ];
    let groups = groups.into_iter().filter(|(_, own)| !own.is_empty());
    cx.page(ListPage {
        shell: cx.shell(t.hearing_list_title()).here(),
        t,
        groups: groups.map(|(heading, own)| (heading, own.into_iter().map(line).collect())).collect(),
        may_add,
    })
}

/// What the box *Gå til* finds. One query.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        let (t, now, keeps) = (T(cx.locale), cx.now(), may_keep(cx));
        let all = store::newest(connection, cx.tenant.id).await?;
        let found =
            all.into_iter().filter(|one| (keeps || one.is_known(now)) && is_asked_for(asked, &one.title));
        let destination = |one: Hearing| Destination {
            heading: t.hearing_list_title(),
            detail: one.phase(now).said(t).0.to_owned(),
            href: one.href(),
            title: one.title,
        };
        Ok(found.take(MOST_DESTINATIONS).map(destination).collect())
    })
}
