//! Bookings together with what pages show beside them.

use samskab_kernel::{
    Instant, TenantId,
    contact::{Email, Phone},
};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result};

use super::{
    bookings::{COMING_OF_PERSON, OF_SHIFTS, Row},
    shifts::find_many,
};
use crate::{
    shift::{Booking, BookingId, Shift, ShiftId},
    task::TaskId,
};

samskab_store::statements! {
    BUSY = "select b.id as booking, s.id as shift, s.task_id as task, s.starts_at, s.ends_at, t.title, t.latitude, t.longitude
            from booking b join shift s on s.id = b.shift_id join task t on t.id = s.task_id
            where b.tenant_id = $1 and b.person_id = $2 and b.state in ('booked', 'seeking')
              and s.state = 'planned' and s.starts_at < $4 and s.ends_at > $3
            order by s.starts_at, b.id";
}

/// A booking and whose it is.
#[derive(Debug, Clone)]
pub struct BookingLine {
    pub booking: Booking,
    pub name: String,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
}

impl BookingLine {
    /// As colleagues see it: the first name, and the first letter of the last.
    pub fn short_name(&self) -> String {
        short_name(&self.name)
    }
}

/// The first name and the first letter of the last: what colleagues need, and no more (law B.7).
pub fn short_name(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or(name);
    match words.next_back().and_then(|last| last.chars().next()) {
        Some(letter) => format!("{first} {letter}."),
        None => first.to_owned(),
    }
}

#[derive(sqlx::FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    booking: Row,
    name: String,
    email: Option<Email>,
    phone: Option<Phone>,
}

/// Every booking of these shifts, also the ended ones, the oldest first.
pub async fn bookings_of_shifts(
    connection: &mut Connection,
    tenant: TenantId,
    shifts: &[ShiftId],
) -> Result<Vec<BookingLine>> {
    let rows: Vec<LineRow> = connection.query(&OF_SHIFTS).bind(tenant).bind_list(shifts).all().await?;
    let mut lines: Vec<BookingLine> = rows
        .into_iter()
        .map(|row| BookingLine {
            booking: row.booking.into(),
            name: row.name,
            email: row.email,
            phone: row.phone,
        })
        .collect();
    lines.sort_by_key(|line| (line.booking.created_at, line.booking.id));
    Ok(lines)
}

/// A person's place in a shift that is not over.
#[derive(Debug, Clone)]
pub struct Coming {
    pub booking: Booking,
    pub shift: Shift,
    pub task: TaskId,
    /// Of the task.
    pub title: String,
}

#[derive(sqlx::FromRow)]
struct ComingRow {
    #[sqlx(flatten)]
    booking: Row,
    title: String,
    task_id: TaskId,
}

/// The places a person has in shifts that are not over at `from`, in order. Two queries.
pub async fn coming_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    from: Instant,
    limit: i64,
) -> Result<Vec<Coming>> {
    let rows: Vec<ComingRow> =
        connection.query(&COMING_OF_PERSON).bind(tenant).bind(person).bind(from).bind(limit).all().await?;
    let rows: Vec<(Booking, String, TaskId)> =
        rows.into_iter().map(|row| (row.booking.into(), row.title, row.task_id)).collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ShiftId> = rows.iter().map(|(booking, ..)| booking.shift).collect();
    let shifts = find_many(connection, tenant, &ids).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(booking, title, task)| {
            let shift = shifts.iter().find(|shift| shift.id == booking.shift)?.clone();
            Some(Coming { booking, shift, task, title })
        })
        .collect())
}

/// When a person is taken, and where.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Busy {
    pub booking: BookingId,
    pub shift: ShiftId,
    pub task: TaskId,
    pub starts_at: Instant,
    pub ends_at: Instant,
    /// Of the task.
    pub title: String,
    pub(crate) latitude: Option<f64>,
    pub(crate) longitude: Option<f64>,
}

impl Busy {
    /// Of the task's place: latitude and longitude in degrees (WGS 84).
    pub fn place(&self) -> Option<(f64, f64)> {
        self.latitude.zip(self.longitude)
    }
}

/// The shifts a person has a place in between `from` and `to`, in order.
pub async fn busy(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    from: Instant,
    to: Instant,
) -> Result<Vec<Busy>> {
    connection.query(&BUSY).bind(tenant).bind(person).bind(from).bind(to).all().await
}
