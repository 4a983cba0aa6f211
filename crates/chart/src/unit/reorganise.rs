//! Renaming a unit or moving it to another department from a day on (RS-10).

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    fields::{Standing, explain, kinds, parents},
    moved,
};
use crate::{T, under_unit};
use samskab_organisation::{
    authority::{Action, Resource, may},
    position::{self, Held},
    unit::{Level, Unit, UnitId, events::Reorganised, store, timeline},
};

#[derive(askama::Template)]
#[template(path = "unit/reorganise.html")]
struct ReorganisePage {
    shell: Shell,
    t: T,
    id: UnitId,
    /// Whether it can move to another area, where others answer.
    can_move: bool,
    form: Standing,
    kinds: Vec<Choice>,
    parents: Vec<Choice>,
}

pub(super) async fn edit(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let today = cx.now().day();
    let mut reader = cx.read().await?;
    let versions = store::versions(&mut reader, cx.tenant.id, id).await?;
    let units = store::all(&mut reader, cx.tenant.id, today).await?;
    let held = position::store::all(&mut reader, cx.tenant.id, today).await?;
    drop(reader);
    let unit = timeline::now_or_next(&versions, today).or_not_found()?;
    let form = Standing::of(unit, today.max(unit.validity.from));
    cx.page(page(&cx, unit, &units, &held, form))
}

pub(super) async fn save(cx: Cx, Path(id): Path<UnitId>, Form(form): Form<Standing>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let today = cx.now().day();
    let mut tx = cx.write().await?;
    let every = store::every_version(&mut tx, cx.tenant.id).await?;
    let versions: Vec<Unit> = every.iter().filter(|version| version.id == id).cloned().collect();
    let unit = timeline::now_or_next(&versions, today).or_not_found()?.clone();
    let mut check = Check::new(cx.locale);
    let mut changed = None;
    // The unit above it until then.
    let mut area = unit.parent;
    if let Some(read) = form.read(&mut check, &form.from(), cx.now().day()) {
        let kept =
            versions.iter().find(|version| version.validity.holds_on(read.from)).unwrap_or(&unit).clone();
        area = kept.parent;
        let mut new = Unit { name: read.name, kind: read.kind, parent: read.parent, ..kept.clone() };
        if timeline::are_alike(&new, &kept) {
            return cx.redirect_saying(unit.href(), "info", "unit-unchanged");
        }
        new.validity.from = read.from;
        let life = timeline::with_change(versions, new, today);
        let last = life.and_then(|mut life| {
            let last = life.pop().ok_or(timeline::Broken::NotThere(read.from))?;
            timeline::fits(&last, &every).map(|()| last)
        });
        match last {
            Ok(last) => changed = Some(last),
            Err(broken) => explain(&mut check, &form.fields(), &broken, cx.locale),
        }
    }
    let (Some(changed), Ok(())) = (changed, check.errors.is_empty().then_some(()).ok_or(())) else {
        let units = store::all(&mut tx, cx.tenant.id, today).await?;
        let held = position::store::all(&mut tx, cx.tenant.id, today).await?;
        return cx.invalid(page(&cx, &unit, &units, &held, form.with_errors(check.errors)));
    };
    store::new_version(&mut tx, &changed).await?;
    let is_told = match area.filter(|area| changed.parent != Some(*area)) {
        Some(old) => moved::tell(&cx, &mut tx, &changed, old, &every).await?,
        None => false,
    };
    let (from, name, parent) = (changed.validity.from, changed.name, changed.parent);
    tx.record(Reorganised { unit: id, from, name, parent }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", if is_told { "unit-moved" } else { "unit-saved" })
}

/// For an institution each area is shown with its key persons, because they change with the area.
fn page(cx: &Cx, unit: &Unit, units: &[Unit], held: &[Held], form: Standing) -> ReorganisePage {
    let t = T(cx.locale);
    let parents = match unit.level.above() {
        Some(Level::Department) => areas(t, units, held),
        level => level.map(|level| parents(units, Some(level))).unwrap_or_default(),
    };
    ReorganisePage {
        shell: under_unit(cx, unit, t.unit_reorganise_title(unit.name.clone())).here(),
        t,
        id: unit.id,
        can_move: unit.level == Level::Institution,
        kinds: kinds(t, Some(unit.level)),
        parents,
        form,
    }
}

fn areas(t: T, units: &[Unit], held: &[Held]) -> Vec<Choice> {
    let areas = units.iter().filter(|unit| unit.level == Level::Department);
    areas
        .map(|area| {
            let names = position::names(moved::key_persons(held, area.id).flat_map(Held::holders));
            let label = match names.is_empty() {
                true => t.unit_parent_without_key_person(area.name.as_str()),
                false => t.unit_parent_with_key_persons(area.name.as_str(), names),
            };
            Choice::of(area.id.to_string(), label)
        })
        .collect()
}
