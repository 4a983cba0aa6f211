#![doc = include_str!("../README.md")]

mod action;
mod chosen;
mod export;
mod go_to;
pub mod list;
mod page;
mod query;
mod routes;
mod template;
mod views;

/// The texts of the desk.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use action::{Action, Outcome, Preview, Undo, Words, WrittenWords};
pub use export::workbook_of;
pub use go_to::of_list;
pub use i18n::T;
pub use list::{Cell, Column, Facts, Filter, Line, PlaceRow, StaffList, place_choices};
pub use query::ListQuery;
pub use routes::routes;
pub use views::save_view;

use samskab_web::{Access, Cx, Module, Routes, module::MenuItem, personal::KnownOfPerson};

samskab_i18n::falls_back_on!(T => samskab_web::T);

/// The places of the work menu's entries, from the first on.
pub mod menu {
    pub const OVERVIEW: u8 = 0;
    pub const TASKS: u8 = 10;
    pub const VOLUNTEERS: u8 = 20;
    pub const SHIFTS: u8 = 30;
    pub const ASSOCIATIONS: u8 = 40;
    pub const MEETINGS: u8 = 43;
    pub const POLICY: u8 = 46;
    pub const ORGANISATION: u8 = 50;
    pub const FIGURES: u8 = 60;
    pub const SETTINGS: u8 = 70;
}

/// *Gå til*, as the binary wires it. The lists are the contexts' own ([`routes`]).
pub fn module() -> Module {
    Module {
        name: "desk",
        routes: Routes::new().get("/gaa-til", Access::Decided, go_to::show),
        menu: vec![overview],
        known: vec![KnownOfPerson { place: 95, read: views::known }],
        merges: vec![views::MERGES],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn overview(cx: &Cx) -> Vec<MenuItem> {
    let t = samskab_web::T(cx.locale);
    samskab_web::module::menu([(true, menu::OVERVIEW, "/overblik", t.desk_overview())])
}
