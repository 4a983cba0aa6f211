//! Who speaks for an association: its own people add and remove each other, by e-mail.

pub(super) mod leave;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::contact::Email;
use samskab_store::Tx;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, session::Opens};

use super::{
    Association, AssociationContactsChanged, AssociationId, Contact, ContactId, ContactRole, mail::Invited,
    store, under_association,
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

samskab_web::form! {
    pub(super) struct ContactForm {
        name: text(contacts_name).asks(contacts_name_asks).at_most(120),
        email: email(contacts_email).asks(contacts_email_asks),
        role: choice(contacts_role).asks(contacts_role_asks).among(ContactRole::choices),
        is_public: tick(contacts_public).hint(contacts_public_hint),
    }
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
}

pub(super) async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let page = page(&cx, id, ContactForm::default()).await?;
    cx.page(page)
}

async fn page(cx: &Cx, id: AssociationId, form: ContactForm) -> Result<ContactsPage> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let association = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let contacts = store::contacts(&mut reader, cx.tenant.id, &[id], cx.now().day()).await?;
    let shell = under_association(cx, &association, t.contacts_title()).here();
    let may_remove = may_remove(cx, &contacts);
    Ok(ContactsPage { shell, t, association, contacts, may_remove, form })
}

/// Nobody could reach an association without people, so only a coordinator removes the last one.
fn may_remove(cx: &Cx, contacts: &[Contact]) -> bool {
    contacts.len() > 1 || cx.actor.is_coordinator()
}

pub(super) async fn add(
    cx: Cx,
    Path(id): Path<AssociationId>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let mut tx = cx.write().await?;
    let association = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let here = store::contacts(&mut tx, cx.tenant.id, &[id], cx.now().day()).await?;
    let mut check = Check::new(cx.locale);
    let name = form.name().text(&mut check);
    let email = form.email().email(&mut check);
    let role = form.role().code(&mut check);
    if email.is_some() && here.iter().any(|contact| contact.email == email) {
        check.refuse(&form.email(), T(cx.locale).contacts_already());
    }
    let (name, email, role) = match (name, email, role, check.done()) {
        (Some(name), Some(email), Some(role), Ok(())) => (name, email, role),
        (_, _, _, errors) => {
            drop(tx);
            let page = page(&cx, id, form.with_errors(errors.err().unwrap_or_default())).await?;
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
        is_public: form.is_public().is_ticked(),
        ..Contact::new(cx.new_id(), id, person.id, role, cx.now().day())
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
    // The letter invites to sign in, and says so: it is about nothing less.
    sign_in::add_link(tx, &secret, person.id, INVITATION_DAYS * 24 * 60, Opens::Everything).await?;
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

samskab_web::form! {
    pub(super) struct ShownForm {
        /// Ticked: shown to the public.
        is_public: hidden,
    }
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
    store::set_public(&mut tx, contact.id, form.is_public().is_ticked()).await?;
    tx.record(AssociationContactsChanged { association: id }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/foreninger/{id}/kontakter"), "success", "association-flash-saved")
}
