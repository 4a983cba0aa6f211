//! A point in time, and the clock it is read from.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use jiff::{SignedDuration, Timestamp, Zoned, tz::TimeZone};
use serde::{Deserialize, Serialize};
use sqlx_core::{
    database::Database,
    decode::Decode,
    encode::{Encode, IsNull},
    error::BoxDynError,
    types::Type,
};

use crate::Day;

/// Microseconds since 1970 in UTC. Stored as an integer on both databases: text timestamps
/// sort wrongly on SQLite.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

pub const MICROS_A_SECOND: i64 = 1_000_000;
pub const MICROS_A_DAY: i64 = 86_400 * MICROS_A_SECOND;

impl Instant {
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::MAX)
    }

    /// On the wall clock in Denmark.
    pub fn in_denmark(self) -> Zoned {
        self.timestamp().to_zoned(denmark())
    }

    /// The calendar day in Denmark.
    pub fn day(self) -> Day {
        Day::from(self.in_denmark().date())
    }

    /// The last calendar day before it, for a deadline: midnight means the day that ends then.
    pub fn last_day(self) -> Day {
        Self(self.0.saturating_sub(1)).day()
    }

    pub fn plus(self, duration: SignedDuration) -> Self {
        let micros = i64::try_from(duration.as_micros()).unwrap_or(i64::MAX);
        Self(self.0.saturating_add(micros))
    }

    pub fn minus(self, duration: SignedDuration) -> Self {
        self.plus(-duration)
    }

    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(MICROS_A_DAY)))
    }

    /// How long since `earlier`; negative if that is later.
    pub fn since(self, earlier: Self) -> SignedDuration {
        SignedDuration::from_micros(self.0 - earlier.0)
    }
}

/// Europe/Copenhagen: every deadline a person reads is on that clock.
pub fn denmark() -> TimeZone {
    static ZONE: std::sync::LazyLock<TimeZone> =
        std::sync::LazyLock::new(|| TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC));
    ZONE.clone()
}

impl From<Timestamp> for Instant {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_microsecond())
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.timestamp())
    }
}
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.timestamp())
    }
}

impl<DB: Database> Type<DB> for Instant
where
    i64: Type<DB>,
{
    fn type_info() -> DB::TypeInfo {
        <i64 as Type<DB>>::type_info()
    }
    fn compatible(info: &DB::TypeInfo) -> bool {
        <i64 as Type<DB>>::compatible(info)
    }
}
impl<'q, DB: Database> Encode<'q, DB> for Instant
where
    i64: Encode<'q, DB>,
{
    fn encode_by_ref(&self, buffer: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        self.0.encode_by_ref(buffer)
    }
}
impl<'r, DB: Database> Decode<'r, DB> for Instant
where
    i64: Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        i64::decode(value).map(Self)
    }
}

/// Where the time is read. Only the binary makes the real one; tests set theirs.
#[derive(Clone)]
pub struct Clock(Source);

#[derive(Clone)]
enum Source {
    Real,
    /// The real time, shifted by this much.
    Shifted(SignedDuration),
    Set(Arc<Mutex<Instant>>),
}

impl Clock {
    pub fn real() -> Self {
        Self(Source::Real)
    }

    /// A clock that goes as the real one and began at `instant`: a demo at another time of the year.
    pub fn beginning_at(instant: Instant) -> Self {
        Self(Source::Shifted(instant.since(Self::real().now())))
    }

    /// A clock that stands still until [`Clock::set`].
    pub fn standing_at(instant: Instant) -> Self {
        Self(Source::Set(Arc::new(Mutex::new(instant))))
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place where the time is read")]
    pub fn now(&self) -> Instant {
        match &self.0 {
            Source::Real => Timestamp::now().into(),
            Source::Shifted(by) => Instant::from(Timestamp::now()).plus(*by),
            Source::Set(at) => *at.lock().unwrap_or_else(|poisoned| poisoned.into_inner()),
        }
    }

    /// Moves a standing clock. The real one goes its own way.
    pub fn set(&self, instant: Instant) {
        if let Source::Set(at) = &self.0 {
            *at.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = instant;
        }
    }
}
