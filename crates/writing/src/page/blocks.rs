//! Blocks are added, moved, taken out and put back.

use axum::{extract::Path, response::Response};
use samskab_document::MOST_BLOCKS;
use samskab_store::Tx;
use samskab_web::{Cx, Form, Result};

use super::{
    TextOfBody,
    write::{LastForm, find, href, href_of_text},
};
use crate::{
    store,
    text::{BlockId, BlockKind, Text, TextId, TextWritten, WrittenBlock},
};

samskab_web::form! {
    pub struct BesideForm {
        /// "foer" or "efter".
        hvor: hidden,
    }
}

samskab_web::form! {
    pub struct MoveForm {
        /// "op" or "ned".
        hvorhen: hidden,
    }
}

/// An empty block at this place; `None`: the text has as many as it may have.
pub(super) async fn insert(
    tx: &mut Tx,
    text: &Text,
    place: i64,
    kind: BlockKind,
) -> samskab_store::Result<Option<WrittenBlock>> {
    let tenant = tx.tenant();
    if store::blocks(tx, tenant, text.id).await?.len() >= MOST_BLOCKS {
        return Ok(None);
    }
    let block = store::insert_block(tx, text.id, place, kind, "").await?;
    tx.record(TextWritten::of(text)).await?;
    Ok(Some(block))
}

/// POST /tekster/{id}/afsnit: at the end.
pub async fn add_last(cx: Cx, Path(id): Path<TextId>, Form(form): Form<LastForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = TextOfBody::written(&cx, &mut tx, id).await?;
    store::locked(&mut tx, id).await?;
    let blocks = store::blocks(&mut tx, cx.tenant.id, id).await?;
    let place = blocks.last().map_or(0, |block| block.place) + 1;
    let kind = form.slags_sidst.parse().unwrap_or(BlockKind::Paragraph);
    let added = insert(&mut tx, &found.text, place, kind).await?;
    tx.commit().await?;
    match added {
        Some(block) => cx.redirect(href(block.id)),
        None => cx.redirect_saying(format!("{}/rediger", found.text.href()), "warning", "text-flash-full"),
    }
}

/// POST /tekstblokke/{id}/nyt: before or after this one.
pub async fn add_beside(cx: Cx, Path(id): Path<BlockId>, Form(form): Form<BesideForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.text.id).await?;
    let (block, found) = find(&cx, &mut tx, id).await?;
    let place = if form.hvor == "foer" { block.place } else { block.place + 1 };
    let added = insert(&mut tx, &found.text, place, BlockKind::Paragraph).await?;
    tx.commit().await?;
    match added {
        Some(block) => cx.redirect(href(block.id)),
        None => cx.redirect_saying(href_of_text(&found.text, id), "warning", "text-flash-full"),
    }
}

/// POST /tekstblokke/{id}/flyt: changes places with its neighbour, and stays open to be moved on.
pub async fn move_by_one(cx: Cx, Path(id): Path<BlockId>, Form(form): Form<MoveForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.text.id).await?;
    let blocks = store::blocks(&mut tx, cx.tenant.id, found.text.id).await?;
    let at = blocks.iter().position(|block| block.id == id);
    let to = at.and_then(|at| if form.hvorhen == "op" { at.checked_sub(1) } else { Some(at + 1) });
    if let (Some(block), Some(neighbour)) =
        (at.and_then(|at| blocks.get(at)), to.and_then(|to| blocks.get(to)))
    {
        let (place, other) = match block.place == neighbour.place {
            // Two of one place, told apart by their ids until now.
            true if form.hvorhen == "op" => (neighbour.place, block.place + 1),
            true => (block.place + 1, neighbour.place),
            false => (neighbour.place, block.place),
        };
        store::save_block(&mut tx, &WrittenBlock { place, ..block.clone() }).await?;
        store::save_block(&mut tx, &WrittenBlock { place: other, ..neighbour.clone() }).await?;
        store::save(&mut tx, &Text { updated_at: cx.now(), ..found.text.clone() }).await?;
        tx.record(TextWritten::of(&found.text)).await?;
        tx.commit().await?;
    }
    cx.redirect(href(id))
}

/// POST /tekstblokke/{id}/slet: it can be put back for a month.
pub async fn remove(cx: Cx, Path(id): Path<BlockId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.text.id).await?;
    let (block, found) = find(&cx, &mut tx, id).await?;
    let to = format!("{}/rediger", found.text.href());
    if block.removed_at.is_none() {
        let (now, revision) = (cx.now(), block.revision + 1);
        let block = WrittenBlock { removed_at: Some(now), revision, updated_at: now, ..block };
        store::save_block(&mut tx, &block).await?;
        store::forget_removed(&mut tx, found.text.id).await?;
        store::save(&mut tx, &Text { updated_at: now, ..found.text.clone() }).await?;
        tx.record(TextWritten::of(&found.text)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(format!("{to}#slettet"), "success", "text-flash-removed")
}

/// POST /tekstblokke/{id}/fortryd: puts the block back where it was.
pub async fn put_back(cx: Cx, Path(id): Path<BlockId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.text.id).await?;
    let (block, found) = find(&cx, &mut tx, id).await?;
    if block.removed_at.is_some() {
        let (now, revision) = (cx.now(), block.revision + 1);
        store::save_block(&mut tx, &WrittenBlock { removed_at: None, revision, updated_at: now, ..block })
            .await?;
        store::save(&mut tx, &Text { updated_at: now, ..found.text.clone() }).await?;
        tx.record(TextWritten::of(&found.text)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(href_of_text(&found.text, id), "success", "text-flash-put-back")
}
