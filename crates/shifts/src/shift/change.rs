//! A shift is moved or cancelled: what that does to the people in it. Nothing happens to them
//! silently: each is asked again or told, in the same transaction.

use samskab_kernel::Instant;
use samskab_store::{Result, Tx};

use super::{
    Ended, Shift,
    event::{BookingEnded, ShiftCancelled, ShiftChanged, ShiftMoved},
    gathered::ShiftNews,
    store::{self, BookingLine},
};

/// The people with a place in a shift.
pub async fn live(tx: &mut Tx, shift: &Shift) -> Result<Vec<BookingLine>> {
    let tenant = tx.tenant();
    let mut lines = store::bookings_of_shifts(tx, tenant, &[shift.id]).await?;
    lines.retain(|line| line.booking.state.is_live());
    Ok(lines)
}

/// What happened, to be recorded last in the transaction ([`record_last`]): the book of events is one row for the whole
/// municipality, and whoever holds it must not wait for a shift.
pub enum Happened {
    BookingEnded(BookingEnded),
    Cancelled(ShiftCancelled),
    Changed(ShiftChanged),
    Moved(ShiftMoved),
}

/// At the end of the transaction, whatever is still done in it.
pub fn record_last(tx: &mut Tx, happened: &[Happened]) -> Result<()> {
    for event in happened {
        match event {
            Happened::BookingEnded(event) => tx.record_last(event)?,
            Happened::Cancelled(event) => tx.record_last(event)?,
            Happened::Changed(event) => tx.record_last(event)?,
            Happened::Moved(event) => tx.record_last(event)?,
        }
    }
    Ok(())
}

/// Saves `after`, a locked shift that was `before`. When its time changed, everybody in it is asked again; the caller
/// writes to them all at the end ([`super::gathered`]).
pub async fn save(tx: &mut Tx, before: &Shift, after: &Shift, told: &mut Vec<ShiftNews>) -> Result<Happened> {
    store::save_shift(tx, after).await?;
    let times: (Instant, Instant) = (before.starts_at, before.ends_at);
    if times == (after.starts_at, after.ends_at) {
        return Ok(Happened::Changed(ShiftChanged::of(after)));
    }
    let people = live(tx, after).await?;
    told.extend(people.iter().map(|line| ShiftNews {
        person: line.booking.person,
        shift: after.clone(),
        before: Some(times),
    }));
    Ok(Happened::Moved(ShiftMoved::of(after)))
}

/// Cancels a locked shift: the places are free, and everybody in it is told why, by the caller at the end.
pub async fn cancel(
    tx: &mut Tx,
    shift: Shift,
    reason: &str,
    told: &mut Vec<ShiftNews>,
) -> Result<Vec<Happened>> {
    if !shift.is_planned() {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let lines = live(tx, &shift).await?;
    let shift = shift.cancel(reason, now);
    store::save_shift(tx, &shift).await?;
    told.extend(lines.iter().map(|line| ShiftNews {
        person: line.booking.person,
        shift: shift.clone(),
        before: None,
    }));
    let mut happened = Vec::new();
    for line in lines {
        let was = line.booking.state;
        let ended = line.booking.end(Ended::Shift, now);
        if store::save_booking(tx, &ended, was).await? {
            happened.push(Happened::BookingEnded(BookingEnded::of(&ended)));
        }
    }
    happened.push(Happened::Cancelled(ShiftCancelled::of(&shift)));
    Ok(happened)
}
