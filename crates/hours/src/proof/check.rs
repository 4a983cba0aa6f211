//! GET /bevis and /bevis/{code}: anybody who was given a code sees whether it is real, and what it says.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_web::{Cx, Errors, Result, Shell, form, limits::Limited};

use super::{Proof, ProofCode, sheet::Sheet, store};
use crate::T;

#[derive(Template)]
#[template(path = "proof/check.html")]
struct CheckPage {
    shell: Shell,
    t: T,
    form: CheckQuery,
    found: CheckOutcome,
}

enum CheckOutcome {
    /// No code was typed yet, or what was typed is no code.
    Nothing,
    Unknown,
    /// Issued, and its owner's account is gone since.
    Gone,
    Withdrawn {
        since: String,
    },
    Real(Box<Sheet>),
}

samskab_web::form! {
    struct CheckQuery {
        /// The code of a proof, as it was typed.
        kode: text(proof_code).hint(proof_code_hint).max(20).width("s").autocomplete("off"),
    }
}

impl CheckQuery {
    fn of(code: impl ToString) -> Self {
        Self { kode: code.to_string(), ..Self::default() }
    }

    /// What was typed is no code.
    fn refused(self, t: T) -> Self {
        let mut errors = Errors::default();
        errors.add(&self.kode(), t.proof_no_code());
        self.with_errors(errors)
    }
}

impl CheckPage {
    fn is_unknown(&self) -> bool {
        matches!(self.found, CheckOutcome::Unknown)
    }
}

fn page(cx: &Cx, form: CheckQuery, found: CheckOutcome) -> CheckPage {
    let t = T(cx.locale);
    CheckPage { shell: cx.shell(t.proof_check_title()).here(), t, form, found }
}

pub async fn ask(cx: Cx) -> Result<Response> {
    let form: CheckQuery = form::query(&cx);
    if form.kode().is_empty() {
        return cx.page(page(&cx, form, CheckOutcome::Nothing));
    }
    match form.kode.parse::<ProofCode>() {
        Ok(code) => cx.redirect(code.href()),
        Err(_) => cx.invalid(page(&cx, form.refused(T(cx.locale)), CheckOutcome::Nothing)),
    }
}

pub async fn show(cx: Cx, Path(typed): Path<String>) -> Result<Response> {
    cx.limit(Limited::CodeCheck)?;
    let Ok(code) = typed.parse::<ProofCode>() else {
        let form = CheckQuery::of(typed).refused(T(cx.locale));
        return cx.page_with(StatusCode::NOT_FOUND, page(&cx, form, CheckOutcome::Nothing));
    };
    let form = CheckQuery::of(&code);
    let mut reader = cx.read().await?;
    let found = match store::find_by_code(&mut reader, cx.tenant.id, &code).await? {
        None if store::is_gone(&mut reader, cx.tenant.id, &code).await? => CheckOutcome::Gone,
        None => return cx.page_with(StatusCode::NOT_FOUND, page(&cx, form, CheckOutcome::Unknown)),
        Some(Proof { withdrawn_at: Some(at), .. }) => {
            CheckOutcome::Withdrawn { since: cx.locale.day(at.day()) }
        }
        Some(proof) => CheckOutcome::Real(Box::new(Sheet::of(&cx, &proof))),
    };
    cx.page(page(&cx, form, found))
}
