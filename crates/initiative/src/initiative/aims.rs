//! /indsatser/{id}/maal: which aims an initiative serves.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use super::{InitiativeChanged, InitiativeId, for_action};
use crate::{
    T,
    aim::{
        self,
        pick::{PickForm, PickPage},
    },
    authority::Action,
};

pub async fn show(cx: Cx, Path(id): Path<InitiativeId>) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let (one, _) = for_action(&cx, &mut reader, id, Action::KeepInitiatives).await?;
    let chosen = aim::store::of_initiative(&mut reader, cx.tenant.id, id).await?;
    let shell = cx.shell(t.aim_serves()).under("/indsatser", t.initiative_list_title());
    let shell = shell.under(one.href(), &one.title).here();
    let page = PickPage::of(&cx, &mut reader, shell, &chosen, one.href()).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<InitiativeId>, Form(form): Form<PickForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (one, _) = for_action(&cx, &mut tx, id, Action::KeepInitiatives).await?;
    let aims = form.aims(&cx, &mut tx).await?;
    aim::store::set_of_initiative(&mut tx, id, &aims).await?;
    tx.record(InitiativeChanged::of(&one)).await?;
    tx.commit().await?;
    cx.redirect_saying(one.href(), "success", "aim-flash-picked")
}
