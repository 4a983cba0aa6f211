//! POST /aftaler/{key}/pause, /genoptag and /engagementer/{id}/pause, /genoptag: a while without helping, and
//! back again. Neither needs a reason.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result};
use serde::Deserialize;

use super::{
    EngagementId, Refused, Side, StepKind,
    day::again,
    door::Door,
    event::{EngagementPaused, EngagementResumed},
    letter::News,
    page::Typed,
    store,
    tell::{self, Desk},
};
use crate::T;

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct PauseForm {
    until: String,
}

pub async fn of_volunteer(cx: Cx, Path(key): Path<String>, Form(form): Form<PauseForm>) -> Result<Response> {
    pause(cx, Door::Own(key), form).await
}

pub async fn of_place(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<PauseForm>) -> Result<Response> {
    pause(cx, Door::Place(id), form).await
}

async fn pause(cx: Cx, door: Door, form: PauseForm) -> Result<Response> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    check.labels(&[("until", t.engagement_pause_until())]);
    let until = check.day("until", &form.until);
    let mut errors = check.done().err().unwrap_or_default();
    if let Some(until) = until {
        let mut tx = cx.write().await?;
        let opened = door.open_locked(&cx, &mut tx).await?;
        match opened.engagement.pause(until, cx.now()) {
            Ok(engagement) => {
                store::save(&mut tx, &engagement).await?;
                let text = until.to_string();
                store::add_step(&mut tx, engagement.id, door.by(&cx)?, StepKind::Paused, &text).await?;
                match door.side() {
                    Side::Volunteer => {
                        let day = |t: T| t.0.weekday_and_day(until);
                        let said =
                            |t: T, name: &str, title: &str| t.engagement_news_paused(day(t), name, title);
                        tell::place(&mut tx, &engagement, "engagement.paused", said).await?;
                    }
                    Side::Place => {
                        tell::volunteer(&mut tx, &Desk::of(&cx), &engagement, News::Paused { until }).await?;
                    }
                }
                tx.record(EngagementPaused::of(&engagement)).await?;
                tx.commit().await?;
                return cx.redirect_saying(door.href(), "success", "engagement-flash-paused");
            }
            Err(Refused::Day) => errors.add("until", t.engagement_error_day()),
            Err(_) => return cx.redirect_saying(door.href(), "warning", "engagement-flash-meanwhile"),
        }
    }
    again(&cx, &door, Typed { until: form.until, ..Typed::default() }, errors).await
}

pub async fn resume_of_volunteer(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    resume(cx, Door::Own(key)).await
}

pub async fn resume_of_place(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    resume(cx, Door::Place(id)).await
}

async fn resume(cx: Cx, door: Door) -> Result<Response> {
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let Ok(engagement) = opened.engagement.resume(cx.now()) else {
        return cx.redirect(door.href()); // pressed twice, or the other was quicker
    };
    store::save(&mut tx, &engagement).await?;
    store::add_step(&mut tx, engagement.id, door.by(&cx)?, StepKind::Resumed, "").await?;
    match door.side() {
        Side::Volunteer => {
            let said = |t: T, name: &str, title: &str| t.engagement_news_resumed(name, title);
            tell::place(&mut tx, &engagement, "engagement.resumed", said).await?;
        }
        Side::Place => tell::volunteer(&mut tx, &Desk::of(&cx), &engagement, News::Resumed).await?,
    }
    tx.record(EngagementResumed::of(&engagement)).await?;
    tx.commit().await?;
    cx.redirect_saying(door.href(), "success", "engagement-flash-resumed")
}
