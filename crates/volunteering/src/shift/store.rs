//! The tables `shift_series`, `shift` and `booking`.

mod bookings;
mod reading;
mod series;
mod shifts;

pub use bookings::{
    add_booking, coming_of_engagement, find_booking, live_booking, lock_people, save_booking,
};
pub use reading::{BookingLine, Busy, Coming, bookings_of_shifts, busy, coming_of_person, short_name};
pub use series::{add_series, find_series, locked_series, save_series, series_of_task, to_lay_out};
pub use shifts::{
    add_if_missing, add_shift, coming_of_task, find, find_many, forget_shift, lock_shifts, locked, of_series,
    past_of_task, save_shift,
};
