//! GET /v/{code}: a channel's or a volunteer's own link, on paper and in mails. Counts a visit and leads on.
//!
//! /v/{code}?opgave={id} leads to a task; /v/{code}/{letters} does too and can be typed from a poster.

use axum::{
    extract::Path,
    http::{HeaderMap, Method},
    response::Response,
};
use samskab_web::{Cx, Result, form, limits::Limited};
use serde::Deserialize;
use uuid::Uuid;

use super::{ChannelCode, carried_on, short, store, visits};
use crate::task::TaskId;

#[derive(Deserialize, Default)]
#[serde(default)]
struct LinkQuery {
    opgave: String,
}

pub async fn follow(
    cx: Cx,
    method: Method,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response> {
    cx.limit(Limited::ShortLink)?;
    let asked: LinkQuery = form::query(&cx);
    let task = asked.opgave.parse::<Uuid>().ok().map(TaskId::from_uuid);
    let code = counted(&cx, &method, &headers, &code, task).await?;
    let to = task.map_or_else(|| "/".to_owned(), |task| format!("/opgaver/{task}"));
    cx.redirect(carried_on(&to, code.as_ref()))
}

pub async fn follow_short(
    cx: Cx,
    method: Method,
    headers: HeaderMap,
    Path((code, letters)): Path<(String, String)>,
) -> Result<Response> {
    cx.limit(Limited::ShortLink)?;
    let mut reader = cx.read().await?;
    let task = short::find(&mut reader, cx.tenant.id, &letters).await?;
    drop(reader);
    let code = counted(&cx, &method, &headers, &code, task).await?;
    // Misread, or the task is over: what else there is.
    let to = task.map_or_else(|| "/opgaver".to_owned(), |task| format!("/opgaver/{task}"));
    cx.redirect(carried_on(&to, code.as_ref()))
}

/// Counts a person who follows the link, and returns its code if a channel has it. Programs that look ahead are not
/// counted, nor is the volunteer who tries their own link. A code that no channel has any more still leads to the
/// page, because posters keep hanging.
async fn counted(
    cx: &Cx,
    method: &Method,
    headers: &HeaderMap,
    code: &str,
    task: Option<TaskId>,
) -> Result<Option<ChannelCode>> {
    let Ok(code) = code.to_lowercase().parse::<ChannelCode>() else { return Ok(None) };
    let mut reader = cx.read().await?;
    let Some(channel) = store::find_by_code(&mut reader, cx.tenant.id, &code).await? else { return Ok(None) };
    drop(reader);
    let looks_ahead = ["purpose", "sec-purpose", "x-moz"].iter().any(|name| {
        headers
            .get(*name)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.contains("prefetch"))
    });
    let is_own = channel.person_id.is_some_and(|person| cx.actor.person == Some(person.uuid()));
    if *method == Method::GET && !looks_ahead && !is_own {
        visits::count(cx.tenant.id, channel.id, cx.now().day(), task, 1);
    }
    Ok(Some(code))
}
