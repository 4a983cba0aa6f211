//! An association's own people keep what it says about itself up to date.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, error::OrNotFound as _};
use serde::Deserialize;

use super::{
    Association, AssociationChanged, AssociationId,
    fields::{self, Choices, Fields},
    store,
};
use crate::{
    T,
    authority::{self, Action, Resource},
    identify::Who as _,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct EditForm {
    #[serde(flatten)]
    fields: Fields,
    /// The municipality's word, so only a coordinator sets it (RS-23).
    approved_folkeoplysning: String,
}

#[derive(Template)]
#[template(path = "association/edit.html")]
struct EditPage {
    shell: Shell,
    t: T,
    association: Association,
    form: EditForm,
    errors: Errors,
    choices: Choices,
    is_coordinator: bool,
}

pub(super) async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let association = {
        let mut reader = cx.read().await?;
        store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?
    };
    let ticked = if association.approved_folkeoplysning { "ja" } else { "" };
    let form = EditForm { fields: Fields::of(&association), approved_folkeoplysning: ticked.to_owned() };
    cx.page(page(&cx, association, form, Errors::default()))
}

fn page(cx: &Cx, association: Association, form: EditForm, errors: Errors) -> EditPage {
    let t = T(cx.locale);
    let shell = cx
        .shell(t.edit_title())
        .under("/foreninger", t.directory_title())
        .under(format!("/foreninger/{}", association.id), association.full_name())
        .here();
    let choices = form.fields.choices(t);
    EditPage { shell, t, association, form, errors, choices, is_coordinator: cx.actor.is_coordinator() }
}

pub(super) async fn save(
    cx: Cx,
    Path(id): Path<AssociationId>,
    Form(form): Form<EditForm>,
) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let mut tx = cx.write().await?;
    let before = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let mut check = Check::new(cx.locale);
    let mut after = form.fields.read(T(cx.locale), fields::this_year(&cx), &mut check, before.clone());
    if let Err(errors) = check.done() {
        drop(tx);
        return cx.invalid(page(&cx, before, form, errors));
    }
    if cx.actor.is_coordinator() {
        after.approved_folkeoplysning = !form.approved_folkeoplysning.is_empty();
    }
    if after.postcode != before.postcode || after.place.is_none() {
        after = fields::with_place(&mut tx, cx.tenant.id, after).await?;
    }
    after.updated_at = cx.now();
    store::save(&mut tx, &after).await?;
    tx.record(AssociationChanged { association: id }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/foreninger/{id}"), "success", "association-flash-saved")
}
