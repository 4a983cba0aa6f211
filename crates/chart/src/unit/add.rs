//! Founding a unit (RS-10).

use axum::response::Response;
use samskab_kernel::Validity;
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    form::{Choice, query},
};
use serde::Deserialize;

use super::fields::{Description, Standing, explain, kinds, parents};
use crate::T;
use samskab_organisation::{
    authority::{Action, Resource, may},
    place,
    unit::{Unit, UnitId, events::Added, store, timeline},
};

samskab_web::form! {
    pub(super) struct AddForm {
        ..standing: Standing,
        ..description: Description,
        number: text(unit_number).hint(unit_number_hint).optional().at_most(40).width("s"),
    }
}

#[derive(askama::Template)]
#[template(path = "unit/add.html")]
struct AddPage {
    shell: Shell,
    t: T,
    form: AddForm,
    kinds: Vec<Choice>,
    parents: Vec<Choice>,
}

/// `?under=…` chooses the unit above.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AddQuery {
    under: String,
}

pub(super) async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Municipality))?;
    let today = cx.now().day();
    let mut reader = cx.read().await?;
    let units = store::all(&mut reader, cx.tenant.id, today).await?;
    drop(reader);
    let standing =
        Standing { parent: query::<AddQuery>(&cx).under, from: today.to_string(), ..Standing::default() };
    cx.page(page(&cx, &units, AddForm { standing, ..AddForm::default() }))
}

pub(super) async fn create(cx: Cx, Form(form): Form<AddForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Municipality))?;
    let mut tx = cx.write().await?;
    let places = place::all(&mut tx, cx.tenant.id).await?;
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    let number = form.number().text(&mut check).unwrap_or_default();
    let id: UnitId = cx.new_id();
    let mut unit = None;
    if let Some(read) = form.standing.read(&mut check, &form.standing.opens(t), cx.now().day()) {
        let mut new = Unit::named(id, read.name, read.kind, read.parent, read.from);
        new.validity = Validity::since(read.from);
        form.description.read(&mut check, &mut new, &places);
        let every = store::every_version(&mut tx, cx.tenant.id).await?;
        if let Err(broken) = timeline::fits(&new, &every) {
            explain(&mut check, &form.fields(), &broken, cx.locale);
        }
        if !number.is_empty() && store::by_number(&mut tx, cx.tenant.id).await?.contains_key(&number) {
            check.refuse(&form.number(), t.unit_error_number());
        }
        new.number = Some(number).filter(|number| !number.is_empty());
        unit = Some(new);
    }
    let unit = match (unit, check.done()) {
        (Some(unit), Ok(())) => unit,
        (_, errors) => {
            let units = store::all(&mut tx, cx.tenant.id, cx.now().day()).await?;
            return cx.invalid(page(&cx, &units, form.with_errors(errors.err().unwrap_or_default())));
        }
    };
    store::add(&mut tx, &unit).await?;
    tx.record(Added { unit: id, from: unit.validity.from }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", "unit-added")
}

fn page(cx: &Cx, units: &[Unit], form: AddForm) -> AddPage {
    let t = T(cx.locale);
    AddPage {
        shell: cx.shell(t.unit_add_title()).under("/organisation", t.unit_chart_title()).here(),
        t,
        kinds: kinds(t, None),
        parents: parents(units, None),
        form,
    }
}
