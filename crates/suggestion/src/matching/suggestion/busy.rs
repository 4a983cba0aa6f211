//! When somebody has an agreement already: what is on at the same time suits nobody.

use samskab_engagement::engagement;
use samskab_interest::hindrance::first_overlap;
use samskab_kernel::{Day, TenantId};
use samskab_matching::{Slots, Volunteer};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result};
use samskab_taskbank::task::{self, TaskId, Time};

use crate::matching::market::slots;

/// The tasks that somebody has agreed to help with, by title.
#[derive(Debug, Default)]
pub struct Busy(Vec<(String, Time)>);

impl Busy {
    /// At most two queries.
    pub async fn of(connection: &mut Connection, tenant: TenantId, person: PersonId) -> Result<Self> {
        let mut engagements = engagement::store::of_person(connection, tenant, person).await?;
        engagements.retain(|engagement| engagement.state.is_live());
        if engagements.is_empty() {
            return Ok(Self::default());
        }
        let ids: Vec<TaskId> = engagements.iter().map(|engagement| engagement.task).collect();
        let tasks = task::store::find_many(connection, tenant, &ids).await?;
        Ok(Self(tasks.into_iter().map(|task| (task.title, task.time)).collect()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first of them that is on at the same time.
    pub fn title(&self, time: &Time, today: Day) -> Option<&str> {
        self.0.iter().find(|(_, own)| clashes(time, own, today)).map(|(title, _)| title.as_str())
    }

    /// The volunteer as a task at `time` meets them: with the time that is left. `None`: there is none.
    pub fn free(&self, volunteer: &Volunteer, time: &Time, today: Day) -> Option<Volunteer> {
        let taken = self.taken(time, today);
        if taken.is_empty() {
            return Some(volunteer.clone());
        }
        let is_told = !volunteer.availability.is_empty();
        let free = |all: Slots| all.iter().filter(|slot| taken.iter().all(|other| other != *slot)).collect();
        let asked: Slots = free(asked(time));
        let availability: Slots = free(volunteer.availability);
        let left = if is_told { asked.common(availability) } else { asked };
        (!left.is_empty()).then(|| Volunteer { availability, ..volunteer.clone() })
    }

    /// When a task at `time` clashes with one of them.
    fn taken(&self, time: &Time, today: Day) -> Slots {
        let each = each_day(time);
        let clashing = each.iter().filter(|one| self.title(one, today).is_some());
        clashing.fold(Slots::EMPTY, |all, one| all.union(asked(one)))
    }
}

/// What is done every week clashes with one thing as it is every week: a single day is no reason against it.
fn clashes(time: &Time, own: &Time, today: Day) -> bool {
    let is_single_day = matches!((time, own), (Time::Weekly { .. }, Time::OneOff { .. }));
    !is_single_day && first_overlap(time, own, today).is_some()
}

/// A weekly task's days one by one; whoever can come on one of them is welcome.
fn each_day(time: &Time) -> Vec<Time> {
    match time {
        Time::Weekly { weekdays, from, to, turn } => weekdays
            .iter()
            .map(|day| Time::Weekly { weekdays: vec![*day], from: *from, to: *to, turn: *turn })
            .collect(),
        time => vec![time.clone()],
    }
}

fn asked(time: &Time) -> Slots {
    match time {
        Time::OneOff { day, turn } => slots(day.weekday(), *turn),
        Time::Weekly { weekdays, turn, .. } => {
            weekdays.iter().fold(Slots::EMPTY, |all, day| all.union(slots(*day, *turn)))
        }
        Time::Flexible { .. } | Time::Unsettled(_) => Slots::EMPTY,
    }
}

#[cfg(test)]
mod tests {
    use samskab_matching::PartOfDay;
    use samskab_taskbank::task::time::{Turn, weekdays_from};
    use uuid::Uuid;

    use super::*;

    const TODAY: Day = Day::of(2026, 11, 30);

    fn turn(hour: i64, minutes: i64) -> Turn {
        Turn { start_minute: hour * 60, duration: minutes }
    }

    fn weekly(weekdays: &str, hour: i64, minutes: i64) -> Time {
        Time::Weekly { weekdays: weekdays_from(weekdays), from: None, to: None, turn: turn(hour, minutes) }
    }

    fn busy(time: Time) -> Busy {
        Busy(vec![("Besøgsven".to_owned(), time)])
    }

    fn told(weekdays: &str) -> Volunteer {
        let availability =
            weekdays_from(weekdays).into_iter().map(|day| (day, PartOfDay::Afternoon)).collect();
        Volunteer { availability, ..Volunteer::new(Uuid::from_u128(1).into()) }
    }

    #[test]
    fn what_is_on_during_ones_own_agreement_is_left_out_and_no_reason_is_taken_from_it() {
        let (tuesdays, guide) = (busy(weekly("2", 14, 60)), weekly("2 4", 13, 150));
        assert_eq!(
            tuesdays.free(&told("2 3"), &guide, TODAY),
            None,
            "only Thursday is left, and they have none"
        );
        let both = tuesdays.free(&told("2 4"), &guide, TODAY).expect("Thursday is left");
        assert_eq!(both.availability, told("4").availability, "and Tuesday is no reason");
        assert!(tuesdays.free(&told(""), &guide, TODAY).is_some(), "who has told no times has Thursday too");
        assert_eq!(tuesdays.free(&told(""), &weekly("2", 13, 150), TODAY), None);
        assert_eq!(tuesdays.title(&guide, TODAY), Some("Besøgsven"));
    }

    #[test]
    fn what_is_at_another_time_or_when_it_suits_is_in_nobodys_way() {
        let tuesdays = busy(weekly("2", 14, 60));
        let flexible = Time::Flexible { minutes_per_week: None, note: String::new(), until: None };
        for other in [weekly("2", 15, 60), weekly("3", 14, 60), flexible] {
            assert_eq!(tuesdays.free(&told("2 3"), &other, TODAY), Some(told("2 3")), "{other:?}");
        }
    }

    #[test]
    fn a_single_day_is_no_reason_against_what_is_every_week_but_the_other_way_round_it_is() {
        let tuesday = Time::OneOff { day: Day::of(2026, 12, 8), turn: turn(14, 120) };
        assert!(busy(tuesday.clone()).free(&told("2"), &weekly("2", 14, 60), TODAY).is_some());
        assert_eq!(busy(weekly("2", 14, 60)).free(&told("2"), &tuesday, TODAY), None);
    }
}
