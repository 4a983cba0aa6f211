//! GET /indsatser: every initiative, by how it goes and under which focus area, for those who work here.

use askama::Template;
use axum::response::Response;
use samskab_kernel::Locale;
use samskab_web::{
    Cx, Result, Shell,
    form::{self, Choice},
    personal::Line,
};

use super::{Initiative, InitiativeState, Owners, store};
use crate::{
    T,
    authority::{Action, Tie, may},
    id::FocusAreaId,
};

samskab_web::form! {
    pub struct InitiativesQuery {
        tilstand: choice(initiative_state).first(proposal_filter_all).among(states).unmarked(),
        fokus: choice(focus_area_label).first(proposal_filter_all).unmarked(),
    }
}

fn states(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    InitiativeState::ALL.iter().map(|one| Choice::of(one.code(), one.said(t).0)).collect()
}

#[derive(Template)]
#[template(path = "initiative/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    form: InitiativesQuery,
    areas: Vec<Choice>,
    lines: Vec<Line>,
    may_add: bool,
}

/// Four queries.
pub async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SeeAll, Tie::None))?;
    let t = T(cx.locale);
    let form: InitiativesQuery = form::query(&cx);
    let mut reader = cx.read().await?;
    let mut all = store::list(&mut reader, cx.tenant.id, form.tilstand.parse().ok()).await?;
    if let Ok(area) = form.fokus.parse::<FocusAreaId>() {
        all.retain(|one| one.focus_area == Some(area));
    }
    let owners = Owners::of(&cx, &mut reader, &all).await?;
    let areas = store::focus_areas(&mut reader, cx.tenant.id).await?;
    drop(reader);
    let line = |one: &Initiative| {
        let area = areas.iter().find(|(id, ..)| Some(*id) == one.focus_area);
        let about = [
            owners.said(&cx, one),
            area.map(|(_, title, year)| format!("{title} ({year})")).unwrap_or_default(),
            if one.is_old(cx.now()) { t.initiative_old_short().to_owned() } else { String::new() },
        ];
        let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        Line::in_state(&one.title, one.href(), about.join(" · "), one.state.said(t))
    };
    let choice = |(id, title, year): &(FocusAreaId, String, i64)| {
        Choice::of(id.to_string(), format!("{year}: {title}"))
    };
    cx.page(ListPage {
        shell: cx.shell(t.initiative_list_title()).here(),
        t,
        lines: all.iter().map(line).collect(),
        areas: areas.iter().map(choice).collect(),
        form,
        may_add: may(&cx.actor, Action::KeepInitiatives, Tie::None),
    })
}
