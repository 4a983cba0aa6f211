//! The tables `change_proposal` and `change_proposal_link`.

use samskab_kernel::{Instant, TenantId, contact::Email};
use samskab_organisation::{body::BodyId, person::PersonId};
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;

use super::{ChangeId, ChangeProposal};
use crate::text::{BlockId, TextId};

samskab_store::statements! {
    FIND = ChangeProposal::SELECT, "where c.tenant_id = $1 and c.id = $2";
    OF_LINK = "select", ChangeProposal::COLUMNS, "from change_proposal_link l join change_proposal c on c.id = l.proposal_id
        where l.token_hash = $2 and l.tenant_id = $1";
    OF_TEXT = ChangeProposal::SELECT, "where c.tenant_id = $1 and c.text_id = $2
        and c.state not in ('unconfirmed', 'withdrawn') order by c.number, c.id limit 500";
    OPEN_OF_TEXT = ChangeProposal::SELECT, "where c.tenant_id = $1 and c.text_id = $2 and c.state = 'open'
        order by c.number, c.id limit 500";
    OPEN_OF_BLOCK = ChangeProposal::SELECT, "where c.tenant_id = $1 and c.block_id = $2 and c.state = 'open'
        order by c.number, c.id limit 200";
    OF_PERSON = ChangeProposal::SELECT, "where c.tenant_id = $1 and c.person_id = $2
        order by c.created_at desc, c.id limit 100";
    COUNT_OPEN = "select count(*) from change_proposal where tenant_id = $1 and text_id = $2 and state = 'open'";
    /// For each paragraph how many proposals are public, and how many of those are open.
    COUNT_OF_BLOCKS = "select c.block_id, count(*), sum(case when c.state = 'open' then 1 else 0 end) from change_proposal c
        where c.tenant_id = $1 and c.text_id = $2 and c.block_id is not null and c.is_hidden = false
          and c.state not in ('unconfirmed', 'withdrawn') group by c.block_id";
    /// Proposals that wait for an answer, text by text.
    WAITING = "select w.id, w.title, w.body_id, count(*), min(c.state_since) from change_proposal c
        join written_text w on w.id = c.text_id and w.tenant_id = c.tenant_id
        where c.tenant_id = $1 and c.state = 'open' group by w.id, w.title, w.body_id order by min(c.state_since) limit 200";
    LAST_NUMBER = "select coalesce(max(number), 0) from change_proposal where tenant_id = $1 and text_id = $2";
    ADD = ChangeProposal::INSERT;
    SAVE = ChangeProposal::UPDATE;
    LOCK = "update change_proposal set updated_at = updated_at where tenant_id = $1 and id = $2";
    ADD_LINK = "insert into change_proposal_link (token_hash, tenant_id, proposal_id, created_at) values ($1, $2, $3, $4)";

    FORGET_UNCONFIRMED = "delete from change_proposal where tenant_id = $1 and state = 'unconfirmed' and created_at < $2";
    FORGET_NAMES = "update change_proposal set name = '', email = null where tenant_id = $1 and email is not null
        and state not in ('unconfirmed', 'open') and state_since < $2";
    FORGET_TEXTLESS = "delete from change_proposal where tenant_id = $1 and text_id is null
        and state not in ('unconfirmed', 'open') and state_since < $2";
    FORGETTABLE = "select count(*) from change_proposal where tenant_id = $1
        and (state = 'unconfirmed' and created_at < $2
          or state not in ('unconfirmed', 'open') and state_since < $3 and (email is not null or text_id is null))";
    FORGET_EMAIL = "update change_proposal set name = '', email = null where tenant_id = $1 and email = $2";
    FORGET_PERSON = "update change_proposal set name = '' where tenant_id = $1 and person_id = $2";
}

pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: ChangeId,
) -> Result<Option<ChangeProposal>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: ChangeId) -> Result<Option<ChangeProposal>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

pub async fn of_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<ChangeProposal>> {
    connection.query(&OF_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

/// By their numbers, without those that were not confirmed or were withdrawn; hidden ones, too. At most 500.
pub async fn of_text(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<ChangeProposal>> {
    connection.query(&OF_TEXT).bind(tenant).bind(text).all().await
}

/// Those without an answer, by their numbers; at most 500.
pub async fn open_of_text(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<ChangeProposal>> {
    connection.query(&OPEN_OF_TEXT).bind(tenant).bind(text).all().await
}

/// Those without an answer to one paragraph, by their numbers; at most 200.
pub async fn open_of_block(
    connection: &mut Connection,
    tenant: TenantId,
    block: BlockId,
) -> Result<Vec<ChangeProposal>> {
    connection.query(&OPEN_OF_BLOCK).bind(tenant).bind(block).all().await
}

/// The newest 100 of somebody with an account.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<ChangeProposal>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

pub async fn count_open(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<i64> {
    connection.query(&COUNT_OPEN).bind(tenant).bind(text).scalar().await
}

/// Of each paragraph that has any: how many are public, and how many of those are open.
pub async fn count_of_blocks(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<(BlockId, i64, i64)>> {
    connection.query(&COUNT_OF_BLOCKS).bind(tenant).bind(text).all().await
}

/// Of each text with proposals that wait: id, title, body, how many, since when.
pub async fn waiting(
    connection: &mut Connection,
    tenant: TenantId,
) -> Result<Vec<(TextId, String, Option<BodyId>, i64, Instant)>> {
    connection.query(&WAITING).bind(tenant).all().await
}

/// The number of the next one; the text is locked.
pub async fn next_number(tx: &mut Tx, text: TextId) -> Result<i64> {
    let tenant = tx.tenant();
    let last: i64 = tx.query(&LAST_NUMBER).bind(tenant).bind(text).scalar().await?;
    Ok(last + 1)
}

pub async fn add(tx: &mut Tx, change: &ChangeProposal) -> Result<()> {
    tx.write(&ADD, change).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, change: &ChangeProposal) -> Result<()> {
    tx.write(&SAVE, change).execute().await?;
    Ok(())
}

/// Makes `secret` a link to the page of somebody without an account; only its hash is kept.
pub async fn add_link(tx: &mut Tx, change: ChangeId, secret: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let query = tx.query(&ADD_LINK).bind(token::hash(secret)).bind(tenant).bind(change).bind(now);
    query.execute().await?;
    Ok(())
}

/// Deletes proposals that were never confirmed; from ended ones it removes name and address of somebody without an
/// account, and it deletes all of it where the text is deleted, too.
pub async fn forget(tx: &mut Tx, unconfirmed: Instant, ended: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    let mut forgotten = tx.query(&FORGET_UNCONFIRMED).bind(tenant).bind(unconfirmed).execute().await?;
    for statement in [&FORGET_TEXTLESS, &FORGET_NAMES] {
        forgotten += tx.query(statement).bind(tenant).bind(ended).execute().await?;
    }
    Ok(forgotten)
}

pub async fn forgettable(
    connection: &mut Connection,
    tenant: TenantId,
    unconfirmed: Instant,
    ended: Instant,
) -> Result<i64> {
    connection.query(&FORGETTABLE).bind(tenant).bind(unconfirmed).bind(ended).scalar().await
}

/// Who goes: their words stay, without a name.
pub async fn forget_somebody(tx: &mut Tx, person: PersonId, email: Option<Email>) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&FORGET_PERSON).bind(tenant).bind(person).execute().await?;
    if let Some(email) = email {
        tx.query(&FORGET_EMAIL).bind(tenant).bind(email).execute().await?;
    }
    Ok(())
}
