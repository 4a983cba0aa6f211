//! Who is to answer an interest, and who is told when it climbs (RS-38). Pure.

use samskab_organisation::{
    answering::{Answerer, Ladder},
    person::PersonId,
};

use super::Rung;

/// Those an interest waits for: at first the task's own contact, or whoever is on duty; then also
/// the deputies and the key person; at last also the coordinator. Each once, the nearest first.
pub fn responsible(ladder: &Ladder, contact: Option<PersonId>, rung: Rung) -> Vec<&Answerer> {
    let at_work = |answerer: &&Answerer| answerer.away_until.is_none();
    let own =
        ladder.everybody().into_iter().filter(at_work).find(|answerer| contact == Some(answerer.person));
    let mut found: Vec<&Answerer> = own.map_or_else(|| ladder.on_duty(), |own| vec![own]);
    if rung >= Rung::Deputies {
        found.extend(ladder.first.iter().chain(&ladder.deputies).chain(&ladder.key_persons));
    }
    if rung >= Rung::Coordinator {
        found.extend(&ladder.coordinators);
    }
    let mut seen = Vec::new();
    found.retain(|answerer| {
        let new = !seen.contains(&answerer.person);
        seen.push(answerer.person);
        new
    });
    found
}

/// Whom a volunteer may be sent to by name and telephone: the task's contact, else the nearest one
/// who stands there publicly and is at work.
pub fn to_call(ladder: &Ladder, contact: Option<PersonId>) -> Option<&Answerer> {
    let own = ladder.everybody().into_iter().find(|answerer| {
        contact == Some(answerer.person)
            && answerer.is_public
            && answerer.away_until.is_none()
            && answerer.phone.is_some()
    });
    own.or_else(|| ladder.callable().and_then(|(_, rung)| rung.first().copied()))
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use samskab_organisation::answering::Title;
    use uuid::Uuid;

    use super::*;

    fn answerer(number: u128) -> Answerer {
        Answerer {
            person: Uuid::from_u128(number).into(),
            name: format!("Person {number}"),
            title: Title::Position("Kontaktperson".into()),
            phone: "12 34 56 78".parse().ok(),
            email: None,
            away_until: None,
            is_deputy: false,
            stands_in_until: None,
            is_public: true,
        }
    }

    /// 1 contact, 2 another contact, 3 deputy, 4 key person, 5 coordinator.
    fn ladder() -> Ladder {
        Ladder {
            first: vec![answerer(1), answerer(2)],
            deputies: vec![answerer(3)],
            key_persons: vec![answerer(4)],
            coordinators: vec![answerer(5)],
        }
    }

    fn numbers(found: Vec<&Answerer>) -> Vec<u128> {
        found.into_iter().map(|answerer| answerer.person.uuid().as_u128()).collect()
    }

    #[test]
    fn it_climbs_rung_by_rung_and_keeps_those_below() {
        let ladder = ladder();
        let contact = Some(Uuid::from_u128(2).into());
        assert_eq!(numbers(responsible(&ladder, contact, Rung::Contact)), [2]);
        assert_eq!(numbers(responsible(&ladder, None, Rung::Contact)), [1, 2]);
        assert_eq!(numbers(responsible(&ladder, contact, Rung::Deputies)), [2, 1, 3, 4]);
        assert_eq!(numbers(responsible(&ladder, contact, Rung::Coordinator)), [2, 1, 3, 4, 5]);
    }

    #[test]
    fn while_the_contact_is_away_those_on_duty_have_it() {
        let mut ladder = ladder();
        let home = Some(Day::of(2026, 12, 1));
        ladder.first.iter_mut().for_each(|answerer| answerer.away_until = home);
        let contact = Some(Uuid::from_u128(1).into());
        assert_eq!(numbers(responsible(&ladder, contact, Rung::Contact)), [3]);
        assert_eq!(
            to_call(&ladder, contact).map(|answerer| answerer.person),
            Some(Uuid::from_u128(3).into())
        );
    }

    #[test]
    fn a_place_without_anybody_is_the_coordinators_from_the_start() {
        let ladder = Ladder { coordinators: vec![answerer(5)], ..Ladder::default() };
        assert_eq!(numbers(responsible(&ladder, None, Rung::Contact)), [5]);
    }

    #[test]
    fn nobody_is_shown_who_does_not_stand_there_publicly() {
        let mut ladder = ladder();
        ladder.first[0].is_public = false;
        let hidden = Some(Uuid::from_u128(1).into());
        assert_eq!(to_call(&ladder, hidden).map(|answerer| answerer.person), Some(Uuid::from_u128(2).into()));
    }
}
