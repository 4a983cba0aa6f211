//! What is counted for a task and for similar ones.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result};
use samskab_taskbank::task::{Task, TaskId};

samskab_store::statements! {
    REACH = "select
                cast(coalesce((select sum(s.times) from task_seen s where s.tenant_id = $1 and s.task_id = $2 and s.day >= $4
                   and s.place = 'list'), 0) as bigint) as list,
                cast(coalesce((select sum(s.times) from task_seen s where s.tenant_id = $1 and s.task_id = $2 and s.day >= $4
                   and s.place = 'suggestion'), 0) as bigint) as suggestion,
                cast(coalesce((select sum(s.times) from task_seen s where s.tenant_id = $1 and s.task_id = $2 and s.day >= $4
                   and s.place = 'page'), 0) as bigint) as page,
                (select count(*) from interest i where i.tenant_id = $1 and i.task_id = $2 and i.state <> 'unconfirmed'
                   and i.created_at >= $3) as interested,
                (select count(*) from invitation v where v.tenant_id = $1 and v.task_id = $2 and v.shift_id is null
                   and v.sent_at >= $3) as invited";
    /// Open tasks of the same theme that have been open for some time.
    SIMILAR = "select
                  cast(coalesce((select sum(s.times) from task_seen s where s.tenant_id = t.tenant_id and s.task_id = t.id
                     and s.day >= $5 and s.place = 'list'), 0) as bigint) as list,
                  cast(coalesce((select sum(s.times) from task_seen s where s.tenant_id = t.tenant_id and s.task_id = t.id
                     and s.day >= $5 and s.place = 'suggestion'), 0) as bigint) as suggestion,
                  cast(coalesce((select sum(s.times) from task_seen s where s.tenant_id = t.tenant_id and s.task_id = t.id
                     and s.day >= $5 and s.place = 'page'), 0) as bigint) as page,
                  (select count(*) from interest i where i.tenant_id = t.tenant_id and i.task_id = t.id
                     and i.state <> 'unconfirmed' and i.created_at >= $4) as interested,
                  cast(0 as bigint) as invited
               from task t
               where t.tenant_id = $1 and t.state = 'open' and t.theme = $2 and t.id <> $3
               order by t.published_at desc, t.id limit 100";
}

/// How far a task reached.
#[derive(Debug, Clone, Copy, Default, samskab_store::Row)]
pub struct Reach {
    /// Shown in the task bank, among somebody's suggestions, and as a page of its own.
    pub list: i64,
    pub suggestion: i64,
    pub page: i64,
    pub interested: i64,
    pub invited: i64,
}

impl Reach {
    /// How often it was seen, in whatever way.
    pub fn seen(&self) -> i64 {
        self.list + self.suggestion + self.page
    }
}

/// The reach of one task since then.
pub async fn reach(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
    since: Instant,
) -> Result<Reach> {
    connection.query(&REACH).bind(tenant).bind(task).bind(since).bind(since.day()).one().await
}

/// The reach of up to 100 open tasks of the same theme.
pub async fn similar(
    connection: &mut Connection,
    tenant: TenantId,
    task: &Task,
    since: Instant,
) -> Result<Vec<Reach>> {
    let query = connection.query(&SIMILAR).bind(tenant).bind(task.theme).bind(task.id);
    query.bind(since).bind(since.day()).all().await
}
