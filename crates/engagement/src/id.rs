//! The id that several parts of this context speak of.

use samskab_kernel::Id;

/// The mark of an engagement.
pub enum EngagementRow {}
pub type EngagementId = Id<EngagementRow>;
