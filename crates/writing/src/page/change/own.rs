//! /mit-aendringsforslag/{secret}: the proposal of somebody without an account, behind the link in their mails. A link alone
//! confirms nothing, because mail scanners open links; its button does.

use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Cx, Error, Result,
    error::{LostLink, OrNotFound as _},
};

use super::show::{SeenChange, page};
use crate::{
    T,
    change::{ChangeConfirmed, ChangeId, ChangeProposal, ChangeWithdrawn, store as changes},
    store,
};

/// What is said of a link to one's proposal for a change that leads to nothing.
const LOST: LostLink = LostLink { text: |locale| T(locale).change_lost_link(), step: None };

async fn find(cx: &Cx, connection: &mut Connection, secret: &str) -> Result<ChangeProposal> {
    changes::of_link(connection, cx.tenant.id, secret).await?.ok_or(Error::LostLink(LOST))
}

/// While nobody else writes it.
async fn locked(cx: &Cx, tx: &mut Tx, secret: &str) -> Result<ChangeProposal> {
    let id = find(cx, tx, secret).await?.id;
    changes::locked(tx, id).await?.ok_or(Error::LostLink(LOST))
}

fn base(secret: &str) -> String {
    format!("/mit-aendringsforslag/{secret}")
}

pub async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let change = find(&cx, &mut reader, &secret).await?;
    let seen = SeenChange::of(&cx, &mut reader, change).await?;
    let page = page(&cx, &mut reader, &seen, Some(&secret), Default::default()).await?;
    cx.page(page)
}

/// It is open from now on, if the text still takes changes.
pub async fn confirm(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = find(&cx, &mut tx, &secret).await?;
    let text = match found.text {
        Some(text) => store::locked(&mut tx, text).await?,
        None => None,
    };
    let change = locked(&cx, &mut tx, &secret).await?;
    let Ok(change) = change.confirm(cx.now()) else { return cx.redirect(base(&secret)) };
    if !text.is_some_and(|text| text.takes_changes()) {
        return cx.redirect_saying(base(&secret), "warning", "change-flash-closed");
    }
    changes::save(&mut tx, &change).await?;
    tx.record(ChangeConfirmed::of(&change)).await?;
    tx.commit().await?;
    cx.redirect_saying(base(&secret), "success", "change-flash-sent")
}

pub async fn withdraw(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let change = locked(&cx, &mut tx, &secret).await?;
    withdrawn(&cx, tx, change, base(&secret)).await
}

/// POST /aendringsforslag/{id}/traek-tilbage, of somebody with an account.
pub async fn withdraw_own(cx: Cx, Path(id): Path<ChangeId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let change = changes::locked(&mut tx, id).await?.filter(|change| change.is_by(&cx)).or_not_found()?;
    let to = change.href();
    withdrawn(&cx, tx, change, to).await
}

async fn withdrawn(cx: &Cx, mut tx: Tx, change: ChangeProposal, to: String) -> Result<Response> {
    let Ok(change) = change.withdraw(cx.now()) else {
        return cx.redirect_saying(to, "warning", "change-flash-was-answered");
    };
    changes::save(&mut tx, &change).await?;
    tx.record(ChangeWithdrawn::of(&change)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "change-flash-withdrawn")
}
