#![doc = include_str!("../README.md")]

mod about;
pub mod answer;
pub mod authority;
mod built;
mod came_back;
pub mod engagement;
pub mod fulfilment;
mod id;
pub mod merge;
mod retention;
#[doc(hidden)]
pub mod testing;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use std::any::Any;

use samskab_organisation::identify::Who as _;
use samskab_requirement::authority::{self as requirement, Action as RequirementAction};
use samskab_taskbank::task::{STAFF, State, Task, way};
use samskab_web::{
    Cx, Module, Routes,
    module::{Link, Links, MenuItem, Shortcut, ways},
    personal::{AboutPerson, KnownOfPerson, OfPerson},
};

use crate::{
    authority::{Action, may},
    engagement::VolunteerList,
};

samskab_i18n::falls_back_on!(T => samskab_requirement::T);

/// The volunteers, with what may be done with several of them.
static VOLUNTEER_LIST: VolunteerList =
    VolunteerList { also: &[&fulfilment::renew::ASK, &fulfilment::renew::ORDER] };

/// From interest to engagement, and what must be in order, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "engagement",
        routes: Routes::new()
            .merge(answer::routes())
            .merge(engagement::routes())
            .merge(samskab_desk::routes(&VOLUNTEER_LIST))
            .merge(fulfilment::routes()),
        work_items: vec![engagement::work_items, fulfilment::work_items],
        shortcuts: vec![shortcuts],
        jobs: [answer::jobs(), engagement::jobs(), fulfilment::jobs()].into_iter().flatten().collect(),
        retention: retention::rules(),
        built: built::BUILT.to_vec(),
        erasures: vec![engagement::erase],
        stays: vec![engagement::stays],
        menu: vec![menu],
        destinations: vec![engagement::destinations],
        dependents: vec![answer::DEPENDENTS],
        sections: vec![
            OfPerson { place: 20, read: engagement::section },
            OfPerson { place: 40, read: fulfilment::section },
        ],
        known: vec![KnownOfPerson { place: 30, read: engagement::known }],
        about: vec![AboutPerson { place: 20, read: about::about }],
        merges: vec![merge::MERGES],
        readdresses: vec![merge::readdress],
        parts: vec![answer::ON_TASK_PAGE],
        reactions: vec![came_back::TELL, engagement::whose::JOINED],
        links: vec![Links { of: STAFF, read: links }],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let (t, actor) = (T(cx.locale), &cx.actor);
    let answers = actor.is_coordinator() || !actor.posters().is_empty();
    samskab_web::module::shortcuts([
        (answers, ways::VOLUNTEERS, "/frivillige", t.engagement_shortcut_volunteers(), "groups"),
        (answers, ways::VOLUNTEERS + 1, "/interesserede", t.interest_all_title(), "chat"),
    ])
}

fn menu(cx: &Cx) -> Vec<MenuItem> {
    let (t, may) = (samskab_web::T(cx.locale), samskab_desk::StaffList::may(&engagement::LIST, cx));
    samskab_web::module::menu([(may, samskab_desk::menu::VOLUNTEERS, "/frivillige", t.desk_volunteers())])
}

/// From a task's page, for those who look after it.
fn links(cx: &Cx, about: &dyn Any) -> Vec<Link> {
    let Some(task) = about.downcast_ref::<Task>() else { return Vec::new() };
    let t = T(cx.locale);
    let is_draft = matches!(task.state, State::Draft { .. });
    let engages = !is_draft && may(&cx.actor, Action::Engage, task);
    let write = engages.then(|| Link {
        href: format!("/frivillige?opgave={}", task.id),
        ..way(task, 25, "", t.engagement_task_write(), "email")
    });
    let notes = task.asks_for_something()
        && !is_draft
        && requirement::may(&cx.actor, RequirementAction::NoteRequirements, task);
    let requirements = notes.then(|| way(task, 60, "krav", t.requirement_of_task_title(), "checklist"));
    write.into_iter().chain(requirements).collect()
}
