//! Founding a unit (RS-10).

use axum::response::Response;
use samskab_kernel::Validity;
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    form::{Choice, query},
};
use serde::Deserialize;

use super::{
    Unit, UnitId,
    events::Added,
    fields::{Description, Standing, explain},
    store, timeline,
};
use crate::{
    T,
    authority::{Action, Resource, may},
    place,
};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AddForm {
    number: String,
    #[serde(flatten)]
    standing: Standing,
    #[serde(flatten)]
    description: Description,
}

#[derive(askama::Template)]
#[template(path = "unit/add.html")]
struct AddPage {
    shell: Shell,
    t: T,
    form: AddForm,
    kinds: Vec<Choice>,
    parents: Vec<Choice>,
    errors: Errors,
}

/// `?under=…` chooses the unit above.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Under {
    under: String,
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Municipality))?;
    let today = cx.now().day();
    let mut reader = cx.read().await?;
    let units = store::all(&mut reader, cx.tenant.id, today).await?;
    drop(reader);
    let standing =
        Standing { parent: query::<Under>(&cx).under, from: today.to_string(), ..Standing::default() };
    cx.page(page(&cx, &units, AddForm { standing, ..AddForm::default() }, Errors::default()))
}

pub async fn create(cx: Cx, Form(form): Form<AddForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Municipality))?;
    let mut tx = cx.write().await?;
    let places = place::all(&mut tx, cx.tenant.id).await?;
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    // A unit that opens asks for its first day by another name than one that changes.
    check.labels(&[("number", t.unit_number()), ("from", t.unit_opens())]);
    let number = check.text("number", &form.number, 40).unwrap_or_default();
    let id: UnitId = cx.new_id();
    let mut unit = None;
    if let Some(read) = form.standing.read(&mut check, cx.now().day()) {
        let mut new = Unit::named(id, read.name, read.kind, read.parent, read.from);
        new.validity = Validity::since(read.from);
        form.description.read(&mut check, &mut new, &places);
        let every = store::every_version(&mut tx, cx.tenant.id).await?;
        if let Err(broken) = timeline::fits(&new, &every) {
            explain(&mut check, &broken, cx.locale);
        }
        if !number.is_empty() && store::by_number(&mut tx, cx.tenant.id).await?.contains_key(&number) {
            check.error("number", t.unit_error_number());
        }
        new.number = Some(number).filter(|number| !number.is_empty());
        unit = Some(new);
    }
    let unit = match (unit, check.done()) {
        (Some(unit), Ok(())) => unit,
        (_, errors) => {
            let units = store::all(&mut tx, cx.tenant.id, cx.now().day()).await?;
            return cx.invalid(page(&cx, &units, form, errors.err().unwrap_or_default()));
        }
    };
    store::add(&mut tx, &unit).await?;
    tx.record(Added { unit: id, from: unit.validity.from }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", "unit-added")
}

fn page(cx: &Cx, units: &[Unit], form: AddForm, errors: Errors) -> AddPage {
    let t = T(cx.locale);
    AddPage {
        shell: cx.shell(t.unit_add_title()).under("/organisation", t.unit_chart_title()).here(),
        t,
        kinds: form.standing.kinds(t, None),
        parents: form.standing.parents(units, None),
        form,
        errors,
    }
}
