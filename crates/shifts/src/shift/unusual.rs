//! What is asked about before a shift is planned: it lies outside the task's own time, on a closed day, or at a time that
//! comes twice. Pure.

use jiff::civil::Weekday;
use samskab_kernel::{
    Locale,
    holiday::{ClosingDays, Odd},
};
use samskab_taskbank::task::Time;

use super::{
    form::Meant,
    recurrence::{Frequency, Rule},
};

/// Minutes that coming earlier or going later, to make ready and to tidy, is part of the task.
const MARGIN_MINUTES: i64 = 30;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusual {
    OutsideTheTask,
    /// What is unusual about a single shift.
    Odd(Odd),
}

/// Everything that is unusual about the shift, in the order in which it is shown.
pub fn unusual(meant: &Meant, time: &Time, closing: &ClosingDays, locale: Locale) -> Vec<Unusual> {
    let mut found = Vec::new();
    if is_outside(meant, time) {
        found.push(Unusual::OutsideTheTask);
    }
    if meant.rule.is_none() {
        found.extend(closing.odd(meant.day, meant.turn.start_minute, locale).into_iter().map(Unusual::Odd));
    }
    found
}

fn is_outside(meant: &Meant, time: &Time) -> bool {
    let last = match &meant.rule {
        None => Some(meant.day),
        Some(rule) => rule.last_on(meant.day),
    };
    match time {
        Time::OneOff { day, turn } => {
            let (from, to) = turn.on(*day);
            let margin = jiff::SignedDuration::from_mins(MARGIN_MINUTES);
            let (start, end) = meant.times();
            last.is_none_or(|last| turn.on(last).0 > to)
                || start < from.minus(margin)
                || end > to.plus(margin)
        }
        Time::Weekly { weekdays, from, to, turn } => {
            let is_other_day = days_of_week(meant).iter().any(|day| !weekdays.contains(day));
            let is_too_late = to.is_some_and(|to| last.is_none_or(|last| last > to));
            let begins_early = meant.turn.start_minute < turn.start_minute - MARGIN_MINUTES;
            let ends = meant.turn.start_minute + meant.turn.duration;
            let ends_late = ends > turn.start_minute + turn.duration + MARGIN_MINUTES;
            is_other_day
                || from.is_some_and(|from| meant.day < from)
                || is_too_late
                || begins_early
                || ends_late
        }
        Time::Flexible { until: Some(until), .. } => last.is_none_or(|last| last > *until),
        Time::Flexible { until: None, .. } | Time::Unsettled(_) => false,
    }
}

fn days_of_week(meant: &Meant) -> Vec<Weekday> {
    match &meant.rule {
        Some(Rule { frequency: Frequency::Daily, by_day, .. }) if by_day.is_empty() => {
            Weekday::Monday.cycle_forward().take(7).collect()
        }
        Some(rule) if !rule.by_day.is_empty() => rule.weekdays(),
        _ => vec![meant.day.weekday()],
    }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use samskab_taskbank::task::time::{Turn, weekdays_from};

    use super::super::{OnClosedDays, recurrence::End};
    use super::*;

    const THURSDAY: Day = Day::of(2026, 3, 5);

    fn meant(day: Day, start_minute: i64, duration: i64, rule: Option<Rule>) -> Meant {
        Meant {
            title: String::new(),
            day,
            turn: Turn { start_minute, duration },
            minimum: 1,
            wanted: 2,
            rule,
            on_closed_days: OnClosedDays::Ask,
        }
    }

    /// Tuesdays and Thursdays from two to four, until the end of June.
    fn weekly() -> Time {
        let turn = Turn { start_minute: 840, duration: 120 };
        Time::Weekly { weekdays: weekdays_from("2 4"), from: None, to: Some(Day::of(2026, 6, 30)), turn }
    }

    fn found(meant: &Meant, time: &Time) -> Vec<Unusual> {
        unusual(meant, time, &"24-12".parse().unwrap(), Locale::Da)
    }

    #[test]
    fn a_shift_within_the_tasks_time_is_not_asked_about() {
        assert_eq!(found(&meant(THURSDAY, 840, 120, None), &weekly()), []);
        assert_eq!(found(&meant(THURSDAY, 825, 150, None), &weekly()), [], "a quarter of an hour to tidy");
        let until = End::Until(Day::of(2026, 6, 30));
        let series = Rule::weekly(&weekdays_from("4"), 1, until);
        assert_eq!(found(&meant(THURSDAY, 840, 120, Some(series)), &weekly()), []);
        let flexible = Time::Flexible { minutes_per_week: None, note: String::new(), until: None };
        assert_eq!(found(&meant(THURSDAY, 60, 120, None), &flexible), []);
    }

    #[test]
    fn a_shift_outside_the_tasks_time_is_asked_about() {
        for (day, start, rule) in [
            (THURSDAY.plus_days(1), 840, None),
            (THURSDAY, 600, None),
            (THURSDAY, 960, None),
            (Day::of(2026, 7, 2), 840, None),
            (THURSDAY, 840, Some(Rule::weekly(&weekdays_from("4"), 1, End::Never))),
            (THURSDAY, 840, Some(Rule::weekly(&weekdays_from("4 5"), 1, End::Until(Day::of(2026, 5, 1))))),
        ] {
            let meant = meant(day, start, 120, rule);
            assert_eq!(found(&meant, &weekly()), [Unusual::OutsideTheTask], "{meant:?}");
        }
        let once = Time::OneOff { day: THURSDAY, turn: Turn { start_minute: 840, duration: 120 } };
        assert_eq!(found(&meant(THURSDAY, 840, 60, None), &once), []);
        assert_eq!(found(&meant(THURSDAY, 840, 240, None), &once), [Unusual::OutsideTheTask]);
        assert_eq!(found(&meant(THURSDAY.plus_days(7), 840, 60, None), &once), [Unusual::OutsideTheTask]);
    }

    #[test]
    fn a_single_shift_on_a_closed_day_or_in_the_doubled_hour_is_asked_about() {
        let any = Time::Flexible { minutes_per_week: None, note: String::new(), until: None };
        let christmas_eve = meant(Day::of(2026, 12, 24), 840, 120, None);
        assert_eq!(found(&christmas_eve, &any), [Unusual::Odd(Odd::ClosedDay("juleaften".into()))]);
        let night = meant(Day::of(2026, 10, 25), 150, 120, None);
        assert_eq!(found(&night, &any), [Unusual::Odd(Odd::BeginsTwice)]);
    }
}
