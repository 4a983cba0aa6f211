//! Shifts: times that come again, who has which, stand-ins, and one's own calendar.

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

/// What Min side shows of it.
pub fn section<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
    _person: samskab_organisation::person::PersonId,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Option<crate::volunteer::section::Section>>> {
    Box::pin(async { Ok(None) })
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
    _person: samskab_organisation::person::PersonId,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<crate::volunteer::section::Known>>> {
    Box::pin(async { Ok(Vec::new()) })
}
