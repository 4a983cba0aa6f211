//! Signing out. A link that somebody else placed on a page must not do it, so a GET only asks.

use askama::Template;
use axum::response::Response;
use samskab_web::{Cx, Result, Shell, session};

use crate::T;

#[derive(Template)]
#[template(path = "sign_in/out.html")]
struct SignOutPage {
    shell: Shell,
    t: T,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    if !cx.actor.is_signed_in() {
        return cx.redirect("/");
    }
    let t = T(cx.locale);
    cx.page(SignOutPage { shell: cx.shell(t.sign_out_title()), t })
}

pub(super) async fn sign_out(cx: Cx) -> Result<Response> {
    if let Some(secret) = cx.session_secret() {
        let mut tx = cx.write().await?;
        session::end(&mut tx, secret).await?;
        tx.commit().await?;
    }
    let mut response = cx.redirect_saying("/", "success", "flash-signed-out")?;
    cx.clear_session(response.headers_mut());
    Ok(response)
}
