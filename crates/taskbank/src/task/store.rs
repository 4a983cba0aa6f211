//! The table `task`.

use std::sync::Arc;

use samskab_kernel::{
    Day, Instant, Locale, TenantId,
    contact::{Email, Phone},
};
use samskab_organisation::{
    answering::{self, Ladder, Poster, WhomToCall},
    association::AssociationId,
    person::PersonId,
    unit::UnitId,
};
use samskab_store::{Connection, Record, Result, Row, Tx};
use samskab_web::{Cx, Tenant};

use super::{
    Approach, ApproachKind, State, StateKind, Task, TaskCard, TaskId,
    poster::{POSTER_NAME, POSTER_PHONE, WITH_POSTER},
    state::Open,
    time::{Time, TimeFields, TimeKind, weekdays_from, weekdays_text},
};

/// Places given away, or kept for somebody on the waiting list while they are offered: everybody who comes along is counted.
pub(super) const TAKEN: &str = "coalesce((select cast(sum(i.persons) as bigint) from interest i
    where i.tenant_id = t.tenant_id and i.task_id = t.id and (i.state = 'accepted' or i.state = 'waitlisted'
      and exists (select 1 from waiting_list_offer o where o.interest_id = i.id and o.answer = ''))), 0)";

samskab_store::statements! {
    FIND = Task::SELECT, "where t.tenant_id = $1 and t.id = $2";
    pub(super) FIND_MANY = Task::SELECT, "where t.tenant_id = $1 and t.id in ({list})";
    LAST_PUBLISHED = "select id, title from task
                      where tenant_id = $1 and (unit_id = $2 or association_id = $2) and published_at is not null
                      order by published_at desc, id limit 1";
    OF_UNITS = Task::SELECT, "where t.tenant_id = $1 and t.unit_id in ({list})";
    OF_ASSOCIATIONS = Task::SELECT, "where t.tenant_id = $1 and t.association_id in ({list})";
    /// What everybody may find, with the poster's name: the documents of the search.
    PUBLIC = Posted::SELECT, WITH_POSTER, "where t.tenant_id = $1 and t.state = 'open' and t.id > $3 order by t.id limit $4";
    PUBLIC_MANY = Posted::SELECT, WITH_POSTER, "where t.tenant_id = $1 and t.state = 'open' and t.id in ({list})";
    SHOWN = ShownTask::SELECT, WITH_POSTER, "where t.tenant_id = $1 and t.id = $3";
    /// Tasks that time may have to do something about: past their end, near it, or not looked after.
    WATCHED = Task::SELECT, "where t.tenant_id = $1
        and (t.state = 'open' or t.state = 'filled')
        and (t.expires_at <= $2 or t.expires_at <= $3 and t.warned_at is null and t.state = 'open'
             and t.time_kind <> 'one_off'
          or t.current_at <= $4 and t.asked_if_current_at is null and t.state = 'open' and t.time_kind <> 'one_off'
          or t.asked_if_current_at <= $5 and t.state = 'open')
        order by t.expires_at limit $6";
    LEFT_BEHIND = "select t.id from task t join association a on a.id = t.association_id
                   where t.tenant_id = $1 and a.tenant_id = $1 and a.state = 'closed'
                     and t.state in ('awaiting', 'open', 'filled')
                   order by t.id limit $2";
    /// A write that changes nothing: holds the row until the transaction ends, on both databases.
    ONE_AT_A_TIME = "update person set name = name where tenant_id = $1 and id = $2";
    LOCK = "update task set updated_at = updated_at where tenant_id = $1 and id = $2";
    CARDS = TaskCard::SELECT, WITH_POSTER, "where t.tenant_id = $1 and t.id in ({list})";
    ADD = Task::INSERT;
    pub(super) SAVE = Task::UPDATE;
    HAS_PUBLISHED = "select count(*) from task
                     where tenant_id = $1 and association_id = $2 and published_at is not null";
}

#[derive(Clone, Record)]
pub(super) struct TimeColumns {
    time_kind: Option<TimeKind>,
    starts_on: Option<Day>,
    ends_on: Option<Day>,
    weekdays: String,
    starts_at_minute: Option<i64>,
    duration_minutes: Option<i64>,
    hours_note: String,
}

impl From<TimeColumns> for Time {
    fn from(columns: TimeColumns) -> Self {
        Self::from(TimeFields {
            kind: columns.time_kind,
            starts_on: columns.starts_on,
            ends_on: columns.ends_on,
            weekdays: weekdays_from(&columns.weekdays),
            start_minute: columns.starts_at_minute,
            duration: columns.duration_minutes,
            note: columns.hours_note,
        })
    }
}

impl From<&Time> for TimeColumns {
    fn from(time: &Time) -> Self {
        let fields = TimeFields::from(time.clone());
        Self {
            time_kind: fields.kind,
            starts_on: fields.starts_on,
            ends_on: fields.ends_on,
            weekdays: weekdays_text(&fields.weekdays),
            starts_at_minute: fields.start_minute,
            duration_minutes: fields.duration,
            hours_note: fields.note,
        }
    }
}

#[derive(Record)]
pub(super) struct ApproachColumns {
    approach: Option<ApproachKind>,
    approach_challenge: String,
    approach_parties: String,
    approach_other: String,
}

impl From<ApproachColumns> for Option<Approach> {
    fn from(columns: ApproachColumns) -> Self {
        columns.approach.map(|kind| Approach {
            kind,
            challenge: columns.approach_challenge,
            parties: columns.approach_parties,
            other: columns.approach_other,
        })
    }
}

impl From<&Option<Approach>> for ApproachColumns {
    fn from(approach: &Option<Approach>) -> Self {
        let text = |read: fn(&Approach) -> &String| approach.as_ref().map(read).cloned().unwrap_or_default();
        Self {
            approach: approach.as_ref().map(|approach| approach.kind),
            approach_challenge: text(|approach| &approach.challenge),
            approach_parties: text(|approach| &approach.parties),
            approach_other: text(|approach| &approach.other),
        }
    }
}

#[derive(Record)]
pub(super) struct StateColumns {
    state: StateKind,
    state_reason: String,
    expires_at: Option<Instant>,
    current_at: Option<Instant>,
    asked_if_current_at: Option<Instant>,
    warned_at: Option<Instant>,
    /// These two are used where an instant that the state needs is missing.
    #[record(read)]
    state_since: Option<Instant>,
    #[record(read)]
    updated_at: Option<Instant>,
}

impl From<StateColumns> for State {
    fn from(columns: StateColumns) -> Self {
        let reason = columns.state_reason;
        let expires_at = columns.expires_at.or(columns.updated_at).unwrap_or(Instant::from_micros(0));
        match columns.state {
            StateKind::Draft => Self::Draft { sent_back: Some(reason).filter(|reason| !reason.is_empty()) },
            StateKind::Awaiting => Self::Awaiting,
            StateKind::Open => Self::Open(Open {
                expires_at,
                current_at: columns.current_at.or(columns.state_since).unwrap_or(expires_at),
                asked_at: columns.asked_if_current_at,
                warned_at: columns.warned_at,
            }),
            StateKind::Filled => Self::Filled { expires_at },
            StateKind::Closed => Self::Closed { reason },
            StateKind::Expired => Self::Expired { reason },
            StateKind::Cancelled => Self::Cancelled { reason },
        }
    }
}

impl From<&State> for StateColumns {
    fn from(state: &State) -> Self {
        let open = match state {
            State::Open(open) => Some(*open),
            _ => None,
        };
        Self {
            state: state.kind(),
            state_reason: state.reason().to_owned(),
            expires_at: state.expires_at(),
            current_at: open.map(|open| open.current_at),
            asked_if_current_at: open.and_then(|open| open.asked_at),
            warned_at: open.and_then(|open| open.warned_at),
            state_since: None,
            updated_at: None,
        }
    }
}

/// The table's rule is that one of the two is there; a row with neither is nobody's.
pub fn poster(unit: Option<UnitId>, association: Option<AssociationId>) -> Poster {
    Poster::of(unit, association).unwrap_or(Poster::Association(AssociationId::from_uuid(uuid::Uuid::nil())))
}

/// Codes that are no longer on the list are left out.
pub fn listed<C: std::str::FromStr>(text: &str) -> Vec<C> {
    text.split_whitespace().filter_map(|code| code.parse().ok()).collect()
}

pub fn codes_text<C: ToString>(codes: &[C]) -> String {
    codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: TaskId) -> Result<Option<Task>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it: nobody else can, until the transaction ends.
pub async fn locked(tx: &mut Tx, id: TaskId) -> Result<Option<Task>> {
    let tenant = tx.tenant();
    lock(tx, id).await?;
    find(tx, tenant, id).await
}

/// Locks the person: what the same person writes at the same time waits until the transaction ends.
pub async fn one_at_a_time(tx: &mut Tx, person: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ONE_AT_A_TIME).bind(tenant).bind(person).execute().await?;
    Ok(())
}

/// Nobody else changes the task, or gives away its places, until the transaction ends.
pub async fn lock(tx: &mut Tx, id: TaskId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// In no particular order.
pub async fn find_many(connection: &mut Connection, tenant: TenantId, ids: &[TaskId]) -> Result<Vec<Task>> {
    connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await
}

/// What these post, in every state, the last changed first. At most two queries.
pub async fn list_for_posters(
    connection: &mut Connection,
    tenant: TenantId,
    posters: &[Poster],
) -> Result<Vec<Task>> {
    let mut units = Vec::new();
    let mut associations = Vec::new();
    for poster in posters {
        match poster {
            Poster::Unit(unit) => units.push(*unit),
            Poster::Association(association) => associations.push(*association),
        }
    }
    let mut tasks: Vec<Task> = Vec::new();
    if !units.is_empty() {
        tasks.extend(connection.query(&OF_UNITS).bind(tenant).bind_list(&units).all::<Task>().await?);
    }
    if !associations.is_empty() {
        let query = connection.query(&OF_ASSOCIATIONS).bind(tenant).bind_list(&associations);
        tasks.extend(query.all::<Task>().await?);
    }
    tasks.sort_by_key(|task| std::cmp::Reverse((task.updated_at, task.id)));
    Ok(tasks)
}

pub async fn list_for_poster(
    connection: &mut Connection,
    tenant: TenantId,
    poster: Poster,
) -> Result<Vec<Task>> {
    list_for_posters(connection, tenant, &[poster]).await
}

/// Cards for lists, in the order asked; an id without a task is left out. Runs one query.
pub async fn cards(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[TaskId],
    day: Day,
) -> Result<Vec<TaskCard>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let cards: Vec<TaskCard> = connection.query(&CARDS).bind(tenant).bind(day).bind_list(ids).all().await?;
    let mut by_id: std::collections::HashMap<TaskId, TaskCard> =
        cards.into_iter().map(|card| (card.id, card)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// The same, with whom to call, as their pages say it. Runs at most three queries more.
pub async fn cards_to_show(
    connection: &mut Connection,
    municipality: &Tenant,
    ids: &[TaskId],
    day: Day,
) -> Result<Vec<TaskCard>> {
    let mut cards = cards(connection, municipality.id, ids, day).await?;
    let mut posters: Vec<Poster> = cards.iter().map(|card| card.poster).collect();
    posters.sort_unstable();
    posters.dedup();
    if posters.is_empty() {
        return Ok(cards);
    }
    let ladders = answering::ladders(connection, municipality.id, &posters, day).await?;
    for card in &mut cards {
        let Some(ladder) = ladders.get(&card.poster) else { continue };
        let place = (card.poster_name.as_str(), card.poster_phone.as_ref());
        let call = answering::whom_to_call(ladder, card.contact, place, municipality, Locale::Da);
        card.phone = call.and_then(|call| call.phone.parse().ok());
    }
    Ok(cards)
}

/// An open task and who posts it.
#[derive(Debug, Row)]
#[record(table = "task", alias = "t")]
pub struct Posted {
    #[record(flatten)]
    pub task: Task,
    #[record(sql = POSTER_NAME)]
    pub poster_name: String,
    #[record(sql = POSTER_PHONE)]
    pub poster_phone: Option<Phone>,
    #[record(sql = TAKEN)]
    pub taken: i64,
}

/// The open tasks among `ids`: what the search shows to everybody.
pub async fn open(
    connection: &mut Connection,
    tenant: TenantId,
    day: Day,
    ids: &[TaskId],
) -> Result<Vec<Posted>> {
    connection.query(&PUBLIC_MANY).bind(tenant).bind(day).bind_list(ids).all().await
}

/// Every open task, some at a time: all of them at once are more than anything else the program has in memory.
pub struct AllOpen {
    tenant: TenantId,
    day: Day,
    /// The id of the last task that was read.
    after: TaskId,
}

impl AllOpen {
    const AT_A_TIME: i64 = 500;

    pub fn new(tenant: TenantId, day: Day) -> Self {
        Self { tenant, day, after: TaskId::from_uuid(uuid::Uuid::nil()) }
    }

    /// The next of them; when there are none, that was all. What is published meanwhile may be missing.
    pub async fn next(&mut self, connection: &mut Connection) -> Result<Vec<Posted>> {
        let query = connection.query(&PUBLIC).bind(self.tenant).bind(self.day);
        let posted: Vec<Posted> = query.bind(self.after).bind(Self::AT_A_TIME).all().await?;
        self.after = posted.last().map_or(self.after, |last| last.task.id);
        Ok(posted)
    }
}

/// A task as its page needs it.
#[derive(Row)]
#[record(table = "task", alias = "t")]
pub struct ShownTask {
    #[record(flatten)]
    pub task: Task,
    #[record(sql = POSTER_NAME)]
    pub poster_name: String,
    #[record(sql = POSTER_PHONE)]
    pub poster_phone: Option<Phone>,
    #[record(sql = "coalesce(v.email, a.email)")]
    pub poster_email: Option<Email>,
    #[record(sql = TAKEN)]
    pub taken: i64,
    /// The number of the book of events as all of this was read.
    #[record(sql = "(select m.last_event from tenant m where m.id = t.tenant_id)")]
    pub book: i64,
}

impl ShownTask {
    /// Who answers for it today, as it was when the task was read or later. No query, where nothing has happened since
    /// somebody else asked.
    pub async fn ladder(&self, cx: &Cx, connection: &mut Connection) -> Result<Arc<Ladder>> {
        answering::known_ladder(cx, connection, cx.moment_at(self.book), self.task.poster).await
    }

    /// Whom a volunteer calls about it.
    pub fn whom_to_call(&self, ladder: &Ladder, municipality: &Tenant, locale: Locale) -> Option<WhomToCall> {
        let place = (self.poster_name.as_str(), self.poster_phone.as_ref());
        answering::whom_to_call(ladder, self.task.contact, place, municipality, locale)
    }

    /// How many places nobody has yet; `None`: as many as come.
    pub fn places_left(&self) -> Option<i64> {
        places_left(self.task.places, self.taken)
    }
}

/// How many of the wanted places nobody has yet; `None`: as many as come.
pub fn places_left(wanted: Option<i64>, taken: i64) -> Option<i64> {
    wanted.map(|places| (places - taken).max(0))
}

pub async fn shown(
    connection: &mut Connection,
    tenant: TenantId,
    id: TaskId,
    day: Day,
) -> Result<Option<ShownTask>> {
    connection.query(&SHOWN).bind(tenant).bind(day).bind(id).optional().await
}

/// What `poster` published last, and what it is called.
pub(super) async fn last_published(
    connection: &mut Connection,
    tenant: TenantId,
    poster: Poster,
) -> Result<Option<(TaskId, String)>> {
    let poster = match poster {
        Poster::Unit(id) => id.uuid(),
        Poster::Association(id) => id.uuid(),
    };
    connection.query(&LAST_PUBLISHED).bind(tenant).bind(poster).optional().await
}

/// Tasks that time may have to do something about, the most overdue first.
pub(super) async fn watched(
    connection: &mut Connection,
    tenant: TenantId,
    due: &super::watch::Due,
    limit: i64,
) -> Result<Vec<Task>> {
    connection
        .query(&WATCHED)
        .bind(tenant)
        .bind(due.now)
        .bind(due.expires_before)
        .bind(due.current_before)
        .bind(due.asked_before)
        .bind(limit)
        .all()
        .await
}

/// Tasks that somebody still waits for, of associations that have closed; at most `limit`.
pub(super) async fn left_behind(
    connection: &mut Connection,
    tenant: TenantId,
    limit: i64,
) -> Result<Vec<Task>> {
    let ids: Vec<TaskId> = connection.query(&LEFT_BEHIND).bind(tenant).bind(limit).scalars().await?;
    find_many(connection, tenant, &ids).await
}

/// Whether the association has ever had a public task: the first may have to be approved.
pub async fn has_published(
    connection: &mut Connection,
    tenant: TenantId,
    association: AssociationId,
) -> Result<bool> {
    let count: i64 = connection.query(&HAS_PUBLISHED).bind(tenant).bind(association).scalar().await?;
    Ok(count > 0)
}

pub async fn add(tx: &mut Tx, task: &Task) -> Result<()> {
    tx.write(&ADD, task).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, task: &Task) -> Result<()> {
    tx.write(&SAVE, task).execute().await?;
    Ok(())
}
