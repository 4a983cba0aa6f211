//! The table `task`.

use samskab_kernel::{
    Day, Instant, TenantId,
    contact::{Email, Phone, Postcode},
};
use samskab_organisation::{
    answering::Poster,
    association::{AssociationId, Theme},
    person::PersonId,
    unit::UnitId,
};
use samskab_store::{Connection, Result, Tx};

use super::{
    Approach, ApproachKind, Boundary, Company, Insurance, Remote, State, StateKind, Task, TaskCard, TaskId,
    Through,
    poster::WITH_POSTER,
    state::Open,
    time::{Time, TimeFields, TimeKind, weekdays_from, weekdays_text},
};

/// Every column of [`Row`].
const TASK_COLUMNS: &str = "t.id, t.number, t.unit_id, t.association_id, t.through, t.title, t.summary, t.does,
    t.boundary_staff, t.boundary_volunteers, t.boundary_grey, t.offers, t.expects, t.theme, t.topics, t.target_groups,
    t.remote, t.venue, t.address, t.postcode, t.city, t.latitude, t.longitude,
    t.time_kind, t.starts_on, t.ends_on, t.weekdays, t.starts_at_minute, t.duration_minutes, t.hours_note,
    t.places, t.languages, t.alone_or_group, t.accessibility, t.min_age, t.requirements, t.course, t.information_meeting,
    t.insurance, t.approach, t.approach_challenge, t.approach_parties, t.approach_other, t.contact_person_id, t.channels,
    t.state, t.state_reason, t.state_since, t.published_at, t.expires_at, t.current_at, t.asked_if_current_at, t.warned_at,
    t.created_by, t.created_at, t.updated_at, t.competences";

samskab_store::statements! {
    FIND = "select", TASK_COLUMNS, "from task t where t.tenant_id = $1 and t.id = $2";
    FIND_MANY = "select", TASK_COLUMNS, "from task t where t.tenant_id = $1 and t.id in ({list})";
    OF_UNITS = "select", TASK_COLUMNS, "from task t where t.tenant_id = $1 and t.unit_id in ({list})";
    OF_ASSOCIATIONS = "select", TASK_COLUMNS, "from task t where t.tenant_id = $1 and t.association_id in ({list})";
    /// What everybody may find, with the poster's name: the documents of the search.
    PUBLIC = "select", TASK_COLUMNS, ", coalesce(v.name, a.name, '') as poster_name, coalesce(v.phone, a.phone) as poster_phone
        from task t", WITH_POSTER,
        "where t.tenant_id = $1 and t.state = 'open'";
    PUBLIC_MANY = "select", TASK_COLUMNS, ", coalesce(v.name, a.name, '') as poster_name, coalesce(v.phone, a.phone) as poster_phone
        from task t", WITH_POSTER,
        "where t.tenant_id = $1 and t.state = 'open' and t.id in ({list})";
    /// A task for its page: with its poster, and how many places are given away.
    SHOWN = "select", TASK_COLUMNS, ", coalesce(v.name, a.name, '') as poster_name, coalesce(v.phone, a.phone) as poster_phone,
           coalesce(v.email, a.email) as poster_email,
           coalesce((select cast(sum(i.persons) as bigint) from interest i
               where i.tenant_id = t.tenant_id and i.task_id = t.id and i.state = 'accepted'), 0) as taken
        from task t", WITH_POSTER,
        "where t.tenant_id = $1 and t.id = $3";
    /// What time may have to do something about: past its end, near it, or not looked after.
    WATCHED = "select", TASK_COLUMNS, "from task t where t.tenant_id = $1
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
    /// A unit is called what its latest version by the day says, also after it has closed.
    CARDS = "select t.id, t.unit_id, t.association_id, t.title, t.summary, t.theme, t.topics, t.target_groups,
           t.remote, t.venue, t.address, t.postcode, t.city, t.latitude, t.longitude,
           t.time_kind, t.starts_on, t.ends_on, t.weekdays, t.starts_at_minute, t.duration_minutes, t.hours_note,
           t.places, t.languages, t.alone_or_group, t.min_age, t.requirements, t.competences,
           t.state, t.published_at, t.expires_at, t.updated_at,
           coalesce(v.name, a.name, '') as poster_name, coalesce(v.phone, a.phone) as poster_phone
        from task t", WITH_POSTER, "where t.tenant_id = $1 and t.id in ({list})";
    ADD = "insert into task (id, tenant_id, number, unit_id, association_id, through, title, summary, does,
               boundary_staff, boundary_volunteers, boundary_grey, offers, expects, theme, topics, target_groups,
               remote, venue, address, postcode, city, latitude, longitude,
               time_kind, starts_on, ends_on, weekdays, starts_at_minute, duration_minutes, hours_note,
               places, languages, alone_or_group, accessibility, min_age, requirements, course, information_meeting,
               insurance, approach, approach_challenge, approach_parties, approach_other,
               contact_person_id, channels, state, state_reason, state_since, published_at, expires_at,
               current_at, asked_if_current_at, warned_at, created_by, created_at, updated_at, competences)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
               $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40,
               $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58)";
    SAVE = "update task set number = $3, unit_id = $4, association_id = $5, through = $6, title = $7, summary = $8,
               does = $9, boundary_staff = $10, boundary_volunteers = $11, boundary_grey = $12, offers = $13,
               expects = $14, theme = $15, topics = $16, target_groups = $17, remote = $18, venue = $19,
               address = $20, postcode = $21, city = $22, latitude = $23, longitude = $24, time_kind = $25,
               starts_on = $26, ends_on = $27, weekdays = $28, starts_at_minute = $29, duration_minutes = $30,
               hours_note = $31, places = $32, languages = $33, alone_or_group = $34, accessibility = $35,
               min_age = $36, requirements = $37, course = $38, information_meeting = $39, insurance = $40,
               approach = $41, approach_challenge = $42, approach_parties = $43, approach_other = $44,
               contact_person_id = $45, channels = $46, state = $47, state_reason = $48, state_since = $49,
               published_at = $50, expires_at = $51, current_at = $52, asked_if_current_at = $53, warned_at = $54,
               created_by = $55, created_at = $56, updated_at = $57, competences = $58
            where id = $1 and tenant_id = $2";
    HAS_PUBLISHED = "select count(*) from task
                     where tenant_id = $1 and association_id = $2 and published_at is not null";
}

/// Every column of a task, and nothing else.
#[derive(sqlx::FromRow)]
struct Row {
    id: TaskId,
    number: Option<String>,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    through: Through,
    title: String,
    summary: String,
    does: String,
    boundary_staff: String,
    boundary_volunteers: String,
    boundary_grey: String,
    offers: String,
    expects: String,
    theme: Theme,
    topics: String,
    target_groups: String,
    remote: Remote,
    venue: String,
    address: String,
    postcode: String,
    city: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    #[sqlx(flatten)]
    time: TimeColumns,
    places: Option<i64>,
    languages: String,
    alone_or_group: Company,
    accessibility: String,
    min_age: Option<i64>,
    requirements: String,
    course: String,
    information_meeting: String,
    insurance: Insurance,
    approach: Option<ApproachKind>,
    approach_challenge: String,
    approach_parties: String,
    approach_other: String,
    contact_person_id: Option<PersonId>,
    channels: String,
    state: StateKind,
    state_reason: String,
    state_since: Instant,
    published_at: Option<Instant>,
    expires_at: Option<Instant>,
    current_at: Option<Instant>,
    asked_if_current_at: Option<Instant>,
    warned_at: Option<Instant>,
    created_by: Option<PersonId>,
    created_at: Instant,
    updated_at: Instant,
    competences: String,
}

#[derive(Clone, sqlx::FromRow)]
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

/// The table's rule is that one of the two is there; a row with neither is nobody's.
pub(crate) fn poster(unit: Option<UnitId>, association: Option<AssociationId>) -> Poster {
    Poster::of(unit, association).unwrap_or(Poster::Association(AssociationId::from_uuid(uuid::Uuid::nil())))
}

pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

pub(super) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// Codes that are no longer on the list are left out.
pub(crate) fn listed<C: std::str::FromStr>(text: &str) -> Vec<C> {
    text.split_whitespace().filter_map(|code| code.parse().ok()).collect()
}

pub(crate) fn codes_text<C: ToString>(codes: &[C]) -> String {
    codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

impl From<Row> for Task {
    fn from(row: Row) -> Self {
        let expires_at = row.expires_at.unwrap_or(row.updated_at);
        let state = match row.state {
            StateKind::Draft => {
                State::Draft { sent_back: Some(row.state_reason).filter(|reason| !reason.is_empty()) }
            }
            StateKind::Awaiting => State::Awaiting,
            StateKind::Open => State::Open(Open {
                expires_at,
                current_at: row.current_at.unwrap_or(row.state_since),
                asked_at: row.asked_if_current_at,
                warned_at: row.warned_at,
            }),
            StateKind::Filled => State::Filled { expires_at },
            StateKind::Closed => State::Closed { reason: row.state_reason },
            StateKind::Expired => State::Expired { reason: row.state_reason },
            StateKind::Cancelled => State::Cancelled { reason: row.state_reason },
        };
        let approach = row.approach.map(|kind| Approach {
            kind,
            challenge: row.approach_challenge,
            parties: row.approach_parties,
            other: row.approach_other,
        });
        Self {
            id: row.id,
            number: row.number,
            poster: poster(row.unit_id, row.association_id),
            through: row.through,
            title: row.title,
            summary: row.summary,
            does: lines(&row.does),
            boundary: Boundary {
                staff: lines(&row.boundary_staff),
                volunteers: lines(&row.boundary_volunteers),
                grey: lines(&row.boundary_grey),
            },
            offers: lines(&row.offers),
            expects: lines(&row.expects),
            theme: row.theme,
            topics: words(&row.topics),
            target_groups: words(&row.target_groups),
            competences: words(&row.competences),
            remote: row.remote,
            venue: row.venue,
            address: row.address,
            postcode: row.postcode.parse::<Postcode>().ok(),
            city: row.city,
            place: row.latitude.zip(row.longitude),
            time: row.time.into(),
            places: row.places,
            languages: listed(&row.languages),
            company: row.alone_or_group,
            accessibility: row.accessibility,
            min_age: row.min_age,
            requirements: listed(&row.requirements),
            course: row.course,
            information_meeting: row.information_meeting,
            insurance: row.insurance,
            approach,
            contact: row.contact_person_id,
            channels: listed(&row.channels),
            state,
            state_since: row.state_since,
            published_at: row.published_at,
            created_by: row.created_by,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: TaskId) -> Result<Option<Task>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Task::from))
}

/// To change it: nobody else does, until the transaction ends.
pub async fn locked(tx: &mut Tx, id: TaskId) -> Result<Option<Task>> {
    let tenant = tx.tenant();
    lock(tx, id).await?;
    find(tx, tenant, id).await
}

/// What the same person writes at the same time waits until the transaction ends.
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
    let rows: Vec<Row> = connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await?;
    Ok(rows.into_iter().map(Task::from).collect())
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
    let mut rows: Vec<Row> = Vec::new();
    if !units.is_empty() {
        rows.extend(connection.query(&OF_UNITS).bind(tenant).bind_list(&units).all::<Row>().await?);
    }
    if !associations.is_empty() {
        rows.extend(
            connection.query(&OF_ASSOCIATIONS).bind(tenant).bind_list(&associations).all::<Row>().await?,
        );
    }
    rows.sort_by_key(|row| std::cmp::Reverse((row.updated_at, row.id)));
    Ok(rows.into_iter().map(Task::from).collect())
}

pub async fn list_for_poster(
    connection: &mut Connection,
    tenant: TenantId,
    poster: Poster,
) -> Result<Vec<Task>> {
    list_for_posters(connection, tenant, &[poster]).await
}

/// For lists, in the order asked; an id without a task is passed over. One query.
pub async fn cards(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[TaskId],
    day: Day,
) -> Result<Vec<TaskCard>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<super::card::Row> =
        connection.query(&CARDS).bind(tenant).bind(day).bind_list(ids).all().await?;
    let mut by_id: std::collections::HashMap<TaskId, TaskCard> =
        rows.into_iter().map(|row| (row.id, TaskCard::from(row))).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// An open task and who posts it.
#[derive(Debug)]
pub struct Posted {
    pub task: Task,
    pub poster_name: String,
    pub poster_phone: Option<Phone>,
}

#[derive(sqlx::FromRow)]
struct PostedRow {
    #[sqlx(flatten)]
    task: Row,
    poster_name: String,
    poster_phone: Option<Phone>,
}

/// The open tasks among `ids`, or all of them: what the search shows to everybody.
pub async fn open(
    connection: &mut Connection,
    tenant: TenantId,
    day: Day,
    ids: Option<&[TaskId]>,
) -> Result<Vec<Posted>> {
    let rows: Vec<PostedRow> = match ids {
        Some(ids) => connection.query(&PUBLIC_MANY).bind(tenant).bind(day).bind_list(ids).all().await?,
        None => connection.query(&PUBLIC).bind(tenant).bind(day).all().await?,
    };
    let posted = |row: PostedRow| Posted {
        task: row.task.into(),
        poster_name: row.poster_name,
        poster_phone: row.poster_phone,
    };
    Ok(rows.into_iter().map(posted).collect())
}

/// A task as its page needs it.
pub struct Shown {
    pub task: Task,
    pub poster_name: String,
    pub poster_phone: Option<Phone>,
    pub poster_email: Option<Email>,
    /// Places given away: everybody who comes along is counted.
    pub taken: i64,
}

#[derive(sqlx::FromRow)]
struct ShownRow {
    #[sqlx(flatten)]
    task: Row,
    poster_name: String,
    poster_phone: Option<Phone>,
    poster_email: Option<Email>,
    taken: i64,
}

pub async fn shown(
    connection: &mut Connection,
    tenant: TenantId,
    id: TaskId,
    day: Day,
) -> Result<Option<Shown>> {
    let row: Option<ShownRow> = connection.query(&SHOWN).bind(tenant).bind(day).bind(id).optional().await?;
    Ok(row.map(|row| Shown {
        task: row.task.into(),
        poster_name: row.poster_name,
        poster_phone: row.poster_phone,
        poster_email: row.poster_email,
        taken: row.taken,
    }))
}

/// Tasks that time may have to do something about, the most overdue first.
pub(super) async fn watched(
    connection: &mut Connection,
    tenant: TenantId,
    due: &super::watch::Due,
    limit: i64,
) -> Result<Vec<Task>> {
    let rows: Vec<Row> = connection
        .query(&WATCHED)
        .bind(tenant)
        .bind(due.now)
        .bind(due.expires_before)
        .bind(due.current_before)
        .bind(due.asked_before)
        .bind(limit)
        .all()
        .await?;
    Ok(rows.into_iter().map(Task::from).collect())
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
    let tenant = tx.tenant();
    bind(tx.query(&ADD), tenant, task).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, task: &Task) -> Result<()> {
    let tenant = tx.tenant();
    bind(tx.query(&SAVE), tenant, task).execute().await?;
    Ok(())
}

/// In the order of both statements.
fn bind<'c>(query: samskab_store::Query<'c>, tenant: TenantId, task: &Task) -> samskab_store::Query<'c> {
    let (unit, association) = match task.poster {
        Poster::Unit(unit) => (Some(unit), None),
        Poster::Association(association) => (None, Some(association)),
    };
    let time = TimeFields::from(task.time.clone());
    let open = match &task.state {
        State::Open(open) => Some(*open),
        _ => None,
    };
    let approach = task.approach.as_ref();
    let approach_text = |read: fn(&Approach) -> &String| approach.map(read).cloned().unwrap_or_default();
    query
        .bind(task.id)
        .bind(tenant)
        .bind(task.number.clone())
        .bind(unit)
        .bind(association)
        .bind(task.through)
        .bind(task.title.clone())
        .bind(task.summary.clone())
        .bind(task.does.join("\n"))
        .bind(task.boundary.staff.join("\n"))
        .bind(task.boundary.volunteers.join("\n"))
        .bind(task.boundary.grey.join("\n"))
        .bind(task.offers.join("\n"))
        .bind(task.expects.join("\n"))
        .bind(task.theme)
        .bind(task.topics.join(" "))
        .bind(task.target_groups.join(" "))
        .bind(task.remote)
        .bind(task.venue.clone())
        .bind(task.address.clone())
        .bind(task.postcode.as_ref().map(ToString::to_string).unwrap_or_default())
        .bind(task.city.clone())
        .bind(task.place.map(|(latitude, _)| latitude))
        .bind(task.place.map(|(_, longitude)| longitude))
        .bind(time.kind)
        .bind(time.starts_on)
        .bind(time.ends_on)
        .bind(weekdays_text(&time.weekdays))
        .bind(time.start_minute)
        .bind(time.duration)
        .bind(time.note)
        .bind(task.places)
        .bind(codes_text(&task.languages))
        .bind(task.company)
        .bind(task.accessibility.clone())
        .bind(task.min_age)
        .bind(codes_text(&task.requirements))
        .bind(task.course.clone())
        .bind(task.information_meeting.clone())
        .bind(task.insurance)
        .bind(approach.map(|approach| approach.kind))
        .bind(approach_text(|approach| &approach.challenge))
        .bind(approach_text(|approach| &approach.parties))
        .bind(approach_text(|approach| &approach.other))
        .bind(task.contact)
        .bind(codes_text(&task.channels))
        .bind(task.state.kind())
        .bind(task.state.reason().to_owned())
        .bind(task.state_since)
        .bind(task.published_at)
        .bind(task.state.expires_at())
        .bind(open.map(|open| open.current_at))
        .bind(open.and_then(|open| open.asked_at))
        .bind(open.and_then(|open| open.warned_at))
        .bind(task.created_by)
        .bind(task.created_at)
        .bind(task.updated_at)
        .bind(task.competences.join(" "))
}
