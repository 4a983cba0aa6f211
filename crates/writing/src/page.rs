//! The pages: a text is read, written block by block, kept as versions, compared, read in from a file and taken along as one.

mod blocks;
mod change;
mod compare;
mod files;
mod held;
mod list;
mod new;
mod of_body;
mod publish;
mod read_in;
mod rename;
mod show;
mod versions;
mod write;

use samskab_document::Block;
use samskab_organisation::body::{self, Body, Tie, members};
use samskab_store::Connection;
use samskab_web::{Access, Cx, Error, Result, Routes, Shell, error::OrNotFound as _, module};

pub use held::{LED, OPENING, PUBLISHING, WITHDRAWING};
pub use list::destinations;
pub use of_body::ON_BODY_PAGE;
pub use show::{ON_TEXT_PAGE, TEXT_HEAD, TEXT_SAID};

use crate::{
    T,
    authority::{Action, may},
    content::ContentBlock,
    store,
    text::{Text, TextId},
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/tekster", Access::Decided, list::show)
        .get("/tekster/ny", Access::Decided, new::show)
        .post("/tekster/ny", Access::Decided, new::add)
        .get("/tekster/{id}", Access::Public, show::show)
        .get("/tekster/{id}/tekst.pdf", Access::Public, files::pdf)
        .get("/tekster/{id}/tekst.docx", Access::Public, files::docx)
        .get("/tekster/{id}/rediger", Access::Decided, write::show)
        .get("/tekster/{id}/titel", Access::Decided, rename::show)
        .post("/tekster/{id}/titel", Access::Decided, rename::save)
        .post("/tekster/{id}/slet", Access::Decided, rename::remove)
        .post("/tekster/{id}/afsnit", Access::Decided, blocks::add_last)
        .get("/tekstblokke/{id}", Access::Decided, write::block)
        .post("/tekstblokke/{id}", Access::Decided, write::save)
        .post("/tekstblokke/{id}/nyt", Access::Decided, blocks::add_beside)
        .post("/tekstblokke/{id}/flyt", Access::Decided, blocks::move_by_one)
        .post("/tekstblokke/{id}/slet", Access::Decided, blocks::remove)
        .post("/tekstblokke/{id}/fortryd", Access::Decided, blocks::put_back)
        .get("/tekster/{id}/versioner", Access::Decided, versions::list)
        .post("/tekster/{id}/versioner", Access::Decided, versions::keep)
        .get("/tekstversioner/{id}", Access::Decided, versions::show)
        .get("/tekstversioner/{id}/tekst.pdf", Access::Decided, files::version_pdf)
        .get("/tekstversioner/{id}/tekst.docx", Access::Decided, files::version_docx)
        .post("/tekstversioner/{id}/tilbage", Access::Decided, versions::take_back)
        .get("/tekster/{id}/sammenlign", Access::Decided, compare::show)
        .post("/tekster/{id}/offentlig", Access::Decided, publish::publish)
        .post("/tekster/{id}/kladde", Access::Decided, publish::withdraw)
        .get("/tekster/{id}/indlaes", Access::Decided, read_in::show)
        .post("/tekster/{id}/indlaes", Access::Decided, read_in::preview)
        .post("/tekster/{id}/indlaes/gennemfoer", Access::Decided, read_in::carry_out)
        .merge(change::routes())
}

/// A text, the body it belongs to, and how the reader is related to it.
struct TextOfBody {
    text: Text,
    body: Option<Body>,
    tie: Tie,
}

impl TextOfBody {
    /// Reads a text with its body and how the reader stands to it. Runs at most ten queries; two for a stranger.
    async fn read(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let text = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        let (body, tie) = whose(cx, connection, &text).await?;
        Ok(Self { text, body, tie })
    }

    /// The same, for those who write it.
    async fn written(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        cx.require(found.may(cx, Action::WriteTexts))?;
        Ok(found)
    }

    /// The same, for those who may read along.
    async fn followed(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        cx.require(found.may(cx, Action::ReadDrafts))?;
        Ok(found)
    }

    fn may(&self, cx: &Cx, action: Action) -> bool {
        may(&cx.actor, action, self.tie)
    }

    /// The way to the text: from its body where it has one.
    fn shell(&self, cx: &Cx, title: impl Into<String>) -> Shell {
        let t = T(cx.locale);
        match &self.body {
            Some(body) => {
                let shell = cx.shell(title).under("/organer", t.text_bodies());
                shell.under(body.href(), &body.name)
            }
            None if may(&cx.actor, Action::ListTexts, Tie::None) => {
                cx.shell(title).under("/tekster", t.text_list_title())
            }
            None => cx.shell(title),
        }
    }

    fn under(&self, cx: &Cx, title: impl Into<String>) -> Shell {
        self.shell(cx, title).under(self.text.href(), &self.text.title).here()
    }
}

/// A text, and what the reader may do with it: for contexts that work with texts.
pub struct Reach {
    pub text: Text,
    pub may_write: bool,
    pub may_follow: bool,
}

/// `None`: there is no such text, or the reader may not read it. At most eight queries.
pub async fn reach(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Option<Reach>> {
    let found = match TextOfBody::read(cx, connection, id).await {
        Ok(found) => found,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let (may_write, may_follow) = (found.may(cx, Action::WriteTexts), found.may(cx, Action::ReadDrafts));
    let reach = Reach { may_write, may_follow, text: found.text };
    Ok(Some(reach).filter(|reach| may_follow || reach.text.is_published()))
}

/// The body that a text belongs to, and how the reader is related to the text: as to its body; whoever leads what the
/// text is for counts as running it. Runs at most nine queries; one for a stranger and for whoever reaches all texts.
pub async fn whose(cx: &Cx, connection: &mut Connection, text: &Text) -> Result<(Option<Body>, Tie)> {
    let body = match text.body {
        Some(body) => body::store::find(connection, cx.tenant.id, body).await?,
        None => None,
    };
    let tie = tie(cx, connection, body.as_ref()).await?;
    let Some(me) = cx.actor.person.filter(|_| !may(&cx.actor, Action::WriteTexts, tie)) else {
        return Ok((body, tie));
    };
    let id = text.id.uuid();
    let leads = module::leaders(cx, connection, LED, &[id]).await?.contains(&(id, me));
    Ok((body, if leads { Tie::Runs } else { tie }))
}

/// How the reader stands to a body. At most six queries; none for a stranger and for whoever reaches all of them.
async fn tie(cx: &Cx, connection: &mut Connection, body: Option<&Body>) -> Result<Tie> {
    let Some(body) = body.filter(|_| cx.actor.is_signed_in()) else { return Ok(Tie::None) };
    if may(&cx.actor, Action::WriteTexts, Tie::None) {
        return Ok(Tie::None);
    }
    let membership = members(connection, cx.tenant.id, body, cx.today()).await?;
    Ok(Tie::of(&cx.actor, &membership))
}

/// A block on a page, with the id by which it is linked to.
struct ShownBlock {
    id: String,
    block: Block,
}

fn shown(blocks: &[ContentBlock]) -> Vec<ShownBlock> {
    blocks.iter().map(|block| ShownBlock { id: block.id.to_string(), block: block.shown() }).collect()
}

/// Somebody has changed the stored versions by hand.
fn unread(error: &samskab_store::Error) -> Error {
    Error::Fault(format!("the content of a version cannot be read: {error}"))
}
