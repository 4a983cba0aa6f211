//! What becomes of tasks when the place that posts them closes or their contact leaves: another takes them over, or
//! they are called off. Whoever counted on one is settled by the contexts above, in the same transaction.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{
    answering::{self, Poster},
    association::{AssociationId, store as associations},
    person::PersonId,
    unit::{UnitId, store as units},
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{
    Cx, Services,
    exit::{Among, Consequence, Dependents, Exit, Handover, Line, Settlement, counted_on, settle},
};
use uuid::Uuid;

use super::{
    State, StateKind, Task, TaskId, Time,
    event::{TaskCancelled, TaskChanged, TaskMoved},
    state::Open,
    store,
    tell::{self, News},
};
use crate::T;

pub const DEPENDENTS: Dependents =
    Dependents { place: 10, list, settle: settle_tasks, take_back: Some(take_back), counted_on: None };

samskab_store::statements! {
    OF_CONTACT = "select id from task where tenant_id = $1 and contact_person_id = $2
                      and state in ('draft', 'awaiting', 'open', 'filled', 'closed', 'expired') order by id";
    /// Moved from the place that is opened again to the one that took over, and still there.
    MOVED = "select t.id from task t
             where t.tenant_id = $1 and coalesce(t.unit_id, t.association_id) = $2
               and exists (select 1 from event e where e.tenant_id = t.tenant_id and e.subject_id = t.id
                           and e.kind = 'task.moved' and e.data like $3)
             order by t.id";
}

/// What is left of a task when its place closes after a day.
#[derive(Debug, Clone, PartialEq)]
pub enum Left {
    /// All of it: the task is over by then anyway.
    All,
    /// It ends earlier than it said.
    Until(Time),
    Nothing,
}

impl Time {
    /// The part of the time on or before `last_day`.
    pub fn left_by(&self, last_day: Day) -> Left {
        match self {
            Self::OneOff { day, .. } if *day <= last_day => Left::All,
            Self::OneOff { .. } | Self::Unsettled(_) => Left::Nothing,
            Self::Weekly { from, .. } if from.is_some_and(|from| from > last_day) => Left::Nothing,
            Self::Weekly { to: Some(to), .. } | Self::Flexible { until: Some(to), .. } if *to <= last_day => {
                Left::All
            }
            Self::Weekly { weekdays, from, turn, .. } => Left::Until(Self::Weekly {
                weekdays: weekdays.clone(),
                from: *from,
                to: Some(last_day),
                turn: *turn,
            }),
            Self::Flexible { minutes_per_week, note, .. } => Left::Until(Self::Flexible {
                minutes_per_week: *minutes_per_week,
                note: note.clone(),
                until: Some(last_day),
            }),
        }
    }
}

impl Task {
    /// What is left of the task when its place closes after `last_day`. A recurring task is not shortened to the rest
    /// of today: it is called off, so that people hear it at once. Once the last day is over, those who helped week
    /// by week are told too.
    pub fn left_by(&self, last_day: Day, now: Instant) -> Left {
        let is_once = matches!(self.time, Time::OneOff { .. });
        match self.time.left_by(last_day) {
            Left::Until(_) if last_day <= now.day() => Left::Nothing,
            Left::All if last_day < now.day() && !is_once => Left::Nothing,
            left => left,
        }
    }

    /// Ends with `time`, which is shorter than its own.
    fn shortened(self, time: Time, now: Instant) -> Self {
        let end = time.last_end();
        let state = match (self.state, end) {
            (State::Open(open), Some(end)) => {
                State::Open(Open { expires_at: open.expires_at.min(end), ..open })
            }
            (State::Filled { expires_at }, Some(end)) => State::Filled { expires_at: expires_at.min(end) },
            (state, _) => state,
        };
        Self { time, state, updated_at: now, ..self }
    }

    /// Somebody may still count on it: it is awaiting approval, open, or people who began with it go on.
    fn may_be_counted_on(&self, now: Instant) -> bool {
        // Somebody with an agreement about a recurring task goes on, whatever became of the task.
        let is_over =
            matches!(self.time, Time::OneOff { .. }) && self.time.last_end().is_some_and(|end| end <= now);
        !matches!(self.state, State::Cancelled { .. }) && !is_over
    }
}

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let mut tasks = match exit {
        Exit::Unit(unit) => store::list_for_poster(connection, tenant, Poster::Unit(unit.into())).await?,
        Exit::Association(association) => {
            store::list_for_poster(connection, tenant, Poster::Association(association.into())).await?
        }
        Exit::Holder { person, place } => {
            let mut tasks = of_contact(connection, tenant, person).await?;
            tasks.retain(|task| task.poster.uuid() == place);
            tasks
        }
        Exit::Person(person) | Exit::Roles(person) => of_contact(connection, tenant, person).await?,
        Exit::Task(_)
        | Exit::TaskFull(_)
        | Exit::TaskContact(_)
        | Exit::TaskTimes { .. }
        | Exit::Consent(_) => return Ok(Vec::new()),
    };
    keep_live(&cx.services, connection, tenant, &mut tasks, cx.now()).await?;
    let is_place = matches!(exit, Exit::Unit(_) | Exit::Association(_));
    let line = |task: &Task| {
        let title = if task.title.is_empty() { t.task_untitled() } else { &task.title };
        let text = format!("{title} ({})", task.state.kind().label(t).to_lowercase());
        let line = Line::new(text, format!("/opgaver/{}", task.id));
        if is_place { line.settled_by_itself(task.id.uuid()) } else { line }
    };
    // On one's own profile nobody chooses: whoever is on duty takes over.
    let is_own = |person: Uuid| cx.actor.person == Some(person);
    if let Exit::Person(person) | Exit::Roles(person) = exit
        && !is_own(person)
    {
        return by_place(cx, connection, &tasks, line).await;
    }
    let lines = tasks.iter().map(line).collect();
    let heading = |count: usize| if is_place { t.task_exit_tasks(count) } else { t.task_exit_contact(count) };
    let found = Consequence::of(lines, heading);
    let found = match exit {
        Exit::Holder { .. } | Exit::Person(_) => {
            found.map(|one| one.with_outcome(t.task_exit_contact_outcome()))
        }
        _ => found,
    };
    Ok(found.into_iter().collect())
}

/// Keeps what is on its way or open, and what has closed or expired while people still wait for an answer or go on with it.
async fn keep_live(
    services: &Services,
    connection: &mut Connection,
    tenant: TenantId,
    tasks: &mut Vec<Task>,
    now: Instant,
) -> Result<()> {
    let is_over = |task: &Task| matches!(task.state.kind(), StateKind::Closed | StateKind::Expired);
    let over: Vec<Uuid> = tasks
        .iter()
        .filter(|task| is_over(task) && task.may_be_counted_on(now))
        .map(|task| task.id.uuid())
        .collect();
    let counted = counted_on(services, connection, tenant, &over).await?;
    tasks.retain(|task| match task.state.kind() {
        StateKind::Draft | StateKind::Awaiting | StateKind::Open | StateKind::Filled => true,
        StateKind::Closed | StateKind::Expired => counted.contains(&task.id.uuid()),
        StateKind::Cancelled => false,
    });
    Ok(())
}

/// For a person whose tasks somebody must take over: a choice for each place.
async fn by_place(
    cx: &Cx,
    connection: &mut Connection,
    tasks: &[Task],
    line: impl Fn(&Task) -> Line,
) -> samskab_web::Result<Vec<Consequence>> {
    let t = T(cx.locale);
    let mut posters: Vec<Poster> = tasks.iter().map(|task| task.poster).collect();
    posters.sort_unstable();
    posters.dedup();
    let names = names(connection, cx.tenant.id, &posters, cx.today()).await?;
    let mut all = Vec::new();
    for poster in posters {
        let lines: Vec<Line> = tasks.iter().filter(|task| task.poster == poster).map(&line).collect();
        let name = names.get(&poster).map_or("", String::as_str);
        let handover = Handover {
            key: key(poster.uuid()),
            among: Among::At(poster.uuid()),
            nobody: t.task_exit_contact_on_duty().to_owned(),
        };
        let found = Consequence::of(lines, |count| t.task_exit_contact_at(count, name));
        all.extend(found.map(|one| one.with_handover(handover)));
    }
    Ok(all)
}

/// The name of the form field that chooses the new contact of a place's tasks.
fn key(place: Uuid) -> String {
    format!("opgaver-{place}")
}

async fn names(
    connection: &mut Connection,
    tenant: TenantId,
    posters: &[Poster],
    today: Day,
) -> Result<HashMap<Poster, String>> {
    let units: Vec<UnitId> = posters.iter().filter_map(|poster| poster.unit()).collect();
    let associations: Vec<AssociationId> = posters.iter().filter_map(|poster| poster.association()).collect();
    let units = if units.is_empty() {
        Vec::new()
    } else {
        units::find_many(connection, tenant, &units, today).await?
    };
    let associations = match associations.is_empty() {
        true => Vec::new(),
        false => associations::find_many(connection, tenant, &associations).await?,
    };
    let of_units = units.into_iter().map(|unit| (Poster::Unit(unit.id), unit.name));
    let of_associations = associations.iter().map(|one| (Poster::Association(one.id), one.full_name()));
    Ok(of_units.chain(of_associations).collect())
}

async fn of_contact(connection: &mut Connection, tenant: TenantId, person: Uuid) -> Result<Vec<Task>> {
    let ids: Vec<TaskId> = connection.query(&OF_CONTACT).bind(tenant).bind(person).scalars().await?;
    store::find_many(connection, tenant, &ids).await
}

#[samskab_store::compiled_once]
async fn settle_tasks(services: &Services, tx: &mut Tx, exit: Exit, settlement: &Settlement) -> Result<()> {
    match exit {
        Exit::Unit(unit) => of_place(services, tx, Poster::Unit(unit.into()), settlement).await,
        Exit::Association(association) => {
            of_place(services, tx, Poster::Association(association.into()), settlement).await
        }
        Exit::Holder { person, place } => {
            hand_over(services, tx, PersonId::from_uuid(person), Some(place), settlement).await
        }
        Exit::Person(person) | Exit::Roles(person) => {
            hand_over(services, tx, PersonId::from_uuid(person), None, settlement).await
        }
        Exit::Task(_)
        | Exit::TaskFull(_)
        | Exit::TaskContact(_)
        | Exit::TaskTimes { .. }
        | Exit::Consent(_) => Ok(()),
    }
}

/// Every task of a place that closes, each held until the end of the transaction, always in the same order.
async fn of_place(services: &Services, tx: &mut Tx, poster: Poster, settlement: &Settlement) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut ids: Vec<TaskId> =
        store::list_for_poster(tx, tenant, poster).await?.iter().map(|task| task.id).collect();
    ids.retain(|id| settlement.which.is_about(id.uuid()));
    ids.sort_unstable();
    for id in &ids {
        store::lock(tx, *id).await?;
    }
    for id in ids {
        let Some(task) = store::find(tx, tenant, id).await? else { continue };
        if !task.may_be_counted_on(now) {
            continue;
        }
        match settlement.to {
            Some(to) => move_to(services, tx, task, Poster::Unit(to.into()), settlement).await?,
            None => end(services, tx, task, settlement).await?,
        }
    }
    Ok(())
}

/// Calls the task off in the caller's transaction, and tells everybody who counted on it. The caller has locked it
/// ([`store::locked`]). `None`: it cannot be called off in its state.
pub async fn cancel(services: &Services, tx: &mut Tx, task: Task, reason: &str) -> Result<Option<Task>> {
    cancel_with(services, tx, task, reason, false).await
}

/// As [`cancel`]; when the task is `alone`, that is, nobody counts on it, it can be taken back.
pub(super) async fn cancel_with(
    services: &Services,
    tx: &mut Tx,
    task: Task,
    reason: &str,
    alone: bool,
) -> Result<Option<Task>> {
    let (now, stood) = (tx.now(), alone.then(|| task.state.kind().code()));
    let Ok(task) = task.cancel(reason.to_owned(), now) else { return Ok(None) };
    store::save(tx, &task).await?;
    let settlement = Settlement { reason: reason.to_owned(), ..Settlement::today(now.day()) };
    settle(services, tx, Exit::Task(task.id.uuid()), &settlement).await?;
    tx.record_last(&TaskCancelled { task: task.id, reason: reason.to_owned(), stood })?;
    Ok(Some(task))
}

async fn end(services: &Services, tx: &mut Tx, task: Task, settlement: &Settlement) -> Result<()> {
    let (id, now) = (task.id, tx.now());
    match task.left_by(settlement.last_day, now) {
        Left::All => {}
        Left::Until(time) => {
            store::save(tx, &task.shortened(time, now)).await?;
            settle(services, tx, Exit::Task(id.uuid()), settlement).await?;
            tx.record_last(&TaskChanged::of(id))?;
        }
        // Closed or expired long ago: those who went on with it are told all the same.
        Left::Nothing if matches!(task.state.kind(), StateKind::Closed | StateKind::Expired) => {
            settle(services, tx, Exit::Task(id.uuid()), settlement).await?;
        }
        Left::Nothing => {
            if cancel(services, tx, task, &settlement.reason).await?.is_none() {
                settle(services, tx, Exit::Task(id.uuid()), settlement).await?;
            }
        }
    }
    Ok(())
}

/// Another place takes the task over, with everybody in it; whoever answers there from now on is told.
async fn move_to(
    services: &Services,
    tx: &mut Tx,
    task: Task,
    to: Poster,
    settlement: &Settlement,
) -> Result<()> {
    let (tenant, now, from) = (tx.tenant(), tx.now(), task.poster);
    let ladder = answering::ladder(tx, tenant, to, now.day()).await?;
    let answering: Vec<PersonId> = ladder.on_duty().iter().map(|answerer| answerer.person).collect();
    let contact = answering.first().copied();
    let task = Task { poster: to, contact, updated_at: now, ..task };
    store::save(tx, &task).await?;
    if !matches!(task.state, State::Draft { .. }) {
        tell::tell(tx, &answering, &task, News::HandedOver).await?;
        settle(services, tx, Exit::Task(task.id.uuid()), settlement).await?;
    }
    tx.record_last(&TaskMoved { task: task.id, from: from.uuid(), to: to.uuid() })
}

#[samskab_store::compiled_once]
async fn take_back(services: &Services, tx: &mut Tx, exit: Exit, settlement: &Settlement) -> Result<()> {
    match (exit, settlement.to) {
        (Exit::Unit(unit), Some(to)) => move_back(services, tx, unit, to).await,
        _ => Ok(()),
    }
}

/// Tasks that went from `from` to `to` when it closed, and are there still, go back.
async fn move_back(services: &Services, tx: &mut Tx, from: Uuid, to: Uuid) -> Result<()> {
    let tenant = tx.tenant();
    let pattern = format!("%\"from\":\"{from}\"%");
    let ids: Vec<TaskId> = tx.query(&MOVED).bind(tenant).bind(to).bind(pattern).scalars().await?;
    let settlement = Settlement { to: Some(from), ..Settlement::of(tx.now().day()) };
    for id in &ids {
        let Some(task) = store::locked(tx, *id).await? else { continue };
        move_to(services, tx, task, Poster::Unit(from.into()), &settlement).await?;
    }
    Ok(())
}

/// Somebody no longer answers for their tasks: `to` does, else whoever is on duty at the place, who is told, and what
/// waits there too.
async fn hand_over(
    services: &Services,
    tx: &mut Tx,
    from: PersonId,
    place: Option<Uuid>,
    settlement: &Settlement,
) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut tasks = of_contact(tx, tenant, from.uuid()).await?;
    tasks.retain(|task| place.is_none_or(|place| task.poster.uuid() == place));
    keep_live(services, tx, tenant, &mut tasks, now).await?;
    for task in tasks {
        let Some(task) = store::locked(tx, task.id).await? else { continue };
        let ladder = answering::ladder(tx, tenant, task.poster, now.day()).await?;
        let to = settlement.taker(&key(task.poster.uuid())).map(PersonId::from_uuid);
        let on_duty = ladder.on_duty().into_iter().map(|answerer| answerer.person);
        let told: Vec<PersonId> =
            to.map_or_else(|| on_duty.filter(|one| *one != from).collect(), |to| vec![to]);
        let task = Task { contact: to.or_else(|| told.first().copied()), updated_at: now, ..task };
        store::save(tx, &task).await?;
        tell::tell(tx, &told, &task, News::HandedOver).await?;
        settle(services, tx, Exit::TaskContact(task.id.uuid()), settlement).await?;
        tx.record_last(&TaskChanged::of(task.id))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use samskab_kernel::jiff::civil::Weekday;

    use super::*;
    use crate::task::time::Turn;

    const LAST: Day = Day::of(2026, 12, 31);
    const TURN: Turn = Turn { start_minute: 14 * 60, duration: 60 };

    fn weekly(from: Option<Day>, to: Option<Day>) -> Time {
        Time::Weekly { weekdays: vec![Weekday::Thursday], from, to, turn: TURN }
    }

    #[test]
    fn what_lies_before_the_last_day_is_left_and_what_lies_after_it_is_not() {
        let once = |day| Time::OneOff { day, turn: TURN }.left_by(LAST);
        assert_eq!((once(LAST), once(LAST.plus_days(1))), (Left::All, Left::Nothing));
        assert_eq!(weekly(None, None).left_by(LAST), Left::Until(weekly(None, Some(LAST))));
        assert_eq!(weekly(None, Some(LAST)).left_by(LAST), Left::All);
        assert_eq!(weekly(Some(LAST.plus_days(1)), None).left_by(LAST), Left::Nothing);
        let flexible = |until| Time::Flexible { minutes_per_week: Some(60), note: String::new(), until };
        assert_eq!(flexible(None).left_by(LAST), Left::Until(flexible(Some(LAST))));
        assert_eq!(flexible(Some(LAST.plus_days(-3))).left_by(LAST), Left::All);
    }
}
