//! A stand-in: somebody takes a place that another one gives up.

use std::result::Result as StdResult;

use samskab_engagement::engagement::{self, EngagementId};
use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::TenantId;
use samskab_organisation::person::{self, PersonId};
use samskab_requirement as requirement;
use samskab_store::{Result, Stamp, Tx};
use samskab_taskbank::{
    notice::mail::municipality,
    task::{self, Task},
};
use samskab_web::Services;
use serde::{Deserialize, Serialize};

use super::{
    Booking, BookingId, BookingState, Shift, ShiftId,
    event::StandInTook,
    hindrance::{self, Hindrance, Question, Standing},
    letter::Word,
    place::Place,
    store::{self, short_name},
};

/// Why somebody cannot stand in.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// Somebody else took it, or it is no longer given up.
    Gone,
    /// What prevents this person from standing in.
    Hindered(Hindrance),
}

/// `person` takes the place of the booking `instead_of` in `shift`: at once theirs, and the other one
/// is free. A stand-in need not be engaged in the task: `person` was invited, this once. The caller records what
/// happened when nothing else is to be written (an event is the last of a transaction).
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn take(
    tx: &mut Tx,
    shift: ShiftId,
    person: PersonId,
    instead_of: BookingId,
) -> Result<Result<StandInTook, Refused>> {
    let tenant = tx.tenant();
    let Some(theirs) = store::find_booking(tx, tenant, instead_of).await? else {
        return Ok(Err(Refused::Gone));
    };
    store::lock_people(tx, &[person, theirs.person]).await?;
    let Some(shift) = store::locked(tx, shift).await? else { return Ok(Err(Refused::Gone)) };
    // Read again under the lock: of two who take it, one is told.
    let Some(theirs) = store::find_booking(tx, tenant, instead_of).await? else {
        return Ok(Err(Refused::Gone));
    };
    let was = theirs.state;
    let is_given_up = was == BookingState::Seeking
        || was == BookingState::Booked && theirs.asked.is_some_and(|asked| asked.person == person);
    if theirs.shift != shift.id || !is_given_up || theirs.person == person {
        return Ok(Err(Refused::Gone));
    }
    let Some(task) = task::store::find(tx, tenant, shift.task).await? else { return Ok(Err(Refused::Gone)) };
    let new = StandIn::of(tx, &shift, person).await?;
    if let Some(hindrance) = in_the_way(tx, &shift, &task, &new, &theirs, None).await? {
        return Ok(Err(Refused::Hindered(hindrance)));
    }
    let Some(mine) = hand_over(tx, &shift, theirs, &new).await? else { return Ok(Err(Refused::Gone)) };
    let now = tx.now();
    enqueue(tx, &TellTaken { booking: mine.id, in_return: None }, now).await?;
    Ok(Ok(StandInTook::of(&mine)))
}

/// Two colleagues exchange: `asked` takes the place of the booking `given`, and its owner takes the one
/// of theirs that was offered for. Both or neither.
///
/// # Errors
/// When the database fails.
pub async fn swap(tx: &mut Tx, given: BookingId, asked: PersonId) -> Result<Result<(), Refused>> {
    let tenant = tx.tenant();
    let Some((given, wanted)) = both(tx, given, asked).await? else { return Ok(Err(Refused::Gone)) };
    store::lock_people(tx, &[given.person, asked]).await?;
    store::lock_shifts(tx, &[given.shift, wanted.shift]).await?;
    // Read again under the lock.
    let Some((given, wanted)) = both(tx, given.id, asked).await? else { return Ok(Err(Refused::Gone)) };
    let shifts = store::find_many(tx, tenant, &[given.shift, wanted.shift]).await?;
    let find = |id: ShiftId| shifts.iter().find(|shift| shift.id == id);
    let (Some(first), Some(second)) = (find(given.shift), find(wanted.shift)) else {
        return Ok(Err(Refused::Gone));
    };
    let Some(task) = task::store::find(tx, tenant, first.task).await? else { return Ok(Err(Refused::Gone)) };
    if second.task != first.task {
        return Ok(Err(Refused::Gone));
    }
    let asker = StandIn::of(tx, second, given.person).await?;
    let asked = StandIn::of(tx, first, asked).await?;
    for (shift, new, theirs, own) in [(first, &asked, &given, &wanted), (second, &asker, &wanted, &given)] {
        if let Some(hindrance) = in_the_way(tx, shift, &task, new, theirs, Some(own.id)).await? {
            return Ok(Err(Refused::Hindered(hindrance)));
        }
    }
    // Where the second is gone, the caller does not commit: both or neither.
    let (Some(one), Some(other)) =
        (hand_over(tx, first, given, &asked).await?, hand_over(tx, second, wanted, &asker).await?)
    else {
        return Ok(Err(Refused::Gone));
    };
    let now = tx.now();
    enqueue(tx, &TellTaken { booking: one.id, in_return: Some(other.id) }, now).await?;
    enqueue(tx, &TellTaken { booking: other.id, in_return: Some(one.id) }, now).await?;
    tx.record(StandInTook::of(&one)).await?;
    tx.record(StandInTook::of(&other)).await?;
    Ok(Ok(()))
}

/// The booking given, and the one of `asked` that is wanted for it, while both are there.
async fn both(tx: &mut Tx, given: BookingId, asked: PersonId) -> Result<Option<(Booking, Booking)>> {
    let tenant = tx.tenant();
    let Some(given) = store::find_booking(tx, tenant, given).await? else { return Ok(None) };
    let wanted = given.asked.filter(|question| question.person == asked).and_then(|asked| asked.swap_for);
    let Some(wanted) = wanted else { return Ok(None) };
    let Some(wanted) = store::find_booking(tx, tenant, wanted).await? else { return Ok(None) };
    let are_there = given.state.is_live() && wanted.state.is_live() && wanted.person == asked;
    Ok(are_there.then_some((given, wanted)))
}

/// Who takes a place over.
struct StandIn {
    person: PersonId,
    /// Their own agreement about the task; `None`: invited, this once.
    engagement: Option<EngagementId>,
    /// How many come together.
    persons: i64,
}

impl StandIn {
    async fn of(tx: &mut Tx, shift: &Shift, person: PersonId) -> Result<Self> {
        let tenant = tx.tenant();
        let engaged = engagement::store::active_of_task(tx, tenant, shift.task).await?;
        let engaged = engaged.into_iter().find(|line| line.person == person);
        Ok(Self {
            person,
            persons: engaged.as_ref().map_or(1, |line| line.persons),
            engagement: engaged.map(|line| line.engagement),
        })
    }
}

/// What keeps `new` from taking the place of `theirs`, except mere warnings. `own`: a place that the person gives
/// away in exchange.
async fn in_the_way(
    tx: &mut Tx,
    shift: &Shift,
    task: &Task,
    new: &StandIn,
    theirs: &Booking,
    own: Option<BookingId>,
) -> Result<Option<Hindrance>> {
    let (tenant, now, person) = (tx.tenant(), tx.now(), new.person);
    let lines = store::bookings_of_shifts(tx, tenant, &[shift.id]).await?;
    let there = hindrance::taken(lines.iter().map(|line| &line.booking));
    let mut busy = hindrance::busy_around(tx, tenant, person, shift).await?;
    busy.retain(|other| Some(other.booking) != own);
    let question = Question {
        shift,
        taken: hindrance::taken_without(shift, there, theirs),
        persons: new.persons,
        standing: Standing::StandIn,
        is_mine: store::live_booking(tx, tenant, shift.id, person).await?.is_some(),
        busy: &busy,
        place: task.place,
        missing: requirement::missing(tx, tenant, person, task, shift.starts_at.day()).await?,
    };
    Ok(question.hindrance(now).filter(|hindrance| !hindrance.is_soft()))
}

/// The place of `theirs` becomes `person`'s. `None`: somebody was quicker. Who is told is the caller's to say, and the event
/// its to record, last.
async fn hand_over(tx: &mut Tx, shift: &Shift, theirs: Booking, new: &StandIn) -> Result<Option<Booking>> {
    let now = tx.now();
    let (was, instead_of) = (theirs.state, theirs.id);
    if !store::save_booking(tx, &theirs.replace(now), was).await? {
        return Ok(None);
    }
    let mine = Booking {
        instead_of: Some(instead_of),
        engagement: new.engagement,
        ..Booking::new(tx.new_id(), shift, new.person, new.persons, now)
    };
    store::add_booking(tx, &mine).await?;
    Ok(Some(mine))
}

/// Whoever gave it up hears that they are free, or which shift they have for it, and the place who comes instead.
#[derive(Serialize, Deserialize)]
pub struct TellTaken {
    /// The booking of the stand-in.
    pub booking: BookingId,
    /// They exchanged: what whoever gave it up has for it.
    #[serde(default)]
    pub in_return: Option<BookingId>,
}

impl Job for TellTaken {
    const KIND: &'static str = "shift.taken";
    fn unique_key(&self) -> Option<String> {
        Some(self.booking.to_string())
    }
}

pub async fn tell_taken(services: Services, tenant: TenantId, job: TellTaken) -> StdResult<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(mine) = store::find_booking(&mut tx, tenant, job.booking).await? else { return Ok(()) };
    let Some(instead_of) = mine.instead_of else { return Ok(()) };
    let Some(theirs) = store::find_booking(&mut tx, tenant, instead_of).await? else { return Ok(()) };
    let Some(shift) = store::find(&mut tx, tenant, mine.shift).await? else { return Ok(()) };
    let Some(place) = Place::read(&services, &municipality, &mut tx, shift.task, now).await? else {
        return Ok(());
    };
    let people = person::store::find_many(&mut tx, tenant, &[mine.person, theirs.person]).await?;
    let find = |id: PersonId| people.iter().find(|person| person.id == id);
    let (Some(new), Some(former)) = (find(mine.person), find(theirs.person)) else { return Ok(()) };
    let by = short_name(&new.name);
    let in_return = had_in_return(&mut tx, job.in_return).await?;
    let (about, word) = match &in_return {
        Some(theirs) => (theirs, Word::Swapped { by: &by, given: &shift }),
        None => (&shift, Word::Taken { by: &by }),
    };
    place.write(&mut tx, former, about, word).await?;
    let task = place.task.title.clone();
    let text = |t: crate::T| {
        t.shift_news_taken(former.first_name(), new.first_name(), &task, shift.when(t.0, now.day()))
    };
    place.tell(&mut tx, &shift, Some(former.id), "shift.taken", text).await?;
    tx.commit().await?;
    Ok(())
}

/// The shift that they have in exchange, while they have it.
async fn had_in_return(tx: &mut Tx, booking: Option<BookingId>) -> Result<Option<Shift>> {
    let tenant = tx.tenant();
    let Some(booking) = booking else { return Ok(None) };
    let booking = store::find_booking(tx, tenant, booking).await?.filter(|booking| booking.state.is_live());
    let Some(booking) = booking else { return Ok(None) };
    store::find(tx, tenant, booking.shift).await
}
