//! The table `invitation`.

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::{answering::Poster, association::AssociationId, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Result, Tx};

use super::{DeclineReason, Invitation, InvitationId, State};
use crate::{
    interest::InterestId,
    shift::{BookingId, ShiftId},
    task::TaskId,
};

/// Every column of [`Row`].
const WHOLE_INVITATIONS: &str =
    "select i.id, i.task_id, i.person_id, i.shift_id, i.booking_id, i.wave, i.by_person_id, i.message,
        i.score, i.version, i.parts, i.state, i.state_since, i.reason, i.interest_id, i.sent_at,
        i.expires_at
    from invitation i
    where";

samskab_store::statements! {
    FIND = WHOLE_INVITATIONS, "i.tenant_id = $1 and i.id = $2";
    OF_PERSON = WHOLE_INVITATIONS, "i.tenant_id = $1 and i.person_id = $2 order by i.sent_at desc, i.id limit 200";
    OF_TASK = WHOLE_INVITATIONS, "i.tenant_id = $1 and i.task_id = $2 order by i.sent_at desc, i.id limit 500";
    OF_BOOKING = WHOLE_INVITATIONS, "i.tenant_id = $1 and i.booking_id = $2 order by i.sent_at, i.id";
    DUE = WHOLE_INVITATIONS,
        "i.tenant_id = $1 and i.state = 'sent' and i.expires_at <= $2 order by i.expires_at, i.id limit $3";
    /// Asked for something that takes nobody any more.
    POINTLESS = WHOLE_INVITATIONS, "i.tenant_id = $1 and i.state = 'sent' and i.shift_id is null
        and exists (select 1 from task t where t.tenant_id = i.tenant_id and t.id = i.task_id and t.state <> 'open')
        order by i.sent_at, i.id limit $2";
    ADD = "insert into invitation (id, tenant_id, task_id, person_id, shift_id, booking_id, wave, by_person_id, message,
               score, version, parts, state, state_since, reason, interest_id, sent_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    /// Only from the state it was read in: a yes and a withdrawal at once cannot both be.
    SAVE = "update invitation set state = $3, state_since = $4, reason = $5, interest_id = $6
            where tenant_id = $1 and id = $2 and state = $7";
    SENT_TO = "select i.person_id, i.sent_at, i.wave, t.unit_id, t.association_id
               from invitation i join task t on t.id = i.task_id
               where i.tenant_id = $1 and i.sent_at > $2 and i.person_id in ({list})";
    /// Asked already about this task, and the question still stands or was answered.
    WAS_ASKED = "select count(*) from invitation
                 where tenant_id = $1 and task_id = $2 and person_id = $3 and shift_id is null
                   and state in ('sent', 'accepted', 'declined')";
    FORGET = "delete from invitation where tenant_id = $1 and state <> 'sent' and state_since < $2";
    FORGETTABLE = "select count(*) from invitation where tenant_id = $1 and state <> 'sent' and state_since < $2";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: InvitationId,
    task_id: TaskId,
    person_id: PersonId,
    shift_id: Option<ShiftId>,
    booking_id: Option<BookingId>,
    wave: i64,
    by_person_id: Option<PersonId>,
    message: String,
    score: i64,
    version: i64,
    parts: String,
    state: State,
    state_since: Instant,
    reason: String,
    interest_id: Option<InterestId>,
    sent_at: Instant,
    expires_at: Instant,
}

impl From<Row> for Invitation {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            task: row.task_id,
            person: row.person_id,
            stand_in: row.shift_id.zip(row.booking_id),
            wave: row.wave,
            by: row.by_person_id,
            message: row.message,
            score: row.score,
            version: row.version,
            parts: row.parts,
            state: row.state,
            state_since: row.state_since,
            reason: row.reason.parse::<DeclineReason>().ok(),
            interest: row.interest_id,
            sent_at: row.sent_at,
            expires_at: row.expires_at,
        }
    }
}

fn invitations(rows: Vec<Row>) -> Vec<Invitation> {
    rows.into_iter().map(Invitation::from).collect()
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: InvitationId,
) -> Result<Option<Invitation>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Invitation::from))
}

/// The newest 200 a person got.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Invitation>> {
    Ok(invitations(connection.query(&OF_PERSON).bind(tenant).bind(person).all().await?))
}

/// The newest 500 for a task.
pub async fn of_task(connection: &mut Connection, tenant: TenantId, task: TaskId) -> Result<Vec<Invitation>> {
    Ok(invitations(connection.query(&OF_TASK).bind(tenant).bind(task).all().await?))
}

/// Everybody who was asked to come instead of this booking.
pub async fn of_booking(
    connection: &mut Connection,
    tenant: TenantId,
    booking: BookingId,
) -> Result<Vec<Invitation>> {
    Ok(invitations(connection.query(&OF_BOOKING).bind(tenant).bind(booking).all().await?))
}

/// Unanswered and past their time at `now`, at most `limit`.
pub async fn due(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    limit: i64,
) -> Result<Vec<Invitation>> {
    Ok(invitations(connection.query(&DUE).bind(tenant).bind(now).bind(limit).all().await?))
}

/// Still open, about tasks that take nobody any more; at most `limit`.
pub async fn pointless(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<Invitation>> {
    Ok(invitations(connection.query(&POINTLESS).bind(tenant).bind(limit).all().await?))
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
#[derive(Debug, Clone, sqlx::FromRow)]
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
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(invitation.id)
        .bind(tenant)
        .bind(invitation.task)
        .bind(invitation.person)
        .bind(invitation.stand_in.map(|(shift, _)| shift))
        .bind(invitation.stand_in.map(|(_, booking)| booking))
        .bind(invitation.wave)
        .bind(invitation.by)
        .bind(invitation.message.clone())
        .bind(invitation.score)
        .bind(invitation.version)
        .bind(invitation.parts.clone())
        .bind(invitation.state)
        .bind(invitation.state_since)
        .bind(invitation.reason.map(DeclineReason::code).unwrap_or_default().to_owned())
        .bind(invitation.interest)
        .bind(invitation.sent_at)
        .bind(invitation.expires_at)
        .execute()
        .await?;
    Ok(())
}

/// Saves what a transition from `sent` made of it. False when somebody else was quicker.
pub async fn save(tx: &mut Tx, invitation: &Invitation) -> Result<bool> {
    let tenant = tx.tenant();
    let changed = tx
        .query(&SAVE)
        .bind(tenant)
        .bind(invitation.id)
        .bind(invitation.state)
        .bind(invitation.state_since)
        .bind(invitation.reason.map(DeclineReason::code).unwrap_or_default().to_owned())
        .bind(invitation.interest)
        .bind(State::Sent)
        .execute()
        .await?;
    Ok(changed == 1)
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
