#![doc = include_str!("../README.md")]

mod about;
pub mod authority;
mod built;
mod merge;
pub mod shift;
#[cfg(test)]
mod testing;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use std::any::Any;

use samskab_taskbank::task::{STAFF, Task, way};
use samskab_web::{
    Cx, Module,
    module::{FirstTimes, Link, Links},
    personal::{AboutPerson, KnownOfPerson, OfPerson},
};

use crate::authority::{Action, may};

samskab_i18n::falls_back_on!(T => samskab_hours::T);

/// Shifts, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "shifts",
        routes: shift::routes(),
        work_items: vec![shift::work_items],
        menu: vec![shift::roster::menu],
        destinations: vec![shift::roster::destinations],
        jobs: shift::jobs(),
        retention: shift::forget::rules(),
        built: built::BUILT.to_vec(),
        dependents: vec![shift::exit::DEPENDENTS],
        sections: vec![OfPerson { place: 10, read: shift::section }],
        known: vec![KnownOfPerson { place: 40, read: shift::known }],
        about: vec![AboutPerson { place: 30, read: about::about }],
        merges: vec![merge::MERGES],
        parts: vec![shift::ON_TASK_PAGE],
        reactions: vec![shift::BEGUN, shift::CONFIRM, shift::RELEASE, shift::RELEASE_IN_PAUSE],
        links: vec![Links { of: STAFF, read: links }],
        first_times: vec![FirstTimes { of: samskab_hours::hours::EXPECTED, read: shift::first_time }],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

/// From a task's page, for those who look after it.
fn links(cx: &Cx, about: &dyn Any) -> Vec<Link> {
    let Some(task) = about.downcast_ref::<Task>() else { return Vec::new() };
    let t = T(cx.locale);
    let may = |action| may(&cx.actor, action, task);
    let mut links = Vec::new();
    if task.state.is_public() && may(Action::PlanShifts) {
        links.push(way(task, 50, "vagter", t.shift_plan_title(), "calendar-month"));
    }
    links
}
