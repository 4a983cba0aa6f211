//! The SQL of positions, appointments, absences, liaisons and waivers.

use samskab_kernel::{
    Day, Id, TenantId, Validity,
    contact::{Email, Phone},
    danish::sort_key,
};
use samskab_store::{Connection, Result, Row, Tx};
use uuid::Uuid;

use super::{Absence, AbsenceId, Appointment, AppointmentId, Capacity, Held, Position, PositionId, Waiver};
use crate::{
    person::PersonId,
    unit::{UnitId, events::EndedWithUnit},
};

/// Who holds a position `p` on the day `$2`, and whether it is the liaison.
const WITH_HOLDERS: &str = "left join liaison l on l.tenant_id = p.tenant_id and l.position_id = p.id
        and l.valid_from <= $2 and (l.valid_to is null or l.valid_to >= $2)
    left join appointment a on a.tenant_id = p.tenant_id and a.position_id = p.id
        and a.valid_from <= $2 and (a.valid_to is null or a.valid_to >= $2)
    left join person n on n.id = a.person_id";

const AWAY_UNTIL: &str =
    "(select max(b.last_day) from absence b where b.tenant_id = p.tenant_id and b.person_id = a.person_id
         and b.first_day <= $2 and b.last_day >= $2)";

samskab_store::statements! {
    ALL = HeldRow::SELECT, WITH_HOLDERS, "where p.tenant_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)
        order by p.valid_from, p.id, a.valid_from, a.id";
    OF_UNITS = HeldRow::SELECT, WITH_HOLDERS,
        "where p.tenant_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)
          and (p.kind = 'central_coordinator' or p.unit_id in ({list}))
        order by p.valid_from, p.id, a.valid_from, a.id";
    /// A position even on days on which it does not exist: its page shows ended ones too.
    BY_ID = HeldRow::SELECT, WITH_HOLDERS, "where p.tenant_id = $1 and p.id in ({list})
        order by p.valid_from, p.id, a.valid_from, a.id";
    OF_PERSON = "select distinct a.position_id from appointment a join position p on p.id = a.position_id and p.tenant_id = a.tenant_id
                 where a.tenant_id = $1 and a.person_id = $2 and a.valid_from <= $3 and (a.valid_to is null or a.valid_to >= $3)
                   and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)";
    EVERY_APPOINTMENT = "select a.id, a.position_id, a.person_id, a.capacity, a.valid_from, a.valid_to, n.name,
                             coalesce(p.phone, n.phone) as phone, coalesce(p.email, n.email) as email
                         from appointment a join position p on p.id = a.position_id and p.tenant_id = a.tenant_id
                         join person n on n.id = a.person_id
                         where a.tenant_id = $1 and a.position_id = $2 order by a.valid_from desc, a.id";
    ADD = Position::INSERT;
    SAVE = Position::UPDATE;
    END = "update position set valid_to = $3
           where tenant_id = $1 and id = $2 and (valid_to is null or valid_to > $3)";
    END_APPOINTMENTS = "update appointment set valid_to = $3
                        where tenant_id = $1 and position_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_PLANNED_APPOINTMENTS = "delete from appointment where tenant_id = $1 and position_id = $2 and valid_from > $3";
    REOPEN = "update position set valid_to = null where tenant_id = $1 and id = $2 and valid_to = $3";
    REOPEN_APPOINTMENTS = "update appointment set valid_to = null
                           where tenant_id = $1 and position_id = $2 and valid_to = $3";
    REOPEN_LIAISON = "update liaison set valid_to = null
                      where tenant_id = $1 and position_id = $2 and valid_to = $3";
    /// Held to a day after the last.
    CUT = "select a.id, a.valid_to as until from appointment a join position p on p.id = a.position_id
           where a.tenant_id = $1 and p.unit_id = $2 and a.valid_from <= $3 and a.valid_to > $3 order by a.id";
    RESTORE_END = "update appointment set valid_to = $3 where tenant_id = $1 and id = $2 and valid_to is null";
    COORDINATORS = "select count(*) from position p join appointment a on a.tenant_id = p.tenant_id and a.position_id = p.id
                    where p.tenant_id = $1 and p.kind = 'central_coordinator'
                      and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)
                      and a.valid_from <= $2 and (a.valid_to is null or a.valid_to >= $2)";
    /// Administrators of today and of days to come.
    ADMINISTRATORS = "select a.person_id, p.unit_id, a.valid_from
                      from position p join appointment a on a.tenant_id = p.tenant_id and a.position_id = p.id
                      where p.tenant_id = $1 and p.kind = 'administrator' and (p.valid_to is null or p.valid_to >= $2)
                        and (a.valid_to is null or a.valid_to >= $2)";
    OF_UNIT = "select id from position
               where tenant_id = $1 and unit_id = $2 and (valid_to is null or valid_to > $3)";
    pub(crate) REMOVE_APPOINTMENT = "delete from appointment where tenant_id = $1 and id = $2";
    pub(crate) APPOINT = "insert into appointment (id, tenant_id, position_id, person_id, capacity, valid_from, valid_to)
               values (:id, :tenant_id, :position_id, :person_id, :capacity, :valid_from, :valid_to)";
    END_APPOINTMENT = "update appointment set valid_to = $3
                       where tenant_id = $1 and id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_APPOINTMENT = "delete from appointment where tenant_id = $1 and id = $2 and valid_from > $3";
    ADD_LIAISON = "insert into liaison (id, tenant_id, unit_id, position_id, valid_from, valid_to)
                   values ($1, $2, $3, $4, $5, null)";
    END_LIAISON = "update liaison set valid_to = $3
                   where tenant_id = $1 and unit_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_LIAISON = "delete from liaison where tenant_id = $1 and unit_id = $2 and valid_from > $3";
    END_LIAISON_OF = "update liaison set valid_to = $3
                      where tenant_id = $1 and position_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_LIAISON_OF = "delete from liaison where tenant_id = $1 and position_id = $2 and valid_from > $3";
    ABSENCES = Absence::SELECT, "where tenant_id = $1 and person_id = $2 and last_day >= $3 order by first_day";
    ADD_ABSENCE = Absence::INSERT;
    REMOVE_ABSENCE = "delete from absence where tenant_id = $1 and id = $2 and person_id = $3";
    WAIVERS = Waiver::SELECT, "where tenant_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)
        order by valid_from, id";
    ADD_WAIVER = Waiver::INSERT;
    END_WAIVER = "update contact_waiver set valid_to = $3
                  where tenant_id = $1 and unit_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_WAIVER = "delete from contact_waiver where tenant_id = $1 and unit_id = $2 and valid_from > $3";
}

#[derive(Row)]
#[record(table = "position", alias = "p")]
struct HeldRow {
    #[record(flatten)]
    position: Position,
    #[record(sql = "l.id")]
    liaison_id: Option<Uuid>,
    #[record(sql = "a.id")]
    appointment_id: Option<AppointmentId>,
    #[record(sql = "a.person_id")]
    person_id: Option<PersonId>,
    #[record(sql = "a.capacity")]
    capacity: Option<Capacity>,
    #[record(sql = "a.valid_from")]
    appointed_from: Option<Day>,
    #[record(sql = "a.valid_to")]
    appointed_to: Option<Day>,
    #[record(sql = "n.name")]
    person_name: Option<String>,
    #[record(sql = "n.phone")]
    person_phone: Option<Phone>,
    #[record(sql = "n.email")]
    person_email: Option<Email>,
    #[record(sql = AWAY_UNTIL)]
    away_until: Option<Day>,
}

impl HeldRow {
    fn appointment(&self) -> Option<Appointment> {
        let capacity = self.capacity?;
        let position = &self.position;
        // Contact details of the position are the holder's; a deputy has their own.
        let of_position = capacity == Capacity::Holder;
        Some(Appointment {
            id: self.appointment_id?,
            position: position.id,
            person: self.person_id?,
            name: self.person_name.clone()?,
            phone: position.phone.clone().filter(|_| of_position).or_else(|| self.person_phone.clone()),
            email: position.email.clone().filter(|_| of_position).or_else(|| self.person_email.clone()),
            capacity,
            validity: Validity { from: self.appointed_from?, to: self.appointed_to },
            away_until: self.away_until,
        })
    }
}

/// One `Held` for each position; the area's liaison before its other key persons.
fn held(rows: Vec<HeldRow>) -> Vec<Held> {
    let mut all: Vec<Held> = Vec::new();
    for row in rows {
        let appointment = row.appointment();
        match all.last_mut() {
            Some(last) if last.position.id == row.position.id => last.appointments.extend(appointment),
            _ => {
                let is_liaison = row.liaison_id.is_some();
                all.push(Held {
                    is_liaison,
                    appointments: appointment.into_iter().collect(),
                    position: row.position,
                });
            }
        }
    }
    all.sort_by_key(|held| !held.is_liaison);
    all
}

/// Every position there is on `day`, with its holders and deputies.
#[samskab_store::compiled_once]
pub async fn all(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Held>> {
    Ok(held(connection.query(&ALL).bind(tenant).bind(day).all().await?))
}

/// Everybody who has a position on `day`, each once, by name. One query.
pub async fn staff(
    connection: &mut Connection,
    tenant: TenantId,
    day: Day,
) -> Result<Vec<(PersonId, String)>> {
    let held = all(connection, tenant, day).await?;
    let mut people: Vec<(PersonId, String)> =
        held.into_iter().flat_map(|held| held.appointments).map(|one| (one.person, one.name)).collect();
    people.sort_by_cached_key(|(id, name)| (sort_key(name), *id));
    people.dedup_by_key(|(id, _)| *id);
    Ok(people)
}

/// The positions in `units` on `day`, and the central coordinators wherever they stand.
#[samskab_store::compiled_once]
pub async fn of_units_and_coordinators(
    connection: &mut Connection,
    tenant: TenantId,
    units: &[UnitId],
    day: Day,
) -> Result<Vec<Held>> {
    Ok(held(connection.query(&OF_UNITS).bind(tenant).bind(day).bind_list(units).all().await?))
}

/// The position, also when it has ended or not begun, with those appointed to it on `day`.
#[samskab_store::compiled_once]
pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: PositionId,
    day: Day,
) -> Result<Option<Held>> {
    Ok(held(connection.query(&BY_ID).bind(tenant).bind(day).bind_list(&[id]).all().await?).pop())
}

/// The positions a person holds, or is deputy in, on `day`.
#[samskab_store::compiled_once]
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<Held>> {
    let ids: Vec<PositionId> =
        connection.query(&OF_PERSON).bind(tenant).bind(person).bind(day).scalars().await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(held(connection.query(&BY_ID).bind(tenant).bind(day).bind_list(&ids).all().await?))
}

#[derive(Row)]
struct AppointmentRow {
    id: AppointmentId,
    position_id: PositionId,
    person_id: PersonId,
    capacity: Capacity,
    valid_from: Day,
    valid_to: Option<Day>,
    name: String,
    phone: Option<Phone>,
    email: Option<Email>,
}

/// Somebody who is an administrator, or will be from `valid_from` on. Their deputies are administrators too.
#[derive(Row)]
pub struct Administrator {
    pub person_id: PersonId,
    pub unit_id: UnitId,
    pub valid_from: Day,
}

pub async fn administrators(
    connection: &mut Connection,
    tenant: TenantId,
    today: Day,
) -> Result<Vec<Administrator>> {
    connection.query(&ADMINISTRATORS).bind(tenant).bind(today).all().await
}

/// Everybody who was, is or will be appointed to the position, the newest first.
pub async fn every_appointment(
    connection: &mut Connection,
    tenant: TenantId,
    position: PositionId,
) -> Result<Vec<Appointment>> {
    let rows: Vec<AppointmentRow> =
        connection.query(&EVERY_APPOINTMENT).bind(tenant).bind(position).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| Appointment {
            id: row.id,
            position: row.position_id,
            person: row.person_id,
            name: row.name,
            phone: row.phone,
            email: row.email,
            capacity: row.capacity,
            validity: Validity { from: row.valid_from, to: row.valid_to },
            away_until: None,
        })
        .collect())
}

#[samskab_store::compiled_once]
pub async fn add(tx: &mut Tx, position: &Position) -> Result<()> {
    tx.write(&ADD, position).execute().await?;
    Ok(())
}

/// How the position is reached and what it is asked about. Its title and place never change: that is a new position.
#[samskab_store::compiled_once]
pub async fn save(tx: &mut Tx, position: &Position) -> Result<()> {
    tx.write(&SAVE, position).execute().await?;
    Ok(())
}

/// The position ends with `last_day`, and with it every appointment to it and its being liaison.
#[samskab_store::compiled_once]
pub async fn end(tx: &mut Tx, id: PositionId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    for statement in
        [&END, &END_APPOINTMENTS, &FORGET_PLANNED_APPOINTMENTS, &END_LIAISON_OF, &FORGET_LIAISON_OF]
    {
        tx.query(statement).bind(tenant).bind(id).bind(last_day).execute().await?;
    }
    Ok(())
}

/// Ends every position of a unit that closes; returns which they are.
#[samskab_store::compiled_once]
pub async fn end_all(tx: &mut Tx, unit: UnitId, last_day: Day) -> Result<EndedWithUnit> {
    let tenant = tx.tenant();
    let cut = tx.query(&CUT).bind(tenant).bind(unit).bind(last_day).all().await?;
    let positions: Vec<PositionId> =
        tx.query(&OF_UNIT).bind(tenant).bind(unit).bind(last_day).scalars().await?;
    for position in &positions {
        end(tx, *position, last_day).await?;
    }
    Ok(EndedWithUnit { positions: positions.iter().map(|position| position.uuid()).collect(), cut })
}

/// Positions that ended with their unit come back, with those who held them to the last day.
#[samskab_store::compiled_once]
pub async fn reopen(tx: &mut Tx, ended: &EndedWithUnit, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    for position in &ended.positions {
        for statement in [&REOPEN, &REOPEN_APPOINTMENTS, &REOPEN_LIAISON] {
            tx.query(statement).bind(tenant).bind(*position).bind(last_day).execute().await?;
        }
    }
    for cut in &ended.cut {
        tx.query(&RESTORE_END).bind(tenant).bind(cut.id).bind(cut.until).execute().await?;
    }
    Ok(())
}

/// Whether anybody is the municipality's coordinator on `day`.
pub(crate) async fn has_coordinator(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<bool> {
    let count: i64 = connection.query(&COORDINATORS).bind(tenant).bind(day).scalar().await?;
    Ok(count > 0)
}

/// These positions as they stood on `day`, also when they have ended.
#[samskab_store::compiled_once]
pub async fn of_ids(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[PositionId],
    day: Day,
) -> Result<Vec<Held>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(held(connection.query(&BY_ID).bind(tenant).bind(day).bind_list(ids).all().await?))
}

#[samskab_store::compiled_once]
pub async fn remove_appointment(tx: &mut Tx, id: AppointmentId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_APPOINTMENT).bind(tenant).bind(id).execute().await?;
    Ok(())
}

pub async fn appoint(
    tx: &mut Tx,
    position: PositionId,
    person: PersonId,
    capacity: Capacity,
    validity: Validity,
) -> Result<AppointmentId> {
    let id = tx.new_id();
    appoint_as(tx, id, (position, person), capacity, validity).await?;
    Ok(id)
}

/// [`appoint`] under an id that was chosen before.
pub(crate) async fn appoint_as(
    tx: &mut Tx,
    id: AppointmentId,
    (position, person): (PositionId, PersonId),
    capacity: Capacity,
    validity: Validity,
) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&APPOINT)
        .bind_named("id", id)
        .bind_named("tenant_id", tenant)
        .bind_named("position_id", position)
        .bind_named("person_id", person)
        .bind_named("capacity", capacity)
        .bind_named("valid_from", validity.from)
        .bind_named("valid_to", validity.to)
        .execute()
        .await?;
    Ok(())
}

/// The appointment ends with `last_day`; one that would only have begun later never was.
pub async fn end_appointment(tx: &mut Tx, id: AppointmentId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    for statement in [&END_APPOINTMENT, &FORGET_APPOINTMENT] {
        tx.query(statement).bind(tenant).bind(id).bind(last_day).execute().await?;
    }
    Ok(())
}

/// From `from` on this key person is the area's one liaison; the one before ceases the day before (RS-17).
pub async fn make_liaison(tx: &mut Tx, unit: UnitId, position: PositionId, from: Day) -> Result<()> {
    let (tenant, day_before) = (tx.tenant(), from.plus_days(-1));
    for statement in [&END_LIAISON, &FORGET_LIAISON] {
        tx.query(statement).bind(tenant).bind(unit).bind(day_before).execute().await?;
    }
    let id = tx.new_id::<()>();
    tx.query(&ADD_LIAISON)
        .bind(Id::<()>::uuid(id))
        .bind(tenant)
        .bind(unit)
        .bind(position)
        .bind(from)
        .execute()
        .await?;
    Ok(())
}

/// The person's absences that have not ended before `day`.
#[samskab_store::compiled_once]
pub async fn absences(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<Absence>> {
    connection.query(&ABSENCES).bind(tenant).bind(person).bind(day).all().await
}

pub async fn add_absence(tx: &mut Tx, person: PersonId, first_day: Day, last_day: Day) -> Result<AbsenceId> {
    let absence = Absence { id: tx.new_id(), person, first_day, last_day };
    tx.write(&ADD_ABSENCE, &absence).execute().await?;
    Ok(absence.id)
}

/// Whether there was one to remove: nothing happens when the absence is somebody else's.
pub(crate) async fn remove_absence(tx: &mut Tx, person: PersonId, id: AbsenceId) -> Result<bool> {
    let tenant = tx.tenant();
    let removed = tx.query(&REMOVE_ABSENCE).bind(tenant).bind(id).bind(person).execute().await?;
    Ok(removed > 0)
}

/// The units that have said why a local contact is not appropriate, on `day` (RS-18).
#[samskab_store::compiled_once]
pub async fn waivers(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Waiver>> {
    connection.query(&WAIVERS).bind(tenant).bind(day).all().await
}

/// Stores that the unit needs no local contact from `from` on, because `reason`; an earlier reason ends.
pub async fn waive(tx: &mut Tx, unit: UnitId, reason: &str, validity: Validity) -> Result<()> {
    end_waiver(tx, unit, validity.from.plus_days(-1)).await?;
    let waiver = Waiver { id: tx.new_id(), unit, reason: reason.to_owned(), validity };
    tx.write(&ADD_WAIVER, &waiver).execute().await?;
    Ok(())
}

#[samskab_store::compiled_once]
pub async fn end_waiver(tx: &mut Tx, unit: UnitId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    for statement in [&END_WAIVER, &FORGET_WAIVER] {
        tx.query(statement).bind(tenant).bind(unit).bind(last_day).execute().await?;
    }
    Ok(())
}
