//! /bliv-frivillig: an account by a mailed link. Nobody can learn from the answers who has one: the same
//! mail goes to everybody, and its button makes the account or finds it.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_kernel::{Locale, contact::Email};
use samskab_organisation::{
    person::{Person, store as people},
    sign_in,
};
use samskab_store::Event;
use samskab_web::{Check, Cx, Form, Result, Shell, limits::Limited, token};
use serde::Serialize;
use uuid::Uuid;

use super::mail::Mail;
use crate::T;

/// How long the link in the mail works.
pub(crate) const DAYS: i64 = 2;
/// The page one is led to with an account.
const NEXT: &str = "/min-side/cv";

samskab_store::statements! {
    ADD = "insert into volunteer_sign_up (token_hash, tenant_id, name, email, locale, expires_at)
           values ($1, $2, $3, $4, $5, $6)";
    FIND = "select name, email, locale from volunteer_sign_up
            where token_hash = $1 and tenant_id = $2 and expires_at > $3";
    USE = "delete from volunteer_sign_up where token_hash = $1 and tenant_id = $2 and expires_at > $3
           returning name, email, locale";
}

#[derive(samskab_store::Row)]
struct SignUp {
    name: String,
    email: Email,
    locale: Locale,
}

/// Somebody made an account as a volunteer.
#[derive(Serialize)]
pub struct VolunteerJoined {
    #[serde(skip)]
    pub person: Uuid,
}
impl Event for VolunteerJoined {
    const KIND: &'static str = "volunteer.joined";
    fn subject(&self) -> Uuid {
        self.person
    }
}

samskab_web::form! {
    pub struct JoinForm {
        name: text(volunteer_join_name).asks(|locale| samskab_organisation::T(locale).asks_name()).max(100).autocomplete("name"),
        email: email(volunteer_join_email).asks(|locale| samskab_organisation::T(locale).asks_email()).hint(volunteer_join_email_hint).autocomplete("email"),
        /// The trap: a field no person sees.
        website: hidden,
    }
}

#[derive(Template)]
#[template(path = "volunteer/join.html")]
struct JoinPage {
    shell: Shell,
    t: T,
    form: JoinForm,
}

impl JoinPage {
    fn new(cx: &Cx, form: JoinForm) -> Self {
        let t = T(cx.locale);
        Self { shell: cx.shell(t.find_join_title()).here(), t, form }
    }
}

pub async fn show(cx: Cx) -> Result<Response> {
    if cx.actor.is_signed_in() {
        return cx.redirect(NEXT);
    }
    cx.page(JoinPage::new(&cx, JoinForm::default()))
}

#[derive(Template)]
#[template(path = "volunteer/join_sent.html")]
struct SentPage {
    shell: Shell,
    t: T,
    text: String,
}

fn sent(cx: &Cx, email: &str) -> Result<Response> {
    let t = T(cx.locale);
    let text = t.volunteer_join_sent_text(email);
    cx.page(SentPage { shell: cx.shell(t.volunteer_join_sent_title()), t, text })
}

pub async fn send(cx: Cx, Form(form): Form<JoinForm>) -> Result<Response> {
    cx.limit(Limited::AnonymousPost)?;
    if !form.website.is_empty() {
        return sent(&cx, form.email.trim()); // a machine may believe it was heard
    }
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let name = form.name().text(&mut check);
    // The name is part of a mail to whatever address is typed: it must not be used for advertising.
    if name.as_ref().is_some_and(|name| name.contains(['/', '@'])) {
        check.refuse(&form.name(), t.volunteer_join_name_only());
    }
    let email = form.email().email(&mut check);
    let (name, email) = match (name, email, check.done()) {
        (Some(name), Some(email), Ok(())) => (name, email),
        (_, _, errors) => {
            return cx.invalid(JoinPage::new(&cx, form.with_errors(errors.err().unwrap_or_default())));
        }
    };
    // The links in the mails before work for days.
    if !cx.may_mail(&email, "sign_up") {
        return sent(&cx, email.as_str());
    }
    let secret = cx.secret();
    let mut tx = cx.write().await?;
    tx.query(&ADD)
        .bind(token::hash(&secret))
        .bind(cx.tenant.id)
        .bind(name.clone())
        .bind(email.clone())
        .bind(cx.locale)
        .bind(cx.now().plus_days(DAYS))
        .execute()
        .await?;
    let first_name = name.split_whitespace().next().unwrap_or_default();
    let mail = Mail { municipality: &cx.tenant, locale: cx.locale, first_name, today: cx.today() };
    let link = cx.absolute(&format!("/bliv-frivillig/{secret}"));
    samskab_mail::send(&mut tx, mail.join(email.clone(), &link)).await?;
    tx.commit().await?;
    sent(&cx, email.as_str())
}

#[derive(Template)]
#[template(path = "volunteer/join_link.html")]
struct LinkPage {
    shell: Shell,
    t: T,
    name: String,
    action: String,
}

/// Opening the link shows a button and makes nothing: mail programs look through every link.
pub async fn open(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let found: Option<SignUp> = {
        let mut reader = cx.read().await?;
        let hash = token::hash(&secret);
        reader.query(&FIND).bind(hash).bind(cx.tenant.id).bind(cx.now()).optional().await?
    };
    let Some(found) = found else { return gone(&cx) };
    let t = T(cx.locale);
    cx.page(LinkPage {
        shell: cx.shell(t.volunteer_join_link_title()),
        t,
        name: found.name.split_whitespace().next().unwrap_or_default().to_owned(),
        action: cx.path().to_owned(),
    })
}

/// Makes the account, or finds it, and begins a session.
pub async fn begin(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    cx.limit(Limited::SignIn)?;
    let mut tx = cx.write().await?;
    let hash = token::hash(&secret);
    let used: Option<SignUp> = tx.query(&USE).bind(hash).bind(cx.tenant.id).bind(cx.now()).optional().await?;
    let Some(sign_up) = used else { return gone(&cx) };
    let person = match people::find_by_email(&mut tx, cx.tenant.id, &sign_up.email).await? {
        Some(mut known) => {
            // Whoever reads the address' mail has shown that it is theirs.
            known.email_confirmed_at.get_or_insert(cx.now());
            people::save(&mut tx, &known).await?;
            known.id
        }
        None => {
            let person = Person {
                locale: sign_up.locale,
                email_confirmed_at: Some(cx.now()),
                ..Person::new(cx.new_id(), sign_up.name, Some(sign_up.email), cx.now())
            };
            people::add(&mut tx, &person).await?;
            tx.record(VolunteerJoined { person: person.id.uuid() }).await?;
            person.id
        }
    };
    sign_in::begin(&cx, tx, person, NEXT).await
}

#[derive(Template)]
#[template(path = "volunteer/join_gone.html")]
struct GonePage {
    shell: Shell,
    t: T,
}

fn gone(cx: &Cx) -> Result<Response> {
    let t = T(cx.locale);
    cx.page_with(StatusCode::GONE, GonePage { shell: cx.shell(t.volunteer_join_gone_title()), t })
}
