//! /henvendelser/{id}: what was asked or told, who sees to it, and the answer; whoever wrote gets it as a mail.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_mail::Message;
use samskab_organisation::{
    letter::Sender,
    person::{self, Person, PersonId},
    unit,
};
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Error, Form, Result, Shell, error::OrNotFound as _};

use super::{Enquiry, EnquiryClosed, EnquiryId, EnquiryKind, EnquiryState, EnquiryTaken, store};
use crate::T;

samskab_web::form! {
    pub struct AnswerForm {
        svar: paragraph(enquiry_answer).optional().rows(4).max(3000),
    }
}

#[derive(Template)]
#[template(path = "enquiry/show.html")]
struct EnquiryPage {
    shell: Shell,
    t: T,
    title: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
    said: String,
    taken: String,
    answer: String,
    can_take: bool,
    can_answer: bool,
    is_notice: bool,
    form: AnswerForm,
    base: String,
}

async fn find(cx: &Cx, connection: &mut Connection, id: EnquiryId) -> Result<Enquiry> {
    let one = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    if one.is_by(cx) || one.may_answer(cx) { Ok(one) } else { Err(Error::NotFound) }
}

/// The page of an enquiry, with the form for the answer. Runs two queries.
async fn page(cx: &Cx, connection: &mut Connection, one: &Enquiry, form: AnswerForm) -> Result<EnquiryPage> {
    let t = T(cx.locale);
    let ids: Vec<PersonId> = [one.writer, one.taken_by].into_iter().flatten().collect();
    let people = person::store::find_many(connection, cx.tenant.id, &ids).await?;
    let name = |id: Option<PersonId>| {
        let person = id.and_then(|id| people.iter().find(|person| person.id == id));
        person.map(|person| person.name.clone()).unwrap_or_default()
    };
    let unit = match one.unit {
        Some(unit) => unit::store::find(connection, cx.tenant.id, unit, cx.today()).await?,
        None => None,
    };
    let about = [
        one.kind.label(t).to_owned(),
        name(one.writer),
        unit.map(|unit| unit.name).unwrap_or_default(),
        cx.locale.day_and_time(one.created_at, cx.today()),
    ];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let is_open = one.state != EnquiryState::Closed;
    let is_notice = one.kind == EnquiryKind::Notice;
    let who = name(one.taken_by);
    let day = cx.locale.day(one.updated_at.day());
    let taken = match (one.state, is_notice) {
        _ if who.is_empty() => String::new(),
        (EnquiryState::Closed, true) => t.enquiry_read_by(day, who),
        (EnquiryState::Closed, false) => t.enquiry_answered_by(day, who),
        _ => t.enquiry_taken_by(who),
    };
    Ok(EnquiryPage {
        shell: cx.shell(one.subject.clone()).under("/henvendelser", t.enquiry_title()).here(),
        t,
        title: one.subject.clone(),
        about: about.join(" · "),
        state: one.said_state(t),
        said: one.said.clone(),
        taken,
        answer: one.answer.clone(),
        can_take: is_open && !is_notice && one.may_answer(cx) && one.state == EnquiryState::New,
        can_answer: is_open && one.may_answer(cx),
        is_notice,
        form,
        base: one.href(),
    })
}

pub async fn show(cx: Cx, Path(id): Path<EnquiryId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let one = find(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &one, AnswerForm::default()).await?;
    cx.page(page)
}

async fn answered(cx: &Cx, tx: &mut Tx, id: EnquiryId) -> Result<Enquiry> {
    let one = store::find(tx, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(one.may_answer(cx))?;
    store::locked(tx, id).await?.or_not_found()
}

pub async fn take(cx: Cx, Path(id): Path<EnquiryId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let one = answered(&cx, &mut tx, id).await?;
    if one.state != EnquiryState::New {
        return cx.redirect_saying(one.href(), "warning", "enquiry-flash-was-changed");
    }
    let taken_by = cx.actor.person.map(PersonId::from_uuid);
    let one = Enquiry { state: EnquiryState::Taken, taken_by, updated_at: cx.now(), ..one };
    store::save(&mut tx, &one).await?;
    tx.record(EnquiryTaken::of(&one)).await?;
    tx.commit().await?;
    cx.redirect_saying(one.href(), "success", "enquiry-flash-taken")
}

pub async fn answer(cx: Cx, Path(id): Path<EnquiryId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let one = answered(&cx, &mut tx, id).await?;
    if one.state == EnquiryState::Closed {
        return cx.redirect_saying(one.href(), "warning", "enquiry-flash-was-changed");
    }
    let mut check = Check::new(cx.locale);
    let answer = form.svar().text(&mut check).unwrap_or_default();
    if one.kind == EnquiryKind::Help && answer.is_empty() && !check.refuses(&[form.svar()]) {
        check.refuse(&form.svar(), T(cx.locale).enquiry_answer_missing());
    }
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &one, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let taken_by = cx.actor.person.map(PersonId::from_uuid);
    let one = Enquiry { state: EnquiryState::Closed, taken_by, answer, updated_at: cx.now(), ..one };
    store::save(&mut tx, &one).await?;
    if let Some(writer) = one.writer.filter(|_| !one.answer.is_empty() && !one.is_by(&cx))
        && let Some(person) = person::store::find(&mut tx, cx.tenant.id, writer).await?
    {
        write(&cx, &mut tx, &one, &person).await?;
    }
    tx.record(EnquiryClosed::of(&one)).await?;
    tx.commit().await?;
    cx.redirect_saying(cx.back_to_overview_or(one.href()), "success", "enquiry-flash-answered")
}

async fn write(cx: &Cx, tx: &mut Tx, one: &Enquiry, person: &Person) -> Result<()> {
    let Some(to) = person.email.clone() else { return Ok(()) };
    let (t, sender) = (T(person.locale), Sender::of(&cx.tenant));
    let letter = sender.greet(person.locale, person.first_name());
    let letter = letter.paragraph(&t.enquiry_mail_answered(one.subject.as_str()));
    let letter = one.answer.split("\n\n").fold(letter, |letter, part| letter.paragraph(part));
    let letter = letter.link(t.enquiry_mail_see(), &cx.absolute(&one.href()));
    let body = sender.finish(person.locale, letter, t.enquiry_mail_why());
    let subject = t.enquiry_mail_subject(one.subject.as_str());
    samskab_mail::send(tx, Message { to, subject, body, reply_to: None }).await?;
    Ok(())
}
