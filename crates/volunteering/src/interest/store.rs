//! The tables `interest`, `interest_link` and `interest_step`.

use samskab_kernel::{
    Day, Instant, Locale, TenantId,
    contact::{Email, Phone},
};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;
use uuid::Uuid;

use super::{Interest, InterestId, Promise, Rung, State, StateKind, Step, StepKind};
pub use crate::history::By;
use crate::{
    history,
    task::{Requirement, TaskId, poster::WITH_POSTER},
};

/// Every column of [`Row`].
const INTEREST_COLUMNS: &str =
    "i.id, i.task_id, i.name, i.email, i.phone, i.message, i.locale, i.persons, i.lacks, i.entered_by,
    i.state, i.state_since, i.waiting_since, i.answer_due_at, i.answered_at, i.escalated, i.replied_at,
    i.created_at, i.updated_at";

/// Every column of [`WaitingRow`].
const WHO_WAITS: &str =
    "select i.id, i.name, i.waiting_since, i.answer_due_at, t.id as task_id, t.title, t.unit_id,
        t.association_id, t.contact_person_id, coalesce(v.name, a.name, '') as poster_name
    from interest i
    join task t on t.id = i.task_id";

const IS_WAITING: &str =
    "where i.tenant_id = $1 and i.state = 'new' and i.waiting_since is not null and i.answer_due_at is
        not null";

samskab_store::statements! {
    FIND = "select", INTEREST_COLUMNS, "from interest i where i.tenant_id = $1 and i.id = $2";
    FIND_BY_LINK = "select", INTEREST_COLUMNS, "from interest_link l join interest i on i.id = l.interest_id
        where l.tenant_id = $1 and l.token_hash = $2";
    LIVE_OF_EMAIL = "select", INTEREST_COLUMNS, "from interest i
        where i.tenant_id = $1 and i.email = $2 and i.state not in ('declined', 'withdrawn', 'ended')
        order by i.created_at, i.id";
    OF_EMAIL = "select", INTEREST_COLUMNS,
        "from interest i where i.tenant_id = $1 and i.email = $2 order by i.created_at desc, i.id limit 200";
    OF_TASK = "select", INTEREST_COLUMNS,
        "from interest i where i.tenant_id = $1 and i.task_id = $2 and i.state <> 'unconfirmed'
        order by i.waiting_since, i.id";
    ADD = "insert into interest (id, tenant_id, task_id, name, email, phone, message, locale, persons, lacks, entered_by,
               state, state_since, waiting_since, answer_due_at, answered_at, escalated, replied_at, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
    /// Only from the state it was read in: of two who answer at once, one is told.
    SAVE = "update interest set phone = $3, state = $4, state_since = $5, waiting_since = $6, answer_due_at = $7,
               answered_at = $8, escalated = $9, replied_at = $10, updated_at = $11
            where tenant_id = $1 and id = $2 and state = $12";
    ADD_LINK = "insert into interest_link (token_hash, tenant_id, interest_id, created_at) values ($1, $2, $3, $4)";
    LAST_LINK_AT = "select max(created_at) from interest_link where tenant_id = $1 and interest_id = $2";
    ADD_STEP = "insert into interest_step (id, tenant_id, interest_id,", history::ADDED;
    STEPS = "select", history::STEP_COLUMNS, "from interest_step s left join person n on n.id = s.by_person_id
        where s.tenant_id = $1 and s.interest_id = $2 order by s.at, s.id";
    TAKEN = "select cast(coalesce(sum(persons), 0) as bigint) from interest
             where tenant_id = $1 and task_id = $2 and state = 'accepted'";
    /// Who posts it and what both are called; a unit is called what its latest version says.
    WAITING = WHO_WAITS, WITH_POSTER, IS_WAITING, "order by i.answer_due_at, i.id limit 1000";
    WAITING_AT = WHO_WAITS, WITH_POSTER, IS_WAITING, "and coalesce(t.unit_id, t.association_id) in ({list})";
    /// Tasks with room and somebody on the waiting list.
    FREE_PLACES = "select t.id as task_id, t.title, t.unit_id, t.association_id, t.contact_person_id, t.places,
                      (select cast(coalesce(sum(d.persons), 0) as bigint) from interest d
                       where d.tenant_id = t.tenant_id and d.task_id = t.id and d.state = 'accepted') as taken,
                      (select max(d.state_since) from interest d
                       where d.tenant_id = t.tenant_id and d.task_id = t.id and d.state in ('withdrawn', 'waitlisted', 'ended')) as since
                   from task t
                   where t.tenant_id = $1 and t.state in ('open', 'filled') and t.places is not null
                     and exists (select 1 from interest w where w.tenant_id = t.tenant_id and w.task_id = t.id
                                 and w.state = 'waitlisted'
                                 and w.persons + (select cast(coalesce(sum(d.persons), 0) as bigint) from interest d
                                     where d.tenant_id = t.tenant_id and d.task_id = t.id and d.state = 'accepted') <= t.places)
                     and coalesce(t.unit_id, t.association_id) in ({list})";
    INVITATIONS_OF = "select i.id, i.state_since, t.title
                      from interest i join task t on t.id = i.task_id
                      join person n on n.tenant_id = i.tenant_id and n.email = i.email
                      where i.tenant_id = $1 and n.id = $2 and n.email_confirmed_at is not null
                        and i.state = 'invited' and i.replied_at is null
                      order by i.state_since";
    LATE = "select", INTEREST_COLUMNS,
        "from interest i where i.tenant_id = $1 and i.state = 'new' and i.answer_due_at < $2 and i.escalated < 2
        order by i.answer_due_at, i.id limit 500";
    OF_CANCELLED = "select", INTEREST_COLUMNS, "from interest i join task t on t.id = i.task_id
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
    SIMILAR = "select t.id, t.title from task t
               where t.tenant_id = $1 and t.state = 'open' and t.id <> $2
                 and t.theme = (select theme from task where tenant_id = $1 and id = $2)
               order by case when t.topics = (select topics from task where tenant_id = $1 and id = $2) then 0 else 1 end,
                  t.published_at desc limit 3";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: InterestId,
    task_id: TaskId,
    name: String,
    email: Option<Email>,
    phone: Option<Phone>,
    message: String,
    locale: Locale,
    persons: i64,
    lacks: String,
    entered_by: Option<PersonId>,
    state: StateKind,
    state_since: Instant,
    waiting_since: Option<Instant>,
    answer_due_at: Option<Instant>,
    answered_at: Option<Instant>,
    escalated: i64,
    replied_at: Option<Instant>,
    created_at: Instant,
    updated_at: Instant,
}

impl From<Row> for Interest {
    fn from(row: Row) -> Self {
        let state = match row.state {
            StateKind::Unconfirmed => State::Unconfirmed,
            StateKind::New => State::New,
            StateKind::Invited => State::Invited { replied_at: row.replied_at },
            StateKind::Accepted => State::Accepted,
            StateKind::Waitlisted => State::Waitlisted,
            StateKind::Declined => State::Declined,
            StateKind::Withdrawn => State::Withdrawn,
            StateKind::Ended => State::Ended,
        };
        let promise = row.waiting_since.zip(row.answer_due_at).map(|(since, due)| Promise {
            since,
            due,
            told: Rung::of_number(row.escalated),
        });
        Self {
            id: row.id,
            task: row.task_id,
            name: row.name,
            email: row.email,
            phone: row.phone,
            message: row.message,
            locale: row.locale,
            persons: row.persons,
            lacks: row.lacks.split_whitespace().filter_map(|key| key.parse().ok()).collect(),
            entered_by: row.entered_by,
            promise,
            answered_at: row.answered_at,
            state,
            state_since: row.state_since,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

fn interests(rows: Vec<Row>) -> Vec<Interest> {
    rows.into_iter().map(Interest::from).collect()
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: InterestId) -> Result<Option<Interest>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Interest::from))
}

/// Whose link it is. `secret` as it stands in the link.
pub async fn find_by_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Interest>> {
    let query = connection.query(&FIND_BY_LINK).bind(tenant).bind(token::hash(secret));
    Ok(query.optional::<Row>().await?.map(Interest::from))
}

/// Of which something may still come, the oldest first.
pub async fn live_of_email(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Vec<Interest>> {
    Ok(interests(connection.query(&LIVE_OF_EMAIL).bind(tenant).bind(email.clone()).all().await?))
}

/// The newest 200 of an address.
pub async fn of_email(connection: &mut Connection, tenant: TenantId, email: &Email) -> Result<Vec<Interest>> {
    Ok(interests(connection.query(&OF_EMAIL).bind(tenant).bind(email.clone()).all().await?))
}

/// Everybody who confirmed, by when they asked.
pub async fn of_task(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Interest>> {
    Ok(interests(connection.query(&OF_TASK).bind(tenant).bind(task).all().await?))
}

fn replied_at(interest: &Interest) -> Option<Instant> {
    match interest.state {
        State::Invited { replied_at } => replied_at,
        _ => None,
    }
}

fn lacks_text(lacks: &[Requirement]) -> String {
    lacks.iter().map(|requirement| requirement.code()).collect::<Vec<_>>().join(" ")
}

pub async fn add(tx: &mut Tx, interest: &Interest) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(interest.id)
        .bind(tenant)
        .bind(interest.task)
        .bind(interest.name.clone())
        .bind(interest.email.clone())
        .bind(interest.phone.clone())
        .bind(interest.message.clone())
        .bind(interest.locale)
        .bind(interest.persons)
        .bind(lacks_text(&interest.lacks))
        .bind(interest.entered_by)
        .bind(interest.state.kind())
        .bind(interest.state_since)
        .bind(interest.promise.map(|promise| promise.since))
        .bind(interest.promise.map(|promise| promise.due))
        .bind(interest.answered_at)
        .bind(interest.promise.map_or(0, |promise| promise.told.number()))
        .bind(replied_at(interest))
        .bind(interest.created_at)
        .bind(interest.updated_at)
        .execute()
        .await?;
    Ok(())
}

/// Saves what a transition from `was` made of it. False when it no longer stands there: somebody
/// else was quicker, and nothing was written.
pub async fn save(tx: &mut Tx, interest: &Interest, was: StateKind) -> Result<bool> {
    let tenant = tx.tenant();
    let changed = tx
        .query(&SAVE)
        .bind(tenant)
        .bind(interest.id)
        .bind(interest.phone.clone())
        .bind(interest.state.kind())
        .bind(interest.state_since)
        .bind(interest.promise.map(|promise| promise.since))
        .bind(interest.promise.map(|promise| promise.due))
        .bind(interest.answered_at)
        .bind(interest.promise.map_or(0, |promise| promise.told.number()))
        .bind(replied_at(interest))
        .bind(interest.updated_at)
        .bind(was)
        .execute()
        .await?;
    Ok(changed == 1)
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
    crate::task::store::lock(tx, task).await
}

/// How many persons have a place.
pub async fn taken(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<i64> {
    connection.query(&TAKEN).bind(tenant).bind(task).scalar().await
}

/// An interest that waits for an answer, as the worklist needs it.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: InterestId,
    pub name: String,
    pub promise: Promise,
    pub task: TaskId,
    pub title: String,
    pub poster: Poster,
    pub poster_name: String,
    pub contact: Option<PersonId>,
}

#[derive(sqlx::FromRow)]
struct WaitingRow {
    id: InterestId,
    name: String,
    waiting_since: Instant,
    answer_due_at: Instant,
    task_id: TaskId,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    contact_person_id: Option<PersonId>,
    poster_name: String,
}

fn waiting(rows: Vec<WaitingRow>) -> Vec<Waiting> {
    rows.into_iter()
        .filter_map(|row| {
            Some(Waiting {
                id: row.id,
                name: row.name,
                promise: Promise { since: row.waiting_since, due: row.answer_due_at, told: Rung::Contact },
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

/// What waits for an answer at these units and associations.
pub async fn waiting_at(
    connection: &mut Connection,
    tenant: TenantId,
    day: Day,
    places: &[Uuid],
) -> Result<Vec<Waiting>> {
    Ok(waiting(connection.query(&WAITING_AT).bind(tenant).bind(day).bind_list(places).all().await?))
}

/// A task with room and somebody on its waiting list.
#[derive(Debug, Clone, sqlx::FromRow)]
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

/// An invitation that the volunteer has not answered.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Invitation {
    pub id: InterestId,
    pub state_since: Instant,
    pub title: String,
}

/// Of a signed-in person whose address is confirmed.
pub async fn invitations_of(
    connection: &mut Connection,
    tenant: TenantId,
    person: Uuid,
) -> Result<Vec<Invitation>> {
    connection.query(&INVITATIONS_OF).bind(tenant).bind(person).all().await
}

/// Up to 500 whose promise is broken at `now` and of whom not everybody was told.
pub async fn late(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<Interest>> {
    Ok(interests(connection.query(&LATE).bind(tenant).bind(now).all().await?))
}

/// Up to 500 who still count on a task that was cancelled.
pub async fn of_cancelled(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Interest>> {
    Ok(interests(connection.query(&OF_CANCELLED).bind(tenant).all().await?))
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

/// Up to three open tasks like this one: id and title.
pub async fn similar(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<Vec<(TaskId, String)>> {
    connection.query(&SIMILAR).bind(tenant).bind(task).all().await
}
