//! The tables `aim` and `aim_link`.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Tx};
use samskab_writing::text::{BlockId, Text, TextId};

use super::{Aim, AimId, Coverage, LinkId, Links, rules::in_order};
use crate::id::{FocusAreaId, InitiativeId};

samskab_store::statements! {
    FIND = Aim::SELECT, "where a.tenant_id = $1 and a.id = $2";
    OF_TEXT = Aim::SELECT, "where a.tenant_id = $1 and a.text_id = $2 order by a.place, a.id limit 300";
    /// Political goals, without aims whose text is deleted.
    POLITICAL = Aim::SELECT, "where a.tenant_id = $1 and a.kind = 'political' order by a.place, a.id limit 300";
    WITHOUT_TEXT = Aim::SELECT, "where a.tenant_id = $1 and a.kind <> 'political' and a.text_id is null
        order by a.kind, a.place, a.id limit 300";
    EVERY = Aim::SELECT, "where a.tenant_id = $1 order by a.kind, a.place, a.id limit 1000";
    OF_INITIATIVE = Aim::SELECT, "join aim_link l on l.tenant_id = a.tenant_id and l.aim_id = a.id
        where a.tenant_id = $1 and l.initiative_id = $2 order by a.kind, a.place, a.id limit 300";
    OF_FOCUS_AREA = Aim::SELECT, "join aim_link l on l.tenant_id = a.tenant_id and l.aim_id = a.id
        where a.tenant_id = $1 and l.focus_area_id = $2 order by a.kind, a.place, a.id limit 300";
    ADD = Aim::INSERT;
    SAVE = Aim::UPDATE;
    REMOVE = "delete from aim where tenant_id = $1 and id = $2";
    PLACE = "update aim set place = $3 where tenant_id = $1 and id = $2";
    /// The texts that something is aimed at in.
    TEXTS = Text::SELECT, "where w.tenant_id = $1
        and exists (select 1 from aim a where a.tenant_id = w.tenant_id and a.text_id = w.id)
        order by w.title, w.id limit 100";

    INITIATIVES = "select l.aim_id, e.id, e.title, e.state, e.is_public from aim_link l
        join initiative e on e.tenant_id = l.tenant_id and e.id = l.initiative_id
        where l.tenant_id = $1 and l.aim_id in ({list}) order by e.title, e.id limit 3000";
    FOCUS_AREAS = "select l.aim_id, f.id, f.title, f.year, f.state = 'decided' as is_public from aim_link l
        join focus_area f on f.tenant_id = l.tenant_id and f.id = l.focus_area_id
        where l.tenant_id = $1 and l.aim_id in ({list}) order by f.year desc, f.place, f.id limit 3000";
    BLOCKS = "select l.aim_id, l.text_id, l.block_id from aim_link l
        where l.tenant_id = $1 and l.block_id is not null and l.aim_id in ({list})
        order by l.created_at, l.id limit 3000";

    ADD_LINK = "insert into aim_link (id, tenant_id, aim_id, initiative_id, focus_area_id, text_id, block_id, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    UNLINK_INITIATIVE = "delete from aim_link where tenant_id = $1 and initiative_id = $2";
    UNLINK_AREA = "delete from aim_link where tenant_id = $1 and focus_area_id = $2";
    UNLINK_BLOCKS = "delete from aim_link where tenant_id = $1 and aim_id = $2 and text_id = $3";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: AimId) -> Result<Option<Aim>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The aims of a text, in the order in which they are read; at most 300.
#[samskab_store::compiled_once]
pub async fn of_text(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<Aim>> {
    Ok(in_order(connection.query(&OF_TEXT).bind(tenant).bind(text).all().await?))
}

/// The political goals of the municipality; at most 300.
pub async fn political(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Aim>> {
    connection.query(&POLITICAL).bind(tenant).all().await
}

/// Aims of deleted texts; at most 300.
pub async fn without_text(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Aim>> {
    Ok(in_order(connection.query(&WITHOUT_TEXT).bind(tenant).all().await?))
}

/// At most 1,000.
pub async fn every(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Aim>> {
    connection.query(&EVERY).bind(tenant).all().await
}

pub async fn of_initiative(
    connection: &mut Connection,
    tenant: TenantId,
    initiative: InitiativeId,
) -> Result<Vec<Aim>> {
    connection.query(&OF_INITIATIVE).bind(tenant).bind(initiative).all().await
}

pub async fn of_focus_area(
    connection: &mut Connection,
    tenant: TenantId,
    area: FocusAreaId,
) -> Result<Vec<Aim>> {
    connection.query(&OF_FOCUS_AREA).bind(tenant).bind(area).all().await
}

/// The texts that something is aimed at in, drafts too; at most 100, by title.
pub async fn texts(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Text>> {
    connection.query(&TEXTS).bind(tenant).all().await
}

/// What serves these aims. Runs three queries.
pub async fn links(connection: &mut Connection, tenant: TenantId, aims: &[Aim]) -> Result<Links> {
    let ids: Vec<AimId> = aims.iter().map(|one| one.id).collect();
    if ids.is_empty() {
        return Ok(Links::default());
    }
    Ok(Links {
        initiatives: connection.query(&INITIATIVES).bind(tenant).bind_list(&ids).all().await?,
        areas: connection.query(&FOCUS_AREAS).bind(tenant).bind_list(&ids).all().await?,
        blocks: connection.query(&BLOCKS).bind(tenant).bind_list(&ids).all().await?,
    })
}

/// Each aim of a text – of none: the political goals – with what serves it, also what is not for all: [`Links::public`]
/// leaves that out. Four queries.
#[samskab_store::compiled_once]
pub async fn coverage(
    connection: &mut Connection,
    tenant: TenantId,
    text: Option<TextId>,
) -> Result<Vec<Coverage>> {
    let aims = match text {
        Some(text) => of_text(connection, tenant, text).await?,
        None => political(connection, tenant).await?,
    };
    let links = links(connection, tenant, &aims).await?;
    Ok(links.by_aim(aims))
}

pub async fn add(tx: &mut Tx, aim: &Aim) -> Result<()> {
    tx.write(&ADD, aim).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, aim: &Aim) -> Result<()> {
    tx.write(&SAVE, aim).execute().await?;
    Ok(())
}

/// Removes an aim. What served it is kept; goals below it are then on their own.
pub async fn remove(tx: &mut Tx, id: AimId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

pub async fn place(tx: &mut Tx, places: &[(AimId, i64)]) -> Result<()> {
    let tenant = tx.tenant();
    for (id, place) in places {
        tx.query(&PLACE).bind(tenant).bind(*id).bind(*place).execute().await?;
    }
    Ok(())
}

/// One of three kinds of things that can serve an aim.
#[derive(Debug, Clone, Copy)]
pub enum Serving {
    Initiative(InitiativeId),
    FocusArea(FocusAreaId),
    Block(TextId, BlockId),
}

pub async fn link(tx: &mut Tx, aim: AimId, serving: Serving) -> Result<()> {
    let (id, tenant, now): (LinkId, _, _) = (tx.new_id(), tx.tenant(), tx.now());
    let (initiative, area, text, block) = match serving {
        Serving::Initiative(id) => (Some(id), None, None, None),
        Serving::FocusArea(id) => (None, Some(id), None, None),
        Serving::Block(text, block) => (None, None, Some(text), Some(block)),
    };
    let query = tx.query(&ADD_LINK).bind(id).bind(tenant).bind(aim).bind(initiative).bind(area);
    query.bind(text).bind(block).bind(now).execute().await?;
    Ok(())
}

/// An initiative serves these and no others.
pub async fn set_of_initiative(tx: &mut Tx, initiative: InitiativeId, aims: &[AimId]) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&UNLINK_INITIATIVE).bind(tenant).bind(initiative).execute().await?;
    for aim in aims {
        link(tx, *aim, Serving::Initiative(initiative)).await?;
    }
    Ok(())
}

/// A focus area of a year serves these and no others.
pub async fn set_of_focus_area(tx: &mut Tx, area: FocusAreaId, aims: &[AimId]) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&UNLINK_AREA).bind(tenant).bind(area).execute().await?;
    for aim in aims {
        link(tx, *aim, Serving::FocusArea(area)).await?;
    }
    Ok(())
}

/// Sets which blocks of a text serve an aim: these and no others.
pub async fn set_blocks(tx: &mut Tx, aim: AimId, text: TextId, blocks: &[BlockId]) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&UNLINK_BLOCKS).bind(tenant).bind(aim).bind(text).execute().await?;
    for block in blocks {
        link(tx, aim, Serving::Block(text, *block)).await?;
    }
    Ok(())
}
