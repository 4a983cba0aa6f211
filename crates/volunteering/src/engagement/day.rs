//! POST /aftaler/{key}/dag and /engagementer/{id}/dag: another first day. Whoever proposes it says yes to it;
//! the other is asked again.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Errors, Form, Result};
use serde::Deserialize;

use super::{
    EngagementId, Refused, Side, StepKind,
    door::Door,
    event::EngagementChanged,
    letter::News,
    page::{EngagementPage, Typed},
    store,
    tell::{self, Desk},
};
use crate::T;

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct DayForm {
    day: String,
}

pub async fn of_volunteer(cx: Cx, Path(key): Path<String>, Form(form): Form<DayForm>) -> Result<Response> {
    propose(cx, Door::Own(key), form).await
}

pub async fn of_place(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<DayForm>) -> Result<Response> {
    propose(cx, Door::Place(id), form).await
}

async fn propose(cx: Cx, door: Door, form: DayForm) -> Result<Response> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    check.labels(&[("day", t.engagement_other_day())]);
    let day = check.day("day", &form.day);
    let mut errors = check.done().err().unwrap_or_default();
    if let Some(day) = day {
        let mut tx = cx.write().await?;
        let opened = door.open_locked(&cx, &mut tx).await?;
        let was_said = opened.engagement.yes_of(door.side().other()).is_some();
        match opened.engagement.propose_day(door.side(), day, cx.now()) {
            Ok(engagement) => {
                store::save(&mut tx, &engagement).await?;
                let text = day.to_string();
                store::add_step(&mut tx, engagement.id, door.by(&cx)?, StepKind::DayProposed, &text).await?;
                match door.side() {
                    Side::Volunteer => {
                        let when = |t: T| t.0.weekday_and_day(day);
                        let said =
                            |t: T, name: &str, title: &str| t.engagement_news_day(when(t), name, title);
                        tell::place(&mut tx, &engagement, "engagement.day", said).await?;
                    }
                    Side::Place if was_said => {
                        let news = News::Changed { begins_on: Some(day) };
                        tell::volunteer(&mut tx, &Desk::of(&cx), &engagement, news).await?;
                    }
                    Side::Place => {} // they have the agreement to read already
                }
                tx.record(EngagementChanged::of(&engagement)).await?;
                tx.commit().await?;
                return cx.redirect_saying(door.href(), "success", "engagement-flash-day");
            }
            Err(Refused::Already) => return cx.redirect(door.href()),
            Err(Refused::Day) => errors.add("day", t.engagement_error_day()),
            Err(_) => return cx.redirect_saying(door.href(), "warning", "engagement-flash-meanwhile"),
        }
    }
    again(&cx, &door, Typed { day: form.day, ..Typed::default() }, errors).await
}

pub(super) async fn again(cx: &Cx, door: &Door, typed: Typed, errors: Errors) -> Result<Response> {
    let mut reader = cx.read().await?;
    let opened = door.open(cx, &mut reader).await?;
    cx.invalid(EngagementPage::new(cx, &mut reader, &opened, door, typed, errors).await?)
}
