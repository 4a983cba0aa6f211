//! An association registers itself (RS-24…29): one page, no account, confirmed by a link in a mail
//! to a person in it. Then a coordinator looks at it.

use askama::Template;
use axum::response::Response;
use samskab_kernel::contact::{Email, Phone};
use samskab_store::Tx;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, even_time, limits::Limited};

use super::{
    Association, AssociationId, AssociationKind, AssociationRegistered, Contact, ContactRole,
    DECISION_WORKING_DAYS, State, Theme,
    fields::{self, AboutForm},
    mail::{Already, Confirm},
    sign_in_href, store,
};
use crate::{
    T,
    asked::whom_to_ask,
    letter::Sender,
    person::{Person, PersonId, store as people},
};

/// How long the link in the mail works.
pub(super) const CONFIRM_DAYS: i64 = 7;

samskab_web::form! {
    pub(super) struct RegisterForm {
        ..about: AboutForm,
        person_name: text(field_person_name).asks(asks_name).at_most(120).autocomplete("name"),
        person_email: email(field_person_email).asks(asks_email).hint(field_person_email_hint).autocomplete("email"),
        person_phone: phone(field_person_phone).optional().autocomplete("tel"),
        person_role: choice(field_person_role).asks(field_person_role_asks).among(ContactRole::choices),
        person_public: tick(field_person_public),
        /// "Yes, it is another one": said after the warning about one that looks the same.
        another: tick(register_another).says_itself(),
        /// A field people do not see. Whoever fills it in is a machine.
        fax: hidden,
    }
}

#[derive(Template)]
#[template(path = "association/register.html")]
struct RegisterPage {
    shell: Shell,
    t: T,
    form: RegisterForm,
    /// Registered associations that look the same.
    same: Vec<(AssociationId, String)>,
    promise: String,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    // The box that shows somebody to the public starts out unticked, also for people we know.
    let mut form = RegisterForm::default();
    if let Some(me) = cx.actor.person {
        let mut reader = cx.read().await?;
        if let Some(me) = people::find(&mut reader, cx.tenant.id, me.into()).await? {
            form.person_name = me.name;
            form.person_email = me.email.map(|email| email.to_string()).unwrap_or_default();
            form.person_phone = me.phone.map(|phone| phone.spaced()).unwrap_or_default();
        }
    }
    cx.page(page(&cx, form, Vec::new()).await?)
}

async fn page(cx: &Cx, form: RegisterForm, same: Vec<(AssociationId, String)>) -> Result<RegisterPage> {
    let (t, who) = (T(cx.locale), asked(cx).await?);
    let shell = cx.shell(t.register_title()).under("/foreninger", t.directory_title()).here();
    let promise = t.register_promise(i64::from(DECISION_WORKING_DAYS), who);
    Ok(RegisterPage { shell, t, form, same, promise })
}

/// Who looks at a registration.
async fn asked(cx: &Cx) -> Result<&'static str> {
    let mut reader = cx.read().await?;
    Ok(whom_to_ask(&mut reader, cx.tenant.id, cx.now().day(), T(cx.locale)).await?)
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
        let association = self.about.read(fields::this_year(cx), &mut check, new);
        let name = self.person_name().text(&mut check);
        let email = self.person_email().email(&mut check);
        let phone = self.person_phone().phone(&mut check);
        let role = self.person_role().code(&mut check);
        match (name, email, role, check.done()) {
            (Some(name), Some(email), Some(role), Ok(())) => {
                let is_public = self.person_public().is_ticked();
                Ok((association, Registrant { name, email, phone, role, is_public }))
            }
            (_, _, _, errors) => Err(errors.err().unwrap_or_default()),
        }
    }
}

pub(super) async fn register(cx: Cx, Form(form): Form<RegisterForm>) -> Result<Response> {
    cx.limit(Limited::AnonymousPost)?;
    even_time(judge(cx, form)).await
}

async fn judge(cx: Cx, form: RegisterForm) -> Result<Response> {
    let (association, registrant) = match form.parse(&cx) {
        Ok(parsed) => parsed,
        Err(errors) => return cx.invalid(page(&cx, form.with_errors(errors), Vec::new()).await?),
    };
    if !form.fax.is_empty() {
        // The machine sees the same page as a person, and nothing is stored.
        return thanks(&cx, &registrant.email).await;
    }
    if !is_signed_in_as(&cx, &registrant.email).await? && !cx.may_mail(&registrant.email, "registration") {
        let mut errors = Errors::default();
        errors.add(&form.person_email(), T(cx.locale).register_too_many_mails());
        return cx.invalid(page(&cx, form.with_errors(errors), Vec::new()).await?);
    }
    let mut tx = cx.write().await?;
    if let Some((association, person)) = sent_before(&cx, &mut tx, &association, &registrant.email).await? {
        ask_to_confirm(&cx, &mut tx, &association, &person, registrant.email.clone()).await?;
        tx.commit().await?;
        return thanks(&cx, &registrant.email).await;
    }
    if form.another.is_empty() {
        let same = store::likely_same(&mut tx, cx.tenant.id, &association).await?;
        if !same.is_empty() {
            drop(tx);
            let mut errors = Errors::default();
            errors.add(&form.another(), T(cx.locale).register_same_error());
            return cx.invalid(page(&cx, form.with_errors(errors), same).await?);
        }
    }
    let association = fields::with_place(&mut tx, cx.tenant.id, association).await?;
    store::add(&mut tx, &association).await?;
    tx.record(AssociationRegistered { association: association.id }).await?;
    invite_to_confirm(&cx, &mut tx, &association, &registrant).await?;
    tx.commit().await?;
    thanks(&cx, &registrant.email).await
}

/// Whoever has shown that the address is theirs is not held up by what strangers had sent to it.
async fn is_signed_in_as(cx: &Cx, email: &Email) -> Result<bool> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(false) };
    let person = people::find(&mut *cx.read().await?, cx.tenant.id, me).await?;
    Ok(person
        .is_some_and(|person| person.email.as_ref() == Some(email) && person.email_confirmed_at.is_some()))
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
        is_public: registrant.is_public,
        ..Contact::new(cx.new_id(), association.id, person.id, registrant.role, cx.now().day())
    };
    store::add_contact(tx, &contact).await?;
    ask_to_confirm(cx, tx, association, &person, registrant.email.clone()).await
}

/// Sends the mail with the link; links sent before keep working. An association that is confirmed already needs no
/// link: the mail says so, and how to sign in.
async fn ask_to_confirm(
    cx: &Cx,
    tx: &mut Tx,
    association: &Association,
    person: &Person,
    email: Email,
) -> Result<()> {
    if association.state != State::Unconfirmed {
        let link = cx.absolute(&sign_in_href(association.id));
        let name = association.full_name();
        let mail = Already {
            sender: Sender::of(&cx.tenant),
            first_name: person.first_name(),
            association: &name,
            link: &link,
        };
        samskab_mail::send(tx, mail.message(email, person.locale)).await?;
        return Ok(());
    }
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

/// Says where the mail went, so that a slip of the hand is seen. It has no address of its own, which would name who
/// registered; loaded anew, what is sent is the same registration ([`sent_before`]).
async fn thanks(cx: &Cx, email: &Email) -> Result<Response> {
    let t = T(cx.locale);
    let shell = cx.shell(t.registered_title()).under("/foreninger", t.directory_title()).here();
    let text = t.registered_text(CONFIRM_DAYS, email.as_str(), asked(cx).await?);
    cx.page(RegisteredPage { shell, t, text })
}
