//! POST /engagementer/{id}/snak: the day on which they talk about how it goes. POST
//! /engagementer/{id}/snak-holdt: they have talked; what was said stays between them.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result};
use serde::Deserialize;

use super::{
    EngagementId, Refused, StepKind, day::again, door::Door, event::EngagementChanged, page::Typed, store,
};
use crate::{T, notice};

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct TalkForm {
    talk: String,
}

pub async fn set(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<TalkForm>) -> Result<Response> {
    let (door, t) = (Door::Place(id), T(cx.locale));
    let mut check = Check::new(cx.locale);
    check.labels(&[("talk", t.engagement_talk_on())]);
    let day = check.day("talk", &form.talk);
    let mut errors = check.done().err().unwrap_or_default();
    if let Some(day) = day {
        let mut tx = cx.write().await?;
        let opened = door.open_locked(&cx, &mut tx).await?;
        match opened.engagement.set_talk(day, cx.now()) {
            Ok(engagement) => {
                store::save(&mut tx, &engagement).await?;
                store::add_step(&mut tx, id, door.by(&cx)?, StepKind::TalkSet, &day.to_string()).await?;
                notice::settle(&mut tx, &engagement.href()).await?;
                tx.record(EngagementChanged::of(&engagement)).await?;
                tx.commit().await?;
                return cx.redirect_saying(door.href(), "success", "engagement-flash-talk-set");
            }
            Err(Refused::Day) => errors.add("talk", t.engagement_error_day()),
            Err(_) => return cx.redirect_saying(door.href(), "warning", "engagement-flash-meanwhile"),
        }
    }
    again(&cx, &door, Typed { talk: form.talk, ..Typed::default() }, errors).await
}

/// Held today: whoever forgot to note it notes it late.
pub async fn held(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    let door = Door::Place(id);
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let Ok(engagement) = opened.engagement.hold_talk(cx.now().day(), cx.now()) else {
        return cx.redirect(door.href());
    };
    store::save(&mut tx, &engagement).await?;
    store::add_step(&mut tx, id, door.by(&cx)?, StepKind::TalkHeld, "").await?;
    notice::settle(&mut tx, &engagement.href()).await?;
    tx.record(EngagementChanged::of(&engagement)).await?;
    tx.commit().await?;
    cx.redirect_saying(door.href(), "success", "engagement-flash-talk-held")
}
