//! POST /input/{id}/svar: what is answered to a concern, and where MED was told of it (VB-09, FX-05).

use axum::{extract::Path, response::Response};
use samskab_organisation::body::{self, BodyId};
use samskab_web::{Check, Cx, Form, Result, form::ticked};

use super::input::{InputForms, locked, page};
use crate::{
    T,
    event::InputsChanged,
    input::{Input, InputId, InputKind},
    store,
};

samskab_web::form! {
    pub struct ConcernForm {
        svar: paragraph(concern_answer).hint(concern_answer_hint).optional().rows(5).max(4000),
        med: choice(concern_med).hint(concern_med_hint).first(concern_med_none).optional(),
        med_dag: day(concern_med_day).optional(),
        lukket: tick(voices_closed).hint(voices_closed_hint),
        udgave: hidden,
    }
}

impl ConcernForm {
    pub(super) fn of(input: &Input) -> Self {
        Self {
            svar: input.answer.clone(),
            med: input.med.map(|id| id.to_string()).unwrap_or_default(),
            med_dag: input.med_on.map(|day| day.to_string()).unwrap_or_default(),
            lukket: ticked(input.is_closed),
            udgave: input.revision.to_string(),
            ..Self::default()
        }
    }
}

pub async fn answer(cx: Cx, Path(id): Path<InputId>, Form(form): Form<ConcernForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (input, found) = locked(&cx, &mut tx, id).await?;
    if input.kind != InputKind::Concern {
        return cx.redirect(input.href());
    }
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let answer = form.svar().text(&mut check).unwrap_or_default();
    let med_on = form.med_dag().day_ahead(&mut check, cx.today());
    let med = match form.med.parse::<BodyId>() {
        Ok(id) => body::store::find(&mut tx, cx.tenant.id, id).await?.map(|body| body.id),
        Err(_) => None,
    };
    if med_on.is_some() && med.is_none() {
        check.refuse(&form.med(), t.concern_med_missing());
    }
    // Somebody answered meanwhile: nothing is written before the reader has seen both.
    let is_behind = form.udgave != input.revision.to_string() && input.answer != answer;
    if is_behind && !input.answer.is_empty() && !check.refuses(&[form.svar()]) {
        check.refuse(&form.svar(), t.concern_changed_meanwhile(input.answer.as_str()));
    }
    if let Err(errors) = check.done() {
        let form = ConcernForm { udgave: input.revision.to_string(), ..form.with_errors(errors) };
        let forms = InputForms { concern: Some(form), ..InputForms::default() };
        let page = page(&cx, &mut tx, (&input, &found), forms).await?;
        return cx.invalid(page);
    }
    let answered_at = if answer.is_empty() { None } else { Some(cx.now()) };
    let is_closed = form.lukket().is_ticked();
    let input = Input { answer, answered_at, med, med_on, is_closed, ..input }.changed(cx.now());
    store::save_input(&mut tx, &input).await?;
    tx.record(InputsChanged::of(input.text)).await?;
    tx.commit().await?;
    cx.redirect_saying(input.href(), "success", "voices-flash-concern")
}
