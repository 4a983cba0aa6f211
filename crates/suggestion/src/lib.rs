#![doc = include_str!("../README.md")]

pub mod authority;
#[cfg(test)]
mod below;
mod built;
pub mod kept_search;
pub mod matching;
pub mod sharing;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use std::any::Any;

use samskab_taskbank::task::{STAFF, Task, way};
use samskab_web::{
    Cx, Module, Routes,
    module::{Link, Links, Shortcut, ways},
    personal::{KnownOfPerson, OfPerson},
};

use crate::authority::{Action, WideAction, may, may_widely};

samskab_i18n::falls_back_on!(T => samskab_shifts::T);

/// Which tasks suit a volunteer and which volunteers a task, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "suggestion",
        routes: Routes::new().merge(matching::routes()).merge(kept_search::routes()).merge(sharing::routes()),
        listeners: vec![matching::market::LISTENER],
        work_items: vec![matching::work_items],
        shortcuts: vec![shortcuts],
        jobs: [matching::jobs(), kept_search::jobs()].into_iter().flatten().collect(),
        retention: [matching::retained::rules(), kept_search::retention()].into_iter().flatten().collect(),
        built: built::BUILT.to_vec(),
        erasures: vec![kept_search::erase],
        sections: vec![
            OfPerson { place: 30, read: matching::section },
            OfPerson { place: 70, read: kept_search::section },
        ],
        known: vec![
            KnownOfPerson { place: 20, read: matching::known },
            KnownOfPerson { place: 80, read: kept_search::known },
        ],
        parts: vec![
            matching::wave::NOBODY_TO_ASK,
            matching::suggestion::ON_TASK_PAGE,
            sharing::IN_HEAD,
            sharing::ON_TASK_PAGE,
        ],
        dependents: vec![matching::DEPENDENTS],
        merges: vec![matching::MERGES],
        readdresses: vec![kept_search::readdress],
        reactions: matching::reactions(),
        links: vec![Links { of: STAFF, read: links }],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let sees = may_widely(&cx.actor, WideAction::SeeFairness);
    let label = T(cx.locale).matching_shortcut_fairness();
    samskab_web::module::shortcuts([(sees, ways::VOLUNTEERS + 21, "/fordeling", label, "persons")])
}

/// From a task's page, for those who look after it.
fn links(cx: &Cx, about: &dyn Any) -> Vec<Link> {
    let Some(task) = about.downcast_ref::<Task>() else { return Vec::new() };
    let t = T(cx.locale);
    let may = |action| may(&cx.actor, action, task);
    let mut links = Vec::new();
    if task.state.is_open() && may(Action::Invite) {
        links.push(way(task, 30, "frivillige", t.matching_invite_link(), ""));
    }
    if task.state.is_open() && may(Action::Understand) {
        links.push(way(task, 40, "hvorfor", t.matching_invite_none_why(), ""));
    }
    links
}
