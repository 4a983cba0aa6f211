//! A shift is moved or cancelled: what that does to the people in it. Nothing happens to them
//! silently: each is asked again or told, in the same transaction.

use samskab_kernel::Instant;
use samskab_organisation::person::{self, PersonId};
use samskab_store::{Result, Tx};

use super::{
    Ended, Shift,
    event::{BookingEnded, ShiftCancelled, ShiftChanged, ShiftMoved},
    letter::Word,
    place::Place,
    store::{self, BookingLine},
};

/// The people with a place in a shift.
pub async fn live(tx: &mut Tx, shift: &Shift) -> Result<Vec<BookingLine>> {
    let tenant = tx.tenant();
    let mut lines = store::bookings_of_shifts(tx, tenant, &[shift.id]).await?;
    lines.retain(|line| line.booking.state.is_live());
    Ok(lines)
}

/// What happened, to be recorded last in the transaction: the book of events is one row for the whole
/// municipality, and whoever holds it must not wait for a shift.
pub enum Happened {
    BookingEnded(BookingEnded),
    Cancelled(ShiftCancelled),
    Changed(ShiftChanged),
    Moved(ShiftMoved),
}

pub async fn record(tx: &mut Tx, happened: Vec<Happened>) -> Result<()> {
    for event in happened {
        match event {
            Happened::BookingEnded(event) => tx.record(event).await?,
            Happened::Cancelled(event) => tx.record(event).await?,
            Happened::Changed(event) => tx.record(event).await?,
            Happened::Moved(event) => tx.record(event).await?,
        }
    }
    Ok(())
}

/// Saves `after`, a locked shift that was `before`. When its time changed, everybody in it is asked again.
pub async fn save(tx: &mut Tx, place: &Place, before: &Shift, after: &Shift) -> Result<Happened> {
    store::save_shift(tx, after).await?;
    let times: (Instant, Instant) = (before.starts_at, before.ends_at);
    if times == (after.starts_at, after.ends_at) {
        return Ok(Happened::Changed(ShiftChanged::of(after)));
    }
    let people: Vec<PersonId> = live(tx, after).await?.iter().map(|line| line.booking.person).collect();
    write_to_all(tx, place, &people, after, Word::Moved { before: times }).await?;
    Ok(Happened::Moved(ShiftMoved::of(after)))
}

/// Cancels a locked shift: the places are free, and everybody in it is told why.
pub async fn cancel(tx: &mut Tx, place: &Place, shift: Shift, reason: &str) -> Result<Vec<Happened>> {
    if !shift.is_planned() {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let lines = live(tx, &shift).await?;
    let shift = shift.cancel(reason, now);
    store::save_shift(tx, &shift).await?;
    let people: Vec<PersonId> = lines.iter().map(|line| line.booking.person).collect();
    let mut happened = Vec::new();
    for line in lines {
        let was = line.booking.state;
        let ended = line.booking.end(Ended::Shift, now);
        if store::save_booking(tx, &ended, was).await? {
            happened.push(Happened::BookingEnded(BookingEnded::of(&ended)));
        }
    }
    write_to_all(tx, place, &people, &shift, Word::Cancelled { reason }).await?;
    happened.push(Happened::Cancelled(ShiftCancelled::of(&shift)));
    Ok(happened)
}

async fn write_to_all(
    tx: &mut Tx,
    place: &Place,
    people: &[PersonId],
    shift: &Shift,
    word: Word<'_>,
) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    for person in person::store::find_many(tx, tenant, people).await? {
        place.write(tx, &person, shift, word).await?;
    }
    Ok(())
}
