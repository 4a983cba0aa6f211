//! Links that sign in once.

use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{session::Opens, token};

use crate::person::PersonId;

/// How long a link that somebody asked for works.
pub(super) const LINK_MINUTES: i64 = 30;

samskab_store::statements! {
    ADD = "insert into sign_in_link (token_hash, tenant_id, person_id, expires_at, opens) values ($1, $2, $3, $4, $5)";
    OPENS = "select opens from sign_in_link
             where token_hash = $1 and tenant_id = $2 and used_at is null and expires_at > $3";
    USE = "update sign_in_link set used_at = $3
           where token_hash = $1 and tenant_id = $2 and used_at is null and expires_at > $3
           returning person_id, opens";
    END_ALL = "delete from sign_in_link where tenant_id = $1 and person_id = $2";
    SWEEP = "delete from sign_in_link where tenant_id = $1 and expires_at <= $2";
}

/// Keeps only the hash of `secret`. The link works once, until `minutes` from now. In a letter that nobody asked for,
/// it opens what the letter is about and nothing else: letters are forwarded.
#[samskab_store::compiled_once]
pub async fn add_link(
    tx: &mut Tx,
    secret: &str,
    person: PersonId,
    minutes: i64,
    opens: Opens<'_>,
) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&ADD)
        .bind(token::hash(secret))
        .bind(tenant)
        .bind(person)
        .bind(now.plus(SignedDuration::from_mins(minutes)))
        .bind(opens.stored())
        .execute()
        .await?;
    Ok(())
}

/// What the link opens, as it is stored; `None`: the link does not work.
pub(super) async fn find_opens(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
    now: Instant,
) -> Result<Option<String>> {
    connection.query(&OPENS).bind(token::hash(secret)).bind(tenant).bind(now).optional_scalar().await
}

/// Uses the link up; returns whose it is and what it opens. Of two who use it at the same moment, one gets nothing.
pub(super) async fn use_link(tx: &mut Tx, secret: &str) -> Result<Option<(PersonId, String)>> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&USE).bind(token::hash(secret)).bind(tenant).bind(now).optional().await
}

/// Makes every link sent to a person invalid: they have another address.
#[samskab_store::compiled_once]
pub async fn end_links(tx: &mut Tx, person: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END_ALL).bind(tenant).bind(person).execute().await?;
    Ok(())
}

/// Forgets the links that have run out.
pub(super) async fn sweep(tx: &mut Tx) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&SWEEP).bind(tenant).bind(now).execute().await?;
    Ok(())
}
