//! The ids of a policy, of a step and of a template; each knows the others by it.

use samskab_kernel::Id;

/// The mark of a policy.
pub enum PolicyRow {}
pub type PolicyId = Id<PolicyRow>;
/// The mark of a step.
pub enum StepRow {}
pub type StepId = Id<StepRow>;
/// The mark of a template that was kept here.
pub enum OwnTemplateRow {}
pub type OwnTemplateId = Id<OwnTemplateRow>;
