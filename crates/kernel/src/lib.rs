//! The words everything else is built from. Pure: no network, no database, no clock of its own.
//!
//! Ids that cannot be mixed up, instants and Danish calendar days with their holidays, CVR numbers, contact
//! details, numbers that may not be stored, Danish sorting, and the two parameters nobody may reach around: the [`Clock`]
//! and the [`Dice`].

pub mod calendar;
pub mod code;
pub mod contact;
pub mod cpr;
pub mod cvr;
pub mod danish;
pub mod deadline;
pub mod dice;
pub mod holiday;
pub mod id;
pub mod instant;
pub mod locale;
pub mod season;
pub mod text;
pub mod told;
pub mod validity;

pub use calendar::{Day, NotADay};
pub use code::UnknownCode;
pub use cvr::Cvr;
pub use deadline::Deadline;
pub use dice::Dice;
pub use id::{Id, TenantId};
pub use instant::{Clock, Instant};
pub use jiff;
pub use locale::Locale;
pub use sqlx_core;
pub use validity::Validity;
