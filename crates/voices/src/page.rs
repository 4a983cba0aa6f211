//! The pages: who takes part, what was said, what came of each passage, and what everybody reads of it.

mod changes;
mod concern;
mod coverage;
mod cut;
mod data;
mod heard;
mod input;
mod inputs;
mod many;
mod notes;
mod of_text;
mod overview;
mod participants;
mod point;
mod points;
mod public;
mod public_files;
mod share;

use samskab_kernel::text::one_line;
use samskab_organisation::body::{Body, Tie};
use samskab_store::{Connection, Tx};
use samskab_web::{Access, Cx, Result, Routes, Shell, error::OrNotFound as _};
use samskab_writing::{
    authority::{Action as TextAction, may as may_with_text},
    store as texts,
    text::{Text, TextId},
    whose,
};

pub use of_text::{ON_REMOVAL, ON_TEXT_PAGE};
pub use public_files::public_document;

/// Other contexts have parts on the pages of the voices of a text, below the title.
pub const ON_VOICES_PAGE: &str = "voices.reader";

use crate::{
    T,
    authority::{Action, VoiceTie, may},
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/tekster/{id}/stemmer", Access::Decided, overview::show)
        .post("/tekster/{id}/stemmer/vis", Access::Decided, overview::show_to_all)
        .post("/tekster/{id}/stemmer/aabn", Access::Decided, overview::open)
        .get("/tekster/{id}/stemmer/deltagere", Access::Decided, participants::show)
        .post("/tekster/{id}/stemmer/deltagere", Access::Decided, participants::add)
        .post("/tekster/{id}/stemmer/deltagere/alle", Access::Decided, participants::add_all)
        .post("/tekster/{id}/stemmer/deltagere/saet-dag", Access::Decided, participants::tick)
        .get("/stemmedeltagere/{id}", Access::Decided, participants::edit)
        .post("/stemmedeltagere/{id}", Access::Decided, participants::save)
        .post("/stemmedeltagere/{id}/fjern", Access::Decided, participants::remove)
        .get("/tekster/{id}/stemmer/daekning", Access::Decided, coverage::show)
        .get("/tekster/{id}/stemmer/daekning.csv", Access::Decided, coverage::csv)
        .get("/tekster/{id}/stemmer/input", Access::Decided, inputs::list)
        .get("/tekster/{id}/stemmer/input/nyt", Access::Decided, inputs::new)
        .post("/tekster/{id}/stemmer/input/nyt", Access::Decided, inputs::add)
        .get("/tekster/{id}/stemmer/input/mange", Access::Decided, many::show)
        .post("/tekster/{id}/stemmer/input/mange", Access::Decided, many::add)
        .get("/tekster/{id}/stemmer/noter", Access::Decided, notes::show)
        .post("/tekster/{id}/stemmer/noter", Access::Decided, notes::fetch)
        .get("/input/{id}", Access::Decided, input::show)
        .get("/input/{id}/rediger", Access::Decided, inputs::edit)
        .post("/input/{id}/rediger", Access::Decided, inputs::save)
        .post("/input/{id}/klip", Access::Decided, cut::cut)
        .post("/input/{id}/hele", Access::Decided, cut::whole)
        .post("/input/{id}/laeg-til-side", Access::Decided, input::set_aside)
        .post("/input/{id}/tag-op", Access::Decided, input::take_up)
        .post("/input/{id}/svar", Access::Decided, concern::answer)
        .post("/input/{id}/slet", Access::Decided, input::remove)
        .post("/udklip/{id}/skil", Access::Decided, cut::part)
        .post("/udklip/{id}/fjern", Access::Decided, cut::remove)
        .get("/tekster/{id}/stemmer/uddrag", Access::Decided, points::list)
        .post("/tekster/{id}/stemmer/uddrag/fordel", Access::Decided, points::assign)
        .post("/tekster/{id}/stemmer/uddrag/saml", Access::Decided, points::join)
        .get("/uddrag/{id}", Access::Decided, point::show)
        .post("/uddrag/{id}", Access::Decided, point::save)
        .get("/tekster/{id}/stemmer/aendringer", Access::Decided, changes::show)
        .post("/tekster/{id}/stemmer/aendringer", Access::Decided, changes::mark)
        .get("/tekster/{id}/stemmer.csv", Access::Decided, data::csv)
        .get("/tekster/{id}/stemmer.json", Access::Decided, data::json)
        .get("/tekster/{id}/stemmer/offentlig", Access::Public, public::show)
        .get("/tekster/{id}/stemmer/offentlig.pdf", Access::Public, public_files::pdf)
        .get("/tekster/{id}/stemmer/offentlig.docx", Access::Public, public_files::docx)
        .get("/tekster/{id}/stemmer/del", Access::Public, share::show)
        .post("/tekster/{id}/stemmer/del", Access::Public, share::send)
        .get("/tekster/{id}/stemmer/del/tak", Access::Public, share::thanks)
}

/// A text, the body it belongs to, and how the reader is related to it.
struct VoicedText {
    text: Text,
    body: Option<Body>,
    tie: Tie,
}

impl VoicedText {
    /// Reads a text with its body and how the reader stands to it. Runs at most ten queries; two for a stranger.
    async fn read(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let text = texts::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        let (body, tie) = whose(cx, connection, &text).await?;
        Ok(Self { text, body, tie })
    }

    /// The same, for those who work with its voices.
    async fn worked(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        cx.require(found.may(cx, Action::WorkWithVoices))?;
        Ok(found)
    }

    /// The same, locked so that nobody else writes about its voices.
    async fn locked(cx: &Cx, tx: &mut Tx, id: TextId) -> Result<Self> {
        let found = Self::worked(cx, tx, id).await?;
        texts::locked(tx, id).await?;
        Ok(found)
    }

    /// For those who may read its voices.
    async fn followed(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        cx.require(found.may(cx, Action::ReadVoices))?;
        Ok(found)
    }

    fn may(&self, cx: &Cx, action: Action) -> bool {
        may(&cx.actor, action, VoiceTie::to_body(self.tie))
    }

    /// The address of its voices.
    fn base(&self) -> String {
        base(self.text.id)
    }

    /// Whether the reader may open the page of the text itself.
    fn reads_text(&self, cx: &Cx) -> bool {
        self.text.is_published() || may_with_text(&cx.actor, TextAction::ReadDrafts, self.tie)
    }

    /// The way to a page about it: from the body, the text, and its voices.
    fn under(&self, cx: &Cx, title: impl Into<String>) -> Shell {
        let t = T(cx.locale);
        let mut shell = cx.shell(title);
        match &self.body {
            Some(body) => shell = shell.under("/organer", t.voices_bodies()).under(body.href(), &body.name),
            None if may_with_text(&cx.actor, TextAction::ListTexts, Tie::None) => {
                shell = shell.under("/tekster", t.voices_texts());
            }
            None => {}
        }
        if self.reads_text(cx) {
            shell = shell.under(self.text.href(), &self.text.title);
        }
        shell
    }

    /// A page below the overview of the voices, which the reader may open.
    fn below(&self, cx: &Cx, title: impl Into<String>) -> Shell {
        let shell = self.under(cx, title);
        let reads = self.may(cx, Action::ReadVoices);
        if reads { shell.under(self.base(), T(cx.locale).voices_title()).here() } else { shell.here() }
    }

    /// The same, below a list.
    fn deeper(&self, cx: &Cx, title: impl Into<String>, list: (&str, &str)) -> Shell {
        let shell = self.under(cx, title);
        let shell = match self.may(cx, Action::ReadVoices) {
            true => shell.under(self.base(), T(cx.locale).voices_title()),
            false => shell,
        };
        shell.under(format!("{}/{}", self.base(), list.0), list.1).here()
    }

    /// The ways between its pages; the one that is here has no address to go to.
    fn ways(&self, cx: &Cx, here: &str) -> Vec<Way> {
        let t = T(cx.locale);
        let base = self.base();
        let ways = [
            ("", t.voices_overview()),
            ("/deltagere", t.participant_title()),
            ("/daekning", t.coverage_title()),
            ("/input", t.input_list_title()),
            ("/uddrag", t.point_list_title()),
            ("/aendringer", t.change_title()),
        ];
        let way = |(path, label): (&str, &'static str)| Way {
            href: format!("{base}{path}"),
            label,
            is_here: path == here,
        };
        if self.may(cx, Action::ReadVoices) { ways.into_iter().map(way).collect() } else { Vec::new() }
    }
}

/// A way to another page about the same text.
struct Way {
    href: String,
    label: &'static str,
    is_here: bool,
}

fn base(text: TextId) -> String {
    format!("/tekster/{text}/stemmer")
}

/// One line of it, cut between two words.
fn shortened(text: &str, most: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= most {
        return line;
    }
    let start: String = line.chars().take(most).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{} …", start[..end].trim_end_matches([',', '.', ';', ':', ' ']))
}

/// Its lines, without the empty ones.
fn lines(text: &str) -> Vec<String> {
    crate::excerpt::lines(text).into_iter().map(str::to_owned).collect()
}
