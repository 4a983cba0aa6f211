//! GET /kanaler: the register, and what each channel leads to. GET /kanaler.csv: the same as a spreadsheet.

use askama::Template;
use axum::response::Response;
use samskab_import::file;
use samskab_kernel::told;
use samskab_web::{Cx, Result, Shell, form};
use serde::Deserialize;

use super::effect::{self, Effect, Numbers, NumbersAsRead, PERIODS, Persons};
use crate::{
    T,
    authority::{WideAction, may_widely},
};

#[derive(Deserialize, Default)]
#[serde(default)]
struct ListQuery {
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
    numbers: NumbersAsRead,
}

#[derive(Template)]
#[template(path = "channel/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    periods: Vec<Period>,
    csv_href: String,
    lines: Vec<Line>,
    personal: Option<NumbersAsRead>,
    heard: Vec<(&'static str, NumbersAsRead)>,
    silent: String,
}

fn days(cx: &Cx) -> i64 {
    let asked: ListQuery = form::query(cx);
    asked.dage.parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(PERIODS[1])
}

async fn read(cx: &Cx) -> Result<Effect> {
    cx.require(may_widely(&cx.actor, WideAction::KeepChannels))?;
    let mut reader = cx.read().await?;
    Ok(effect::of_the_last(&mut reader, cx.tenant.id, cx.now(), days(cx)).await?)
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
        shell: cx.shell(t.channel_title()).under("/overblik", t.task_overview()).here(),
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
        silent: match effect.silent {
            Persons { count, .. } if told::is_few(count) => t.channel_silent_few(told::FEW),
            Persons { is_held_back: true, .. } => String::new(),
            Persons { count, .. } => t.channel_silent(count),
        },
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
        // As on the page, but without thousands separators.
        let persons = |persons: Persons| persons.said_as(cx.locale, |count| count.to_string());
        rows.push(vec![
            name.to_owned(),
            kind.to_owned(),
            visits.map(|visits| visits.to_string()).unwrap_or_default(),
            persons(numbers.interested),
            persons(numbers.accepted),
            persons(numbers.active),
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
    file::spreadsheet("kanaler.csv", rows)
}
