//! The table `hours`, and the engagements they belong to.

use samskab_engagement::engagement::{EngagementId, StateKind};
use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{
    answering::{Poster, PosterColumns},
    person::PersonId,
};
use samskab_store::{Connection, Result, Row, Tx};
use samskab_taskbank::task::{TaskId, poster::WITH_POSTER};

use super::{Hours, HoursId};
use crate::id::BookingId;

samskab_store::statements! {
    FIND = Hours::SELECT, "where tenant_id = $1 and id = $2";
    OF_ENGAGEMENT = Hours::SELECT, "where tenant_id = $1 and engagement_id = $2 and removed_at is null
        order by day desc, id desc";
    OF_PERSON = Hours::SELECT, "where tenant_id = $1 and person_id = $2 and removed_at is null
        order by day desc, id desc";
    OF_DAY = Hours::SELECT, "where tenant_id = $1 and person_id = $2 and day = $3 and removed_at is null";
    /// The same page sent twice, or a shift checked off by two, is one.
    ADD = Hours::INSERT, "on conflict do nothing";
    /// These hours would be counted twice otherwise.
    LET_GO = "update hours set removed_at = $3, updated_at = $3
              where tenant_id = $1 and booking_id = $2 and removed_at is null";
    /// Only as it was read: of two who correct it, one is told.
    SAVE = Hours::UPDATE, "and minutes = :was_minutes and day = :was_day and updated_at = :was_updated_at";
    SUM_OF_PERSON = "select cast(coalesce(sum(minutes), 0) as bigint) from hours
                     where tenant_id = :tenant_id and person_id = :person_id and day >= :from and day <= :to and removed_at is null";
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

pub async fn find(connection: &mut Connection, tenant: TenantId, id: HoursId) -> Result<Option<Hours>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The newest day first; what was taken out is not among them.
pub async fn of_engagement(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
) -> Result<Vec<Hours>> {
    connection.query(&OF_ENGAGEMENT).bind(tenant).bind(engagement).all().await
}

/// The newest day first; what was taken out is not among them.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Hours>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

/// Everything noted for one day, in every task.
pub async fn of_day(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<Hours>> {
    connection.query(&OF_DAY).bind(tenant).bind(person).bind(day).all().await
}

/// False when it was told already: the same page sent again, or a shift that somebody else has checked off.
pub async fn add(tx: &mut Tx, hours: &Hours) -> Result<bool> {
    Ok(tx.write(&ADD, hours).execute().await? == 1)
}

/// Of a place in a shift that somebody had twice: its hours count no longer.
pub async fn let_go_of(tx: &mut Tx, booking: BookingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&LET_GO).bind(tenant).bind(booking).bind(now).execute().await?;
    Ok(())
}

/// False when it is no longer as it was read, and nothing was written.
pub async fn save(tx: &mut Tx, hours: &Hours, was: &Hours) -> Result<bool> {
    let changed = tx
        .write(&SAVE, hours)
        .bind_named("was_minutes", was.minutes)
        .bind_named("was_day", was.day)
        .bind_named("was_updated_at", was.updated_at)
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
    connection
        .query(&SUM_OF_PERSON)
        .bind_named("tenant_id", tenant)
        .bind_named("person_id", person)
        .bind_named("from", from)
        .bind_named("to", to)
        .scalar()
        .await
}

/// Minutes of an engagement in a year.
#[derive(Debug, Clone, Row)]
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

/// Where somebody helps or has helped: both sides have said yes to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helped {
    pub engagement: EngagementId,
    pub task: TaskId,
    pub poster: Poster,
    pub title: String,
    pub poster_name: String,
    pub state: StateKind,
    /// The agreement's first day.
    pub begins_on: Day,
    /// The day the agreement was made, or its first day if that is earlier.
    pub agreed_on: Day,
    /// The last day, when it is over.
    pub ended_on: Option<Day>,
}

#[derive(Row)]
struct HelpedRow {
    engagement: EngagementId,
    task: TaskId,
    state: StateKind,
    state_since: Instant,
    begins_on: Option<Day>,
    created_at: Instant,
    title: String,
    #[record(flatten = PosterColumns)]
    poster: Poster,
    poster_name: String,
}

impl From<HelpedRow> for Helped {
    fn from(row: HelpedRow) -> Self {
        let made_on = row.created_at.day();
        Self {
            engagement: row.engagement,
            task: row.task,
            poster: row.poster,
            title: row.title,
            poster_name: row.poster_name,
            state: row.state,
            begins_on: row.begins_on.unwrap_or(made_on),
            agreed_on: row.begins_on.map_or(made_on, |begins_on| begins_on.min(made_on)),
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

/// One engagement with the person it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpedIn {
    pub helped: Helped,
    pub person: PersonId,
    pub name: String,
}

#[derive(Row)]
struct HelpedInRow {
    #[record(flatten)]
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
