#![doc = include_str!("../README.md")]

pub mod agenda;
mod answer;
mod assess;
mod attachment;
pub mod authority;
mod built;
mod case_files;
mod connect;
mod data;
mod dates;
mod edit;
pub mod event;
mod finish;
pub mod given;
pub mod hearing;
mod invited;
mod keep;
mod letter;
mod list;
pub mod note;
mod note_files;
mod note_page;
mod of_text;
mod own;
pub mod parties;
pub mod party;
pub mod period;
mod personal;
mod phrase;
mod post;
mod reader;
mod recipient;
pub mod remark;
mod remarks;
pub mod response;
mod screen;
mod show;
pub mod source;
mod speaker;
pub mod store;
pub mod text;
mod work;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use case_files::{CaseFiles, case_files, case_json};
pub use edit::write_text;
pub use i18n::T;
pub use keep::HEARING_SUBJECT;
pub use note_files::note_document;
pub use show::ON_HEARING_PAGE;
pub use source::{HearingDraft, Redline, from_text, redline, result};

use samskab_organisation::identify::Who as _;
use samskab_web::{
    Access, Cx, Module, Routes,
    module::{Shortcut, ways},
    stored::StoredFiles,
};

samskab_i18n::falls_back_on!(T => samskab_writing::T);

/// Hearings, as the binary wires them.
pub fn module() -> Module {
    Module {
        name: "hearing",
        routes: routes(),
        work_items: vec![work::work_items],
        shortcuts: vec![shortcuts],
        destinations: vec![list::destinations],
        built: built::BUILT.to_vec(),
        parts: vec![of_text::ON_TEXT_PAGE, agenda::ON_ITEM],
        reactions: vec![agenda::REACTION],
        links: vec![of_text::FROM_TEXT_PAGE],
        public_dates: vec![dates::public_dates],
        jobs: post::jobs(),
        retention: post::retention(),
        stored: vec![StoredFiles {
            what: |locale| T(locale).hearing_stored_files(),
            table: "hearing_attachment",
            sum: store::files_sum,
        }],
        known: vec![samskab_web::personal::KnownOfPerson { place: 88, read: personal::known }],
        merges: vec![personal::MERGES],
        dependents: vec![personal::DEPENDENTS],
        erasures: vec![personal::erase],
        readdresses: vec![personal::readdress],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    samskab_web::module::shortcuts([(
        cx.actor.is_staff(),
        ways::POLICY + 1,
        "/hoeringer",
        T(cx.locale).hearing_list_title(),
        "feedback",
    )])
}

fn routes() -> Routes {
    Routes::new()
        .get("/hoeringer", Access::Public, list::show)
        .get("/hoeringer.atom", Access::Public, data::feed)
        .get("/hoeringer/ny", Access::Decided, edit::new)
        .post("/hoeringer/ny", Access::Decided, edit::add)
        .get("/hoeringer/{id}", Access::Public, show::show)
        .get("/hoeringer/{id}/rediger", Access::Decided, edit::show)
        .post("/hoeringer/{id}/rediger", Access::Decided, edit::save)
        .post("/hoeringer/{id}/tekst", Access::Decided, of_text::take_again)
        .get("/hoeringer/{id}/aendringer", Access::Public, of_text::changes)
        .post("/hoeringer/{id}/aabn", Access::Decided, keep::open)
        .get("/hoeringer/{id}/frist", Access::Decided, keep::extend_page)
        .post("/hoeringer/{id}/frist", Access::Decided, keep::extend)
        .get("/hoeringer/{id}/aflys", Access::Decided, keep::call_off_page)
        .post("/hoeringer/{id}/aflys", Access::Decided, keep::call_off)
        .post("/hoeringer/{id}/afslut", Access::Decided, keep::publish_note)
        .get("/hoeringer/{id}/parter", Access::Decided, parties::show)
        .post("/hoeringer/{id}/parter", Access::Decided, parties::add)
        .post("/hoeringer/{id}/parter/foreslaaet", Access::Decided, parties::add_proposed)
        .post("/hoeringer/{id}/parter/udelad", Access::Decided, parties::leave_out)
        .post("/hoeringsparter/{id}/fjern", Access::Decided, parties::remove)
        .get("/hoeringsparter/{id}/modtager", Access::Decided, recipient::show)
        .post("/hoeringsparter/{id}/modtager", Access::Decided, recipient::save)
        .post("/hoeringsparter/{id}/ikke-svaret", Access::Decided, recipient::unanswer)
        .get("/hoeringspart/{secret}", Access::Link, invited::show)
        .post("/hoeringspart/{secret}/ingen-bemaerkninger", Access::Link, invited::no_remarks)
        .get("/hoeringer/{id}/svar", Access::Public, answer::show)
        .post("/hoeringer/{id}/svar", Access::Public, answer::send)
        .get("/hoeringer/{id}/svar/tak", Access::Public, answer::thanks)
        .get("/hoeringssvar/{secret}", Access::Link, own::show)
        .post("/hoeringssvar/{secret}/bekraeft", Access::Link, own::confirm)
        .get("/hoeringssvar/{secret}/traek-tilbage", Access::Link, own::ask_withdraw)
        .post("/hoeringssvar/{secret}/traek-tilbage", Access::Link, own::withdraw)
        .get("/hoeringssvar/{secret}/rediger", Access::Link, own::edit)
        .post("/hoeringssvar/{secret}/rediger", Access::Link, own::save)
        .post("/hoeringssvar/{secret}/bilag", Access::Link, attachment::add)
        .post("/hoeringssvar/{secret}/bilag/fjern", Access::Link, attachment::remove)
        .get("/hoeringsbilag/{id}", Access::Public, attachment::fetch)
        .get("/hoeringer/{id}/indkomne", Access::Decided, screen::list)
        .get("/indkomne-svar/{id}", Access::Decided, screen::show)
        .post("/indkomne-svar/{id}/offentliggoer", Access::Decided, screen::publish)
        .post("/indkomne-svar/{id}/skjul", Access::Decided, screen::hide)
        .post("/indkomne-svar/{id}/overstreg", Access::Decided, screen::redact)
        .post("/indkomne-svar/{id}/part", Access::Decided, screen::party)
        .get("/hoeringer/{id}/bemaerkninger", Access::Decided, remarks::list)
        .post("/hoeringer/{id}/bemaerkninger/fordel", Access::Decided, remarks::assign)
        .get("/bemaerkninger/{id}", Access::Decided, assess::show)
        .post("/bemaerkninger/{id}", Access::Decided, assess::save)
        .post("/bemaerkninger/{id}/godkend", Access::Decided, assess::approve)
        .post("/bemaerkninger/{id}/standardsvar", Access::Decided, phrase::phrase)
        .post("/bemaerkninger/{id}/del", Access::Decided, assess::cut)
        .get("/hoeringer/standardsvar", Access::Decided, phrase::phrases)
        .post("/standardsvar/{id}/slet", Access::Decided, phrase::remove_phrase)
        .get("/hoeringer/{id}/notat", Access::Public, note_page::show)
        .get("/hoeringer/{id}/notat.pdf", Access::Public, note_files::pdf)
        .get("/hoeringer/{id}/notat.docx", Access::Public, note_files::docx)
        .get("/hoeringer/{id}/notat.xlsx", Access::Public, note_files::xlsx)
        .get("/hoeringer/{id}/svar.json", Access::Public, data::responses_json)
        .get("/hoeringer/{id}/svar.csv", Access::Public, data::responses_csv)
        .get("/hoeringer/{id}/parter.csv", Access::Public, data::parties_csv)
}
