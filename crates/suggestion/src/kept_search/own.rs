//! /soegninger/{key}: the searches of one address, behind the link in a mail or, as "mine", for somebody signed in
//! whose address it is. Opening it changes nothing: mail programs look through every link.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use samskab_kernel::contact::Email;
use samskab_organisation::person::{PersonId, store as people};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Cx, Error, Form, Result, Shell,
    error::{LostLink, OrNotFound as _},
    form::Choice,
};

use super::{KeptSearch, KeptSearchId, Rhythm, store};
use crate::T;

/// The key in the address for somebody signed in.
const MINE: &str = "mine";

/// What is said of a link to one's searches that leads to nothing.
const LOST: LostLink = LostLink {
    text: |locale| T(locale).kept_lost_link(),
    step: Some((|locale| samskab_web::T(locale).not_found_action(), "/opgaver")),
};

/// # Errors
/// [`Error::LostLink`] for a link nobody has; [`Error::SignIn`] where only somebody signed in gets on.
async fn whose(cx: &Cx, connection: &mut Connection, key: &str) -> Result<Email> {
    if key != MINE {
        return store::address(connection, cx.tenant.id, key).await?.ok_or(Error::LostLink(LOST));
    }
    let me = cx.actor.person.map(PersonId::from_uuid).ok_or(Error::SignIn)?;
    let me = people::find(connection, cx.tenant.id, me).await?.or_not_found()?;
    me.email.filter(|_| me.email_confirmed_at.is_some()).or_not_found()
}

struct Line {
    id: String,
    said: String,
    list_href: String,
    state: (String, &'static str, &'static str),
    /// Waits for a yes, the first or another.
    asks: bool,
    is_confirmed: bool,
    rhythms: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "kept_search/own.html")]
struct OwnPage {
    shell: Shell,
    t: T,
    base: String,
    email: String,
    lines: Vec<Line>,
}

fn line(cx: &Cx, kept: &KeptSearch) -> Line {
    let t = T(cx.locale);
    let is_confirmed = kept.confirmed_at.is_some();
    let rhythm = |rhythm: &Rhythm| Choice::new(rhythm.code(), rhythm.label(t), *rhythm == kept.rhythm);
    let (word, tone, symbol) = if is_confirmed {
        (t.kept_state_until(cx.locale.day(kept.ends_at.day())), "good", "check")
    } else {
        (t.kept_state_unconfirmed().to_owned(), "wait", "email")
    };
    Line {
        id: kept.id.to_string(),
        said: kept.said.clone(),
        list_href: kept.href(),
        state: (word, tone, symbol),
        asks: !is_confirmed || kept.ends_soon(cx.now()),
        is_confirmed,
        rhythms: Rhythm::ALL.iter().map(rhythm).collect(),
    }
}

pub async fn show(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let email = whose(&cx, &mut reader, &key).await?;
    let all = store::of_address(&mut reader, cx.tenant.id, &email).await?;
    let t = T(cx.locale);
    let shell = cx.shell(t.kept_own_title());
    let shell = if key == MINE { shell.under("/min-side", t.volunteer_home_title()) } else { shell };
    cx.page(OwnPage {
        shell: shell.here(),
        t,
        base: format!("/soegninger/{key}"),
        email: email.to_string(),
        lines: all.iter().map(|kept| line(&cx, kept)).collect(),
    })
}

samskab_web::form! {
    /// Which search, and how often it is mailed.
    pub struct OwnForm {
        id: hidden,
        rhythm: radio(kept_rhythm),
    }
}

/// The address behind the key, and the search of it that was chosen.
async fn chosen(cx: &Cx, tx: &mut Tx, key: &str, form: &OwnForm) -> Result<KeptSearch> {
    let email = whose(cx, tx, key).await?;
    let id: KeptSearchId = form.id.parse().map_err(|_| Error::NotFound)?;
    let all = store::of_address(tx, cx.tenant.id, &email).await?;
    all.into_iter().find(|one| one.id == id).or_not_found()
}

fn back(cx: &Cx, key: &str, said: &'static str) -> Result<Response> {
    cx.redirect_saying(format!("/soegninger/{key}"), "success", said)
}

/// The address is mine, and I want it; or: another year.
pub async fn confirm(cx: Cx, Path(key): Path<String>, Form(form): Form<OwnForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let kept = chosen(&cx, &mut tx, &key, &form).await?;
    store::save(&mut tx, &kept.confirm(cx.now())).await?;
    tx.commit().await?;
    back(&cx, &key, "kept-flash-kept")
}

pub async fn change(cx: Cx, Path(key): Path<String>, Form(form): Form<OwnForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let kept = chosen(&cx, &mut tx, &key, &form).await?;
    let rhythm = form.rhythm.parse().unwrap_or(kept.rhythm);
    store::save(&mut tx, &KeptSearch { rhythm, ..kept }).await?;
    tx.commit().await?;
    back(&cx, &key, "kept-flash-changed")
}

pub async fn stop(cx: Cx, Path(key): Path<String>, Form(form): Form<OwnForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let email = whose(&cx, &mut tx, &key).await?;
    let id: KeptSearchId = form.id.parse().map_err(|_| Error::NotFound)?;
    // Stopped twice is stopped.
    store::delete(&mut tx, &email, id).await?;
    tx.commit().await?;
    back(&cx, &key, "kept-flash-stopped")
}

/// Everything stops: by a button on the page, or by a mail program in its reader's name (RFC 8058). The secret in the
/// address is all it goes by.
pub async fn stop_all(cx: Cx, Path(key): Path<String>, headers: HeaderMap) -> Result<Response> {
    if key == MINE {
        return Err(Error::NotFound);
    }
    let mut tx = cx.write().await?;
    let email = whose(&cx, &mut tx, &key).await?;
    store::delete_all(&mut tx, &email).await?;
    tx.commit().await?;
    // A browser says which site the form was on; a mail program needs no page as an answer.
    if headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN) {
        return back(&cx, &key, "kept-flash-stopped-all");
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
