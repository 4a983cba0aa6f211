//! The task and the place behind a shift, and how both sides are told of something.

use std::sync::Arc;

use samskab_kernel::{Instant, Locale, TenantId};
use samskab_mail::{Letter, Message, Signature};
use samskab_organisation::{
    answering::{self, Answerer, Ladder},
    person::{self, Person, PersonId},
    sign_in,
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Cx, Tenant, app::Services, token};

use super::{Shift, wording::when};
use crate::{
    T,
    interest::{
        Rung,
        letter::WhomToCall,
        news::languages,
        responsible::{responsible, to_call},
    },
    notice,
    task::{self, Task, TaskId},
};

/// A link in a mail about a shift signs in for a week.
const LINK_MINUTES: i64 = 7 * 24 * 60;

/// Everything a letter about a shift needs.
pub struct Place {
    services: Services,
    municipality: Arc<Tenant>,
    pub task: Task,
    /// Who posts the task.
    pub name: String,
    pub ladder: Ladder,
}

/// What a volunteer is written.
#[derive(Debug, Clone, Copy)]
pub enum Word<'a> {
    /// The time changed: say yes or no to the new one.
    Moved {
        before: (Instant, Instant),
    },
    Cancelled {
        reason: &'a str,
    },
    Tomorrow,
    /// A colleague asks whether they would take it, perhaps in exchange for this one.
    Asked {
        by: &'a str,
        in_return: Option<&'a Shift>,
    },
    /// Somebody took it: the reader is free.
    Taken {
        by: &'a str,
    },
    /// The colleague who was asked cannot.
    Declined {
        by: &'a str,
    },
}

impl Place {
    /// At most five queries.
    pub async fn read(
        services: &Services,
        municipality: &Arc<Tenant>,
        connection: &mut Connection,
        task: TaskId,
        now: Instant,
    ) -> Result<Option<Self>> {
        let tenant = municipality.id;
        let Some(shown) = task::store::shown(connection, tenant, task, now.day()).await? else {
            return Ok(None);
        };
        let ladder = answering::ladder(connection, tenant, shown.task.poster, now.day()).await?;
        Ok(Some(Self {
            services: services.clone(),
            municipality: Arc::clone(municipality),
            task: shown.task,
            name: shown.poster_name,
            ladder,
        }))
    }

    pub async fn of(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<Self>> {
        Self::read(&cx.services, &cx.tenant, connection, task, cx.now()).await
    }

    pub fn tenant(&self) -> TenantId {
        self.municipality.id
    }

    /// Those whose work it is.
    pub fn responsible(&self) -> Vec<&Answerer> {
        responsible(&self.ladder, self.task.contact, Rung::Contact)
    }

    pub fn whom_to_call(&self, locale: Locale) -> Option<WhomToCall> {
        to_call(&self.ladder, self.task.contact)
            .map(|answerer| WhomToCall::of(answerer, locale))
            .or_else(|| WhomToCall::municipality(&self.municipality))
    }

    /// The plan, where those who answer see the shift.
    pub fn plan_href(&self, shift: &Shift) -> String {
        format!("/opgaver/{}/vagter#vagt-{}", self.task.id, shift.id)
    }

    /// Those who answer for the place hear of it, by mail as they have chosen.
    pub async fn tell(
        &self,
        tx: &mut Tx,
        shift: &Shift,
        kind: &'static str,
        text: impl Fn(T) -> String,
    ) -> Result<()> {
        for (person, locale) in languages(tx, self.tenant(), &self.responsible()).await? {
            notice::tell(tx, person, kind, text(T(locale)), self.plan_href(shift)).await?;
        }
        Ok(())
    }

    /// Those who answer for the place get a mail of its own, now: it is soon.
    pub async fn tell_at_once(
        &self,
        tx: &mut Tx,
        shift: &Shift,
        subject: impl Fn(T) -> String,
        text: impl Fn(T) -> String,
    ) -> Result<()> {
        let ids: Vec<PersonId> = self.responsible().iter().map(|answerer| answerer.person).collect();
        if ids.is_empty() {
            return Ok(());
        }
        for person in person::store::find_many(tx, self.tenant(), &ids).await? {
            let Some(to) = person.email.clone() else { continue };
            let t = T(person.locale);
            let letter = self.greeting(&person).paragraph(&text(t)).link(
                t.shift_mail_plan_link(),
                &self.services.absolute(self.tenant(), &self.plan_href(shift)),
            );
            let body = self.finish(t, letter, &t.shift_mail_why_place(&self.name));
            samskab_mail::send(tx, Message { to, subject: subject(t), body, reply_to: None }).await?;
        }
        Ok(())
    }

    /// A letter to a volunteer; `false`: they have no e-mail, somebody must call.
    pub async fn write(&self, tx: &mut Tx, person: &Person, shift: &Shift, word: Word<'_>) -> Result<bool> {
        let Some(to) = person.email.clone() else { return Ok(false) };
        let secret = token::fresh(self.services.db.dice());
        sign_in::add_link(tx, &secret, person.id, LINK_MINUTES).await?;
        let path = format!("/log-ind/{secret}?videre={}", shift.href());
        let message = self.letter(to, person, shift, word, &self.services.absolute(self.tenant(), &path));
        samskab_mail::send(tx, message).await?;
        Ok(true)
    }

    fn letter(
        &self,
        to: samskab_kernel::contact::Email,
        person: &Person,
        shift: &Shift,
        word: Word<'_>,
        link: &str,
    ) -> Message {
        let t = T(person.locale);
        let (task, time) = (self.task.title.as_str(), shift.when(t.0));
        let letter = self.greeting(person);
        let (subject, letter) = match word {
            Word::Moved { before } => {
                let by = t.0.day_and_time(shift.confirm_by());
                let text = t.shift_mail_moved(when(t.0, before), task, &time);
                let letter = letter.paragraph(&text).paragraph(&if shift.confirm_by() > shift.updated_at {
                    t.shift_mail_moved_answer(by)
                } else {
                    t.shift_mail_moved_answer_now().to_owned()
                });
                (t.shift_mail_moved_subject(task), letter.link(t.shift_mail_moved_link(), link))
            }
            Word::Cancelled { reason } => {
                let letter = letter.paragraph(&t.shift_mail_cancelled(task, &time));
                let letter =
                    if reason.is_empty() { letter } else { letter.paragraph(&t.shift_mail_reason(reason)) };
                (t.shift_mail_cancelled_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::Tomorrow => {
                let letter = letter
                    .paragraph(&t.shift_mail_tomorrow(task, &time))
                    .paragraph(&crate::task::view::place_line(&self.task, t))
                    .paragraph(t.shift_mail_tomorrow_cannot());
                (t.shift_mail_tomorrow_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::Asked { by, in_return } => {
                let letter = letter.paragraph(&t.shift_mail_asked(by, task, &time));
                let letter = match in_return {
                    None => letter,
                    Some(other) => letter.paragraph(&t.shift_mail_asked_in_return(by, other.when(t.0))),
                };
                let letter = letter.paragraph(t.shift_mail_asked_free());
                (t.shift_mail_asked_subject(by), letter.link(t.shift_mail_asked_link(), link))
            }
            Word::Taken { by } => {
                let letter = letter.paragraph(&t.shift_mail_taken(by, task, &time));
                (t.shift_mail_taken_subject(task), letter.link(t.shift_mail_link(), link))
            }
            Word::Declined { by } => {
                let letter = letter.paragraph(&t.shift_mail_declined(by, task, &time));
                (t.shift_mail_declined_subject(by), letter.link(t.shift_mail_link(), link))
            }
        };
        let call = match self.whom_to_call(t.0) {
            None => String::new(),
            Some(call) if call.role.is_empty() => t.interest_mail_call_place(&call.name, &call.phone),
            Some(call) => t.interest_mail_call(&call.name, &call.phone, &call.role),
        };
        let body = self.finish(t, letter.paragraph(&call), &t.shift_mail_why(task));
        Message { to, subject, body, reply_to: None }
    }

    fn greeting(&self, person: &Person) -> Letter {
        Letter::new(&T(person.locale).interest_mail_greeting(person.first_name()))
    }

    fn finish(&self, t: T, letter: Letter, why: &str) -> String {
        let phone = &self.municipality.profile.phone;
        let phone = if phone.is_empty() { String::new() } else { t.notice_mail_phone(phone) };
        let signature = Signature {
            closing: t.notice_mail_closing(),
            municipality: &self.municipality.name,
            phone: &phone,
        };
        letter.finish(&signature, why)
    }
}
