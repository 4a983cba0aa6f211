//! /maal/{id}/afsnit: which paragraphs of a text serve an aim.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{
    Cx, Error, Form, Result, Shell,
    form::{self, Choice},
};
use samskab_writing::{
    store as texts,
    text::{BlockId, BlockKind, TextId},
};

use super::{AimId, AimLinked, edit::kept, href, show::first_words, store};
use crate::T;

samskab_web::form! {
    pub struct BlocksForm {
        tekst: choice(aim_text).unmarked(),
        afsnit: several(aim_blocks),
    }
}

#[derive(Template)]
#[template(path = "aim/blocks.html")]
struct BlocksPage {
    shell: Shell,
    t: T,
    title: String,
    form: BlocksForm,
    /// The texts in which paragraphs can be chosen; with only one there is nothing to choose.
    choices: Vec<Choice>,
    /// Id, first words, whether it is a heading, whether it is chosen.
    blocks: Vec<(String, String, bool, bool)>,
    base: String,
    back: String,
}

/// The paragraphs that serve an aim, as ticks. Runs at most eight queries.
pub async fn show(cx: Cx, Path(id): Path<AimId>) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let aim = kept(&cx, &mut reader, id).await?;
    let asked: BlocksForm = form::query(&cx);
    let mut own = match aim.text {
        Some(text) => texts::find(&mut reader, cx.tenant.id, text).await?.into_iter().collect(),
        None => store::texts(&mut reader, cx.tenant.id).await?,
    };
    let asked_text = asked.tekst.parse::<TextId>().ok();
    let chosen = own.iter().position(|text| Some(text.id) == asked_text).unwrap_or(0);
    let choices = own.iter().map(|text| Choice::of(text.id.to_string(), text.title.clone())).collect();
    let text = if own.is_empty() { None } else { Some(own.swap_remove(chosen)) };
    let links = store::links(&mut reader, cx.tenant.id, std::slice::from_ref(&aim)).await?;
    let content = match &text {
        Some(text) => texts::content(&mut reader, cx.tenant.id, text).await?.blocks,
        None => Vec::new(),
    };
    drop(reader);
    let is_chosen = |block: BlockId| links.blocks.iter().any(|one| one.block_id == block);
    let blocks = content.iter().map(|block| {
        let is_heading = matches!(block.kind, BlockKind::Heading2 | BlockKind::Heading3);
        (block.id.to_string(), first_words(block), is_heading, is_chosen(block.id))
    });
    cx.page(BlocksPage {
        shell: cx
            .shell(t.aim_blocks())
            .under("/fokus", t.focus_title())
            .under(href(aim.text), t.aim_title())
            .here(),
        t,
        title: aim.said(cx.locale).to_owned(),
        form: BlocksForm {
            tekst: text.map(|text| text.id.to_string()).unwrap_or_default(),
            ..BlocksForm::default()
        },
        choices,
        blocks: blocks.collect(),
        base: format!("/maal/{id}/afsnit"),
        back: aim.href(),
    })
}

pub async fn save(cx: Cx, Path(id): Path<AimId>, Form(form): Form<BlocksForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let aim = kept(&cx, &mut tx, id).await?;
    let text: TextId = form.tekst.parse().or(Err(Error::NotFound))?;
    if aim.text.is_some_and(|own| own != text) {
        return Err(Error::NotFound);
    }
    let text = texts::locked(&mut tx, text).await?.ok_or(Error::NotFound)?;
    let content = texts::content(&mut tx, cx.tenant.id, &text).await?;
    let before = store::links(&mut tx, cx.tenant.id, std::slice::from_ref(&aim)).await?;
    let is_asked = |id: BlockId| form.afsnit.iter().any(|value| *value == id.to_string());
    let ids: Vec<BlockId> = content.blocks.iter().map(|block| block.id).collect();
    let mut blocks: Vec<BlockId> = ids.iter().copied().filter(|id| is_asked(*id)).collect();
    // A paragraph that only an older version has could not be chosen and is kept.
    let gone = before.blocks.iter().filter(|one| one.text_id == text.id && !ids.contains(&one.block_id));
    blocks.extend(gone.map(|one| one.block_id));
    store::set_blocks(&mut tx, id, text.id, &blocks).await?;
    tx.record(AimLinked::of(&aim)).await?;
    tx.commit().await?;
    cx.redirect_saying(aim.href(), "success", "aim-flash-blocks")
}
