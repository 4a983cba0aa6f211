//! GET /tekster/{id}/aendringsforslag: what is proposed, paragraph by paragraph, so that those to the same one are read together.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Block, ChangeKind};
use samskab_web::{Cx, Result, Shell, form::query};
use serde::Deserialize;

use super::{ChangeLine, gate::Gate};
use crate::{
    T,
    authority::Action,
    change::{ChangeProposal, ChangeShape, ChangeState, store as changes},
    page::{OPENING, show::Seen, write::begins},
    text::{BlockId, TextId},
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ListQuery {
    /// Only those to this paragraph.
    afsnit: Option<BlockId>,
}

#[derive(Template)]
#[template(path = "change/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    title: String,
    counts: String,
    /// Whether only one paragraph is shown.
    is_one: bool,
    groups: Vec<ParagraphLine>,
    takes_changes: bool,
    /// For those who write the text.
    gate: Option<Gate>,
    base: String,
}

struct ParagraphLine {
    id: String,
    title: String,
    /// The paragraph as it is now; `None`: it no longer exists.
    block: Option<Block>,
    lines: Vec<ChangeLine>,
    /// The address for joining several; empty: the reader may not, or there is nothing to join.
    join: String,
}

/// The list of proposals about a text. Runs at most eleven queries, and those of what the text is for.
pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let asked: ListQuery = query(&cx);
    let mut reader = cx.read().await?;
    let seen = Seen::read(&cx, &mut reader, id).await?;
    let mut all = changes::of_text(&mut reader, cx.tenant.id, id).await?;
    let may_write = seen.found.may(&cx, Action::WriteTexts);
    let hold = match may_write {
        true => seen.found.hold(&cx, &mut reader, OPENING).await?,
        false => None,
    };
    drop(reader);
    let (t, text) = (T(cx.locale), &seen.found.text);
    all.retain(|one| may_write || one.is_public());
    let open = all.iter().filter(|one| one.state == ChangeState::Open).count();
    let counts = t.change_counts(all.len() - open, open);
    let is_there = |id: BlockId| seen.content.blocks.iter().any(|block| block.id == id);
    let asked = asked.afsnit.filter(|id| is_there(*id));
    let mut groups = Vec::new();
    for block in seen.content.blocks.iter().filter(|block| asked.is_none_or(|id| id == block.id)) {
        let own: Vec<&ChangeProposal> = all.iter().filter(|one| one.block == Some(block.id)).collect();
        if own.is_empty() {
            continue;
        }
        let can_join =
            own.iter().any(|one| one.state == ChangeState::Open && one.shape == ChangeShape::Words);
        groups.push(ParagraphLine {
            id: block.id.to_string(),
            title: t.change_to_paragraph(begins(&block.content)),
            block: Some(block.shown()),
            lines: ChangeLine::of_paragraph(&cx, &block.content, &own),
            join: match may_write && can_join {
                true => format!("/tekstblokke/{}/aendringsforslag", block.id),
                false => String::new(),
            },
        });
    }
    let gone: Vec<&ChangeProposal> = all.iter().filter(|one| !one.block.is_some_and(is_there)).collect();
    if asked.is_none() && !gone.is_empty() {
        groups.push(ParagraphLine {
            id: "vaek".to_owned(),
            title: t.change_to_gone().to_owned(),
            block: None,
            lines: gone.into_iter().map(|one| ChangeLine::of(&cx, one, &[])).collect(),
            join: String::new(),
        });
    }
    cx.page(ListPage {
        shell: seen.found.under(&cx, t.change_list_title()),
        t,
        title: seen.content.title.clone(),
        counts,
        is_one: asked.is_some(),
        groups,
        takes_changes: text.takes_changes(),
        gate: may_write.then(|| Gate::of(t, text, open, hold)),
        base: text.href(),
    })
}
