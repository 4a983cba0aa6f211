//! The tables `kept_search` and `kept_search_link`.

use samskab_kernel::{Instant, TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;

use super::{KeptSearch, KeptSearchId};

samskab_store::statements! {
    OF_ADDRESS = KeptSearch::SELECT,
        "where k.tenant_id = $1 and k.email = $2 order by k.created_at, k.id limit 50";
    /// The address behind a link.
    ADDRESS = "select email from kept_search_link where tenant_id = $1 and token_hash = $2";
    ADD_LINK = "insert into kept_search_link (token_hash, tenant_id, email, created_at) values ($1, $2, $3, $4)";
    ADD = KeptSearch::INSERT;
    SAVE = KeptSearch::UPDATE;
    DELETE = "delete from kept_search where tenant_id = $1 and email = $2 and id = $3";
    DELETE_ALL = "delete from kept_search where tenant_id = $1 and email = $2";
    DELETE_LINKS = "delete from kept_search_link where tenant_id = $1 and email = $2";
    KEPT_TWICE = "delete from kept_search where tenant_id = $1 and email = $2
                  and search in (select search from kept_search where tenant_id = $1 and email = $3)";
    READDRESS = "update kept_search set email = $3 where tenant_id = $1 and email = $2";
    READDRESS_LINKS = "update kept_search_link set email = $3 where tenant_id = $1 and email = $2";
    CONFIRMED = KeptSearch::SELECT,
        "where k.tenant_id = $1 and k.confirmed_at is not null and k.ends_at > $2 order by k.email, k.created_at, k.id";
    ENDED = "select count(*) from kept_search where tenant_id = $1 and ends_at <= $2";
    FORGET = "delete from kept_search where tenant_id = $1 and ends_at <= $2";
    /// Removes what is left of an address without a search, some time after its last mail.
    FORGET_LINKS = "delete from kept_search_link where tenant_id = $1 and created_at < $2
                    and not exists (select 1 from kept_search k
                                    where k.tenant_id = kept_search_link.tenant_id and k.email = kept_search_link.email)";
}

/// The searches of an address, the oldest first.
pub async fn of_address(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Vec<KeptSearch>> {
    connection.query(&OF_ADDRESS).bind(tenant).bind(email.clone()).all().await
}

/// The address that a link belongs to. `secret` as it is in the link.
pub async fn address(connection: &mut Connection, tenant: TenantId, secret: &str) -> Result<Option<Email>> {
    connection.query(&ADDRESS).bind(tenant).bind(token::hash(secret)).optional_scalar().await
}

/// Makes `secret` a link to the searches of an address; only its hash is kept.
pub async fn add_link(tx: &mut Tx, email: &Email, secret: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&ADD_LINK)
        .bind(token::hash(secret))
        .bind(tenant)
        .bind(email.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub async fn add(tx: &mut Tx, kept: &KeptSearch) -> Result<()> {
    tx.write(&ADD, kept).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, kept: &KeptSearch) -> Result<()> {
    tx.write(&SAVE, kept).execute().await?;
    Ok(())
}

/// Deletes a search; returns whether it existed.
pub async fn delete(tx: &mut Tx, email: &Email, id: KeptSearchId) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&DELETE).bind(tenant).bind(email.clone()).bind(id).execute().await? == 1)
}

/// The links stay a while: whoever stops twice reads that it is stopped.
pub async fn delete_all(tx: &mut Tx, email: &Email) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&DELETE_ALL).bind(tenant).bind(email.clone()).execute().await?;
    Ok(())
}

/// Deletes everything about an address.
pub async fn erase(tx: &mut Tx, email: &Email) -> Result<()> {
    delete_all(tx, email).await?;
    let tenant = tx.tenant();
    tx.query(&DELETE_LINKS).bind(tenant).bind(email.clone()).execute().await?;
    Ok(())
}

/// Every search that is mailed, address by address.
pub async fn confirmed(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<Vec<KeptSearch>> {
    connection.query(&CONFIRMED).bind(tenant).bind(now).all().await
}

/// How many [`forget`] would delete.
pub async fn ended(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&ENDED).bind(tenant).bind(now).scalar().await
}

/// Deletes what was never confirmed or has ended, and links of addresses without a search.
pub async fn forget(tx: &mut Tx, links_before: Instant) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&FORGET).bind(tenant).bind(now).execute().await?;
    tx.query(&FORGET_LINKS).bind(tenant).bind(links_before).execute().await?;
    Ok(())
}

/// Moves the searches of `from` to `to`.
pub async fn readdress(tx: &mut Tx, from: &Email, to: &Email) -> Result<()> {
    let tenant = tx.tenant();
    for statement in [&KEPT_TWICE, &READDRESS, &READDRESS_LINKS] {
        tx.query(statement).bind(tenant).bind(from.clone()).bind(to.clone()).execute().await?;
    }
    Ok(())
}
