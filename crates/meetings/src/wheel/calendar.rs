//! GET /moedekalender and /moedekalender.ics: what everybody may come to or read about – public meetings, meetings of bodies
//! whose agenda was sent, and what of the wheel is open to all.

use askama::Template;
use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse as _, Response},
};
use samskab_kernel::Instant;
use samskab_organisation::body;
use samskab_web::{
    Cx, Result, Shell,
    icalendar::{self, Event, Status},
};
use serde::Deserialize;

use super::store;
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
    starts_at: Instant,
    /// Without a time of day.
    is_whole_day: bool,
    title: String,
    place: String,
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
    let mut entries = Vec::new();
    let open = dialogues.into_iter().filter(|one| one.state != DialogueState::Draft);
    entries.extend(open.map(|one| {
        let is_off = one.state == DialogueState::Cancelled;
        let status = if is_off { Status::Cancelled } else { Status::Confirmed };
        let times = (one.starts_at, one.ends_at);
        let id = one.id.to_string();
        let made = (one.created_at, one.updated_at, one.sequence);
        entry(cx, Kind::Dialogues, (one.href(), id), (one.title, one.place), times, status, made)
    }));
    let sent = meetings.into_iter().filter(|one| one.called_at.is_some());
    entries.extend(sent.filter_map(|one| {
        let body = bodies.iter().find(|body| body.id == one.body)?;
        let (times, id) = ((one.starts_at, one.ends_at), one.id.to_string());
        let made = (one.created_at, one.updated_at, one.sequence);
        let words = (body.name.clone(), one.place.clone());
        Some(entry(cx, Kind::Bodies, (one.href(), id), words, times, Status::Confirmed, made))
    }));
    entries.extend(own.into_iter().filter(|one| one.is_public).map(|one| {
        let times = (one.day.start(), one.day.end());
        let made = (one.created_at, one.updated_at, 0);
        let href = "/moedekalender".to_owned();
        let id = one.id.to_string();
        let new = entry(cx, Kind::Others, (href, id), (one.title, one.note), times, Status::Confirmed, made);
        Entry { is_whole_day: true, ..new }
    }));
    entries.retain(|entry| kind.is_none_or(|kind| entry.kind == kind));
    entries.sort_by(|one, other| (one.starts_at, &one.title).cmp(&(other.starts_at, &other.title)));
    Ok(entries)
}

fn entry(
    cx: &Cx,
    kind: Kind,
    (href, uid): (String, String),
    (title, place): (String, String),
    (starts_at, ends_at): (Instant, Instant),
    status: Status,
    (created_at, modified_at, sequence): (Instant, Instant, i64),
) -> Entry {
    let event = Event {
        uid,
        sequence,
        status,
        starts_at,
        ends_at,
        created_at,
        modified_at,
        summary: title.clone(),
        location: if kind == Kind::Others { String::new() } else { place.clone() },
        description: if kind == Kind::Others { place.clone() } else { String::new() },
        url: cx.absolute(&href),
        alarm_minutes: None,
    };
    Entry { kind, starts_at, is_whole_day: false, title, place, href, event }
}

pub async fn show(cx: Cx, Query(asked): Query<CalendarQuery>) -> Result<Response> {
    let (t, kind) = (T(cx.locale), asked.slags.parse::<Kind>().ok());
    let entries = entries(&cx, kind).await?;
    let mut months: Vec<(String, Vec<Line>)> = Vec::new();
    for entry in entries.into_iter().filter(|entry| entry.starts_at.day() >= cx.today()) {
        let date = entry.starts_at.day().date();
        let month = format!("{} {}", cx.locale.month(date.month()), date.year());
        let when = match entry.is_whole_day {
            true => cx.locale.weekday_and_day(entry.starts_at.day(), cx.today()),
            false => cx.locale.day_and_time(entry.starts_at, cx.today()),
        };
        let is_off = entry.event.status == Status::Cancelled;
        let about = [meeting::as_beginning(&when), entry.place];
        let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let title = if is_off { t.calendar_cancelled(entry.title) } else { entry.title };
        let href = if entry.kind == Kind::Others { String::new() } else { entry.href };
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
