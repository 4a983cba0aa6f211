//! /mit-forslag/{secret}: the page of a writer without an account, behind the link in their mails. A link alone confirms
//! nothing, because mail scanners open links; its button does.

use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Error, Form, Result, error::LostLink};

use super::{
    Proposal, ProposalConfirmed, Seen,
    answer::{AgreeForm, agreed, commented, disagreed, shown, withdrawn},
    new::arrived,
    show::{CommentForm, DisagreeForm, VisibilityForm, page},
    store,
};
use crate::{T, authority::Tie};

/// What is said of a link to one's idea that leads to nothing.
const LOST: LostLink = LostLink {
    text: |locale| T(locale).proposal_lost_link(),
    step: Some((|locale| T(locale).proposal_new(), "/forslag/nyt")),
};

async fn find(cx: &Cx, connection: &mut Connection, secret: &str) -> Result<Proposal> {
    store::of_link(connection, cx.tenant.id, secret).await?.ok_or(Error::LostLink(LOST))
}

/// While nobody else writes it.
async fn locked(cx: &Cx, tx: &mut Tx, secret: &str) -> Result<Proposal> {
    let id = find(cx, tx, secret).await?.id;
    store::locked(tx, id).await?.ok_or(Error::LostLink(LOST))
}

fn base(secret: &str) -> String {
    format!("/mit-forslag/{secret}")
}

pub async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let proposal = find(&cx, &mut reader, &secret).await?;
    let seen = Seen { tie: Tie::Writer, ..Seen::of(&cx, &mut reader, proposal).await? };
    let page = page(&cx, &mut reader, &seen, base(&secret), CommentForm::default()).await?;
    cx.page(page)
}

pub async fn confirm(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = locked(&cx, &mut tx, &secret).await?;
    let Ok(proposal) = proposal.confirm(cx.now()) else { return cx.redirect(base(&secret)) };
    store::save(&mut tx, &proposal).await?;
    arrived(&mut tx, &proposal).await?;
    tx.record(ProposalConfirmed::of(&proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(base(&secret), "success", "proposal-flash-sent")
}

pub async fn comment(cx: Cx, Path(secret): Path<String>, Form(form): Form<CommentForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = locked(&cx, &mut tx, &secret).await?;
    let seen = Seen { tie: Tie::Writer, ..Seen::of(&cx, &mut tx, proposal).await? };
    commented(&cx, tx, &seen, base(&secret), form).await
}

pub async fn agree(cx: Cx, Path(secret): Path<String>, Form(form): Form<AgreeForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = locked(&cx, &mut tx, &secret).await?;
    agreed(&cx, tx, proposal, base(&secret), &form).await
}

pub async fn disagree(
    cx: Cx,
    Path(secret): Path<String>,
    Form(form): Form<DisagreeForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = locked(&cx, &mut tx, &secret).await?;
    let seen = Seen { tie: Tie::Writer, ..Seen::of(&cx, &mut tx, proposal).await? };
    disagreed(&cx, tx, &seen, base(&secret), form).await
}

pub async fn visibility(
    cx: Cx,
    Path(secret): Path<String>,
    Form(form): Form<VisibilityForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = locked(&cx, &mut tx, &secret).await?;
    shown(&cx, tx, proposal, base(&secret), &form).await
}

pub async fn withdraw(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = locked(&cx, &mut tx, &secret).await?;
    withdrawn(&cx, tx, proposal, base(&secret)).await
}
