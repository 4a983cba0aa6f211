//! The coordinator's map of who asks for volunteers (VB-02), over time.

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
