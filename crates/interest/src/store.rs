//! The tables `interest`, `interest_link` and `interest_step`.

use samskab_kernel::{
    Day, Instant, TenantId,
    contact::{Email, Phone},
    danish::fold,
};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Record, Result, Row, Tx};
use samskab_web::token;
use uuid::Uuid;

use super::{Interest, InterestId, Promise, Rung, State, StateKind, Step, StepKind};
use crate::history;

pub use crate::history::By;
use samskab_taskbank::{
    channel::CameBy,
    state::StateKind as TaskState,
    task::{TaskId, poster::WITH_POSTER},
};

/// Every column of [`WaitingRow`].
const WHO_WAITS: &str =
    "select i.id, i.name, i.email, i.state, i.replied_at, i.waiting_since, i.answer_due_at, t.id as task_id,
        t.state as task_state, t.title, t.unit_id, t.association_id, t.contact_person_id,
        coalesce(v.name, a.name, '') as poster_name
    from interest i
    join task t on t.id = i.task_id";

/// Of an interest `d`: it has a place, or one is kept for it while it is offered.
pub(super) const HOLDS_A_PLACE: &str = "(d.state = 'accepted' or d.state = 'waitlisted'
        and exists (select 1 from waiting_list_offer o where o.interest_id = d.id and o.answer = ''))";

/// As [`Interest::owed`]: of those who answered an invitation while that gave them no new time to be answered in, only what
/// the first time reaches.
pub(crate) const IS_OWED: &str = "i.state in ('new', 'invited')
        and (i.state = 'new' or i.replied_at is not null and i.answer_due_at >= i.replied_at)";

const IS_WAITING: &str =
    "where i.tenant_id = $1 and i.waiting_since is not null and i.answer_due_at is not null and";

samskab_store::statements! {
    FIND = Interest::SELECT, "where i.tenant_id = $1 and i.id = $2";
    FIND_BY_LINK = "select", Interest::COLUMNS, "from interest_link l join interest i on i.id = l.interest_id
        where l.tenant_id = $1 and l.token_hash = $2";
    LIVE_OF_EMAIL = Interest::SELECT,
        "where i.tenant_id = $1 and i.email = $2 and i.state not in ('declined', 'withdrawn', 'ended')
        order by i.created_at, i.id";
    LIVE_OF_PHONE = Interest::SELECT,
        "where i.tenant_id = $1 and i.email is null and i.phone = $2
          and i.state not in ('declined', 'withdrawn', 'ended')
        order by i.created_at, i.id limit 100";
    /// By an address that its owner confirmed, or by the interest that the agreement came of.
    AGREED_OF_EMAIL = "select e.task_id from engagement e join person n on n.id = e.person_id
        where n.tenant_id = $1 and n.email = $2 and n.email_confirmed_at is not null
          and e.tenant_id = $1 and e.state <> 'ended'
        union select e.task_id from interest i join engagement e on e.interest_id = i.id
        where i.tenant_id = $1 and i.email = $2 and e.tenant_id = $1 and e.state <> 'ended'";
    OF_EMAIL = Interest::SELECT,
        "where i.tenant_id = $1 and i.email = $2 order by i.created_at desc, i.id limit 200";
    OF_TASK = Interest::SELECT,
        "where i.tenant_id = $1 and i.task_id = $2 and i.state <> 'unconfirmed'
        order by i.waiting_since, i.id";
    ADD = Interest::INSERT;
    /// Only from the state it was read in: of two who answer at once, one is told.
    SAVE = Interest::UPDATE, "and state = :was";
    ADD_LINK = "insert into interest_link (token_hash, tenant_id, interest_id, created_at) values ($1, $2, $3, $4)";
    LAST_LINK_AT = "select max(created_at) from interest_link where tenant_id = $1 and interest_id = $2";
    ADD_STEP = "insert into interest_step (id, tenant_id, interest_id,", history::ADDED;
    STEPS = "select", history::STEP_COLUMNS, "from interest_step s left join person n on n.id = s.by_person_id
        where s.tenant_id = $1 and s.interest_id = $2 order by s.at, s.id";
    TAKEN = "select cast(coalesce(sum(d.persons), 0) as bigint) from interest d
             where d.tenant_id = $1 and d.task_id = $2 and", HOLDS_A_PLACE;
    /// Who posts it and what both are called; a unit is called what its latest version says.
    WAITING = WHO_WAITS, WITH_POSTER, IS_WAITING, IS_OWED, "order by i.answer_due_at, i.id limit 1000";
    WAITING_AT = WHO_WAITS, WITH_POSTER, IS_WAITING, IS_OWED, "and coalesce(t.unit_id, t.association_id) in ({list})";
    /// Tasks with room and somebody on the waiting list. Those who wait are few: they come first.
    FREE_PLACES = "select t.id as task_id, t.title, t.unit_id, t.association_id, t.contact_person_id, t.places,
                      (select cast(coalesce(sum(d.persons), 0) as bigint) from interest d
                       where d.tenant_id = t.tenant_id and d.task_id = t.id and", HOLDS_A_PLACE, ") as taken,
                      (select max(d.state_since) from interest d
                       where d.tenant_id = t.tenant_id and d.task_id = t.id and d.state in ('withdrawn', 'waitlisted', 'ended')) as since
                   from (select distinct q.task_id from interest q where q.tenant_id = $1 and q.state = 'waitlisted') line
                   cross join task t
                   where t.tenant_id = $1 and t.id = line.task_id and t.state in ('open', 'filled')
                     and t.places is not null
                     and exists (select 1 from interest w where w.tenant_id = t.tenant_id and w.task_id = t.id
                                 and w.state = 'waitlisted'
                                 and w.persons + (select cast(coalesce(sum(d.persons), 0) as bigint) from interest d
                                     where d.tenant_id = t.tenant_id and d.task_id = t.id and", HOLDS_A_PLACE, ") <= t.places)
                     and coalesce(t.unit_id, t.association_id) in ({list})";
    ASKED_OF = "select i.id, i.state, i.state_since, t.title, o.answer_due_at
                from interest i join task t on t.id = i.task_id
                join person n on n.tenant_id = i.tenant_id and n.email = i.email
                left join waiting_list_offer o on o.interest_id = i.id and o.answer = ''
                where i.tenant_id = $1 and n.id = $2 and n.email_confirmed_at is not null
                  and (i.state = 'invited' and i.replied_at is null
                    or i.state = 'unconfirmed' and t.state in ('open', 'filled')
                    or i.state = 'waitlisted' and o.interest_id is not null)
                order by i.state_since";
    LATE = Interest::SELECT,
        "where i.tenant_id = $1 and i.answer_due_at < $2 and i.escalated < 2 and", IS_OWED, "
        order by i.answer_due_at, i.id limit 500";
    OF_CANCELLED = Interest::SELECT, "join task t on t.id = i.task_id
        where i.tenant_id = $1 and t.state = 'cancelled' and i.state in ('new', 'invited', 'accepted', 'waitlisted')
        order by i.waiting_since, i.id limit 500";
    FORGET_UNCONFIRMED = "delete from interest where tenant_id = $1 and state = 'unconfirmed' and created_at < $2";
    /// An interest that became an engagement is kept as long as it: its link is the way of those without an account.
    FORGET_ENDED = "delete from interest where tenant_id = $1
                    and not exists (select 1 from engagement e where e.interest_id = interest.id)
                    and (state in ('declined', 'withdrawn', 'ended') and state_since < $2
                      or exists (select 1 from task t where t.id = interest.task_id
                                 and t.state in ('closed', 'expired', 'cancelled') and t.state_since < $2
                                 and interest.state_since < $2))";
    WITH_ROOM = "select count(*) from task t where t.tenant_id = $1 and t.id in ({list})
                 and (t.places is null or t.places > (select cast(coalesce(sum(d.persons), 0) as bigint) from interest d
                     where d.tenant_id = t.tenant_id and d.task_id = t.id and", HOLDS_A_PLACE, "))";
}

#[derive(Record)]
pub(super) struct PromiseColumns {
    waiting_since: Option<Instant>,
    answer_due_at: Option<Instant>,
    escalated: i64,
}

impl From<PromiseColumns> for Option<Promise> {
    fn from(columns: PromiseColumns) -> Self {
        let told = Rung::of_number(columns.escalated);
        columns.waiting_since.zip(columns.answer_due_at).map(|(since, due)| Promise { since, due, told })
    }
}

impl From<&Option<Promise>> for PromiseColumns {
    fn from(promise: &Option<Promise>) -> Self {
        Self {
            waiting_since: promise.map(|promise| promise.since),
            answer_due_at: promise.map(|promise| promise.due),
            escalated: promise.map_or(0, |promise| promise.told.number()),
        }
    }
}

#[derive(Record)]
pub(super) struct StateColumns {
    state: StateKind,
    replied_at: Option<Instant>,
}

impl From<StateColumns> for State {
    fn from(columns: StateColumns) -> Self {
        match columns.state {
            StateKind::Unconfirmed => Self::Unconfirmed,
            StateKind::New => Self::New,
            StateKind::Invited => Self::Invited { replied_at: columns.replied_at },
            StateKind::Accepted => Self::Accepted,
            StateKind::Waitlisted => Self::Waitlisted,
            StateKind::Declined => Self::Declined,
            StateKind::Withdrawn => Self::Withdrawn,
            StateKind::Ended => Self::Ended,
        }
    }
}

impl From<&State> for StateColumns {
    fn from(state: &State) -> Self {
        let replied_at = match state {
            State::Invited { replied_at } => *replied_at,
            _ => None,
        };
        Self { state: state.kind(), replied_at }
    }
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: InterestId) -> Result<Option<Interest>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The interest that a link belongs to. `secret` as it is in the link.
pub async fn find_by_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Interest>> {
    connection.query(&FIND_BY_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

/// Interests of an address that can still lead to something, the oldest first.
pub async fn live_of_email(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Vec<Interest>> {
    connection.query(&LIVE_OF_EMAIL).bind(tenant).bind(email.clone()).all().await
}

/// The tasks that the owner of an address has a live agreement about.
pub async fn agreed_of_email(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Vec<TaskId>> {
    connection.query(&AGREED_OF_EMAIL).bind(tenant).bind(email.clone()).scalars().await
}

/// The same of somebody without an address: a family shares a telephone, so the name must be the same.
pub async fn live_of_phone(
    connection: &mut Connection,
    tenant: TenantId,
    phone: &Phone,
    name: &str,
) -> Result<Vec<Interest>> {
    let mut found: Vec<Interest> =
        connection.query(&LIVE_OF_PHONE).bind(tenant).bind(phone.clone()).all().await?;
    let name = fold(name);
    found.retain(|interest| fold(&interest.name) == name);
    Ok(found)
}

/// Whether they have asked anew about the same task, by another interest that something may still come of.
pub async fn has_asked_anew(
    connection: &mut Connection,
    tenant: TenantId,
    interest: &Interest,
) -> Result<bool> {
    let live = match (&interest.email, &interest.phone) {
        (Some(email), _) => live_of_email(connection, tenant, email).await?,
        (None, Some(phone)) => live_of_phone(connection, tenant, phone, &interest.name).await?,
        (None, None) => Vec::new(),
    };
    Ok(live.iter().any(|other| other.task == interest.task && other.id != interest.id))
}

/// The newest 200 of an address.
pub async fn of_email(connection: &mut Connection, tenant: TenantId, email: &Email) -> Result<Vec<Interest>> {
    connection.query(&OF_EMAIL).bind(tenant).bind(email.clone()).all().await
}

/// Every confirmed interest, by when they asked.
pub async fn of_task(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Interest>> {
    connection.query(&OF_TASK).bind(tenant).bind(task).all().await
}

/// Adds an interest, with how it came.
pub async fn add(tx: &mut Tx, interest: &Interest, came: CameBy) -> Result<()> {
    let query = tx.write(&ADD, interest).bind_named("channel_id", came.channel);
    query.bind_named("heard_from", came.heard_from_code()).execute().await?;
    Ok(())
}

/// Saves the interest after a transition from `was`. False when it is no longer in that state: somebody else was
/// quicker, and nothing was written.
pub async fn save(tx: &mut Tx, interest: &Interest, was: StateKind) -> Result<bool> {
    Ok(tx.write(&SAVE, interest).bind_named("was", was).execute().await? == 1)
}

/// Makes `secret` a link to the interest; only its hash is kept.
pub async fn add_link(tx: &mut Tx, interest: InterestId, secret: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&ADD_LINK).bind(token::hash(secret)).bind(tenant).bind(interest).bind(now).execute().await?;
    Ok(())
}

/// When the last link was sent.
pub async fn last_link_at(
    connection: &mut Connection,
    tenant: TenantId,
    interest: InterestId,
) -> Result<Option<Instant>> {
    connection.query(&LAST_LINK_AT).bind(tenant).bind(interest).scalar().await
}

pub async fn add_step(tx: &mut Tx, interest: InterestId, by: By, kind: StepKind, text: &str) -> Result<()> {
    let now = tx.now();
    add_step_at(tx, interest, now, by, kind, text).await
}

/// The same at another time: for a demo's past.
pub async fn add_step_at(
    tx: &mut Tx,
    interest: InterestId,
    at: Instant,
    by: By,
    kind: StepKind,
    text: &str,
) -> Result<()> {
    history::add_step(tx, &ADD_STEP, interest.uuid(), at, by, kind, text).await
}

/// The history, from the beginning.
pub async fn steps(connection: &mut Connection, tenant: TenantId, interest: InterestId) -> Result<Vec<Step>> {
    connection.query(&STEPS).bind(tenant).bind(interest).all().await
}

/// From here to the end of the transaction nobody else gives away places of the task: two who give
/// away the last one wait for each other here.
pub async fn lock_task(tx: &mut Tx, task: TaskId) -> Result<()> {
    samskab_taskbank::task::store::lock(tx, task).await
}

/// How many persons have a place, or are offered one.
pub async fn taken(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<i64> {
    connection.query(&TAKEN).bind(tenant).bind(task).scalar().await
}

/// What is owed to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwedStep {
    Answer,
    /// An answer to what they wrote to an invitation.
    Reply,
    /// To be called: the task will not happen, and no mail can say so.
    Call,
}

/// An interest that waits for an answer, as the worklist needs it.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: InterestId,
    pub name: String,
    pub promise: Promise,
    pub what: OwedStep,
    pub task: TaskId,
    pub title: String,
    pub poster: Poster,
    pub poster_name: String,
    pub contact: Option<PersonId>,
}

#[derive(Row)]
struct WaitingRow {
    id: InterestId,
    name: String,
    email: Option<Email>,
    state: StateKind,
    replied_at: Option<Instant>,
    waiting_since: Instant,
    answer_due_at: Instant,
    task_id: TaskId,
    task_state: TaskState,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    contact_person_id: Option<PersonId>,
    poster_name: String,
}

impl WaitingRow {
    /// `None`: the task was called off a moment ago, and the mail about it is on its way.
    fn owed(&self) -> Option<OwedStep> {
        match (self.task_state, self.state) {
            (TaskState::Cancelled, StateKind::New) if self.email.is_none() => Some(OwedStep::Call),
            (TaskState::Cancelled, _) => None,
            (_, StateKind::Invited) => Some(OwedStep::Reply),
            _ => Some(OwedStep::Answer),
        }
    }
}

fn waiting(rows: Vec<WaitingRow>) -> Vec<Waiting> {
    rows.into_iter()
        .filter_map(|row| {
            Some(Waiting {
                what: row.owed()?,
                id: row.id,
                name: row.name,
                promise: Promise {
                    since: row.replied_at.unwrap_or(row.waiting_since),
                    due: row.answer_due_at,
                    told: Rung::Contact,
                },
                task: row.task_id,
                title: row.title,
                poster: Poster::of(row.unit_id, row.association_id)?,
                poster_name: row.poster_name,
                contact: row.contact_person_id,
            })
        })
        .collect()
}

/// Everything that waits for an answer in the municipality, the 1000 most urgent.
pub async fn waiting_everywhere(
    connection: &mut Connection,
    tenant: TenantId,
    day: Day,
) -> Result<Vec<Waiting>> {
    Ok(waiting(connection.query(&WAITING).bind(tenant).bind(day).all().await?))
}

/// Interests that wait for an answer at these units and associations.
pub async fn waiting_at(
    connection: &mut Connection,
    tenant: TenantId,
    day: Day,
    places: &[Uuid],
) -> Result<Vec<Waiting>> {
    Ok(waiting(connection.query(&WAITING_AT).bind(tenant).bind(day).bind_list(places).all().await?))
}

/// A task with room and somebody on its waiting list.
#[derive(Debug, Clone, Row)]
pub struct FreePlaces {
    pub task_id: TaskId,
    pub title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    pub contact_person_id: Option<PersonId>,
    pub places: i64,
    pub taken: i64,
    /// When a place became free or somebody was put on the list.
    pub since: Option<Instant>,
}

impl FreePlaces {
    pub fn poster(&self) -> Option<Poster> {
        Poster::of(self.unit_id, self.association_id)
    }

    pub fn free(&self) -> i64 {
        self.places - self.taken
    }
}

pub async fn free_places(
    connection: &mut Connection,
    tenant: TenantId,
    places: &[Uuid],
) -> Result<Vec<FreePlaces>> {
    connection.query(&FREE_PLACES).bind(tenant).bind_list(places).all().await
}

/// What waits for the volunteer: an invitation to talk, a place that is offered, or that they say it is them.
#[derive(Debug, Clone, Row)]
pub struct AskedOf {
    pub id: InterestId,
    pub state: StateKind,
    pub state_since: Instant,
    pub title: String,
    pub answer_due_at: Option<Instant>,
}

/// Interests of a signed-in person whose address is confirmed.
pub async fn asked_of(connection: &mut Connection, tenant: TenantId, person: Uuid) -> Result<Vec<AskedOf>> {
    connection.query(&ASKED_OF).bind(tenant).bind(person).all().await
}

/// Up to 500 interests whose promise is broken at `now` and about which not everybody was told.
pub async fn late(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<Interest>> {
    connection.query(&LATE).bind(tenant).bind(now).all().await
}

/// Up to 500 people who still count on a task that was cancelled.
pub async fn of_cancelled(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Interest>> {
    connection.query(&OF_CANCELLED).bind(tenant).all().await
}

/// Never confirmed since before `before`; how many.
pub async fn forget_unconfirmed(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET_UNCONFIRMED).bind(tenant).bind(before).execute().await
}

/// Declined, withdrawn, or about a task that ended, before `before` (law B.7); how many.
pub async fn forget_ended(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET_ENDED).bind(tenant).bind(before).execute().await
}

/// Whether one of these tasks has a place left.
pub async fn any_has_room(connection: &mut Connection, tenant: TenantId, tasks: &[TaskId]) -> Result<bool> {
    let with_room: i64 = connection.query(&WITH_ROOM).bind(tenant).bind_list(tasks).scalar().await?;
    Ok(with_room > 0)
}
