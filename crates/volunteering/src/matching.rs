//! Matching both ways (FX-02): what suits a volunteer and who suits a task, said with reasons; invitations; why nobody comes.

use samskab_jobs::Handler;
use samskab_web::{Routes, app::Services};

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<Handler<Services>> {
    Vec::new()
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
