//! The table `invitation`.

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_shifts::shift::BookingId;
use samskab_store::{Connection, Result, Row, Tx};
use samskab_taskbank::task::TaskId;

use super::{Invitation, InvitationId, State};

samskab_store::statements! {
    FIND = Invitation::SELECT, "where i.tenant_id = $1 and i.id = $2";
    OF_PERSON = Invitation::SELECT, "where i.tenant_id = $1 and i.person_id = $2 order by i.sent_at desc, i.id limit 200";
    OF_TASK = Invitation::SELECT, "where i.tenant_id = $1 and i.task_id = $2 order by i.sent_at desc, i.id limit 500";
    OF_BOOKING = Invitation::SELECT, "where i.tenant_id = $1 and i.booking_id = $2 order by i.sent_at, i.id";
    DUE = Invitation::SELECT,
        "where i.tenant_id = $1 and i.state = 'sent' and i.expires_at <= $2 order by i.expires_at, i.id limit $3";
    /// Asked for something that takes nobody any more.
    POINTLESS = Invitation::SELECT, "where i.tenant_id = $1 and i.state = 'sent' and i.shift_id is null
        and exists (select 1 from task t where t.tenant_id = i.tenant_id and t.id = i.task_id and t.state <> 'open')
        order by i.sent_at, i.id limit $2";
    ADD = Invitation::INSERT;
    /// Only from the state it was read in: a yes and a withdrawal at once cannot both be.
    SAVE = Invitation::UPDATE, "and state = :was";
    SENT_TO = "select i.person_id, i.sent_at, i.wave, t.unit_id, t.association_id
               from invitation i join task t on t.id = i.task_id
               where i.tenant_id = $1 and i.sent_at > $2 and i.person_id in ({list})";
    /// Whether the person was asked about this task already, and the question is still open or was answered.
    WAS_ASKED = "select count(*) from invitation
                 where tenant_id = $1 and task_id = $2 and person_id = $3 and shift_id is null
                   and state in ('sent', 'accepted', 'declined')";
    FORGET = "delete from invitation where tenant_id = $1 and state <> 'sent' and state_since < $2";
    FORGETTABLE = "select count(*) from invitation where tenant_id = $1 and state <> 'sent' and state_since < $2";
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: InvitationId,
) -> Result<Option<Invitation>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The newest 200 a person got.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Invitation>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

/// The newest 500 for a task.
pub async fn of_task(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Invitation>> {
    connection.query(&OF_TASK).bind(tenant).bind(task).all().await
}

/// Everybody who was asked to come instead of this booking.
pub async fn of_booking(
    connection: &mut Connection,
    tenant: TenantId,
    booking: BookingId,
) -> Result<Vec<Invitation>> {
    connection.query(&OF_BOOKING).bind(tenant).bind(booking).all().await
}

/// Unanswered and past their time at `now`, at most `limit`.
pub async fn due(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    limit: i64,
) -> Result<Vec<Invitation>> {
    connection.query(&DUE).bind(tenant).bind(now).bind(limit).all().await
}

/// Still open, about tasks that take nobody any more; at most `limit`.
pub async fn pointless(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<Invitation>> {
    connection.query(&POINTLESS).bind(tenant).bind(limit).all().await
}

/// Whether `person` is or was asked about the task: waiting, yes or no.
pub async fn was_asked(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
    person: PersonId,
) -> Result<bool> {
    let count: i64 = connection.query(&WAS_ASKED).bind(tenant).bind(task).bind(person).scalar().await?;
    Ok(count > 0)
}

/// Somebody was invited: when, in which wave, and by which unit or association.
#[derive(Debug, Clone, Row)]
pub struct SentTo {
    pub person_id: PersonId,
    pub sent_at: Instant,
    pub wave: i64,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
}

impl SentTo {
    pub fn of(person_id: PersonId, sent_at: Instant, wave: i64, by: Poster) -> Self {
        Self { person_id, sent_at, wave, unit_id: by.unit(), association_id: by.association() }
    }

    pub fn poster(&self) -> Option<Poster> {
        Poster::of(self.unit_id, self.association_id)
    }
}

/// What these were invited to after `since`.
pub async fn sent_to(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
    since: Instant,
) -> Result<Vec<SentTo>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    connection.query(&SENT_TO).bind(tenant).bind(since).bind_list(people).all().await
}

pub async fn add(tx: &mut Tx, invitation: &Invitation) -> Result<()> {
    tx.write(&ADD, invitation).execute().await?;
    Ok(())
}

/// Saves the invitation after a transition from `sent`. False when somebody else was quicker.
pub async fn save(tx: &mut Tx, invitation: &Invitation) -> Result<bool> {
    Ok(tx.write(&SAVE, invitation).bind_named("was", State::Sent).execute().await? == 1)
}

/// Ended before `before`; how many (law B.7).
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET).bind(tenant).bind(before).execute().await
}

/// How many [`forget`] would take.
pub async fn forgettable(connection: &mut Connection, tenant: TenantId, before: Instant) -> Result<i64> {
    connection.query(&FORGETTABLE).bind(tenant).bind(before).scalar().await
}
