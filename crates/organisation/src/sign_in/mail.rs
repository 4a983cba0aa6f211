//! The mails of signing in.

use samskab_kernel::{Locale, contact::Email};
use samskab_mail::Message;

use super::store::LINK_MINUTES;
use crate::{T, letter::Sender};

/// The link somebody asked for.
pub(super) struct SignInLink<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    pub link: &'a str,
}

impl SignInLink<'_> {
    pub(super) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&t.mail_sign_in_text(self.sender.municipality))
            .link(&t.mail_sign_in_link(LINK_MINUTES), self.link)
            .paragraph(t.mail_sign_in_not_you());
        let body = self.sender.finish(locale, letter, t.mail_sign_in_why());
        Message { to, subject: t.mail_sign_in_subject().to_owned(), body, reply_to: None }
    }
}

/// Told to whoever owns the account, in case it was somebody else.
pub(crate) struct PasswordChanged<'a> {
    pub sender: Sender<'a>,
    pub first_name: &'a str,
    /// The sign-in page.
    pub link: &'a str,
}

impl PasswordChanged<'_> {
    pub(crate) fn message(&self, to: Email, locale: Locale) -> Message {
        let t = T(locale);
        let letter = self
            .sender
            .greet(locale, self.first_name)
            .paragraph(&t.mail_password_text(self.sender.municipality))
            .link(t.mail_password_not_you(), self.link);
        let body = self.sender.finish(locale, letter, t.mail_password_why());
        Message { to, subject: t.mail_password_subject().to_owned(), body, reply_to: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::tests::in_every_language;

    const SENDER: Sender<'_> = Sender { municipality: "Fjordlund Kommune", phone: "70 00 12 00" };

    fn written(mail: impl Fn(Email, Locale) -> Message) -> String {
        in_every_language("anna@fjordlund.example", mail)
    }

    #[test]
    fn the_link_as_it_is_read() {
        let link = "https://frivillig.fjordlund.example/log-ind/7f3a";
        insta::assert_snapshot!(written(|to, locale| {
            SignInLink { sender: SENDER, first_name: "Anna", link }.message(to, locale)
        }));
    }

    #[test]
    fn the_word_that_the_password_was_changed() {
        let link = "https://frivillig.fjordlund.example/log-ind";
        insta::assert_snapshot!(written(|to, locale| {
            PasswordChanged { sender: SENDER, first_name: "Anna", link }.message(to, locale)
        }));
    }
}
