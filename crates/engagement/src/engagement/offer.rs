//! POST /interesser/{id}/aftale: somebody whose interest was accepted before there were agreements gets one.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_taskbank::task;
use samskab_web::{Cx, Error, Result, error::OrNotFound as _};

use super::{
    href,
    letter::News,
    propose::propose,
    store,
    tell::{self, LetterContext},
    whose::person_of,
};
use crate::authority::{Action, may};
use samskab_interest::{self, InterestId, State};

pub async fn offer(cx: Cx, Path(id): Path<InterestId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let interest = samskab_interest::store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let task = task::store::find(&mut tx, cx.tenant.id, interest.task).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Engage, &task))?;
    // One at a time: of two who press at once, the second finds what the first made.
    samskab_interest::store::lock_task(&mut tx, task.id).await?;
    let interest = samskab_interest::store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    if interest.state != State::Accepted {
        return cx.redirect_saying(interest.href(), "warning", "engagement-flash-not-accepted");
    }
    if let Some(before) = store::of_interest(&mut tx, cx.tenant.id, id).await?
        && before.state.is_live()
    {
        return cx.redirect(before.href());
    }
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let person = person_of(&mut tx, &interest).await?;
    let engagement = propose(&mut tx, &cx.tenant, &interest, person, Some(me)).await?;
    if let Some(engagement) = store::find(&mut tx, cx.tenant.id, engagement).await? {
        tell::volunteer(&mut tx, &LetterContext::of(&cx), &engagement, News::Proposed).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(href(engagement), "success", "engagement-flash-proposed")
}
