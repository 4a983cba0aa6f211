//! *Sådan er vi organiseret*: the pages about units, positions and whom to call. They stand above the
//! nouns `unit` and `position`, because nearly every one of them shows both and asks who answers.

mod contact;
mod contact_card;
mod coverage;
mod position;
mod show;
mod unit;
mod waiting;

use samskab_store::Connection;
use samskab_web::{Access, Cx, Result, Routes, Shell, WorkItem, module::BoxFuture};

use crate::{T, unit::Unit};

/// Public and staff pages about units and positions.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .kept("/organisation", show::show)
        .kept("/kontakt", contact::show)
        .get("/organisation/daekning", Access::Decided, coverage::show)
        .merge(unit::routes())
        .merge(position::routes())
}

/// What follows from the closing of a unit.
pub(crate) fn jobs() -> Vec<samskab_jobs::Handler<samskab_web::Services>> {
    unit::jobs()
}

/// What a unit's coordinator or key persons have to see to.
pub(crate) fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting::items(cx, connection))
}

/// The frame of a page about a unit: under the chart and the unit's own page.
fn under_unit(cx: &Cx, unit: &Unit, title: impl Into<String>) -> Shell {
    let shell = cx.shell(title).under("/organisation", T(cx.locale).unit_chart_title());
    shell.under(unit.href(), &unit.name)
}
