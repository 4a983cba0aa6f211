//! GET /bevis and /bevis/{code}: anybody who was given a code sees whether it is real, and what it says.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_web::{Cx, Result, Shell, form, limits::Limited};
use serde::Deserialize;

use super::{Code, Proof, sheet::Sheet, store};
use crate::T;

#[derive(Template)]
#[template(path = "proof/check.html")]
struct CheckPage {
    shell: Shell,
    t: T,
    typed: String,
    error: &'static str,
    found: Found,
}

enum Found {
    /// Nothing was asked yet, or it is no code.
    Nothing,
    Unknown,
    Withdrawn {
        since: String,
    },
    Real(Box<Sheet>),
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    kode: String,
}

impl CheckPage {
    fn is_unknown(&self) -> bool {
        matches!(self.found, Found::Unknown)
    }
}

fn page(cx: &Cx, typed: String, error: &'static str, found: Found) -> CheckPage {
    let t = T(cx.locale);
    CheckPage { shell: cx.shell(t.proof_check_title()).here(), t, typed, error, found }
}

pub async fn ask(cx: Cx) -> Result<Response> {
    let Asked { kode } = form::query(&cx);
    if kode.trim().is_empty() {
        return cx.page(page(&cx, kode, "", Found::Nothing));
    }
    match kode.parse::<Code>() {
        Ok(code) => cx.redirect(code.href()),
        Err(_) => cx.invalid(page(&cx, kode, T(cx.locale).proof_no_code(), Found::Nothing)),
    }
}

pub async fn show(cx: Cx, Path(typed): Path<String>) -> Result<Response> {
    cx.limit(Limited::CodeCheck)?;
    let t = T(cx.locale);
    let Ok(code) = typed.parse::<Code>() else {
        return cx.page_with(StatusCode::NOT_FOUND, page(&cx, typed, t.proof_no_code(), Found::Nothing));
    };
    let mut reader = cx.read().await?;
    let found = match store::find_by_code(&mut reader, cx.tenant.id, &code).await? {
        None => return cx.page_with(StatusCode::NOT_FOUND, page(&cx, code.to_string(), "", Found::Unknown)),
        Some(Proof { withdrawn_at: Some(at), .. }) => Found::Withdrawn { since: cx.locale.day(at.day()) },
        Some(proof) => Found::Real(Box::new(Sheet::of(&cx, &proof))),
    };
    cx.page(page(&cx, code.to_string(), "", found))
}
