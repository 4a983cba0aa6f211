//! What somebody is written who is asked to help.

use samskab_kernel::contact::Email;
use samskab_mail::{Letter, Message, Signature};
use samskab_organisation::{person::Person, sign_in};
use samskab_store::{Result, Tx};
use samskab_web::Tenant;

use super::Invitation;
use crate::{
    T,
    matching::words,
    task::{Task, time::as_beginning},
};

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
        let until = t.0.weekday_and_day(self.invitation.answer_by());
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

/// Leads to `path` and signs in, once.
pub async fn one_time_link(tx: &mut Tx, secret: &str, person: &Person, path: &str) -> Result<String> {
    sign_in::add_link(tx, secret, person.id, LINK_MINUTES).await?;
    Ok(format!("/log-ind/{secret}?videre={path}"))
}

pub(in crate::matching) fn finish(letter: Letter, municipality: &Tenant, t: T) -> String {
    let phone = &municipality.profile.phone;
    let phone = if phone.is_empty() { String::new() } else { t.notice_mail_phone(phone) };
    let signature =
        Signature { closing: t.notice_mail_closing(), municipality: &municipality.name, phone: &phone };
    letter.finish(&signature, t.matching_mail_why())
}
