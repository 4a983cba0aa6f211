//! /tekster/{id}/titel: what the text is called and what it is; and a draft that nobody needs is deleted.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    module::{self, Hold},
};

use super::{TextOfBody, WITHDRAWING, new::kinds};
use crate::{
    T,
    change::{lapse_all, store as changes},
    store,
    text::{Text, TextId, TextKind, TextRenamed, TextWithdrawn},
};

samskab_web::form! {
    pub struct TitleForm {
        titel: text(text_title).hint(text_title_hint).required().max(150),
        slags: radio(text_kind).among(kinds).required(),
        /// What it was called when the form was read.
        foer: hidden,
    }
}

#[derive(Template)]
#[template(path = "text/rename.html")]
struct RenamePage {
    shell: Shell,
    t: T,
    form: TitleForm,
    base: String,
    is_published: bool,
    /// Why it cannot become a draft; `None`: it can.
    hold: Option<Hold>,
    /// What other contexts have that is deleted with it.
    parts: Vec<String>,
    /// Whose proposals end without an answer; empty: nobody's.
    told: String,
}

/// The place on this page that other contexts fill.
const PARTS: &str = "text.removal";

/// The form for the title. Runs one query, and those of the other contexts.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &TextOfBody,
    form: TitleForm,
) -> Result<RenamePage> {
    let t = T(cx.locale);
    let open = changes::count_open(connection, cx.tenant.id, found.text.id).await?;
    Ok(RenamePage {
        parts: module::parts(cx, connection, PARTS, found.text.id.uuid()).await?,
        shell: found.under(cx, t.text_rename()),
        t,
        form,
        base: found.text.href(),
        is_published: found.text.is_published(),
        hold: found.hold(cx, connection, WITHDRAWING).await?,
        told: if open == 0 { String::new() } else { t.change_gate_told(open) },
    })
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = TextOfBody::written(&cx, &mut reader, id).await?;
    let form = TitleForm {
        titel: found.text.title.clone(),
        slags: found.text.kind.code().into(),
        foer: found.text.title.clone(),
        ..TitleForm::default()
    };
    let page = page(&cx, &mut reader, &found, form).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<TextId>, Form(form): Form<TitleForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    TextOfBody::written(&cx, &mut tx, id).await?;
    store::locked(&mut tx, id).await?;
    // Read again, now that nobody else writes.
    let found = TextOfBody::written(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check);
    let kind = form.slags().code(&mut check);
    let is_another = form.foer != found.text.title && title.as_ref() != Some(&found.text.title);
    if is_another && title.as_ref().is_some_and(|title| *title != form.foer) {
        let said = T(cx.locale).text_title_conflict(found.text.title.as_str());
        check.refuse(&form.titel(), said);
    }
    let errors = check.done().err();
    let (Some(title), Some(kind), None) = (title, kind, &errors) else {
        let form =
            TitleForm { foer: found.text.title.clone(), ..form.with_errors(errors.unwrap_or_default()) };
        let page = page(&cx, &mut tx, &found, form).await?;
        return cx.invalid(page);
    };
    // Who changed the kind only, leaves the title that another gave it.
    let title = if title == form.foer { found.text.title.clone() } else { title };
    let text = found.text;
    let text = Text { title, kind, updated_at: cx.now(), ..text };
    store::save(&mut tx, &text).await?;
    tx.record(TextRenamed::of(&text)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/rediger", text.href()), "success", "text-flash-saved")
}

/// POST /tekster/{id}/slet: a draft, with its versions. What is published is made a draft first.
pub async fn remove(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = TextOfBody::written(&cx, &mut tx, id).await?;
    store::locked(&mut tx, id).await?;
    let found = TextOfBody { text: TextOfBody::written(&cx, &mut tx, id).await?.text, ..found };
    if found.text.is_published() {
        let to = format!("{}/titel", found.text.href());
        return cx.redirect_saying(to, "warning", "text-flash-is-published");
    }
    // A stored version of a policy belongs to its case: it was heard, or adopted.
    let is_of_case = found.text.kind == TextKind::Policy
        && store::newest_version(&mut tx, cx.tenant.id, id).await?.is_some();
    if is_of_case {
        let to = format!("{}/titel", found.text.href());
        return cx.redirect_saying(to, "warning", "text-flash-of-case");
    }
    lapse_all(&cx, &mut tx, &found.text).await?;
    store::remove(&mut tx, id).await?;
    tx.record(TextWithdrawn::of(&found.text)).await?;
    tx.commit().await?;
    let to = found.body.map_or_else(|| "/tekster".to_owned(), |body| body.href());
    cx.redirect_saying(to, "success", "text-flash-deleted")
}
