//! /hoeringer/{id}/parter: who is asked and what they answered; who should be asked, with the reason; and leaving one of them
//! out, with a reason that stays.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{TenantId, contact::Email, danish::sort_key};
use samskab_organisation::{
    association::{self, Association, AssociationId, ContactRole, State},
    body::{self, Body, BodyId, HearingStrength},
};
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use crate::{
    T,
    authority::{Action, Tie, may},
    event::HearingParties,
    hearing::{Block, Change, ChangeKind, Hearing, HearingId, Phase, under},
    keep::{ProposalRows, not_asked, proposals, proposals_among},
    party::{Party, PartyAnswer, PartyId, Proposal, body_named},
    reader::kept,
    recipient::{address_of_body, seats_without_lead},
    store,
    text::empty_headings,
};

samskab_web::form! {
    pub(crate) struct PartyForm {
        gruppe: choice(party_body).first(party_body_none).optional().says_itself(),
        forening: choice(party_association).first(party_association_none).optional().says_itself(),
        navn: text(party_name).hint(party_name_hint).optional().max(150),
        email: email(party_email).hint(party_email_hint).optional(),
        hvorfor: text(party_reason).optional().max(300),
    }
}

samskab_web::form! {
    pub(crate) struct ProposedForm {
        /// One body that should be asked; empty: all.
        organ: hidden,
    }
}

samskab_web::form! {
    pub(crate) struct LeaveOutForm {
        organ: several(party_leave_out_whom),
        grund: text(party_leave_out_reason).hint(party_leave_out_hint).required().max(500),
    }
}

#[derive(Template)]
#[template(path = "hearing/parties.html")]
struct PartiesPage {
    shell: Shell,
    t: T,
    proposals: Vec<Proposal>,
    lines: Vec<PartyLine>,
    left_out: Vec<(String, String)>,
    counts: String,
    form: PartyForm,
    leave_out: LeaveOutForm,
    to_leave_out: Vec<Choice>,
    bodies: Vec<Choice>,
    associations: Vec<Choice>,
    is_over: bool,
    is_open: bool,
    is_draft: bool,
    is_answered: bool,
    /// What a good colleague would say of a draft, and who gets a mail when it opens.
    advice: Vec<String>,
    base: String,
}

struct PartyLine {
    id: PartyId,
    name: String,
    reason: String,
    basis: &'static str,
    /// "Inviteret 3. marts", or that there is no address.
    told: String,
    /// Empty before the hearing opens: nobody can have answered.
    state: (&'static str, &'static str, &'static str),
    can_remove: bool,
    /// That it has no remarks: who said so, and whether that may be one of many.
    no_remarks: String,
}

impl PartyLine {
    fn of(cx: &Cx, phase: Phase, party: &Party, bodies: &[Body]) -> Self {
        let t = T(cx.locale);
        let body = bodies.iter().find(|body| Some(body.id) == party.body);
        Self {
            id: party.id,
            name: party.name.clone(),
            reason: party.why(t, body),
            basis: party.basis.label(samskab_organisation::T(cx.locale)),
            told: match (party.invited_at, &party.email) {
                (Some(at), Some(email)) => t.party_invited(cx.locale.day(at.day()), email.as_str()),
                (Some(at), None) => t.party_invited_otherwise(cx.locale.day(at.day())),
                (None, Some(email)) => match phase {
                    Phase::Draft | Phase::Coming => t.party_to_be_invited(email.as_str()),
                    Phase::Open => t.party_invited_soon(email.as_str()),
                    Phase::Closed | Phase::Answered | Phase::CalledOff => t.party_not_invited().to_owned(),
                },
                (None, None) if party.body.is_some() => t.party_body_without_address().to_owned(),
                (None, None) => t.party_without_address().to_owned(),
            },
            state: match phase {
                Phase::Draft | Phase::Coming if party.answer == PartyAnswer::None => ("", "", ""),
                _ => party.answer.said(t),
            },
            can_remove: party.invited_at.is_none() && party.answer == PartyAnswer::None,
            no_remarks: String::new(),
        }
    }
}

/// Advice about a draft, as a good colleague would give it, and who gets a mail when it opens.
pub(crate) fn advice(t: T, hearing: &Hearing, blocks: &[Block], parties: &[Party]) -> Vec<String> {
    let empty = empty_headings(blocks.iter().map(|block| (block.kind, block.said.as_str())));
    let is_empty = (!empty.is_empty()).then(|| t.hearing_empty_headings(empty.len(), empty.join(", ")));
    hearing.period().advice(t).into_iter().chain(is_empty).chain(will_ask(t, parties)).collect()
}

/// How many get a mail when it opens, and who has no address.
fn will_ask(t: T, parties: &[Party]) -> Vec<String> {
    let (asked, without): (Vec<&Party>, Vec<&Party>) = parties.iter().partition(|one| one.email.is_some());
    let mut said = vec![t.party_will_get_mail(asked.len())];
    if !without.is_empty() {
        let names: Vec<&str> = without.iter().map(|one| one.name.as_str()).collect();
        said.push(t.party_will_get_none(names.join(", ")));
    }
    said
}

/// When it was said that a party has no remarks, and from which address; of a body that nobody leads, that one may have spoken for
/// all. At most seven queries for a party that says so.
async fn said_no_remarks(cx: &Cx, connection: &mut Connection, party: &Party) -> Result<String> {
    if party.answer != PartyAnswer::NoRemarks {
        return Ok(String::new());
    }
    let t = T(cx.locale);
    let day = party.answered_at.map(|at| cx.locale.day(at.day())).unwrap_or_default();
    let said = match &party.email {
        Some(email) => t.party_no_remarks_from(day, email.as_str()),
        None => t.party_no_remarks_on(day),
    };
    Ok(match seats_without_lead(cx, connection, party).await? {
        Some(seats) => format!("{said} {}", t.party_no_remarks_of_one(seats)),
        None => said,
    })
}

/// Who is not asked, those with the same reason together.
fn left_out(changes: &[Change]) -> Vec<(String, String)> {
    let mut said: Vec<(String, String)> = Vec::new();
    for change in changes.iter().filter(|change| change.kind == ChangeKind::LeftOut) {
        match said.iter_mut().find(|(_, reason)| *reason == change.reason) {
            Some((names, _)) => {
                names.push_str(", ");
                names.push_str(&change.about);
            }
            None => said.push((change.about.clone(), change.reason.clone())),
        }
    }
    said
}

async fn find(cx: &Cx, connection: &mut Connection, id: HearingId) -> Result<Hearing> {
    let hearing = kept(cx, connection, id).await?;
    cx.require(may(&cx.actor, Action::ChooseParties, Tie::None))?;
    Ok(hearing)
}

/// The page of those who are asked. Runs five queries, and those of the contexts above.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
    (form, leave_out): (PartyForm, LeaveOutForm),
) -> Result<PartiesPage> {
    let t = T(cx.locale);
    let mut parties = store::parties(connection, cx.tenant.id, hearing.id).await?;
    let changes = store::changes(connection, cx.tenant.id, hearing.id).await?;
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let mut bodies = body::all(connection, cx.tenant.id, cx.today()).await?;
    let rows = ProposalRows { bodies: &bodies, parties: &parties, blocks: &blocks };
    let proposals = proposals_among(cx, connection, hearing, rows, &changes).await?;
    let mut associations = association::store::all(connection, cx.tenant.id).await?;
    let is_asked = |id: AssociationId| parties.iter().any(|party| party.association == Some(id));
    associations.retain(|one| one.state == State::Approved && !is_asked(one.id));
    parties.sort_by_cached_key(|party| sort_key(&party.name));
    let phase = hearing.phase(cx.now());
    let mut lines = Vec::with_capacity(parties.len());
    for party in &parties {
        let no_remarks = said_no_remarks(cx, connection, party).await?;
        lines.push(PartyLine { no_remarks, ..PartyLine::of(cx, phase, party, &bodies) });
    }
    let asked: Vec<BodyId> = parties.iter().filter_map(|party| party.body_among(&bodies)).collect();
    bodies.retain(|one| !asked.contains(&one.id));
    let count = |answer| parties.iter().filter(|party| party.answer == answer).count();
    let counts =
        t.party_counts(count(PartyAnswer::Response), count(PartyAnswer::NoRemarks), count(PartyAnswer::None));
    Ok(PartiesPage {
        shell: under(cx, hearing, t.party_title()),
        t,
        advice: match phase {
            Phase::Draft => advice(t, hearing, &blocks, &parties),
            _ => Vec::new(),
        },
        lines,
        left_out: left_out(&changes),
        counts: if parties.is_empty() { String::new() } else { counts },
        to_leave_out: proposals
            .iter()
            .map(|one| Choice::of(one.body.to_string(), one.name.clone()))
            .collect(),
        proposals,
        form,
        leave_out,
        bodies: bodies.iter().map(|one| Choice::of(one.id.to_string(), one.name.clone())).collect(),
        associations: associations
            .iter()
            .map(|one| Choice::of(one.id.to_string(), one.full_name()))
            .collect(),
        is_over: matches!(phase, Phase::Closed | Phase::Answered | Phase::CalledOff),
        is_open: phase == Phase::Open,
        is_draft: phase == Phase::Draft,
        is_answered: phase == Phase::Answered,
        base: hearing.href(),
    })
}

pub(crate) async fn show(cx: Cx, Path(id): Path<HearingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let hearing = find(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &hearing, (PartyForm::default(), LeaveOutForm::default())).await?;
    cx.page(page)
}

/// The hearing, while its parties can be changed.
async fn locked(cx: &Cx, tx: &mut Tx, id: HearingId) -> Result<Option<Hearing>> {
    find(cx, tx, id).await?;
    let hearing = store::locked(tx, id).await?.or_not_found()?;
    let is_over = matches!(hearing.phase(cx.now()), Phase::Closed | Phase::Answered | Phase::CalledOff);
    Ok(Some(hearing).filter(|_| !is_over))
}

fn too_late(cx: &Cx, id: HearingId) -> Result<Response> {
    cx.redirect_saying(format!("/hoeringer/{id}/parter"), "warning", "hearing-flash-was-changed")
}

/// A party as it is before anybody has written to it.
pub fn new_party(
    tx: &mut Tx,
    hearing: HearingId,
    name: &str,
    email: Option<Email>,
    (basis, reason): (HearingStrength, &str),
) -> Party {
    Party {
        id: tx.new_id(),
        hearing,
        body: None,
        association: None,
        name: name.to_owned(),
        email,
        basis,
        reason: reason.to_owned(),
        answer: PartyAnswer::None,
        answered_at: None,
        invited_at: None,
        week_at: None,
        day_at: None,
        told_at: None,
        created_at: tx.now(),
    }
}

/// Where an association is written to: its chair, else whoever speaks for it. One query.
async fn address_of_association(
    cx: &Cx,
    connection: &mut Connection,
    tenant: TenantId,
    association: &Association,
) -> Result<Option<Email>> {
    let mut contacts =
        association::store::contacts(connection, tenant, &[association.id], cx.today()).await?;
    contacts.sort_by_key(|contact| contact.role != ContactRole::Chair);
    Ok(contacts.into_iter().find_map(|contact| contact.email))
}

/// POST …/parter/foreslaaet: one of those who should be asked, or all of them.
pub(crate) async fn add_proposed(
    cx: Cx,
    Path(id): Path<HearingId>,
    Form(form): Form<ProposedForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some(hearing) = locked(&cx, &mut tx, id).await? else { return too_late(&cx, id) };
    let bodies = body::all(&mut tx, cx.tenant.id, cx.today()).await?;
    let parties = store::parties(&mut tx, cx.tenant.id, id).await?;
    let blocks = store::blocks(&mut tx, cx.tenant.id, id).await?;
    let changes = store::changes(&mut tx, cx.tenant.id, id).await?;
    let rows = ProposalRows { bodies: &bodies, parties: &parties, blocks: &blocks };
    let mut is_without = false;
    for proposal in proposals_among(&cx, &mut tx, &hearing, rows, &changes).await? {
        let is_meant = form.organ.is_empty() || form.organ == proposal.body.to_string();
        let Some(body) = bodies.iter().find(|body| is_meant && body.id == proposal.body) else { continue };
        let email = address_of_body(&cx, &mut tx, body).await?;
        is_without |= email.is_none();
        let party = new_party(&mut tx, id, &proposal.name, email, (proposal.basis, &proposal.reason));
        store::add_party(&mut tx, &Party { body: Some(body.id), ..party }).await?;
    }
    tx.record(HearingParties::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/parter", hearing.href()), "success", added(is_without))
}

/// What is said of those who were added: whether somebody has yet to choose to whom one of them is written.
fn added(is_without: bool) -> &'static str {
    if is_without { "hearing-flash-parties-without" } else { "hearing-flash-parties" }
}

/// Adds a body, an association, or anybody with a name. Somebody with the name of a body is that body.
pub(crate) async fn add(cx: Cx, Path(id): Path<HearingId>, Form(form): Form<PartyForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some(hearing) = locked(&cx, &mut tx, id).await? else { return too_late(&cx, id) };
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    let group = form.gruppe.parse::<BodyId>().ok();
    let association = form.forening.parse::<AssociationId>().ok();
    let name = form.navn().text(&mut check).unwrap_or_default();
    let email = form.email().email(&mut check);
    let reason = form.hvorfor().text(&mut check).unwrap_or_default();
    let association = match association {
        Some(association) => association::store::find(&mut tx, cx.tenant.id, association).await?,
        None => None,
    };
    let bodies = body::all(&mut tx, cx.tenant.id, cx.today()).await?;
    let body = match (group, &association) {
        (Some(group), _) => bodies.iter().find(|one| one.id == group),
        (None, Some(_)) => None,
        (None, None) => body_named(&bodies, &name),
    };
    if body.is_none() && name.is_empty() && association.is_none() && !check.refuses(&[form.navn()]) {
        check.refuse(&form.navn(), t.party_name_missing());
    }
    // Nothing that was chosen or typed is dropped without a word.
    if group.is_some() && (association.is_some() || !name.is_empty()) {
        check.refuse(&form.gruppe(), t.party_only_one());
    } else if association.is_some() && !name.is_empty() {
        check.refuse(&form.forening(), t.party_only_one());
    }
    let parties = store::parties(&mut tx, cx.tenant.id, id).await?;
    if let Some(body) = body
        && parties.iter().any(|party| party.body_among(&bodies) == Some(body.id))
    {
        let field = if group.is_some() { form.gruppe() } else { form.navn() };
        check.refuse(&field, t.party_is_asked(body.name.as_str()));
    }
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &hearing, (form.with_errors(errors), LeaveOutForm::default())).await?;
        return cx.invalid(page);
    }
    let party = match (body, association) {
        (Some(body), _) => {
            let blocks = store::blocks(&mut tx, cx.tenant.id, id).await?;
            let rows = ProposalRows { bodies: &bodies, parties: &parties, blocks: &blocks };
            let due = not_asked(&cx, &mut tx, &hearing, rows).await?;
            let due = due.into_iter().find(|one| one.body == body.id);
            let (basis, because) =
                due.map_or((HearingStrength::Voluntary, String::new()), |one| (one.basis, one.reason));
            let because = if reason.is_empty() { because } else { reason };
            let address = match email {
                Some(email) => Some(email),
                None => address_of_body(&cx, &mut tx, body).await?,
            };
            let party = new_party(&mut tx, id, &body.name, address, (basis, &because));
            Party { body: Some(body.id), ..party }
        }
        (None, None) => new_party(&mut tx, id, &name, email, (HearingStrength::Voluntary, reason.as_str())),
        (None, Some(association)) => {
            let address = match email {
                Some(email) => Some(email),
                None => address_of_association(&cx, &mut tx, cx.tenant.id, &association).await?,
            };
            let why = (HearingStrength::Voluntary, reason.as_str());
            let party = new_party(&mut tx, id, &association.full_name(), address, why);
            Party { association: Some(association.id), ..party }
        }
    };
    store::add_party(&mut tx, &party).await?;
    tx.record(HearingParties::of(&hearing)).await?;
    tx.commit().await?;
    let said = added(party.body.is_some() && party.email.is_none());
    cx.redirect_saying(format!("{}/parter", hearing.href()), "success", said)
}

/// POST …/parter/udelad: those who are ticked should be asked and are not, because …
pub(crate) async fn leave_out(
    cx: Cx,
    Path(id): Path<HearingId>,
    Form(form): Form<LeaveOutForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let Some(hearing) = locked(&cx, &mut tx, id).await? else { return too_late(&cx, id) };
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check).unwrap_or_default();
    let proposals = proposals(&cx, &mut tx, &hearing).await?;
    let is_ticked = |one: &&Proposal| form.organ.contains(&one.body.to_string());
    let whom: Vec<&Proposal> = proposals.iter().filter(is_ticked).collect();
    if whom.is_empty() {
        check.refuse(&form.organ(), T(cx.locale).party_leave_out_choose());
    }
    if let Err(errors) = check.done() {
        let form = form.with_errors(errors);
        let page = page(&cx, &mut tx, &hearing, (PartyForm::default(), form)).await?;
        return cx.invalid(page);
    }
    for one in whom {
        let change = Change::of(&cx, &hearing, ChangeKind::LeftOut, &one.name, &reason);
        store::add_change(&mut tx, &change).await?;
    }
    tx.record(HearingParties::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/parter", hearing.href()), "success", "hearing-flash-left-out")
}

/// POST /hoeringsparter/{id}/fjern: one that was not written to yet.
pub(crate) async fn remove(cx: Cx, Path(id): Path<PartyId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let party = store::find_party(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let Some(hearing) = locked(&cx, &mut tx, party.hearing).await? else {
        return too_late(&cx, party.hearing);
    };
    // Read again, now that nobody else writes.
    let party = store::find_party(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    if party.invited_at.is_some() || party.answer != PartyAnswer::None {
        return too_late(&cx, party.hearing);
    }
    store::remove_party(&mut tx, id).await?;
    tx.record(HearingParties::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/parter", hearing.href()), "success", "hearing-flash-party-removed")
}
