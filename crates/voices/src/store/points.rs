//! The tables `voice_point` and `voice_excerpt`.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Row, Tx};
use samskab_writing::text::{BlockId, TextId};

use crate::{
    excerpt::{Excerpt, ExcerptId, Point, PointId, PointLine},
    input::InputId,
};

samskab_store::statements! {
    LINES = PointLine::SELECT, "where q.tenant_id = $1 and q.text_id = $2 order by q.created_at, q.id limit 20000";
    FIND = Point::SELECT, "where q.tenant_id = $1 and q.id = $2";
    ADD = Point::INSERT;
    SAVE = Point::UPDATE;
    REMOVE = "delete from voice_point where tenant_id = $1 and id = $2";
    OF_INPUT = Point::SELECT, "where q.tenant_id = $1 and exists (select 1 from voice_excerpt e
        where e.tenant_id = q.tenant_id and e.point_id = q.id and e.input_id = $2) order by q.created_at, q.id limit 2000";
    /// Paragraphs that something which was said has changed.
    VOICED = "select distinct q.block_id from voice_point q where q.tenant_id = $1 and q.text_id = $2
        and q.block_id is not null and q.verdict in ('used', 'partly') limit 5000";
    OPEN_OF_PERSON = "select q.text_id, w.title, count(*) as points, min(q.due_on) as due_on, min(q.created_at) as since from voice_point q
        join written_text w on w.id = q.text_id and w.tenant_id = q.tenant_id
        where q.tenant_id = $1 and q.assignee_id = $2 and q.verdict is null
        group by q.text_id, w.title order by min(q.created_at), q.text_id limit 50";

    EVERY_EXCERPT = Excerpt::SELECT, "where e.tenant_id = $1 and e.text_id = $2 order by e.created_at, e.place, e.id limit 20000";
    EXCERPTS_OF_INPUT = Excerpt::SELECT, "where e.tenant_id = $1 and e.input_id = $2 order by e.place, e.created_at, e.id limit 2000";
    EXCERPTS_OF_POINT = Excerpt::SELECT, "where e.tenant_id = $1 and e.point_id = $2 order by e.created_at, e.place, e.id limit 2000";
    FIND_EXCERPT = Excerpt::SELECT, "where e.tenant_id = $1 and e.id = $2";
    SAME = Excerpt::SELECT, "where e.tenant_id = $1 and e.text_id = $2 and e.sameness = $3 order by e.created_at, e.id limit 1";
    ADD_EXCERPT = Excerpt::INSERT;
    MOVE_EXCERPT = Excerpt::UPDATE;
    MOVE_ALL = "update voice_excerpt set point_id = :to where tenant_id = :tenant_id and point_id = :point";
    REMOVE_EXCERPT = "delete from voice_excerpt where tenant_id = $1 and id = $2";
}

/// How many points of a text a person must answer.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
pub struct OpenPoints {
    pub text_id: TextId,
    pub title: String,
    pub points: i64,
    /// The earliest due day.
    pub due_on: Option<Day>,
    pub since: Instant,
}

/// At most 20,000, in the order in which they were made; one query.
pub async fn point_lines(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<PointLine>> {
    connection.query(&LINES).bind(tenant).bind(text).all().await
}

pub async fn find_point(connection: &mut Connection, tenant: TenantId, id: PointId) -> Result<Option<Point>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// The points made of passages of an input.
pub async fn points_of_input(
    connection: &mut Connection,
    tenant: TenantId,
    input: InputId,
) -> Result<Vec<Point>> {
    connection.query(&OF_INPUT).bind(tenant).bind(input).all().await
}

pub async fn add_point(tx: &mut Tx, point: &Point) -> Result<()> {
    tx.write(&ADD, point).execute().await?;
    Ok(())
}

pub async fn save_point(tx: &mut Tx, point: &Point) -> Result<()> {
    tx.write(&SAVE, point).execute().await?;
    Ok(())
}

pub async fn remove_point(tx: &mut Tx, id: PointId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE).bind(tenant).bind(id).execute().await?;
    Ok(())
}

/// The paragraphs that a point which was used, all or in part, is linked to.
pub async fn voiced_blocks(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<BlockId>> {
    connection.query(&VOICED).bind(tenant).bind(text).scalars().await
}

/// Points that wait for a person, text by text, at most 50.
pub async fn open_of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<OpenPoints>> {
    connection.query(&OPEN_OF_PERSON).bind(tenant).bind(person).all().await
}

/// Of all inputs of a text, at most 20,000.
pub async fn every_excerpt(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
) -> Result<Vec<Excerpt>> {
    connection.query(&EVERY_EXCERPT).bind(tenant).bind(text).all().await
}

pub async fn excerpts_of_input(
    connection: &mut Connection,
    tenant: TenantId,
    input: InputId,
) -> Result<Vec<Excerpt>> {
    connection.query(&EXCERPTS_OF_INPUT).bind(tenant).bind(input).all().await
}

pub async fn excerpts_of_point(
    connection: &mut Connection,
    tenant: TenantId,
    point: PointId,
) -> Result<Vec<Excerpt>> {
    connection.query(&EXCERPTS_OF_POINT).bind(tenant).bind(point).all().await
}

pub async fn find_excerpt(
    connection: &mut Connection,
    tenant: TenantId,
    id: ExcerptId,
) -> Result<Option<Excerpt>> {
    connection.query(&FIND_EXCERPT).bind(tenant).bind(id).optional().await
}

/// A point with the same words.
pub async fn find_same(
    connection: &mut Connection,
    tenant: TenantId,
    text: TextId,
    sameness: &str,
) -> Result<Option<Excerpt>> {
    connection.query(&SAME).bind(tenant).bind(text).bind(sameness.to_owned()).optional().await
}

pub async fn add_excerpt(tx: &mut Tx, excerpt: &Excerpt) -> Result<()> {
    tx.write(&ADD_EXCERPT, excerpt).execute().await?;
    Ok(())
}

/// Moves a passage to another point.
pub async fn move_excerpt(tx: &mut Tx, excerpt: &Excerpt) -> Result<()> {
    tx.write(&MOVE_EXCERPT, excerpt).execute().await?;
    Ok(())
}

/// Moves all passages of a point to another.
pub async fn move_excerpts(tx: &mut Tx, from: PointId, to: PointId) -> Result<()> {
    let tenant = tx.tenant();
    let query = tx.query(&MOVE_ALL).bind_named("tenant_id", tenant).bind_named("point", from);
    query.bind_named("to", to).execute().await?;
    Ok(())
}

pub async fn remove_excerpt(tx: &mut Tx, id: ExcerptId) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REMOVE_EXCERPT).bind(tenant).bind(id).execute().await?;
    Ok(())
}
