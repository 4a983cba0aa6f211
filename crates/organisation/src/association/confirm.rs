//! The link in the mail to whoever registered an association. As with signing in, opening it only
//! shows a button: mail programs open links too.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Error, Result, Shell, error::OrNotFound as _, limits::Limited};

use super::{AssociationConfirmed, AssociationId, State, store};
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
    let (id, _) = found(store::confirmation(&mut reader, cx.tenant.id, &token, cx.now()).await?)?;
    let association = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    drop(reader);
    let t = T(cx.locale);
    let page = ConfirmPage {
        shell: cx.shell(t.confirm_title()),
        t,
        name: association.full_name(),
        action: cx.path().to_owned(),
    };
    cx.page(page)
}

fn found(confirmation: Option<(AssociationId, PersonId)>) -> Result<(AssociationId, PersonId)> {
    confirmation.ok_or(Error::LinkExpired)
}

/// The person has shown that the address is theirs, and is signed in with it.
pub(super) async fn confirm(cx: Cx, Path(token): Path<String>) -> Result<Response> {
    cx.limit(Limited::SignIn)?;
    let mut tx = cx.write().await?;
    let (id, person) = found(store::confirmation(&mut tx, cx.tenant.id, &token, cx.now()).await?)?;
    let association = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    // Whoever sent the form again after confirming has a second link: it leads them in as well.
    if association.state != State::Pending {
        let state = association.state.clone().confirm().map_err(|_| Error::LinkExpired)?;
        store::save(&mut tx, &association.in_state(state, cx.now())).await?;
        tx.record(AssociationConfirmed { association: id }).await?;
    }
    store::end_confirmations(&mut tx, id).await?;
    if let Some(mut person) = people::find(&mut tx, cx.tenant.id, person).await? {
        person.email_confirmed_at.get_or_insert(cx.now());
        people::save(&mut tx, &person).await?;
    }
    sign_in::begin(&cx, tx, person, &format!("/foreninger/{id}")).await
}
