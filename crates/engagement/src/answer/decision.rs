//! An answer is given: the state, the words, the mail, the place.

use std::mem;

use axum::response::Response;
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::answering::WhomToCall;
use samskab_organisation::{
    answering::{self, Ladder},
    person::PersonId,
};
use samskab_store::{Connection, Event, Tx};
use samskab_taskbank::{
    catalogue, notice,
    task::{Task, store::ShownTask},
};
use samskab_web::{Check, Cx, Error, Result, form::Field};

use super::{AnswerPage, AnswerQuery, read, segment, ways::may_be_given};
use crate::{
    T,
    engagement::{self, EndedBy},
};
use samskab_interest::{
    Interest, InterestId, Refused, State, StateKind, StepKind,
    letter::{Writer, when_and_where},
    offer::{self, Answer},
    places,
    rules::Outcome,
    show::{is_to_be_told, takes_interest},
    similar,
    store::{self, By},
    waiting_list,
};

samskab_web::form! {
    /// The words of an answer.
    pub struct AnswerForm {
        /// The kind of no whose letter was the starting point.
        grund: hidden,
        /// The agreement that was read with a yes: its mark.
        aftale: hidden,
        /// The mark of the interest's state on the page that the answer was sent from.
        tilstand: hidden,
        text: paragraph(interest_letter_text).rows(12).at_most(4000),
    }
}

impl AnswerForm {
    /// The letter to somebody, or to whom has no e-mail address, what was said to them.
    pub(super) fn words(&self, t: T, full_name: &str, is_said: bool) -> Field<'_> {
        match is_said {
            true => self.text().label(t.interest_letter_said()).hint(t.interest_letter_said_hint()),
            false => self.text().hint(t.interest_letter_text_hint(full_name)),
        }
    }
}

/// Whether the agreement that was read with the answer is the one that was proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadAgreement {
    /// It was proposed as it was read, or none was read.
    Same,
    /// It was proposed in other words or for another day: the place is asked about it on its page.
    Another,
}

/// One of the answers: where it leads and what is written down.
pub struct Decision<E> {
    pub to: StateKind,
    pub step: StepKind,
    /// The rule. Gets the free places; `None`: as many as come.
    pub transition: fn(Interest, Option<i64>, Instant) -> Outcome,
    pub event: fn(&Interest) -> E,
    /// The message shown when it is done.
    pub said: &'static str,
}

impl<E: Event> Decision<E> {
    pub async fn give(self, cx: Cx, id: InterestId, form: AnswerForm) -> Result<Response> {
        let mut tx = cx.write().await?;
        let (interest, shown) = read(&cx, &mut tx, id).await?;
        let asked = AnswerQuery { svar: segment(self.to).to_owned(), grund: form.grund.clone() };
        let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
        let words = form.words(t, &interest.name, interest.email.is_none());
        let text = words.text(&mut check).unwrap_or_default();
        if let Err(errors) = check.done() {
            let page = AnswerPage::new(&cx, &mut tx, &interest, &shown, &asked).await?;
            return cx.invalid(page.with_words(form.with_errors(errors)));
        }
        let refused = match self.save(&cx, &mut tx, id, &shown, &text, &form).await? {
            Ok(agreement) => {
                tx.commit().await?;
                let is_said = interest.email.is_none() && self.to == StateKind::Invited;
                let (kind, said) = match agreement {
                    ReadAgreement::Another => ("warning", "engagement-flash-read-another"),
                    ReadAgreement::Same if is_said => ("success", "interest-flash-called"),
                    ReadAgreement::Same => ("success", self.said),
                };
                return cx.redirect_saying(interest.href(), kind, said);
            }
            Err(refused) => refused,
        };
        // Something may have been written before the rule refused: the page must show what is stored without it.
        drop(tx);
        let mut reader = cx.read().await?;
        let (interest, shown) = read(&cx, &mut reader, id).await?;
        // The same button pressed twice, or the page sent again: it is done.
        if refused == Refused::WrongState && self.is_given(&cx, &mut reader, &interest).await? {
            return cx.redirect_saying(interest.href(), "success", self.said);
        }
        let words = match refused {
            Refused::Full { free } => t.interest_answer_full(free, interest.persons),
            Refused::WrongState if interest.state == State::Withdrawn => {
                t.interest_answer_withdrawn(interest.first_name())
            }
            Refused::WrongState if interest.has_replied() => t.interest_answer_replied(interest.first_name()),
            Refused::WrongState if is_to_be_told(&interest, &shown.task) => {
                t.interest_call_told_title(interest.first_name())
            }
            Refused::WrongState if !takes_interest(&shown.task) => t.interest_answer_over().to_owned(),
            Refused::WrongState => t.interest_answer_meanwhile().to_owned(),
        };
        let page = AnswerPage::new(&cx, &mut reader, &interest, &shown, &asked).await?;
        cx.invalid(AnswerPage { refused: Some(words), ..page.with_words(form) })
    }

    /// The interest is already in the state that this answer leads to, and the same person brought it there.
    async fn is_given(&self, cx: &Cx, connection: &mut Connection, interest: &Interest) -> Result<bool> {
        let me = cx.actor.person.map(PersonId::from_uuid);
        let steps = store::steps(connection, cx.tenant.id, interest.id).await?;
        let last = steps.iter().rev().find(|step| step.kind == self.step);
        Ok(interest.state.kind() == self.to
            && me.is_some()
            && last.is_some_and(|step| step.by_person_id == me))
    }

    pub(super) async fn save(
        &self,
        cx: &Cx,
        tx: &mut Tx,
        id: InterestId,
        shown: &ShownTask,
        text: &str,
        form: &AnswerForm,
    ) -> Result<Result<ReadAgreement, Refused>> {
        let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
        let (task, free) = places::locked(tx, shown.task.id).await?.ok_or(Error::NotFound)?;
        let before = store::find(tx, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
        let was = before.state;
        if !before.is_seen_as(&form.tilstand)
            || !may_be_given(self.to, &before, &task)
            || is_for_nothing(tx, cx.tenant.id, &before, &task).await?
        {
            return Ok(Err(Refused::WrongState));
        }
        // A place of the waiting list that is offered to them is kept for them.
        let is_offered =
            was == State::Waitlisted && offer::standing(tx, cx.tenant.id, task.id).await?.contains_key(&id);
        let free = free.map(|free| free + if is_offered { before.persons } else { 0 });
        let interest = match (self.transition)(before, free, cx.now()) {
            Ok(interest) => interest,
            Err(refused) => return Ok(Err(refused)),
        };
        if !store::save(tx, &interest, was.kind()).await? {
            return Ok(Err(Refused::WrongState));
        }
        // A yes is taken back only while it has come to nothing more; later it ends with thanks.
        if was == State::Accepted && !engagement::take_back(tx, interest.id, EndedBy::Place).await? {
            return Ok(Err(Refused::WrongState));
        }
        store::add_step(tx, id, By::Person(me), self.step, text).await?;
        let mut agreement = ReadAgreement::Same;
        if interest.state == State::Accepted {
            let person = engagement::whose::person_of(tx, &interest).await?;
            let proposed = engagement::propose(tx, &cx.tenant, &interest, person, Some(me)).await?;
            let agrees = engagement::agree_as_read(tx, proposed, &form.aftale, me).await?;
            if !form.aftale.is_empty() && !agrees {
                agreement = ReadAgreement::Another;
            }
        }
        if let Some(to) = interest.email.clone() {
            let ladder = answering::ladder(tx, cx.tenant.id, task.poster, cx.now().day()).await?;
            let others = match self.to {
                StateKind::Declined if offers_others(&form.grund) => {
                    similar::similar(tx, cx.tenant.id, task.id).await?
                }
                _ => Vec::new(),
            };
            let secret = cx.secret();
            store::add_link(tx, id, &secret).await?;
            let writer = Writer {
                municipality: &cx.tenant,
                interest: &interest,
                task: &shown.task.title,
                by: &shown.poster_name,
                link: cx.absolute(&match interest.state {
                    State::Accepted => format!("/aftaler/{secret}"),
                    _ => format!("/interesse/{secret}"),
                }),
                call: whom_to_call(cx, &interest, &ladder, shown, me),
                today: cx.today(),
            };
            let facts = match interest.state {
                State::Accepted => when_and_where(&shown.task, interest.locale, cx.today()).to_vec(),
                _ => Vec::new(),
            };
            let letter = writer.answer(to, text, &facts, &others, |path| cx.absolute(path));
            samskab_mail::send(tx, letter).await?;
        }
        match (was, interest.state) {
            (_, State::Accepted) => places::given(tx, task, free, interest.persons).await?,
            (State::Accepted, _) => places::taken_back(tx, &cx.tenant, task.id, interest.persons).await?,
            _ => {}
        }
        // An offer of the waiting list that stood for them is over: the next is asked.
        match interest.state {
            _ if !is_offered => {}
            State::Accepted => drop(offer::answer(tx, id, Answer::Yes).await?),
            _ => drop(waiting_list::pass(tx, id, shown.task.id, Answer::No).await?),
        }
        notice::settle(tx, &interest.href()).await?;
        tx.record((self.event)(&interest)).await?;
        Ok(Ok(agreement))
    }
}

/// A no that no other answer can follow: the task takes no volunteers any more, or they have asked anew. One query.
pub(super) async fn is_for_nothing(
    connection: &mut Connection,
    tenant: TenantId,
    interest: &Interest,
    task: &Task,
) -> samskab_store::Result<bool> {
    Ok(interest.state == State::Declined
        && (!takes_interest(task) || store::has_asked_anew(connection, tenant, interest).await?))
}

fn offers_others(reason: &str) -> bool {
    catalogue::decline_texts().iter().find(|text| text.kind == reason).is_none_or(|text| text.offers_others)
}

/// The one who answered, when they are shown publicly; else whoever the task's page shows.
fn whom_to_call(
    cx: &Cx,
    interest: &Interest,
    ladder: &Ladder,
    shown: &ShownTask,
    me: PersonId,
) -> Option<WhomToCall> {
    let own = ladder.everybody().into_iter().find(|answerer| answerer.person == me);
    own.filter(|own| own.can_be_called())
        .map(|answerer| WhomToCall::of(answerer, interest.locale))
        .or_else(|| shown.whom_to_call(ladder, &cx.tenant, interest.locale))
}

impl AnswerPage {
    /// The letter as it was typed: to be sent, or where that is over, to be read and copied.
    fn with_words(mut self, form: AnswerForm) -> Self {
        self.errors.clone_from(&form.errors);
        match &mut self.letter {
            // Which kind of no it is, the letter's address says; and what is agreed on, the page.
            Some(letter) => {
                let AnswerForm { grund, aftale, tilstand, .. } = mem::take(&mut letter.form);
                // The interest's state is seen by whoever was told of it, not by whoever corrects a word.
                let tilstand = if form.errors.is_empty() { tilstand } else { form.tilstand.clone() };
                letter.form = AnswerForm { grund, aftale, tilstand, ..form };
            }
            None => form.text.trim().clone_into(&mut self.unsent),
        }
        self
    }
}
