//! The link from the letter to the new address. Opening it shows a button and changes nothing: mail programs look
//! through every link.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_organisation::{
    letter::Sender,
    person::{Person, store as people},
    sign_in,
};
use samskab_web::{Cx, Result, Shell, limits::Limited, merge, merge::Readdressed, session};

use super::change;
use crate::{T, event::EmailChanged, letter};

#[derive(Template)]
#[template(path = "email_link.html")]
struct LinkPage {
    shell: Shell,
    t: T,
    text: String,
    action: String,
}

#[derive(Template)]
#[template(path = "email_gone.html")]
struct GonePage {
    shell: Shell,
    t: T,
    text: String,
}

pub(super) async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let found = change::find(&mut reader, cx.tenant.id, &secret, cx.now()).await?;
    let Some(pending) = found else { return gone(&cx, StatusCode::GONE, t.email_change_gone()) };
    let Some(person) = people::find(&mut reader, cx.tenant.id, pending.person).await? else {
        return gone(&cx, StatusCode::GONE, t.email_change_gone());
    };
    drop(reader);
    let text = t.email_change_confirm_text(pending.email.as_str(), person.first_name());
    cx.page(LinkPage {
        shell: cx.shell(t.email_change_confirm_title()),
        t,
        text,
        action: cx.path().to_owned(),
    })
}

/// From now on this is the address: other browsers are signed out, links that were sent to the one before no longer
/// work, what is found by it is found by the new one, and its reader is told.
pub(super) async fn confirm(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    cx.limit(Limited::SignIn)?;
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let found = change::find(&mut tx, cx.tenant.id, &secret, cx.now()).await?;
    let Some(pending) = found else { return gone(&cx, StatusCode::GONE, t.email_change_gone()) };
    let Some(person) = people::find(&mut tx, cx.tenant.id, pending.person).await? else {
        return gone(&cx, StatusCode::GONE, t.email_change_gone());
    };
    // Whoever reads the address may know that it is in use: somebody made an account with it meanwhile.
    if people::find_by_email(&mut tx, cx.tenant.id, &pending.email).await?.is_some() {
        return gone(&cx, StatusCode::CONFLICT, t.email_change_taken());
    }
    let (id, before) = (person.id, person.email.clone());
    let was_theirs = person.email_confirmed_at.is_some();
    let person = Person { email: Some(pending.email.clone()), email_confirmed_at: Some(cx.now()), ..person };
    people::save(&mut tx, &person).await?;
    change::end(&mut tx, id).await?;
    sign_in::end_links(&mut tx, id).await?;
    if let Some(from) = before.clone().filter(|_| was_theirs) {
        let change = Readdressed { person: id.uuid(), from, to: pending.email.clone() };
        merge::readdress(&cx.services, &mut tx, &change).await?;
    }
    if let Some(before) = before {
        let contact = cx.absolute("/kontakt");
        let letter = letter::address_changed(Sender::of(&cx.tenant), &person, before, &contact);
        samskab_mail::send(&mut tx, letter).await?;
    }
    session::end_all(&mut tx, id.uuid()).await?;
    let is_me = cx.actor.person == Some(id.uuid());
    let session = match is_me {
        true => Some(session::begin(&mut tx, id.uuid(), cx.services.db.dice()).await?),
        false => None,
    };
    tx.record(EmailChanged { person: id }).await?;
    tx.commit().await?;
    let to = if is_me { super::PROFILE } else { "/log-ind" };
    let mut response = cx.redirect_saying(to, "success", "email-change-done")?;
    if let Some(session) = session {
        cx.set_session(response.headers_mut(), &session);
    }
    Ok(response)
}

fn gone(cx: &Cx, status: StatusCode, text: &str) -> Result<Response> {
    let t = T(cx.locale);
    cx.page_with(status, GonePage { shell: cx.shell(t.email_change_gone_title()), t, text: text.to_owned() })
}
