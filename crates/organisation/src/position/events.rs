//! What the book of events says about positions. Persons stand in it by id only.

use samskab_kernel::Day;
use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::{Capacity, PositionId, PositionKind};
use crate::{person::PersonId, unit::UnitId};

#[derive(Serialize)]
pub struct Added {
    #[serde(skip)]
    pub position: PositionId,
    pub unit: UnitId,
    pub kind: PositionKind,
}

/// Topics, hours, telephone.
#[derive(Serialize)]
pub struct Changed {
    #[serde(skip)]
    pub position: PositionId,
}

#[derive(Serialize)]
pub struct Ended {
    #[serde(skip)]
    pub position: PositionId,
    pub last_day: Day,
}

#[derive(Serialize)]
pub struct Appointed {
    #[serde(skip)]
    pub position: PositionId,
    pub person: PersonId,
    pub capacity: Capacity,
    pub from: Day,
}

#[derive(Serialize)]
pub struct AppointmentEnded {
    #[serde(skip)]
    pub position: PositionId,
    pub person: PersonId,
    pub last_day: Day,
}

/// The area's one contact to the central coordinator (RS-17).
#[derive(Serialize)]
pub struct BecameLiaison {
    #[serde(skip)]
    pub position: PositionId,
    pub from: Day,
}

macro_rules! about_positions {
    ($($event:ident => $kind:literal,)+) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.position.uuid()
            }
        }
    )+};
}

about_positions! {
    Added => "position.added",
    Changed => "position.changed",
    Ended => "position.ended",
    Appointed => "position.appointed",
    AppointmentEnded => "position.appointment_ended",
    BecameLiaison => "position.became_liaison",
}
