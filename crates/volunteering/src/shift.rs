//! Shifts: times that come again, who has which, stand-ins, and one's own calendar.
//!
//! A series says when it comes again (`recurrence`, pure); a job lays it out as shifts eight weeks
//! ahead. Somebody's place in a shift is a booking. Nobody is put on a shift without saying yes, and
//! a shift with people in it is never silently moved or taken away (FX-06).

pub mod event;
pub mod hindrance;
pub mod recurrence;
pub mod rules;
pub mod stand_in;
pub mod store;

use samskab_jobs::Handler;
use samskab_kernel::{Day, Id, Instant, codes};
use samskab_organisation::person::PersonId;
use samskab_web::{Routes, app::Services};

use crate::{
    engagement::EngagementId,
    task::{TaskId, time::Turn},
};

pub use recurrence::Rule;

/// The mark of a series of shifts.
pub enum SeriesRow {}
pub type SeriesId = Id<SeriesRow>;
/// The mark of a shift.
pub enum ShiftRow {}
pub type ShiftId = Id<ShiftRow>;
/// The mark of a booking.
pub enum BookingRow {}
pub type BookingId = Id<BookingRow>;

/// Times that come again, on the wall clock in Denmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub id: SeriesId,
    pub task: TaskId,
    /// What is done, when it is not simply the task; may be empty.
    pub title: String,
    pub rule: Rule,
    /// No day before this one.
    pub starts_on: Day,
    pub turn: Turn,
    /// Fewer than these and it cannot be done.
    pub minimum: i64,
    /// No more than these; at least `minimum`, at least 1.
    pub wanted: i64,
    /// Shifts exist up to and including this day.
    pub laid_out_to: Option<Day>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

codes! {
    pub enum ShiftState { Planned => "planned", Cancelled => "cancelled" }
}

/// One shift, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    pub id: ShiftId,
    pub task: TaskId,
    /// Of which series, and which day of it, also when it was moved.
    pub series: Option<(SeriesId, Day)>,
    pub title: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub minimum: i64,
    pub wanted: i64,
    pub state: ShiftState,
    /// Why it was cancelled.
    pub state_reason: String,
    /// Grows when the time changes (RFC 5545 SEQUENCE).
    pub sequence: i64,
    /// When the time last changed.
    pub time_changed_at: Option<Instant>,
    /// Changed by itself: a change of its series leaves it alone.
    pub by_hand: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
}

codes! {
    pub enum BookingState {
        Booked => "booked",
        /// Would like a stand-in; still theirs until somebody takes it.
        Seeking => "seeking",
        /// Somebody took it.
        Replaced => "replaced",
        Cancelled => "cancelled",
        Attended => "attended",
        Absent => "absent",
    }
}

impl BookingState {
    /// Has a place in the shift.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Booked | Self::Seeking)
    }
}

codes! {
    /// Why a booking ended. Nobody is asked for a reason of their own (FX-06).
    pub enum Ended {
        /// The volunteer cannot come.
        CannotCome => "cannot_come",
        /// The new time does not suit.
        NewTime => "new_time",
        /// The shift was cancelled.
        Shift => "shift",
        /// The engagement ended.
        Engagement => "engagement",
        /// Taken by a colleague.
        Taken => "taken",
    }
}

/// Somebody's place in a shift. Personal data (law B.7): seen by the person, by those who answer for
/// the place, and by first name by those who help with the same task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    pub id: BookingId,
    pub shift: ShiftId,
    /// `None`: a stand-in, this once.
    pub engagement: Option<EngagementId>,
    pub person: PersonId,
    /// How many come together.
    pub persons: i64,
    pub state: BookingState,
    pub state_since: Instant,
    pub ended: Option<Ended>,
    /// The shift's sequence the person said yes to.
    pub confirmed_sequence: i64,
    /// Whose place it took.
    pub instead_of: Option<BookingId>,
    /// A colleague who was asked to take it.
    pub asked: Option<Asked>,
    pub reminded_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// One colleague is asked to take a shift, perhaps in exchange for one of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub person: PersonId,
    pub at: Instant,
    /// The booking of theirs that the asker would take.
    pub swap_for: Option<BookingId>,
}

impl Shift {
    /// A shift of its own, or one laid out from a series.
    #[expect(clippy::too_many_arguments, reason = "what a shift is")]
    pub fn new(
        id: ShiftId,
        task: TaskId,
        series: Option<(SeriesId, Day)>,
        title: impl Into<String>,
        (starts_at, ends_at): (Instant, Instant),
        minimum: i64,
        wanted: i64,
        now: Instant,
    ) -> Self {
        Self {
            id,
            task,
            series,
            title: title.into(),
            starts_at,
            ends_at,
            minimum,
            wanted,
            state: ShiftState::Planned,
            state_reason: String::new(),
            sequence: 0,
            time_changed_at: None,
            by_hand: false,
            created_at: now,
            updated_at: now,
        }
    }

    pub fn is_planned(&self) -> bool {
        self.state == ShiftState::Planned
    }

    pub fn overlaps(&self, from: Instant, to: Instant) -> bool {
        self.starts_at < to && from < self.ends_at
    }

    /// The volunteer's page.
    pub fn href(&self) -> String {
        href(self.id)
    }
}

impl Booking {
    /// A place just taken.
    pub fn new(id: BookingId, shift: &Shift, person: PersonId, persons: i64, now: Instant) -> Self {
        Self {
            id,
            shift: shift.id,
            engagement: None,
            person,
            persons,
            state: BookingState::Booked,
            state_since: now,
            ended: None,
            confirmed_sequence: shift.sequence,
            instead_of: None,
            asked: None,
            reminded_at: None,
            created_at: now,
            updated_at: now,
        }
    }
}

/// The volunteer's page of a shift.
pub fn href(shift: ShiftId) -> String {
    format!("/vagter/{shift}")
}

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<Handler<Services>> {
    Vec::new()
}

/// The engagement ended: the places its person still had are free, and the place sees it.
///
/// # Errors
/// When the database fails.
pub async fn release_of_engagement(
    tx: &mut samskab_store::Tx,
    engagement: EngagementId,
) -> samskab_store::Result<()> {
    for booking in store::coming_of_engagement(tx, engagement).await? {
        let (was, now) = (booking.state, tx.now());
        let released = booking.end(Ended::Engagement, now);
        if store::save_booking(tx, &released, was).await? {
            tx.record(event::BookingEnded::of(&released)).await?;
        }
    }
    Ok(())
}

/// What of it waits for the one who looks.
pub fn work_items<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<samskab_web::module::WorkItem>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// What Min side shows of it.
pub fn section<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
    _person: samskab_organisation::person::PersonId,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Option<crate::volunteer::section::Section>>> {
    Box::pin(async { Ok(None) })
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    _cx: &'a samskab_web::Cx,
    _connection: &'a mut samskab_store::Connection,
    _person: samskab_organisation::person::PersonId,
) -> samskab_web::module::BoxFuture<'a, samskab_web::Result<Vec<crate::volunteer::section::Known>>> {
    Box::pin(async { Ok(Vec::new()) })
}
