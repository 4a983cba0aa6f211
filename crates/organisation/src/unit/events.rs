//! What the book of events says about units. The search follows: a unit's name stands in its tasks.

use samskab_kernel::Day;
use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::UnitId;

#[derive(Serialize)]
pub struct Added {
    #[serde(skip)]
    pub unit: UnitId,
    pub from: Day,
}

/// Address, telephone, description: not where it stands.
#[derive(Serialize)]
pub struct Described {
    #[serde(skip)]
    pub unit: UnitId,
}

/// Renamed, moved, or of another kind (RS-10).
#[derive(Serialize)]
pub struct Reorganised {
    #[serde(skip)]
    pub unit: UnitId,
    pub from: Day,
    pub name: String,
    pub parent: Option<UnitId>,
}

#[derive(Serialize)]
pub struct Closed {
    #[serde(skip)]
    pub unit: UnitId,
    pub last_day: Day,
    pub successor: Option<UnitId>,
}

/// "A contact person is not appropriate here" (RS-18), or it is again.
#[derive(Serialize)]
pub struct ContactWaived {
    #[serde(skip)]
    pub unit: UnitId,
    pub waived: bool,
}

macro_rules! about_units {
    ($($event:ident => $kind:literal,)+) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.unit.uuid()
            }
        }
    )+};
}

about_units! {
    Added => "unit.added",
    Described => "unit.described",
    Reorganised => "unit.reorganised",
    Closed => "unit.closed",
    ContactWaived => "unit.contact_waived",
}
