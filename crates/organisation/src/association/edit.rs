//! An association's own people keep what it says about itself up to date.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::ticked};

use super::{
    Association, AssociationChanged, AssociationId,
    fields::{self, AboutForm},
    store, under_association,
};
use crate::{
    T,
    authority::{self, Action, Resource},
    identify::Who as _,
};

samskab_web::form! {
    pub(super) struct EditForm {
        ..about: AboutForm,
        /// The municipality's word, so only a coordinator sets it (RS-23).
        approved_folkeoplysning: tick(field_folkeoplysning).hint(field_folkeoplysning_hint),
    }
}

#[derive(Template)]
#[template(path = "association/edit.html")]
struct EditPage {
    shell: Shell,
    t: T,
    association: Association,
    form: EditForm,
    is_coordinator: bool,
}

pub(super) async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    cx.require(authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)))?;
    let association = {
        let mut reader = cx.read().await?;
        store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?
    };
    let form = EditForm {
        about: AboutForm::of(&association),
        approved_folkeoplysning: ticked(association.approved_folkeoplysning),
        ..EditForm::default()
    };
    cx.page(page(&cx, association, form))
}

fn page(cx: &Cx, association: Association, form: EditForm) -> EditPage {
    let t = T(cx.locale);
    let shell = under_association(cx, &association, t.edit_title()).here();
    EditPage { shell, t, association, form, is_coordinator: cx.actor.is_coordinator() }
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
    let mut after = form.about.read(fields::this_year(&cx), &mut check, before.clone());
    if let Err(errors) = check.done() {
        drop(tx);
        return cx.invalid(page(&cx, before, form.with_errors(errors)));
    }
    if cx.actor.is_coordinator() {
        after.approved_folkeoplysning = form.approved_folkeoplysning().is_ticked();
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
