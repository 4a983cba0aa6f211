//! What a volunteer is written, in the volunteer's language. Few mails: one to confirm, one for
//! each answer, and one when the answer is late.

use samskab_kernel::{Day, Instant, Locale, contact::Email, deadline};
use samskab_mail::{Letter, Message};
use samskab_organisation::answering::WhomToCall;
use samskab_taskbank::{
    notice::mail::signed,
    task::{Task, TaskId, time::as_beginning, view::place_line},
};
use samskab_web::Tenant;

use super::{Interest, StateKind};
use crate::T;

/// What every letter about an interest needs.
pub struct Writer<'a> {
    pub municipality: &'a Tenant,
    pub interest: &'a Interest,
    /// Title of the task, and who posts it.
    pub task: &'a str,
    pub by: &'a str,
    /// The person's own page, absolute.
    pub link: String,
    pub call: Option<WhomToCall>,
    /// The day it is written.
    pub today: Day,
}

impl Writer<'_> {
    fn t(&self) -> T {
        T(self.interest.locale)
    }

    fn finish(&self, letter: Letter, closing: &str) -> String {
        signed(
            letter,
            self.municipality,
            samskab_taskbank::T(self.t().0),
            closing,
            &self.t().interest_mail_why(self.task),
        )
    }

    fn greeting(&self) -> Letter {
        Letter::new(&self.t().interest_mail_greeting(self.interest.first_name()))
    }

    fn whom_to_call(&self) -> String {
        match &self.call {
            None => String::new(),
            Some(call) if call.role.is_empty() => self.t().interest_mail_call_place(&call.name, &call.phone),
            Some(call) => self.t().interest_mail_call(&call.name, &call.phone, &call.role),
        }
    }

    /// The link that must be followed before anybody else sees the interest.
    pub fn confirm(&self, to: Email, promised: Instant) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_confirm_thanks(self.by, self.task))
            .link(t.interest_mail_confirm_link(), &self.link)
            .paragraph(&t.interest_mail_confirm_promise(deadline::said(promised, t.0, self.today)))
            .paragraph(&self.whom_to_call())
            .paragraph(t.interest_mail_confirm_not_you());
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_confirm_subject(self.task), body, reply_to: None }
    }

    /// What was written down, with the promise and the link: for somebody whose address is known,
    /// or who phoned.
    pub fn receipt(&self, to: Email) -> Message {
        let t = self.t();
        let on_behalf = self.interest.entered_by.is_some();
        let thanks = if on_behalf {
            t.interest_mail_on_behalf(self.by, self.task)
        } else {
            t.interest_mail_receipt(self.by, self.task)
        };
        let promise = self
            .interest
            .promise
            .map(|promise| t.interest_mail_promise(deadline::said(promise.due, t.0, self.today)));
        let letter = self
            .greeting()
            .paragraph(&thanks)
            .paragraph(&promise.unwrap_or_default())
            .link(t.interest_mail_own_link(), &self.link)
            .paragraph(&self.whom_to_call());
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_receipt_subject(self.task), body, reply_to: None }
    }

    /// Somebody writes a second time: only the owner of the address is told.
    pub fn again(&self, to: Email) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_again(self.by, self.task))
            .link(t.interest_mail_own_link(), &self.link)
            .paragraph(&self.whom_to_call())
            .paragraph(t.interest_mail_again_not_you());
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_again_subject(self.task), body, reply_to: None }
    }

    /// The answer, in the words of the one who answers; with a yes, when and where it is ([`when_and_where`]), and with a
    /// no, up to three tasks like it.
    pub fn answer(
        &self,
        to: Email,
        text: &str,
        facts: &[String],
        others: &[(TaskId, String)],
        absolute: impl Fn(&str) -> String,
    ) -> Message {
        let t = self.t();
        let subject = match self.interest.state.kind() {
            StateKind::Invited => t.interest_mail_invited_subject(self.task),
            StateKind::Accepted => t.interest_mail_accepted_subject(self.task),
            StateKind::Waitlisted => t.interest_mail_waitlisted_subject(self.task),
            _ => t.interest_mail_declined_subject(self.task),
        };
        self.in_words(to, (subject, &t.interest_mail_why(self.task)), text, facts, others, absolute)
    }

    /// The task was cancelled: said to everybody who counted on it. `was_agreed`: they had said yes to each other.
    pub fn cancelled(
        &self,
        to: Email,
        text: &str,
        was_agreed: bool,
        others: &[(TaskId, String)],
        absolute: impl Fn(&str) -> String,
    ) -> Message {
        let t = self.t();
        let subject = t.interest_mail_cancelled_subject(self.task);
        let why = match was_agreed {
            true => t.interest_mail_why_agreed(self.task),
            false => t.interest_mail_why(self.task),
        };
        self.in_words(to, (subject, &why), text, &[], others, absolute)
    }

    /// Another place has the task from now on, and keeps what was promised.
    pub fn moved(&self, to: Email) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_moved(self.by, self.task))
            .paragraph(&self.whom_to_call())
            .link(t.interest_mail_own_link(), &self.link);
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_moved_subject(self.task), body, reply_to: None }
    }

    /// The task ends on a day to come. `reason`: why, in somebody's words; may be empty.
    pub fn ends_on(&self, to: Email, last_day: Day, reason: &str) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_ends_on(self.by, t.0.day(last_day), self.task))
            .paragraph(reason)
            .paragraph(t.interest_mail_ends_on_else())
            .link(t.interest_mail_own_link(), &self.link)
            .paragraph(&self.whom_to_call());
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_ends_on_subject(self.task), body, reply_to: None }
    }

    /// The task is at another time or place from now on. `changes`: each as it was and as it is.
    pub fn other_times(&self, to: Email, changes: &[String]) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_other_times(self.by, self.task))
            .list(changes)
            .paragraph(t.interest_mail_other_times_else())
            .link(t.interest_mail_own_link(), &self.link)
            .paragraph(&self.whom_to_call());
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_other_times_subject(self.task), body, reply_to: None }
    }

    /// Words that already end with a greeting from somebody with a name.
    fn in_words(
        &self,
        to: Email,
        (subject, why): (String, &str),
        text: &str,
        facts: &[String],
        others: &[(TaskId, String)],
        absolute: impl Fn(&str) -> String,
    ) -> Message {
        let t = self.t();
        let mut letter = Letter::new(text).list(facts);
        if !others.is_empty() {
            letter = letter.paragraph(t.interest_mail_others());
            for (task, title) in others {
                letter = letter.link(title, &absolute(&format!("/opgaver/{task}")));
            }
        }
        let link = match self.interest.state.kind() {
            StateKind::Invited => t.interest_mail_reply_link(),
            StateKind::Accepted => t.engagement_mail_read_link(),
            StateKind::Declined => t.interest_mail_ended_link(),
            _ => t.interest_mail_own_link(),
        };
        let letter = letter.link(link, &self.link).paragraph(&self.whom_to_call());
        let body = signed(letter, self.municipality, samskab_taskbank::T(t.0), "", why);
        Message { to, subject, body, reply_to: None }
    }

    /// A place became free, and is theirs if they say yes in time.
    pub fn offered(&self, to: Email, due: Instant) -> Message {
        let t = self.t();
        let until = t.0.day_and_time(due, self.today);
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_offered(self.by, self.task))
            .paragraph(&t.interest_mail_offered_due(&until))
            .link(t.interest_mail_offered_link(), &self.link)
            .paragraph(t.interest_mail_offered_else())
            .paragraph(&self.whom_to_call());
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_offered_subject(self.task), body, reply_to: None }
    }

    /// The time to answer is up.
    pub fn offer_over(&self, to: Email) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_offer_over(self.by, self.task))
            .link(t.interest_mail_own_link(), &self.link)
            .paragraph(&self.whom_to_call());
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_offer_over_subject(self.task), body, reply_to: None }
    }

    /// The promise was broken: said before the volunteer has to ask.
    pub fn late(&self, to: Email) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.interest_mail_late(self.by, self.task))
            .paragraph(&self.whom_to_call())
            .link(t.interest_mail_own_link(), &self.link);
        let body = self.finish(letter, t.notice_mail_closing());
        Message { to, subject: t.interest_mail_late_subject(self.task), body, reply_to: None }
    }
}

/// When and where a task is, a line each, as a letter about a yes to it says.
pub fn when_and_where(task: &Task, locale: Locale, today: Day) -> [String; 2] {
    let t = T(locale);
    [
        format!("{}: {}", t.interest_when(), as_beginning(&task.time.sentence(locale, today))),
        format!("{}: {}", t.interest_where(), place_line(task, samskab_taskbank::T(locale))),
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::{Promise, State};

    const LINK: &str = "https://frivillig.fjordlund.example/interesse/hemmeligt";

    fn now() -> Instant {
        Day::of(2026, 11, 22).at(12, 0)
    }

    fn interest(locale: Locale, state: State) -> Interest {
        Interest {
            id: Uuid::from_u128(1).into(),
            task: Uuid::from_u128(2).into(),
            name: "Vilma Godvilje".into(),
            email: "vilma@post.example".parse().ok(),
            phone: None,
            message: String::new(),
            locale,
            persons: 1,
            lacks: Vec::new(),
            known_too_young: false,
            entered_by: None,
            promise: (state != State::Unconfirmed).then(|| Promise::given(now(), 3, None)),
            answered_at: None,
            state,
            state_since: now(),
            created_at: now(),
            updated_at: now(),
        }
    }

    fn fjordlund() -> Tenant {
        let settings = json!({ "profile": { "phone": "70 00 95 61" } });
        Tenant::new(Uuid::from_u128(3).into(), "fjordlund", "Fjordlund Kommune", "0999", settings)
    }

    fn written(interest: &Interest, write: impl Fn(&Writer<'_>, Email) -> Message) -> String {
        let call = WhomToCall {
            name: "Lone Papsen".into(),
            role: "Aktivitetsmedarbejder".into(),
            phone: "12 70 11 05".into(),
        };
        let municipality = fjordlund();
        let writer = Writer {
            municipality: &municipality,
            interest,
            task: "Kaffe og højtlæsning",
            by: "Plejehjemmet Solgården",
            link: LINK.into(),
            call: Some(call),
            today: Day::of(2026, 3, 2),
        };
        let message = write(&writer, "vilma@post.example".parse().unwrap());
        format!("Emne: {}\n\n{}", message.subject, message.body)
    }

    #[test]
    fn every_letter_reads_well_in_both_languages() {
        for locale in Locale::ALL {
            let of = |name: &str| format!("{name}_{}", locale.code());
            let unconfirmed = interest(locale, State::Unconfirmed);
            let promised = Promise::given(now(), 3, None).due;
            insta::assert_snapshot!(
                of("confirm"),
                written(&unconfirmed, |writer, to| writer.confirm(to, promised))
            );
            let new = interest(locale, State::New);
            insta::assert_snapshot!(of("receipt"), written(&new, |writer, to| writer.receipt(to)));
            let phoned = Interest { entered_by: Some(Uuid::from_u128(9).into()), ..new.clone() };
            insta::assert_snapshot!(of("on_behalf"), written(&phoned, |writer, to| writer.receipt(to)));
            insta::assert_snapshot!(of("again"), written(&new, |writer, to| writer.again(to)));
            insta::assert_snapshot!(of("late"), written(&new, |writer, to| writer.late(to)));
            let others = [(Uuid::from_u128(7).into(), "Gåtur med udsigt".to_owned())];
            for state in
                [State::Invited { replied_at: None }, State::Accepted, State::Waitlisted, State::Declined]
            {
                let answered = interest(locale, state);
                let others = if state == State::Declined { &others[..] } else { &[] };
                let text = super::super::wording::proposal(
                    state.kind(),
                    "filled",
                    true,
                    &answered,
                    "Kaffe og højtlæsning",
                    "Plejehjemmet Solgården",
                    "Lone Papsen",
                );
                let absolute = |path: &str| format!("https://frivillig.fjordlund.example{path}");
                let is_yes = state == State::Accepted;
                let facts = ["Hvornår: Lørdage kl. 10.00–12.00".to_owned(), "Hvor: Solgården".to_owned()];
                let facts = if is_yes { &facts[..] } else { &[] };
                let letter =
                    written(&answered, |writer, to| writer.answer(to, &text, facts, others, absolute));
                insta::assert_snapshot!(of(state.kind().code()), letter);
            }
            let waiting = interest(locale, State::Waitlisted);
            let due = Day::of(2026, 11, 25).at(23, 59);
            insta::assert_snapshot!(of("offered"), written(&waiting, |writer, to| writer.offered(to, due)));
            insta::assert_snapshot!(of("offer_over"), written(&waiting, |writer, to| writer.offer_over(to)));
            let changes = ["Før: Lørdag kl. 13.30".to_owned(), "Nu: Lørdag kl. 14.30".to_owned()];
            let letter = written(&waiting, |writer, to| writer.other_times(to, &changes));
            insta::assert_snapshot!(of("other_times"), letter);
            let off = interest(locale, State::Declined);
            let said = crate::wording::Cancellation {
                first_name: "Vilma",
                task: "Kaffe og højtlæsning",
                when: "lørdag den 28. november kl. 13.30–16.00",
                place: "Plejehjemmet Solgården",
                contact: "Lone Papsen",
                reason: "Vi har influenza i huset.",
                shifts: None,
            };
            let letter = |said: crate::wording::Cancellation<'_>| {
                let (text, was_agreed) = (crate::wording::cancelled(locale, said), said.shifts.is_some());
                written(&off, |writer, to| {
                    writer.cancelled(to, &text, was_agreed, &[], |path| path.to_owned())
                })
            };
            let agreed = crate::wording::Cancellation { reason: "", shifts: Some(1), ..said };
            insta::assert_snapshot!(of("cancelled_agreed"), letter(agreed));
            let letter = letter(said);
            insta::assert_snapshot!(of("cancelled"), letter);
        }
    }
}
