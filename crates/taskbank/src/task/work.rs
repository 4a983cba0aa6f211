//! What waits for somebody in Mit overblik because of a task.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{
    answering::{self, Ladder, Poster, Rung, responsible},
    association::AssociationId,
    first_steps,
    identify::{Who as _, role},
    person::PersonId,
    unit::UnitId,
};
use samskab_store::Connection;
use samskab_web::{Actor, Cx, Result, WorkItem, module::WorkAct};

use super::{
    Settings, StateKind, TaskId, poster,
    rules::{ANSWER_IF_CURRENT_DAYS, WARNED_DAYS_BEFORE},
    store,
};
use crate::{
    T,
    authority::{Action, TaskResource, may},
};

const ROW: &str = "select t.id, t.title, t.unit_id, t.association_id, t.contact_person_id, t.created_by,
            t.state, t.state_since, t.expires_at, t.asked_if_current_at, t.warned_at,
            coalesce(v.name, a.name, '') as poster_name
        from task t";

samskab_store::statements! {
    ANY_TASK = "select id from task where tenant_id = $1 limit 1";
    /// The few tasks that somebody must do something about: the words of the index `task_needs_care`.
    NEEDING_CARE = ROW, poster::WITH_POSTER,
        "where t.tenant_id = $1 and (t.state = 'awaiting' or t.state = 'draft' and t.state_reason <> ''
            or t.asked_if_current_at is not null or t.warned_at is not null)";
    /// Associations that were approved lately and have never posted anything.
    WITHOUT_TASK = "select a.id, a.name, a.state_since from association a
                    where a.tenant_id = $1 and a.state = 'approved' and a.state_since >= $2
                      and not exists (select 1 from task t where t.tenant_id = a.tenant_id and t.association_id = a.id)
                      and a.id in ({list})";
    /// Open tasks on which nobody has chosen who insures.
    WITHOUT_INSURANCE = ROW, poster::WITH_POSTER,
        "where t.tenant_id = $1 and t.state = 'open' and t.insurance = 'not_said'";
}

#[derive(samskab_store::Row)]
struct Row {
    id: TaskId,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    contact_person_id: Option<PersonId>,
    created_by: Option<PersonId>,
    state: StateKind,
    state_since: Instant,
    expires_at: Option<Instant>,
    asked_if_current_at: Option<Instant>,
    warned_at: Option<Instant>,
    poster_name: String,
}

#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    if cx.actor.standings.is_empty() {
        return Ok(Vec::new());
    }
    let settings = Settings::of(&cx.tenant);
    let rows = needing_care(connection, cx.tenant.id, cx.now().day()).await?;
    let ladders = ladders(cx, connection, &rows).await?;
    let mut items: Vec<WorkItem> = rows.iter().filter_map(|row| row.item(cx, &settings, &ladders)).collect();
    let rows: Vec<Row> =
        connection.query(&WITHOUT_INSURANCE).bind(cx.tenant.id).bind(cx.today()).all().await?;
    items.extend(rows.iter().filter_map(|row| row.insurance_item(cx)));
    items.extend(first_task(cx, connection).await?);
    items.extend(first_of_associations(cx, connection).await?);
    Ok(items)
}

/// Who answers where the actor may, and the task is somebody else's. At most three queries.
async fn ladders(
    cx: &Cx,
    connection: &mut Connection,
    rows: &[Row],
) -> samskab_store::Result<HashMap<Poster, Ladder>> {
    let others = rows.iter().filter(|row| row.owner_is_another(&cx.actor)).map(Row::poster);
    let posters: Vec<Poster> = others.filter(|poster| cx.actor.answers_for(*poster)).collect();
    if posters.is_empty() {
        return Ok(HashMap::new());
    }
    answering::ladders(connection, cx.tenant.id, &posters, cx.today()).await
}

/// So long after its approval an association is asked for its first task.
const FIRST_TASK_DAYS: i64 = 60;

async fn first_of_associations(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let own: Vec<AssociationId> =
        cx.actor.posters().iter().filter_map(|poster| poster.association()).collect();
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let since = cx.now().plus_days(-FIRST_TASK_DAYS);
    let query = connection.query(&WITHOUT_TASK).bind(cx.tenant.id).bind(since).bind_list(&own);
    let found: Vec<(AssociationId, String, Instant)> = query.all().await?;
    let step = |(id, name, since): (AssociationId, String, Instant)| {
        let href = format!("/opgaver/ny?for={id}");
        WorkItem {
            since,
            ..first_steps::step(cx, T(cx.locale).task_work_first_of_association(), &name, href)
        }
    };
    Ok(found.into_iter().map(step).collect())
}

/// The last of a new municipality's first steps.
async fn first_task(cx: &Cx, connection: &mut Connection) -> Result<Option<WorkItem>> {
    if !cx.actor.is_administrator() {
        return Ok(None);
    }
    let any: Option<TaskId> = connection.query(&ANY_TASK).bind(cx.tenant.id).optional_scalar().await?;
    let t = T(cx.locale);
    let write = || {
        let (title, detail) = (t.task_work_first(), t.task_work_first_detail());
        first_steps::step(cx, title, detail, "/opgaver/ny".to_owned())
    };
    Ok(any.is_none().then(write))
}

async fn needing_care(
    connection: &mut Connection,
    tenant: TenantId,
    today: Day,
) -> samskab_store::Result<Vec<Row>> {
    connection.query(&NEEDING_CARE).bind(tenant).bind(today).all().await
}

/// How it came that the actor must see to something.
#[derive(Debug, PartialEq, Eq)]
enum Lies {
    /// The actor is the first who must.
    First,
    /// With them while its contact is away, to and including a day.
    Instead(String, Day),
    /// Climbed, because nobody did anything for the promised days.
    Climbed,
    NotHere,
}

impl Row {
    fn poster(&self) -> Poster {
        store::poster(self.unit_id, self.association_id)
    }

    fn item(&self, cx: &Cx, settings: &Settings, ladders: &HashMap<Poster, Ladder>) -> Option<WorkItem> {
        let care = || match self.care_lies(&cx.actor) {
            Lies::NotHere => self.stands_in(&cx.actor, ladders),
            lies => lies,
        };
        let t = T(cx.locale);
        let title = self.title.as_str();
        let href = format!("/opgaver/{}", self.id);
        let (heading, text, since, due, lies) = match self.state {
            StateKind::Awaiting => {
                let due = self.state_since.day().plus_working_days(settings.promise_days).end();
                let lies = self.approval_lies(&cx.actor, cx.now() >= due);
                (
                    t.worklist_kind_task_approval(),
                    t.task_work_approve(title),
                    self.state_since,
                    Some(due),
                    lies,
                )
            }
            StateKind::Draft => (
                t.worklist_kind_task_sent_back(),
                t.task_work_sent_back(title),
                self.state_since,
                None,
                care(),
            ),
            StateKind::Open => match (self.asked_if_current_at, self.warned_at) {
                (Some(asked), _) => {
                    let due = asked.plus_days(ANSWER_IF_CURRENT_DAYS);
                    (t.worklist_kind_task_current(), t.task_work_current(title), asked, Some(due), care())
                }
                (None, Some(warned)) => {
                    let day = self.expires_at.unwrap_or(warned.plus_days(WARNED_DAYS_BEFORE));
                    let text = t.task_work_expiring(cx.locale.day(day.day()), title);
                    (t.worklist_kind_task_expiring(), text, warned, Some(day), care())
                }
                (None, None) => return None,
            },
            _ => return None,
        };
        // A yes that needs nothing but the yes is given in the list.
        let press =
            |label, segment: &str| WorkAct { label, action: format!("{href}/{segment}"), fields: Vec::new() };
        let act = match self.state {
            StateKind::Awaiting => Some(press(t.task_list_approve(), "godkendelse")),
            StateKind::Open => Some(press(t.task_work_still_current(), "aktuel")),
            _ => None,
        };
        let reason = match lies {
            Lies::NotHere => return None,
            Lies::First => None,
            Lies::Instead(name, until) => {
                let day = cx.locale.weekday_and_day(until, cx.today());
                Some(samskab_organisation::T(cx.locale).worklist_stands_in(day, name))
            }
            Lies::Climbed => Some(t.task_work_climbed().to_owned()),
        };
        Some(WorkItem {
            heading,
            title: text,
            detail: self.poster_name.clone(),
            href,
            since,
            due,
            reason,
            act,
        })
    }

    /// The item for whoever cares for the text: say who insures.
    fn insurance_item(&self, cx: &Cx) -> Option<WorkItem> {
        (self.care_lies(&cx.actor) == Lies::First).then(|| WorkItem {
            heading: T(cx.locale).worklist_kind_task_insurance(),
            title: T(cx.locale).task_work_insurance(&self.title),
            detail: self.poster_name.clone(),
            href: format!("/opgaver/{}/rediger#insurance", self.id),
            since: self.state_since,
            due: None,
            reason: None,
            act: None,
        })
    }

    /// A unit's task waits for the key person, an association's for the coordinator. What waits longer than promised
    /// climbs to the deputy and the coordinator.
    fn approval_lies(&self, actor: &Actor, is_late: bool) -> Lies {
        let resource = TaskResource { poster: self.poster(), state: self.state };
        if !may(actor, Action::Approve, resource) {
            return Lies::NotHere;
        }
        let is_first = match self.poster() {
            Poster::Unit(unit) => actor.has_for(role::KEY_PERSON, unit.uuid()),
            Poster::Association(_) => actor.is_coordinator_first(),
        };
        match (is_first, is_late) {
            (true, _) => Lies::First,
            (false, true) => Lies::Climbed,
            (false, false) => Lies::NotHere,
        }
    }

    /// The contact and the one who wrote the text care for it; without either, those who are first for the poster.
    fn care_lies(&self, actor: &Actor) -> Lies {
        let owners = [self.contact_person_id, self.created_by];
        let mut owners = owners.into_iter().flatten().peekable();
        let is_owner = match owners.peek() {
            None => actor.is_first_for(self.poster()),
            Some(_) => owners.any(|owner| Some(owner.uuid()) == actor.person),
        };
        if is_owner { Lies::First } else { Lies::NotHere }
    }

    fn owner_is_another(&self, actor: &Actor) -> bool {
        let contact = self.contact_person_id.map(|contact| contact.uuid());
        contact.is_some() && contact != actor.person
    }

    /// While the contact is away, it lies with whoever answers instead.
    fn stands_in(&self, actor: &Actor, ladders: &HashMap<Poster, Ladder>) -> Lies {
        let contact = self.contact_person_id;
        let Some(ladder) = ladders.get(&self.poster()).filter(|_| self.owner_is_another(actor)) else {
            return Lies::NotHere;
        };
        let answers = responsible(ladder, contact, Rung::Contact);
        match ladder.away(contact) {
            Some((away, until)) if answers.iter().any(|one| Some(one.person.uuid()) == actor.person) => {
                Lies::Instead(away.name.clone(), until)
            }
            _ => Lies::NotHere,
        }
    }
}
