//! Who is behind a session and where they stand: the roles they have today, and what each reaches.

use std::{collections::HashMap, sync::Arc};

use samskab_kernel::{Day, Instant, Locale, TenantId};
use samskab_store::{Connection, Result};
use samskab_web::{Actor, Standing, module::BoxFuture};
use uuid::Uuid;

use crate::{
    id::{AssociationId, Poster, UnitId},
    position::PositionKind,
};

/// What a standing is called. While the holder is away, the deputy has the holder's own role. While the
/// holder is at work, the deputy has the `DEPUTY_…` role: the same authority, because somebody who fell
/// ill this morning has entered no absence and a volunteer must not wait for it, but what comes in
/// stands on the holder's list.
pub mod role {
    pub const ADMINISTRATOR: &str = "administrator";
    pub const COORDINATOR: &str = "coordinator";
    pub const DEPUTY_COORDINATOR: &str = "deputy_coordinator";
    pub const KEY_PERSON: &str = "key_person";
    pub const DEPUTY_KEY_PERSON: &str = "deputy_key_person";
    /// Local contact person of a unit (RS-18).
    pub const LOCAL_CONTACT: &str = "local_contact";
    /// Deputy of a local contact, a unit leader or an ambassador.
    pub const DEPUTY_CONTACT: &str = "deputy_contact";
    pub const UNIT_LEADER: &str = "unit_leader";
    /// Ambassador, or a member of a team of them (VB-02).
    pub const AMBASSADOR: &str = "ambassador";
    /// Reads along in all of the municipality and decides nothing here (RS-19).
    pub const REFERENCE_DIRECTOR: &str = "reference_director";
    /// Contact of an approved association.
    pub const ASSOCIATION: &str = "association";
    /// Contact of an association that a coordinator has yet to approve.
    pub const ASSOCIATION_PENDING: &str = "association_pending";

    pub const ALL: [&str; 12] = [
        ADMINISTRATOR,
        COORDINATOR,
        DEPUTY_COORDINATOR,
        KEY_PERSON,
        DEPUTY_KEY_PERSON,
        UNIT_LEADER,
        LOCAL_CONTACT,
        DEPUTY_CONTACT,
        AMBASSADOR,
        REFERENCE_DIRECTOR,
        ASSOCIATION,
        ASSOCIATION_PENDING,
    ];
}

samskab_store::statements! {
    PERSON = "select name, locale from person where tenant_id = $1 and id = $2";
    APPOINTMENTS = "select p.kind, p.unit_id, a.capacity,
                           exists (select 1 from appointment h
                                   where h.position_id = p.id and h.capacity = 'holder'
                                     and h.valid_from <= $3 and (h.valid_to is null or h.valid_to >= $3)
                                     and not exists (select 1 from absence b
                                                     where b.person_id = h.person_id
                                                       and b.first_day <= $3 and b.last_day >= $3)) as holder_is_here
                    from appointment a join position p on p.id = a.position_id
                    where a.tenant_id = $1 and a.person_id = $2
                      and a.valid_from <= $3 and (a.valid_to is null or a.valid_to >= $3)
                      and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)";
    TREE = "select unit_id, parent_id from unit_version
            where tenant_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)";
    ASSOCIATIONS = "select distinct c.association_id, s.state
                    from association_contact c join association s on s.id = c.association_id
                    where c.tenant_id = $1 and c.person_id = $2
                      and c.valid_from <= $3 and (c.valid_to is null or c.valid_to >= $3)
                      and s.state in ('pending', 'approved')";
}

#[derive(samskab_store::Row)]
struct AppointmentRow {
    kind: PositionKind,
    unit_id: UnitId,
    capacity: String,
    holder_is_here: bool,
}

/// The person behind a session, with the roles they have at `now`. Runs four queries for somebody in the
/// municipality, three for everybody else.
pub fn identify(
    connection: &mut Connection,
    tenant: TenantId,
    person: Uuid,
    now: Instant,
) -> BoxFuture<'_, Result<Option<Actor>>> {
    Box::pin(async move {
        let today = now.day();
        let found: Option<(String, Locale)> =
            connection.query(&PERSON).bind(tenant).bind(person).optional().await?;
        let Some((name, locale)) = found else { return Ok(None) };
        let mut standings = in_the_municipality(connection, tenant, person, today).await?;
        standings.extend(in_associations(connection, tenant, person, today).await?);
        let standings = standings.into();
        Ok(Some(Actor { person: Some(person), name, locale: Some(locale), standings, waiting: 0 }))
    })
}

async fn in_the_municipality(
    connection: &mut Connection,
    tenant: TenantId,
    person: Uuid,
    today: Day,
) -> Result<Vec<Standing>> {
    let rows: Vec<AppointmentRow> =
        connection.query(&APPOINTMENTS).bind(tenant).bind(person).bind(today).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let tree: Vec<(UnitId, Option<UnitId>)> = connection.query(&TREE).bind(tenant).bind(today).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let only_deputy = row.capacity == "deputy" && row.holder_is_here;
            let (role, reach) = standing_of(row.kind, only_deputy);
            let reach: Arc<[Uuid]> = match reach {
                Reach::Nothing => Arc::default(),
                Reach::Municipality => tree.iter().map(|(unit, _)| unit.uuid()).collect(),
                Reach::UnitAndBelow => below(row.unit_id, &tree).into(),
            };
            Standing { role, place: row.unit_id.uuid(), reach }
        })
        .collect())
}

async fn in_associations(
    connection: &mut Connection,
    tenant: TenantId,
    person: Uuid,
    today: Day,
) -> Result<Vec<Standing>> {
    let rows: Vec<(AssociationId, String)> =
        connection.query(&ASSOCIATIONS).bind(tenant).bind(person).bind(today).all().await?;
    Ok(rows
        .into_iter()
        .map(|(association, state)| {
            let role = if state == "approved" { role::ASSOCIATION } else { role::ASSOCIATION_PENDING };
            Standing { role, place: association.uuid(), reach: Arc::new([association.uuid()]) }
        })
        .collect())
}

enum Reach {
    /// No interest, task or volunteer waits for them.
    Nothing,
    Municipality,
    UnitAndBelow,
}

fn standing_of(kind: PositionKind, only_deputy: bool) -> (&'static str, Reach) {
    match (kind, only_deputy) {
        (PositionKind::Administrator, _) => (role::ADMINISTRATOR, Reach::Municipality),
        (PositionKind::CentralCoordinator, false) => (role::COORDINATOR, Reach::Municipality),
        (PositionKind::CentralCoordinator, true) => (role::DEPUTY_COORDINATOR, Reach::Municipality),
        (PositionKind::KeyPerson, false) => (role::KEY_PERSON, Reach::UnitAndBelow),
        (PositionKind::KeyPerson, true) => (role::DEPUTY_KEY_PERSON, Reach::UnitAndBelow),
        (PositionKind::UnitLeader, false) => (role::UNIT_LEADER, Reach::UnitAndBelow),
        (PositionKind::LocalContact, false) => (role::LOCAL_CONTACT, Reach::UnitAndBelow),
        (PositionKind::Ambassador | PositionKind::AmbassadorTeam, false) => {
            (role::AMBASSADOR, Reach::UnitAndBelow)
        }
        (
            PositionKind::UnitLeader
            | PositionKind::LocalContact
            | PositionKind::Ambassador
            | PositionKind::AmbassadorTeam,
            true,
        ) => (role::DEPUTY_CONTACT, Reach::UnitAndBelow),
        (PositionKind::ReferenceDirector, _) => (role::REFERENCE_DIRECTOR, Reach::Nothing),
    }
}

/// The unit and every unit under it, at any depth. Also ends when units stand under each other in a circle.
fn below(top: UnitId, tree: &[(UnitId, Option<UnitId>)]) -> Vec<Uuid> {
    let mut children: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    for (unit, parent) in tree {
        if let Some(parent) = parent {
            children.entry(*parent).or_default().push(*unit);
        }
    }
    let mut reached = vec![top];
    let mut next = 0;
    while let Some(unit) = reached.get(next).copied() {
        for child in children.remove(&unit).unwrap_or_default() {
            if !reached.contains(&child) {
                reached.push(child);
            }
        }
        next += 1;
    }
    reached.into_iter().map(UnitId::uuid).collect()
}

/// Questions about an actor in the words of the organisation.
pub trait Who {
    /// Central coordinator, deputy or administrator: reaches the whole municipality.
    fn is_coordinator(&self) -> bool;
    /// What waits for the coordinator lands here: not on the deputy's list while the coordinator is at work.
    fn is_coordinator_first(&self) -> bool;
    fn is_administrator(&self) -> bool;
    /// Has any role in the municipality, be it to read along.
    fn is_staff(&self) -> bool;
    /// Looks after volunteers somewhere in the municipality.
    fn looks_after_units(&self) -> bool;
    /// May read and answer what comes to the unit or association.
    fn answers_for(&self, poster: Poster) -> bool;
    /// What is sent to the unit or association comes to this person first.
    fn is_first_for(&self, poster: Poster) -> bool;
    /// May post tasks for it. An association that is not approved yet may write drafts only, see `authority`.
    fn may_post_for(&self, poster: Poster) -> bool;
    /// What this person is the daily contact of: the units of the role itself, without those below, and associations.
    fn posters(&self) -> Vec<Poster>;
    /// Every unit this person's roles reach, in no order, each once.
    fn reached_units(&self) -> Vec<UnitId>;
    /// Every unit and every approved association this person's roles reach.
    fn reached_places(&self) -> Vec<Uuid>;
    /// The places that limit what this person sees of tasks and volunteers; `None`: nothing does, it is all of the
    /// municipality.
    fn limits(&self) -> Option<Vec<Uuid>>;
    /// Answers for something, be it one task.
    fn answers_anywhere(&self) -> bool;
}

const FOR_THE_WHOLE: [&str; 3] = [role::ADMINISTRATOR, role::COORDINATOR, role::DEPUTY_COORDINATOR];
const FOR_UNITS: [&str; 6] = [
    role::KEY_PERSON,
    role::DEPUTY_KEY_PERSON,
    role::UNIT_LEADER,
    role::LOCAL_CONTACT,
    role::DEPUTY_CONTACT,
    role::AMBASSADOR,
];

impl Who for Actor {
    fn is_coordinator(&self) -> bool {
        FOR_THE_WHOLE.iter().any(|role| self.has(role))
    }

    fn is_coordinator_first(&self) -> bool {
        self.has(role::COORDINATOR)
    }

    fn is_administrator(&self) -> bool {
        self.has(role::ADMINISTRATOR)
    }

    fn is_staff(&self) -> bool {
        self.looks_after_units() || self.has(role::REFERENCE_DIRECTOR)
    }

    fn looks_after_units(&self) -> bool {
        self.is_coordinator() || FOR_UNITS.iter().any(|role| self.has(role))
    }

    fn answers_for(&self, poster: Poster) -> bool {
        self.is_coordinator()
            || match poster {
                Poster::Unit(unit) => FOR_UNITS.iter().any(|role| self.has_for(role, unit.uuid())),
                Poster::Association(association) => self.has_for(role::ASSOCIATION, association.uuid()),
            }
    }

    fn is_first_for(&self, poster: Poster) -> bool {
        match poster {
            Poster::Unit(unit) => self.standings.iter().any(|standing| {
                standing.place == unit.uuid()
                    && [
                        role::LOCAL_CONTACT,
                        role::AMBASSADOR,
                        role::UNIT_LEADER,
                        role::KEY_PERSON,
                        role::COORDINATOR,
                    ]
                    .contains(&standing.role)
            }),
            Poster::Association(association) => self.has_for(role::ASSOCIATION, association.uuid()),
        }
    }

    fn may_post_for(&self, poster: Poster) -> bool {
        self.answers_for(poster)
    }

    fn posters(&self) -> Vec<Poster> {
        let mut posters: Vec<Poster> = Vec::new();
        for standing in self.standings.iter() {
            let poster = match standing.role {
                role::ASSOCIATION => Poster::Association(standing.place.into()),
                role::ASSOCIATION_PENDING | role::ADMINISTRATOR | role::REFERENCE_DIRECTOR => continue,
                _ => Poster::Unit(standing.place.into()),
            };
            if !posters.contains(&poster) {
                posters.push(poster);
            }
        }
        posters
    }

    fn reached_units(&self) -> Vec<UnitId> {
        let of_associations = [role::ASSOCIATION, role::ASSOCIATION_PENDING];
        let mut units: Vec<UnitId> = self
            .standings
            .iter()
            .filter(|standing| !of_associations.contains(&standing.role))
            .flat_map(|standing| standing.reach.iter().copied().map(UnitId::from))
            .collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    fn reached_places(&self) -> Vec<Uuid> {
        let mut places: Vec<Uuid> = self.reached_units().into_iter().map(|unit| unit.uuid()).collect();
        let associations = self.standings.iter().filter(|standing| standing.role == role::ASSOCIATION);
        places.extend(associations.map(|standing| standing.place));
        places
    }

    fn limits(&self) -> Option<Vec<Uuid>> {
        (!self.is_coordinator()).then(|| self.reached_places())
    }

    fn answers_anywhere(&self) -> bool {
        self.limits().is_none_or(|places| !places.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(number: u128) -> UnitId {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn an_area_reaches_its_institutions_at_any_depth_and_nothing_beside() {
        let tree =
            [(unit(1), None), (unit(2), Some(unit(1))), (unit(3), Some(unit(2))), (unit(4), Some(unit(1)))];
        assert_eq!(below(unit(2), &tree), [unit(2).uuid(), unit(3).uuid()]);
        assert_eq!(below(unit(1), &tree).len(), 4);
    }

    #[test]
    fn a_circle_of_units_ends() {
        let tree = [(unit(1), Some(unit(2))), (unit(2), Some(unit(1)))];
        assert_eq!(below(unit(1), &tree).len(), 2);
    }
}
