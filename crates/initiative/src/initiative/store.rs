//! The tables `initiative` and `initiative_note`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};

use super::{Initiative, InitiativeId, Status};
use crate::id::{FocusAreaId, ProposalId};

samskab_store::statements! {
    FIND = Initiative::SELECT, "where e.tenant_id = $1 and e.id = $2";
    OF_PROPOSAL = Initiative::SELECT, "where e.tenant_id = $1 and e.proposal_id = $2";
    OF_FOCUS_AREAS = Initiative::SELECT, "where e.tenant_id = $1 and e.focus_area_id in ({list}) order by e.created_at, e.id";
    /// Initiatives that somebody should report on: with an old report, or without an owner.
    WAITING = Initiative::SELECT, "where e.tenant_id = $1 and e.state in ('not_begun', 'under_way')
        and (e.told_at < $2
          or e.owner_person_id is null
             and not exists (select 1 from appointment h where h.tenant_id = e.tenant_id
                   and h.position_id = e.owner_position_id and h.capacity = 'holder'
                   and h.valid_from <= $3 and (h.valid_to is null or h.valid_to >= $3)))
        order by e.told_at, e.id limit 200";
    ADD = Initiative::INSERT;
    SAVE = Initiative::UPDATE;
    LOCK = "update initiative set updated_at = updated_at where tenant_id = $1 and id = $2";
    /// Moves unfinished initiatives to another focus area.
    MOVE_ON = "update initiative set focus_area_id = $3 where tenant_id = $1 and focus_area_id = $2
        and state in ('not_begun', 'under_way')";

    STATUSES = Status::SELECT, "where s.tenant_id = $1 and s.initiative_id = $2
        order by s.created_at desc, s.id desc limit 200";
    /// The newest of each.
    NEWEST_STATUSES = Status::SELECT, "where s.tenant_id = $1
        and not exists (select 1 from initiative_note n where n.tenant_id = s.tenant_id
                        and n.initiative_id = s.initiative_id
                        and (n.created_at > s.created_at or n.created_at = s.created_at and n.id > s.id))
        and s.initiative_id in ({list})";
    ADD_STATUS = Status::INSERT;
    FOCUS_AREAS = "select f.id, f.title, f.year from focus_area f where f.tenant_id = $1
        order by f.year desc, f.place, f.id limit 100";
    FOCUS_AREA = "select f.title, f.year, f.state = 'decided' from focus_area f where f.tenant_id = $1 and f.id = $2";
    /// Its title, and whether everybody may read it.
    PROPOSAL = "select x.title, x.shows_text from proposal x where x.tenant_id = $1 and x.id = $2";
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: InitiativeId,
) -> Result<Option<Initiative>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: InitiativeId) -> Result<Option<Initiative>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

pub async fn of_proposal(
    connection: &mut Connection,
    tenant: TenantId,
    proposal: ProposalId,
) -> Result<Option<Initiative>> {
    connection.query(&OF_PROPOSAL).bind(tenant).bind(proposal).optional().await
}

pub async fn of_focus_areas(
    connection: &mut Connection,
    tenant: TenantId,
    areas: &[FocusAreaId],
) -> Result<Vec<Initiative>> {
    match areas.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&OF_FOCUS_AREAS).bind(tenant).bind_list(areas).all().await,
    }
}

/// Told before `before`, or nobody's on `today`; at most 200.
pub async fn waiting(
    connection: &mut Connection,
    tenant: TenantId,
    before: Instant,
    today: Day,
) -> Result<Vec<Initiative>> {
    connection.query(&WAITING).bind(tenant).bind(before).bind(today).all().await
}

pub async fn add(tx: &mut Tx, initiative: &Initiative) -> Result<()> {
    tx.write(&ADD, initiative).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, initiative: &Initiative) -> Result<()> {
    tx.write(&SAVE, initiative).execute().await?;
    Ok(())
}

pub async fn move_on(tx: &mut Tx, from: FocusAreaId, to: FocusAreaId) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&MOVE_ON).bind(tenant).bind(from).bind(to).execute().await
}

/// The newest 200, the newest first.
pub async fn statuses(
    connection: &mut Connection,
    tenant: TenantId,
    id: InitiativeId,
) -> Result<Vec<Status>> {
    connection.query(&STATUSES).bind(tenant).bind(id).all().await
}

/// The newest of each of them. One query.
pub async fn newest_statuses(
    connection: &mut Connection,
    tenant: TenantId,
    all: &[Initiative],
) -> Result<Vec<Status>> {
    let ids: Vec<InitiativeId> = all.iter().map(|one| one.id).collect();
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&NEWEST_STATUSES).bind(tenant).bind_list(&ids).all().await,
    }
}

pub async fn add_status(tx: &mut Tx, status: &Status) -> Result<()> {
    tx.write(&ADD_STATUS, status).execute().await?;
    Ok(())
}

/// Stores a report, at the time of the transaction.
pub async fn tell(tx: &mut Tx, one: &Initiative, said: String, person: Option<PersonId>) -> Result<()> {
    let (id, created_at) = (tx.new_id(), tx.now());
    add_status(tx, &Status { id, initiative: one.id, state: one.state, said, person, created_at }).await
}

/// The newest 100 to choose among: id, title, year.
pub async fn focus_areas(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<Vec<(FocusAreaId, String, i64)>> {
    connection.query(&FOCUS_AREAS).bind(tenant).all().await
}

/// The focus area it is under: its title, its year, and whether everybody may read it.
pub async fn focus_area(
    connection: &mut Connection,
    tenant: TenantId,
    id: FocusAreaId,
) -> Result<Option<(String, i64, bool)>> {
    connection.query(&FOCUS_AREA).bind(tenant).bind(id).optional().await
}

/// The proposal it came from: its title, and whether everybody may read it.
pub async fn proposal(
    connection: &mut Connection,
    tenant: TenantId,
    id: ProposalId,
) -> Result<Option<(String, bool)>> {
    connection.query(&PROPOSAL).bind(tenant).bind(id).optional().await
}
