//! POST /aftaler/{key}/dag and /engagementer/{id}/dag: another first day. Whoever proposes it says yes to it;
//! the other is asked again. And what this has in common with the other verbs that say a day.

use axum::response::Response;
use samskab_kernel::{Day, Instant};
use samskab_store::Event;
use samskab_taskbank::{notice, task::Time};
use samskab_web::{Check, Cx, Form, Result, form::Field};

use super::{
    Engagement, Refused, Side, StepKind, coming,
    door::{Door, again},
    event::EngagementChanged,
    form::EngagementForm,
    letter::News,
    rules::Outcome,
    store,
    tell::{self, LetterContext},
};
use crate::T;

/// A verb by which one side says a day and the other is told.
pub(super) struct DayVerb<E> {
    /// The field in which the day is typed.
    pub field: fn(&EngagementForm) -> Field<'_>,
    pub rule: fn(Engagement, Side, Day, Instant) -> Outcome,
    pub step: StepKind,
    /// Whether it answers news that wait for the place.
    pub settles_news: bool,
    /// It lets go of the shifts until that day.
    pub frees_shifts: bool,
    /// Which news the place gets, and how they are said: with the day, the volunteer's first name, the task, and how many
    /// shifts are free.
    pub kind: &'static str,
    pub said: fn(T, String, &str, &str, usize) -> String,
    /// The letter to the volunteer, with the shifts that they no longer have.
    pub news: for<'a> fn(Day, &'a [coming::Times]) -> News<'a>,
    /// Whether they are written to, by what stood before.
    pub tells_volunteer: fn(&Engagement) -> bool,
    pub event: fn(&Engagement) -> E,
    /// The message shown when it is done.
    pub flash: &'static str,
}

pub(super) async fn say<E: Event>(
    cx: Cx,
    door: Door,
    form: EngagementForm,
    verb: DayVerb<E>,
) -> Result<Response> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let day = (verb.field)(&form).day(&mut check);
    let mut errors = check.done().err().unwrap_or_default();
    if let Some(day) = day {
        let side = door.side();
        let mut tx = cx.write().await?;
        let opened = door.open_locked(&cx, &mut tx).await?;
        let freed = match verb.frees_shifts {
            true => {
                let shifts = coming::shifts(&mut tx, cx.tenant.id, opened.engagement.id, cx.now()).await?;
                coming::within_pause(shifts, day)
            }
            false => Vec::new(),
        };
        let tells = side == Side::Volunteer || (verb.tells_volunteer)(&opened.engagement);
        match (verb.rule)(opened.engagement, side, day, cx.now()) {
            Ok(engagement) => {
                store::save(&mut tx, &engagement).await?;
                let text = day.to_string();
                store::add_step(&mut tx, engagement.id, door.by(&cx)?, verb.step, &text).await?;
                if verb.settles_news {
                    notice::settle(&mut tx, &engagement.href()).await?;
                }
                if tells {
                    let said = |t: T, name: &str, title: &str| {
                        (verb.said)(t, t.0.weekday_and_day(day, cx.today()), name, title, freed.len())
                    };
                    let (news, told) = ((verb.news)(day, &freed), (verb.kind, said));
                    tell::other(&mut tx, &LetterContext::of(&cx), side, &engagement, news, told).await?;
                }
                tx.record((verb.event)(&engagement)).await?;
                tx.commit().await?;
                return cx.redirect_saying(door.href(), "success", verb.flash);
            }
            Err(Refused::Already) => return cx.redirect(door.href()),
            Err(Refused::Day) => errors.add(&(verb.field)(&form), t.engagement_error_day()),
            Err(_) => return cx.redirect_saying(door.href(), "warning", "engagement-flash-meanwhile"),
        }
    }
    again(&cx, &door, form.with_errors(errors)).await
}

pub async fn propose(cx: Cx, door: Door, Form(form): Form<EngagementForm>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let opened = door.open(&cx, &mut reader).await?;
    drop(reader);
    // What is done once has its day: another one is another task.
    if matches!(opened.shown.task.time, Time::OneOff { .. }) {
        return cx.redirect_saying(door.href(), "warning", "engagement-flash-one-day");
    }
    let verb = DayVerb {
        field: EngagementForm::day,
        rule: |engagement, side, day, now| engagement.propose_day(side, day, now),
        step: StepKind::DayProposed,
        settles_news: false,
        frees_shifts: false,
        kind: "engagement.day",
        said: |t, day, name, title, _| t.engagement_news_day(day, name, title),
        news: |day, _| News::Changed { begins_on: Some(day) },
        // Before that they have the agreement to read already.
        tells_volunteer: |before| before.yes_of(Side::Volunteer).is_some(),
        event: EngagementChanged::of,
        flash: "engagement-flash-day",
    };
    say(cx, door, form, verb).await
}
