//! GET /moedekalender and /moedekalender.ics: what everybody may come to or read about – public meetings, meetings of bodies
//! whose agenda was sent, and what of the wheel is open to all.

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
};
use serde::Deserialize;

use super::{YearEvent, store};
use crate::{T, dialogue, dialogue::DialogueState, meeting};

/// A calendar program keeps what it has read; it is given what was, too.
const BACK_DAYS: i32 = 30;
const AHEAD_DAYS: i32 = 400;

samskab_kernel::codes! {
    /// What is shown alone.
    enum Kind { Dialogues => "borgermoeder", Bodies => "grupper", Others => "andet" }
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
    kind: Kind,
    href: String,
    event: Event,
}

/// Four queries.
async fn entries(cx: &Cx, kind: Option<Kind>) -> Result<Vec<Entry>> {
    let (tenant, today) = (cx.tenant.id, cx.today());
    let (from, to) = (today.plus_days(-BACK_DAYS), today.plus_days(AHEAD_DAYS));
    let mut reader = cx.read().await?;
    let dialogues = dialogue::store::between(&mut reader, tenant, from.start(), to.start()).await?;
    let meetings = meeting::store::between(&mut reader, tenant, from.start(), to.start()).await?;
    let bodies = body::all(&mut reader, tenant, today).await?;
    let own = store::between(&mut reader, tenant, from, to).await?;
    drop(reader);
    let open = dialogues.iter().filter(|one| one.state != DialogueState::Draft);
    let dialogues = open.map(|one| Entry { kind: Kind::Dialogues, href: one.href(), event: one.event(cx) });
    let sent = meetings.iter().filter(|one| one.called_at.is_some());
    let meetings = sent.filter_map(|one| {
        let body = bodies.iter().find(|body| body.id == one.body)?;
        Some(Entry { kind: Kind::Bodies, href: one.href(), event: one.event(cx, body) })
    });
    let public = own.iter().filter(|one| one.is_public);
    let others =
        public.map(|one| Entry { kind: Kind::Others, href: String::new(), event: whole_day(cx, one) });
    let mut entries: Vec<Entry> = dialogues.chain(meetings).chain(others).collect();
    entries.retain(|entry| kind.is_none_or(|kind| entry.kind == kind));
    entries.sort_by(|one, other| {
        (one.event.starts_at, &one.event.summary).cmp(&(other.event.starts_at, &other.event.summary))
    });
    Ok(entries)
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
    let (t, kind) = (T(cx.locale), asked.slags.parse::<Kind>().ok());
    let entries = entries(&cx, kind).await?;
    let mut months: Vec<(String, Vec<Line>)> = Vec::new();
    for Entry { kind, href, event } in entries {
        let day = event.starts_at.day();
        if day < cx.today() {
            continue;
        }
        let month = format!("{} {}", cx.locale.month(day.date().month()), day.date().year());
        let (when, place) = match kind {
            Kind::Others => (cx.locale.weekday_and_day(day, cx.today()), event.description),
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
        (href, label, kind.map_or("", Kind::code) == code)
    };
    let query = kind.map(|kind| format!("?slags={kind}")).unwrap_or_default();
    cx.page(CalendarPage {
        shell: cx.shell(t.calendar_title()).here(),
        t,
        months,
        ways: vec![
            way("", t.calendar_all()),
            way(Kind::Dialogues.code(), t.dialogue_list_title()),
            way(Kind::Bodies.code(), t.body_list_title()),
            way(Kind::Others.code(), t.calendar_others()),
        ],
        feed: cx.absolute(&format!("/moedekalender.ics{query}")),
    })
}

/// For calendar programs, which ask again by themselves.
pub async fn feed(cx: Cx, Query(asked): Query<CalendarQuery>) -> Result<Response> {
    let entries = entries(&cx, asked.slags.parse::<Kind>().ok()).await?;
    let events: Vec<Event> = entries.into_iter().map(|entry| entry.event).collect();
    let name = format!("{} · {}", T(cx.locale).calendar_title(), cx.tenant.name);
    let file = icalendar::write(&name, &events);
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], file).into_response())
}
