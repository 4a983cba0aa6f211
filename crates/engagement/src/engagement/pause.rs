//! POST /aftaler/{key}/pause, /genoptag and /engagementer/{id}/pause, /genoptag: a while without helping, and
//! back again. Neither needs a reason. Whoever holds a pause has no shifts in it.

use axum::response::Response;
use samskab_web::{Cx, Form, Result};

use super::{
    StepKind,
    day::{DayVerb, say},
    door::Door,
    event::{EngagementPaused, EngagementResumed},
    form::EngagementForm,
    letter::News,
    store,
    tell::{self, LetterContext},
};
use crate::T;

pub async fn pause(cx: Cx, door: Door, Form(form): Form<EngagementForm>) -> Result<Response> {
    let verb = DayVerb {
        field: EngagementForm::until,
        rule: |engagement, _, until, now| engagement.pause(until, now),
        step: StepKind::Paused,
        settles_news: false,
        frees_shifts: true,
        kind: "engagement.paused",
        said: |t, day, name, title, freed| t.engagement_news_paused(day, freed, name, title),
        news: |until, shifts| News::Paused { until, shifts },
        tells_volunteer: |_| true,
        event: EngagementPaused::of,
        flash: "engagement-flash-paused",
    };
    say(cx, door, form, verb).await
}

pub async fn resume(cx: Cx, door: Door) -> Result<Response> {
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let Ok(engagement) = opened.engagement.resume(cx.now()) else {
        return cx.redirect(door.href()); // pressed twice, or the other was quicker
    };
    store::save(&mut tx, &engagement).await?;
    store::add_step(&mut tx, engagement.id, door.by(&cx)?, StepKind::Resumed, "").await?;
    let said = |t: T, name: &str, title: &str| t.engagement_news_resumed(name, title);
    let told = ("engagement.resumed", said);
    tell::other(&mut tx, &LetterContext::of(&cx), door.side(), &engagement, News::Resumed, told).await?;
    tx.record(EngagementResumed::of(&engagement)).await?;
    tx.commit().await?;
    cx.redirect_saying(door.href(), "success", "engagement-flash-resumed")
}
