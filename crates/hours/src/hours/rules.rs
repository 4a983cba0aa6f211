//! Which hours can be true, which are asked about, and which the municipality never writes down. Pure.

use samskab_kernel::{Day, Instant};

use super::duration::MOST_MINUTES;

/// More than this in one go is asked about, kindly.
const LONG_MINUTES: i64 = 10 * 60;

/// Some hours as they were understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoursDraft {
    pub day: Day,
    pub minutes: i64,
    /// A number alone that could be hours as well as minutes: “13”.
    pub could_be_either: bool,
}

/// What is known about where the hours were given, and about the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    pub now: Instant,
    /// The day the agreement was made, or its first day if that is earlier.
    pub agreed_on: Day,
    /// The agreement's first day.
    pub begins_on: Day,
    /// The last day, when it is over.
    pub ended_on: Option<Day>,
    /// The first shift of the day that the volunteer is signed up for, in this task.
    pub shift_starts_at: Option<Instant>,
    /// Minutes noted already for this task and day.
    pub same_day_minutes: i64,
    /// Minutes noted already for this day, in all tasks.
    pub day_minutes: i64,
}

/// Why some hours cannot be: they are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    DayToCome,
    BeforeAgreement {
        agreed_on: Day,
    },
    AfterEnd {
        ended_on: Day,
    },
    /// The only shift of that day has not begun.
    ShiftToCome {
        starts_at: Instant,
    },
    /// More than the day has had so far.
    MoreThanTheDay {
        so_far: i64,
    },
    /// Together with what is noted already, more than a day holds.
    MoreThanADay {
        already: i64,
    },
}

/// Why some hours are asked about before they are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlikely {
    CouldBeEither { number: i64 },
    SameDay { already: i64, together: i64 },
    BeforeTheFirstDay { begins_on: Day },
    Long { minutes: i64 },
}

impl HoursDraft {
    /// What makes it unlikely, or why it cannot be.
    pub fn judge(self, known: &Circumstances) -> Result<Vec<Unlikely>, Impossible> {
        let today = known.now.day();
        if self.day > today {
            return Err(Impossible::DayToCome);
        }
        if self.day < known.agreed_on {
            return Err(Impossible::BeforeAgreement { agreed_on: known.agreed_on });
        }
        if let Some(ended_on) = known.ended_on.filter(|ended_on| self.day > *ended_on) {
            return Err(Impossible::AfterEnd { ended_on });
        }
        if let Some(starts_at) = known.shift_starts_at.filter(|starts_at| *starts_at > known.now) {
            return Err(Impossible::ShiftToCome { starts_at });
        }
        if self.day == today {
            let so_far = known.now.since(today.start()).as_mins();
            if known.day_minutes + self.minutes > so_far {
                return Err(Impossible::MoreThanTheDay { so_far });
            }
        }
        if known.day_minutes + self.minutes > MOST_MINUTES {
            return Err(Impossible::MoreThanADay { already: known.day_minutes });
        }
        let mut unlikely = Vec::new();
        if self.could_be_either {
            unlikely.push(Unlikely::CouldBeEither { number: self.number() });
        }
        if known.same_day_minutes > 0 {
            let already = known.same_day_minutes;
            unlikely.push(Unlikely::SameDay { already, together: already + self.minutes });
        }
        if self.day < known.begins_on {
            unlikely.push(Unlikely::BeforeTheFirstDay { begins_on: known.begins_on });
        }
        let minutes = known.day_minutes + self.minutes;
        if minutes > LONG_MINUTES && !self.could_be_either {
            unlikely.push(Unlikely::Long { minutes });
        }
        Ok(unlikely)
    }

    /// The number alone, as it was typed.
    fn number(self) -> i64 {
        if self.minutes % 60 == 0 && self.minutes >= 60 { self.minutes / 60 } else { self.minutes }
    }

    /// Identifies the day and the minutes, so that a yes counts for exactly them: another day or time is asked about
    /// again.
    pub fn key(self) -> String {
        format!("{} {}", self.day, self.minutes)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MONDAY: Day = Day::of(2026, 3, 2);

    fn told(day: Day, minutes: i64) -> HoursDraft {
        HoursDraft { day, minutes, could_be_either: false }
    }

    /// Agreed on 9 February to begin on the sixteenth; it is Monday 2 March, noon.
    fn known() -> Circumstances {
        Circumstances {
            now: MONDAY.at(12, 0),
            agreed_on: Day::of(2026, 2, 9),
            begins_on: Day::of(2026, 2, 16),
            ended_on: None,
            shift_starts_at: None,
            same_day_minutes: 0,
            day_minutes: 0,
        }
    }

    #[test]
    fn what_is_usual_is_neither_refused_nor_asked_about() {
        assert_eq!(told(Day::of(2026, 2, 20), 90).judge(&known()), Ok(vec![]));
        assert_eq!(told(MONDAY, 120).judge(&known()), Ok(vec![]));
        let ended = Circumstances { ended_on: Some(Day::of(2026, 2, 20)), ..known() };
        assert_eq!(told(Day::of(2026, 2, 20), 90).judge(&ended), Ok(vec![]), "the last day counts");
    }

    #[test]
    fn hours_of_a_day_that_has_not_come_are_refused() {
        assert_eq!(told(MONDAY.plus_days(1), 60).judge(&known()), Err(Impossible::DayToCome));
    }

    #[test]
    fn hours_before_the_agreement_and_after_its_end_are_refused() {
        let agreed_on = known().agreed_on;
        assert_eq!(
            told(agreed_on.plus_days(-1), 60).judge(&known()),
            Err(Impossible::BeforeAgreement { agreed_on })
        );
        let ended_on = Day::of(2026, 2, 20);
        let ended = Circumstances { ended_on: Some(ended_on), ..known() };
        assert_eq!(told(ended_on.plus_days(1), 60).judge(&ended), Err(Impossible::AfterEnd { ended_on }));
    }

    #[test]
    fn hours_between_the_agreement_and_the_first_day_are_asked_about() {
        let asked = told(Day::of(2026, 2, 12), 60).judge(&known());
        assert_eq!(asked, Ok(vec![Unlikely::BeforeTheFirstDay { begins_on: known().begins_on }]));
    }

    #[test]
    fn hours_before_the_shift_began_are_refused_until_it_has() {
        let starts_at = MONDAY.at(14, 0);
        let waiting = Circumstances { shift_starts_at: Some(starts_at), ..known() };
        assert_eq!(told(MONDAY, 60).judge(&waiting), Err(Impossible::ShiftToCome { starts_at }));
        let begun = Circumstances { now: MONDAY.at(16, 0), ..waiting };
        assert_eq!(told(MONDAY, 60).judge(&begun), Ok(vec![]));
    }

    #[test]
    fn nobody_gives_more_than_the_day_has_had() {
        let morning = Circumstances { now: MONDAY.at(8, 0), ..known() };
        assert_eq!(told(MONDAY, 9 * 60).judge(&morning), Err(Impossible::MoreThanTheDay { so_far: 480 }));
        let already = Circumstances { day_minutes: 20 * 60, ..known() };
        let yesterday = MONDAY.plus_days(-1);
        assert_eq!(told(yesterday, 5 * 60).judge(&already), Err(Impossible::MoreThanADay { already: 1200 }));
    }

    #[test]
    fn the_same_day_again_is_asked_about() {
        let again = Circumstances { same_day_minutes: 90, day_minutes: 90, ..known() };
        let asked = told(Day::of(2026, 2, 20), 30).judge(&again);
        assert_eq!(asked, Ok(vec![Unlikely::SameDay { already: 90, together: 120 }]));
    }

    #[test]
    fn a_bare_number_that_could_be_either_is_asked_about_and_a_long_day_too() {
        for (minutes, number) in [(13, 13), (12 * 60, 12)] {
            let told = HoursDraft { could_be_either: true, ..told(Day::of(2026, 2, 20), minutes) };
            assert_eq!(told.judge(&known()), Ok(vec![Unlikely::CouldBeEither { number }]));
        }
        let long = told(Day::of(2026, 2, 20), 11 * 60).judge(&known());
        assert_eq!(long, Ok(vec![Unlikely::Long { minutes: 660 }]));
    }

    #[test]
    fn a_yes_is_to_what_was_asked_and_to_nothing_else() {
        assert_ne!(told(MONDAY, 720).key(), told(MONDAY, 721).key());
        assert_ne!(told(MONDAY, 720).key(), told(MONDAY.plus_days(-1), 720).key());
    }

    proptest! {
        /// Whatever is accepted falls within the agreement, in the past, and within the length of a day.
        #[test]
        fn what_is_accepted_can_be_true(
            days in -40_i32..5, minutes in 1_i64..=MOST_MINUTES, already in 0_i64..MOST_MINUTES,
            shift in proptest::option::of(0_i8..24),
        ) {
            let told = told(MONDAY.plus_days(days), minutes);
            let known = Circumstances {
                shift_starts_at: shift.map(|hour| told.day.at(hour, 0)),
                day_minutes: already,
                ..known()
            };
            if told.judge(&known).is_ok() {
                prop_assert!(told.day >= known.agreed_on && told.day <= MONDAY);
                prop_assert!(already + minutes <= MOST_MINUTES);
                prop_assert!(known.shift_starts_at.is_none_or(|at| at <= known.now));
            }
        }
    }
}
