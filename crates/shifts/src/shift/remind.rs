//! Jobs: the day before, a reminder at a decent hour; and when a task is cancelled, so are its shifts.

use std::sync::Arc;

use samskab_jobs::Failure;
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person;
use samskab_store::{Result, Stamp};
use samskab_taskbank::{notice::mail::municipality, task::TaskId};
use samskab_web::{Services, Tenant};

use super::{BookingId, ShiftId, change, gathered, letter::Word, place::Place, store};

/// Nobody is woken by a reminder, and nobody reads it too late to say that they cannot.
fn is_decent(now: Instant) -> bool {
    (9..20).contains(&now.in_denmark().hour())
}

pub async fn remind(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    if !is_decent(now) {
        return Ok(());
    }
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let tomorrow = now.day().plus_days(1);
    let mut reader = services.db.read().await?;
    let due = store::to_remind(&mut reader, tenant, tomorrow.start(), tomorrow.end()).await?;
    drop(reader);
    for booking in due {
        remind_one(&services, &municipality, booking, now).await?;
    }
    Ok(())
}

async fn remind_one(
    services: &Services,
    municipality: &Arc<Tenant>,
    booking: BookingId,
    now: Instant,
) -> Result<()> {
    let tenant = municipality.id;
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    // Only the one who noted it writes: two processes remind once.
    if !store::note_reminded(&mut tx, booking).await? {
        return Ok(());
    }
    let Some(booking) = store::find_booking(&mut tx, tenant, booking).await? else { return Ok(()) };
    let Some(shift) = store::find(&mut tx, tenant, booking.shift).await? else { return Ok(()) };
    let Some(person) = person::store::find(&mut tx, tenant, booking.person).await? else { return Ok(()) };
    // Asked and not answered: the question is asked once more instead.
    let place = Place::read(services, municipality, &mut tx, shift.task, now).await?;
    if let Some(place) = place {
        place.write(&mut tx, &person, &shift, Word::Tomorrow).await?;
    }
    tx.commit().await
}

/// A task was cancelled: its shifts will not be, and whoever counted on one is told.
pub async fn cancel_with_task(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let now = services.clock.now();
    let mut reader = services.db.read().await?;
    let shifts = store::of_cancelled_tasks(&mut reader, tenant, now).await?;
    drop(reader);
    let mut tasks: Vec<TaskId> = shifts.iter().map(|(task, _)| *task).collect();
    tasks.sort_unstable();
    tasks.dedup();
    for task in tasks {
        let theirs = shifts.iter().filter(|(of, _)| *of == task).map(|(_, shift)| *shift).collect();
        cancel_all(&services, &municipality, task, theirs, now).await?;
    }
    Ok(())
}

/// In one transaction, so that each of them gets one letter.
async fn cancel_all(
    services: &Services,
    municipality: &Arc<Tenant>,
    task: TaskId,
    shifts: Vec<ShiftId>,
    now: Instant,
) -> Result<()> {
    let tenant = municipality.id;
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    store::lock_shifts(&mut tx, &shifts).await?;
    let Some(place) = Place::read(services, municipality, &mut tx, task, now).await? else { return Ok(()) };
    let reason = place.task.state.reason().to_owned();
    let (mut happened, mut told) = (Vec::new(), Vec::new());
    for shift in store::find_many(&mut tx, tenant, &shifts).await? {
        happened.extend(change::cancel(&mut tx, shift, &reason, &mut told).await?);
    }
    gathered::write(&mut tx, &place, told, &reason).await?;
    change::record_last(&mut tx, &happened)?;
    tx.commit().await
}
