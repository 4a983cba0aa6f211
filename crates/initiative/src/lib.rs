#![doc = include_str!("../README.md")]

pub mod aim;
pub mod authority;
mod built;
pub mod focus;
mod id;
pub mod initiative;
pub mod proposal;
mod work;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

use samskab_organisation::identify::Who as _;
use samskab_store::Connection;
use samskab_web::{
    Cx, Module, Result, Routes,
    module::{BoxFuture, Destination, Shortcut, ways},
    personal::{KnownOfPerson, OfPerson},
};

samskab_i18n::falls_back_on!(T => samskab_meetings::T);

/// Proposals, initiatives and focus areas, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "initiative",
        routes: Routes::new()
            .merge(proposal::routes())
            .merge(focus::routes())
            .merge(aim::routes())
            .merge(initiative::routes()),
        work_items: vec![work::work_items],
        shortcuts: vec![shortcuts],
        destinations: vec![proposals, initiatives],
        built: built::BUILT.to_vec(),
        jobs: proposal::jobs(),
        retention: proposal::retention(),
        erasures: vec![proposal::erase],
        sections: vec![OfPerson { place: 70, read: proposal::section }],
        known: vec![KnownOfPerson { place: 85, read: proposal::known }],
        merges: vec![proposal::MERGES],
        dependents: initiative::DEPENDENTS.to_vec(),
        readdresses: vec![proposal::readdress],
        reactions: proposal::REACTIONS.to_vec(),
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

fn proposals<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(samskab_desk::of_list(cx, connection, &proposal::LIST, asked))
}

fn initiatives<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(samskab_desk::of_list(cx, connection, &initiative::LIST, asked))
}

fn shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let (t, is_staff) = (T(cx.locale), cx.actor.is_staff());
    samskab_web::module::shortcuts([
        (is_staff, ways::POLICY + 3, "/fokus", t.focus_title(), "flag"),
        (is_staff, ways::POLICY + 4, "/maal", t.aim_title(), "flag"),
        (is_staff, ways::POLICY + 5, "/forslag/liste", t.proposal_list_title(), "forum"),
        (is_staff, ways::POLICY + 6, "/indsatser", t.initiative_list_title(), "checklist"),
    ])
}
