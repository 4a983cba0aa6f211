//! A volunteer and a task one can read.
#![allow(clippy::unwrap_used, dead_code, reason = "tests, each of which uses some of it")]

use samskab_kernel::{Day, Id, jiff::civil::Weekday};
use samskab_matching::*;
use uuid::Uuid;

pub const TODAY: Day = Day::of(2026, 11, 22);

pub fn volunteer(number: u128) -> Volunteer {
    Volunteer::new(Id::from_uuid(Uuid::from_u128(number)))
}

pub fn opening(number: u128) -> Opening {
    Opening::new(Id::from_uuid(Uuid::from_u128(number)), Uuid::from_u128(number % 7), TODAY)
}

pub fn slots(weekday: Weekday, part: PartOfDay) -> Slots {
    Slots::of(weekday, part)
}

pub fn market() -> Market {
    Market::new(Catalogue::default(), Weights::default(), Responsiveness::default())
}
