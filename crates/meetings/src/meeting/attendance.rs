//! Who is called to a meeting, what they answer, and whether they were there.

use samskab_kernel::codes;
use samskab_organisation::person::PersonId;

use crate::T;

/// Somebody who was called, or who sat there when nobody was.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Answer {
    pub person_id: PersonId,
    pub name: String,
    pub answer: AnswerKind,
    /// Who comes instead, in words.
    pub substitute: String,
    pub was_there: Option<bool>,
}

codes! {
    pub enum AnswerKind {
        Invited => "invited",
        Comes => "comes",
        Cannot => "cannot",
        /// Sat there on the day; nobody was called.
        NotCalled => "not_called",
    }
}

impl AnswerKind {
    /// Empty: nobody asked.
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::NotCalled => "",
            Self::Invited => t.answer_none(),
            Self::Comes => t.answer_comes(),
            Self::Cannot => t.answer_cannot(),
        }
    }
}

impl Answer {
    /// What they said of whether they come.
    pub(super) fn said(&self, t: T) -> String {
        match (self.answer, self.substitute.as_str()) {
            (AnswerKind::Cannot, substitute) if !substitute.is_empty() => t.answer_substitute(substitute),
            (answer, _) => answer.label(t).to_owned(),
        }
    }
}
