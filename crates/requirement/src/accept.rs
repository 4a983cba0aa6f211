//! The tavshedserklæring as a volunteer reads it and says yes to it; version and day are kept. The contexts above say who
//! reads it and by which door: signed in, or by the link of their agreement.

use askama::Template;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Result, Shell};

use crate::{
    Fulfilment, Precondition, State, T,
    book::Book,
    store,
    text::{self, Text},
};

#[derive(Template)]
#[template(path = "requirement/accept.html")]
pub struct AcceptPage {
    shell: Shell,
    t: T,
    text: Text,
    paragraphs: Vec<text::Paragraph>,
    /// When it was accepted, if this very text was.
    accepted: Option<String>,
    /// The words changed while the page was open.
    is_overtaken: bool,
    /// The page they came from, and what it is called.
    back: (String, &'static str),
    action: String,
}

samskab_web::form! {
    pub struct AcceptForm {
        /// Which text was on the page.
        version: hidden,
    }
}

/// What came of saying yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptOutcome {
    Accepted,
    /// It was accepted before.
    Already,
    /// There is a new text: what was not read is not accepted.
    Overtaken,
}

fn noted(book: &Book, person: PersonId) -> Option<&Fulfilment> {
    book.of_person(person).into_iter().find(|one| one.what == Precondition::Confidentiality)
}

fn version_of(noted: Option<&Fulfilment>) -> Option<i64> {
    match noted?.state {
        State::Fulfilled { text_version, .. } => text_version,
        _ => None,
    }
}

impl AcceptPage {
    /// For `person`, in the frame `shell`; `back` is where they came from.
    pub async fn read(
        cx: &Cx,
        connection: &mut Connection,
        person: PersonId,
        shell: Shell,
        back: (String, &'static str),
        is_overtaken: bool,
    ) -> Result<Self> {
        let today = cx.now().day();
        let text = text::in_force(connection, cx.tenant.id, today, cx.locale).await?;
        let book = Book::of(connection, cx.tenant.id, &[person], today).await?;
        let noted = noted(&book, person);
        let accepted = match noted.map(|one| one.state) {
            Some(State::Fulfilled { on, .. }) if version_of(noted) == Some(text.version) => {
                Some(cx.locale.day(on))
            }
            _ => None,
        };
        Ok(Self {
            shell,
            t: T(cx.locale),
            paragraphs: text::paragraphs(&text.text),
            text,
            accepted,
            is_overtaken,
            back,
            action: cx.path().to_owned(),
        })
    }
}

/// `person` says yes to the text they have read. What follows from it, and the commit, is the caller's.
pub async fn accept(cx: &Cx, tx: &mut Tx, person: PersonId, form: &AcceptForm) -> Result<AcceptOutcome> {
    let today = cx.now().day();
    let book = Book::of(tx, cx.tenant.id, &[person], today).await?;
    let version = book.text_version;
    if form.version.parse() != Ok(version) {
        return Ok(AcceptOutcome::Overtaken);
    }
    let was = noted(&book, person);
    if version_of(was) == Some(version) {
        return Ok(AcceptOutcome::Already);
    }
    let state = State::signed(today, person, version);
    let is_new = match was {
        Some(was) => {
            let now = Fulfilment { state, state_since: cx.now(), updated_at: cx.now(), ..was.clone() };
            store::save(tx, &now, was).await?
        }
        None => {
            let what = Precondition::Confidentiality;
            store::add(tx, &Fulfilment::new(cx.new_id(), person, what, None, state, cx.now())).await?
        }
    };
    Ok(if is_new { AcceptOutcome::Accepted } else { AcceptOutcome::Already })
}
