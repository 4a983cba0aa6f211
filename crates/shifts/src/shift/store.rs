//! The tables `shift_series`, `shift`, `booking` and `calendar_address`.

mod bookings;
mod calendar;
mod reading;
mod series;
mod shifts;

pub(super) use bookings::AskedColumns;
pub use bookings::{
    add_booking, coming_of_engagement, find_booking, live_booking, lock_people, note_reminded, save_booking,
    to_remind,
};
pub use calendar::{
    CalendarAddress, calendar_by_secret, calendar_of_person, close_calendar, note_calendar_read,
    replace_calendar, set_alarm,
};
pub use reading::{
    BookingLine, Busy, Coming, Needing, all_of_person, asked_of_person, bookings_of_shifts, busy, calendar,
    coming_of_person, first_of_day, needing, short_name, to_choose,
};
pub use series::{add_series, find_series, locked_series, save_series, series_of_task, to_lay_out};
pub use shifts::{
    add_if_missing, add_shift, coming_of_task, find, find_many, forget_shift, lock_shifts, locked,
    of_cancelled_tasks, of_series, open_of_tasks, past_of_task, save_shift,
};
