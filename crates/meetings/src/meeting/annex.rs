//! Annexes of a point: sent in, replaced and taken away by those who run the meeting, until the minutes are approved; fetched
//! by whoever may read the point. What was sent with an agenda stays readable as it was, and the agenda says what became of it.

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
    stored::{self, no_room},
    upload::{self, Upload, refused},
};

use super::{
    Item, ItemId, MeetingId, MeetingOfBody, agenda,
    event::{AnnexAdded, AnnexRemoved, AnnexReplaced},
    store,
};
use crate::{T, authority::Action};

/// The mark of an annex.
pub enum AnnexRow {}
pub type AnnexId = Id<AnnexRow>;

/// Bytes of all annexes of a meeting together.
const MOST_OF_MEETING: i64 = 30 * 1024 * 1024;

/// What a list shows about an annex; never its bytes.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Annex {
    pub id: AnnexId,
    pub item_id: ItemId,
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    pub created_at: Instant,
    /// When another annex replaced it, or it was removed.
    pub removed_at: Option<Instant>,
    /// When the agenda that it was part of was sent.
    pub sent_at: Option<Instant>,
    pub is_replaced: bool,
}

/// What a list says of each.
const COLUMNS: &str =
    "select x.id, x.item_id, x.name, x.kind, x.size, x.created_at, x.removed_at, x.sent_at, x.is_replaced
    from agenda_annex x";

samskab_store::statements! {
    OF_MEETING = COLUMNS, "join agenda_item i on i.id = x.item_id and i.tenant_id = x.tenant_id
        where x.tenant_id = $1 and i.meeting_id = $2 order by x.created_at, x.id";
    FIND = COLUMNS, "where x.tenant_id = $1 and x.id = $2";
    CONTENT = "select x.content from agenda_annex x where x.tenant_id = $1 and x.id = $2";
    ADD = "insert into agenda_annex (id, tenant_id, item_id, name, kind, size, content, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    REMOVE = "delete from agenda_annex where tenant_id = $1 and id = $2";
    PUT_ASIDE = "update agenda_annex set removed_at = $3, sent_at = $4, is_replaced = $5 where tenant_id = $1 and id = $2";
    SUM = "select count(*) as files, cast(coalesce(sum(x.size), 0) as bigint) as bytes from agenda_annex x
        where x.tenant_id = $1";
}

/// Of all points of a meeting, in the order in which they came.
pub async fn of_meeting(
    connection: &mut Connection,
    tenant: TenantId,
    meeting: MeetingId,
) -> samskab_store::Result<Vec<Annex>> {
    connection.query(&OF_MEETING).bind(tenant).bind(meeting).all().await
}

/// How much room all annexes take.
pub(crate) fn sum(
    connection: &mut Connection,
    tenant: TenantId,
) -> samskab_web::module::BoxFuture<'_, samskab_store::Result<stored::Sum>> {
    Box::pin(async move { connection.query(&SUM).bind(tenant).one().await })
}

/// An annex that was sent with the agenda is kept readable but put aside; one that nobody has seen yet is deleted.
pub async fn put_aside(
    tx: &mut Tx,
    annex: &Annex,
    called_at: Option<Instant>,
    is_replaced: bool,
) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    match called_at.filter(|at| annex.created_at <= *at) {
        Some(sent_at) => {
            let query = tx.query(&PUT_ASIDE).bind(tenant).bind(annex.id).bind(now).bind(sent_at);
            query.bind(is_replaced).execute().await?;
        }
        None => {
            tx.query(&REMOVE).bind(tenant).bind(annex.id).execute().await?;
        }
    }
    Ok(())
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

    /// The same, with the day it came where that was after the agenda was sent.
    pub(super) fn said_since(&self, t: T, called_at: Option<Instant>) -> String {
        match called_at {
            Some(at) if self.created_at > at => {
                t.annex_said_new(t.0.day(self.created_at.day()), self.said(t))
            }
            _ => self.said(t),
        }
    }

    /// "Fjernet den 5. marts 2026: notat.docx (240 kB), sendt den 1. marts 2026"
    pub(super) fn said_gone(&self, t: T) -> String {
        let day = |at: Option<Instant>| at.map(|at| t.0.day(at.day())).unwrap_or_default();
        let (gone, sent) = (day(self.removed_at), day(self.sent_at));
        match self.is_replaced {
            true => t.annex_said_replaced(gone, self.said(t), sent),
            false => t.annex_said_removed(gone, self.said(t), sent),
        }
    }

    /// It was replaced or removed.
    pub fn is_gone(&self) -> bool {
        self.removed_at.is_some()
    }
}

#[derive(Template)]
#[template(path = "meeting/annexes.html")]
struct AnnexesPage {
    shell: Shell,
    t: T,
    form: AnnexForm,
    annexes: Vec<(String, String)>,
    /// Annexes that were sent and then replaced or removed.
    old: Vec<(String, String)>,
    /// The agenda was sent: what is changed now is said on it.
    was_sent: bool,
    is_closed: bool,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "meeting/annex_replace.html")]
struct ReplacePage {
    shell: Shell,
    t: T,
    form: AnnexForm,
    said: String,
    was_sent: bool,
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
    let (old, annexes): (Vec<Annex>, Vec<Annex>) = annexes.into_iter().partition(Annex::is_gone);
    let called_at = found.meeting.called_at;
    Ok(AnnexesPage {
        shell: found.under(cx, t.annexes_of(item.title.as_str())),
        t,
        form,
        annexes: annexes.iter().map(|annex| (annex.href(), annex.said_since(t, called_at))).collect(),
        old: old.iter().map(|annex| (annex.href(), annex.said_gone(t))).collect(),
        was_sent: called_at.is_some(),
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

/// What a file that was sent is, or what is wrong with it, in words.
enum SentFile {
    Taken { name: String, kind: FileKind, bytes: Vec<u8> },
    Wrong(String),
}

/// Checks a file that was sent. `instead`: the annex that it replaces. Runs three queries.
async fn taken(
    cx: &Cx,
    connection: &mut Connection,
    meeting: MeetingId,
    sent: Upload,
    instead: Option<AnnexId>,
) -> Result<SentFile> {
    let t = T(cx.locale);
    let name = sent.file_name.clone();
    let (kind, bytes) = sent.checked().await?;
    let kind = match kind {
        Err(Refused::Empty) if name.is_empty() => return Ok(SentFile::Wrong(t.annex_choose().to_owned())),
        Err(why) => return Ok(SentFile::Wrong(refused(cx.locale, why))),
        Ok(kind) => kind,
    };
    let there = of_meeting(connection, cx.tenant.id, meeting).await?;
    let counts = |annex: &&Annex| !annex.is_gone() && Some(annex.id) != instead;
    let before: i64 = there.iter().filter(counts).map(|annex| annex.size).sum();
    if before + i64::try_from(bytes.len()).unwrap_or(i64::MAX) > MOST_OF_MEETING {
        return Ok(SentFile::Wrong(t.annex_too_much().to_owned()));
    }
    Ok(match no_room(cx, connection, bytes.len()).await? {
        Some(wrong) => SentFile::Wrong(wrong),
        None => SentFile::Taken { name, kind, bytes },
    })
}

fn wrong(wrong: String) -> AnnexForm {
    let form = AnnexForm::default();
    let mut errors = Errors::default();
    errors.add(&form.fil(), wrong);
    form.with_errors(errors)
}

pub async fn add(cx: Cx, Path(id): Path<ItemId>, multipart: Multipart) -> Result<Response> {
    let sent = upload::read(multipart, LARGEST).await?;
    let mut tx = cx.write().await?;
    let (_, found) = agenda::find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.meeting.id).await?;
    let (item, found) = agenda::find(&cx, &mut tx, id).await?;
    if !agenda::can_change(&found) {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    match taken(&cx, &mut tx, found.meeting.id, sent, None).await? {
        SentFile::Taken { name, kind, bytes } => {
            add_checked(&mut tx, item.id, &name, kind, bytes, cx.now()).await?;
            tx.record(AnnexAdded::of(&item)).await?;
            tx.commit().await?;
            cx.redirect_saying(format!("/punkter/{id}/bilag"), "success", "meeting-flash-annex")
        }
        SentFile::Wrong(said) => {
            let page = page(&cx, &mut tx, &found, &item, wrong(said)).await?;
            cx.invalid(page)
        }
    }
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
    let is_public = found.meeting.is_known() && !item.is_closed;
    if !is_public && !found.may(&cx, Action::SeeClosed) {
        return Err(Error::NotFound);
    }
    let (content,): (Vec<u8>,) = reader.query(&CONTENT).bind(cx.tenant.id).bind(id).one().await?;
    download(annex.kind.media_type(), &annex.name, content)
}

/// An annex that is on the agenda, for those who run the meeting.
async fn standing(cx: &Cx, connection: &mut Connection, id: AnnexId) -> Result<(Annex, Item, MeetingOfBody)> {
    let (annex, item) = find(cx, connection, id).await?;
    let (item, found) = agenda::find(cx, connection, item.id).await?;
    Ok((annex, item, found))
}

fn replace_page(cx: &Cx, annex: &Annex, item: &Item, found: &MeetingOfBody, form: AnnexForm) -> ReplacePage {
    let t = T(cx.locale);
    ReplacePage {
        shell: found.under(cx, t.annex_replace()),
        t,
        form,
        said: annex.said(t),
        was_sent: found.meeting.called_at.is_some_and(|at| annex.created_at <= at),
        action: format!("{}/erstat", annex.href()),
        back: format!("/punkter/{}/bilag", item.id),
    }
}

/// GET /bilag/{id}/erstat
pub async fn ask_replace(cx: Cx, Path(id): Path<AnnexId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (annex, item, found) = standing(&cx, &mut reader, id).await?;
    drop(reader);
    if !agenda::can_change(&found) || annex.is_gone() {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    cx.page(replace_page(&cx, &annex, &item, &found, AnnexForm::default()))
}

/// POST /bilag/{id}/erstat
pub async fn replace(cx: Cx, Path(id): Path<AnnexId>, multipart: Multipart) -> Result<Response> {
    let sent = upload::read(multipart, LARGEST).await?;
    let mut tx = cx.write().await?;
    let (_, _, found) = standing(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.meeting.id).await?;
    let (annex, item, found) = standing(&cx, &mut tx, id).await?;
    if !agenda::can_change(&found) || annex.is_gone() {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    match taken(&cx, &mut tx, found.meeting.id, sent, Some(id)).await? {
        SentFile::Taken { name, kind, bytes } => {
            put_aside(&mut tx, &annex, found.meeting.called_at, true).await?;
            add_checked(&mut tx, item.id, &name, kind, bytes, cx.now()).await?;
            tx.record(AnnexReplaced::of(&item)).await?;
            tx.commit().await?;
            let to = format!("/punkter/{}/bilag", item.id);
            cx.redirect_saying(to, "success", "meeting-flash-annex-replaced")
        }
        SentFile::Wrong(said) => {
            drop(tx);
            cx.invalid(replace_page(&cx, &annex, &item, &found, wrong(said)))
        }
    }
}

/// POST /bilag/{id}/slet
pub async fn remove(cx: Cx, Path(id): Path<AnnexId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, _, found) = standing(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.meeting.id).await?;
    let (annex, item, found) = standing(&cx, &mut tx, id).await?;
    let to = format!("/punkter/{}/bilag", item.id);
    if !agenda::can_change(&found) || annex.is_gone() {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    put_aside(&mut tx, &annex, found.meeting.called_at, false).await?;
    tx.record(AnnexRemoved::of(&item)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "meeting-flash-annex-removed")
}
