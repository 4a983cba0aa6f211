//! POST /interesser/{id}/opkald: somebody called, and this is what came of it. Changes no state, unless they were told what
//! no mail can say: that the task was called off.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_taskbank::notice;
use samskab_web::{Check, Cx, Error, Form, Result};

use super::{AnswerPage, AnswerQuery, read};
use crate::T;
use samskab_interest::{
    InterestId, StepKind,
    event::InterestDeclined,
    show::is_to_be_told,
    store::{self, By},
};

samskab_web::form! {
    pub struct CallForm {
        note: text(interest_call_note).hint(interest_call_note_hint).max(500),
        /// They were told: [`samskab_interest::waiting::TOLD`].
        sagt: hidden,
    }
}

pub async fn note(cx: Cx, Path(id): Path<InterestId>, Form(form): Form<CallForm>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (interest, shown) = read(&cx, &mut reader, id).await?;
    let mut check = Check::new(cx.locale);
    let is_told = !form.sagt.is_empty();
    let note = form.note().required(!is_told).text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = AnswerPage::new(&cx, &mut reader, &interest, &shown, &AnswerQuery::default()).await?;
        return cx.invalid(AnswerPage { call: form.with_errors(errors.clone()), errors, ..page });
    }
    drop(reader);
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let mut tx = cx.write().await?;
    let (interest, shown) = read(&cx, &mut tx, id).await?;
    let to = cx.back_to_overview_or(interest.href());
    if is_told && !is_to_be_told(&interest, &shown.task) {
        return cx.redirect(to); // a colleague has called already, or the task goes on
    }
    store::add_step(&mut tx, id, By::Person(me), StepKind::Called, &note).await?;
    if is_told {
        let (was, task) = (interest.state.kind(), interest.task);
        let Ok(interest) = interest.cancel(cx.now()) else { return cx.redirect(to) };
        if !store::save(&mut tx, &interest, was).await? {
            return cx.redirect(to); // the volunteer withdrew at the same moment
        }
        notice::settle(&mut tx, &interest.href()).await?;
        tx.record(InterestDeclined { interest: id, task }).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(to, "success", "interest-flash-called")
}
