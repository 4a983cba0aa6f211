//! GET /aendringsforslag/{id}: one proposal, what was answered; and for those who write the text, the ways to answer it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{ChangeKind, MOST_IN_BLOCK};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, Shell, error::OrNotFound as _};

use super::ChangeLine;
use crate::{
    T,
    authority::Action,
    change::{ChangeId, ChangeProposal, ChangeShape, ChangeState, store as changes},
    content::Content,
    page::TextOfBody,
    store,
    text::WrittenBlock,
};

samskab_web::form! {
    pub struct AcceptForm {
        tekst: paragraph(change_result).hint(change_result_hint).rows(6).at_most(MOST_IN_BLOCK).required(),
        fordi: paragraph(change_answer).hint(change_answer_hint).optional().rows(3).max(2000),
        /// The revision of the paragraph that was read.
        version: hidden,
    }
}

samskab_web::form! {
    pub struct DeclineForm {
        hvorfor_ikke: paragraph(change_decline_because).hint(change_decline_hint).required().rows(3).max(2000),
    }
}

/// How a proposal can be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AcceptWay {
    /// Its words are joined with those of the paragraph.
    Join,
    /// As a paragraph of its own.
    Insert,
    /// The paragraph is taken out.
    Remove,
    /// The paragraph is gone already: there is nothing to take out.
    Nothing,
}

impl AcceptWay {
    pub(super) fn of(change: &ChangeProposal, block: Option<&WrittenBlock>) -> Self {
        let is_there = block.is_some_and(|block| block.removed_at.is_none());
        match (change.shape, is_there) {
            (ChangeShape::Words, true) => Self::Join,
            (ChangeShape::Words, false) | (ChangeShape::After, _) => Self::Insert,
            (ChangeShape::Out, true) => Self::Remove,
            (ChangeShape::Out, false) => Self::Nothing,
        }
    }
}

#[derive(Template)]
#[template(path = "change/show.html")]
pub(super) struct ChangePage {
    shell: Shell,
    t: T,
    line: ChangeLine,
    text: (String, String),
    /// What a reader should know about it, one sentence each.
    about: Vec<String>,
    /// The paragraph as it is now, where it differs from what was read; empty: it does not.
    now: Vec<String>,
    is_owner: bool,
    can_confirm: bool,
    can_withdraw: bool,
    /// For those who write the text, while it is open.
    way: Option<AcceptWay>,
    join: String,
    accept: AcceptForm,
    decline: DeclineForm,
    may_write: bool,
    /// The address of the verbs of whoever proposed it.
    own: String,
    base: String,
}

/// A proposal, its text where there is one, and how the reader stands to both.
pub(super) struct SeenChange {
    pub change: ChangeProposal,
    pub found: Option<TextOfBody>,
    pub block: Option<WrittenBlock>,
}

impl SeenChange {
    /// A proposal with its text and what the reader may do. Runs at most ten queries.
    pub(super) async fn of(cx: &Cx, connection: &mut Connection, change: ChangeProposal) -> Result<Self> {
        let found = match change.text {
            Some(text) => Some(TextOfBody::read(cx, connection, text).await?),
            None => None,
        };
        let block = match change.block {
            Some(block) => store::find_block(connection, cx.tenant.id, block).await?,
            None => None,
        };
        Ok(Self { change, found, block })
    }

    pub(super) async fn read(cx: &Cx, connection: &mut Connection, id: ChangeId) -> Result<Self> {
        let change = changes::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        Self::of(cx, connection, change).await
    }

    pub(super) fn may_write(&self, cx: &Cx) -> bool {
        self.found.as_ref().is_some_and(|found| found.may(cx, Action::WriteTexts))
    }

    /// Whether the reader may see it, which everybody may who reads the text.
    fn may_read(&self, cx: &Cx) -> bool {
        let reads_text = self
            .found
            .as_ref()
            .is_some_and(|found| found.text.is_published() || found.may(cx, Action::ReadDrafts));
        let is_seen = self.may_write(cx) && self.change.state != ChangeState::Unconfirmed;
        is_seen || reads_text && self.change.is_public()
    }
}

/// `secret`: of the link by which somebody without an account came.
pub(super) async fn page(
    cx: &Cx,
    connection: &mut Connection,
    seen: &SeenChange,
    secret: Option<&str>,
    forms: (AcceptForm, DeclineForm),
) -> Result<ChangePage> {
    let (t, change) = (T(cx.locale), &seen.change);
    let is_owner = secret.is_some() || change.is_by(cx);
    let may_write = seen.may_write(cx);
    let is_open = change.state == ChangeState::Open;
    let sees_draft = seen.found.as_ref().is_some_and(|found| found.may(cx, Action::ReadDrafts));
    // What everybody reads is the public version; those who write see what stands there now.
    let public = match &seen.found {
        Some(found) => store::public_version(connection, cx.tenant.id, &found.text).await?,
        None => None,
    };
    let published_at = public.as_ref().map(|version| version.created_at);
    let public = match &public {
        Some(version) => Some(store::content_of(version).map_err(|error| super::super::unread(&error))?),
        None => None,
    };
    let in_public = |content: &Content| {
        let block = content.blocks.iter().find(|block| Some(block.id) == change.block);
        block.map(|block| block.content.clone())
    };
    let now = if sees_draft {
        let block = seen.block.as_ref().filter(|block| block.removed_at.is_none());
        block.map(|block| block.content.clone())
    } else {
        public.as_ref().and_then(in_public)
    };
    let knows_now = public.is_some() || sees_draft;
    let mut about = Vec::new();
    if change.text.is_none() {
        about.push(t.change_text_gone().to_owned());
    } else if is_open && knows_now && now.is_none() {
        about.push(t.change_paragraph_gone().to_owned());
    }
    if is_owner {
        about.extend(match change.state {
            ChangeState::Unconfirmed => Some(t.change_own_unconfirmed().to_owned()),
            ChangeState::Open => Some(t.change_own_open().to_owned()),
            _ => None,
        });
    }
    let is_taken = matches!(change.state, ChangeState::Accepted | ChangeState::Altered);
    if is_taken && seen.found.is_some() {
        let is_read = public.as_ref().is_some_and(|content| match change.shape {
            ChangeShape::Out => in_public(content).is_none(),
            ChangeShape::Words | ChangeShape::After => {
                content.blocks.iter().any(|block| block.content == change.result)
            }
        });
        let is_published_since = published_at.is_some_and(|at| at >= change.state_since);
        about.push(match (is_read, is_published_since) {
            (true, _) => t.change_is_read().to_owned(),
            (false, true) => t.change_is_other().to_owned(),
            (false, false) => t.change_is_written().to_owned(),
        });
    }
    let is_changed = is_open && change.shape != ChangeShape::After;
    let now = now.filter(|now| is_changed && *now != change.base).unwrap_or_default();
    let (mut accept, decline) = forms;
    let way = (may_write && is_open).then(|| AcceptWay::of(change, seen.block.as_ref()));
    if accept.tekst.is_empty() && accept.errors.is_empty() {
        accept.tekst = change.said.clone();
    }
    accept.version = seen.block.as_ref().map(|block| block.revision.to_string()).unwrap_or_default();
    let title = t.change_numbered(change.number, change.shape.label(t));
    let shell = match &seen.found {
        Some(found) if found.text.is_published() || sees_draft => {
            let list = format!("{}/aendringsforslag", found.text.href());
            found
                .shell(cx, t.change_one())
                .under(found.text.href(), &found.text.title)
                .under(list, t.change_list_title())
                .here()
        }
        _ => cx.shell(&title).here(),
    };
    let reads_text = seen.found.as_ref().filter(|found| found.text.is_published() || sees_draft);
    Ok(ChangePage {
        shell,
        t,
        line: ChangeLine::of(cx, change, &[]),
        text: (
            change.text_title.clone(),
            reads_text
                .map(|found| match change.block {
                    Some(block) => format!("{}#afsnit-{block}", found.text.href()),
                    None => found.text.href(),
                })
                .unwrap_or_default(),
        ),
        about,
        now: now.lines().map(str::to_owned).collect(),
        is_owner,
        can_confirm: secret.is_some() && change.state == ChangeState::Unconfirmed,
        can_withdraw: is_owner && matches!(change.state, ChangeState::Open | ChangeState::Unconfirmed),
        way,
        join: match change.block {
            Some(block) => format!("/tekstblokke/{block}/aendringsforslag?valgt={}", change.id),
            None => String::new(),
        },
        accept,
        decline,
        may_write,
        own: secret.map_or_else(|| change.href(), |secret| format!("/mit-aendringsforslag/{secret}")),
        base: change.href(),
    })
}

pub async fn show(cx: Cx, Path(id): Path<ChangeId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = SeenChange::read(&cx, &mut reader, id).await?;
    if !seen.may_read(&cx) && !seen.change.is_by(&cx) {
        return Err(Error::NotFound);
    }
    let page = page(&cx, &mut reader, &seen, None, Default::default()).await?;
    cx.page(page)
}
