//! The tables `decision_request`, `request_point` and `request_hearing`.

use samskab_kernel::{Day, TenantId};
use samskab_organisation::body::BodyId;
use samskab_store::{Connection, Result, Tx};

use super::{Hearing, HearingId, Point, PointId, Request, RequestId};
use crate::meeting::{ItemId, ItemState, MeetingId, MeetingState};

samskab_store::statements! {
    FIND = Request::SELECT, "where r.tenant_id = $1 and r.id = $2";
    FIND_MANY = Request::SELECT, "where r.tenant_id = $1 and r.id in ({list})";
    NEWEST = Request::SELECT, "where r.tenant_id = $1 order by r.created_at desc, r.id desc limit 500";
    OF_ITEM = Request::SELECT, "where r.tenant_id = $1 and r.item_id = $2";
    /// Sent, and on no agenda that still counts; what was put off until a day waits for a meeting on it or later.
    WAITING = Request::SELECT, "left join agenda_item i on i.id = r.item_id left join meeting m on m.id = i.meeting_id
        where r.tenant_id = $1 and r.body_id = $2 and r.state = 'sent'
          and (i.id is null or m.state = 'cancelled'
            or i.state = 'postponed' and (i.resume_on is null or i.resume_on <= $3))
        order by r.state_since, r.id limit 100";
    /// Only a request that was not withdrawn meanwhile.
    PUT_ON = "update decision_request set item_id = $3, updated_at = $4
        where tenant_id = $1 and id = $2 and state = 'sent'";
    ADD = Request::INSERT;
    SAVE = Request::UPDATE;
    LOCK = "update decision_request set updated_at = updated_at where tenant_id = $1 and id = $2";

    POINTS = Point::SELECT, "where p.tenant_id = $1 and p.request_id = $2 order by p.place, p.id";
    POINTS_OF = Point::SELECT, "where p.tenant_id = $1 and p.request_id in ({list}) order by p.place, p.id";
    FIND_POINT = Point::SELECT, "where p.tenant_id = $1 and p.id = $2";
    ADD_POINT = Point::INSERT;
    SAVE_POINT = Point::UPDATE;
    CLEAR_POINTS = "delete from request_point where tenant_id = $1 and request_id = $2";

    HEARINGS = Hearing::SELECT, "where h.tenant_id = $1 and h.request_id = $2 order by h.created_at, h.id";
    /// Hearings that a body was asked for and that are on no agenda that still counts.
    UNHEARD = Hearing::SELECT, "join decision_request r on r.id = h.request_id
        left join agenda_item i on i.id = h.item_id left join meeting m on m.id = i.meeting_id
        where h.tenant_id = $1 and h.body_id = $2 and h.exception = '' and r.state = 'draft'
          and (i.id is null or m.state = 'cancelled'
            or i.state = 'postponed' and (i.resume_on is null or i.resume_on <= $3))
        order by h.created_at, h.id limit 100";
    HEAR_ON = "update request_hearing set item_id = $3 where tenant_id = $1 and id = $2 and exception = ''";
    ADD_HEARING = Hearing::INSERT;
    SAVE_HEARING = Hearing::UPDATE;

    /// The point of a meeting, and what became of it there.
    WHERE_IT_IS = "select i.id, i.state, i.decision, i.meeting_id, m.state as meeting_state, m.starts_at
        from agenda_item i join meeting m on m.id = i.meeting_id
        where i.tenant_id = $1 and i.id in ({list})";
}

/// A point of a meeting about a request or a hearing.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct OnAgenda {
    pub id: ItemId,
    pub state: ItemState,
    pub decision: String,
    pub meeting_id: MeetingId,
    pub meeting_state: MeetingState,
    pub starts_at: samskab_kernel::Instant,
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: RequestId) -> Result<Option<Request>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

/// For changing it: others who write about it wait until the transaction ends.
pub async fn locked(tx: &mut Tx, id: RequestId) -> Result<Option<Request>> {
    let tenant = tx.tenant();
    tx.query(&LOCK).bind(tenant).bind(id).execute().await?;
    find(tx, tenant, id).await
}

/// The newest 500.
pub async fn newest(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Request>> {
    connection.query(&NEWEST).bind(tenant).all().await
}

/// The request that a point of an agenda is about.
pub async fn of_item(connection: &mut Connection, tenant: TenantId, item: ItemId) -> Result<Option<Request>> {
    connection.query(&OF_ITEM).bind(tenant).bind(item).optional().await
}

/// What a body is to decide and has on no agenda, for a meeting on `day`; at most 100.
pub async fn waiting(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    day: Day,
) -> Result<Vec<Request>> {
    connection.query(&WAITING).bind(tenant).bind(body).bind(day).all().await
}

/// Stores the point that deals with it; `false`: the request does not wait any more.
pub async fn put_on(tx: &mut Tx, id: RequestId, item: ItemId) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    Ok(tx.query(&PUT_ON).bind(tenant).bind(id).bind(item).bind(now).execute().await? > 0)
}

/// Notes the point at which it is heard; `false`: it is not to be heard any more.
pub async fn hear_on(tx: &mut Tx, id: HearingId, item: ItemId) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&HEAR_ON).bind(tenant).bind(id).bind(item).execute().await? > 0)
}

/// What a body is to be heard about and has on no agenda, for a meeting on `day`; at most 100.
pub async fn unheard(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    day: Day,
) -> Result<Vec<Hearing>> {
    connection.query(&UNHEARD).bind(tenant).bind(body).bind(day).all().await
}

pub async fn add(tx: &mut Tx, request: &Request) -> Result<()> {
    tx.write(&ADD, request).execute().await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, request: &Request) -> Result<()> {
    tx.write(&SAVE, request).execute().await?;
    Ok(())
}

pub async fn points(connection: &mut Connection, tenant: TenantId, request: RequestId) -> Result<Vec<Point>> {
    connection.query(&POINTS).bind(tenant).bind(request).all().await
}

/// Of several requests, in their order within each. One query; none for no requests.
pub async fn points_of(
    connection: &mut Connection,
    tenant: TenantId,
    requests: &[RequestId],
) -> Result<Vec<Point>> {
    match requests.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&POINTS_OF).bind(tenant).bind_list(requests).all().await,
    }
}

/// The decision requests with these ids. Runs one query; none for no ids.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[RequestId],
) -> Result<Vec<Request>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await,
    }
}

pub async fn find_point(connection: &mut Connection, tenant: TenantId, id: PointId) -> Result<Option<Point>> {
    connection.query(&FIND_POINT).bind(tenant).bind(id).optional().await
}

/// Replaces the request's points.
pub async fn write_points(tx: &mut Tx, request: RequestId, points: &[Point]) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&CLEAR_POINTS).bind(tenant).bind(request).execute().await?;
    for point in points {
        tx.write(&ADD_POINT, point).execute().await?;
    }
    Ok(())
}

pub async fn save_point(tx: &mut Tx, point: &Point) -> Result<()> {
    tx.write(&SAVE_POINT, point).execute().await?;
    Ok(())
}

pub async fn hearings(
    connection: &mut Connection,
    tenant: TenantId,
    request: RequestId,
) -> Result<Vec<Hearing>> {
    connection.query(&HEARINGS).bind(tenant).bind(request).all().await
}

pub async fn add_hearing(tx: &mut Tx, hearing: &Hearing) -> Result<()> {
    tx.write(&ADD_HEARING, hearing).execute().await?;
    Ok(())
}

pub async fn save_hearing(tx: &mut Tx, hearing: &Hearing) -> Result<()> {
    tx.write(&SAVE_HEARING, hearing).execute().await?;
    Ok(())
}

/// The agenda on which each of these points is. Runs one query; none for no points.
pub async fn where_they_are(
    connection: &mut Connection,
    tenant: TenantId,
    items: &[ItemId],
) -> Result<Vec<OnAgenda>> {
    if items.is_empty() {
        return Ok(Vec::new());
    }
    connection.query(&WHERE_IT_IS).bind(tenant).bind_list(items).all().await
}
