//! The ids that several parts of this context speak of.

use samskab_kernel::Id;

/// The mark of a booking.
pub enum BookingRow {}
pub type BookingId = Id<BookingRow>;
