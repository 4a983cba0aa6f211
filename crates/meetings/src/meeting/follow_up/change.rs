//! /opfoelgninger/{id}/rediger and …/fjern: what was written down wrong is put right, or taken away with the reason, by those
//! who run the meetings. Whoever had it is told once, and so is whoever gets it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_organisation::{body::Body, person::PersonId};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::{
    FollowUp, FollowUpChanged, FollowUpForm, FollowUpId, FollowUpOfBody, FollowUpRemoved, SAVE,
    letter::{News, tell},
    lock,
};
use crate::{
    T,
    meeting::{minutes::named, store},
};

samskab_web::form! {
    pub struct RemoveForm {
        grund: text(follow_up_remove_reason).hint(follow_up_remove_reason_hint).required().max(300),
    }
}

#[derive(Template)]
#[template(path = "meeting/follow_up_change.html")]
struct ChangePage {
    shell: Shell,
    t: T,
    form: FollowUpForm,
    people: Vec<Choice>,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "meeting/cancel.html")]
struct RemovePage {
    shell: Shell,
    t: T,
    form: RemoveForm,
    lead: String,
    told: &'static str,
    button: &'static str,
    action: String,
    back: String,
}

/// A follow-up with its body and who can do it – those who sit there, and whoever has it –, for those who run the meetings.
async fn find(
    cx: &Cx,
    connection: &mut Connection,
    id: FollowUpId,
) -> Result<(FollowUp, Body, Vec<PersonId>)> {
    let FollowUpOfBody { one, body, membership, runs } = FollowUpOfBody::read(cx, connection, id).await?;
    cx.require(runs)?;
    let mut people = membership.people();
    people.extend(one.person.filter(|person| !people.contains(person)));
    Ok((one, body, people))
}

/// The day of the meeting it comes from; what was written down for an earlier day may stay there. Two queries.
async fn earliest(cx: &Cx, connection: &mut Connection, one: &FollowUp) -> Result<Day> {
    let Some(item) = store::find_item(connection, cx.tenant.id, one.item).await? else {
        return Ok(one.due_on);
    };
    let meeting = store::find(connection, cx.tenant.id, item.meeting).await?;
    Ok(meeting.map_or(one.due_on, |meeting| meeting.starts_at.day().min(one.due_on)))
}

fn closed(cx: &Cx, one: &FollowUp) -> Result<Response> {
    cx.redirect_saying(one.href(), "warning", "follow-up-flash-closed")
}

pub async fn edit(cx: Cx, Path(id): Path<FollowUpId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (one, body, people) = find(&cx, &mut reader, id).await?;
    if one.done_at.is_some() {
        return closed(&cx, &one);
    }
    let form = FollowUpForm {
        hvad: one.matter.clone(),
        hvem: one.person.map(|person| person.to_string()).unwrap_or_default(),
        frist: one.due_on.to_string(),
        ..FollowUpForm::default()
    };
    let page = change_page(&cx, &mut reader, (&one, &body), &people, form).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<FollowUpId>, Form(form): Form<FollowUpForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    lock(&mut tx, id).await?;
    let (before, body, people) = find(&cx, &mut tx, id).await?;
    if before.done_at.is_some() {
        return closed(&cx, &before);
    }
    let mut check = Check::new(cx.locale);
    let earliest = earliest(&cx, &mut tx, &before).await?;
    let draft = form.read(&cx, &mut check, &people, earliest);
    let errors = check.done().err();
    let (Some(draft), None) = (draft, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = change_page(&cx, &mut tx, (&before, &body), &people, form).await?;
        return cx.invalid(page);
    };
    let one =
        FollowUp { matter: draft.matter, person: Some(draft.person), due_on: draft.due_on, ..before.clone() };
    if one != before {
        let one = FollowUp { changed_at: Some(cx.now()), updated_at: cx.now(), ..one };
        tx.write(&SAVE, &one).execute().await?;
        let is_same = before.person == Some(draft.person);
        if let Some(person) = before.person.filter(|_| !is_same) {
            tell(&cx, &mut tx, (&before, &body), person, News::Passed).await?;
        }
        let news = if is_same { News::Changed } else { News::Given };
        tell(&cx, &mut tx, (&one, &body), draft.person, news).await?;
        tx.record(FollowUpChanged::of(&one)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(before.href(), "success", "follow-up-flash-changed")
}

async fn change_page(
    cx: &Cx,
    connection: &mut Connection,
    (one, body): (&FollowUp, &Body),
    people: &[PersonId],
    form: FollowUpForm,
) -> Result<ChangePage> {
    let t = T(cx.locale);
    let people = named(cx, connection, people).await?;
    Ok(ChangePage {
        shell: under(cx, t.follow_up_change(), (one, body)),
        t,
        form,
        people: people.iter().map(|person| Choice::of(person.id.to_string(), person.name.clone())).collect(),
        action: format!("{}/rediger", one.href()),
        back: one.href(),
    })
}

fn under(cx: &Cx, title: &str, (one, body): (&FollowUp, &Body)) -> Shell {
    cx.shell(title)
        .under("/organer", T(cx.locale).body_list_title())
        .under(body.href(), &body.name)
        .under(one.href(), &one.matter)
        .here()
}

pub async fn ask_remove(cx: Cx, Path(id): Path<FollowUpId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (one, body, _) = find(&cx, &mut reader, id).await?;
    if one.done_at.is_some() {
        return closed(&cx, &one);
    }
    cx.page(remove_page(&cx, (&one, &body), RemoveForm::default()))
}

pub async fn remove(cx: Cx, Path(id): Path<FollowUpId>, Form(form): Form<RemoveForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    lock(&mut tx, id).await?;
    let (one, body, _) = find(&cx, &mut tx, id).await?;
    if one.done_at.is_some() {
        return closed(&cx, &one);
    }
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return cx.invalid(remove_page(&cx, (&one, &body), form.with_errors(errors)));
    }
    let one = FollowUp { done_at: Some(cx.now()), removed_reason: reason, updated_at: cx.now(), ..one };
    tx.write(&SAVE, &one).execute().await?;
    if let Some(person) = one.person {
        tell(&cx, &mut tx, (&one, &body), person, News::Removed).await?;
    }
    tx.record(FollowUpRemoved::of(&one)).await?;
    tx.commit().await?;
    cx.redirect_saying(body.href(), "success", "follow-up-flash-removed")
}

fn remove_page(cx: &Cx, (one, body): (&FollowUp, &Body), form: RemoveForm) -> RemovePage {
    let t = T(cx.locale);
    RemovePage {
        shell: under(cx, t.follow_up_remove(), (one, body)),
        t,
        form,
        lead: one.matter.clone(),
        told: t.follow_up_remove_means(),
        button: t.follow_up_remove(),
        action: format!("{}/fjern", one.href()),
        back: one.href(),
    }
}
