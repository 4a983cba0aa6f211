//! Who answers for a unit or an association on a day.
//!
//! A question climbs: the contact, the deputy, the key person, the central coordinator (RS-38,
//! RD-18). A deputy steps in on the days the holder is away. The same ladder stands on *Find din
//! kontakt*, on a task's page, and behind the reminders when nobody answered.

mod away;
mod known;
mod responsible;

pub use away::{WhileAway, while_away};
pub use known::known_ladder;
pub use responsible::{Rung, WhomToCall, languages, responsible, to_call, unshown, whom_to_call};

pub use crate::asked::whom_to_ask;

use std::collections::HashMap;

use samskab_kernel::{
    Day, Locale, TenantId,
    contact::{Email, Phone},
};
use samskab_store::{Connection, Record, Result};
use uuid::Uuid;

pub use crate::id::Poster;
use crate::{
    T,
    contact_role::ContactRole,
    id::AssociationId,
    person::PersonId,
    position::{self, Appointment, Capacity, Held, PositionKind},
    unit::{self, Unit, UnitId},
};

/// A poster in its two columns, of which exactly one is set.
#[derive(Record)]
pub struct PosterColumns {
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
}

impl From<&Poster> for PosterColumns {
    fn from(poster: &Poster) -> Self {
        Self { unit_id: poster.unit(), association_id: poster.association() }
    }
}

impl From<PosterColumns> for Poster {
    /// The tables' rule is that one of the two is there; a row with neither is nobody's.
    fn from(columns: PosterColumns) -> Self {
        let nobody = Self::Association(AssociationId::from_uuid(Uuid::nil()));
        Self::of(columns.unit_id, columns.association_id).unwrap_or(nobody)
    }
}

/// The capacity in which somebody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title {
    /// A position's title, as the municipality wrote it.
    Position(String),
    Role(ContactRole),
}

impl Title {
    pub fn text(&self, locale: Locale) -> &str {
        match self {
            Self::Position(title) => title,
            Self::Role(role) => role.label(T(locale)),
        }
    }
}

/// Somebody who can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answerer {
    pub person: PersonId,
    pub name: String,
    pub title: Title,
    /// Their own, their position's, or that of their unit.
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    /// The last day of the absence they are in on the day asked for.
    pub away_until: Option<Day>,
    /// Deputy for somebody else.
    pub is_deputy: bool,
    /// For a deputy: the last day on which they are known to stand in.
    pub stands_in_until: Option<Day>,
    /// Whether name and ways to reach them may stand on a public page.
    pub is_public: bool,
}

/// Why somebody who answers is not shown on a public page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotShown {
    /// They have not agreed to be shown there.
    Hidden,
    NoPhone,
    /// They are away until this day.
    Away(Day),
}

impl Answerer {
    /// Why they are not shown for everybody to call; lasting reasons come before passing ones.
    pub fn not_shown(&self) -> Option<NotShown> {
        match self.away_until {
            _ if !self.is_public => Some(NotShown::Hidden),
            _ if self.phone.is_none() => Some(NotShown::NoPhone),
            until => until.map(NotShown::Away),
        }
    }

    /// At work, with a telephone number, and shown publicly.
    pub fn can_be_called(&self) -> bool {
        self.not_shown().is_none()
    }
}

/// Everybody a question can climb to, rung by rung.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ladder {
    pub first: Vec<Answerer>,
    pub deputies: Vec<Answerer>,
    pub key_persons: Vec<Answerer>,
    pub coordinators: Vec<Answerer>,
}

impl Ladder {
    pub fn rungs(&self) -> [&[Answerer]; 4] {
        [&self.first, &self.deputies, &self.key_persons, &self.coordinators]
    }

    /// The people of the lowest rung on which somebody is at work; if all are away, of the lowest rung that has
    /// anybody.
    pub fn on_duty(&self) -> Vec<&Answerer> {
        let at_work = |rung: &&[Answerer]| rung.iter().any(|answerer| answerer.away_until.is_none());
        if let Some(rung) = self.rungs().into_iter().find(at_work) {
            return rung.iter().filter(|answerer| answerer.away_until.is_none()).collect();
        }
        self.rungs()
            .into_iter()
            .find(|rung| !rung.is_empty())
            .map(|rung| rung.iter().collect())
            .unwrap_or_default()
    }

    /// The lowest rung with public people at work who can be called, and which rung (0 to 3) that is:
    /// what a public page shows.
    pub fn callable(&self) -> Option<(usize, Vec<&Answerer>)> {
        let fits = |answerer: &&Answerer| answerer.can_be_called();
        let rungs = self.rungs().into_iter().enumerate();
        let mut callable = rungs.map(|(number, rung)| (number, rung.iter().filter(fits).collect::<Vec<_>>()));
        callable.find(|(_, rung)| !rung.is_empty())
    }

    /// Whoever would answer first, where they are away, and until when: the contact, else the first on the lowest rung.
    pub fn away(&self, contact: Option<PersonId>) -> Option<(&Answerer, Day)> {
        let everybody = self.everybody();
        let own = everybody.iter().find(|one| contact == Some(one.person)).or_else(|| everybody.first());
        own.and_then(|one| one.away_until.map(|until| (*one, until)))
    }

    /// Everybody on it, each person once, from below.
    pub fn everybody(&self) -> Vec<&Answerer> {
        let mut seen: Vec<&Answerer> = Vec::new();
        for answerer in self.rungs().into_iter().flatten() {
            if seen.iter().all(|known| known.person != answerer.person) {
                seen.push(answerer);
            }
        }
        seen
    }
}

samskab_store::statements! {
    ASSOCIATION_CONTACTS = "select c.association_id, c.person_id, c.role, c.is_public, n.name, n.phone, n.email,
                                (select max(b.last_day) from absence b where b.tenant_id = c.tenant_id and b.person_id = c.person_id
                                 and b.first_day <= $2 and b.last_day >= $2) as away_until
                            from association_contact c join person n on n.id = c.person_id and n.tenant_id = c.tenant_id
                            where c.tenant_id = $1 and c.valid_from <= $2 and (c.valid_to is null or c.valid_to >= $2)
                              and c.association_id in ({list})
                            order by c.valid_from, c.id";
}

#[derive(Debug, Clone, samskab_store::Row)]
struct ContactRow {
    association_id: AssociationId,
    person_id: PersonId,
    role: ContactRole,
    is_public: bool,
    name: String,
    phone: Option<Phone>,
    email: Option<Email>,
    away_until: Option<Day>,
}

/// Who answers for `poster` on `day`.
#[samskab_store::compiled_once]
pub async fn ladder(
    connection: &mut Connection,
    tenant: TenantId,
    poster: Poster,
    day: Day,
) -> Result<Ladder> {
    Ok(ladders(connection, tenant, &[poster], day).await?.remove(&poster).unwrap_or_default())
}

/// The ladders of many posters, with at most three queries however many they are.
#[samskab_store::compiled_once]
pub async fn ladders(
    connection: &mut Connection,
    tenant: TenantId,
    posters: &[Poster],
    day: Day,
) -> Result<HashMap<Poster, Ladder>> {
    let mut asked: Vec<UnitId> = posters.iter().filter_map(|poster| poster.unit()).collect();
    asked.sort_unstable();
    asked.dedup();
    let mut associations: Vec<AssociationId> =
        posters.iter().filter_map(|poster| poster.association()).collect();
    associations.sort_unstable();
    associations.dedup();

    let mut units = Vec::new();
    if !asked.is_empty() {
        units = unit::store::with_parents(connection, tenant, &asked, day).await?;
    }
    let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let held = position::store::of_units_and_coordinators(connection, tenant, &ids, day).await?;
    let mut contacts: Vec<ContactRow> = Vec::new();
    if !associations.is_empty() {
        let query = connection.query(&ASSOCIATION_CONTACTS).bind(tenant).bind(day);
        contacts = query.bind_list(&associations).all().await?;
    }

    let organisation = Organisation { units: &units, held: &held };
    Ok(posters
        .iter()
        .map(|poster| {
            let ladder = match poster {
                Poster::Unit(id) => organisation.ladder_of_unit(*id),
                Poster::Association(id) => {
                    let own = contacts.iter().filter(|contact| contact.association_id == *id).cloned();
                    organisation.ladder_of_association(own.collect())
                }
            };
            (*poster, ladder)
        })
        .collect())
}

/// Units and positions of one day, already read: ladders without a query.
#[derive(Clone, Copy)]
pub struct Organisation<'a> {
    pub units: &'a [Unit],
    pub held: &'a [Held],
}

impl<'a> Organisation<'a> {
    pub fn unit(&self, id: UnitId) -> Option<&'a Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// The positions of a kind in a unit.
    pub fn held_in(&self, unit: UnitId, kind: PositionKind) -> impl Iterator<Item = &'a Held> + use<'a> {
        self.held.iter().filter(move |held| held.position.unit == unit && held.position.kind == kind)
    }

    /// An institution is answered for by its local contact, a department by its key persons, the
    /// municipality by its coordinator.
    pub fn ladder_of_unit(&self, id: UnitId) -> Ladder {
        let coordinators = self.coordinators();
        let Some(unit) = self.unit(id) else {
            return Ladder { coordinators, ..Ladder::default() };
        };
        let area = match unit.level {
            unit::Level::Central => {
                return Ladder { first: coordinators.clone(), coordinators, ..Ladder::default() };
            }
            unit::Level::Department => Some(unit.id),
            unit::Level::Institution => unit.parent,
        };
        let key_persons: Vec<Answerer> = area
            .into_iter()
            .flat_map(|area| self.held_in(area, PositionKind::KeyPerson))
            .flat_map(|held| self.standing(held))
            .collect();
        let contacts = || self.held_in(unit.id, PositionKind::LocalContact);
        let mut first: Vec<Answerer> =
            contacts().flat_map(|held| held.holders().map(|holder| self.answerer(held, holder))).collect();
        let deputies = contacts().flat_map(|held| self.deputies(held)).collect();
        if first.is_empty() && unit.level == unit::Level::Department {
            first.clone_from(&key_persons);
        }
        Ladder { first, deputies, key_persons, coordinators }
    }

    /// Those who look after volunteers answer first, the board steps in, then the coordinator.
    fn ladder_of_association(&self, contacts: Vec<ContactRow>) -> Ladder {
        let looks_after = |contact: &ContactRow| {
            matches!(contact.role, ContactRole::Contact | ContactRole::VolunteerCoordinator)
        };
        let (mut first, mut others): (Vec<_>, Vec<_>) = contacts.into_iter().partition(looks_after);
        if first.is_empty() {
            let chair = |contact: &ContactRow| contact.role == ContactRole::Chair;
            (first, others) = others.into_iter().partition(chair);
        }
        if first.is_empty() {
            first = std::mem::take(&mut others);
        }
        let answerer = |contact: ContactRow, is_deputy: bool| Answerer {
            person: contact.person_id,
            name: contact.name,
            title: Title::Role(contact.role),
            phone: contact.phone,
            email: contact.email,
            away_until: contact.away_until,
            is_deputy,
            stands_in_until: None,
            is_public: contact.is_public,
        };
        let mut first: Vec<Answerer> = first.into_iter().map(|contact| answerer(contact, false)).collect();
        let mut deputies: Vec<Answerer> = others.into_iter().map(|contact| answerer(contact, true)).collect();
        keep_each_person_once(&mut first);
        keep_each_person_once(&mut deputies);
        deputies.retain(|deputy| first.iter().all(|known| known.person != deputy.person));
        Ladder { first, deputies, key_persons: Vec::new(), coordinators: self.coordinators() }
    }

    pub fn coordinators(&self) -> Vec<Answerer> {
        let coordinators =
            self.held.iter().filter(|held| held.position.kind == PositionKind::CentralCoordinator);
        coordinators.flat_map(|held| self.standing(held)).collect()
    }

    /// The holders of a position; when none of them is at work, also their deputies.
    pub fn standing(&self, held: &Held) -> Vec<Answerer> {
        let mut standing: Vec<Answerer> = held.holders().map(|holder| self.answerer(held, holder)).collect();
        if standing.iter().all(|holder| holder.away_until.is_some()) {
            standing.extend(self.deputies(held));
        }
        standing
    }

    fn deputies(&self, held: &Held) -> Vec<Answerer> {
        held.deputies().map(|deputy| self.answerer(held, deputy)).collect()
    }

    fn answerer(&self, held: &Held, appointment: &Appointment) -> Answerer {
        let of_unit = self.unit(held.position.unit).and_then(|unit| unit.phone.clone());
        let is_deputy = appointment.capacity == Capacity::Deputy;
        Answerer {
            person: appointment.person,
            name: appointment.name.clone(),
            title: Title::Position(held.position.title.clone()),
            phone: appointment.phone.clone().or(of_unit),
            email: appointment.email.clone(),
            away_until: appointment.away_until,
            is_deputy,
            stands_in_until: held
                .holders()
                .filter_map(|holder| holder.away_until)
                .min()
                .filter(|_| is_deputy),
            is_public: held.position.kind.is_public(),
        }
    }
}

fn keep_each_person_once(answerers: &mut Vec<Answerer>) {
    let mut seen = Vec::new();
    answerers.retain(|answerer| {
        let new = !seen.contains(&answerer.person);
        seen.push(answerer.person);
        new
    });
}
