//! Who helps with what: of whom a task asks something.

use samskab_kernel::{Day, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Row};
use samskab_taskbank::task::{self, Task, TaskId};

use crate::id::EngagementId;

samskab_store::statements! {
    /// Everybody who helps or has been offered to, with the task's volunteers in the order of their names.
    HELPERS = "select e.id as engagement, e.task_id as task, e.person_id as person, n.name
               from engagement e join person n on n.id = e.person_id
               where e.tenant_id = $1 and e.task_id = $2 and e.state <> 'ended' order by n.name, e.id limit 500";
    HELPER = "select e.id as engagement, e.task_id as task, e.person_id as person, n.name
              from engagement e join person n on n.id = e.person_id where e.tenant_id = $1 and e.id = $2";
    TASKS_OF = "select task_id, max(begins_on) as begins_on from engagement
                where tenant_id = $1 and person_id = $2 and state <> 'ended' group by task_id order by task_id";
}

/// Somebody who helps with a task.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
pub struct Helper {
    pub engagement: EngagementId,
    pub task: TaskId,
    pub person: PersonId,
    pub name: String,
}

pub async fn helpers(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Helper>> {
    connection.query(&HELPERS).bind(tenant).bind(task).all().await
}

pub async fn helper(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
) -> Result<Option<Helper>> {
    connection.query(&HELPER).bind(tenant).bind(engagement).optional().await
}

/// The tasks somebody helps with or has been offered, and the day on which everything must be in order: the first one, or
/// today if that has passed.
pub async fn tasks_of(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    today: Day,
) -> Result<Vec<(Task, Day)>> {
    let days: Vec<(TaskId, Option<Day>)> =
        connection.query(&TASKS_OF).bind(tenant).bind(person).all().await?;
    let ids: Vec<TaskId> = days.iter().map(|(id, _)| *id).collect();
    let tasks = task::store::find_many(connection, tenant, &ids).await?;
    let day = |id: TaskId| {
        let first = days.iter().find(|(task, _)| *task == id).and_then(|(_, first)| *first);
        first.map_or(today, |first| first.max(today))
    };
    Ok(tasks
        .into_iter()
        .map(|task| {
            let on = day(task.id);
            (task, on)
        })
        .collect())
}
