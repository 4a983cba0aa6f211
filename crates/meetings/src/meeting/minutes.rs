//! The minutes, written in the meeting point by point: what came of it and why, who took no part, the votes where there were
//! any, who was there, and who does what until when. Finished, they wait for an approval; approved, they are corrected with
//! a reason that stays, and never changed.

pub(super) mod item;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::person::{self, PersonId};
use samskab_web::{Cx, Form, Result, Shell};

use super::{
    Answer, AnswerKind, Item, ItemState, Meeting, MeetingId, MeetingOfBody, MeetingState, agenda,
    as_beginning,
    event::{MinutesApproved, MinutesWritten},
    follow_up::FollowUp,
    request,
    rules::{Refused, number},
    store,
};
use crate::T;

samskab_web::form! {
    pub struct AttendanceForm {
        var_der: several(minutes_was_there),
    }
}

#[derive(Template)]
#[template(path = "meeting/minutes.html")]
struct MinutesPage {
    shell: Shell,
    t: T,
    lead: String,
    lines: Vec<MinutesLine>,
    open: usize,
    people: Vec<Present>,
    /// Fewer than half of those who sit there were noted as present, and the body has no rule of its own.
    too_few: bool,
    /// Fewer than its rule asks for: how many, in words; empty: enough, or there is no rule.
    no_quorum: String,
    /// So many decisions do not say why they were taken all the same.
    unexplained: usize,
    base: String,
    is_approved: bool,
    is_minuted: bool,
}

struct MinutesLine {
    href: String,
    title: String,
    verb: &'static str,
    state: &'static str,
    is_open: bool,
    decision: String,
}

struct Present {
    id: String,
    name: String,
    answer: String,
    was_there: bool,
}

pub async fn show(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = MeetingOfBody::run(&cx, &mut reader, id).await?;
    let meeting = &found.meeting;
    if meeting.state == MeetingState::Cancelled || meeting.starts_at > cx.now() {
        return cx.redirect_saying(meeting.href(), "warning", "meeting-flash-not-begun");
    }
    let t = T(cx.locale);
    let items = store::items(&mut reader, cx.tenant.id, id).await?;
    let answers = store::answers(&mut reader, cx.tenant.id, id).await?;
    let is_noted = answers.iter().any(|answer| answer.was_there.is_some());
    let there = answers.iter().filter(|answer| answer.was_there == Some(true)).count();
    cx.page(MinutesPage {
        shell: found.under(&cx, t.minutes_title()),
        t,
        lead: as_beginning(&meeting.when(&cx)),
        open: items.iter().filter(|item| item.state == ItemState::Open).count(),
        lines: items.iter().map(|item| line(t, item)).collect(),
        too_few: found.body.quorum.is_none() && is_noted && there * 2 < answers.len(),
        no_quorum: said_quorum(t, meeting),
        unexplained: meeting.unexplained(&items),
        people: answers.into_iter().map(|answer| present(t, answer)).collect(),
        base: meeting.href(),
        is_approved: meeting.state == MeetingState::Approved,
        is_minuted: meeting.state == MeetingState::Minuted,
    })
}

fn line(t: T, item: &Item) -> MinutesLine {
    MinutesLine {
        href: format!("/punkter/{}/referat", item.id),
        title: item.title.clone(),
        verb: item.verb.label(t),
        state: item.said_state(t),
        is_open: item.state == ItemState::Open,
        decision: item.decision.clone(),
    }
}

fn present(t: T, answer: Answer) -> Present {
    Present {
        id: answer.person_id.to_string(),
        answer: answer.said(t),
        name: answer.name,
        was_there: answer.was_there.unwrap_or(answer.answer == AnswerKind::Comes),
    }
}

pub async fn attendance(
    cx: Cx,
    Path(id): Path<MeetingId>,
    Form(form): Form<AttendanceForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run(&cx, &mut tx, id).await?;
    let to = format!("{}/referat", found.meeting.href());
    if !found.meeting.is_being_minuted(cx.now()) {
        return cx.redirect_saying(to, "warning", "meeting-flash-was-changed");
    }
    let meeting = store::locked(&mut tx, id).await?.unwrap_or_else(|| found.meeting.clone());
    let answers = store::answers(&mut tx, cx.tenant.id, id).await?;
    let mut there = 0;
    for answer in &answers {
        let was_there = form.var_der.iter().any(|one| *one == answer.person_id.to_string());
        store::note_was_there(&mut tx, id, answer.person_id, was_there).await?;
        there += i64::from(was_there);
    }
    let needed = found.body.needed(i64::try_from(answers.len()).unwrap_or(i64::MAX));
    store::save(&mut tx, &Meeting { there: Some(there), needed, updated_at: cx.now(), ..meeting }).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "meeting-flash-attendance")
}

/// POST /moeder/{id}/referat/faerdig: nothing more is written; what was put off comes back at the next meeting.
pub async fn finish(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run(&cx, &mut tx, id).await?;
    store::locked(&mut tx, id).await?;
    let items = store::items(&mut tx, cx.tenant.id, id).await?;
    let to = format!("{}/referat", found.meeting.href());
    let meeting = match found.meeting.clone().finish(&items, cx.now()) {
        Ok(meeting) => meeting,
        Err(Refused::NoQuorum(_)) => return cx.redirect_saying(to, "warning", "meeting-flash-no-quorum"),
        Err(Refused::Open(_)) => return cx.redirect_saying(to, "warning", "meeting-flash-open-items"),
        Err(_) => return cx.redirect_saying(to, "warning", "meeting-flash-was-changed"),
    };
    store::save(&mut tx, &meeting).await?;
    if let Some(next) = store::next(&mut tx, cx.tenant.id, found.body.id, cx.now()).await? {
        agenda::fill(&cx, &mut tx, &found.body, &next).await?;
    }
    tx.record(MinutesWritten::of(&meeting)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "meeting-flash-finished")
}

/// POST /moeder/{id}/referat/godkend: the decisions get their numbers, and what is open to all can be read by all.
pub async fn approve(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run(&cx, &mut tx, id).await?;
    store::locked(&mut tx, id).await?;
    let href = found.meeting.href();
    let items = store::items(&mut tx, cx.tenant.id, id).await?;
    let meeting = match found.meeting.clone().approve(&items, cx.now()) {
        Ok(meeting) => meeting,
        Err(Refused::NoQuorum(_)) => {
            let to = format!("{href}/referat");
            return cx.redirect_saying(to, "warning", "meeting-flash-no-quorum");
        }
        Err(_) => return cx.redirect_saying(href, "warning", "meeting-flash-was-changed"),
    };
    let day = meeting.starts_at.day();
    let last = store::last_number(&mut tx, cx.tenant.id, meeting.body, day).await?;
    request::close(&cx, &mut tx, &items).await?;
    for item in number(items, day.date().year(), last, cx.now()) {
        store::save_item(&mut tx, &item).await?;
    }
    store::save(&mut tx, &meeting).await?;
    tx.record(MinutesApproved::of(&meeting)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "meeting-flash-approved")
}

/// "Spørg Teknik om lokaler: Asta Prøvested, senest 1. maj 2026"
pub(super) fn said(t: T, one: &FollowUp, people: &[person::Person]) -> String {
    let name = |id: PersonId| people.iter().find(|person| person.id == id).map(|person| person.name.as_str());
    let who = one.person.and_then(name).unwrap_or_default();
    let day = t.0.day(one.due_on);
    match (one.done_at, who) {
        (Some(at), _) => t.follow_up_said_done(t.0.day(at.day()), one.matter.as_str()),
        (None, "") => t.follow_up_said_nobody(day, one.matter.as_str()),
        (None, who) => t.follow_up_said(day, one.matter.as_str(), who),
    }
}

/// "Gruppen kunne ikke beslutte: 3 var der, og der skulle mindst 5 til." Empty: enough were there, or nothing asks for them.
pub(super) fn said_quorum(t: T, meeting: &Meeting) -> String {
    match (meeting.there, meeting.needed) {
        (Some(there), Some(needed)) if there < needed => t.minutes_no_quorum(needed, there),
        _ => String::new(),
    }
}
