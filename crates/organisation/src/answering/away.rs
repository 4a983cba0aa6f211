//! Who answers in somebody's positions while they are away.

use samskab_kernel::{Day, Locale, TenantId};
use samskab_store::{Connection, Result};

use super::{Answerer, Ladder, Organisation};
use crate::{
    person::PersonId,
    position::{self, Capacity, Held, PositionId, PositionKind},
    unit,
};

/// One of somebody's positions while they are away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhileAway {
    pub id: PositionId,
    pub title: String,
    pub place: String,
    /// The people who answer then; empty when nobody does.
    pub answering: Vec<Answerer>,
    /// The deputies in this position among them.
    pub deputies: Vec<PersonId>,
}

impl WhileAway {
    /// "Kontaktperson, Plejehjemmet Solgården"
    pub fn position(&self) -> String {
        format!("{}, {}", self.title, self.place)
    }

    /// "Kirsten Skitse (stedfortræder)"
    pub fn names(&self, locale: Locale) -> String {
        let called = |one: &Answerer| match self.deputies.contains(&one.person) {
            true => position::deputy(&one.name, locale),
            false => format!("{} ({})", one.name, one.title.text(locale)),
        };
        self.answering.iter().map(called).collect::<Vec<_>>().join(", ")
    }
}

/// Every position the person holds on `day`, and who answers in it if the person is away then. Five queries at most.
#[samskab_store::compiled_once]
pub async fn while_away(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    day: Day,
) -> Result<Vec<WhileAway>> {
    let own = position::store::of_person(connection, tenant, person, day).await?;
    let places: Vec<_> = own.iter().map(|held| held.position.unit).collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let units = unit::store::with_parents(connection, tenant, &places, day).await?;
    let ids: Vec<_> = units.iter().map(|unit| unit.id).collect();
    let mut held = position::store::of_units_and_coordinators(connection, tenant, &ids, day).await?;
    let everywhere = held.iter_mut().flat_map(|held| &mut held.appointments);
    for mine in everywhere.filter(|appointment| appointment.person == person) {
        mine.away_until = mine.away_until.or(Some(day));
    }
    let organisation = Organisation { units: &units, held: &held };
    let is_own = |held: &&Held| {
        held.appointments.iter().any(|one| one.person == person && one.capacity == Capacity::Holder)
    };
    Ok(held.iter().filter(is_own).map(|held| organisation.while_away(held, person)).collect())
}

impl Organisation<'_> {
    /// `held`: a position that the person holds and is away from.
    fn while_away(&self, held: &Held, person: PersonId) -> WhileAway {
        let ladder = self.ladder_of_position(held);
        let mut answering: Vec<Answerer> = ladder.on_duty().into_iter().cloned().collect();
        answering.retain(|one| one.person != person && one.away_until.is_none());
        let is_deputy = |one: &&Answerer| held.deputies().any(|deputy| deputy.person == one.person);
        WhileAway {
            id: held.position.id,
            title: held.position.title.clone(),
            place: self.unit(held.position.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
            deputies: answering.iter().filter(is_deputy).map(|one| one.person).collect(),
            answering,
        }
    }

    /// Whom the questions to a position climb to. Those that nobody asks, such as a leader, have deputies at most.
    fn ladder_of_position(&self, held: &Held) -> Ladder {
        let of_unit = self.ladder_of_unit(held.position.unit);
        match held.position.kind {
            PositionKind::LocalContact => of_unit,
            PositionKind::KeyPerson => {
                Ladder { first: of_unit.key_persons, coordinators: of_unit.coordinators, ..Ladder::default() }
            }
            PositionKind::CentralCoordinator => Ladder { first: of_unit.coordinators, ..Ladder::default() },
            _ => Ladder { first: self.standing(held), ..Ladder::default() },
        }
    }
}
