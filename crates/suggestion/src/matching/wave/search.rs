//! The waves that are due.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use samskab_engagement::engagement;
use samskab_jobs::Failure;
use samskab_kernel::{Deadline, Instant, TenantId};
use samskab_matching::{Opening, Place, Reason, Score, Slots, Time, gates, score};
use samskab_organisation::answering::languages;
use samskab_organisation::answering::{Rung, responsible};
use samskab_organisation::{
    answering,
    person::{self, Person, PersonId},
};
use samskab_requirement as requirement;
use samskab_shifts::shift::{
    self, Booking, BookingState, Shift, ShiftId, letter::Word, place::Place as ShiftPlace,
    rules::is_decent_hour,
};
use samskab_store::{Connection, Stamp, Tx};
use samskab_taskbank::{
    notice,
    task::{self, Task},
};
use samskab_volunteers::volunteer;
use samskab_web::{Cx, Services, Tenant, module::Part};

use super::{
    SearchState, end,
    letter::StandInAsked,
    pause_between,
    store::{self, Due},
    wave_size,
};
use crate::{
    T,
    matching::{
        Settings,
        budget::spared,
        invitation::{self, Invitation, Kept, State, event::InvitationSent},
        market::{Markets, opening, opening_id, person_id},
    },
};

/// At most this many candidates are examined for one wave.
const LOOKED_AT: usize = 40;
/// How far back it is counted how often people say yes.
const ANSWERS_DAYS: i64 = 365;
/// A question stays open this long, or until the shift begins.
const OPEN_HOURS: i64 = 24;

/// Every minute: each search in a transaction of its own.
pub async fn search(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = notice::mail::municipality(&services, tenant).await? else { return Ok(()) };
    let due = {
        let mut reader = services.db.read().await?;
        store::due(&mut reader, tenant, now).await?
    };
    for one in due {
        let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
        if next_wave(&services, &municipality, &mut tx, one, now).await? {
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Somebody to ask.
struct Candidate {
    person: PersonId,
    is_mate: bool,
    kept: Option<Kept>,
}

/// Whether anything was written.
async fn next_wave(
    services: &Services,
    municipality: &Arc<Tenant>,
    tx: &mut Tx,
    due: Due,
    now: Instant,
) -> samskab_store::Result<bool> {
    let tenant = municipality.id;
    let booking = shift::store::find_booking(tx, tenant, due.booking_id).await?;
    let shift = shift::store::find(tx, tenant, due.shift_id).await?;
    let (Some(booking), Some(shift)) = (booking, shift) else {
        end(tx, services, municipality, due.booking_id, SearchState::GivenUp).await?;
        return Ok(true);
    };
    if booking.state == BookingState::Replaced {
        end(tx, services, municipality, due.booking_id, SearchState::Found).await?;
        return Ok(true);
    }
    if booking.state != BookingState::Seeking || !shift.is_planned() || shift.starts_at <= now {
        end(tx, services, municipality, due.booking_id, SearchState::GivenUp).await?;
        return Ok(true);
    }
    if !is_decent_hour(now, shift.starts_at) {
        return Ok(false);
    }
    let shown = task::store::shown(tx, tenant, due.task_id, now.day()).await?;
    let Some(shown) = shown else { return Ok(false) };
    let (asked, accepted) = store::answered(tx, tenant, now.plus_days(-ANSWERS_DAYS)).await?;
    let size = wave_size(asked, accepted);
    let next =
        candidates(services, municipality, tx, (&shown.task, &shift, &booking), now, usize::MAX).await?;
    if next.is_empty() {
        end(tx, services, municipality, due.booking_id, SearchState::GivenUp).await?;
        tell_nobody_left(tx, &shown.task, &shift).await?;
        let booking = booking.nobody_left(now);
        if shift::store::save_booking(tx, &booking, BookingState::Seeking).await? {
            tell_seeker(tx, services, municipality, &shift, &booking).await?;
        }
        return Ok(true);
    }
    if !store::went_out(tx, due, now.plus(pause_between(&shift, now))).await? {
        return Ok(false);
    }
    for (candidate, person) in next.into_iter().take(size) {
        let Some(to) = person.email.clone() else { continue };
        let invitation = asked_to_stand_in(tx, due, &shift, &candidate, now)?;
        invitation::store::add(tx, &invitation).await?;
        let asking = StandInAsked {
            municipality,
            invitation: &invitation,
            shift: &shift,
            title: &shown.task.title,
            by: &shown.poster_name,
            person: &person,
            is_mate: candidate.is_mate,
        };
        asking.mail(tx, services, to).await?;
        tx.record(InvitationSent::of(&invitation)).await?;
    }
    Ok(true)
}

fn asked_to_stand_in(
    tx: &Tx,
    due: Due,
    shift: &Shift,
    candidate: &Candidate,
    now: Instant,
) -> samskab_store::Result<Invitation> {
    let kept = candidate.kept.as_ref();
    let longest = now.plus(samskab_kernel::jiff::SignedDuration::from_hours(OPEN_HOURS));
    Ok(Invitation {
        id: tx.new_id(),
        task: due.task_id,
        person: candidate.person,
        stand_in: Some((due.shift_id, due.booking_id)),
        wave: due.wave + 1,
        by: None,
        message: String::new(),
        score: kept.map_or(0, |kept| i64::from(kept.score.total)),
        version: kept.map_or(0, |kept| i64::from(kept.score.weights)),
        parts: kept.map_or(Ok("{}".to_owned()), Kept::to_json)?,
        state: State::Sent,
        state_since: now,
        reason: None,
        interest: None,
        sent_at: now,
        expires_at: Deadline::new(now, longest, Some(shift.starts_at)).due,
    })
}

/// On the page of somebody's own shift, that nobody could be asked to stand in.
pub const NOBODY_TO_ASK: Part = Part {
    of: shift::STAND_IN,
    read: |cx, connection, shift| Box::pin(nobody_to_ask(cx, connection, ShiftId::from_uuid(shift))),
};

#[derive(Template)]
#[template(path = "matching/nobody_to_ask.html")]
struct NobodyToAsk {
    t: T,
}

/// `None`: somebody could be asked, or the reader is not on the shift.
async fn nobody_to_ask(
    cx: &Cx,
    connection: &mut Connection,
    shift: ShiftId,
) -> samskab_web::Result<Option<String>> {
    let (Some(me), tenant) = (cx.actor.person.map(PersonId::from_uuid), cx.tenant.id) else {
        return Ok(None);
    };
    let booking = shift::store::live_booking(connection, tenant, shift, me).await?;
    let shift = shift::store::find(connection, tenant, shift).await?;
    let (Some(booking), Some(shift)) = (booking, shift) else { return Ok(None) };
    let Some(task) = task::store::find(connection, tenant, shift.task).await? else { return Ok(None) };
    let shown = (&task, &shift, &booking);
    let found = candidates(&cx.services, &cx.tenant, connection, shown, cx.now(), 1).await?;
    if !found.is_empty() {
        return Ok(None);
    }
    let part = NobodyToAsk { t: T(cx.locale) };
    Ok(Some(part.render()?))
}

/// Those of the nearest circle in which there is anybody to ask, whom nothing keeps from taking the shift; no more than
/// `most`.
async fn candidates(
    services: &Services,
    municipality: &Tenant,
    connection: &mut Connection,
    (task, shift, booking): (&Task, &Shift, &Booking),
    now: Instant,
    most: usize,
) -> samskab_store::Result<Vec<(Candidate, Person)>> {
    let tenant = municipality.id;
    let asked = invitation::store::of_booking(connection, tenant, booking.id).await?;
    let mut left_out: HashSet<PersonId> = asked.iter().map(|one| one.person).collect();
    left_out.insert(booking.person);
    let booked = shift::store::bookings_of_shifts(connection, tenant, &[shift.id]).await?;
    left_out
        .extend(booked.iter().filter(|line| line.booking.state.is_live()).map(|line| line.booking.person));

    let mates = engagement::store::active_of_task(connection, tenant, task.id).await?;
    let mates = plain(mates.into_iter().map(|line| line.person).collect(), true, &left_out);
    let found = who_can(municipality, connection, (task, shift), mates, now, most).await?;
    if !found.is_empty() {
        return Ok(found);
    }
    let at_the_place = store::at_the_place(connection, tenant, task.poster.uuid()).await?;
    let at_the_place = plain(at_the_place, false, &left_out);
    let found = who_can(municipality, connection, (task, shift), at_the_place, now, most).await?;
    if !found.is_empty() {
        return Ok(found);
    }
    let from_the_bank = from_the_bank(services, tenant, task, shift, &left_out, now);
    who_can(municipality, connection, (task, shift), from_the_bank, now, most).await
}

fn plain(people: Vec<PersonId>, is_mate: bool, left_out: &HashSet<PersonId>) -> Vec<Candidate> {
    let people = people.into_iter().filter(|person| !left_out.contains(person));
    people.map(|person| Candidate { person, is_mate, kept: None }).collect()
}

/// Findable, it suits them, they have said that they have time at that hour, and it is within their reach.
fn from_the_bank(
    services: &Services,
    tenant: TenantId,
    task: &Task,
    shift: &Shift,
    left_out: &HashSet<PersonId>,
    now: Instant,
) -> Vec<Candidate> {
    let turn = opening_of(task, shift, now);
    let found = services.state::<Markets>().ask(tenant, |town| {
        let circumstances = town.everybody.circumstances(now.day());
        let mut found: Vec<(Score, PersonId, Vec<Reason>)> = town
            .findable
            .volunteers()
            .iter()
            .filter(|one| !left_out.contains(&person_id(one.id)))
            .filter(|one| !one.availability.common(turn.time.slots()).is_empty())
            .filter(|one| one.place.is_some() || turn.place.is_none())
            .filter(|one| gates(one, &turn).is_empty())
            .map(|one| (score(one, &turn, &circumstances), person_id(one.id), Vec::new()))
            .collect();
        found.sort_by_key(|(score, person, _)| (std::cmp::Reverse(score.total), *person));
        found.truncate(LOOKED_AT);
        found
    });
    let candidate =
        |(score, person, reasons)| Candidate { person, is_mate: false, kept: Some(Kept { score, reasons }) };
    found.unwrap_or_default().into_iter().map(candidate).collect()
}

/// The task as it is asked for this once: on that day, at that hour, for one.
pub fn opening_of(task: &Task, shift: &Shift, now: Instant) -> Opening {
    let start = shift.starts_at.in_denmark();
    let minute = u16::try_from(i32::from(start.hour()) * 60 + i32::from(start.minute())).unwrap_or_default();
    let length = shift.ends_at.since(shift.starts_at).as_mins();
    let day = shift.starts_at.day();
    let slots = Slots::of_turn(day.weekday(), minute, u16::try_from(length).unwrap_or(u16::MAX));
    Opening {
        time: Time::OneOff { day, slots },
        places: None,
        taken: 0,
        connections: 0,
        place: task.place.and_then(|(latitude, longitude)| Place::new(latitude, longitude)),
        id: opening_id(task.id),
        ..opening(task, &[], Default::default(), now.day())
    }
}

/// Of a circle those who can: everything required is in order, they are free, not on a pause, have an address, and –
/// unless they help with the same task – have not been asked enough already. No more than `most`.
async fn who_can(
    municipality: &Tenant,
    connection: &mut Connection,
    (task, shift): (&Task, &Shift),
    circle: Vec<Candidate>,
    now: Instant,
    most: usize,
) -> samskab_store::Result<Vec<(Candidate, Person)>> {
    let tenant = municipality.id;
    let people: Vec<PersonId> = circle.iter().map(|one| one.person).collect();
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let settings = Settings::of(municipality);
    let missing =
        requirement::missing_of_many(connection, tenant, &people, task, shift.starts_at.day()).await?;
    let since = now.plus_days(-settings.looks_back());
    let sent = invitation::store::sent_to(connection, tenant, &people, since).await?;
    let cvs = volunteer::store::find_many(connection, tenant, &people).await?;
    let known = person::store::find_many(connection, tenant, &people).await?;
    let mut found = Vec::new();
    for candidate in circle {
        if found.len() == most {
            break;
        }
        let person = known.iter().find(|one| one.id == candidate.person && one.email.is_some());
        let Some(person) = person else { continue };
        let cv = cvs.iter().find(|cv| cv.person == candidate.person);
        let wants_peace = cv.is_some_and(|cv| cv.is_paused(now.day()));
        let from_the_bank = candidate.kept.is_some();
        if wants_peace
            || from_the_bank && !cv.is_some_and(|cv| cv.is_findable(now.day()))
            || missing.get(&candidate.person).is_some_and(|missing| !missing.is_empty())
            || !candidate.is_mate && spared(candidate.person, task.poster, &sent, &settings, now).is_some()
            || !shift::store::busy(connection, tenant, candidate.person, shift.starts_at, shift.ends_at)
                .await?
                .is_empty()
        {
            continue;
        }
        found.push((candidate, person.clone()));
    }
    // Whoever was asked least lately comes first; the bank has its own order.
    found.sort_by_key(|(candidate, _)| match candidate.kept {
        Some(_) => (0, None),
        None => {
            let asked = sent.iter().filter(|one| one.person_id == candidate.person).count();
            (asked, Some(candidate.person))
        }
    });
    Ok(found)
}

/// Nobody is left to ask: whoever seeks a stand-in reads that the shift is theirs still.
async fn tell_seeker(
    tx: &mut Tx,
    services: &Services,
    municipality: &Arc<Tenant>,
    shift: &Shift,
    booking: &Booking,
) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(person) = person::store::find(tx, tenant, booking.person).await? else { return Ok(()) };
    if let Some(place) = ShiftPlace::read(services, municipality, tx, shift.task, now).await? {
        place.write(tx, &person, shift, Word::NobodyLeft).await?;
    }
    Ok(())
}

/// Nobody is left to ask: those who answer for the place decide what happens.
async fn tell_nobody_left(tx: &mut Tx, task: &Task, shift: &Shift) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let ladder = answering::ladder(tx, tenant, task.poster, now.day()).await?;
    let told = responsible(&ladder, task.contact, Rung::Contact);
    for (person, locale) in languages(tx, tenant, &told).await? {
        let t = T(locale);
        let text = t.matching_notice_nobody_left(&task.title, t.0.day_and_time(shift.starts_at, now.day()));
        notice::tell(tx, person, "shift.no_stand_in", text, format!("/opgaver/{}/vagter", task.id)).await?;
    }
    Ok(())
}
