//! An invented municipality: a few towns and the country between them, some themes that everybody likes and some
//! that nobody asks for, organisers of very different size. What is popular among volunteers is not what there are
//! most tasks of; that is the difficulty, and nothing here is made to be easy.

use std::ops::RangeInclusive;

use samskab_kernel::{Day, Id, jiff::civil::Weekday};
use samskab_matching::*;
use uuid::Uuid;

use crate::dice::{Dice, Popular};

pub const TODAY: Day = Day::of(2026, 9, 7);
const THEMES: usize = 8;
const TOPICS: usize = 64;
const TARGET_GROUPS: usize = 16;
const COMPETENCES: usize = 80;
const WEEKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
const WEEKEND: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];
const DANISH: usize = 0;

pub struct Town {
    towns: Vec<Settlement>,
    by_people: Popular,
    liked: Popular,
    asked: Popular,
    liked_groups: Popular,
    asked_groups: Popular,
    competences: Popular,
    organisers: Vec<Organiser>,
    by_tasks: Popular,
}

/// Kilometres from the middle of the municipality.
#[derive(Clone, Copy)]
struct Settlement {
    north: f64,
    east: f64,
    spread: f64,
}

struct Organiser {
    id: Uuid,
    at: (f64, f64),
    theme: usize,
    responsiveness: Responsiveness,
}

impl Town {
    pub fn new(dice: &mut Dice, organisers: usize) -> Self {
        let towns: Vec<Settlement> = (0..14)
            .map(|rank| Settlement {
                north: dice.between(-18.0, 18.0),
                east: dice.between(-22.0, 22.0),
                spread: if rank == 0 { 2.2 } else { 1.0 },
            })
            .collect();
        // half alike: much of what is asked for is liked, much is not
        let mut liked: Vec<usize> = (0..TOPICS).collect();
        dice.shuffle(&mut liked);
        let mut asked = liked.clone();
        for at in 0..TOPICS / 2 {
            asked.swap(at * 2, dice.below(TOPICS));
        }
        let mut groups: Vec<usize> = (0..TARGET_GROUPS).collect();
        dice.shuffle(&mut groups);
        let liked_groups = groups.clone();
        dice.shuffle(&mut groups[4..]);
        let mut town = Self {
            by_people: Popular::new((0..towns.len()).collect(), 1.1),
            towns,
            liked: Popular::new(liked, 0.9),
            asked: Popular::new(asked, 0.7),
            liked_groups: Popular::new(liked_groups, 0.8),
            asked_groups: Popular::new(groups, 0.8),
            competences: Popular::new((0..COMPETENCES).collect(), 0.7),
            organisers: Vec::new(),
            by_tasks: Popular::new((0..organisers).collect(), 0.6),
        };
        town.organisers = (0..organisers).map(|number| town.organiser(number, dice)).collect();
        town
    }

    pub fn catalogue(&self) -> Catalogue {
        let mut catalogue = Catalogue::new(Languages::of(DANISH));
        for group in 0..COMPETENCES / 4 {
            catalogue.relate_competences((group * 4..group * 4 + 4).collect());
        }
        for group in 0..TOPICS / 4 {
            catalogue.relate_topics((group * 4..group * 4 + 4).collect());
        }
        catalogue
    }

    pub fn usual(&self) -> Responsiveness {
        Responsiveness::total(self.organisers.iter().map(|organiser| organiser.responsiveness))
    }

    fn organiser(&self, number: usize, dice: &mut Dice) -> Organiser {
        let asked = if dice.happens(0.2) { 0 } else { 1 + dice.below(60) as u32 };
        let rate = dice.between(0.4, 1.0);
        let answered = (f64::from(asked) * rate) as u32;
        Organiser {
            id: Uuid::from_u128(0xA000_0000 + number as u128),
            at: self.home(dice, 0.1),
            theme: self.asked.draw(dice) * THEMES / TOPICS,
            responsiveness: Responsiveness {
                asked,
                answered,
                waited: (f64::from(answered) * dice.between(5.0, 90.0)) as u32,
            },
        }
    }

    /// Where somebody lives, in km: in a town, or between them.
    fn home(&self, dice: &mut Dice, in_the_country: f64) -> (f64, f64) {
        if dice.happens(in_the_country) {
            return (dice.between(-20.0, 20.0), dice.between(-25.0, 25.0));
        }
        let town = self.towns[self.by_people.draw(dice)];
        (town.north + dice.normal() * town.spread, town.east + dice.normal() * town.spread)
    }

    pub fn volunteer(&self, number: usize, dice: &mut Dice) -> Volunteer {
        let mut volunteer = Volunteer::new(Id::from_uuid(Uuid::from_u128(0xB000_0000 + number as u128)));
        let years = if dice.happens(0.08) { 14 + dice.below(4) } else { 18 + dice.below(65) };
        if dice.happens(0.9) {
            volunteer.age = Age::Years(years as u8);
        }
        let likes: Topics = several(1..=6, dice).map(|_| self.liked.draw(dice)).collect();
        if dice.happens(0.92) {
            volunteer.interests = likes;
        }
        if dice.happens(0.6) {
            volunteer.target_groups = several(1..=3, dice).map(|_| self.liked_groups.draw(dice)).collect();
        }
        if dice.happens(0.65) {
            volunteer.competences = several(1..=6, dice).map(|_| self.competences.draw(dice)).collect();
        }
        if dice.happens(0.2) {
            let never: Topics = several(1..=3, dice).map(|_| dice.below(TOPICS)).collect();
            volunteer.never_topics = never.without(likes);
        }
        volunteer.languages = Languages::of(DANISH);
        for (language, share) in [(1, 0.6), (2, 0.2), (3, 0.06), (4, 0.03)] {
            if dice.happens(share) {
                volunteer.languages = volunteer.languages.with(language);
            }
        }
        volunteer.has_licence = years > 18 && dice.happens(0.75);
        volunteer.rhythm =
            [Rhythm::Once, Rhythm::Regular, Rhythm::Either][weighted(&[0.25, 0.35, 0.4], dice)];
        if dice.happens(0.75) {
            volunteer.availability = availability(years, dice);
        }
        if dice.happens(0.6) {
            volunteer.minutes_a_week = Some(dice.of(&[60, 90, 120, 180, 240, 360]));
        }
        if dice.happens(0.93) {
            volunteer.place = place(self.home(dice, 0.2));
        }
        volunteer.transport =
            [Transport::Unknown, Transport::Foot, Transport::Bicycle, Transport::Public, Transport::Car]
                [weighted(&[0.2, 0.1, 0.25, 0.1, 0.35], dice)];
        if dice.happens(0.7) {
            let usual = f64::from(volunteer.transport.usual_reach_km());
            volunteer.reach_km = Some((usual * dice.between(0.5, 1.4)).max(1.0) as u16);
        }
        volunteer.from_home = [None, Some(true), Some(false)][weighted(&[0.5, 0.25, 0.25], dice)];
        volunteer.company =
            [Company::Either, Company::Alone, Company::Group][weighted(&[0.6, 0.1, 0.3], dice)];
        volunteer
    }

    pub fn opening(&self, number: usize, opened: Day, dice: &mut Dice) -> Opening {
        let organiser = &self.organisers[self.by_tasks.draw(dice)];
        let id = Id::from_uuid(Uuid::from_u128(0xC000_0000 + number as u128));
        let mut opening = Opening::new(id, organiser.id, opened);
        opening.responsiveness = organiser.responsiveness;
        // half of an organiser's tasks are of its own theme
        let within = |topic: usize| organiser.theme * (TOPICS / THEMES) + topic % (TOPICS / THEMES);
        opening.topics = several(1..=3, dice)
            .map(|_| {
                let topic = self.asked.draw(dice);
                if dice.happens(0.5) { within(topic) } else { topic }
            })
            .collect();
        opening.theme =
            opening.topics.iter().next().map(|topic| Uuid::from_u128((topic * THEMES / TOPICS) as u128));
        opening.target_groups = several(0..=2, dice).map(|_| self.asked_groups.draw(dice)).collect();
        if dice.happens(0.5) {
            opening.competences = several(1..=3, dice).map(|_| self.competences.draw(dice)).collect();
        }
        opening.min_age = [None, Some(15), Some(18)][weighted(&[0.5, 0.15, 0.35], dice)];
        opening.needs_licence = dice.happens(0.1);
        opening.remote =
            [Remote::OnSite, Remote::Partly, Remote::Remote][weighted(&[0.78, 0.08, 0.14], dice)];
        if dice.happens(0.97) {
            let (north, east) = organiser.at;
            let away = if dice.happens(0.7) { 0.3 } else { 3.0 };
            opening.place = place((north + dice.normal() * away, east + dice.normal() * away));
        }
        opening.time = time(opened, dice);
        opening.languages = Languages::of(DANISH);
        if dice.happens(0.08) {
            let other = Languages::of(1 + dice.below(4));
            opening.languages = if dice.happens(0.3) { other } else { opening.languages.union(other) };
        }
        opening.company = [Company::Either, Company::Alone, Company::Group][weighted(&[0.5, 0.2, 0.3], dice)];
        opening.places = dice.happens(0.85).then(|| dice.of(&[1, 1, 1, 2, 2, 3, 4, 5, 8, 12]));
        opening
    }
}

fn several(how_many: RangeInclusive<usize>, dice: &mut Dice) -> std::ops::Range<usize> {
    0..how_many.start() + dice.below(how_many.end() - how_many.start() + 1)
}

fn weighted(shares: &[f64], dice: &mut Dice) -> usize {
    let mut left = dice.share();
    shares
        .iter()
        .position(|share| {
            left -= share;
            left < 0.0
        })
        .unwrap_or(shares.len() - 1)
}

/// Near latitude 56.
fn place((north, east): (f64, f64)) -> Option<Place> {
    Place::new(56.0 + north / 111.2, 8.6 + east / 62.2)
}

fn availability(years: usize, dice: &mut Dice) -> Slots {
    use PartOfDay::*;
    let mut slots = Slots::EMPTY;
    let mut add = |days: &[Weekday], parts: &[PartOfDay], share: f64, dice: &mut Dice| {
        for day in days {
            for part in parts {
                if dice.happens(share) {
                    slots = slots.union(Slots::of(*day, *part));
                }
            }
        }
    };
    if years >= 65 {
        add(&WEEKDAYS, &[Morning, Afternoon], 0.5, dice);
        add(&WEEKDAYS, &[Evening], 0.1, dice);
    } else if years < 25 {
        add(&WEEKDAYS, &[Afternoon, Evening], 0.35, dice);
        add(&WEEKEND, &[Morning, Afternoon, Evening], 0.3, dice);
    } else {
        add(&WEEKDAYS, &[Evening], 0.5, dice);
        add(&WEEKDAYS, &[Morning, Afternoon], 0.07, dice);
        add(&WEEKEND, &[Morning, Afternoon], 0.4, dice);
    }
    slots
}

fn time(opened: Day, dice: &mut Dice) -> Time {
    use PartOfDay::*;
    let slot = |dice: &mut Dice| {
        if dice.happens(0.75) {
            Slots::of(dice.of(&WEEKDAYS), [Morning, Afternoon, Evening][weighted(&[0.35, 0.4, 0.25], dice)])
        } else {
            Slots::of(dice.of(&WEEKEND), [Morning, Afternoon, Evening][weighted(&[0.35, 0.45, 0.2], dice)])
        }
    };
    match weighted(&[0.2, 0.5, 0.3], dice) {
        0 => Time::OneOff { day: opened.plus_days(7 + dice.below(60) as i32), slots: slot(dice) },
        1 => Time::Weekly {
            slots: several(1..=3, dice).fold(Slots::EMPTY, |slots, _| slots.union(slot(dice))),
            minutes_a_week: dice.happens(0.7).then(|| dice.of(&[60, 90, 120, 120, 180, 240])),
        },
        _ => Time::Flexible { minutes_a_week: dice.happens(0.6).then(|| dice.of(&[30, 60, 120, 180])) },
    }
}
