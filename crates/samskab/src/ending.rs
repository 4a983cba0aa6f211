//! A municipality ends: whoever counts on it is written to once, its pages say so, and thirty days later all of it
//! can be removed. Only the operator does this (`samskab end`), because nobody in the municipality could undo it.

use samskab_kernel::{Day, Locale, TenantId, contact::Email};
use samskab_mail::{Letter, Message, Signature};
use samskab_store::{Connection, Db, Error, Event, Stamp};
use samskab_web::{
    Services, Tenant,
    exit::{Exit, Settlement, settle},
};
use serde::Serialize;
use uuid::Uuid;

use crate::T;

/// Days in which people can fetch or delete what is theirs.
pub const DAYS_TO_FETCH: i32 = 30;

samskab_store::statements! {
    STANDS = "select
            (select count(*) from task where tenant_id = $1 and state in ('awaiting', 'open', 'filled')) as tasks,
            (select count(*) from interest where tenant_id = $1 and state in ('new', 'invited', 'waitlisted')) as waiting,
            (select count(*) from engagement where tenant_id = $1 and state <> 'ended') as agreements,
            (select count(*) from person where tenant_id = $1 and email is not null) as people,
            (select count(*) from mail where tenant_id = $1 and sent_at is null and failed is null) as letters,
            ended_on
        from tenant where id = $1";
    MARK = "update tenant set ended_on = $2 where id = $1 and ended_on is null";
    UNITS = "select distinct unit_id from task where tenant_id = $1 and unit_id is not null order by unit_id";
    ASSOCIATIONS = "select distinct association_id from task
                    where tenant_id = $1 and association_id is not null order by association_id";
    /// Everybody with an address whom this transaction has not written to.
    TO_TELL = "select p.name, p.email, p.locale from person p
               where p.tenant_id = $1 and p.email is not null
                 and not exists (select 1 from mail m where m.tenant_id = p.tenant_id and m.recipient = p.email
                                 and m.created_at >= $2)
               order by p.id";
    REMOVE = "delete from tenant where id = $1";
}

/// What a municipality still has when it ends.
#[derive(Debug, samskab_store::Row)]
pub struct Stands {
    pub tasks: i64,
    /// Interests that wait for an answer.
    pub waiting: i64,
    pub agreements: i64,
    /// People with an e-mail address.
    pub people: i64,
    /// Mails not yet sent.
    pub letters: i64,
    pub ended_on: Option<Day>,
}

/// What a municipality still has; `None`: there is no such municipality. Runs one query.
///
/// # Errors
/// When the database fails.
pub async fn stands(connection: &mut Connection, tenant: TenantId) -> Result<Option<Stands>, Error> {
    connection.query(&STANDS).bind(tenant).optional().await
}

#[derive(Debug, Serialize)]
struct MunicipalityEnded {
    #[serde(skip)]
    municipality: TenantId,
}

impl Event for MunicipalityEnded {
    const KIND: &'static str = "municipality.ended";
    fn subject(&self) -> Uuid {
        self.municipality.uuid()
    }
}

#[derive(samskab_store::Row)]
struct Somebody {
    name: String,
    email: Email,
    locale: Locale,
}

/// Ends it today, in one transaction: every task is called off with a letter to whoever counted on it, and everybody
/// else with an address gets one that says that it ends. `reason` is read by all of them. Returns whether it had not
/// ended before.
///
/// # Errors
/// When the database fails; then nothing is changed.
pub async fn end(services: &Services, municipality: &Tenant, reason: &str) -> Result<bool, Error> {
    let (tenant, now) = (municipality.id, services.clock.now());
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    if tx.query(&MARK).bind(tenant).bind(now.day()).execute().await? == 0 {
        return Ok(false);
    }
    let settlement = Settlement { reason: reason.to_owned(), ..Settlement::today(now.day()) };
    let units: Vec<Uuid> = tx.query(&UNITS).bind(tenant).scalars().await?;
    let associations: Vec<Uuid> = tx.query(&ASSOCIATIONS).bind(tenant).scalars().await?;
    let exits = units.into_iter().map(Exit::Unit).chain(associations.into_iter().map(Exit::Association));
    for exit in exits {
        settle(services, &mut tx, exit, &settlement).await?;
    }
    let left: Vec<Somebody> = tx.query(&TO_TELL).bind(tenant).bind(now).all().await?;
    for somebody in left {
        samskab_mail::send(&mut tx, letter(municipality, &somebody, reason, now.day())).await?;
    }
    tx.record_last(&MunicipalityEnded { municipality: tenant })?;
    tx.commit().await?;
    services.tenants.refresh(now).await?;
    Ok(true)
}

fn letter(municipality: &Tenant, to: &Somebody, reason: &str, today: Day) -> Message {
    let (t, phone) = (T(to.locale), &municipality.profile.phone);
    let first_name = samskab_kernel::text::first_name(&to.name);
    let last = to.locale.day(today.plus_days(DAYS_TO_FETCH));
    let phone = if phone.is_empty() { String::new() } else { t.mail_phone(phone) };
    let signature = Signature { closing: t.mail_closing(), municipality: &municipality.name, phone: &phone };
    let body = Letter::new(&t.mail_greeting(first_name))
        .paragraph(&t.ending_mail_text(&municipality.name))
        .paragraph(reason)
        .paragraph(&t.ending_mail_data(last))
        .finish(&signature, t.ending_mail_why());
    Message { to: to.email.clone(), subject: t.ending_mail_subject(&municipality.name), body, reply_to: None }
}

/// Why a municipality is not removed.
#[derive(Debug, thiserror::Error)]
pub enum NotRemoved {
    #[error("it has not ended: `samskab end {0} --write --reason …` first")]
    GoesOn(String),
    #[error("it ended on {ended}; people can fetch what is theirs until {until}")]
    TooSoon { ended: Day, until: Day },
    #[error("{0} letters are still on their way out: let the service run until they are sent")]
    LettersLeft(i64),
    #[error(transparent)]
    Store(#[from] Error),
}

/// Removes everything it has, the book of events with it.
///
/// # Errors
/// Why not; then nothing is changed.
pub async fn remove(db: &Db, municipality: &Tenant, today: Day, stamp: Stamp) -> Result<(), NotRemoved> {
    let mut tx = db.begin(stamp).await?;
    let stands = stands(&mut tx, municipality.id).await?;
    let Some(ended) = stands.as_ref().and_then(|stands| stands.ended_on) else {
        return Err(NotRemoved::GoesOn(municipality.slug.clone()));
    };
    let until = ended.plus_days(DAYS_TO_FETCH);
    if today <= until {
        return Err(NotRemoved::TooSoon { ended, until });
    }
    let letters = stands.map_or(0, |stands| stands.letters);
    if letters > 0 {
        return Err(NotRemoved::LettersLeft(letters));
    }
    tx.query(&REMOVE).bind(municipality.id).execute().await?;
    Ok(tx.commit().await?)
}
