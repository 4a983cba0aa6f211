#![doc = include_str!("../README.md")]

pub mod authority;
mod built;
pub mod change;
pub mod content;
mod news;
mod page;
mod personal;
pub mod store;
pub mod text;
mod work;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;
pub use page::{
    LED, ON_TEXT_PAGE, OPENING, PUBLISHING, Reach, TEXT_HEAD, TEXT_SAID, WITHDRAWING, reach, whose,
};
pub use work::waiting_for_reader;

use samskab_organisation::identify::Who as _;
use samskab_web::{
    Cx, Module,
    module::{Shortcut, ways},
    personal::{KnownOfPerson, OfPerson},
};

samskab_i18n::falls_back_on!(T => samskab_organisation::T);

/// Texts that are written together, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "writing",
        routes: page::routes(),
        parts: vec![page::ON_BODY_PAGE],
        shortcuts: vec![shortcuts],
        destinations: vec![page::destinations],
        built: built::BUILT.to_vec(),
        work_items: vec![work::work_items],
        jobs: change::jobs().into_iter().chain(news::jobs()).collect(),
        retention: change::retention(),
        sections: vec![OfPerson { place: 71, read: change::section }],
        known: vec![
            KnownOfPerson { place: 84, read: personal::known },
            KnownOfPerson { place: 90, read: change::known },
        ],
        merges: vec![personal::MERGES, change::MERGES],
        erasures: vec![change::erase],
        readdresses: vec![change::readdress],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let t = T(cx.locale);
    samskab_web::module::shortcuts([(
        cx.actor.is_staff(),
        ways::POLICY + 2,
        "/tekster",
        t.text_list_title(),
        "document",
    )])
}
