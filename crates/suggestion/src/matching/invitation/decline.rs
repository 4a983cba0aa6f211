//! POST /invitationer/{id}/afslag: no, with a reason or without one; and, if one likes, no more for a while.

use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_volunteers::volunteer::{self, CvChanged};
use samskab_web::{Cx, Form, Result, form::Choice};

use super::{DeclineReason, InvitationId, answer, event::InvitationDeclined, store};
use crate::T;

samskab_web::form! {
    pub struct DeclineForm {
        reason: radio(matching_own_reason).optional().among(reasons),
        /// Days without invitations; empty: none.
        pause: radio(matching_own_pause).optional().among(pauses),
    }
}

fn reasons(locale: Locale) -> Vec<Choice> {
    DeclineReason::ALL.iter().map(|one| Choice::of(one.code(), one.label(T(locale)))).collect()
}

fn pauses(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of("", t.matching_pause_none()),
        Choice::of("30", t.matching_pause_month()),
        Choice::of("90", t.matching_pause_quarter()),
        Choice::of("180", t.matching_pause_half_year()),
    ]
}

/// Half a year; longer pauses are made on the CV's own page.
const LONGEST_PAUSE: i32 = 180;

pub async fn decline(
    cx: Cx,
    Path(id): Path<InvitationId>,
    Form(form): Form<DeclineForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let invitation = answer::own(&cx, &mut tx, id).await?;
    let href = invitation.href();
    let me = invitation.person;
    let Ok(declined) = invitation.decline(form.reason.parse().ok(), cx.now()) else {
        return cx.redirect_saying(href, "warning", "matching-flash-over");
    };
    if !store::save(&mut tx, &declined).await? {
        return cx.redirect_saying(href, "warning", "matching-flash-over");
    }
    let pause = form.pause.parse::<i32>().ok().filter(|days| (1..=LONGEST_PAUSE).contains(days));
    if let Some(days) = pause
        && let Some(mut cv) = volunteer::store::find(&mut tx, cx.tenant.id, me).await?
    {
        let until = cx.now().day().plus_days(days);
        cv.paused_until = cv.paused_until.max(Some(until));
        cv.updated_at = cx.now();
        volunteer::store::save(&mut tx, &cv).await?;
        tx.record(CvChanged { person: me }).await?;
    }
    tx.record(InvitationDeclined::of(&declined)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "matching-flash-no")
}
