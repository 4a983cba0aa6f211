//! The tables `policy`, `policy_step`, `policy_exception`, `policy_department` and `policy_signup`, and what is read of other
//! contexts for the checks.

use samskab_hearing::{
    hearing::{Hearing, HearingId},
    party::{Party, PartyAnswer},
    store as hearings,
};
use samskab_kernel::{Day, Instant, TenantId};
use samskab_meetings::meeting::{self, ItemId};
use samskab_organisation::{
    body::{Body, BodyId},
    position::PositionId,
    unit::UnitId,
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;
use samskab_writing::text::TextId;

use crate::{
    correction::{self, Correction},
    policy::{Department, Exception, Policy, PolicyId, PolicyState},
    rules::HearingFact,
    signup::{Signup, SignupId},
    step::{Step, StepId, StepState},
};

samskab_store::statements! {
    FIND = Policy::SELECT, "where p.tenant_id = $1 and p.id = $2";
    NEWEST = Policy::SELECT, "where p.tenant_id = $1 order by p.state_since desc, p.id desc limit 200";
    UNDER_WAY = Policy::SELECT, "where p.tenant_id = $1 and p.state = 'under_way' order by p.state_since, p.id limit 100";
    ADOPTED = Policy::SELECT, "where p.tenant_id = $1 and p.state = 'adopted' order by p.state_since, p.id limit 200";
    OF_TEXT = Policy::SELECT, "where p.tenant_id = $1 and p.text_id = $2 order by p.created_at, p.id limit 50";
    REVISIONS = Policy::SELECT, "where p.tenant_id = $1 and p.revises_id = $2 order by p.created_at, p.id limit 20";
    /// The policy in whose plan a hearing is a step.
    OF_HEARING = Policy::SELECT, "where p.tenant_id = $1 and exists (select 1 from policy_step s where s.tenant_id = p.tenant_id
        and s.policy_id = p.id and s.hearing_id = $2 and s.state <> 'cancelled') order by p.created_at, p.id limit 10";
    ADD = Policy::INSERT;
    SAVE = Policy::UPDATE;
    LOCK = "update policy set updated_at = updated_at where tenant_id = $1 and id = $2";

    STEPS = Step::SELECT, "where s.tenant_id = $1 and s.policy_id = $2 order by s.place, s.id limit 200";
    STEPS_OF = Step::SELECT, "where s.tenant_id = $1 and s.policy_id in ({list}) order by s.policy_id, s.place, s.id";
    FIND_STEP = Step::SELECT, "where s.tenant_id = $1 and s.id = $2";
    STEPS_BETWEEN = Step::SELECT, "where s.tenant_id = $1 and s.precision = 'day' and s.state <> 'cancelled'
        and coalesce(s.done_on, s.starts_on) >= $2 and coalesce(s.done_on, s.starts_on) < $3
        order by s.starts_on, s.id limit 500";
    FIND_MANY = Policy::SELECT, "where p.tenant_id = $1 and p.id in ({list})";
    REVISED_BETWEEN = Policy::SELECT, "where p.tenant_id = $1 and p.state = 'adopted'
        and p.revise_by >= $2 and p.revise_by < $3 order by p.revise_by, p.id limit 200";
    OF_BODY = Step::SELECT, "join policy p on p.id = s.policy_id and (p.state = 'under_way'
          or p.state = 'adopted' and s.kind not in ('committee', 'council'))
        where s.tenant_id = $1 and s.body_id = $2 and s.state = 'planned' and s.item_id is null
        order by s.starts_on, s.id limit 50";
    OF_ITEM = Step::SELECT, "where s.tenant_id = $1 and s.item_id = $2";
    ADD_STEP = Step::INSERT;
    SAVE_STEP = Step::UPDATE;
    REMOVE_STEP = "delete from policy_step where tenant_id = $1 and id = $2";
    MAKE_ROOM = "update policy_step set place = place + 1 where tenant_id = $1 and policy_id = $2 and place >= $3";

    /// The position that leads a policy which goes on, by its text.
    LED_TEXTS = "select p.text_id, p.leader_id from policy p where p.tenant_id = $1 and p.leader_id is not null
        and p.state in ('under_way', 'adopted') and p.text_id in ({list}) order by p.text_id, p.id";

    CORRECTIONS = Correction::SELECT, "where c.tenant_id = $1 and c.policy_id = $2 order by c.created_at, c.id limit 200";
    ADD_CORRECTION = Correction::INSERT;

    EXCEPTIONS = Exception::SELECT, "where e.tenant_id = $1 and e.policy_id = $2 order by e.created_at, e.id limit 200";
    ADD_EXCEPTION = Exception::INSERT;

    DEPARTMENTS = "select d.unit_id, d.confirmed_on from policy_department d
        where d.tenant_id = $1 and d.policy_id = $2 order by d.unit_id limit 100";
    ADD_DEPARTMENT = "insert into policy_department (tenant_id, policy_id, unit_id) values ($1, $2, $3)
        on conflict (policy_id, unit_id) do nothing";
    REMOVE_DEPARTMENT = "delete from policy_department where tenant_id = $1 and policy_id = $2 and unit_id = $3";
    CONFIRM = "update policy_department set confirmed_on = $4 where tenant_id = $1 and policy_id = $2 and unit_id = $3";

    SIGNUPS = Signup::SELECT, "where u.tenant_id = $1 and u.policy_id = $2 order by u.created_at, u.id limit 500";
    FIND_SIGNUP = Signup::SELECT, "where u.tenant_id = $1 and u.id = $2";
    SIGNUP_OF_LINK = Signup::SELECT, "where u.tenant_id = $1 and u.link_hash = $2";
    SIGNUP_OF_EMAIL = Signup::SELECT, "where u.tenant_id = $1 and u.policy_id = $2 and u.email = $3 order by u.created_at, u.id limit 1";
    WAITING_SIGNUPS = "select u.policy_id, count(*), min(u.created_at) from policy_signup u
        where u.tenant_id = $1 and u.state = 'waiting' group by u.policy_id limit 200";
    ADD_SIGNUP = Signup::INSERT;
    SAVE_SIGNUP = Signup::UPDATE;
    REMOVE_SIGNUP = "delete from policy_signup where tenant_id = $1 and id = $2";
    /// Sign-ups of people who take part are kept until the process is over; others until the call has been over for
    /// as long, or, where nobody is called any more, for as long since they signed up.
    FORGET = "delete from policy_signup where tenant_id = $1 and id in
        (select u.id from policy_signup u join policy p on p.id = u.policy_id where u.tenant_id = $1
          and (p.state <> 'under_way' and p.state_since < $3
            or u.state <> 'taken' and (p.call_until < $2 or p.call_until is null and u.created_at < $3)))";
    FORGETTABLE = "select count(*) from policy_signup u join policy p on p.id = u.policy_id where u.tenant_id = $1
        and (p.state <> 'under_way' and p.state_since < $3
          or u.state <> 'taken' and (p.call_until < $2 or p.call_until is null and u.created_at < $3))";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: PolicyId) -> Result<Option<Policy>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The policies with these ids that exist. Runs one query; none for no ids.
pub(crate) async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[PolicyId],
) -> Result<Vec<Policy>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await,
    }
}

/// For changing it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: PolicyId) -> Result<Option<Policy>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// The newest 200, those that changed their state last first.
pub async fn newest(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Policy>> {
    connection.query(&NEWEST).bind(tenant).all().await
}

/// At most 100.
pub async fn under_way(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Policy>> {
    connection.query(&UNDER_WAY).bind(tenant).all().await
}

/// At most 200.
pub async fn adopted(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Policy>> {
    connection.query(&ADOPTED).bind(tenant).all().await
}

/// Policies about a text: the policy and its editions; at most 50.
pub async fn of_text(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<Policy>> {
    connection.query(&OF_TEXT).bind(tenant).bind(text).all().await
}

/// The policies in whose plans this hearing is a step.
pub async fn of_hearing(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<Policy>> {
    connection.query(&OF_HEARING).bind(tenant).bind(hearing).all().await
}

/// Policies that replace this one, or were meant to.
pub async fn revisions(connection: &mut Connection, tenant: TenantId, of: PolicyId) -> Result<Vec<Policy>> {
    connection.query(&REVISIONS).bind(tenant).bind(of).all().await
}

pub async fn add(tx: &mut Tx, policy: &Policy) -> Result<()> {
    tx.write(&ADD, policy).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, policy: &Policy) -> Result<()> {
    tx.write(&SAVE, policy).execute().await?;
    Ok(())
}

/// In their order; at most 200.
pub async fn steps(connection: &mut Connection, tenant: TenantId, policy: PolicyId) -> Result<Vec<Step>> {
    connection.query(&STEPS).bind(tenant).bind(policy).all().await
}

/// The steps of all these policies, in order within each. Runs one query.
pub async fn steps_of(
    connection: &mut Connection,
    tenant: TenantId,
    policies: &[Policy],
) -> Result<Vec<Step>> {
    let ids: Vec<PolicyId> = policies.iter().map(|policy| policy.id).collect();
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&STEPS_OF).bind(tenant).bind_list(&ids).all().await,
    }
}

/// The dates of plans within a time.
pub(crate) struct Dated {
    /// The policies of these steps, and those that are to be looked at again then.
    pub policies: Vec<Policy>,
    /// Steps with a day in that time; at most 500.
    pub steps: Vec<Step>,
    /// All steps of those policies that are adopted: what is shown of them depends on where the adoption is.
    pub plans: Vec<Step>,
}

/// From one day to the day before another. Runs at most four queries.
pub(crate) async fn dated(
    connection: &mut Connection,
    tenant: TenantId,
    from: Day,
    to: Day,
) -> Result<Dated> {
    let steps: Vec<Step> = connection.query(&STEPS_BETWEEN).bind(tenant).bind(from).bind(to).all().await?;
    let mut policies: Vec<Policy> =
        connection.query(&REVISED_BETWEEN).bind(tenant).bind(from).bind(to).all().await?;
    let mut ids: Vec<PolicyId> = steps.iter().map(|step| step.policy).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.retain(|id| policies.iter().all(|policy| policy.id != *id));
    policies.extend(find_many(connection, tenant, &ids).await?);
    let is_dated = |policy: &&Policy| steps.iter().any(|step| step.policy == policy.id);
    let adopted = policies.iter().filter(|policy| policy.state == PolicyState::Adopted);
    let adopted: Vec<Policy> = adopted.filter(is_dated).cloned().collect();
    let plans = steps_of(connection, tenant, &adopted).await?;
    Ok(Dated { policies, steps, plans })
}

pub async fn find_step(connection: &mut Connection, tenant: TenantId, id: StepId) -> Result<Option<Step>> {
    connection.query(&FIND_STEP).bind(tenant).bind(id).optional().await
}

/// Steps that wait for the meetings of a body, the earliest first; at most 50.
pub async fn of_body(connection: &mut Connection, tenant: TenantId, body: BodyId) -> Result<Vec<Step>> {
    connection.query(&OF_BODY).bind(tenant).bind(body).all().await
}

/// The step that a point of an agenda is about.
pub async fn of_item(connection: &mut Connection, tenant: TenantId, item: ItemId) -> Result<Option<Step>> {
    connection.query(&OF_ITEM).bind(tenant).bind(item).optional().await
}

pub async fn add_step(tx: &mut Tx, step: &Step) -> Result<()> {
    tx.write(&ADD_STEP, step).execute().await?;
    note_talk(tx, step).await
}

/// Inserts a step at its place; the step there and those behind it move on.
pub async fn insert_step(tx: &mut Tx, step: &Step) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&MAKE_ROOM).bind(tenant).bind(step.policy).bind(step.place).execute().await?;
    add_step(tx, step).await
}

pub async fn save_step(tx: &mut Tx, step: &Step) -> Result<()> {
    tx.write(&SAVE_STEP, step).execute().await?;
    note_talk(tx, step).await
}

/// A body that took part in a step has talked about volunteering; the page about MED counts it.
async fn note_talk(tx: &mut Tx, step: &Step) -> Result<()> {
    match step.body {
        Some(_) => {
            let on = step.done_on.filter(|_| step.state == StepState::Held && step.verb.is_talk());
            samskab_meetings::note_talk(tx, step.id.uuid(), step.body.zip(on)).await
        }
        None => Ok(()),
    }
}

pub async fn remove_step(tx: &mut Tx, id: StepId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_STEP).bind(tenant).bind(id).execute().await?;
    samskab_meetings::note_talk(tx, id.uuid(), None).await
}

/// Which position leads the policy of each of these texts, where it is under way or adopted.
pub(crate) async fn led_texts(
    connection: &mut Connection,
    tenant: TenantId,
    texts: &[TextId],
) -> Result<Vec<(TextId, PositionId)>> {
    match texts.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&LED_TEXTS).bind(tenant).bind_list(texts).all().await,
    }
}

/// What was corrected in the text that is adopted, the first first; at most 200. One query; none where nothing was.
pub(crate) async fn corrections(
    connection: &mut Connection,
    tenant: TenantId,
    policy: &Policy,
) -> Result<Vec<Correction>> {
    match policy.corrected_number {
        Some(_) => {
            let all = connection.query(&CORRECTIONS).bind(tenant).bind(policy.id).all().await?;
            Ok(correction::in_force(&all, policy))
        }
        None => Ok(Vec::new()),
    }
}

pub async fn add_correction(tx: &mut Tx, correction: &Correction) -> Result<()> {
    tx.write(&ADD_CORRECTION, correction).execute().await?;
    Ok(())
}

/// The first first; at most 200.
pub async fn exceptions(
    connection: &mut Connection,
    tenant: TenantId,
    policy: PolicyId,
) -> Result<Vec<Exception>> {
    connection.query(&EXCEPTIONS).bind(tenant).bind(policy).all().await
}

pub async fn add_exception(tx: &mut Tx, exception: &Exception) -> Result<()> {
    tx.write(&ADD_EXCEPTION, exception).execute().await?;
    Ok(())
}

/// Which departments it is for, with the names they have today; those that are closed are left out. Two queries.
pub async fn departments(
    connection: &mut Connection,
    tenant: TenantId,
    policy: PolicyId,
    today: Day,
) -> Result<Vec<Department>> {
    let rows: Vec<(UnitId, Option<Day>)> =
        connection.query(&DEPARTMENTS).bind(tenant).bind(policy).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<UnitId> = rows.iter().map(|(unit, _)| *unit).collect();
    let units = samskab_organisation::unit::store::find_many(connection, tenant, &ids, today).await?;
    let named = |(unit, confirmed_on): (UnitId, Option<Day>)| {
        let name = units.iter().find(|one| one.id == unit)?.name.clone();
        Some(Department { unit, name, confirmed_on })
    };
    let mut departments: Vec<Department> = rows.into_iter().filter_map(named).collect();
    departments.sort_by_cached_key(|one| samskab_kernel::danish::sort_key(&one.name));
    Ok(departments)
}

pub async fn set_departments(tx: &mut Tx, policy: PolicyId, was: &[UnitId], now: &[UnitId]) -> Result<()> {
    let tenant = tx.tenant();
    for unit in was.iter().filter(|unit| !now.contains(unit)) {
        tx.query(&REMOVE_DEPARTMENT).bind(tenant).bind(policy).bind(*unit).execute().await?;
    }
    for unit in now.iter().filter(|unit| !was.contains(unit)) {
        tx.query(&ADD_DEPARTMENT).bind(tenant).bind(policy).bind(*unit).execute().await?;
    }
    Ok(())
}

/// A department has said that the policy is its own, or takes that back.
pub async fn confirm(tx: &mut Tx, policy: PolicyId, unit: UnitId, on: Option<Day>) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&CONFIRM).bind(tenant).bind(policy).bind(unit).bind(on).execute().await
}

/// When the bodies of these steps meet, from the first step's beginning to the last one's end. One query.
pub async fn meetings(
    connection: &mut Connection,
    tenant: TenantId,
    steps: &[Step],
) -> Result<Vec<(BodyId, Day)>> {
    let bodies: Vec<BodyId> = steps.iter().filter_map(|step| step.body).collect();
    let from = steps.iter().map(|step| step.starts_on).min();
    let to = steps.iter().map(|step| step.ends_on).max();
    let (Some(from), Some(to), false) = (from, to, bodies.is_empty()) else { return Ok(Vec::new()) };
    let mut meetings = meeting::store::between(connection, tenant, from.start(), to.end()).await?;
    meetings.retain(|meeting| bodies.contains(&meeting.body));
    Ok(meetings.into_iter().map(|meeting| (meeting.body, meeting.starts_at.day())).collect())
}

/// The hearings of a plan, and what else was heard of its text while it was made; those that opened first first. Two queries.
async fn heard(
    connection: &mut Connection,
    tenant: TenantId,
    policy: &Policy,
    steps: &[Step],
) -> Result<Vec<Hearing>> {
    let planned: Vec<HearingId> = steps.iter().filter_map(|step| step.hearing).collect();
    let mut all = hearings::find_many(connection, tenant, &planned).await?;
    if let Some(text) = policy.text {
        let of_text = hearings::of_text(connection, tenant, text).await?;
        all.extend(of_text.into_iter().filter(|one| policy.was_heard_in(one) && !planned.contains(&one.id)));
    }
    all.sort_by_key(|one| (one.opens_at, one.id));
    Ok(all)
}

/// The same, for whoever has not read the plan. Three queries.
pub async fn hearings_of(
    connection: &mut Connection,
    tenant: TenantId,
    policy: &Policy,
) -> Result<Vec<Hearing>> {
    let steps = steps(connection, tenant, policy.id).await?;
    heard(connection, tenant, policy, &steps).await
}

/// The hearings of a plan, and what else was heard of its text while it was made, as far as the checks look at them; those that
/// opened first first. `bodies`: those there are. At most four queries, however many there are.
pub async fn hearings(
    connection: &mut Connection,
    tenant: TenantId,
    (policy, steps): (&Policy, &[Step]),
    bodies: &[Body],
    now: Instant,
) -> Result<Vec<HearingFact>> {
    let all = heard(connection, tenant, policy, steps).await?;
    let ids: Vec<HearingId> = all.iter().map(|one| one.id).collect();
    let parties = hearings::parties_of(connection, tenant, &ids).await?;
    let counts = hearings::remark_counts(connection, tenant, &ids).await?;
    let asked = |of: HearingId, is_meant: fn(&Party) -> bool| -> Vec<BodyId> {
        let own = parties.iter().filter(|one| one.hearing == of && is_meant(one));
        own.filter_map(|one| one.body_among(bodies)).collect()
    };
    let fact = |hearing: Hearing| HearingFact {
        hearing: hearing.id,
        phase: hearing.phase(now),
        is_public: hearing.is_public(now),
        opens_at: hearing.opens_at,
        closes_at: hearing.closes_at,
        version: hearing.version.filter(|_| hearing.source.is_some() && hearing.source == policy.text),
        open_remarks: counts
            .iter()
            .find(|(id, _)| *id == hearing.id)
            .map_or(0, |(_, counts)| counts.unsettled),
        asked: asked(hearing.id, |_| true),
        silent: asked(hearing.id, |one| one.answer == PartyAnswer::None),
        title: hearing.title,
    };
    Ok(all.into_iter().map(fact).collect())
}

/// In the order in which they came; at most 500.
pub async fn signups(connection: &mut Connection, tenant: TenantId, policy: PolicyId) -> Result<Vec<Signup>> {
    connection.query(&SIGNUPS).bind(tenant).bind(policy).all().await
}

pub async fn find_signup(
    connection: &mut Connection,
    tenant: TenantId,
    id: SignupId,
) -> Result<Option<Signup>> {
    connection.query(&FIND_SIGNUP).bind(tenant).bind(id).optional().await
}

pub async fn signup_of_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Signup>> {
    connection.query(&SIGNUP_OF_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

pub async fn signup_of_email(
    connection: &mut Connection,
    tenant: TenantId,
    policy: PolicyId,
    email: &samskab_kernel::contact::Email,
) -> Result<Option<Signup>> {
    connection.query(&SIGNUP_OF_EMAIL).bind(tenant).bind(policy).bind(email.clone()).optional().await
}

/// For each policy how many wait for an answer, and since when.
pub async fn waiting_signups(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<Vec<(PolicyId, i64, Instant)>> {
    connection.query(&WAITING_SIGNUPS).bind(tenant).all().await
}

pub async fn add_signup(tx: &mut Tx, signup: &Signup) -> Result<()> {
    tx.write(&ADD_SIGNUP, signup).execute().await?;
    Ok(())
}

pub async fn save_signup(tx: &mut Tx, signup: &Signup) -> Result<()> {
    tx.write(&SAVE_SIGNUP, signup).execute().await?;
    Ok(())
}

pub async fn remove_signup(tx: &mut Tx, id: SignupId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_SIGNUP).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// Deletes old sign-ups; returns how many.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET).bind(tenant).bind(before.day()).bind(before).execute().await
}

pub async fn forgettable(connection: &mut Connection, tenant: TenantId, before: Instant) -> Result<i64> {
    connection.query(&FORGETTABLE).bind(tenant).bind(before.day()).bind(before).scalar().await
}
