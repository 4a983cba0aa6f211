//! What the book of events says about units. The search follows: a unit's name stands in its tasks.

use samskab_kernel::Day;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::UnitId;

samskab_store::events! {
    pub about unit(UnitId) {}

    Added => "unit.added" { from: Day };
    /// Address, telephone or description changed, but not its place in the organisation.
    Described => "unit.described";
    /// Renamed, moved, or of another kind (RS-10).
    Reorganised => "unit.reorganised" { from: Day, name: String, parent: Option<UnitId> };
    /// Names what ended with it, so that all of it can come back.
    Closed => "unit.closed" {
        last_day: Day,
        successor: Option<UnitId>,
        #[serde(flatten)]
        ended: EndedWithUnit,
    };
    /// The closing was taken back.
    Reopened => "unit.reopened";
    /// "A contact person is not appropriate here" (RS-18), or it is again.
    ContactWaived => "unit.contact_waived" { waived: bool };
}

/// What ended with a unit, as the book of events keeps it so that it can come back.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EndedWithUnit {
    pub positions: Vec<Uuid>,
    /// Appointments that had a last day of their own after the unit's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cut: Vec<Cut>,
}

#[derive(Debug, Clone, Serialize, Deserialize, samskab_store::Row)]
pub struct Cut {
    pub id: Uuid,
    pub until: Day,
}
