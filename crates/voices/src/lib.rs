#![doc = include_str!("../README.md")]

pub mod authority;
mod built;
mod contact;
pub mod coverage;
pub mod editorial;
mod event;
pub mod excerpt;
pub mod input;
mod page;
pub mod participant;
mod personal;
pub mod setting;
pub mod settled;
pub mod store;
mod work;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;
pub use page::{ON_VOICES_PAGE, public_document};

use samskab_web::Module;

samskab_i18n::falls_back_on!(T => samskab_organisation::T);

/// Voices, as the binary wires them.
pub fn module() -> Module {
    Module {
        name: "voices",
        routes: page::routes(),
        parts: vec![page::ON_TEXT_PAGE, page::ON_REMOVAL],
        work_items: vec![work::work_items],
        built: built::BUILT.to_vec(),
        known: vec![samskab_web::personal::KnownOfPerson { place: 89, read: personal::known }],
        merges: vec![personal::MERGES],
        dependents: vec![personal::DEPENDENTS],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}
