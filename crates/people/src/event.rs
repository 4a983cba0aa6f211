//! What the book of events says about people: ids, never a name or an address.

use samskab_organisation::person::PersonId;

samskab_store::events! {
    pub(crate) about person(PersonId) {}

    /// Somebody has another address than before, and has shown that it is theirs.
    EmailChanged => "person.email_changed";
    /// Everything of this registration belongs to another one now.
    Merged => "person.merged" { into: PersonId };
    /// Everything that depended on them was handed over or ended.
    HandedOver => "person.handed_over" { how: &'static str };
}
