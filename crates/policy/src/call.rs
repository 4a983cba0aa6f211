//! The pages of a call: somebody signs up, is answered, and takes it back by their own link (CF-17).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Locale, contact::Email};
use samskab_organisation::person::{self, PersonId};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Error, Form, Result, Shell,
    error::{LostLink, OrNotFound as _},
    even_time,
    form::Choice,
    limits::Limited,
    token,
};

use crate::{
    T,
    letter::{self, News},
    policy::{Policy, PolicyId, PolicySignedUp},
    process::{Seen, me},
    signup::{ComesFrom, Signup, SignupId, SignupState},
    store,
};

samskab_web::form! {
    pub struct SignupForm {
        navn: text(signup_name).required().max(100).autocomplete("name"),
        email: email(signup_email).hint(signup_email_hint).required().autocomplete("email"),
        fra: radio(signup_from).among(origins).required(),
        forening: text(signup_association).hint(signup_association_hint).optional().max(120),
        hvorfor: paragraph(signup_why).hint(signup_why_hint).required().rows(4).max(1000),
        /// The trap: a field no person sees.
        website: hidden,
    }
}

fn origins(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    ComesFrom::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

#[derive(Template)]
#[template(path = "policy/signup.html")]
struct SignupPage {
    shell: Shell,
    t: T,
    form: SignupForm,
    call: String,
    until: String,
    base: String,
    /// Name and address are not known.
    asks_who: bool,
}

/// A policy that asks who would like to take part.
async fn calling(cx: &Cx, connection: &mut Connection, id: PolicyId) -> Result<Policy> {
    let policy = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    if policy.calls(cx.today()) { Ok(policy) } else { Err(Error::NotFound) }
}

fn page(cx: &Cx, policy: &Policy, form: SignupForm, asks_who: bool) -> SignupPage {
    let t = T(cx.locale);
    SignupPage {
        shell: policy.under(cx, t.signup_title()),
        t,
        form,
        call: policy.call.clone(),
        until: policy.call_until.map(|day| cx.locale.day(day)).unwrap_or_default(),
        base: policy.href(),
        asks_who: !cx.actor.is_signed_in() || asks_who,
    }
}

/// The signed-in reader, if they have an address. Runs one query.
async fn known(cx: &Cx, connection: &mut Connection) -> Result<Option<(PersonId, String, Email)>> {
    let person = match me(cx) {
        Some(me) => person::store::find(connection, cx.tenant.id, me).await?,
        None => None,
    };
    Ok(person.and_then(|person| Some((person.id, person.name, person.email?))))
}

/// GET /politikker/{id}/vaer-med
pub(crate) async fn show(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let policy = calling(&cx, &mut reader, id).await?;
    let asks_who = known(&cx, &mut reader).await?.is_none();
    cx.page(page(&cx, &policy, SignupForm::default(), asks_who))
}

/// POST /politikker/{id}/vaer-med. What an address has sent is told only to its owner (ADR 0009).
pub(crate) async fn send(cx: Cx, Path(id): Path<PolicyId>, Form(form): Form<SignupForm>) -> Result<Response> {
    if !cx.actor.is_signed_in() {
        cx.limit(Limited::AnonymousPost)?;
    }
    even_time(sign_up(cx, id, form)).await
}

async fn sign_up(cx: Cx, id: PolicyId, form: SignupForm) -> Result<Response> {
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let policy = calling(&cx, &mut tx, id).await?;
    let thanks = format!("{}/vaer-med/tak", policy.href());
    if !form.website.is_empty() {
        return cx.redirect(thanks); // a machine may believe it was heard
    }
    let mut check = Check::new(cx.locale);
    let known = known(&cx, &mut tx).await?;
    let asks_who = known.is_none();
    let (person, name, email) = match known {
        Some((id, name, email)) => (Some(id), name, Some(email)),
        None => {
            let name = form.navn().text(&mut check).unwrap_or_default();
            // The name is part of a mail to whatever address is typed: it must not be used for advertising.
            if name.contains(['/', '@']) {
                check.refuse(&form.navn(), t.signup_name_only());
            }
            (None, name, form.email().email(&mut check))
        }
    };
    let comes_from: Option<ComesFrom> = form.fra().code(&mut check);
    let association = form.forening().text(&mut check).unwrap_or_default();
    let why = form.hvorfor().text(&mut check).unwrap_or_default();
    let errors = check.done().err();
    let (Some(email), Some(comes_from), None) = (email, comes_from, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(page(&cx, &policy, form, asks_who));
    };
    let there = store::signup_of_email(&mut tx, cx.tenant.id, policy.id, &email).await?;
    if there.is_some() || !cx.may_mail(&email, "policy_signup") {
        // One sign-up is enough. The owner of the address has the mail with the link.
        return cx.redirect(thanks);
    }
    let secret = cx.secret();
    let signup = Signup {
        id: cx.new_id(),
        policy: policy.id,
        person,
        name,
        email,
        comes_from,
        association,
        why,
        locale: cx.locale,
        state: SignupState::Waiting,
        answer: String::new(),
        link_hash: token::hash(&secret),
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    store::add_signup(&mut tx, &signup).await?;
    let link = cx.absolute(&format!("/mit-bidrag/{secret}"));
    let message = letter::message(&cx.tenant, &policy, &signup, News::Received, &link);
    samskab_mail::send(&mut tx, message).await?;
    tx.record(PolicySignedUp::of(&policy)).await?;
    tx.commit().await?;
    cx.redirect(thanks)
}

#[derive(Template)]
#[template(path = "policy/thanks.html")]
struct ThanksPage {
    shell: Shell,
    t: T,
    base: String,
}

/// GET /politikker/{id}/vaer-med/tak: the same for everybody.
pub(crate) async fn thanks(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let policy = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    if !policy.is_for_all() {
        return Err(Error::NotFound);
    }
    let t = T(cx.locale);
    cx.page(ThanksPage { shell: policy.under(&cx, t.signup_thanks_title()), t, base: policy.href() })
}

#[derive(Template)]
#[template(path = "policy/own.html")]
struct OwnPage {
    shell: Shell,
    t: T,
    title: String,
    href: String,
    state: (&'static str, &'static str, &'static str),
    why: String,
    answer: String,
    base: String,
}

/// What is said of a link to one's part in a policy that leads to nothing.
const LOST: LostLink = LostLink {
    text: |locale| T(locale).signup_lost_link(),
    step: Some((|locale| T(locale).policy_list_title(), "/politikker")),
};

/// The sign-up behind a link, and the policy it is to.
async fn own_signup(cx: &Cx, connection: &mut Connection, secret: &str) -> Result<(Signup, Policy)> {
    let signup = store::signup_of_link(connection, cx.tenant.id, secret).await?;
    let signup = signup.ok_or(Error::LostLink(LOST))?;
    let policy = store::find(connection, cx.tenant.id, signup.policy).await?;
    Ok((signup, policy.ok_or(Error::LostLink(LOST))?))
}

/// GET /mit-bidrag/{secret}
pub(crate) async fn own(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (signup, policy) = own_signup(&cx, &mut reader, &secret).await?;
    let t = T(cx.locale);
    cx.page(OwnPage {
        shell: cx.shell(t.signup_own_title()).here(),
        t,
        href: if policy.is_for_all() { policy.href() } else { String::new() },
        title: policy.title,
        state: signup.state.said(t),
        why: signup.why,
        answer: signup.answer,
        base: format!("/mit-bidrag/{secret}"),
    })
}

/// POST /mit-bidrag/{secret}/traek-tilbage: it is gone at once.
pub(crate) async fn withdraw(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (signup, policy) = own_signup(&cx, &mut tx, &secret).await?;
    store::remove_signup(&mut tx, signup.id).await?;
    tx.commit().await?;
    let to = if policy.is_for_all() { policy.href() } else { "/politikker".to_owned() };
    cx.redirect_saying(to, "success", "signup-flash-withdrawn")
}

samskab_web::form! {
    pub struct AnswerForm {
        svar: paragraph(signup_answer).hint(signup_answer_hint).optional().rows(3).max(600),
    }
}

struct SignupLine {
    id: String,
    name: String,
    from: String,
    email: String,
    why: String,
    day: String,
    answer: String,
    state: (&'static str, &'static str, &'static str),
    waits: bool,
}

#[derive(Template)]
#[template(path = "policy/signups.html")]
struct SignupsPage {
    shell: Shell,
    t: T,
    lines: Vec<SignupLine>,
}

#[derive(Template)]
#[template(path = "policy/signup_answer.html")]
struct AnswerPage {
    shell: Shell,
    t: T,
    line: SignupLine,
    form: AnswerForm,
    back: String,
}

/// GET /politikker/{id}/interesserede, for whoever leads it.
pub(crate) async fn list(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let all = store::signups(&mut reader, cx.tenant.id, id).await?;
    drop(reader);
    let t = T(cx.locale);
    cx.page(SignupsPage {
        shell: seen.process.policy.under(&cx, t.signup_list_title()),
        t,
        lines: all.into_iter().map(|signup| line(&cx, signup)).collect(),
    })
}

fn line(cx: &Cx, signup: Signup) -> SignupLine {
    let t = T(cx.locale);
    SignupLine {
        id: signup.id.to_string(),
        from: match signup.association.as_str() {
            "" => signup.comes_from.label(t).to_owned(),
            association => format!("{}, {association}", signup.comes_from.label(t)),
        },
        name: signup.name,
        email: signup.email.to_string(),
        why: signup.why,
        day: cx.locale.day(signup.created_at.day()),
        answer: signup.answer,
        state: signup.state.said(t),
        waits: signup.state == SignupState::Waiting,
    }
}

fn answer_page(cx: &Cx, policy: &Policy, signup: Signup, form: AnswerForm) -> AnswerPage {
    let t = T(cx.locale);
    let back = format!("{}/interesserede", policy.href());
    let shell = cx.shell(t.signup_answer_title()).under("/politikker", t.policy_list_title());
    let shell = shell.under(policy.href(), &policy.title).under(back.as_str(), t.signup_list_title());
    AnswerPage { shell: shell.here(), t, line: line(cx, signup), form, back }
}

/// A sign-up with the policy it is to, for whoever leads that.
async fn led(cx: &Cx, tx: &mut samskab_store::Tx, id: SignupId) -> Result<(Signup, Policy)> {
    let signup = store::find_signup(tx, cx.tenant.id, id).await?.or_not_found()?;
    let seen = Seen::locked(cx, tx, signup.policy).await?;
    let signup = store::find_signup(tx, cx.tenant.id, id).await?.or_not_found()?;
    Ok((signup, seen.process.policy))
}

/// GET /politik-interesserede/{id}
pub(crate) async fn answer_form(cx: Cx, Path(id): Path<SignupId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (signup, policy) = led(&cx, &mut tx, id).await?;
    cx.page(answer_page(&cx, &policy, signup, AnswerForm::default()))
}

/// POST /politik-interesserede/{id}/med and …/tak: each is told once.
async fn answer(cx: Cx, id: SignupId, form: AnswerForm, state: SignupState) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (signup, policy) = led(&cx, &mut tx, id).await?;
    let policy = &policy;
    let to = format!("{}/interesserede", policy.href());
    if signup.state != SignupState::Waiting {
        return cx.redirect_saying(to, "warning", "signup-flash-was-answered");
    }
    let mut check = Check::new(cx.locale);
    let said = form.svar().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return cx.invalid(answer_page(&cx, policy, signup, form.with_errors(errors)));
    }
    let signup = Signup { state, answer: said, updated_at: cx.now(), ..signup };
    store::save_signup(&mut tx, &signup).await?;
    let news = if state == SignupState::Taken { News::Taken } else { News::Thanked };
    let link = cx.absolute(&policy.href());
    samskab_mail::send(&mut tx, letter::message(&cx.tenant, policy, &signup, news, &link)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "signup-flash-answered")
}

pub(crate) async fn take(cx: Cx, Path(id): Path<SignupId>, Form(form): Form<AnswerForm>) -> Result<Response> {
    answer(cx, id, form, SignupState::Taken).await
}

pub(crate) async fn thank(
    cx: Cx,
    Path(id): Path<SignupId>,
    Form(form): Form<AnswerForm>,
) -> Result<Response> {
    answer(cx, id, form, SignupState::Thanked).await
}
