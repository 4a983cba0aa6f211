//! Which tasks suit a volunteer, and which volunteers suit a task: with reasons, and so that volunteers spread.
//!
//! Pure: no clock, nothing random, no database. The same volunteers, tasks and day give the same answer on every
//! machine, in whatever order they came and on however many threads.
//!
//! The story, in the order a pair is judged:
//! 1. [`gates`]: hard conditions. One closed gate, and the pair is never shown.
//! 2. [`score`]: what fits, in [`Parts`] of 0 to 10,000 points; times how the organiser answers; less for every
//!    volunteer the task has met; more while few have seen it. [`Weights`] have a version.
//! 3. [`Reason`]: why, as data.
//! 4. [`Market`]: all of a municipality in memory, to ask for the best.

mod bits;
mod catalogue;
mod daily;
mod gate;
mod market;
mod opening;
mod place;
mod reason;
mod row;
mod score;
mod times;
mod volunteer;
mod weights;

pub use bits::{Competences, Languages, Requirements, TargetGroups, Topics};
pub use catalogue::Catalogue;
pub use gate::{Gate, GateKind, gates};
pub use market::{Blocked, By, Concentration, Listed, Market, Match, NearMiss, ShortList};
pub use opening::{Company, Opening, OpeningId, Remote, Responsiveness, Time};
pub use place::Place;
pub use reason::{Explanation, Reason};
pub use score::{Circumstances, FULL, NEUTRAL, Parts, Score, score};
pub use times::{PartOfDay, Slots};
pub use volunteer::{Age, Rhythm, Transport, Volunteer, VolunteerId};
pub use weights::Weights;
