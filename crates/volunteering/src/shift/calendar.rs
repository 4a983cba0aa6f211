//! /min-side/kalender: one's shifts in one's own calendar program, under a secret address that only its
//! owner sees, and once. GET /kalender/{secret}.ics: the file. Nobody else's name is in it (law B.7).

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use samskab_kernel::{Instant, jiff::SignedDuration};
use samskab_organisation::person;
use samskab_web::{Cx, Error, Result, Shell, error::OrNotFound as _, token};

use super::{
    BookingState, ShiftId, href,
    icalendar::{Event, Status, write},
    own::me,
    store::{self, CalendarAddress, Coming},
};
use crate::{
    T,
    task::{self, Task, TaskCard, TaskId, view::place_line},
};

/// What fell away stands as cancelled for so long, and what is over stays.
const KEPT_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "shift/calendar.html")]
struct CalendarPage {
    shell: Shell,
    t: T,
    /// Just made: shown this once.
    address: String,
    /// The same, for a calendar program that opens such links.
    webcal: String,
    is_open: bool,
    made: String,
    last_read: String,
}

impl CalendarPage {
    fn new(cx: &Cx, address: Option<CalendarAddress>, secret: &str) -> Self {
        let t = T(cx.locale);
        let made = address.map(|address| cx.locale.day_and_time(address.created_at));
        let read = address.and_then(|address| address.last_read_at);
        let url =
            if secret.is_empty() { String::new() } else { cx.absolute(&format!("/kalender/{secret}.ics")) };
        Self {
            shell: cx.shell(t.shift_calendar_title()).under("/min-side", t.shift_my_page()).here(),
            t,
            webcal: url.split_once("://").map(|(_, rest)| format!("webcal://{rest}")).unwrap_or_default(),
            address: url,
            is_open: address.is_some(),
            made: made.unwrap_or_default(),
            last_read: read.map(|read| cx.locale.day_and_time(read)).unwrap_or_default(),
        }
    }
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let address = store::calendar_of_person(&mut reader, cx.tenant.id, me(&cx)?).await?;
    cx.page(CalendarPage::new(&cx, address, ""))
}

/// The answer of the post itself shows the address: it stands nowhere else, and no link leads to it.
pub async fn make(cx: Cx) -> Result<Response> {
    let me = me(&cx)?;
    let secret = cx.secret();
    let mut tx = cx.write().await?;
    store::lock_people(&mut tx, &[me]).await?;
    store::replace_calendar(&mut tx, me, &secret).await?;
    let address = store::calendar_of_person(&mut tx, cx.tenant.id, me).await?;
    tx.commit().await?;
    cx.page(CalendarPage::new(&cx, address, &secret))
}

pub async fn close(cx: Cx) -> Result<Response> {
    let mut tx = cx.write().await?;
    store::close_calendar(&mut tx, me(&cx)?).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-side/kalender", "success", "shift-flash-calendar-closed")
}

pub async fn file(cx: Cx, Path(file): Path<String>, headers: HeaderMap) -> Result<Response> {
    let secret = file.strip_suffix(".ics").ok_or(Error::NotFound)?;
    let mut reader = cx.read().await?;
    let address = store::calendar_by_secret(&mut reader, cx.tenant.id, secret).await?.or_not_found()?;
    let owner = person::store::find(&mut reader, cx.tenant.id, address.person).await?.or_not_found()?;
    let since = cx.now().plus_days(-KEPT_DAYS);
    let coming = store::calendar(&mut reader, cx.tenant.id, owner.id, since).await?;
    let mut ids: Vec<TaskId> = coming.iter().map(|one| one.task).collect();
    ids.sort_unstable();
    ids.dedup();
    let (tasks, cards) = if ids.is_empty() {
        (Vec::new(), Vec::new())
    } else {
        (
            task::store::find_many(&mut reader, cx.tenant.id, &ids).await?,
            task::store::cards(&mut reader, cx.tenant.id, &ids, cx.now().day()).await?,
        )
    };
    drop(reader);
    let t = T(owner.locale);
    let events: Vec<Event> =
        once_a_shift(&coming).into_iter().filter_map(|one| event(&cx, t, one, &tasks, &cards)).collect();
    let body = write(t.shift_calendar_name(), &events);
    note_read(&cx, &address).await?;
    let tag = format!("\"{}\"", token::hash(&body));
    let is_known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|known| known.to_str().ok())
        .is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag));
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (StatusCode::OK, body).into_response()
    };
    let set = |response: &mut Response, name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(&mut response, header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    set(&mut response, header::CONTENT_DISPOSITION, "inline; filename=\"vagter.ics\"");
    set(&mut response, header::CACHE_CONTROL, "private, no-cache");
    set(&mut response, header::ETAG, &tag);
    Ok(response)
}

/// A day's worth of polling is a few writes.
async fn note_read(cx: &Cx, address: &CalendarAddress) -> Result<()> {
    let is_new = |read: Instant| cx.now().since(read) >= SignedDuration::from_hours(1);
    if address.last_read_at.is_none_or(is_new) {
        let mut tx = cx.write().await?;
        store::note_calendar_read(&mut tx, address.person).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Somebody who gave a place back and took it again has it: the cancelled one would only confuse.
fn once_a_shift(coming: &[Coming]) -> Vec<&Coming> {
    let holds = |one: &Coming| !matches!(one.booking.state, BookingState::Cancelled | BookingState::Replaced);
    let held: HashMap<ShiftId, ()> =
        coming.iter().filter(|one| holds(one)).map(|one| (one.shift.id, ())).collect();
    coming.iter().filter(|one| holds(one) || !held.contains_key(&one.shift.id)).collect()
}

fn event(cx: &Cx, t: T, coming: &Coming, tasks: &[Task], cards: &[TaskCard]) -> Option<Event> {
    let (booking, shift) = (&coming.booking, &coming.shift);
    let task = tasks.iter().find(|task| task.id == coming.task)?;
    let by = cards.iter().find(|card| card.id == coming.task).map_or("", |card| card.poster_name.as_str());
    let fell_away = matches!(booking.state, BookingState::Cancelled | BookingState::Replaced);
    let status = if fell_away || !shift.is_planned() {
        Status::Cancelled
    } else if booking.is_confirmed(shift) {
        Status::Confirmed
    } else {
        Status::Tentative
    };
    let summary = if shift.title.is_empty() {
        t.shift_calendar_summary(&task.title)
    } else {
        t.shift_calendar_summary(format!("{} ({})", task.title, shift.title))
    };
    Some(Event {
        uid: booking.id.to_string(),
        // One more for what the person did: a place given back is newer than the same place.
        sequence: shift.sequence + i64::from(fell_away && shift.is_planned()),
        status,
        starts_at: shift.starts_at,
        ends_at: shift.ends_at,
        created_at: booking.created_at,
        modified_at: booking.updated_at.max(shift.updated_at),
        summary,
        location: place_line(task, t),
        description: format!("{by}\n{}", t.shift_calendar_description()).trim().to_owned(),
        url: cx.absolute(&href(shift.id)),
    })
}
