//! An association registers itself (RS-24…29): one page, no account, confirmed by a link in a mail
//! to a person in it. Then a coordinator looks at it.

use askama::Template;
use axum::response::Response;
use samskab_kernel::contact::{Email, Phone};
use samskab_store::Tx;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, form::Choice, limits::Limited};
use serde::Deserialize;

use super::{
    Association, AssociationId, AssociationKind, AssociationRegistered, Contact, ContactRole,
    DECISION_WORKING_DAYS, State, Theme,
    fields::{self, Choices, Fields},
    mail::Confirm,
    store,
};
use crate::{
    T,
    letter::Sender,
    person::{Person, store as people},
};

/// How long the link in the mail works.
pub(super) const CONFIRM_DAYS: i64 = 7;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct RegisterForm {
    #[serde(flatten)]
    fields: Fields,
    person_name: String,
    person_email: String,
    person_phone: String,
    person_role: String,
    person_public: String,
    /// "Yes, it is another one": said after the warning about one that looks the same.
    another: String,
    /// Filled in by machines only.
    fax: String,
}

#[derive(Template)]
#[template(path = "association/register.html")]
struct RegisterPage {
    shell: Shell,
    t: T,
    form: RegisterForm,
    errors: Errors,
    choices: Choices,
    roles: Vec<Choice>,
    /// Those here already that look the same.
    same: Vec<(AssociationId, String)>,
    promise: String,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    // Whether one is shown to everybody is asked, never presumed.
    let mut form = RegisterForm::default();
    if let Some(me) = cx.actor.person {
        let mut reader = cx.read().await?;
        if let Some(me) = people::find(&mut reader, cx.tenant.id, me.into()).await? {
            form.person_name = me.name;
            form.person_email = me.email.map(|email| email.to_string()).unwrap_or_default();
            form.person_phone = me.phone.map(|phone| phone.spaced()).unwrap_or_default();
        }
    }
    cx.page(page(&cx, form, Errors::default(), Vec::new()))
}

fn page(cx: &Cx, form: RegisterForm, errors: Errors, same: Vec<(AssociationId, String)>) -> RegisterPage {
    let t = T(cx.locale);
    let shell = cx.shell(t.register_title()).under("/foreninger", t.directory_title()).here();
    let choices = form.fields.choices(t);
    let roles = ContactRole::ALL
        .iter()
        .map(|role| Choice::new(role.code(), role.label(t), form.person_role == role.code()))
        .collect();
    let promise = t.register_promise(i64::from(DECISION_WORKING_DAYS));
    RegisterPage { shell, t, form, errors, choices, roles, same, promise }
}

/// The person who fills in the form.
struct Registrant {
    name: String,
    email: Email,
    phone: Option<Phone>,
    role: ContactRole,
    is_public: bool,
}

impl RegisterForm {
    fn parse(&self, cx: &Cx) -> Result<(Association, Registrant), Errors> {
        let mut check = Check::new(cx.locale);
        let new = Association::new(cx.new_id(), "", AssociationKind::Association, Theme::Social, cx.now());
        let association = self.fields.read(T(cx.locale), fields::this_year(cx), &mut check, new);
        let t = T(cx.locale);
        check.labels(&[
            ("person_name", t.field_person_name()),
            ("person_email", t.field_person_email()),
            ("person_phone", t.field_person_phone()),
            ("person_role", t.field_person_role()),
        ]);
        let name = check.required("person_name", &self.person_name, 120);
        let email = check.email("person_email", &self.person_email);
        let phone = check.optional_phone("person_phone", &self.person_phone);
        let role = check.code::<ContactRole>("person_role", &self.person_role);
        match (name, email, phone, role, check.done()) {
            (Some(name), Some(email), Some(phone), Some(role), Ok(())) => {
                let is_public = !self.person_public.is_empty();
                Ok((association, Registrant { name, email, phone, role, is_public }))
            }
            (_, _, _, _, errors) => Err(errors.err().unwrap_or_default()),
        }
    }
}

pub(super) async fn register(cx: Cx, Form(form): Form<RegisterForm>) -> Result<Response> {
    cx.limit(Limited::AnonymousPost)?;
    let (association, registrant) = match form.parse(&cx) {
        Ok(parsed) => parsed,
        Err(errors) => return cx.invalid(page(&cx, form, errors, Vec::new())),
    };
    if !form.fax.is_empty() {
        // A machine is told what people are told, and nothing is kept.
        return cx.redirect(THANKS);
    }
    let mut tx = cx.write().await?;
    if let Some((association, person)) = sent_before(&cx, &mut tx, &association, &registrant.email).await? {
        ask_to_confirm(&cx, &mut tx, &association, &person, registrant.email).await?;
        tx.commit().await?;
        return cx.redirect(THANKS);
    }
    if form.another.is_empty() {
        let same = store::likely_same(&mut tx, cx.tenant.id, &association).await?;
        if !same.is_empty() {
            drop(tx);
            let mut errors = Errors::default();
            errors.add("another", T(cx.locale).register_same_error());
            return cx.invalid(page(&cx, form, errors, same));
        }
    }
    let association = fields::with_place(&mut tx, cx.tenant.id, association).await?;
    store::add(&mut tx, &association).await?;
    tx.record(AssociationRegistered { association: association.id }).await?;
    invite_to_confirm(&cx, &mut tx, &association, &registrant).await?;
    tx.commit().await?;
    cx.redirect(THANKS)
}

/// The same registration, sent once more: by the same address under a name that reads alike, while
/// nobody has decided about it. It is not written down again; the mail is sent again.
async fn sent_before(
    cx: &Cx,
    tx: &mut Tx,
    association: &Association,
    email: &Email,
) -> Result<Option<(Association, Person)>> {
    let Some(person) = people::find_by_email(tx, cx.tenant.id, email).await? else { return Ok(None) };
    let theirs = store::of_person(tx, cx.tenant.id, person.id, cx.now().day()).await?;
    let before = theirs.into_iter().find(|known| {
        matches!(known.state, State::Unconfirmed | State::Pending)
            && store::reads_alike(&known.full_name(), &association.full_name())
    });
    Ok(before.map(|association| (association, person)))
}

/// The person is written down as contact, and is told by mail; what they may do begins when they
/// follow the link. Somebody already known keeps their name and number: this form cannot change them.
async fn invite_to_confirm(
    cx: &Cx,
    tx: &mut Tx,
    association: &Association,
    registrant: &Registrant,
) -> Result<()> {
    let person = match people::find_by_email(tx, cx.tenant.id, &registrant.email).await? {
        Some(person) => person,
        None => {
            let email = Some(registrant.email.clone());
            let mut person = Person::new(cx.new_id(), registrant.name.as_str(), email, cx.now());
            person.phone = registrant.phone.clone();
            person.locale = cx.locale;
            people::add(tx, &person).await?;
            person
        }
    };
    let contact = Contact {
        id: cx.new_id(),
        association_id: association.id,
        person_id: person.id,
        name: person.name.clone(),
        phone: None,
        email: None,
        role: registrant.role,
        is_public: registrant.is_public,
        valid_from: cx.now().day(),
        valid_to: None,
    };
    store::add_contact(tx, &contact).await?;
    ask_to_confirm(cx, tx, association, &person, registrant.email.clone()).await
}

/// The mail with the link, which works beside those sent before.
async fn ask_to_confirm(
    cx: &Cx,
    tx: &mut Tx,
    association: &Association,
    person: &Person,
    email: Email,
) -> Result<()> {
    let token = cx.secret();
    let expires_at = cx.now().plus_days(CONFIRM_DAYS);
    store::add_confirmation(tx, &token, association.id, person.id, expires_at).await?;
    let (name, link) = (association.full_name(), cx.absolute(&format!("/foreninger/bekraeft/{token}")));
    let mail = Confirm {
        sender: Sender::of(&cx.tenant),
        first_name: person.first_name(),
        association: &name,
        link: &link,
    };
    samskab_mail::send(tx, mail.message(email, person.locale)).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "association/registered.html")]
struct RegisteredPage {
    shell: Shell,
    t: T,
    text: String,
}

/// The page after a post has an address of its own, so that loading it again sends nothing. The
/// address says nothing of who registered what.
const THANKS: &str = "/foreninger/tilmeld/tak";

pub(super) async fn thanks(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let shell = cx.shell(t.registered_title()).under("/foreninger", t.directory_title()).here();
    cx.page(RegisteredPage { shell, t, text: t.registered_text(CONFIRM_DAYS) })
}
