//! What is said before an interest is sent, with the next step. Pure.
//!
//! The lowest age is a wall; the rest is told and the volunteer decides (FX-06).

use samskab_kernel::{Day, Instant};
use samskab_taskbank::task::{Off, Requirement, Task, Time};

/// Something that may be a hindrance; the volunteer can send the form nevertheless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// Required, and not ticked.
    Lacks(Requirement),
    /// More persons than the task has places.
    TooMany { places: i64 },
    /// The same address is also in contact about another task, `title`, or has agreed on it (`is_agreed`), and both are
    /// on from `start` to `end`. Its name is for that person's eyes only.
    Conflict { title: String, is_agreed: bool, start: Instant, end: Instant },
}

/// What else somebody is in contact about.
#[derive(Debug, Clone, Copy)]
pub struct OtherTask<'t> {
    pub task: &'t Task,
    /// They have an agreement about it, or a yes to one.
    pub is_agreed: bool,
}

/// Requirements that a volunteer can have today or not; the others are cleared together, after
/// the interest: courses, certificates, meetings.
pub const ASKED: [Requirement; 1] = [Requirement::DrivingLicence];

/// How far into the future conflicts are looked for.
const DAYS_AHEAD: i32 = 182;

/// Which of the things the task asks for were not ticked.
pub fn lacking(task: &Task, ticked: impl Fn(Requirement) -> bool) -> Vec<Requirement> {
    ASKED.into_iter().filter(|asked| task.requirements.contains(asked) && !ticked(*asked)).collect()
}

/// Everything to be said about coming to `task` with so many, lacking these, besides `others`: what
/// else the same person is in contact about. Every conflict is said: what is agreed on first, then what comes first.
pub fn hindrances<'t>(
    task: &Task,
    persons: i64,
    lacks: &[Requirement],
    others: impl IntoIterator<Item = OtherTask<'t>>,
    today: Day,
) -> Vec<Hindrance> {
    let mut found: Vec<Hindrance> = lacks.iter().copied().map(Hindrance::Lacks).collect();
    if let Some(places) = task.places.filter(|places| persons > *places) {
        found.push(Hindrance::TooMany { places });
    }
    let overlap = |OtherTask { task: other, is_agreed }| {
        let (start, end) = first_overlap(&task.time, &other.time, today)?;
        Some((!is_agreed, start, end, &other.title))
    };
    let mut overlaps: Vec<(bool, Instant, Instant, &String)> =
        others.into_iter().filter_map(overlap).collect();
    overlaps.sort();
    found.extend(overlaps.into_iter().map(|(is_wish, start, end, title)| Hindrance::Conflict {
        title: title.clone(),
        is_agreed: !is_wish,
        start,
        end,
    }));
    found
}

/// The first time from `today` on, within half a year, at which both take place; what only touches
/// does not overlap.
pub fn first_overlap(one: &Time, other: &Time, today: Day) -> Option<(Instant, Instant)> {
    let until = today.plus_days(DAYS_AHEAD);
    let (one, other) =
        (one.occurrences(today, until, Off::NEVER), other.occurrences(today, until, Off::NEVER));
    let (mut at, mut beside) = (0, 0);
    while let (Some((start, end)), Some((other_start, other_end))) = (one.get(at), other.get(beside)) {
        if start < other_end && other_start < end {
            return Some((*start.max(other_start), *end.min(other_end)));
        }
        if end <= other_end {
            at += 1;
        } else {
            beside += 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use samskab_taskbank::task::time::{Turn, weekdays_from};

    const TODAY: Day = Day::of(2026, 11, 22);

    fn on(day: Day, hour: i64, hours: i64) -> Time {
        Time::OneOff { day, turn: Turn { start_minute: hour * 60, duration: hours * 60 } }
    }
    fn weekly(weekdays: &str, hour: i64, hours: i64) -> Time {
        let turn = Turn { start_minute: hour * 60, duration: hours * 60 };
        Time::Weekly { weekdays: weekdays_from(weekdays), from: None, to: None, turn }
    }

    #[test]
    fn two_things_on_the_same_saturday_overlap_from_when_both_are_on() {
        let saturday = Day::of(2026, 11, 28);
        let both = first_overlap(&on(saturday, 13, 3), &on(saturday, 15, 3), TODAY);
        assert_eq!(both, Some((saturday.at(15, 0), saturday.at(16, 0))));
        assert_eq!(
            first_overlap(&on(saturday, 13, 2), &on(saturday, 15, 3), TODAY),
            None,
            "one ends as the other begins"
        );
    }

    #[test]
    fn every_conflict_is_said_and_what_is_agreed_on_first() {
        use samskab_organisation::{answering::Poster, association::Theme};
        use uuid::Uuid;

        let task = |number: u128, title: &str, time: Time| {
            let poster = Poster::Unit(Uuid::from_u128(1).into());
            let draft = Task::draft(
                Uuid::from_u128(number).into(),
                poster,
                Theme::Social,
                None,
                Instant::from_micros(0),
            );
            Task { title: title.into(), time, ..draft }
        };
        let desk = task(2, "Vejleder", weekly("2 4", 13, 2));
        let mechanic = task(3, "Mekaniker", on(Day::of(2026, 11, 24), 14, 1));
        let visits = task(4, "Besøgsven", weekly("2", 14, 1));
        let whist = task(5, "Whist", weekly("5", 14, 1));
        let others = [(&mechanic, false), (&whist, true), (&visits, true)]
            .map(|(task, is_agreed)| OtherTask { task, is_agreed });
        let said: Vec<(String, bool)> = hindrances(&desk, 1, &[], others, TODAY)
            .into_iter()
            .map(|found| match found {
                Hindrance::Conflict { title, is_agreed, .. } => (title, is_agreed),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(said, [("Besøgsven".to_owned(), true), ("Mekaniker".to_owned(), false)]);
    }

    #[test]
    fn a_weekly_turn_meets_a_single_day_weeks_ahead() {
        let tuesday = Day::of(2026, 12, 15);
        let both = first_overlap(&on(tuesday, 14, 1), &weekly("2", 14, 2), TODAY);
        assert_eq!(both, Some((tuesday.at(14, 0), tuesday.at(15, 0))));
        assert_eq!(first_overlap(&on(tuesday, 14, 1), &weekly("3", 14, 2), TODAY), None);
    }

    #[test]
    fn a_night_watch_reaches_into_the_morning() {
        let (friday, saturday) = (Day::of(2026, 11, 27), Day::of(2026, 11, 28));
        let night = on(friday, 22, 10);
        assert_eq!(
            first_overlap(&night, &on(saturday, 7, 3), TODAY),
            Some((saturday.at(7, 0), saturday.at(8, 0)))
        );
    }

    #[test]
    fn what_one_does_when_it_suits_never_collides() {
        let flexible = Time::Flexible { minutes_per_week: Some(120), note: String::new(), until: None };
        assert_eq!(first_overlap(&flexible, &weekly("1 2 3 4 5 6 7", 0, 24), TODAY), None);
    }

    proptest! {
        #[test]
        fn overlap_is_the_same_both_ways_and_lies_in_both(
            day in 0..170_i32, hour in 0..24_i64, hours in 1..30_i64, other_hour in 0..24_i64, other_hours in 1..30_i64,
            weekdays in "[1-7]( [1-7]){0,3}",
        ) {
            let one = on(TODAY.plus_days(day), hour, hours);
            let other = weekly(&weekdays, other_hour, other_hours);
            let found = first_overlap(&one, &other, TODAY);
            prop_assert_eq!(found, first_overlap(&other, &one, TODAY));
            let every = |time: &Time| time.occurrences(TODAY, TODAY.plus_days(182), Off::NEVER);
            let brute = every(&one).into_iter().flat_map(|(start, end)| {
                every(&other)
                    .into_iter()
                    .filter(move |(s, e)| start < *e && *s < end)
                    .map(move |(s, e)| (start.max(s), end.min(e)))
            }).min();
            prop_assert_eq!(found.is_some(), brute.is_some());
        }
    }
}
