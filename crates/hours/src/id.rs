//! The id that shifts, above, and hours both speak of.

use samskab_kernel::Id;

/// The mark of a booking.
pub enum BookingRow {}
pub type BookingId = Id<BookingRow>;
