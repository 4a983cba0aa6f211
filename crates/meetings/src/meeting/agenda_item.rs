//! A point on an agenda: what the body does with it, what it came from, and what came of it.

use samskab_kernel::{Day, Id, Instant, codes};
use samskab_store::Record;
use uuid::Uuid;

use super::{MeetingId, href};
use crate::T;

/// The mark of a point on an agenda.
pub enum ItemRow {}
pub type ItemId = Id<ItemRow>;

codes! {
    /// What the body does with a matter. It may meet the same matter twice, with another verb (RS-02).
    pub enum Verb {
        Discusses => "discusses",
        Recommends => "recommends",
        Decides => "decides",
        Adopts => "adopts",
        Hears => "hears",
        IsInformed => "is_informed",
    }
}

impl Verb {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Discusses => t.item_verb_discusses(),
            Self::Recommends => t.item_verb_recommends(),
            Self::Decides => t.item_verb_decides(),
            Self::Adopts => t.item_verb_adopts(),
            Self::Hears => t.item_verb_hears(),
            Self::IsInformed => t.item_verb_is_informed(),
        }
    }

    /// Whether its outcome gets a number by which it is cited.
    pub fn has_number(self) -> bool {
        matches!(self, Self::Recommends | Self::Decides | Self::Adopts)
    }
}

codes! {
    pub enum ItemState {
        Open => "open",
        Decided => "decided",
        /// To a later meeting, with the reason.
        Postponed => "postponed",
        Withdrawn => "withdrawn",
    }
}

impl ItemState {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Open => t.item_state_open(),
            Self::Decided => t.item_state_decided(),
            Self::Postponed => t.item_state_postponed(),
            Self::Withdrawn => t.item_state_withdrawn(),
        }
    }
}

codes! {
    /// What a body says of a proposal that was put to it (RD-14).
    pub enum Verdict { Approved => "approved", Rejected => "rejected" }
}

impl Verdict {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Approved => t.item_verdict_approved(),
            Self::Rejected => t.item_verdict_rejected(),
        }
    }
}

/// A point on the agenda, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "agenda_item", alias = "i")]
pub struct Item {
    pub id: ItemId,
    #[record(column = "meeting_id", fixed)]
    pub meeting: MeetingId,
    /// The order of the agenda, from 1.
    pub place: i64,
    pub title: String,
    pub verb: Verb,
    /// For the members only.
    pub is_closed: bool,
    pub about: String,
    /// What is recommended.
    pub proposal: String,
    pub case_number: String,
    /// A subject of KL's classification: `dd.dd.dd`.
    pub kle: String,
    /// What it came from: `standing:…`, `item:<id>`, `minutes:<id>`, `follow_ups`, `proposal:<id>`,
    /// `policy:<step>`, `hearing:<id>`; empty: written for this meeting.
    #[record(fixed)]
    pub source: String,
    pub state: ItemState,
    pub decision: String,
    pub reason: String,
    /// Of a proposal.
    #[record(blank)]
    pub verdict: Option<Verdict>,
    /// Put off until then; `None`: until the next meeting.
    pub resume_on: Option<Day>,
    /// Who took no part because the matter concerns them (inhabilitet), in words.
    pub disqualified: String,
    /// "5 for, 2 imod", where there was a vote.
    pub votes: String,
    /// Why it was decided although too few were there.
    pub quorum_reason: String,
    /// `3/2026`, once the minutes are approved.
    pub decision_number: String,
    /// What was corrected after the approval, one a line with its day.
    pub corrections: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// How the source of a point begins that puts a proposal to the body.
pub const PROPOSAL: &str = "proposal:";
/// Prefix of the source of a point that is on every agenda of the body.
pub(super) const STANDING: &str = "standing:";
/// How the source of a point begins that asks for the approval of earlier minutes.
const MINUTES: &str = "minutes:";
/// How the source of a point begins in which the body answers a hearing.
const HEARING: &str = "hearing:";
/// How the source of a point begins that a process plan brings. What is put to a decision there ends in the second.
pub const POLICY: &str = "policy:";
const DECISION: &str = ":decision";

/// The source of a point that asks for the approval of the minutes of this meeting.
pub(crate) fn source_of_minutes(meeting: MeetingId) -> String {
    format!("{MINUTES}{meeting}")
}

/// The source of a point in which the body answers this hearing.
pub fn source_of_hearing(hearing: Uuid) -> String {
    format!("{HEARING}{hearing}")
}

/// The source of a point that a step of a process plan brings, which the body approves or rejects where it `decides`.
pub fn source_of_step(step: Uuid, decides: bool) -> String {
    format!("{POLICY}{step}{}", if decides { DECISION } else { "" })
}

/// "3. Fælles kurser": the title with its number, where `before` points come before it.
pub(super) fn numbered(before: usize, title: &str) -> String {
    format!("{}. {title}", before + 1)
}

impl Item {
    pub fn new(id: ItemId, meeting: MeetingId, title: impl Into<String>, verb: Verb, now: Instant) -> Self {
        Self {
            id,
            meeting,
            place: 1,
            title: title.into(),
            verb,
            is_closed: false,
            about: String::new(),
            proposal: String::new(),
            case_number: String::new(),
            kle: String::new(),
            source: String::new(),
            state: ItemState::Open,
            decision: String::new(),
            reason: String::new(),
            verdict: None,
            resume_on: None,
            disqualified: String::new(),
            votes: String::new(),
            quorum_reason: String::new(),
            decision_number: String::new(),
            corrections: String::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether something is put to the body, which approves or rejects it: a proposal, or a policy.
    pub fn is_proposal(&self) -> bool {
        self.source.starts_with(PROPOSAL)
            || self.source.starts_with(POLICY) && self.source.ends_with(DECISION)
    }

    /// The meeting whose minutes the body is asked to approve.
    pub(crate) fn minutes(&self) -> Option<MeetingId> {
        self.source.strip_prefix(MINUTES)?.parse().ok()
    }

    /// The hearing that the body answers in it.
    pub fn hearing(&self) -> Option<Uuid> {
        self.source.strip_prefix(HEARING)?.parse().ok()
    }

    /// It waited for the body, and was put on the agenda from there; nobody wrote it for this meeting.
    pub(crate) fn was_fetched(&self) -> bool {
        !self.source.is_empty() && !self.source.starts_with(STANDING)
    }

    /// Whether the body says yes or no to it: a proposal, a policy, or earlier minutes.
    pub(crate) fn has_verdict(&self) -> bool {
        self.is_proposal() || self.minutes().is_some()
    }

    /// The step of a process plan that brought it.
    pub fn step_of_plan(&self) -> Option<Uuid> {
        self.source.strip_prefix(POLICY)?.trim_end_matches(DECISION).parse().ok()
    }

    /// Whether what comes of it is cited by a number: a yes or a no to a proposal always is.
    pub fn has_number(&self) -> bool {
        self.verb.has_number() || self.is_proposal()
    }

    /// Something was decided that others will cite.
    pub fn is_decision(&self) -> bool {
        self.state == ItemState::Decided && self.has_number()
    }

    /// What came of it, in words.
    pub fn said_state(&self, t: T) -> &'static str {
        self.verdict.map_or_else(|| self.state.label(t), |verdict| verdict.label(t))
    }

    /// The address of the point on the page of its meeting.
    pub fn href(&self) -> String {
        format!("{}#punkt-{}", href(self.meeting), self.id)
    }
}
