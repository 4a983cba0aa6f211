//! /forslag/nyt: anybody writes down an idea. Whoever is not signed in confirms it by a link in a mail, and what an address
//! has sent is told only to its owner (ADR 0009).

use askama::Template;
use axum::response::Response;
use samskab_kernel::danish::sort_key;
use samskab_organisation::{
    body::{self, BodyId},
    person::{self, PersonId},
    unit::{self, Level},
};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Form, Result, Shell, even_time,
    form::{Choice, is_new},
    limits::Limited,
};

use super::{
    NoteKind, Proposal, ProposalSent, ProposalState, Texts,
    letter::{News, tell},
    store,
};
use crate::T;

samskab_web::form! {
    /// The fields of a proposal, whoever writes it.
    pub struct TextsForm {
        titel: text(proposal_title).hint(proposal_title_hint).required().max(120),
        hvad: paragraph(proposal_what).hint(proposal_what_hint).required().rows(5).max(3000),
        for_hvem: text(proposal_for_whom).hint(proposal_for_whom_hint).required().max(300),
        hvorfor: paragraph(proposal_why).hint(proposal_why_hint).required().rows(3).max(2000),
        kraever: paragraph(proposal_needs).hint(proposal_needs_hint).optional().rows(3).max(2000),
    }
}

samskab_web::form! {
    pub struct ProposalForm {
        ..texts: TextsForm,
        organ: choice(proposal_body).first(proposal_body_usual).optional(),
        omraade: choice(proposal_unit).first(proposal_unit_none).optional(),
        navn: text(proposal_name).required().max(100).autocomplete("name"),
        email: email(proposal_email).hint(proposal_email_hint).required().autocomplete("email"),
        vis: tick(proposal_shows_text).hint(proposal_shows_text_hint),
        vis_navn: tick(proposal_shows_name).hint(proposal_shows_name_hint),
        /// The trap: a field no person sees.
        website: hidden,
    }
}

#[derive(Template)]
#[template(path = "proposal/new.html")]
struct NewPage {
    shell: Shell,
    t: T,
    form: ProposalForm,
    bodies: Vec<Choice>,
    units: Vec<Choice>,
    is_signed_in: bool,
    action: String,
}

impl TextsForm {
    pub(super) fn of(texts: &Texts) -> Self {
        let texts = texts.clone();
        Self {
            titel: texts.title,
            hvad: texts.what,
            for_hvem: texts.for_whom,
            hvorfor: texts.why,
            kraever: texts.needs,
            ..Self::default()
        }
    }

    pub(super) fn read(&self, check: &mut Check) -> Texts {
        let title = self.titel().text(check).unwrap_or_default();
        let what = self.hvad().text(check).unwrap_or_default();
        let for_whom = self.for_hvem().text(check).unwrap_or_default();
        let why = self.hvorfor().text(check).unwrap_or_default();
        let needs = self.kraever().text(check).unwrap_or_default();
        Texts { title, what, for_whom, why, needs }
    }
}

/// The bodies that take ideas. Runs one query.
pub(super) async fn qualifiers(cx: &Cx, connection: &mut Connection) -> Result<Vec<body::Body>> {
    let mut bodies = body::all(connection, cx.tenant.id, cx.today()).await?;
    bodies.retain(|body| body.qualifies_ideas);
    Ok(bodies)
}

/// The form for an idea. Runs two queries.
async fn page(cx: &Cx, connection: &mut Connection, form: ProposalForm) -> Result<NewPage> {
    let t = T(cx.locale);
    let bodies = qualifiers(cx, connection).await?;
    let mut units = unit::store::all(connection, cx.tenant.id, cx.today()).await?;
    units.retain(|unit| unit.level == Level::Department);
    units.sort_by_cached_key(|unit| sort_key(&unit.name));
    Ok(NewPage {
        shell: cx.shell(t.proposal_new()).under("/forslag", t.proposal_public_title()).here(),
        t,
        form,
        // With only one body there is nothing to choose.
        bodies: match bodies.len() {
            0 | 1 => Vec::new(),
            _ => bodies.into_iter().map(|body| Choice::of(body.id.to_string(), body.name)).collect(),
        },
        units: units.into_iter().map(|unit| Choice::of(unit.id.to_string(), unit.name)).collect(),
        is_signed_in: cx.actor.is_signed_in(),
        action: cx.path_and_query(),
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    let Some(id) = cx.begun() else { return cx.begin() };
    let mut reader = cx.read().await?;
    if store::find(&mut reader, cx.tenant.id, id).await?.is_some() {
        // It is sent: whoever comes back here has another idea.
        return cx.begin();
    }
    let page = page(&cx, &mut reader, ProposalForm::default()).await?;
    cx.page(page)
}

pub async fn send(cx: Cx, Form(form): Form<ProposalForm>) -> Result<Response> {
    match cx.actor.person.map(PersonId::from_uuid) {
        Some(me) => by_somebody(&cx, form, me).await,
        None => {
            cx.limit(Limited::AnonymousPost)?;
            even_time(by_anybody(cx, form)).await
        }
    }
}

/// Signed in: it is there at once.
async fn by_somebody(cx: &Cx, form: ProposalForm, me: PersonId) -> Result<Response> {
    let mut tx = cx.write().await?;
    let mut check = Check::new(cx.locale);
    let texts = form.texts.read(&mut check);
    if let Err(errors) = check.done() {
        let page = page(cx, &mut tx, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let mut proposal = Proposal { writer: Some(me), ..read(cx, &mut tx, &form, texts).await? };
    if !is_sent(cx, &mut tx, &mut proposal).await? && is_new(store::add(&mut tx, &proposal, Some(me)).await)?
    {
        arrived(&mut tx, &proposal).await?;
        tx.record(ProposalSent::of(&proposal)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(proposal.href(), "success", "proposal-flash-sent")
}

/// Somebody without an account: a mail asks whether it was them.
async fn by_anybody(cx: Cx, form: ProposalForm) -> Result<Response> {
    const THANKS: &str = "/forslag/nyt/tak";
    if !form.website.is_empty() {
        return cx.redirect(THANKS); // a machine may believe it was heard
    }
    let mut check = Check::new(cx.locale);
    let texts = form.texts.read(&mut check);
    let name = form.navn().text(&mut check).unwrap_or_default();
    // The name and the title are part of a mail to whatever address is typed: they must not be used for advertising.
    if name.contains(['/', '@']) {
        check.refuse(&form.navn(), T(cx.locale).proposal_name_only());
    }
    if texts.title.contains(['/', '@']) {
        check.refuse(&form.texts.titel(), T(cx.locale).proposal_title_only());
    }
    let email = form.email().email(&mut check);
    let errors = check.done().err();
    let mut tx = cx.write().await?;
    let (Some(email), None) = (email, &errors) else {
        let page = page(&cx, &mut tx, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    if !cx.may_mail(&email, "proposal") {
        // A stranger may have typed it so often. Its owner has the mails.
        return cx.redirect(THANKS);
    }
    let read = read(&cx, &mut tx, &form, texts).await?;
    let mut proposal =
        Proposal { writer_name: name, writer_email: Some(email), state: ProposalState::Unconfirmed, ..read };
    if !is_sent(&cx, &mut tx, &mut proposal).await? && is_new(store::add(&mut tx, &proposal, None).await)? {
        tell(&mut tx, &proposal, News::Confirm).await?;
        tx.record(ProposalSent::of(&proposal)).await?;
        tx.commit().await?;
    }
    cx.redirect(THANKS)
}

/// Whether the same writer has sent the same from the same page before. With other words it is another idea, and gets an
/// id of its own.
async fn is_sent(cx: &Cx, connection: &mut Connection, proposal: &mut Proposal) -> Result<bool> {
    let Some(before) = store::find(connection, cx.tenant.id, proposal.id).await? else { return Ok(false) };
    let said = |one: &Proposal| (one.texts.clone(), one.writer, one.writer_email.clone());
    let is_same = said(&before) == said(proposal);
    if !is_same {
        proposal.id = cx.new_id();
    }
    Ok(is_same)
}

async fn read(cx: &Cx, connection: &mut Connection, form: &ProposalForm, texts: Texts) -> Result<Proposal> {
    let bodies = qualifiers(cx, connection).await?;
    let chosen = form.organ.parse::<BodyId>().ok().filter(|id| bodies.iter().any(|body| body.id == *id));
    // The network takes what is sent to nobody in particular (RD-13).
    let usual = || {
        let network = bodies.iter().find(|body| body.kind == body::BodyKind::Network);
        network.or(bodies.first()).map(|body| body.id)
    };
    let unit = match form.omraade.parse() {
        Ok(id) => unit::store::find(connection, cx.tenant.id, id, cx.today()).await?.map(|unit| unit.id),
        Err(_) => None,
    };
    Ok(Proposal {
        body: chosen.or_else(usual),
        unit,
        shows_text: form.vis().is_ticked(),
        shows_name: form.vis().is_ticked() && form.vis_navn().is_ticked(),
        ..Proposal::new(cx.begun().unwrap_or_else(|| cx.new_id()), texts, cx.locale, cx.now())
    })
}

/// The idea has arrived: those who take ideas see it, and its writer is thanked.
pub(super) async fn arrived(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    store::note(tx, proposal.id, NoteKind::Received, "", None).await?;
    Ok(tell(tx, proposal, News::Received).await?)
}

#[derive(Template)]
#[template(path = "proposal/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
}

/// The same thanks for everybody.
pub async fn thanks(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let shell = cx.shell(t.proposal_thanks_title()).under("/forslag", t.proposal_public_title()).here();
    cx.page(ThanksPage { shell, t })
}

/// The name of whoever is signed in, for what they say.
pub(super) async fn names(
    cx: &Cx,
    connection: &mut Connection,
    ids: &[PersonId],
) -> Result<Vec<person::Person>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => Ok(person::store::find_many(connection, cx.tenant.id, ids).await?),
    }
}
