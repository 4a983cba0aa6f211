//! How every letter of this context begins and ends.

use samskab_kernel::Locale;
use samskab_mail::{Letter, Signature};
use samskab_web::Tenant;

use crate::T;

/// Who writes, and in which language.
#[derive(Clone, Copy)]
pub(crate) struct Sender<'a> {
    pub municipality: &'a str,
    /// As people read it; empty when the municipality has given none.
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
