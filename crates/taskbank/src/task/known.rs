//! A task that many parts of one page tell of, read once for all of them.

use std::sync::Arc;

use samskab_store::{Connection, Result};
use samskab_web::{Cx, Remembered, State};

use super::{
    TaskId,
    store::{ShownTask, shown},
};

#[derive(Default)]
struct Known {
    shown: Remembered<TaskId, Arc<ShownTask>, 100>,
}

impl State for Known {}

/// The task as it is now, for its page; the parts of the page find it with [`find_for_part`]. One query.
pub async fn find_for_page(
    cx: &Cx,
    connection: &mut Connection,
    id: TaskId,
) -> Result<Option<Arc<ShownTask>>> {
    let Some(shown) = shown(connection, cx.tenant.id, id, cx.today()).await? else { return Ok(None) };
    let shown = Arc::new(shown);
    // Whatever everybody sees of an open or full task has a word in the book of events; a draft is written on without.
    if let Some(moment) = cx.moment().filter(|_| shown.task.state.expires_at().is_some()) {
        cx.services.state::<Known>().shown.add(moment, [(id, shown.clone())]);
    }
    Ok(Some(shown))
}

/// The task as its page was made from it, for parts that everybody sees. Runs at most one query.
pub async fn find_for_part(
    cx: &Cx,
    connection: &mut Connection,
    id: TaskId,
) -> Result<Option<Arc<ShownTask>>> {
    let known = cx.services.state::<Known>();
    match cx.moment().and_then(|moment| known.shown.of(moment, [&id]).pop()) {
        Some(shown) => Ok(Some(shown)),
        None => Ok(shown(connection, cx.tenant.id, id, cx.today()).await?.map(Arc::new)),
    }
}
