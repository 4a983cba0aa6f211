//! What becomes of an interest: the page of those who answer it, the volunteer's own page, and what a cancelled task
//! means for those who counted on it. A yes proposes an agreement in the same transaction.
//!
//! GET /interesser/{id}: who would like to help, and what may be answered. The only page that shows
//! a volunteer's address and number, and only to those who answer.

mod accept;
mod call;
mod cancelled;
mod decision;
mod decline;
mod exit;
mod invitation;
mod list;
mod on_task_page;
mod own;
mod waitlist;
mod ways;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_jobs::Handler;
use samskab_kernel::jiff::SignedDuration;
use samskab_organisation::{answering::Poster, identify::role, unit};
use samskab_store::Connection;
use samskab_taskbank::{
    catalogue,
    channel::{self, store::InterestOrigin},
    task::{self, store::ShownTask, time::as_beginning},
};
use samskab_web::{
    Access, Cx, Errors, Result, Routes, Services, Shell,
    error::OrNotFound as _,
    form::{self, Choice},
};
use serde::Deserialize;

use crate::{
    T,
    engagement::{
        self, AgreementDraft,
        text::{Block, Section, sections},
    },
};
use call::CallForm;
use decision::{AnswerForm, is_for_nothing};
pub use exit::DEPENDENTS;
pub use on_task_page::ON_TASK_PAGE;
use own::StepLine;
use samskab_interest::{
    Interest, InterestId, State, StateKind,
    authority::{Action, may},
    mine::tone,
    show::is_to_be_told,
    store, wording,
};
use ways::{label, no_room_for, possible, question};

pub fn routes() -> Routes {
    Routes::new()
        .get("/interesse/{link}", Access::Link, own::show)
        .post("/interesse/{link}/bekraeft", Access::Link, own::confirm::confirm)
        .post("/interesse/{link}/fortryd", Access::Link, own::withdraw::withdraw)
        .post("/interesse/{link}/svar", Access::Link, own::reply::reply)
        .post("/interesse/{link}/pladsen", Access::Link, own::offered::take)
        .post("/interesse/{link}/pladsen/nej", Access::Link, own::offered::pass)
        .post("/interesse/{link}/telefon", Access::Link, own::phone::change)
        .get("/interesser/{id}", Access::Decided, show)
        .get("/interesser/{id}/invitation", Access::Decided, back)
        .post("/interesser/{id}/invitation", Access::Decided, invitation::invite)
        .get("/interesser/{id}/accept", Access::Decided, back)
        .post("/interesser/{id}/accept", Access::Decided, accept::accept)
        .get("/interesser/{id}/venteliste", Access::Decided, back)
        .post("/interesser/{id}/venteliste", Access::Decided, waitlist::waitlist)
        .get("/interesser/{id}/afslag", Access::Decided, back)
        .post("/interesser/{id}/afslag", Access::Decided, decline::decline)
        .get("/interesser/{id}/opkald", Access::Decided, back)
        .post("/interesser/{id}/opkald", Access::Decided, call::note)
        .merge(samskab_desk::routes(&list::LIST))
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every("interest.cancelled", SignedDuration::from_mins(5), cancelled::say_cancelled)]
}

/// Which answer is being written, and which kind of no it is.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
struct AnswerQuery {
    svar: String,
    grund: String,
}

/// An answer as the address has it.
const SEGMENTS: [(StateKind, &str); 4] = [
    (StateKind::Invited, "invitation"),
    (StateKind::Accepted, "accept"),
    (StateKind::Waitlisted, "venteliste"),
    (StateKind::Declined, "afslag"),
];

fn segment(answer: StateKind) -> &'static str {
    SEGMENTS.iter().find(|(kind, _)| *kind == answer).map_or("", |(_, segment)| segment)
}

/// A way to answer, as a link to its letter.
struct Way {
    href: String,
    label: &'static str,
    symbol: &'static str,
    is_first: bool,
}

/// The letter that is being written.
pub struct LetterView {
    action: String,
    heading: &'static str,
    button: &'static str,
    form: AnswerForm,
    /// Kinds of no, each with a text of its own; the value is the address of its letter.
    reasons: Vec<Choice>,
    is_warning: bool,
    /// The agreement that a yes means; nothing where the two still have to find a day.
    agreement: Option<LetterAgreement>,
}

struct LetterAgreement {
    sections: Vec<Section>,
    begins: String,
}

#[derive(Template)]
#[template(path = "answer/page.html")]
pub struct AnswerPage {
    shell: Shell,
    t: T,
    href: String,
    heading: String,
    state: &'static str,
    tone: &'static str,
    symbol: &'static str,
    full_name: String,
    email: String,
    phone: String,
    persons: i64,
    message: String,
    lacks: Vec<String>,
    /// The lowest age, when the volunteer's own CV says that they are younger.
    known_too_young: Option<i64>,
    entered: bool,
    /// How they came (VB-22): what it is called and what it is; empty: not said.
    came: (&'static str, String),
    waits: String,
    title: String,
    task_href: String,
    list_href: String,
    when: String,
    places: Option<(i64, i64)>,
    /// The question above the ways to answer, and what they mean for the answer that was given.
    question: (&'static str, String),
    ways: Vec<Way>,
    letter: Option<LetterView>,
    /// A letter that cannot be sent any more: shown, so that nothing typed is lost.
    unsent: String,
    can_note_call: bool,
    /// The task was called off, and only a call says so: what is said, and why.
    told: Option<(String, String)>,
    /// The agreement it became: address and label.
    agreement: Option<(String, &'static str)>,
    /// They have no e-mail, and have not answered the agreement yet.
    agrees_by_phone: bool,
    /// Accepted before there were agreements.
    can_offer: bool,
    steps: Vec<StepLine>,
    pub refused: Option<String>,
    pub call: CallForm,
    pub errors: Errors,
}

impl AnswerPage {
    async fn new(
        cx: &Cx,
        connection: &mut Connection,
        interest: &Interest,
        shown: &ShownTask,
        asked: &AnswerQuery,
    ) -> Result<Self> {
        let (t, now) = (T(cx.locale), cx.now());
        let steps = store::steps(connection, cx.tenant.id, interest.id).await?;
        let came = match channel::store::of_interest(connection, cx.tenant.id, interest.id.uuid()).await? {
            Some(InterestOrigin::Channel(name)) => (t.channel_came_by(), name),
            Some(InterestOrigin::Heard(heard)) => {
                (t.channel_heard_said(), heard.label(samskab_taskbank::T(t.0)).to_lowercase())
            }
            None => ("", String::new()),
        };
        let agreement = match interest.state {
            State::Accepted | State::Ended => {
                engagement::store::of_interest(connection, cx.tenant.id, interest.id).await?
            }
            _ => None,
        };
        let mut possible = possible(interest, &shown.task);
        if agreement.as_ref().is_some_and(|engagement| engagement.state.has_begun()) {
            possible.clear(); // it ends with thanks, on the page of the agreement
        }
        if is_for_nothing(connection, cx.tenant.id, interest, &shown.task).await? {
            possible.clear();
        }
        let no_room = no_room_for(connection, cx, interest, shown).await?.filter(|_| !possible.is_empty());
        if no_room.is_some() {
            possible.retain(|answer| *answer != StateKind::Accepted);
        }
        let answer = SEGMENTS.iter().find(|(_, segment)| *segment == asked.svar).map(|(kind, _)| *kind);
        let answer = answer.filter(|answer| possible.contains(answer));
        let letter = match answer {
            Some(answer) => {
                let place = signing_place(cx, connection, shown).await?;
                let mut letter = letter(cx, t, interest, shown, &place, answer, &asked.grund);
                if answer == StateKind::Accepted {
                    letter.show_agreement(cx, connection, interest, shown).await?;
                }
                Some(letter)
            }
            None => None,
        };
        let href = interest.href();
        // The place has said yes to the agreement; the volunteer counts as in only when they have said yes too.
        let is_unanswered =
            agreement.as_ref().is_some_and(|engagement| engagement.asks(engagement::Side::Volunteer));
        let agrees_by_phone = is_unanswered && interest.email.is_none();
        let (tone, symbol) = if is_unanswered { ("wait", "hourglass") } else { tone(interest.state.kind()) };
        let waits = match interest.owed() {
            Some(promise) if promise.due < now => t.interest_answer_late(promise.days_waited(now)),
            Some(promise) => t.interest_answer_due(cx.locale.weekday_and_day(promise.due.day(), cx.today())),
            None => String::new(),
        };
        let has_replied = interest.has_replied();
        let state_label = wording::state_label(interest.state.kind(), has_replied, cx.locale);
        let is_answered = matches!(interest.state, State::Accepted | State::Declined);
        let way = |(number, answer): (usize, StateKind)| {
            let (label, symbol) = label(t, answer, interest.state);
            // What takes an answer back is never the thing to do next.
            let is_first = number == 0 && !is_answered;
            Way { href: format!("{href}?svar={}#brev", segment(answer)), label, symbol, is_first }
        };
        let name = interest.first_name();
        let title = match interest.state {
            State::New => t.interest_answer_title(name),
            _ => t.interest_answer_title_now(name, state_label),
        };
        Ok(Self {
            shell: cx.shell(title).under("/overblik", t.task_overview()).here(),
            t,
            heading: t.interest_answer_heading(&interest.name, &shown.task.title),
            state: match is_unanswered {
                true => t.engagement_yes_given(),
                false => state_label,
            },
            agrees_by_phone,
            tone,
            symbol,
            full_name: interest.name.clone(),
            email: interest.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            phone: interest.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            persons: interest.persons,
            message: interest.message.clone(),
            lacks: interest
                .lacks
                .iter()
                .filter_map(|lack| catalogue::requirement(lack.code()))
                .map(|words| words.name(cx.locale).to_lowercase())
                .collect(),
            known_too_young: shown.task.min_age.filter(|_| interest.known_too_young),
            entered: interest.entered_by.is_some(),
            came,
            waits,
            title: shown.task.title.clone(),
            task_href: format!("/opgaver/{}", shown.task.id),
            list_href: format!("/opgaver/{}/interesserede", shown.task.id),
            when: as_beginning(&shown.task.time.sentence(cx.locale, now.day())),
            places: shown.task.places.map(|places| (shown.taken, places)),
            question: match no_room {
                Some(free) => (t.interest_answer_what(), t.interest_answer_full(free, interest.persons)),
                None => question(t, interest, &shown.task),
            },
            told: is_to_be_told(interest, &shown.task).then(|| {
                let reason = shown.task.state.reason();
                let why = if reason.is_empty() { String::new() } else { t.interest_call_told_why(reason) };
                (t.interest_call_told_text(name, &shown.task.title), why)
            }),
            ways: possible.into_iter().enumerate().map(way).collect(),
            letter,
            unsent: String::new(),
            can_offer: interest.state == State::Accepted
                && agreement.as_ref().is_none_or(|engagement| !engagement.state.is_live()),
            agreement: agreement.map(|engagement| {
                let asks = engagement.asks(engagement::Side::Place);
                match (asks, agrees_by_phone) {
                    (true, _) => (engagement.href(), t.engagement_read()),
                    (false, true) => (format!("{}#noter-ja", engagement.href()), t.engagement_by_phone()),
                    (false, false) => (engagement.href(), t.engagement_see()),
                }
            }),
            can_note_call: interest.state.is_live() && interest.phone.is_some(),
            steps: steps.into_iter().map(|step| StepLine::of(step, t, now.day())).collect(),
            refused: None,
            call: CallForm::default(),
            errors: Errors::default(),
            href,
        })
    }
}

/// Where the one who answers stands, as the letter is signed: the poster, when they are of it; else
/// the unit that reaches it, else the municipality. Nobody signs for an association they are not in.
async fn signing_place(cx: &Cx, connection: &mut Connection, shown: &ShownTask) -> Result<String> {
    let poster = match shown.task.poster {
        Poster::Unit(unit) => unit.uuid(),
        Poster::Association(association) => association.uuid(),
    };
    let standings = &cx.actor.standings;
    if standings.iter().any(|standing| standing.place == poster) {
        return Ok(shown.poster_name.clone());
    }
    let for_the_whole = [role::ADMINISTRATOR, role::COORDINATOR, role::DEPUTY_COORDINATOR];
    let nearest = standings
        .iter()
        .filter(|standing| !for_the_whole.contains(&standing.role) && standing.reach.contains(&poster))
        .min_by_key(|standing| standing.reach.len());
    let unit = match nearest {
        Some(standing) => {
            unit::store::find(connection, cx.tenant.id, standing.place.into(), cx.now().day()).await?
        }
        None => None,
    };
    Ok(unit.map_or_else(|| cx.tenant.name.clone(), |unit| unit.name))
}

fn letter(
    cx: &Cx,
    t: T,
    interest: &Interest,
    shown: &ShownTask,
    place: &str,
    answer: StateKind,
    reason: &str,
) -> LetterView {
    let (task, contact) = (&shown.task.title, &cx.actor.name);
    let is_full = shown.places_left().is_some_and(|left| left < interest.persons);
    // A reason is proposed only where we know that it is so.
    let reason = match reason {
        "" if !interest.lacks.is_empty() => "requirement",
        "" if is_full => decline::FILLED,
        reason => reason,
    };
    let text = match interest.state {
        State::Accepted => wording::taken_back(interest, task, place, contact),
        State::Declined => wording::after_no(answer, interest, task, place, contact),
        _ => wording::proposal(answer, reason, is_full, interest, task, place, contact),
    };
    let href = interest.href();
    let reasons = match answer {
        StateKind::Declined => catalogue::decline_texts()
            .iter()
            .map(|text| {
                let to = format!("{href}?svar=afslag&grund={}#brev", text.kind);
                Choice::new(to, text.label(cx.locale), text.kind == reason)
            })
            .collect(),
        _ => Vec::new(),
    };
    let button = match (answer, interest.email.is_some()) {
        (_, false) => t.interest_letter_called(),
        (StateKind::Accepted, true) => t.interest_letter_send_yes(),
        (StateKind::Declined, true) => t.interest_letter_send_no(),
        (_, true) => t.interest_letter_send(),
    };
    LetterView {
        action: format!("{href}/{}", segment(answer)),
        heading: label(t, answer, interest.state).0,
        button,
        form: AnswerForm {
            grund: reason.to_owned(),
            tilstand: interest.mark(),
            text,
            ..AnswerForm::default()
        },
        reasons,
        is_warning: answer == StateKind::Declined,
        agreement: None,
    }
}

impl LetterView {
    /// A yes to somebody is a yes to what is agreed on with them, when it is read with it.
    async fn show_agreement(
        &mut self,
        cx: &Cx,
        connection: &mut Connection,
        interest: &Interest,
        shown: &ShownTask,
    ) -> Result<()> {
        let (t, today) = (T(cx.locale), cx.today());
        // As it will be proposed: with the name of the account, where they have one.
        let known = engagement::whose::known(connection, cx.tenant.id, interest).await?;
        let name = known.map_or_else(|| interest.name.clone(), |person| person.name);
        let draft = AgreementDraft::of(connection, &cx.tenant, shown, &name, interest.locale, today).await?;
        let Some(begins_on) = draft.begins_on else { return Ok(()) };
        self.form.aftale = draft.mark();
        self.agreement = Some(LetterAgreement {
            sections: sections(&draft.text),
            begins: t.engagement_begins(t.0.weekday_and_day(begins_on, today)),
        });
        Ok(())
    }
}

/// The interest and its task for somebody who may answer it; decides the authority.
async fn read(cx: &Cx, connection: &mut Connection, id: InterestId) -> Result<(Interest, ShownTask)> {
    let interest = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let shown =
        task::store::shown(connection, cx.tenant.id, interest.task, cx.now().day()).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Answer, &shown.task))?;
    // Nobody but the writer sees what is not confirmed.
    if interest.state == State::Unconfirmed || interest.promise.is_none() {
        return Err(samskab_web::Error::NotFound);
    }
    Ok((interest, shown))
}

pub async fn show(cx: Cx, Path(id): Path<InterestId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (interest, shown) = read(&cx, &mut reader, id).await?;
    cx.page(AnswerPage::new(&cx, &mut reader, &interest, &shown, &form::query(&cx)).await?)
}

/// GET where an answer is sent: a form that was refused, opened again or in another language. The page, with the letter
/// that was being written.
async fn back(cx: Cx, Path(id): Path<InterestId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (interest, _) = read(&cx, &mut reader, id).await?;
    let verb = cx.path().rsplit('/').next().unwrap_or_default();
    match SEGMENTS.iter().find(|(_, segment)| *segment == verb) {
        Some((_, segment)) => cx.redirect(format!("{}?svar={segment}", interest.href())),
        None => cx.redirect(interest.href()),
    }
}

#[cfg(test)]
mod tests;
