//! GET /forslag: what has been proposed and what became of it, for all.

use askama::Template;
use axum::response::Response;
use samskab_organisation::body::{self, in_charge};
use samskab_web::{Cx, Result, Shell, personal::Line};

use super::{Proposal, ProposalState, show::outcome, store};
use crate::T;

#[derive(Template)]
#[template(path = "proposal/public.html")]
struct PublicPage {
    shell: Shell,
    t: T,
    groups: Vec<(&'static str, Vec<Line>)>,
}

/// The public list of proposals. Runs three queries.
pub async fn public(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let all = store::public(&mut reader, cx.tenant.id).await?;
    let all = store::as_agreed(&mut reader, cx.tenant.id, all).await?;
    let bodies = body::store::every(&mut reader, cx.tenant.id).await?;
    drop(reader);
    let line = |one: &&Proposal| {
        let name = |id| in_charge(&bodies, id, cx.today()).map(|body| body.name.as_str());
        let body = name(one.body).unwrap_or_else(|| t.proposal_body_none());
        let decider = name(one.decided_by).unwrap_or_default();
        let outcome = outcome(&cx, t, one, body, decider, None);
        Line::in_state(&one.texts.title, one.href(), outcome, one.state.said(t))
    };
    let (open, over): (Vec<&Proposal>, Vec<&Proposal>) = all.iter().partition(|one| !one.state.is_over());
    let (done, rejected): (Vec<&Proposal>, Vec<&Proposal>) =
        over.into_iter().partition(|one| one.state == ProposalState::Approved);
    let groups = [
        (t.proposal_group_open(), open),
        (t.proposal_group_approved(), done),
        (t.proposal_group_rejected(), rejected),
    ];
    let groups = groups.into_iter().filter(|(_, own)| !own.is_empty());
    cx.page(PublicPage {
        shell: cx.shell(t.proposal_public_title()).here(),
        t,
        groups: groups.map(|(heading, own)| (heading, own.iter().map(line).collect())).collect(),
    })
}
