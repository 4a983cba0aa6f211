//! /fokus/{id}/maal: which aims a focus area of a year serves.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use super::{FocusAreaChanged, FocusAreaId, edit::kept};
use crate::{
    T,
    aim::{
        self,
        pick::{PickForm, PickPage},
    },
};

pub async fn show(cx: Cx, Path(id): Path<FocusAreaId>) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let area = kept(&cx, &mut reader, id).await?;
    let chosen = aim::store::of_focus_area(&mut reader, cx.tenant.id, id).await?;
    let shell = cx.shell(t.aim_serves()).under("/fokus", t.focus_title());
    let shell = shell.under(area.href(), &area.title).here();
    let page = PickPage::of(&cx, &mut reader, shell, &chosen, area.href()).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<FocusAreaId>, Form(form): Form<PickForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let area = kept(&cx, &mut tx, id).await?;
    let aims = form.aims(&cx, &mut tx).await?;
    aim::store::set_of_focus_area(&mut tx, id, &aims).await?;
    tx.record(FocusAreaChanged::of(&area)).await?;
    tx.commit().await?;
    cx.redirect_saying(area.href(), "success", "aim-flash-picked")
}
