//! Who is a member of a body on a day: by the seats, and by the rule where there is one. Membership by a rule is never
//! written down: it is what the roles and the register say.

use std::collections::HashMap;

use samskab_kernel::{Day, TenantId, danish::sort_key};
use samskab_store::{Connection, Result};
use samskab_web::Actor;
use uuid::Uuid;

use super::{
    Body, MemberRule,
    seat::{self, Holder, Seat, SeatId, SeatRole},
};
use crate::{
    association::{self, AssociationId, State},
    person::{self, PersonId},
    position::{self, Held, PositionKind},
};

/// A member of a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// `None`: a member by the rule.
    pub seat: Option<SeatId>,
    pub role: SeatRole,
    /// The person who is called to meetings; `None`: the position is vacant, or nobody speaks for the association.
    pub person: Option<PersonId>,
    /// The person's name; the association's, where it sits there; empty: nobody does at the moment.
    pub name: String,
    /// The position, or what the seat says.
    pub by: String,
    /// The last day of the seat, where it is for a term.
    pub until: Option<Day>,
    /// A position or an association, which the public sees; a single person is named only to those who work here.
    pub is_public: bool,
}

/// All members of a body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Membership {
    pub members: Vec<Member>,
}

/// How somebody is related to a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    None,
    Member,
    /// Chair, deputy chair or secretary.
    Runs,
}

impl Tie {
    pub fn of(actor: &Actor, membership: &Membership) -> Self {
        match actor.person {
            Some(person) if membership.runs(person) => Self::Runs,
            Some(person) if membership.has(person) => Self::Member,
            _ => Self::None,
        }
    }
}

impl Membership {
    pub fn has(&self, person: Uuid) -> bool {
        self.of(person).next().is_some()
    }

    fn of(&self, person: Uuid) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.person.is_some_and(|one| one.uuid() == person))
    }

    /// Calls the meetings and writes the minutes.
    pub fn runs(&self, person: Uuid) -> bool {
        self.of(person).any(|member| member.role.runs_meetings())
    }

    /// Everybody who is called to meetings, each once.
    pub fn people(&self) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = self.members.iter().filter_map(|member| member.person).collect();
        people.sort_unstable();
        people.dedup();
        people
    }
}

/// The members of a body on a day. Runs at most six queries.
#[samskab_store::compiled_once]
pub async fn members(
    connection: &mut Connection,
    tenant: TenantId,
    body: &Body,
    day: Day,
) -> Result<Membership> {
    let mut seats = seat::of_body(connection, tenant, body.id).await?;
    seats.retain(|seat| seat.validity.holds_on(day));
    let needs_positions = body.rule == Some(MemberRule::KeyPersons)
        || seats.iter().any(|seat| matches!(seat.holder, Holder::Position(_)));
    let held = match needs_positions {
        true => position::store::all(connection, tenant, day).await?,
        false => Vec::new(),
    };
    let mut of_associations: Vec<AssociationId> = seats
        .iter()
        .filter_map(|seat| match seat.holder {
            Holder::Association(association) => Some(association),
            _ => None,
        })
        .collect();
    let mut associations = match body.rule {
        Some(MemberRule::Associations) => association::store::all(connection, tenant).await?,
        _ if of_associations.is_empty() => Vec::new(),
        _ => association::store::find_many(connection, tenant, &of_associations).await?,
    };
    associations.retain(|one| one.state == State::Approved);
    let by_rule: Vec<AssociationId> = match body.rule {
        Some(MemberRule::Associations) => {
            let approved = associations.iter().filter(|one| one.approved_folkeoplysning);
            approved.map(|one| one.id).filter(|id| !of_associations.contains(id)).collect()
        }
        _ => Vec::new(),
    };
    of_associations.extend(&by_rule);
    let contacts = match of_associations.is_empty() {
        true => Vec::new(),
        false => association::store::contacts(connection, tenant, &of_associations, day).await?,
    };
    let speakers = speakers(&contacts);
    let ids: Vec<PersonId> = seats
        .iter()
        .filter_map(|seat| match seat.holder {
            Holder::Person(person) => Some(person),
            _ => None,
        })
        .collect();
    let people = match ids.is_empty() {
        true => Vec::new(),
        false => person::store::find_many(connection, tenant, &ids).await?,
    };
    let of_association = |id: AssociationId, seat: Option<&Seat>| {
        let association = associations.iter().find(|one| one.id == id)?;
        Some(Member {
            seat: seat.map(|seat| seat.id),
            role: seat.map_or(SeatRole::Member, |seat| seat.role),
            person: speakers.get(&id).copied(),
            name: association.full_name(),
            by: seat.map(|seat| seat.note.clone()).unwrap_or_default(),
            until: seat.and_then(|seat| seat.validity.to),
            is_public: true,
        })
    };
    let mut members: Vec<Member> = Vec::new();
    for seat in &seats {
        match seat.holder {
            Holder::Position(position) => {
                if let Some(held) = held.iter().find(|held| held.position.id == position) {
                    members.extend(by_position(held, Some(seat), seat.role));
                }
            }
            Holder::Person(person) => members.push(Member {
                seat: Some(seat.id),
                role: seat.role,
                person: Some(person),
                name: people
                    .iter()
                    .find(|one| one.id == person)
                    .map(|one| one.name.clone())
                    .unwrap_or_default(),
                by: seat.note.clone(),
                until: seat.validity.to,
                is_public: false,
            }),
            Holder::Association(association) => members.extend(of_association(association, Some(seat))),
            Holder::Nobody => {}
        }
    }
    if body.rule == Some(MemberRule::KeyPersons) {
        for held in &held {
            let role = match held.position.kind {
                PositionKind::CentralCoordinator => SeatRole::Secretary,
                PositionKind::KeyPerson => SeatRole::Member,
                _ => continue,
            };
            let has_seat = seats.iter().any(|seat| seat.holder == Holder::Position(held.position.id));
            if !has_seat {
                members.extend(by_position(held, None, role));
            }
        }
    }
    members.extend(by_rule.into_iter().filter_map(|association| of_association(association, None)));
    members.sort_by_cached_key(|member| (place_of(member.role), sort_key(&member.name)));
    Ok(Membership { members })
}

/// Who sits for each of these associations: the chair speaks for it; else whoever does.
pub(super) fn speakers(contacts: &[association::Contact]) -> HashMap<AssociationId, PersonId> {
    let mut speakers = HashMap::new();
    for contact in contacts {
        let is_chair = contact.role == association::ContactRole::Chair;
        if is_chair || !speakers.contains_key(&contact.association_id) {
            speakers.insert(contact.association_id, contact.person_id);
        }
    }
    speakers
}

fn place_of(role: SeatRole) -> usize {
    SeatRole::ALL.iter().position(|one| *one == role).unwrap_or_default()
}

/// Every holder of the position; one member without a name where nobody holds it.
fn by_position(held: &Held, seat: Option<&Seat>, role: SeatRole) -> Vec<Member> {
    let member = |person: Option<PersonId>, name: String| Member {
        seat: seat.map(|seat| seat.id),
        role,
        person,
        name,
        by: held.position.title.clone(),
        until: seat.and_then(|seat| seat.validity.to),
        is_public: true,
    };
    let holders: Vec<Member> =
        held.holders().map(|holder| member(Some(holder.person), holder.name.clone())).collect();
    if holders.is_empty() { vec![member(None, String::new())] } else { holders }
}
