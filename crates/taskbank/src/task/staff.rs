//! What those who look after a task see above it: its state, what is next, what was done.

use samskab_kernel::{Day, Locale};
use samskab_organisation::{
    answering::{Answerer, Ladder, Poster},
    identify::Who as _,
    person::{self, PersonId},
};
use samskab_store::{
    Connection,
    events::{self, Recorded},
};
use samskab_web::{
    Cx, Result,
    exit::counted_on,
    form::Field,
    module::{Link, links},
};

use super::event::stood;
use super::{
    Settings, State, StateKind, Task,
    form::TaskForm,
    reason::ReasonForm,
    rules::{Approver, Missing},
    store,
    time::TimeKind,
};
use crate::{
    T,
    authority::{Action, may},
};

/// The place on the task's page for the ways of those who look after it, to what other contexts have about it. They get
/// the [`Task`].
pub const STAFF: &str = "task.staff";

/// A link for them to a page about the task: `segment` is the end of that page's address, after the task's own.
pub fn way(task: &Task, place: u8, segment: &str, label: &'static str, symbol: &'static str) -> Link {
    Link { place, href: format!("/opgaver/{}/{segment}", task.id), label, symbol, is_main: false }
}

pub struct StaffView {
    pub href: String,
    /// The stored draft that the browser may forget now.
    pub draft_key: String,
    pub state: &'static str,
    pub tone: &'static str,
    pub symbol: &'static str,
    pub next_step: String,
    pub sent_back: String,
    pub missing: Vec<MissingView>,
    /// Whether to ask if a børneattest is needed.
    pub asks_for_certificate: bool,
    pub may_edit: bool,
    pub may_publish: bool,
    pub publish_label: &'static str,
    pub may_approve: bool,
    /// What should be changed before a yes.
    send_back: ReasonForm,
    pub asks_if_current: bool,
    pub may_fill: bool,
    pub may_reopen: bool,
    pub may_close: bool,
    /// It takes no more volunteers, and those who help go on: it can be called off.
    pub may_cancel: bool,
    pub may_copy: bool,
    /// Links to what other contexts have about the task.
    pub links: Vec<Link>,
    pub may_print_poster: bool,
    pub history: Vec<Step>,
}

pub struct MissingView {
    pub field: &'static str,
    pub message: &'static str,
}

/// One line of the history.
pub struct Step {
    pub day: Day,
    pub when: String,
    pub what: &'static str,
    pub who: String,
    pub reason: String,
}

impl StaffView {
    /// `None` for everybody who only reads.
    pub async fn read(
        cx: &Cx,
        reader: &mut Connection,
        task: &Task,
        ladder: &Ladder,
        settings: &Settings,
    ) -> Result<Option<Self>> {
        if !may(&cx.actor, Action::Edit, task) && !may(&cx.actor, Action::Approve, task) {
            return Ok(None);
        }
        let t = T(cx.locale);
        let kind = task.state.kind();
        let may = |action: Action| may(&cx.actor, action, task);
        let is_draft = kind == StateKind::Draft;
        let missing = if is_draft { task.missing(cx.now()) } else { Vec::new() };
        let approver = if is_draft { approver(cx, reader, task, settings).await? } else { None };
        let may_approve = kind == StateKind::Awaiting && may(Action::Approve);
        let asks_if_current =
            may(Action::Close) && matches!(&task.state, State::Open(open) if open.asked_at.is_some());
        let events = events::of(reader, cx.tenant.id, task.id.uuid()).await?;
        let was_alone = kind == StateKind::Cancelled && stood(&events).is_some();
        let is_over = matches!(kind, StateKind::Closed | StateKind::Expired);
        let may_cancel = is_over && may(Action::Close) && {
            let id = task.id.uuid();
            counted_on(&cx.services, reader, cx.tenant.id, &[id]).await?.contains(&id)
        };
        Ok(Some(Self {
            href: format!("/opgaver/{}", task.id),
            draft_key: super::form_page::draft_key(task.poster),
            state: kind.label(t),
            tone: kind.tone(),
            symbol: kind.symbol(),
            next_step: next_step(cx, task, ladder, may_approve, asks_if_current, missing.is_empty()),
            sent_back: if is_draft { task.state.reason().to_owned() } else { String::new() },
            missing: missing.into_iter().map(|missing| MissingView::new(missing, task, t)).collect(),
            asks_for_certificate: !matches!(
                kind,
                StateKind::Closed | StateKind::Expired | StateKind::Cancelled
            ) && task.may_need_certificate(),
            may_edit: may(Action::Edit),
            may_publish: is_draft && may(Action::Publish),
            publish_label: publish_label(approver, t),
            may_approve,
            send_back: ReasonForm::default(),
            asks_if_current,
            may_fill: kind == StateKind::Open && may(Action::Close),
            may_reopen: (was_alone
                || matches!(kind, StateKind::Filled | StateKind::Closed | StateKind::Expired))
                && may(Action::Close),
            may_close: matches!(kind, StateKind::Awaiting | StateKind::Open | StateKind::Filled)
                && may(Action::Close),
            may_cancel,
            may_copy: may(Action::Create),
            links: links(cx, STAFF, task),
            may_print_poster: matches!(kind, StateKind::Awaiting | StateKind::Open | StateKind::Filled)
                && may(Action::PrintPoster),
            history: history(cx, reader, task, &events).await?,
        }))
    }

    /// What whoever approves may say instead of yes.
    pub fn send_back(&self, t: T) -> Field<'_> {
        self.send_back.text().label(t.task_send_back_label()).hint(t.task_send_back_hint())
    }

    pub fn poster_href(&self) -> String {
        format!("{}/plakat", self.href)
    }

    pub fn edit_href(&self) -> String {
        format!("{}/rediger", self.href)
    }

    pub fn close_href(&self) -> String {
        format!("{}/luk", self.href)
    }
}

impl MissingView {
    pub fn new(missing: Missing, task: &Task, t: T) -> Self {
        let field = missing.field(task, &TaskForm::default()).name();
        Self { field, message: missing.message(t) }
    }
}

pub(super) fn publish_label(approver: Option<Approver>, t: T) -> &'static str {
    if approver.is_some() { t.task_send_to_approval() } else { t.task_publish() }
}

/// Who must say yes before the actor can make the task public; `None` when the actor can.
pub(super) async fn approver(
    cx: &Cx,
    connection: &mut Connection,
    task: &Task,
    settings: &Settings,
) -> Result<Option<Approver>> {
    if may(&cx.actor, Action::Approve, task) {
        return Ok(None);
    }
    let is_first = match task.poster {
        Poster::Association(association) if settings.association_first_task_needs_approval => {
            !store::has_published(connection, cx.tenant.id, association).await?
        }
        _ => false,
    };
    Ok(task.approver(settings, is_first))
}

fn next_step(
    cx: &Cx,
    task: &Task,
    ladder: &Ladder,
    may_approve: bool,
    asks_if_current: bool,
    is_complete: bool,
) -> String {
    let t = T(cx.locale);
    match &task.state {
        State::Draft { sent_back: Some(_) } => t.task_next_sent_back().to_owned(),
        State::Draft { .. } if !may(&cx.actor, Action::Publish, task) => {
            t.task_next_association_waits().to_owned()
        }
        State::Draft { .. } if is_complete => t.task_next_ready().to_owned(),
        State::Draft { .. } => t.task_next_draft().to_owned(),
        State::Awaiting if may_approve => t.task_next_approve().to_owned(),
        State::Awaiting => t.task_next_awaiting(approvers(task, ladder)),
        State::Open(_) if asks_if_current => t.task_next_current().to_owned(),
        State::Open(open) => t.task_next_open(cx.locale.day(open.expires_at.day())),
        State::Filled { expires_at } => t.task_next_filled(cx.locale.day(expires_at.day())),
        State::Closed { reason } | State::Cancelled { reason } if !reason.is_empty() => reason.clone(),
        State::Closed { .. } | State::Cancelled { .. } | State::Expired { .. } => {
            t.task_next_over().to_owned()
        }
    }
}

/// The names of those a task waits for.
fn approvers(task: &Task, ladder: &Ladder) -> String {
    let rung: &[Answerer] = match task.poster {
        Poster::Unit(_) if !ladder.key_persons.is_empty() => &ladder.key_persons,
        _ => &ladder.coordinators,
    };
    rung.iter().map(|answerer| answerer.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What happened to the task and who did it; empty for those who may not see it. Runs one query.
async fn history(cx: &Cx, reader: &mut Connection, task: &Task, events: &[Recorded]) -> Result<Vec<Step>> {
    if !cx.actor.answers_for(task.poster) && !may(&cx.actor, Action::Approve, task) {
        return Ok(Vec::new());
    }
    let mut people: Vec<PersonId> =
        events.iter().filter_map(|event| event.actor_id).map(PersonId::from_uuid).collect();
    people.sort_unstable();
    people.dedup();
    let people = if people.is_empty() {
        Vec::new()
    } else {
        person::store::find_many(reader, cx.tenant.id, &people).await?
    };
    let name = |event: &Recorded| match event.actor_id {
        None => T(cx.locale).task_by_the_program().to_owned(),
        Some(actor) => {
            let person = people.iter().find(|person| person.id.uuid() == actor);
            person.map_or_else(|| T(cx.locale).task_by_somebody().to_owned(), |person| person.name.clone())
        }
    };
    let steps = events.iter().filter_map(|event| {
        Some(Step {
            day: event.at.day(),
            when: cx.locale.day_and_time(event.at, cx.today()),
            what: what_happened(&event.kind, cx.locale)?,
            who: name(event),
            reason: reason(&event.data),
        })
    });
    Ok(steps.collect())
}

fn reason(data: &str) -> String {
    let data: serde_json::Value = serde_json::from_str(data).unwrap_or_default();
    data.get("reason").and_then(|reason| reason.as_str()).unwrap_or_default().to_owned()
}

/// An event in words; events of other contexts about the same task are passed over.
fn what_happened(kind: &str, locale: Locale) -> Option<&'static str> {
    let t = T(locale);
    Some(match kind {
        "task.created" => t.task_event_created(),
        "task.changed" => t.task_event_changed(),
        "task.submitted" => t.task_event_submitted(),
        "task.sent_back" => t.task_event_sent_back(),
        "task.published" => t.task_event_published(),
        "task.filled" => t.task_event_filled(),
        "task.closed" => t.task_event_closed(),
        "task.cancelled" => t.task_event_cancelled(),
        "task.expired" => t.task_event_expired(),
        "task.moved" => t.task_event_moved(),
        "task.reopened" => t.task_event_reopened(),
        "task.asked_if_current" => t.task_event_asked(),
        "task.confirmed_current" => t.task_event_confirmed(),
        "task.current_taken_back" => t.task_event_current_taken_back(),
        "task.warned" => t.task_event_warned(),
        "task.reclassified" => t.task_event_reclassified(),
        _ => return None,
    })
}

impl Missing {
    /// The form's field where it is mended.
    pub(super) fn field<'form>(self, task: &Task, form: &'form TaskForm) -> Field<'form> {
        match self {
            Self::Title => form.title(),
            Self::Summary => form.summary(),
            Self::Does => form.does(),
            Self::Time => form.time_kind(),
            Self::Day => form.day(),
            Self::Weekdays => form.weekdays(),
            Self::Start => form.start(),
            Self::End => form.end(),
            Self::Hours => form.hours_per_week(),
            Self::TimeOver => match task.time.kind() {
                Some(TimeKind::Weekly | TimeKind::Flexible) => form.until(),
                Some(TimeKind::OneOff) | None => form.day(),
            },
            Self::Address => form.postcode(),
            Self::Contact => form.contact(),
            Self::BoundaryStaff => form.boundary_staff(),
            Self::BoundaryVolunteers => form.boundary_volunteers(),
            Self::BoundaryGrey => form.boundary_grey(),
            Self::InsuranceUnclear => form.insurance(),
            Self::Course => form.course(),
            Self::ApproachChallenge => form.approach_challenge(),
            Self::ApproachParties => form.approach_parties(),
            Self::ApproachOther => form.approach_other(),
        }
    }

    /// One of the fields that say when it is.
    pub(super) fn is_of_time(self) -> bool {
        matches!(self, Self::Time | Self::Day | Self::Weekdays | Self::Start | Self::End | Self::Hours)
    }

    pub fn message(self, t: T) -> &'static str {
        match self {
            Self::Title => t.task_missing_title(),
            Self::Summary => t.task_missing_summary(),
            Self::Does => t.task_missing_does(),
            Self::Time => t.task_missing_time(),
            Self::Day => t.task_missing_day(),
            Self::Weekdays => t.task_missing_weekdays(),
            Self::Start => t.task_missing_start(),
            Self::End => t.task_missing_end(),
            Self::Hours => t.task_missing_hours(),
            Self::TimeOver => t.task_missing_time_over(),
            Self::Address => t.task_missing_address(),
            Self::Contact => t.task_missing_contact(),
            Self::BoundaryStaff => t.task_missing_boundary_staff(),
            Self::BoundaryVolunteers => t.task_missing_boundary_volunteers(),
            Self::BoundaryGrey => t.task_missing_boundary_grey(),
            Self::InsuranceUnclear => t.task_missing_insurance(),
            Self::Course => t.task_missing_course(),
            Self::ApproachChallenge => t.task_missing_approach_challenge(),
            Self::ApproachParties => t.task_missing_approach_parties(),
            Self::ApproachOther => t.task_missing_approach_other(),
        }
    }
}
