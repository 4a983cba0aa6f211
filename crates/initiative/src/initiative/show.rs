//! GET /indsatser/{id}: what is done, whose it is, how it goes and since when that is known.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, Shell};

use super::{Initiative, InitiativeId, Owners, status::StatusForm, store};
use crate::{
    T, aim,
    authority::{Action, Tie, may},
};

#[derive(Template)]
#[template(path = "initiative/show.html")]
pub(super) struct InitiativePage {
    shell: Shell,
    t: T,
    title: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
    reason: String,
    /// Said when the last news is old.
    old: String,
    facts: Vec<(&'static str, String)>,
    links: Vec<(&'static str, String, String)>,
    /// Day, state and what was told.
    statuses: Vec<(String, &'static str, String)>,
    can_tell: bool,
    can_keep: bool,
    /// What it serves: address and name.
    aims: Vec<(String, String)>,
    is_hidden: bool,
    form: StatusForm,
    base: String,
}

pub async fn show(cx: Cx, Path(id): Path<InitiativeId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let one = store::find(&mut reader, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
    let form = StatusForm { tilstand: one.state.code().into(), ..StatusForm::default() };
    let page = page(&cx, &mut reader, &one, form).await?;
    cx.page(page)
}

/// The page of an initiative. Runs at most nine queries.
pub(super) async fn page(
    cx: &Cx,
    connection: &mut Connection,
    one: &Initiative,
    form: StatusForm,
) -> Result<InitiativePage> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let owners = Owners::of(cx, connection, std::slice::from_ref(one)).await?;
    let tie = if owners.is_mine(cx, one) { Tie::Owner } else { Tie::None };
    if !one.is_public && tie == Tie::None && !may(&cx.actor, Action::SeeAll, Tie::None) {
        return Err(Error::NotFound);
    }
    let statuses = store::statuses(connection, tenant, one.id).await?;
    let area = match one.focus_area {
        Some(id) => store::focus_area(connection, tenant, id).await?.map(|area| (id, area)),
        None => None,
    };
    let proposal = match one.proposal {
        Some(id) => {
            store::proposal(connection, tenant, id).await?.map(|(title, is_open)| (id, title, is_open))
        }
        None => None,
    };
    let sees_drafts = may(&cx.actor, Action::KeepFocusAreas, Tie::None);
    let mut links = Vec::new();
    if let Some((id, (title, year, _))) = area.filter(|(_, (.., is_open))| *is_open || sees_drafts) {
        links.push((t.focus_area_label(), format!("/fokus/{id}"), format!("{title} ({year})")));
    }
    if let Some((id, title, true)) = proposal {
        links.push((t.initiative_came_of(), format!("/forslag/{id}"), title));
    }
    let aims = aim::store::of_initiative(connection, tenant, one.id).await?;
    let mut facts = vec![(t.initiative_owner(), owners.said(cx, one))];
    facts.extend([
        (t.initiative_goal(), one.goal.clone()),
        (t.initiative_period(), one.period(cx)),
        (t.initiative_decision(), one.decision_number.clone()),
    ]);
    facts.retain(|(_, value)| !value.is_empty());
    Ok(InitiativePage {
        shell: cx.shell(one.title.clone()).under("/fokus", t.focus_title()).here(),
        t,
        title: one.title.clone(),
        about: one.about.clone(),
        state: one.state.said(t),
        reason: one.state_reason.clone(),
        old: match one.is_old(cx.now()) {
            true => t.initiative_is_old(cx.locale.day(one.told_at.day())),
            false => String::new(),
        },
        facts,
        links,
        statuses: statuses
            .into_iter()
            .map(|status| (cx.locale.day(status.created_at.day()), status.state.said(t).0, status.said))
            .collect(),
        can_tell: may(&cx.actor, Action::TellOfInitiative, tie),
        can_keep: may(&cx.actor, Action::KeepInitiatives, tie),
        is_hidden: !one.is_public,
        aims: aim::pick::shown(cx, connection, aims).await?,
        form,
        base: one.href(),
    })
}
