//! POST /aftaler/{key}/stop and /engagementer/{id}/afslut: it ends, at once and by one button. A reason is
//! voluntary (FX-06); the place thanks. POST /engagementer/{id}/tak: thanks afterwards, when it was the
//! volunteer who stopped.

use axum::{extract::Path, response::Response};
use samskab_store::Tx;
use samskab_taskbank::notice;
use samskab_web::{Check, Cx, Form, Result, Tenant};

use super::{
    EndReason, EndedBy, Engagement, EngagementId, Side, StepKind, coming,
    door::{Door, again},
    event::{EngagementChanged, EngagementEnded},
    form::EngagementForm,
    letter::News,
    store,
    tell::{self, LetterContext},
};
use crate::T;
use samskab_interest::{StepKind as InterestStep, history::By, places};

pub async fn end(cx: Cx, door: Door, Form(form): Form<EngagementForm>) -> Result<Response> {
    let mut check = Check::new(cx.locale);
    let note = form.note().text(&mut check).unwrap_or_default();
    let thanks = match door.side() {
        Side::Volunteer => String::new(),
        Side::Place => form.thanks().text(&mut check).unwrap_or_default(),
    };
    if let Err(errors) = check.done() {
        return again(&cx, &door, form.with_errors(errors)).await;
    }
    // A word that is not on the list is no reason; none is owed.
    let reason: Option<EndReason> = form.reason.parse().ok();
    let by = if door.side() == Side::Volunteer { EndedBy::Volunteer } else { EndedBy::Place };

    let mut tx = cx.write().await?;
    // The task first, as where places are given away: two who wait for each other never end.
    let before = door.open(&cx, &mut tx).await?;
    samskab_interest::store::lock_task(&mut tx, before.engagement.task).await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let has_helped = opened.engagement.has_helped(opened.engagement.state.has_begun(), cx.now().day());
    let shifts = coming::shifts(&mut tx, cx.tenant.id, opened.engagement.id, cx.now()).await?;
    let Ok(engagement) = opened.engagement.end(by, reason, note, cx.now()) else {
        return cx.redirect(door.href()); // it is over already
    };
    let engagement = match door.side() {
        Side::Volunteer => engagement,
        Side::Place => Engagement { thanks, ..engagement },
    };
    save_ended(&mut tx, &engagement, door.me(&cx)?).await?;
    give_place_back(&mut tx, &cx.tenant, &engagement, has_helped).await?;
    match door.side() {
        Side::Volunteer => {
            let news = News::Stopped { has_helped, shifts: &shifts };
            tell::volunteer(&mut tx, &LetterContext::of(&cx), &engagement, news).await?;
            let said = |t: T, name: &str, title: &str| match has_helped {
                true => t.engagement_news_ended(name, title),
                false => t.engagement_news_ended_before(name, title),
            };
            // Thanks are asked for; what came to nothing is only told.
            let kind = if has_helped { "engagement.ended" } else { "engagement.ended_before" };
            tell::place(&mut tx, &engagement, kind, said).await?;
        }
        Side::Place => {
            let news = News::Ended { thanks: &engagement.thanks, has_helped, shifts: &shifts };
            tell::volunteer(&mut tx, &LetterContext::of(&cx), &engagement, news).await?;
        }
    }
    let must_call =
        door.side() == Side::Place && !tell::has_address(&mut tx, cx.tenant.id, &engagement).await?;
    tx.record(EngagementEnded::of(&engagement)).await?;
    tx.commit().await?;
    let said = if must_call { "engagement-flash-ended-call" } else { "engagement-flash-ended" };
    cx.redirect_saying(door.href(), "success", said)
}

/// Saves an ended engagement with its line in the history, and releases what it held: shifts to come and news about
/// it. `me`: who of the place ended it.
pub(super) async fn save_ended(
    tx: &mut Tx,
    engagement: &Engagement,
    me: Option<samskab_organisation::person::PersonId>,
) -> samskab_store::Result<()> {
    store::save(tx, engagement).await?;
    let by = match (engagement.state, me) {
        (_, Some(me)) => By::Person(me),
        (super::State::Ended { by: EndedBy::Volunteer, .. }, None) => By::Volunteer,
        _ => By::Program,
    };
    store::add_step(tx, engagement.id, by, StepKind::Ended, &engagement.end_note).await?;
    if !engagement.thanks.is_empty() {
        let after = samskab_kernel::Instant::from_micros(tx.now().micros() + 1);
        store::add_step_at(tx, engagement.id, after, by, StepKind::Thanked, "").await?;
    }
    notice::settle(tx, &engagement.href()).await
}

/// Ends the interest that the engagement came from, so that whoever waits can have the place. Without `has_helped`
/// nobody has helped, and the interest counts as withdrawn or declined.
pub(super) async fn give_place_back(
    tx: &mut Tx,
    municipality: &Tenant,
    engagement: &Engagement,
    has_helped: bool,
) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(id) = engagement.interest else { return Ok(()) };
    let Some(interest) = samskab_interest::store::find(tx, tenant, id).await? else { return Ok(()) };
    let was = interest.state.kind();
    // Only what the interest's own page has not ended by itself.
    if was != samskab_interest::StateKind::Accepted {
        return Ok(());
    }
    let super::State::Ended { by: ended_by, .. } = engagement.state else { return Ok(()) };
    let (outcome, by, step) = match (has_helped, ended_by) {
        (true, _) => (interest.conclude(now), By::Program, InterestStep::Ended),
        (false, EndedBy::Volunteer) => (interest.withdraw(now), By::Volunteer, InterestStep::Withdrawn),
        (false, EndedBy::Place | EndedBy::Task) => {
            (interest.cancel(now), By::Program, InterestStep::Declined)
        }
    };
    let Ok(interest) = outcome else { return Ok(()) };
    if samskab_interest::store::save(tx, &interest, was).await? {
        samskab_interest::store::add_step(tx, id, by, step, "").await?;
        places::given_back(tx, municipality, interest.task, interest.persons).await?;
    }
    Ok(())
}

pub async fn thank(
    cx: Cx,
    Path(id): Path<EngagementId>,
    Form(form): Form<EngagementForm>,
) -> Result<Response> {
    let door = Door::Place(id);
    let mut check = Check::new(cx.locale);
    let thanks = form.thanks().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return again(&cx, &door, form.with_errors(errors)).await;
    }
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let Ok(engagement) = opened.engagement.thank(thanks, cx.now()) else {
        return cx.redirect(door.href()); // somebody has thanked already
    };
    store::save(&mut tx, &engagement).await?;
    store::add_step(&mut tx, id, door.by(&cx)?, StepKind::Thanked, "").await?;
    let news = News::Thanks { thanks: &engagement.thanks };
    tell::volunteer(&mut tx, &LetterContext::of(&cx), &engagement, news).await?;
    let is_sent = tell::has_address(&mut tx, cx.tenant.id, &engagement).await?;
    tx.record(EngagementChanged::of(&engagement)).await?;
    tx.commit().await?;
    let said = if is_sent { "engagement-flash-thanked" } else { "engagement-flash-saved" };
    cx.redirect_saying(door.href(), "success", said)
}
