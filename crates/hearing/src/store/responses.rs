//! The tables `hearing_response`, `hearing_part` and `hearing_attachment`.

use samskab_file::FileKind;
use samskab_kernel::{Id, Instant, TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;

use crate::{
    T,
    hearing::HearingId,
    party::PartyId,
    response::{Part, PartId, Response, ResponseId},
    text::BlockId,
};

/// The mark of a file.
pub enum AttachmentRow {}
pub type AttachmentId = Id<AttachmentRow>;

/// What a list shows about a file; never its bytes.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Attachment {
    pub id: AttachmentId,
    pub response_id: ResponseId,
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    pub is_public: bool,
}

impl Attachment {
    pub fn href(&self) -> String {
        format!("/hoeringsbilag/{}", self.id)
    }

    /// "notat.docx (240 kB)"
    pub(crate) fn said(&self, t: T) -> String {
        t.hearing_file_said(t.0.number((self.size + 1023) / 1024), self.name.as_str())
    }
}

const FILE: &str =
    "select a.id, a.response_id, a.name, a.kind, a.size, a.is_public from hearing_attachment a";

/// Whoever answers for a party from its own address is told as that party.
const NOT_AS_PARTY: &str =
    "not exists (select 1 from hearing_party y where y.tenant_id = r.tenant_id and y.id = r.party_id
            and y.email = r.email)";

samskab_store::statements! {
    FIND = Response::SELECT, "where r.tenant_id = $1 and r.id = $2";
    OF_LINK = "select", Response::COLUMNS, "from hearing_link l join hearing_response r on r.id = l.response_id
        where l.token_hash = $2 and l.tenant_id = $1";
    OF_PARTY = Response::SELECT, "where r.tenant_id = $1 and r.party_id = $2 and r.state <> 'withdrawn'
        order by r.created_at limit 1";
    COUNT_OTHERS = "select count(*) from hearing_response r
        where r.tenant_id = $1 and r.party_id = $2 and r.id <> $3 and r.state = 'confirmed'";
    /// Answers that count, by number.
    COUNTED = Response::SELECT, "where r.tenant_id = $1 and r.hearing_id = $2 and r.state = 'confirmed'
        order by r.number, r.id limit 5000";
    /// Answers that count, are not closed, and are neither published nor hidden.
    UNSEEN = Response::SELECT, "where r.tenant_id = $1 and r.hearing_id = $2 and r.state = 'confirmed'
        and r.is_closed = false and r.published_at is null and r.hidden_reason = '' order by r.number, r.id limit 500";
    WAITING = Response::SELECT, "where r.tenant_id = $1 and r.hearing_id = $2 and r.state = 'sent'
        order by r.number, r.id limit 500";
    PUBLIC = Response::SELECT, "where r.tenant_id = $1 and r.hearing_id = $2 and r.published_at is not null
        and r.state = 'confirmed' and r.is_closed = false order by r.number desc, r.id limit $3 offset $4";
    COUNT_PUBLIC = "select count(*) from hearing_response r where r.tenant_id = $1 and r.hearing_id = $2
        and r.published_at is not null and r.state = 'confirmed' and r.is_closed = false";
    /// For each hearing: how many answers count, and how many of them everybody may read.
    COUNT_OF_MANY = "select r.hearing_id, count(*),
          count(case when r.published_at is not null and r.is_closed = false then 1 end)
        from hearing_response r
        where r.tenant_id = $1 and r.hearing_id in ({list}) and r.state = 'confirmed' group by r.hearing_id";
    /// For each paragraph: how many public answers are about it.
    COUNT_OF_BLOCKS = "select x.block_id, count(*) from hearing_part x join hearing_response r on r.id = x.response_id
        where x.tenant_id = $1 and x.hearing_id = $2 and x.block_id is not null
          and r.published_at is not null and r.state = 'confirmed' and r.is_closed = false group by x.block_id";
    PUBLIC_OF_BLOCK = Response::SELECT, "where r.tenant_id = $1 and r.hearing_id = $2 and r.published_at is not null
        and r.state = 'confirmed' and r.is_closed = false
        and exists (select 1 from hearing_part x where x.tenant_id = r.tenant_id and x.response_id = r.id and x.block_id = $3)
        order by r.number desc, r.id limit $4 offset $5";
    OF_EMAIL = Response::SELECT, "where r.tenant_id = $1 and r.hearing_id = $2 and r.email = $3
        and r.state <> 'withdrawn' order by r.created_at desc, r.id limit 20";
    ADD = Response::INSERT;
    SAVE = Response::UPDATE;
    TO_TELL = Response::SELECT, "join hearing h on h.id = r.hearing_id and h.tenant_id = r.tenant_id
        where r.tenant_id = $1 and h.news_at is not null and r.created_at < h.news_at and r.state <> 'withdrawn'
          and ", NOT_AS_PARTY, " and r.email is not null and (r.told_at is null or r.told_at < h.news_at)
        order by r.hearing_id, r.created_at, r.id limit 200";
    TO_REPLY = Response::SELECT, "join hearing h on h.id = r.hearing_id and h.tenant_id = r.tenant_id
        where r.tenant_id = $1 and h.state = 'answered' and r.state = 'confirmed' and r.replied_at is null
          and r.email is not null order by r.hearing_id, r.number, r.id limit 100";
    /// For one hearing: how many are told when something about it changes, with or without news yet.
    COUNT_TO_TELL = "select count(*) from hearing_response r where r.tenant_id = $1 and r.hearing_id = $2
        and r.state <> 'withdrawn' and ", NOT_AS_PARTY, " and r.email is not null";
    SET_PARTY = "update hearing_response set party_id = $3 where tenant_id = $1 and id = $2";
    MARK_TOLD = "update hearing_response set told_at = $3 where tenant_id = $1 and id = $2";
    MARK_REPLIED = "update hearing_response set replied_at = $3 where tenant_id = $1 and id = $2";
    /// Sent at least once, and neither confirmed nor withdrawn 30 days after the closing: drafts, too.
    FORGET_DRAFTS = "delete from hearing_response where tenant_id = $1 and state in ('draft', 'sent', 'withdrawn')
        and exists (select 1 from hearing h where h.id = hearing_response.hearing_id and h.closes_at < $2)";
    FORGETTABLE_DRAFTS = "select count(*) from hearing_response r where r.tenant_id = $1
        and r.state in ('draft', 'sent', 'withdrawn')
        and exists (select 1 from hearing h where h.id = r.hearing_id and h.closes_at < $2)";
    FORGET_ADDRESSES = "update hearing_response set email = null where tenant_id = $1 and email is not null
        and exists (select 1 from hearing h where h.id = hearing_response.hearing_id and h.closes_at < $2
                    and h.state in ('answered', 'called_off'))";
    FORGETTABLE_ADDRESSES = "select count(*) from hearing_response r where r.tenant_id = $1 and r.email is not null
        and exists (select 1 from hearing h where h.id = r.hearing_id and h.closes_at < $2
                    and h.state in ('answered', 'called_off'))";
    FORGET_PARTY_ADDRESSES = "update hearing_party set email = null where tenant_id = $1 and email is not null
        and exists (select 1 from hearing h where h.id = hearing_party.hearing_id and h.closes_at < $2
                    and h.state in ('answered', 'called_off'))";

    PARTS = Part::SELECT, "where x.tenant_id = $1 and x.response_id = $2 order by x.place, x.id limit 100";
    PARTS_OF_MANY = Part::SELECT, "where x.tenant_id = $1 and x.response_id in ({list})";
    PARTS_OF_HEARING = Part::SELECT, "join hearing_response r on r.id = x.response_id
        where x.tenant_id = $1 and x.hearing_id = $2 and r.state = 'confirmed' order by r.number, x.place, x.id limit 20000";
    FIND_PART = Part::SELECT, "where x.tenant_id = $1 and x.id = $2";
    ADD_PART = Part::INSERT;
    SAVE_PART = Part::UPDATE;
    REMOVE_PART = "delete from hearing_part where tenant_id = $1 and id = $2";

    FILES = FILE, "where a.tenant_id = $1 and a.response_id = $2 order by a.created_at, a.id";
    FILES_OF_MANY = FILE, "where a.tenant_id = $1 and a.response_id in ({list})";
    /// Answers whose files nobody has looked at.
    UNSEEN_FILES = "select distinct a.response_id from hearing_attachment a join hearing_response r on r.id = a.response_id
        where a.tenant_id = $1 and r.hearing_id = $2 and a.is_public = false and r.state = 'confirmed'
          and r.is_closed = false and r.hidden_reason = ''";
    FIND_FILE = FILE, "where a.tenant_id = $1 and a.id = $2";
    CONTENT = "select a.content from hearing_attachment a where a.tenant_id = $1 and a.id = $2";
    ADD_FILE = "insert into hearing_attachment (id, tenant_id, response_id, name, kind, size, content, is_public, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, false, $8)";
    FILES_SUM = "select count(*) as files, cast(coalesce(sum(a.size), 0) as bigint) as bytes from hearing_attachment a
        where a.tenant_id = $1";
    REMOVE_FILE = "delete from hearing_attachment where tenant_id = $1 and id = $2";
    PUBLISH_FILES = "update hearing_attachment set is_public = true where tenant_id = $1 and response_id = $2";
    HIDE_FILES = "update hearing_attachment set is_public = false where tenant_id = $1 and response_id = $2";
}

pub async fn find_response(
    connection: &mut Connection,
    tenant: TenantId,
    id: ResponseId,
) -> Result<Option<Response>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

pub async fn response_of_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Response>> {
    connection.query(&OF_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

/// The answer of a party, sent or begun.
pub async fn response_of_party(
    connection: &mut Connection,
    tenant: TenantId,
    party: crate::party::PartyId,
) -> Result<Option<Response>> {
    connection.query(&OF_PARTY).bind(tenant).bind(party).optional().await
}

/// Answers of the same party that count, besides this one.
pub async fn count_others(
    connection: &mut Connection,
    tenant: TenantId,
    party: crate::party::PartyId,
    response: ResponseId,
) -> Result<i64> {
    connection.query(&COUNT_OTHERS).bind(tenant).bind(party).bind(response).scalar().await
}

/// What was written to a hearing from an address, the newest first; at most 20.
pub async fn responses_of_email(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
    email: &Email,
) -> Result<Vec<Response>> {
    connection.query(&OF_EMAIL).bind(tenant).bind(hearing).bind(email.clone()).all().await
}

/// Those that count, by their numbers; at most 5,000.
pub async fn counted(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<Response>> {
    connection.query(&COUNTED).bind(tenant).bind(hearing).all().await
}

/// Those that wait for somebody to look at them, as [`Response::waits_for_a_look`] says; at most 500.
pub async fn unseen(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<Response>> {
    connection.query(&UNSEEN).bind(tenant).bind(hearing).all().await
}

/// Those that came in time and wait for their sender to confirm them; at most 500.
pub async fn unconfirmed(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<Response>> {
    connection.query(&WAITING).bind(tenant).bind(hearing).all().await
}

/// A page of the public answers, the newest first; about one paragraph, or all.
pub async fn public(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
    block: Option<BlockId>,
    (limit, offset): (i64, i64),
) -> Result<Vec<Response>> {
    match block {
        None => connection.query(&PUBLIC).bind(tenant).bind(hearing).bind(limit).bind(offset).all().await,
        Some(block) => {
            let query = connection.query(&PUBLIC_OF_BLOCK).bind(tenant).bind(hearing).bind(block);
            query.bind(limit).bind(offset).all().await
        }
    }
}

/// How many have answered, or begun to, and are written to themselves.
pub async fn count_to_tell(connection: &mut Connection, tenant: TenantId, hearing: HearingId) -> Result<i64> {
    connection.query(&COUNT_TO_TELL).bind(tenant).bind(hearing).scalar().await
}

pub async fn count_public(connection: &mut Connection, tenant: TenantId, hearing: HearingId) -> Result<i64> {
    connection.query(&COUNT_PUBLIC).bind(tenant).bind(hearing).scalar().await
}

/// How many count of each of these hearings, and how many of them everybody may read; those without any are left out.
pub async fn count_of(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[HearingId],
) -> Result<Vec<(HearingId, i64, i64)>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&COUNT_OF_MANY).bind(tenant).bind_list(ids).all().await,
    }
}

/// How many public answers each paragraph has.
pub async fn count_of_blocks(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<(BlockId, i64)>> {
    connection.query(&COUNT_OF_BLOCKS).bind(tenant).bind(hearing).all().await
}

pub async fn add_response(tx: &mut Tx, response: &Response) -> Result<()> {
    tx.write(&ADD, response).execute().await?;
    Ok(())
}

/// Whose answer it is.
pub async fn set_party(tx: &mut Tx, id: ResponseId, party: Option<PartyId>) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SET_PARTY).bind(tenant).bind(id).bind(party).execute().await?;
    Ok(())
}

pub async fn save_response(tx: &mut Tx, response: &Response) -> Result<()> {
    tx.write(&SAVE, response).execute().await?;
    Ok(())
}

/// Answers, sent or begun, whose senders were not told of the latest news; parties are told as parties.
pub async fn responses_to_tell(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Response>> {
    connection.query(&TO_TELL).bind(tenant).all().await
}

/// Answers whose senders have not been told what came of them.
pub async fn to_reply(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Response>> {
    connection.query(&TO_REPLY).bind(tenant).all().await
}

/// Stores that a letter about it was written. Only that is saved: other changes since it was read are kept.
pub async fn mark_response_told(tx: &mut Tx, id: ResponseId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&MARK_TOLD).bind(tenant).bind(id).bind(now).execute().await?;
    Ok(())
}

pub async fn mark_replied(tx: &mut Tx, id: ResponseId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&MARK_REPLIED).bind(tenant).bind(id).bind(now).execute().await?;
    Ok(())
}

/// Deletes answers that were never sent, or never confirmed, of hearings that closed before `before`.
pub async fn forget_drafts(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET_DRAFTS).bind(tenant).bind(before).execute().await
}

pub async fn forgettable_drafts(
    connection: &mut Connection,
    tenant: TenantId,
    before: Instant,
) -> Result<i64> {
    connection.query(&FORGETTABLE_DRAFTS).bind(tenant).bind(before).scalar().await
}

/// The addresses of hearings that closed before `before`; what was said stays with the case.
pub async fn forget_addresses(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    let parties = tx.query(&FORGET_PARTY_ADDRESSES).bind(tenant).bind(before).execute().await?;
    Ok(parties + tx.query(&FORGET_ADDRESSES).bind(tenant).bind(before).execute().await?)
}

pub async fn forgettable_addresses(
    connection: &mut Connection,
    tenant: TenantId,
    before: Instant,
) -> Result<i64> {
    connection.query(&FORGETTABLE_ADDRESSES).bind(tenant).bind(before).scalar().await
}

/// The parts of an answer, in order.
pub async fn parts(connection: &mut Connection, tenant: TenantId, id: ResponseId) -> Result<Vec<Part>> {
    connection.query(&PARTS).bind(tenant).bind(id).all().await
}

/// The parts of these answers, in order within each. Runs one query.
pub async fn parts_of(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[ResponseId],
) -> Result<Vec<Part>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts: Vec<Part> = connection.query(&PARTS_OF_MANY).bind(tenant).bind_list(ids).all().await?;
    parts.sort_by_key(|part| (part.response, part.place));
    Ok(parts)
}

/// The parts of all answers that count, by number.
pub async fn parts_of_hearing(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<Part>> {
    connection.query(&PARTS_OF_HEARING).bind(tenant).bind(hearing).all().await
}

pub async fn find_part(connection: &mut Connection, tenant: TenantId, id: PartId) -> Result<Option<Part>> {
    connection.query(&FIND_PART).bind(tenant).bind(id).optional().await
}

pub async fn add_part(tx: &mut Tx, part: &Part) -> Result<()> {
    tx.write(&ADD_PART, part).execute().await?;
    Ok(())
}

pub async fn save_part(tx: &mut Tx, part: &Part) -> Result<()> {
    tx.write(&SAVE_PART, part).execute().await?;
    Ok(())
}

pub async fn remove_part(tx: &mut Tx, id: PartId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_PART).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// The files of a response, in the order in which they came.
pub async fn files(connection: &mut Connection, tenant: TenantId, id: ResponseId) -> Result<Vec<Attachment>> {
    connection.query(&FILES).bind(tenant).bind(id).all().await
}

/// The files of these; one query.
pub async fn files_of(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[ResponseId],
) -> Result<Vec<Attachment>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    connection.query(&FILES_OF_MANY).bind(tenant).bind_list(ids).all().await
}

/// Answers that count, whose files nobody has looked at.
pub async fn with_unseen_files(
    connection: &mut Connection,
    tenant: TenantId,
    hearing: HearingId,
) -> Result<Vec<ResponseId>> {
    connection.query(&UNSEEN_FILES).bind(tenant).bind(hearing).scalars().await
}

pub async fn find_file(
    connection: &mut Connection,
    tenant: TenantId,
    id: AttachmentId,
) -> Result<Option<Attachment>> {
    connection.query(&FIND_FILE).bind(tenant).bind(id).optional().await
}

pub async fn content(connection: &mut Connection, tenant: TenantId, id: AttachmentId) -> Result<Vec<u8>> {
    let (content,): (Vec<u8>,) = connection.query(&CONTENT).bind(tenant).bind(id).one().await?;
    Ok(content)
}

/// Stores a file; the caller has checked `bytes`.
pub async fn add_file(
    tx: &mut Tx,
    response: ResponseId,
    name: &str,
    kind: FileKind,
    bytes: Vec<u8>,
) -> Result<AttachmentId> {
    let (id, tenant, now): (AttachmentId, _, _) = (tx.new_id(), tx.tenant(), tx.now());
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let query = tx.query(&ADD_FILE).bind(id).bind(tenant).bind(response).bind(name.to_owned());
    query.bind(kind.code().to_owned()).bind(size).bind(bytes).bind(now).execute().await?;
    Ok(id)
}

pub async fn remove_file(tx: &mut Tx, id: AttachmentId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_FILE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// Publishes or hides all files of a response.
pub async fn show_files(tx: &mut Tx, response: ResponseId, is_public: bool) -> Result<()> {
    let tenant = tx.tenant();
    let statement = if is_public { &PUBLISH_FILES } else { &HIDE_FILES };
    tx.query(statement).bind(tenant).bind(response).execute().await?;
    Ok(())
}

/// How much the files of all responses are.
pub(crate) fn files_sum(
    connection: &mut Connection,
    tenant: TenantId,
) -> samskab_web::module::BoxFuture<'_, Result<samskab_web::stored::Sum>> {
    Box::pin(async move { connection.query(&FILES_SUM).bind(tenant).one().await })
}
