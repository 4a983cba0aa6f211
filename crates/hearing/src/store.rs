//! The tables of hearings: here the hearing, its text, its parties and the links; responses and remarks in files of their own.

mod phrases;
mod remarks;
mod responses;

use samskab_kernel::{Instant, TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;
use samskab_writing::text::TextId;

pub use phrases::*;
pub use remarks::*;
pub use responses::*;

use crate::{
    hearing::{Block, Change, Hearing, HearingId},
    party::{Party, PartyId, Reminder},
    response::ResponseId,
    text::BlockId,
};

samskab_store::statements! {
    FIND = Hearing::SELECT, "where h.tenant_id = $1 and h.id = $2";
    FIND_MANY = Hearing::SELECT, "where h.tenant_id = $1 and h.id in ({list}) order by h.opens_at, h.id";
    NEWEST = Hearing::SELECT, "where h.tenant_id = $1 order by h.closes_at desc, h.id desc limit 200";
    OF_TEXT = Hearing::SELECT, "where h.tenant_id = $1 and h.text_id = $2 order by h.closes_at desc, h.id desc limit 50";
    /// Drafts that were to open before a moment.
    OVERDUE = Hearing::SELECT, "where h.tenant_id = $1 and h.state = 'draft' and h.opens_at <= $2
        order by h.opens_at, h.id limit 50";
    CLOSING_BETWEEN = Hearing::SELECT, "where h.tenant_id = $1 and h.closes_at >= $2 and h.closes_at < $3
        and h.state <> 'draft' order by h.closes_at, h.id limit 300";
    ADD = Hearing::INSERT;
    SAVE = Hearing::UPDATE;
    LOCK = "update hearing set updated_at = updated_at where tenant_id = $1 and id = $2";
    DELETE_DRAFT = "delete from hearing where tenant_id = $1 and id = $2 and state = 'draft'";

    BLOCKS = Block::SELECT, "where b.tenant_id = $1 and b.hearing_id = $2 order by b.place, b.id limit 500";
    ADD_BLOCK = Block::INSERT;
    SAVE_BLOCK = Block::UPDATE;
    REMOVE_BLOCK = "delete from hearing_block where tenant_id = $1 and id = $2";

    CHANGES = Change::SELECT, "where c.tenant_id = $1 and c.hearing_id = $2 order by c.created_at, c.id limit 500";
    ADD_CHANGE = Change::INSERT;

    PARTIES = Party::SELECT, "where p.tenant_id = $1 and p.hearing_id = $2 order by p.created_at, p.id limit 2000";
    PARTIES_OF = Party::SELECT, "where p.tenant_id = $1 and p.hearing_id in ({list}) order by p.created_at, p.id limit 5000";
    /// Parties that have not answered and are no association, in hearings that take answers at a moment.
    UNANSWERED_AT = Party::SELECT, "join hearing h on h.id = p.hearing_id and h.tenant_id = p.tenant_id
        where p.tenant_id = $1 and h.state = 'announced' and h.opens_at <= $2 and h.closes_at > $2
          and p.answer = 'none' and p.association_id is null
        order by p.hearing_id, p.created_at, p.id limit 2000";
    FIND_PARTY = Party::SELECT, "where p.tenant_id = $1 and p.id = $2";
    PARTY_OF_LINK = "select", Party::COLUMNS, "from hearing_link l join hearing_party p on p.id = l.party_id
        where l.token_hash = $2 and l.tenant_id = $1";
    ADD_PARTY = Party::INSERT;
    SAVE_PARTY = Party::UPDATE;
    SET_ADDRESS = "update hearing_party set email = $3 where tenant_id = $1 and id = $2";
    REMOVE_PARTY = "delete from hearing_party where tenant_id = $1 and id = $2";
    /// Parties of open hearings that have an address and were not asked.
    TO_INVITE = Party::SELECT, "join hearing h on h.id = p.hearing_id and h.tenant_id = p.tenant_id
        where p.tenant_id = $1 and h.state = 'announced' and h.opens_at <= $2 and h.closes_at > $2
          and p.invited_at is null and p.answer = 'none' and p.email is not null
        order by p.hearing_id, p.created_at, p.id limit 200";
    /// Parties of hearings that close within a week that were asked and have not answered.
    TO_REMIND = Party::SELECT, "join hearing h on h.id = p.hearing_id and h.tenant_id = p.tenant_id
        where p.tenant_id = $1 and h.state = 'announced' and h.closes_at > $2 and h.closes_at <= $3
          and p.invited_at is not null and p.answer = 'none' and p.email is not null and p.day_at is null
        order by p.hearing_id, p.created_at, p.id limit 2000";
    /// Parties that were asked before the latest news and were not told of it.
    PARTIES_TO_TELL = Party::SELECT, "join hearing h on h.id = p.hearing_id and h.tenant_id = p.tenant_id
        where p.tenant_id = $1 and h.news_at is not null and p.invited_at < h.news_at and p.email is not null
          and (p.told_at is null or p.told_at < h.news_at)
        order by p.hearing_id, p.created_at, p.id limit 200";
    MARK_INVITED = "update hearing_party set invited_at = $3, told_at = $3 where tenant_id = $1 and id = $2";
    MARK_TOLD = "update hearing_party set told_at = $3 where tenant_id = $1 and id = $2";
    MARK_WEEK = "update hearing_party set week_at = $3 where tenant_id = $1 and id = $2";
    MARK_DAY = "update hearing_party set day_at = $3 where tenant_id = $1 and id = $2";

    ADD_LINK = "insert into hearing_link (token_hash, tenant_id, response_id, party_id, created_at) values ($1, $2, $3, $4, $5)";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: HearingId) -> Result<Option<Hearing>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The hearings with these ids; those that open first come first. Runs one query.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[HearingId],
) -> Result<Vec<Hearing>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await,
    }
}

/// For changing it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: HearingId) -> Result<Option<Hearing>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// Those that close last first; at most 200.
pub async fn newest(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Hearing>> {
    connection.query(&NEWEST).bind(tenant).all().await
}

/// Hearings of a stored text, drafts too; those that close last come first; at most 50.
pub async fn of_text(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<Hearing>> {
    connection.query(&OF_TEXT).bind(tenant).bind(text).all().await
}

/// Drafts that should be open by now; at most 50.
pub async fn overdue(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<Hearing>> {
    connection.query(&OVERDUE).bind(tenant).bind(now).all().await
}

/// Hearings that close between two moments, the first first; at most 300, no drafts.
pub async fn closing_between(
    connection: &mut Connection,
    tenant: TenantId,
    from: Instant,
    to: Instant,
) -> Result<Vec<Hearing>> {
    connection.query(&CLOSING_BETWEEN).bind(tenant).bind(from).bind(to).all().await
}

pub async fn add(tx: &mut Tx, hearing: &Hearing) -> Result<()> {
    tx.write(&ADD, hearing).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, hearing: &Hearing) -> Result<()> {
    tx.write(&SAVE, hearing).execute().await?;
    Ok(())
}

pub async fn delete_draft(tx: &mut Tx, id: HearingId) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&DELETE_DRAFT).bind(tenant).bind(id).execute().await
}

/// The text, in its order; at most 500 paragraphs.
pub async fn blocks(connection: &mut Connection, tenant: TenantId, id: HearingId) -> Result<Vec<Block>> {
    connection.query(&BLOCKS).bind(tenant).bind(id).all().await
}

pub async fn add_block(tx: &mut Tx, block: &Block) -> Result<()> {
    tx.write(&ADD_BLOCK, block).execute().await?;
    Ok(())
}

pub async fn save_block(tx: &mut Tx, block: &Block) -> Result<()> {
    tx.write(&SAVE_BLOCK, block).execute().await?;
    Ok(())
}

pub async fn remove_block(tx: &mut Tx, id: BlockId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_BLOCK).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// What was decided, the first first; at most 500.
pub async fn changes(connection: &mut Connection, tenant: TenantId, id: HearingId) -> Result<Vec<Change>> {
    connection.query(&CHANGES).bind(tenant).bind(id).all().await
}

pub async fn add_change(tx: &mut Tx, change: &Change) -> Result<()> {
    tx.write(&ADD_CHANGE, change).execute().await?;
    Ok(())
}

/// In the order in which they were added; at most 2,000.
pub async fn parties(connection: &mut Connection, tenant: TenantId, id: HearingId) -> Result<Vec<Party>> {
    connection.query(&PARTIES).bind(tenant).bind(id).all().await
}

/// Of these hearings, in the order in which they were added; one query, at most 5,000.
pub async fn parties_of(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[HearingId],
) -> Result<Vec<Party>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&PARTIES_OF).bind(tenant).bind_list(ids).all().await,
    }
}

/// Parties that have not answered yet, in hearings that take answers at this moment; at most 2,000.
pub async fn unanswered_at(connection: &mut Connection, tenant: TenantId, at: Instant) -> Result<Vec<Party>> {
    connection.query(&UNANSWERED_AT).bind(tenant).bind(at).all().await
}

pub async fn find_party(connection: &mut Connection, tenant: TenantId, id: PartyId) -> Result<Option<Party>> {
    connection.query(&FIND_PARTY).bind(tenant).bind(id).optional().await
}

pub async fn party_of_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Party>> {
    connection.query(&PARTY_OF_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

pub async fn add_party(tx: &mut Tx, party: &Party) -> Result<()> {
    tx.write(&ADD_PARTY, party).execute().await?;
    Ok(())
}

/// Saves a party's answer.
pub async fn save_party(tx: &mut Tx, party: &Party) -> Result<()> {
    tx.write(&SAVE_PARTY, party).execute().await?;
    Ok(())
}

/// Where it is written to.
pub async fn set_address(tx: &mut Tx, id: PartyId, email: &Email) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SET_ADDRESS).bind(tenant).bind(id).bind(email.clone()).execute().await?;
    Ok(())
}

pub async fn remove_party(tx: &mut Tx, id: PartyId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_PARTY).bind(tenant).bind(id).execute().await?;
    Ok(())
}

pub async fn to_invite(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<Party>> {
    connection.query(&TO_INVITE).bind(tenant).bind(now).all().await
}

pub async fn to_remind(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    until: Instant,
) -> Result<Vec<Party>> {
    connection.query(&TO_REMIND).bind(tenant).bind(now).bind(until).all().await
}

pub async fn parties_to_tell(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Party>> {
    connection.query(&PARTIES_TO_TELL).bind(tenant).all().await
}

/// A letter to it was written. Only that is noted: what it answered since it was read stays.
pub async fn mark_invited(tx: &mut Tx, id: PartyId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&MARK_INVITED).bind(tenant).bind(id).bind(now).execute().await?;
    Ok(())
}

pub async fn mark_party_told(tx: &mut Tx, id: PartyId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&MARK_TOLD).bind(tenant).bind(id).bind(now).execute().await?;
    Ok(())
}

pub async fn mark_reminded(tx: &mut Tx, id: PartyId, reminder: Reminder) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let statement = match reminder {
        Reminder::Week => &MARK_WEEK,
        Reminder::Day => &MARK_DAY,
    };
    tx.query(statement).bind(tenant).bind(id).bind(now).execute().await?;
    Ok(())
}

/// Whose page a link opens.
#[derive(Debug, Clone, Copy)]
pub enum LinkTo {
    Response(ResponseId),
    Party(PartyId),
}

/// Makes `secret` a link; only its hash is kept.
pub async fn add_link(tx: &mut Tx, to: LinkTo, secret: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let (response, party) = match to {
        LinkTo::Response(response) => (Some(response), None),
        LinkTo::Party(party) => (None, Some(party)),
    };
    let query = tx.query(&ADD_LINK).bind(token::hash(secret)).bind(tenant).bind(response).bind(party);
    query.bind(now).execute().await?;
    Ok(())
}
