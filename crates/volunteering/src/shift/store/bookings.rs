//! The table `booking`.

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};

use crate::{
    engagement::EngagementId,
    shift::{Asked, Booking, BookingId, BookingState, Ended, ShiftId},
    task,
};

/// Every column of [`Row`].
const BOOKING_COLUMNS: &str =
    "b.id, b.shift_id, b.engagement_id, b.person_id, b.persons, b.state, b.state_since, b.reason,
    b.confirmed_sequence, b.instead_of, b.asked_person_id, b.asked_at, b.swap_for, b.reminded_at,
    b.created_at, b.updated_at";

samskab_store::statements! {
    FIND = "select", BOOKING_COLUMNS, "from booking b where b.tenant_id = $1 and b.id = $2";
    LIVE = "select", BOOKING_COLUMNS,
        "from booking b where b.tenant_id = $1 and b.shift_id = $2 and b.person_id = $3 and b.state in ('booked', 'seeking')";
    COMING_OF_ENGAGEMENT = "select", BOOKING_COLUMNS, "from booking b join shift s on s.id = b.shift_id
        where b.tenant_id = $1 and b.engagement_id = $2 and b.state in ('booked', 'seeking') and s.starts_at > $3
        order by s.starts_at, b.id";
    /// With the name, the first who came first.
    pub(super) OF_SHIFTS = "select", BOOKING_COLUMNS,
        ", n.name, n.email, n.phone from booking b join person n on n.id = b.person_id
        where b.tenant_id = $1 and b.shift_id in ({list})";
    /// With what it is about.
    pub(super) COMING_OF_PERSON = "select", BOOKING_COLUMNS, ", t.title, t.id as task_id from booking b
        join shift s on s.id = b.shift_id join task t on t.id = s.task_id
        where b.tenant_id = $1 and b.person_id = $2 and b.state in ('booked', 'seeking')
          and s.state = 'planned' and s.ends_at > $3
        order by s.starts_at, b.id limit $4";
    pub(super) ASKED_OF_PERSON = "select", BOOKING_COLUMNS, ", t.title, t.id as task_id from booking b
        join shift s on s.id = b.shift_id join task t on t.id = s.task_id
        where b.tenant_id = $1 and b.asked_person_id = $2 and b.state in ('booked', 'seeking')
          and s.state = 'planned' and s.starts_at > $3
        order by s.starts_at, b.id limit 50";
    pub(super) ALL_OF_PERSON = "select", BOOKING_COLUMNS, ", t.title, t.id as task_id from booking b
        join shift s on s.id = b.shift_id join task t on t.id = s.task_id
        where b.tenant_id = $1 and b.person_id = $2 order by s.starts_at desc, b.id limit 1000";
    pub(super) CALENDAR = "select", BOOKING_COLUMNS, ", t.title, t.id as task_id from booking b
        join shift s on s.id = b.shift_id join task t on t.id = s.task_id
        where b.tenant_id = $1 and b.person_id = $2 and s.ends_at > $3
          and (b.state in ('booked', 'seeking', 'attended', 'absent') or b.state_since > $3)
        order by s.starts_at, b.created_at, b.id limit 500";
    TO_REMIND = "select b.id from booking b join shift s on s.id = b.shift_id
                 where b.tenant_id = $1 and s.state = 'planned' and s.starts_at >= $2 and s.starts_at < $3
                   and b.state in ('booked', 'seeking') and b.reminded_at is null
                   and b.created_at < $4 order by b.id limit 1000";
    NOTE_REMINDED = "update booking set reminded_at = $3
                     where tenant_id = $1 and id = $2 and reminded_at is null and state in ('booked', 'seeking')";
    ADD = "insert into booking (id, tenant_id, shift_id, engagement_id, person_id, persons, state, state_since, reason,
               confirmed_sequence, instead_of, asked_person_id, asked_at, swap_for, reminded_at, created_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    /// Only from the state it was read in.
    SAVE = "update booking set state = $3, state_since = $4, reason = $5, confirmed_sequence = $6, asked_person_id = $7,
               asked_at = $8, swap_for = $9, reminded_at = $10, updated_at = $11
            where tenant_id = $1 and id = $2 and state = $12";
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: BookingId,
    shift_id: ShiftId,
    engagement_id: Option<EngagementId>,
    person_id: PersonId,
    persons: i64,
    state: BookingState,
    state_since: Instant,
    reason: String,
    confirmed_sequence: i64,
    instead_of: Option<BookingId>,
    asked_person_id: Option<PersonId>,
    asked_at: Option<Instant>,
    swap_for: Option<BookingId>,
    reminded_at: Option<Instant>,
    created_at: Instant,
    updated_at: Instant,
}

impl From<Row> for Booking {
    fn from(row: Row) -> Self {
        let asked = row.asked_person_id.map(|person| Asked {
            person,
            at: row.asked_at.unwrap_or(row.updated_at),
            swap_for: row.swap_for,
        });
        Self {
            id: row.id,
            shift: row.shift_id,
            engagement: row.engagement_id,
            person: row.person_id,
            persons: row.persons,
            state: row.state,
            state_since: row.state_since,
            ended: row.reason.parse::<Ended>().ok(),
            confirmed_sequence: row.confirmed_sequence,
            instead_of: row.instead_of,
            asked,
            reminded_at: row.reminded_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

pub async fn find_booking(
    connection: &mut Connection,
    tenant: TenantId,
    id: BookingId,
) -> Result<Option<Booking>> {
    Ok(connection.query(&FIND).bind(tenant).bind(id).optional::<Row>().await?.map(Booking::from))
}

/// The person's place in the shift, while they have it.
pub async fn live_booking(
    connection: &mut Connection,
    tenant: TenantId,
    shift: ShiftId,
    person: PersonId,
) -> Result<Option<Booking>> {
    let row: Option<Row> = connection.query(&LIVE).bind(tenant).bind(shift).bind(person).optional().await?;
    Ok(row.map(Booking::from))
}

/// Of shifts that have not begun, in order.
pub async fn coming_of_engagement(tx: &mut Tx, engagement: EngagementId) -> Result<Vec<Booking>> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let rows: Vec<Row> =
        tx.query(&COMING_OF_ENGAGEMENT).bind(tenant).bind(engagement).bind(now).all().await?;
    Ok(rows.into_iter().map(Booking::from).collect())
}

/// What these people sign up to at the same time waits until the transaction ends. Always in the same
/// order, and before any shift is locked.
pub async fn lock_people(tx: &mut Tx, people: &[PersonId]) -> Result<()> {
    let mut people = people.to_vec();
    people.sort_unstable();
    people.dedup();
    for person in people {
        task::store::one_at_a_time(tx, person).await?;
    }
    Ok(())
}

/// The shift and the person are locked.
pub async fn add_booking(tx: &mut Tx, booking: &Booking) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(booking.id)
        .bind(tenant)
        .bind(booking.shift)
        .bind(booking.engagement)
        .bind(booking.person)
        .bind(booking.persons)
        .bind(booking.state)
        .bind(booking.state_since)
        .bind(booking.ended.map_or("", Ended::code).to_owned())
        .bind(booking.confirmed_sequence)
        .bind(booking.instead_of)
        .bind(booking.asked.map(|asked| asked.person))
        .bind(booking.asked.map(|asked| asked.at))
        .bind(booking.asked.and_then(|asked| asked.swap_for))
        .bind(booking.reminded_at)
        .bind(booking.created_at)
        .bind(booking.updated_at)
        .execute()
        .await?;
    Ok(())
}

/// Only from the state it was read in, `was`; `false`: somebody was quicker.
pub async fn save_booking(tx: &mut Tx, booking: &Booking, was: BookingState) -> Result<bool> {
    let tenant = tx.tenant();
    let saved = tx
        .query(&SAVE)
        .bind(tenant)
        .bind(booking.id)
        .bind(booking.state)
        .bind(booking.state_since)
        .bind(booking.ended.map_or("", Ended::code).to_owned())
        .bind(booking.confirmed_sequence)
        .bind(booking.asked.map(|asked| asked.person))
        .bind(booking.asked.map(|asked| asked.at))
        .bind(booking.asked.and_then(|asked| asked.swap_for))
        .bind(booking.reminded_at)
        .bind(booking.updated_at)
        .bind(was)
        .execute()
        .await?;
    Ok(saved > 0)
}

/// Up to 1000 whose shift begins between `from` and `to`, who were not reminded, and who did not sign up
/// only just now.
pub async fn to_remind(
    connection: &mut Connection,
    tenant: TenantId,
    from: Instant,
    to: Instant,
) -> Result<Vec<BookingId>> {
    let signed_up_before = from.plus_days(-1);
    connection.query(&TO_REMIND).bind(tenant).bind(from).bind(to).bind(signed_up_before).scalars().await
}

/// Whether nobody noted it before.
pub async fn note_reminded(tx: &mut Tx, booking: BookingId) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    Ok(tx.query(&NOTE_REMINDED).bind(tenant).bind(booking).bind(now).execute().await? > 0)
}
