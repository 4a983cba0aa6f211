//! The rules of a unit's life: versions never overlap, a unit stands under one of the level above
//! that is there as long, and there is one central unit. Pure; the pages ask before they write.

use samskab_kernel::{Day, Validity};

use super::{Level, Unit, UnitId};

/// The rule that a change would break.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("a unit of this level stands under one of the level above")]
    ParentMissing,
    #[error("the unit above is not of the level above, or not there all the time")]
    ParentNotThere,
    #[error("there is a central unit already")]
    SecondCentral,
    #[error("this kind of unit stands on another level")]
    KindOfOtherLevel,
    #[error("the unit is not there on {0}")]
    NotThere(Day),
    #[error("what began on {0} has become history")]
    IsHistory(Day),
    #[error("a later change begins on {0}")]
    LaterChange(Day),
    #[error("{0} still stands under it")]
    UnitsBelow(String),
    #[error("the central unit cannot close")]
    Central,
    #[error("it closes on {0} already")]
    ClosesAlready(Day),
    #[error("the successor is not there the day after")]
    SuccessorNotThere,
}

/// Whether `unit`, in its validity, fits among `versions`: every version of every unit. Those of the
/// unit itself are left aside.
pub fn fits(unit: &Unit, versions: &[Unit]) -> Result<(), Broken> {
    if unit.kind.level() != unit.level {
        return Err(Broken::KindOfOtherLevel);
    }
    let others = || versions.iter().filter(|other| other.id != unit.id);
    let Some(level_above) = unit.level.above() else {
        let second =
            others().any(|other| other.level == Level::Central && other.validity.overlaps(&unit.validity));
        return if second { Err(Broken::SecondCentral) } else { Ok(()) };
    };
    let parent = unit.parent.ok_or(Broken::ParentMissing)?;
    let above = others().filter(|other| other.id == parent && other.level == level_above);
    if covers(above.map(|version| version.validity).collect(), unit.validity) {
        Ok(())
    } else {
        Err(Broken::ParentNotThere)
    }
}

/// Whether the validities together hold on every day of `whole`.
fn covers(mut parts: Vec<Validity>, whole: Validity) -> bool {
    parts.sort_by_key(|part| part.from);
    let mut until = whole.from.plus_days(-1);
    for part in parts {
        if part.from > until.plus_days(1) {
            return false;
        }
        match part.to {
            None => return true,
            Some(to) => until = until.max(to),
        }
        if whole.to.is_some_and(|to| until >= to) {
            return true;
        }
    }
    false
}

/// The unit's life, oldest first, when it is like `changed` from the first day of that validity on.
///
/// A version that has begun before today is history and stays; one that begins today or later is a
/// plan and is replaced.
pub fn with_change(versions: Vec<Unit>, changed: Unit, today: Day) -> Result<Vec<Unit>, Broken> {
    let from = changed.validity.from;
    let current =
        versions.iter().find(|version| version.validity.holds_on(from)).ok_or(Broken::NotThere(from))?;
    if current.validity.from == from && from < today {
        return Err(Broken::IsHistory(from));
    }
    if let Some(later) = versions.iter().find(|version| version.validity.from > from) {
        return Err(Broken::LaterChange(later.validity.from));
    }
    let to = current.validity.to;
    let mut life = until(versions, from.plus_days(-1));
    life.push(Unit { validity: Validity { from, to }, ..changed });
    Ok(life)
}

/// The unit as it is today, or as it will begin; `None` when it has closed.
pub fn now_or_next(versions: &[Unit], today: Day) -> Option<&Unit> {
    versions.iter().find(|version| version.validity.to.is_none_or(|to| to >= today))
}

/// The unit's life from `from` on when it describes itself like `described`: what is planned for
/// later keeps its name and place, and takes over the description.
pub fn described_from(versions: Vec<Unit>, from: Day, described: &Unit) -> Vec<Unit> {
    versions
        .into_iter()
        .filter(|version| version.validity.to.is_none_or(|to| to >= from))
        .map(|version| Unit {
            id: version.id,
            number: version.number,
            parent: version.parent,
            name: version.name,
            level: version.level,
            kind: version.kind,
            validity: Validity { from: version.validity.from.max(from), to: version.validity.to },
            successor: version.successor,
            ..described.clone()
        })
        .collect()
}

/// The last day of a unit's life, planned or past; `None` while no end is known. `versions`: oldest first.
pub fn last_day(versions: &[Unit]) -> Option<Day> {
    versions.last().and_then(|last| last.validity.to)
}

/// What a unit is called on `day`, or on another day when it is not there then; empty: it is not among `versions`, which
/// are of several units.
pub fn name_on(versions: &[Unit], id: UnitId, day: Day) -> String {
    let own = versions.iter().filter(|version| version.id == id);
    own.min_by_key(|version| !version.validity.holds_on(day))
        .map(|version| version.name.clone())
        .unwrap_or_default()
}

/// Whether somebody who looks at the two sees the same unit, whenever they hold.
pub fn are_alike(one: &Unit, other: &Unit) -> bool {
    Unit { validity: other.validity, ..one.clone() } == *other
}

/// The unit's life when it ends with `last_day`. A closing that is planned already is taken back before another one is
/// decided, because people were written to about it. `others`: every version of every unit.
pub fn with_end(
    versions: Vec<Unit>,
    last_day: Day,
    successor: Option<UnitId>,
    others: &[Unit],
) -> Result<Vec<Unit>, Broken> {
    if let Some(closes) = self::last_day(&versions) {
        return Err(Broken::ClosesAlready(closes));
    }
    let current = versions
        .iter()
        .find(|version| version.validity.holds_on(last_day))
        .ok_or(Broken::NotThere(last_day))?;
    if current.level == Level::Central {
        return Err(Broken::Central);
    }
    if let Some(later) = versions.iter().find(|version| version.validity.from > last_day) {
        return Err(Broken::LaterChange(later.validity.from));
    }
    let after = Validity::since(last_day.plus_days(1));
    let below =
        others.iter().find(|other| other.parent == Some(current.id) && other.validity.overlaps(&after));
    if let Some(below) = below {
        return Err(Broken::UnitsBelow(below.name.clone()));
    }
    if let Some(successor) = successor {
        let is_there = |other: &Unit| other.id == successor && other.validity.holds_on(after.from);
        if successor == current.id || !others.iter().any(is_there) {
            return Err(Broken::SuccessorNotThere);
        }
    }
    Ok(until(versions, last_day))
}

fn until(versions: Vec<Unit>, last_day: Day) -> Vec<Unit> {
    versions
        .into_iter()
        .filter(|version| version.validity.from <= last_day)
        .map(|mut version| {
            version.validity.to = Some(version.validity.to.map_or(last_day, |to| to.min(last_day)));
            version
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::unit::UnitKind;

    const START: Day = Day::of(2013, 1, 1);
    const TODAY: Day = Day::of(2026, 3, 2);

    fn id(number: u128) -> UnitId {
        Uuid::from_u128(number).into()
    }

    fn home(from: Day) -> Unit {
        Unit::named(id(3), "Solgården", UnitKind::CareHome, Some(id(2)), from)
    }

    fn town() -> Vec<Unit> {
        let central = Unit::named(id(1), "Fjordlund Kommune", UnitKind::Central, None, START);
        let mut elderly = Unit::named(id(2), "Ældreområdet", UnitKind::Sector, Some(id(1)), START);
        elderly.validity.to = Some(Day::of(2018, 9, 30));
        let care =
            Unit::named(id(4), "Sundhed og Omsorg", UnitKind::Sector, Some(id(1)), Day::of(2018, 10, 1));
        vec![central, elderly, care]
    }

    #[test]
    fn a_unit_stands_under_the_level_above_as_long_as_it_is_there() {
        let mut home = home(START);
        assert_eq!(fits(&home, &town()), Err(Broken::ParentNotThere), "its area closes in 2018");
        home.validity.to = Some(Day::of(2018, 9, 30));
        assert_eq!(fits(&home, &town()), Ok(()));
        home.parent = Some(id(1));
        assert_eq!(
            fits(&home, &town()),
            Err(Broken::ParentNotThere),
            "an institution does not stand under the municipality"
        );
        home.parent = None;
        assert_eq!(fits(&home, &town()), Err(Broken::ParentMissing));
        home.level = Level::Department;
        assert_eq!(fits(&home, &town()), Err(Broken::KindOfOtherLevel));
    }

    #[test]
    fn there_is_one_central_unit() {
        let second = Unit::named(id(9), "Også kommunen", UnitKind::Central, None, TODAY);
        assert_eq!(fits(&second, &town()), Err(Broken::SecondCentral));
    }

    #[test]
    fn an_area_that_still_has_units_does_not_close() {
        let mut all = town();
        all.push(Unit { parent: Some(id(4)), ..home(Day::of(2018, 10, 1)) });
        let care = vec![all[2].clone()];
        let last = Day::of(2026, 12, 31);
        assert_eq!(with_end(care.clone(), last, None, &all), Err(Broken::UnitsBelow("Solgården".into())));
        all.pop();
        assert_eq!(with_end(care.clone(), last, Some(id(2)), &all), Err(Broken::SuccessorNotThere));
        assert_eq!(with_end(care, last, None, &all).unwrap()[0].validity.to, Some(last));
        assert_eq!(with_end(vec![all[0].clone()], last, None, &all), Err(Broken::Central));
    }

    #[test]
    fn a_planned_closing_is_taken_back_before_another_is_decided() {
        let last = Day::of(2026, 12, 31);
        let closing = with_end(vec![home(START)], last, None, &[]).unwrap();
        assert_eq!(last_day(&closing), Some(last));
        let earlier = Day::of(2026, 6, 30);
        assert_eq!(with_end(closing, earlier, None, &[]), Err(Broken::ClosesAlready(last)));
    }

    #[test]
    fn two_versions_are_alike_when_only_their_days_differ() {
        assert!(are_alike(&home(START), &home(TODAY)));
        let renamed = Unit { name: "Nyt".into(), ..home(TODAY) };
        assert!(!are_alike(&home(START), &renamed));
    }

    #[test]
    fn history_stays_and_plans_can_be_made_anew() {
        let life = vec![home(START)];
        let renamed = |from: Day, name: &str| Unit { name: name.into(), ..home(from) };
        assert_eq!(with_change(life.clone(), renamed(START, "Nyt"), TODAY), Err(Broken::IsHistory(START)));
        let planned = with_change(life, renamed(Day::of(2026, 8, 1), "Nyt"), TODAY).unwrap();
        assert_eq!(planned.len(), 2);
        let again = with_change(planned.clone(), renamed(Day::of(2026, 8, 1), "Nyere"), TODAY).unwrap();
        assert_eq!((again.len(), again[1].name.as_str()), (2, "Nyere"));
        let before = renamed(Day::of(2026, 5, 1), "Før");
        assert_eq!(with_change(planned, before, TODAY), Err(Broken::LaterChange(Day::of(2026, 8, 1))));
    }

    #[test]
    fn a_new_telephone_number_changes_no_plan() {
        let renamed = Unit { name: "Nyt".into(), ..home(Day::of(2026, 8, 1)) };
        let life = with_change(vec![home(START)], renamed, TODAY).unwrap();
        let described = Unit { about: "Vi har åbent.".into(), ..home(TODAY) };
        let after = described_from(life, TODAY, &described);
        let seen: Vec<_> =
            after.iter().map(|unit| (unit.name.as_str(), unit.about.as_str(), unit.validity.from)).collect();
        let expected = [("Solgården", "Vi har åbent.", TODAY), ("Nyt", "Vi har åbent.", Day::of(2026, 8, 1))];
        assert_eq!(seen, expected);
    }

    proptest! {
        /// Whatever is changed in whatever order: one version a day, no gap, and the days before a change stay as they were.
        #[test]
        fn versions_never_overlap_and_the_past_is_never_overwritten(days in prop::collection::vec(0_i32..6000, 1..12), end in 0_i32..7000) {
            let mut life = vec![home(START)];
            for (number, offset) in days.into_iter().enumerate() {
                let from = START.plus_days(offset);
                let changed = Unit { name: format!("Navn {number}"), ..home(from) };
                let before = life.clone();
                if let Ok(after) = with_change(life.clone(), changed, TODAY) {
                    for day in (0..offset).step_by(97).map(|day| START.plus_days(day)) {
                        let name = |life: &[Unit]| life.iter().find(|v| v.validity.holds_on(day)).map(|v| v.name.clone());
                        prop_assert_eq!(name(&before), name(&after));
                    }
                    life = after;
                }
            }
            if let Ok(ended) = with_end(life.clone(), START.plus_days(end), None, &[]) {
                life = ended;
            }
            for pair in life.windows(2) {
                prop_assert!(!pair[0].validity.overlaps(&pair[1].validity));
                prop_assert_eq!(pair[0].validity.to.map(|to| to.plus_days(1)), Some(pair[1].validity.from));
            }
        }

        #[test]
        fn covering_is_covering_every_day(parts in prop::collection::vec((0_i32..40, 0_i32..15), 0..5), from in 0_i32..40, length in 0_i32..20) {
            let validity = |from: i32, length: i32| Validity { from: START.plus_days(from), to: Some(START.plus_days(from + length)) };
            let parts: Vec<Validity> = parts.into_iter().map(|(from, length)| validity(from, length)).collect();
            let whole = validity(from, length);
            let every_day = (from..=from + length).all(|day| parts.iter().any(|part| part.holds_on(START.plus_days(day))));
            prop_assert_eq!(covers(parts, whole), every_day);
        }
    }
}
