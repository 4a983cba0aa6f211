//! The link in the mail to whoever registered an association. As with signing in, opening it only
//! shows a button: mail programs open links too. It confirms once; after that it says that the
//! association is registered, and where to sign in.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_store::Connection;
use samskab_web::{
    Cx, Error, Result, Shell,
    error::{LostLink, OrNotFound as _},
    limits::Limited,
};

use super::{Association, AssociationConfirmed, State, sign_in_href, store};
use crate::{
    T,
    person::{PersonId, store as people},
    sign_in,
};

#[derive(Template)]
#[template(path = "association/confirm.html")]
struct ConfirmPage {
    shell: Shell,
    t: T,
    name: String,
    action: String,
}

pub(super) async fn show(cx: Cx, Path(token): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (association, person) = found(&cx, &mut reader, &token).await?;
    drop(reader);
    if association.state != State::Unconfirmed {
        return already(&cx, &association, person);
    }
    let t = T(cx.locale);
    let page = ConfirmPage {
        shell: cx.shell(t.confirm_title()),
        t,
        name: association.full_name(),
        action: cx.path().to_owned(),
    };
    cx.page(page)
}

/// What is said of a link to confirm an association that leads to nothing.
const LOST: LostLink = LostLink {
    text: |locale| T(locale).confirm_lost_link(),
    step: Some((|locale| samskab_web::T(locale).sign_in_action(), "/log-ind")),
};

/// The association that the link confirms, and the person who does it.
async fn found(cx: &Cx, connection: &mut Connection, token: &str) -> Result<(Association, PersonId)> {
    let confirmation = store::confirmation(connection, cx.tenant.id, token, cx.now()).await?;
    let (id, person) = confirmation.ok_or(Error::LostLink(LOST))?;
    Ok((store::find(connection, cx.tenant.id, id).await?.or_not_found()?, person))
}

#[derive(Template)]
#[template(path = "association/already.html")]
struct AlreadyPage {
    shell: Shell,
    t: T,
    title: String,
    sign_in: String,
}

/// The link was used before, or another one to the same association.
fn already(cx: &Cx, association: &Association, person: PersonId) -> Result<Response> {
    if !matches!(association.state, State::Pending | State::Approved) {
        return Err(Error::LostLink(LOST));
    }
    if cx.actor.person == Some(person.uuid()) {
        return cx.redirect(format!("/foreninger/{}", association.id));
    }
    let t = T(cx.locale);
    let title = t.confirm_already_title(association.full_name());
    let sign_in = sign_in_href(association.id);
    cx.page_with(StatusCode::GONE, AlreadyPage { shell: cx.shell(title.clone()), t, title, sign_in })
}

/// The person has shown that the address is theirs, and is signed in with it.
pub(super) async fn confirm(cx: Cx, Path(token): Path<String>) -> Result<Response> {
    cx.limit(Limited::SignIn)?;
    let mut tx = cx.write().await?;
    let (association, person) = found(&cx, &mut tx, &token).await?;
    let Ok(state) = association.state.clone().confirm() else {
        drop(tx);
        return already(&cx, &association, person);
    };
    let id = association.id;
    store::save(&mut tx, &association.in_state(state, cx.now())).await?;
    tx.record(AssociationConfirmed { association: id }).await?;
    if let Some(mut person) = people::find(&mut tx, cx.tenant.id, person).await? {
        person.email_confirmed_at.get_or_insert(cx.now());
        people::save(&mut tx, &person).await?;
    }
    sign_in::begin(&cx, tx, person, &format!("/foreninger/{id}")).await
}
