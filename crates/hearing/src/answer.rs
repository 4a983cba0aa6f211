//! /hoeringer/{id}/svar: an answer in minutes, with or without an account, to the whole or to one paragraph. What is sent before
//! the closing has come in time, whenever its link is followed; what an address has answered is told only to its owner (ADR
//! 0009, 0018).

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_kernel::{Locale, contact::Email, jiff::SignedDuration};
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell, even_time,
    form::{Choice, query},
    limits::Limited,
};
use serde::Deserialize;

use crate::{
    T,
    event::{ResponseConfirmed, ResponseSent},
    hearing::{Hearing, HearingId, Phase, Publication, block_name, numbered, under},
    letter::{SenderNews, writer},
    party::{Party, PartyAnswer, PartyId},
    reader::seen,
    remark::{Remark, still_said},
    response::{HoldReason, LONGEST_PART, Part, Response, ResponseState, SenderKind},
    speaker::{named_party, own_party, speaker},
    store,
    text::BlockId,
};

samskab_web::form! {
    pub(crate) struct AnswerForm {
        afsnit: choice(hearing_form_block).first(hearing_whole).optional().width(""),
        tekst: paragraph(hearing_form_said).hint(hearing_form_said_hint).required().rows(8).max(LONGEST_PART),
        navn: text(hearing_form_name).required().max(100).autocomplete("name"),
        email: email(hearing_form_email).hint(hearing_form_email_hint).required().autocomplete("email"),
        hvem: radio(hearing_form_kind).among(kinds).required(),
        paa_vegne: text(hearing_form_behalf).hint(hearing_form_behalf_hint).optional().max(150).autocomplete("organization"),
        uden_navn: tick(hearing_form_nameless).hint(hearing_form_nameless_hint),
        lukket: tick(hearing_form_closed).hint(hearing_form_closed_hint),
        /// The secret of the party that was asked, or the body it is, of whoever runs its meetings.
        part: hidden,
        /// Which button was pressed.
        knap: hidden,
        /// For an answer that is changed: which part it is, and its mark as it was read.
        del: hidden,
        version: hidden,
        /// The trap: a field no person sees.
        website: hidden,
    }
}

/// Time after which an answer that is sent again gets its mail again: the first has perhaps not arrived.
const AGAIN: SignedDuration = SignedDuration::from_mins(5);

/// The button that keeps a draft.
pub(crate) const DRAFT: &str = "kladde";

fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    SenderKind::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AnswerQuery {
    afsnit: Option<BlockId>,
    part: String,
}

#[derive(Template)]
#[template(path = "hearing/answer.html")]
struct AnswerPage {
    shell: Shell,
    t: T,
    title: String,
    form: AnswerForm,
    blocks: Vec<Choice>,
    /// The paragraph that is answered.
    quoted: Vec<String>,
    closing: String,
    left: String,
    is_open: bool,
    is_too_late: bool,
    contact: String,
    publication: &'static str,
    email_hint: &'static str,
    /// What happens when it is sent.
    next: &'static str,
    base: String,
}

/// The form for an answer. Runs at most three queries.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    form: AnswerForm,
) -> Result<AnswerPage> {
    let (t, now) = (T(cx.locale), cx.services.clock.now());
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let numbered = numbered(&blocks);
    let chosen = form.afsnit.parse::<BlockId>().ok();
    let quoted = blocks.iter().find(|block| Some(block.id) == chosen);
    // Whoever is signed in, or came by the link of a mail, does not confirm that an address is theirs.
    let is_known = me(cx, connection).await?.is_some_and(|me| me.email.is_some())
        || party_of(cx, connection, hearing, &form.part).await?.is_some();
    Ok(AnswerPage {
        shell: under(cx, hearing, t.hearing_answer_title()),
        t,
        title: hearing.title.clone(),
        quoted: quoted.map(|block| crate::text::lines(&block.said)).unwrap_or_default(),
        blocks: numbered
            .iter()
            .map(|(_, block)| Choice::of(block.id.to_string(), block_name(t, &numbered, Some(block.id))))
            .collect(),
        form,
        closing: hearing.closing(cx.locale, cx.today()),
        left: hearing.period().left(now).said(t),
        is_open: hearing.takes_responses(now),
        is_too_late: matches!(hearing.phase(now), Phase::Closed | Phase::Answered),
        contact: hearing.contact.clone(),
        publication: match (hearing.publication, is_known) {
            (Publication::AtOnce, true) => t.hearing_form_public_received(),
            (Publication::AtOnce, false) => t.hearing_form_public_at_once(),
            (Publication::Screened, _) => t.hearing_form_public_screened(),
        },
        email_hint: if is_known { t.hearing_form_email_hint_known() } else { t.hearing_form_email_hint() },
        next: if is_known { t.hearing_form_next_known() } else { t.hearing_form_next() },
        base: hearing.href(),
    })
}

async fn me(cx: &Cx, connection: &mut Connection) -> Result<Option<Person>> {
    match cx.actor.person {
        Some(me) => Ok(person::store::find(connection, cx.tenant.id, PersonId::from_uuid(me)).await?),
        None => Ok(None),
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = seen(&cx, &mut reader, id).await?;
    let asked: AnswerQuery = query(&cx);
    let party = party_of(&cx, &mut reader, &hearing, &asked.part).await?;
    let mut form = AnswerForm {
        afsnit: asked.afsnit.map(|id| id.to_string()).unwrap_or_default(),
        part: asked.part,
        ..AnswerForm::default()
    };
    if let Some(me) = me(&cx, &mut reader).await? {
        form.email = me.email.as_ref().map(ToString::to_string).unwrap_or_default();
        form.navn = me.name;
    }
    form.hvem = SenderKind::Citizen.code().to_owned();
    if let Some(party) = party {
        let kind = if party.association.is_some() { SenderKind::Association } else { SenderKind::Council };
        form.hvem = kind.code().to_owned();
        form.paa_vegne = party.name;
        if let Some(email) = party.email.filter(|_| form.email.is_empty()) {
            // The link was sent to this address and to no other.
            let known = person::store::find_by_email(&mut reader, cx.tenant.id, &email).await?;
            form.navn = known.map(|person| person.name).unwrap_or_default();
            form.email = email.to_string();
        }
    } else if let Some(own) = speaker(&cx, &mut reader, id).await? {
        form.paa_vegne = own.name;
        if own.party.is_some() {
            form.hvem = SenderKind::Association.code().to_owned();
        }
    }
    let page = page(&cx, &mut reader, &hearing, form).await?;
    cx.page(page)
}

/// The party for which somebody answers: whose link they followed here, or the body whose meetings they run.
async fn party_of(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    part: &str,
) -> Result<Option<Party>> {
    if part.is_empty() {
        return Ok(None);
    }
    if let Ok(body) = part.parse() {
        return own_party(cx, connection, hearing.id, body).await;
    }
    let party = store::party_of_link(connection, cx.tenant.id, part).await?;
    Ok(party.filter(|party| party.hearing == hearing.id))
}

pub(crate) async fn send(cx: Cx, Path(id): Path<HearingId>, Form(form): Form<AnswerForm>) -> Result<Page> {
    cx.limit(Limited::AnonymousPost)?;
    even_time(judge(cx, id, form)).await
}

/// What the form says, once it is read.
#[derive(Debug, Clone)]
pub(crate) struct AnswerDraft {
    pub said: String,
    pub block: Option<BlockId>,
    pub name: String,
    pub email: Email,
    pub kind: SenderKind,
    pub on_behalf_of: String,
    pub is_nameless: bool,
    pub is_closed: bool,
}

/// The form's content, or the form with what is wrong.
pub(crate) fn read(cx: &Cx, form: &AnswerForm) -> std::result::Result<AnswerDraft, Errors> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let said = form.tekst().text(&mut check).unwrap_or_default();
    let name = form.navn().text(&mut check).unwrap_or_default();
    // The name is part of a mail to whatever address is typed: it must not be used for advertising.
    if name.contains(['/', '@']) {
        check.refuse(&form.navn(), t.hearing_form_name_only());
    }
    let email = form.email().email(&mut check);
    let kind: Option<SenderKind> = form.hvem().code(&mut check);
    let on_behalf_of = form.paa_vegne().text(&mut check).unwrap_or_default();
    let is_behalf_missing = kind.is_some_and(|kind| kind != SenderKind::Citizen) && on_behalf_of.is_empty();
    if is_behalf_missing && !check.refuses(&[form.paa_vegne()]) {
        check.refuse(&form.paa_vegne(), t.hearing_form_behalf_missing());
    }
    let errors = check.done().err();
    match (email, kind, errors) {
        (Some(email), Some(kind), None) => Ok(AnswerDraft {
            said,
            block: form.afsnit.parse().ok(),
            name,
            email,
            kind,
            on_behalf_of,
            is_nameless: form.uden_navn().is_ticked(),
            is_closed: form.lukket().is_ticked(),
        }),
        (.., errors) => Err(errors.unwrap_or_default()),
    }
}

async fn judge(cx: Cx, id: HearingId, form: AnswerForm) -> Result<Page> {
    let thanks = format!("/hoeringer/{id}/svar/tak");
    if !form.website.is_empty() {
        return cx.redirect(thanks); // a machine may believe it was heard
    }
    let draft = match read(&cx, &form) {
        Ok(draft) => draft,
        Err(errors) => {
            let mut reader = cx.read().await?;
            let hearing = seen(&cx, &mut reader, id).await?;
            let page = page(&cx, &mut reader, &hearing, form.with_errors(errors)).await?;
            return cx.invalid(page);
        }
    };
    if !cx.may_mail(&draft.email, "hearing") {
        let mut reader = cx.read().await?;
        let hearing = seen(&cx, &mut reader, id).await?;
        let mut errors = Errors::default();
        errors.add(&form.email(), T(cx.locale).hearing_form_too_many());
        let page = page(&cx, &mut reader, &hearing, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let mut tx = cx.write().await?;
    seen(&cx, &mut tx, id).await?;
    let Some(hearing) = store::locked(&mut tx, id).await? else { return Err(samskab_web::Error::NotFound) };
    // The second of closing is this one: by the clock, now that nobody else writes.
    let now = cx.services.clock.now();
    let is_open = hearing.takes_responses(now);
    if !is_open && !matches!(hearing.phase(now), Phase::Closed | Phase::Answered) {
        let page = page(&cx, &mut tx, &hearing, form).await?;
        return cx.invalid(page);
    }
    let is_draft = form.knap == DRAFT || !is_open;
    let me = me(&cx, &mut tx).await?;
    let is_mine = me.as_ref().is_some_and(|me| me.email.as_ref() == Some(&draft.email));
    let party = match party_of(&cx, &mut tx, &hearing, &form.part).await? {
        Some(party) => Some(party),
        None if draft.kind == SenderKind::Citizen => None,
        None => named_party(&cx, &mut tx, id, &draft.on_behalf_of).await?,
    };
    let draft = match draft.kind {
        // The name of their association stood in the form; they speak for themselves.
        SenderKind::Citizen
            if speaker(&cx, &mut tx, id).await?.is_some_and(|own| own.name == draft.on_behalf_of) =>
        {
            AnswerDraft { on_behalf_of: String::new(), ..draft }
        }
        _ => draft,
    };
    // Whoever is signed in, or came by the link of a mail to this address, has shown that it is theirs.
    let is_asked = |one: &Party| one.email.as_ref() == Some(&draft.email);
    let is_known = is_mine || party.as_ref().is_some_and(is_asked);
    let from = party.as_ref().map(|party| party.id);
    if let Some(same) = sent_before(&cx, &mut tx, (id, from), &draft, is_draft).await? {
        // The mail may not have come: after a while it is sent once more, and says the same number.
        if same.state == ResponseState::Sent && same.updated_at.plus(AGAIN) <= now {
            let sent = Response { updated_at: now, ..same.clone() };
            store::save_response(&mut tx, &sent).await?;
            writer(&cx, &hearing).tell_sender(&mut tx, &sent, SenderNews::Sent).await?;
            tx.commit().await?;
        }
        return cx.redirect(match (is_draft, is_open) {
            (true, true) => format!("{thanks}?gemt=kladde"),
            (true, false) => format!("{thanks}?gemt=for-sent"),
            (false, _) if is_known && same.state == ResponseState::Confirmed => {
                format!("{thanks}?gemt={}", received(&same))
            }
            (false, _) => thanks,
        });
    }
    let hearing = if is_draft { hearing } else { Hearing { sent: hearing.sent + 1, ..hearing } };
    let response = Response {
        id: cx.new_id(),
        hearing: id,
        party: from,
        person: me.filter(|_| is_mine).map(|me| me.id),
        number: (!is_draft).then_some(hearing.sent),
        kind: draft.kind,
        name: draft.name,
        on_behalf_of: draft.on_behalf_of,
        email: Some(draft.email),
        locale: cx.locale,
        is_nameless: draft.is_nameless,
        is_closed: draft.is_closed,
        state: if is_draft { ResponseState::Draft } else { ResponseState::Sent },
        sent_at: (!is_draft).then_some(now),
        published_at: None,
        held: HoldReason::No,
        hidden_reason: String::new(),
        told_at: None,
        replied_at: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let blocks = store::blocks(&mut tx, cx.tenant.id, id).await?;
    let part = Part {
        id: cx.new_id(),
        hearing: id,
        response: response.id,
        block: draft.block.filter(|id| blocks.iter().any(|block| block.id == *id)),
        place: 1,
        said: draft.said,
        shown: None,
        shown_reason: String::new(),
    };
    store::add_response(&mut tx, &response).await?;
    store::add_part(&mut tx, &part).await?;
    if is_draft {
        let news = if is_open { SenderNews::Draft } else { SenderNews::Late };
        writer(&cx, &hearing).tell_sender(&mut tx, &response, news).await?;
        tx.commit().await?;
        let how = if is_open { "kladde" } else { "for-sent" };
        return cx.redirect(format!("{thanks}?gemt={how}"));
    }
    store::save(&mut tx, &hearing).await?;
    tx.record(ResponseSent::of(&response)).await?;
    if is_known {
        let response = confirm(&cx, &mut tx, &hearing, response, &[part], party).await?;
        tx.commit().await?;
        return cx.redirect(format!("{thanks}?gemt={}", received(&response)));
    }
    writer(&cx, &hearing).tell_sender(&mut tx, &response, SenderNews::Sent).await?;
    tx.commit().await?;
    cx.redirect(thanks)
}

/// The same form, sent once more by somebody who went back in the browser or pressed twice. What was sent without
/// a party's link may have been joined with its party since. Two queries.
async fn sent_before(
    cx: &Cx,
    tx: &mut Tx,
    (hearing, party): (HearingId, Option<PartyId>),
    draft: &AnswerDraft,
    is_draft: bool,
) -> Result<Option<Response>> {
    let tenant = cx.tenant.id;
    let all = store::responses_of_email(tx, tenant, hearing, &draft.email).await?;
    let ids: Vec<_> = all.iter().map(|one| one.id).collect();
    let parts = store::parts_of(tx, tenant, &ids).await?;
    Ok(all.into_iter().find(|one| {
        let own: Vec<&Part> = parts.iter().filter(|part| part.response == one.id).collect();
        let is_same_part =
            matches!(own.as_slice(), [part] if part.said == draft.said && part.block == draft.block);
        is_same_part
            && (party.is_none() || one.party == party)
            && is_draft == (one.state == ResponseState::Draft)
            && (one.kind, &one.name, &one.on_behalf_of) == (draft.kind, &draft.name, &draft.on_behalf_of)
            && (one.is_nameless, one.is_closed) == (draft.is_nameless, draft.is_closed)
    }))
}

/// Which thanks are read: whether somebody looks at it before it is public.
fn received(response: &Response) -> &'static str {
    if response.waits_for_a_look() { "ses" } else { "modtaget" }
}

/// It counts from now on: a receipt, its remarks, and the party has answered. Whoever answers in the name of a party, from the
/// address that was asked, is that party. Returns it as it is stored.
pub(crate) async fn confirm(
    cx: &Cx,
    tx: &mut Tx,
    hearing: &Hearing,
    response: Response,
    parts: &[Part],
    party: Option<Party>,
) -> Result<Response> {
    let now = cx.services.clock.now();
    let is_first = response.state != ResponseState::Confirmed;
    let parties = match response.party.is_none() {
        true => store::parties(tx, cx.tenant.id, hearing.id).await?,
        false => Vec::new(),
    };
    let party = party.or_else(|| parties.iter().find(|one| response.is_from(one)).cloned());
    let response = Response { party: party.as_ref().map(|party| party.id).or(response.party), ..response };
    let response = response.confirmed(hearing, parts, &parties, now);
    store::save_response(tx, &response).await?;
    store::set_party(tx, response.id, response.party).await?;
    add_remarks(cx, tx, &response, parts).await?;
    if let Some(party) = party {
        let party = Party { answer: PartyAnswer::Response, answered_at: Some(now), ..party };
        store::save_party(tx, &party).await?;
    }
    if is_first {
        writer(cx, hearing).tell_sender(tx, &response, SenderNews::Confirmed).await?;
        tx.record(ResponseConfirmed::of(&response)).await?;
    }
    Ok(response)
}

/// What the parts say, as points. Those that were cut and assessed before the hearing opened once more stay, as long as their part
/// says the same; a new one has the answer of those that say the same.
async fn add_remarks(cx: &Cx, tx: &mut Tx, response: &Response, parts: &[Part]) -> Result<()> {
    let before = store::remarks_of(tx, cx.tenant.id, &[response.id]).await?;
    for part in parts {
        let own: Vec<&Remark> = before.iter().filter(|remark| remark.part == part.id).collect();
        if still_said(part, &own) {
            // Punctuation and capitals are taken as they are now.
            if let [one] = own.as_slice() {
                store::save_remark(tx, &Remark { excerpt: part.said.clone(), ..(*one).clone() }).await?;
            }
            continue;
        }
        for one in own {
            store::remove_remark(tx, one.id).await?;
        }
        let new = Remark::of(cx.new_id(), part);
        let new = match store::same_as(tx, cx.tenant.id, &new).await? {
            Some(other) => new.answered_as(other),
            None => new,
        };
        store::add_remark(tx, &new).await?;
    }
    Ok(())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ThanksQuery {
    gemt: String,
}

#[derive(Template)]
#[template(path = "hearing/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
    heading: &'static str,
    text: String,
    more: &'static str,
    contact: String,
    title: String,
    back: String,
}

/// The thanks are the same for everybody who is not signed in: only the mail says what an address has answered.
pub(crate) async fn thanks(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = seen(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    let closing = hearing.closing(cx.locale, cx.today());
    let (heading, text, more) = match query::<ThanksQuery>(&cx).gemt.as_str() {
        "kladde" => {
            (t.hearing_thanks_draft(), t.hearing_thanks_draft_text(closing), t.hearing_thanks_draft_more())
        }
        "for-sent" => {
            (t.hearing_thanks_late(), t.hearing_thanks_late_text(closing), t.hearing_thanks_late_more())
        }
        "modtaget" => (t.hearing_thanks_received(), t.hearing_thanks_received_text(closing), ""),
        "ses" => (
            t.hearing_thanks_received(),
            t.hearing_thanks_received_text(closing),
            t.hearing_thanks_looked_at(),
        ),
        _ => (t.hearing_thanks(), t.hearing_thanks_text().to_owned(), t.hearing_thanks_no_mail()),
    };
    cx.page(ThanksPage {
        shell: under(&cx, &hearing, heading),
        t,
        heading,
        text,
        more,
        contact: hearing.contact.clone(),
        title: hearing.title.clone(),
        back: hearing.href(),
    })
}
