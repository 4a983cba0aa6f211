//! A change of address under way. Whose the new address is, is found out by a job: nobody learns from the answer, or
//! from how long it took, who has an account.

use samskab_jobs::{Failure, Handler, Job};
use samskab_kernel::{Instant, TenantId, contact::Email, jiff::SignedDuration};
use samskab_organisation::{
    letter::Sender,
    person::{PersonId, store as people},
};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_web::{Cx, Services, retention::Rule, token};
use serde::{Deserialize, Serialize};

use crate::{T, letter};

/// How long the link works.
const HOURS: i64 = 24;
const FORGET: &str = "people.email_changes";

samskab_store::statements! {
    ADD = "insert into email_change (token_hash, tenant_id, person_id, email, expires_at) values ($1, $2, $3, $4, $5)";
    FIND = "select person_id, email, expires_at from email_change
            where token_hash = $1 and tenant_id = $2 and expires_at > $3";
    OF_PERSON = "select person_id, email, expires_at from email_change
                 where tenant_id = $1 and person_id = $2 and expires_at > $3 order by expires_at desc limit 1";
    END = "delete from email_change where tenant_id = $1 and person_id = $2";
    DUE = "select count(*) from email_change where tenant_id = $1 and expires_at <= $2";
    SWEEP = "delete from email_change where tenant_id = $1 and expires_at <= $2";
}

/// An address that waits for its reader to press the button.
#[derive(Debug, Clone, samskab_store::Row)]
pub(crate) struct Pending {
    #[record(column = "person_id")]
    pub person: PersonId,
    pub email: Email,
    pub expires_at: Instant,
}

/// Holds the address until it has run, which is at once.
#[derive(Serialize, Deserialize)]
struct ConfirmationRequest {
    person: PersonId,
    email: String,
    /// The page of links, as it was reached.
    at: String,
}

impl Job for ConfirmationRequest {
    const KIND: &'static str = "people.email_change";
}

pub(super) async fn ask(cx: &Cx, tx: &mut Tx, person: PersonId, email: &Email) -> Result<()> {
    // From now on the pages say which address it is, whosever it is; the job puts the link that works in its place.
    begin(tx, person, email, &cx.secret()).await?;
    let asked = ConfirmationRequest { person, email: email.to_string(), at: cx.absolute(super::PATH) };
    samskab_jobs::enqueue(tx, &asked, cx.now()).await
}

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::new(answer), Handler::every(FORGET, SignedDuration::from_hours(24), forget)]
}

/// Writes to the new address: a link, or that it is somebody's already.
async fn answer(
    services: Services,
    tenant: TenantId,
    asked: ConfirmationRequest,
) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let municipality = services.tenants.with_id(tenant, now).await?;
    let (Some(municipality), Ok(email)) = (municipality, asked.email.parse::<Email>()) else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(person) = people::find(&mut tx, tenant, asked.person).await? else { return Ok(()) };
    let sender = Sender::of(&municipality);
    let letter = match people::find_by_email(&mut tx, tenant, &email).await? {
        Some(owner) if owner.id == person.id => return Ok(()),
        Some(owner) => letter::address_is_yours(sender, &owner, email),
        None => {
            let secret = token::fresh(services.db.dice());
            begin(&mut tx, person.id, &email, &secret).await?;
            letter::confirm_address(sender, &person, email, &format!("{}/{secret}", asked.at), HOURS)
        }
    };
    samskab_mail::send(&mut tx, letter).await?;
    tx.commit().await?;
    Ok(())
}

/// The newest counts: a link to another address no longer works.
async fn begin(tx: &mut Tx, person: PersonId, email: &Email, secret: &str) -> Result<()> {
    let (tenant, expires_at) = (tx.tenant(), tx.now().plus(SignedDuration::from_hours(HOURS)));
    end(tx, person).await?;
    tx.query(&ADD)
        .bind(token::hash(secret))
        .bind(tenant)
        .bind(person)
        .bind(email.clone())
        .bind(expires_at)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
    now: Instant,
) -> Result<Option<Pending>> {
    connection.query(&FIND).bind(token::hash(secret)).bind(tenant).bind(now).optional().await
}

pub(crate) async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    now: Instant,
) -> Result<Option<Pending>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).bind(now).optional().await
}

pub(crate) async fn end(tx: &mut Tx, person: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END).bind(tenant).bind(person).execute().await?;
    Ok(())
}

async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    tx.query(&SWEEP).bind(tenant).bind(now).execute().await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) fn retention() -> Vec<Rule> {
    vec![Rule {
        job: FORGET,
        what: |locale| T(locale).email_retention(),
        purpose: |locale| T(locale).email_retention_purpose(),
        kept: |_, locale| T(locale).email_retention_kept().to_owned(),
        due: |connection, tenant, now| Box::pin(due(connection, tenant.id, now)),
    }]
}

async fn due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&DUE).bind(tenant).bind(now).scalar().await
}
