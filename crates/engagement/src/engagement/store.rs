//! The tables `engagement`, `agreement` and `engagement_step`.

use samskab_kernel::{Day, Instant, TenantId, contact::Email};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Record, Result, Row, Tx};
use samskab_taskbank::task::TaskId;

use super::{Agreement, EndReason, EndedBy, Engagement, EngagementId, State, StateKind, Step, StepKind, Yes};
use samskab_interest::{
    InterestId,
    history::{self, By},
};

samskab_store::statements! {
    FIND = Engagement::SELECT, "where e.tenant_id = $1 and e.id = $2";
    FIND_MANY = Engagement::SELECT, "where e.tenant_id = $1 and e.id in ({list})";
    /// The live one, else the newest.
    OF_INTEREST = Engagement::SELECT, "where e.tenant_id = $1 and e.interest_id = $2
        order by case e.state when 'ended' then 1 else 0 end, e.created_at desc, e.id desc limit 1";
    OF_PERSON = Engagement::SELECT,
        "where e.tenant_id = $1 and e.person_id = $2 order by e.created_at desc, e.id desc";
    OF_TASK = Engagement::SELECT, "where e.tenant_id = $1 and e.task_id = $2 order by e.created_at, e.id";
    LOCK = "update engagement set updated_at = updated_at where tenant_id = $1 and id = $2";
    ADD = Engagement::INSERT;
    SAVE = Engagement::UPDATE;
    AGREEMENTS = Agreement::SELECT,
        "where a.tenant_id = $1 and a.engagement_id = $2 order by a.version";
    OF_PERSON_AGREED = "select a.engagement_id,", Agreement::COLUMNS,
        "from agreement a join engagement e on e.id = a.engagement_id
        where a.tenant_id = $1 and e.person_id = $2 order by a.engagement_id, a.version";
    AGREEMENT = Agreement::SELECT,
        "where a.tenant_id = $1 and a.engagement_id = $2 and a.version = $3";
    ADD_AGREEMENT = Agreement::INSERT;
    SAVE_AGREEMENT = Agreement::UPDATE;
    ADD_STEP = "insert into engagement_step (id, tenant_id, engagement_id,", history::ADDED;
    STEPS = "select", history::STEP_COLUMNS, "from engagement_step s left join person n on n.id = s.by_person_id
        where s.tenant_id = $1 and s.engagement_id = $2 order by s.at, s.id";
    ACTIVE_OF_TASK = "select e.id as engagement, e.person_id as person, n.name, e.persons
                      from engagement e join person n on n.id = e.person_id
                      where e.tenant_id = $1 and e.task_id = $2 and e.state = 'active' order by n.name, e.id";
    /// The newest one.
    ADDRESS_OF = "select i.email from engagement e join interest i on i.id = e.interest_id
                  where e.tenant_id = $1 and e.task_id = $2 and e.person_id = $3 and i.email is not null
                  order by e.created_at desc, e.id desc limit 1";
    AGREED_OF_TASK = "select n.name from engagement e join person n on n.id = e.person_id
                      where e.tenant_id = $1 and e.task_id = $2 and e.state = 'proposed'
                        and e.version_in_force = e.version order by n.name, e.id";
    ACTIVE_BY_POSTER = "select t.unit_id, t.association_id, cast(sum(e.persons) as bigint) as persons
                        from engagement e join task t on t.id = e.task_id
                        where e.tenant_id = $1 and e.state in ('active', 'paused')
                        group by t.unit_id, t.association_id";
    /// Engagements of a person who has agreed and only lacks a requirement.
    WAITING_OF_PERSON = "select id from engagement
                         where tenant_id = $1 and person_id = $2 and state = 'proposed' and version_in_force = version";
    WAITING = "select id from engagement
               where tenant_id = $1 and state = 'proposed' and version_in_force = version order by state_since, id limit 500";
}

#[derive(Record)]
pub(super) struct StateColumns {
    state: StateKind,
    paused_until: Option<Day>,
    end_reason: String,
    ended_by: String,
    /// Used instead of the end of a pause where that is missing.
    #[record(read)]
    state_since: Option<Instant>,
}

impl From<StateColumns> for State {
    fn from(columns: StateColumns) -> Self {
        match columns.state {
            StateKind::Proposed => Self::Proposed,
            StateKind::Active => Self::Active,
            StateKind::Paused => {
                let since = columns.state_since.unwrap_or(Instant::from_micros(0));
                Self::Paused { until: columns.paused_until.unwrap_or_else(|| since.day()) }
            }
            StateKind::Ended => Self::Ended {
                by: columns.ended_by.parse().unwrap_or(EndedBy::Place),
                reason: columns.end_reason.parse::<EndReason>().ok(),
            },
        }
    }
}

impl From<&State> for StateColumns {
    fn from(state: &State) -> Self {
        let (paused_until, ended) = match *state {
            State::Proposed | State::Active => (None, None),
            State::Paused { until } => (Some(until), None),
            State::Ended { by, reason } => (None, Some((by, reason))),
        };
        let reason = ended.and_then(|(_, reason)| reason).map_or("", EndReason::code);
        Self {
            state: state.kind(),
            paused_until,
            end_reason: reason.to_owned(),
            ended_by: ended.map_or("", |(by, _)| by.code()).to_owned(),
            state_since: None,
        }
    }
}

#[derive(Record)]
pub(super) struct YesColumns {
    at: Option<Instant>,
    by: Option<PersonId>,
}

impl From<YesColumns> for Option<Yes> {
    fn from(columns: YesColumns) -> Self {
        columns.at.map(|at| Yes { at, by: columns.by })
    }
}

impl From<&Option<Yes>> for YesColumns {
    fn from(yes: &Option<Yes>) -> Self {
        Self { at: yes.map(|yes| yes.at), by: yes.and_then(|yes| yes.by) }
    }
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: EngagementId,
) -> Result<Option<Engagement>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
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
    connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await
}

/// For changing it: nobody else can, until the transaction ends.
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
    connection.query(&OF_INTEREST).bind(tenant).bind(interest).optional().await
}

/// All engagements of a person, the newest first.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Engagement>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

/// All engagements with a task, the oldest first.
pub async fn of_task(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Engagement>> {
    connection.query(&OF_TASK).bind(tenant).bind(task).all().await
}

/// Somebody who helps with a task, as a plan of shifts needs it.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
pub struct EngagementLine {
    pub engagement: EngagementId,
    pub person: PersonId,
    pub name: String,
    /// How many come together.
    pub persons: i64,
}

/// Engagements that have begun and are not on a pause, by the volunteer's name.
pub async fn active_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<Vec<EngagementLine>> {
    connection.query(&ACTIVE_OF_TASK).bind(tenant).bind(task).all().await
}

/// The address that somebody who helps with a task was written down with last: a letter about the task reaches them there,
/// also before they have shown that it is theirs.
pub async fn address_of(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
    person: PersonId,
) -> Result<Option<Email>> {
    connection.query(&ADDRESS_OF).bind(tenant).bind(task).bind(person).optional_scalar().await
}

/// The names of those who have agreed and are kept from beginning by something that the task requires.
pub async fn agreed_of_task(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<Vec<String>> {
    connection.query(&AGREED_OF_TASK).bind(tenant).bind(task).scalars().await
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
    tx.write(&ADD, engagement).execute().await?;
    Ok(())
}

/// Saves an engagement that was [`locked`].
pub async fn save(tx: &mut Tx, engagement: &Engagement) -> Result<()> {
    tx.write(&SAVE, engagement).execute().await?;
    Ok(())
}

/// The mark of a version of an agreement.
enum AgreementRow {}

/// All versions, the first first.
pub async fn agreements(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
) -> Result<Vec<Agreement>> {
    connection.query(&AGREEMENTS).bind(tenant).bind(engagement).all().await
}

#[derive(Row)]
struct AgreedRow {
    engagement_id: EngagementId,
    #[record(flatten)]
    agreement: Agreement,
}

/// Every version of every agreement of a person.
pub async fn agreements_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<(EngagementId, Agreement)>> {
    let rows: Vec<AgreedRow> = connection.query(&OF_PERSON_AGREED).bind(tenant).bind(person).all().await?;
    Ok(rows.into_iter().map(|row| (row.engagement_id, row.agreement)).collect())
}

pub async fn agreement(
    connection: &mut Connection,
    tenant: TenantId,
    engagement: EngagementId,
    version: i64,
) -> Result<Option<Agreement>> {
    connection.query(&AGREEMENT).bind(tenant).bind(engagement).bind(version).optional().await
}

pub async fn add_agreement(tx: &mut Tx, engagement: EngagementId, agreement: &Agreement) -> Result<()> {
    let id: samskab_kernel::Id<AgreementRow> = tx.new_id();
    let query = tx.write(&ADD_AGREEMENT, agreement);
    query.bind_named("id", id).bind_named("engagement_id", engagement).execute().await?;
    Ok(())
}

pub async fn save_agreement(tx: &mut Tx, engagement: EngagementId, agreement: &Agreement) -> Result<()> {
    let query = tx.write(&SAVE_AGREEMENT, agreement);
    query.bind_named("engagement_id", engagement).execute().await?;
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

/// Adds what the program does because of another step of the same transaction, `micros` microseconds after that step.
pub(super) async fn add_step_after(
    tx: &mut Tx,
    engagement: EngagementId,
    micros: i64,
    kind: StepKind,
) -> Result<()> {
    add_step_of(tx, engagement, micros, By::Program, kind).await
}

/// The same for a step that a person did: what follows from what they did.
pub(super) async fn add_step_of(
    tx: &mut Tx,
    engagement: EngagementId,
    micros: i64,
    by: By,
    kind: StepKind,
) -> Result<()> {
    let at = Instant::from_micros(tx.now().micros() + micros);
    add_step_at(tx, engagement, at, by, kind, "").await
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
