//! The tables `engagement`, `agreement` and `engagement_step`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Result, Tx};

use super::{
    Agreement, EndReason, EndedBy, Engagement, EngagementId, Side, State, StateKind, Step, StepKind, Words,
    Yes,
};
use crate::{
    history::{self, By},
    interest::InterestId,
    task::TaskId,
};

/// Every column of [`Row`].
const WHOLE_ENGAGEMENTS: &str =
    "select e.id, e.task_id, e.interest_id, e.person_id, e.persons, e.state, e.state_since, e.version,
        e.version_in_force, e.place_agreed_at, e.place_agreed_by, e.volunteer_agreed_at,
        e.volunteer_agreed_by, e.begins_on, e.begins_by, e.talk_on, e.talk_held_on, e.paused_until,
        e.reminded_at, e.end_reason, e.end_note, e.ended_by, e.thanks, e.created_at, e.updated_at
    from engagement e";

const AGREEMENT_COLUMNS: &str =
    "a.version, a.text, a.volunteer_can, a.volunteer_sees, a.volunteer_needs, a.place_can, a.place_sees,
    a.place_needs, a.begins_on, a.changed, a.agreed_at, a.created_at, a.updated_at";

samskab_store::statements! {
    FIND = WHOLE_ENGAGEMENTS, "where e.tenant_id = $1 and e.id = $2";
    FIND_MANY = WHOLE_ENGAGEMENTS, "where e.tenant_id = $1 and e.id in ({list})";
    /// The live one, else the newest.
    OF_INTEREST = WHOLE_ENGAGEMENTS, "where e.tenant_id = $1 and e.interest_id = $2
        order by case e.state when 'ended' then 1 else 0 end, e.created_at desc, e.id desc limit 1";
    OF_PERSON = WHOLE_ENGAGEMENTS,
        "where e.tenant_id = $1 and e.person_id = $2 order by e.created_at desc, e.id desc";
    OF_TASK = WHOLE_ENGAGEMENTS, "where e.tenant_id = $1 and e.task_id = $2 order by e.created_at, e.id";
    LOCK = "update engagement set updated_at = updated_at where tenant_id = $1 and id = $2";
    ADD = "insert into engagement (id, tenant_id, task_id, interest_id, person_id, persons, state, state_since, version,
               version_in_force, place_agreed_at, place_agreed_by, volunteer_agreed_at, volunteer_agreed_by, begins_on,
               begins_by, talk_on, talk_held_on, paused_until, reminded_at, end_reason, end_note, ended_by, thanks,
               created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
               $23, $24, $25, $26)";
    SAVE = "update engagement set task_id = $3, interest_id = $4, person_id = $5, persons = $6, state = $7,
               state_since = $8, version = $9, version_in_force = $10, place_agreed_at = $11, place_agreed_by = $12,
               volunteer_agreed_at = $13, volunteer_agreed_by = $14, begins_on = $15, begins_by = $16, talk_on = $17,
               talk_held_on = $18, paused_until = $19, reminded_at = $20, end_reason = $21, end_note = $22,
               ended_by = $23, thanks = $24, created_at = $25, updated_at = $26
            where id = $1 and tenant_id = $2";
    AGREEMENTS = "select", AGREEMENT_COLUMNS,
        "from agreement a where a.tenant_id = $1 and a.engagement_id = $2 order by a.version";
    OF_PERSON_AGREED = "select a.engagement_id,", AGREEMENT_COLUMNS,
        "from agreement a join engagement e on e.id = a.engagement_id
        where a.tenant_id = $1 and e.person_id = $2 order by a.engagement_id, a.version";
    AGREEMENT = "select", AGREEMENT_COLUMNS,
        "from agreement a where a.tenant_id = $1 and a.engagement_id = $2 and a.version = $3";
    ADD_AGREEMENT = "insert into agreement (id, tenant_id, engagement_id, version, text, volunteer_can, volunteer_sees,
                         volunteer_needs, place_can, place_sees, place_needs, begins_on, changed, agreed_at, created_at,
                         updated_at)
                     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    SAVE_AGREEMENT = "update agreement set text = $4, volunteer_can = $5, volunteer_sees = $6, volunteer_needs = $7,
                          place_can = $8, place_sees = $9, place_needs = $10, begins_on = $11, changed = $12,
                          agreed_at = $13, updated_at = $14
                      where tenant_id = $1 and engagement_id = $2 and version = $3";
    ADD_STEP = "insert into engagement_step (id, tenant_id, engagement_id,", history::ADDED;
    STEPS = "select", history::STEP_COLUMNS, "from engagement_step s left join person n on n.id = s.by_person_id
        where s.tenant_id = $1 and s.engagement_id = $2 order by s.at, s.id";
    ACTIVE_OF_TASK = "select e.id as engagement, e.person_id as person, n.name, e.persons
                      from engagement e join person n on n.id = e.person_id
                      where e.tenant_id = $1 and e.task_id = $2 and e.state = 'active' order by n.name, e.id";
    ACTIVE_BY_POSTER = "select t.unit_id, t.association_id, cast(sum(e.persons) as bigint) as persons
                        from engagement e join task t on t.id = e.task_id
                        where e.tenant_id = $1 and e.state in ('active', 'paused')
                        group by t.unit_id, t.association_id";
    /// Of those who agree that nothing but a requirement is missing.
    WAITING_OF_PERSON = "select id from engagement
                         where tenant_id = $1 and person_id = $2 and state = 'proposed' and version_in_force = version";
    WAITING = "select id from engagement
               where tenant_id = $1 and state = 'proposed' and version_in_force = version order by state_since, id limit 500";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: EngagementId,
    task_id: TaskId,
    interest_id: Option<InterestId>,
    person_id: PersonId,
    persons: i64,
    state: StateKind,
    state_since: Instant,
    version: i64,
    version_in_force: Option<i64>,
    place_agreed_at: Option<Instant>,
    place_agreed_by: Option<PersonId>,
    volunteer_agreed_at: Option<Instant>,
    volunteer_agreed_by: Option<PersonId>,
    begins_on: Option<Day>,
    begins_by: Side,
    talk_on: Option<Day>,
    talk_held_on: Option<Day>,
    paused_until: Option<Day>,
    reminded_at: Option<Instant>,
    end_reason: String,
    end_note: String,
    ended_by: String,
    thanks: String,
    created_at: Instant,
    updated_at: Instant,
}

impl From<Row> for Engagement {
    fn from(row: Row) -> Self {
        let state = match row.state {
            StateKind::Proposed => State::Proposed,
            StateKind::Active => State::Active,
            StateKind::Paused => {
                State::Paused { until: row.paused_until.unwrap_or_else(|| row.state_since.day()) }
            }
            StateKind::Ended => State::Ended {
                by: row.ended_by.parse().unwrap_or(EndedBy::Place),
                reason: row.end_reason.parse::<EndReason>().ok(),
            },
        };
        let yes = |at: Option<Instant>, by| at.map(|at| Yes { at, by });
        Self {
            id: row.id,
            task: row.task_id,
            interest: row.interest_id,
            person: row.person_id,
            persons: row.persons,
            state,
            state_since: row.state_since,
            version: row.version,
            in_force: row.version_in_force,
            place_yes: yes(row.place_agreed_at, row.place_agreed_by),
            volunteer_yes: yes(row.volunteer_agreed_at, row.volunteer_agreed_by),
            begins_on: row.begins_on,
            begins_by: row.begins_by,
            talk_on: row.talk_on,
            talk_held_on: row.talk_held_on,
            reminded_at: row.reminded_at,
            end_note: row.end_note,
            thanks: row.thanks,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

fn engagements(rows: Vec<Row>) -> Vec<Engagement> {
    rows.into_iter().map(Engagement::from).collect()
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: EngagementId,
) -> Result<Option<Engagement>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Engagement::from))
}

/// Those that exist, in no particular order.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[EngagementId],
) -> Result<Vec<Engagement>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(engagements(connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await?))
}

/// To change it: nobody else does until the transaction ends.
pub async fn locked(tx: &mut Tx, id: EngagementId) -> Result<Option<Engagement>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// The live one of an interest, else the newest.
pub async fn of_interest(
    connection: &mut Connection,
    tenant: TenantId,
    interest: InterestId,
) -> Result<Option<Engagement>> {
    let query = connection.query(&OF_INTEREST).bind(tenant).bind(interest);
    Ok(query.optional::<Row>().await?.map(Engagement::from))
}

/// All of somebody, the newest first.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Engagement>> {
    Ok(engagements(connection.query(&OF_PERSON).bind(tenant).bind(person).all().await?))
}

/// All of a task, the oldest first.
pub async fn of_task(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Engagement>> {
    Ok(engagements(connection.query(&OF_TASK).bind(tenant).bind(task).all().await?))
}

/// Somebody who helps with a task, as a plan of shifts needs it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct EngagementLine {
    pub engagement: EngagementId,
    pub person: PersonId,
    pub name: String,
    /// How many come together.
    pub persons: i64,
}

/// Those who have begun and are not on a pause, by name.
pub async fn active_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<Vec<EngagementLine>> {
    connection.query(&ACTIVE_OF_TASK).bind(tenant).bind(task).all().await
}

/// How many persons help at each poster, those on a pause included.
pub async fn count_active_by_poster(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<Vec<(Poster, i64)>> {
    type Counted = (Option<UnitId>, Option<AssociationId>, i64);
    let rows: Vec<Counted> = connection.query(&ACTIVE_BY_POSTER).bind(tenant).all().await?;
    let poster = |(unit, association, count)| Some((Poster::of(unit, association)?, count));
    Ok(rows.into_iter().filter_map(poster).collect())
}

/// Agreed on, but kept from beginning by a requirement: of one person, or the 500 oldest of all.
pub async fn waiting_for_requirements(
    connection: &mut Connection,
    tenant: TenantId,
    person: Option<PersonId>,
) -> Result<Vec<EngagementId>> {
    match person {
        Some(person) => connection.query(&WAITING_OF_PERSON).bind(tenant).bind(person).scalars().await,
        None => connection.query(&WAITING).bind(tenant).scalars().await,
    }
}

pub async fn add(tx: &mut Tx, engagement: &Engagement) -> Result<()> {
    let tenant = tx.tenant();
    bind(tx.query(&ADD), tenant, engagement).execute().await?;
    Ok(())
}

/// Of one that is [`locked`].
pub async fn save(tx: &mut Tx, engagement: &Engagement) -> Result<()> {
    let tenant = tx.tenant();
    bind(tx.query(&SAVE), tenant, engagement).execute().await?;
    Ok(())
}

/// In the order of both statements.
fn bind<'q>(
    query: samskab_store::Query<'q>,
    tenant: TenantId,
    engagement: &Engagement,
) -> samskab_store::Query<'q> {
    let (paused_until, ended) = match engagement.state {
        State::Proposed | State::Active => (None, None),
        State::Paused { until } => (Some(until), None),
        State::Ended { by, reason } => (None, Some((by, reason))),
    };
    let reason = ended.and_then(|(_, reason)| reason).map_or("", EndReason::code);
    query
        .bind(engagement.id)
        .bind(tenant)
        .bind(engagement.task)
        .bind(engagement.interest)
        .bind(engagement.person)
        .bind(engagement.persons)
        .bind(engagement.state.kind())
        .bind(engagement.state_since)
        .bind(engagement.version)
        .bind(engagement.in_force)
        .bind(engagement.place_yes.map(|yes| yes.at))
        .bind(engagement.place_yes.and_then(|yes| yes.by))
        .bind(engagement.volunteer_yes.map(|yes| yes.at))
        .bind(engagement.volunteer_yes.and_then(|yes| yes.by))
        .bind(engagement.begins_on)
        .bind(engagement.begins_by)
        .bind(engagement.talk_on)
        .bind(engagement.talk_held_on)
        .bind(paused_until)
        .bind(engagement.reminded_at)
        .bind(reason.to_owned())
        .bind(engagement.end_note.clone())
        .bind(ended.map_or("", |(by, _)| by.code()).to_owned())
        .bind(engagement.thanks.clone())
        .bind(engagement.created_at)
        .bind(engagement.updated_at)
}

/// The mark of a version of an agreement.
enum AgreementRow {}

#[derive(sqlx::FromRow)]
struct AgreementColumns {
    version: i64,
    text: String,
    volunteer_can: String,
    volunteer_sees: String,
    volunteer_needs: String,
    place_can: String,
    place_sees: String,
    place_needs: String,
    begins_on: Option<Day>,
    changed: String,
    agreed_at: Option<Instant>,
    created_at: Instant,
    updated_at: Instant,
}

impl From<AgreementColumns> for Agreement {
    fn from(row: AgreementColumns) -> Self {
        Self {
            version: row.version,
            text: row.text,
            volunteer: Words { can: row.volunteer_can, sees: row.volunteer_sees, needs: row.volunteer_needs },
            place: Words { can: row.place_can, sees: row.place_sees, needs: row.place_needs },
            begins_on: row.begins_on,
            changed: row.changed.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
            agreed_at: row.agreed_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// All versions, the first first.
pub async fn agreements(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
) -> Result<Vec<Agreement>> {
    let rows: Vec<AgreementColumns> =
        connection.query(&AGREEMENTS).bind(tenant).bind(engagement).all().await?;
    Ok(rows.into_iter().map(Agreement::from).collect())
}

#[derive(sqlx::FromRow)]
struct AgreedRow {
    engagement_id: EngagementId,
    #[sqlx(flatten)]
    columns: AgreementColumns,
}

/// Every version of every agreement of a person.
pub async fn agreements_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<(EngagementId, Agreement)>> {
    let rows: Vec<AgreedRow> = connection.query(&OF_PERSON_AGREED).bind(tenant).bind(person).all().await?;
    Ok(rows.into_iter().map(|row| (row.engagement_id, row.columns.into())).collect())
}

pub async fn agreement(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
    version: i64,
) -> Result<Option<Agreement>> {
    let query = connection.query(&AGREEMENT).bind(tenant).bind(engagement).bind(version);
    Ok(query.optional::<AgreementColumns>().await?.map(Agreement::from))
}

fn changed_text(agreement: &Agreement) -> String {
    agreement.changed.iter().map(|changed| changed.code()).collect::<Vec<_>>().join(" ")
}

pub async fn add_agreement(tx: &mut Tx, engagement: EngagementId, agreement: &Agreement) -> Result<()> {
    let (id, tenant): (samskab_kernel::Id<AgreementRow>, _) = (tx.new_id(), tx.tenant());
    tx.query(&ADD_AGREEMENT)
        .bind(id)
        .bind(tenant)
        .bind(engagement)
        .bind(agreement.version)
        .bind(agreement.text.clone())
        .bind(agreement.volunteer.can.clone())
        .bind(agreement.volunteer.sees.clone())
        .bind(agreement.volunteer.needs.clone())
        .bind(agreement.place.can.clone())
        .bind(agreement.place.sees.clone())
        .bind(agreement.place.needs.clone())
        .bind(agreement.begins_on)
        .bind(changed_text(agreement))
        .bind(agreement.agreed_at)
        .bind(agreement.created_at)
        .bind(agreement.updated_at)
        .execute()
        .await?;
    Ok(())
}

pub async fn save_agreement(tx: &mut Tx, engagement: EngagementId, agreement: &Agreement) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SAVE_AGREEMENT)
        .bind(tenant)
        .bind(engagement)
        .bind(agreement.version)
        .bind(agreement.text.clone())
        .bind(agreement.volunteer.can.clone())
        .bind(agreement.volunteer.sees.clone())
        .bind(agreement.volunteer.needs.clone())
        .bind(agreement.place.can.clone())
        .bind(agreement.place.sees.clone())
        .bind(agreement.place.needs.clone())
        .bind(agreement.begins_on)
        .bind(changed_text(agreement))
        .bind(agreement.agreed_at)
        .bind(agreement.updated_at)
        .execute()
        .await?;
    Ok(())
}

pub async fn add_step(
    tx: &mut Tx,
    engagement: EngagementId,
    by: By,
    kind: StepKind,
    text: &str,
) -> Result<()> {
    let now = tx.now();
    add_step_at(tx, engagement, now, by, kind, text).await
}

/// What the program does with another step of the same transaction stands after it: so many microseconds.
pub(super) async fn add_step_after(
    tx: &mut Tx,
    engagement: EngagementId,
    micros: i64,
    kind: StepKind,
) -> Result<()> {
    let at = Instant::from_micros(tx.now().micros() + micros);
    add_step_at(tx, engagement, at, By::Program, kind, "").await
}

/// The same at another time: for a demo's past.
pub async fn add_step_at(
    tx: &mut Tx,
    engagement: EngagementId,
    at: Instant,
    by: By,
    kind: StepKind,
    text: &str,
) -> Result<()> {
    history::add_step(tx, &ADD_STEP, engagement.uuid(), at, by, kind, text).await
}

/// The history, from the beginning.
pub async fn steps(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
) -> Result<Vec<Step>> {
    connection.query(&STEPS).bind(tenant).bind(engagement).all().await
}
