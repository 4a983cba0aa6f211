//! /tekstblokke/{id}/aendringsforslag: what is proposed to one paragraph, and how it reads with those that are chosen. Where
//! they are in different places nothing is typed again; where two touch the same words both are shown, and whoever writes the
//! text edits once.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Change, ChangeKind, MOST_IN_BLOCK, changes as between, merge};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, form::query};

use super::{
    ChangeLine,
    answer::{answered, written},
};
use crate::{
    T,
    change::{ChangeProposal, ChangeShape, ChangeState, rules::joined, store as changes},
    page::{TextOfBody, write},
    store,
    text::{BlockId, WrittenBlock},
};

samskab_web::form! {
    pub struct JoinForm {
        valgt: several(change_chosen),
        tekst: paragraph(change_joined).hint(change_joined_hint).rows(8).at_most(MOST_IN_BLOCK).required(),
        fordi: paragraph(change_answer_all).hint(change_answer_hint).optional().rows(3).max(2000),
        /// The revision that was read, and its words.
        version: hidden,
        foer: hidden,
    }
}

#[derive(Template)]
#[template(path = "change/join.html")]
struct JoinPage {
    shell: Shell,
    t: T,
    now: Vec<String>,
    lines: Vec<ChangeLine>,
    form: JoinForm,
    /// How it reads with those that are chosen, word by word; empty: none is chosen.
    result: Vec<Change>,
    /// Proposals that change the same words: title, and what they would change in the current text.
    clashing: Vec<(String, Vec<Change>)>,
    /// What a colleague wrote in the same words meanwhile.
    theirs: Vec<Change>,
    action: String,
    back: String,
}

impl JoinPage {
    fn is_chosen(&self, line: &ChangeLine) -> bool {
        self.form.valgt.contains(&line.id)
    }
}

/// Those of the open ones that are chosen.
fn chosen<'a>(open: &'a [ChangeProposal], form: &JoinForm) -> Vec<&'a ChangeProposal> {
    open.iter().filter(|one| form.valgt.contains(&one.id.to_string())).collect()
}

async fn open_of(cx: &Cx, connection: &mut Connection, block: BlockId) -> Result<Vec<ChangeProposal>> {
    let mut open = changes::open_of_block(connection, cx.tenant.id, block).await?;
    open.retain(|one| one.shape == ChangeShape::Words);
    Ok(open)
}

fn page(
    cx: &Cx,
    (block, found): (&WrittenBlock, &TextOfBody),
    open: &[ChangeProposal],
    form: JoinForm,
    theirs: Vec<Change>,
) -> JoinPage {
    let t = T(cx.locale);
    let chosen = chosen(open, &form);
    let proposed: Vec<(&str, &str)> =
        chosen.iter().map(|one| (one.base.as_str(), one.said.as_str())).collect();
    let all = joined(&block.content, &proposed);
    let form = match form.tekst.is_empty() && form.errors.is_empty() {
        true => JoinForm { tekst: all.text.clone(), ..form },
        false => form,
    };
    let form = JoinForm { version: block.revision.to_string(), foer: block.content.clone(), ..form };
    let clash = |at: &usize| {
        let one = chosen.get(*at)?;
        Some((t.change_numbered(one.number, one.shape.label(t)), between(&all.text, &one.said)))
    };
    let own: Vec<&ChangeProposal> = open.iter().collect();
    let back = format!("{}/aendringsforslag#afsnit-{}", found.text.href(), block.id);
    let list = format!("{}/aendringsforslag", found.text.href());
    JoinPage {
        shell: found
            .shell(cx, t.change_join_title())
            .under(found.text.href(), &found.text.title)
            .under(list, t.change_list_title())
            .here(),
        t,
        now: block.content.lines().map(str::to_owned).collect(),
        lines: ChangeLine::of_paragraph(cx, &block.content, &own),
        result: if chosen.is_empty() { Vec::new() } else { between(&block.content, &all.text) },
        clashing: all.clashing.iter().filter_map(clash).collect(),
        form,
        theirs,
        action: format!("/tekstblokke/{}/aendringsforslag", block.id),
        back,
    }
}

pub async fn show(cx: Cx, Path(id): Path<BlockId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (block, found) = write::find(&cx, &mut reader, id).await?;
    if block.removed_at.is_some() {
        let to = format!("{}/aendringsforslag", found.text.href());
        return cx.redirect_saying(to, "warning", "text-flash-is-removed");
    }
    let open = open_of(&cx, &mut reader, id).await?;
    drop(reader);
    let asked: JoinForm = query(&cx);
    let form = JoinForm { valgt: asked.valgt, ..JoinForm::default() };
    cx.page(page(&cx, (&block, &found), &open, form, Vec::new()))
}

pub async fn save(cx: Cx, Path(id): Path<BlockId>, Form(form): Form<JoinForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, found) = write::find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.text.id).await?;
    // Read again, now that nobody else writes.
    let (block, found) = write::find(&cx, &mut tx, id).await?;
    let list = format!("{}/aendringsforslag", found.text.href());
    if block.removed_at.is_some() {
        return cx.redirect_saying(list, "warning", "text-flash-is-removed");
    }
    let open = open_of(&cx, &mut tx, id).await?;
    let own: Vec<ChangeProposal> = chosen(&open, &form).into_iter().cloned().collect();
    if own.is_empty() || own.len() != form.valgt.len() {
        // One was withdrawn or answered since the page was opened.
        return cx.redirect_saying(list, "warning", "change-flash-was-answered");
    }
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let typed = form.tekst().text(&mut check);
    let answer = form.fordi().text(&mut check).unwrap_or_default();
    let is_newer = form.version != block.revision.to_string();
    let content = match &typed {
        Some(typed) if is_newer => merge(&form.foer.replace("\r\n", "\n"), typed, &block.content),
        typed => typed.clone(),
    };
    let mut accepted = Vec::new();
    if let Some(content) = &content {
        for one in own {
            accepted.extend(one.accept(content.clone(), answer.clone(), cx.now()).ok());
        }
        let is_altered = accepted.iter().any(|one| one.state == ChangeState::Altered);
        if is_altered && *content == block.content {
            check.refuse(&form.tekst(), t.change_joined_same());
        } else if is_altered && answer.is_empty() && !check.refuses(&[form.fordi()]) {
            check.refuse(&form.fordi(), t.change_altered_because());
        }
    }
    let errors = check.done().err();
    let (Some(content), None) = (content, &errors) else {
        let theirs = match &typed {
            Some(typed) if is_newer => between(&block.content, typed),
            _ => Vec::new(),
        };
        let mut errors = errors.unwrap_or_default();
        if errors.is_empty() {
            errors = Errors::default();
            errors.add(&form.tekst(), t.block_conflict());
        }
        return cx.invalid(page(&cx, (&block, &found), &open, form.with_errors(errors), theirs));
    };
    if content != block.content {
        let (now, revision) = (cx.now(), block.revision + 1);
        store::save_block(&mut tx, &WrittenBlock { content, revision, updated_at: now, ..block }).await?;
        written(&cx, &mut tx, &found.text).await?;
    }
    for one in &accepted {
        answered(&cx, &mut tx, one).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(list, "success", "change-flash-accepted")
}
