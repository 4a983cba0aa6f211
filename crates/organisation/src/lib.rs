#![doc = include_str!("../README.md")]

pub mod answering;
mod asked;
pub mod association;
pub mod authority;
pub mod body;
mod contact_role;
pub mod first_steps;
mod id;
pub mod identify;
pub mod import;
pub mod letter;
pub mod person;
pub mod place;
pub mod position;
pub mod preset;
pub mod profile;
pub mod retention;
pub mod sign_in;
#[doc(hidden)]
pub mod testing;
pub mod topic;
pub mod unit;
pub mod vocabulary;
mod worklist;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;
use samskab_web::{Module, Routes};
/// What the ways from one's own profile to other pages are registered under.
pub const PROFILE: &str = "profile";
/// What the ways from an association's page are registered under; they are about its `association::Association`.
pub const ON_ASSOCIATION: &str = "association";
/// What contexts above tell on *Mit overblik* besides what waits for the reader; the parts are about the reader's person.
pub const ON_OVERVIEW: &str = "overview";

pub use vocabulary::SECTION as SETTINGS_SECTION;

/// “Who”: units, positions, people and associations, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "organisation",
        routes: Routes::new()
            .merge(association::routes())
            .merge(profile::routes())
            .merge(sign_in::routes())
            .merge(worklist::routes()),
        sources: vec![association::SOURCE],
        work_items: vec![first_steps::work_items, association::work_items, association::first_steps],
        menu: vec![worklist::menu],
        shortcuts: vec![worklist::shortcuts],
        destinations: vec![association::destinations, worklist::destinations],
        jobs: [retention::jobs(), vec![sign_in::job()]].into_iter().flatten().collect(),
        retention: retention::rules(),
        built: import::BUILT.to_vec(),
        dependents: vec![body::exit::DEPENDENTS],
        erasures: vec![person::erase_elsewhere],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}
