#![doc = include_str!("../README.md")]

mod about;
pub mod authority;
mod built;
mod forget;
pub mod hours;
pub mod id;
mod merge;
pub mod proof;
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
    Cx, Module, Routes,
    module::{Link, Links},
    personal::{AboutPerson, KnownOfPerson, OfPerson},
};

use crate::authority::{Action, may};

samskab_i18n::falls_back_on!(T => samskab_engagement::T);

/// Shifts, hours and proofs, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "shifts",
        routes: Routes::new().merge(shift::routes()).merge(hours::routes()).merge(proof::routes()),
        work_items: vec![shift::work_items],
        menu: vec![shift::roster::menu],
        destinations: vec![shift::roster::destinations],
        jobs: [shift::jobs(), hours::jobs(), proof::jobs()].into_iter().flatten().collect(),
        retention: shift::forget::rules(),
        built: built::BUILT.to_vec(),
        erasures: vec![forget::erase],
        stays: vec![proof::stays],
        dependents: vec![shift::exit::DEPENDENTS, forget::PROOFS],
        sections: vec![
            OfPerson { place: 10, read: shift::section },
            OfPerson { place: 50, read: hours::section },
            OfPerson { place: 60, read: proof::section },
        ],
        known: vec![
            KnownOfPerson { place: 40, read: shift::known },
            KnownOfPerson { place: 60, read: hours::known },
            KnownOfPerson { place: 70, read: proof::known },
        ],
        about: vec![AboutPerson { place: 30, read: about::about }],
        merges: vec![merge::MERGES],
        parts: vec![shift::ON_TASK_PAGE],
        reactions: vec![shift::BEGUN, shift::CONFIRM, shift::RELEASE, shift::RELEASE_IN_PAUSE],
        links: vec![Links { of: STAFF, read: links }],
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
