//! Who helps with what: of whom a task asks something.

use samskab_kernel::TenantId;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Row};
use samskab_taskbank::task::TaskId;

use crate::id::EngagementId;

samskab_store::statements! {
    /// Everybody who helps or has been offered to, with the task's volunteers in the order of their names.
    HELPERS = "select e.id as engagement, e.task_id as task, e.person_id as person, n.name
               from engagement e join person n on n.id = e.person_id
               where e.tenant_id = $1 and e.task_id = $2 and e.state <> 'ended' order by n.name, e.id limit 500";
    HELPER = "select e.id as engagement, e.task_id as task, e.person_id as person, n.name
              from engagement e join person n on n.id = e.person_id where e.tenant_id = $1 and e.id = $2";
    TASKS_OF = "select distinct task_id from engagement
                where tenant_id = $1 and person_id = $2 and state <> 'ended'";
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

/// The tasks somebody helps with or has been offered.
pub async fn tasks_of(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<TaskId>> {
    connection.query(&TASKS_OF).bind(tenant).bind(person).scalars().await
}
