//! When news is mailed to somebody, as they have chosen. Pure.

use super::MailChoice;
use samskab_kernel::{
    Day, Instant,
    jiff::{SignedDuration, civil::Weekday},
};

/// How long "at once" waits for more, so that five things in a minute are one mail.
pub const GATHER_SECONDS: i64 = 60;
/// Hour at which the bundled mail has arrived.
const HOUR: i8 = 7;
const MINUTE: i8 = 30;

/// When news from `created_at` is mailed to somebody with this choice; `None`: never.
///
/// Daily is half past seven on a working day, weekly on Monday (or the first working day after it).
pub fn due_at(choice: MailChoice, created_at: Instant) -> Option<Instant> {
    let first = |fits: fn(Day) -> bool| {
        let days = std::iter::successors(Some(created_at.day()), |day| Some(day.plus_days(1))).take(30);
        days.filter(|day| fits(*day)).map(|day| day.at(HOUR, MINUTE)).find(|at| *at > created_at)
    };
    match choice {
        MailChoice::AtOnce => Some(created_at.plus(SignedDuration::from_secs(GATHER_SECONDS))),
        MailChoice::Daily => first(Day::is_working_day),
        MailChoice::Weekly => first(is_first_working_day_of_the_week),
        MailChoice::Never => None,
    }
}

/// Every choice of those who want news at all, and when news from `created_at` is mailed to whoever made it.
pub fn paces(created_at: Instant) -> impl Iterator<Item = (MailChoice, Instant)> {
    MailChoice::ALL.iter().filter_map(move |choice| Some((*choice, due_at(*choice, created_at)?)))
}

fn is_first_working_day_of_the_week(day: Day) -> bool {
    let since_monday = i32::from(day.weekday().since(Weekday::Monday));
    day.is_working_day() && (1..=since_monday).all(|back| !day.plus_days(-back).is_working_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_once_waits_a_minute_for_more() {
        let now = Day::of(2026, 11, 21).at(22, 15);
        assert_eq!(due_at(MailChoice::AtOnce, now), Some(now.plus(SignedDuration::from_secs(60))));
        assert_eq!(due_at(MailChoice::Never, now), None);
    }

    #[test]
    fn daily_is_the_next_morning_of_a_working_day() {
        for (news, mailed) in [
            (Day::of(2026, 11, 19).at(16, 0), Day::of(2026, 11, 20).at(7, 30)),
            (Day::of(2026, 11, 20).at(7, 29), Day::of(2026, 11, 20).at(7, 30)),
            // Friday after half past seven: Monday.
            (Day::of(2026, 11, 20).at(7, 30), Day::of(2026, 11, 23).at(7, 30)),
            // Christmas 2026 ends on a weekend.
            (Day::of(2026, 12, 24).at(9, 0), Day::of(2026, 12, 28).at(7, 30)),
            // The clocks change on Sunday 25 October; half past seven stays half past seven.
            (Day::of(2026, 10, 23).at(12, 0), Day::of(2026, 10, 26).at(7, 30)),
        ] {
            assert_eq!(due_at(MailChoice::Daily, news), Some(mailed), "{news}");
        }
    }

    #[test]
    fn weekly_is_monday_or_the_first_working_day_after_it() {
        for (news, mailed) in [
            (Day::of(2026, 11, 18).at(12, 0), Day::of(2026, 11, 23).at(7, 30)),
            (Day::of(2026, 11, 23).at(7, 0), Day::of(2026, 11, 23).at(7, 30)),
            (Day::of(2026, 11, 23).at(8, 0), Day::of(2026, 11, 30).at(7, 30)),
            // Easter Monday 6 April 2026 is a holiday: Tuesday.
            (Day::of(2026, 4, 1).at(12, 0), Day::of(2026, 4, 7).at(7, 30)),
        ] {
            assert_eq!(due_at(MailChoice::Weekly, news), Some(mailed), "{news}");
        }
    }
}
