//! Who may see which places ask for volunteers: one decision, read by the pages and printed as a table.

use samskab_organisation::{
    authority::Row,
    identify::{Who as _, role},
};
use samskab_taskbank::authority::rows_of_municipality;
use samskab_web::Actor;

samskab_kernel::codes! {
    pub enum Action {
        /// See which institutions ask for volunteers (VB-02).
        See => "see_coverage",
    }
}

/// The coordinator and the reference director see every area ([`sees_all`]), a key person and their deputy their own;
/// which those are is `reached_units`.
pub fn may_see(actor: &Actor) -> bool {
    sees_all(actor) || actor.has(role::KEY_PERSON) || actor.has(role::DEPUTY_KEY_PERSON)
}

/// Every area of the municipality.
pub(crate) fn sees_all(actor: &Actor) -> bool {
    actor.is_coordinator() || actor.has(role::REFERENCE_DIRECTOR)
}

/// Whether no number of persons is held back: the coordinator may open every agreement behind it by name, and so may a key
/// person in their own area, which is all they see here. The director sees every area and opens none.
pub(crate) fn may_know_persons(actor: &Actor) -> bool {
    actor.is_coordinator() || !sees_all(actor)
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    rows_of_municipality(Action::ALL, Action::code, |actor, Action::See| may_see(actor))
}
