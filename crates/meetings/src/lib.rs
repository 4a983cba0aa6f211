#![doc = include_str!("../README.md")]

pub mod authority;
mod body;
mod built;
pub mod enquiry;
mod exit;
pub mod introduction;
mod med;
pub mod meeting;
pub mod wheel;
mod work;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use body::position_choices;
pub use i18n::T;
pub use med::{last_talks, note_talk};

use samskab_organisation::identify::{Who as _, role};
use samskab_web::{
    Cx, Module, Routes,
    module::{MenuItem, Shortcut, ways},
    stored::StoredFiles,
};

samskab_i18n::falls_back_on!(T => samskab_organisation::T);

/// Bodies and their meetings, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "meetings",
        routes: Routes::new()
            .merge(body::routes())
            .merge(meeting::routes())
            .merge(enquiry::routes())
            .merge(introduction::routes())
            .merge(med::routes())
            .merge(meeting::request::routes())
            .merge(wheel::routes()),
        work_items: vec![work::work_items],
        shortcuts: vec![shortcuts],
        menu: vec![menu],
        destinations: vec![body::destinations],
        built: built::BUILT.to_vec(),
        jobs: body::terms::jobs().into_iter().chain(meeting::jobs()).collect(),
        stored: vec![StoredFiles {
            what: |locale| T(locale).annexes_stored(),
            table: "agenda_annex",
            sum: meeting::annex::sum,
        }],
        known: vec![
            samskab_web::personal::KnownOfPerson { place: 80, read: meeting::known },
            samskab_web::personal::KnownOfPerson { place: 82, read: enquiry::known },
            samskab_web::personal::KnownOfPerson { place: 86, read: meeting::request::known },
            samskab_web::personal::KnownOfPerson { place: 87, read: introduction::known },
        ],
        merges: vec![meeting::MERGES, enquiry::MERGES, meeting::request::MERGES, introduction::MERGES],
        dependents: vec![exit::BY_NAME, exit::DEPENDENTS],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

/// Those who work here, and those who speak for an association: it may sit in a body.
fn meets(cx: &Cx) -> bool {
    cx.actor.is_staff() || cx.actor.has(role::ASSOCIATION)
}

fn menu(cx: &Cx) -> Vec<MenuItem> {
    let label = samskab_web::T(cx.locale).desk_meetings();
    samskab_web::module::menu([(meets(cx), samskab_desk::menu::MEETINGS, "/organer", label)])
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let (t, is_staff) = (T(cx.locale), cx.actor.is_staff());
    let keeps_wheel = authority::may(&cx.actor, authority::Action::KeepWheel, authority::Tie::None);
    let sends = authority::may(&cx.actor, authority::Action::SendEnquiries, authority::Tie::None);
    samskab_web::module::shortcuts([
        (meets(cx), ways::MEETINGS, "/organer", t.body_list_title(), "groups"),
        (is_staff, ways::MEETINGS + 2, "/beslutningsoplaeg", t.request_list_title(), "document"),
        (keeps_wheel, ways::VOLUNTEERS + 25, "/brobygning", t.introduction_title(), "link"),
        (is_staff, ways::MEETINGS + 4, "/med", t.med_title(), "forum"),
        (sends, ways::VOLUNTEERS + 24, "/henvendelser", t.enquiry_title(), "chat"),
        (keeps_wheel, ways::MEETINGS + 3, "/aarshjul", t.wheel_short(), "sync"),
    ])
}
