//! The ids that the rest of this context speaks of: a unit, an association, a person. They stand below
//! the nouns, so that `identify` and `authority` decide over ids alone and every page can ask them.
//! Each noun hands its id on: `unit::UnitId`, `association::AssociationId`, `person::PersonId`.

use samskab_kernel::Id;
use uuid::Uuid;

/// The mark of a unit.
pub enum UnitMark {}
pub type UnitId = Id<UnitMark>;

/// The mark of an association.
pub enum AssociationMark {}
pub type AssociationId = Id<AssociationMark>;

/// The mark of a person.
pub enum PersonMark {}
pub type PersonId = Id<PersonMark>;

/// Who posts a task: units and associations on equal terms (FX-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Poster {
    Unit(UnitId),
    Association(AssociationId),
}

impl Poster {
    /// From two columns of which exactly one is set.
    pub fn of(unit: Option<UnitId>, association: Option<AssociationId>) -> Option<Self> {
        unit.map(Self::Unit).or(association.map(Self::Association))
    }

    /// The unit's or the association's id: the place of a standing.
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Unit(id) => id.uuid(),
            Self::Association(id) => id.uuid(),
        }
    }

    pub fn unit(self) -> Option<UnitId> {
        match self {
            Self::Unit(id) => Some(id),
            Self::Association(_) => None,
        }
    }

    pub fn association(self) -> Option<AssociationId> {
        match self {
            Self::Association(id) => Some(id),
            Self::Unit(_) => None,
        }
    }

    /// The public page of the unit or the association.
    pub fn href(self) -> String {
        match self {
            Self::Unit(id) => format!("/enheder/{id}"),
            Self::Association(id) => format!("/foreninger/{id}"),
        }
    }
}
