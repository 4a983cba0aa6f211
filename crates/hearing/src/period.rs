//! When a hearing takes answers. Pure. From its opening until its closing, which is the first moment that is too late: a hearing
//! that closes at 12.00 takes what the server has at 11.59.59 and nothing that it has at 12.00.00.

use samskab_kernel::{Day, Instant, Locale};

use crate::T;

/// Fewer days are short for a group that meets once a month (law B.10: nothing is fixed by law; 24 days and more are seen).
pub const SHORT_DAYS: i64 = 24;

/// From the moment of opening up to, but without, the moment of closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub opens_at: Instant,
    pub closes_at: Instant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Before,
    Within,
    After,
}

impl Period {
    pub fn at(self, now: Instant) -> Moment {
        if now < self.opens_at {
            Moment::Before
        } else if now < self.closes_at {
            Moment::Within
        } else {
            Moment::After
        }
    }

    /// How long it is, as a reader counts, and as [`Self::left`] does: from the day it opens to the day it closes. From the 1st to
    /// the 22nd it is 21 days, three weeks; one that opens and closes on the same day has none.
    pub fn days(self) -> i64 {
        i64::from(self.closes_at.day().number() - self.opens_at.day().number())
    }

    /// The last day on which somebody can answer.
    pub fn last_day(self) -> Day {
        self.closes_at.last_day()
    }

    /// The first and the last day.
    pub fn span(self) -> (Day, Day) {
        (self.opens_at.day(), self.last_day())
    }

    /// Fewer days than a group needs that meets once a month.
    pub fn is_short(self) -> bool {
        self.days() < SHORT_DAYS
    }

    /// At least half of the time is in July or between Christmas and New Year.
    pub fn is_mostly_holiday(self) -> bool {
        let opens = self.opens_at.day();
        let all = self.last_day().number() - opens.number() + 1;
        // A hearing of years is no hearing; nothing is counted day by day for long.
        if !(1..=400).contains(&all) {
            return false;
        }
        let is_holiday = |day: Day| {
            let (month, date) = (day.date().month(), day.date().day());
            month == 7 || month == 12 && date >= 22 || month == 1 && date <= 2
        };
        let off = (0..all).filter(|after| is_holiday(opens.plus_days(*after))).count();
        i32::try_from(off).is_ok_and(|off| off * 2 >= all)
    }

    /// Advice about the period, one sentence each; none of it stops anybody.
    pub fn advice(self, t: T) -> Vec<String> {
        let short = self.is_short().then(|| t.hearing_is_short(self.days(), SHORT_DAYS));
        let holiday = self.is_mostly_holiday().then(|| t.hearing_is_holiday().to_owned());
        short.into_iter().chain(holiday).collect()
    }

    /// How long there is left, as a reader counts: whole days by the calendar, then hours, then minutes, rounded down so that
    /// nobody is promised more than there is.
    pub fn left(self, now: Instant) -> TimeLeft {
        let seconds = self.closes_at.since(now).as_secs();
        let days = self.closes_at.day().number() - now.day().number();
        match (seconds, days) {
            (..=0, _) => TimeLeft::Nothing,
            (..=59, _) => TimeLeft::LastMinute,
            (..=5_399, _) => TimeLeft::Minutes(seconds / 60),
            (_, 0) => TimeLeft::Hours(seconds / 3_600),
            (_, 1) => TimeLeft::Tomorrow,
            (_, days) => TimeLeft::Days(i64::from(days)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLeft {
    Nothing,
    LastMinute,
    Minutes(i64),
    Hours(i64),
    Tomorrow,
    Days(i64),
}

impl TimeLeft {
    /// "3 dage tilbage"; empty when there is nothing.
    pub fn said(self, t: T) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::LastMinute => t.hearing_left_last_minute().to_owned(),
            Self::Minutes(minutes) => t.hearing_left_minutes(minutes),
            Self::Hours(hours) => t.hearing_left_hours(hours),
            Self::Tomorrow => t.hearing_left_tomorrow().to_owned(),
            Self::Days(days) => t.hearing_left_days(days),
        }
    }
}

/// The moment that a minute of a day names on the wall clock in Denmark. A minute that summer time skips is the one it jumps
/// to; of a minute that comes twice, the first.
pub fn at(day: Day, minute: i64) -> Instant {
    let (hour, minute) = (minute / 60, minute % 60);
    day.at(i8::try_from(hour).unwrap_or(0), i8::try_from(minute).unwrap_or(0))
}

/// Why a closing is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongClosing {
    NotAfterOpening,
    Past,
    /// It is not later than the former closing, or is not in the future.
    NotLater,
}

/// A closing as it is planned.
///
/// # Errors
/// Why it makes no sense.
pub fn planned(opens_at: Instant, closes_at: Instant, now: Instant) -> Result<Period, WrongClosing> {
    if closes_at <= now {
        Err(WrongClosing::Past)
    } else if closes_at <= opens_at {
        Err(WrongClosing::NotAfterOpening)
    } else {
        Ok(Period { opens_at, closes_at })
    }
}

/// A closing that is moved: nobody who counted on the old one is shut out.
///
/// # Errors
/// When it is not later.
pub fn moved(was: Period, closes_at: Instant, now: Instant) -> Result<Period, WrongClosing> {
    if closes_at <= was.closes_at || closes_at <= now {
        Err(WrongClosing::NotLater)
    } else {
        Ok(Period { closes_at, ..was })
    }
}

/// When one that was called off closes once it is opened again: nobody counts on the closing it had.
///
/// # Errors
/// When that is over, or before it opens.
pub fn reopened(was: Period, closes_at: Instant, now: Instant) -> Result<Period, WrongClosing> {
    match closes_at <= now.max(was.opens_at) {
        true => Err(WrongClosing::NotLater),
        false => Ok(Period { closes_at, ..was }),
    }
}

/// `torsdag den 12. marts kl. 12.00`
pub fn said(at: Instant, locale: Locale, today: Day) -> String {
    locale.day_and_time(at, today)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::jiff::SignedDuration;

    use super::*;

    const MARCH: Day = Day::of(2026, 3, 29);
    const OCTOBER: Day = Day::of(2026, 10, 25);

    fn second(at: Instant, seconds: i64) -> Instant {
        at.plus(SignedDuration::from_secs(seconds))
    }

    #[test]
    fn the_second_of_closing_is_too_late_and_the_one_before_is_not() {
        let period = Period { opens_at: MARCH.at(8, 0), closes_at: at(MARCH.plus_days(30), 12 * 60) };
        assert_eq!(period.at(second(period.closes_at, -1)), Moment::Within);
        assert_eq!(period.at(Instant::from_micros(period.closes_at.micros() - 1)), Moment::Within);
        assert_eq!(period.at(period.closes_at), Moment::After);
        assert_eq!(period.at(second(period.opens_at, -1)), Moment::Before);
        assert_eq!(period.at(period.opens_at), Moment::Within);
        assert_eq!(period.days(), 30);
    }

    #[test]
    fn a_hearing_is_as_long_as_there_are_days_from_its_opening_to_its_closing() {
        let from = |hours: i8, days: i32, until: i8| Period {
            opens_at: MARCH.at(hours, 0),
            closes_at: at(MARCH.plus_days(days), i64::from(until) * 60),
        };
        assert_eq!(from(9, 21, 12).days(), 21, "three weeks");
        assert_eq!(from(9, 2, 12).days(), 2);
        assert_eq!(from(9, 0, 12).days(), 0);
        let whole = Period { opens_at: MARCH.start(), closes_at: MARCH.plus_days(23).end() };
        assert_eq!((whole.days(), whole.last_day()), (24, MARCH.plus_days(23)));
        assert!(!whole.is_short() && from(9, 23, 12).is_short());
        assert!(
            Period { opens_at: Day::of(2026, 7, 1).start(), closes_at: Day::of(2026, 7, 20).end() }
                .is_mostly_holiday()
        );
    }

    #[test]
    fn a_minute_that_summer_time_skips_is_the_one_it_jumps_to_and_of_one_that_comes_twice_the_first() {
        assert_eq!(at(MARCH, 2 * 60 + 30), MARCH.at(3, 30));
        let twice = at(OCTOBER, 2 * 60 + 30);
        assert_eq!(twice.since(OCTOBER.start()), SignedDuration::from_mins(150));
        // The day has 25 hours: noon is one hour further from midnight than on other days.
        assert_eq!(at(OCTOBER, 12 * 60).since(OCTOBER.start()), SignedDuration::from_hours(13));
        assert_eq!(at(MARCH, 12 * 60).since(MARCH.start()), SignedDuration::from_hours(11));
    }

    #[test]
    fn what_is_left_is_said_as_people_count() {
        let closes_at = at(OCTOBER, 12 * 60);
        let period = Period { opens_at: OCTOBER.plus_days(-20).at(8, 0), closes_at };
        assert_eq!(period.left(OCTOBER.plus_days(-3).at(23, 0)), TimeLeft::Days(3));
        assert_eq!(period.left(OCTOBER.plus_days(-1).at(23, 0)), TimeLeft::Tomorrow);
        assert_eq!(period.left(OCTOBER.start()), TimeLeft::Hours(13));
        assert_eq!(period.left(second(closes_at, -20)), TimeLeft::LastMinute);
        assert_eq!(period.left(second(closes_at, -61)), TimeLeft::Minutes(1));
        assert_eq!(period.left(closes_at), TimeLeft::Nothing);
    }

    #[test]
    fn a_closing_moves_only_forward() {
        let was = Period { opens_at: MARCH.at(8, 0), closes_at: MARCH.plus_days(20).at(12, 0) };
        let now = MARCH.plus_days(10).at(9, 0);
        assert_eq!(moved(was, MARCH.plus_days(19).at(12, 0), now), Err(WrongClosing::NotLater));
        assert_eq!(moved(was, was.closes_at, now), Err(WrongClosing::NotLater));
        let later = MARCH.plus_days(27).at(12, 0);
        assert_eq!(moved(was, later, now), Ok(Period { closes_at: later, ..was }));
        assert_eq!(
            planned(was.opens_at, was.opens_at, now.plus_days(-60)),
            Err(WrongClosing::NotAfterOpening)
        );
        assert_eq!(planned(was.opens_at, now, now), Err(WrongClosing::Past));
    }

    proptest! {
        /// Over both summer-time changes: what the clock on the wall shows is what was typed, but for the hour that is
        /// skipped, and a later minute of a day is never an earlier moment.
        #[test]
        fn the_wall_clock_shows_what_was_typed(
            days in -2_i32..3, october in any::<bool>(), minute in 0_i64..1440, more in 0_i64..600
        ) {
            let day = if october { OCTOBER } else { MARCH }.plus_days(days);
            let closes_at = at(day, minute);
            let wall = closes_at.in_denmark();
            let shown = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
            let is_skipped = day == MARCH && (120..180).contains(&minute);
            prop_assert_eq!(closes_at.day(), day);
            prop_assert_eq!(shown, if is_skipped { minute + 60 } else { minute });
            if !is_skipped && minute + more < 1440 {
                prop_assert!(at(day, minute + more) >= closes_at);
            }
        }

        /// At every moment exactly one answer, and it changes exactly twice.
        #[test]
        fn it_is_before_within_and_after_in_this_order(length in 1_i64..8_000_000, at in -9_000_000_i64..9_000_000) {
            let opens_at = MARCH.plus_days(-20).at(8, 0);
            let period = Period { opens_at, closes_at: second(opens_at, length) };
            let expected = match at {
                ..=-1 => Moment::Before,
                at if at < length => Moment::Within,
                _ => Moment::After,
            };
            prop_assert_eq!(period.at(second(opens_at, at)), expected);
            prop_assert_eq!(period.left(second(opens_at, at)) == TimeLeft::Nothing, expected == Moment::After);
        }
    }
}
