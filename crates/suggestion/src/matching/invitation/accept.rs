//! POST /invitationer/{id}/accept: yes. Only now does the place see who it is.
//!
//! A yes becomes an interest that is accepted already, by the same rules as a place's own yes: of the last place there
//! is one. A stand-in's yes takes the shift.

use axum::{extract::Path, response::Response};
use samskab_engagement::engagement::{self, EngagementId};
use samskab_interest::{
    Interest, State as InterestState, StateKind, StepKind, event::InterestAccepted, places, store::By,
};
use samskab_organisation::person::{self, Person};
use samskab_shifts::shift::stand_in;
use samskab_store::Tx;
use samskab_taskbank::{channel::CameBy, task::Task};
use samskab_web::{Cx, Result, error::OrNotFound as _};

use super::{Invitation, InvitationId, answer, event::InvitationAccepted, store};
use crate::matching::wave;

/// What came of a yes.
enum AcceptOutcome {
    /// With the agreement that is read next, where there is one.
    Yes(Option<EngagementId>),
    /// Answered, taken back, or too late.
    Over,
    /// Every place is taken.
    Full,
    /// Something is in the way of this person taking the shift.
    Hindered,
}

pub async fn accept(cx: Cx, Path(id): Path<InvitationId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let invitation = answer::own(&cx, &mut tx, id).await?;
    let href = invitation.href();
    let came = match invitation.stand_in {
        Some(_) => take_shift(&cx, &mut tx, invitation).await?,
        None => take_place(&cx, &mut tx, invitation).await?,
    };
    match came {
        AcceptOutcome::Yes(None) => {
            tx.commit().await?;
            cx.redirect_saying(href, "success", "matching-flash-yes")
        }
        // The yes to the place leads straight on to the yes to its agreement.
        AcceptOutcome::Yes(Some(agreement)) => {
            tx.commit().await?;
            cx.redirect_saying(format!("/aftaler/{agreement}"), "success", "matching-flash-yes-agreement")
        }
        AcceptOutcome::Over => cx.redirect_saying(href, "warning", "matching-flash-over"),
        AcceptOutcome::Full => cx.redirect_saying(href, "warning", "matching-flash-full"),
        AcceptOutcome::Hindered => cx.redirect_saying(href, "warning", "matching-flash-hindered"),
    }
}

async fn take_place(cx: &Cx, tx: &mut Tx, invitation: Invitation) -> Result<AcceptOutcome> {
    let (tenant, now) = (cx.tenant.id, cx.now());
    let (task, free) = places::locked(tx, invitation.task).await?.or_not_found()?;
    let Some(invitation) = store::find(tx, tenant, invitation.id).await? else {
        return Ok(AcceptOutcome::Over);
    };
    if !task.state.is_open() {
        return Ok(AcceptOutcome::Full);
    }
    let person = person::store::find(tx, tenant, invitation.person).await?.or_not_found()?;
    let (before, was) = interest_of(cx, tx, &task, &person).await?;
    let persons = before.persons;
    let interest = match before.accept(free, now) {
        Ok(interest) => interest,
        Err(samskab_interest::Refused::Full { .. }) => return Ok(AcceptOutcome::Full),
        Err(samskab_interest::Refused::WrongState) => return Ok(AcceptOutcome::Over),
    };
    let Ok(accepted) = invitation.accept(Some(interest.id), now) else { return Ok(AcceptOutcome::Over) };
    match was {
        Some(was) if !samskab_interest::store::save(tx, &interest, was).await? => {
            return Ok(AcceptOutcome::Over);
        }
        Some(_) => {}
        None => samskab_interest::store::add(tx, &interest, CameBy::default()).await?,
    }
    if !store::save(tx, &accepted).await? {
        return Ok(AcceptOutcome::Over);
    }
    let by = accepted.by.map_or(By::Program, By::Person);
    samskab_interest::store::add_step(tx, interest.id, by, StepKind::Invited, &accepted.message).await?;
    samskab_interest::store::add_step(tx, interest.id, By::Volunteer, StepKind::Accepted, "").await?;
    let agreement = engagement::propose(tx, &cx.tenant, &interest, person.id, None).await?;
    answer::tell_who_asked(tx, &task, &accepted, interest.first_name(), &interest.href()).await?;
    places::given(tx, task, free, persons).await?;
    tx.record(InterestAccepted { interest: interest.id, task: interest.task }).await?;
    tx.record(InvitationAccepted::of(&accepted)).await?;
    Ok(AcceptOutcome::Yes(Some(agreement)))
}

/// What the person has shown for the task themselves, as it was stored; or a new interest, confirmed: whoever is signed
/// in has shown whose address it is.
async fn interest_of(
    cx: &Cx,
    tx: &mut Tx,
    task: &Task,
    person: &Person,
) -> Result<(Interest, Option<StateKind>)> {
    let (tenant, now) = (cx.tenant.id, cx.now());
    let days = samskab_interest::Settings::of(&cx.tenant).promise_days;
    let mut known = Vec::new();
    if let Some(email) = &person.email {
        known = samskab_interest::store::live_of_email(tx, tenant, email).await?;
    }
    if let Some(own) = known.into_iter().find(|one| one.task == task.id) {
        let was = own.state.kind();
        // Waits for its link: the yes to the invitation says the same.
        let own = if own.state == InterestState::Unconfirmed { confirmed(own, days, task, now) } else { own };
        return Ok((own, Some(was)));
    }
    let new = Interest {
        id: tx.new_id(),
        task: task.id,
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        message: String::new(),
        locale: person.locale,
        persons: 1,
        lacks: Vec::new(),
        known_too_young: false,
        entered_by: None,
        promise: None,
        answered_at: None,
        state: InterestState::Unconfirmed,
        state_since: now,
        created_at: now,
        updated_at: now,
    };
    Ok((confirmed(new, days, task, now), None))
}

fn confirmed(interest: Interest, days: u32, task: &Task, now: samskab_kernel::Instant) -> Interest {
    let before = interest.clone();
    interest.confirm(days, task.time.begins_last(), now).unwrap_or(before)
}

async fn take_shift(cx: &Cx, tx: &mut Tx, invitation: Invitation) -> Result<AcceptOutcome> {
    let now = cx.now();
    let Some((shift, booking)) = invitation.stand_in else { return Ok(AcceptOutcome::Over) };
    let Ok(accepted) = invitation.accept(None, now) else { return Ok(AcceptOutcome::Over) };
    let took = match stand_in::take(tx, shift, accepted.person, booking).await? {
        Ok(took) => took,
        Err(stand_in::Refused::Gone) => return Ok(AcceptOutcome::Over),
        Err(stand_in::Refused::Hindered(_)) => return Ok(AcceptOutcome::Hindered),
    };
    if !store::save(tx, &accepted).await? {
        return Ok(AcceptOutcome::Over);
    }
    wave::found(tx, &cx.services, &cx.tenant, booking).await?;
    tx.record(took).await?;
    tx.record(InvitationAccepted::of(&accepted)).await?;
    Ok(AcceptOutcome::Yes(None))
}
