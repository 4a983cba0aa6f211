//! GET /opgaver/{id}: everything somebody needs to say "yes, I would like to".

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_kernel::{Day, Deadline, Instant};
use samskab_organisation::answering::WhomToCall;
use samskab_search::Query;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, module::parts};

use super::{card::Card, filters::Facet, search};
use crate::{DaysOff, T, known};
use samskab_taskbank::{
    authority::{Action, may},
    channel::{self, carried_on},
    seen,
    task::{
        HEAD, MINE, Off, READER, Settings, State, Task, TaskId, Time, WAYS, known as task_known,
        on_page::{OthersStand, others_stand},
        staff::StaffView,
        view::{TaskView, over},
    },
};

/// How many similar open tasks are shown.
const SIMILAR: usize = 4;
/// It is said that a day is called off so long before it.
const CALLED_OFF_DAYS: i32 = 28;

#[derive(Template)]
#[template(path = "task/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    view: TaskView,
    /// The days of it to come that are called off, in words; empty: none.
    called_off: String,
    is_open: bool,
    over: Option<(&'static str, &'static str)>,
    over_reason: String,
    promised: String,
    /// It begins so soon that it is better to call.
    begins_too_soon: bool,
    interest_href: String,
    contact: Option<WhomToCall>,
    phone: String,
    email: String,
    similar: Vec<Card>,
    /// HTML of other contexts for this reader, such as whether the task suits them.
    for_reader: Vec<String>,
    /// How the one who reads is in it; empty for everybody else.
    mine: Vec<String>,
    head: Vec<String>,
    task_ways: Vec<String>,
    /// Open, and the reader is not in it already and does not answer for it.
    asks: bool,
    /// Every place is taken: new interests go to the waiting list.
    is_full: bool,
    staff: Option<StaffView>,
    /// Set where somebody else is shown than the one who answers; for those who look after the task.
    others_stand: Option<OthersStand>,
}

impl ShowPage {
    fn asks_words(&self) -> &'static str {
        if self.is_full { self.t.task_interested_full() } else { self.t.task_interested() }
    }
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let now = cx.now();
    let mut reader = cx.read().await?;
    let shown = task_known::find_for_page(&cx, &mut reader, id).await?.or_not_found()?;
    // A task whose time is over counts as over even before the job has stored that.
    let task = &shown.task.clone().as_of(now);
    // Somebody else's draft does not exist, as far as this reader can tell.
    may(&cx.actor, Action::See, task).then_some(()).or_not_found()?;
    let (t, via) = (T(cx.locale), channel::from_request(&cx));
    let settings = Settings::of(&cx.tenant);
    let ladder = shown.ladder(&cx, &mut reader).await?;
    let contact = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
    let staff = StaffView::read(&cx, &mut reader, &shown.task, &ladder, &settings).await?;
    let over = over(&task.state, *t);
    let others_stand = staff
        .as_ref()
        .filter(|_| over.is_none())
        .and_then(|_| others_stand(&cx, &ladder, task.contact, task.poster, contact.as_ref()));
    let days_off = known::days_off(&cx, &mut reader).await?;
    let similar = match task.state.is_public() {
        true => similar(&cx, &mut reader, task, &days_off).await?,
        false => Vec::new(),
    };
    let over_reason = match &task.state {
        State::Cancelled { reason } => reason.clone(),
        _ => String::new(),
    };
    let for_reader = parts(&cx, &mut reader, READER, id.uuid()).await?;
    let mine = parts(&cx, &mut reader, MINE, id.uuid()).await?;
    let head = parts(&cx, &mut reader, HEAD, id.uuid()).await?;
    let task_ways = parts(&cx, &mut reader, WAYS, id.uuid()).await?;
    // Those who look after the task are not counted as visitors.
    if staff.is_none() {
        seen::count(&cx, seen::Place::Page, &[id]);
    }
    // The page of a task that is over is not kept: it is looked at seldom, and who came is deleted from it without an
    // event in the book.
    if let Some(expires) = task.state.expires_at() {
        cx.keep_until(changes_at(&task.time, expires, now));
    }
    // Whoever answers for a task is not asked to help with it.
    let asks = task.state.is_open() && mine.is_empty() && !may(&cx.actor, Action::Close, task);
    let answer_by = settings.answer_by(&task.time, now);
    let looked = known::looked(&cx, &mut reader).await?;
    let view =
        TaskView::new(task, &shown.poster_name, shown.taken, &looked, days_off.of_task(task), cx.locale, now);
    let page = ShowPage {
        called_off: called_off(days_off.called_off_of(id), &cx),
        shell: cx.shell(view.title.clone()).under(carried_on("/opgaver", via.as_ref()), t.task_find()).here(),
        t,
        view,
        is_open: task.state.is_open(),
        over,
        over_reason,
        asks,
        is_full: shown.places_left() == Some(0),
        begins_too_soon: asks && answer_by.calls_first,
        promised: answer_by.said(cx.locale, cx.today()),
        interest_href: carried_on(&format!("/opgaver/{id}/interesse"), via.as_ref()),
        phone: contact.as_ref().map(|contact| contact.phone.clone()).unwrap_or_default(),
        contact,
        email: shown.poster_email.as_ref().map(ToString::to_string).unwrap_or_default(),
        similar,
        for_reader,
        mine,
        head,
        task_ways,
        staff,
        others_stand,
    };
    let status = if matches!(task.state, State::Expired { .. }) { StatusCode::GONE } else { StatusCode::OK };
    cx.page_with(status, page)
}

/// The days that were called off, so far as somebody might come to them.
fn called_off(days: &[Day], cx: &Cx) -> String {
    let near = cx.today()..cx.today().plus_days(CALLED_OFF_DAYS);
    let days = days.iter().filter(|day| near.contains(day));
    let days: Vec<String> = days.map(|day| cx.locale.weekday_and_day(*day, cx.today())).collect();
    days.join(", ")
}

/// When time alone next changes what the page says: a turn is over, the task's own time is, a day begins.
fn changes_at(time: &Time, expires: Instant, now: Instant) -> Instant {
    let turn = time.next(now, 1, Off::NEVER).into_iter().map(|(_, end)| end);
    let answer = time.begins_last().into_iter().flat_map(Deadline::changes);
    turn.chain([expires]).chain(answer).filter(|at| *at > now).fold(now.day().end(), Instant::min)
}

/// Open tasks about the same, from the index; else of the same theme.
async fn similar(cx: &Cx, reader: &mut Connection, task: &Task, days_off: &DaysOff) -> Result<Vec<Card>> {
    let mut query = Query::new(cx.tenant.id.uuid());
    query.kind = Some(super::SOURCE.kind);
    query.limit = SIMILAR + 1;
    query.facets = vec![(Facet::Topic.name(), task.topics.clone())];
    let mut ids = found(cx, &query);
    if ids.iter().all(|id| *id == task.id) {
        query.facets = vec![(Facet::Theme.name(), vec![task.theme.to_string()])];
        ids = found(cx, &query);
    }
    ids.retain(|id| *id != task.id);
    ids.truncate(SIMILAR);
    let cards = search::cards(cx, reader, &ids).await?;
    let via = channel::from_request(cx);
    Ok(cards
        .iter()
        .map(|card| Card::of(card, None, days_off.of(card), cx.now(), T(cx.locale)))
        .map(|card| card.carrying(via.as_ref()))
        .collect())
}

/// The page of a task is shown with or without the index.
fn found(cx: &Cx, query: &Query) -> Vec<TaskId> {
    match cx.services.index.search(query) {
        Ok(hits) => hits.hits.into_iter().map(|hit| TaskId::from_uuid(hit.id)).collect(),
        Err(error) => {
            tracing::warn!(%error, "similar tasks could not be looked up");
            Vec::new()
        }
    }
}
