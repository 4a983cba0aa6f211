//! GET /interesse/{link}: a volunteer's own page. Where it stands, what happens next and when, whom
//! to call, and the way out.
//!
//! Whoever has the secret link is the person; somebody signed in with the same confirmed address gets
//! there by the interest's id.

pub mod confirm;
pub mod offered;
pub mod phone;
pub mod reply;
pub mod withdraw;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Instant, deadline};
use samskab_organisation::answering::{self, WhomToCall};
use samskab_store::Connection;
use samskab_taskbank::task::{self, TaskId, store::ShownTask, time::as_beginning, view::place_line};
use samskab_web::{
    Cx, Error, Errors, Result, Shell,
    error::{LostLink, OrNotFound as _},
};
use uuid::Uuid;

use crate::{
    T,
    engagement::{self, Engagement},
};
use samskab_interest::{
    Interest, InterestId, Settings, State, Step, StepKind,
    form::HindranceWords,
    hindrance::Hindrance,
    offer,
    rules::line,
    show::{in_the_way, is_confirmed_as, is_to_be_told, signed_in},
    similar, store,
};

/// What is said of a link to an interest that leads to nothing.
const LOST: LostLink = LostLink {
    text: |locale| T(locale).interest_lost_link(),
    step: Some((|locale| samskab_web::T(locale).not_found_action(), "/opgaver")),
};

/// The interest behind a link, or behind its id for its signed-in owner.
///
/// # Errors
/// [`Error::LostLink`] for a link nobody has or that was deleted with its interest.
pub async fn find(cx: &Cx, connection: &mut Connection, key: &str) -> Result<Interest> {
    let Ok(id) = key.parse::<Uuid>() else {
        return store::find_by_link(connection, cx.tenant.id, key).await?.ok_or(Error::LostLink(LOST));
    };
    let me = signed_in(cx, connection).await?.ok_or(Error::SignIn)?;
    let interest = store::find(connection, cx.tenant.id, InterestId::from_uuid(id)).await?.or_not_found()?;
    is_confirmed_as(&me, interest.email.as_ref()).then_some(interest).or_not_found()
}

#[derive(Template)]
#[template(path = "answer/own.html")]
pub struct OwnPage {
    shell: Shell,
    t: T,
    base: String,
    state: State,
    is_invited: bool,
    /// A place of the waiting list waits for their yes.
    is_offered: bool,
    heading: String,
    lead: String,
    /// What happens next, in order.
    next: Vec<String>,
    before: Vec<HindranceWords>,
    /// The last words of the one who answers.
    words: String,
    title: String,
    task_href: String,
    task_is_public: bool,
    by: String,
    when: String,
    place: String,
    call: Option<WhomToCall>,
    steps: Vec<StepLine>,
    others: Vec<OtherLine>,
    /// Just sent without an address: the link is all they have.
    link_to_keep: Option<String>,
    /// The agreement it became: address and label.
    agreement: Option<(String, &'static str)>,
    has_begun: bool,
    draft: String,
    full_name: String,
    email: String,
    /// Where it cannot be changed any more, because it is over: it is still kept.
    kept_phone: String,
    persons: i64,
    form: OwnForm,
}

/// A task like this one: when and where it is tells whether it is worth a look.
struct OtherLine {
    id: TaskId,
    title: String,
    detail: String,
}

samskab_web::form! {
    /// What can be typed on the page: each of its small forms sends one of these fields.
    pub struct OwnForm {
        phone: phone(interest_form_phone).autocomplete("tel").inputmode("tel"),
        reply: paragraph(interest_own_reply).hint(interest_own_reply_hint).rows(4).max(1000),
        reason: paragraph(interest_own_withdraw_reason).rows(2).optional().max(500),
    }
}

pub struct StepLine {
    pub day: Day,
    pub at: String,
    pub what: String,
    pub text: String,
}

impl StepLine {
    /// As the volunteer reads it: "you", and the others by what they did.
    pub fn of(step: Step, t: T, today: Day) -> Self {
        let text = match (step.kind, step.text.parse::<i64>()) {
            (StepKind::OfAge, Ok(age)) => t.interest_form_of_age(age),
            _ => step.text,
        };
        let what = match step.by_name {
            Some(name) if !step.by_volunteer => t.interest_step_by(name, step.kind.label(**t)),
            _ => step.kind.label(**t).to_owned(),
        };
        Self { day: step.at.day(), at: as_beginning(&t.0.day_and_time(step.at, today)), what, text }
    }
}

impl OwnPage {
    /// The volunteer's own page of an interest. Runs at most twelve queries.
    pub async fn new(cx: &Cx, connection: &mut Connection, interest: &Interest, key: &str) -> Result<Self> {
        let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.now().day());
        let shown = task::store::shown(connection, tenant, interest.task, today).await?.or_not_found()?;
        let ladder = answering::ladder(connection, tenant, shown.task.poster, today).await?;
        let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
        let ShownTask { task, poster_name, .. } = shown;
        let steps = store::steps(connection, tenant, interest.id).await?;
        let before = match interest.state {
            State::Unconfirmed => {
                let mut before = conflicts(cx, connection, interest, &task).await?;
                before.extend(task.min_age.filter(|_| interest.known_too_young).map(|age| HindranceWords {
                    what: t.interest_own_cv(age),
                    next: t.interest_own_cv_next().to_owned(),
                }));
                before
            }
            _ => Vec::new(),
        };
        let place = Place::of(connection, cx, interest).await?;
        let others = match interest.state {
            State::Declined | State::Withdrawn | State::Ended => others_like(cx, connection, task.id).await?,
            _ => Vec::new(),
        };
        let agreement = match interest.state {
            State::Accepted | State::Ended | State::Withdrawn | State::Declined => {
                engagement::store::of_interest(connection, tenant, interest.id).await?
            }
            _ => None,
        };
        let days = Settings::of(&cx.tenant).promise_days;
        let promised = samskab_interest::Promise::given(cx.now(), days, task.time.begins_last()).due;
        let (mut heading, mut lead, mut next) =
            in_words(t, interest, &poster_name, place, promised, cx.now());
        if is_to_be_told(interest, &task) {
            t.interest_own_declined().clone_into(&mut heading);
            lead = match task.state.reason() {
                "" => t.engagement_ended_cancelled(&poster_name),
                reason => t.engagement_ended_cancelled_why(&poster_name, reason),
            };
            next.clear();
        }
        let words = last_words(&steps, agreement.is_some() && !interest.state.is_live());
        if let Some(engagement) = &agreement
            && interest.state == State::Declined
            && words.is_empty()
            && !has_helped(connection, cx, engagement).await?
        {
            t.engagement_own_ended_before().clone_into(&mut lead);
        }
        if interest.state == State::Accepted
            && agreement.as_ref().is_some_and(|engagement| {
                !engagement.state.has_begun() && engagement.asks(engagement::Side::Volunteer)
            })
        {
            heading = t.engagement_own_yes_given(&poster_name);
            t.engagement_own_yes_given_lead().clone_into(&mut lead);
        }
        let phone = interest.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default();
        Ok(Self {
            shell: cx.shell(heading.clone()),
            t,
            base: format!("/interesse/{key}"),
            state: interest.state,
            is_invited: matches!(interest.state, State::Invited { .. }),
            is_offered: place.offered_until.is_some(),
            heading,
            lead,
            next,
            before,
            words,
            task_href: format!("/opgaver/{}", task.id),
            task_is_public: task.state.is_public(),
            when: as_beginning(&task.time.sentence(cx.locale, today)),
            place: place_line(&task, samskab_taskbank::T(t.0)),
            title: task.title,
            by: poster_name,
            call,
            steps: steps.into_iter().map(|step| StepLine::of(step, t, today)).collect(),
            others,
            link_to_keep: (interest.email.is_none() && key.parse::<Uuid>().is_err())
                .then(|| cx.absolute(&format!("/interesse/{key}"))),
            has_begun: agreement.as_ref().is_some_and(|engagement| engagement.state.has_begun()),
            agreement: agreement.map(|engagement| {
                let asks = engagement.asks(engagement::Side::Volunteer);
                // The same link opens both; somebody signed in goes there by the engagement's own id.
                let href = match key.parse::<Uuid>() {
                    Ok(_) => engagement.own_href(),
                    Err(_) => format!("/aftaler/{key}"),
                };
                (href, if asks { t.engagement_read() } else { t.engagement_see() })
            }),
            draft: format!("interesse-{}", interest.task),
            full_name: interest.name.clone(),
            email: interest.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            persons: interest.persons,
            kept_phone: if interest.state.is_live() { String::new() } else { phone.clone() },
            form: OwnForm { phone, ..OwnForm::default() },
        })
    }

    /// With what was typed; the number is the one we have, unless it is the number that is wrong.
    pub fn with_errors(self, typed: OwnForm, errors: Errors) -> Self {
        let typed = typed.with_errors(errors);
        let phone = if typed.phone().is_wrong() { typed.phone.clone() } else { self.form.phone };
        Self { form: OwnForm { phone, ..typed }, ..self }
    }
}

/// The last words of the one who answers. Where an agreement is over (`is_over`), the yes that led to it is no message any
/// more: only a no is.
fn last_words(steps: &[Step], is_over: bool) -> String {
    let is_said =
        |step: &&Step| step.by_name.is_some() && !step.text.is_empty() && step.kind != StepKind::OfAge;
    let said = steps.iter().rev().find(is_said);
    let said = said.filter(|step| !is_over || step.kind == StepKind::Declined);
    said.map(|step| step.text.clone()).unwrap_or_default()
}

async fn others_like(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Vec<OtherLine>> {
    let similar = similar::similar(connection, cx.tenant.id, task).await?;
    let ids: Vec<TaskId> = similar.iter().map(|(id, _)| *id).collect();
    let cards = task::store::cards(connection, cx.tenant.id, &ids, cx.today()).await?;
    let detail = |id: TaskId| {
        let card = cards.iter().find(|card| card.id == id);
        card.map(|card| {
            format!("{}. {}", as_beginning(&card.time.sentence(cx.locale, cx.today())), card.poster_name)
        })
    };
    let line =
        |(id, title): (TaskId, String)| OtherLine { id, title, detail: detail(id).unwrap_or_default() };
    Ok(similar.into_iter().map(line).collect())
}

/// Whether they had begun, and were there, by an agreement that is over.
async fn has_helped(connection: &mut Connection, cx: &Cx, engagement: &Engagement) -> Result<bool> {
    let steps = engagement::store::steps(connection, cx.tenant.id, engagement.id).await?;
    let has_begun = steps.iter().any(|step| step.kind == engagement::StepKind::Begun);
    Ok(engagement.has_helped(has_begun, cx.now().day()))
}

/// Only the owner of the address comes here, so only they learn what else they said yes to.
async fn conflicts(
    cx: &Cx,
    connection: &mut Connection,
    interest: &Interest,
    task: &task::Task,
) -> Result<Vec<HindranceWords>> {
    let Some(email) = &interest.email else { return Ok(Vec::new()) };
    let mut known = store::live_of_email(connection, cx.tenant.id, email).await?;
    known.retain(|other| other.id != interest.id && other.state != State::Unconfirmed);
    let found = in_the_way(cx, connection, task, (1, &[]), &known, Some(email)).await?;
    let conflict = |hindrance: &Hindrance| matches!(hindrance, Hindrance::Conflict { .. });
    Ok(found
        .into_iter()
        .filter(conflict)
        .map(|hindrance| HindranceWords::of(hindrance, false, cx.locale, cx.today()))
        .collect())
}

/// Where somebody is on the waiting list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// How many are before them, themselves included; 0: not on the list.
    number: i64,
    /// A place is offered to them, and until when.
    pub offered_until: Option<Instant>,
}

impl Place {
    /// The place on the waiting list. Runs three queries for whoever is on the list, else none.
    pub async fn of(connection: &mut Connection, cx: &Cx, interest: &Interest) -> Result<Self> {
        if interest.state != State::Waitlisted {
            return Ok(Self::default());
        }
        let (tenant, task) = (cx.tenant.id, interest.task);
        let of_task = store::of_task(connection, tenant, task).await?;
        let passed = offer::passed(connection, tenant, task).await?;
        let standing = offer::standing(connection, tenant, task).await?;
        let before = line(&of_task, &passed).iter().position(|one| one.id == interest.id);
        Ok(Self {
            number: before.and_then(|before| i64::try_from(before + 1).ok()).unwrap_or(0),
            offered_until: standing.get(&interest.id).copied(),
        })
    }
}

/// Heading, one sentence, and what happens next.
pub(super) fn in_words(
    t: T,
    interest: &Interest,
    by: &str,
    place: Place,
    promised: Instant,
    now: Instant,
) -> (String, String, Vec<String>) {
    let day = |at: Instant| deadline::said(at, t.0, now.day());
    let list = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<String>>();
    match interest.state {
        State::Unconfirmed => (
            t.interest_own_unconfirmed().to_owned(),
            t.interest_own_unconfirmed_lead(by, day(promised)),
            Vec::new(),
        ),
        State::New => {
            let due = interest.promise.map_or(now, |promise| promise.due);
            if due < now {
                let next = list(&[t.interest_own_late_next()]);
                return (t.interest_own_late().to_owned(), t.interest_own_late_lead(by), next);
            }
            let next = match &interest.email {
                Some(_) => list(&[t.interest_own_new_next_mail(), t.interest_own_new_next_talk()]),
                None => list(&[t.interest_own_new_next_call(), t.interest_own_new_next_talk()]),
            };
            (t.interest_own_new().to_owned(), t.interest_own_promise(day(due)), next)
        }
        State::Invited { replied_at: None } => (
            t.interest_own_invited(by),
            t.interest_own_invited_lead().to_owned(),
            list(&[t.interest_own_invited_next()]),
        ),
        State::Invited { replied_at: Some(_) } => {
            let Some(due) = interest.owed().map(|promise| promise.due).filter(|due| *due >= now) else {
                let next = list(&[t.interest_own_late_next()]);
                return (t.interest_own_late().to_owned(), t.interest_own_late_lead(by), next);
            };
            (t.interest_own_replied().to_owned(), t.interest_own_replied_lead(by, day(due)), Vec::new())
        }
        State::Accepted => (
            t.interest_own_accepted().to_owned(),
            t.interest_own_accepted_lead(by),
            list(&[t.interest_own_accepted_next()]),
        ),
        State::Waitlisted => match place.offered_until {
            Some(due) => (
                t.interest_own_offered().to_owned(),
                t.interest_own_offered_lead(t.0.day_and_time(due, now.day())),
                list(&[t.interest_own_offered_next()]),
            ),
            None => (
                t.interest_own_waitlisted().to_owned(),
                t.interest_own_waitlisted_lead(place.number),
                list(&[t.interest_own_waitlisted_next()]),
            ),
        },
        State::Declined => {
            (t.interest_own_declined().to_owned(), t.interest_own_declined_lead(by), Vec::new())
        }
        State::Ended => (t.interest_own_ended().to_owned(), t.interest_own_ended_lead(by), Vec::new()),
        State::Withdrawn => {
            (t.interest_own_withdrawn().to_owned(), t.interest_own_withdrawn_lead().to_owned(), Vec::new())
        }
    }
}

pub async fn show(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let interest = find(&cx, &mut reader, &key).await?;
    cx.page(OwnPage::new(&cx, &mut reader, &interest, &key).await?)
}
