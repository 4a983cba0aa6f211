//! GET /opgaver/{id}: everything somebody needs to say "yes, I would like to".

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_kernel::{Locale, contact::Phone};
use samskab_organisation::{
    answering::{self, Answerer, Ladder},
    person,
};
use samskab_search::Query;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use super::{
    Settings, State, Task, TaskId,
    staff::StaffView,
    store,
    view::{TaskView, over},
};
use crate::{
    T,
    authority::{Action, may},
    channel::{self, carried_on},
    find::{card::Card, filters::Facet},
    matching::{
        suggestion::{self, Fit},
        tally,
    },
};

/// How many similar open tasks are shown when this one is over.
const SIMILAR: usize = 4;

#[derive(Template)]
#[template(path = "task/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    view: TaskView,
    is_open: bool,
    over: Option<(&'static str, &'static str)>,
    over_reason: String,
    promised: String,
    /// It begins before the promised answer: better to call.
    begins_too_soon: bool,
    interest_href: String,
    contact: Option<ContactView>,
    phone: String,
    email: String,
    similar: Vec<Card>,
    /// Whether it suits the one who reads, when they have a CV.
    fit: Option<Fit>,
    fit_href: String,
    staff: Option<StaffView>,
}

/// The person behind the telephone: called by their role, reached by their number.
pub(super) struct ContactView {
    pub name: String,
    pub role: String,
    pub phone: Option<Phone>,
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let (today, now) = (cx.now().day(), cx.now());
    let mut reader = cx.read().await?;
    let shown = store::shown(&mut reader, cx.tenant.id, id, today).await?.or_not_found()?;
    let task = &shown.task;
    // Somebody else's draft does not exist, as far as this reader can tell.
    may(&cx.actor, Action::See, task).then_some(()).or_not_found()?;
    let (t, via) = (T(cx.locale), channel::from_request(&cx));
    let settings = Settings::of(&cx.tenant);
    let ladder = answering::ladder(&mut reader, cx.tenant.id, task.poster, today).await?;
    let contact = contact(&cx, &mut reader, task, &ladder).await?;
    let phone = contact.as_ref().and_then(|contact| contact.phone.clone()).or(shown.poster_phone.clone());
    let staff = StaffView::read(&cx, &mut reader, task, &ladder, &settings).await?;
    let over = over(&task.state, t);
    let similar = if over.is_some() { similar(&cx, &mut reader, task).await? } else { Vec::new() };
    let over_reason = match &task.state {
        State::Cancelled { reason } => reason.clone(),
        _ => String::new(),
    };
    let fit = suggestion::fit(&cx, &mut reader, id).await?;
    // Those who look after it are no visitors.
    if staff.is_none() {
        tally::count(&cx, tally::Place::Page, &[id]);
    }
    let view = TaskView::new(task, &shown.poster_name, shown.taken, cx.locale, now);
    let page = ShowPage {
        shell: cx.shell(view.title.clone()).under(carried_on("/opgaver", via.as_ref()), t.task_find()).here(),
        t,
        view,
        is_open: task.state.is_open(),
        over,
        over_reason,
        begins_too_soon: task.state.is_open() && task.time.begins_before(settings.promised_day(now).end()),
        promised: cx.locale.weekday_and_day(settings.promised_day(now)),
        interest_href: carried_on(&format!("/opgaver/{id}/interesse"), via.as_ref()),
        contact,
        phone: phone.map(|phone| phone.spaced()).unwrap_or_default(),
        email: shown.poster_email.as_ref().map(ToString::to_string).unwrap_or_default(),
        similar,
        fit,
        fit_href: format!("/opgaver/{}/passer-det", task.id),
        staff,
    };
    let status = if matches!(task.state, State::Expired { .. }) { StatusCode::GONE } else { StatusCode::OK };
    cx.page_with(status, page)
}

/// The chosen contact while at work; else whoever stands in, else the lowest rung that can be called.
async fn contact(
    cx: &Cx,
    reader: &mut Connection,
    task: &Task,
    ladder: &Ladder,
) -> Result<Option<ContactView>> {
    let chosen = |answerer: &&Answerer| Some(answerer.person) == task.contact;
    let known = ladder.everybody().into_iter().find(chosen).cloned();
    match (known, task.contact) {
        (Some(answerer), _) if answerer.away_until.is_none() => Ok(Some(view(&answerer, cx.locale))),
        // Chosen by hand from outside the ladder, or no longer on it.
        (None, Some(person)) => {
            let person = person::store::find(reader, cx.tenant.id, person).await?;
            let role = T(cx.locale).task_contact().to_owned();
            Ok(person.map(|person| ContactView { name: person.name, role, phone: person.phone }))
        }
        _ => {
            let callable = ladder.callable().and_then(|(_, rung)| rung.first().copied());
            Ok(callable.map(|answerer| view(answerer, cx.locale)))
        }
    }
}

fn view(answerer: &Answerer, locale: Locale) -> ContactView {
    ContactView {
        name: answerer.name.clone(),
        role: answerer.title.text(locale).to_owned(),
        phone: answerer.phone.clone(),
    }
}

/// Open tasks about the same, from the index; else of the same theme.
async fn similar(cx: &Cx, reader: &mut Connection, task: &Task) -> Result<Vec<Card>> {
    let mut query = Query::new(cx.tenant.id.uuid());
    query.kind = Some(crate::find::SOURCE.kind);
    query.limit = SIMILAR;
    query.facets = vec![(Facet::Topic.name(), task.topics.clone())];
    let mut ids = found(cx, &query);
    if ids.is_empty() {
        query.facets = vec![(Facet::Theme.name(), vec![task.theme.to_string()])];
        ids = found(cx, &query);
    }
    ids.retain(|id| *id != task.id);
    let cards = store::cards(reader, cx.tenant.id, &ids, cx.now().day()).await?;
    let via = channel::from_request(cx);
    Ok(cards
        .iter()
        .map(|card| Card::of(card, None, cx.now(), T(cx.locale)))
        .map(|card| card.carrying(via.as_ref()))
        .collect())
}

/// A page about a task that is over is shown with or without the index.
fn found(cx: &Cx, query: &Query) -> Vec<TaskId> {
    match cx.services.index.search(query) {
        Ok(hits) => hits.hits.into_iter().map(|hit| TaskId::from_uuid(hit.id)).collect(),
        Err(error) => {
            tracing::warn!(%error, "similar tasks could not be looked up");
            Vec::new()
        }
    }
}
