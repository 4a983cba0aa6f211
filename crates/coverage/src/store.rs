//! What is counted of institutions' tasks, and the table `coverage`: the numbers as they were each month.

use std::collections::HashMap;

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::unit::UnitId;
use samskab_store::{Connection, Record, Result, Tx};
use samskab_taskbank::task::TaskId;

use crate::figures::Figures;

samskab_store::statements! {
    /// Open tasks, who has begun to help, and who waits for an answer: `late` of them past the day they were promised one, as
    /// *Mit overblik* says it.
    NOW = "select unit_id, count(*) as open_tasks, 0 as volunteers, 0 as waiting, 0 as late from task
           where tenant_id = $1 and state = 'open' and unit_id is not null group by unit_id
           union all
           select t.unit_id, 0, count(distinct e.person_id), 0, 0
           from engagement e join task t on t.tenant_id = e.tenant_id and t.id = e.task_id
           where e.tenant_id = $1 and e.state in ('active', 'paused') and (e.begins_on is null or e.begins_on <= $3)
             and t.unit_id is not null group by t.unit_id
           union all
           select t.unit_id, 0, 0, count(*), count(case when i.answer_due_at < $2 then 1 end)
           from interest i join task t on t.tenant_id = i.tenant_id and t.id = i.task_id
           where i.tenant_id = $1 and i.state = 'new' and t.unit_id is not null group by t.unit_id";
    /// Open tasks without interest since then, the longest open first.
    UNSEEN = "select t.unit_id, t.id from task t
              where t.tenant_id = $1 and t.state = 'open' and t.unit_id is not null and t.published_at is not null
                and not exists (select 1 from interest i where i.tenant_id = t.tenant_id and i.task_id = t.id
                                and i.state <> 'unconfirmed' and i.created_at >= $2)
              order by t.published_at, t.id";
    INTERESTED = "select t.unit_id, count(*) as number
                  from interest i join task t on t.tenant_id = i.tenant_id and t.id = i.task_id
                  where i.tenant_id = $1 and i.created_at >= $2 and i.state <> 'unconfirmed' and t.unit_id is not null
                  group by t.unit_id";
    ANSWERS = "select t.unit_id, (i.answered_at - i.waiting_since) / 60000000 as number
               from interest i join task t on t.tenant_id = i.tenant_id and t.id = i.task_id
               where i.tenant_id = $1 and i.answered_at >= $2 and i.waiting_since is not null and t.unit_id is not null";
    SAVE_MONTH = MonthOfArea::INSERT, "on conflict (tenant_id, month, area_id) do update set", MonthOfArea::EXCLUDED;
    MONTHS = MonthOfArea::SELECT, "where tenant_id = $1 and month >= $2 order by month, area_id";
}

/// The figures of one institution's tasks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counted {
    pub open_tasks: i64,
    pub unseen_task: Option<TaskId>,
    pub volunteers: i64,
    pub interested: i64,
    pub waiting: i64,
    /// How many of those who wait are late.
    pub late: i64,
}

#[derive(samskab_store::Row)]
struct NowRow {
    unit_id: UnitId,
    open_tasks: i64,
    volunteers: i64,
    waiting: i64,
    late: i64,
}

/// By institution, without figures that need earlier days. Runs one query.
pub async fn counted_now(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<HashMap<UnitId, Counted>> {
    let rows: Vec<NowRow> = connection.query(&NOW).bind(tenant).bind(now).bind(now.day()).all().await?;
    let mut counted: HashMap<UnitId, Counted> = HashMap::new();
    for row in rows {
        let one = counted.entry(row.unit_id).or_default();
        one.open_tasks += row.open_tasks;
        one.volunteers += row.volunteers;
        one.waiting += row.waiting;
        one.late += row.late;
    }
    Ok(counted)
}

/// Figures by institution. Runs three queries.
pub async fn counted(
    connection: &mut Connection,
    tenant: TenantId,
    since: Instant,
    now: Instant,
) -> Result<HashMap<UnitId, Counted>> {
    let mut counted = counted_now(connection, tenant, now).await?;
    let unseen: Vec<(UnitId, TaskId)> = connection.query(&UNSEEN).bind(tenant).bind(since).all().await?;
    let interested: Vec<(UnitId, i64)> = connection.query(&INTERESTED).bind(tenant).bind(since).all().await?;
    for (unit, task) in unseen {
        counted.entry(unit).or_default().unseen_task.get_or_insert(task);
    }
    for (unit, number) in interested {
        counted.entry(unit).or_default().interested = number;
    }
    Ok(counted)
}

/// By institution: how many minutes each answer since then took.
pub async fn answers(
    connection: &mut Connection,
    tenant: TenantId,
    since: Instant,
) -> Result<HashMap<UnitId, Vec<i64>>> {
    let rows: Vec<(UnitId, i64)> = connection.query(&ANSWERS).bind(tenant).bind(since).all().await?;
    let mut answers: HashMap<UnitId, Vec<i64>> = HashMap::new();
    for (unit, minutes) in rows {
        answers.entry(unit).or_default().push(minutes);
    }
    Ok(answers)
}

/// `month` as `2026-11`. What was written for it before is replaced.
pub async fn save_month(tx: &mut Tx, month: &str, area: UnitId, figures: &Figures) -> Result<()> {
    let month = MonthOfArea { month: month.to_owned(), area_id: area, figures: *figures };
    tx.write(&SAVE_MONTH, &month).execute().await?;
    Ok(())
}

/// One area in one month.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "coverage", key("month", "area_id"))]
pub struct MonthOfArea {
    pub month: String,
    pub area_id: UnitId,
    #[record(flatten)]
    pub figures: Figures,
}

/// From `month` on, in order.
pub async fn months(connection: &mut Connection, tenant: TenantId, from: &str) -> Result<Vec<MonthOfArea>> {
    connection.query(&MONTHS).bind(tenant).bind(from.to_owned()).all().await
}
