//! /forslag/{id}/videre: what is qualified is handed on to those who decide. It comes by itself onto their next agenda that
//! nobody has been sent: at once where there is one, else when it is planned.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_meetings::meeting::request::can_decide;
use samskab_organisation::{
    body::{self, Body, BodyId, BodyKind},
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::{
    NoteKind, ProposalHandedOn, ProposalId, Seen,
    agenda::fill_next,
    letter::{News, tell},
    rules::Refused,
    store,
};
use crate::{T, authority::Action};

samskab_web::form! {
    pub struct HandOnForm {
        organ: choice(proposal_decider).hint(proposal_decider_hint).required(),
    }
}

#[derive(Template)]
#[template(path = "proposal/hand_on.html")]
struct HandOnPage {
    shell: Shell,
    t: T,
    title: String,
    /// Why not yet; empty: it can be handed on.
    hindrance: String,
    form: HandOnForm,
    bodies: Vec<Choice>,
    action: String,
    back: String,
}

/// The bodies that can decide, except the one that hands it on. Runs one query.
async fn deciders(cx: &Cx, connection: &mut Connection, seen: &Seen) -> Result<Vec<Body>> {
    let mut bodies = body::all(connection, cx.tenant.id, cx.today()).await?;
    bodies.retain(|body| can_decide(body) && seen.body.as_ref().is_none_or(|own| own.id != body.id));
    Ok(bodies)
}

/// The one above those who take ideas, else a steering group, else the only one; of several nobody can guess.
fn usual(seen: &Seen, bodies: &[Body]) -> Option<BodyId> {
    let above = seen.body.as_ref().and_then(|body| body.reports_to_id);
    let steering = || bodies.iter().find(|body| body.kind == BodyKind::Steering);
    let only = || bodies.first().filter(|_| bodies.len() == 1);
    let found = bodies.iter().find(|body| Some(body.id) == above).or_else(steering).or_else(only);
    found.map(|body| body.id)
}

fn hindrance(cx: &Cx, t: T, seen: &Seen) -> String {
    match seen.proposal.is_ready(cx.now()) {
        Ok(()) => String::new(),
        Err(Refused::Unchecked(count)) => t.proposal_unchecked(count),
        Err(Refused::Unanswered) => {
            let day = seen.proposal.answer_until().map(|until| cx.locale.day(until.day()));
            t.proposal_unanswered(day.unwrap_or_default())
        }
        Err(Refused::Disagreed) => t.proposal_disagreed().to_owned(),
        Err(Refused::WrongState) => t.proposal_was_moved().to_owned(),
    }
}

async fn page(cx: &Cx, connection: &mut Connection, seen: &Seen, form: HandOnForm) -> Result<HandOnPage> {
    let t = T(cx.locale);
    let proposal = &seen.proposal;
    let bodies = deciders(cx, connection, seen).await?;
    let shell = cx.shell(t.proposal_hand_on()).under("/forslag", t.proposal_public_title());
    Ok(HandOnPage {
        shell: shell.under(proposal.href(), &proposal.texts.title).here(),
        t,
        title: proposal.texts.title.clone(),
        hindrance: hindrance(cx, t, seen),
        bodies: bodies.into_iter().map(|body| Choice::of(body.id.to_string(), body.name)).collect(),
        form,
        action: format!("{}/videre", proposal.href()),
        back: proposal.href(),
    })
}

pub async fn show(cx: Cx, Path(id): Path<ProposalId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_action(&cx, &mut reader, id, Action::HandOnProposal).await?;
    let bodies = deciders(&cx, &mut reader, &seen).await?;
    let chosen = seen.decider.as_ref().map(|body| body.id).or_else(|| usual(&seen, &bodies));
    let organ = chosen.map(|id| id.to_string()).unwrap_or_default();
    let page = page(&cx, &mut reader, &seen, HandOnForm { organ, ..HandOnForm::default() }).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<ProposalId>, Form(form): Form<HandOnForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id, Action::HandOnProposal).await?;
    let bodies = deciders(&cx, &mut tx, &seen).await?;
    let mut check = Check::new(cx.locale);
    let to: Option<BodyId> = form.organ().code(&mut check);
    let to = bodies.iter().find(|body| Some(body.id) == to);
    if to.is_none() && !check.refuses(&[form.organ()]) {
        check.refuse(&form.organ(), T(cx.locale).proposal_decider_missing());
    }
    let errors = check.done().err();
    let (Some(to), None) = (to, &errors) else {
        let page = page(&cx, &mut tx, &seen, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    let href = seen.proposal.href();
    let proposal = match seen.proposal.clone().hand_on(to.id, cx.now()) {
        Ok(proposal) => proposal,
        Err(Refused::WrongState) => {
            return cx.redirect_saying(href, "warning", "proposal-flash-was-changed");
        }
        Err(_) => {
            let page = page(&cx, &mut tx, &seen, form).await?;
            return cx.invalid(page);
        }
    };
    store::save(&mut tx, &proposal).await?;
    let me = cx.actor.person.map(PersonId::from_uuid);
    store::note(&mut tx, id, NoteKind::HandedOn, to.name.clone(), me).await?;
    tell(&mut tx, &proposal, News::HandedOn).await?;
    tx.record(ProposalHandedOn::of(&proposal)).await?;
    fill_next(&mut tx, to.id).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "proposal-flash-handed-on")
}
