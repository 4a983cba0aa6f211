#![doc = include_str!("../README.md")]

pub mod authority;
mod body;
mod built;
pub mod meeting;
mod work;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use samskab_organisation::identify::Who as _;
use samskab_web::{Cx, Module, Routes, module::Shortcut};

samskab_i18n::falls_back_on!(T => samskab_organisation::T);

/// Bodies and their meetings, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "meetings",
        routes: Routes::new().merge(body::routes()).merge(meeting::routes()),
        work_items: vec![work::work_items],
        shortcuts: vec![shortcuts],
        built: built::BUILT.to_vec(),
        known: vec![samskab_web::personal::KnownOfPerson { place: 80, read: meeting::known }],
        merges: vec![meeting::MERGES],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let title = T(cx.locale).body_list_title();
    samskab_web::module::shortcuts([(cx.actor.is_staff(), 45, "/organer", title, "groups")])
}
