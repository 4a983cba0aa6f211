//! A stand-in: somebody takes a place that another one gives up.

use std::result::Result as StdResult;

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::TenantId;
use samskab_organisation::person::{self, PersonId};
use samskab_store::{Result, Stamp, Tx};
use samskab_web::app::Services;
use serde::{Deserialize, Serialize};

use super::{
    Booking, BookingId, BookingState, ShiftId,
    event::StandInTook,
    hindrance::{self, Hindrance, Question, Standing},
    place::{Place, Word},
    store::{self, short_name},
};
use crate::{engagement, notice::mail::municipality, requirement, task};

/// Why somebody cannot stand in.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// Somebody else took it, or it is no longer given up.
    Gone,
    /// What is in the way of this person.
    Hindered(Hindrance),
}

/// `person` takes the place of the booking `instead_of` in `shift`: at once theirs, and the other one
/// is free. A stand-in need not be engaged in the task: `person` was invited, this once.
///
/// # Errors
/// When the database fails.
pub async fn take(
    tx: &mut Tx,
    shift: ShiftId,
    person: PersonId,
    instead_of: BookingId,
) -> Result<Result<BookingId, Refused>> {
    let (tenant, now) = (tx.tenant(), tx.now());
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
    let busy = hindrance::busy_around(tx, tenant, person, &shift).await?;
    let question = Question {
        shift: &shift,
        // The place is the other's: nobody is added.
        taken: shift.wanted - theirs.persons,
        persons: 1,
        standing: Standing::StandIn,
        is_mine: store::live_booking(tx, tenant, shift.id, person).await?.is_some(),
        busy: &busy,
        place: task.place,
        missing: requirement::missing(tx, tenant, person, &task, shift.starts_at.day()).await?,
    };
    if let Some(hindrance) = question.hindrance(now).filter(|hindrance| !hindrance.is_soft()) {
        return Ok(Err(Refused::Hindered(hindrance)));
    }
    if !store::save_booking(tx, &theirs.replace(now), was).await? {
        return Ok(Err(Refused::Gone));
    }
    let mine = Booking { instead_of: Some(instead_of), ..Booking::new(tx.new_id(), &shift, person, 1, now) };
    let engaged = engagement::store::active_of_task(tx, tenant, shift.task).await?;
    let engaged = engaged.into_iter().find(|line| line.person == person).map(|line| line.engagement);
    let mine = Booking { engagement: engaged, ..mine };
    store::add_booking(tx, &mine).await?;
    enqueue(tx, &TellTaken { booking: mine.id }, now).await?;
    tx.record(StandInTook::of(&mine)).await?;
    Ok(Ok(mine.id))
}

/// Whoever gave it up hears that they are free, and the place who comes instead.
#[derive(Serialize, Deserialize)]
pub struct TellTaken {
    /// The stand-in's.
    pub booking: BookingId,
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
    place.write(&mut tx, former, &shift, Word::Taken { by: &short_name(&new.name) }).await?;
    let task = place.task.title.clone();
    let text = |t: crate::T| {
        t.shift_news_taken(former.first_name(), new.first_name(), &task, shift.when(t.0))
    };
    place.tell(&mut tx, &shift, "shift.taken", text).await?;
    tx.commit().await?;
    Ok(())
}
