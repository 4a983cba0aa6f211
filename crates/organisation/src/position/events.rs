//! What the book of events says about positions. Persons stand in it by id only.

use samskab_kernel::Day;

use super::{Capacity, PositionId, PositionKind};
use crate::{person::PersonId, unit::UnitId};

samskab_store::events! {
    pub about position(PositionId) {}

    Added => "position.added" { unit: UnitId, kind: PositionKind };
    /// Topics, hours, telephone.
    Changed => "position.changed";
    Ended => "position.ended" { last_day: Day };
    Appointed => "position.appointed" { person: PersonId, capacity: Capacity, from: Day };
    AppointmentEnded => "position.appointment_ended" { person: PersonId, last_day: Day };
    /// The area's one contact to the central coordinator (RS-17).
    BecameLiaison => "position.became_liaison" { from: Day };
}
