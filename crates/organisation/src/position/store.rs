//! The SQL of positions, appointments, absences, liaisons and waivers.

use samskab_kernel::{
    Day, Id, TenantId, Validity,
    contact::{Email, Phone},
};
use samskab_store::{Connection, Result, Tx};
use uuid::Uuid;

use super::{
    Absence, AbsenceId, Appointment, AppointmentId, Capacity, Held, Position, PositionId, PositionKind,
    Waiver, WaiverId,
};
use crate::{person::PersonId, unit::UnitId};

/// Every column of [`HeldRow`]: positions with who holds them on the day `$2`.
const HELD_POSITIONS: &str =
    "select p.id, p.unit_id, p.kind, p.title, p.share, p.hours_per_week, p.reports_to, p.topics, p.phone, p.email,
        p.valid_from, p.valid_to, l.id as liaison_id, a.id as appointment_id, a.person_id, a.capacity,
        a.valid_from as appointed_from, a.valid_to as appointed_to, n.name as person_name,
        n.phone as person_phone, n.email as person_email,
        (select max(b.last_day) from absence b where b.tenant_id = p.tenant_id and b.person_id = a.person_id
         and b.first_day <= $2 and b.last_day >= $2) as away_until
    from position p
    left join liaison l on l.tenant_id = p.tenant_id and l.position_id = p.id
        and l.valid_from <= $2 and (l.valid_to is null or l.valid_to >= $2)
    left join appointment a on a.tenant_id = p.tenant_id and a.position_id = p.id
        and a.valid_from <= $2 and (a.valid_to is null or a.valid_to >= $2)
    left join person n on n.id = a.person_id";

samskab_store::statements! {
    ALL = HELD_POSITIONS, "where p.tenant_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)
        order by p.valid_from, p.id, a.valid_from, a.id";
    OF_UNITS = HELD_POSITIONS,
        "where p.tenant_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)
          and (p.kind = 'central_coordinator' or p.unit_id in ({list}))
        order by p.valid_from, p.id, a.valid_from, a.id";
    /// Without the condition that the position stands on the day: its page shows what has ended, too.
    BY_ID = HELD_POSITIONS, "where p.tenant_id = $1 and p.id in ({list})
        order by p.valid_from, p.id, a.valid_from, a.id";
    OF_PERSON = "select distinct a.position_id from appointment a join position p on p.id = a.position_id and p.tenant_id = a.tenant_id
                 where a.tenant_id = $1 and a.person_id = $2 and a.valid_from <= $3 and (a.valid_to is null or a.valid_to >= $3)
                   and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)";
    EVERY_APPOINTMENT = "select a.id, a.position_id, a.person_id, a.capacity, a.valid_from, a.valid_to, n.name,
                             coalesce(p.phone, n.phone) as phone, coalesce(p.email, n.email) as email
                         from appointment a join position p on p.id = a.position_id and p.tenant_id = a.tenant_id
                         join person n on n.id = a.person_id
                         where a.tenant_id = $1 and a.position_id = $2 order by a.valid_from desc, a.id";
    ADD = "insert into position (id, tenant_id, unit_id, kind, title, share, hours_per_week, reports_to, topics, phone, email,
               valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    SAVE = "update position set share = $3, hours_per_week = $4, reports_to = $5, topics = $6, phone = $7, email = $8
            where tenant_id = $1 and id = $2";
    END = "update position set valid_to = $3
           where tenant_id = $1 and id = $2 and (valid_to is null or valid_to > $3)";
    END_APPOINTMENTS = "update appointment set valid_to = $3
                        where tenant_id = $1 and position_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_PLANNED_APPOINTMENTS = "delete from appointment where tenant_id = $1 and position_id = $2 and valid_from > $3";
    OF_UNIT = "select id from position
               where tenant_id = $1 and unit_id = $2 and (valid_to is null or valid_to > $3)";
    APPOINT = "insert into appointment (id, tenant_id, position_id, person_id, capacity, valid_from, valid_to)
               values ($1, $2, $3, $4, $5, $6, $7)";
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
    ABSENCES = "select id, person_id, first_day, last_day from absence
                where tenant_id = $1 and person_id = $2 and last_day >= $3 order by first_day";
    ADD_ABSENCE = "insert into absence (id, tenant_id, person_id, first_day, last_day) values ($1, $2, $3, $4, $5)";
    REMOVE_ABSENCE = "delete from absence where tenant_id = $1 and id = $2 and person_id = $3";
    WAIVERS = "select id, unit_id, reason, valid_from, valid_to from contact_waiver
               where tenant_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2) order by valid_from, id";
    ADD_WAIVER = "insert into contact_waiver (id, tenant_id, unit_id, reason, valid_from, valid_to)
                  values ($1, $2, $3, $4, $5, $6)";
    END_WAIVER = "update contact_waiver set valid_to = $3
                  where tenant_id = $1 and unit_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_WAIVER = "delete from contact_waiver where tenant_id = $1 and unit_id = $2 and valid_from > $3";
}

#[derive(sqlx::FromRow)]
struct HeldRow {
    id: PositionId,
    unit_id: UnitId,
    kind: PositionKind,
    title: String,
    share: String,
    hours_per_week: Option<i64>,
    reports_to: Option<PositionId>,
    topics: String,
    phone: Option<Phone>,
    email: Option<Email>,
    valid_from: Day,
    valid_to: Option<Day>,
    liaison_id: Option<Uuid>,
    appointment_id: Option<AppointmentId>,
    person_id: Option<PersonId>,
    capacity: Option<Capacity>,
    appointed_from: Option<Day>,
    appointed_to: Option<Day>,
    person_name: Option<String>,
    person_phone: Option<Phone>,
    person_email: Option<Email>,
    away_until: Option<Day>,
}

impl HeldRow {
    fn appointment(&self) -> Option<Appointment> {
        let capacity = self.capacity?;
        // What stands at the position is the holder's way in; a deputy has their own.
        let of_position = capacity == Capacity::Holder;
        Some(Appointment {
            id: self.appointment_id?,
            position: self.id,
            person: self.person_id?,
            name: self.person_name.clone()?,
            phone: self.phone.clone().filter(|_| of_position).or_else(|| self.person_phone.clone()),
            email: self.email.clone().filter(|_| of_position).or_else(|| self.person_email.clone()),
            capacity,
            validity: Validity { from: self.appointed_from?, to: self.appointed_to },
            away_until: self.away_until,
        })
    }

    fn position(self) -> Position {
        Position {
            id: self.id,
            unit: self.unit_id,
            kind: self.kind,
            title: self.title,
            share: self.share,
            hours_per_week: self.hours_per_week,
            reports_to: self.reports_to,
            topics: self.topics,
            phone: self.phone,
            email: self.email,
            validity: Validity { from: self.valid_from, to: self.valid_to },
        }
    }
}

/// One `Held` a position; the area's liaison before its other key persons.
fn held(rows: Vec<HeldRow>) -> Vec<Held> {
    let mut all: Vec<Held> = Vec::new();
    for row in rows {
        let appointment = row.appointment();
        match all.last_mut() {
            Some(last) if last.position.id == row.id => last.appointments.extend(appointment),
            _ => {
                let is_liaison = row.liaison_id.is_some();
                all.push(Held {
                    is_liaison,
                    appointments: appointment.into_iter().collect(),
                    position: row.position(),
                });
            }
        }
    }
    all.sort_by_key(|held| !held.is_liaison);
    all
}

/// Every position there is on `day`, with its holders and deputies.
pub async fn all(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Held>> {
    Ok(held(connection.query(&ALL).bind(tenant).bind(day).all().await?))
}

/// The positions in `units` on `day`, and the central coordinators wherever they stand.
pub async fn of_units_and_coordinators(
    connection: &mut Connection,
    tenant: TenantId,
    units: &[UnitId],
    day: Day,
) -> Result<Vec<Held>> {
    Ok(held(connection.query(&OF_UNITS).bind(tenant).bind(day).bind_list(units).all().await?))
}

/// The position, also when it has ended or not begun, with those appointed to it on `day`.
pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: PositionId,
    day: Day,
) -> Result<Option<Held>> {
    Ok(held(connection.query(&BY_ID).bind(tenant).bind(day).bind_list(&[id]).all().await?).pop())
}

/// The positions a person holds, or is deputy in, on `day`.
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

#[derive(sqlx::FromRow)]
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

pub async fn add(tx: &mut Tx, position: &Position) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(position.id)
        .bind(tenant)
        .bind(position.unit)
        .bind(position.kind)
        .bind(position.title.clone())
        .bind(position.share.clone())
        .bind(position.hours_per_week)
        .bind(position.reports_to)
        .bind(position.topics.clone())
        .bind(position.phone.clone())
        .bind(position.email.clone())
        .bind(position.validity.from)
        .bind(position.validity.to)
        .execute()
        .await?;
    Ok(())
}

/// How the position is reached and what it is asked about. Its title and place never change: that is a new position.
pub async fn save(tx: &mut Tx, position: &Position) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SAVE)
        .bind(tenant)
        .bind(position.id)
        .bind(position.share.clone())
        .bind(position.hours_per_week)
        .bind(position.reports_to)
        .bind(position.topics.clone())
        .bind(position.phone.clone())
        .bind(position.email.clone())
        .execute()
        .await?;
    Ok(())
}

/// The position ends with `last_day`, and with it every appointment to it and its being liaison.
pub async fn end(tx: &mut Tx, id: PositionId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    for statement in
        [&END, &END_APPOINTMENTS, &FORGET_PLANNED_APPOINTMENTS, &END_LIAISON_OF, &FORGET_LIAISON_OF]
    {
        tx.query(statement).bind(tenant).bind(id).bind(last_day).execute().await?;
    }
    Ok(())
}

/// Every position of a unit that closes ends with it.
pub async fn end_all(tx: &mut Tx, unit: UnitId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    let positions: Vec<PositionId> =
        tx.query(&OF_UNIT).bind(tenant).bind(unit).bind(last_day).scalars().await?;
    for position in positions {
        end(tx, position, last_day).await?;
    }
    Ok(())
}

pub async fn appoint(
    tx: &mut Tx,
    position: PositionId,
    person: PersonId,
    capacity: Capacity,
    validity: Validity,
) -> Result<AppointmentId> {
    let (tenant, id) = (tx.tenant(), tx.new_id());
    tx.query(&APPOINT)
        .bind::<AppointmentId>(id)
        .bind(tenant)
        .bind(position)
        .bind(person)
        .bind(capacity)
        .bind(validity.from)
        .bind(validity.to)
        .execute()
        .await?;
    Ok(id)
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

#[derive(sqlx::FromRow)]
struct AbsenceRow {
    id: AbsenceId,
    person_id: PersonId,
    first_day: Day,
    last_day: Day,
}

/// The person's absences that have not ended before `day`.
pub async fn absences(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<Absence>> {
    let rows: Vec<AbsenceRow> = connection.query(&ABSENCES).bind(tenant).bind(person).bind(day).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| Absence {
            id: row.id,
            person: row.person_id,
            first_day: row.first_day,
            last_day: row.last_day,
        })
        .collect())
}

pub async fn add_absence(tx: &mut Tx, person: PersonId, first_day: Day, last_day: Day) -> Result<AbsenceId> {
    let (tenant, id) = (tx.tenant(), tx.new_id());
    tx.query(&ADD_ABSENCE)
        .bind::<AbsenceId>(id)
        .bind(tenant)
        .bind(person)
        .bind(first_day)
        .bind(last_day)
        .execute()
        .await?;
    Ok(id)
}

/// Whether there was one to remove: nothing happens when the absence is somebody else's.
pub async fn remove_absence(tx: &mut Tx, person: PersonId, id: AbsenceId) -> Result<bool> {
    let tenant = tx.tenant();
    let removed = tx.query(&REMOVE_ABSENCE).bind(tenant).bind(id).bind(person).execute().await?;
    Ok(removed > 0)
}

#[derive(sqlx::FromRow)]
struct WaiverRow {
    id: WaiverId,
    unit_id: UnitId,
    reason: String,
    valid_from: Day,
    valid_to: Option<Day>,
}

/// The units that have said why a local contact is not appropriate, on `day` (RS-18).
pub async fn waivers(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Waiver>> {
    let rows: Vec<WaiverRow> = connection.query(&WAIVERS).bind(tenant).bind(day).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| Waiver {
            id: row.id,
            unit: row.unit_id,
            reason: row.reason,
            validity: Validity { from: row.valid_from, to: row.valid_to },
        })
        .collect())
}

/// From `from` on the unit needs no local contact, because `reason`; a reason before ends.
pub async fn waive(tx: &mut Tx, unit: UnitId, reason: &str, validity: Validity) -> Result<()> {
    end_waiver(tx, unit, validity.from.plus_days(-1)).await?;
    let (tenant, id) = (tx.tenant(), tx.new_id());
    tx.query(&ADD_WAIVER)
        .bind::<WaiverId>(id)
        .bind(tenant)
        .bind(unit)
        .bind(reason.to_owned())
        .bind(validity.from)
        .bind(validity.to)
        .execute()
        .await?;
    Ok(())
}

pub async fn end_waiver(tx: &mut Tx, unit: UnitId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    for statement in [&END_WAIVER, &FORGET_WAIVER] {
        tx.query(statement).bind(tenant).bind(unit).bind(last_day).execute().await?;
    }
    Ok(())
}
