//! An agreement begins, and its task is divided into shifts: whoever said yes to the day is on its shift, everybody else
//! hears that shifts are chosen, and where nobody can choose, those who answer for the place hear it.

use std::result::Result as StdResult;

use samskab_engagement::engagement::{
    self, Engagement, EngagementId, State as EngagementState, event::EngagementBegun,
};
use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::TenantId;
use samskab_organisation::person;
use samskab_store::{Event as _, Reaction, Result, Stamp, Tx};
use samskab_taskbank::{
    notice::mail::municipality,
    task::{Task, TaskId, Time},
};
use samskab_web::Services;
use serde::{Deserialize, Serialize};

use crate::T;

use super::{
    Booking, Shift, ShiftId,
    event::Booked,
    hindrance::{self, taken},
    letter::Word,
    place::Place,
    store,
};

/// At most this many coming shifts of the task are examined.
const LOOKED_AT: i64 = 200;

/// Job: an engagement has begun, so its shifts are looked for once that is committed.
#[derive(Serialize, Deserialize)]
pub struct FindShifts {
    engagement: EngagementId,
}

impl Job for FindShifts {
    const KIND: &'static str = "shift.begun";
    fn unique_key(&self) -> Option<String> {
        Some(self.engagement.to_string())
    }
}

pub const BEGUN: Reaction = Reaction {
    to: EngagementBegun::KIND,
    react: |tx, engagement, _| {
        let engagement = EngagementId::from_uuid(*engagement);
        let now = tx.now();
        Box::pin(async move { enqueue(tx, &FindShifts { engagement }, now).await })
    },
};

/// The same for everybody who helps with the task.
pub async fn find_shifts_of_all(tx: &mut Tx, task: TaskId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for line in engagement::store::active_of_task(tx, tenant, task).await? {
        enqueue(tx, &FindShifts { engagement: line.engagement }, now).await?;
    }
    Ok(())
}

pub async fn find_shifts(services: Services, tenant: TenantId, job: FindShifts) -> StdResult<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let Some(engagement) = engagement::store::locked(&mut tx, job.engagement).await? else {
        return Ok(());
    };
    if engagement.state != EngagementState::Active {
        return Ok(());
    }
    let Some(place) = Place::read(&services, &municipality, &mut tx, engagement.task, now).await? else {
        return Ok(());
    };
    store::lock_people(&mut tx, &[engagement.person]).await?;
    let today = now.day().start();
    let mut coming = store::coming_of_task(&mut tx, tenant, engagement.task, today, LOOKED_AT).await?;
    coming.retain(Shift::is_planned);
    // Before full shifts are left out: when two fit the agreement, it does not say which, even if one of them is
    // full.
    let agreed = agreed_on(&place.task, &engagement, &coming).map(|shift| shift.id);
    coming.retain(|shift| !shift.has_begun(now));
    // What is before the first day that they have said yes to is nothing to point them at, unless there is nothing else.
    let from = engagement.begins_on.unwrap_or(now.day());
    coming.sort_by_key(|shift| (shift.starts_at.day() < from, shift.starts_at));
    let Some(next) = coming.first().cloned() else { return Ok(()) };
    let ids: Vec<ShiftId> = coming.iter().map(|shift| shift.id).collect();
    let lines = store::bookings_of_shifts(&mut tx, tenant, &ids).await?;
    // Somebody of the place, or the volunteer, has already booked a shift.
    if lines.iter().any(|line| line.booking.person == engagement.person && line.booking.state.is_live()) {
        return Ok(());
    }
    let there = |shift: &Shift| {
        taken(lines.iter().map(|line| &line.booking).filter(|booking| booking.shift == shift.id))
    };
    coming.retain(|shift| there(shift) + engagement.persons <= shift.wanted);
    let agreed = agreed.filter(|agreed| coming.iter().any(|shift| shift.id == *agreed));
    if let Some(agreed) = agreed {
        if put_on(&mut tx, &place, &engagement, agreed).await? {
            tx.commit().await?;
            return Ok(());
        }
        // A shift on which they cannot be put is no choice either.
        coming.retain(|shift| shift.id != agreed);
    }
    tell_to_choose(&mut tx, &place, &engagement, &next, (coming.first(), agreed.is_some())).await?;
    tx.commit().await?;
    Ok(())
}

/// The shift that both have said yes to: the task is done once, and on the day of the agreement there is one at the time
/// that the agreement says, or only one, with room or without. Else one is chosen.
fn agreed_on<'a>(task: &Task, engagement: &Engagement, planned: &'a [Shift]) -> Option<&'a Shift> {
    let Time::OneOff { turn, .. } = task.time else { return None };
    let day = engagement.begins_on?;
    only(planned, |shift| (shift.starts_at, shift.ends_at) == turn.on(day))
        .or_else(|| only(planned, |shift| shift.starts_at.day() == day))
}

/// The only shift for which `is_it` is true; `None`: there is none, or there are several.
fn only(shifts: &[Shift], is_it: impl Fn(&Shift) -> bool) -> Option<&Shift> {
    let mut found = shifts.iter().filter(|shift| is_it(shift));
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

/// Whether they have the shift now: somebody else may have got the last place.
async fn put_on(tx: &mut Tx, place: &Place, engagement: &Engagement, shift: ShiftId) -> Result<bool> {
    let Some(shift) = store::locked(tx, shift).await? else { return Ok(false) };
    let (who, now) = ((engagement.person, engagement.persons), tx.now());
    let hindrance = hindrance::of_engaged(tx, &shift, &place.task, who).await?;
    // How they get there from somewhere else is their own business.
    if hindrance.is_some_and(|hindrance| !hindrance.is_soft()) {
        return Ok(false);
    }
    let booking = Booking {
        engagement: Some(engagement.id),
        ..Booking::new(tx.new_id(), &shift, engagement.person, engagement.persons, now)
    };
    store::add_booking(tx, &booking).await?;
    if place.somebody_comes(tx, &shift, engagement.person).await? {
        place.tell_filled(tx, &shift, engagement.person).await?;
    }
    if let Some(person) = person::store::find(tx, place.tenant(), engagement.person).await?
        && !place.write(tx, &person, &shift, Word::PutOn).await?
    {
        // Whoever has no e-mail is called.
        let (name, task, today) = (person.first_name(), place.task.title.as_str(), now.day());
        let text = |t: T| t.shift_news_put_on(name, task, shift.when(t.0, today));
        place.tell(tx, &shift, Some(engagement.person), "shift.put_on", text).await?;
    }
    tx.record(Booked::of(&booking)).await?;
    Ok(true)
}

/// `next`: the task's next shift; `open`: the next with room for them, and whether one with room has refused them. Without
/// room there is nothing to choose, and whoever has no e-mail is called: then it is the place that hears.
async fn tell_to_choose(
    tx: &mut Tx,
    place: &Place,
    engagement: &Engagement,
    next: &Shift,
    (open, is_refused): (Option<&Shift>, bool),
) -> Result<()> {
    let Some(person) = person::store::find(tx, place.tenant(), engagement.person).await? else {
        return Ok(());
    };
    let (name, task, about) = (person.first_name(), place.task.title.as_str(), Some(engagement.person));
    match open {
        None if !is_refused => {
            place.tell(tx, next, about, "shift.no_room", |t| t.shift_news_no_room(name, task)).await
        }
        None => place.tell(tx, next, about, "shift.to_choose", |t| t.shift_news_to_choose(name, task)).await,
        Some(open) if place.address_of(tx, &person).await?.is_none() => {
            place.tell(tx, open, about, "shift.to_choose", |t| t.shift_news_to_choose(name, task)).await
        }
        Some(open) => place.write(tx, &person, open, Word::Choose).await.map(|_| ()),
    }
}
