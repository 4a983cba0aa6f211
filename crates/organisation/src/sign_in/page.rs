//! The sign-in page: a password, or a link by mail.

use askama::Template;
use axum::response::Response;
use samskab_kernel::contact::Email;
use samskab_web::{
    Cx, Errors, Form, Result, Shell,
    app::{DemoPerson, encode},
    form,
    limits::Limited,
};
use serde::Deserialize;

use super::{LINK_MINUTES, mail::SignInLink, password, store};
use crate::{T, letter::Sender, person::store as people};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct SignInForm {
    email: String,
    password: String,
    /// The button that was pressed: `link`, or the password's.
    way: String,
    /// Where to go afterwards.
    videre: String,
}

#[derive(Template)]
#[template(path = "sign_in/page.html")]
struct SignInPage {
    shell: Shell,
    t: T,
    form: SignInForm,
    errors: Errors,
    demo: Vec<DemoPerson>,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let form: SignInForm = form::query(&cx);
    if cx.actor.is_signed_in() {
        return cx.redirect(super::local_path(&form.videre).unwrap_or(super::home(Some(&cx.actor))));
    }
    let form = SignInForm { videre: form.videre, ..SignInForm::default() };
    cx.page(page(&cx, form, Errors::default()))
}

fn page(cx: &Cx, form: SignInForm, errors: Errors) -> SignInPage {
    let t = T(cx.locale);
    let demo = cx.services.config.demo_people.clone();
    SignInPage { shell: cx.shell(t.sign_in_heading()), t, form, errors, demo }
}

pub(super) async fn sign_in(cx: Cx, Form(form): Form<SignInForm>) -> Result<Response> {
    cx.limit(Limited::SignIn)?;
    let t = T(cx.locale);
    let mut check = samskab_web::Check::new(cx.locale);
    check.labels(&[("email", t.sign_in_email())]);
    let email = check.email("email", &form.email);
    // Nobody has a password at first, and Enter presses the password's button: without one, a link is sent.
    let wants_link = form.way == "link" || form.password.is_empty();
    let email = match (email, check.done()) {
        (Some(email), Ok(())) => email,
        (_, errors) => return again(&cx, form, errors.err().unwrap_or_default()).await,
    };
    cx.limit_account(Limited::SignIn, email.as_str())?;
    if wants_link {
        return send_link(&cx, &form, email).await;
    }
    let (person, hash) = {
        let mut reader = cx.read().await?;
        match people::find_by_email(&mut reader, cx.tenant.id, &email).await? {
            None => (None, None),
            Some(person) => {
                let hash = people::password_hash(&mut reader, cx.tenant.id, person.id).await?;
                (Some(person), hash)
            }
        }
    };
    match (person, password::is_right(hash, &form.password).await?) {
        (Some(person), true) => {
            let tx = cx.write().await?;
            super::begin(&cx, tx, person.id, &form.videre).await
        }
        _ => {
            let mut errors = Errors::default();
            errors.add("password", t.sign_in_wrong());
            again(&cx, form, errors).await
        }
    }
}

/// What was typed stays, but for the password.
async fn again(cx: &Cx, form: SignInForm, errors: Errors) -> Result<Response> {
    cx.invalid(page(cx, SignInForm { password: String::new(), ..form }, errors))
}

#[derive(Template)]
#[template(path = "sign_in/sent.html")]
struct SentPage {
    shell: Shell,
    t: T,
}

/// The same answer and the same work – a transaction that is committed – whether or not the address
/// is known.
async fn send_link(cx: &Cx, form: &SignInForm, email: Email) -> Result<Response> {
    let mut tx = cx.write().await?;
    store::sweep(&mut tx).await?;
    let secret = cx.secret();
    if let Some(person) = people::find_by_email(&mut tx, cx.tenant.id, &email).await? {
        store::add_link(&mut tx, &secret, person.id, LINK_MINUTES).await?;
        let after = super::local_path(&form.videre);
        let after = after.map(|after| format!("?videre={}", encode(after))).unwrap_or_default();
        let link = cx.absolute(&format!("/log-ind/{secret}{after}"));
        let mail =
            SignInLink { sender: Sender::of(&cx.tenant), first_name: person.first_name(), link: &link };
        samskab_mail::send(&mut tx, mail.message(email.clone(), person.locale)).await?;
    }
    tx.commit().await?;
    // A page of its own: loaded anew, it sends nothing again.
    cx.redirect("/log-ind/sendt")
}

pub(super) async fn sent(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    cx.page(SentPage { shell: cx.shell(t.sign_in_sent_title()), t })
}
