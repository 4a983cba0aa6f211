//! POST /indsatser/{id}/status: whoever owns it tells how it goes.

use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_organisation::person::PersonId;
use samskab_web::{Check, Cx, Form, Result, form::Choice};

use super::{InitiativeId, InitiativeState, InitiativeTold, for_action, show::page, store};
use crate::{T, authority::Action};

samskab_web::form! {
    pub struct StatusForm {
        tilstand: radio(initiative_state).among(states).required(),
        sagt: paragraph(initiative_status).hint(initiative_status_hint).required().rows(3).max(600),
    }
}

fn states(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    InitiativeState::ALL.iter().map(|one| Choice::of(one.code(), one.said(t).0)).collect()
}

pub async fn tell(cx: Cx, Path(id): Path<InitiativeId>, Form(form): Form<StatusForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    for_action(&cx, &mut tx, id, Action::TellOfInitiative).await?;
    let before = store::locked(&mut tx, id).await?.ok_or(samskab_web::Error::NotFound)?;
    let mut check = Check::new(cx.locale);
    let state: Option<InitiativeState> = form.tilstand().code(&mut check);
    let said = form.sagt().text(&mut check).unwrap_or_default();
    let errors = check.done().err();
    let told =
        state.filter(|_| errors.is_none()).and_then(|state| before.clone().tell(state, &said, cx.now()));
    let Some(told) = told else {
        let page = page(&cx, &mut tx, &before, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    store::save(&mut tx, &told).await?;
    store::tell(&mut tx, &told, said, cx.actor.person.map(PersonId::from_uuid)).await?;
    tx.record(InitiativeTold::of(&told)).await?;
    tx.commit().await?;
    cx.redirect_saying(cx.back_to_overview_or(told.href()), "success", "initiative-flash-told")
}
