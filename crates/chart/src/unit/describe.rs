//! Changing what a unit says about itself: address, telephone, visiting hours. From today; what
//! was said before stays readable.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _};

use super::fields::Description;
use crate::{T, under_unit};
use samskab_organisation::{
    authority::{Action, Resource, may},
    place,
    unit::{Unit, UnitId, events::Described, store, timeline},
};

#[derive(askama::Template)]
#[template(path = "unit/describe.html")]
struct DescribePage {
    shell: Shell,
    t: T,
    id: UnitId,
    form: Description,
}

pub(super) async fn edit(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::DescribeUnit, Resource::Unit(id)))?;
    let mut reader = cx.read().await?;
    let versions = store::versions(&mut reader, cx.tenant.id, id).await?;
    drop(reader);
    let unit = timeline::now_or_next(&versions, cx.now().day()).or_not_found()?;
    cx.page(page(&cx, unit, Description::of(unit)))
}

pub(super) async fn save(cx: Cx, Path(id): Path<UnitId>, Form(form): Form<Description>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::DescribeUnit, Resource::Unit(id)))?;
    let today = cx.now().day();
    let mut tx = cx.write().await?;
    let versions = store::versions(&mut tx, cx.tenant.id, id).await?;
    let unit = timeline::now_or_next(&versions, today).or_not_found()?.clone();
    let places = place::all(&mut tx, cx.tenant.id).await?;
    let mut check = Check::new(cx.locale);
    let mut described = unit.clone();
    form.read(&mut check, &mut described, &places);
    if let Err(errors) = check.done() {
        return cx.invalid(page(&cx, &unit, form.with_errors(errors)));
    }
    if timeline::are_alike(&described, &unit) {
        return cx.redirect_saying(format!("/enheder/{id}"), "info", "unit-unchanged");
    }
    let from = today.max(unit.validity.from);
    let life = timeline::described_from(versions, from, &described);
    store::replace_from(&mut tx, id, from, &life).await?;
    tx.record(Described { unit: id }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", "unit-saved")
}

fn page(cx: &Cx, unit: &Unit, form: Description) -> DescribePage {
    let t = T(cx.locale);
    let shell = under_unit(cx, unit, t.unit_describe_title(unit.name.clone())).here();
    DescribePage { shell, t, id: unit.id, form }
}
