//! The ids of what stands here; each knows the others by them.

use samskab_kernel::Id;

/// The mark of a proposal.
pub enum ProposalRow {}
pub type ProposalId = Id<ProposalRow>;
/// The mark of an initiative.
pub enum InitiativeRow {}
pub type InitiativeId = Id<InitiativeRow>;
/// The mark of a focus area.
pub enum FocusAreaRow {}
pub type FocusAreaId = Id<FocusAreaRow>;
