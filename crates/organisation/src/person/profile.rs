//! Min profil: how to reach me, how often I want mail, my password, and what is stored about me.

use askama::Template;
use axum::response::Response;
use samskab_kernel::Locale;
use samskab_web::{
    Check, Cx, Error, Errors, Form, Result, Shell, error::OrNotFound as _, form::Choice, session,
};
use serde::Deserialize;

use super::{
    MailChoice, PasswordSet, Person, PersonId, ProfileChanged,
    absence::{AbsenceForm, AbsenceLine},
    store,
    stored::{self, Stored},
};
use crate::{
    T,
    identify::Who as _,
    letter::Sender,
    sign_in::{PasswordChanged, password},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct ProfileForm {
    name: String,
    phone: String,
    locale: String,
    mail_choice: String,
}

impl ProfileForm {
    fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            phone: person.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            locale: person.locale.code().to_owned(),
            mail_choice: person.mail_choice.code().to_owned(),
        }
    }

    fn parse(&self, cx: &Cx, person: Person) -> Result<Person, Errors> {
        let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
        check.labels(&[
            ("name", t.profile_name()),
            ("phone", t.profile_phone()),
            ("locale", t.profile_locale()),
            ("mail_choice", t.profile_mail()),
        ]);
        let name = check.required("name", &self.name, 120);
        let phone = check.optional_phone("phone", &self.phone);
        let locale = check.code::<Locale>("locale", &self.locale);
        let mail_choice = check.code::<MailChoice>("mail_choice", &self.mail_choice);
        check.done()?;
        Ok(Person {
            name: name.unwrap_or_default(),
            phone: phone.flatten(),
            locale: locale.unwrap_or_default(),
            mail_choice: mail_choice.unwrap_or(MailChoice::Daily),
            ..person
        })
    }
}

#[derive(Template)]
#[template(path = "person/profile.html")]
struct ProfilePage {
    shell: Shell,
    t: T,
    form: ProfileForm,
    errors: Errors,
    locales: Vec<Choice>,
    mail_choices: Vec<Choice>,
    email: String,
    has_password: bool,
    password_hint: String,
    stored: Stored,
    /// Deputies are for people with a role in the municipality.
    absences: Option<Vec<AbsenceLine>>,
    absence: AbsenceForm,
}

/// The signed-in person.
pub(super) fn me(cx: &Cx) -> Result<PersonId> {
    cx.actor.person.map(PersonId::from).ok_or(Error::SignIn)
}

/// The page as it stands, with whichever form was sent back.
pub(super) struct Sent {
    pub profile: Option<ProfileForm>,
    pub absence: AbsenceForm,
    pub errors: Errors,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let sent = Sent { profile: None, absence: AbsenceForm::default(), errors: Errors::default() };
    page(&cx, sent).await
}

/// Shown with 422 when there are errors.
pub(super) async fn page(cx: &Cx, sent: Sent) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let person = store::find(&mut reader, cx.tenant.id, me(cx)?).await?.or_not_found()?;
    let has_password = store::password_hash(&mut reader, cx.tenant.id, person.id).await?.is_some();
    let stored = stored::of(&mut reader, cx.tenant.id, &person, cx.now(), cx.locale).await?;
    let absences = match cx.actor.is_staff() {
        true => Some(super::absence::lines(cx, &mut reader, person.id).await?),
        false => None,
    };
    drop(reader);
    let form = sent.profile.unwrap_or_else(|| ProfileForm::of(&person));
    let locales = [(Locale::Da, t.profile_locale_da()), (Locale::En, t.profile_locale_en())]
        .map(|(locale, label)| Choice::new(locale.code(), label, form.locale == locale.code()))
        .to_vec();
    let mail_choices = MailChoice::ALL
        .iter()
        .map(|choice| Choice::new(choice.code(), choice.label(t), form.mail_choice == choice.code()))
        .collect();
    let fine = sent.errors.is_empty();
    let page = ProfilePage {
        shell: cx.shell(t.profile_title()),
        t,
        form,
        errors: sent.errors,
        locales,
        mail_choices,
        email: person.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        has_password,
        password_hint: t.profile_password_hint(password::SHORTEST as i64),
        stored,
        absences,
        absence: sent.absence,
    };
    if fine { cx.page(page) } else { cx.invalid(page) }
}

pub(super) async fn save(cx: Cx, Form(form): Form<ProfileForm>) -> Result<Response> {
    let id = me(&cx)?;
    let mut tx = cx.write().await?;
    let person = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    match form.parse(&cx, person) {
        Ok(person) => {
            store::save(&mut tx, &person).await?;
            tx.record(ProfileChanged { person: id }).await?;
            tx.commit().await?;
            cx.redirect_saying("/min-profil", "success", "profile-saved")
        }
        Err(errors) => {
            drop(tx);
            page(&cx, Sent { profile: Some(form), absence: AbsenceForm::default(), errors }).await
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PasswordForm {
    new_password: String,
}

/// A new password ends every session of the person; this browser gets a fresh one.
pub(super) async fn set_password(cx: Cx, Form(form): Form<PasswordForm>) -> Result<Response> {
    let t = T(cx.locale);
    let id = me(&cx)?;
    let person = {
        let mut reader = cx.read().await?;
        store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?
    };
    let length = form.new_password.chars().count();
    let is_email =
        person.email.as_ref().is_some_and(|email| form.new_password.eq_ignore_ascii_case(email.as_str()));
    let wrong = if length < password::SHORTEST {
        Some(t.profile_password_short(password::SHORTEST as i64))
    } else if length > password::LONGEST {
        Some(t.profile_password_long(password::LONGEST as i64))
    } else if is_email {
        Some(t.profile_password_like_email().to_owned())
    } else {
        None
    };
    if let Some(message) = wrong {
        let mut errors = Errors::default();
        errors.add("new_password", message);
        return page(&cx, Sent { profile: None, absence: AbsenceForm::default(), errors }).await;
    }
    let hash = password::hash(cx.services.db.dice(), &form.new_password).await?;
    let mut tx = cx.write().await?;
    store::set_password(&mut tx, id, Some(hash)).await?;
    session::end_all(&mut tx, id.uuid()).await?;
    let secret = session::begin(&mut tx, id.uuid(), cx.services.db.dice()).await?;
    if let Some(email) = person.email.clone() {
        let link = cx.absolute("/log-ind");
        let mail =
            PasswordChanged { sender: Sender::of(&cx.tenant), first_name: person.first_name(), link: &link };
        samskab_mail::send(&mut tx, mail.message(email, person.locale)).await?;
    }
    tx.record(PasswordSet { person: id }).await?;
    tx.commit().await?;
    let mut response = cx.redirect_saying("/min-profil", "success", "profile-password-saved")?;
    cx.set_session(response.headers_mut(), &secret);
    Ok(response)
}
