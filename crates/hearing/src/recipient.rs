//! GET and POST /hoeringsparter/{id}/modtager: who gets the mail to a party. A body has a right to be heard as a whole: where nobody
//! with an address leads its meetings, whoever keeps the hearing chooses, and no one of its members is written to by chance.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::contact::Email;
use samskab_organisation::{
    body::{self, Body, Membership, members},
    person::{self, Person, PersonId},
};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Error, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use crate::{
    T,
    authority::{Action, Tie, may},
    event::HearingParties,
    hearing::{Hearing, Phase, deeper},
    party::{Party, PartyAnswer, PartyId},
    reader::kept,
    store,
};

samskab_web::form! {
    pub(crate) struct RecipientForm {
        modtager: choice(recipient_member).first(recipient_nobody).optional().says_itself(),
        email: email(recipient_email).hint(recipient_email_hint).optional(),
    }
}

#[derive(Template)]
#[template(path = "hearing/recipient.html")]
struct RecipientPage {
    shell: Shell,
    t: T,
    lead: String,
    form: RecipientForm,
    people: Vec<Choice>,
    action: String,
    back: String,
}

/// Somebody leads the meetings of a body.
pub(crate) fn is_led(membership: &Membership) -> bool {
    membership.members.iter().any(|one| one.role.runs_meetings() && one.person.is_some())
}

/// Whether a party is a body that nobody leads, and so many sit in it. At most seven queries; none for what is no body.
pub(crate) async fn seats_without_lead(
    cx: &Cx,
    connection: &mut Connection,
    party: &Party,
) -> Result<Option<usize>> {
    let Some(body) = party.body else { return Ok(None) };
    let Some(body) = body::store::find(connection, cx.tenant.id, body).await? else { return Ok(None) };
    let membership = members(connection, cx.tenant.id, &body, cx.today()).await?;
    Ok((!is_led(&membership)).then_some(membership.members.len()))
}

/// Where a body is written to: whoever calls its meetings and has an address. At most seven queries.
pub(crate) async fn address_of_body(
    cx: &Cx,
    connection: &mut Connection,
    body: &Body,
) -> Result<Option<Email>> {
    let membership = members(connection, cx.tenant.id, body, cx.today()).await?;
    let leads = membership.members.iter().filter(|one| one.role.runs_meetings());
    let ids: Vec<PersonId> = leads.filter_map(|one| one.person).collect();
    let people = person::store::find_many(connection, cx.tenant.id, &ids).await?;
    let email = |id| people.iter().find(|one| one.id == id).and_then(|one| one.email.clone());
    Ok(ids.into_iter().find_map(email))
}

/// Whoever sits in the body and has an address, as they sit there. At most eight queries.
async fn people(cx: &Cx, connection: &mut Connection, party: &Party) -> Result<Vec<(String, Person)>> {
    let Some(body) = party.body else { return Ok(Vec::new()) };
    let Some(body) = body::store::find(connection, cx.tenant.id, body).await? else { return Ok(Vec::new()) };
    let membership = members(connection, cx.tenant.id, &body, cx.today()).await?;
    let people = person::store::find_many(connection, cx.tenant.id, &membership.people()).await?;
    let seated = |member: &body::Member| {
        let person = people.iter().find(|one| Some(one.id) == member.person)?;
        let email = person.email.as_ref()?;
        let name = if member.name == person.name { String::new() } else { format!("{}: ", member.name) };
        Some((format!("{name}{} ({email})", person.name), person.clone()))
    };
    Ok(membership.members.iter().filter_map(seated).collect())
}

/// The party and its hearing, as long as no mail was sent; `None`: it is too late.
async fn find(cx: &Cx, connection: &mut Connection, id: PartyId) -> Result<(Party, Hearing, bool)> {
    let party = store::find_party(connection, cx.tenant.id, id).await?.or_not_found()?;
    let hearing = kept(cx, connection, party.hearing).await?;
    cx.require(may(&cx.actor, Action::ChooseParties, Tie::None))?;
    let is_over = matches!(hearing.phase(cx.now()), Phase::Closed | Phase::Answered | Phase::CalledOff);
    let can_change = party.invited_at.is_none() && party.answer == PartyAnswer::None && !is_over;
    Ok((party, hearing, can_change))
}

fn page(
    cx: &Cx,
    (party, hearing): (&Party, &Hearing),
    people: &[(String, Person)],
    form: RecipientForm,
) -> RecipientPage {
    let t = T(cx.locale);
    let back = format!("{}/parter", hearing.href());
    RecipientPage {
        shell: deeper(cx, hearing, t.recipient_title(party.name.as_str()), (&back, t.party_title())),
        t,
        lead: match party.body {
            Some(_) => t.recipient_lead_body(party.name.as_str()),
            None => t.recipient_lead().to_owned(),
        },
        form,
        people: people.iter().map(|(said, one)| Choice::of(one.id.to_string(), said.clone())).collect(),
        action: format!("/hoeringsparter/{}/modtager", party.id),
        back,
    }
}

fn too_late(cx: &Cx, hearing: &Hearing) -> Result<Response> {
    cx.redirect_saying(format!("{}/parter", hearing.href()), "warning", "hearing-flash-was-changed")
}

pub(crate) async fn show(cx: Cx, Path(id): Path<PartyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (party, hearing, can_change) = find(&cx, &mut reader, id).await?;
    if !can_change {
        return too_late(&cx, &hearing);
    }
    let people = people(&cx, &mut reader, &party).await?;
    let chosen = people.iter().find(|(_, one)| one.email == party.email && party.email.is_some());
    let typed = party.email.as_ref().filter(|_| chosen.is_none()).map(ToString::to_string);
    let form = RecipientForm {
        modtager: chosen.map(|(_, one)| one.id.to_string()).unwrap_or_default(),
        email: typed.unwrap_or_default(),
        ..RecipientForm::default()
    };
    cx.page(page(&cx, (&party, &hearing), &people, form))
}

pub(crate) async fn save(
    cx: Cx,
    Path(id): Path<PartyId>,
    Form(form): Form<RecipientForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (party, ..) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, party.hearing).await?;
    // Read again, now that nobody else writes.
    let (party, hearing, can_change) = find(&cx, &mut tx, id).await?;
    if !can_change {
        return too_late(&cx, &hearing);
    }
    let people = people(&cx, &mut tx, &party).await?;
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    let typed = form.email().email(&mut check);
    let chosen = people.iter().find(|(_, one)| one.id.to_string() == *form.modtager);
    match (chosen, &typed) {
        (Some(_), Some(_)) => check.refuse(&form.email(), t.recipient_only_one()),
        (None, None) if !check.refuses(&[form.email()]) => {
            let field = if people.is_empty() { form.email() } else { form.modtager() };
            check.refuse(&field, t.recipient_missing());
        }
        _ => {}
    }
    if let Err(errors) = check.done() {
        return cx.invalid(page(&cx, (&party, &hearing), &people, form.with_errors(errors)));
    }
    let email = typed.or_else(|| chosen.and_then(|(_, one)| one.email.clone())).ok_or(Error::NotFound)?;
    store::set_address(&mut tx, id, &email).await?;
    tx.record(HearingParties::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/parter", hearing.href()), "success", "hearing-flash-recipient")
}

/// POST /hoeringsparter/{id}/ikke-svaret: somebody said "no remarks" and did not speak for the party. It can still answer.
pub(crate) async fn unanswer(cx: Cx, Path(id): Path<PartyId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (party, ..) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, party.hearing).await?;
    let (party, hearing, _) = find(&cx, &mut tx, id).await?;
    if party.answer != PartyAnswer::NoRemarks || hearing.phase(cx.now()) == Phase::Answered {
        return too_late(&cx, &hearing);
    }
    let party = Party { answer: PartyAnswer::None, answered_at: None, ..party };
    store::save_party(&mut tx, &party).await?;
    tx.record(HearingParties::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/parter", hearing.href()), "success", "hearing-flash-unanswered")
}
