//! /oplaegspunkter/{id}: one point is answered by those who run the meeting, while its minutes are written. The next that has
//! no answer follows; after the last one the minutes of the point are open, with the answers in them.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    Point, PointAnswer, PointId, Request, RequestPointAnswered, RequestState, agenda, letter, rules, store,
};
use crate::{
    T,
    meeting::{self, Item, ItemId, ItemState, MeetingOfBody},
};

samskab_web::form! {
    pub struct PointForm {
        svar: radio(request_answer).among(answers).required(),
        tekst: paragraph(request_answer_said).hint(request_answer_said_hint).optional().rows(3).max(1000),
    }
}

fn answers(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    PointAnswer::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

#[derive(Template)]
#[template(path = "request/answer.html")]
struct AnswerPage {
    shell: Shell,
    t: T,
    title: String,
    matter: String,
    place: String,
    form: PointForm,
    action: String,
    back: String,
}

/// A point with its request and the meeting in which it is answered, for those who run that.
struct PointInMeeting {
    point: Point,
    request: Request,
    item: Item,
    found: MeetingOfBody,
}

async fn find(cx: &Cx, connection: &mut Connection, id: PointId) -> Result<PointInMeeting> {
    let point = store::find_point(connection, cx.tenant.id, id).await?.or_not_found()?;
    let request = store::find(connection, cx.tenant.id, point.request).await?.or_not_found()?;
    let item: ItemId = request.item.or_not_found()?;
    let item = meeting::store::find_item(connection, cx.tenant.id, item).await?.or_not_found()?;
    let found = MeetingOfBody::run(cx, connection, item.meeting).await?;
    Ok(PointInMeeting { point, request, item, found })
}

impl PointInMeeting {
    fn is_open(&self, cx: &Cx) -> bool {
        self.request.state == RequestState::Sent && self.found.meeting.is_being_minuted(cx.now())
    }

    fn back(&self) -> String {
        format!("/punkter/{}/referat", self.item.id)
    }

    fn page(&self, cx: &Cx, form: PointForm) -> AnswerPage {
        let t = T(cx.locale);
        AnswerPage {
            shell: self.found.under(cx, self.request.title.clone()),
            t,
            title: self.request.title.clone(),
            matter: self.point.matter.clone(),
            place: letter(self.point.place),
            form,
            action: self.point.href(),
            back: self.back(),
        }
    }
}

impl Point {
    pub(crate) fn href(&self) -> String {
        format!("/oplaegspunkter/{}", self.id)
    }
}

pub async fn show(cx: Cx, Path(id): Path<PointId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let asked = find(&cx, &mut reader, id).await?;
    if !asked.is_open(&cx) {
        return cx.redirect_saying(asked.found.meeting.href(), "warning", "meeting-flash-not-begun");
    }
    let form = PointForm {
        svar: asked.point.answer.map(PointAnswer::code).unwrap_or_default().into(),
        tekst: asked.point.said.clone(),
        ..PointForm::default()
    };
    cx.page(asked.page(&cx, form))
}

pub async fn save(cx: Cx, Path(id): Path<PointId>, Form(form): Form<PointForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let asked = find(&cx, &mut tx, id).await?;
    meeting::store::locked(&mut tx, asked.found.meeting.id).await?;
    let asked = find(&cx, &mut tx, id).await?;
    if !asked.is_open(&cx) {
        return cx.redirect_saying(asked.found.meeting.href(), "warning", "meeting-flash-was-changed");
    }
    let mut check = Check::new(cx.locale);
    let answer: Option<PointAnswer> = form.svar().code(&mut check);
    let said = form.tekst().text(&mut check).unwrap_or_default();
    if answer.is_some_and(rules::needs_words) && said.is_empty() && !check.refuses(&[form.tekst()]) {
        check.refuse(&form.tekst(), T(cx.locale).request_answer_said_missing());
    }
    if let Err(errors) = check.done() {
        return cx.invalid(asked.page(&cx, form.with_errors(errors)));
    }
    let before = store::points(&mut tx, cx.tenant.id, asked.request.id).await?;
    let point = Point { answer, said, answered_at: Some(cx.now()), ..asked.point.clone() };
    store::save_point(&mut tx, &point).await?;
    let points = store::points(&mut tx, cx.tenant.id, asked.request.id).await?;
    // The wording of the minutes follows the answers until somebody has written it themselves.
    let item = &asked.item;
    if item.decision.is_empty() || item.decision == agenda::in_minutes(&before) {
        let is_whole = points.iter().all(|point| point.answer.is_some());
        let item = Item {
            decision: agenda::in_minutes(&points),
            state: if is_whole { ItemState::Decided } else { item.state },
            updated_at: cx.now(),
            ..item.clone()
        };
        meeting::store::save_item(&mut tx, &item).await?;
    }
    tx.record(RequestPointAnswered::of(&asked.request)).await?;
    tx.commit().await?;
    let next = points.iter().find(|point| point.answer.is_none());
    let to = next.map_or_else(|| asked.back(), Point::href);
    cx.redirect_saying(to, "success", "request-flash-point")
}
