//! Publishing: the text as it is becomes a version, which everybody reads; or it becomes a draft again.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_web::{Check, Cx, Form, Result, error::OrNotFound as _};

use super::{PUBLISHING, TextOfBody, WITHDRAWING, write::KeepForm};
use crate::{
    T,
    change::lapse_all,
    news, store,
    text::{Text, TextId, TextPublished, TextState, TextWithdrawn},
};

/// POST /tekster/{id}/offentlig
pub async fn publish(cx: Cx, Path(id): Path<TextId>, Form(form): Form<KeepForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = TextOfBody::written(&cx, &mut tx, id).await?;
    let text = store::locked(&mut tx, id).await?.or_not_found()?;
    if store::content(&mut tx, cx.tenant.id, &text).await?.blocks.is_empty() {
        let to = format!("{}/rediger", found.text.href());
        return cx.redirect_saying(to, "warning", "text-flash-is-empty");
    }
    let mut check = Check::new(cx.locale);
    let name = form.navn().text(&mut check).unwrap_or_default();
    if found.hold(&cx, &mut tx, PUBLISHING).await?.is_some() {
        check.refuse(&form.navn(), T(cx.locale).version_held().to_owned());
    }
    if let Err(errors) = check.done() {
        return super::versions::refused(&cx, &mut tx, &found, form.with_errors(errors)).await;
    }
    let by = cx.actor.person.map(PersonId::from_uuid);
    let version = store::keep_if_changed(&mut tx, &text, &name, by).await?;
    let text = Text { state: TextState::Published { number: version.number }, ..text };
    store::save(&mut tx, &text).await?;
    tx.record(TextPublished::of(&text)).await?;
    news::tell(&mut tx, &text, version.number).await?;
    tx.commit().await?;
    cx.redirect_saying(text.href(), "success", "text-flash-published")
}

/// POST /tekster/{id}/kladde
pub async fn withdraw(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = TextOfBody::written(&cx, &mut tx, id).await?;
    let text = store::locked(&mut tx, id).await?.or_not_found()?;
    if text.is_published() {
        if let Some(hold) = found.hold(&cx, &mut tx, WITHDRAWING).await? {
            return found.refused(&cx, hold);
        }
        let text = Text { state: TextState::Draft, ..text.clone() };
        store::save(&mut tx, &text).await?;
        if !text.takes_changes() {
            lapse_all(&cx, &mut tx, &text).await?;
        }
        tx.record(TextWithdrawn::of(&text)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(text.href(), "success", "text-flash-withdrawn")
}
