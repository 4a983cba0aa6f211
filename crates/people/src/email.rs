//! /min-profil/email: another address for the reader's own account. It counts when somebody has pressed the button
//! behind the link that was sent there; the former address is told.

mod change;
mod confirm;

use std::any::Any;

use askama::Template;
use axum::response::Response;
use samskab_organisation::person::{PersonId, store as people};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Access, Check, Cx, Error, Form, Result, Routes, Shell,
    error::OrNotFound as _,
    merge::Readdressed,
    module::{BoxFuture, Link},
};
use uuid::Uuid;

use crate::T;

pub(crate) const PATH: &str = "/min-profil/email";
pub(crate) const PROFILE: &str = "/min-profil";

pub(crate) use change::{Pending, end, jobs, of_person, retention};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PATH, Access::SignedIn, show)
        .post(PATH, Access::SignedIn, ask)
        .get("/min-profil/email/{token}", Access::Link, confirm::show)
        .post("/min-profil/email/{token}", Access::Link, confirm::confirm)
}

/// Links from the reader's own profile.
pub(crate) fn links(cx: &Cx, _: &dyn Any) -> Vec<Link> {
    let label = T(cx.locale).email_change_link();
    vec![Link { place: 10, href: PATH.to_owned(), label, symbol: "", is_main: false }]
}

samskab_web::form! {
    pub struct EmailForm {
        email: email(email_change_new).asks(|locale| samskab_organisation::T(locale).asks_email()).hint(email_change_new_hint).autocomplete("email"),
    }
}

#[derive(Template)]
#[template(path = "email.html")]
struct EmailPage {
    shell: Shell,
    t: T,
    /// The current address.
    email: String,
    /// An address that is not confirmed yet.
    pending: Option<String>,
    form: EmailForm,
}

fn me(cx: &Cx) -> Result<PersonId> {
    cx.actor.person.map(PersonId::from).ok_or(Error::SignIn)
}

async fn page(cx: &Cx, form: EmailForm) -> Result<EmailPage> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let person = people::find(&mut reader, cx.tenant.id, me(cx)?).await?.or_not_found()?;
    let pending = of_person(&mut reader, cx.tenant.id, person.id, cx.now()).await?;
    Ok(EmailPage {
        shell: cx.shell(t.email_change_title()).under(PROFILE, t.profile_title()).here(),
        t,
        email: person.email.map(|email| email.to_string()).unwrap_or_default(),
        pending: pending.map(|pending| said(cx, &pending)),
        form,
    })
}

async fn show(cx: Cx) -> Result<Response> {
    let page = page(&cx, EmailForm::default()).await?;
    cx.page(page)
}

/// The same answer whoever has the address: the letter to it says the rest.
async fn ask(cx: Cx, Form(form): Form<EmailForm>) -> Result<Response> {
    let t = T(cx.locale);
    let id = me(&cx)?;
    let person = {
        let mut reader = cx.read().await?;
        people::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?
    };
    let mut check = Check::new(cx.locale);
    let email = form.email().email(&mut check);
    if email.is_some() && email == person.email {
        check.refuse(&form.email(), t.email_change_same());
    }
    let email = match (email, check.done()) {
        (Some(email), Ok(())) => email,
        (_, errors) => {
            let page = page(&cx, form.with_errors(errors.err().unwrap_or_default())).await?;
            return cx.invalid(page);
        }
    };
    // Neither one address nor one account sends without end; the link of the last letter works still.
    let own = person.email.as_ref().is_none_or(|own| cx.may_mail(own, "email_change_of"));
    if own && cx.may_mail(&email, "email_change") {
        let mut tx = cx.write().await?;
        change::ask(&cx, &mut tx, id, &email).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(PATH, "success", "email-change-sent")
}

/// On one's own profile: the address that waits for its reader to press the button.
pub(crate) fn part<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Option<String>>> {
    Box::pin(async move {
        let pending = of_person(connection, cx.tenant.id, person.into(), cx.now()).await?;
        let Some(said) = pending.map(|pending| said(cx, &pending)) else { return Ok(None) };
        Ok(Some(PendingPart { said }.render()?))
    })
}

#[derive(Template)]
#[template(path = "email_pending.html")]
struct PendingPart {
    said: String,
}

fn said(cx: &Cx, pending: &Pending) -> String {
    let until = cx.locale.day_and_time(pending.expires_at, cx.today());
    T(cx.locale).email_change_pending(pending.email.as_str(), until)
}

/// Mails that are not sent yet go to the new address.
pub(crate) fn readdress<'a>(
    tx: &'a mut Tx,
    change: &'a Readdressed,
) -> BoxFuture<'a, samskab_store::Result<()>> {
    Box::pin(async move { samskab_mail::readdress(tx, &change.from, &change.to).await })
}
