//! Texts of the files that mean something only here.

use std::str::FromStr;

use samskab_kernel::jiff::civil::Weekday;
use samskab_volunteers::volunteer::PartOfDay;

/// `tuesday`.
#[derive(Clone, Copy)]
pub(crate) struct DayName(pub Weekday);

impl FromStr for DayName {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(match text {
            "monday" => Weekday::Monday,
            "tuesday" => Weekday::Tuesday,
            "wednesday" => Weekday::Wednesday,
            "thursday" => Weekday::Thursday,
            "friday" => Weekday::Friday,
            "saturday" => Weekday::Saturday,
            "sunday" => Weekday::Sunday,
            _ => return Err("not a weekday"),
        }))
    }
}

/// `tuesday morning`: when somebody has time.
pub(crate) struct PartOfWeek(pub Weekday, pub PartOfDay);

impl FromStr for PartOfWeek {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (day, part) = text.split_once(' ').ok_or("not a weekday and a part of it")?;
        let DayName(day) = day.parse()?;
        Ok(Self(day, part.parse().map_err(|_| "not a part of a day")?))
    }
}

/// `vilma--zootur`: a volunteer and a task.
pub(crate) struct Pair(pub String, pub String);

impl FromStr for Pair {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (volunteer, task) = text.split_once("--").ok_or("not volunteer--task")?;
        Ok(Self(volunteer.to_owned(), task.to_owned()))
    }
}
