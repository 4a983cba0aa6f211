//! Who can take over what somebody has: of a place those who answer for it, whoever else has a role there, and the
//! coordinator; of what belongs to no place whoever works here, or those who lead volunteering in an area.

use std::collections::HashMap;

use samskab_kernel::danish::sort_key;
use samskab_organisation::{
    answering::{self, Poster},
    person::PersonId,
    position::{Capacity, Held, PositionKind, store as positions},
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, exit::Among};
use uuid::Uuid;

/// Person and label of each, by among whom they are chosen.
pub(super) struct Takers(Vec<(Among, Vec<(Uuid, String)>)>);

impl Takers {
    /// A fixed number of queries. Whether a place is a unit or an association its ladder knows: the other is empty.
    pub async fn read(
        cx: &Cx,
        connection: &mut Connection,
        asked: &[Among],
        leaver: PersonId,
    ) -> Result<Self> {
        if asked.is_empty() {
            return Ok(Self(Vec::new()));
        }
        let (tenant, today) = (cx.tenant.id, cx.today());
        let place = |among: &Among| match among {
            Among::At(place) => Some(*place),
            Among::Staff | Among::KeyPersons => None,
        };
        let posters: Vec<Poster> = asked
            .iter()
            .filter_map(place)
            .flat_map(|place| [Poster::Unit(place.into()), Poster::Association(place.into())])
            .collect();
        let mut ladders = HashMap::new();
        if !posters.is_empty() {
            ladders = answering::ladders(connection, tenant, &posters, today).await?;
        }
        let held = positions::all(connection, tenant, today).await?;
        let of_place = |place: Uuid| {
            let posters = posters.iter().filter(move |poster| poster.uuid() == place);
            let ladder = posters.filter_map(|poster| ladders.get(poster)).flat_map(|one| one.everybody());
            let label = |one: &answering::Answerer| format!("{} ({})", one.name, one.title.text(cx.locale));
            let mut all: Vec<(Uuid, String)> = ladder.map(|one| (one.person.uuid(), label(one))).collect();
            all.extend(having_a_position(&held, |one, _| one.position.unit.uuid() == place));
            all
        };
        let mut all: Vec<(Among, Vec<(Uuid, String)>)> = Vec::new();
        for among in asked {
            if all.iter().any(|(known, _)| known == among) {
                continue;
            }
            let mut takers = match among {
                Among::At(place) => of_place(*place),
                Among::Staff => having_a_position(&held, |_, _| true),
                Among::KeyPersons => having_a_position(&held, leads_volunteering),
            };
            takers.retain(|(person, _)| *person != leaver.uuid());
            once_each(&mut takers);
            takers.sort_by_cached_key(|(_, label)| sort_key(label));
            all.push((*among, takers));
        }
        Ok(Self(all))
    }

    pub fn of(&self, among: Among) -> &[(Uuid, String)] {
        let found = self.0.iter().find(|(known, _)| *known == among);
        found.map(|(_, takers)| takers.as_slice()).unwrap_or_default()
    }
}

/// The coordinator, the key persons and their deputies.
fn leads_volunteering(held: &Held, capacity: Capacity) -> bool {
    match held.position.kind {
        PositionKind::CentralCoordinator => capacity == Capacity::Holder,
        PositionKind::KeyPerson => true,
        _ => false,
    }
}

/// Everybody with a position that fits.
fn having_a_position(held: &[Held], fits: impl Fn(&Held, Capacity) -> bool) -> Vec<(Uuid, String)> {
    let of_one = |held: &Held| {
        let fitting = held.appointments.iter().filter(|one| fits(held, one.capacity));
        let label = |name: &str| format!("{name} ({})", held.position.title);
        fitting.map(|one| (one.person.uuid(), label(&one.name))).collect::<Vec<_>>()
    };
    held.iter().flat_map(of_one).collect()
}

/// Whoever stands there twice stands there as they do first.
fn once_each(takers: &mut Vec<(Uuid, String)>) {
    let mut seen = Vec::new();
    takers.retain(|(person, _)| {
        let is_new = !seen.contains(person);
        seen.push(*person);
        is_new
    });
}
