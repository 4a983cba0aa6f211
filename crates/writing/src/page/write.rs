//! /tekster/{id}/rediger and /tekstblokke/{id}: the text as it is, with one of its blocks open to write in. When two
//! write in one block, their changes are joined where they are in different places; where they changed the same words
//! both texts stay on the screen, and whoever saves next has read both. A script saves while one types; without it
//! there is a button.

use askama::Template;
use axum::{
    Json,
    extract::Path,
    response::{IntoResponse as _, Response},
};
use samskab_document::{Block, Change, ChangeKind, MOST_BLOCKS, MOST_IN_BLOCK, changes, merge};
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice, module::Hold};

use super::{PUBLISHING, TextOfBody};
use crate::{
    T,
    content::ContentBlock,
    store,
    text::{BlockId, BlockKind, Text, TextId, TextWritten, WrittenBlock},
};

samskab_web::form! {
    pub struct BlockForm {
        slags: choice(block_kind).among(kinds).without_first().required(),
        tekst: paragraph(block_content).hint(block_content_hint).required().rows(8).at_most(MOST_IN_BLOCK),
        /// The revision that was read.
        version: hidden,
        /// The words at that time, so that the changes of two who write at once can be joined.
        foer: hidden,
        foer_slags: hidden,
        /// "ja": a script saves while somebody types, and asks for no page.
        auto: hidden,
        /// "ja": on with a new paragraph below.
        naeste: hidden,
    }
}

samskab_web::form! {
    pub struct LastForm {
        slags_sidst as "slags": choice(block_kind).among(kinds).without_first().required(),
    }
}

samskab_web::form! {
    pub struct KeepForm {
        navn: text(version_name).hint(version_name_hint).optional().max(120),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    BlockKind::ALL.iter().map(|kind| Choice::of(kind.code(), kind.label(t))).collect()
}

#[derive(Template)]
#[template(path = "text/write.html")]
struct WritePage {
    shell: Shell,
    t: T,
    state: (&'static str, &'static str, &'static str),
    base: String,
    lines: Vec<WriteLine>,
    open: Option<OpenBlock>,
    removed: Vec<(String, String)>,
    kinds: Vec<Choice>,
    is_full: bool,
    is_published: bool,
    /// Why writing does not change what everybody reads, and where to go on.
    hold: Option<Hold>,
}

/// A block of the page.
struct WriteLine {
    id: String,
    block: Block,
    /// Its first words, for those who hear only the link.
    begins: String,
    is_empty: bool,
    is_open: bool,
}

/// The block that is being edited.
struct OpenBlock {
    id: String,
    form: BlockForm,
    theirs: Vec<Change>,
    is_first: bool,
    is_last: bool,
}

/// A block with its text, for those who write it. At most nine queries.
pub(in crate::page) async fn find(
    cx: &Cx,
    connection: &mut Connection,
    id: BlockId,
) -> Result<(WrittenBlock, TextOfBody)> {
    let block = store::find_block(connection, cx.tenant.id, id).await?.or_not_found()?;
    let found = TextOfBody::written(cx, connection, block.text).await?;
    Ok((block, found))
}

pub(super) fn href(block: BlockId) -> String {
    format!("/tekstblokke/{block}#afsnit-{block}")
}

/// The page with the block marked, and none open.
pub(super) fn href_of_text(text: &Text, block: BlockId) -> String {
    format!("{}/rediger#afsnit-{block}", text.href())
}

/// "Gruppen mødes fire gange …"
pub(in crate::page) fn begins(content: &str) -> String {
    let words: Vec<&str> = content.split_whitespace().take(7).collect();
    let more = if content.split_whitespace().nth(7).is_some() { " …" } else { "" };
    let words: String = words.join(" ").chars().take(80).collect();
    format!("{words}{more}")
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = TextOfBody::written(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, None).await?;
    cx.page(page)
}

/// GET /tekstblokke/{id}
pub async fn block(cx: Cx, Path(id): Path<BlockId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (block, found) = find(&cx, &mut reader, id).await?;
    if block.removed_at.is_some() {
        let to = format!("{}/rediger", found.text.href());
        return cx.redirect_saying(to, "warning", "text-flash-is-removed");
    }
    let page = page(&cx, &mut reader, &found, Some((&block, of_block(&block), Vec::new()))).await?;
    cx.page(page)
}

fn of_block(block: &WrittenBlock) -> BlockForm {
    BlockForm { slags: block.kind.code().into(), tekst: block.content.clone(), ..read_of(block) }
}

/// The form with the revision and the words that were read.
fn read_of(block: &WrittenBlock) -> BlockForm {
    BlockForm {
        version: block.revision.to_string(),
        foer: block.content.clone(),
        foer_slags: block.kind.code().into(),
        ..BlockForm::default()
    }
}

/// The page on which a text is written. Runs two queries, and those of what the text is for.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &TextOfBody,
    open: Option<(&WrittenBlock, BlockForm, Vec<Change>)>,
) -> Result<WritePage> {
    let t = T(cx.locale);
    let blocks = store::blocks(connection, cx.tenant.id, found.text.id).await?;
    let removed = store::removed(connection, cx.tenant.id, found.text.id).await?;
    let hold = found.hold(cx, connection, PUBLISHING).await?;
    let is_open = |block: &WrittenBlock| open.as_ref().is_some_and(|(open, ..)| open.id == block.id);
    let line = |block: &WrittenBlock| {
        let content = ContentBlock { id: block.id, kind: block.kind, content: block.content.clone() };
        WriteLine {
            id: block.id.to_string(),
            block: content.shown(),
            begins: begins(&block.content),
            is_empty: block.content.trim().is_empty(),
            is_open: is_open(block),
        }
    };
    let lines = blocks.iter().map(line).collect();
    let at = blocks.iter().position(is_open);
    let (is_first, is_last) = (at == Some(0), at.is_some_and(|at| at + 1 == blocks.len()));
    Ok(WritePage {
        shell: found.under(cx, t.text_write_title(found.text.title.as_str())),
        t,
        state: found.text.state.said(t),
        base: found.text.href(),
        lines,
        open: open.map(|(block, form, theirs)| OpenBlock {
            id: block.id.to_string(),
            form,
            theirs,
            is_first,
            is_last,
        }),
        removed: removed
            .iter()
            .filter(|block| !block.content.trim().is_empty())
            .map(|block| (block.id.to_string(), begins(&block.content)))
            .collect(),
        kinds: kinds(cx.locale),
        is_full: blocks.len() >= MOST_BLOCKS,
        is_published: found.text.is_published(),
        hold,
    })
}

/// The answer to a script that saved while somebody typed.
#[derive(serde::Serialize)]
struct SavedBlock {
    version: String,
    tekst: String,
    slags: &'static str,
    said: String,
}

/// POST /tekstblokke/{id}
pub async fn save(cx: Cx, Path(id): Path<BlockId>, Form(form): Form<BlockForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.text.id).await?;
    // Read again, now that nobody else writes.
    let (block, found) = find(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let kind: Option<BlockKind> = form.slags().code(&mut check);
    let typed = form.tekst().text(&mut check);
    let errors = check.done().err();
    let is_newer = form.version != block.revision.to_string();
    let before = form.foer.replace("\r\n", "\n");
    let joined = match &typed {
        Some(typed) if is_newer => merge(&before, typed, &block.content),
        typed => typed.clone(),
    };
    let (Some(kind), Some(typed), None, Some(content)) = (kind, &typed, &errors, joined) else {
        let theirs = match &typed {
            Some(typed) if is_newer => changes(&block.content, typed),
            _ => Vec::new(),
        };
        let form = BlockForm {
            slags: form.slags,
            tekst: form.tekst,
            errors: errors.unwrap_or_default(),
            ..read_of(&block)
        };
        let page = page(&cx, &mut tx, &found, Some((&block, form, theirs))).await?;
        return cx.invalid(page);
    };
    // A kind that was not touched here is as another has made it meanwhile.
    let kind = if form.foer_slags == kind.code() { block.kind } else { kind };
    let is_joined = content != *typed;
    let was_removed = block.removed_at.is_some();
    let is_changed = was_removed || content != block.content || kind != block.kind;
    let block = match is_changed {
        false => block,
        true => {
            let revision = block.revision + 1;
            let now = cx.now();
            let block = WrittenBlock { kind, content, revision, removed_at: None, updated_at: now, ..block };
            store::save_block(&mut tx, &block).await?;
            store::save(&mut tx, &Text { updated_at: now, ..found.text.clone() }).await?;
            tx.record(TextWritten::of(&found.text)).await?;
            block
        }
    };
    let goes_on = form.naeste == "ja" && form.auto.is_empty();
    let next = match goes_on {
        true => {
            let place = block.place + 1;
            let kind = BlockKind::Paragraph;
            Some(super::blocks::insert(&mut tx, &found.text, place, kind).await?)
        }
        false => None,
    };
    tx.commit().await?;
    if form.auto == "ja" {
        let time = cx.locale.time(cx.now());
        let said = if is_joined { t.block_saved_joined(time) } else { t.block_saved(time) };
        let (version, slags) = (block.revision.to_string(), block.kind.code());
        return Ok(Json(SavedBlock { version, tekst: block.content, slags, said }).into_response());
    }
    match (next.flatten(), goes_on) {
        (Some(next), _) => cx.redirect(href(next.id)),
        (None, true) => cx.redirect_saying(href_of_text(&found.text, id), "warning", "text-flash-full"),
        (None, false) => {
            let said = match (was_removed, is_joined) {
                (true, _) => "text-flash-put-back",
                (_, true) => "text-flash-joined",
                _ => "text-flash-saved",
            };
            cx.redirect_saying(href_of_text(&found.text, id), "success", said)
        }
    }
}
