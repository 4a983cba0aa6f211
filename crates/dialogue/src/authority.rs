//! Who may do what with meetings that everybody can come to: the coordinator and the key persons hold them.

use samskab_organisation::{
    authority::{Row, stand_in},
    identify::{Who as _, role},
};
use samskab_web::Actor;
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// Plan meetings that everybody can come to, see who comes, and write down what was said.
        KeepDialogues => "keep_dialogues",
    }
}

/// The decision.
pub fn may(actor: &Actor, action: Action) -> bool {
    match action {
        Action::KeepDialogues => {
            actor.is_coordinator() || actor.has(role::KEY_PERSON) || actor.has(role::DEPUTY_KEY_PERSON)
        }
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let roles = ["public", "signed_in"].into_iter().chain(role::ALL);
    let rows = roles.flat_map(|role| {
        let actor = stand_in(role, own, other);
        Action::ALL.iter().map(move |action| Row {
            role,
            action: action.code(),
            resource: "a public meeting",
            allowed: may(&actor, *action),
        })
    });
    rows.collect()
}
