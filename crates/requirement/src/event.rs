//! What happens to somebody's requirements, as it stands in the book of events: that something did, never what.

use samskab_kernel::TenantId;
use samskab_organisation::person::PersonId;
use samskab_taskbank::task::TaskId;

samskab_store::events! {
    pub about person(PersonId) { task: Option<TaskId> }

    /// Something that a task asks for changed for a person. Which one and how is nobody's business here.
    RequirementChanged => "requirement.changed";
}

samskab_store::events! {
    pub about tenant(TenantId) { version: i64 }

    /// The municipality has written a new text of the tavshedserklæring.
    RequirementTextWritten => "requirement.text_written";
}
