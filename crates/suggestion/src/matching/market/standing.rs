//! What counts for a task whoever looks at it: whom it has met, how its place answers, how often it was shown.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant, TenantId};
use samskab_matching::Responsiveness;
use samskab_store::{Connection, Result};
use samskab_taskbank::task::{Task, TaskId};
use uuid::Uuid;

samskab_store::statements! {
    /// Everybody a task has met: by showing interest, or by being invited; a yes is both, and counted once. And when
    /// somebody last showed interest; 0: nobody has.
    INTERESTED = "select i.task_id, count(*) as met, max(i.created_at) as last_at,
                     cast(coalesce(sum(case when i.state = 'accepted' then i.persons else 0 end), 0) as bigint) as taken
                  from interest i join task t on t.id = i.task_id
                  where i.tenant_id = $1 and t.tenant_id = $1 and t.state = 'open' and i.state <> 'unconfirmed'
                  group by i.task_id";
    INTERESTED_IN = "select i.task_id, count(*) as met, max(i.created_at) as last_at,
                        cast(coalesce(sum(case when i.state = 'accepted' then i.persons else 0 end), 0) as bigint) as taken
                     from interest i where i.state <> 'unconfirmed' and i.tenant_id = $1 and i.task_id in ({list})
                     group by i.task_id";
    INVITED = "select v.task_id, count(*) as met, cast(0 as bigint) as last_at, cast(0 as bigint) as taken
               from invitation v join task t on t.id = v.task_id
               where v.tenant_id = $1 and t.tenant_id = $1 and t.state = 'open' and v.interest_id is null and v.shift_id is null
               group by v.task_id";
    INVITED_TO = "select v.task_id, count(*) as met, cast(0 as bigint) as last_at, cast(0 as bigint) as taken
                  from invitation v
                  where v.interest_id is null and v.shift_id is null and v.tenant_id = $1 and v.task_id in ({list})
                  group by v.task_id";
    /// Per place: interests of the last year that were answered, or should have been by now.
    ANSWERS = "select coalesce(t.unit_id, t.association_id) as poster, count(*) as asked, count(i.answered_at) as answered,
                  cast(coalesce(sum(case when i.answered_at > i.waiting_since
                     then (i.answered_at - i.waiting_since) / 8640000000 else 0 end), 0) as bigint) as waited
               from interest i join task t on t.id = i.task_id
               where i.tenant_id = $1 and t.tenant_id = $1 and i.waiting_since >= $2
                 and (i.answered_at is not null or i.answer_due_at < $3)
               group by coalesce(t.unit_id, t.association_id)";
    SHOWN = "select s.task_id, cast(sum(s.times) as bigint) as times from task_seen s
             where s.tenant_id = $1 and s.day >= $2 and s.place in ('list', 'suggestion') group by s.task_id";
}

/// The volunteers a task has met.
#[derive(Debug, Clone, Copy, Default)]
pub struct Met {
    pub met: i64,
    pub taken: i64,
    /// When somebody last showed interest.
    pub last: Option<Day>,
}

/// The figures of one task.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    pub met: Met,
    pub responsiveness: Responsiveness,
    pub exposures: u32,
}

#[derive(Default)]
pub struct Standings {
    met: HashMap<TaskId, Met>,
    answers: HashMap<Uuid, Responsiveness>,
    shown: HashMap<TaskId, u32>,
}

#[derive(samskab_store::Row)]
struct MetRow {
    task_id: TaskId,
    met: i64,
    taken: i64,
    last_at: i64,
}

#[derive(samskab_store::Row)]
struct AnswersRow {
    poster: Uuid,
    asked: i64,
    answered: i64,
    waited: i64,
}

/// Days over which answers and showings are counted.
const ANSWERS_DAYS: i64 = 365;
const SHOWN_DAYS: i32 = 28;

impl Standings {
    pub async fn read(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Self> {
        let met = met(connection, tenant, None).await?;
        let rows: Vec<AnswersRow> = connection
            .query(&ANSWERS)
            .bind(tenant)
            .bind(now.plus_days(-ANSWERS_DAYS))
            .bind(now)
            .all()
            .await?;
        let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        let answers = rows.into_iter().map(|row| {
            let answers = Responsiveness {
                asked: number(row.asked),
                answered: number(row.answered),
                waited: number(row.waited),
            };
            (row.poster, answers)
        });
        let answers = answers.collect();
        let since = now.day().plus_days(-SHOWN_DAYS);
        let rows: Vec<(TaskId, i64)> = connection.query(&SHOWN).bind(tenant).bind(since).all().await?;
        let shown = rows.into_iter().map(|(task, times)| (task, number(times))).collect();
        Ok(Self { met, answers, shown })
    }

    pub fn usual(&self) -> Responsiveness {
        Responsiveness::total(self.answers.values().copied())
    }

    pub fn answers_of(&self, poster: Uuid) -> Responsiveness {
        self.answers.get(&poster).copied().unwrap_or_default()
    }

    pub fn of(&self, task: &Task) -> Standing {
        Standing {
            met: self.met.get(&task.id).copied().unwrap_or_default(),
            responsiveness: self.answers.get(&task.poster.uuid()).copied().unwrap_or_default(),
            exposures: self.shown.get(&task.id).copied().unwrap_or_default(),
        }
    }

    pub fn set_met(&mut self, tasks: &[TaskId], mut met: HashMap<TaskId, Met>) {
        for task in tasks {
            match met.remove(task) {
                Some(counted) => self.met.insert(*task, counted),
                None => self.met.remove(task),
            };
        }
    }
}

/// The volunteers that these tasks have met, or all open tasks.
pub async fn met(
    connection: &mut Connection,
    tenant: TenantId,
    tasks: Option<&[TaskId]>,
) -> Result<HashMap<TaskId, Met>> {
    let rows: [Vec<MetRow>; 2] = match tasks {
        None => [
            connection.query(&INTERESTED).bind(tenant).all().await?,
            connection.query(&INVITED).bind(tenant).all().await?,
        ],
        Some(tasks) => [
            connection.query(&INTERESTED_IN).bind(tenant).bind_list(tasks).all().await?,
            connection.query(&INVITED_TO).bind(tenant).bind_list(tasks).all().await?,
        ],
    };
    let mut counted: HashMap<TaskId, Met> = HashMap::new();
    for row in rows.into_iter().flatten() {
        let met = counted.entry(row.task_id).or_default();
        met.met += row.met;
        met.taken += row.taken;
        met.last = met.last.max((row.last_at > 0).then(|| Instant::from_micros(row.last_at).day()));
    }
    Ok(counted)
}
