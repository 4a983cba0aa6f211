//! How every letter of this context begins and ends.

use samskab_kernel::Locale;
use samskab_mail::{Letter, Signature};
use samskab_web::Tenant;

use crate::T;

/// Who writes, and in which language.
#[derive(Clone, Copy)]
pub struct Sender<'a> {
    pub municipality: &'a str,
    /// The telephone number as people read it; empty when the municipality has given none.
    pub phone: &'a str,
}

impl<'a> Sender<'a> {
    pub fn of(tenant: &'a Tenant) -> Self {
        Self { municipality: &tenant.name, phone: &tenant.profile.phone }
    }

    /// "Hej Anna"
    pub fn greet(self, locale: Locale, name: &str) -> Letter {
        Letter::new(&T(locale).mail_greeting(name))
    }

    pub fn finish(self, locale: Locale, letter: Letter, why: &str) -> String {
        let t = T(locale);
        let phone = if self.phone.is_empty() { String::new() } else { t.mail_phone(self.phone) };
        let signature =
            Signature { closing: t.mail_closing(), municipality: self.municipality, phone: &phone };
        letter.finish(&signature, why)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use samskab_kernel::contact::Email;
    use samskab_mail::Message;

    use super::*;

    /// A mail in each language, as its snapshot shows it.
    pub(crate) fn in_every_language(to: &str, mail: impl Fn(Email, Locale) -> Message) -> String {
        let to: Email = to.parse().unwrap();
        Locale::ALL
            .map(|locale| mail(to.clone(), locale))
            .map(|message| format!("Subject: {}\n\n{}", message.subject, message.body))
            .join("\n==========\n")
    }
}
