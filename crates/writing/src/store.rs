//! The tables `written_text`, `text_block` and `text_version`, and what other contexts read of them.
//!
//! A context that works with texts – hearings, a policy under way – reads them here: [`find`] for a text, [`content`] for how
//! it stands now, [`versions`] for the list and [`content_of`] for a version with its blocks. The id of a block is the same
//! in every version in which the block stands, so that something can be said about a paragraph and found again in the next
//! version with [`compared`](crate::content::compared). Nothing here asks who may read: that is
//! [`authority`](crate::authority), or the rule of the context that asks.

use std::collections::HashMap;

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::{body::BodyId, person::PersonId};
use samskab_store::{Connection, Result, Tx};

use crate::{
    content::{Content, ContentBlock},
    text::{BlockId, BlockKind, Text, TextId, TextState, Version, VersionId, VersionKept, WrittenBlock},
};

samskab_store::statements! {
    FIND = Text::SELECT, "where w.tenant_id = $1 and w.id = $2";
    OF_BODY = Text::SELECT, "where w.tenant_id = $1 and w.body_id = $2 order by w.title, w.id limit 200";
    ALL = Text::SELECT, "where w.tenant_id = $1 order by w.title, w.id limit 1000";
    ADD = Text::INSERT;
    SAVE = Text::UPDATE;
    LOCK = "update written_text set updated_at = updated_at where tenant_id = $1 and id = $2";
    REMOVE = "delete from written_text where tenant_id = $1 and id = $2";

    BLOCKS = WrittenBlock::SELECT, "where b.tenant_id = $1 and b.text_id = $2 and b.removed_at is null
        order by b.place, b.id";
    REMOVED = WrittenBlock::SELECT, "where b.tenant_id = $1 and b.text_id = $2 and b.removed_at is not null
        order by b.removed_at desc, b.id limit 20";
    EVERY_BLOCK = WrittenBlock::SELECT, "where b.tenant_id = $1 and b.text_id = $2 order by b.place, b.id";
    FIND_BLOCK = WrittenBlock::SELECT, "where b.tenant_id = $1 and b.id = $2";
    ADD_BLOCK = WrittenBlock::INSERT;
    SAVE_BLOCK = WrittenBlock::UPDATE;
    MAKE_ROOM = "update text_block set place = place + 1 where tenant_id = $1 and text_id = $2 and place >= $3";
    FORGET_REMOVED = "delete from text_block where tenant_id = $1 and text_id = $2 and removed_at < $3";

    VERSIONS = "select v.id, v.number, v.name, v.person_id, v.created_at from text_version v
        where v.tenant_id = $1 and v.text_id = $2 order by v.number desc limit 200";
    FIND_VERSION = Version::SELECT, "where v.tenant_id = $1 and v.id = $2";
    VERSION_NUMBERED = Version::SELECT, "where v.tenant_id = $1 and v.text_id = $2 and v.number = $3";
    PUBLIC = Version::SELECT, "join written_text w on w.id = v.text_id and w.public_number = v.number
        where v.tenant_id = $1 and v.text_id in ({list})";
    NEWEST = Version::SELECT, "where v.tenant_id = $1 and v.text_id = $2 order by v.number desc limit 1";
    ADD_VERSION = Version::INSERT;
}

/// Days for which a block that was taken out can be put back.
const REMOVED_DAYS: i64 = 30;

/// A version without its content: a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct VersionLine {
    pub id: VersionId,
    pub number: i64,
    /// Empty: the version has only its number.
    pub name: String,
    pub person_id: Option<PersonId>,
    pub created_at: Instant,
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: TextId) -> Result<Option<Text>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it: others who write in it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: TextId) -> Result<Option<Text>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// At most 200, drafts too.
pub async fn of_body(connection: &mut Connection, tenant: TenantId, body: BodyId) -> Result<Vec<Text>> {
    connection.query(&OF_BODY).bind(tenant).bind(body).all().await
}

/// At most 1,000, drafts too.
pub async fn all(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Text>> {
    connection.query(&ALL).bind(tenant).all().await
}

pub async fn add(tx: &mut Tx, text: &Text) -> Result<()> {
    tx.write(&ADD, text).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, text: &Text) -> Result<()> {
    tx.write(&SAVE, text).execute().await?;
    Ok(())
}

/// Deletes a text with everything that was ever written in it.
pub async fn remove(tx: &mut Tx, id: TextId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// The blocks in order, without those that were taken out.
pub async fn blocks(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<WrittenBlock>> {
    connection.query(&BLOCKS).bind(tenant).bind(text).all().await
}

/// The last 20 that were taken out, the latest first.
pub async fn removed(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<WrittenBlock>> {
    connection.query(&REMOVED).bind(tenant).bind(text).all().await
}

pub async fn find_block(
    connection: &mut Connection,
    tenant: TenantId,
    id: BlockId,
) -> Result<Option<WrittenBlock>> {
    connection.query(&FIND_BLOCK).bind(tenant).bind(id).optional().await
}

pub async fn save_block(tx: &mut Tx, block: &WrittenBlock) -> Result<()> {
    tx.write(&SAVE_BLOCK, block).execute().await?;
    Ok(())
}

/// Inserts a block at this place; the block there and those behind it move on.
pub async fn insert_block(
    tx: &mut Tx,
    text: TextId,
    place: i64,
    kind: BlockKind,
    content: &str,
) -> Result<WrittenBlock> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&MAKE_ROOM).bind(tenant).bind(text).bind(place).execute().await?;
    let block = WrittenBlock {
        id: tx.new_id(),
        text,
        place,
        kind,
        content: content.to_owned(),
        revision: 1,
        removed_at: None,
        created_at: now,
        updated_at: now,
    };
    tx.write(&ADD_BLOCK, &block).execute().await?;
    Ok(block)
}

/// Deletes blocks for good that were taken out long ago.
pub async fn forget_removed(tx: &mut Tx, text: TextId) -> Result<()> {
    let (tenant, before) = (tx.tenant(), tx.now().plus_days(-REMOVED_DAYS));
    tx.query(&FORGET_REMOVED).bind(tenant).bind(text).bind(before).execute().await?;
    Ok(())
}

/// The current content of a text, whether or not a version was kept of it. Runs one query.
pub async fn content(connection: &mut Connection, tenant: TenantId, text: &Text) -> Result<Content> {
    Ok(Content::of(&text.title, &blocks(connection, tenant, text.id).await?))
}

/// The newest 200, without their content, the newest first.
pub async fn versions(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<VersionLine>> {
    connection.query(&VERSIONS).bind(tenant).bind(text).all().await
}

pub async fn find_version(
    connection: &mut Connection,
    tenant: TenantId,
    id: VersionId,
) -> Result<Option<Version>> {
    connection.query(&FIND_VERSION).bind(tenant).bind(id).optional().await
}

pub async fn version_numbered(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
    number: i64,
) -> Result<Option<Version>> {
    connection.query(&VERSION_NUMBERED).bind(tenant).bind(text).bind(number).optional().await
}

pub async fn newest_version(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Option<Version>> {
    connection.query(&NEWEST).bind(tenant).bind(text).optional().await
}

/// The blocks of a version, with the ids they have in every other.
///
/// # Errors
/// When it is none of ours.
pub fn content_of(version: &Version) -> Result<Content> {
    Ok(serde_json::from_str(&version.content)?)
}

/// The version that everybody reads; `None`: a draft. One query.
pub async fn public_version(
    connection: &mut Connection,
    tenant: TenantId,
    text: &Text,
) -> Result<Option<Version>> {
    match text.state {
        TextState::Draft => Ok(None),
        TextState::Published { number } => version_numbered(connection, tenant, text.id, number).await,
    }
}

/// Those that are published, each with the title and the day of the version that everybody reads. One query.
pub async fn as_published(
    connection: &mut Connection,
    tenant: TenantId,
    texts: Vec<Text>,
) -> Result<Vec<Text>> {
    let published: Vec<TextId> =
        texts.iter().filter(|text| text.is_published()).map(|text| text.id).collect();
    if published.is_empty() {
        return Ok(Vec::new());
    }
    let versions: Vec<Version> = connection.query(&PUBLIC).bind(tenant).bind_list(&published).all().await?;
    let mut read = Vec::new();
    for text in texts {
        if let Some(version) = versions.iter().find(|version| version.text == text.id) {
            let title = content_of(version)?.title;
            read.push(Text { title, updated_at: version.created_at, ..text });
        }
    }
    Ok(read)
}

/// For those who may write them: the current titles, and for published texts the day of the published version. Runs
/// one query.
pub async fn as_read(connection: &mut Connection, tenant: TenantId, texts: Vec<Text>) -> Result<Vec<Text>> {
    let (published, mut read): (Vec<Text>, Vec<Text>) = texts.into_iter().partition(Text::is_published);
    let titles: HashMap<TextId, String> =
        published.iter().map(|text| (text.id, text.title.clone())).collect();
    let shown = as_published(connection, tenant, published).await?;
    read.extend(shown.into_iter().map(|text| match titles.get(&text.id) {
        Some(title) => Text { title: title.clone(), ..text },
        None => text,
    }));
    Ok(read)
}

/// Stores the current content of the text as its next version.
pub async fn keep_version(
    tx: &mut Tx,
    text: &Text,
    name: &str,
    by: Option<PersonId>,
    at: Instant,
) -> Result<Version> {
    let tenant = tx.tenant();
    let content = content(tx, tenant, text).await?;
    let newest = newest_version(tx, tenant, text.id).await?;
    let version = Version {
        id: tx.new_id(),
        text: text.id,
        number: newest.map_or(0, |version| version.number) + 1,
        name: name.to_owned(),
        content: serde_json::to_string(&content)?,
        made_by: by,
        created_at: at,
    };
    tx.write(&ADD_VERSION, &version).execute().await?;
    tx.record(VersionKept::of(&version)).await?;
    Ok(version)
}

/// The same, unless the newest version has this content already; then that one.
pub async fn keep_if_changed(tx: &mut Tx, text: &Text, name: &str, by: Option<PersonId>) -> Result<Version> {
    let (tenant, at) = (tx.tenant(), tx.now());
    let now = content(tx, tenant, text).await?;
    match newest_version(tx, tenant, text.id).await? {
        Some(newest) if content_of(&newest)? == now => Ok(newest),
        _ => keep_version(tx, text, name, by, at).await,
    }
}

/// Replaces the whole content. A block with a known id is that block; a block that is left out is taken out and can
/// be put back.
pub async fn replace(tx: &mut Tx, text: TextId, blocks: &[ContentBlock]) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let there: Vec<WrittenBlock> = tx.query(&EVERY_BLOCK).bind(tenant).bind(text).all().await?;
    for (place, block) in (1..).zip(blocks) {
        match there.iter().find(|one| one.id == block.id) {
            Some(was) => {
                let is_same = was.kind == block.kind && was.content == block.content;
                let is_there = was.removed_at.is_none();
                let new = WrittenBlock {
                    place,
                    kind: block.kind,
                    content: block.content.clone(),
                    revision: if is_same && is_there { was.revision } else { was.revision + 1 },
                    removed_at: None,
                    updated_at: if is_same && is_there { was.updated_at } else { now },
                    ..was.clone()
                };
                if new != *was {
                    save_block(tx, &new).await?;
                }
            }
            None => {
                let new = WrittenBlock {
                    id: block.id,
                    text,
                    place,
                    kind: block.kind,
                    content: block.content.clone(),
                    revision: 1,
                    removed_at: None,
                    created_at: now,
                    updated_at: now,
                };
                tx.write(&ADD_BLOCK, &new).execute().await?;
            }
        }
    }
    for gone in there.into_iter().filter(|one| one.removed_at.is_none()) {
        if !blocks.iter().any(|block| block.id == gone.id) {
            let revision = gone.revision + 1;
            save_block(tx, &WrittenBlock { removed_at: Some(now), revision, updated_at: now, ..gone })
                .await?;
        }
    }
    Ok(())
}
