//! Closing a unit from a day on, with the one that takes over (RS-10).

use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, error::OrNotFound as _, form::Choice};
use serde::Deserialize;

use super::{Unit, UnitId, events::Closed, fields::explain, store, timeline};
use crate::{
    T,
    authority::{Action, Resource, may},
    position,
};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CloseForm {
    /// The last day on which it is there.
    from: String,
    successor: String,
}

#[derive(askama::Template)]
#[template(path = "unit/close.html")]
struct ClosePage {
    shell: Shell,
    t: T,
    id: UnitId,
    form: CloseForm,
    successors: Vec<Choice>,
    errors: Errors,
}

pub async fn ask(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let today = cx.now().day();
    let mut reader = cx.read().await?;
    let every = store::every_version(&mut reader, cx.tenant.id).await?;
    drop(reader);
    let unit = find(&every, id, today).or_not_found()?;
    let form = CloseForm { from: today.to_string(), successor: String::new() };
    cx.page(page(&cx, unit, &every, form, Errors::default()))
}

pub async fn close(cx: Cx, Path(id): Path<UnitId>, Form(form): Form<CloseForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let mut tx = cx.write().await?;
    let every = store::every_version(&mut tx, cx.tenant.id).await?;
    let unit = find(&every, id, cx.now().day()).or_not_found()?;
    let versions = every.iter().filter(|version| version.id == id).cloned().collect();
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    check.labels(&[("from", t.unit_last_day()), ("successor", t.unit_successor())]);
    let last_day = check.day_ahead("from", &form.from, cx.now().day());
    let successor: Option<UnitId> =
        if form.successor.trim().is_empty() { None } else { check.code("successor", &form.successor) };
    if let Some(last_day) = last_day
        && let Err(broken) = timeline::with_end(versions, last_day, successor, &every)
    {
        explain(&mut check, &broken, cx.locale);
    }
    let last_day = match (last_day, check.done()) {
        (Some(last_day), Ok(())) => last_day,
        (_, errors) => return cx.invalid(page(&cx, unit, &every, form, errors.err().unwrap_or_default())),
    };
    store::close(&mut tx, id, last_day, successor).await?;
    position::store::end_all(&mut tx, id, last_day).await?;
    tx.record(Closed { unit: id, last_day, successor }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", "unit-closed")
}

fn find(every: &[Unit], id: UnitId, today: Day) -> Option<&Unit> {
    let open = |version: &&Unit| version.id == id && version.validity.to.is_none_or(|to| to >= today);
    every.iter().find(open)
}

fn page(cx: &Cx, unit: &Unit, every: &[Unit], form: CloseForm, errors: Errors) -> ClosePage {
    let t = T(cx.locale);
    // Who may take over: those of the same level that have no last day.
    let mut others: Vec<&Unit> = every
        .iter()
        .filter(|other| other.id != unit.id && other.level == unit.level && other.validity.to.is_none())
        .collect();
    others.sort_by_key(|other| samskab_kernel::danish::sort_key(&other.name));
    let successors = others
        .into_iter()
        .map(|other| Choice::new(other.id.to_string(), &other.name, other.id.to_string() == form.successor))
        .collect();
    let shell = cx.shell(t.unit_close_title(unit.name.clone()));
    let shell = shell.under("/organisation", t.unit_chart_title()).under(unit.href(), &unit.name).here();
    ClosePage { shell, t, id: unit.id, form, successors, errors }
}
