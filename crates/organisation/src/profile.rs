//! Min profil: how to reach me, how often I want mail, when I am away, my password, and what is stored
//! about me. It stands above the noun `person`, because it shows positions and associations too.

pub mod absence;
mod delete;
mod privacy;
mod stand_in;
mod stored;

use askama::Template;
use axum::response::Response;
use samskab_kernel::Locale;
use samskab_web::{
    Access, Check, Cx, Error, Errors, Form, Result, Routes, Shell,
    error::OrNotFound as _,
    form::Choice,
    module::{Link, links, parts},
    session,
};

use self::{
    absence::{AbsenceForm, AbsenceLine},
    stored::Stored,
};
use crate::{
    PROFILE, T,
    answering::while_away,
    identify::Who as _,
    letter::Sender,
    person::{MailChoice, PasswordSet, Person, PersonId, ProfileChanged, store},
    sign_in::{PasswordChanged, password},
};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/min-profil", Access::SignedIn, show)
        .post("/min-profil", Access::SignedIn, save)
        .post("/min-profil/adgangskode", Access::SignedIn, set_password)
        .post("/min-profil/fravaer", Access::SignedIn, absence::add)
        .post("/min-profil/fravaer/{id}/fjern", Access::SignedIn, absence::remove)
        .get("/min-profil/slet", Access::SignedIn, delete::show)
        .post("/min-profil/slet", Access::SignedIn, delete::delete)
        .kept("/privatliv", privacy::show)
}

samskab_web::form! {
    struct ProfileForm {
        name: text(profile_name).asks(asks_name).at_most(120).autocomplete("name"),
        phone: phone(profile_phone).optional().autocomplete("tel"),
        mail_choice: radio(profile_mail).hint(profile_mail_hint).among(mail_choices),
        locale: radio(profile_locale).among(locales),
    }
}

fn mail_choices(locale: Locale) -> Vec<Choice> {
    MailChoice::ALL.iter().map(|choice| Choice::of(choice.code(), choice.label(T(locale)))).collect()
}

fn locales(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    [(Locale::Da, t.profile_locale_da()), (Locale::En, t.profile_locale_en())]
        .map(|(locale, label)| Choice::of(locale.code(), label))
        .to_vec()
}

impl ProfileForm {
    fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            phone: person.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            locale: person.locale.code().to_owned(),
            mail_choice: person.mail_choice.code().to_owned(),
            ..Self::default()
        }
    }

    fn parse(&self, cx: &Cx, person: Person) -> Result<Person, Errors> {
        let mut check = Check::new(cx.locale);
        let name = self.name().text(&mut check);
        let phone = self.phone().phone(&mut check);
        let mail_choice = self.mail_choice().code(&mut check);
        let locale = self.locale().code(&mut check);
        check.done()?;
        Ok(Person {
            name: name.unwrap_or_default(),
            phone,
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
    email: String,
    /// Links to pages of other contexts about the reader.
    ways: Vec<Link>,
    /// Finished HTML of other contexts about the address.
    parts: Vec<String>,
    has_password: bool,
    has_role: bool,
    phone_hint: &'static str,
    password_hint: String,
    stored: Stored,
    /// Deputies are for people with a role in the municipality.
    absences: Option<Vec<AbsenceLine>>,
    /// The reader's positions, and who answers in each while they are away; nobody: empty.
    answering: Vec<(String, String)>,
    absence: AbsenceForm,
    password: PasswordForm,
}

/// The signed-in person.
pub fn me(cx: &Cx) -> Result<PersonId> {
    cx.actor.person.map(PersonId::from).ok_or(Error::SignIn)
}

/// The forms of the page as somebody sent them, and what is wrong with them. `None` and empty ones are
/// filled from what is stored.
struct SentForms {
    profile: Option<ProfileForm>,
    absence: AbsenceForm,
    errors: Errors,
}

async fn show(cx: Cx) -> Result<Response> {
    let sent = SentForms { profile: None, absence: AbsenceForm::default(), errors: Errors::default() };
    page(&cx, sent).await
}

/// Shown with 422 when there are errors.
async fn page(cx: &Cx, sent: SentForms) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let person = store::find(&mut reader, cx.tenant.id, me(cx)?).await?.or_not_found()?;
    let ways = links(cx, PROFILE, &());
    let has_password = store::password_hash(&mut reader, cx.tenant.id, person.id).await?.is_some();
    let has_role = stored::has_role(&mut reader, cx.tenant.id, person.id, cx.today()).await?;
    let parts = parts(cx, &mut reader, PROFILE, person.id.uuid()).await?;
    let stored = stored::of(&mut reader, cx.tenant.id, &person, cx.now(), cx.locale).await?;
    let absences = match cx.actor.is_staff() {
        true => Some(absence::lines(cx, &mut reader, person.id).await?),
        false => None,
    };
    let answering = match cx.actor.is_staff() {
        true => while_away(&mut reader, cx.tenant.id, person.id, cx.today()).await?,
        false => Vec::new(),
    };
    drop(reader);
    let form = sent.profile.unwrap_or_else(|| ProfileForm::of(&person));
    let fine = sent.errors.is_empty();
    let page = ProfilePage {
        shell: cx.shell(t.profile_title()),
        t,
        form: form.with_errors(sent.errors.clone()),
        absence: sent.absence.with_errors(sent.errors.clone()),
        // Nobody's password is sent back.
        password: PasswordForm::default().with_errors(sent.errors.clone()),
        errors: sent.errors,
        email: person.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        ways,
        parts,
        has_password,
        has_role,
        phone_hint: if has_role { t.profile_phone_hint() } else { t.profile_phone_hint_volunteer() },
        password_hint: t.profile_password_hint(password::SHORTEST as i64),
        stored,
        absences,
        answering: answering.iter().map(|one| (one.position(), one.names(cx.locale))).collect(),
    };
    if fine { cx.page(page) } else { cx.invalid(page) }
}

async fn save(cx: Cx, Form(form): Form<ProfileForm>) -> Result<Response> {
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
            page(&cx, SentForms { profile: Some(form), absence: AbsenceForm::default(), errors }).await
        }
    }
}

samskab_web::form! {
    struct PasswordForm {
        new_password: password(profile_password_new).autocomplete("new-password"),
    }
}

/// A new password ends every session of the person; this browser gets a fresh one.
async fn set_password(cx: Cx, Form(form): Form<PasswordForm>) -> Result<Response> {
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
        errors.add(&form.new_password(), message);
        return page(&cx, SentForms { profile: None, absence: AbsenceForm::default(), errors }).await;
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
