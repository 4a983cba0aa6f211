//! GET /kanaler: the register, and what each channel leads to. GET /kanaler.csv: the same as a spreadsheet.

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use samskab_organisation::import::file::{self, Charset};
use samskab_web::{Cx, Result, Shell, form};
use serde::Deserialize;

use super::effect::{self, Effect, Numbers, Said};
use crate::{
    T,
    authority::{WideAction, may_widely},
};

/// Periods that can be chosen, in days: no longer than interests are kept.
const PERIODS: [i64; 3] = [30, 90, 180];

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    dage: String,
}

struct Period {
    href: String,
    days: i64,
    chosen: bool,
}

struct Line {
    name: String,
    href: String,
    kind: &'static str,
    is_active: bool,
    numbers: Said,
}

#[derive(Template)]
#[template(path = "channel/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    periods: Vec<Period>,
    csv_href: String,
    lines: Vec<Line>,
    personal: Option<Said>,
    heard: Vec<(&'static str, Said)>,
    silent: String,
}

fn days(cx: &Cx) -> i64 {
    let asked: Asked = form::query(cx);
    asked.dage.parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(PERIODS[1])
}

async fn read(cx: &Cx) -> Result<Effect> {
    cx.require(may_widely(&cx.actor, WideAction::KeepChannels))?;
    let mut reader = cx.read().await?;
    let from = cx.now().plus_days(-days(cx)).day().start();
    Ok(effect::since(&mut reader, cx.tenant.id, from).await?)
}

pub async fn show(cx: Cx) -> Result<Response> {
    let (t, chosen) = (T(cx.locale), days(&cx));
    let effect = read(&cx).await?;
    let lines = effect.channels.into_iter().map(|(channel, numbers)| Line {
        href: channel.href(),
        name: channel.name,
        kind: channel.kind.label(t),
        is_active: channel.is_active,
        numbers: numbers.said(cx.locale),
    });
    let period = |days: i64| Period { href: format!("/kanaler?dage={days}"), days, chosen: days == chosen };
    cx.page(ListPage {
        shell: cx.shell(t.channel_title()).under("/overblik", t.interest_overview()).here(),
        t,
        periods: PERIODS.into_iter().map(period).collect(),
        csv_href: format!("/kanaler.csv?dage={chosen}"),
        lines: lines.collect(),
        personal: effect.personal.map(|numbers| numbers.said(cx.locale)),
        heard: effect
            .heard
            .into_iter()
            .map(|(heard, numbers)| (heard.label(t), numbers.said(cx.locale)))
            .collect(),
        silent: t.channel_silent(effect.silent),
    })
}

pub async fn spreadsheet(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let effect = read(&cx).await?;
    let head = [
        t.channel_column_channel(),
        t.channel_kind(),
        t.channel_column_visits(),
        t.channel_column_interested(),
        t.channel_column_accepted(),
        t.channel_column_active(),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut row = |name: &str, kind: &str, visits: Option<i64>, numbers: Numbers| {
        let number = |number: i64| number.to_string();
        rows.push(vec![
            name.to_owned(),
            kind.to_owned(),
            visits.map(number).unwrap_or_default(),
            number(numbers.interested),
            number(numbers.accepted),
            number(numbers.active),
        ]);
    };
    for (channel, numbers) in &effect.channels {
        row(&channel.name, channel.kind.label(t), Some(numbers.visits), *numbers);
    }
    if let Some(numbers) = effect.personal {
        row(t.channel_own_links_sum(), t.channel_kind_personal(), Some(numbers.visits), numbers);
    }
    for (heard, numbers) in &effect.heard {
        row(heard.label(t), t.channel_heard_title(), None, *numbers);
    }
    let bytes = file::write(Charset::Utf8Marked, ';', rows);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"kanaler.csv\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, bytes).into_response())
}
