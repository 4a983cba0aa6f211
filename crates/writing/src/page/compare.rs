//! GET /tekster/{id}/sammenlign: what became of a version, block by block and word by word.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::ChangeKind;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query},
};

use super::{TextOfBody, unread, versions::said};
use crate::{
    T,
    content::{ComparedBlock, Content, Fate, compared},
    store,
    text::{BlockKind, TextId},
};

samskab_web::form! {
    struct CompareForm {
        fra: choice(compare_from).without_first().width("m"),
        til: choice(compare_to).without_first().width("m"),
    }
}

/// How the text stands now.
const NOW: &str = "nu";

#[derive(Template)]
#[template(path = "text/compare.html")]
struct ComparePage {
    shell: Shell,
    t: T,
    form: CompareForm,
    versions: Vec<Choice>,
    blocks: Vec<ComparedBlock>,
    title: Option<(String, String)>,
    counts: String,
    action: String,
    back: String,
}

/// The content asked for: of a version with this number, or as it is now.
async fn content(cx: &Cx, connection: &mut Connection, found: &TextOfBody, asked: &str) -> Result<Content> {
    let Ok(number) = asked.parse() else {
        return Ok(store::content(connection, cx.tenant.id, &found.text).await?);
    };
    let version = store::version_numbered(connection, cx.tenant.id, found.text.id, number).await?;
    store::content_of(&version.or_not_found()?).map_err(|error| unread(&error))
}

/// The page that compares two versions. Runs at most twelve queries.
pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = TextOfBody::followed(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    let versions = store::versions(&mut reader, cx.tenant.id, id).await?;
    let mut form: CompareForm = query(&cx);
    if form.til.is_empty() {
        form.til = NOW.to_owned();
    }
    if form.fra.is_empty() {
        form.fra = versions.first().map_or_else(|| NOW.to_owned(), |newest| newest.number.to_string());
    }
    let before = content(&cx, &mut reader, &found, &form.fra).await?;
    let after = content(&cx, &mut reader, &found, &form.til).await?;
    drop(reader);
    let mut choices = vec![Choice::of(NOW, t.compare_now())];
    choices.extend(
        versions.iter().map(|one| Choice::of(one.number.to_string(), said(t, one.number, &one.name))),
    );
    let blocks = compared(&before.blocks, &after.blocks);
    let base = found.text.href();
    cx.page(ComparePage {
        shell: found.under(&cx, t.compare_title()),
        t,
        counts: counts(t, &blocks),
        blocks,
        title: (before.title != after.title).then_some((before.title, after.title)),
        form,
        versions: choices,
        action: format!("{base}/sammenlign"),
        back: format!("{base}/versioner"),
    })
}

/// "2 ændret, 1 slettet"; that nothing is, where nothing is.
pub(super) fn counts(t: T, blocks: &[ComparedBlock]) -> String {
    let of = |fate: Fate| blocks.iter().filter(|block| block.fate == fate).count();
    let counted: Vec<String> = [
        (of(Fate::Changed), t.compare_changed()),
        (of(Fate::Added), t.compare_added()),
        (of(Fate::Removed), t.compare_removed()),
        (of(Fate::Moved), t.compare_moved()),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {}", what.to_lowercase()))
    .collect();
    if counted.is_empty() { t.compare_same().to_owned() } else { counted.join(", ") }
}

impl ComparedBlock {
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading2 | BlockKind::Heading3)
    }

    /// What became of it; empty: nothing.
    pub fn said(&self, t: T) -> &'static str {
        match self.fate {
            Fate::Same => "",
            Fate::Changed => t.compare_changed(),
            Fate::Added => t.compare_added(),
            Fate::Removed => t.compare_removed(),
            Fate::Moved => t.compare_moved(),
        }
    }
}
