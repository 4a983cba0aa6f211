#![doc = include_str!("../README.md")]

pub mod answering;
pub mod association;
pub mod authority;
pub mod body;
pub mod first_steps;
pub mod identify;
pub mod import;
mod letter;
pub mod person;
pub mod place;
pub mod position;
pub mod preset;
pub mod retention;
pub mod settings;
pub mod sign_in;
#[doc(hidden)]
pub mod testing;
pub mod topic;
pub mod unit;
pub mod worklist;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;
use samskab_web::{Module, Routes};

/// “Who”: units, positions, people and associations, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "organisation",
        routes: Routes::new()
            .merge(unit::routes())
            .merge(position::routes())
            .merge(association::routes())
            .merge(person::routes())
            .merge(sign_in::routes())
            .merge(worklist::routes())
            .merge(import::routes())
            .merge(settings::routes())
            .merge(retention::routes()),
        navigation: Vec::new(), // written by the binary, in the order of the whole house
        sources: vec![association::SOURCE],
        listeners: Vec::new(),
        shortcuts: Vec::new(),
        work_items: vec![first_steps::work_items, unit::work_items, association::work_items],
        jobs: import::jobs().into_iter().chain(retention::jobs()).collect(),
        retention: retention::rules(),
        erasures: vec![person::erase_elsewhere],
        stays: Vec::new(),
    }
}
