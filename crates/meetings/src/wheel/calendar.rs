//! GET /moedekalender and /moedekalender.ics: what everybody may come to or read about – meetings of bodies whose agenda was
//! sent, what of the wheel is open to all, and what other contexts have: public meetings, hearings, steps of plans.

use askama::Template;
use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse as _, Response},
};
use samskab_organisation::body;
use samskab_web::{
    Cx, Result, Shell,
    icalendar::{self, Event, Status},
    module,
};
use serde::Deserialize;

use super::{YearEvent, store};
use crate::{T, meeting};

/// A calendar program keeps what it has read; it is given what was, too.
const BACK_DAYS: i32 = 30;
const AHEAD_DAYS: i32 = 400;

samskab_kernel::codes! {
    /// Kinds that can be shown alone.
    enum Kind { Bodies => "grupper", Others => "andet" }
}

#[derive(Deserialize, Default)]
pub struct CalendarQuery {
    #[serde(default)]
    slags: String,
}

#[derive(Template)]
#[template(path = "wheel/calendar.html")]
struct CalendarPage {
    shell: Shell,
    t: T,
    months: Vec<(String, Vec<Line>)>,
    /// Address, words, whether it is the one that is shown.
    ways: Vec<(String, &'static str, bool)>,
    feed: String,
}

struct Line {
    title: String,
    href: String,
    about: String,
}

struct Entry {
    /// A code of [`Kind`], or a kind that another context has.
    kind: &'static str,
    /// The kind of another context in words.
    heading: &'static str,
    href: String,
    event: Event,
}

/// Every entry of the public calendar, of one `kind` or of all. Runs three queries, and those of other contexts.
async fn entries(cx: &Cx, kind: &str) -> Result<Vec<Entry>> {
    let (tenant, today) = (cx.tenant.id, cx.today());
    let (from, to) = (today.plus_days(-BACK_DAYS), today.plus_days(AHEAD_DAYS));
    let mut reader = cx.read().await?;
    let meetings = meeting::store::between(&mut reader, tenant, from.start(), to.start()).await?;
    let bodies = body::all(&mut reader, tenant, today).await?;
    let own = store::between(&mut reader, tenant, from, to).await?;
    let more = module::public_dates(cx, &mut reader, from.start(), to.start()).await?;
    drop(reader);
    let sent = meetings.iter().filter(|one| one.is_known());
    let meetings = sent.filter_map(|one| {
        let body = bodies.iter().find(|body| body.id == one.body)?;
        Some(Entry { kind: Kind::Bodies.code(), heading: "", href: one.href(), event: one.event(cx, body) })
    });
    let public = own.iter().filter(|one| one.is_public);
    let others = public.map(|one| Entry {
        kind: Kind::Others.code(),
        heading: "",
        href: String::new(),
        event: whole_day(cx, one),
    });
    let more = more.into_iter().map(|one| Entry {
        kind: one.kind,
        heading: one.heading,
        href: one.href,
        event: one.event,
    });
    let mut entries: Vec<Entry> = meetings.chain(others).chain(more).collect();
    // A word that is no kind asks for nothing in particular.
    let is_kind = kind.parse::<Kind>().is_ok() || entries.iter().any(|entry| entry.kind == kind);
    entries.retain(|entry| !is_kind || entry.kind == kind);
    entries.sort_by(|one, other| {
        (one.event.starts_at, &one.event.summary).cmp(&(other.event.starts_at, &other.event.summary))
    });
    Ok(entries)
}

/// The code that was asked for, if it is one; else empty.
fn known<'a>(asked: &'a str, more: &[(&'static str, &'static str)]) -> &'a str {
    let is_known = asked.parse::<Kind>().is_ok() || more.iter().any(|(code, _)| *code == asked);
    if is_known { asked } else { "" }
}

fn whole_day(cx: &Cx, one: &YearEvent) -> Event {
    Event {
        uid: one.id.to_string(),
        sequence: 0,
        status: Status::Confirmed,
        starts_at: one.day.start(),
        ends_at: one.day.end(),
        created_at: one.created_at,
        modified_at: one.updated_at,
        summary: one.title.clone(),
        location: String::new(),
        description: one.note.clone(),
        url: cx.absolute("/moedekalender"),
        alarm_minutes: None,
    }
}

pub async fn show(cx: Cx, Query(asked): Query<CalendarQuery>) -> Result<Response> {
    let t = T(cx.locale);
    let all = entries(&cx, "").await?;
    // What other contexts have can be shown alone, too.
    let mut more: Vec<(&'static str, &'static str)> = Vec::new();
    for entry in all.iter().filter(|entry| !entry.heading.is_empty()) {
        if !more.iter().any(|(code, _)| *code == entry.kind) {
            more.push((entry.kind, entry.heading));
        }
    }
    let kind = known(&asked.slags, &more);
    let entries = all.into_iter().filter(|entry| kind.is_empty() || entry.kind == kind);
    let mut months: Vec<(String, Vec<Line>)> = Vec::new();
    for Entry { kind, href, event, .. } in entries {
        let day = event.starts_at.day();
        if day < cx.today() {
            continue;
        }
        let month = cx.locale.months(day, day);
        // An entry without an hour lasts the whole day.
        let is_day = event.starts_at == day.start() && event.ends_at == day.end();
        let (when, place) = match kind {
            "andet" => (cx.locale.weekday_and_day(day, cx.today()), event.description),
            _ if is_day => (cx.locale.weekday_and_day(day, cx.today()), event.location),
            _ => (cx.locale.day_and_time(event.starts_at, cx.today()), event.location),
        };
        let about = [meeting::as_beginning(&when), place];
        let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let title = match event.status {
            Status::Cancelled => t.calendar_cancelled(event.summary),
            _ => event.summary,
        };
        let line = Line { title, href, about: about.join(" · ") };
        match months.last_mut() {
            Some((name, lines)) if *name == month => lines.push(line),
            _ => months.push((month, vec![line])),
        }
    }
    let way = |code: &str, label| {
        let href = match code {
            "" => "/moedekalender".to_owned(),
            code => format!("/moedekalender?slags={code}"),
        };
        (href, label, kind == code)
    };
    let query = if kind.is_empty() { String::new() } else { format!("?slags={kind}") };
    let mut ways = vec![way("", t.calendar_all())];
    ways.extend(more.iter().map(|(code, heading)| way(code, heading)));
    ways.push(way(Kind::Bodies.code(), t.body_list_title()));
    ways.push(way(Kind::Others.code(), t.calendar_others()));
    cx.page(CalendarPage {
        shell: cx.shell(t.calendar_title()).here(),
        t,
        months,
        ways,
        feed: cx.absolute(&format!("/moedekalender.ics{query}")),
    })
}

/// The calendar for calendar programs, which fetch it regularly.
pub async fn feed(cx: Cx, Query(asked): Query<CalendarQuery>) -> Result<Response> {
    let entries = entries(&cx, &asked.slags).await?;
    let events: Vec<Event> = entries.into_iter().map(|entry| entry.event).collect();
    let name = format!("{} · {}", T(cx.locale).calendar_title(), cx.tenant.name);
    let file = icalendar::write(&name, &events);
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], file).into_response())
}
