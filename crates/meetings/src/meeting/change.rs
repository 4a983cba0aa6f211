//! /moeder/{id}/rediger and /moeder/{id}/aflys: another time or place, or not at all. Whoever was called, or told the date, is told,
//! once. What was written down wrong can be put right afterwards, until the minutes are finished; then nobody is told, except
//! of a meeting that was still to come.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result, Shell, form::Field};

use super::{
    Meeting, MeetingId, MeetingOfBody, MeetingState,
    event::{MeetingCancelled, MeetingMoved},
    letter::{self, News, told_of},
    plan::{at, is_past, refuse_past},
    store,
};
use crate::T;

samskab_web::form! {
    pub struct ChangeForm {
        titel: text(meeting_title).hint(meeting_title_hint).optional().max(120),
        dag: day(meeting_day).required(),
        fra: clock(meeting_from).required(),
        til: clock(meeting_to).required(),
        holdt: tick(meeting_was_held).hint(meeting_moved_held_hint).unmarked(),
        sted: text(meeting_place).hint(meeting_place_hint).optional().max(200),
    }
}

samskab_web::form! {
    pub struct CancelForm {
        grund: paragraph(meeting_cancel_reason).hint(meeting_cancel_reason_hint).rows(3).required().max(500),
    }
}

#[derive(Template)]
#[template(path = "meeting/change.html")]
struct ChangePage {
    shell: Shell,
    t: T,
    form: ChangeForm,
    /// It is moved to a day that has passed: the page asks whether it was held.
    is_past: bool,
    /// Who is told of the change; empty: nobody.
    told: String,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "meeting/call_off.html")]
struct CancelPage {
    shell: Shell,
    t: T,
    form: CancelForm,
    lead: String,
    told: String,
    /// Somebody expects the meeting, and reads why it is cancelled.
    is_told: bool,
    button: &'static str,
    action: String,
    back: String,
}

impl CancelForm {
    /// Where nobody expects the meeting, no reason for cancelling it is needed.
    fn reason(&self, is_told: bool, t: T) -> Field<'_> {
        match is_told {
            true => self.grund(),
            false => self.grund().required(false).hint(t.meeting_cancel_reason_hint_untold()),
        }
    }
}

pub async fn show(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = MeetingOfBody::run(&cx, &mut reader, id).await?;
    let meeting = &found.meeting;
    if !meeting.can_change() {
        return cx.redirect_saying(meeting.href(), "warning", "meeting-flash-over");
    }
    let form = ChangeForm {
        titel: meeting.title.clone(),
        dag: meeting.starts_at.day().to_string(),
        fra: cx.locale.time(meeting.starts_at),
        til: cx.locale.time(meeting.ends_at),
        sted: meeting.place.clone(),
        ..ChangeForm::default()
    };
    let told = match meeting.is_ahead(cx.now()) {
        true => told_of(&mut reader, &cx, &found).await?.len(),
        false => 0,
    };
    cx.page(page(&cx, &found, told, form))
}

pub async fn save(cx: Cx, Path(id): Path<MeetingId>, Form(form): Form<ChangeForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run_locked(&cx, &mut tx, id).await?;
    let people = told_of(&mut tx, &cx, &found).await?;
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let place = form.sted().text(&mut check).unwrap_or_default();
    let day = form.dag().day_ahead(&mut check, cx.today());
    let (from, to) = (form.fra().clock(&mut check), form.til().clock(&mut check));
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        check.refuse(&form.til(), T(cx.locale).meeting_ends_before());
    }
    let was_ahead = found.meeting.is_ahead(cx.now());
    let is_past = is_past(&cx, day, from);
    if is_past && was_ahead && !form.holdt().is_ticked() {
        refuse_past(&cx, &mut check, day, (&form.dag(), &form.fra()));
    }
    if day.is_some() && !is_past && !was_ahead {
        let items = store::items(&mut tx, cx.tenant.id, id).await?;
        if found.meeting.is_minuted_in_part(&items) {
            check.refuse(&form.dag(), T(cx.locale).meeting_day_has_minutes());
        }
    }
    // Nobody expects a meeting in the past; whoever expected the coming one is told.
    let people = if is_past && !was_ahead { Vec::new() } else { people };
    let errors = check.done().err();
    let (Some(day), Some(from), Some(to), None) = (day, from, to, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(page(&cx, &found, people.len(), form));
    };
    let before = found.meeting.clone();
    let href = before.href();
    let Ok(meeting) = before.clone().move_to((at(day, from), at(day, to)), place, cx.now()) else {
        return cx.redirect_saying(href, "warning", "meeting-flash-over");
    };
    let is_moved = meeting.sequence != before.sequence;
    let has_new_time = (meeting.starts_at, meeting.ends_at) != (before.starts_at, before.ends_at);
    let mut meeting = Meeting { title, updated_at: cx.now(), ..meeting };
    if !is_past && !was_ahead {
        // It is to come now, so a note that nobody was present means nothing.
        store::forget_attendance(&mut tx, id).await?;
        meeting = Meeting { there: None, needed: None, ..meeting };
    }
    store::save(&mut tx, &meeting).await?;
    let found = MeetingOfBody { meeting, ..found };
    // Only a new time is asked about again: whoever can come then can come to another place, too.
    if has_new_time && found.meeting.state == MeetingState::Called && !is_past {
        store::ask_again(&mut tx, id).await?;
    }
    if is_moved {
        letter::write(&cx, &mut tx, &found, &people, News::Moved { before: &before }).await?;
    }
    tx.record(MeetingMoved::of(&found.meeting)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "meeting-flash-changed")
}

pub async fn ask_cancel(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = MeetingOfBody::run(&cx, &mut reader, id).await?;
    if !found.meeting.can_change() {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-was-changed");
    }
    if found.meeting.is_minuted_in_part(&store::items(&mut reader, cx.tenant.id, id).await?) {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-has-minutes");
    }
    let told = told_of(&mut reader, &cx, &found).await?.len();
    cx.page(cancel_page(&cx, &found, told, CancelForm::default()))
}

pub async fn cancel(cx: Cx, Path(id): Path<MeetingId>, Form(form): Form<CancelForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run_locked(&cx, &mut tx, id).await?;
    let people = told_of(&mut tx, &cx, &found).await?;
    let mut check = Check::new(cx.locale);
    let reason = form.reason(!people.is_empty(), T(cx.locale)).text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return cx.invalid(cancel_page(&cx, &found, people.len(), form.with_errors(errors)));
    }
    if found.meeting.is_minuted_in_part(&store::items(&mut tx, cx.tenant.id, id).await?) {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-has-minutes");
    }
    // A meeting whose time has passed is expected by nobody.
    let people = if found.meeting.ends_at <= cx.now() { Vec::new() } else { people };
    let href = found.body.href();
    let Ok(meeting) = found.meeting.clone().cancel(reason.clone(), cx.now()) else {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-was-changed");
    };
    store::save(&mut tx, &meeting).await?;
    let found = MeetingOfBody { meeting, ..found };
    letter::write(&cx, &mut tx, &found, &people, News::Cancelled { reason: &reason }).await?;
    tx.record(MeetingCancelled::of(&found.meeting)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "meeting-flash-cancelled")
}

fn page(cx: &Cx, found: &MeetingOfBody, told: usize, form: ChangeForm) -> ChangePage {
    let t = T(cx.locale);
    let mut unread = Check::new(cx.locale);
    let typed = (form.dag().day(&mut unread), form.fra().clock(&mut unread));
    ChangePage {
        shell: found.under(cx, t.meeting_change()),
        t,
        is_past: found.meeting.is_ahead(cx.now()) && is_past(cx, typed.0, typed.1),
        form,
        told: match (told, found.meeting.called_at.is_some()) {
            (0, _) => String::new(),
            (told, true) => t.meeting_told_of_new_time(told),
            (told, false) => t.meeting_told_of_new_date(told),
        },
        action: format!("{}/rediger", found.meeting.href()),
        back: found.meeting.href(),
    }
}

fn cancel_page(cx: &Cx, found: &MeetingOfBody, told: usize, form: CancelForm) -> CancelPage {
    let t = T(cx.locale);
    let is_over = found.meeting.ends_at <= cx.now();
    CancelPage {
        shell: found.under(cx, if is_over { t.meeting_not_held() } else { t.meeting_cancel() }),
        t,
        form,
        lead: super::as_beginning(&found.meeting.when(cx)),
        told: match found.meeting.called_at.is_none() && told > 0 {
            _ if is_over => t.meeting_not_held_text().to_owned(),
            true => t.meeting_told_of_cancelled_date(told),
            false => t.meeting_told_of_cancel(told),
        },
        is_told: told > 0,
        button: t.meeting_cancel_button(),
        action: format!("{}/aflys", found.meeting.href()),
        back: found.meeting.href(),
    }
}
