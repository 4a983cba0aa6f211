//! Who is to answer what volunteers ask, who is told when it climbs (RS-38), and whom one may call.

use samskab_kernel::{Locale, TenantId, contact::Phone};
use samskab_store::{Connection, Result};
use samskab_web::Tenant;

use super::{Answerer, Ladder, NotShown};
use crate::person::{self, PersonId};

/// How far an unanswered interest has climbed (RS-38): who it waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    Contact,
    /// The promise is broken: also the deputies and the key person.
    Deputies,
    /// Twice the promise: also the central coordinator.
    Coordinator,
}

impl Rung {
    /// As stored.
    pub const fn number(self) -> i64 {
        match self {
            Self::Contact => 0,
            Self::Deputies => 1,
            Self::Coordinator => 2,
        }
    }

    pub const fn of_number(number: i64) -> Self {
        match number {
            ..=0 => Self::Contact,
            1 => Self::Deputies,
            2.. => Self::Coordinator,
        }
    }
}

/// Somebody a volunteer can call: on a page and in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhomToCall {
    pub name: String,
    pub role: String,
    /// As people read it.
    pub phone: String,
}

impl WhomToCall {
    pub fn of(answerer: &Answerer, locale: Locale) -> Self {
        Self {
            name: answerer.name.clone(),
            role: answerer.title.text(locale).to_owned(),
            phone: answerer.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
        }
    }

    /// When nobody of the place can be named: the municipality's own number.
    pub fn municipality(tenant: &Tenant) -> Option<Self> {
        let phone = tenant.profile.phone.clone();
        (!phone.is_empty()).then(|| Self { name: tenant.name.clone(), role: String::new(), phone })
    }
}

/// Whom a volunteer calls about something a place has: on its page, its card, its poster and in every letter the same.
/// Its contact or whoever is at work instead ([`to_call`]); else the place's own number, which is nearer than the
/// municipality's coordinator; else the municipality's. `place`: what the place is called, and its number.
pub fn whom_to_call(
    ladder: &Ladder,
    contact: Option<PersonId>,
    place: (&str, Option<&Phone>),
    municipality: &Tenant,
    locale: Locale,
) -> Option<WhomToCall> {
    let (name, phone) = place;
    let near = [&ladder.first, &ladder.deputies, &ladder.key_persons];
    let is_far = |one: &&Answerer| {
        contact != Some(one.person) && !near.iter().any(|rung| rung.iter().any(Answerer::can_be_called))
    };
    to_call(ladder, contact)
        .filter(|one| phone.is_none() || !is_far(one))
        .map(|answerer| WhomToCall::of(answerer, locale))
        .or_else(|| {
            phone.map(|phone| WhomToCall {
                name: name.to_owned(),
                role: String::new(),
                phone: phone.spaced(),
            })
        })
        .or_else(|| WhomToCall::municipality(municipality))
}

/// Everybody told, with the language they read.
pub async fn languages(
    connection: &mut Connection,
    tenant: TenantId,
    told: &[&Answerer],
) -> Result<Vec<(PersonId, Locale)>> {
    let ids: Vec<PersonId> = told.iter().map(|answerer| answerer.person).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let people = person::store::find_many(connection, tenant, &ids).await?;
    Ok(people.into_iter().map(|person| (person.id, person.locale)).collect())
}

/// The people an interest waits for: first the task's own contact, or whoever is on duty; then also the deputies and
/// the key person; finally also the coordinator. Each once, the nearest first. Nothing waits for somebody who is away
/// while another can answer.
pub fn responsible(ladder: &Ladder, contact: Option<PersonId>, rung: Rung) -> Vec<&Answerer> {
    let at_work = |answerer: &&Answerer| answerer.away_until.is_none();
    let own =
        ladder.everybody().into_iter().filter(at_work).find(|answerer| contact == Some(answerer.person));
    let mut found: Vec<&Answerer> = own.map_or_else(|| ladder.on_duty(), |own| vec![own]);
    if rung >= Rung::Deputies {
        let nearer = ladder.first.iter().chain(&ladder.deputies).chain(&ladder.key_persons);
        found.extend(nearer.filter(at_work));
    }
    if rung >= Rung::Coordinator {
        found.extend(ladder.coordinators.iter().filter(at_work));
    }
    let mut seen = Vec::new();
    found.retain(|answerer| {
        let new = !seen.contains(&answerer.person);
        seen.push(answerer.person);
        new
    });
    found
}

/// Whom a volunteer may be sent to by name and telephone: the task's contact, else the nearest person who is shown
/// publicly and is at work.
pub fn to_call(ladder: &Ladder, contact: Option<PersonId>) -> Option<&Answerer> {
    let own = ladder.everybody().into_iter().find(|one| contact == Some(one.person) && one.can_be_called());
    own.or_else(|| ladder.callable().and_then(|(_, rung)| rung.first().copied()))
}

/// Whoever is chosen to answer, where the page shows somebody else ([`to_call`]), and why.
pub fn unshown(ladder: &Ladder, contact: Option<PersonId>) -> Option<(&Answerer, NotShown)> {
    let own = ladder.everybody().into_iter().find(|one| contact == Some(one.person))?;
    own.not_shown().map(|why| (own, why))
}

#[cfg(test)]
mod tests {
    use crate::answering::Title;
    use samskab_kernel::Day;
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
        let climbed = numbers(responsible(&ladder, contact, Rung::Coordinator));
        assert_eq!(climbed, [3, 4, 5], "what climbs meanwhile is not theirs who are away");
        assert_eq!(
            to_call(&ladder, contact).map(|answerer| answerer.person),
            Some(Uuid::from_u128(3).into())
        );
    }

    #[test]
    fn who_stands_in_knows_for_whom_and_until_when() {
        let mut ladder = ladder();
        let home = Day::of(2026, 12, 1);
        let away = |ladder: &Ladder, contact: u128| {
            let found = ladder.away(Some(Uuid::from_u128(contact).into()));
            found.map(|(one, until)| (one.person.uuid().as_u128(), until))
        };
        assert_eq!(away(&ladder, 2), None);
        ladder.first[1].away_until = Some(home);
        assert_eq!(away(&ladder, 2), Some((2, home)));
        assert_eq!(away(&ladder, 9), None, "whoever left is no reason: the first is at work");
    }

    #[test]
    fn where_everybody_is_away_the_nearest_have_it() {
        let mut ladder = ladder();
        let home = Some(Day::of(2026, 12, 1));
        ladder.first.iter_mut().for_each(|answerer| answerer.away_until = home);
        let ladder = Ladder { first: ladder.first, ..Ladder::default() };
        assert_eq!(numbers(responsible(&ladder, None, Rung::Coordinator)), [1, 2]);
    }

    #[test]
    fn a_place_without_anybody_is_the_coordinators_from_the_start() {
        let ladder = Ladder { coordinators: vec![answerer(5)], ..Ladder::default() };
        assert_eq!(numbers(responsible(&ladder, None, Rung::Contact)), [5]);
    }

    #[test]
    fn whoever_answers_and_is_not_shown_is_known_with_the_reason() {
        let contact = Some(Uuid::from_u128(1).into());
        let why = |change: fn(&mut Answerer)| {
            let mut ladder = ladder();
            change(&mut ladder.first[0]);
            let why = unshown(&ladder, contact).map(|(_, why)| why);
            let is_shown = to_call(&ladder, contact).map(|one| one.person) == contact;
            assert_eq!(why.is_none(), is_shown, "who answers is shown, or it is said why not");
            why
        };
        let home = Day::of(2026, 12, 1);
        assert_eq!(why(|_| {}), None);
        assert_eq!(why(|one| one.is_public = false), Some(NotShown::Hidden));
        assert_eq!(why(|one| one.phone = None), Some(NotShown::NoPhone));
        assert_eq!(why(|one| one.away_until = Some(Day::of(2026, 12, 1))), Some(NotShown::Away(home)));
        assert_eq!(unshown(&ladder(), None), None);
    }

    #[test]
    fn the_place_s_own_number_is_nearer_than_the_coordinator() {
        let municipality = Tenant::new(Uuid::from_u128(1).into(), "by", "By", "0999", serde_json::json!({}));
        let phone = "12 80 10 11".parse().ok();
        let called = |ladder: &Ladder, contact| {
            let place = ("Klubben", phone.as_ref());
            whom_to_call(ladder, contact, place, &municipality, Locale::Da).map(|call| call.name)
        };
        let mut club = Ladder { deputies: Vec::new(), key_persons: Vec::new(), ..ladder() };
        assert_eq!(called(&club, None).as_deref(), Some("Person 1"));
        club.first.iter_mut().for_each(|one| one.is_public = false);
        assert_eq!(called(&club, None).as_deref(), Some("Klubben"));
        let coordinator = Some(Uuid::from_u128(5).into());
        assert_eq!(called(&club, coordinator).as_deref(), Some("Person 5"), "who was chosen stands there");
    }

    #[test]
    fn nobody_is_shown_who_does_not_stand_there_publicly() {
        let mut ladder = ladder();
        ladder.first[0].is_public = false;
        let hidden = Some(Uuid::from_u128(1).into());
        assert_eq!(to_call(&ladder, hidden).map(|answerer| answerer.person), Some(Uuid::from_u128(2).into()));
    }
}
