//! Who asks for volunteers (VB-02): every institution with its contact or ambassador, its open tasks, its
//! volunteers and how fast it answers; and the key figure month by month.

pub mod history;
mod page;
pub mod standing;
pub mod store;
#[cfg(test)]
mod tests;

use samskab_jobs::Handler;
use samskab_kernel::jiff::SignedDuration;
use samskab_web::{Access, Routes, app::Services};

pub fn routes() -> Routes {
    Routes::new().get("/daekning", Access::Decided, page::show).get(
        "/daekning.csv",
        Access::Decided,
        page::spreadsheet,
    )
}

pub fn jobs() -> Vec<Handler<Services>> {
    // Every day anew for the month that runs, so that a month stands as its last day was.
    vec![Handler::every("coverage.month", SignedDuration::from_hours(24), history::write_down)]
}

/// What of it waits for the one who looks: nothing. What is missing here is a wish, no deadline.
pub fn work_items<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<samskab_web::module::WorkItem>>> {
    Box::pin(async { Ok(Vec::new()) })
}
