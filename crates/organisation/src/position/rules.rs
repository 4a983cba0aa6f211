//! Who can be appointed to what. Pure.

use samskab_kernel::{Day, Validity};

use super::{Appointment, AppointmentId, Capacity, Held, Position, PositionKind};
use crate::{
    person::PersonId,
    unit::{Level, Unit},
};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the position is not there all the time")]
    PositionNotThere,
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    #[error("is it already")]
    IsItAlready,
    #[error("somebody else holds it from {0}")]
    HeldFrom(Day),
    #[error("nobody is their own deputy")]
    OwnDeputy,
}

/// Which appointments have to end the day before, so that `person` can be appointed.
///
/// A position has one holder at a time, a team several (VB-02); a new holder takes over from the
/// one before. `appointments`: every one of the position, past and planned.
pub fn appoint(
    position: &Position,
    appointments: &[Appointment],
    person: PersonId,
    capacity: Capacity,
    validity: Validity,
) -> Result<Vec<AppointmentId>, Refused> {
    if validity.to.is_some_and(|to| to < validity.from) {
        return Err(Refused::EndsBeforeItBegins);
    }
    let there = position.validity.from <= validity.from
        && position.validity.to.is_none_or(|end| validity.to.is_some_and(|to| to <= end));
    if !there {
        return Err(Refused::PositionNotThere);
    }
    let overlapping = || appointments.iter().filter(|other| other.validity.overlaps(&validity));
    if overlapping().any(|other| other.person == person && other.capacity == capacity) {
        return Err(Refused::IsItAlready);
    }
    let is_holder = |other: &&Appointment| other.capacity == Capacity::Holder;
    if capacity == Capacity::Deputy {
        let alone = overlapping().filter(is_holder).all(|holder| holder.person == person);
        let own = overlapping().any(|other| is_holder(&other)) && alone;
        return if own { Err(Refused::OwnDeputy) } else { Ok(Vec::new()) };
    }
    if position.kind.has_several_holders() {
        return Ok(Vec::new());
    }
    let mut ending = Vec::new();
    for holder in overlapping().filter(is_holder) {
        if holder.validity.from >= validity.from {
            return Err(Refused::HeldFrom(holder.validity.from));
        }
        ending.push(holder.id);
    }
    Ok(ending)
}

/// Who answers for volunteers in an area or an institution (RS-16, RS-17, RS-18, VB-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    Covered,
    /// The unit has given a reason for having none (RS-18), and is not counted as missing.
    Waived,
    Missing,
}

/// Whether an institution has a local contact, or a department its key persons. A deputy alone answers for the place until
/// somebody holds the position again; it lacks a contact meanwhile.
pub fn contact_coverage(unit: &Unit, held: &[Held], is_waived: bool) -> Coverage {
    let kind = match unit.level {
        Level::Central => PositionKind::CentralCoordinator,
        Level::Department => PositionKind::KeyPerson,
        Level::Institution => PositionKind::LocalContact,
    };
    let is_held =
        |held: &Held| held.position.unit == unit.id && held.position.kind == kind && !held.is_vacant();
    // The coordinator's position may stand in any unit.
    let coordinator =
        |held: &Held| unit.level == Level::Central && held.position.kind == kind && !held.is_vacant();
    if held.iter().any(|held| is_held(held) || coordinator(held)) {
        Coverage::Covered
    } else if is_waived && unit.level == Level::Institution {
        Coverage::Waived
    } else {
        Coverage::Missing
    }
}

/// Whether a department has its one liaison, and somebody holds that position (RS-17).
pub fn has_liaison(unit: &Unit, held: &[Held]) -> bool {
    held.iter().any(|held| held.position.unit == unit.id && held.is_liaison && !held.is_vacant())
}

/// Whether an institution has an ambassador or a team of them (VB-02).
pub fn has_ambassador(unit: &Unit, held: &[Held]) -> bool {
    let kinds = [PositionKind::Ambassador, PositionKind::AmbassadorTeam];
    held.iter()
        .any(|held| held.position.unit == unit.id && kinds.contains(&held.position.kind) && !held.is_vacant())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::Locale;
    use uuid::Uuid;

    use super::*;
    use crate::unit::UnitKind;

    const START: Day = Day::of(2020, 1, 1);

    fn position(kind: PositionKind) -> Position {
        Position::new(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), kind, "Kontaktperson", START)
    }

    fn appointment(number: u128, person: u128, capacity: Capacity, validity: Validity) -> Appointment {
        Appointment {
            id: Uuid::from_u128(number).into(),
            position: Uuid::from_u128(1).into(),
            person: Uuid::from_u128(person).into(),
            name: String::new(),
            phone: None,
            email: None,
            capacity,
            validity,
            away_until: None,
        }
    }

    fn person(number: u128) -> PersonId {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn a_deputy_alone_answers_for_a_place_that_lacks_a_contact() {
        let unit = Unit::named(Uuid::from_u128(2).into(), "Solgården", UnitKind::CareHome, None, START);
        let since = Validity::since(START);
        let held = |appointments: Vec<Appointment>| Held {
            position: position(PositionKind::LocalContact),
            is_liaison: false,
            appointments,
        };
        let (holder, deputy) =
            (appointment(10, 100, Capacity::Holder, since), appointment(11, 101, Capacity::Deputy, since));
        let both = held(vec![holder.clone(), deputy.clone()]);
        assert_eq!(both.answering().collect::<Vec<_>>(), [&holder]);
        assert_eq!(contact_coverage(&unit, &[both], true), Coverage::Covered);
        let alone = held(vec![deputy.clone()]);
        assert_eq!(alone.answering().collect::<Vec<_>>(), [&deputy]);
        assert_eq!(contact_coverage(&unit, std::slice::from_ref(&alone), false), Coverage::Missing);
        assert_eq!(contact_coverage(&unit, &[alone], true), Coverage::Waived);
        let called = Appointment { name: "Kirsten Skitse".into(), ..deputy }.called(Locale::Da);
        assert_eq!(called, "Kirsten Skitse (stedfortræder)");
    }

    #[test]
    fn a_new_holder_takes_over_and_a_team_grows() {
        let before = [appointment(10, 100, Capacity::Holder, Validity::since(START))];
        let from = Validity::since(Day::of(2026, 3, 2));
        let contact = position(PositionKind::LocalContact);
        assert_eq!(appoint(&contact, &before, person(101), Capacity::Holder, from), Ok(vec![before[0].id]));
        assert_eq!(
            appoint(&contact, &before, person(100), Capacity::Holder, from),
            Err(Refused::IsItAlready)
        );
        let earlier = Validity::since(START);
        assert_eq!(
            appoint(&contact, &before, person(101), Capacity::Holder, earlier),
            Err(Refused::HeldFrom(START))
        );
        let team = position(PositionKind::AmbassadorTeam);
        assert_eq!(appoint(&team, &before, person(101), Capacity::Holder, from), Ok(vec![]));
    }

    #[test]
    fn nobody_is_their_own_deputy_and_nothing_outlives_the_position() {
        let before = [appointment(10, 100, Capacity::Holder, Validity::since(START))];
        let from = Validity::since(Day::of(2026, 3, 2));
        let mut contact = position(PositionKind::LocalContact);
        assert_eq!(appoint(&contact, &before, person(100), Capacity::Deputy, from), Err(Refused::OwnDeputy));
        assert_eq!(appoint(&contact, &before, person(101), Capacity::Deputy, from), Ok(vec![]));
        contact.validity.to = Some(Day::of(2026, 12, 31));
        assert_eq!(
            appoint(&contact, &before, person(101), Capacity::Deputy, from),
            Err(Refused::PositionNotThere)
        );
        let backwards = Validity { from: Day::of(2026, 3, 2), to: Some(Day::of(2026, 3, 1)) };
        assert_eq!(
            appoint(&contact, &before, person(101), Capacity::Deputy, backwards),
            Err(Refused::EndsBeforeItBegins)
        );
    }

    proptest! {
        /// However people are appointed, there is never more than one holder on a day.
        #[test]
        fn one_holder_a_day(asked in prop::collection::vec((0_i32..1000, prop::option::of(0_i32..400), 0_u128..4), 1..12)) {
            let contact = position(PositionKind::LocalContact);
            let mut appointments: Vec<Appointment> = Vec::new();
            for (number, (offset, length, who)) in asked.into_iter().enumerate() {
                let from = START.plus_days(offset);
                let validity = Validity { from, to: length.map(|days| from.plus_days(days)) };
                if let Ok(ending) = appoint(&contact, &appointments, person(who), Capacity::Holder, validity) {
                    for other in appointments.iter_mut().filter(|other| ending.contains(&other.id)) {
                        other.validity.to = Some(from.plus_days(-1));
                    }
                    appointments.push(appointment(number as u128, who, Capacity::Holder, validity));
                }
            }
            for (at, one) in appointments.iter().enumerate() {
                for other in &appointments[at + 1..] {
                    prop_assert!(!one.validity.overlaps(&other.validity), "{:?} {:?}", one.validity, other.validity);
                }
            }
        }
    }
}
