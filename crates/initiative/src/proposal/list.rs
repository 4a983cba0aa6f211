//! GET /forslag: what has been proposed and what became of it, for all; and GET /forslag/liste, for those who work here.

use askama::Template;
use axum::response::Response;
use samskab_kernel::Locale;
use samskab_organisation::{
    body::{self, in_charge},
    unit::{self, UnitId},
};
use samskab_web::{
    Cx, Result, Shell,
    form::{self, Choice},
    personal::Line,
};

use super::{Proposal, ProposalState, new::qualifiers, show::outcome, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

samskab_web::form! {
    pub struct ProposalsQuery {
        tilstand: choice(proposal_filter_state).first(proposal_filter_all).among(states).unmarked(),
        omraade: choice(proposal_unit).first(proposal_filter_all).unmarked(),
    }
}

fn states(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    let shown = ProposalState::ALL.iter().filter(|one| **one != ProposalState::Unconfirmed);
    shown.map(|one| Choice::of(one.code(), one.said(t).0)).collect()
}

#[derive(Template)]
#[template(path = "proposal/public.html")]
struct PublicPage {
    shell: Shell,
    t: T,
    groups: Vec<(&'static str, Vec<Line>)>,
}

#[derive(Template)]
#[template(path = "proposal/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    form: ProposalsQuery,
    units: Vec<Choice>,
    lines: Vec<Line>,
    /// Nobody is said to take ideas.
    is_homeless: bool,
}

/// Three queries.
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
        let outcome = outcome(&cx, t, one, body, name(one.decided_by).unwrap_or_default());
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

/// Four queries.
pub async fn staff(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SeeAll, Tie::None))?;
    let t = T(cx.locale);
    let form: ProposalsQuery = form::query(&cx);
    let state = form.tilstand.parse().ok().filter(|state| *state != ProposalState::Unconfirmed);
    let mut reader = cx.read().await?;
    let mut all = store::newest(&mut reader, cx.tenant.id, state).await?;
    let units = unit::store::all(&mut reader, cx.tenant.id, cx.today()).await?;
    let bodies = body::store::every(&mut reader, cx.tenant.id).await?;
    let is_homeless = qualifiers(&cx, &mut reader).await?.is_empty();
    drop(reader);
    if let Ok(unit) = form.omraade.parse::<UnitId>() {
        all.retain(|one| one.unit == Some(unit));
    }
    // What is not for all is read by those who have to do with it: the others see that it is there.
    let line = |one: Proposal| {
        let unit = one.unit.and_then(|id| units.iter().find(|unit| unit.id == id));
        let body = in_charge(&bodies, one.decided_by.or(one.body), cx.today());
        let about = [
            body.map_or_else(|| t.proposal_body_none().to_owned(), |body| body.name.clone()),
            unit.map(|unit| unit.name.clone()).unwrap_or_default(),
            cx.locale.day(one.created_at.day()),
        ];
        let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let is_open = one.shows_text && one.state != ProposalState::Withdrawn
            || may(&cx.actor, Action::ReadProposal, Tie::None)
            || one.is_by(&cx);
        let href = if is_open { one.href() } else { String::new() };
        let state = one.state.said(t);
        let title = if is_open { one.texts.title } else { t.proposal_not_for_all().to_owned() };
        Line::in_state(title, href, about.join(" · "), state)
    };
    let departments = units.iter().filter(|unit| unit.level == unit::Level::Department);
    let choices = departments.map(|unit| Choice::of(unit.id.to_string(), unit.name.clone())).collect();
    cx.page(ListPage {
        shell: cx.shell(t.proposal_list_title()).here(),
        t,
        form,
        units: choices,
        lines: all.into_iter().map(line).collect(),
        is_homeless,
    })
}
