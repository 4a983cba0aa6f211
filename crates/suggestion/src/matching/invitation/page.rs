//! GET /invitationer/{id}: somebody asks whether you would help. What, who, why you, when, and both answers.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_finding::card::unbroken;
use samskab_organisation::answering;
use samskab_organisation::answering::WhomToCall;
use samskab_shifts::shift;
use samskab_taskbank::task::{self, time::as_beginning, view::place_line};
use samskab_volunteers::volunteer;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use super::{DeclineReason, InvitationId, State, answer::own, decline::DeclineForm};
use crate::{T, matching::words};

#[derive(Template)]
#[template(path = "matching/invitation.html")]
struct InvitationPage {
    shell: Shell,
    t: T,
    href: String,
    heading: String,
    lead: String,
    is_open: bool,
    is_stand_in: bool,
    title: String,
    task_href: String,
    by: String,
    when: String,
    place: String,
    summary: String,
    message: String,
    why: String,
    until: String,
    /// After it: where to go on.
    next: Option<(String, &'static str)>,
    call: Option<WhomToCall>,
    form: DeclineForm,
    may_pause: bool,
}

pub async fn show(cx: Cx, Path(id): Path<InvitationId>) -> Result<Response> {
    let (t, now, today) = (T(cx.locale), cx.now(), cx.now().day());
    let mut reader = cx.read().await?;
    let invitation = own(&cx, &mut reader, id).await?;
    let shown =
        task::store::shown(&mut reader, cx.tenant.id, invitation.task, today).await?.or_not_found()?;
    let task = &shown.task;
    let ladder = answering::ladder(&mut reader, cx.tenant.id, task.poster, today).await?;
    let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
    let cv = volunteer::store::find(&mut reader, cx.tenant.id, invitation.person).await?;
    let turn = match invitation.stand_in {
        Some((shift, _)) => shift::store::find(&mut reader, cx.tenant.id, shift).await?,
        None => None,
    };
    let when = match &turn {
        Some(turn) => turn.when(t.0, today),
        None => task.time.sentence(cx.locale, today),
    };
    let is_open = invitation.is_open(now) && (invitation.stand_in.is_some() || task.state.is_open());
    let (heading, lead) = match invitation.state {
        State::Sent if is_open && turn.is_some() => {
            (t.matching_own_stand_in(&shown.poster_name), t.matching_own_stand_in_lead().to_owned())
        }
        State::Sent if is_open => {
            (t.matching_own_asked(&shown.poster_name), t.matching_own_lead().to_owned())
        }
        State::Accepted => (t.matching_own_accepted().to_owned(), t.matching_own_accepted_lead().to_owned()),
        State::Declined => (t.matching_own_declined().to_owned(), t.matching_own_declined_lead().to_owned()),
        State::Withdrawn if turn.is_some() => {
            (t.matching_own_solved().to_owned(), t.matching_own_solved_lead().to_owned())
        }
        _ => (t.matching_own_over().to_owned(), t.matching_own_over_lead().to_owned()),
    };
    let next = match (invitation.state, &turn) {
        (State::Accepted, Some(turn)) => Some((turn.href(), t.matching_own_to_shift())),
        (State::Accepted, None) => invitation
            .interest
            .map(|interest| (format!("/interesse/{interest}"), t.matching_own_to_interest())),
        (State::Sent, _) if is_open => None,
        _ => Some(("/min-side/forslag".to_owned(), t.matching_own_to_suggestions())),
    };
    let until = invitation.answer_by();
    cx.page(InvitationPage {
        shell: cx.shell(heading.clone()).under("/min-side", t.matching_my_page()).here(),
        t,
        href: invitation.href(),
        heading,
        lead,
        is_open,
        is_stand_in: turn.is_some(),
        task_href: format!("/opgaver/{}", task.id),
        by: shown.poster_name.clone(),
        when: unbroken(&as_beginning(&when)),
        place: place_line(task, samskab_taskbank::T(t.0)),
        summary: task.summary.clone(),
        message: invitation.message.clone(),
        why: words::sentence(&invitation.reasons(), t).unwrap_or_default(),
        until: if until == today {
            t.matching_own_until_time(t.0.time(invitation.expires_at))
        } else {
            t.matching_own_until(t.0.weekday_and_day(until, today))
        },
        title: task.title.clone(),
        next,
        call,
        form: DeclineForm::default(),
        may_pause: cv.is_some(),
    })
}

impl DeclineReason {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::NoTime => t.matching_decline_no_time(),
            Self::TimesDoNotFit => t.matching_decline_times(),
            Self::TooFar => t.matching_decline_far(),
            Self::NotForMe => t.matching_decline_not_for_me(),
            Self::EnoughAlready => t.matching_decline_enough(),
            Self::Other => t.matching_decline_other(),
        }
    }
}
