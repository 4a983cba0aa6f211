//! The ids of a policy and of a step; each knows the other by it.

use samskab_kernel::Id;

/// The mark of a policy.
pub enum PolicyRow {}
pub type PolicyId = Id<PolicyRow>;
/// The mark of a step.
pub enum StepRow {}
pub type StepId = Id<StepRow>;
