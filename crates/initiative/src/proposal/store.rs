//! The tables `proposal`, `proposal_version`, `proposal_note` and `proposal_link`.

use samskab_kernel::{Instant, TenantId, contact::Email};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_web::token;

use super::{Note, NoteId, NoteKind, Proposal, ProposalId, Texts, Version};

samskab_store::statements! {
    FIND = Proposal::SELECT, "where x.tenant_id = $1 and x.id = $2";
    OF_LINK = "select", Proposal::COLUMNS, "from proposal_link l join proposal x on x.id = l.proposal_id
        where l.token_hash = $2 and l.tenant_id = $1";
    OPEN = Proposal::SELECT, "where x.tenant_id = $1 and x.state in ('idea', 'handed_on', 'postponed')
        order by x.created_at, x.id limit 300";
    WAITING = Proposal::SELECT, "where x.tenant_id = $1 and x.state in ('handed_on', 'postponed') and x.item_id is null
        order by x.state_since, x.id limit 200";
    PUBLIC = Proposal::SELECT, "where x.tenant_id = $1 and x.shows_text and x.state not in ('unconfirmed', 'withdrawn')
        order by x.created_at desc, x.id desc limit 200";
    OF_WRITER = Proposal::SELECT, "where x.tenant_id = $1 and x.writer_id = $2 order by x.created_at desc, x.id limit 100";
    ADD = Proposal::INSERT;
    SAVE = Proposal::UPDATE;
    LOCK = "update proposal set updated_at = updated_at where tenant_id = $1 and id = $2";
    ADD_LINK = "insert into proposal_link (token_hash, tenant_id, proposal_id, created_at) values ($1, $2, $3, $4)";

    VERSION = Version::SELECT, "where v.tenant_id = $1 and v.proposal_id = $2 and v.number = $3";
    AGREED = Version::SELECT, "join proposal x on x.id = v.proposal_id and x.agreed = v.number
        where v.tenant_id = $1 and x.agreed < x.number and v.proposal_id in ({list})";
    ADD_VERSION = Version::INSERT;
    NOTES = Note::SELECT, "where o.tenant_id = $1 and o.proposal_id = $2 order by o.created_at, o.id limit 500";
    ADD_NOTE = Note::INSERT;

    FORGET_UNCONFIRMED = "delete from proposal where tenant_id = $1 and state = 'unconfirmed' and created_at < $2";
    FORGET_WRITERS = "update proposal set writer_name = '', writer_email = null, shows_name = false
        where tenant_id = $1 and state in ('approved', 'rejected', 'withdrawn') and state_since < $2
          and writer_email is not null";
    FORGETTABLE = "select count(*) from proposal where tenant_id = $1 and writer_email is not null
        and (state = 'unconfirmed' and created_at < $2
          or state in ('approved', 'rejected', 'withdrawn') and state_since < $3)";
    FORGET_EMAIL = "update proposal set writer_name = '', writer_email = null, shows_name = false
        where tenant_id = $1 and writer_email = $2";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: ProposalId) -> Result<Option<Proposal>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: ProposalId) -> Result<Option<Proposal>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

pub async fn of_link(
    connection: &mut Connection,
    tenant: TenantId,
    secret: &str,
) -> Result<Option<Proposal>> {
    connection.query(&OF_LINK).bind(tenant).bind(token::hash(secret)).optional().await
}

/// Proposals that are not over, the oldest first; at most 300.
pub async fn open(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Proposal>> {
    connection.query(&OPEN).bind(tenant).all().await
}

/// Proposals that wait for an agenda, the oldest first; at most 200.
pub async fn waiting(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Proposal>> {
    connection.query(&WAITING).bind(tenant).all().await
}

/// The newest 200 that everybody may read.
pub async fn public(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Proposal>> {
    connection.query(&PUBLIC).bind(tenant).all().await
}

pub async fn of_writer(
    connection: &mut Connection,
    tenant: TenantId,
    writer: PersonId,
) -> Result<Vec<Proposal>> {
    connection.query(&OF_WRITER).bind(tenant).bind(writer).all().await
}

/// Adds a proposal with its first text.
pub async fn add(tx: &mut Tx, proposal: &Proposal, by: Option<PersonId>) -> Result<()> {
    tx.write(&ADD, proposal).execute().await?;
    add_version(tx, proposal, by).await
}

pub async fn save(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    tx.write(&SAVE, proposal).execute().await?;
    Ok(())
}

/// Stores the current text as a version.
pub async fn add_version(tx: &mut Tx, proposal: &Proposal, by: Option<PersonId>) -> Result<()> {
    let version = Version {
        id: tx.new_id(),
        proposal: proposal.id,
        number: proposal.number,
        texts: proposal.texts.clone(),
        person: by,
        created_at: proposal.updated_at,
    };
    tx.write(&ADD_VERSION, &version).execute().await?;
    Ok(())
}

pub async fn version(
    connection: &mut Connection,
    tenant: TenantId,
    id: ProposalId,
    number: i64,
) -> Result<Option<Version>> {
    connection.query(&VERSION).bind(tenant).bind(id).bind(number).optional().await
}

/// Each proposal as its writer last agreed to it, which is what others read. Runs one query.
pub async fn as_agreed(
    connection: &mut Connection,
    tenant: TenantId,
    proposals: Vec<Proposal>,
) -> Result<Vec<Proposal>> {
    let changed: Vec<ProposalId> =
        proposals.iter().filter(|one| one.agreed < one.number).map(|one| one.id).collect();
    if changed.is_empty() {
        return Ok(proposals);
    }
    let agreed: Vec<Version> = connection.query(&AGREED).bind(tenant).bind_list(&changed).all().await?;
    let text = |one: &Proposal| agreed.iter().find(|version| version.proposal == one.id);
    let with = |one: Proposal| match text(&one).map(|version| version.texts.clone()) {
        Some(texts) => Proposal { texts, ..one },
        None => one,
    };
    Ok(proposals.into_iter().map(with).collect())
}

pub async fn notes(connection: &mut Connection, tenant: TenantId, id: ProposalId) -> Result<Vec<Note>> {
    connection.query(&NOTES).bind(tenant).bind(id).all().await
}

/// Adds a note, at the time of the transaction.
pub async fn note(
    tx: &mut Tx,
    proposal: ProposalId,
    kind: NoteKind,
    said: impl Into<String>,
    person: Option<PersonId>,
) -> Result<NoteId> {
    let note = Note { id: tx.new_id(), proposal, kind, said: said.into(), person, created_at: tx.now() };
    add_note(tx, &note).await?;
    Ok(note.id)
}

pub async fn add_note(tx: &mut Tx, note: &Note) -> Result<()> {
    tx.write(&ADD_NOTE, note).execute().await?;
    Ok(())
}

/// Makes `secret` a link to the writer's own page; only its hash is kept.
pub async fn add_link(tx: &mut Tx, proposal: ProposalId, secret: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let query = tx.query(&ADD_LINK).bind(token::hash(secret)).bind(tenant).bind(proposal).bind(now);
    query.execute().await?;
    Ok(())
}

/// Deletes proposals that were never confirmed; from ended ones it removes the name and the address of a writer
/// without an account.
pub async fn forget(tx: &mut Tx, unconfirmed: Instant, ended: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    let gone = tx.query(&FORGET_UNCONFIRMED).bind(tenant).bind(unconfirmed).execute().await?;
    Ok(gone + tx.query(&FORGET_WRITERS).bind(tenant).bind(ended).execute().await?)
}

pub async fn forgettable(
    connection: &mut Connection,
    tenant: TenantId,
    unconfirmed: Instant,
    ended: Instant,
) -> Result<i64> {
    connection.query(&FORGETTABLE).bind(tenant).bind(unconfirmed).bind(ended).scalar().await
}

pub async fn forget_email(tx: &mut Tx, email: Email) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&FORGET_EMAIL).bind(tenant).bind(email).execute().await?;
    Ok(())
}

impl Texts {
    /// Label and text of each part that is there.
    pub fn parts(&self, t: crate::T) -> Vec<(&'static str, &str)> {
        let all = [
            (t.proposal_what(), self.what.as_str()),
            (t.proposal_for_whom(), &self.for_whom),
            (t.proposal_why(), &self.why),
            (t.proposal_needs(), &self.needs),
        ];
        all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }
}
