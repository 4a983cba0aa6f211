//! The mails about an association.

use samskab_kernel::{Locale, contact::Email};
use samskab_mail::Message;

use super::register::CONFIRM_DAYS;
use crate::{T, letter::Sender};

/// To the person who registered it: is it really you?
pub(super) struct Confirm<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    pub association: &'a str,
    pub link: &'a str,
}

impl Confirm<'_> {
    pub(super) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&t.mail_confirm_text(self.association, self.sender.municipality))
            .link(&t.mail_confirm_link(CONFIRM_DAYS), self.link)
            .paragraph(t.mail_confirm_then())
            .paragraph(t.mail_confirm_not_you());
        let body = self.sender.finish(locale, letter, t.mail_confirm_why());
        Message { to, subject: t.mail_confirm_subject(self.association), body, reply_to: None }
    }
}

/// To the person who registered it a second time: it is registered already.
pub(super) struct Already<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    pub association: &'a str,
    /// The sign-in page, which leads on to the association's own.
    pub link: &'a str,
}

impl Already<'_> {
    pub(super) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&t.mail_already_text(self.association, self.sender.municipality))
            .link(t.mail_already_link(), self.link)
            .paragraph(t.mail_confirm_not_you());
        let body = self.sender.finish(locale, letter, t.mail_confirm_why());
        Message { to, subject: t.mail_already_subject(self.association), body, reply_to: None }
    }
}

/// To the association's people: it has been approved.
pub(super) struct Approved<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    pub association: &'a str,
    /// The sign-in page, which leads on to the association's own.
    pub link: &'a str,
}

impl Approved<'_> {
    pub(super) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&t.mail_approved_text(self.association))
            .list([t.mail_approved_can_edit(), t.mail_approved_can_post(), t.mail_approved_can_invite()])
            .link(t.mail_approved_link(), self.link);
        let body = self.sender.finish(locale, letter, &t.mail_association_why(self.association));
        Message { to, subject: t.mail_approved_subject(self.association), body, reply_to: None }
    }
}

/// To the association's people: it was not approved, and why; or: it has been closed, and why.
pub(super) struct TurnedDown<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    pub association: &'a str,
    pub reason: &'a str,
    /// True when it was approved and is now closed; false when it was not approved.
    pub was_closed: bool,
}

impl TurnedDown<'_> {
    pub(super) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let (subject, text) = if self.was_closed {
            (t.mail_closed_subject(self.association), t.mail_closed_text(self.association))
        } else {
            (t.mail_rejected_subject(self.association), t.mail_rejected_text(self.association))
        };
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&text)
            .paragraph(self.reason)
            .paragraph(t.mail_rejected_next());
        let body = self.sender.finish(locale, letter, &t.mail_association_why(self.association));
        Message { to, subject, body, reply_to: None }
    }
}

/// To somebody whom the association has named as one of its people.
pub(super) struct Invited<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    pub association: &'a str,
    /// The name of whoever added them.
    pub by: &'a str,
    /// A link that signs in once.
    pub link: &'a str,
    /// How many days the link works.
    pub days: i64,
}

impl Invited<'_> {
    pub(super) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&t.mail_invited_text(self.association, self.by, self.sender.municipality))
            .link(&t.mail_invited_link(self.days), self.link)
            .paragraph(t.mail_invited_not_you());
        let body = self.sender.finish(locale, letter, &t.mail_association_why(self.association));
        Message { to, subject: t.mail_invited_subject(self.association), body, reply_to: None }
    }
}

/// To somebody who speaks for it no longer.
pub(super) struct NoLonger<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    pub association: &'a str,
    /// Whether somebody else still does.
    pub others_stay: bool,
}

impl NoLonger<'_> {
    pub(super) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&t.mail_no_longer_text(self.association, self.sender.municipality))
            .paragraph(if self.others_stay { t.mail_no_longer_others() } else { "" })
            .paragraph(t.mail_no_longer_wrong());
        let body = self.sender.finish(locale, letter, &t.mail_no_longer_why(self.association));
        Message { to, subject: t.mail_no_longer_subject(self.association), body, reply_to: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::tests::in_every_language;

    const SENDER: Sender<'_> = Sender { municipality: "Fjordlund Kommune", phone: "70 00 12 00" };
    const NAME: &str = "Nordby Petanque";

    fn written(mail: impl Fn(Email, Locale) -> Message) -> String {
        in_every_language("anna@petanque.example", mail)
    }

    #[test]
    fn is_it_really_you() {
        let link = "https://frivillig.fjordlund.example/foreninger/bekraeft/7f3a";
        insta::assert_snapshot!(written(|to, locale| {
            Confirm { sender: SENDER, first_name: "Anna", association: NAME, link }.message(to, locale)
        }));
    }

    #[test]
    fn it_is_registered_already() {
        let link = "https://frivillig.fjordlund.example/log-ind?videre=/foreninger/1";
        insta::assert_snapshot!(written(|to, locale| {
            Already { sender: SENDER, first_name: "Anna", association: NAME, link }.message(to, locale)
        }));
    }

    #[test]
    fn you_are_in() {
        let link = "https://frivillig.fjordlund.example/log-ind?videre=/foreninger/1";
        insta::assert_snapshot!(written(|to, locale| {
            Approved { sender: SENDER, first_name: "Anna", association: NAME, link }.message(to, locale)
        }));
    }

    #[test]
    fn not_this_time_and_why() {
        let reason = "Vi kan ikke se, hvem der er med i foreningen.\nRing gerne til os.";
        insta::assert_snapshot!(written(|to, locale| {
            TurnedDown { sender: SENDER, first_name: "Anna", association: NAME, reason, was_closed: false }
                .message(to, locale)
        }));
    }

    #[test]
    fn closed_and_why() {
        let reason = "Foreningen er nedlagt på generalforsamlingen.";
        insta::assert_snapshot!(written(|to, locale| {
            TurnedDown { sender: SENDER, first_name: "Anna", association: NAME, reason, was_closed: true }
                .message(to, locale)
        }));
    }

    #[test]
    fn you_are_named_as_one_of_its_people() {
        let link = "https://frivillig.fjordlund.example/log-ind/7f3a";
        insta::assert_snapshot!(written(|to, locale| {
            Invited { sender: SENDER, first_name: "Bo", association: NAME, by: "Anna Opdigt", link, days: 7 }
                .message(to, locale)
        }));
    }
}
