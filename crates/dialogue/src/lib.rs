#![doc = include_str!("../README.md")]

pub mod authority;
mod built;
mod cancel;
mod check_in;
mod dates;
mod dialogue;
mod edit;
mod event;
mod files;
mod guests;
mod held;
mod keep;
mod letter;
mod list;
mod notes;
mod own;
mod personal;
mod remind;
pub mod rules;
mod show;
pub mod store;
mod tables;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use dialogue::{
    Dialogue, DialogueId, DialogueState, Guest, GuestId, GuestState, Note, NoteId, NoteKind, Prompts,
};
pub use i18n::T;

use samskab_organisation::identify::Who as _;
use samskab_web::{
    Access, Cx, Module, Routes,
    module::{Shortcut, ways},
    personal::KnownOfPerson,
};

samskab_i18n::falls_back_on!(T => samskab_meetings::T);

/// Meetings that everybody can come to, as the binary wires them.
pub fn module() -> Module {
    Module {
        name: "dialogue",
        routes: routes(),
        work_items: vec![keep::work_items],
        shortcuts: vec![shortcuts],
        built: built::BUILT.to_vec(),
        public_dates: vec![dates::public_dates],
        year_dates: vec![dates::year_dates],
        jobs: remind::jobs(),
        retention: remind::retention(),
        known: vec![KnownOfPerson { place: 81, read: personal::known }],
        merges: vec![personal::MERGES],
        readdresses: vec![personal::readdress],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let label = T(cx.locale).dialogue_list_title();
    samskab_web::module::shortcuts([(
        cx.actor.is_staff(),
        ways::MEETINGS + 1,
        "/borgermoeder",
        label,
        "forum",
    )])
}

fn routes() -> Routes {
    Routes::new()
        .get("/borgermoeder", Access::Public, list::show)
        .get("/borgermoeder/nyt", Access::Decided, edit::new)
        .post("/borgermoeder/nyt", Access::Decided, edit::add)
        .get("/borgermoeder/{id}", Access::Public, show::show)
        .get("/borgermoeder/{id}/kalender.ics", Access::Public, show::calendar)
        .post("/borgermoeder/{id}/tilmelding", Access::Public, show::sign_up)
        .get("/borgermoeder/{id}/tilmelding/tak", Access::Public, show::thanks)
        .post("/borgermoeder/{id}/afmeld", Access::SignedIn, own::withdraw_signed_in)
        .get("/borgermoeder/{id}/rediger", Access::Decided, edit::show)
        .post("/borgermoeder/{id}/rediger", Access::Decided, edit::save)
        .post("/borgermoeder/{id}/aabn", Access::Decided, keep::open)
        .get("/borgermoeder/{id}/aflys", Access::Decided, cancel::show)
        .post("/borgermoeder/{id}/aflys", Access::Decided, cancel::save)
        .get("/borgermoeder/{id}/deltagere", Access::Decided, guests::show)
        .post("/borgermoeder/{id}/deltagere", Access::Decided, guests::add)
        .post("/borgermoeder/{id}/fremmoede", Access::Decided, check_in::save)
        .post("/deltagere/{id}/afmeld", Access::Decided, guests::remove)
        .get("/borgermoeder/{id}/noter", Access::Decided, notes::show)
        .post("/borgermoeder/{id}/noter", Access::Decided, notes::add)
        .post("/borgermoeder/{id}/noter/link", Access::Decided, notes::link)
        .post("/borgermoeder/{id}/noter/offentlig", Access::Decided, notes::publish)
        .get("/borgermoeder/{id}/noter.pdf", Access::Decided, files::pdf)
        .get("/borgermoeder/{id}/noter.docx", Access::Decided, files::docx)
        .post("/moedenoter/{id}/slet", Access::Decided, notes::remove)
        .get("/bordnoter/{secret}", Access::Link, tables::show)
        .post("/bordnoter/{secret}", Access::Link, tables::add)
        .get("/tilmeldinger/{secret}", Access::Link, own::show)
        .get("/tilmeldinger/{secret}/kalender.ics", Access::Link, own::calendar)
        .post("/tilmeldinger/{secret}/afmeld", Access::Link, own::withdraw)
}
