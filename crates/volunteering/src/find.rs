//! Finding a task.

use samskab_kernel::Instant;
use samskab_search::Document;
use samskab_store::{Connection, events::Recorded};
use samskab_web::{
    Routes, Tenant,
    follow::{Affected, Source},
    module::BoxFuture,
};
use uuid::Uuid;

pub const SOURCE: Source = Source { kind: "task", affected, documents };

fn affected(_: &Recorded) -> Affected {
    Affected::Nothing
}

fn documents<'a>(
    _: &'a mut Connection,
    _: &'a Tenant,
    _: Instant,
    _: Option<&'a [Uuid]>,
) -> BoxFuture<'a, samskab_store::Result<Vec<Document>>> {
    Box::pin(async { Ok(Vec::new()) })
}

pub fn routes() -> Routes {
    Routes::new()
}
