//! /tekster/{id}/indlaes: a DOCX or a Markdown file in place of what is written. What was read and what it changes are shown
//! first; carried out, the text as it stood is kept as a version.

use askama::Template;
use axum::{
    extract::{Multipart, Path},
    response::Response,
};
use samskab_document::{
    Block, ChangeKind, LeftOut, MOST_BLOCKS, MOST_CHARACTERS, MOST_IN_BLOCK, ReadText, Unreadable,
};
use samskab_file::{FileKind, LARGEST, Refused, check};
use samskab_kernel::{cpr, text::one_line};
use samskab_organisation::person::PersonId;
use samskab_web::{
    Cx, Error, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    upload::{self, refused},
};
use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;

use super::{ShownBlock, TextOfBody, compare::counts, shown};
use crate::{
    T,
    content::{BlockDraft, ComparedBlock, ContentBlock, compared, replaced},
    store,
    text::{BlockKind, LANGUAGE, Text, TextId, TextReadIn},
};

samskab_web::form! {
    pub struct FileForm {
        fil: file(read_in_file).hint(read_in_file_hint).accept(".docx,.md,.txt").required(),
    }
}

samskab_web::form! {
    pub struct ReadInForm {
        /// What was read, as JSON: nothing of a file is kept before somebody has said yes.
        laest: hidden,
        titel: tick(read_in_title).hint(read_in_title_hint),
    }
}

/// What was read, on its way from the preview to the text.
#[derive(Debug, Default, Serialize, Deserialize)]
struct TextDraft {
    title: String,
    blocks: Vec<BlockDraft>,
}

#[derive(Template)]
#[template(path = "text/read_in.html")]
struct FilePage {
    shell: Shell,
    t: T,
    form: FileForm,
    base: String,
}

#[derive(Template)]
#[template(path = "text/preview.html")]
struct PreviewPage {
    shell: Shell,
    t: T,
    name: String,
    title: String,
    counts: String,
    left_out: Vec<String>,
    blocks: Vec<ShownBlock>,
    changes: Vec<ComparedBlock>,
    counts_of_changes: String,
    form: ReadInForm,
    base: String,
}

fn page(cx: &Cx, found: &TextOfBody, form: FileForm) -> FilePage {
    let t = T(cx.locale);
    FilePage { shell: found.under(cx, t.read_in_heading()), t, form, base: found.text.href() }
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = TextOfBody::written(&cx, &mut reader, id).await?;
    cx.page(page(&cx, &found, FileForm::default()))
}

enum ReadOutcome {
    Read(ReadText),
    Refused(Refused),
    Unreadable(Unreadable),
    /// A PDF, a picture: nothing that is read here.
    OtherKind,
}

fn read(name: &str, bytes: &[u8]) -> ReadOutcome {
    let read = match check(name, bytes) {
        Err(why) => return ReadOutcome::Refused(why),
        Ok(FileKind::Docx) => ReadText::from_docx(bytes),
        Ok(FileKind::Text) => ReadText::from_markdown(&String::from_utf8_lossy(bytes)),
        Ok(_) => return ReadOutcome::OtherKind,
    };
    match read {
        Ok(text) if text.blocks.is_empty() => ReadOutcome::Unreadable(Unreadable::Empty),
        Ok(text) => ReadOutcome::Read(text),
        Err(why) => ReadOutcome::Unreadable(why),
    }
}

/// POST /tekster/{id}/indlaes
pub async fn preview(cx: Cx, Path(id): Path<TextId>, multipart: Multipart) -> Result<Response> {
    let sent = upload::read(multipart, LARGEST).await?;
    let name = sent.file_name.clone();
    let was_chosen = !name.is_empty();
    // A compressed text takes a moment to unpack, so this runs off the threads that serve pages.
    let outcome = spawn_blocking(move || match sent.is_too_large {
        true => ReadOutcome::Refused(Refused::TooLarge),
        false => read(&sent.file_name, &sent.bytes),
    });
    let outcome = outcome.await.map_err(|error| Error::Fault(error.to_string()))?;
    let mut reader = cx.read().await?;
    let found = TextOfBody::written(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    let wrong = match outcome {
        ReadOutcome::Read(text) => {
            let before = store::content(&mut reader, cx.tenant.id, &found.text).await?;
            drop(reader);
            let drafts: Vec<BlockDraft> = text.blocks.iter().map(BlockDraft::of).collect();
            let draft = TextDraft { title: text.title.clone(), blocks: drafts };
            let json = serde_json::to_string(&draft).map_err(|error| Error::Fault(error.to_string()))?;
            let new = replaced(&before.blocks, draft.blocks, || cx.new_id());
            let changes = compared(&before.blocks, &new);
            return cx.page(PreviewPage {
                shell: found.under(&cx, t.read_in_preview()),
                t,
                name,
                counts: t.read_in_counts(new.len(), new.iter().map(words).sum::<usize>()),
                left_out: left_out(t, text.left_out),
                blocks: shown(&new),
                counts_of_changes: counts(t, &changes),
                changes,
                form: ReadInForm { laest: json, ..ReadInForm::default() },
                title: one_line(&text.title),
                base: found.text.href(),
            });
        }
        ReadOutcome::Refused(Refused::Empty) if !was_chosen => t.read_in_choose().to_owned(),
        ReadOutcome::Refused(why) => refused(cx.locale, why),
        ReadOutcome::OtherKind => t.read_in_other_kind().to_owned(),
        ReadOutcome::Unreadable(Unreadable::Broken) => t.read_in_broken().to_owned(),
        ReadOutcome::Unreadable(Unreadable::Empty) => t.read_in_empty().to_owned(),
        ReadOutcome::Unreadable(Unreadable::TooLarge | Unreadable::TooLong) => {
            t.read_in_too_long().to_owned()
        }
    };
    let form = FileForm::default();
    let mut errors = Errors::default();
    errors.add(&form.fil(), wrong);
    cx.invalid(page(&cx, &found, form.with_errors(errors)))
}

fn words(block: &ContentBlock) -> usize {
    block.content.split_whitespace().count()
}

fn left_out(t: T, left_out: LeftOut) -> Vec<String> {
    let mut lines = Vec::new();
    if left_out.pictures > 0 {
        lines.push(t.read_in_pictures(left_out.pictures));
    }
    if left_out.notes > 0 {
        lines.push(t.read_in_notes(left_out.notes));
    }
    if left_out.table_of_contents {
        lines.push(t.read_in_contents().to_owned());
    }
    lines
}

/// The preview's content is checked again, because a browser sent it.
fn judged(json: &str) -> Option<TextDraft> {
    let mut draft: TextDraft = serde_json::from_str(json).ok()?;
    let signs: usize = draft.blocks.iter().map(|block| block.content.chars().count()).sum();
    let is_too_long = |block: &BlockDraft| block.content.chars().count() > 2 * MOST_IN_BLOCK;
    if draft.blocks.len() > MOST_BLOCKS || signs > 2 * MOST_CHARACTERS || draft.blocks.iter().any(is_too_long)
    {
        return None;
    }
    for block in &mut draft.blocks {
        let is_line = matches!(block.kind, BlockKind::Heading2 | BlockKind::Heading3);
        let clean = if is_line { one_line } else { samskab_kernel::text::paragraphs };
        block.content = clean(&block.content);
    }
    draft.blocks.retain(|block| !block.content.is_empty());
    draft.title = one_line(&draft.title).chars().take(150).collect();
    let has_cpr = draft.blocks.iter().any(|block| cpr::looks_like_one(&block.content));
    (!has_cpr && !cpr::looks_like_one(&draft.title) && !draft.blocks.is_empty()).then_some(draft)
}

/// POST /tekster/{id}/indlaes/gennemfoer
pub async fn carry_out(cx: Cx, Path(id): Path<TextId>, Form(form): Form<ReadInForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    TextOfBody::written(&cx, &mut tx, id).await?;
    let text = store::locked(&mut tx, id).await?.or_not_found()?;
    let Some(draft) = judged(&form.laest) else {
        return cx.redirect_saying(format!("{}/indlaes", text.href()), "warning", "text-flash-not-read");
    };
    let t = T(LANGUAGE);
    let before = store::content(&mut tx, cx.tenant.id, &text).await?;
    let by = cx.actor.person.map(PersonId::from_uuid);
    if !before.blocks.is_empty() {
        store::keep_if_changed(&mut tx, &text, t.version_before_read_in(), by).await?;
    }
    let new = replaced(&before.blocks, draft.blocks, || cx.new_id());
    store::replace(&mut tx, id, &new).await?;
    let takes_title = form.titel().is_ticked() && !draft.title.is_empty();
    let title = if takes_title { draft.title } else { text.title.clone() };
    let text = Text { title, updated_at: cx.now(), ..text };
    store::save(&mut tx, &text).await?;
    tx.record(TextReadIn::of(&text)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/rediger", text.href()), "success", "text-flash-read-in")
}
