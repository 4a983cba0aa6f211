//! Who may do what: one decision, read by every handler and printed as a table (`table`).
//!
//! The rules in words: the central coordinator and the administrator reach the whole municipality.
//! A key person looks after an area and everything under it (RS-16); a leader, a local contact or
//! an ambassador after a unit and everything under it. Deputies have the authority of those they
//! stand in for (see `identify::role`). An association looks after itself; no kind of association
//! has more rights than another (RD-19).
//!
//! Who is an administrator is for administrators to say, see [`may_administer`].

use std::sync::Arc;

use samskab_store::{Connection, Result};
use samskab_web::{Actor, Cx, Standing};
use uuid::Uuid;

use crate::{
    id::{AssociationId, PersonId, Poster, UnitId},
    identify::{Who as _, role},
    position::store::administrators,
};

samskab_kernel::codes! {
    pub enum Action {
        /// See an association that is not public: waiting, rejected or closed.
        SeeAssociation => "see_association",
        /// Change what an association says about itself, and who speaks for it.
        EditAssociation => "edit_association",
        /// Approve it, or reject it with a reason.
        DecideAssociation => "decide_association",
        /// Close it with a reason.
        CloseAssociation => "close_association",
        /// Change a unit's description, address, phone and e-mail.
        DescribeUnit => "describe_unit",
        /// Found, move, rename and close units (RS-10).
        Reorganise => "reorganise",
        /// Create positions under a unit and say who holds them, deputies included.
        Appoint => "appoint",
        /// Say when a person is away, so that the deputy steps in.
        NoteAbsence => "note_absence",
        /// "A contact person is not appropriate here, because …" (RS-18).
        WaiveContact => "waive_contact",
        /// See staff pages: gaps in the organisation, holders that end, all contacts.
        SeeStaffPages => "see_staff_pages",
        /// Send a file of units, positions, associations or tasks.
        Import => "import",
        /// Change the municipality's own settings.
        Configure => "configure",
        /// Say who is an administrator: make, fill, change and end such a position, and merge, hand over and end the
        /// registration of somebody who has one.
        Administer => "administer",
    }
}

/// What something is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    Municipality,
    Unit(UnitId),
    Association(AssociationId),
    Person(PersonId),
    /// The positions of administrators, and whether somebody has one.
    Administration {
        is_held: bool,
    },
}

/// The decision. A pair that makes no sense is refused.
pub fn may(actor: &Actor, action: Action, resource: Resource) -> bool {
    match (action, resource) {
        (Action::SeeAssociation | Action::EditAssociation, Resource::Association(association)) => {
            actor.is_coordinator() || speaks_for(actor, association)
        }
        (Action::DecideAssociation | Action::CloseAssociation, Resource::Association(_)) => {
            actor.is_coordinator()
        }
        (Action::DescribeUnit, Resource::Unit(unit)) => actor.answers_for(Poster::Unit(unit)),
        (Action::Appoint | Action::WaiveContact, Resource::Unit(unit)) => {
            actor.is_coordinator()
                || [role::KEY_PERSON, role::DEPUTY_KEY_PERSON, role::UNIT_LEADER]
                    .iter()
                    .any(|role| actor.has_for(role, unit.uuid()))
        }
        (Action::Reorganise, Resource::Unit(_) | Resource::Municipality) => actor.is_coordinator(),
        (Action::NoteAbsence, Resource::Person(person)) => {
            actor.is_coordinator() || actor.person == Some(person.uuid())
        }
        (Action::SeeStaffPages, Resource::Municipality) => actor.is_staff(),
        (Action::Import, Resource::Municipality) => actor.is_coordinator(),
        (Action::Configure, Resource::Municipality) => actor.is_coordinator(),
        (Action::Administer, Resource::Administration { is_held }) => {
            actor.is_administrator() || actor.is_coordinator() && !is_held
        }
        _ => false,
    }
}

fn speaks_for(actor: &Actor, association: AssociationId) -> bool {
    [role::ASSOCIATION, role::ASSOCIATION_PENDING].iter().any(|role| actor.has_for(role, association.uuid()))
}

/// The one rule about administrators, asked by every page that says who is one: only they may. A coordinator could
/// otherwise become one with a single form, or send the last of them away.
///
/// As long as a municipality has no administrator, a coordinator may: a small one has nobody else, and the last one
/// stops without having found another. As soon as there is one, it is theirs. An administrator who has gone without
/// having ended the position is helped by whoever runs the installation (`samskab import --kind positions`).
pub async fn may_administer(cx: &Cx, connection: &mut Connection) -> Result<bool> {
    let all = administrators(connection, cx.tenant.id, cx.today()).await?;
    let is_held = all.iter().any(|one| one.valid_from <= cx.today());
    Ok(may(&cx.actor, Action::Administer, Resource::Administration { is_held }))
}

/// Whose registrations the reader may not merge, hand over or end, because they are administrators, or will be.
pub async fn only_for_administrators(cx: &Cx, connection: &mut Connection) -> Result<Vec<PersonId>> {
    let all = administrators(connection, cx.tenant.id, cx.today()).await?;
    let may_administer = may_administer(cx, connection).await?;
    Ok(all.into_iter().map(|one| one.person_id).filter(|_| !may_administer).collect())
}

/// A line of the authority table: what `may` answers to one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub role: &'static str,
    pub action: &'static str,
    /// `own unit`: one the role reaches; `other unit`: one it does not.
    pub resource: &'static str,
    pub allowed: bool,
}

/// Every role, the public included, against every action and resource that belong together,
/// answered by [`may`] itself. For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let roles = ["public", "signed_in"].into_iter().chain(role::ALL);
    let resources: [(&str, Resource); 9] = [
        ("municipality", Resource::Municipality),
        ("own unit", Resource::Unit(own.into())),
        ("other unit", Resource::Unit(other.into())),
        ("own association", Resource::Association(own.into())),
        ("other association", Resource::Association(other.into())),
        ("oneself", Resource::Person(own.into())),
        ("other person", Resource::Person(other.into())),
        ("positions of administrators", Resource::Administration { is_held: true }),
        ("positions of administrators, nobody has one", Resource::Administration { is_held: false }),
    ];
    let mut rows = Vec::new();
    for role in roles {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            for (resource_name, resource) in resources {
                if !belongs_together(*action, resource) {
                    continue;
                }
                let allowed = may(&actor, *action, resource);
                rows.push(Row { role, action: action.code(), resource: resource_name, allowed });
            }
        }
    }
    rows
}

/// Somebody with just this role, at `own`. Roles of the whole municipality reach `other` too.
pub fn stand_in(role: &'static str, own: Uuid, other: Uuid) -> Actor {
    let whole = [role::ADMINISTRATOR, role::COORDINATOR, role::DEPUTY_COORDINATOR].contains(&role);
    let reach: Arc<[Uuid]> = match role {
        role::REFERENCE_DIRECTOR => Arc::default(),
        _ if whole => Arc::new([own, other]),
        _ => Arc::new([own]),
    };
    let standings: Arc<[Standing]> = match role {
        "public" | "signed_in" => Arc::new([]),
        role => Arc::new([Standing { role, place: own, reach }]),
    };
    Actor { person: (role != "public").then_some(own), standings, ..Actor::default() }
}

fn belongs_together(action: Action, resource: Resource) -> bool {
    match action {
        Action::SeeAssociation
        | Action::EditAssociation
        | Action::DecideAssociation
        | Action::CloseAssociation => {
            matches!(resource, Resource::Association(_))
        }
        Action::DescribeUnit | Action::Appoint | Action::WaiveContact => {
            matches!(resource, Resource::Unit(_))
        }
        Action::Reorganise => matches!(resource, Resource::Unit(_) | Resource::Municipality),
        Action::NoteAbsence => matches!(resource, Resource::Person(_)),
        Action::Administer => matches!(resource, Resource::Administration { .. }),
        Action::SeeStaffPages | Action::Import | Action::Configure => resource == Resource::Municipality,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(2);

    fn a(role: &'static str) -> Actor {
        stand_in(role, OWN, OTHER)
    }

    #[test]
    fn only_the_coordinator_decides_whether_an_association_is_taken_in() {
        let association = Resource::Association(OTHER.into());
        for role in [role::COORDINATOR, role::DEPUTY_COORDINATOR, role::ADMINISTRATOR] {
            assert!(may(&a(role), Action::DecideAssociation, association), "{role}");
        }
        for role in [
            "public",
            "signed_in",
            role::KEY_PERSON,
            role::UNIT_LEADER,
            role::LOCAL_CONTACT,
            role::ASSOCIATION,
        ] {
            assert!(!may(&a(role), Action::DecideAssociation, association), "{role}");
        }
    }

    #[test]
    fn an_association_edits_itself_and_no_other() {
        for role in [role::ASSOCIATION, role::ASSOCIATION_PENDING] {
            assert!(may(&a(role), Action::EditAssociation, Resource::Association(OWN.into())));
            assert!(!may(&a(role), Action::EditAssociation, Resource::Association(OTHER.into())));
            assert!(
                !may(&a(role), Action::DecideAssociation, Resource::Association(OWN.into())),
                "not even its own"
            );
        }
    }

    #[test]
    fn a_key_person_appoints_in_the_own_area_only() {
        assert!(may(&a(role::KEY_PERSON), Action::Appoint, Resource::Unit(OWN.into())));
        assert!(!may(&a(role::KEY_PERSON), Action::Appoint, Resource::Unit(OTHER.into())));
        assert!(!may(&a(role::LOCAL_CONTACT), Action::Appoint, Resource::Unit(OWN.into())));
    }

    #[test]
    fn everybody_says_when_they_are_away_and_nobody_says_it_of_a_colleague_but_the_coordinator() {
        assert!(may(&a("signed_in"), Action::NoteAbsence, Resource::Person(OWN.into())));
        assert!(!may(&a(role::LOCAL_CONTACT), Action::NoteAbsence, Resource::Person(OTHER.into())));
        assert!(may(&a(role::COORDINATOR), Action::NoteAbsence, Resource::Person(OTHER.into())));
    }

    #[test]
    fn a_unit_is_described_by_its_own_people_and_by_those_above() {
        assert!(may(&a(role::LOCAL_CONTACT), Action::DescribeUnit, Resource::Unit(OWN.into())));
        assert!(may(&a(role::DEPUTY_CONTACT), Action::DescribeUnit, Resource::Unit(OWN.into())));
        assert!(may(&a(role::COORDINATOR), Action::DescribeUnit, Resource::Unit(OTHER.into())));
        assert!(!may(&a(role::LOCAL_CONTACT), Action::DescribeUnit, Resource::Unit(OTHER.into())));
        assert!(!may(&a(role::ASSOCIATION), Action::DescribeUnit, Resource::Unit(OWN.into())));
    }

    #[test]
    fn who_is_an_administrator_is_for_administrators_to_say_and_for_the_coordinator_while_there_is_none() {
        let (held, vacant) =
            (Resource::Administration { is_held: true }, Resource::Administration { is_held: false });
        for role in role::ALL {
            let is_one = role == role::ADMINISTRATOR;
            let coordinates = [role::COORDINATOR, role::DEPUTY_COORDINATOR].contains(&role);
            assert_eq!(may(&a(role), Action::Administer, held), is_one, "{role}");
            assert_eq!(may(&a(role), Action::Administer, vacant), is_one || coordinates, "{role}");
        }
    }

    #[test]
    fn the_public_may_nothing_that_needs_a_decision() {
        assert!(table().iter().filter(|row| row.role == "public").all(|row| !row.allowed));
    }

    #[test]
    fn the_table_answers_each_role_action_and_resource_once() {
        let table = table();
        let mut seen: Vec<_> = table.iter().map(|row| (row.role, row.action, row.resource)).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), table.len());
        for action in Action::ALL {
            assert!(table.iter().any(|row| row.action == action.code()), "{action} is in the table");
            assert!(
                table.iter().any(|row| row.action == action.code() && row.allowed),
                "{action} can be done by somebody"
            );
        }
    }

    #[test]
    fn an_action_on_the_wrong_kind_of_thing_is_refused() {
        assert!(!may(&a(role::ADMINISTRATOR), Action::Import, Resource::Unit(OWN.into())));
    }
}
