//! The link from the mail. Opening it shows a button and signs nobody in: mail programs that look
//! through every link would use it up before its reader does.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_web::{Cx, Result, Shell, form, limits::Limited, session::Opens};
use serde::Deserialize;

use super::store;
use crate::{T, person::store as people};

#[derive(Deserialize, Default)]
#[serde(default)]
struct OnwardQuery {
    videre: String,
}

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct LinkPage {
    shell: Shell,
    /// What the button does: signs in, or opens what the letter is about.
    text: &'static str,
    submit: &'static str,
    /// This address with its query: where the button posts to.
    action: String,
}

#[derive(Template)]
#[template(path = "sign_in/link_gone.html")]
struct GonePage {
    shell: Shell,
    t: T,
}

pub(super) async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let opens = {
        let mut reader = cx.read().await?;
        store::find_opens(&mut reader, cx.tenant.id, &secret, cx.now()).await?
    };
    let Some(opens) = opens else { return gone(&cx) };
    let t = T(cx.locale);
    let (title, text, submit) = match Opens::of_stored(&opens) {
        Opens::Everything => (t.sign_in_link_title(), t.sign_in_link_text(), t.sign_in_submit()),
        Opens::Only(_) => {
            (t.sign_in_link_only_title(), t.sign_in_link_only_text(), t.sign_in_link_only_submit())
        }
    };
    cx.page(LinkPage { shell: cx.shell(title), text, submit, action: cx.path_and_query() })
}

pub(super) async fn sign_in(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    cx.limit(Limited::SignIn)?;
    let mut tx = cx.write().await?;
    let Some((id, opens)) = store::use_link(&mut tx, &secret).await? else { return gone(&cx) };
    if let Some(mut person) = people::find(&mut tx, cx.tenant.id, id).await? {
        // Whoever reads the address' mail has shown that it is theirs.
        if person.email.is_some() {
            person.email_confirmed_at.get_or_insert(cx.now());
            people::save(&mut tx, &person).await?;
        }
    }
    let onward: OnwardQuery = form::query(&cx);
    match Opens::of_stored(&opens) {
        Opens::Everything => super::begin(&cx, tx, id, &onward.videre).await,
        // A reader who is signed in for everything stays so.
        Opens::Only(page) if cx.actor.person == Some(id.uuid()) => {
            tx.commit().await?;
            cx.redirect(page)
        }
        only @ Opens::Only(page) => super::begin_for(&cx, tx, id, page, only).await,
    }
}

fn gone(cx: &Cx) -> Result<Response> {
    let t = T(cx.locale);
    cx.page_with(StatusCode::GONE, GonePage { shell: cx.shell(t.sign_in_link_gone_title()), t })
}
