//! The table `notice`.

use std::collections::HashSet;

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};

use super::{Notice, NoticeId, Truth};

samskab_store::statements! {
    ADD = "insert into notice (id, tenant_id, person_id, kind, text, href, created_at, about_id, news_until)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    UNMAILED = "select id, kind, text, href, about_id as about, created_at from notice
                where tenant_id = $1 and person_id = $2 and mailed_at is null order by created_at, id limit 500";
    MARK_MAILED = "update notice set mailed_at = $2 where tenant_id = $1 and mailed_at is null and id in ({list})";
    WITH_UNMAILED = "select distinct person_id from notice where tenant_id = $1 and mailed_at is null";
    NO_LONGER_NEWS = "delete from notice
                      where tenant_id = $1 and person_id = $2 and mailed_at is null and news_until <= $3";
    TAKE_BACK = "delete from notice where tenant_id = $1 and href = $2 and about_id = $3 and mailed_at is null";
    SETTLE = "delete from notice where tenant_id = $1 and href = $2 and mailed_at is null";
    SETTLE_KINDS = "delete from notice
                    where tenant_id = $1 and href = $2 and kind in ({list}) and mailed_at is null";
    FORGET_PAGE = "delete from notice where tenant_id = $1 and href = $2";
    FORGET_NAME = "delete from notice where tenant_id = $1 and text like $2 escape '!'";
    WAS_TOLD = "select count(*) from notice where tenant_id = $1 and kind = $2 and href = $3 and created_at >= $4";
    TOLD = "select distinct href from notice where tenant_id = $1 and kind = $2 and created_at >= $3";
    FORGET = "delete from notice where tenant_id = $1 and created_at < $2";
}

pub(super) async fn add(
    tx: &mut Tx,
    person: PersonId,
    kind: &str,
    text: String,
    href: String,
    truth: Truth,
) -> Result<()> {
    let (id, tenant, now): (NoticeId, _, _) = (tx.new_id(), tx.tenant(), tx.now());
    tx.query(&ADD)
        .bind(id)
        .bind(tenant)
        .bind(person)
        .bind(kind.to_owned())
        .bind(text)
        .bind(href)
        .bind(now)
        .bind(truth.about)
        .bind(truth.until)
        .execute()
        .await?;
    Ok(())
}

/// The oldest 500 that were not mailed, from the first.
pub(super) async fn unmailed(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Notice>> {
    connection.query(&UNMAILED).bind(tenant).bind(person).all().await
}

/// How many of them were still to be mailed.
pub(super) async fn mark_mailed(tx: &mut Tx, notices: &[NoticeId]) -> Result<u64> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&MARK_MAILED).bind(tenant).bind(now).bind_list(notices).execute().await
}

pub(super) async fn with_unmailed(connection: &mut Connection, tenant: TenantId) -> Result<Vec<PersonId>> {
    connection.query(&WITH_UNMAILED).bind(tenant).scalars().await
}

/// Drops news that is no longer news at the transaction's time.
pub(super) async fn drop_what_is_over(tx: &mut Tx, person: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&NO_LONGER_NEWS).bind(tenant).bind(person).bind(now).execute().await?;
    Ok(())
}

pub(super) async fn take_back(tx: &mut Tx, href: &str, about: PersonId) -> Result<bool> {
    let tenant = tx.tenant();
    let taken = tx.query(&TAKE_BACK).bind(tenant).bind(href.to_owned()).bind(about).execute().await?;
    Ok(taken > 0)
}

pub(super) async fn settle(tx: &mut Tx, href: &str) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SETTLE).bind(tenant).bind(href.to_owned()).execute().await?;
    Ok(())
}

pub(super) async fn settle_kinds(tx: &mut Tx, href: &str, kinds: &[&str]) -> Result<()> {
    let tenant = tx.tenant();
    let kinds: Vec<String> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    tx.query(&SETTLE_KINDS).bind(tenant).bind(href.to_owned()).bind_list(&kinds).execute().await?;
    Ok(())
}

pub(super) async fn forget_page(tx: &mut Tx, href: &str) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&FORGET_PAGE).bind(tenant).bind(href.to_owned()).execute().await?;
    Ok(())
}

pub(super) async fn forget_name(tx: &mut Tx, name: &str) -> Result<()> {
    let tenant = tx.tenant();
    let pattern = format!("%{}%", name.replace('!', "!!").replace('%', "!%").replace('_', "!_"));
    tx.query(&FORGET_NAME).bind(tenant).bind(pattern).execute().await?;
    Ok(())
}

pub(super) async fn was_told(
    connection: &mut Connection,
    tenant: TenantId,
    kind: &str,
    href: &str,
    since: Instant,
) -> Result<bool> {
    let query =
        connection.query(&WAS_TOLD).bind(tenant).bind(kind.to_owned()).bind(href.to_owned()).bind(since);
    Ok(query.scalar::<i64>().await? > 0)
}

pub(super) async fn told(
    connection: &mut Connection,
    tenant: TenantId,
    kind: &'static str,
    since: Instant,
) -> Result<HashSet<String>> {
    let told: Vec<String> = connection.query(&TOLD).bind(tenant).bind(kind).bind(since).scalars().await?;
    Ok(told.into_iter().collect())
}

pub(super) async fn forget(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET).bind(tenant).bind(before).execute().await
}
