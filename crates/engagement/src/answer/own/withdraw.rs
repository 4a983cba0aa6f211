//! POST /interesse/{link}/fortryd: I cannot after all. No reason is owed (FX-06).

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result};

use super::{OwnForm, OwnPage, find};
use crate::engagement::{self, EndedBy};
use samskab_interest::{
    State, StepKind,
    event::InterestWithdrawn,
    news::{News, spread},
    offer::Answer,
    places,
    store::{self, By},
    waiting_list,
};

pub async fn withdraw(cx: Cx, Path(key): Path<String>, Form(form): Form<OwnForm>) -> Result<Response> {
    let to = format!("/interesse/{key}");
    let mut check = Check::new(cx.locale);
    let reason = form.reason().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let mut reader = cx.read().await?;
        let interest = find(&cx, &mut reader, &key).await?;
        let page = OwnPage::new(&cx, &mut reader, &interest, &key).await?;
        return cx.invalid(page.with_errors(form, errors));
    }
    let mut tx = cx.write().await?;
    let interest = find(&cx, &mut tx, &key).await?;
    let was = interest.state;
    if was == State::Accepted {
        store::lock_task(&mut tx, interest.task).await?;
    }
    let Ok(interest) = interest.withdraw(cx.now()) else { return cx.redirect(to) };
    if !store::save(&mut tx, &interest, was.kind()).await? {
        return cx.redirect(to);
    }
    store::add_step(&mut tx, interest.id, By::Volunteer, StepKind::Withdrawn, &reason).await?;
    if was == State::Accepted {
        engagement::take_back(&mut tx, interest.id, EndedBy::Volunteer).await?;
        places::given_back(&mut tx, &cx.tenant, interest.task, interest.persons).await?;
    }
    if was == State::Waitlisted {
        waiting_list::pass(&mut tx, interest.id, interest.task, Answer::No).await?;
    }
    if was != State::Unconfirmed {
        samskab_taskbank::notice::settle(&mut tx, &interest.href()).await?;
        spread(&mut tx, interest.id, News::Withdrawn).await?;
        tx.record(InterestWithdrawn { interest: interest.id, task: interest.task }).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(to, "success", "interest-flash-withdrawn")
}
