//! The table `hearing_remark`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_writing::text::BlockId as SourceId;

use crate::{
    hearing::HearingId,
    party::PartyId,
    remark::{Remark, RemarkCounts, RemarkId, Verdict},
    response::ResponseId,
};

samskab_store::statements! {
    OF_HEARING = Remark::SELECT, "join hearing_response r on r.id = m.response_id
        where m.tenant_id = $1 and m.hearing_id = $2 and r.state = 'confirmed' order by r.number, m.place, m.id limit 20000";
    OF_RESPONSES = Remark::SELECT, "where m.tenant_id = $1 and m.response_id in ({list})";
    FIND = Remark::SELECT, "where m.tenant_id = $1 and m.id = $2";
    ADD = Remark::INSERT;
    SAVE = Remark::UPDATE;
    REMOVE = "delete from hearing_remark where tenant_id = $1 and id = $2";
    REMOVE_OF_RESPONSE = "delete from hearing_remark where tenant_id = $1 and response_id = $2";
    COUNT_SAME = "select count(*) from hearing_remark m join hearing_response r on r.id = m.response_id
        where m.tenant_id = $1 and m.hearing_id = $2 and m.sameness = $3 and r.state = 'confirmed'";
    /// The answered one, if there is one.
    SAME = Remark::SELECT, "where m.tenant_id = $1 and m.hearing_id = $2 and m.sameness = $3
        order by case when m.verdict is null then 1 else 0 end, m.place, m.id limit 1";
    /// Gives the same answer to all remarks that say the same.
    ANSWER_SAME = "update hearing_remark set theme = :theme, verdict = :verdict, assessment = :assessment, assessed_at = :at,
          changed = :changed, assessed_by_id = :assessed_by, approved_at = :approved_at, approved_by_id = :approved_by
        where tenant_id = :tenant_id and hearing_id = :hearing and sameness = :sameness";
    ASSIGN = "update hearing_remark set assignee_id = :assignee, due_on = :due, theme = :theme
        where tenant_id = :tenant_id and hearing_id = :hearing and sameness in (
            select o.sameness from hearing_remark o where o.tenant_id = :tenant_id and o.id = :id)";
    /// Remarks that count and have no answer, by hearing.
    OPEN_OF_PERSON = "select m.hearing_id, h.title, count(*), min(m.due_on), h.closes_at from hearing_remark m
        join hearing h on h.id = m.hearing_id join hearing_response r on r.id = m.response_id
        where m.tenant_id = $1 and m.assignee_id = $2 and m.verdict is null and h.state = 'announced'
          and h.closes_at <= $3 and r.state = 'confirmed'
        group by m.hearing_id, h.title, h.closes_at order by h.closes_at limit 50";
    /// By hearing and answer; the last number: without an answer, or with one that nobody else has approved where that is asked for.
    COUNTS = "select m.hearing_id, m.verdict, count(*),
          sum(case when m.verdict is null or h.four_eyes = true and m.approved_at is null then 1 else 0 end)
        from hearing_remark m join hearing_response r on r.id = m.response_id join hearing h on h.id = m.hearing_id
        where m.tenant_id = $1 and m.hearing_id in ({list}) and r.state = 'confirmed' group by m.hearing_id, m.verdict";
    /// The blocks of stored texts that remarks which were taken up have changed: the one that is said, or the one they are about.
    CHANGED_BLOCKS = "select distinct m.hearing_id, coalesce(m.changed, b.source)
        from hearing_remark m join hearing_response r on r.id = m.response_id join hearing h on h.id = m.hearing_id
          left join hearing_block b on b.id = m.block_id
        where m.tenant_id = $1 and m.hearing_id in ({list}) and r.state = 'confirmed' and m.verdict in ('used', 'partly')
          and (h.four_eyes = false or m.approved_at is not null) and coalesce(m.changed, b.source) is not null";
    /// How many remarks of which parties were accepted.
    HEEDED_PARTIES = "select r.party_id, count(*)
        from hearing_remark m join hearing_response r on r.id = m.response_id join hearing h on h.id = m.hearing_id
        where m.tenant_id = $1 and m.hearing_id in ({list}) and r.state = 'confirmed' and r.party_id is not null
          and m.verdict in ('used', 'partly') and (h.four_eyes = false or m.approved_at is not null) group by r.party_id";
    /// Remarks that somebody else has assessed and nobody has approved, by hearing.
    TO_APPROVE = "select m.hearing_id, h.title, count(*), min(m.assessed_at) from hearing_remark m
        join hearing h on h.id = m.hearing_id join hearing_response r on r.id = m.response_id
        where m.tenant_id = $1 and h.state = 'announced' and h.four_eyes = true and m.verdict is not null
          and m.approved_at is null and (m.assessed_by_id is null or m.assessed_by_id <> $2) and r.state = 'confirmed'
        group by m.hearing_id, h.title order by min(m.assessed_at) limit 50";
    /// For announced hearings: what waits for a look, and what has no answer.
    WAITING = "select h.id, h.title, h.closes_at,
          (select count(*) from hearing_response r where r.tenant_id = h.tenant_id and r.hearing_id = h.id
             and r.state = 'confirmed' and r.is_closed = false and r.hidden_reason = ''
             and (r.published_at is null or exists (select 1 from hearing_attachment a where a.tenant_id = r.tenant_id
                    and a.response_id = r.id and a.is_public = false))),
          (select min(r.updated_at) from hearing_response r where r.tenant_id = h.tenant_id and r.hearing_id = h.id
             and r.state = 'confirmed' and r.is_closed = false and r.published_at is null and r.hidden_reason = '')
        from hearing h where h.tenant_id = $1 and h.state = 'announced' and h.opens_at <= $2
        order by h.closes_at limit 100";
}

/// Of all answers that count, by their numbers; at most 20,000.
pub async fn remarks(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<Remark>> {
    connection.query(&OF_HEARING).bind(tenant).bind(hearing).all().await
}

/// Of these answers, each in its order; one query.
pub async fn remarks_of(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[ResponseId],
) -> Result<Vec<Remark>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut remarks: Vec<Remark> = connection.query(&OF_RESPONSES).bind(tenant).bind_list(ids).all().await?;
    remarks.sort_by_key(|remark| (remark.response, remark.place));
    Ok(remarks)
}

pub async fn find_remark(
    connection: &mut Connection,
    tenant: TenantId,
    id: RemarkId,
) -> Result<Option<Remark>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

pub async fn add_remark(tx: &mut Tx, remark: &Remark) -> Result<()> {
    tx.write(&ADD, remark).execute().await?;
    Ok(())
}

pub async fn save_remark(tx: &mut Tx, remark: &Remark) -> Result<()> {
    tx.write(&SAVE, remark).execute().await?;
    Ok(())
}

pub async fn remove_remark(tx: &mut Tx, id: RemarkId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

pub async fn remove_remarks_of(tx: &mut Tx, response: ResponseId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_OF_RESPONSE).bind(tenant).bind(response).execute().await?;
    Ok(())
}

/// A remark that says the same; an answered one, if there is one.
pub async fn same_as(
    connection: &mut Connection,
    tenant: TenantId,
    remark: &Remark,
) -> Result<Option<Remark>> {
    let query = connection.query(&SAME).bind(tenant).bind(remark.hearing);
    query.bind(remark.sameness.clone()).optional().await
}

/// How many say the same, this one among them.
pub async fn count_same(connection: &mut Connection, tenant: TenantId, remark: &Remark) -> Result<i64> {
    let query = connection.query(&COUNT_SAME).bind(tenant).bind(remark.hearing);
    query.bind(remark.sameness.clone()).scalar().await
}

/// Gives the answer of `remark` to all that say the same.
pub async fn answer_same(tx: &mut Tx, remark: &Remark) -> Result<u64> {
    let tenant = tx.tenant();
    let query = tx.query(&ANSWER_SAME).bind_named("tenant_id", tenant).bind_named("hearing", remark.hearing);
    let query =
        query.bind_named("sameness", remark.sameness.clone()).bind_named("theme", remark.theme.clone());
    let query =
        query.bind_named("verdict", remark.verdict).bind_named("assessment", remark.assessment.clone());
    let query = query.bind_named("at", remark.assessed_at).bind_named("changed", remark.changed);
    let query =
        query.bind_named("assessed_by", remark.assessed_by).bind_named("approved_at", remark.approved_at);
    query.bind_named("approved_by", remark.approved_by).execute().await
}

/// Who assesses it, and all that say the same, until when, under which theme.
pub async fn assign(
    tx: &mut Tx,
    remark: &Remark,
    assignee: Option<PersonId>,
    due_on: Option<Day>,
    theme: &str,
) -> Result<()> {
    let tenant = tx.tenant();
    let query = tx.query(&ASSIGN).bind_named("tenant_id", tenant).bind_named("hearing", remark.hearing);
    let query = query.bind_named("id", remark.id).bind_named("assignee", assignee);
    query.bind_named("due", due_on).bind_named("theme", theme.to_owned()).execute().await?;
    Ok(())
}

/// Remarks that a person must assess: hearing, its title, how many, the earliest due day, since when.
pub async fn open_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<(HearingId, String, i64, Option<Day>, Instant)>> {
    connection.query(&OPEN_OF_PERSON).bind(tenant).bind(person).bind(now).all().await
}

/// Remarks that a person may approve, because another assessed them: hearing, its title, how many, since when.
pub async fn to_approve(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<(HearingId, String, i64, Option<Instant>)>> {
    connection.query(&TO_APPROVE).bind(tenant).bind(person).all().await
}

/// How many there are of each of these hearings, by what came of them; those without any are left out. One query.
pub async fn remark_counts(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[HearingId],
) -> Result<Vec<(HearingId, RemarkCounts)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(HearingId, Option<Verdict>, i64, i64)> =
        connection.query(&COUNTS).bind(tenant).bind_list(ids).all().await?;
    let mut all: Vec<(HearingId, RemarkCounts)> = Vec::new();
    for (hearing, verdict, count, unsettled) in rows {
        let at = all.iter().position(|(id, _)| *id == hearing).unwrap_or_else(|| {
            all.push((hearing, RemarkCounts::default()));
            all.len() - 1
        });
        all[at].1.add(verdict, count, unsettled);
    }
    Ok(all)
}

/// Counts remarks without an answer, or with one that nobody else has approved where that is required.
pub async fn count_open(connection: &mut Connection, tenant: TenantId, hearing: HearingId) -> Result<i64> {
    let counts = remark_counts(connection, tenant, &[hearing]).await?;
    Ok(counts.first().map_or(0, |(_, counts)| counts.unsettled))
}

/// The blocks of stored texts that the answers to these hearings have changed.
pub async fn changed_blocks(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[HearingId],
) -> Result<Vec<(HearingId, SourceId)>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&CHANGED_BLOCKS).bind(tenant).bind_list(ids).all().await,
    }
}

/// How many remarks of which parties were accepted, all or in part.
pub async fn heeded_parties(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[HearingId],
) -> Result<Vec<(PartyId, i64)>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&HEEDED_PARTIES).bind(tenant).bind_list(ids).all().await,
    }
}

/// Of each announced hearing: id, title, closing, how many answers wait for a look, and the first of them.
pub async fn waiting(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<Vec<(HearingId, String, Instant, i64, Option<Instant>)>> {
    connection.query(&WAITING).bind(tenant).bind(now).all().await
}
