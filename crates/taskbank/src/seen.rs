//! How often a task was seen, a day and a place: counted in memory and written by a job, for a public page is read and
//! never writes. Nobody knows by whom.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use samskab_kernel::{Day, TenantId, codes};
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Services, State};

use crate::task::TaskId;

codes! {
    pub enum Place {
        /// The task bank.
        List => "list",
        /// A volunteer's suggestions.
        Suggestion => "suggestion",
        /// Its own page.
        Page => "page",
    }
}

samskab_store::statements! {
    /// A task may have gone since it was seen.
    ADD = "insert into task_seen (tenant_id, task_id, day, place, times)
           select t.tenant_id, t.id, cast($3 as text), cast($4 as text), cast($5 as bigint)
           from task t where t.tenant_id = $1 and t.id = $2
           on conflict (tenant_id, task_id, day, place) do update set times = task_seen.times + excluded.times";
    FORGET = "delete from task_seen where tenant_id = $1 and day < $2";
    FORGETTABLE = "select count(*) from task_seen where tenant_id = $1 and day < $2";
}

/// Days for which counts are kept: two years.
pub const KEPT_DAYS: i32 = 730;

type Counts = HashMap<(TenantId, TaskId, Day, Place), i64>;

/// Counts that are not written yet. When the program stops, at most a minute of them is lost.
#[derive(Default)]
pub struct Tally(Mutex<Counts>);

impl State for Tally {}

impl Tally {
    fn add(&self, tenant: TenantId, day: Day, place: Place, tasks: &[TaskId]) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for task in tasks {
            *counts.entry((tenant, *task, day, place)).or_default() += 1;
        }
    }

    fn take(&self, tenant: TenantId) -> Vec<(TaskId, Day, Place, i64)> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_tenant = counts.extract_if(|(whose, ..), _| *whose == tenant);
        of_tenant.map(|((_, task, day, place), times)| (task, day, place, times)).collect()
    }
}

/// Counts that these tasks were shown to somebody; counts again for everybody who is shown the same page from memory.
pub fn count(cx: &Cx, place: Place, tasks: &[TaskId]) {
    let tasks = tasks.to_vec();
    cx.each_time(move |services, tenant, now| {
        services.state::<Tally>().add(tenant, now.day(), place, &tasks);
    });
}

/// What was counted since it was last written, in one order, so that two processes that write the same tasks do not wait
/// for each other in a circle. Each process has its own tally, and writes it when it is its turn.
pub fn take(services: &Services, tenant: TenantId) -> Vec<(TaskId, Day, Place, i64)> {
    let mut counted = services.state::<Tally>().take(tenant);
    counted.sort_unstable();
    counted
}

/// Notes that a task was seen `times` more times; also used for a demo's past.
pub async fn add(tx: &mut Tx, task: TaskId, day: Day, place: Place, times: i64) -> samskab_store::Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD).bind(tenant).bind(task).bind(day).bind(place).bind(times).execute().await?;
    Ok(())
}

/// Deletes the counts of days before `before`.
pub async fn forget(tx: &mut Tx, before: Day) -> samskab_store::Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET).bind(tenant).bind(before).execute().await
}

/// How many lines [`forget`] would take.
pub async fn forgettable(
    connection: &mut Connection,
    tenant: TenantId,
    before: Day,
) -> samskab_store::Result<i64> {
    connection.query(&FORGETTABLE).bind(tenant).bind(before).scalar().await
}
