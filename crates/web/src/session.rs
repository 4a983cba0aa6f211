//! Who is signed in: a random cookie, whose hash is stored in the database.

use axum::http::HeaderMap;
use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use uuid::Uuid;

use crate::token;

pub const COOKIE: &str = "samskab";
/// A session lives fourteen days from sign-in.
pub(crate) const LIFE_DAYS: i64 = 14;

samskab_store::statements! {
    ADD = "insert into session (token_hash, tenant_id, person_id, created_at, expires_at, opens)
           values ($1, $2, $3, $4, $5, $6)";
    FIND = "select person_id, opens from session where token_hash = $1 and tenant_id = $2 and expires_at > $3";
    END = "delete from session where token_hash = $1 and tenant_id = $2";
    END_ALL = "delete from session where person_id = $1 and tenant_id = $2";
    SWEEP = "delete from session where tenant_id = $1 and expires_at <= $2";
}

/// What a signed-in person may see: a letter can be forwarded, so its link opens what it is about and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens<'a> {
    Everything,
    /// This path of ours and what is below it.
    Only(&'a str),
}

impl<'a> Opens<'a> {
    pub fn of_stored(path: &'a str) -> Self {
        if path.is_empty() { Self::Everything } else { Self::Only(path) }
    }

    pub fn stored(self) -> String {
        match self {
            Self::Everything => String::new(),
            Self::Only(path) => path.to_owned(),
        }
    }

    pub fn opens(self, path: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::Only(only) => {
                path.strip_prefix(only).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }
        }
    }
}

/// Begins a session for everything; returns the secret for the cookie.
#[samskab_store::compiled_once]
pub async fn begin(tx: &mut Tx, person: Uuid, dice: &samskab_kernel::Dice) -> Result<String> {
    begin_for(tx, person, dice, Opens::Everything).await
}

/// Begins a session that opens only what `opens` says; returns the secret for the cookie.
#[samskab_store::compiled_once]
pub async fn begin_for(
    tx: &mut Tx,
    person: Uuid,
    dice: &samskab_kernel::Dice,
    opens: Opens<'_>,
) -> Result<String> {
    let secret = token::fresh(dice);
    let stamp = tx.stamp();
    tx.query(&ADD)
        .bind(token::hash(&secret))
        .bind(stamp.tenant)
        .bind(person)
        .bind(stamp.now)
        .bind(stamp.now.plus_days(LIFE_DAYS))
        .bind(opens.stored())
        .execute()
        .await?;
    Ok(secret)
}

/// Who it is, and what it opens.
pub(crate) async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
    now: Instant,
) -> Result<Option<(Uuid, String)>> {
    connection.query(&FIND).bind(token::hash(secret)).bind(tenant).bind(now).optional().await
}

#[samskab_store::compiled_once]
pub async fn end(tx: &mut Tx, secret: &str) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END).bind(token::hash(secret)).bind(tenant).execute().await?;
    Ok(())
}

/// Signs a person out everywhere: after a new password, or when the person is removed.
#[samskab_store::compiled_once]
pub async fn end_all(tx: &mut Tx, person: Uuid) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&END_ALL).bind(person).bind(tenant).execute().await?;
    Ok(())
}

/// Forgets sessions that have run out.
#[samskab_store::compiled_once]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_s_link_opens_its_page_and_what_is_below() {
        let shift = Opens::Only("/vagter/7");
        for path in ["/vagter/7", "/vagter/7/afbud"] {
            assert!(shift.opens(path), "{path}");
        }
        for path in ["/", "/min-side", "/vagter", "/vagter/71", "/vagter/70/afbud", "/log-ind"] {
            assert!(!shift.opens(path), "{path}");
            assert!(Opens::Everything.opens(path), "{path}");
        }
        assert_eq!(Opens::of_stored(&shift.stored()), shift);
        assert_eq!(Opens::of_stored(&Opens::Everything.stored()), Opens::Everything);
    }
}
