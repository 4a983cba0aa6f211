#![doc = include_str!("../README.md")]

pub mod authority;
pub mod catalogue;
pub mod find;
pub mod interest;
pub mod notice;
mod retention;
pub mod task;

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
            .merge(notice::routes()),
        navigation: Vec::new(), // written by the binary, in the order of the whole house
        sources: vec![find::SOURCE],
        work_items: vec![task::work_items, interest::work_items],
        jobs: task::jobs().into_iter().chain(interest::jobs()).chain(notice::jobs()).collect(),
        retention: retention::rules(),
    }
}
