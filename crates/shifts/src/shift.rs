//! Shifts: times that come again, who has which, stand-ins, and one's own calendar.
//!
//! A series says when it comes again (`recurrence`, pure); a job lays it out as shifts eight weeks
//! ahead. Somebody's place in a shift is a booking. Nobody is put on a shift without saying yes, and
//! a shift with people in it is never silently moved or taken away (FX-06).

mod attendance;
mod begun;
mod by_phone;
mod calendar;
mod cancel;
mod change;
mod closed_day;
mod edit;
pub mod event;
pub mod exit;
mod following;
pub mod forget;
mod form;
mod gathered;
pub mod hindrance;
pub mod lay_out;
pub mod letter;
mod make;
mod mine;
mod on_task_page;
mod once;
mod other_shift;
mod own;
pub mod place;
mod plan;
pub mod recurrence;
mod remind;
pub(crate) mod roster;
pub mod rules;
mod section;
pub mod stand_in;
pub mod store;
#[cfg(test)]
mod tests;
mod unusual;
mod wording;
mod work;

use samskab_engagement::engagement::{
    self, EngagementId, State as EngagementState,
    event::{EngagementAgreed, EngagementEnded, EngagementPaused},
};
use samskab_jobs::Handler;
use samskab_kernel::{Day, Id, Instant, codes, jiff::SignedDuration};
use samskab_organisation::person::PersonId;
use samskab_store::{BoxFuture, Connection, Event as _, Reaction, Record};
use samskab_taskbank::task::{TaskId, time::Turn};
use samskab_web::{Access, Cx, Result, Routes, Services};
use uuid::Uuid;

pub use begun::BEGUN;
pub use on_task_page::ON_TASK_PAGE;
pub use own::STAND_IN;
pub use recurrence::Rule;
pub use samskab_hours::id::BookingId;
pub use section::{known, section};
pub use work::work_items;

/// The mark of a series of shifts.
pub enum SeriesRow {}
pub type SeriesId = Id<SeriesRow>;
/// The mark of a shift.
pub enum ShiftRow {}
pub type ShiftId = Id<ShiftRow>;

/// Times that come again, on the wall clock in Denmark.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "shift_series", alias = "e", also("last_on" = self.rule.last_on(self.starts_on)))]
pub struct Series {
    pub id: SeriesId,
    #[record(column = "task_id", fixed)]
    pub task: TaskId,
    /// What is done, when it is not simply the task; may be empty.
    pub title: String,
    pub rule: Rule,
    /// No shift is laid out before this day.
    pub starts_on: Day,
    #[record(flatten, names("start_minute", "duration_minutes"))]
    pub turn: Turn,
    /// Fewer than these and it cannot be done.
    pub minimum: i64,
    /// The most who are wanted; at least `minimum`, at least 1.
    pub wanted: i64,
    pub on_closed_days: OnClosedDays,
    /// Shifts exist up to and including this day.
    pub laid_out_to: Option<Day>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

codes! {
    pub enum ShiftState {
        Planned => "planned",
        /// Of a series, on a day the place is closed: nobody has said yet whether it is held. Nobody can sign up.
        Asked => "asked",
        Cancelled => "cancelled",
    }
}

codes! {
    /// What a series does on a day on which the place is closed.
    pub enum OnClosedDays { Skip => "skip", Ask => "ask", Keep => "keep" }
}

impl Series {
    /// It comes again on this day or later.
    pub fn goes_on(&self, today: Day) -> bool {
        self.rule.last_on(self.starts_on).is_none_or(|last| last >= today && last >= self.starts_on)
    }
}

/// One shift, once.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "shift", alias = "s")]
pub struct Shift {
    pub id: ShiftId,
    #[record(column = "task_id", fixed)]
    pub task: TaskId,
    /// The series it belongs to, and which day of the series it is, also when it was moved.
    #[record(pair("series_id", "series_day"))]
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
    #[record(fixed)]
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
    /// Why a booking ended, or why no stand-in is looked for any more. Nobody is asked for a reason of their own (FX-06).
    pub enum Ended {
        /// The volunteer cannot come.
        CannotCome => "cannot_come",
        /// The new time does not suit.
        NewTime => "new_time",
        /// The shift was cancelled.
        Shift => "shift",
        /// The engagement ended.
        Engagement => "engagement",
        /// It lies in a pause.
        Pause => "pause",
        /// Taken by a colleague.
        Taken => "taken",
        /// The place asked, and they come to another shift instead.
        OtherShift => "other_shift",
        /// It is theirs still: of those who could stand in nobody is left to ask.
        NobodyLeft => "nobody_left",
    }
}

/// Somebody's place in a shift. Personal data (law B.7): seen by the person, by those who answer for
/// the place, and by first name by those who help with the same task.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "booking", alias = "b")]
pub struct Booking {
    pub id: BookingId,
    #[record(column = "shift_id", fixed)]
    pub shift: ShiftId,
    /// `None`: the person stands in this once, without an engagement.
    #[record(column = "engagement_id", fixed)]
    pub engagement: Option<EngagementId>,
    #[record(column = "person_id", fixed)]
    pub person: PersonId,
    /// How many people come together on this booking.
    #[record(fixed)]
    pub persons: i64,
    pub state: BookingState,
    pub state_since: Instant,
    #[record(column = "reason", blank)]
    pub ended: Option<Ended>,
    /// The shift's sequence the person said yes to.
    pub confirmed_sequence: i64,
    /// The booking that this one replaced.
    #[record(fixed)]
    pub instead_of: Option<BookingId>,
    /// A colleague who was asked to take it.
    #[record(flatten = store::AskedColumns)]
    pub asked: Option<AskedColleague>,
    /// The place asked whether they would come to this one instead.
    #[record(column = "other_shift_id")]
    pub other_shift: Option<ShiftId>,
    pub reminded_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// One colleague is asked to take a shift, perhaps in exchange for one of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedColleague {
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
    /// A booking that was just made.
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
            other_shift: None,
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
        .get("/opgaver/{id}/vagter", Access::Decided, plan::show)
        .get("/opgaver/{id}/vagter/ny", Access::Decided, make::show)
        .post("/opgaver/{id}/vagter/ny", Access::Decided, make::make)
        .post("/opgaver/{id}/vagter/fra-opgaven", Access::Decided, make::from_task)
        .get("/vagter/{id}/rediger", Access::Decided, edit::show)
        .post("/vagter/{id}/rediger", Access::Decided, edit::save)
        .get("/vagter/{id}/foelgende", Access::Decided, following::show)
        .post("/vagter/{id}/foelgende", Access::Decided, following::save)
        .get("/vagter/{id}/aflys", Access::Decided, cancel::show)
        .post("/vagter/{id}/aflys", Access::Decided, cancel::cancel)
        .post("/vagter/{id}/holdes", Access::Decided, closed_day::hold)
        .post("/vagter/{id}/springes-over", Access::Decided, closed_day::skip)
        .get("/vagter/{id}/fremmoede", Access::Decided, attendance::show)
        .post("/vagter/{id}/fremmoede", Access::Decided, attendance::save)
        .get("/vagter/{id}/telefon", Access::Decided, by_phone::show)
        .post("/vagter/{id}/telefon/paa", Access::Decided, by_phone::put_on)
        .post("/vagter/{id}/telefon/afbud", Access::Decided, by_phone::cannot)
        .post("/vagter/{id}/telefon/ja", Access::Decided, by_phone::confirm)
        .post("/vagter/{id}/telefon/fortryd", Access::Decided, by_phone::undo)
        .get("/vagter/{id}/anden-vagt", Access::Decided, other_shift::show)
        .post("/vagter/{id}/anden-vagt", Access::Decided, other_shift::ask)
        .merge(roster::routes())
        .get("/min-side/vagter", Access::SignedIn, mine::show)
        .get("/vagter/{id}", Access::SignedIn, own::show)
        .post("/vagter/{id}/tilmeld", Access::SignedIn, own::sign_up::sign_up)
        .post("/vagter/{id}/afbud", Access::SignedIn, own::give_up::give_up)
        .post("/vagter/{id}/bekraeft", Access::SignedIn, own::confirm::confirm)
        .post("/vagter/{id}/afloeser", Access::SignedIn, own::seek::seek)
        .post("/vagter/{id}/behold", Access::SignedIn, own::seek::keep)
        .post("/vagter/{id}/spoerg", Access::SignedIn, own::ask::ask)
        .post("/vagter/{id}/nej-tak", Access::SignedIn, own::ask::decline)
        .post("/vagter/{id}/overtag", Access::SignedIn, own::take_over::take_over)
        .post("/vagter/{id}/flyt", Access::SignedIn, own::other_shift::go)
        .post("/vagter/{id}/bliv", Access::SignedIn, own::other_shift::stay)
        .get("/min-side/kalender", Access::SignedIn, calendar::show)
        .post("/min-side/kalender", Access::SignedIn, calendar::make)
        .post("/min-side/kalender/luk", Access::SignedIn, calendar::close)
        .post("/min-side/kalender/paamindelse", Access::SignedIn, calendar::ring)
        .get("/kalender/{file}", Access::Link, calendar::file)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<begun::FindShifts, _, _>(begun::find_shifts),
        Handler::new::<stand_in::TellTaken, _, _>(stand_in::tell_taken),
        Handler::every("shift.lay_out", SignedDuration::from_hours(1), lay_out::lay_out),
        Handler::every("shift.remind", SignedDuration::from_mins(15), remind::remind),
        Handler::every("shift.cancelled_tasks", SignedDuration::from_mins(5), remind::cancel_with_task),
        Handler::every("shift.forget", SignedDuration::from_hours(24), forget::forget),
    ]
}

/// The engagement ended, or is on a pause: the places its person still had, or those in the pause, are free, and the place
/// sees it.
///
/// # Errors
/// When the database fails.
async fn release_of_engagement(
    tx: &mut samskab_store::Tx,
    engagement: EngagementId,
) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let state = engagement::store::find(tx, tenant, engagement).await?.map(|engagement| engagement.state);
    let mut bookings = store::coming_of_engagement(tx, engagement).await?;
    let mut why = Ended::Engagement;
    if let Some(EngagementState::Paused { until }) = state {
        why = Ended::Pause;
        let ids: Vec<ShiftId> = bookings.iter().map(|booking| booking.shift).collect();
        let mut shifts = store::find_many(tx, tenant, &ids).await?;
        shifts.retain(|shift| shift.starts_at < until.end());
        bookings.retain(|booking| shifts.iter().any(|shift| shift.id == booking.shift));
    }
    let mut released = Vec::new();
    for booking in bookings {
        let was = booking.state;
        let booking = booking.end(why, now);
        if store::save_booking(tx, &booking, was).await? {
            released.push(booking);
        }
    }
    for booking in released {
        tx.record(event::BookingEnded::of(&booking)).await?;
    }
    Ok(())
}

/// Both have said yes to the agreement, which says the time of the task: whoever is on a shift at this time has said yes to
/// that shift with it, also where it was moved there.
///
/// # Errors
/// When the database fails.
async fn confirm_with_agreement(
    tx: &mut samskab_store::Tx,
    engagement: EngagementId,
) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let bookings = store::coming_of_engagement(tx, engagement).await?;
    let ids: Vec<ShiftId> = bookings.iter().map(|booking| booking.shift).collect();
    let shifts = store::find_many(tx, tenant, &ids).await?;
    let Some(first) = shifts.first() else { return Ok(()) };
    let Some(task) = samskab_taskbank::task::store::find(tx, tenant, first.task).await? else {
        return Ok(());
    };
    for booking in bookings {
        let Some(shift) = shifts.iter().find(|shift| shift.id == booking.shift) else { continue };
        if booking.is_confirmed(shift) || !task.time.is_turn((shift.starts_at, shift.ends_at)) {
            continue;
        }
        let was = booking.state;
        let booking = booking.confirm(shift, now);
        if store::save_booking(tx, &booking, was).await? {
            tx.record(event::BookingConfirmed::of(&booking)).await?;
        }
    }
    Ok(())
}

/// A yes to an agreement is one to the shifts at its time.
pub const CONFIRM: Reaction = Reaction {
    to: EngagementAgreed::KIND,
    react: |tx, engagement, _| Box::pin(confirm_with_agreement(tx, EngagementId::from_uuid(*engagement))),
};

/// Whoever holds a pause has no shifts in it.
pub const RELEASE_IN_PAUSE: Reaction = Reaction {
    to: EngagementPaused::KIND,
    react: |tx, engagement, _| Box::pin(release_of_engagement(tx, EngagementId::from_uuid(*engagement))),
};

/// An engagement that ends lets go of its shifts to come, in the same transaction.
pub const RELEASE: Reaction = Reaction {
    to: EngagementEnded::KIND,
    react: |tx, engagement, _| Box::pin(release_of_engagement(tx, EngagementId::from_uuid(*engagement))),
};

/// When the first shift of an agreement begins on a day: its hours are not told before.
pub fn first_time<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    engagement: Uuid,
    day: Day,
) -> BoxFuture<'a, Result<Option<Instant>>> {
    Box::pin(async move {
        let engagement = EngagementId::from_uuid(engagement);
        Ok(store::first_of_day(connection, cx.tenant.id, engagement, day).await?)
    })
}
