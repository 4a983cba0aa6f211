//! When a shift is and in which state, in words.

use samskab_kernel::{Day, Locale};
use samskab_requirement::Missing;

use super::{Booking, BookingState, Shift, ShiftState, hindrance::Hindrance, rules::Answer};
use crate::T;

impl Shift {
    /// `tirsdag den 24. november kl. 14.00–16.00`
    pub fn when(&self, locale: Locale, today: Day) -> String {
        locale.from_to((self.starts_at, self.ends_at), today)
    }

    /// `14.00–16.00`
    pub fn hours(&self, locale: Locale) -> String {
        format!("{}–{}", locale.time(self.starts_at), locale.time(self.ends_at))
    }
}

/// A word, its tone and its icon, for the component `state`.
pub type State = (String, &'static str, &'static str);

/// How full a shift is: never by colour alone.
pub fn fullness(t: T, shift: &Shift, taken: i64) -> State {
    if shift.state == ShiftState::Asked {
        return (t.shift_state_asked().to_owned(), "wait", "help");
    }
    if !shift.is_planned() {
        return (t.shift_state_cancelled().to_owned(), "bad", "close");
    }
    if taken < shift.minimum {
        return (t.shift_state_lacks(shift.minimum - taken), "bad", "warning");
    }
    if taken < shift.wanted {
        return (t.shift_state_room(shift.wanted - taken), "good", "check");
    }
    (t.shift_state_full().to_owned(), "good", "check")
}

/// What somebody reads of a place of theirs that they would like a stand-in for.
pub fn seeking(t: T, booking: &Booking) -> (&'static str, &'static str, &'static str) {
    match booking.has_nobody_left() {
        true => (t.shift_mine_nobody_left(), "wait", "warning"),
        false => (t.shift_mine_seeking(), "wait", "sync"),
    }
}

impl Answer {
    pub fn state(self, t: T) -> State {
        let (word, tone, symbol) = match self {
            Self::Comes => (t.shift_answer_comes(), "good", "check"),
            Self::Waiting => (t.shift_answer_waiting(), "wait", "hourglass"),
            Self::NotKnown => (t.shift_answer_not_known(), "bad", "help"),
            Self::Seeks => (t.shift_answer_seeks(), "wait", "sync"),
        };
        (word.to_owned(), tone, symbol)
    }
}

impl Hindrance {
    /// One sentence to the volunteer, with what they can do.
    pub fn sentence(&self, t: T, today: Day) -> String {
        match self {
            Self::Cancelled => t.shift_hindrance_cancelled().to_owned(),
            Self::Over => t.shift_hindrance_over().to_owned(),
            Self::Mine => t.shift_hindrance_mine().to_owned(),
            Self::NotEngaged => t.shift_hindrance_not_engaged().to_owned(),
            Self::Paused { until: Some(until) } => t.shift_hindrance_paused_until(t.0.day(*until)),
            Self::Paused { until: None } => t.shift_hindrance_paused().to_owned(),
            Self::Missing(missing) => t.shift_hindrance_missing(list(t, missing)),
            Self::Overlaps(other) => {
                t.shift_hindrance_overlaps(&other.title, t.0.from_to((other.starts_at, other.ends_at), today))
            }
            Self::Full { free: 0 } => t.shift_hindrance_full().to_owned(),
            Self::Full { free } => t.shift_hindrance_full_for_you(*free),
            Self::TooNear { other, between, needed } => t.shift_hindrance_too_near(
                *between,
                *needed,
                &other.title,
                t.0.from_to((other.starts_at, other.ends_at), today),
            ),
        }
    }
}

fn list(t: T, missing: &[Missing]) -> String {
    let names: Vec<String> = missing.iter().map(|missing| in_words(t, *missing)).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), t.0.choose("og", "and"))
        }
        _ => names.concat(),
    }
}

fn in_words(t: T, missing: Missing) -> String {
    let code = missing.what.code();
    samskab_taskbank::catalogue::requirement(code).map_or(code, |words| words.name(t.0)).to_lowercase()
}

impl BookingState {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Booked => t.shift_booking_booked(),
            Self::Seeking => t.shift_booking_seeking(),
            Self::Replaced => t.shift_booking_replaced(),
            Self::Cancelled => t.shift_booking_cancelled(),
            Self::Attended => t.shift_booking_attended(),
            Self::Absent => t.shift_booking_absent(),
        }
    }
}
