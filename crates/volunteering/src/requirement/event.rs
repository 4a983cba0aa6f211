//! What happens to somebody's requirements, as it stands in the book of events: that something did, never what.

use samskab_organisation::person::PersonId;
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
