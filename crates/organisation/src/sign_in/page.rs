//! The sign-in page: a password, or a link by mail.

use askama::Template;
use axum::response::Response;
use samskab_kernel::contact::Email;
use samskab_web::{Cx, DemoPerson, Errors, Form, Result, Shell, form, limits::Limited};

use super::{asked, password, store};
use crate::{T, person::store as people};

samskab_web::form! {
    pub(super) struct SignInForm {
        email: email(sign_in_email).asks(asks_email).autocomplete("username"),
        password: password(sign_in_password).hint(sign_in_password_hint).optional().says_itself(),
        /// The button that was pressed: `link`, or the password's.
        way: hidden,
        /// Where to go afterwards.
        videre: hidden,
    }
}

#[derive(Template)]
#[template(path = "sign_in/page.html")]
struct SignInPage {
    shell: Shell,
    t: T,
    form: SignInForm,
    demo: Vec<DemoPerson>,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let form: SignInForm = form::query(&cx);
    if cx.actor.is_signed_in() {
        return cx.redirect(super::local_path(&form.videre).unwrap_or(super::home(Some(&cx.actor))));
    }
    let form = SignInForm { videre: form.videre, ..SignInForm::default() };
    cx.page(page(&cx, form))
}

fn page(cx: &Cx, form: SignInForm) -> SignInPage {
    let t = T(cx.locale);
    let demo = cx.services.config.demo_people.clone();
    SignInPage { shell: cx.shell(t.sign_in_heading()), t, form, demo }
}

pub(super) async fn sign_in(cx: Cx, Form(form): Form<SignInForm>) -> Result<Response> {
    cx.limit(Limited::SignIn)?;
    let t = T(cx.locale);
    let mut check = samskab_web::Check::new(cx.locale);
    let email = form.email().email(&mut check);
    // Nobody has a password at first, and Enter presses the password's button: without one, a link is sent.
    let wants_link = form.way == "link" || form.password.is_empty();
    let email = match (email, check.done()) {
        (Some(email), Ok(())) => email,
        (_, errors) => return again(&cx, form, errors.err().unwrap_or_default()).await,
    };
    if wants_link {
        return send_link(&cx, &form, email).await;
    }
    // Too many tries may be a stranger's: the owner can still get in by a link.
    if !cx.may_try_password(&email) {
        return wrong(&cx, form, t.sign_in_too_many()).await;
    }
    let found = {
        let mut reader = cx.read().await?;
        people::password_at(&mut reader, cx.tenant.id, &email).await?
    };
    let (person, hash) = found.unzip();
    match (person, password::is_right(hash.flatten(), &form.password).await?) {
        (Some(person), true) => {
            let tx = cx.write().await?;
            super::begin(&cx, tx, person, &form.videre).await
        }
        _ => wrong(&cx, form, t.sign_in_wrong()).await,
    }
}

async fn wrong(cx: &Cx, form: SignInForm, message: &str) -> Result<Response> {
    let mut errors = Errors::default();
    errors.add(&form.password(), message);
    again(cx, form, errors).await
}

/// The form again; what was typed stays, except the password.
async fn again(cx: &Cx, form: SignInForm, errors: Errors) -> Result<Response> {
    cx.invalid(page(cx, SignInForm { password: String::new(), errors, ..form }))
}

#[derive(Template)]
#[template(path = "sign_in/sent.html")]
struct SentPage {
    shell: Shell,
    t: T,
}

/// The same answer and the same work whether or not the address is known. Somebody else may have asked for so many
/// links that no more are sent: then the newest of them works still.
async fn send_link(cx: &Cx, form: &SignInForm, email: Email) -> Result<Response> {
    if cx.may_mail(&email, "sign_in") {
        let mut tx = cx.write().await?;
        asked::ask(cx, &mut tx, &email, super::local_path(&form.videre)).await?;
        tx.commit().await?;
    }
    // A page of its own: loaded anew, it sends nothing again.
    cx.redirect("/log-ind/sendt")
}

pub(super) async fn sent(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    cx.page(SentPage { shell: cx.shell(t.sign_in_sent_title()), t })
}
