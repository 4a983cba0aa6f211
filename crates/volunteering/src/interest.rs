//! Somebody would like to help.

use samskab_store::Connection;
use samskab_web::{Cx, Result, Routes, WorkItem, app::Services, module::BoxFuture};

pub fn routes() -> Routes {
    Routes::new()
}

pub fn work_items<'a>(_: &'a Cx, _: &'a mut Connection) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(async { Ok(Vec::new()) })
}

pub fn jobs() -> Vec<samskab_jobs::Handler<Services>> {
    Vec::new()
}
