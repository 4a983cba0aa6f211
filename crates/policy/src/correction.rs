//! A slip in an adopted text that was corrected, and why, for everybody to read.

use samskab_kernel::{Id, Instant, Locale};
use samskab_organisation::person::PersonId;
use samskab_store::Record;

use crate::{T, policy::PolicyId};

/// The mark of a correction.
pub enum CorrectionRow {}
pub type CorrectionId = Id<CorrectionRow>;

/// A slip that was corrected after the policy was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "policy_correction", alias = "c")]
pub struct Correction {
    pub id: CorrectionId,
    #[record(column = "policy_id", fixed)]
    pub policy: PolicyId,
    #[record(fixed)]
    pub from_number: i64,
    #[record(fixed)]
    pub number: i64,
    #[record(fixed)]
    pub reason: String,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

impl Correction {
    /// "3. marts 2026, version 5: Stavefejl i afsnittet om kørsel"
    pub fn said(&self, locale: Locale) -> String {
        T(locale).correct_said(locale.day(self.created_at.day()), self.number, self.reason.as_str())
    }
}
