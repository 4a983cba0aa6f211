//! The table `hours`, and the engagements they belong to.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Result, Tx};

use super::{Hours, HoursId};
use crate::{
    engagement::{EngagementId, StateKind},
    shift::BookingId,
    task::{TaskId, poster::WITH_POSTER, store::poster},
};

/// Every column of [`Row`].
const WHOLE_HOURS: &str =
    "select id, engagement_id, person_id, booking_id, day, minutes, by_volunteer, by_person_id,
        removed_at, created_at, updated_at
    from hours";

samskab_store::statements! {
    FIND = WHOLE_HOURS, "where tenant_id = $1 and id = $2";
    OF_ENGAGEMENT = WHOLE_HOURS, "where tenant_id = $1 and engagement_id = $2 and removed_at is null
        order by day desc, id desc";
    OF_PERSON = WHOLE_HOURS, "where tenant_id = $1 and person_id = $2 and removed_at is null
        order by day desc, id desc";
    /// The same page sent twice, or a shift checked off by two, is one.
    ADD = "insert into hours (id, tenant_id, engagement_id, person_id, booking_id, day, minutes, by_volunteer,
                by_person_id, removed_at, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing";
    /// Only as it was read: of two who correct it, one is told.
    SAVE = "update hours set day = $3, minutes = $4, by_volunteer = $5, by_person_id = $6, removed_at = $7, updated_at = $8
            where tenant_id = $1 and id = $2 and minutes = $9 and day = $10 and updated_at = $11";
    SUM_OF_PERSON = "select cast(coalesce(sum(minutes), 0) as bigint) from hours
                     where tenant_id = $1 and person_id = $2 and day >= $3 and day <= $4 and removed_at is null";
    SUMS_BY_YEAR = "select engagement_id, substr(day, 1, 4) as year, cast(sum(minutes) as bigint) as minutes
                    from hours where tenant_id = $1 and person_id = $2 and removed_at is null
                    group by engagement_id, substr(day, 1, 4) order by substr(day, 1, 4) desc";
    HELPED = "select e.id as engagement, e.task_id as task, e.state, e.state_since, e.begins_on, e.created_at,
            t.title, t.unit_id, t.association_id, coalesce(v.name, a.name, '') as poster_name
        from engagement e join task t on t.id = e.task_id", WITH_POSTER,
        "where e.tenant_id = $1 and e.person_id = $3 and e.state <> 'proposed'
          and (e.state <> 'ended' or e.version_in_force is not null
            or exists (select 1 from hours h where h.tenant_id = e.tenant_id and h.engagement_id = e.id))
        order by case when e.state = 'ended' then 1 else 0 end, e.state_since desc, e.id";
    HELPED_IN = "select e.id as engagement, e.task_id as task, e.state, e.state_since, e.begins_on, e.created_at,
            t.title, t.unit_id, t.association_id, coalesce(v.name, a.name, '') as poster_name,
            e.person_id, n.name
        from engagement e join task t on t.id = e.task_id join person n on n.id = e.person_id", WITH_POSTER,
        "where e.tenant_id = $1 and e.id = $3";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: HoursId,
    engagement_id: EngagementId,
    person_id: PersonId,
    booking_id: Option<BookingId>,
    day: Day,
    minutes: i64,
    by_volunteer: bool,
    by_person_id: Option<PersonId>,
    removed_at: Option<Instant>,
    created_at: Instant,
    updated_at: Instant,
}

impl From<Row> for Hours {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            engagement: row.engagement_id,
            person: row.person_id,
            booking: row.booking_id,
            day: row.day,
            minutes: row.minutes,
            by_volunteer: row.by_volunteer,
            by: row.by_person_id,
            removed_at: row.removed_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

fn hours(rows: Vec<Row>) -> Vec<Hours> {
    rows.into_iter().map(Hours::from).collect()
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: HoursId) -> Result<Option<Hours>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Hours::from))
}

/// The newest day first; what was taken out is not among them.
pub async fn of_engagement(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
) -> Result<Vec<Hours>> {
    Ok(hours(connection.query(&OF_ENGAGEMENT).bind(tenant).bind(engagement).all().await?))
}

/// The newest day first; what was taken out is not among them.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Hours>> {
    Ok(hours(connection.query(&OF_PERSON).bind(tenant).bind(person).all().await?))
}

/// False when it was told already: the same page sent again, or a shift that somebody else has checked off.
pub async fn add(tx: &mut Tx, hours: &Hours) -> Result<bool> {
    let tenant = tx.tenant();
    let added = tx
        .query(&ADD)
        .bind(hours.id)
        .bind(tenant)
        .bind(hours.engagement)
        .bind(hours.person)
        .bind(hours.booking)
        .bind(hours.day)
        .bind(hours.minutes)
        .bind(hours.by_volunteer)
        .bind(hours.by)
        .bind(hours.removed_at)
        .bind(hours.created_at)
        .bind(hours.updated_at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// False when it is no longer as it was read, and nothing was written.
pub async fn save(tx: &mut Tx, hours: &Hours, was: &Hours) -> Result<bool> {
    let tenant = tx.tenant();
    let changed = tx
        .query(&SAVE)
        .bind(tenant)
        .bind(hours.id)
        .bind(hours.day)
        .bind(hours.minutes)
        .bind(hours.by_volunteer)
        .bind(hours.by)
        .bind(hours.removed_at)
        .bind(hours.updated_at)
        .bind(was.minutes)
        .bind(was.day)
        .bind(was.updated_at)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// Minutes from and up to and including these days.
pub async fn sum_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    from: Day,
    to: Day,
) -> Result<i64> {
    connection.query(&SUM_OF_PERSON).bind(tenant).bind(person).bind(from).bind(to).scalar().await
}

/// Minutes of an engagement in a year.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct YearSum {
    pub engagement_id: EngagementId,
    pub year: String,
    pub minutes: i64,
}

pub async fn sums_by_year(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<YearSum>> {
    connection.query(&SUMS_BY_YEAR).bind(tenant).bind(person).all().await
}

/// Where somebody helps or has helped: both have said yes to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helped {
    pub engagement: EngagementId,
    pub task: TaskId,
    pub poster: Poster,
    pub title: String,
    pub poster_name: String,
    pub state: StateKind,
    pub begins_on: Day,
    /// The last day, when it is over.
    pub ended_on: Option<Day>,
}

#[derive(sqlx::FromRow)]
struct HelpedRow {
    engagement: EngagementId,
    task: TaskId,
    state: StateKind,
    state_since: Instant,
    begins_on: Option<Day>,
    created_at: Instant,
    title: String,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    poster_name: String,
}

impl From<HelpedRow> for Helped {
    fn from(row: HelpedRow) -> Self {
        Self {
            engagement: row.engagement,
            task: row.task,
            poster: poster(row.unit_id, row.association_id),
            title: row.title,
            poster_name: row.poster_name,
            state: row.state,
            begins_on: row.begins_on.unwrap_or_else(|| row.created_at.day()),
            ended_on: (row.state == StateKind::Ended).then(|| row.state_since.day()),
        }
    }
}

/// Where `person` helps, then where they have helped; at most some dozens.
pub async fn helped(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    today: Day,
) -> Result<Vec<Helped>> {
    let rows: Vec<HelpedRow> = connection.query(&HELPED).bind(tenant).bind(today).bind(person).all().await?;
    Ok(rows.into_iter().map(Helped::from).collect())
}

/// One engagement with who it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpedIn {
    pub helped: Helped,
    pub person: PersonId,
    pub name: String,
}

#[derive(sqlx::FromRow)]
struct HelpedInRow {
    #[sqlx(flatten)]
    helped: HelpedRow,
    person_id: PersonId,
    name: String,
}

pub async fn helped_in(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
    today: Day,
) -> Result<Option<HelpedIn>> {
    let row: Option<HelpedInRow> =
        connection.query(&HELPED_IN).bind(tenant).bind(today).bind(engagement).optional().await?;
    Ok(row.map(|row| HelpedIn { helped: row.helped.into(), person: row.person_id, name: row.name }))
}
