//! Annexes of a point: sent in and taken away by those who run the meeting, until the minutes are approved; fetched by
//! whoever may read the point.

use askama::Template;
use axum::{
    extract::{Multipart, Path},
    response::Response,
};
use samskab_file::{ACCEPTED, FileKind, LARGEST, Refused};
use samskab_kernel::{Id, Instant, TenantId};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Cx, Error, Errors, Result, Shell, download,
    error::OrNotFound as _,
    upload::{self, refused},
};

use super::{
    Item, ItemId, MeetingId, MeetingOfBody, agenda,
    event::{AnnexAdded, AnnexRemoved},
    store,
};
use crate::{T, authority::Action};

/// The mark of an annex.
pub enum AnnexRow {}
pub type AnnexId = Id<AnnexRow>;

/// Bytes of all annexes of a meeting together.
const MOST_OF_MEETING: i64 = 30 * 1024 * 1024;

/// What a list says of it; never its bytes.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Annex {
    pub id: AnnexId,
    pub item_id: ItemId,
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
}

samskab_store::statements! {
    OF_MEETING = "select x.id, x.item_id, x.name, x.kind, x.size from agenda_annex x
        join agenda_item i on i.id = x.item_id and i.tenant_id = x.tenant_id
        where x.tenant_id = $1 and i.meeting_id = $2 order by x.created_at, x.id";
    FIND = "select x.id, x.item_id, x.name, x.kind, x.size from agenda_annex x where x.tenant_id = $1 and x.id = $2";
    CONTENT = "select x.content from agenda_annex x where x.tenant_id = $1 and x.id = $2";
    ADD = "insert into agenda_annex (id, tenant_id, item_id, name, kind, size, content, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    REMOVE = "delete from agenda_annex where tenant_id = $1 and id = $2";
}

/// Of all points of a meeting, in the order in which they came.
pub async fn of_meeting(
    connection: &mut Connection,
    tenant: TenantId,
    meeting: MeetingId,
) -> samskab_store::Result<Vec<Annex>> {
    connection.query(&OF_MEETING).bind(tenant).bind(meeting).all().await
}

/// For the demo, too: `bytes` were checked.
pub async fn add_checked(
    tx: &mut Tx,
    item: ItemId,
    name: &str,
    kind: FileKind,
    bytes: Vec<u8>,
    at: Instant,
) -> samskab_store::Result<AnnexId> {
    let (id, tenant): (AnnexId, _) = (tx.new_id(), tx.tenant());
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let query =
        tx.query(&ADD).bind(id).bind(tenant).bind(item).bind(name.to_owned()).bind(kind.code().to_owned());
    query.bind(size).bind(bytes).bind(at).execute().await?;
    Ok(id)
}

samskab_web::form! {
    pub struct AnnexForm {
        fil: file(annex_file).hint(annex_file_hint).accept(ACCEPTED).required(),
    }
}

impl Annex {
    pub fn href(&self) -> String {
        format!("/bilag/{}", self.id)
    }

    /// "notat.docx (240 kB)"
    pub(super) fn said(&self, t: T) -> String {
        let kilobytes = (self.size + 1023) / 1024;
        t.annex_said(t.0.number(kilobytes), self.name.as_str())
    }
}

#[derive(Template)]
#[template(path = "meeting/annexes.html")]
struct AnnexesPage {
    shell: Shell,
    t: T,
    form: AnnexForm,
    annexes: Vec<(String, String)>,
    is_closed: bool,
    action: String,
    back: String,
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &MeetingOfBody,
    item: &Item,
    form: AnnexForm,
) -> Result<AnnexesPage> {
    let t = T(cx.locale);
    let mut annexes = of_meeting(connection, cx.tenant.id, found.meeting.id).await?;
    annexes.retain(|annex| annex.item_id == item.id);
    Ok(AnnexesPage {
        shell: found.under(cx, t.annexes_of(item.title.as_str())),
        t,
        form,
        annexes: annexes.iter().map(|annex| (annex.href(), annex.said(t))).collect(),
        is_closed: item.is_closed,
        action: format!("/punkter/{}/bilag", item.id),
        back: item.href(),
    })
}

pub async fn show(cx: Cx, Path(id): Path<ItemId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (item, found) = agenda::find(&cx, &mut reader, id).await?;
    if !agenda::can_change(&found) {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    let page = page(&cx, &mut reader, &found, &item, AnnexForm::default()).await?;
    cx.page(page)
}

pub async fn add(cx: Cx, Path(id): Path<ItemId>, multipart: Multipart) -> Result<Response> {
    let sent = upload::read(multipart, LARGEST).await?;
    let name = sent.file_name.clone();
    let (kind, bytes) = sent.checked().await?;
    let mut tx = cx.write().await?;
    let (_, found) = agenda::find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.meeting.id).await?;
    let (item, found) = agenda::find(&cx, &mut tx, id).await?;
    if !agenda::can_change(&found) {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    let t = T(cx.locale);
    let before: i64 =
        of_meeting(&mut tx, cx.tenant.id, found.meeting.id).await?.iter().map(|annex| annex.size).sum();
    let is_too_much = before + i64::try_from(bytes.len()).unwrap_or(i64::MAX) > MOST_OF_MEETING;
    let wrong = match kind {
        Err(why) if name.is_empty() && why == Refused::Empty => t.annex_choose().to_owned(),
        Err(why) => refused(cx.locale, why),
        Ok(_) if is_too_much => t.annex_too_much().to_owned(),
        Ok(kind) => {
            add_checked(&mut tx, item.id, &name, kind, bytes, cx.now()).await?;
            tx.record(AnnexAdded::of(&item)).await?;
            tx.commit().await?;
            return cx.redirect_saying(format!("/punkter/{id}/bilag"), "success", "meeting-flash-annex");
        }
    };
    let form = AnnexForm::default();
    let mut errors = Errors::default();
    errors.add(&form.fil(), wrong);
    let page = page(&cx, &mut tx, &found, &item, form.with_errors(errors)).await?;
    cx.invalid(page)
}

async fn find(cx: &Cx, connection: &mut Connection, id: AnnexId) -> Result<(Annex, Item)> {
    let annex: Option<Annex> = connection.query(&FIND).bind(cx.tenant.id).bind(id).optional().await?;
    let annex = annex.or_not_found()?;
    let item = store::find_item(connection, cx.tenant.id, annex.item_id).await?.or_not_found()?;
    Ok((annex, item))
}

/// GET /bilag/{id}: for whoever may read the point it belongs to.
pub async fn fetch(cx: Cx, Path(id): Path<AnnexId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (annex, item) = find(&cx, &mut reader, id).await?;
    let found = MeetingOfBody::read(&cx, &mut reader, item.meeting).await?;
    let is_public = found.meeting.called_at.is_some() && !item.is_closed;
    if !is_public && !found.may(&cx, Action::SeeClosed) {
        return Err(Error::NotFound);
    }
    let (content,): (Vec<u8>,) = reader.query(&CONTENT).bind(cx.tenant.id).bind(id).one().await?;
    download(annex.kind.media_type(), &annex.name, content)
}

/// POST /bilag/{id}/slet
pub async fn remove(cx: Cx, Path(id): Path<AnnexId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, item) = find(&cx, &mut tx, id).await?;
    let (item, found) = agenda::find(&cx, &mut tx, item.id).await?;
    let to = format!("/punkter/{}/bilag", item.id);
    if !agenda::can_change(&found) {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    tx.query(&REMOVE).bind(cx.tenant.id).bind(id).execute().await?;
    tx.record(AnnexRemoved::of(&item)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "meeting-flash-annex-removed")
}
