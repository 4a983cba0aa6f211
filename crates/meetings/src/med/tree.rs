//! MED as a tree: the whole municipality, its areas, their places. The level of a body follows from the leader whose
//! decisions it talks about: that of the unit that the body is for (law B.9). Where somebody wrote down another
//! level, that level is shown, with a note that the two do not match. Pure.

use samskab_kernel::danish::sort_key;
use samskab_organisation::{
    body::{Body, BodyKind},
    position::{Held, PositionKind},
    unit::{Level, Unit, UnitId},
};

/// A place in the tree: what it is called, its bodies of MED, and what lies below.
pub(super) struct Branch<'a> {
    /// `None`: the whole municipality, or bodies of which nobody said where they belong.
    pub unit: Option<&'a Unit>,
    pub bodies: Vec<&'a Body>,
    pub below: Vec<Branch<'a>>,
}

/// The level that follows from the leader it is for; 1: the whole municipality.
pub(super) fn level_by_leader(body: &Body, units: &[Unit]) -> i64 {
    match body.unit.and_then(|id| units.iter().find(|unit| unit.id == id)).map(|unit| unit.level) {
        None | Some(Level::Central) => 1,
        Some(Level::Department) => 2,
        Some(_) => 3,
    }
}

/// Its level: the one that was written down, else the one that follows from its leader. `None`: not a body of MED.
pub(super) fn level_of(body: &Body, units: &[Unit]) -> Option<i64> {
    (body.kind == BodyKind::Med).then(|| body.med_level.unwrap_or_else(|| level_by_leader(body, units)))
}

/// The level that was written down does not match the unit whose decisions the body talks about.
pub(super) fn is_at_odds(body: &Body, units: &[Unit]) -> bool {
    body.kind == BodyKind::Med && body.med_level.is_some_and(|level| level != level_by_leader(body, units))
}

/// The leader whose decisions it talks about.
pub(super) fn leader<'a>(body: &Body, held: &'a [Held], units: &[Unit]) -> Option<&'a Held> {
    let leads =
        |one: &&Held| one.position.kind == PositionKind::UnitLeader && Some(one.position.unit) == body.unit;
    match level_by_leader(body, units) {
        1 if is_at_odds(body, units) => None,
        1 => held.iter().find(|one| one.position.kind == PositionKind::ReferenceDirector),
        _ => held.iter().find(leads),
    }
}

/// The whole municipality with its areas in Danish order, each with those of its places that have a body; and the bodies of
/// which only the level is known.
pub(super) fn tree<'a>(bodies: &'a [Body], units: &'a [Unit]) -> (Branch<'a>, Vec<&'a Body>) {
    let med = || bodies.iter().filter(|body| body.kind == BodyKind::Med);
    let of_unit = |id: UnitId| med().filter(move |body| body.unit == Some(id)).collect::<Vec<_>>();
    let area_of = |unit: &Unit| super::department(unit, units).map(|unit| unit.id);
    let mut areas: Vec<&Unit> = units.iter().filter(|unit| unit.level == Level::Department).collect();
    areas.sort_by_cached_key(|unit| sort_key(&unit.name));
    let branch = |area: &'a Unit| {
        let is_below = |unit: &&Unit| unit.id != area.id && area_of(unit) == Some(area.id);
        let mut places: Vec<&Unit> = units.iter().filter(is_below).collect();
        places.sort_by_cached_key(|unit| sort_key(&unit.name));
        let below = places.into_iter().map(|unit| Branch {
            unit: Some(unit),
            bodies: of_unit(unit.id),
            below: Vec::new(),
        });
        Branch {
            unit: Some(area),
            bodies: of_unit(area.id),
            below: below.filter(|place| !place.bodies.is_empty()).collect(),
        }
    };
    let everywhere = |body: &&Body| level_by_leader(body, units) == 1;
    let (top, homeless) = med().filter(everywhere).partition(|body| level_of(body, units) == Some(1));
    let root = Branch { unit: None, bodies: top, below: areas.into_iter().map(branch).collect() };
    (root, homeless)
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Day, Validity};
    use samskab_organisation::unit::UnitKind;
    use uuid::Uuid;

    use super::*;

    const SINCE: Day = Day::of(2020, 1, 1);

    fn id(number: u128) -> UnitId {
        UnitId::from(Uuid::from_u128(number))
    }

    fn units() -> Vec<Unit> {
        vec![
            Unit::named(id(1), "Rådhuset", UnitKind::Central, None, SINCE),
            Unit::named(id(2), "Ældre", UnitKind::Sector, Some(id(1)), SINCE),
            Unit::named(id(3), "Solgården", UnitKind::CareHome, Some(id(2)), SINCE),
            Unit::named(id(4), "Bakken", UnitKind::CareHome, Some(id(2)), SINCE),
            Unit::named(id(5), "Børn", UnitKind::Sector, Some(id(1)), SINCE),
        ]
    }

    fn med(number: u128, unit: Option<u128>, level: Option<i64>) -> Body {
        let validity = Validity::since(SINCE);
        let body = Body::named(Uuid::from_u128(number).into(), "MED", BodyKind::Med, validity);
        Body { unit: unit.map(id), med_level: level, ..body }
    }

    #[test]
    fn the_level_follows_from_whose_decisions_it_talks_about() {
        let units = units();
        let level = |unit| level_of(&med(9, unit, None), &units);
        assert_eq!(
            [level(None), level(Some(1)), level(Some(2)), level(Some(3))],
            [Some(1), Some(1), Some(2), Some(3)]
        );
        assert_eq!(level_of(&med(9, Some(3), Some(2)), &units), Some(2), "what is written down stands");
        assert!(is_at_odds(&med(9, Some(3), Some(2)), &units));
        assert!(!is_at_odds(&med(9, Some(2), Some(2)), &units) && !is_at_odds(&med(9, None, None), &units));
    }

    #[test]
    fn every_area_is_in_the_tree_and_places_only_with_a_body() {
        let (units, all) = (
            units(),
            [med(10, None, Some(1)), med(11, Some(2), None), med(12, Some(3), None), med(13, None, Some(2))],
        );
        let (root, homeless) = tree(&all, &units);
        assert_eq!(root.bodies.len(), 1);
        let names: Vec<&str> =
            root.below.iter().filter_map(|branch| branch.unit).map(|unit| unit.name.as_str()).collect();
        assert_eq!(names, ["Børn", "Ældre"]);
        assert!(root.below[0].bodies.is_empty() && root.below[0].below.is_empty());
        assert_eq!((root.below[1].bodies.len(), root.below[1].below.len()), (1, 1));
        assert_eq!(homeless.iter().map(|body| body.id).collect::<Vec<_>>(), [all[3].id]);
    }
}
