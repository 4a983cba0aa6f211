//! What waits for those who plan: shifts that lack people within a week, people who have not said yes
//! to a new time, and places that are given up.

use std::collections::HashMap;

use samskab_interest::Rung;
use samskab_kernel::Instant;
use samskab_organisation::answering::responsible;
use samskab_organisation::identify::Who as _;
use samskab_organisation::{
    answering::{self, Poster},
    person::PersonId,
};
use samskab_store::Connection;
use samskab_taskbank::task::TaskId;
use samskab_web::{Cx, Result, WorkItem};

use super::{
    BookingState, ShiftId, ShiftState,
    rules::CONFIRM_HOURS,
    store::{self, BookingLine, Needing},
};
use crate::T;

/// Shifts so near are looked at.
const WITHIN_DAYS: i64 = 7;

/// What waits for the reader about shifts. Runs four queries, and up to four more when something waits.
#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(Vec::new()) };
    let (t, tenant, now) = (T(cx.locale), cx.tenant.id, cx.now());
    let mut items = asked_items(cx, connection, me).await?;
    let places = cx.actor.reached_places();
    if places.is_empty() {
        return Ok(items);
    }
    let needing = store::needing(connection, tenant, now, now.plus_days(WITHIN_DAYS), &places).await?;
    let mut posters: Vec<Poster> = needing.iter().filter_map(Needing::poster).collect();
    posters.sort_unstable();
    posters.dedup();
    if posters.is_empty() {
        return Ok(items);
    }
    let ladders = answering::ladders(connection, tenant, &posters, now.day()).await?;
    let is_mine = |needing: &Needing| {
        let ladder = needing.poster().and_then(|poster| ladders.get(&poster));
        ladder.is_some_and(|ladder| {
            responsible(ladder, needing.contact_person_id, Rung::Contact)
                .iter()
                .any(|answerer| answerer.person == me)
        })
    };
    let mine: Vec<Needing> = needing.into_iter().filter(is_mine).collect();
    let ids: Vec<ShiftId> = mine.iter().map(|one| one.shift_id).collect();
    let lines = store::bookings_of_shifts(connection, tenant, &ids).await?;
    items.extend(lacking(t, &mine, &lines, now));
    items.extend(on_closed_days(cx, &mine));
    items.extend(mine.iter().filter(|one| one.seeking > 0).map(|one| WorkItem {
        heading: t.worklist_kind_shift_seeking(),
        title: t.shift_work_seeking(one.seekers(&lines), one.when(cx.locale, cx.today())),
        detail: one.title.clone(),
        href: one.href(),
        since: one.seeking_since.unwrap_or(now),
        due: Some(one.starts_at),
        reason: None,
        act: None,
    }));
    items.extend(mine.iter().filter(|one| one.unconfirmed > 0 && one.confirm_by() <= now).map(|one| {
        WorkItem {
            heading: t.worklist_kind_shift_unconfirmed(),
            title: t.shift_work_unconfirmed(one.unconfirmed, one.when(cx.locale, cx.today())),
            detail: one.title.clone(),
            href: one.href(),
            since: one.confirm_by().max(one.time_changed_at.unwrap_or(now)),
            due: Some(one.starts_at),
            reason: None,
            act: None,
        }
    }));
    Ok(items)
}

/// The first of each task's shifts that want people and are `wanted`, and how many they are.
fn by_task(needing: &[Needing], wanted: impl Fn(&Needing) -> bool) -> Vec<(&Needing, i64)> {
    let mut found: HashMap<TaskId, (&Needing, i64)> = HashMap::new();
    for one in needing.iter().filter(|one| one.wants_people() && wanted(one)) {
        let (first, count) = found.entry(one.task_id).or_insert((one, 0));
        if one.starts_at < first.starts_at {
            *first = one;
        }
        *count += 1;
    }
    found.into_values().collect()
}

/// A task's shifts that lack people are one thing to do.
fn lacking(t: T, needing: &[Needing], lines: &[BookingLine], now: Instant) -> Vec<WorkItem> {
    let is_lacking = |one: &Needing| one.state == ShiftState::Planned && one.lacks() > 0;
    by_task(needing, is_lacking)
        .into_iter()
        .map(|(first, count)| {
            let when = first.when(t.0, now.day());
            let near = first.starts_at.plus_days(-WITHIN_DAYS).max(first.created_at);
            let gave_up = first.gave_up(lines);
            WorkItem {
                heading: t.worklist_kind_shift_lacks(),
                title: match gave_up {
                    _ if count > 1 => t.shift_work_lacks_many(count, when),
                    Some(line) => t.shift_work_gave_up(first.lacks(), line.short_name(), when),
                    None => t.shift_work_lacks(first.lacks(), when),
                },
                detail: first.title.clone(),
                href: first.href(),
                // Since the shift became near, or somebody gave up a place.
                since: gave_up.map_or(near, |line| near.max(line.booking.state_since)).min(now),
                due: Some(first.starts_at),
                reason: None,
                act: None,
            }
        })
        .collect()
}

/// A task's shifts on closed days are one question.
fn on_closed_days(cx: &Cx, needing: &[Needing]) -> Vec<WorkItem> {
    by_task(needing, |one| one.state == ShiftState::Asked)
        .into_iter()
        .map(|(first, count)| WorkItem {
            heading: T(cx.locale).worklist_kind_shift_closed_day(),
            title: T(cx.locale).shift_work_closed_day(count, first.when(cx.locale, cx.today())),
            detail: first.title.clone(),
            href: first.href(),
            since: first.created_at,
            due: Some(first.starts_at),
            reason: None,
            act: None,
        })
        .collect()
}

/// What a colleague asks the volunteer, new times they have not answered, and shifts to choose for the first time.
async fn asked_items(cx: &Cx, connection: &mut Connection, me: PersonId) -> Result<Vec<WorkItem>> {
    let t = T(cx.locale);
    let asked = store::asked_of_person(connection, cx.tenant.id, me, cx.now()).await?;
    let mut items: Vec<WorkItem> = asked
        .iter()
        .map(|coming| WorkItem {
            heading: t.worklist_kind_shift_asked(),
            title: match coming.booking.asked.and_then(|asked| asked.swap_for) {
                Some(_) => t.shift_work_asked_to_swap(coming.shift.when(cx.locale, cx.today())),
                None => t.shift_work_asked(coming.shift.when(cx.locale, cx.today())),
            },
            detail: coming.title.clone(),
            href: coming.shift.href(),
            since: coming.booking.asked.map_or(coming.booking.updated_at, |asked| asked.at),
            due: Some(coming.shift.starts_at),
            reason: None,
            act: None,
        })
        .collect();
    let mine = store::coming_of_person(connection, cx.tenant.id, me, cx.now(), 100).await?;
    items.extend(mine.iter().filter(|coming| !coming.booking.is_confirmed(&coming.shift)).map(|coming| {
        WorkItem {
            heading: t.worklist_kind_shift_new_time(),
            title: t.shift_work_new_time(coming.shift.when(cx.locale, cx.today())),
            detail: coming.title.clone(),
            href: coming.shift.href(),
            since: coming.shift.time_changed_at.unwrap_or(coming.shift.updated_at),
            due: Some(coming.shift.confirm_by().max(cx.now())),
            reason: None,
            act: None,
        }
    }));
    let to_choose = store::to_choose(connection, cx.tenant.id, me, cx.now()).await?;
    items.extend(to_choose.into_iter().map(|one| WorkItem {
        heading: t.worklist_kind_shift_choose(),
        title: t.shift_work_choose(cx.locale.weekday_and_day(one.first_at.day(), cx.today())),
        detail: one.title,
        href: "/min-side/vagter".to_owned(),
        since: one.since,
        due: Some(one.first_at),
        reason: None,
        act: None,
    }));
    Ok(items)
}

impl Needing {
    fn when(&self, locale: samskab_kernel::Locale, today: samskab_kernel::Day) -> String {
        locale.from_to((self.starts_at, self.ends_at), today)
    }

    fn href(&self) -> String {
        format!("/opgaver/{}/vagter#vagt-{}", self.task_id, self.shift_id)
    }

    fn lacks(&self) -> i64 {
        self.minimum - self.there
    }

    /// Who said last that they cannot come, where nobody came instead and they have not come back.
    fn gave_up<'a>(&self, lines: &'a [BookingLine]) -> Option<&'a BookingLine> {
        let here: Vec<&BookingLine> =
            lines.iter().filter(|line| line.booking.shift == self.shift_id).collect();
        let is_on = |person: PersonId| {
            here.iter().any(|line| line.booking.person == person && line.booking.state.is_live())
        };
        let gave_up =
            here.iter().copied().filter(|line| line.booking.gave_up() && !is_on(line.booking.person));
        gave_up.max_by_key(|line| line.booking.state_since)
    }

    /// Who seeks a stand-in.
    fn seekers(&self, lines: &[BookingLine]) -> String {
        let is_seeking = |line: &&BookingLine| {
            line.booking.shift == self.shift_id && line.booking.state == BookingState::Seeking
        };
        let names: Vec<String> = lines.iter().filter(is_seeking).map(BookingLine::short_name).collect();
        names.join(", ")
    }

    fn confirm_by(&self) -> Instant {
        self.starts_at.minus(samskab_kernel::jiff::SignedDuration::from_hours(CONFIRM_HOURS))
    }
}
