//! What a volunteer is written about the account, the CV and the consent, in the volunteer's language.

use samskab_kernel::{Day, Locale, contact::Email};
use samskab_mail::{Letter, Message};
use samskab_taskbank::notice::mail::signed;
use samskab_web::Tenant;

use crate::T;

pub(crate) struct Mail<'a> {
    pub municipality: &'a Tenant,
    pub locale: Locale,
    pub first_name: &'a str,
    /// The day it is written.
    pub today: Day,
}

impl Mail<'_> {
    fn t(&self) -> T {
        T(self.locale)
    }

    fn greeting(&self) -> Letter {
        Letter::new(&self.t().volunteer_mail_greeting(self.first_name))
    }

    fn finish(&self, to: Email, subject: &str, letter: Letter, why: &str) -> Message {
        let t = self.t();
        let body = signed(letter, self.municipality, *t, t.notice_mail_closing(), why);
        Message { to, subject: subject.to_owned(), body, reply_to: None }
    }

    /// The link that makes an account or finds it.
    pub fn join(&self, to: Email, link: &str) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.volunteer_mail_join_text(&self.municipality.name))
            .link(t.volunteer_mail_join_link(), link)
            .paragraph(t.volunteer_mail_join_not_you());
        self.finish(to, t.volunteer_mail_join_subject(), letter, t.volunteer_mail_join_why())
    }

    /// A month before the consent runs out.
    pub fn consent_ends(&self, to: Email, last_day: Day, link: &str) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(&t.volunteer_mail_consent_text(self.locale.weekday_and_day(last_day, self.today)))
            .link(t.volunteer_mail_consent_link(), link)
            .paragraph(t.volunteer_mail_consent_otherwise());
        self.finish(to, t.volunteer_mail_consent_subject(), letter, t.volunteer_mail_consent_why())
    }

    /// A month before the CV is deleted because nobody kept it up.
    pub fn cv_ends(&self, to: Email, link: &str) -> Message {
        let t = self.t();
        let letter = self
            .greeting()
            .paragraph(t.volunteer_mail_cv_text())
            .link(t.volunteer_mail_cv_link(), link)
            .paragraph(t.volunteer_mail_cv_otherwise());
        self.finish(to, t.volunteer_mail_cv_subject(), letter, t.volunteer_mail_cv_why())
    }
}
