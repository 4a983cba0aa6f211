#![doc = include_str!("../README.md")]

mod alike;
pub mod authority;
mod built;
mod email;
mod event;
mod known;
mod leave;
mod letter;
mod letters;
mod list;
mod look;
mod merge;
mod page_id;
mod role_list;
mod roles;
mod show;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;
pub use merge::carry_out as merge_people;

use samskab_web::{
    Access, Cx, Module, Routes,
    module::{Links, Part, Shortcut, ways},
    personal::{AboutPerson, KnownOfPerson},
};

use crate::authority::{Action, may};

samskab_i18n::falls_back_on!(T => samskab_organisation::T);

pub(crate) const PATH: &str = "/personer";

/// One person, in one place, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "people",
        routes: email::routes().merge(samskab_desk::routes(&role_list::LIST)).merge(
            Routes::new()
                .get(PATH, Access::Decided, list::show)
                .get("/personer/{id}", Access::Decided, show::show)
                .get("/roller/{id}", Access::Decided, role_list::person)
                .get("/personer/{id}/saml", Access::Decided, merge::show)
                .post("/personer/{id}/saml", Access::Decided, merge::merge)
                .get("/personer/{id}/overdragelse", Access::Decided, leave::show)
                .post("/personer/{id}/overdragelse", Access::Decided, leave::leave),
        ),
        built: built::BUILT.to_vec(),
        shortcuts: vec![shortcuts],
        destinations: vec![list::destinations],
        jobs: [email::jobs(), look::jobs()].into_iter().flatten().collect(),
        retention: [email::retention(), look::retention()].into_iter().flatten().collect(),
        known: vec![KnownOfPerson { place: 90, read: known::known }],
        dependents: vec![roles::DEPENDENTS],
        about: vec![
            AboutPerson { place: 0, read: roles::about },
            AboutPerson { place: 90, read: letters::about },
        ],
        merges: vec![merge::MERGES],
        alike: vec![alike::by_contact],
        readdresses: vec![email::readdress],
        links: vec![Links { of: samskab_organisation::PROFILE, read: email::links }],
        parts: vec![Part { of: samskab_organisation::PROFILE, read: email::part }],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let sees = may(&cx.actor, Action::SeePeople, None);
    let t = T(cx.locale);
    samskab_web::module::shortcuts([
        (sees, ways::MUNICIPALITY, PATH, t.people_title(), "persons"),
        (sees, ways::MUNICIPALITY + 1, "/roller", t.role_list_title(), "contact-card"),
    ])
}
