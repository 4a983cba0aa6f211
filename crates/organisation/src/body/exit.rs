//! The bodies of a unit that closes, and the seats that end with its positions or with a person: shown before the
//! yes. A seat whose position nobody holds becomes vacant by itself, so nothing must be settled.

use samskab_store::{Connection, Result, Tx};
use samskab_web::{
    Cx, Services,
    exit::{Consequence, Dependents, Exit, Line, Settlement, key_of_role, leaver},
    module::BoxFuture,
};
use uuid::Uuid;

use super::{BodyId, href, seat::SeatRole};
use crate::T;

pub(crate) const DEPENDENTS: Dependents =
    Dependents { place: 50, list, settle, take_back: None, counted_on: None };

/// Seats `k` of bodies that are there, by positions `p`, today or later.
const SEATS: &str = "select b.id, b.name, k.role, p.title from body_seat k
    join body b on b.tenant_id = k.tenant_id and b.id = k.body_id
    join position p on p.tenant_id = k.tenant_id and p.id = k.position_id
    where k.tenant_id = $1 and p.unit_id = $2 and (k.valid_to is null or k.valid_to >= $3)
      and (b.valid_to is null or b.valid_to >= $3)";

samskab_store::statements! {
    OF_UNIT = "select id, name from body where tenant_id = $1 and unit_id = $2 and (valid_to is null or valid_to >= $3)
               order by sort_key, id";
    SEATS_OF_UNIT = SEATS, "order by b.sort_key, b.id, k.id";
    SEATS_OF_HOLDER = SEATS, "and p.id in (select h.position_id from appointment h where h.tenant_id = $1
            and h.person_id = $4 and h.capacity = 'holder' and (h.valid_to is null or h.valid_to >= $3))
            order by b.sort_key, b.id, k.id";
    /// With the appointment by which they sit there.
    SEATS_BY_POSITION = "select h.id, b.id, b.name, k.role from body_seat k
        join body b on b.tenant_id = k.tenant_id and b.id = k.body_id
        join position p on p.tenant_id = k.tenant_id and p.id = k.position_id
        join appointment h on h.tenant_id = k.tenant_id and h.position_id = p.id
        where k.tenant_id = $1 and h.person_id = $2 and h.capacity = 'holder' and (h.valid_to is null or h.valid_to >= $3)
          and (k.valid_to is null or k.valid_to >= $3) and (b.valid_to is null or b.valid_to >= $3)
        order by h.id, b.sort_key, b.id, k.id";
}

#[derive(samskab_store::Row)]
struct SeatLine {
    id: BodyId,
    name: String,
    role: SeatRole,
    title: String,
}

impl SeatLine {
    fn line(&self, t: T) -> Line {
        Line::new(t.body_exit_seat(&self.name, self.role.label(t), &self.title), href(self.id))
    }
}

fn list<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    exit: Exit,
) -> BoxFuture<'a, samskab_web::Result<Vec<Consequence>>> {
    Box::pin(async move {
        Ok(match exit {
            Exit::Unit(unit) => of_unit(cx, connection, unit).await?,
            Exit::Holder { person, place } => of_holder(cx, connection, person, place).await?,
            exit => match leaver(exit) {
                Some(person) => with_positions(cx, connection, person).await?,
                None => Vec::new(),
            },
        })
    })
}

/// The appointment, the body and its name, and as what.
type SeatWithPosition = (Uuid, BodyId, String, SeatRole);

/// The seats that go with each position somebody gives up, to whoever gets it.
async fn with_positions(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Consequence>> {
    let t = T(cx.locale);
    let query = connection.query(&SEATS_BY_POSITION).bind(cx.tenant.id).bind(person).bind(cx.today());
    let seats: Vec<SeatWithPosition> = query.all().await?;
    let of_one = |seats: &[SeatWithPosition]| {
        let key = key_of_role(seats.first()?.0);
        let line = |(_, id, name, role): &SeatWithPosition| {
            Line::new(format!("{name}: {}", role.label(t)), href(*id))
        };
        let lines = seats.iter().map(line).collect();
        Some(Consequence::of(lines, |count| t.body_exit_seats_go_along(count))?.following(key))
    };
    Ok(seats.chunk_by(|one, next| one.0 == next.0).filter_map(of_one).collect())
}

async fn of_unit(cx: &Cx, connection: &mut Connection, unit: Uuid) -> Result<Vec<Consequence>> {
    let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.today());
    let bodies: Vec<(BodyId, String)> =
        connection.query(&OF_UNIT).bind(tenant).bind(unit).bind(today).all().await?;
    let seats: Vec<SeatLine> =
        connection.query(&SEATS_OF_UNIT).bind(tenant).bind(unit).bind(today).all().await?;
    let bodies = bodies.into_iter().map(|(id, name)| Line::new(name, href(id))).collect();
    let bodies = Consequence::of(bodies, |count| t.body_exit_bodies(count));
    let bodies = bodies.map(|one| one.with_outcome(t.body_exit_bodies_outcome()));
    Ok(bodies.into_iter().chain(consequence(t, &seats)).collect())
}

async fn of_holder(
    cx: &Cx,
    connection: &mut Connection,
    person: Uuid,
    place: Uuid,
) -> Result<Vec<Consequence>> {
    let query = connection.query(&SEATS_OF_HOLDER).bind(cx.tenant.id).bind(place).bind(cx.today());
    let seats: Vec<SeatLine> = query.bind(person).all().await?;
    Ok(consequence(T(cx.locale), &seats).into_iter().collect())
}

fn consequence(t: T, seats: &[SeatLine]) -> Option<Consequence> {
    let lines = seats.iter().map(|seat| seat.line(t)).collect();
    let seats = Consequence::of(lines, |count| t.body_exit_seats(count));
    seats.map(|one| one.with_outcome(t.body_exit_seats_outcome()))
}

fn settle<'a>(
    _services: &'a Services,
    _tx: &'a mut Tx,
    _exit: Exit,
    _settlement: &'a Settlement,
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async { Ok(()) })
}
