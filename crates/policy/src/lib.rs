#![doc = include_str!("../README.md")]

mod agenda;
mod agenda_point;
mod annexed;
pub mod authority;
mod built;
mod bundle;
mod call;
mod carry;
mod correct;
pub mod correction;
mod data;
mod dates;
mod edit;
mod heard;
mod hold;
mod id;
mod keep;
mod letter;
mod life;
mod list;
pub mod own_template;
mod personal;
mod place;
mod plan;
pub mod policy;
mod process;
pub mod rules;
mod shift;
mod show;
pub mod signup;
pub mod step;
mod step_edit;
pub mod store;
pub mod template;
#[cfg(test)]
mod testing;
mod work;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use samskab_organisation::identify::Who as _;
use samskab_web::{
    Access, Cx, Module, Routes,
    module::{MenuItem, Shortcut, ways},
    personal::KnownOfPerson,
};

samskab_i18n::falls_back_on!(T => samskab_meetings::T);

/// Policies, as the binary wires them.
pub fn module() -> Module {
    Module {
        name: "policy",
        routes: routes(),
        work_items: vec![work::work_items],
        parts: place::PARTS.to_vec(),
        shortcuts: vec![shortcuts],
        menu: vec![menu],
        destinations: vec![list::destinations],
        built: built::BUILT.to_vec(),
        jobs: keep::jobs(),
        retention: keep::retention(),
        known: vec![KnownOfPerson { place: 91, read: personal::known }],
        merges: vec![personal::MERGES],
        erasures: vec![personal::erase],
        readdresses: vec![personal::readdress],
        reactions: agenda::REACTIONS.to_vec(),
        public_dates: vec![dates::public_dates],
        year_dates: vec![dates::year_dates],
        holds: hold::HOLDS.to_vec(),
        leaders: vec![hold::LEADERS],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn menu(cx: &Cx) -> Vec<MenuItem> {
    let label = samskab_web::T(cx.locale).desk_policy();
    samskab_web::module::menu([(cx.actor.is_staff(), samskab_desk::menu::POLICY, "/politikker", label)])
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let is_staff = cx.actor.is_staff();
    samskab_web::module::shortcuts([(
        is_staff,
        ways::POLICY,
        "/politikker",
        T(cx.locale).policy_list_title(),
        "document",
    )])
}

fn routes() -> Routes {
    Routes::new()
        .get("/politikker", Access::Public, list::show)
        .get("/politikker/ny", Access::Decided, edit::new)
        .post("/politikker/ny", Access::Decided, edit::add)
        .get("/politikker/skabeloner", Access::Decided, own_template::page::list)
        .get("/politikker/{id}/skabelon", Access::Decided, own_template::page::keep_form)
        .post("/politikker/{id}/skabelon", Access::Decided, own_template::page::keep)
        .get("/politikskabeloner/{id}", Access::Decided, own_template::page::show)
        .get("/politikskabeloner/{id}/rediger", Access::Decided, own_template::page::edit)
        .post("/politikskabeloner/{id}/rediger", Access::Decided, own_template::page::save)
        .get("/politikskabeloner/{id}/slet", Access::Decided, own_template::page::remove_form)
        .post("/politikskabeloner/{id}/slet", Access::Decided, own_template::page::remove)
        .get("/politikker/{id}", Access::Public, show::show)
        .get("/politikker/{id}/rediger", Access::Decided, edit::show)
        .post("/politikker/{id}/rediger", Access::Decided, edit::save)
        .get("/politikker/{id}/plan", Access::Public, plan::show)
        .get("/politikker/{id}/plan.json", Access::Public, data::json)
        .get("/politikker/{id}/plan.csv", Access::Public, data::csv)
        .get("/politikker/{id}/sagspakke.pdf", Access::Public, bundle::pdf)
        .get("/politikker/{id}/sagspakke.zip", Access::Public, bundle::zip)
        .get("/politikker/{id}/flyt", Access::Decided, shift::show)
        .post("/politikker/{id}/flyt", Access::Decided, shift::save)
        .post("/politikker/{id}/aftal", Access::Decided, carry::agree)
        .post("/politikker/{id}/omraader/{unit}", Access::Decided, carry::confirm)
        .get("/politikker/{id}/visning", Access::Decided, life::shown)
        .post("/politikker/{id}/visning", Access::Decided, life::show)
        .get("/politikker/{id}/stop", Access::Decided, life::stop_form)
        .post("/politikker/{id}/stop", Access::Decided, life::stop)
        .get("/politikker/{id}/aendret", Access::Decided, life::amend_form)
        .post("/politikker/{id}/aendret", Access::Decided, life::amend)
        .post("/politikker/{id}/revision", Access::Decided, life::revise)
        .post("/politikker/{id}/vis-vedtaget", Access::Decided, life::show_adopted)
        .get("/politikker/{id}/rettelse", Access::Decided, correct::show)
        .post("/politikker/{id}/rettelse", Access::Decided, correct::correct)
        .get("/politikker/{id}/vaer-med", Access::Public, call::show)
        .post("/politikker/{id}/vaer-med", Access::Public, call::send)
        .get("/politikker/{id}/vaer-med/tak", Access::Public, call::thanks)
        .get("/politikker/{id}/interesserede", Access::Decided, call::list)
        .get("/politik-interesserede/{id}", Access::Decided, call::answer_form)
        .post("/politik-interesserede/{id}/med", Access::Decided, call::take)
        .post("/politik-interesserede/{id}/tak", Access::Decided, call::thank)
        .get("/mit-bidrag/{secret}", Access::Link, call::own)
        .post("/mit-bidrag/{secret}/traek-tilbage", Access::Link, call::withdraw)
        .get("/politikker/{id}/trin/nyt", Access::Decided, step_edit::new)
        .post("/politikker/{id}/trin/nyt", Access::Decided, step_edit::add)
        .get("/politiktrin/{id}", Access::Decided, step_edit::show)
        .post("/politiktrin/{id}", Access::Decided, step_edit::save)
        .post("/politiktrin/{id}/slet", Access::Decided, step_edit::remove)
        .post("/politiktrin/{id}/op", Access::Decided, step_edit::up)
        .get("/politiktrin/{id}/udfoert", Access::Decided, carry::hold_form)
        .post("/politiktrin/{id}/udfoert", Access::Decided, carry::hold)
        .post("/politiktrin/{id}/uaendret", Access::Decided, carry::unchanged)
        .get("/politiktrin/{id}/genaabn", Access::Decided, carry::reopen_form)
        .post("/politiktrin/{id}/genaabn", Access::Decided, carry::reopen)
        .get("/politiktrin/{id}/aflys", Access::Decided, carry::cancel_form)
        .post("/politiktrin/{id}/aflys", Access::Decided, carry::cancel)
        .get("/politiktrin/{id}/undtagelse", Access::Decided, carry::exception_form)
        .post("/politiktrin/{id}/undtagelse", Access::Decided, carry::except)
}
