//! GET and POST /enheder/{id}/genaabning: the closing is taken back, before its day or after it. Its positions come back with those who held them,
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
    words: Words,
    /// The unit whose tasks come back; empty where no unit has taken any over.
    successor: String,
    positions: Vec<String>,
    /// Why it cannot be; empty: it can.
    in_the_way: String,
}

/// What the page says about a closing in the past, or one to come.
struct Words {
    lead: String,
    positions: &'static str,
    stays: &'static str,
    button: &'static str,
}

impl Words {
    fn of(t: T, last_day: Day, today: Day) -> Self {
        let button = way(t, last_day, today);
        if last_day < today {
            let lead = t.unit_reopen_lead().to_owned();
            return Self { lead, positions: t.unit_reopen_positions(), stays: t.unit_reopen_stays(), button };
        }
        let lead = t.unit_keep_lead(t.0.day(last_day));
        Self { lead, positions: t.unit_keep_positions(), stays: t.unit_keep_stays(), button }
    }
}

/// The label of the link for undoing a closing: until its last day is over there is nothing to open.
pub(super) fn way(t: T, last_day: Day, today: Day) -> &'static str {
    if last_day < today { t.unit_reopen_link() } else { t.unit_keep_link() }
}

struct ClosedUnit {
    unit: Unit,
    last_day: Day,
    /// What ended with the unit; a unit closed before the book recorded this comes back without positions.
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
    let (t, today) = (T(cx.locale), cx.today());
    let unit = found.unit;
    let is_over = found.last_day < today;
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
    // What the last day was to hand over was handed over when it was decided on that day.
    let successor = match unit.successor.filter(|_| found.last_day <= today) {
        Some(successor) => store::versions(connection, cx.tenant.id, successor).await?,
        None => Vec::new(),
    };
    let (title, in_the_way) = match is_over {
        true => (t.unit_reopen_title(&unit.name), t.unit_reopen_in_the_way()),
        false => (t.unit_keep_title(&unit.name), t.unit_keep_in_the_way()),
    };
    Ok(ReopenPage {
        shell: under_unit(cx, &unit, title).here(),
        t,
        id: unit.id,
        words: Words::of(t, found.last_day, today),
        successor: successor.last().map(|unit| unit.name.clone()).unwrap_or_default(),
        positions,
        in_the_way: found.in_the_way.map(|_| in_the_way.to_owned()).unwrap_or_default(),
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
    cx.redirect_saying(
        format!("/enheder/{id}"),
        "success",
        if last_day < cx.today() { "unit-reopened" } else { "unit-kept" },
    )
}
