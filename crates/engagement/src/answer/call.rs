//! POST /interesser/{id}/opkald: somebody called, and this is what came of it. Changes no state.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_web::{Check, Cx, Error, Form, Result};

use super::{AnswerPage, AnswerQuery, read};
use crate::T;
use samskab_interest::{
    InterestId, StepKind,
    store::{self, By},
};

samskab_web::form! {
    pub struct CallForm {
        note: text(interest_call_note).hint(interest_call_note_hint).max(500),
    }
}

pub async fn note(cx: Cx, Path(id): Path<InterestId>, Form(form): Form<CallForm>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (interest, shown) = read(&cx, &mut reader, id).await?;
    let mut check = Check::new(cx.locale);
    let note = form.note().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = AnswerPage::new(&cx, &mut reader, &interest, &shown, &AnswerQuery::default()).await?;
        return cx.invalid(AnswerPage { call: form.with_errors(errors.clone()), errors, ..page });
    }
    drop(reader);
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let mut tx = cx.write().await?;
    store::add_step(&mut tx, id, By::Person(me), StepKind::Called, &note).await?;
    tx.commit().await?;
    cx.redirect_saying(interest.href(), "success", "interest-flash-called")
}
