//! Hearing, sending and withdrawing: nothing goes to a decision before those with a right to be heard have been, or it is
//! written down why not (RS-22).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::body::{self, BodyId, Right};
use samskab_store::Tx;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _};

use super::{
    Hearing, Request, RequestHeard, RequestId, RequestOfBody, RequestSent, RequestState, RequestWithdrawn,
    show::Hearings, store,
};
use crate::{T, meeting};

samskab_web::form! {
    pub struct HeardForm {
        organ: hidden,
    }
}

samskab_web::form! {
    pub struct ExceptionForm {
        organ: hidden,
        grund: paragraph(request_exception).hint(request_exception_hint).required().rows(3).max(500),
    }
}

#[derive(Template)]
#[template(path = "request/exception.html")]
struct ExceptionPage {
    shell: Shell,
    t: T,
    name: String,
    is_binding: bool,
    form: ExceptionForm,
    action: String,
    back: String,
}

/// A draft, while nobody else writes.
async fn draft(cx: &Cx, tx: &mut Tx, id: RequestId) -> Result<Option<RequestOfBody>> {
    RequestOfBody::written(cx, tx, id).await?;
    store::locked(tx, id).await?;
    let found = RequestOfBody::written(cx, tx, id).await?;
    Ok(Some(found).filter(|found| found.request.state == RequestState::Draft))
}

/// What waits for a body goes on the agenda of its next meeting, where there is one.
async fn fill_next(cx: &Cx, tx: &mut Tx, body: BodyId) -> Result<bool> {
    let Some(body) = body::store::find(tx, cx.tenant.id, body).await? else { return Ok(false) };
    match meeting::store::next(tx, cx.tenant.id, body.id, cx.now()).await? {
        Some(next) => Ok(meeting::fill(cx, tx, &body, &next).await? > 0),
        None => Ok(false),
    }
}

/// Notes that a body is heard, or why not; another time it is written anew.
async fn note(cx: &Cx, tx: &mut Tx, found: &RequestOfBody, body: BodyId, exception: String) -> Result<()> {
    let all = store::hearings(tx, cx.tenant.id, found.request.id).await?;
    match all.into_iter().find(|one| one.body == body) {
        Some(one) => {
            // A hearing whose point was taken off the agenda is asked for again.
            let at = store::where_they_are(tx, cx.tenant.id, one.item.as_slice()).await?;
            let is_off = at.first().is_none_or(|item| item.state == meeting::ItemState::Withdrawn);
            let item = one.item.filter(|_| !is_off);
            store::save_hearing(tx, &Hearing { exception, item, ..one }).await?;
        }
        None => {
            let (id, request, created_at) = (cx.new_id(), found.request.id, cx.now());
            let hearing = Hearing { id, request, body, item: None, exception, created_at };
            store::add_hearing(tx, &hearing).await?;
        }
    }
    tx.record(RequestHeard::of(&found.request)).await?;
    Ok(())
}

/// POST …/hoering: the body is heard at its next meeting.
pub async fn hear(cx: Cx, Path(id): Path<RequestId>, Form(form): Form<HeardForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let href = super::href(id);
    let Some(found) = draft(&cx, &mut tx, id).await? else {
        return cx.redirect_saying(href, "warning", "request-flash-was-changed");
    };
    let Some(right) = Hearings::read(&cx, &mut tx, &found).await?.right(&form.organ) else {
        return cx.redirect_saying(href, "warning", "request-flash-was-changed");
    };
    note(&cx, &mut tx, &found, right.body, String::new()).await?;
    let is_on_agenda = fill_next(&cx, &mut tx, right.body).await?;
    tx.commit().await?;
    let said = if is_on_agenda { "request-flash-heard" } else { "request-flash-heard-later" };
    cx.redirect_saying(format!("{href}#hoering"), "success", said)
}

pub async fn ask_exception(cx: Cx, Path(id): Path<RequestId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = RequestOfBody::written(&cx, &mut reader, id).await?;
    let form: ExceptionForm = samskab_web::form::query(&cx);
    let right = Hearings::read(&cx, &mut reader, &found).await?.right(&form.organ).or_not_found()?;
    cx.page(exception_page(&cx, &found, &right, form))
}

/// POST …/undtagelse: it is not heard, for a reason that stays.
pub async fn exception(
    cx: Cx,
    Path(id): Path<RequestId>,
    Form(form): Form<ExceptionForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let href = super::href(id);
    let Some(found) = draft(&cx, &mut tx, id).await? else {
        return cx.redirect_saying(href, "warning", "request-flash-was-changed");
    };
    let Some(right) = Hearings::read(&cx, &mut tx, &found).await?.right(&form.organ) else {
        return cx.redirect_saying(href, "warning", "request-flash-was-changed");
    };
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return cx.invalid(exception_page(&cx, &found, &right, form.with_errors(errors)));
    }
    let hearings = store::hearings(&mut tx, cx.tenant.id, id).await?;
    if let Some(item) = hearings.iter().find(|one| one.body == right.body).and_then(|one| one.item) {
        meeting::withdraw_open(&mut tx, item).await?;
    }
    note(&cx, &mut tx, &found, right.body, reason).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{href}#hoering"), "success", "request-flash-exception")
}

fn exception_page(cx: &Cx, found: &RequestOfBody, right: &Right, form: ExceptionForm) -> ExceptionPage {
    let (t, href) = (T(cx.locale), found.request.href());
    ExceptionPage {
        shell: cx
            .shell(t.request_do_not_hear())
            .under("/beslutningsoplaeg", t.request_list_title())
            .under(href.clone(), &found.request.title)
            .here(),
        t,
        name: right.name.clone(),
        is_binding: right.is_binding(),
        form,
        action: format!("{href}/undtagelse"),
        back: href,
    }
}

pub async fn send(cx: Cx, Path(id): Path<RequestId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let href = super::href(id);
    let Some(found) = draft(&cx, &mut tx, id).await? else {
        return cx.redirect_saying(href, "warning", "request-flash-was-changed");
    };
    if !Hearings::read(&cx, &mut tx, &found).await?.are_over() {
        return cx.redirect_saying(format!("{href}#hoering"), "warning", "request-flash-hear-first");
    }
    let now = cx.now();
    let request = Request { state: RequestState::Sent, state_since: now, updated_at: now, ..found.request };
    store::save(&mut tx, &request).await?;
    let is_on_agenda = fill_next(&cx, &mut tx, request.body).await?;
    tx.record(RequestSent::of(&request)).await?;
    tx.commit().await?;
    let said = if is_on_agenda { "request-flash-sent" } else { "request-flash-sent-later" };
    cx.redirect_saying(href, "success", said)
}

/// Withdraws the request, as long as the minutes of its meeting are not approved; its point is taken off the agenda.
pub async fn withdraw(cx: Cx, Path(id): Path<RequestId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    RequestOfBody::written(&cx, &mut tx, id).await?;
    store::locked(&mut tx, id).await?;
    let found = RequestOfBody::written(&cx, &mut tx, id).await?;
    let (href, now) = (super::href(id), cx.now());
    if !matches!(found.request.state, RequestState::Draft | RequestState::Sent) {
        return cx.redirect_saying(href, "warning", "request-flash-was-changed");
    }
    let hearings = store::hearings(&mut tx, cx.tenant.id, id).await?;
    let items: Vec<_> =
        found.request.item.into_iter().chain(hearings.iter().filter_map(|one| one.item)).collect();
    for item in items {
        meeting::withdraw_open(&mut tx, item).await?;
    }
    let request =
        Request { state: RequestState::Withdrawn, state_since: now, updated_at: now, ..found.request };
    store::save(&mut tx, &request).await?;
    tx.record(RequestWithdrawn::of(&request)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "request-flash-withdrawn")
}
