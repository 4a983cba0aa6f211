//! What the place must do before somebody can begin who has agreed on everything: see a driving licence, write why a
//! børneattest is needed, hold the information meeting it has promised. It waits for those who are first for the place from
//! the moment both have said yes, until it is noted or until there is no agreement any more.

use samskab_kernel::{Day, Instant, text::first_name};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_requirement::{Lack, Missing, Precondition, book::Book};
use samskab_store::Connection;
use samskab_taskbank::task::{self, Task, TaskId, store::poster};
use samskab_web::{Cx, Result, WorkItem, module::WorkAct};

use crate::{
    T,
    engagement::{self, EngagementId, due_before},
};

samskab_store::statements! {
    /// Both have said yes, and something that the task asks for is missing, or it would have begun.
    TO_ARRANGE = "select e.id as engagement_id, e.person_id, e.task_id, e.begins_on, e.updated_at, t.unit_id, t.association_id,
            n.name, n.email, i.email as mailed_to
        from engagement e join person n on n.id = e.person_id join task t on t.id = e.task_id
        left join interest i on i.id = e.interest_id
        where e.tenant_id = $1 and e.state = 'proposed' and e.version_in_force = e.version
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
    /// Of their account.
    email: Option<String>,
    /// Where the link of the agreement went.
    mailed_to: Option<String>,
}

/// Requirements that the reader's places must arrange. Runs at most five queries.
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
        let title = self.title(missing, task, t)?;
        let href = format!("{}/krav/{}", engagement::href(self.engagement_id), missing.what.segment());
        let is_arranged = matches!(missing.what, Precondition::InformationMeeting | Precondition::Course);
        Some(WorkItem {
            heading: match missing.what {
                Precondition::ChildrensCertificate => t.worklist_kind_requirement_certificate(),
                _ if is_arranged => t.worklist_kind_requirement_arrange(),
                _ => t.worklist_kind_requirement_note(),
            },
            title,
            detail: task.title.clone(),
            since: self.updated_at,
            due: due_before(self.begins_on, self.updated_at),
            reason: None,
            act: is_arranged.then(|| WorkAct {
                label: t.requirement_work_held(),
                action: format!("{href}/notering"),
                fields: vec![("dag", today.to_string())],
            }),
            href,
        })
    }

    /// What the place does now; `None`: it is the volunteer's to do, or another list has it.
    fn title(&self, missing: Missing, task: &Task, t: T) -> Option<String> {
        let name = first_name(&self.name);
        match (missing.what, missing.lack) {
            (_, Lack::Refused { .. } | Lack::TooYoung { .. } | Lack::OldEnoughFrom { .. }) => None,
            (Precondition::InformationMeeting, _) => Some(match task.information_meeting.as_str() {
                "" => t.requirement_work_meeting(name),
                when => t.requirement_work_meeting_at(name, when),
            }),
            (Precondition::Course, _) => Some(t.requirement_work_course(name)),
            (Precondition::ChildrensCertificate, Lack::NotBegun) => Some(t.requirement_work_begin(name)),
            // Whoever has an account is told by mail, and says it there.
            (Precondition::ChildrensCertificate, Lack::Ordered { .. }) => {
                self.email.is_none().then(|| t.requirement_work_consent(name))
            }
            (Precondition::ChildrensCertificate, _) => None,
            (Precondition::MinimumAge, Lack::AgeUnknown { years }) => {
                Some(t.requirement_work_age(name, years))
            }
            (Precondition::MinimumAge, _) => None,
            (Precondition::DrivingLicence, _) => Some(t.requirement_work_licence(name)),
            // Whoever has an address reads and accepts it behind the link.
            (Precondition::Confidentiality, _) => {
                let has_link = self.email.is_some() || self.mailed_to.is_some();
                (!has_link).then(|| t.requirement_work_sign(name))
            }
            (Precondition::Introduction, _) => None,
        }
    }
}
