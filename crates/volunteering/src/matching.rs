//! Matching both ways (FX-02): what suits a volunteer and who suits a task, said with reasons; invitations; why nobody comes.

pub mod invitation;
pub mod market;
pub mod wave;

use samskab_jobs::Handler;
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Routes, app::Services, module::BoxFuture};

use crate::{
    task::TaskId,
    volunteer::section::{Known, Section},
};

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<Handler<Services>> {
    Vec::new()
}

/// Why each of these suits the person, as a sentence in the reader's language; a task that does not, or a person
/// without a CV, has none.
pub async fn why(
    _cx: &Cx,
    _connection: &mut Connection,
    _person: PersonId,
    _tasks: &[TaskId],
) -> Result<Vec<(TaskId, String)>> {
    Ok(Vec::new())
}

/// What Min side shows of it.
pub fn section<'a>(
    _cx: &'a Cx,
    _connection: &'a mut Connection,
    _person: PersonId,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(async { Ok(None) })
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    _cx: &'a Cx,
    _connection: &'a mut Connection,
    _person: PersonId,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async { Ok(Vec::new()) })
}
