//! Privatliv og cookies: what is stored, why, for how long, and whom to ask (law B.7).

use askama::Template;
use axum::response::Response;
use samskab_web::{Cx, Result, Shell};

use crate::T;

#[derive(Template)]
#[template(path = "person/privacy.html")]
struct PrivacyPage {
    shell: Shell,
    t: T,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    cx.keep_today();
    let t = T(cx.locale);
    cx.page(PrivacyPage { shell: cx.shell(t.privacy_title()), t })
}
