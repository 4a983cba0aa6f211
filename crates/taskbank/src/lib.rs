#![doc = include_str!("../README.md")]

pub mod authority;
pub mod catalogue;
pub mod channel;
pub mod declaration;
pub mod legal;
mod merge;
pub mod notice;
mod retention;
pub mod seen;
pub mod state;
pub mod task;
#[doc(hidden)]
pub mod testing;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use samskab_web::{
    Cx, Module, Routes,
    module::{Links, MenuItem, Shortcut, ways},
    personal::{KnownOfPerson, OfPerson},
};

use authority::{WideAction, may_widely};

/// “What”: the task bank, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "taskbank",
        routes: Routes::new()
            .merge(task::routes())
            .merge(notice::routes())
            .merge(legal::routes())
            .merge(declaration::routes())
            .merge(channel::routes()),
        work_items: vec![task::work_items, declaration::work_items, legal::work_items],
        shortcuts: vec![shortcuts],
        menu: vec![menu],
        destinations: vec![task::destinations],
        jobs: [task::jobs(), notice::jobs(), declaration::jobs(), channel::jobs()]
            .into_iter()
            .flatten()
            .collect(),
        retention: vec![retention::rule()],
        built: task::import::traces::BUILT.to_vec(),
        erasures: vec![task::erase],
        merges: vec![merge::MERGES],
        dependents: vec![task::exit::DEPENDENTS],
        sections: vec![OfPerson { place: 70, read: channel::section }],
        known: vec![KnownOfPerson { place: 80, read: channel::known }],
        links: vec![Links { of: samskab_organisation::ON_ASSOCIATION, read: declaration::links }],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn menu(cx: &Cx) -> Vec<MenuItem> {
    let (t, may) = (samskab_web::T(cx.locale), samskab_desk::StaffList::may(&task::LIST, cx));
    samskab_web::module::menu([(may, samskab_desk::menu::TASKS, "/opgaveliste", t.desk_tasks())])
}

/// The ways from Mit overblik and Mine opgaver to the pages of this context for those who look after volunteers.
/// Nobody is shown a way to a page that refuses them.
fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let (t, may) = (T(cx.locale), |action| may_widely(&cx.actor, action));
    samskab_web::module::shortcuts([
        (
            may(WideAction::KeepChannels),
            ways::VOLUNTEERS + 22,
            "/kanaler",
            t.channel_shortcut_channels(),
            "share",
        ),
        (
            may(WideAction::SeeDeclarations),
            ways::VOLUNTEERS + 30,
            "/erklaeringer",
            t.channel_shortcut_declarations(),
            "how-to-reg",
        ),
        (may(WideAction::KeepLegalNotes), ways::MUNICIPALITY + 2, legal::PATH, t.legal_title(), "document"),
    ])
}
