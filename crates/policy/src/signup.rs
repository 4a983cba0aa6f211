//! Somebody who would like to take part (CF-17): what they say of themselves, and what they are answered.

use samskab_kernel::{Id, Instant, Locale, codes, contact::Email};
use samskab_organisation::person::PersonId;
use samskab_store::Record;

use crate::{T, id::PolicyId};

/// The mark of a sign-up.
pub enum SignupRow {}
pub type SignupId = Id<SignupRow>;

codes! {
    pub enum ComesFrom {
        Volunteer => "volunteer",
        Association => "association",
        Citizen => "citizen",
        Staff => "staff",
    }
}

impl ComesFrom {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Volunteer => t.signup_from_volunteer(),
            Self::Association => t.signup_from_association(),
            Self::Citizen => t.signup_from_citizen(),
            Self::Staff => t.signup_from_staff(),
        }
    }
}

codes! {
    pub enum SignupState {
        Waiting => "waiting",
        /// The person takes part.
        Taken => "taken",
        /// Thanked, and not with it this time.
        Thanked => "thanked",
    }
}

impl SignupState {
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Waiting => (t.signup_state_waiting(), "wait", "hourglass"),
            Self::Taken => (t.signup_state_taken(), "good", "check"),
            Self::Thanked => (t.signup_state_thanked(), "", "chat"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "policy_signup", alias = "u")]
pub struct Signup {
    pub id: SignupId,
    #[record(column = "policy_id", fixed)]
    pub policy: PolicyId,
    /// `None`: they have no account.
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub name: String,
    #[record(fixed)]
    pub email: Email,
    #[record(fixed)]
    pub comes_from: ComesFrom,
    #[record(fixed)]
    pub association: String,
    pub why: String,
    #[record(fixed)]
    pub locale: Locale,
    pub state: SignupState,
    pub answer: String,
    #[record(fixed)]
    pub link_hash: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}
