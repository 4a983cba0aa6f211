//! GET /opgaver/{id}/kalender.ics: a task in one's own calendar, each of its next turns.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use samskab_taskbank::task::{Off, State, TaskId, view::place_line};
use samskab_web::{
    Cx, Result,
    error::OrNotFound as _,
    icalendar::{Event, Status, write},
};

use super::{public, url};
use crate::T;

/// At most this many turns of a weekly task.
const TURNS: usize = 12;

pub async fn file(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shown = public(&cx, &mut reader, id).await?.or_not_found()?;
    let ladder = shown.ladder(&cx, &mut reader).await?;
    let days_off = samskab_finding::days_off(&cx, &mut reader).await?;
    drop(reader);
    // The telephone number of the task's page; names are only shown there.
    let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale).map(|call| call.phone);
    let (t, task) = (T(cx.locale), &shown.task);
    let is_cancelled = matches!(task.state, State::Cancelled { .. });
    // A task that is closed or over needs no calendar entry.
    let may_happen = is_cancelled || matches!(task.state, State::Open(_) | State::Filled { .. });
    may_happen.then_some(()).or_not_found()?;
    let turns = match is_cancelled {
        // A cancelled task is still in the file, marked as cancelled.
        true => task.time.occurrences(cx.now().day(), cx.now().day().plus_days(366), Off::NEVER),
        false => task.time.next(cx.now(), TURNS, days_off.of_task(task)),
    };
    let asking = call.map(|phone| t.sharing_calendar_call(phone)).unwrap_or_default();
    let about = match is_cancelled {
        true => t.sharing_calendar_called_off().to_owned(),
        false => t.sharing_calendar_not_agreed().to_owned(),
    };
    let told = [shown.poster_name.as_str(), task.summary.as_str(), about.as_str(), asking.as_str()];
    let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
    // Many calendar programs show no status: the words say it too.
    let summary = match is_cancelled {
        true => t.sharing_calendar_cancelled(task.title.as_str()),
        false => t.sharing_calendar_summary(task.title.as_str()),
    };
    let event = |(starts_at, ends_at): &(samskab_kernel::Instant, samskab_kernel::Instant)| Event {
        uid: format!("{id}-{}", starts_at.day()),
        sequence: i64::from(is_cancelled),
        status: if is_cancelled { Status::Cancelled } else { Status::Tentative },
        starts_at: *starts_at,
        ends_at: *ends_at,
        created_at: task.created_at,
        modified_at: task.updated_at,
        summary: summary.clone(),
        location: place_line(task, samskab_taskbank::T(t.0)),
        description: told.join("\n"),
        url: url(&cx, id),
        alarm_minutes: None,
    };
    let events: Vec<Event> = turns.iter().take(TURNS).map(event).collect();
    events.first().or_not_found()?;
    let mut response = write(&task.title, &events).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"opgave.ics\""));
    Ok(response)
}
