//! What may happen to a booking and a shift. Pure: a transition consumes it and gives it back.

use samskab_kernel::{
    Instant,
    jiff::{SignedDuration, civil::Weekday},
};
use samskab_organisation::person::PersonId;

use super::{AskedColleague, Booking, BookingId, BookingState, Ended, Shift, ShiftState};

/// How long before its start a changed shift must be confirmed again; who has not answered then is
/// shown as not known.
pub const CONFIRM_HOURS: i64 = 48;
/// A place given back later than this is told to the place at once.
pub const AT_ONCE_HOURS: i64 = 24;

/// Hours in which volunteers are asked to stand in: nobody is woken, and Sunday is theirs unless it is for tomorrow.
pub fn is_decent_hour(now: Instant, shift_starts: Instant) -> bool {
    let (day, hour) = (now.day(), now.in_denmark().hour());
    let is_soon = shift_starts.since(now) <= SignedDuration::from_hours(36);
    match day.weekday() {
        Weekday::Saturday => (9..19).contains(&hour),
        _ if !day.is_working_day() => is_soon && (10..18).contains(&hour),
        _ => (8..20).contains(&hour),
    }
}

/// When others are asked to take a shift that is given up at `now`; `None`: it begins before that.
pub fn others_are_asked_at(now: Instant, shift_starts: Instant) -> Option<Instant> {
    const STEP: i64 = 5 * 60 * 1_000_000;
    let mut at = now;
    while at < shift_starts {
        if is_decent_hour(at, shift_starts) {
            return Some(at);
        }
        at = Instant::from_micros((at.micros().div_euclid(STEP) + 1) * STEP);
    }
    None
}

impl Booking {
    fn into_state(self, state: BookingState, now: Instant) -> Self {
        // Whoever has no place any more is not asked about another one.
        let other_shift = self.other_shift.filter(|_| state.is_live());
        Self { state, state_since: now, updated_at: now, other_shift, ..self }
    }

    /// The place is free again. Always possible, no reason owed (FX-06).
    #[must_use]
    pub fn end(self, why: Ended, now: Instant) -> Self {
        Self { ended: Some(why), asked: None, ..self.into_state(BookingState::Cancelled, now) }
    }

    /// Somebody said that they cannot come, themselves or by telephone.
    pub fn gave_up(&self) -> bool {
        matches!(self.ended, Some(Ended::CannotCome | Ended::NewTime))
    }

    /// The volunteer would like a stand-in; the place stays theirs until somebody takes it.
    #[must_use]
    pub fn seek(self, now: Instant) -> Self {
        Self { ended: None, ..self.into_state(BookingState::Seeking, now) }
    }

    /// Everybody who could stand in was asked. Whoever helps with the task can still take it.
    #[must_use]
    pub fn nobody_left(self, now: Instant) -> Self {
        Self { ended: Some(Ended::NobodyLeft), updated_at: now, ..self }
    }

    /// A stand-in was sought, and nobody is left to ask.
    pub fn has_nobody_left(&self) -> bool {
        self.state == BookingState::Seeking && self.ended == Some(Ended::NobodyLeft)
    }

    /// The volunteer comes after all.
    #[must_use]
    pub fn keep(self, now: Instant) -> Self {
        Self { asked: None, ended: None, ..self.into_state(BookingState::Booked, now) }
    }

    /// It was said by mistake that they cannot come: the place is theirs as before, at the time they have said yes
    /// to.
    #[must_use]
    pub fn take_back(self, now: Instant) -> Self {
        Self { ended: None, ..self.into_state(BookingState::Booked, now) }
    }

    /// Somebody else has the place now.
    #[must_use]
    pub fn replace(self, now: Instant) -> Self {
        Self { ended: Some(Ended::Taken), asked: None, ..self.into_state(BookingState::Replaced, now) }
    }

    /// One colleague is asked to take it.
    #[must_use]
    pub fn ask(self, person: PersonId, swap_for: Option<BookingId>, now: Instant) -> Self {
        Self { asked: Some(AskedColleague { person, at: now, swap_for }), updated_at: now, ..self }
    }

    /// The colleague said no, or the question was taken back.
    #[must_use]
    pub fn unask(self, now: Instant) -> Self {
        Self { asked: None, updated_at: now, ..self }
    }

    /// Yes to the shift as it is now.
    #[must_use]
    pub fn confirm(self, shift: &Shift, now: Instant) -> Self {
        Self { confirmed_sequence: shift.sequence, updated_at: now, ..self }
    }

    /// Whether the person said yes to the shift's time as it is now.
    pub fn is_confirmed(&self, shift: &Shift) -> bool {
        self.confirmed_sequence >= shift.sequence
    }

    /// The volunteer was there or was not. No-show has no consequence for the volunteer (FX-06).
    #[must_use]
    pub fn attend(self, was_there: bool, now: Instant) -> Self {
        let state = if was_there { BookingState::Attended } else { BookingState::Absent };
        self.into_state(state, now)
    }
}

impl Shift {
    /// The shift has another time: everybody on it must say yes again.
    #[must_use]
    pub fn moved_to(self, (starts_at, ends_at): (Instant, Instant), now: Instant) -> Self {
        if (self.starts_at, self.ends_at) == (starts_at, ends_at) {
            return self;
        }
        Self {
            starts_at,
            ends_at,
            sequence: self.sequence + 1,
            time_changed_at: Some(now),
            updated_at: now,
            ..self
        }
    }

    #[must_use]
    pub fn cancel(self, reason: impl Into<String>, now: Instant) -> Self {
        Self {
            state: ShiftState::Cancelled,
            state_reason: reason.into(),
            // A calendar that has the shift must see that this is newer (RFC 5545 SEQUENCE).
            sequence: self.sequence + 1,
            updated_at: now,
            ..self
        }
    }

    /// Until when people can say yes to the shift's new time.
    pub fn confirm_by(&self) -> Instant {
        self.starts_at.minus(SignedDuration::from_hours(CONFIRM_HOURS))
    }

    pub fn is_over(&self, now: Instant) -> bool {
        self.ends_at <= now
    }

    pub fn has_begun(&self, now: Instant) -> bool {
        self.starts_at <= now
    }

    /// So late that the place must be told at once when somebody cannot come.
    pub fn is_soon(&self, now: Instant) -> bool {
        self.starts_at < now.plus(SignedDuration::from_hours(AT_ONCE_HOURS))
    }
}

/// What a booking tells those who plan about whether its person comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Comes,
    /// Asked again because the time changed; can still answer.
    Waiting,
    /// Asked again, and has not answered in time: "ved ikke".
    NotKnown,
    /// Would like a stand-in.
    Seeks,
}

impl Answer {
    pub fn of(booking: &Booking, shift: &Shift, now: Instant) -> Self {
        match booking.state {
            BookingState::Seeking => Self::Seeks,
            _ if booking.is_confirmed(shift) => Self::Comes,
            _ if now < shift.confirm_by() => Self::Waiting,
            _ => Self::NotKnown,
        }
    }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;

    use super::*;

    #[test]
    fn nobody_is_written_to_at_night_and_sunday_is_kept_for_what_is_near() {
        let far = Day::of(2026, 12, 20).at(10, 0);
        assert!(is_decent_hour(Day::of(2026, 11, 24).at(8, 0), far), "Tuesday morning");
        assert!(!is_decent_hour(Day::of(2026, 11, 24).at(20, 0), far), "Tuesday evening");
        assert!(!is_decent_hour(Day::of(2026, 11, 24).at(3, 0), Day::of(2026, 11, 24).at(9, 0)), "at night");
        assert!(is_decent_hour(Day::of(2026, 11, 28).at(18, 59), far), "Saturday");
        assert!(!is_decent_hour(Day::of(2026, 11, 28).at(8, 30), far), "Saturday too early");
        let sunday = Day::of(2026, 11, 29).at(12, 0);
        assert!(!is_decent_hour(sunday, far));
        assert!(is_decent_hour(sunday, Day::of(2026, 11, 30).at(9, 0)), "for Monday morning");
    }

    #[test]
    fn when_others_are_asked_is_known_beforehand() {
        let monday = Day::of(2026, 11, 30);
        let far = Day::of(2026, 12, 15).at(14, 0);
        let in_the_day = monday.at(9, 41);
        assert_eq!(others_are_asked_at(in_the_day, far), Some(in_the_day), "at once");
        assert_eq!(others_are_asked_at(monday.at(2, 17), far), Some(monday.at(8, 0)), "in the morning");
        assert_eq!(others_are_asked_at(monday.at(20, 0), far), Some(monday.plus_days(1).at(8, 0)));
        let saturday = Day::of(2026, 11, 28);
        assert_eq!(others_are_asked_at(saturday.at(19, 0), far), Some(monday.at(8, 0)), "not on a Sunday");
        let soon = monday.at(14, 0);
        assert_eq!(others_are_asked_at(saturday.at(23, 0), soon), Some(saturday.plus_days(1).at(10, 0)));
        assert_eq!(others_are_asked_at(monday.at(2, 0), monday.at(7, 30)), None, "it begins before");
        assert_eq!(others_are_asked_at(monday.at(9, 0), monday.at(8, 0)), None, "it has begun");
    }
}
