//! When somebody must have answered: a promise is kept in days, but what begins before is answered before.

use jiff::SignedDuration;

use crate::{Day, Instant, Locale};

/// Until when an answer is useful, and whether there is time for one at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    pub due: Instant,
    /// It begins before the promise is over: a telephone call is the first thing to offer.
    pub calls_first: bool,
}

/// The evening before, people still plan the next day.
const EVENING_HOUR: i8 = 18;
/// Hours before the beginning: on the day itself somebody must still get there.
const HOURS_BEFORE: i64 = 2;
/// Hours that somebody must have for an answer.
const HOURS_OF_ROOM: i64 = 1;

/// The decent times before something begins, the earlier first.
fn before(begins: Instant) -> [Instant; 2] {
    let evening_before = begins.day().plus_days(-1).at(EVENING_HOUR, 0);
    [evening_before, begins.minus(SignedDuration::from_hours(HOURS_BEFORE))]
}

impl Deadline {
    /// The earlier of what was promised at `created` and a decent time before `begins`, never before it was created.
    /// `begins`: when something begins after which an answer is useless.
    pub fn new(created: Instant, promised: Instant, begins: Option<Instant>) -> Self {
        let ordinary = Self { due: promised.max(created), calls_first: false };
        let Some(begins) = begins else { return ordinary };
        let has_room = |at: &Instant| at.since(created) >= SignedDuration::from_hours(HOURS_OF_ROOM);
        let decent = before(begins).into_iter().find(has_room);
        let due = promised.min(decent.unwrap_or(begins)).max(created);
        Self { due, calls_first: begins < promised }
    }

    /// The instants at which [`Deadline::new`] gives another answer, for something that begins at `begins`.
    pub fn changes(begins: Instant) -> [Instant; 3] {
        let [evening, hours] = before(begins).map(|at| at.minus(SignedDuration::from_hours(HOURS_OF_ROOM)));
        [evening, hours, begins]
    }

    pub fn said(self, locale: Locale, today: Day) -> String {
        said(self.due, locale, today)
    }
}

/// `torsdag den 3. december`, and with the hour where the day is not over by then.
pub fn said(due: Instant, locale: Locale, today: Day) -> String {
    let is_end_of_day = due.plus(SignedDuration::from_mins(2)).day() != due.day();
    if is_end_of_day { locale.weekday_and_day(due.day(), today) } else { locale.day_and_time(due, today) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Day;

    const THURSDAY: Day = Day::of(2026, 11, 26);

    #[test]
    fn what_begins_before_the_promise_is_answered_before_it_begins() {
        let created = THURSDAY.at(10, 0);
        let promised = Day::of(2026, 12, 1).at(23, 59);
        let begins = |begins: Instant| Deadline::new(created, promised, Some(begins));
        let ordinary = Deadline { due: promised, calls_first: false };
        assert_eq!(Deadline::new(created, promised, None), ordinary);
        assert_eq!(begins(Day::of(2026, 12, 9).at(13, 30)), ordinary, "far away");
        let on_sunday = begins(Day::of(2026, 11, 29).at(13, 30));
        assert_eq!(on_sunday, Deadline { due: Day::of(2026, 11, 28).at(18, 0), calls_first: true });
        let after_it = begins(Day::of(2026, 12, 2).at(8, 0));
        assert_eq!(after_it, Deadline { due: Day::of(2026, 12, 1).at(18, 0), calls_first: false });
        let tomorrow = begins(Day::of(2026, 11, 27).at(13, 30));
        assert_eq!(tomorrow, Deadline { due: THURSDAY.at(18, 0), calls_first: true });
        let today = begins(THURSDAY.at(13, 30));
        assert_eq!(today, Deadline { due: THURSDAY.at(11, 30), calls_first: true });
        let in_an_hour = begins(THURSDAY.at(11, 0));
        assert_eq!(in_an_hour, Deadline { due: THURSDAY.at(11, 0), calls_first: true });
        let begun = begins(THURSDAY.at(9, 0));
        assert_eq!(begun, Deadline { due: created, calls_first: true });
    }

    #[test]
    fn a_day_is_said_as_a_day_and_an_hour_as_an_hour() {
        assert_eq!(said(THURSDAY.at(23, 59), Locale::Da, THURSDAY), "torsdag den 26. november");
        assert_eq!(said(THURSDAY.at(18, 0), Locale::Da, THURSDAY), "torsdag den 26. november kl. 18.00");
    }

    proptest! {
        #[test]
        fn it_is_never_before_it_was_created_nor_after_the_promise_or_the_beginning(
            created in 0_i64..200_000, promise in 0_i64..20_000, begins in -20_000_i64..40_000
        ) {
            let at = |minutes: i64| THURSDAY.start().plus(SignedDuration::from_mins(minutes));
            let (promised, begins) = (at(created + promise), at(created + begins));
            let created = at(created);
            let deadline = Deadline::new(created, promised, Some(begins));
            prop_assert!(deadline.due >= created && deadline.due <= promised);
            prop_assert!(deadline.due <= begins || begins <= created);
            prop_assert!(!deadline.calls_first || begins < promised);
        }
    }
}
