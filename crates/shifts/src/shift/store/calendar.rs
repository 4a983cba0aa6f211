//! The table `calendar_address`.

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;

samskab_store::statements! {
    OF_PERSON = CalendarAddress::SELECT, "where d.tenant_id = $1 and d.person_id = $2";
    BY_SECRET = CalendarAddress::SELECT, "where d.tenant_id = $1 and d.token_hash = $2";
    ADD = "insert into calendar_address (token_hash, tenant_id, person_id, created_at, alarm_minutes)
           values ($1, $2, $3, $4, $5)";
    SET_ALARM = "update calendar_address set alarm_minutes = $3 where tenant_id = $1 and person_id = $2";
    REMOVE = "delete from calendar_address where tenant_id = $1 and person_id = $2";
    NOTE_READ = "update calendar_address set last_read_at = $3 where tenant_id = $1 and person_id = $2";
}

/// A personal calendar's secret address, without the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, samskab_store::Row)]
#[record(table = "calendar_address", alias = "d")]
pub struct CalendarAddress {
    #[record(column = "person_id")]
    pub person: PersonId,
    pub created_at: Instant,
    /// When a calendar program last read it; noted once an hour at most.
    pub last_read_at: Option<Instant>,
    /// How long before a shift the calendar rings; `None`: not at all.
    pub alarm_minutes: Option<i64>,
}

pub async fn calendar_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Option<CalendarAddress>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).optional().await
}

/// The calendar address with this `secret`, as it is in the address.
pub async fn calendar_by_secret(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<CalendarAddress>> {
    connection.query(&BY_SECRET).bind(tenant).bind(token::hash(secret)).optional().await
}

/// A new address; the one before no longer works, and its alarm goes on.
pub async fn replace_calendar(tx: &mut Tx, person: PersonId, secret: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let alarm = calendar_of_person(tx, tenant, person).await?.and_then(|address| address.alarm_minutes);
    close_calendar(tx, person).await?;
    let add = tx.query(&ADD).bind(token::hash(secret)).bind(tenant).bind(person).bind(now).bind(alarm);
    add.execute().await?;
    Ok(())
}

/// Whether there is an address to ring for.
pub async fn set_alarm(tx: &mut Tx, person: PersonId, minutes: Option<i64>) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&SET_ALARM).bind(tenant).bind(person).bind(minutes).execute().await? == 1)
}

/// Removes the calendar address of a person; returns whether there was one.
pub async fn close_calendar(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&REMOVE).bind(tenant).bind(person).execute().await? > 0)
}

pub async fn note_calendar_read(tx: &mut Tx, person: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&NOTE_READ).bind(tenant).bind(person).bind(now).execute().await?;
    Ok(())
}
