//! The volunteer: Min side, the CV and who may see it (FX-21), what is known about one and how it goes away.

pub mod section;

use samskab_jobs::Handler;
use samskab_web::{Routes, app::Services};

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<Handler<Services>> {
    Vec::new()
}

/// What of it waits for the one who looks.
pub fn work_items<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<samskab_web::module::WorkItem>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// The sections of Min side, in order.
pub const SECTIONS: &[section::OfPerson] = &[
    crate::matching::section,
    crate::engagement::section,
    crate::shift::section,
    crate::requirement::section,
    crate::hours::section,
    crate::proof::section,
];

/// Everything that is known about a person, part by part.
pub const KNOWN: &[section::KnownOfPerson] = &[
    crate::interest::known,
    crate::matching::known,
    crate::engagement::known,
    crate::shift::known,
    crate::requirement::known,
    crate::hours::known,
    crate::proof::known,
    crate::channel::known,
];
