//! What a reader may know of how many persons there are (law B.7). Whoever may open every agreement by name is told every
//! number. From others those of one to four persons are held back, and what would give them away. That is decided once for
//! the places, the areas and all of them together, because a reader adds them up and subtracts them.

use std::collections::HashMap;

use samskab_kernel::told::{self, Cell, Numbers};
use samskab_organisation::unit::UnitId;
use samskab_web::Actor;

use crate::{
    T, authority,
    standing::{Institution, Lack, Standing},
};

/// What is counted of persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    Volunteers,
    Interested,
    Waiting,
    Late,
    /// Those who wait and are not late: shown nowhere, but known to whoever knows the other two.
    InTime,
}

impl Count {
    const ALL: [Self; 5] = [Self::Volunteers, Self::Interested, Self::Waiting, Self::Late, Self::InTime];

    fn at(self, place: &Institution) -> i64 {
        match self {
            Self::Volunteers => place.volunteers,
            Self::Interested => place.interested,
            Self::Waiting => place.waiting,
            Self::Late => place.late,
            Self::InTime => place.waiting - place.late,
        }
    }

    fn cell(self, numbers: &mut Numbers, number: i64) -> Cell {
        if self == Self::InTime { numbers.unsaid(number) } else { numbers.count(number) }
    }
}

/// A number of persons as its reader may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persons {
    Known(i64),
    /// One to four.
    Few,
    /// A number of few could be worked out from it.
    HeldBack,
}

impl Persons {
    pub fn said(self, t: T) -> String {
        match self {
            Self::Known(number) => number.to_string(),
            Self::Few => t.channel_few(told::FEW),
            Self::HeldBack => t.channel_held_back().to_owned(),
        }
    }

    pub fn is_somebody(self) -> bool {
        self != Self::Known(0)
    }

    /// Its place in an order. What is not told has one place together, so that the order tells nothing about it.
    pub fn rank(self) -> i64 {
        match self {
            Self::Known(number) => number,
            Self::Few | Self::HeldBack => 1,
        }
    }
}

/// What is counted, and for which place or area; `None`: for all areas together.
type Where = (Option<UnitId>, Count);

/// Which numbers of a [`Standing`] its reader is told; `None`: all of them.
#[derive(Debug)]
pub struct Knowledge(Option<HashMap<Where, bool>>);

impl Knowledge {
    pub fn of(actor: &Actor, standing: &Standing) -> Self {
        Self((!authority::may_know_persons(actor)).then(|| decided(standing)))
    }

    /// Says to the reader that some numbers are held back; empty where none are.
    pub fn note(&self, t: T) -> String {
        if self.0.is_some() { t.coverage_map_few(told::FEW) } else { String::new() }
    }

    pub fn at(&self, place: &Institution, count: Count) -> Persons {
        self.persons((Some(place.unit), count), count.at(place))
    }

    /// What a place lacks, without what says that nobody is there where the reader is not told how many.
    pub fn lacks(&self, place: &Institution) -> Vec<Lack> {
        let is_told = |lack: &Lack| match lack {
            Lack::Interest => self.at(place, Count::Interested) != Persons::HeldBack,
            Lack::Volunteers => self.at(place, Count::Volunteers) != Persons::HeldBack,
            Lack::Contact | Lack::Late | Lack::Task | Lack::Answer => true,
        };
        place.lacks().into_iter().filter(is_told).collect()
    }

    /// The sum over an area; `None`: over all of them.
    pub fn sum(&self, standing: &Standing, area: Option<UnitId>, count: Count) -> Persons {
        self.persons((area, count), sum(standing, area, count))
    }

    fn persons(&self, place: Where, number: i64) -> Persons {
        match &self.0 {
            None => Persons::Known(number),
            Some(_) if told::is_few(number) => Persons::Few,
            Some(told) if told.get(&place) == Some(&true) => Persons::Known(number),
            Some(_) => Persons::HeldBack,
        }
    }
}

fn sum(standing: &Standing, area: Option<UnitId>, count: Count) -> i64 {
    let places = standing.institutions.iter().filter(|place| area.is_none_or(|area| place.area == area));
    places.map(|place| count.at(place)).sum()
}

fn decided(standing: &Standing) -> HashMap<Where, bool> {
    let mut numbers = Numbers::default();
    // In the order in which they are added: the same numbers must be held back every time they are read.
    let mut cells: Vec<(Where, Cell)> = Vec::new();
    for count in Count::ALL {
        let mut areas = Vec::new();
        for area in &standing.areas {
            let mut places = Vec::new();
            for place in standing.institutions.iter().filter(|place| place.area == area.unit) {
                let cell = count.cell(&mut numbers, count.at(place));
                cells.push(((Some(place.unit), count), cell));
                places.push(cell);
            }
            let total = count.cell(&mut numbers, sum(standing, Some(area.unit), count));
            numbers.sum(total, &places);
            cells.push(((Some(area.unit), count), total));
            areas.push(total);
        }
        let whole = count.cell(&mut numbers, sum(standing, None, count));
        numbers.sum(whole, &areas);
        cells.push(((None, count), whole));
    }
    // Every count has the same places in the same order.
    let of = |wanted: Count| {
        let found = cells.iter().filter(move |((_, count), _)| *count == wanted);
        found.map(|(_, cell)| *cell).collect::<Vec<Cell>>()
    };
    let parts = of(Count::Late).into_iter().zip(of(Count::InTime));
    for (waiting, (late, in_time)) in of(Count::Waiting).into_iter().zip(parts) {
        numbers.sum(waiting, &[late, in_time]);
    }
    let told = numbers.decide();
    cells.into_iter().map(|(place, cell)| (place, told.may_be_told(cell))).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{figures::Figures, standing::Area};

    fn unit(number: u128) -> UnitId {
        Uuid::from_u128(number).into()
    }

    /// An area for each list of places, each with its volunteers and with who waits: all of them, and the late.
    fn standing(areas: &[&[(i64, i64, i64)]]) -> Standing {
        let mut standing = Standing::default();
        for (number, places) in (1..).zip(areas) {
            let area = unit(number);
            standing.areas.push(Area { unit: area, name: "Omsorg".into(), figures: Figures::default() });
            let institutions = (1..).zip(*places).map(|(place, (volunteers, waiting, late))| Institution {
                unit: unit(number * 100 + place),
                name: "Havblik".into(),
                area,
                place: None,
                phone: None,
                contacts: Vec::new(),
                ambassadors: Vec::new(),
                lacks_contact: false,
                waiver: None,
                open_tasks: 0,
                unseen_task: None,
                volunteers: *volunteers,
                answer_minutes: None,
                interested: 0,
                waiting: *waiting,
                late: *late,
            });
            standing.institutions.extend(institutions);
        }
        standing
    }

    #[test]
    fn what_gives_a_number_of_few_away_is_held_back_with_it() {
        let standing = standing(&[&[(3, 0, 0), (20, 0, 0), (7, 0, 0)], &[(10, 0, 0), (6, 0, 0)]]);
        let known = Knowledge(Some(decided(&standing)));
        let places = standing.institutions.iter().map(|place| known.at(place, Count::Volunteers));
        let (few, held) = (Persons::Few, Persons::HeldBack);
        let told = Persons::Known;
        assert_eq!(places.collect::<Vec<_>>(), [few, told(20), held, told(10), told(6)]);
        assert_eq!(known.sum(&standing, Some(unit(1)), Count::Volunteers), told(30));
        assert_eq!(known.sum(&standing, None, Count::Volunteers), told(46));
        assert_eq!(known.sum(&standing, None, Count::Waiting), told(0), "nobody is nobody");
        let all = Knowledge(None);
        assert_eq!(all.at(&standing.institutions[0], Count::Volunteers), told(3));
    }

    #[test]
    fn that_nobody_is_there_is_not_said_where_the_number_is_held_back() {
        let mut standing = standing(&[&[(1, 0, 0), (1, 0, 0), (1, 0, 0), (1, 0, 0), (0, 0, 0)]]);
        standing.institutions.iter_mut().for_each(|place| place.open_tasks = 1);
        let lacks = |known: &Knowledge, place: usize| {
            known.lacks(&standing.institutions[place]).contains(&Lack::Volunteers)
        };
        let known = Knowledge(Some(decided(&standing)));
        assert_eq!(known.at(&standing.institutions[4], Count::Volunteers), Persons::HeldBack);
        assert!(!lacks(&known, 4));
        assert!(lacks(&Knowledge(None), 4), "whoever may know every number is told");
    }

    #[test]
    fn who_waits_and_who_of_them_is_late_do_not_tell_of_the_few_between() {
        let standing = standing(&[&[(0, 7, 5), (0, 0, 0)]]);
        let known = Knowledge(Some(decided(&standing)));
        let place = &standing.institutions[0];
        let is_known = |persons: Persons| matches!(persons, Persons::Known(_));
        let told = [known.at(place, Count::Waiting), known.at(place, Count::Late)].map(is_known);
        assert_ne!(told, [true, true], "7 less 5 are two persons");
    }

    #[test]
    fn what_is_not_told_has_one_place_in_the_order() {
        assert_eq!(Persons::Few.rank(), Persons::HeldBack.rank());
        assert!(
            Persons::Known(0).rank() < Persons::Few.rank() && Persons::Few.rank() < Persons::Known(5).rank()
        );
    }
}
