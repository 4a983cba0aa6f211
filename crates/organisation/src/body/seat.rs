//! The table `body_seat`: who sits in a body, and since when. A seat is never overwritten; it ends (VB-13).

use samskab_kernel::{Day, Id, Instant, TenantId, Validity, codes};
use samskab_store::{Connection, Record, Result, Tx};

use super::{BodyId, members::speakers};
use crate::{T, association, id::AssociationId, person::PersonId, position::PositionId};

/// The mark of a seat.
pub enum SeatRow {}
pub type SeatId = Id<SeatRow>;

codes! {
    pub enum SeatRole {
        Chair => "chair",
        DeputyChair => "deputy_chair",
        /// Calls the meetings and writes the minutes (RS-21).
        Secretary => "secretary",
        Member => "member",
    }
}

impl SeatRole {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Chair => t.seat_role_chair(),
            Self::DeputyChair => t.seat_role_deputy_chair(),
            Self::Secretary => t.seat_role_secretary(),
            Self::Member => t.seat_role_member(),
        }
    }

    /// Calls the meetings, and writes and signs what was decided.
    pub fn runs_meetings(self) -> bool {
        !matches!(self, Self::Member)
    }
}

/// Who has the seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Whoever holds the position (RD-16).
    Position(PositionId),
    Person(PersonId),
    Association(AssociationId),
    /// Nobody any more: the holder was deleted.
    Nobody,
}

#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "body_seat", alias = "k")]
pub struct Seat {
    pub id: SeatId,
    #[record(column = "body_id", fixed)]
    pub body: BodyId,
    #[record(flatten = HolderColumns, fixed)]
    pub holder: Holder,
    pub role: SeatRole,
    /// "valgt af handicaporganisationerne"
    pub note: String,
    #[record(flatten)]
    pub validity: Validity,
    /// The seat whose work it goes on with: the same holder for another term, or somebody else.
    #[record(column = "follows_id", fixed)]
    pub follows: Option<SeatId>,
    /// Its holder was told that it ends.
    pub told_at: Option<Instant>,
    /// When it was decided, with a reason, that nobody is to follow on this seat.
    pub closed_at: Option<Instant>,
    pub closed_reason: String,
}

impl Seat {
    pub fn new(id: SeatId, body: BodyId, holder: Holder, role: SeatRole, validity: Validity) -> Self {
        Self {
            id,
            body,
            holder,
            role,
            note: String::new(),
            validity,
            follows: None,
            told_at: None,
            closed_at: None,
            closed_reason: String::new(),
        }
    }
}

#[derive(Record)]
struct HolderColumns {
    position_id: Option<PositionId>,
    person_id: Option<PersonId>,
    association_id: Option<AssociationId>,
}

impl From<HolderColumns> for Holder {
    fn from(columns: HolderColumns) -> Self {
        match (columns.position_id, columns.person_id, columns.association_id) {
            (Some(position), ..) => Self::Position(position),
            (_, Some(person), _) => Self::Person(person),
            (.., Some(association)) => Self::Association(association),
            _ => Self::Nobody,
        }
    }
}

impl From<&Holder> for HolderColumns {
    fn from(holder: &Holder) -> Self {
        let none = Self { position_id: None, person_id: None, association_id: None };
        match *holder {
            Holder::Position(position) => Self { position_id: Some(position), ..none },
            Holder::Person(person) => Self { person_id: Some(person), ..none },
            Holder::Association(association) => Self { association_id: Some(association), ..none },
            Holder::Nobody => none,
        }
    }
}

/// Seats that somebody has on a day, as themselves, by a position or for an association whose contact they are.
const HELD_BY: &str = "where k.tenant_id = $1
            and k.valid_from <= $3 and (k.valid_to is null or k.valid_to >= $3)
            and (k.person_id = $2
              or k.position_id in (select h.position_id from appointment h where h.tenant_id = $1 and h.person_id = $2
                   and h.capacity = 'holder' and h.valid_from <= $3 and (h.valid_to is null or h.valid_to >= $3))
              or k.association_id in (select c.association_id from association_contact c
                   join association s on s.id = c.association_id where c.tenant_id = $1 and s.state = 'approved'
                   and c.person_id = $2 and c.valid_from <= $3 and (c.valid_to is null or c.valid_to >= $3)))";

/// Whoever holds the seat does not go on: in no seat that follows it, and in no later one of the same role that follows none.
const NOT_RENEWED: &str = "and not exists (select 1 from body_seat n where n.tenant_id = $1 and n.body_id = k.body_id
                            and (n.person_id = k.person_id or n.position_id = k.position_id or n.association_id = k.association_id)
                            and (n.follows_id = k.id
                              or n.follows_id is null and n.role = k.role and n.valid_from > k.valid_to)
                            and (n.valid_to is null or n.valid_to >= n.valid_from))";

samskab_store::statements! {
    OF_BODY = Seat::SELECT, "where k.tenant_id = $1 and k.body_id = $2 order by k.valid_from, k.id";
    FIND = Seat::SELECT, "where k.tenant_id = $1 and k.id = $2";
    LOCK = "update body_seat set valid_to = valid_to where tenant_id = $1 and id = $2";
    ADD = Seat::INSERT;
    SAVE = Seat::UPDATE;
    OF_PERSON = "select k.id, k.body_id, k.role, k.association_id from body_seat k", HELD_BY;
    /// What has ended or ends until a day, and nobody goes on and nobody has said that nobody is to. A seat that was taken
    /// back before it began neither ends nor follows.
    OPEN_ENDS = Seat::SELECT, "where k.tenant_id = $1 and k.valid_to is not null and k.valid_to <= $2 and k.closed_at is null
            and k.valid_to >= k.valid_from
            and not exists (select 1 from body_seat n where n.tenant_id = $1 and n.follows_id = k.id
                            and (n.valid_to is null or n.valid_to >= n.valid_from))",
            NOT_RENEWED, "order by k.valid_to, k.id limit 500";
    /// Seats that end between two days and whose holders have not been told and do not go on.
    UNTOLD = Seat::SELECT, "where k.tenant_id = $1 and k.valid_to >= $2 and k.valid_to <= $3 and k.told_at is null
            and k.valid_to >= k.valid_from", NOT_RENEWED, "order by k.body_id, k.valid_to, k.id limit 500";
    TELL = "update body_seat set told_at = $3 where tenant_id = $1 and id = $2 and told_at is null";
    /// The bodies that have a chair, a deputy chair or a secretary on a day, and somebody who is it.
    WITH_RUNNER = "select distinct k.body_id from body_seat k where k.tenant_id = $1
            and k.role in ('chair', 'deputy_chair', 'secretary')
            and k.valid_from <= $2 and (k.valid_to is null or k.valid_to >= $2)
            and (k.person_id is not null
              or k.position_id in (select h.position_id from appointment h where h.tenant_id = $1
                   and h.capacity = 'holder' and h.valid_from <= $2 and (h.valid_to is null or h.valid_to >= $2))
              or k.association_id in (select c.association_id from association_contact c
                   join association s on s.id = c.association_id where c.tenant_id = $1 and s.state = 'approved'
                   and c.valid_from <= $2 and (c.valid_to is null or c.valid_to >= $2)))";
}

/// All seats of a body, past ones too, the oldest first.
#[samskab_store::compiled_once]
pub async fn of_body(connection: &mut Connection, tenant: TenantId, body: BodyId) -> Result<Vec<Seat>> {
    connection.query(&OF_BODY).bind(tenant).bind(body).all().await
}

#[samskab_store::compiled_once]
pub async fn find(connection: &mut Connection, tenant: TenantId, id: SeatId) -> Result<Option<Seat>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// Locks the seat: others who write about it wait until the transaction ends.
#[samskab_store::compiled_once]
pub async fn lock(tx: &mut Tx, id: SeatId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    Ok(())
}

type OwnSeat = (SeatId, BodyId, SeatRole, Option<AssociationId>);

/// The bodies that somebody sits in by a seat, with the role. One query; two where they are the contact of an association
/// that sits somewhere.
#[samskab_store::compiled_once]
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<(BodyId, SeatRole)>> {
    let own = own(connection, tenant, person, day).await?;
    Ok(own.into_iter().map(|(_, body, role, _)| (body, role)).collect())
}

/// The seats themselves, in as many queries.
#[samskab_store::compiled_once]
pub async fn ids_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<SeatId>> {
    let own = own(connection, tenant, person, day).await?;
    Ok(own.into_iter().map(|(id, ..)| id).collect())
}

/// For an association one sits there, whoever else is its contact: the same as [`super::members`] says.
async fn own(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<OwnSeat>> {
    let mut seats: Vec<OwnSeat> =
        connection.query(&OF_PERSON).bind(tenant).bind(person).bind(day).all().await?;
    let associations: Vec<AssociationId> =
        seats.iter().filter_map(|(.., association)| *association).collect();
    if associations.is_empty() {
        return Ok(seats);
    }
    let speakers = speakers(&association::store::contacts(connection, tenant, &associations, day).await?);
    seats.retain(|(.., association)| association.is_none_or(|id| speakers.get(&id) == Some(&person)));
    Ok(seats)
}

/// Seats of all bodies that have ended or end until `day`, with nothing said about who follows; the earliest first.
#[samskab_store::compiled_once]
pub async fn open_ends(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Seat>> {
    connection.query(&OPEN_ENDS).bind(tenant).bind(day).all().await
}

/// Seats that end between two days, and whose holder has neither been told nor goes on; by body.
#[samskab_store::compiled_once]
pub async fn untold(
    connection: &mut Connection,
    tenant: TenantId,
    (from, to): (Day, Day),
) -> Result<Vec<Seat>> {
    connection.query(&UNTOLD).bind(tenant).bind(from).bind(to).all().await
}

/// Its holder is told that it ends; false when they were already.
#[samskab_store::compiled_once]
pub async fn tell(tx: &mut Tx, id: SeatId) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    Ok(tx.query(&TELL).bind(tenant).bind(id).bind(now).execute().await? == 1)
}

/// The bodies whose meetings somebody runs by a seat. One query.
#[samskab_store::compiled_once]
pub async fn with_runner(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<BodyId>> {
    connection.query(&WITH_RUNNER).bind(tenant).bind(day).scalars().await
}

#[samskab_store::compiled_once]
pub async fn add(tx: &mut Tx, seat: &Seat) -> Result<()> {
    tx.write(&ADD, seat).execute().await?;
    Ok(())
}

#[samskab_store::compiled_once]
pub async fn save(tx: &mut Tx, seat: &Seat) -> Result<()> {
    tx.write(&SAVE, seat).execute().await?;
    Ok(())
}
