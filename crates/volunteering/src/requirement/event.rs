//! What happens to somebody's requirements, as it stands in the book of events: that something did, never what.

use samskab_kernel::TenantId;
use samskab_organisation::{association::AssociationId, person::PersonId};
use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use crate::task::TaskId;

/// Something that a task asks for changed for a person. Which one and how is nobody's business here.
#[derive(Debug, Clone, Serialize)]
pub struct RequirementChanged {
    #[serde(skip)]
    pub person: PersonId,
    pub task: Option<TaskId>,
}
impl Event for RequirementChanged {
    const KIND: &'static str = "requirement.changed";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

/// The municipality has written a new text of the tavshedserklæring.
#[derive(Debug, Clone, Serialize)]
pub struct RequirementTextWritten {
    #[serde(skip)]
    pub tenant: TenantId,
    pub version: i64,
}
impl Event for RequirementTextWritten {
    const KIND: &'static str = "requirement.text_written";
    fn subject(&self) -> Uuid {
        self.tenant.uuid()
    }
}

/// An association has signed its yearly declaration about børneattester.
#[derive(Debug, Clone, Serialize)]
pub struct DeclarationSigned {
    #[serde(skip)]
    pub association: AssociationId,
    pub year: i64,
}
impl Event for DeclarationSigned {
    const KIND: &'static str = "requirement.declaration_signed";
    fn subject(&self) -> Uuid {
        self.association.uuid()
    }
}
