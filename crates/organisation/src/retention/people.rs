//! People whose last role and last sign-in are long past: told after twelve months, deleted after
//! thirteen (law B.7). Nobody with an address is deleted without having been told.

use samskab_kernel::{
    Day, Instant, Locale, TenantId,
    contact::Email,
    jiff::{Span, ToSpan as _},
};
use samskab_mail::Message;
use samskab_store::{Connection, Event, Result, Stamp, Tx};
use samskab_web::{Services, Tenant};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    T,
    letter::Sender,
    person::{self, Person, PersonId},
};

/// Months after the last role and the last sign-in. The text on the privacy page says the same.
pub(crate) const MONTHS_KEPT: i32 = 13;
pub(super) const MONTHS_UNTIL_TOLD: i32 = 12;
/// From the letter to the deletion: time to sign in.
const DAYS_TO_ANSWER: i64 = 28;

/// Somebody was told by mail that the account will be deleted.
#[derive(Serialize)]
pub(crate) struct ToldOfDeletion {
    #[serde(skip)]
    pub person: PersonId,
}
impl Event for ToldOfDeletion {
    const KIND: &'static str = "person.told_of_deletion";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

samskab_store::statements! {
    DUE = "select p.id from person p
           where p.tenant_id = $1 and p.created_at < $2 and (p.last_seen_at is null or p.last_seen_at < $2)
             and not exists (select 1 from appointment a
                             where a.person_id = p.id and (a.valid_to is null or a.valid_to >= $3))
             and not exists (select 1 from association_contact c
                             where c.person_id = p.id and (c.valid_to is null or c.valid_to >= $3))
             and (p.email is null
                  or exists (select 1 from event e
                             where e.tenant_id = p.tenant_id and e.subject_id = p.id and e.kind = $4
                               and e.at <= $5 and e.at > coalesce(p.last_seen_at, p.created_at)))
           order by p.id limit 500";
    TO_TELL = "select p.id, p.name, p.email, p.phone, p.locale, p.mail_choice, p.email_confirmed_at, p.last_seen_at,
                      p.created_at
               from person p
               where p.tenant_id = $1 and p.created_at < $2 and (p.last_seen_at is null or p.last_seen_at < $2)
                 and p.email is not null
                 and not exists (select 1 from appointment a
                                 where a.person_id = p.id and (a.valid_to is null or a.valid_to >= $3))
                 and not exists (select 1 from association_contact c
                                 where c.person_id = p.id and (c.valid_to is null or c.valid_to >= $3))
                 and not exists (select 1 from event e
                                 where e.tenant_id = p.tenant_id and e.subject_id = p.id and e.kind = $4
                                   and e.at > coalesce(p.last_seen_at, p.created_at))
               order by p.id limit 500";
}

fn months_before(now: Instant, months: i32) -> Day {
    let span: Span = months.months();
    now.day().date().checked_sub(span).map_or(now.day(), Day::from)
}

async fn overdue(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<PersonId>> {
    let last_day = months_before(now, MONTHS_KEPT);
    connection
        .query(&DUE)
        .bind(tenant)
        .bind(last_day.start())
        .bind(last_day)
        .bind(ToldOfDeletion::KIND.to_owned())
        .bind(now.plus_days(-DAYS_TO_ANSWER))
        .scalars()
        .await
}

/// Overdue people whom no context keeps: somebody who helps every week may never sign in.
async fn gone(
    services: &Services,
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<Vec<PersonId>> {
    let mut overdue = overdue(connection, tenant, now).await?;
    let staying = staying(services, connection, tenant, now, &overdue).await?;
    overdue.retain(|person| !staying.contains(person));
    Ok(overdue)
}

async fn staying(
    services: &Services,
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    people: &[PersonId],
) -> Result<Vec<PersonId>> {
    let people: Vec<Uuid> = people.iter().map(|person| person.uuid()).collect();
    let mut staying = Vec::new();
    for stays in &services.stays {
        staying.extend(stays(connection, tenant, now, &people).await?);
    }
    Ok(staying.into_iter().map(PersonId::from_uuid).collect())
}

/// How many [`delete`] would delete now, those included whom another context keeps here; 500 at most.
pub(super) async fn due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    let overdue = overdue(connection, tenant, now).await?;
    Ok(i64::try_from(overdue.len()).unwrap_or(i64::MAX))
}

/// Deletes whose time is up, 500 a day at most.
///
/// # Errors
/// When the database fails.
pub async fn delete(services: &Services, tx: &mut Tx) -> Result<u64> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let overdue = gone(services, tx, tenant, now).await?;
    for person in &overdue {
        person::erase(services, tx, *person).await?;
    }
    Ok(overdue.len() as u64)
}

/// Writes once to whoever has had no role and has not signed in for twelve months.
///
/// # Errors
/// When the database fails.
pub async fn tell(services: &Services, tenant: TenantId, now: Instant) -> Result<usize> {
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(0) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let last_day = months_before(now, MONTHS_UNTIL_TOLD);
    let people: Vec<Person> = tx
        .query(&TO_TELL)
        .bind(tenant)
        .bind(last_day.start())
        .bind(last_day)
        .bind(ToldOfDeletion::KIND.to_owned())
        .all()
        .await?;
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    let staying = staying(services, &mut tx, tenant, now, &ids).await?;
    let mut told = 0;
    for person in people.into_iter().filter(|person| !staying.contains(&person.id)) {
        let Some(to) = person.email.clone() else { continue };
        let sign_in = services.absolute(tenant, "/log-ind");
        samskab_mail::send(&mut tx, letter(&municipality, &person, to, person.locale, &sign_in)).await?;
        tx.record(ToldOfDeletion { person: person.id }).await?;
        told += 1;
    }
    tx.commit().await?;
    Ok(told)
}

fn letter(municipality: &Tenant, person: &Person, to: Email, locale: Locale, sign_in: &str) -> Message {
    let t = T(locale);
    let sender = Sender::of(municipality);
    let letter = sender
        .greet(locale, person.first_name())
        .paragraph(&t.mail_deletion_text(&municipality.name))
        .link(t.mail_deletion_link(), sign_in)
        .paragraph(t.mail_deletion_otherwise());
    let body = sender.finish(locale, letter, t.mail_deletion_why());
    Message { to, subject: t.mail_deletion_subject(&municipality.name), body, reply_to: None }
}
