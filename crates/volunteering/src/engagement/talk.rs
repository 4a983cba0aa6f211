//! POST /aftaler/{key}/snak and /engagementer/{id}/snak: another day on which they talk about how it goes; the
//! other is told. POST …/snak-holdt: they have talked; what was said stays between them.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result};
use serde::Deserialize;

use super::{
    EngagementId, Refused, Side, StepKind,
    day::again,
    door::Door,
    event::EngagementChanged,
    letter::News,
    page::Typed,
    store,
    tell::{self, Desk},
};
use crate::{T, notice};

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct TalkForm {
    talk: String,
}

pub async fn of_volunteer(cx: Cx, Path(key): Path<String>, Form(form): Form<TalkForm>) -> Result<Response> {
    set(cx, Door::Own(key), form).await
}

pub async fn of_place(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<TalkForm>) -> Result<Response> {
    set(cx, Door::Place(id), form).await
}

async fn set(cx: Cx, door: Door, form: TalkForm) -> Result<Response> {
    let t = T(cx.locale);
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
                let text = day.to_string();
                store::add_step(&mut tx, engagement.id, door.by(&cx)?, StepKind::TalkSet, &text).await?;
                notice::settle(&mut tx, &engagement.href()).await?;
                match door.side() {
                    Side::Volunteer => {
                        let when = |t: T| t.0.weekday_and_day(day);
                        let said =
                            |t: T, name: &str, title: &str| t.engagement_news_talk_day(when(t), name, title);
                        tell::place(&mut tx, &engagement, "engagement.talk_day", said).await?;
                    }
                    Side::Place => {
                        let news = News::TalkDay { on: day };
                        tell::volunteer(&mut tx, &Desk::of(&cx), &engagement, news).await?;
                    }
                }
                tx.record(EngagementChanged::of(&engagement)).await?;
                tx.commit().await?;
                return cx.redirect_saying(door.href(), "success", "engagement-flash-talk-set");
            }
            Err(Refused::Already) => return cx.redirect(door.href()),
            Err(Refused::Day) => errors.add("talk", t.engagement_error_day()),
            Err(_) => return cx.redirect_saying(door.href(), "warning", "engagement-flash-meanwhile"),
        }
    }
    again(&cx, &door, Typed { talk: form.talk, ..Typed::default() }, errors).await
}

pub async fn held_of_volunteer(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    held(cx, Door::Own(key)).await
}

pub async fn held_of_place(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    held(cx, Door::Place(id)).await
}

/// Held today: whoever forgot to note it notes it late.
async fn held(cx: Cx, door: Door) -> Result<Response> {
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let Ok(engagement) = opened.engagement.hold_talk(cx.now().day(), cx.now()) else {
        return cx.redirect(door.href());
    };
    store::save(&mut tx, &engagement).await?;
    store::add_step(&mut tx, engagement.id, door.by(&cx)?, StepKind::TalkHeld, "").await?;
    notice::settle(&mut tx, &engagement.href()).await?;
    tx.record(EngagementChanged::of(&engagement)).await?;
    tx.commit().await?;
    cx.redirect_saying(door.href(), "success", "engagement-flash-talk-held")
}
