//! /beslutningsoplaeg/nyt and /beslutningsoplaeg/{id}/rediger: what is to be decided, by whom, and the points one a line.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::{body, person::PersonId};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::{
    Point, Request, RequestChanged, RequestId, RequestOfBody, RequestState, RequestWritten, can_decide,
    rules, store,
};
use crate::{
    T,
    authority::{Action, Tie, may},
    meeting::is_kle,
};

/// At most this many points can be chosen in one request.
const MOST_POINTS: usize = 26;

samskab_web::form! {
    pub struct RequestForm {
        titel: text(request_title).hint(request_title_hint).required().max(150),
        organ: choice(request_body).hint(request_body_hint).first(request_body_first).required(),
        om: paragraph(request_about).hint(request_about_hint).optional().rows(6).at_most(10000),
        punkter: paragraph(request_points).hint(request_points_hint).required().rows(6).at_most(6000),
        frivillighed: tick(request_concerns).hint(request_concerns_hint).unmarked(),
        sag: text(item_case_number).optional().max(60).width("s"),
        kle: text(item_kle).hint(item_kle_hint).optional().max(8).width("s"),
    }
}

#[derive(Template)]
#[template(path = "request/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: RequestForm,
    bodies: Vec<Choice>,
    action: String,
    back: String,
}

/// Bodies that can decide or recommend something.
async fn bodies(cx: &Cx, connection: &mut Connection) -> Result<Vec<Choice>> {
    let mut bodies = body::all(connection, cx.tenant.id, cx.today()).await?;
    bodies.retain(can_decide);
    Ok(bodies.into_iter().map(|body| Choice::of(body.id.to_string(), body.name)).collect())
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: Option<&RequestOfBody>,
    form: RequestForm,
) -> Result<FormPage> {
    let t = T(cx.locale);
    let title = if found.is_some() { t.request_edit() } else { t.request_new() };
    let shell = cx.shell(title).under("/beslutningsoplaeg", t.request_list_title());
    let back = found.map_or_else(|| "/beslutningsoplaeg".to_owned(), |found| found.request.href());
    Ok(FormPage {
        shell: match found {
            Some(found) => shell.under(back.clone(), &found.request.title).here(),
            None => shell.here(),
        },
        t,
        form,
        bodies: bodies(cx, connection).await?,
        action: match found {
            Some(_) => format!("{back}/rediger"),
            None => "/beslutningsoplaeg/nyt".to_owned(),
        },
        back,
    })
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::AskForDecisions, Tie::None))?;
    let mut reader = cx.read().await?;
    let page = page(&cx, &mut reader, None, RequestForm::default()).await?;
    cx.page(page)
}

/// The request and its points as the form says them; the form with its errors. One query.
async fn read(
    cx: &Cx,
    connection: &mut Connection,
    form: &RequestForm,
    was: Request,
) -> Result<std::result::Result<(Request, Vec<Point>), Box<RequestForm>>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let about = form.om().text(&mut check).unwrap_or_default();
    let typed = form.punkter().text(&mut check).unwrap_or_default();
    let case_number = form.sag().text(&mut check).unwrap_or_default();
    let kle = form.kle().text(&mut check).unwrap_or_default();
    if !kle.is_empty() && !is_kle(&kle) {
        check.refuse(&form.kle(), t.item_kle_wrong());
    }
    let choices = bodies(cx, connection).await?;
    let body = choices.iter().find(|body| body.value == form.organ).and_then(|body| body.value.parse().ok());
    if body.is_none() {
        check.refuse(&form.organ(), t.request_body_missing());
    }
    let matters = rules::matters(&typed);
    if matters.len() > MOST_POINTS {
        check.refuse(&form.punkter(), t.request_too_many_points(MOST_POINTS));
    }
    let errors = check.done().err();
    let (Some(body), None) = (body, &errors) else {
        return Ok(Err(Box::new(form.clone().with_errors(errors.unwrap_or_default()))));
    };
    let concerns_volunteering = form.frivillighed().is_ticked();
    let request =
        Request { body, title, about, case_number, kle, concerns_volunteering, updated_at: cx.now(), ..was };
    let point = |(place, matter): (i64, String)| Point {
        id: cx.new_id(),
        request: request.id,
        place,
        matter,
        answer: None,
        said: String::new(),
        answered_at: None,
    };
    let points = (1..).zip(matters).map(point).collect();
    Ok(Ok((request, points)))
}

pub async fn add(cx: Cx, Form(form): Form<RequestForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::AskForDecisions, Tie::None))?;
    let mut tx = cx.write().await?;
    let now = cx.now();
    let blank = Request {
        id: cx.new_id(),
        body: uuid::Uuid::nil().into(),
        title: String::new(),
        about: String::new(),
        case_number: String::new(),
        kle: String::new(),
        concerns_volunteering: false,
        state: RequestState::Draft,
        state_since: now,
        item: None,
        writer: cx.actor.person.map(PersonId::from_uuid),
        created_at: now,
        updated_at: now,
    };
    match read(&cx, &mut tx, &form, blank).await? {
        Ok((request, points)) => {
            store::add(&mut tx, &request).await?;
            store::write_points(&mut tx, request.id, &points).await?;
            tx.record(RequestWritten::of(&request)).await?;
            tx.commit().await?;
            cx.redirect_saying(request.href(), "success", "request-flash-written")
        }
        Err(form) => {
            let page = page(&cx, &mut tx, None, *form).await?;
            cx.invalid(page)
        }
    }
}

pub async fn show(cx: Cx, Path(id): Path<RequestId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = RequestOfBody::written(&cx, &mut reader, id).await?;
    if found.request.state != RequestState::Draft {
        return cx.redirect_saying(found.request.href(), "warning", "request-flash-was-changed");
    }
    let request = &found.request;
    let points: Vec<&str> = found.points.iter().map(|point| point.matter.as_str()).collect();
    let form = RequestForm {
        titel: request.title.clone(),
        organ: request.body.to_string(),
        om: request.about.clone(),
        punkter: points.join("\n"),
        frivillighed: samskab_web::form::ticked(request.concerns_volunteering),
        sag: request.case_number.clone(),
        kle: request.kle.clone(),
        ..RequestForm::default()
    };
    let page = page(&cx, &mut reader, Some(&found), form).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<RequestId>, Form(form): Form<RequestForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    RequestOfBody::written(&cx, &mut tx, id).await?;
    store::locked(&mut tx, id).await?;
    let found = RequestOfBody::written(&cx, &mut tx, id).await?;
    if found.request.state != RequestState::Draft {
        return cx.redirect_saying(found.request.href(), "warning", "request-flash-was-changed");
    }
    match read(&cx, &mut tx, &form, found.request.clone()).await? {
        Ok((request, points)) => {
            store::save(&mut tx, &request).await?;
            store::write_points(&mut tx, request.id, &points).await?;
            tx.record(RequestChanged::of(&request)).await?;
            tx.commit().await?;
            cx.redirect_saying(request.href(), "success", "request-flash-written")
        }
        Err(form) => {
            let page = page(&cx, &mut tx, Some(&found), *form).await?;
            cx.invalid(page)
        }
    }
}
