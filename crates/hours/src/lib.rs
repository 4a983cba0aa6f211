#![doc = include_str!("../README.md")]

mod about;
pub mod authority;
mod built;
mod forget;
pub mod hours;
pub mod id;
mod merge;
pub mod proof;
#[cfg(test)]
mod testing;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use samskab_web::{
    Module, Routes,
    personal::{AboutPerson, KnownOfPerson, OfPerson},
};

samskab_i18n::falls_back_on!(T => samskab_engagement::T);

/// Hours and proofs, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "hours",
        routes: Routes::new().merge(hours::routes()).merge(proof::routes()),
        built: built::BUILT.to_vec(),
        erasures: vec![forget::erase],
        stays: vec![proof::stays],
        dependents: vec![forget::PROOFS],
        sections: vec![
            OfPerson { place: 50, read: hours::section },
            OfPerson { place: 60, read: proof::section },
        ],
        known: vec![
            KnownOfPerson { place: 60, read: hours::known },
            KnownOfPerson { place: 70, read: proof::known },
        ],
        about: vec![AboutPerson { place: 35, read: about::about }],
        merges: vec![merge::MERGES],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}
