#![doc = include_str!("../README.md")]

mod contact;
mod contact_card;
mod coverage;
mod position;
mod show;
mod unit;
mod values;
mod waiting;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use samskab_organisation::unit::Unit;
use samskab_store::Connection;
use samskab_web::{Access, Cx, Module, Result, Routes, Shell, WorkItem, module::BoxFuture};

samskab_i18n::falls_back_on!(T => samskab_organisation::T);

/// *Sådan er vi organiseret*, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "chart",
        routes: Routes::new()
            .kept("/organisation", show::show)
            .kept("/kontakt", contact::show)
            .kept("/vaerdier", values::show)
            .get("/organisation/daekning", Access::Decided, coverage::show)
            .merge(unit::routes())
            .merge(position::routes()),
        work_items: vec![work_items],
        jobs: unit::jobs(),
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

/// What a unit's coordinator or key persons have to see to.
fn work_items<'a>(cx: &'a Cx, connection: &'a mut Connection) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting::items(cx, connection))
}

/// The frame of a page about a unit: under the chart and the unit's own page.
fn under_unit(cx: &Cx, unit: &Unit, title: impl Into<String>) -> Shell {
    let shell = cx.shell(title).under("/organisation", T(cx.locale).unit_chart_title());
    shell.under(unit.href(), &unit.name)
}
