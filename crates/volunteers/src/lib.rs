#![doc = include_str!("../README.md")]

pub mod authority;
mod built;
mod merge;
pub mod volunteer;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use samskab_organisation::identify::role;
use samskab_web::{
    Cx, Module,
    module::{Shortcut, ways},
    personal::{AboutPerson, KnownOfPerson},
};

use crate::authority::{WideAction, may_widely};

samskab_i18n::falls_back_on!(T => samskab_taskbank::T);

/// The volunteers: Min side, the CV and the CV-bank, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "volunteers",
        routes: volunteer::routes(),
        work_items: vec![volunteer::work_items],
        shortcuts: vec![shortcuts],
        jobs: volunteer::jobs(),
        retention: volunteer::rules(),
        built: built::BUILT.to_vec(),
        erasures: vec![volunteer::erase],
        stays: vec![volunteer::stays],
        known: vec![KnownOfPerson { place: 0, read: volunteer::known }],
        about: vec![AboutPerson { place: 40, read: merge::about }],
        merges: vec![merge::MERGES],
        alike: vec![merge::alike],
        readdresses: vec![merge::readdress],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let searches = may_widely(&cx.actor, WideAction::SearchEveryCv) || cx.actor.has(role::ASSOCIATION);
    let label = T(cx.locale).volunteer_shortcut_cv_bank();
    samskab_web::module::shortcuts([(searches, ways::VOLUNTEERS + 2, "/cv-banken", label, "contact-card")])
}
