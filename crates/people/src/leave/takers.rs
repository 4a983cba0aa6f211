//! Who can take over what somebody has at a place: those who answer for it, whoever else has a role there, and the
//! coordinator.

use std::collections::HashMap;

use samskab_kernel::danish::sort_key;
use samskab_organisation::{
    answering::{self, Poster},
    person::PersonId,
    position::store as positions,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result};
use uuid::Uuid;

/// Person and label of each, by place.
pub(super) struct Takers(HashMap<Uuid, Vec<(Uuid, String)>>);

impl Takers {
    /// A fixed number of queries. Whether a place is a unit or an association its ladder knows: the other is empty.
    pub async fn read(
        cx: &Cx,
        connection: &mut Connection,
        places: &[Uuid],
        leaver: PersonId,
    ) -> Result<Self> {
        if places.is_empty() {
            return Ok(Self(HashMap::new()));
        }
        let (tenant, today) = (cx.tenant.id, cx.today());
        let posters: Vec<Poster> = places
            .iter()
            .flat_map(|place| [Poster::Unit((*place).into()), Poster::Association((*place).into())])
            .collect();
        let ladders = answering::ladders(connection, tenant, &posters, today).await?;
        let held = positions::all(connection, tenant, today).await?;
        let mut all: HashMap<Uuid, Vec<(Uuid, String)>> = HashMap::new();
        for poster in posters {
            let takers = all.entry(poster.uuid()).or_default();
            let of_ladder = ladders.get(&poster).map(|ladder| ladder.everybody()).unwrap_or_default();
            let of_ladder = of_ladder
                .into_iter()
                .map(|one| (one.person, format!("{} ({})", one.name, one.title.text(cx.locale))));
            let there = held.iter().filter(|held| Some(held.position.unit) == poster.unit());
            let there = there.flat_map(|held| {
                let label = |name: &str| format!("{name} ({})", held.position.title);
                held.appointments.iter().map(move |one| (one.person, label(&one.name)))
            });
            for (person, label) in of_ladder.chain(there) {
                if person != leaver && takers.iter().all(|(known, _)| *known != person.uuid()) {
                    takers.push((person.uuid(), label));
                }
            }
        }
        for takers in all.values_mut() {
            takers.sort_by_cached_key(|(_, label)| sort_key(label));
        }
        Ok(Self(all))
    }

    pub fn of(&self, place: Uuid) -> &[(Uuid, String)] {
        self.0.get(&place).map(Vec::as_slice).unwrap_or_default()
    }
}
