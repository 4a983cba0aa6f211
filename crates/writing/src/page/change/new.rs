//! /tekster/{id}/aendringsforslag/nyt: anybody who reads the text proposes a change to one paragraph. Whoever is not signed in
//! confirms it by a link in a mail, and what an address has sent is told only to its owner (ADR 0009).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Block, MOST_IN_BLOCK};
use samskab_kernel::contact::Email;
use samskab_organisation::person::{self, PersonId};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Error, Errors, Form, Result, Shell, even_time, form::query, limits::Limited};
use serde::Deserialize;

use crate::{
    T,
    change::{
        ChangeProposal, ChangeSent, ChangeShape, ChangeState, News,
        reach::{self, ReachWords},
        store as changes, writer,
    },
    content::ContentBlock,
    page::{show::Seen, write::begins},
    store,
    text::{BlockId, TextId},
};

/// At most this many unanswered proposals about a text: nobody can read more.
const MOST_OPEN: i64 = 300;

samskab_web::form! {
    pub struct ChangeForm {
        tekst: paragraph(change_said).rows(8).at_most(MOST_IN_BLOCK).required(),
        hvorfor: paragraph(change_reason).hint(change_reason_hint).required().rows(3).max(2000),
        paa_vegne: text(change_behalf).hint(change_behalf_hint).optional().max(150).autocomplete("organization"),
        navn: text(change_name).required().max(100).autocomplete("name"),
        email: email(change_email).hint(change_email_hint).required().autocomplete("email"),
        uden_navn: tick(change_nameless).hint(change_nameless_hint),
        afsnit: hidden,
        slags: hidden,
        /// The mark of the text as it was read.
        laest: hidden,
        /// The trap: a field no person sees.
        website: hidden,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NewQuery {
    afsnit: Option<BlockId>,
    slags: String,
}

#[derive(Template)]
#[template(path = "change/new.html")]
struct NewPage {
    shell: Shell,
    t: T,
    form: ChangeForm,
    block: Block,
    shape: ChangeShape,
    /// The other ways to change the paragraph: address and label.
    ways: Vec<(String, &'static str, bool)>,
    /// The text was changed since the form was opened.
    is_newer: bool,
    is_signed_in: bool,
    action: String,
    back: String,
}

/// The version that everybody reads, or when the draft was last written.
fn read_mark(seen: &Seen) -> String {
    match &seen.version {
        Some(version) => format!("v{}", version.number),
        None => seen.found.text.updated_at.micros().to_string(),
    }
}

fn page(cx: &Cx, seen: &Seen, block: &ContentBlock, form: ChangeForm, is_newer: bool) -> NewPage {
    let t = T(cx.locale);
    let shape = form.slags.parse().unwrap_or(ChangeShape::Words);
    let base = format!("{}/aendringsforslag", seen.found.text.href());
    let way = |one: &ChangeShape| {
        let href = format!("{base}/nyt?afsnit={}&slags={one}", block.id);
        (href, one.label(t), *one == shape)
    };
    NewPage {
        shell: seen.found.under(cx, t.change_new()),
        t,
        form: ChangeForm { laest: read_mark(seen), ..form },
        block: block.shown(),
        shape,
        ways: ChangeShape::ALL.iter().map(way).collect(),
        is_newer,
        is_signed_in: cx.actor.is_signed_in(),
        action: format!("{base}/nyt"),
        back: format!("{}#afsnit-{}", seen.found.text.href(), block.id),
    }
}

/// The paragraph, of a text that takes changes.
fn block_of(seen: &Seen, id: Option<BlockId>) -> Result<&ContentBlock> {
    let found = seen.content.blocks.iter().find(|block| Some(block.id) == id);
    found.filter(|_| seen.found.text.takes_changes()).ok_or(Error::NotFound)
}

fn closed(cx: &Cx, seen: &Seen) -> Result<Response> {
    let to = format!("{}/aendringsforslag", seen.found.text.href());
    cx.redirect_saying(to, "warning", "change-flash-closed")
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let asked: NewQuery = query(&cx);
    let mut reader = cx.read().await?;
    let seen = Seen::read(&cx, &mut reader, id).await?;
    drop(reader);
    if !seen.found.text.takes_changes() {
        return closed(&cx, &seen);
    }
    let block = block_of(&seen, asked.afsnit)?;
    let shape = asked.slags.parse().unwrap_or(ChangeShape::Words);
    let form = ChangeForm {
        tekst: if shape == ChangeShape::Words { block.content.clone() } else { String::new() },
        afsnit: block.id.to_string(),
        slags: shape.code().to_owned(),
        ..ChangeForm::default()
    };
    cx.page(page(&cx, &seen, block, form, false))
}

pub async fn send(cx: Cx, Path(id): Path<TextId>, Form(form): Form<ChangeForm>) -> Result<Response> {
    if cx.actor.is_signed_in() {
        return judge(cx, id, form).await;
    }
    cx.limit(Limited::AnonymousPost)?;
    even_time(judge(cx, id, form)).await
}

/// Who proposes it.
struct Proposer {
    person: Option<PersonId>,
    name: String,
    email: Option<Email>,
}

/// What the form says, once it is read.
struct ChangeDraft {
    said: String,
    reason: String,
    on_behalf_of: String,
    proposer: Proposer,
}

async fn me(cx: &Cx, connection: &mut Connection) -> Result<Option<Proposer>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(None) };
    let person = person::store::find(connection, cx.tenant.id, me).await?;
    Ok(person.map(|person| Proposer { person: Some(person.id), name: person.name, email: None }))
}

fn read(
    cx: &Cx,
    form: &ChangeForm,
    block: &ContentBlock,
    me: Option<Proposer>,
) -> std::result::Result<ChangeDraft, Errors> {
    let t = T(cx.locale);
    let shape = form.slags.parse().unwrap_or(ChangeShape::Words);
    let mut check = Check::new(cx.locale);
    let said = match shape {
        ChangeShape::Out => String::new(),
        _ => form.tekst().text(&mut check).unwrap_or_default(),
    };
    if shape == ChangeShape::Words && said == block.content.trim() {
        check.refuse(&form.tekst(), t.change_said_same());
    }
    let reason = form.hvorfor().text(&mut check).unwrap_or_default();
    let on_behalf_of = form.paa_vegne().text(&mut check).unwrap_or_default();
    let proposer = match me {
        Some(me) => Some(me),
        None => {
            let name = form.navn().text(&mut check).unwrap_or_default();
            // The name is part of a mail to whatever address is typed: it must not be used for advertising.
            if name.contains(['/', '@']) {
                check.refuse(&form.navn(), t.change_name_only());
            }
            let email = form.email().email(&mut check);
            email.map(|email| Proposer { person: None, name, email: Some(email) })
        }
    };
    // Everybody reads it. Only what the paragraph contains already may be repeated.
    let fields = [(form.tekst(), &said), (form.hvorfor(), &reason), (form.paa_vegne(), &on_behalf_of)];
    for (field, text) in fields {
        let Some(found) = reach::found(text) else { continue };
        if reach::found(&block.content) == Some(found) || check.refuses(std::slice::from_ref(&field)) {
            continue;
        }
        let said = match found {
            ReachWords::Address => t.change_has_address(),
            ReachWords::Number => t.change_has_number(),
        };
        check.refuse(&field, said);
    }
    match (proposer, check.done().err()) {
        (Some(proposer), None) => Ok(ChangeDraft { said, reason, on_behalf_of, proposer }),
        (_, errors) => Err(errors.unwrap_or_default()),
    }
}

async fn judge(cx: Cx, id: TextId, form: ChangeForm) -> Result<Response> {
    let thanks = format!("/tekster/{id}/aendringsforslag/tak");
    if !form.website.is_empty() {
        return cx.redirect(thanks); // a machine may believe it was heard
    }
    let mut tx = cx.write().await?;
    store::locked(&mut tx, id).await?;
    let seen = Seen::read(&cx, &mut tx, id).await?;
    if !seen.found.text.takes_changes() {
        return closed(&cx, &seen);
    }
    let block = block_of(&seen, form.afsnit.parse().ok())?;
    let me = me(&cx, &mut tx).await?;
    let is_newer = form.laest != read_mark(&seen);
    let draft = match read(&cx, &form, block, me) {
        // The text has changed since it was read: it must be read again before it is compared with other words.
        Ok(_) if is_newer => return cx.invalid(page(&cx, &seen, block, form, true)),
        Ok(draft) => draft,
        Err(errors) => return cx.invalid(page(&cx, &seen, block, form.with_errors(errors), is_newer)),
    };
    if changes::count_open(&mut tx, cx.tenant.id, id).await? >= MOST_OPEN {
        let mut errors = Errors::default();
        errors.add(&form.tekst(), T(cx.locale).change_too_many());
        return cx.invalid(page(&cx, &seen, block, form.with_errors(errors), false));
    }
    if let Some(email) = &draft.proposer.email
        && !cx.may_mail(email, "change")
    {
        // A stranger may have typed it so often. Its owner has the mails.
        return cx.redirect(thanks);
    }
    let is_mine = draft.proposer.person.is_some();
    let change = ChangeProposal {
        id: cx.new_id(),
        text: Some(id),
        text_title: seen.content.title.clone(),
        block: Some(block.id),
        number: changes::next_number(&mut tx, id).await?,
        shape: form.slags.parse().unwrap_or(ChangeShape::Words),
        base_kind: block.kind,
        base: block.content.clone(),
        said: draft.said,
        reason: draft.reason,
        person: draft.proposer.person,
        name: draft.proposer.name,
        email: draft.proposer.email,
        locale: cx.locale,
        on_behalf_of: draft.on_behalf_of,
        is_nameless: form.uden_navn().is_ticked(),
        is_hidden: false,
        state: if is_mine { ChangeState::Open } else { ChangeState::Unconfirmed },
        state_since: cx.now(),
        answer: String::new(),
        result: String::new(),
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    changes::add(&mut tx, &change).await?;
    if !is_mine {
        writer(&cx).tell(&mut tx, &change, News::Confirm).await?;
    }
    tx.record(ChangeSent::of(&change)).await?;
    tx.commit().await?;
    match is_mine {
        true => cx.redirect_saying(change.href(), "success", "change-flash-sent"),
        false => cx.redirect(thanks),
    }
}

#[derive(Template)]
#[template(path = "change/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
    back: String,
}

/// The same for everybody.
pub async fn thanks(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::read(&cx, &mut reader, id).await?;
    drop(reader);
    let t = T(cx.locale);
    let shell = seen.found.under(&cx, t.change_thanks_title());
    cx.page(ThanksPage { shell, t, back: seen.found.text.href() })
}

/// "Foreslå en ændring" of a paragraph: what those hear who hear only the link.
pub(in crate::page) fn about(t: T, block: &ContentBlock) -> String {
    t.change_propose_to(begins(&block.content))
}
