//! What the place has promised to arrange with somebody who has agreed on everything: the information meeting, the
//! course. It waits for those who are first for the place until it is noted that it was held, or until there is no
//! agreement any more.

use samskab_kernel::{Day, Instant, text::first_name};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_requirement::{Missing, Precondition, book::Book};
use samskab_store::Connection;
use samskab_taskbank::task::{self, Task, TaskId, store::poster};
use samskab_web::{Cx, Result, WorkItem, module::WorkAct};

use crate::{
    T,
    engagement::{self, EngagementId},
};

samskab_store::statements! {
    /// Both have said yes, and the task asks for something that the place arranges.
    TO_ARRANGE = "select e.id as engagement_id, e.person_id, e.task_id, e.begins_on, e.updated_at, t.unit_id, t.association_id,
            n.name
        from engagement e join person n on n.id = e.person_id join task t on t.id = e.task_id
        where e.tenant_id = $1 and e.state = 'proposed' and e.version_in_force = e.version
          and (t.requirements like '%information_meeting%' or t.requirements like '%course%')
        order by e.updated_at, e.id limit 500";
}

#[derive(samskab_store::Row)]
struct Row {
    engagement_id: EngagementId,
    person_id: PersonId,
    task_id: TaskId,
    begins_on: Option<Day>,
    updated_at: Instant,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    name: String,
}

/// Of the tasks that lie with the reader. At most five queries.
pub(super) async fn work_items(
    cx: &Cx,
    connection: &mut Connection,
    lies_here: impl Fn(Poster) -> bool,
) -> Result<Vec<WorkItem>> {
    let (tenant, today) = (cx.tenant.id, cx.now().day());
    let mut rows: Vec<Row> = connection.query(&TO_ARRANGE).bind(tenant).all().await?;
    rows.retain(|row| lies_here(poster(row.unit_id, row.association_id)));
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut ids: Vec<TaskId> = rows.iter().map(|row| row.task_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let tasks = task::store::find_many(connection, tenant, &ids).await?;
    let mut people: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    people.sort_unstable();
    people.dedup();
    let book = Book::of(connection, tenant, &people, today).await?;
    let mut items = Vec::new();
    for row in &rows {
        let Some(task) = tasks.iter().find(|task| task.id == row.task_id) else { continue };
        let on = row.begins_on.map_or(today, |first| first.max(today));
        let missing = book.missing(row.person_id, task, on);
        items.extend(missing.iter().filter_map(|missing| row.item(*missing, task, today, T(cx.locale))));
    }
    Ok(items)
}

impl Row {
    fn item(&self, missing: Missing, task: &Task, today: Day, t: T) -> Option<WorkItem> {
        let name = first_name(&self.name);
        let title = match missing.what {
            Precondition::InformationMeeting if task.information_meeting.is_empty() => {
                t.requirement_work_meeting(name)
            }
            Precondition::InformationMeeting => {
                t.requirement_work_meeting_at(name, &task.information_meeting)
            }
            Precondition::Course => t.requirement_work_course(name),
            _ => return None,
        };
        let href = format!("{}/krav/{}", engagement::href(self.engagement_id), missing.what.segment());
        Some(WorkItem {
            heading: t.worklist_kind_requirement_arrange(),
            title,
            detail: task.title.clone(),
            since: self.updated_at,
            due: self.begins_on.filter(|first| *first > self.updated_at.day()).map(Day::start),
            reason: None,
            act: Some(WorkAct {
                label: t.requirement_work_held(),
                action: format!("{href}/notering"),
                fields: vec![("dag", today.to_string())],
            }),
            href,
        })
    }
}
