//! The ids of what stands here, and how far an initiative is; each knows the others by them.

use samskab_kernel::{Id, codes};

use crate::T;

/// The mark of a proposal.
pub enum ProposalRow {}
pub type ProposalId = Id<ProposalRow>;
/// The mark of an initiative.
pub enum InitiativeRow {}
pub type InitiativeId = Id<InitiativeRow>;
/// The mark of a focus area.
pub enum FocusAreaRow {}
pub type FocusAreaId = Id<FocusAreaRow>;
/// The mark of an aim.
pub enum AimRow {}
pub type AimId = Id<AimRow>;

codes! {
    pub enum InitiativeState {
        NotBegun => "not_begun",
        UnderWay => "under_way",
        Done => "done",
        /// With the reason.
        Stopped => "stopped",
    }
}

impl InitiativeState {
    /// In words, with its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NotBegun => (t.initiative_state_not_begun(), "", "hourglass"),
            Self::UnderWay => (t.initiative_state_under_way(), "wait", "sync"),
            Self::Done => (t.initiative_state_done(), "good", "check"),
            Self::Stopped => (t.initiative_state_stopped(), "bad", "close"),
        }
    }

    /// Nothing more is reported about it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Stopped)
    }
}
