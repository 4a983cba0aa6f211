//! /min-side/kalender: one's shifts in one's own calendar program, under a secret address that only its
//! owner sees, and once. GET /kalender/{secret}.ics: the file. Nobody else's name is in it (law B.7).

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use samskab_kernel::{Instant, Locale, jiff::SignedDuration};
use samskab_organisation::person;
use samskab_taskbank::task::{self, Task, TaskCard, TaskId, view::place_line};
use samskab_web::{
    Cx, Error, Form, Result, Shell,
    error::OrNotFound as _,
    form::Choice,
    icalendar::{Event, Status, write},
    token,
};

use super::{
    BookingState, ShiftId, href,
    own::me,
    store::{self, CalendarAddress, Coming},
};
use crate::T;

/// Days for which past shifts, the cancelled ones among them, stay in the calendar file.
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
    form: AlarmForm,
}

/// How long before a shift one may be reminded: an hour, three hours, a day, two days.
const ALARMS: [i64; 4] = [60, 180, 1440, 2880];
const NO_ALARM: &str = "nej";

fn alarm_label(t: T, minutes: i64) -> String {
    if minutes < 1440 {
        t.shift_calendar_alarm_hours(minutes / 60)
    } else {
        t.shift_calendar_alarm_days(minutes / 1440)
    }
}

fn alarms(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    let none = Choice::of(NO_ALARM, t.shift_calendar_alarm_none());
    let each = ALARMS.iter().map(|minutes| Choice::of(minutes.to_string(), alarm_label(t, *minutes)));
    std::iter::once(none).chain(each).collect()
}

impl CalendarPage {
    fn new(cx: &Cx, address: Option<CalendarAddress>, secret: &str) -> Self {
        let t = T(cx.locale);
        let alarm = address.and_then(|address| address.alarm_minutes);
        let made = address.map(|address| cx.locale.day_and_time(address.created_at, cx.today()));
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
            last_read: read.map(|read| cx.locale.day_and_time(read, cx.today())).unwrap_or_default(),
            form: AlarmForm {
                alarm: alarm.map_or_else(|| NO_ALARM.to_owned(), |minutes| minutes.to_string()),
                ..AlarmForm::default()
            },
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

samskab_web::form! {
    pub struct AlarmForm {
        alarm: choice(shift_calendar_alarm).hint(shift_calendar_alarm_hint).without_first().among(alarms),
    }
}

/// POST /min-side/kalender/paamindelse: how long before a shift the calendar rings.
pub async fn ring(cx: Cx, Form(form): Form<AlarmForm>) -> Result<Response> {
    let minutes = form.alarm.parse().ok().filter(|minutes| ALARMS.contains(minutes));
    let mut tx = cx.write().await?;
    store::set_alarm(&mut tx, me(&cx)?, minutes).await?.then_some(()).or_not_found()?;
    tx.commit().await?;
    cx.redirect_saying("/min-side/kalender", "success", "shift-flash-calendar-alarm")
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
            task::store::cards_to_show(&mut reader, &cx.tenant, &ids, cx.now().day()).await?,
        )
    };
    drop(reader);
    let t = T(owner.locale);
    let events: Vec<Event> = once_a_shift(&coming)
        .into_iter()
        .filter_map(|one| event(&cx, t, one, &tasks, &cards, address.alarm_minutes))
        .collect();
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

/// One entry a shift, the newest that holds: somebody who gave a place back and took it again has it, and whoever gave
/// it back twice is told so once.
fn once_a_shift(coming: &[Coming]) -> Vec<&Coming> {
    let holds = |one: &Coming| !matches!(one.booking.state, BookingState::Cancelled | BookingState::Replaced);
    let rank = |one: &Coming| (holds(one), one.booking.created_at, one.booking.id);
    let mut best: HashMap<ShiftId, &Coming> = HashMap::new();
    for one in coming {
        let known = best.entry(one.shift.id).or_insert(one);
        if rank(one) > rank(known) {
            *known = one;
        }
    }
    coming
        .iter()
        .filter(|one| best.get(&one.shift.id).is_some_and(|best| best.booking.id == one.booking.id))
        .collect()
}

fn event(
    cx: &Cx,
    t: T,
    coming: &Coming,
    tasks: &[Task],
    cards: &[TaskCard],
    alarm_minutes: Option<i64>,
) -> Option<Event> {
    let (booking, shift) = (&coming.booking, &coming.shift);
    let task = tasks.iter().find(|task| task.id == coming.task)?;
    let card = cards.iter().find(|card| card.id == coming.task);
    let by = card.map_or("", |card| card.poster_name.as_str());
    // The same number as on the task's page, without a name.
    let call = card.and_then(|card| card.phone.as_ref());
    let call = call.map(|phone| t.shift_calendar_call(phone.spaced())).unwrap_or_default();
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
    // Many calendar programs show no status: the words say it too.
    let summary = match status {
        Status::Cancelled if !shift.is_planned() => t.shift_calendar_cancelled(summary),
        Status::Cancelled => t.shift_calendar_given_up(summary),
        Status::Tentative => t.shift_calendar_unconfirmed(summary),
        Status::Confirmed => summary,
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
        location: place_line(task, samskab_taskbank::T(t.0)),
        description: format!("{by}\n{}\n{call}", t.shift_calendar_description()).trim().to_owned(),
        url: cx.absolute(&href(shift.id)),
        alarm_minutes: alarm_minutes.filter(|_| shift.starts_at > cx.now()),
    })
}
