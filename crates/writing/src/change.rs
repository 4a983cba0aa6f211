//! Somebody proposes other words for a paragraph, a new one below it, or that it is taken out. Whoever writes the text takes it
//! in, takes it in with other words, or declines it with a reason; several for one paragraph are joined word by word.

mod keep;
mod letter;
mod personal;
pub mod reach;
pub mod rules;
pub mod store;

use samskab_kernel::{Id, Instant, Locale, codes, contact::Email};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_web::Cx;

pub use keep::{jobs, retention};
pub use letter::{News, Writer, lapse_all, lapse_later, writer};
pub use personal::{MERGES, erase, known, readdress, section};

use crate::{
    T,
    text::{BlockId, BlockKind, TextId},
};

/// The mark of a proposal for change.
pub enum ChangeRow {}
pub type ChangeId = Id<ChangeRow>;

codes! {
    pub enum ChangeShape {
        /// Other words for the paragraph.
        Words => "words",
        /// A new paragraph below it.
        After => "after",
        /// The paragraph is taken out.
        Out => "out",
    }
}

codes! {
    pub enum ChangeState {
        /// Written without an account, and not confirmed by the link in the mail.
        Unconfirmed => "unconfirmed",
        Open => "open",
        Accepted => "accepted",
        /// Taken in, with other words.
        Altered => "altered",
        Declined => "declined",
        Withdrawn => "withdrawn",
        /// The text takes no changes any more, or is gone, before there was an answer.
        Lapsed => "lapsed",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "change_proposal", alias = "c")]
pub struct ChangeProposal {
    pub id: ChangeId,
    /// `None`: the text was deleted.
    #[record(column = "text_id", fixed)]
    pub text: Option<TextId>,
    #[record(fixed)]
    pub text_title: String,
    /// `None`: the paragraph is deleted for good.
    #[record(column = "block_id", fixed)]
    pub block: Option<BlockId>,
    /// The number within the text: 1, 2, 3 …
    #[record(fixed)]
    pub number: i64,
    #[record(column = "kind", fixed)]
    pub shape: ChangeShape,
    #[record(fixed)]
    pub base_kind: BlockKind,
    /// The words of the paragraph as they were read.
    #[record(fixed)]
    pub base: String,
    /// The proposed words; empty: none.
    #[record(fixed)]
    pub said: String,
    #[record(fixed)]
    pub reason: String,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    pub name: String,
    pub email: Option<Email>,
    #[record(fixed)]
    pub locale: Locale,
    #[record(fixed)]
    pub on_behalf_of: String,
    #[record(fixed)]
    pub is_nameless: bool,
    pub is_hidden: bool,
    pub state: ChangeState,
    pub state_since: Instant,
    /// The reason for the decision.
    pub answer: String,
    /// The paragraph's words after it was accepted.
    pub result: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

samskab_store::events! {
    pub about change(ChangeId) { text: Option<TextId> }
    impl { fn of(change: &ChangeProposal) { change: change.id, text: change.text } }

    ChangeSent => "change_proposal.sent";
    ChangeConfirmed => "change_proposal.confirmed";
    ChangeAnswered => "change_proposal.answered";
    ChangeWithdrawn => "change_proposal.withdrawn";
    ChangeLapsed => "change_proposal.lapsed";
    /// Taken out of the public, or put back.
    ChangeHidden => "change_proposal.hidden";
}

impl ChangeShape {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Words => t.change_shape_words(),
            Self::After => t.change_shape_after(),
            Self::Out => t.change_shape_out(),
        }
    }
}

impl ChangeState {
    /// In words, with its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Unconfirmed => (t.change_state_unconfirmed(), "wait", "email"),
            Self::Open => (t.change_state_open(), "wait", "hourglass"),
            Self::Accepted => (t.change_state_accepted(), "good", "check"),
            Self::Altered => (t.change_state_altered(), "good", "edit"),
            Self::Declined => (t.change_state_declined(), "bad", "close"),
            Self::Withdrawn => (t.change_state_withdrawn(), "", "close"),
            Self::Lapsed => (t.change_state_lapsed(), "", "close"),
        }
    }
}

impl ChangeProposal {
    pub fn href(&self) -> String {
        format!("/aendringsforslag/{}", self.id)
    }

    pub fn is_by(&self, cx: &Cx) -> bool {
        cx.actor.person.is_some() && self.person.map(PersonId::uuid) == cx.actor.person
    }

    /// Anybody who may read the text may read it.
    pub fn is_public(&self) -> bool {
        !self.is_hidden && !matches!(self.state, ChangeState::Unconfirmed | ChangeState::Withdrawn)
    }

    /// The proposer's name, as anybody may read it.
    pub fn public_name(&self, t: T) -> String {
        let is_named = !self.is_nameless && !self.name.is_empty();
        match (self.on_behalf_of.as_str(), is_named) {
            ("", true) => self.name.clone(),
            ("", false) => t.change_from_somebody().to_owned(),
            (behalf, true) => t.change_from_behalf(behalf, self.name.as_str()),
            (behalf, false) => behalf.to_owned(),
        }
    }
}
