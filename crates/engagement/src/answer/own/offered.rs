//! POST /interesse/{link}/pladsen, /interesse/{link}/pladsen/nej: a place of the waiting list is taken, or passed on.

use axum::{extract::Path, response::Response};
use samskab_taskbank::notice;
use samskab_web::{Cx, Error, Result};

use super::find;
use crate::engagement;
use samskab_interest::{
    StepKind,
    event::InterestAccepted,
    offer::{self, Answer},
    places,
    store::{self, By},
    waiting_list,
};

/// Yes: the place had said that they would like them, so that it is theirs now. What they agree on is asked of both.
pub async fn take(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    let to = format!("/interesse/{key}");
    let mut tx = cx.write().await?;
    let interest = find(&cx, &mut tx, &key).await?;
    let (task, free) = places::locked(&mut tx, interest.task).await?.ok_or(Error::NotFound)?;
    let is_offered = offer::standing(&mut tx, cx.tenant.id, task.id).await?.contains_key(&interest.id);
    if !is_offered {
        return cx.redirect_saying(to, "warning", "interest-flash-offer-gone");
    }
    // Their own place was kept for them.
    let free = free.map(|free| free + interest.persons);
    let was = interest.state.kind();
    let Ok(interest) = interest.accept(free, cx.now()) else {
        return cx.redirect_saying(to, "warning", "interest-flash-offer-gone");
    };
    if !store::save(&mut tx, &interest, was).await? {
        return cx.redirect_saying(to, "warning", "interest-flash-offer-gone");
    }
    offer::answer(&mut tx, interest.id, Answer::Yes).await?;
    store::add_step(&mut tx, interest.id, By::Volunteer, StepKind::Accepted, "").await?;
    let person = engagement::whose::person_of(&mut tx, &interest).await?;
    let id = engagement::propose(&mut tx, &cx.tenant, &interest, person, None).await?;
    places::given(&mut tx, task, free, interest.persons).await?;
    notice::settle(&mut tx, &interest.href()).await?;
    tx.record(InterestAccepted { interest: interest.id, task: interest.task }).await?;
    tx.commit().await?;
    // The same link opens both; somebody signed in goes there by the engagement's own id.
    let agreement = match key.parse::<uuid::Uuid>() {
        Ok(_) => format!("/aftaler/{id}"),
        Err(_) => format!("/aftaler/{key}"),
    };
    cx.redirect_saying(agreement, "success", "interest-flash-offer-taken")
}

/// No, or not now: the next is asked, and they stay on the list.
pub async fn pass(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let interest = find(&cx, &mut tx, &key).await?;
    waiting_list::pass(&mut tx, interest.id, interest.task, Answer::No).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/interesse/{key}"), "success", "interest-flash-offer-passed")
}
