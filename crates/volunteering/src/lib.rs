#![doc = include_str!("../README.md")]

pub mod authority;
pub mod catalogue;
pub mod channel;
pub mod coverage;
pub mod engagement;
pub mod find;
pub mod history;
pub mod hours;
pub mod interest;
pub mod matching;
pub mod notice;
pub mod proof;
pub mod requirement;
mod retention;
pub mod shift;
mod shortcut;
pub mod task;
#[cfg(test)]
mod testing;
pub mod volunteer;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;
use samskab_web::{Module, Routes};

/// “What”: the task bank and the interest people show, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "volunteering",
        routes: Routes::new()
            .merge(task::routes())
            .merge(find::routes())
            .merge(interest::routes())
            .merge(notice::routes())
            .merge(volunteer::routes())
            .merge(matching::routes())
            .merge(engagement::routes())
            .merge(shift::routes())
            .merge(hours::routes())
            .merge(proof::routes())
            .merge(requirement::routes())
            .merge(channel::routes())
            .merge(coverage::routes()),
        navigation: Vec::new(), // written by the binary, in the order of the whole house
        sources: vec![find::SOURCE],
        listeners: vec![matching::market::LISTENER],
        work_items: vec![
            task::work_items,
            interest::work_items,
            engagement::work_items,
            shift::work_items,
            requirement::work_items,
            volunteer::work_items,
            coverage::work_items,
        ],
        shortcuts: vec![shortcut::of],
        jobs: [
            task::jobs(),
            interest::jobs(),
            notice::jobs(),
            volunteer::jobs(),
            matching::jobs(),
            engagement::jobs(),
            shift::jobs(),
            hours::jobs(),
            proof::jobs(),
            requirement::jobs(),
            channel::jobs(),
            coverage::jobs(),
        ]
        .into_iter()
        .flatten()
        .collect(),
        retention: retention::rules(),
        erasures: vec![volunteer::erase],
        stays: vec![volunteer::stays],
    }
}
