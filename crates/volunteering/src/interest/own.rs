//! GET /interesse/{link}: a volunteer's own page. Where it stands, what happens next and when, whom
//! to call, and the way out.
//!
//! Whoever has the secret link is the person; somebody signed in with the same confirmed address gets
//! there by the interest's id.

pub mod confirm;
pub mod phone;
pub mod reply;
pub mod withdraw;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Instant, Locale};
use samskab_organisation::answering;
use samskab_store::Connection;
use samskab_web::{Cx, Error, Errors, Result, Shell, error::OrNotFound as _};
use uuid::Uuid;

use super::{
    Interest, InterestId, Settings, State, Step,
    form::Said,
    hindrance::Hindrance,
    letter::WhomToCall,
    responsible::to_call,
    show::{in_the_way, is_confirmed_as, signed_in},
    store,
};
use crate::{
    T, engagement,
    task::{self, TaskId, store::Shown, time::as_beginning, view::place_line},
};

/// The interest behind a link, or behind its id for its signed-in owner.
///
/// # Errors
/// [`Error::LinkExpired`] for a link nobody has or that was deleted with its interest.
pub async fn find(cx: &Cx, connection: &mut Connection, key: &str) -> Result<Interest> {
    let Ok(id) = key.parse::<Uuid>() else {
        return store::find_by_link(connection, cx.tenant.id, key).await?.ok_or(Error::LinkExpired);
    };
    let me = signed_in(cx, connection).await?.ok_or(Error::SignIn)?;
    let interest = store::find(connection, cx.tenant.id, InterestId::from_uuid(id)).await?.or_not_found()?;
    is_confirmed_as(&me, interest.email.as_ref()).then_some(interest).or_not_found()
}

#[derive(Template)]
#[template(path = "interest/own.html")]
pub struct OwnPage {
    shell: Shell,
    t: T,
    base: String,
    state: State,
    is_invited: bool,
    heading: String,
    lead: String,
    /// What happens next, in order.
    next: Vec<String>,
    before: Vec<Said>,
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
    others: Vec<(TaskId, String)>,
    /// Just sent without an address: the link is all they have.
    link_to_keep: Option<String>,
    /// The agreement it became: address and label.
    agreement: Option<(String, &'static str)>,
    has_begun: bool,
    draft: String,
    full_name: String,
    email: String,
    phone: String,
    pub reply: String,
    pub errors: Errors,
}

pub struct StepLine {
    pub day: samskab_kernel::Day,
    pub at: String,
    pub what: String,
    pub text: String,
}

impl StepLine {
    /// As the volunteer reads it: "you", and the others by what they did.
    pub fn of(step: Step, t: T) -> Self {
        let what = match step.by_name {
            Some(name) if !step.by_volunteer => t.interest_step_by(name, step.kind.label(t)),
            _ => step.kind.label(t).to_owned(),
        };
        Self { day: step.at.day(), at: as_beginning(&t.0.day_and_time(step.at)), what, text: step.text }
    }
}

impl OwnPage {
    /// At most twelve queries.
    pub async fn new(cx: &Cx, connection: &mut Connection, interest: &Interest, key: &str) -> Result<Self> {
        let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.now().day());
        let Shown { task, poster_name, .. } =
            task::store::shown(connection, tenant, interest.task, today).await?.or_not_found()?;
        let ladder = answering::ladder(connection, tenant, task.poster, today).await?;
        let call = to_call(&ladder, task.contact).map(|answerer| WhomToCall::of(answerer, cx.locale));
        let steps = store::steps(connection, tenant, interest.id).await?;
        let words = steps.iter().rev().find(|step| step.by_name.is_some() && !step.text.is_empty());
        let words = words.map(|step| step.text.clone()).unwrap_or_default();
        let before = match interest.state {
            State::Unconfirmed => conflicts(cx, connection, interest, &task).await?,
            _ => Vec::new(),
        };
        let position = match interest.state {
            State::Waitlisted => position(&store::of_task(connection, tenant, task.id).await?, interest),
            _ => 0,
        };
        let others = match interest.state {
            State::Declined | State::Withdrawn | State::Ended => {
                store::similar(connection, tenant, task.id).await?
            }
            _ => Vec::new(),
        };
        let agreement = match interest.state {
            State::Accepted | State::Ended => {
                engagement::store::of_interest(connection, tenant, interest.id).await?
            }
            _ => None,
        };
        let promise_days = Settings::of(&cx.tenant).promise_days;
        let (heading, lead, next) = in_words(t, interest, &poster_name, position, promise_days, cx.now());
        Ok(Self {
            shell: cx.shell(heading.clone()),
            t,
            base: format!("/interesse/{key}"),
            state: interest.state,
            is_invited: matches!(interest.state, State::Invited { .. }),
            heading,
            lead,
            next,
            before,
            words,
            task_href: format!("/opgaver/{}", task.id),
            task_is_public: task.state.is_public(),
            when: as_beginning(&task.time.sentence(cx.locale, today)),
            place: place_line(&task, t),
            title: task.title,
            by: poster_name,
            call: call.or_else(|| WhomToCall::municipality(&cx.tenant)),
            steps: steps.into_iter().map(|step| StepLine::of(step, t)).collect(),
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
            phone: interest.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            reply: String::new(),
            errors: Errors::default(),
        })
    }

    pub fn with_phone(self, phone: String, errors: Errors) -> Self {
        Self { phone, errors, ..self }
    }

    pub fn with_reply(self, reply: String, errors: Errors) -> Self {
        Self { reply, errors, ..self }
    }
}

/// Only the owner of the address comes here, so only they learn what else they said yes to.
async fn conflicts(
    cx: &Cx,
    connection: &mut Connection,
    interest: &Interest,
    task: &task::Task,
) -> Result<Vec<Said>> {
    let Some(email) = &interest.email else { return Ok(Vec::new()) };
    let mut known = store::live_of_email(connection, cx.tenant.id, email).await?;
    known.retain(|other| other.id != interest.id && other.state != State::Unconfirmed);
    let found = in_the_way(cx, connection, task, 1, &[], &known).await?;
    let conflict = |hindrance: &Hindrance| matches!(hindrance, Hindrance::Conflict { .. });
    Ok(found.into_iter().filter(conflict).map(|hindrance| Said::of(hindrance, false, cx.locale)).collect())
}

/// How many are before them on the waiting list, themselves included.
fn position(of_task: &[Interest], interest: &Interest) -> i64 {
    let order = |one: &Interest| (one.promise.map_or(one.created_at, |promise| promise.since), one.id);
    let waiting = of_task.iter().filter(|one| one.state == State::Waitlisted);
    i64::try_from(waiting.filter(|one| order(one) <= order(interest)).count()).unwrap_or(0)
}

/// Heading, one sentence, and what happens next.
fn in_words(
    t: T,
    interest: &Interest,
    by: &str,
    position: i64,
    promise_days: u32,
    now: Instant,
) -> (String, String, Vec<String>) {
    let day = |at: Instant| t.0.weekday_and_day(at.day());
    let list = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<String>>();
    match interest.state {
        State::Unconfirmed => {
            let promised = super::Promise::given(now, promise_days).due;
            (
                t.interest_own_unconfirmed().to_owned(),
                t.interest_own_unconfirmed_lead(by),
                vec![t.interest_own_promise(day(promised))],
            )
        }
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
            (t.interest_own_replied().to_owned(), t.interest_own_replied_lead(by), Vec::new())
        }
        State::Accepted => (
            t.interest_own_accepted().to_owned(),
            t.interest_own_accepted_lead(by),
            list(&[t.interest_own_accepted_next()]),
        ),
        State::Waitlisted => (
            t.interest_own_waitlisted().to_owned(),
            t.interest_own_waitlisted_lead(position),
            list(&[t.interest_own_waitlisted_next()]),
        ),
        State::Declined => {
            (t.interest_own_declined().to_owned(), t.interest_own_declined_lead(by), Vec::new())
        }
        State::Ended => (t.interest_own_ended().to_owned(), t.interest_own_ended_lead(by), Vec::new()),
        State::Withdrawn => {
            (t.interest_own_withdrawn().to_owned(), t.interest_own_withdrawn_lead().to_owned(), Vec::new())
        }
    }
}

impl super::StepKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Shown => t.interest_step_shown(),
            Self::EnteredOnBehalf => t.interest_step_entered(),
            Self::Confirmed => t.interest_step_confirmed(),
            Self::Invited => t.interest_step_invited(),
            Self::Replied => t.interest_step_replied(),
            Self::Accepted => t.interest_step_accepted(),
            Self::Waitlisted => t.interest_step_waitlisted(),
            Self::Declined => t.interest_step_declined(),
            Self::Withdrawn => t.interest_step_withdrawn(),
            Self::Ended => t.interest_step_ended(),
            Self::Called => t.interest_step_called(),
            Self::PhoneChanged => t.interest_step_phone(),
            Self::Late => t.interest_step_late(),
        }
    }
}

impl super::StateKind {
    /// As a short word beside a name.
    pub fn label(self, locale: Locale) -> &'static str {
        let t = T(locale);
        match self {
            Self::Unconfirmed => t.interest_state_unconfirmed(),
            Self::New => t.interest_state_new(),
            Self::Invited => t.interest_state_invited(),
            Self::Accepted => t.interest_state_accepted(),
            Self::Waitlisted => t.interest_state_waitlisted(),
            Self::Declined => t.interest_state_declined(),
            Self::Withdrawn => t.interest_state_withdrawn(),
            Self::Ended => t.interest_state_ended(),
        }
    }
}

pub async fn show(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let interest = find(&cx, &mut reader, &key).await?;
    cx.page(OwnPage::new(&cx, &mut reader, &interest, &key).await?)
}
