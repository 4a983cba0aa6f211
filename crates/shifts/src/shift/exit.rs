//! What becomes of shifts when their task is called off or ends earlier, and when somebody who is on one deletes their
//! account: the shifts that cannot be are cancelled, and a gap is on the list of those who plan, and in their mail.

use samskab_organisation::person::{self, PersonId};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::{self, TaskId, Time, time::as_beginning};
use samskab_web::{
    Cx, Services,
    exit::{Consequence, Dependents, Exit, Farewell, Line, Settlement, TimesChange},
};

use super::{
    Ended, Series, Shift, ShiftId, change,
    event::{BookingEnded, SeriesEnded, ShiftCancelled},
    gathered,
    hindrance::taken,
    letter::Word,
    place::Place,
    store::{self, BookingLine},
};
use crate::T;

pub const DEPENDENTS: Dependents = Dependents { place: 30, list, settle, take_back: None, counted_on: None };

samskab_store::statements! {
    /// Planned ones to come, of a unit, an association or a task, with somebody in them.
    COMING_OF = "select s.id, t.title, cast(count(b.id) as bigint) as people from shift s
                 join task t on t.id = s.task_id
                 join booking b on b.shift_id = s.id and b.tenant_id = s.tenant_id and b.state in ('booked', 'seeking')
                 where s.tenant_id = $1 and s.state = 'planned' and s.starts_at > $3
                   and (t.unit_id = $2 or t.association_id = $2 or t.id = $2)
                 group by s.id, s.starts_at, t.title order by s.starts_at, s.id limit 300";
    PLANNED_OF_TASK = "select id from shift
                       where tenant_id = $1 and task_id = $2 and state = 'planned' and starts_at > $3
                       order by id limit 2000";
}

#[derive(samskab_store::Row)]
struct Coming {
    id: ShiftId,
    title: String,
    people: i64,
}

/// A person has this many shifts at most to come.
const MOST: i64 = 500;

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let (t, tenant, now) = (T(cx.locale), cx.tenant.id, cx.now());
    match exit {
        Exit::Unit(id) | Exit::Association(id) | Exit::Task(id) => {
            let coming: Vec<Coming> =
                connection.query(&COMING_OF).bind(tenant).bind(id).bind(now).all().await?;
            let ids: Vec<ShiftId> = coming.iter().map(|one| one.id).collect();
            let shifts = store::find_many(connection, tenant, &ids).await?;
            let line = |one: &Coming| {
                let shift = shifts.iter().find(|shift| shift.id == one.id)?;
                let when = as_beginning(&shift.when(cx.locale, cx.today()));
                let href = format!("/opgaver/{}/vagter#vagt-{}", shift.task, shift.id);
                Some(Line::new(t.shift_exit_line(one.people, &one.title, &when), href))
            };
            let lines = coming.iter().filter_map(line).collect();
            Ok(Consequence::of(lines, |count| t.shift_exit_shifts(count)).into_iter().collect())
        }
        Exit::Person(person) => {
            let person = PersonId::from_uuid(person);
            let coming = store::coming_of_person(connection, tenant, person, now, MOST).await?;
            let line = |one: &store::Coming| {
                let when = as_beginning(&one.shift.when(cx.locale, cx.today()));
                Line::new(format!("{when}, {}", one.title), one.shift.href())
            };
            let lines = coming.iter().map(line).collect();
            let is_own = cx.actor.person == Some(person.uuid());
            let heading =
                |count| if is_own { t.shift_exit_own(count) } else { t.shift_exit_of_person(count) };
            let outcome = if is_own { t.shift_exit_own_outcome() } else { t.shift_exit_of_person_outcome() };
            let found = Consequence::of(lines, heading);
            Ok(found.map(|one| one.with_outcome(outcome)).into_iter().collect())
        }
        Exit::TaskTimes { task, change } => at_old_times(cx, connection, task.into(), change).await,
        Exit::Holder { .. }
        | Exit::Roles(_)
        | Exit::TaskFull(_)
        | Exit::TaskContact(_)
        | Exit::Consent(_) => Ok(Vec::new()),
    }
}

/// Planned shifts to come at the times that the task had before and will no longer have.
async fn at_old_times(
    cx: &Cx,
    connection: &mut Connection,
    task: TaskId,
    change: TimesChange,
) -> samskab_web::Result<Vec<Consequence>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let outcome = match change {
        TimesChange::SameHours => return Ok(Vec::new()),
        TimesChange::GoAlong => t.shift_exit_times_along(),
        TimesChange::Others => t.shift_exit_times_others(),
    };
    let Some(task) = task::store::find(connection, tenant, task).await? else { return Ok(Vec::new()) };
    let ids: Vec<ShiftId> =
        connection.query(&PLANNED_OF_TASK).bind(tenant).bind(task.id).bind(cx.now()).scalars().await?;
    let mut shifts = store::find_many(connection, tenant, &ids).await?;
    shifts.retain(|shift| task.time.is_turn((shift.starts_at, shift.ends_at)));
    shifts.sort_by_key(|shift| (shift.starts_at, shift.id));
    let line = |shift: &Shift| {
        let href = format!("/opgaver/{}/vagter#vagt-{}", shift.task, shift.id);
        Line::new(as_beginning(&shift.when(cx.locale, cx.today())), href)
    };
    let found = Consequence::of(shifts.iter().map(line).collect(), |count| t.shift_exit_times(count));
    Ok(found.map(|one| one.with_outcome(outcome)).into_iter().collect())
}

#[samskab_store::compiled_once]
async fn settle(services: &Services, tx: &mut Tx, exit: Exit, settlement: &Settlement) -> Result<()> {
    match exit {
        // At another place everything stays as it was.
        Exit::Task(task) if settlement.to.is_none() => {
            end_with_task(services, tx, task.into(), settlement).await
        }
        Exit::TaskTimes { task, .. } => go_along(services, tx, task.into(), settlement).await,
        Exit::Person(person) => {
            leave_gaps(services, tx, PersonId::from_uuid(person), settlement.farewell).await
        }
        _ => Ok(()),
    }
}

/// Shifts at the old times of the task move to the new ones, and so does a series all of whose shifts move. Whoever
/// has an agreement reads of it in the letter about the agreement and says yes to both at once; somebody who stands
/// in is asked here.
async fn go_along(services: &Services, tx: &mut Tx, task: TaskId, settlement: &Settlement) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(before) = task::moved::before(settlement) else { return Ok(()) };
    let ids: Vec<ShiftId> = tx.query(&PLANNED_OF_TASK).bind(tenant).bind(task).bind(now).scalars().await?;
    if ids.is_empty() {
        return Ok(());
    }
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let Some(place) = Place::read(services, &municipality, tx, task, now).await? else { return Ok(()) };
    let (old, new) = (&before.time, &place.task.time);
    let series = store::series_of_task(tx, tenant, task).await?;
    store::lock_shifts(tx, &ids).await?;
    let lines = store::bookings_of_shifts(tx, tenant, &ids).await?;
    let mut shifts = store::find_many(tx, tenant, &ids).await?;
    shifts.retain(Shift::is_planned);
    for one in series.into_iter().filter(|one| goes_along(one, &shifts, (old, new))) {
        if let (Some(turn), Some(series)) = (new.turn(), store::locked_series(tx, one.id).await?) {
            store::save_series(tx, &Series { turn, updated_at: now, ..series }).await?;
        }
    }
    let (mut told, mut happened) = (Vec::new(), Vec::new());
    for shift in shifts {
        let Some(times) = old.instead(new, (shift.starts_at, shift.ends_at)) else { continue };
        let after = shift.clone().moved_to(times, now);
        happened.push(change::save(tx, &shift, &after, &mut told).await?);
    }
    let is_engaged = |news: &gathered::ShiftNews| {
        let booking = lines.iter().map(|line| &line.booking).find(|booking| {
            booking.shift == news.shift.id && booking.person == news.person && booking.state.is_live()
        });
        booking.is_some_and(|booking| booking.engagement.is_some())
    };
    told.retain(|news| !is_engaged(news));
    gathered::write(tx, &place, told, "").await?;
    change::record_last(tx, &happened)
}

/// Shifts after the last day will not be. Whoever has an agreement reads it in the letter about that; somebody who
/// stands in is written to here.
async fn end_with_task(
    services: &Services,
    tx: &mut Tx,
    task: TaskId,
    settlement: &Settlement,
) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let from = if settlement.last_day > now.day() { settlement.last_day.end() } else { now };
    for series in store::series_of_task(tx, tenant, task).await? {
        let Some(series) = store::locked_series(tx, series.id).await? else { continue };
        let until = settlement.last_day.max(now.day().plus_days(-1));
        if series.rule.last_on(series.starts_on).is_some_and(|last| last <= until) {
            continue;
        }
        tx.record_last(&SeriesEnded { series: series.id, task })?;
        let rule = series.rule.clone().until(until);
        store::save_series(tx, &Series { rule, updated_at: now, ..series }).await?;
    }
    let ids: Vec<ShiftId> = tx.query(&PLANNED_OF_TASK).bind(tenant).bind(task).bind(from).scalars().await?;
    if ids.is_empty() {
        return Ok(());
    }
    let Some(place) = Place::read(services, &municipality, tx, task, now).await? else { return Ok(()) };
    store::lock_shifts(tx, &ids).await?;
    let lines = store::bookings_of_shifts(tx, tenant, &ids).await?;
    let stand_ins: Vec<PersonId> = lines
        .iter()
        .filter(|line| line.booking.engagement.is_none())
        .map(|line| line.booking.person)
        .collect();
    let stand_ins = person::store::find_many(tx, tenant, &stand_ins).await?;
    for shift in store::find_many(tx, tenant, &ids).await?.into_iter().filter(Shift::is_planned) {
        let shift = shift.cancel(settlement.reason.as_str(), now);
        store::save_shift(tx, &shift).await?;
        let live = |line: &&BookingLine| line.booking.shift == shift.id && line.booking.state.is_live();
        for line in lines.iter().filter(live) {
            let ended = line.booking.clone().end(Ended::Shift, now);
            if store::save_booking(tx, &ended, line.booking.state).await? {
                tx.record_last(&BookingEnded::of(&ended))?;
                if line.booking.engagement.is_none()
                    && let Some(person) = stand_ins.iter().find(|one| one.id == line.booking.person)
                {
                    place.write(tx, person, &shift, Word::Cancelled { reason: &settlement.reason }).await?;
                }
            }
        }
        tx.record_last(&ShiftCancelled::of(&shift))?;
    }
    Ok(())
}

/// Whether every shift laid out for a series moves from the `old` times to the `new`.
fn goes_along(series: &Series, shifts: &[Shift], (old, new): (&Time, &Time)) -> bool {
    let mut theirs =
        shifts.iter().filter(|shift| shift.series.is_some_and(|(id, _)| id == series.id)).peekable();
    theirs.peek().is_some()
        && theirs.all(|shift| old.instead(new, (shift.starts_at, shift.ends_at)).is_some())
}

/// The places of somebody whose account goes are free, and those who plan hear it at once, in one mail for each task:
/// without a name, which is nobody's any more.
async fn leave_gaps(services: &Services, tx: &mut Tx, person: PersonId, farewell: Farewell) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let coming = store::coming_of_person(tx, tenant, person, now, MOST).await?;
    let ids: Vec<ShiftId> = coming.iter().map(|one| one.shift.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    store::lock_shifts(tx, &ids).await?;
    let mut freed: Vec<Shift> = Vec::new();
    for one in coming {
        let was = one.booking.state;
        let ended = one.booking.end(Ended::CannotCome, now);
        if store::save_booking(tx, &ended, was).await? {
            tx.record_last(&BookingEnded::of(&ended))?;
            freed.push(one.shift);
        }
    }
    let lines = store::bookings_of_shifts(tx, tenant, &ids).await?;
    let mut tasks: Vec<TaskId> = freed.iter().map(|shift| shift.task).collect();
    tasks.sort_unstable();
    tasks.dedup();
    for task in tasks {
        let Some(place) = Place::read(services, &municipality, tx, task, now).await? else { continue };
        let mut shifts: Vec<&Shift> = freed.iter().filter(|shift| shift.task == task).collect();
        shifts.sort_by_key(|shift| shift.starts_at);
        let lacks = |shift: &&&Shift| {
            let of_shift = lines.iter().filter(|line| line.booking.shift == shift.id);
            taken(of_shift.map(|line| &line.booking)) < shift.minimum
        };
        let lacking: Vec<&Shift> = shifts.iter().filter(lacks).copied().collect();
        place.tell_of_gaps(tx, &shifts, &lacking, farewell).await?;
    }
    Ok(())
}
