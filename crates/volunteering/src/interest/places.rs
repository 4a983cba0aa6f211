//! How many places a task still has, and what that makes of the task.

use samskab_store::{Result, Tx};
use samskab_web::Tenant;

use super::store;
use crate::task::{
    self, Settings, State, Task, TaskId,
    event::{TaskFilled, TaskReopened},
};

/// A task whose places nobody else gives away until the transaction ends, and how many are free;
/// `None`: as many as come.
pub async fn locked(tx: &mut Tx, id: TaskId) -> Result<Option<(Task, Option<i64>)>> {
    let tenant = tx.tenant();
    store::lock_task(tx, id).await?;
    let Some(task) = task::store::find(tx, tenant, id).await? else { return Ok(None) };
    let free = match task.places {
        None => None,
        Some(places) => Some(places - store::taken(tx, tenant, id).await?),
    };
    Ok(Some((task, free)))
}

/// `persons` got a place of the locked task, of which `free` were left: with the last one it is full.
pub async fn given(tx: &mut Tx, task: Task, free: Option<i64>, persons: i64) -> Result<()> {
    if free.is_some_and(|free| free <= persons) && task.state.is_open() {
        let (id, now) = (task.id, tx.now());
        if let Ok(task) = task.fill(now) {
            task::store::save(tx, &task).await?;
            tx.record(TaskFilled::of(id)).await?;
        }
    }
    Ok(())
}

/// `persons` gave their places back (their interest is saved already): a task that was full because
/// of them takes volunteers again.
pub async fn given_back(tx: &mut Tx, municipality: &Tenant, id: TaskId, persons: i64) -> Result<()> {
    let Some((task, Some(free))) = locked(tx, id).await? else { return Ok(()) };
    let was_full = free - persons <= 0;
    if was_full && free > 0 && matches!(task.state, State::Filled { .. }) {
        let now = tx.now();
        // A task that may no longer be public (its day is over) stays as it is.
        if let Ok(task) = task.reopen(&Settings::of(municipality), now) {
            task::store::save(tx, &task).await?;
            tx.record(TaskReopened::of(id)).await?;
        }
    }
    Ok(())
}
