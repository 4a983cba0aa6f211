//! A task gets other times or another place. Whoever counts on it reads of both, and bookings at the old times move
//! to the new ones where they correspond. Pure.

use samskab_kernel::{Day, Instant, Locale};
use samskab_web::exit::{Exit, Settlement, TimesChange};

use super::{Task, Time, time::as_beginning, view::place_line};
use crate::T;

impl Time {
    /// How these times relate to the different times `after`.
    fn change_to(&self, after: &Self) -> TimesChange {
        match (self, after) {
            (Self::OneOff { .. }, Self::OneOff { .. }) => TimesChange::GoAlong,
            (
                Self::Weekly { weekdays, turn, .. },
                Self::Weekly { weekdays: new_weekdays, turn: new_turn, .. },
            ) if weekdays == new_weekdays => match turn == new_turn {
                true => TimesChange::SameHours,
                false => TimesChange::GoAlong,
            },
            (Self::Flexible { .. }, Self::Flexible { .. }) => TimesChange::SameHours,
            _ => TimesChange::Others,
        }
    }

    /// What comes instead of one turn of these times when they become those `after` them. `None`: it is none of these, or
    /// nothing comes instead.
    pub fn instead(&self, after: &Self, turn: (Instant, Instant)) -> Option<(Instant, Instant)> {
        if self.change_to(after) != TimesChange::GoAlong || !self.is_turn(turn) {
            return None;
        }
        match after {
            Self::OneOff { day, turn } => Some(turn.on(*day)),
            Self::Weekly { turn: new, .. } => Some(new.on(turn.0.day())),
            Self::Flexible { .. } | Self::Unsettled(_) => None,
        }
    }

    /// Whether it is done on this day, or may be, and will not be any more when these times become those `after` them.
    pub fn loses(&self, day: Day, after: &Self) -> bool {
        let is_any_day = |time: &Self| matches!(time, Self::Flexible { .. } | Self::Unsettled(_));
        let has_turn = |time: &Self| !time.occurrences(day, day, super::time::Off::NEVER).is_empty();
        (is_any_day(self) || has_turn(self)) && !is_any_day(after) && !has_turn(after)
    }

    /// Whether it is one of its turns, on a closed day too.
    pub fn is_turn(&self, turn: (Instant, Instant)) -> bool {
        let day = turn.0.day();
        self.occurrences(day, day, super::time::Off::NEVER).contains(&turn)
    }
}

impl Task {
    /// The exit that a change to `after` means for those who count on the task; `None`: time and place stay.
    pub fn moves_to(&self, after: &Self) -> Option<Exit> {
        let change = if self.time != after.time {
            self.time.change_to(&after.time)
        } else if place(self, Locale::Da) != place(after, Locale::Da) {
            TimesChange::SameHours
        } else {
            return None;
        };
        Some(Exit::TaskTimes { task: self.id.uuid(), change })
    }

    /// What of its time and its place is another in `after`, each as it was and as it is: in lines, as it is told.
    pub fn told_changes(&self, after: &Self, locale: Locale, today: Day) -> Vec<String> {
        let t = T(locale);
        let when = |task: &Self| as_beginning(&task.time.sentence(locale, today));
        let pairs = [(when(self), when(after)), (place(self, locale), place(after, locale))];
        let lines = |(before, after)| [t.task_moved_before(before), t.task_moved_now(after)];
        pairs.into_iter().filter(|(before, after)| before != after).flat_map(lines).collect()
    }
}

fn place(task: &Task, locale: Locale) -> String {
    place_line(task, T(locale))
}

/// The task as it was, where its place is the same as before and only said otherwise: of a settlement of
/// [`Exit::TaskTimes`] by which nobody is moved, asked or told.
#[derive(Debug, Clone)]
pub struct CorrectedPlace(pub Task);

/// The task as it was, when the settlement is about a place that is only said otherwise.
pub fn corrected_place(settlement: &Settlement) -> Option<&Task> {
    settlement.before.as_ref()?.downcast_ref().map(|CorrectedPlace(task)| task)
}

/// The task as it was, of a settlement of [`Exit::TaskTimes`].
pub fn before(settlement: &Settlement) -> Option<&Task> {
    settlement.before.as_ref()?.downcast_ref()
}

#[cfg(test)]
mod tests {
    use samskab_kernel::jiff::civil::Weekday;
    use samskab_organisation::{answering::Poster, association::Theme};
    use uuid::Uuid;

    use super::*;
    use crate::task::time::Turn;

    const SATURDAY: Day = Day::of(2026, 12, 5);
    const EARLY: Turn = Turn { start_minute: 13 * 60 + 30, duration: 150 };
    const LATE: Turn = Turn { start_minute: 14 * 60 + 30, duration: 150 };

    fn once(day: Day, turn: Turn) -> Time {
        Time::OneOff { day, turn }
    }

    fn weekly(weekday: Weekday, turn: Turn) -> Time {
        Time::Weekly { weekdays: vec![weekday], from: None, to: None, turn }
    }

    #[test]
    fn what_lies_on_the_old_time_goes_along_where_it_is_clear_to_where() {
        let (old, new) = (once(SATURDAY, EARLY), once(SATURDAY.plus_days(7), LATE));
        assert_eq!(old.instead(&new, EARLY.on(SATURDAY)), Some(LATE.on(SATURDAY.plus_days(7))));
        assert_eq!(old.instead(&new, LATE.on(SATURDAY)), None, "it was planned otherwise");
        let (old, new) = (weekly(Weekday::Saturday, EARLY), weekly(Weekday::Saturday, LATE));
        assert_eq!(old.instead(&new, EARLY.on(SATURDAY)), Some(LATE.on(SATURDAY)));
        assert_eq!(old.instead(&new, EARLY.on(SATURDAY.plus_days(1))), None, "a Sunday is none of them");
        let sundays = weekly(Weekday::Sunday, EARLY);
        assert_eq!(old.instead(&sundays, EARLY.on(SATURDAY)), None, "the Sunday before or after?");
        assert_eq!(old.instead(&once(SATURDAY, LATE), EARLY.on(SATURDAY)), None);
    }

    #[test]
    fn time_and_place_are_told_as_they_were_and_as_they_are_and_nothing_else_is() {
        let poster = Poster::Unit(Uuid::from_u128(1).into());
        let task = Task {
            time: once(SATURDAY, EARLY),
            venue: "Salen".into(),
            ..Task::draft(Uuid::from_u128(2).into(), poster, Theme::Social, None, Instant::from_micros(0))
        };
        let exit = |after: &Task| match task.moves_to(after) {
            Some(Exit::TaskTimes { change, .. }) => Some(change),
            _ => None,
        };
        let (today, renamed) = (Day::of(2026, 11, 30), Task { title: "Kaffe".into(), ..task.clone() });
        assert_eq!(exit(&renamed), None);
        assert!(task.told_changes(&renamed, Locale::Da, today).is_empty());
        let later = Task { time: once(SATURDAY, LATE), ..task.clone() };
        assert_eq!(exit(&later), Some(TimesChange::GoAlong));
        assert_eq!(
            task.told_changes(&later, Locale::Da, today),
            ["Før: Lørdag den 5. december kl. 13.30–16.00", "Nu: Lørdag den 5. december kl. 14.30–17.00"]
        );
        let elsewhere = Task { venue: "Haven".into(), ..task.clone() };
        assert_eq!(exit(&elsewhere), Some(TimesChange::SameHours));
        assert_eq!(task.told_changes(&elsewhere, Locale::Da, today), ["Før: Salen", "Nu: Haven"]);
    }
}
