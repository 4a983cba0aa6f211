//! /tekster/ny: a text is begun, with the headings that such a text usually has.

use askama::Template;
use axum::response::Response;
use samskab_kernel::Locale;
use samskab_organisation::{
    body::{self, Body, BodyId, Tie},
    identify::Who as _,
};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    form::{Choice, query, ticked},
};
use serde::Deserialize;

use super::{list::bodies_of, tie};
use crate::{
    T,
    authority::{Action, may},
    store,
    text::{BlockKind, Text, TextBegun, TextKind},
};

samskab_web::form! {
    pub struct TextForm {
        organ: choice(text_body).first(text_body_none).optional(),
        slags: radio(text_kind).among(kinds).required(),
        titel: text(text_title).hint(text_title_hint).required().max(150),
        overskrifter: tick(text_headings).hint(text_headings_hint),
    }
}

pub(super) fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(TextKind::Mandate.code(), TextKind::Mandate.label(t)).hint(t.text_kind_mandate_hint()),
        Choice::of(TextKind::Rules.code(), TextKind::Rules.label(t)).hint(t.text_kind_rules_hint()),
        Choice::of(TextKind::Policy.code(), TextKind::Policy.label(t)),
        Choice::of(TextKind::Other.code(), TextKind::Other.label(t)),
    ]
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NewQuery {
    organ: String,
}

#[derive(Template)]
#[template(path = "text/new.html")]
struct NewPage {
    shell: Shell,
    t: T,
    form: TextForm,
    bodies: Vec<Choice>,
    back: String,
}

/// The bodies that the reader writes for. Runs two queries.
async fn bodies(cx: &Cx, connection: &mut Connection) -> Result<Vec<Body>> {
    let mut bodies = body::store::all(connection, cx.tenant.id, cx.today()).await?;
    if !cx.actor.is_coordinator() {
        let own = bodies_of(cx, connection, &bodies).await?;
        bodies.retain(|body| own.iter().any(|(id, tie)| *id == body.id && *tie == Tie::Runs));
    }
    Ok(bodies)
}

async fn page(cx: &Cx, connection: &mut Connection, form: TextForm) -> Result<NewPage> {
    let t = T(cx.locale);
    let bodies = bodies(cx, connection).await?;
    let back = bodies.iter().find(|body| body.id.to_string() == form.organ);
    let (all, called) = match may(&cx.actor, Action::ListTexts, Tie::None) {
        true => ("/tekster", t.text_list_title()),
        false => ("/organer", t.text_bodies()),
    };
    Ok(NewPage {
        shell: cx.shell(t.text_new()).under(all, called).here(),
        t,
        back: back.map_or_else(|| all.to_owned(), Body::href),
        bodies: bodies.iter().map(|body| Choice::of(body.id.to_string(), &body.name)).collect(),
        form,
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let asked: NewQuery = query(&cx);
    let form = TextForm { organ: asked.organ, overskrifter: ticked(true), ..TextForm::default() };
    let page = page(&cx, &mut reader, form).await?;
    cx.require(cx.actor.is_coordinator() || !page.bodies.is_empty())?;
    cx.page(page)
}

pub async fn add(cx: Cx, Form(form): Form<TextForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let body = match form.organ.parse::<BodyId>() {
        Ok(id) => body::store::find(&mut tx, cx.tenant.id, id).await?,
        Err(_) => None,
    };
    let tie = tie(&cx, &mut tx, body.as_ref()).await?;
    let may_write = may(&cx.actor, Action::WriteTexts, tie);
    let may_choose = body.is_none() && !bodies(&cx, &mut tx).await?.is_empty();
    cx.require(may_write || may_choose)?;
    let mut check = Check::new(cx.locale);
    if !may_write {
        check.refuse(&form.organ(), T(cx.locale).text_body_missing());
    }
    let kind: Option<TextKind> = form.slags().code(&mut check);
    let title = form.titel().text(&mut check);
    let errors = check.done().err();
    let (Some(kind), Some(title), None) = (kind, title, &errors) else {
        let page = page(&cx, &mut tx, form.with_errors(errors.unwrap_or_default())).await?;
        return cx.invalid(page);
    };
    let text = Text { kind, title, body: body.map(|body| body.id), ..Text::new(cx.new_id(), cx.now()) };
    store::add(&mut tx, &text).await?;
    if form.overskrifter().is_ticked() {
        for (place, heading) in (1..).zip(headings(T(cx.locale), kind)) {
            store::insert_block(&mut tx, text.id, place, BlockKind::Heading2, heading).await?;
        }
    }
    tx.record(TextBegun::of(&text)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/rediger", text.href()), "success", "text-flash-begun")
}

fn headings(t: T, kind: TextKind) -> Vec<&'static str> {
    match kind {
        TextKind::Mandate => t.text_headings_mandate().split('|').map(str::trim).collect(),
        TextKind::Rules => t.text_headings_rules().split('|').map(str::trim).collect(),
        TextKind::Policy | TextKind::Other => Vec::new(),
    }
}
