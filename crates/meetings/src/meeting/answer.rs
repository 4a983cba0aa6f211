//! POST /moeder/{id}/svar: I come, or I cannot, with one press; who comes instead, if somebody does.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_web::{Check, Cx, Error, Form, Result, error::OrNotFound as _};

use super::{AnswerKind, MeetingId, event::MeetingAnswered, href, store};
use crate::T;

samskab_web::form! {
    pub struct AnswerForm {
        svar: hidden,
        stedfortraeder: text(meeting_substitute).hint(meeting_substitute_hint).optional().max(120),
    }
}

pub async fn answer(cx: Cx, Path(id): Path<MeetingId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let mut tx = cx.write().await?;
    let meeting = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let called = store::answers(&mut tx, cx.tenant.id, id).await?;
    if called.iter().all(|one| one.person_id != me) {
        return Err(Error::NotFound);
    }
    let to = cx.back_to_overview_or(href(id));
    if !meeting.is_ahead(cx.now()) {
        return cx.redirect_saying(to, "warning", "meeting-flash-over");
    }
    let answer = form.svar.parse::<AnswerKind>().ok();
    let answer = answer.filter(|one| matches!(one, AnswerKind::Comes | AnswerKind::Cannot)).or_not_found()?;
    let mut check = Check::new(cx.locale);
    let substitute = form.stedfortraeder().text(&mut check).unwrap_or_default();
    let substitute: String = substitute.chars().take(120).collect();
    store::answer(&mut tx, id, me, answer, substitute).await?;
    tx.record(MeetingAnswered::of(&meeting)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "meeting-flash-answered")
}
