//! The yes to being found (FX-21): given for single fields, for a year, in words that have a number.

use samskab_kernel::{Day, Id, Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Event, Result, Tx};
use samskab_taskbank::task::store::{codes_text, listed};
use serde::Serialize;
use uuid::Uuid;

use super::{Field, months_after};

/// The mark of a consent.
pub enum ConsentRow {}
pub type ConsentId = Id<ConsentRow>;

/// A consent, with what it was given for and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub id: ConsentId,
    pub person: PersonId,
    /// The version of the words that were read; see `catalogue/consent.toml`.
    pub text_version: i64,
    pub fields: Vec<Field>,
    pub given_at: Instant,
    /// The first instant at which it is no longer valid.
    pub expires_at: Instant,
    pub reminded_at: Option<Instant>,
    /// Or replaced by the next one.
    pub withdrawn_at: Option<Instant>,
}

impl Consent {
    /// The last day on which it is valid.
    pub fn last_day(&self) -> Day {
        self.expires_at.day().plus_days(-1)
    }
}

/// The last instant, or rather the first after it, of a consent given on `day`.
pub fn end_of(day: Day, months: i64) -> Instant {
    months_after(day, months).end()
}

samskab_store::statements! {
    OF_PERSON = "select id, person_id, text_version, fields, given_at, expires_at, reminded_at, withdrawn_at
                 from volunteer_consent where tenant_id = $1 and person_id = $2 order by given_at desc, id desc";
    GIVE = "insert into volunteer_consent (id, tenant_id, person_id, text_version, fields, given_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7)";
    WITHDRAW = "update volunteer_consent set withdrawn_at = $3
                where tenant_id = $1 and person_id = $2 and withdrawn_at is null";
}

#[derive(samskab_store::Row)]
struct Row {
    id: ConsentId,
    person_id: PersonId,
    text_version: i64,
    fields: String,
    given_at: Instant,
    expires_at: Instant,
    reminded_at: Option<Instant>,
    withdrawn_at: Option<Instant>,
}

/// Every consent of a person, the newest first.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Consent>> {
    let rows: Vec<Row> = connection.query(&OF_PERSON).bind(tenant).bind(person).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| Consent {
            id: row.id,
            person: row.person_id,
            text_version: row.text_version,
            fields: listed(&row.fields),
            given_at: row.given_at,
            expires_at: row.expires_at,
            reminded_at: row.reminded_at,
            withdrawn_at: row.withdrawn_at,
        })
        .collect())
}

/// Gives a consent at the transaction's time, in place of the one before.
pub async fn give(
    tx: &mut Tx,
    person: PersonId,
    fields: &[Field],
    text_version: i64,
    expires_at: Instant,
) -> Result<()> {
    let (tenant, now, id) = (tx.tenant(), tx.now(), tx.new_id::<ConsentRow>());
    withdraw(tx, person).await?;
    tx.query(&GIVE)
        .bind(id)
        .bind(tenant)
        .bind(person)
        .bind(text_version)
        .bind(codes_text(fields))
        .bind(now)
        .bind(expires_at)
        .execute()
        .await?;
    Ok(())
}

/// Withdraws the consent, so that nobody sees the CV any more. Returns whether there was one.
pub async fn withdraw(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    Ok(tx.query(&WITHDRAW).bind(tenant).bind(person).bind(now).execute().await? > 0)
}

/// What the CV shows, or until when, has changed: given, renewed or withdrawn.
#[derive(Serialize)]
pub struct ConsentChanged {
    #[serde(skip)]
    pub person: PersonId,
    /// The fields from now on; none: withdrawn.
    pub fields: Vec<Field>,
}
impl Event for ConsentChanged {
    const KIND: &'static str = "volunteer.consent_changed";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}
