//! Where volunteers come from (VB-22, VB-23): channels, personal links, posters.

use samskab_jobs::Handler;
use samskab_web::{Routes, app::Services};

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<Handler<Services>> {
    Vec::new()
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
    _person: samskab_organisation::person::PersonId,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<crate::volunteer::section::Known>>> {
    Box::pin(async { Ok(Vec::new()) })
}
