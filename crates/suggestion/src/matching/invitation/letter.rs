//! What somebody is written who is asked to help.

use samskab_kernel::contact::Email;
use samskab_mail::{Letter, Message};
use samskab_organisation::{person::Person, sign_in};
use samskab_store::{Result, Tx};
use samskab_taskbank::{
    notice::mail::signed,
    task::{Task, time::as_beginning},
};
use samskab_web::{Tenant, session::Opens};

use super::Invitation;
use crate::{T, matching::words};

/// A week: as long as the link in the mail signs in.
const LINK_MINUTES: i64 = 7 * 24 * 60;

/// One is asked to help with a task.
pub struct Asking<'a> {
    pub municipality: &'a Tenant,
    pub invitation: &'a Invitation,
    pub task: &'a Task,
    /// Who posts it.
    pub by: &'a str,
    pub person: &'a Person,
}

impl Asking<'_> {
    /// Sends it with the transaction, with a link that signs in once.
    /// `secret`: a fresh one.
    pub async fn mail(
        &self,
        tx: &mut Tx,
        to: Email,
        secret: &str,
        absolute: impl Fn(&str) -> String,
    ) -> Result<()> {
        let link = one_time_link(tx, secret, self.person, &self.invitation.href()).await?;
        let message = self.message(to, &absolute(&link));
        samskab_mail::send(tx, message).await?;
        Ok(())
    }

    fn message(&self, to: Email, link: &str) -> Message {
        let t = T(self.person.locale);
        let today = self.invitation.sent_at.day();
        let title = &self.task.title;
        let why = words::sentence(&self.invitation.reasons(), t).unwrap_or_default();
        let when = t.matching_mail_when(as_beginning(&self.task.time.sentence(t.0, today)));
        let until = t.0.weekday_and_day(self.invitation.answer_by(), today);
        let letter = Letter::new(&t.notice_mail_greeting(self.person.first_name()))
            .paragraph(&t.matching_mail_asked(self.by, title))
            .paragraph(&self.invitation.message)
            .paragraph(&when)
            .paragraph(&why)
            .link(t.matching_mail_link(), link)
            .paragraph(&t.matching_mail_until(until))
            .paragraph(t.matching_mail_free());
        let body = finish(letter, self.municipality, t);
        Message { to, subject: t.matching_mail_subject(self.by), body, reply_to: None }
    }
}

/// Leads to `path` and signs in for it, once.
pub async fn one_time_link(tx: &mut Tx, secret: &str, person: &Person, path: &str) -> Result<String> {
    sign_in::add_link(tx, secret, person.id, LINK_MINUTES, Opens::Only(path)).await?;
    Ok(format!("/log-ind/{secret}?videre={path}"))
}

pub(in crate::matching) fn finish(letter: Letter, municipality: &Tenant, t: T) -> String {
    signed(letter, municipality, samskab_taskbank::T(t.0), t.notice_mail_closing(), t.matching_mail_why())
}

#[cfg(test)]
pub(in crate::matching) mod tests {
    use samskab_kernel::{Day, Locale, jiff::civil::Weekday};
    use samskab_matching::{Parts, Reason, Score, Topics};
    use samskab_organisation::{answering::Poster, association::Theme};
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::matching::invitation::{Kept, State};
    use samskab_taskbank::task::{Time, time::Turn};

    const NOW: Day = Day::of(2026, 3, 2);
    const SCORE: Score = Score {
        weights: 1,
        parts: Parts {
            interests: 0,
            target_groups: 0,
            competences: 0,
            rhythm: 0,
            time: 0,
            distance: 0,
            language: 0,
            company: 0,
        },
        fit: 0,
        answers: 0,
        met: 0,
        attention: 0,
        waiting: 0,
        total: 0,
    };

    pub(in crate::matching) fn fjordlund() -> Tenant {
        let settings = json!({ "profile": { "phone": "70 00 95 61" } });
        Tenant::new(Uuid::from_u128(3).into(), "fjordlund", "Fjordlund Kommune", "0999", settings)
    }

    pub(in crate::matching) fn vilma(locale: Locale) -> Person {
        let email = "vilma@post.example".parse().ok();
        Person { locale, ..Person::new(Uuid::from_u128(5).into(), "Vilma Godvilje", email, NOW.at(9, 0)) }
    }

    /// By hand, with two reasons.
    pub(in crate::matching) fn asked() -> Invitation {
        let reasons = vec![Reason::SharedTopics { topics: Topics::of(0) }, Reason::Near { metres: 1_800 }];
        Invitation {
            id: Uuid::from_u128(1).into(),
            task: Uuid::from_u128(2).into(),
            person: Uuid::from_u128(5).into(),
            stand_in: None,
            wave: 0,
            by: None,
            message: "Vi mangler en, der kan lide gamle romaner.".into(),
            score: 0,
            version: 1,
            parts: Kept { score: SCORE, reasons }.to_json().unwrap(),
            state: State::Sent,
            state_since: NOW.at(9, 0),
            reason: None,
            interest: None,
            sent_at: NOW.at(9, 0),
            expires_at: NOW.plus_days(10).at(0, 0),
        }
    }

    #[test]
    fn an_invitation_reads_well_in_both_languages() {
        let poster = Poster::Unit(Uuid::from_u128(4).into());
        let mut task = Task::draft(Uuid::from_u128(2).into(), poster, Theme::Social, None, NOW.at(8, 0));
        task.title = "Kaffe og højtlæsning".into();
        let turn = Turn { start_minute: 14 * 60, duration: 120 };
        task.time = Time::Weekly { weekdays: vec![Weekday::Tuesday], from: None, to: None, turn };
        let (fjordlund, fits) = (fjordlund(), asked());
        let bare = Invitation { parts: String::new(), ..fits.clone() };
        for locale in Locale::ALL {
            let person = vilma(locale);
            let written = |invitation: &Invitation| {
                let (municipality, by) = (&fjordlund, "Plejehjemmet Solgården");
                let asking = Asking { municipality, invitation, task: &task, by, person: &person };
                let link = "https://frivillig.fjordlund.example/invitationer/1";
                let message = asking.message("vilma@post.example".parse().unwrap(), link);
                format!("Emne: {}\n\n{}", message.subject, message.body)
            };
            insta::assert_snapshot!(format!("asked_{}", locale.code()), written(&fits));
            insta::assert_snapshot!(format!("asked_plainly_{}", locale.code()), written(&bare));
        }
    }
}
