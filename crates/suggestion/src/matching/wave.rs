//! Somebody cannot come: others are asked, wave after wave, until one takes it.
//!
//! First those who help with the same task, then those who help at the same place, then those in the CV-bank whom it
//! suits, who have time at that hour and live near. Each wave is as large as it takes for one yes to be likely, and at
//! decent hours only. The first yes takes the shift; the others are told kindly that it is solved.

mod letter;
mod search;
mod store;

pub use search::{NOBODY_TO_ASK, opening_of, search};
pub use store::{SearchState, forget};

use samskab_kernel::{Instant, jiff::SignedDuration};
use samskab_shifts::shift::{self, BookingId, Shift, ShiftId};
use samskab_store::{Result, Tx};
use samskab_web::{Services, Tenant};

use super::invitation::{self, event::InvitationWithdrawn};

/// Begins to look for somebody who takes `shift` instead of `booking`. The first wave goes out within a minute, at a
/// decent hour. While it is being looked for already nothing changes; after it was given up it begins anew.
pub async fn begin(tx: &mut Tx, shift: ShiftId, booking: BookingId) -> Result<()> {
    let tenant = tx.tenant();
    let Some(shift) = shift::store::find(tx, tenant, shift).await? else { return Ok(()) };
    store::begin(tx, &shift, booking).await
}

/// Somebody took it: the search is over, and whoever was asked and has not answered need not.
pub async fn found(tx: &mut Tx, services: &Services, tenant: &Tenant, booking: BookingId) -> Result<()> {
    end(tx, services, tenant, booking, SearchState::Found).await
}

async fn end(
    tx: &mut Tx,
    services: &Services,
    tenant: &Tenant,
    booking: BookingId,
    state: SearchState,
) -> Result<()> {
    let now = tx.now();
    store::end(tx, booking, state).await?;
    for asked in invitation::store::of_booking(tx, tenant.id, booking).await? {
        let Ok(withdrawn) = asked.withdraw(now) else { continue };
        if invitation::store::save(tx, &withdrawn).await? {
            if state == SearchState::Found {
                letter::solved(tx, services, tenant, &withdrawn).await?;
            }
            tx.record(InvitationWithdrawn::of(&withdrawn)).await?;
        }
    }
    Ok(())
}

/// How long one wave has before the next goes out.
pub fn pause_between(shift: &Shift, now: Instant) -> SignedDuration {
    if shift.starts_at.day() == now.day() {
        SignedDuration::from_mins(20)
    } else {
        SignedDuration::from_hours(2)
    }
}

/// How many to ask so that one yes is likely, by how often people have said yes to such a question here.
pub fn wave_size(asked: i64, accepted: i64) -> usize {
    // Where little is known: one in five.
    let (asked, accepted) = (asked.max(0) + 10, accepted.max(0) + 2);
    let size = (asked + accepted - 1) / accepted;
    usize::try_from(size).unwrap_or(SMALLEST).clamp(SMALLEST, LARGEST)
}

const SMALLEST: usize = 2;
const LARGEST: usize = 8;

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_wave_grows_where_people_seldom_say_yes() {
        assert_eq!(wave_size(0, 0), 5);
        assert_eq!(wave_size(100, 0), LARGEST);
        assert_eq!(wave_size(100, 90), SMALLEST);
    }

    #[test]
    fn the_next_wave_comes_sooner_on_the_day_itself() {
        let task = Uuid::from_u128(1).into();
        let starts = Day::of(2026, 11, 24).at(18, 0);
        let turn = (starts, starts.plus(SignedDuration::from_hours(2)));
        let shift = Shift::new(Uuid::from_u128(2).into(), task, None, "", turn, 1, 2, starts);
        assert_eq!(pause_between(&shift, Day::of(2026, 11, 24).at(9, 0)), SignedDuration::from_mins(20));
        assert_eq!(pause_between(&shift, Day::of(2026, 11, 23).at(9, 0)), SignedDuration::from_hours(2));
    }
}
