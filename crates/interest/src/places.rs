//! How many places a task still has, and what that makes of the task.

use std::collections::HashMap;

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::TenantId;
use samskab_store::{Result, Stamp, Tx};
use samskab_taskbank::{
    notice::mail::municipality,
    task::{
        self, Settings, State, Task, TaskId,
        event::{TaskFilled, TaskReopened},
    },
};
use samskab_web::{Services, Tenant};
use serde::{Deserialize, Serialize};

use super::{rules::first_in_line, store};

/// A task whose places nobody else gives away until the transaction ends, and how many are free;
/// `None`: as many as come.
#[samskab_store::compiled_once]
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

/// Called when `persons` got a place of the locked task, of which `free` were left: with the last one it is full.
#[samskab_store::compiled_once]
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

/// `persons` gave their places back (their interest is saved already): whoever waits is offered them, else a task that
/// was full because of them takes volunteers again.
pub async fn given_back(tx: &mut Tx, municipality: &Tenant, id: TaskId, persons: i64) -> Result<()> {
    let Some((task, Some(free))) = locked(tx, id).await? else { return Ok(()) };
    let tenant = tx.tenant();
    let interests = store::of_task(tx, tenant, id).await?;
    if first_in_line(&interests, &HashMap::new(), free).is_some() {
        let now = tx.now();
        return enqueue(tx, &OfferPlaces { task: id, anew: true }, now).await;
    }
    if free - persons <= 0 && free > 0 { reopen(tx, municipality, task).await } else { Ok(()) }
}

/// The place took a yes back: nobody is offered what it may mean for somebody.
pub async fn taken_back(tx: &mut Tx, municipality: &Tenant, id: TaskId, persons: i64) -> Result<()> {
    match locked(tx, id).await? {
        Some((task, Some(free))) if free - persons <= 0 && free > 0 => reopen(tx, municipality, task).await,
        _ => Ok(()),
    }
}

/// A full task with room again takes volunteers again.
pub async fn reopen(tx: &mut Tx, municipality: &Tenant, task: Task) -> Result<()> {
    if matches!(task.state, State::Filled { .. }) {
        let (id, now) = (task.id, tx.now());
        // A task that may no longer be public (its day is over) stays as it is.
        if let Ok(task) = task.reopen(&Settings::of(municipality), now) {
            task::store::save(tx, &task).await?;
            tx.record(TaskReopened::of(id)).await?;
        }
    }
    Ok(())
}

/// Free places of a task are offered to its waiting list.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct OfferPlaces {
    pub task: TaskId,
    /// Another place became free: whoever let an earlier one pass is asked again, last. False: it is the same place.
    pub anew: bool,
}

impl Job for OfferPlaces {
    const KIND: &'static str = "interest.offer_places";
    fn unique_key(&self) -> Option<String> {
        Some(self.task.to_string())
    }
}

/// Somebody was deleted who held places: the task is looked at afterwards, because a deletion writes nothing in the
/// book of events before its end.
#[derive(Debug, Serialize, Deserialize, samskab_store::Row)]
pub struct LookForPlaces {
    task_id: TaskId,
    persons: i64,
}

impl Job for LookForPlaces {
    const KIND: &'static str = "interest.look_for_places";
}

/// When, and only if, this transaction commits.
pub async fn give_back_later(tx: &mut Tx, freed: &LookForPlaces) -> Result<()> {
    let now = tx.now();
    enqueue(tx, freed, now).await
}

pub(super) async fn look_for_places(
    services: Services,
    tenant: TenantId,
    freed: LookForPlaces,
) -> std::result::Result<(), Failure> {
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now: services.clock.now() }).await?;
    given_back(&mut tx, &municipality, freed.task_id, freed.persons).await?;
    tx.commit().await?;
    Ok(())
}
