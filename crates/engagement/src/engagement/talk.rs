//! POST /aftaler/{key}/snak and /engagementer/{id}/snak: another day on which they talk about how it goes; the
//! other is told. POST …/snak-holdt: they have talked; what was said stays between them.

use axum::response::Response;
use samskab_taskbank::notice;
use samskab_web::{Cx, Form, Result};

use super::{
    StepKind,
    day::{DayVerb, say},
    door::Door,
    event::EngagementChanged,
    form::EngagementForm,
    letter::News,
    store,
};

pub async fn set(cx: Cx, door: Door, Form(form): Form<EngagementForm>) -> Result<Response> {
    let verb = DayVerb {
        field: EngagementForm::talk,
        rule: |engagement, _, day, now| engagement.set_talk(day, now),
        step: StepKind::TalkSet,
        settles_news: true,
        frees_shifts: false,
        kind: "engagement.talk_day",
        said: |t, day, name, title, _| t.engagement_news_talk_day(day, name, title),
        news: |on, _| News::TalkDay { on },
        tells_volunteer: |_| true,
        event: EngagementChanged::of,
        flash: "engagement-flash-talk-set",
    };
    say(cx, door, form, verb).await
}

/// Held today: whoever forgot to note it notes it late.
pub async fn held(cx: Cx, door: Door) -> Result<Response> {
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
    cx.redirect_saying(cx.back_to_overview_or(door.href()), "success", "engagement-flash-talk-held")
}
