//! GET /tekster/{id}: of a published text the version that everybody reads; of a draft its current content, for those
//! who follow it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::Block;
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{
    Cx, Error, Result, Shell,
    module::{self, Link},
};

use super::{Reach, ShownBlock, TextOfBody, shown, unread};
use crate::{
    T,
    authority::Action,
    change::store as changes,
    content::Content,
    store,
    text::{TextId, Version},
};

/// Other contexts have parts and links on the page of a text; the links get its [`Reach`](super::Reach).
pub const ON_TEXT_PAGE: &str = "text.reader";
/// Below its title: what the text is a part of.
pub const TEXT_HEAD: &str = "text.head";
/// The same in a file: one line, no markup.
pub const TEXT_SAID: &str = "text.said";

#[derive(Template)]
#[template(path = "text/show.html")]
struct TextPage {
    shell: Shell,
    t: T,
    title: String,
    kind: &'static str,
    body: Option<(String, String)>,
    state: (&'static str, &'static str, &'static str),
    about: String,
    blocks: Vec<TextLine>,
    /// "3 ændringsforslag"; empty: there are none, and none can be made.
    changes: String,
    takes_changes: bool,
    base: String,
    may_write: bool,
    may_follow: bool,
    /// More was written since the published version.
    is_ahead: bool,
    links: Vec<Link>,
    heads: Vec<String>,
    parts: Vec<String>,
}

/// A block of the text, with the ways from it.
struct TextLine {
    shown: ShownBlock,
    /// "2 ændringsforslag"; empty: none.
    changes: String,
    /// The label of the link for proposing a change, for those who hear only the link.
    propose: String,
}

/// What a reader reads of a text: on its page, and in its files.
pub(in crate::page) struct Seen {
    pub(in crate::page) found: TextOfBody,
    pub(in crate::page) content: Content,
    /// What is published; `None`: the draft as it stands.
    pub(in crate::page) version: Option<Version>,
}

impl Seen {
    /// Reads what the page of a text shows. Runs at most ten queries.
    pub(in crate::page) async fn read(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let found = TextOfBody::read(cx, connection, id).await?;
        let version = store::public_version(connection, cx.tenant.id, &found.text).await?;
        let content = match &version {
            Some(version) => store::content_of(version).map_err(|error| unread(&error))?,
            None if found.may(cx, Action::ReadDrafts) => {
                store::content(connection, cx.tenant.id, &found.text).await?
            }
            None => return Err(Error::NotFound),
        };
        Ok(Self { found, content, version })
    }

    /// "Version 2, 3. marts 2026" or when something was last written.
    pub(super) fn said(&self, cx: &Cx, locale: Locale) -> String {
        let t = T(locale);
        match &self.version {
            Some(version) => t.text_said_version(locale.day(version.created_at.day()), version.number),
            None => t.text_said_draft(locale.day_and_time(self.found.text.updated_at, cx.today())),
        }
    }
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::read(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    let found = &seen.found;
    let may_follow = found.may(&cx, Action::ReadDrafts);
    let is_ahead = may_follow
        && seen.version.is_some()
        && store::content(&mut reader, cx.tenant.id, &found.text).await? != seen.content;
    let of_blocks = changes::count_of_blocks(&mut reader, cx.tenant.id, id).await?;
    let heads = module::parts(&cx, &mut reader, TEXT_HEAD, id.uuid()).await?;
    let parts = module::parts(&cx, &mut reader, ON_TEXT_PAGE, id.uuid()).await?;
    drop(reader);
    let reach = Reach { text: found.text.clone(), may_write: found.may(&cx, Action::WriteTexts), may_follow };
    cx.page(TextPage {
        links: module::links(&cx, ON_TEXT_PAGE, &reach),
        heads,
        parts,
        shell: found.shell(&cx, &seen.content.title).here(),
        t,
        title: seen.content.title.clone(),
        kind: found.text.kind.label(t),
        body: found.body.as_ref().map(|body| (body.name.clone(), body.href())),
        state: found.text.state.said(t),
        about: seen.said(&cx, cx.locale),
        changes: match of_blocks.iter().map(|(_, all, _)| all).sum() {
            0 => String::new(),
            count => t.change_count(count),
        },
        takes_changes: found.text.takes_changes(),
        blocks: seen
            .content
            .blocks
            .iter()
            .zip(shown(&seen.content.blocks))
            .map(|(block, shown)| TextLine {
                shown,
                changes: match of_blocks.iter().find(|(id, ..)| *id == block.id) {
                    Some((_, count, _)) => t.change_count(*count),
                    None => String::new(),
                },
                propose: super::change::about(t, block),
            })
            .collect(),
        base: found.text.href(),
        may_write: found.may(&cx, Action::WriteTexts),
        may_follow,
        is_ahead,
    })
}
