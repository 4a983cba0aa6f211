//! GET and POST /enheder/{id}/genaabning: the closing is taken back. Its positions come back with those who held them,
//! and so do the tasks that another unit took over; what people were written to about stays as they were told.

use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_store::{Connection, events};
use samskab_web::{
    Cx, Error, Result, Shell,
    error::OrNotFound as _,
    exit::{Exit, Settlement, take_back},
};

use crate::{T, under_unit};
use samskab_organisation::{
    authority::{Action, Resource, may},
    position::{self, PositionId},
    unit::{
        Unit, UnitId,
        events::{EndedWithUnit, Reopened},
        store, timeline,
    },
};

#[derive(askama::Template)]
#[template(path = "unit/reopen.html")]
struct ReopenPage {
    shell: Shell,
    t: T,
    id: UnitId,
    successor: String,
    positions: Vec<String>,
    /// Why it cannot be; empty: it can.
    in_the_way: String,
}

struct ClosedUnit {
    unit: Unit,
    last_day: Day,
    /// What was closed before the book said it comes back without positions.
    ended: EndedWithUnit,
    in_the_way: Option<timeline::Broken>,
}

async fn find(cx: &Cx, connection: &mut Connection, id: UnitId) -> Result<ClosedUnit> {
    let every = store::every_version(connection, cx.tenant.id).await?;
    let unit = every.iter().rfind(|version| version.id == id).or_not_found()?.clone();
    let last_day = unit.validity.to.or_not_found()?;
    let book = events::of(connection, cx.tenant.id, id.uuid()).await?;
    let closing = book.iter().rfind(|event| event.kind == "unit.closed");
    let closing = closing.map(|event| serde_json::from_str(&event.data)).transpose();
    let ended = closing.map_err(|error| Error::Fault(error.to_string()))?.unwrap_or_default();
    let mut open = unit.clone();
    open.validity.to = None;
    let in_the_way = timeline::fits(&open, &every).err();
    Ok(ClosedUnit { unit, last_day, ended, in_the_way })
}

pub(super) async fn ask(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let mut reader = cx.read().await?;
    let found = find(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, found).await?;
    cx.page(page)
}

async fn page(cx: &Cx, connection: &mut Connection, found: ClosedUnit) -> Result<ReopenPage> {
    let t = T(cx.locale);
    let unit = found.unit;
    let mut positions = Vec::new();
    let ended: Vec<PositionId> = found.ended.positions.iter().copied().map(PositionId::from_uuid).collect();
    for held in position::store::of_ids(connection, cx.tenant.id, &ended, found.last_day).await? {
        let holders = held.holder_names();
        positions.push(if holders.is_empty() {
            held.position.title.clone()
        } else {
            format!("{}: {holders}", held.position.title)
        });
    }
    let successor = match unit.successor {
        Some(successor) => store::versions(connection, cx.tenant.id, successor).await?,
        None => Vec::new(),
    };
    Ok(ReopenPage {
        shell: under_unit(cx, &unit, t.unit_reopen_title(unit.name.clone())).here(),
        t,
        id: unit.id,
        successor: successor.last().map(|unit| unit.name.clone()).unwrap_or_default(),
        positions,
        in_the_way: found.in_the_way.map(|_| t.unit_reopen_in_the_way().to_owned()).unwrap_or_default(),
    })
}

pub(super) async fn reopen(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let mut tx = cx.write().await?;
    let found = find(&cx, &mut tx, id).await?;
    if found.in_the_way.is_some() {
        let page = page(&cx, &mut tx, found).await?;
        return cx.invalid(page);
    }
    let (last_day, successor) = (found.last_day, found.unit.successor);
    store::reopen(&mut tx, id, last_day).await?;
    position::store::reopen(&mut tx, &found.ended, last_day).await?;
    let settlement = Settlement { to: successor.map(|unit| unit.uuid()), ..Settlement::of(last_day) };
    take_back(&cx.services, &mut tx, Exit::Unit(id.uuid()), &settlement).await?;
    tx.record_last(&Reopened { unit: id })?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", "unit-reopened")
}
