//! GET /engagementer/{id}: the place's page of an engagement.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Errors, Result};

use super::{
    EngagementId,
    door::Door,
    page::{EngagementPage, Typed},
};

pub async fn show(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    let door = Door::Place(id);
    let mut reader = cx.read().await?;
    let opened = door.open(&cx, &mut reader).await?;
    cx.page(EngagementPage::new(&cx, &mut reader, &opened, &door, Typed::default(), Errors::default()).await?)
}
