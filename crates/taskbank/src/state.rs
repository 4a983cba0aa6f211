//! Where a task stands, as it is stored: what those who decide need to know of it.

use samskab_kernel::codes;

codes! {
    pub enum StateKind {
        Draft => "draft",
        Awaiting => "awaiting",
        Open => "open",
        Filled => "filled",
        Closed => "closed",
        Expired => "expired",
        Cancelled => "cancelled",
    }
}
