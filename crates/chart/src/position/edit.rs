//! Changing how a position is reached and what it is asked about. Its title and place never change:
//! that would be another position.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _};

use super::{fields::Details, show::under_position};
use crate::T;
use samskab_organisation::{
    authority::{Action, Resource, may, may_administer},
    position::{Held, Position, PositionId, PositionKind, events::Changed, store},
    unit::{self, Unit, timeline},
};

#[derive(askama::Template)]
#[template(path = "position/edit.html")]
struct EditPage {
    shell: Shell,
    t: T,
    id: PositionId,
    form: Details,
}

pub(super) async fn edit(cx: Cx, Path(id): Path<PositionId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (held, unit) = find_to_change(&mut reader, &cx, id).await?;
    drop(reader);
    cx.page(page(&cx, &held, &unit, Details::of(&held.position)))
}

pub(super) async fn save(cx: Cx, Path(id): Path<PositionId>, Form(form): Form<Details>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = find_to_change(&mut tx, &cx, id).await?;
    let mut check = Check::new(cx.locale);
    let mut position = held.position.clone();
    form.read(&mut check, &mut position);
    if let Err(errors) = check.done() {
        return cx.invalid(page(&cx, &held, &unit, form.with_errors(errors)));
    }
    store::save(&mut tx, &position).await?;
    tx.record(Changed { position: id }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/stillinger/{id}"), "success", "position-saved")
}

/// Whether the reader may change this position and who holds it.
pub(super) async fn may_change(
    connection: &mut samskab_store::Connection,
    cx: &Cx,
    position: &Position,
) -> Result<bool> {
    Ok(may(&cx.actor, Action::Appoint, Resource::Unit(position.unit))
        && (position.kind != PositionKind::Administrator || may_administer(cx, connection).await?))
}

/// The position and its unit, while both can still change, for those who may change it.
pub(super) async fn find_to_change(
    connection: &mut samskab_store::Connection,
    cx: &Cx,
    id: PositionId,
) -> Result<(Held, Unit)> {
    let (held, unit) = find(connection, cx, id).await?;
    cx.require(may_change(connection, cx, &held.position).await?)?;
    Ok((held, unit))
}

/// The position and its unit, while both can still change.
pub(super) async fn find(
    connection: &mut samskab_store::Connection,
    cx: &Cx,
    id: PositionId,
) -> Result<(Held, Unit)> {
    let today = cx.now().day();
    let held = store::find(connection, cx.tenant.id, id, today).await?.or_not_found()?;
    let open = held.position.validity.to.is_none_or(|to| to >= today);
    open.then_some(()).or_not_found()?;
    let versions = unit::store::versions(connection, cx.tenant.id, held.position.unit).await?;
    let unit = timeline::now_or_next(&versions, today).or_not_found()?.clone();
    Ok((held, unit))
}

fn page(cx: &Cx, held: &Held, unit: &Unit, form: Details) -> EditPage {
    let t = T(cx.locale);
    let title = t.position_edit_title(held.position.title.clone());
    EditPage { shell: under_position(cx, unit, &held.position, title).here(), t, id: held.position.id, form }
}
