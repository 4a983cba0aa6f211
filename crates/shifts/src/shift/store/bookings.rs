//! The table `booking`.

use samskab_engagement::engagement::EngagementId;
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Record, Result, Tx};
use samskab_taskbank::task;

use crate::shift::{AskedColleague, Booking, BookingId, BookingState, ShiftId};

samskab_store::statements! {
    FIND = Booking::SELECT, "where b.tenant_id = $1 and b.id = $2";
    LIVE = Booking::SELECT,
        "where b.tenant_id = $1 and b.shift_id = $2 and b.person_id = $3 and b.state in ('booked', 'seeking')";
    COMING_OF_ENGAGEMENT = Booking::SELECT, "join shift s on s.id = b.shift_id
        where b.tenant_id = $1 and b.engagement_id = $2 and b.state in ('booked', 'seeking') and s.starts_at > $3
        order by s.starts_at, b.id";
    /// With the name, the first who came first, and where a letter reaches them ([`crate::shift::place::Place::address_of`]).
    pub(super) OF_SHIFTS = "select", Booking::COLUMNS,
        ", n.name, coalesce(n.email, i.email) as email, n.phone from booking b join person n on n.id = b.person_id
        left join engagement e on e.tenant_id = b.tenant_id and e.id = b.engagement_id
        left join interest i on i.tenant_id = b.tenant_id and i.id = e.interest_id
        where b.tenant_id = $1 and b.shift_id in ({list})";
    /// With the title of the task.
    pub(super) COMING_OF_PERSON = "select", Booking::COLUMNS, ", t.title, t.id as task_id from booking b
        join shift s on s.id = b.shift_id join task t on t.id = s.task_id
        where b.tenant_id = $1 and b.person_id = $2 and b.state in ('booked', 'seeking')
          and s.state = 'planned' and s.ends_at > $3
        order by s.starts_at, b.id limit $4";
    pub(super) ASKED_OF_PERSON = "select", Booking::COLUMNS, ", t.title, t.id as task_id from booking b
        join shift s on s.id = b.shift_id join task t on t.id = s.task_id
        where b.tenant_id = $1 and b.asked_person_id = $2 and b.state in ('booked', 'seeking')
          and s.state = 'planned' and s.starts_at > $3
        order by s.starts_at, b.id limit 50";
    pub(super) ALL_OF_PERSON = "select", Booking::COLUMNS, ", t.title, t.id as task_id from booking b
        join shift s on s.id = b.shift_id join task t on t.id = s.task_id
        where b.tenant_id = $1 and b.person_id = $2 order by s.starts_at desc, b.id limit 1000";
    pub(super) CALENDAR = "select", Booking::COLUMNS, ", t.title, t.id as task_id from booking b
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
    ADD = Booking::INSERT;
    /// Only from the state it was read in.
    SAVE = Booking::UPDATE, "and state = :was";
}

#[derive(Record)]
pub(in crate::shift) struct AskedColumns {
    asked_person_id: Option<PersonId>,
    asked_at: Option<Instant>,
    swap_for: Option<BookingId>,
    /// Used instead of `asked_at` where that is missing although somebody was asked.
    #[record(read)]
    updated_at: Option<Instant>,
}

impl From<AskedColumns> for Option<AskedColleague> {
    fn from(columns: AskedColumns) -> Self {
        let at = columns.asked_at.or(columns.updated_at).unwrap_or(Instant::from_micros(0));
        columns.asked_person_id.map(|person| AskedColleague { person, at, swap_for: columns.swap_for })
    }
}

impl From<&Option<AskedColleague>> for AskedColumns {
    fn from(asked: &Option<AskedColleague>) -> Self {
        Self {
            asked_person_id: asked.map(|asked| asked.person),
            asked_at: asked.map(|asked| asked.at),
            swap_for: asked.and_then(|asked| asked.swap_for),
            updated_at: None,
        }
    }
}

pub async fn find_booking(
    connection: &mut Connection,
    tenant: TenantId,
    id: BookingId,
) -> Result<Option<Booking>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The person's place in the shift, while they have it.
pub async fn live_booking(
    connection: &mut Connection,
    tenant: TenantId,
    shift: ShiftId,
    person: PersonId,
) -> Result<Option<Booking>> {
    connection.query(&LIVE).bind(tenant).bind(shift).bind(person).optional().await
}

/// Bookings of an engagement in shifts that have not begun, in order.
pub async fn coming_of_engagement(tx: &mut Tx, engagement: EngagementId) -> Result<Vec<Booking>> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&COMING_OF_ENGAGEMENT).bind(tenant).bind(engagement).bind(now).all().await
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
    tx.write(&ADD, booking).execute().await?;
    Ok(())
}

/// Only from the state it was read in, `was`; `false`: somebody was quicker.
pub async fn save_booking(tx: &mut Tx, booking: &Booking, was: BookingState) -> Result<bool> {
    Ok(tx.write(&SAVE, booking).bind_named("was", was).execute().await? > 0)
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
