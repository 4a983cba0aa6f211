//! What happens to shifts, as it stands in the book of events. No persons in it: only ids.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::{Booking, BookingId, Ended, SeriesId, Shift, ShiftId};
use crate::task::TaskId;

macro_rules! of_shift {
    ($($(#[$meta:meta])* $name:ident => $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub shift: ShiftId,
            pub task: TaskId,
        }
        impl $name {
            pub fn of(shift: &Shift) -> Self {
                Self { shift: shift.id, task: shift.task }
            }
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.shift.uuid()
            }
        }
    )+};
}

of_shift! {
    ShiftPlanned => "shift.planned";
    ShiftChanged => "shift.changed";
    ShiftMoved => "shift.moved";
    ShiftCancelled => "shift.cancelled";
    AttendanceNoted => "shift.attendance_noted";
}

macro_rules! of_series {
    ($($(#[$meta:meta])* $name:ident => $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub series: SeriesId,
            pub task: TaskId,
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.series.uuid()
            }
        }
    )+};
}

of_series! {
    SeriesPlanned => "shift.series_planned";
    SeriesChanged => "shift.series_changed";
    SeriesEnded => "shift.series_ended";
}

macro_rules! of_booking {
    ($($(#[$meta:meta])* $name:ident => $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub shift: ShiftId,
            pub booking: BookingId,
            #[serde(skip_serializing_if = "Option::is_none")]
            pub why: Option<&'static str>,
        }
        impl $name {
            pub fn of(booking: &Booking) -> Self {
                Self { shift: booking.shift, booking: booking.id, why: booking.ended.map(Ended::code) }
            }
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.shift.uuid()
            }
        }
    )+};
}

of_booking! {
    Booked => "shift.booked";
    BookingEnded => "shift.booking_ended";
    BookingConfirmed => "shift.booking_confirmed";
    StandInSought => "shift.stand_in_sought";
    StandInTook => "shift.stand_in_took";
    StandInNoLongerSought => "shift.stand_in_no_longer_sought";
    ColleagueAsked => "shift.colleague_asked";
    ColleagueDeclined => "shift.colleague_declined";
}
