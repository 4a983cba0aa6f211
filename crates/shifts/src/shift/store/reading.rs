//! Bookings together with what pages show beside them.

use samskab_engagement::engagement::EngagementId;
use samskab_kernel::{
    Day, Instant, TenantId,
    contact::{Email, Phone},
};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Result, Row};
use samskab_taskbank::task::{StateKind, TaskId};
use uuid::Uuid;

use super::{
    bookings::{ALL_OF_PERSON, ASKED_OF_PERSON, CALENDAR, COMING_OF_PERSON, OF_SHIFTS},
    shifts::find_many,
};
use crate::shift::{Booking, BookingId, Shift, ShiftId, ShiftState};

samskab_store::statements! {
    FIRST_OF_DAY = "select s.starts_at from booking b join shift s on s.id = b.shift_id
        where s.tenant_id = :tenant_id and b.engagement_id = :engagement and b.state in ('booked', 'seeking', 'attended')
          and s.state = 'planned' and s.starts_at >= :from and s.starts_at < :to
        order by s.starts_at limit 1";
    BUSY = "select b.id as booking, s.id as shift, s.task_id as task, s.starts_at, s.ends_at, t.title, t.latitude, t.longitude
            from booking b join shift s on s.id = b.shift_id join task t on t.id = s.task_id
            where b.tenant_id = $1 and b.person_id = $2 and b.state in ('booked', 'seeking')
              and s.state = 'planned' and s.starts_at < $4 and s.ends_at > $3
            order by s.starts_at, b.id";
    NEEDING = "select s.id as shift_id, s.task_id, t.title, t.unit_id, t.association_id, t.contact_person_id,
                  t.state as task_state, s.starts_at, s.ends_at, s.created_at, s.time_changed_at, s.minimum, s.state,
                  cast(coalesce(sum(b.persons), 0) as bigint) as there,
                  cast(coalesce(sum(case when b.state = 'seeking' then 1 else 0 end), 0) as bigint) as seeking,
                  max(case when b.state = 'seeking' then b.state_since else null end) as seeking_since,
                  cast(coalesce(sum(case when b.confirmed_sequence < s.sequence then 1 else 0 end), 0) as bigint) as unconfirmed
               from shift s
               join task t on t.id = s.task_id
               left join booking b on b.shift_id = s.id and b.tenant_id = s.tenant_id and b.state in ('booked', 'seeking')
               where s.tenant_id = $1 and s.state in ('planned', 'asked')
                 and s.id in (select f.id from shift f where f.tenant_id = $1 and f.starts_at > $2)
                 and coalesce(t.unit_id, t.association_id) in ({list})
               group by s.id, s.task_id, t.title, t.unit_id, t.association_id, t.contact_person_id, t.state,
                  s.starts_at, s.ends_at, s.created_at, s.time_changed_at, s.minimum, s.sequence, s.state
               having s.state = 'asked'
                  or coalesce(sum(b.persons), 0) < s.minimum and s.starts_at < $3
                  or sum(case when b.state = 'seeking' then 1 else 0 end) > 0
                  or sum(case when b.confirmed_sequence < s.sequence then 1 else 0 end) > 0
               order by s.starts_at, s.id limit 500";
    /// Tasks they help with, with a shift to come that has room for them, and never were on a shift of.
    TO_CHOOSE = "select title, since, first_at from (
                     select t.title, e.state_since as since, (select min(s.starts_at) from shift s
                         where s.tenant_id = e.tenant_id and s.task_id = e.task_id and s.state = 'planned' and s.starts_at > $3
                           and e.persons + coalesce((select sum(b.persons) from booking b where b.tenant_id = s.tenant_id
                               and b.shift_id = s.id and b.state in ('booked', 'seeking')), 0) <= s.wanted) as first_at
                     from engagement e join task t on t.id = e.task_id
                     where e.tenant_id = $1 and e.person_id = $2 and e.state = 'active'
                       and not exists (select 1 from booking b join shift o on o.id = b.shift_id
                           where b.tenant_id = e.tenant_id and b.person_id = e.person_id and o.task_id = e.task_id)) c
                 where first_at is not null order by first_at, title limit 20";
}

/// A booking and whose it is.
#[derive(Debug, Clone, Row)]
pub struct BookingLine {
    #[record(flatten)]
    pub booking: Booking,
    pub name: String,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
}

impl BookingLine {
    /// As colleagues see it: the first name, and the first letter of the last.
    pub fn short_name(&self) -> String {
        short_name(&self.name)
    }
}

/// The first name and the first letter of the last: what colleagues need, and no more (law B.7).
pub fn short_name(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or(name);
    match words.next_back().and_then(|last| last.chars().next()) {
        Some(letter) => format!("{first} {letter}."),
        None => first.to_owned(),
    }
}

/// Every booking of these shifts, also the ended ones, the oldest first.
#[samskab_store::compiled_once]
pub async fn bookings_of_shifts(
    connection: &mut Connection,
    tenant: TenantId,
    shifts: &[ShiftId],
) -> Result<Vec<BookingLine>> {
    if shifts.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines: Vec<BookingLine> =
        connection.query(&OF_SHIFTS).bind(tenant).bind_list(shifts).all().await?;
    lines.sort_by_key(|line| (line.booking.created_at, line.booking.id));
    Ok(lines)
}

/// A person's place in a shift that is not over.
#[derive(Debug, Clone)]
pub struct Coming {
    pub booking: Booking,
    pub shift: Shift,
    pub task: TaskId,
    /// The title of the task.
    pub title: String,
}

#[derive(Row)]
struct ComingRow {
    #[record(flatten)]
    booking: Booking,
    title: String,
    task_id: TaskId,
}

/// The places a person has in shifts that are not over at `from`, in order. Two queries.
pub async fn coming_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    from: Instant,
    limit: i64,
) -> Result<Vec<Coming>> {
    let rows: Vec<ComingRow> =
        connection.query(&COMING_OF_PERSON).bind(tenant).bind(person).bind(from).bind(limit).all().await?;
    with_shifts(connection, tenant, rows).await
}

/// When and where a person is on a shift.
#[derive(Debug, Clone, PartialEq, Row)]
pub struct Busy {
    pub booking: BookingId,
    pub shift: ShiftId,
    pub task: TaskId,
    pub starts_at: Instant,
    pub ends_at: Instant,
    /// The title of the task.
    pub title: String,
    pub(crate) latitude: Option<f64>,
    pub(crate) longitude: Option<f64>,
}

impl Busy {
    /// Latitude and longitude of the task's place in degrees (WGS 84).
    pub fn place(&self) -> Option<(f64, f64)> {
        self.latitude.zip(self.longitude)
    }
}

/// The shifts a person has a place in between `from` and `to`, in order.
#[samskab_store::compiled_once]
pub async fn busy(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    from: Instant,
    to: Instant,
) -> Result<Vec<Busy>> {
    connection.query(&BUSY).bind(tenant).bind(person).bind(from).bind(to).all().await
}

/// Colleagues ask this person to take these, in order. Two queries.
pub async fn asked_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Coming>> {
    let rows: Vec<ComingRow> =
        connection.query(&ASKED_OF_PERSON).bind(tenant).bind(person).bind(now).all().await?;
    with_shifts(connection, tenant, rows).await
}

/// Every place they ever had, the newest first, at most 1000. Two queries.
pub async fn all_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Coming>> {
    let rows: Vec<ComingRow> = connection.query(&ALL_OF_PERSON).bind(tenant).bind(person).all().await?;
    with_shifts(connection, tenant, rows).await
}

/// What a person's calendar shows: their places in shifts not over before `since`, and those cancelled or given back
/// since then. Runs two queries.
pub async fn calendar(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    since: Instant,
) -> Result<Vec<Coming>> {
    let rows: Vec<ComingRow> =
        connection.query(&CALENDAR).bind(tenant).bind(person).bind(since).all().await?;
    with_shifts(connection, tenant, rows).await
}

async fn with_shifts(
    connection: &mut Connection,
    tenant: TenantId,
    rows: Vec<ComingRow>,
) -> Result<Vec<Coming>> {
    let ids: Vec<ShiftId> = rows.iter().map(|row| row.booking.shift).collect();
    let shifts = find_many(connection, tenant, &ids).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let shift = shifts.iter().find(|shift| shift.id == row.booking.shift)?.clone();
            Some(Coming { booking: row.booking, shift, task: row.task_id, title: row.title })
        })
        .collect())
}

/// A shift that may need something from those who plan.
#[derive(Debug, Clone, Row)]
pub struct Needing {
    pub shift_id: ShiftId,
    pub task_id: TaskId,
    /// The title of the task.
    pub title: String,
    pub unit_id: Option<UnitId>,
    pub association_id: Option<AssociationId>,
    pub contact_person_id: Option<PersonId>,
    task_state: StateKind,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub created_at: Instant,
    pub time_changed_at: Option<Instant>,
    pub minimum: i64,
    pub state: ShiftState,
    /// How many people come.
    pub there: i64,
    pub seeking: i64,
    pub seeking_since: Option<Instant>,
    pub unconfirmed: i64,
}

impl Needing {
    pub fn poster(&self) -> Option<Poster> {
        Poster::of(self.unit_id, self.association_id)
    }

    /// People are still looked for.
    pub fn wants_people(&self) -> bool {
        matches!(self.task_state, StateKind::Open | StateKind::Filled)
    }
}

/// Shifts of these units and associations that lack people before `soon`, are given up by somebody, wait for somebody's
/// yes to a new time, or fall on a closed day and are asked about; in order, at most 500.
pub async fn needing(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    soon: Instant,
    places: &[Uuid],
) -> Result<Vec<Needing>> {
    let rows: Vec<Needing> =
        connection.query(&NEEDING).bind(tenant).bind(now).bind(soon).bind_list(places).all().await?;
    Ok(rows)
}

/// A task for which somebody has an agreement, without ever having had a shift.
#[derive(Debug, Clone, Row)]
pub struct ToChoose {
    pub title: String,
    /// When the engagement began.
    pub since: Instant,
    /// The next shift with room for them.
    pub first_at: Instant,
}

/// In the order of their next shifts, at most 20.
#[samskab_store::compiled_once]
pub async fn to_choose(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<ToChoose>> {
    connection.query(&TO_CHOOSE).bind(tenant).bind(person).bind(now).all().await
}

/// When the first shift begins that somebody with this agreement is signed up for on `day`. One query.
pub async fn first_of_day(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
    day: Day,
) -> Result<Option<Instant>> {
    connection
        .query(&FIRST_OF_DAY)
        .bind_named("tenant_id", tenant)
        .bind_named("engagement", engagement)
        .bind_named("from", day.start())
        .bind_named("to", day.end())
        .optional_scalar()
        .await
}
