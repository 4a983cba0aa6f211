//! Who may do what with a text: whoever runs the body it belongs to writes it, and so does whoever leads what it is for, its members
//! read along, and the coordinator reaches all of them. What is published is everybody's to read and needs no decision.

use samskab_organisation::{
    authority::{Row, stand_in},
    body::Tie,
    identify::{Who as _, role},
};
use samskab_web::Actor;
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// Begin a text, write it, name its versions, take one back, read a file into it, publish it.
        WriteTexts => "write_texts",
        /// Read what is not published, and all versions.
        ReadDrafts => "read_drafts",
        /// See which texts there are in the whole municipality.
        ListTexts => "list_texts",
    }
}

/// The decision.
pub fn may(actor: &Actor, action: Action, tie: Tie) -> bool {
    actor.is_coordinator()
        || match action {
            Action::WriteTexts => tie == Tie::Runs,
            Action::ReadDrafts => tie != Tie::None,
            Action::ListTexts => actor.is_staff(),
        }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let ties = [
        ("a body one runs", Tie::Runs),
        ("what one leads the policy of", Tie::Runs),
        ("a body one sits in", Tie::Member),
        ("another body", Tie::None),
    ];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(role::ALL) {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            for (resource, tie) in ties {
                // Somebody who is not signed in has no seat anywhere.
                let tie = if actor.person.is_none() { Tie::None } else { tie };
                let allowed = may(&actor, *action, tie);
                rows.push(Row { role, action: action.code(), resource, allowed });
            }
        }
    }
    rows
}
