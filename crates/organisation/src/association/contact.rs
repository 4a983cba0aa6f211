//! Who speaks for an association: its own people add and remove each other, by e-mail.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::contact::Email;
use samskab_store::Tx;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, error::OrNotFound as _, form::Choice};
use serde::Deserialize;

use super::{
    Association, AssociationContactsChanged, AssociationId, Contact, ContactId, ContactRole, mail::Invited,
    store,
};
use crate::{
    T,
    authority::{self, Action, Resource},
    identify::Who as _,
    letter::Sender,
    person::{Person, store as people},
    sign_in,
};

/// How long the link in an invitation signs in; after that the sign-in page gives a new one.
const INVITATION_DAYS: i64 = 7;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ContactForm {
    name: String,
    email: String,
    role: String,
    is_public: String,
}

#[derive(Template)]
#[template(path = "association/contacts.html")]
struct ContactsPage {
    shell: Shell,
    t: T,
    association: Association,
    contacts: Vec<Contact>,
    may_remove: bool,
    form: ContactForm,
    roles: Vec<Choice>,
    errors: Errors,
}

pub(super) async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let page = page(&cx, id, ContactForm::default(), Errors::default()).await?;
    cx.page(page)
}

async fn page(cx: &Cx, id: AssociationId, form: ContactForm, errors: Errors) -> Result<ContactsPage> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let association = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let contacts = store::contacts(&mut reader, cx.tenant.id, &[id], cx.now().day()).await?;
    let roles = ContactRole::ALL
        .iter()
        .map(|role| Choice::new(role.code(), role.label(t), form.role == role.code()))
        .collect();
    let shell = cx
        .shell(t.contacts_title())
        .under("/foreninger", t.directory_title())
        .under(format!("/foreninger/{id}"), association.full_name())
        .here();
    let may_remove = may_remove(cx, &contacts);
    Ok(ContactsPage { shell, t, association, contacts, may_remove, form, roles, errors })
}

/// An association without anybody could be reached by nobody: the last one is taken out by a coordinator only.
fn may_remove(cx: &Cx, contacts: &[Contact]) -> bool {
    contacts.len() > 1 || cx.actor.is_coordinator()
}

pub(super) async fn add(
    cx: Cx,
    Path(id): Path<AssociationId>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let association = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let here = store::contacts(&mut tx, cx.tenant.id, &[id], cx.now().day()).await?;
    let mut check = Check::new(cx.locale);
    check.labels(&[("name", t.contacts_name()), ("email", t.contacts_email()), ("role", t.contacts_role())]);
    let name = check.required("name", &form.name, 120);
    let email = check.email("email", &form.email);
    let role = check.code::<ContactRole>("role", &form.role);
    if email.is_some() && here.iter().any(|contact| contact.email == email) {
        check.error("email", t.contacts_already());
    }
    let (name, email, role) = match (name, email, role, check.done()) {
        (Some(name), Some(email), Some(role), Ok(())) => (name, email, role),
        (_, _, _, errors) => {
            drop(tx);
            let page = page(&cx, id, form, errors.err().unwrap_or_default()).await?;
            return cx.invalid(page);
        }
    };
    let person = match people::find_by_email(&mut tx, cx.tenant.id, &email).await? {
        Some(person) => person,
        None => {
            let mut person = Person::new(cx.new_id(), name, Some(email.clone()), cx.now());
            person.locale = cx.locale;
            people::add(&mut tx, &person).await?;
            person
        }
    };
    let contact = Contact {
        id: cx.new_id(),
        association_id: id,
        person_id: person.id,
        name: person.name.clone(),
        phone: None,
        email: None,
        role,
        is_public: !form.is_public.is_empty(),
        valid_from: cx.now().day(),
        valid_to: None,
    };
    store::add_contact(&mut tx, &contact).await?;
    invite(&cx, &mut tx, &association, &person, email).await?;
    tx.record(AssociationContactsChanged { association: id }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/foreninger/{id}/kontakter"), "success", "contacts-flash-added")
}

async fn invite(
    cx: &Cx,
    tx: &mut Tx,
    association: &Association,
    person: &Person,
    email: Email,
) -> Result<()> {
    let secret = cx.secret();
    sign_in::add_link(tx, &secret, person.id, INVITATION_DAYS * 24 * 60).await?;
    let name = association.full_name();
    let link = cx.absolute(&format!("/log-ind/{secret}?videre=/foreninger/{}", association.id));
    let mail = Invited {
        sender: Sender::of(&cx.tenant),
        first_name: person.first_name(),
        association: &name,
        by: &cx.actor.name,
        link: &link,
        days: INVITATION_DAYS,
    };
    samskab_mail::send(tx, mail.message(email, person.locale)).await?;
    Ok(())
}

pub(super) async fn remove(
    cx: Cx,
    Path((id, contact)): Path<(AssociationId, ContactId)>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let today = cx.now().day();
    let mut tx = cx.write().await?;
    let here = store::contacts(&mut tx, cx.tenant.id, &[id], today).await?;
    let contacts = format!("/foreninger/{id}/kontakter");
    // Only one of this association's own: the id in the address could be another's.
    let contact = here.iter().find(|known| known.id == contact).or_not_found()?;
    if !may_remove(&cx, &here) {
        return cx.redirect_saying(contacts, "warning", "contacts-flash-last");
    }
    let is_self = cx.actor.person == Some(contact.person_id.uuid());
    store::end_contact(&mut tx, contact.id, today.plus_days(-1)).await?;
    tx.record(AssociationContactsChanged { association: id }).await?;
    tx.commit().await?;
    let to = if is_self { "/overblik".to_owned() } else { contacts };
    cx.redirect_saying(to, "success", "contacts-flash-removed")
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ShownForm {
    /// `ja`: shown to the public.
    is_public: String,
}

pub(super) async fn set_public(
    cx: Cx,
    Path((id, contact)): Path<(AssociationId, ContactId)>,
    Form(form): Form<ShownForm>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let mut tx = cx.write().await?;
    let here = store::contacts(&mut tx, cx.tenant.id, &[id], cx.now().day()).await?;
    let contact = here.iter().find(|known| known.id == contact).or_not_found()?;
    store::set_public(&mut tx, contact.id, form.is_public == "ja").await?;
    tx.record(AssociationContactsChanged { association: id }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/foreninger/{id}/kontakter"), "success", "association-flash-saved")
}
