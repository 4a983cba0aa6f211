#![doc = include_str!("../README.md")]

pub mod authority;
mod figures;
mod history;
mod overview;
mod page;
mod persons;
mod standing;
pub mod store;
#[cfg(test)]
mod tests;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use figures::Figures;
pub use i18n::T;

use samskab_jobs::Handler;
use samskab_kernel::jiff::SignedDuration;
use samskab_web::{
    Access, Cx, Module, Routes, Services,
    module::{MenuItem, Shortcut, ways},
};

samskab_i18n::falls_back_on!(T => samskab_taskbank::T);

/// “Who asks for volunteers”, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "coverage",
        routes: Routes::new().get("/daekning", Access::Decided, page::show).get(
            "/daekning.csv",
            Access::Decided,
            page::spreadsheet,
        ),
        shortcuts: vec![shortcuts],
        menu: vec![menu],
        parts: vec![overview::PART],
        jobs: jobs(),
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn jobs() -> Vec<Handler<Services>> {
    // Every day again for the current month, so that a month has the numbers of its last day.
    vec![Handler::every("coverage.month", SignedDuration::from_hours(24), history::write_down)]
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let title = T(cx.locale).coverage_map_title();
    samskab_web::module::shortcuts([(
        authority::may_see(&cx.actor),
        ways::VOLUNTEERS + 20,
        "/daekning",
        title,
        "map",
    )])
}

fn menu(cx: &Cx) -> Vec<MenuItem> {
    let label = samskab_web::T(cx.locale).desk_figures();
    samskab_web::module::menu([(
        authority::may_see(&cx.actor),
        samskab_desk::menu::FIGURES,
        "/daekning",
        label,
    )])
}
