//! A person who signs in or stands as a contact. Volunteers need no account (law B.11).

mod erasure;
pub mod schedule;
pub mod store;

use samskab_kernel::{
    Instant, Locale,
    contact::{Email, Phone},
};
use samskab_store::{Event, Record};
use serde::Serialize;
use uuid::Uuid;

pub(crate) use erasure::erase_elsewhere;
pub use erasure::{erase, erase_settled};

use crate::T;
pub use crate::id::PersonId;

samskab_kernel::codes! {
    /// How often somebody wants news by mail. What must be answered by a deadline is not news.
    pub enum MailChoice {
        AtOnce => "at_once",
        Daily => "daily",
        Weekly => "weekly",
        Never => "never",
    }
}

impl MailChoice {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::AtOnce => t.profile_mail_at_once(),
            Self::Daily => t.profile_mail_daily(),
            Self::Weekly => t.profile_mail_weekly(),
            Self::Never => t.profile_mail_never(),
        }
    }
}

/// Personal data (law B.7): no more than is needed to sign in and to be reached in a role. The
/// password's hash is never read with the rest; see `sign_in::password`.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "person")]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// In lower case; the name to sign in with. Unique within the municipality.
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub locale: Locale,
    pub mail_choice: MailChoice,
    /// When it was shown, by a link in a mail, that the address is theirs.
    pub email_confirmed_at: Option<Instant>,
    pub last_seen_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
}

impl Person {
    /// Somebody new with the usual choices.
    pub fn new(id: PersonId, name: impl Into<String>, email: Option<Email>, created_at: Instant) -> Self {
        Self {
            id,
            name: name.into(),
            email,
            phone: None,
            locale: Locale::Da,
            mail_choice: MailChoice::Daily,
            email_confirmed_at: None,
            last_seen_at: None,
            created_at,
        }
    }

    /// As a letter greets: the first name.
    pub fn first_name(&self) -> &str {
        samskab_kernel::text::first_name(&self.name)
    }
}

/// The profile was changed by its owner.
#[derive(Serialize)]
pub struct ProfileChanged {
    #[serde(skip)]
    pub person: PersonId,
}
impl Event for ProfileChanged {
    const KIND: &'static str = "person.changed";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

/// The person was deleted with everything that was only about them.
#[derive(Serialize)]
pub struct PersonDeleted {
    #[serde(skip)]
    pub person: PersonId,
}
impl Event for PersonDeleted {
    const KIND: &'static str = "person.deleted";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

/// A new password was chosen.
#[derive(Serialize)]
pub struct PasswordSet {
    #[serde(skip)]
    pub person: PersonId,
}
impl Event for PasswordSet {
    const KIND: &'static str = "person.password_set";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}
