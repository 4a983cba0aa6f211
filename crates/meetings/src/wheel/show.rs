//! GET /aarshjul?aar=2027: everything that comes again in a year, as a wheel and as a table.

use std::f64::consts::TAU;

use askama::Template;
use axum::{extract::Query, response::Response};
use samskab_kernel::Day;
use samskab_organisation::{
    body,
    position::{self, PositionId},
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, module};
use serde::Deserialize;

use super::{MOST_YEARS, YearEvent, may_keep, store};
use crate::{T, meeting};

#[derive(Deserialize, Default)]
pub struct WheelQuery {
    #[serde(default)]
    aar: String,
}

/// Something in the wheel, whichever it is.
pub(super) struct Entry {
    pub day: Day,
    pub title: String,
    pub href: String,
    pub kind: &'static str,
    pub owner: String,
    /// The day from which it is prepared.
    pub prepared_from: Option<Day>,
    pub is_done: bool,
    /// Planned by hand: is copied to the next year.
    pub is_own: bool,
}

#[derive(Template)]
#[template(path = "wheel/show.html")]
struct WheelPage {
    shell: Shell,
    t: T,
    year: i16,
    months: Vec<Month>,
    dots: Vec<Dot>,
    names: Vec<Spoke>,
    is_empty: bool,
    /// How many are copied to the next year.
    copied: usize,
}

struct Month {
    name: String,
    lines: Vec<Line>,
}

struct Line {
    day: String,
    title: String,
    href: String,
    kind: &'static str,
    owner: String,
    prepared: String,
    state: (&'static str, &'static str, &'static str),
}

/// Where a dot is drawn, in a picture of 400 by 400.
struct Dot {
    x: f64,
    y: f64,
    /// Its day and what it is, for whoever points at it.
    said: String,
    is_own: bool,
}

/// The line before a month, and its short name.
struct Spoke {
    x1: f64,
    y1: f64,
    x2: f64,
    y2: f64,
    name_x: f64,
    name_y: f64,
    name: String,
}

/// The chosen year, or this one. Every year that something can be planned for can be opened.
pub(super) fn year(cx: &Cx, asked: &str) -> i16 {
    let this = cx.today().date().year();
    let years = this - MOST_YEARS..=this + MOST_YEARS;
    asked.parse().ok().filter(|year: &i16| years.contains(year)).unwrap_or(this)
}

pub async fn show(cx: Cx, Query(asked): Query<WheelQuery>) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let (t, year) = (T(cx.locale), year(&cx, &asked.aar));
    let mut reader = cx.read().await?;
    let entries = entries(&cx, &mut reader, year).await?;
    drop(reader);
    let name = |month: i8| cx.locale.month(month).to_owned();
    let line = |entry: &Entry| Line {
        day: meeting::as_beginning(&cx.locale.weekday_and_day(entry.day, cx.today())),
        title: entry.title.clone(),
        href: entry.href.clone(),
        kind: entry.kind,
        owner: entry.owner.clone(),
        prepared: entry.prepared_from.map(|day| cx.locale.day(day)).unwrap_or_default(),
        state: match entry {
            Entry { is_done: true, .. } => (t.wheel_done(), "good", "check"),
            Entry { prepared_from: Some(from), day, .. } if *from <= cx.today() && *day >= cx.today() => {
                (t.wheel_in_preparation(), "wait", "hourglass")
            }
            Entry { prepared_from: Some(_), day, .. } if *day < cx.today() => {
                (t.wheel_not_done(), "bad", "warning")
            }
            _ => ("", "", ""),
        },
    };
    let month = |number: i8| Month {
        name: name(number),
        lines: entries.iter().filter(|entry| entry.day.date().month() == number).map(line).collect(),
    };
    cx.page(WheelPage {
        shell: cx.shell(t.wheel_title(year.to_string())).here(),
        t,
        year,
        is_empty: entries.is_empty(),
        copied: entries.iter().filter(|entry| entry.is_own).count(),
        dots: dots(&cx, &entries),
        names: (1..=12).map(|number| spoke(number, &name(number))).collect(),
        months: (1..=12).map(month).filter(|month| !month.lines.is_empty()).collect(),
    })
}

/// So many dots find room behind each other, between the ring and the hub.
const DEPTH: u8 = 5;

/// How far round the year a day is, the first of January at the top.
fn angle(month: i8, part: f64) -> f64 {
    (f64::from(month - 1) + part) / 12.0 * TAU - TAU / 4.0
}

fn point(angle: f64, radius: f64) -> (f64, f64) {
    let rounded = |number: f64| (number * 10.0).round() / 10.0;
    (rounded(200.0 + angle.cos() * radius), rounded(200.0 + angle.sin() * radius))
}

fn spoke(month: i8, name: &str) -> Spoke {
    let ((x1, y1), (x2, y2)) = (point(angle(month, 0.0), 70.0), point(angle(month, 0.0), 160.0));
    let (name_x, name_y) = point(angle(month, 0.5), 178.0);
    let name = name.chars().take(3).collect();
    Spoke { x1, y1, x2, y2, name_x, name_y, name }
}

/// Those of the same days lie further in, as far as there is room, so that each is seen.
fn dots(cx: &Cx, entries: &[Entry]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::with_capacity(entries.len());
    for entry in entries {
        let date = entry.day.date();
        let part = (f64::from(date.day()) - 0.5) / f64::from(date.days_in_month());
        let at = |inward: u8| point(angle(date.month(), part), 148.0 - 13.0 * f64::from(inward));
        let is_free = |(x, y): &(f64, f64)| dots.iter().all(|other| (other.x - x).hypot(other.y - y) >= 13.0);
        let (x, y) = (0..DEPTH).map(at).find(is_free).unwrap_or_else(|| at(DEPTH));
        let said = format!("{}: {}", cx.locale.day(entry.day), entry.title);
        dots.push(Dot { x, y, said, is_own: entry.is_own });
    }
    dots
}

/// Everything of a year, the first first. At most five queries, and those of other contexts.
pub(super) async fn entries(cx: &Cx, connection: &mut Connection, year: i16) -> Result<Vec<Entry>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let (from, to) = (Day::of(year, 1, 1), Day::of(year + 1, 1, 1));
    let own = store::between(connection, tenant, from, to).await?;
    let owners = owners(cx, connection, &own).await?;
    let meetings = meeting::store::between(connection, tenant, from.start(), to.start()).await?;
    let bodies = body::all(connection, tenant, cx.today()).await?;
    let mut entries: Vec<Entry> = own.iter().map(|event| of_event(t, event, &owners)).collect();
    entries.extend(meetings.iter().map(|one| {
        Entry {
            day: one.starts_at.day(),
            title: bodies
                .iter()
                .find(|body| body.id == one.body)
                .map_or_else(|| one.title.clone(), |body| body.name.clone()),
            href: one.href(),
            kind: t.wheel_kind_meeting(),
            owner: String::new(),
            prepared_from: None,
            is_done: false,
            is_own: false,
        }
    }));
    let more = module::year_dates(cx, connection, from, to).await?;
    entries.extend(more.into_iter().map(|one| Entry {
        day: one.day,
        title: one.title,
        href: one.href,
        kind: one.kind,
        owner: String::new(),
        prepared_from: None,
        is_done: one.is_done,
        is_own: false,
    }));
    entries.sort_by(|one, other| (one.day, &one.title).cmp(&(other.day, &other.title)));
    Ok(entries)
}

/// The titles of the positions that own something.
async fn owners(
    cx: &Cx,
    connection: &mut Connection,
    events: &[YearEvent],
) -> Result<Vec<(PositionId, String)>> {
    if events.iter().all(|event| event.owner.is_none()) {
        return Ok(Vec::new());
    }
    let all = position::store::all(connection, cx.tenant.id, cx.today()).await?;
    Ok(all.into_iter().map(|held| (held.position.id, held.position.title)).collect())
}

fn of_event(t: T, event: &YearEvent, owners: &[(PositionId, String)]) -> Entry {
    let owner = event.owner.and_then(|id| owners.iter().find(|(known, _)| *known == id));
    let prepared = i32::try_from(event.prepare_days).unwrap_or(0);
    Entry {
        day: event.day,
        title: event.title.clone(),
        href: event.href(),
        kind: event.kind.label(t),
        owner: owner.map(|(_, title)| title.clone()).unwrap_or_default(),
        prepared_from: Some(event.day.plus_days(-prepared)),
        is_done: event.done_at.is_some(),
        is_own: true,
    }
}
