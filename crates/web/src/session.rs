//! Who is signed in: a random cookie, whose hash stands in the database.

use axum::http::HeaderMap;
use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use uuid::Uuid;

use crate::token;

pub const COOKIE: &str = "samskab";
/// A session lives fourteen days from sign-in.
pub(crate) const LIFE_DAYS: i64 = 14;

samskab_store::statements! {
    ADD = "insert into session (token_hash, tenant_id, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)";
    FIND = "select person_id from session where token_hash = $1 and tenant_id = $2 and expires_at > $3";
    END = "delete from session where token_hash = $1 and tenant_id = $2";
    END_ALL = "delete from session where person_id = $1 and tenant_id = $2";
    SWEEP = "delete from session where tenant_id = $1 and expires_at <= $2";
}

/// Begins a session; returns the secret for the cookie.
pub async fn begin(tx: &mut Tx, person: Uuid, dice: &samskab_kernel::Dice) -> Result<String> {
    let secret = token::fresh(dice);
    let stamp = tx.stamp();
    tx.query(&ADD)
        .bind(token::hash(&secret))
        .bind(stamp.tenant)
        .bind(person)
        .bind(stamp.now)
        .bind(stamp.now.plus_days(LIFE_DAYS))
        .execute()
        .await?;
    Ok(secret)
}

pub(crate) async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
    now: Instant,
) -> Result<Option<Uuid>> {
    connection.query(&FIND).bind(token::hash(secret)).bind(tenant).bind(now).optional_scalar().await
}

pub async fn end(tx: &mut Tx, secret: &str) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END).bind(token::hash(secret)).bind(tenant).execute().await?;
    Ok(())
}

/// Signs a person out everywhere: after a new password, or when the person is removed.
pub async fn end_all(tx: &mut Tx, person: Uuid) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END_ALL).bind(person).bind(tenant).execute().await?;
    Ok(())
}

/// Forgets sessions that have run out.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    let stamp = tx.stamp();
    tx.query(&SWEEP).bind(stamp.tenant).bind(stamp.now).execute().await
}

/// The value of one cookie.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all("cookie")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        })
}
