//! What happens to shifts, as it stands in the book of events. No persons in it: only ids.

use samskab_taskbank::task::TaskId;

use super::{Booking, BookingId, Ended, SeriesId, Shift, ShiftId};

samskab_store::events! {
    pub about shift(ShiftId) { task: TaskId }
    impl { fn of(shift: &Shift) { shift: shift.id, task: shift.task } }

    ShiftPlanned => "shift.planned";
    ShiftChanged => "shift.changed";
    ShiftMoved => "shift.moved";
    ShiftCancelled => "shift.cancelled";
    AttendanceNoted => "shift.attendance_noted";
}

samskab_store::events! {
    pub about series(SeriesId) { task: TaskId }

    SeriesPlanned => "shift.series_planned";
    SeriesChanged => "shift.series_changed";
    SeriesEnded => "shift.series_ended";
}

samskab_store::events! {
    pub about shift(ShiftId) {
        booking: BookingId,
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<&'static str>,
    }
    impl {
        fn of(booking: &Booking) {
            shift: booking.shift, booking: booking.id, why: booking.ended.map(Ended::code)
        }
    }

    Booked => "shift.booked";
    BookingEnded => "shift.booking_ended";
    BookingConfirmed => "shift.booking_confirmed";
    StandInSought => "shift.stand_in_sought";
    StandInTook => "shift.stand_in_took";
    StandInNoLongerSought => "shift.stand_in_no_longer_sought";
    ColleagueAsked => "shift.colleague_asked";
    /// The place asked somebody to come to another shift instead; they stay.
    OtherShiftAsked => "shift.other_shift_asked";
    OtherShiftDeclined => "shift.other_shift_declined";
    ColleagueDeclined => "shift.colleague_declined";
}
