//! GET and POST /min-side/krav/tavshedserklaering: read it, and accept it; version and day are kept.

use askama::Template;
use axum::response::Response;
use samskab_requirement::{
    AskedRequirement, Fulfilment, Precondition, State,
    book::Book,
    event::RequirementChanged,
    store,
    text::{self, Text},
};
use samskab_web::{Cx, Form, Result, Shell};

use super::me;
use crate::T;
use crate::engagement::look_again;

#[derive(Template)]
#[template(path = "fulfilment/accept.html")]
struct AcceptPage {
    shell: Shell,
    t: T,
    text: Text,
    paragraphs: Vec<text::Paragraph>,
    /// When it was accepted, if this very text was.
    accepted: Option<String>,
    /// The words changed while the page was open.
    is_overtaken: bool,
}

samskab_web::form! {
    pub struct AcceptForm {
        /// Which text was on the page.
        version: hidden,
    }
}

fn noted(book: &Book, me: samskab_organisation::person::PersonId) -> Option<&Fulfilment> {
    book.of_person(me).into_iter().find(|one| one.what == ASKED.what)
}

const ASKED: AskedRequirement = AskedRequirement { what: Precondition::Confidentiality, years: 0 };

async fn page(cx: &Cx, is_overtaken: bool) -> Result<AcceptPage> {
    let (t, today, me) = (T(cx.locale), cx.now().day(), me(cx)?);
    let mut reader = cx.read().await?;
    let text = text::in_force(&mut reader, cx.tenant.id, today, cx.locale).await?;
    let book = Book::of(&mut reader, cx.tenant.id, &[me], today).await?;
    let accepted = noted(&book, me).and_then(|one| match one.state {
        State::Fulfilled { on, text_version: Some(version), .. } if version == text.version => {
            Some(cx.locale.day(on))
        }
        _ => None,
    });
    Ok(AcceptPage {
        shell: cx
            .shell(Precondition::Confidentiality.name(cx.locale))
            .under("/min-side", t.volunteer_home_title())
            .under("/min-side/krav", t.requirement_own_title())
            .here(),
        t,
        paragraphs: text::paragraphs(&text.text),
        text,
        accepted,
        is_overtaken,
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    let page = page(&cx, false).await?;
    cx.page(page)
}

pub async fn accept(cx: Cx, Form(form): Form<AcceptForm>) -> Result<Response> {
    let (today, me) = (cx.now().day(), me(&cx)?);
    let mut tx = cx.write().await?;
    let version = store::text_version(&mut tx, cx.tenant.id, today).await?;
    // What was not read is not accepted.
    if form.version.parse() != Ok(version) {
        drop(tx);
        let page = page(&cx, true).await?;
        return cx.invalid(page);
    }
    let book = Book::of(&mut tx, cx.tenant.id, &[me], today).await?;
    let state = State::Fulfilled {
        on: today,
        by: Some(me),
        valid_to: None,
        text_version: Some(version),
        age: None,
        renewal: None,
    };
    let is_new = match noted(&book, me) {
        Some(Fulfilment { state: State::Fulfilled { text_version, .. }, .. })
            if *text_version == Some(version) =>
        {
            false
        }
        Some(was) => {
            let now = Fulfilment { state, state_since: cx.now(), updated_at: cx.now(), ..was.clone() };
            store::save(&mut tx, &now, was).await?
        }
        None => {
            let new = Fulfilment::new(cx.new_id(), me, ASKED.what, None, state, cx.now());
            store::add(&mut tx, &new).await?
        }
    };
    if is_new {
        look_again(&mut tx, me).await?;
        tx.record(RequirementChanged { person: me, task: None }).await?;
        tx.commit().await?;
    }
    cx.redirect_saying("/min-side/krav", "success", "requirement-flash-accepted")
}
