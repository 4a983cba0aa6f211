//! /tekster/{id}/stemmer/del: anybody says what they think, in a few lines and without a name, until the day the writers have set.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Error, Form, Result, Shell, form::Choice, limits::Limited, module};
use samskab_writing::{store as texts, text::TextId};

use super::{ON_VOICES_PAGE, VoicedText, base, inputs::numbered};
use crate::{
    T,
    contact::holds_contact,
    event::VoiceSent,
    input::{Input, InputKind},
    participant::ParticipantKind,
    setting::{Setting, is_public},
    store,
};

/// Longest text, in characters.
const LONGEST: usize = 3000;
/// A text up to this length is a vox pop; a longer one is a letter.
const VOX_POP: usize = 300;
/// The kinds from which a writer chooses what they are.
const WHO: [ParticipantKind; 4] = [
    ParticipantKind::Citizens,
    ParticipantKind::Volunteers,
    ParticipantKind::Association,
    ParticipantKind::Staff,
];

samskab_web::form! {
    pub struct ShareForm {
        tekst: paragraph(share_said).hint(share_said_hint).required().rows(6).max(LONGEST),
        hvem: radio(share_who).among(who).required(),
        /// The trap: a field no person sees.
        website: hidden,
    }
}

fn who(locale: Locale) -> Vec<Choice> {
    WHO.iter().map(|kind| Choice::of(kind.code(), who_label(*kind, T(locale)))).collect()
}

/// The kind in the words of somebody who speaks of themselves.
fn who_label(kind: ParticipantKind, t: T) -> &'static str {
    match kind {
        ParticipantKind::Volunteers => t.share_volunteer(),
        ParticipantKind::Association => t.share_association(),
        ParticipantKind::Staff => t.share_staff(),
        _ => t.share_citizen(),
    }
}

#[derive(Template)]
#[template(path = "voices/share.html")]
struct SharePage {
    shell: Shell,
    t: T,
    title: String,
    /// The address of the public text; empty: it is not public yet.
    text_href: String,
    parts: Vec<String>,
    question: Vec<String>,
    until: String,
    form: ShareForm,
    action: String,
}

/// A text whose form has been opened, with what is public of its title.
struct SharedText {
    found: VoicedText,
    setting: Setting,
    title: String,
    /// What other contexts say of it.
    parts: Vec<String>,
}

/// A form that was never opened is reported as missing.
async fn shared(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<SharedText> {
    let found = VoicedText::read(cx, connection, id).await?;
    let setting = store::setting(connection, cx.tenant.id, id).await?;
    let setting = setting.filter(|one| one.open_until.is_some()).ok_or(Error::NotFound)?;
    let version = texts::public_version(connection, cx.tenant.id, &found.text).await?;
    let public = version.and_then(|version| texts::content_of(&version).ok());
    let title = public.map_or_else(|| found.text.title.clone(), |content| content.title);
    let parts = module::parts(cx, connection, ON_VOICES_PAGE, id.uuid()).await?;
    Ok(SharedText { found, setting, title, parts })
}

fn page(cx: &Cx, shared: &SharedText, form: ShareForm) -> SharePage {
    let t = T(cx.locale);
    let until = shared.setting.open_until.filter(|_| shared.setting.is_open(cx.today()));
    SharePage {
        shell: cx.shell(t.share_title()).here(),
        t,
        title: shared.title.clone(),
        text_href: if shared.found.text.is_published() { shared.found.text.href() } else { String::new() },
        parts: shared.parts.clone(),
        question: super::lines(&shared.setting.question),
        until: until.map(|day| cx.locale.day(day)).unwrap_or_default(),
        form,
        action: format!("{}/del", shared.found.base()),
    }
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shared = shared(&cx, &mut reader, id).await?;
    drop(reader);
    cx.page(page(&cx, &shared, ShareForm::default()))
}

pub async fn send(cx: Cx, Path(id): Path<TextId>, Form(form): Form<ShareForm>) -> Result<Response> {
    cx.limit(Limited::AnonymousPost)?;
    let thanks = format!("{}/del/tak", base(id));
    if !form.website.is_empty() {
        return cx.redirect(thanks); // a machine may believe it was heard
    }
    let mut tx = cx.write().await?;
    let shared = shared(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let said = form.tekst().text(&mut check);
    let who = form.hvem().code::<ParticipantKind>(&mut check);
    if !check.refuses(&[form.tekst()]) && holds_contact(&form.tekst) {
        check.refuse(&form.tekst(), t.share_contact());
    }
    let errors = check.done().err();
    let (Some(said), Some(who), None, true) = (said, who, &errors, shared.setting.is_open(cx.today())) else {
        return cx.invalid(page(&cx, &shared, form.with_errors(errors.unwrap_or_default())));
    };
    texts::locked(&mut tx, id).await?;
    let kind = if said.chars().count() > VOX_POP { InputKind::Letter } else { InputKind::VoxPop };
    let who = if WHO.contains(&who) { who } else { ParticipantKind::Citizens };
    let input = Input {
        source_kind: Some(who),
        // In the language of the house, which those who work with it read.
        source: who_label(who, T(samskab_writing::text::LANGUAGE)).to_owned(),
        said_on: Some(cx.today()),
        is_quote: true,
        is_from_form: true,
        ..Input::new(cx.new_id(), id, kind, said, cx.now())
    };
    if numbered(&mut tx, input).await?.is_none() {
        let mut errors = samskab_web::Errors::default();
        errors.add(&form.tekst(), t.share_full());
        return cx.invalid(page(&cx, &shared, form.with_errors(errors)));
    }
    tx.record(VoiceSent::of(id)).await?;
    tx.commit().await?;
    cx.redirect(thanks)
}

#[derive(Template)]
#[template(path = "voices/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
    /// The address where results can be read; empty: none yet.
    public: String,
    again: String,
}

pub async fn thanks(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shared = shared(&cx, &mut reader, id).await?;
    drop(reader);
    let t = T(cx.locale);
    let base = base(id);
    let is_public = is_public(&shared.found.text, Some(&shared.setting));
    cx.page(ThanksPage {
        shell: cx.shell(t.share_thanks()).here(),
        t,
        public: if is_public { format!("{base}/offentlig") } else { String::new() },
        again: if shared.setting.is_open(cx.today()) { format!("{base}/del") } else { String::new() },
    })
}
