//! The coordinator's decisions about an association: taken in, turned down, closed. Its people are
//! told by mail, with the reason.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_mail::Message;
use samskab_store::Tx;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    exit::{Consequence, Exit, Settlement, consequences, settle},
};

use super::{
    Association, AssociationApproved, AssociationClosed, AssociationId, AssociationRejected, Contact, State,
    WrongState,
    fields::address_line,
    mail::{Approved, TurnedDown},
    sign_in_href, store, under_association,
};
use crate::{
    T,
    authority::{self, Action, Resource},
    letter::Sender,
    person::{Person, PersonId, store as people},
};

samskab_web::form! {
    pub(super) struct DecisionForm {
        /// The button: `approve` or `reject`.
        decision: hidden,
        /// Asked of whoever rejects.
        reason: paragraph(decide_reason).hint(decide_reason_hint).unmarked().max(1000),
    }
}

#[derive(Template)]
#[template(path = "association/decide.html")]
struct DecidePage {
    shell: Shell,
    t: T,
    association: Association,
    address: String,
    theme: &'static str,
    topics: Vec<&'static str>,
    contacts: Vec<Contact>,
    same: Vec<(AssociationId, String)>,
    waits: bool,
    since: String,
    form: DecisionForm,
}

pub(super) async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::DecideAssociation, Resource::Association(id)))?;
    let page = page(&cx, id, DecisionForm::default()).await?;
    cx.page(page)
}

async fn page(cx: &Cx, id: AssociationId, form: DecisionForm) -> Result<DecidePage> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let association = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let contacts = store::contacts(&mut reader, cx.tenant.id, &[id], cx.now().day()).await?;
    let same = store::likely_same(&mut reader, cx.tenant.id, &association).await?;
    let shell = under_association(cx, &association, t.decide_title(association.full_name())).here();
    Ok(DecidePage {
        shell,
        t,
        address: address_line(&association),
        theme: super::show::theme_name(&association, cx.locale),
        topics: crate::topic::names(&association.topics, cx.locale),
        waits: association.state == State::Pending,
        since: cx.locale.weekday_and_day(association.state_since.day(), cx.today()),
        association,
        contacts,
        same,
        form,
    })
}

pub(super) async fn decide(
    cx: Cx,
    Path(id): Path<AssociationId>,
    Form(form): Form<DecisionForm>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::DecideAssociation, Resource::Association(id)))?;
    let approves = form.decision == "approve";
    let mut check = Check::new(cx.locale);
    let reason = if approves { Some(String::new()) } else { form.reason().required(true).text(&mut check) };
    let reason = match (reason, check.done()) {
        (Some(reason), Ok(())) => reason,
        (_, errors) => {
            let page = page(&cx, id, form.with_errors(errors.err().unwrap_or_default())).await?;
            return cx.invalid(page);
        }
    };
    let mut tx = cx.write().await?;
    let association = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let state = association.state.clone();
    let next = if approves { state.approve() } else { state.reject(reason.clone()) };
    let Ok(state) = next else { return was_decided(&cx, id) };
    let association = association.in_state(state, cx.now());
    store::save(&mut tx, &association).await?;
    if approves {
        let (name, sender) = (association.full_name(), Sender::of(&cx.tenant));
        tx.record(AssociationApproved { association: id }).await?;
        let link = cx.absolute(&sign_in_href(id));
        tell(&cx, &mut tx, id, |person, to| {
            let mail = Approved { sender, first_name: person.first_name(), association: &name, link: &link };
            mail.message(to, person.locale)
        })
        .await?;
    } else {
        tx.record(AssociationRejected { association: id }).await?;
        tell_why(&cx, &mut tx, &association, &reason).await?;
    }
    tx.commit().await?;
    let said = if approves { "association-flash-approved" } else { "association-flash-rejected" };
    cx.redirect_saying("/overblik", "success", said)
}

/// Somebody else was quicker: the page shows what was decided.
fn was_decided(cx: &Cx, id: AssociationId) -> Result<Response> {
    cx.redirect_saying(format!("/foreninger/{id}"), "warning", "association-flash-decided-already")
}

/// Writes to each of the association's people who has an address, in their own language.
async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    id: AssociationId,
    write: impl Fn(&Person, samskab_kernel::contact::Email) -> Message,
) -> Result<()> {
    let contacts = store::contacts(tx, cx.tenant.id, &[id], cx.now().day()).await?;
    let ids: Vec<PersonId> = contacts.iter().map(|contact| contact.person_id).collect();
    for person in people::find_many(tx, cx.tenant.id, &ids).await? {
        if let Some(email) = person.email.clone() {
            samskab_mail::send(tx, write(&person, email)).await?;
        }
    }
    Ok(())
}

/// The reason why it was not taken in, or is closed.
async fn tell_why(cx: &Cx, tx: &mut Tx, association: &Association, reason: &str) -> Result<()> {
    let (name, sender) = (association.full_name(), Sender::of(&cx.tenant));
    let was_closed = matches!(association.state, State::Closed { .. });
    tell(cx, tx, association.id, |person, to| {
        let first_name = person.first_name();
        let mail = TurnedDown { sender, first_name, association: &name, reason, was_closed };
        mail.message(to, person.locale)
    })
    .await
}

samskab_web::form! {
    pub(super) struct CloseForm {
        reason: paragraph(close_reason).hint(close_reason_hint).max(1000),
    }
}

#[derive(Template)]
#[template(path = "association/close.html")]
struct ClosePage {
    shell: Shell,
    t: T,
    association: Association,
    consequences: Vec<Consequence>,
    form: CloseForm,
}

pub(super) async fn show_close(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::CloseAssociation, Resource::Association(id)))?;
    let page = close_page(&cx, id, CloseForm::default()).await?;
    cx.page(page)
}

async fn close_page(cx: &Cx, id: AssociationId, form: CloseForm) -> Result<ClosePage> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let association = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let shell = under_association(cx, &association, t.close_title(association.full_name())).here();
    let consequences = consequences(cx, &mut reader, Exit::Association(id.uuid())).await?;
    Ok(ClosePage { shell, t, association, consequences, form })
}

pub(super) async fn close(
    cx: Cx,
    Path(id): Path<AssociationId>,
    Form(form): Form<CloseForm>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::CloseAssociation, Resource::Association(id)))?;
    let mut check = Check::new(cx.locale);
    let reason = form.reason().text(&mut check);
    let reason = match (reason, check.done()) {
        (Some(reason), Ok(())) => reason,
        (_, errors) => {
            let page = close_page(&cx, id, form.with_errors(errors.err().unwrap_or_default())).await?;
            return cx.invalid(page);
        }
    };
    let mut tx = cx.write().await?;
    let association = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let state = match association.state.clone().close(reason.clone()) {
        Ok(state) => state,
        Err(WrongState(_)) => return was_decided(&cx, id),
    };
    // Those who counted on it hear from it while it is still there, also what would be today; the reason is for the
    // association's people. In the source language, like every reason that people write.
    let said = T(samskab_kernel::Locale::Da).close_said_to_volunteers().to_owned();
    let settlement = Settlement { reason: said, ..Settlement::today(cx.today()) };
    settle(&cx.services, &mut tx, Exit::Association(id.uuid()), &settlement).await?;
    let association = association.in_state(state, cx.now());
    store::save(&mut tx, &association).await?;
    tx.record(AssociationClosed { association: id }).await?;
    tell_why(&cx, &mut tx, &association, &reason).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/foreninger/{id}"), "success", "association-flash-closed")
}
