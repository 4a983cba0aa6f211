//! Somebody no longer speaks for an association. The page says first what that means: who answers from then on, which
//! tasks and who waits for an answer.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Cx, Result, Shell,
    error::OrNotFound as _,
    exit::{Consequence, Exit, Settlement, consequences, settle},
};

use super::{
    Association, AssociationContactsChanged, AssociationId, Contact, ContactId, may_remove, store,
    under_association,
};
use crate::{
    T,
    answering::{self, Poster},
    association::mail::NoLonger,
    authority::{self, Action, Resource},
    letter::Sender,
    person::store as people,
};

#[derive(Template)]
#[template(path = "association/leave.html")]
struct LeavePage {
    shell: Shell,
    t: T,
    lead: String,
    /// Who answers from then on, and who stands on the public pages when none of the others does.
    afterwards: Vec<String>,
    consequences: Vec<Consequence>,
    action: String,
    back: String,
    submit: &'static str,
}

pub(in crate::association) async fn ask(
    cx: Cx,
    Path((id, contact)): Path<(AssociationId, ContactId)>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let (t, back) = (T(cx.locale), format!("/foreninger/{id}/kontakter"));
    let mut reader = cx.read().await?;
    let association = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let here = store::contacts(&mut reader, cx.tenant.id, &[id], cx.today()).await?;
    let leaver = here.iter().find(|known| known.id == contact).or_not_found()?;
    if !may_remove(&cx, &here) {
        drop(reader);
        return cx.redirect_saying(back, "warning", "contacts-flash-last");
    }
    let (is_self, name) = (is_self(&cx, leaver), association.full_name());
    let (title, lead, submit) = if is_self {
        (t.contacts_leave_title(&name), t.contacts_leave_lead().to_owned(), t.contacts_leave_submit())
    } else {
        let person = leaver.name.as_str();
        (t.contacts_remove_title(person), t.contacts_remove_lead(person), t.contacts_remove_submit())
    };
    let shell = under_association(&cx, &association, title);
    let page = LeavePage {
        shell: shell.under(back.as_str(), t.contacts_title()).here(),
        t,
        lead,
        afterwards: afterwards(&cx, &mut reader, &association, (leaver, &here)).await?,
        consequences: consequences(&cx, &mut reader, exit(leaver)).await?,
        action: format!("{back}/{contact}/fjern"),
        back,
        submit,
    };
    drop(reader);
    cx.page(page)
}

fn is_self(cx: &Cx, leaver: &Contact) -> bool {
    cx.actor.person == Some(leaver.person_id.uuid())
}

fn exit(leaver: &Contact) -> Exit {
    Exit::Holder { person: leaver.person_id.uuid(), place: leaver.association_id.uuid() }
}

async fn afterwards(
    cx: &Cx,
    connection: &mut Connection,
    association: &Association,
    (leaver, here): (&Contact, &[Contact]),
) -> Result<Vec<String>> {
    let t = T(cx.locale);
    let poster = Poster::Association(association.id);
    let mut ladder = answering::ladder(connection, cx.tenant.id, poster, cx.today()).await?;
    ladder.first.retain(|one| one.person != leaver.person_id);
    let next = ladder.on_duty().into_iter().next();
    let next = next.map(|next| t.contacts_leave_next(&next.name, next.title.text(cx.locale)));
    let mut staying = here.iter().filter(|one| one.id != leaver.id).peekable();
    let none_is_shown = staying.peek().is_some() && !staying.any(|one| one.is_public);
    let hidden = none_is_shown.then(|| match &association.phone {
        Some(phone) => t.contacts_leave_own_number(phone.spaced()),
        None => t.contacts_leave_nobody_shown().to_owned(),
    });
    Ok(next.into_iter().chain(hidden).collect())
}

pub(in crate::association) async fn remove(
    cx: Cx,
    Path((id, contact)): Path<(AssociationId, ContactId)>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let today = cx.now().day();
    let mut tx = cx.write().await?;
    let association = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let here = store::contacts(&mut tx, cx.tenant.id, &[id], today).await?;
    let contacts = format!("/foreninger/{id}/kontakter");
    // Only one of this association's own: the id in the address could be another's.
    let leaver = here.iter().find(|known| known.id == contact).or_not_found()?;
    if !may_remove(&cx, &here) {
        return cx.redirect_saying(contacts, "warning", "contacts-flash-last");
    }
    store::end_contact(&mut tx, leaver.id, today.plus_days(-1)).await?;
    settle(&cx.services, &mut tx, exit(leaver), &Settlement::today(today)).await?;
    tell(&cx, &mut tx, &association, (leaver, here.len() > 1)).await?;
    tx.record(AssociationContactsChanged { association: id }).await?;
    tx.commit().await?;
    match is_self(&cx, leaver) {
        true => cx.redirect_saying("/overblik", "success", "contacts-flash-left"),
        false => cx.redirect_saying(contacts, "success", "contacts-flash-removed"),
    }
}

/// Whoever was a contact knows that they no longer are, also where somebody else removed them.
async fn tell(
    cx: &Cx,
    tx: &mut Tx,
    association: &Association,
    (leaver, others_stay): (&Contact, bool),
) -> Result<()> {
    let person = people::find(tx, cx.tenant.id, leaver.person_id).await?;
    let Some((person, to)) = person.and_then(|one| one.email.clone().map(|to| (one, to))) else {
        return Ok(());
    };
    let name = association.full_name();
    let sender = Sender::of(&cx.tenant);
    let mail = NoLonger { sender, first_name: person.first_name(), association: &name, others_stay };
    samskab_mail::send(tx, mail.message(to, person.locale)).await?;
    Ok(())
}
