//! An answer is given: the state, the words, the mail, the place.

use axum::response::Response;
use samskab_kernel::Instant;
use samskab_organisation::{
    answering::{self, Ladder},
    person::PersonId,
};
use samskab_store::{Connection, Event, Tx};
use samskab_web::{Check, Cx, Error, Result};
use serde::Deserialize;

use super::{AnswerPage, Asked, read, segment};
use crate::{
    T, catalogue,
    engagement::{self, EndedBy},
    interest::{
        Interest, InterestId, Refused, State, StateKind, StepKind,
        letter::{WhomToCall, Writer},
        places,
        rules::Outcome,
        store::{self, By},
    },
    notice,
    task::{Task, store::Shown},
};

/// The words of an answer.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    pub text: String,
    /// Which kind of no it began from.
    pub grund: String,
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
        let mut reader = cx.read().await?;
        let (interest, shown) = read(&cx, &mut reader, id).await?;
        let asked = Asked { svar: segment(self.to).to_owned(), grund: form.grund.clone() };
        let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
        let is_said = interest.email.is_none();
        let label = if is_said { t.interest_letter_said() } else { t.interest_letter_text() };
        check.labels(&[("text", label)]);
        let text = check.required("text", &form.text, 4000).unwrap_or_default();
        if let Err(errors) = check.done() {
            let page = AnswerPage::new(&cx, &mut reader, &interest, &shown, &asked).await?;
            return cx.invalid(AnswerPage { errors, ..page.with_text(form.text) });
        }
        let ladder = answering::ladder(&mut reader, cx.tenant.id, shown.task.poster, cx.now().day()).await?;
        let others = match self.to {
            StateKind::Declined if offers_others(&form.grund) => {
                store::similar(&mut reader, cx.tenant.id, shown.task.id).await?
            }
            _ => Vec::new(),
        };
        drop(reader);

        let mut tx = cx.write().await?;
        let refused = match self.save(&cx, &mut tx, id, &shown, &ladder, &text, &others).await? {
            Ok(()) => {
                tx.commit().await?;
                return cx.redirect_saying(interest.href(), "success", self.said);
            }
            Err(refused) => refused,
        };
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
            Refused::WrongState => t.interest_answer_meanwhile().to_owned(),
        };
        let page = AnswerPage::new(&cx, &mut reader, &interest, &shown, &asked).await?;
        cx.invalid(AnswerPage { refused: Some(words), ..page.with_text(form.text) })
    }

    /// It stands where this answer leads, and it was the same person who led it there.
    async fn is_given(&self, cx: &Cx, connection: &mut Connection, interest: &Interest) -> Result<bool> {
        let me = cx.actor.person.map(PersonId::from_uuid);
        let steps = store::steps(connection, cx.tenant.id, interest.id).await?;
        let last = steps.iter().rev().find(|step| step.kind == self.step);
        Ok(interest.state.kind() == self.to
            && me.is_some()
            && last.is_some_and(|step| step.by_person_id == me))
    }

    #[expect(clippy::too_many_arguments, reason = "what was read before the transaction began")]
    async fn save(
        &self,
        cx: &Cx,
        tx: &mut Tx,
        id: InterestId,
        shown: &Shown,
        ladder: &Ladder,
        text: &str,
        others: &[(crate::task::TaskId, String)],
    ) -> Result<Result<(), Refused>> {
        let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
        let (task, free) = places::locked(tx, shown.task.id).await?.ok_or(Error::NotFound)?;
        let before = store::find(tx, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
        let was = before.state;
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
        if interest.state == State::Accepted {
            let person = engagement::whose::person_of(tx, &interest).await?;
            engagement::propose(tx, &cx.tenant, &interest, person, Some(me)).await?;
        }
        if let Some(to) = interest.email.clone() {
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
                call: whom_to_call(cx, &interest, ladder, &task, me),
            };
            samskab_mail::send(tx, writer.answer(to, text, others, |path| cx.absolute(path))).await?;
        }
        match (was, interest.state) {
            (_, State::Accepted) => places::given(tx, task, free, interest.persons).await?,
            (State::Accepted, _) => places::given_back(tx, &cx.tenant, task.id, interest.persons).await?,
            _ => {}
        }
        notice::settle(tx, &interest.href()).await?;
        tx.record((self.event)(&interest)).await?;
        Ok(Ok(()))
    }
}

fn offers_others(reason: &str) -> bool {
    catalogue::decline_texts().iter().find(|text| text.kind == reason).is_none_or(|text| text.offers_others)
}

/// The one who answered, when they stand there publicly; else as on the task's page.
fn whom_to_call(
    cx: &Cx,
    interest: &Interest,
    ladder: &Ladder,
    task: &Task,
    me: PersonId,
) -> Option<WhomToCall> {
    use crate::interest::responsible::to_call;
    to_call(ladder, Some(me))
        .or_else(|| to_call(ladder, task.contact))
        .map(|answerer| WhomToCall::of(answerer, interest.locale))
        .or_else(|| WhomToCall::municipality(&cx.tenant))
}

impl AnswerPage {
    /// The letter as it was typed: to be sent, or where that is over, to be read and copied.
    fn with_text(mut self, text: String) -> Self {
        match &mut self.letter {
            Some(letter) => letter.text = text,
            None => text.trim().clone_into(&mut self.unsent),
        }
        self
    }
}
