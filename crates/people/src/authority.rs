//! Who may see the pages of people, merge them and hand over for them: one decision, read by every handler and printed
//! as a table.
//!
//! The coordinator, the deputy and the administrator. What a contact person needs of those who help at their place they
//! have on the pages of the agreements.

use samskab_organisation::{
    authority::{Row, stand_in},
    identify::{Who as _, role},
    person::PersonId,
};
use samskab_web::Actor;
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// Look for people, and open the page of one.
        SeePeople => "see_people",
        /// Two registrations are one person.
        Merge => "merge",
        /// Hand over what counts on somebody who leaves or has died, and close their account.
        HandOver => "hand_over",
    }
}

/// The decision about a person; about all of them where nobody is named. Nobody closes their own account here: they
/// do that on their own profile, and somebody must be left who coordinates.
pub fn may(actor: &Actor, action: Action, person: Option<PersonId>) -> bool {
    let is_oneself = person.is_some_and(|person| actor.person == Some(person.uuid()));
    match action {
        Action::SeePeople | Action::Merge => actor.is_coordinator(),
        Action::HandOver => actor.is_coordinator() && !is_oneself,
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let about = [
        ("municipality", None),
        ("oneself", Some(PersonId::from_uuid(own))),
        ("other person", Some(PersonId::from_uuid(other))),
    ];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(role::ALL) {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            for (resource, person) in about {
                // The list is of nobody by themselves, all else of somebody.
                if (*action == Action::SeePeople) || person.is_some() {
                    let allowed = may(&actor, *action, person);
                    rows.push(Row { role, action: action.code(), resource, allowed });
                }
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coordinator_and_the_administrator_and_nobody_else_and_nobody_closes_themselves() {
        let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        for role in role::ALL {
            let actor = stand_in(role, own, other);
            let is_one = [role::COORDINATOR, role::DEPUTY_COORDINATOR, role::ADMINISTRATOR].contains(&role);
            for action in Action::ALL {
                assert_eq!(may(&actor, *action, Some(other.into())), is_one, "{role} {action}");
            }
            assert!(!may(&actor, Action::HandOver, Some(own.into())), "{role}");
        }
    }
}
