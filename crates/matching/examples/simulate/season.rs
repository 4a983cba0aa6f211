//! Half a year of an invented municipality: tasks open and close, volunteers arrive and choose, or do not.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use samskab_kernel::Day;
use samskab_matching::*;
use uuid::Uuid;

use crate::{
    ceiling,
    choice::{Liking, Mind, Minds, Visitor},
    dice::Dice,
    exposure::RELEVANCE_ONLY,
    measure::gini,
    national::{self, Version},
    town::{TODAY, Town},
};

pub const WEEKS: usize = 26;
pub const ORGANISERS: usize = 120;
/// Open when it begins, and new each week.
pub const OPEN_AT_FIRST: usize = 500;
pub const NEW_A_WEEK: usize = 50;
/// At most this many weeks a task is open.
const WEEKS_OPEN: i32 = 12;
/// Who comes by a poster, a neighbour, a link: to one task, past every list.
pub const BY_LINK: f64 = 0.3;
const SHOWN: usize = 20;
/// Share of the answered who are accepted, if there is room; the others go their way.
const ACCEPTED: f64 = 0.6;

#[derive(Debug, Clone, Copy, Default)]
pub struct Outcome {
    /// Of the open tasks, those with at least one interested in a week; mean over the weeks.
    pub reached: f64,
    /// Of those interested in a week, those who were the first of that week for their task; mean over the weeks. The
    /// others are what better spreading could still win.
    pub first: f64,
    /// Of the tasks, those with at least one interested within their first two weeks.
    pub soon: f64,
    /// Of the tasks, those that nobody was interested in as long as they were open.
    pub never: f64,
    pub interested: f64,
    pub accepted: f64,
    pub gini: f64,
    /// Of what was chosen from a list.
    pub fit: f64,
    /// Tasks with somebody within seven days, whatever day they begin with; mean.
    pub any_seven: f64,
    /// How much our fit and their liking have to do with each other, over what was shown.
    pub alike: f64,
}

#[derive(Debug, Clone, Copy)]
pub enum Way {
    Engine(Weights),
    Existing(Version),
    /// One order for all.
    Newest,
    /// By somebody who knows how volunteers choose. A choice of what has had somebody this week is worth `again`.
    Knowing {
        taste: bool,
        again: f64,
    },
    /// By somebody who knows who will come this week, and every mood.
    Foreseeing,
}

/// A task and what became of it.
pub struct Followed {
    pub opening: Opening,
    pub opened: i32,
    /// In the weeks since it opened.
    interested: BTreeMap<i32, u32>,
    /// How much it is talked of where people come by links.
    known: f64,
    /// The days on which somebody was interested.
    met: Vec<Day>,
}

/// Somebody who wrote, and what they will hear when.
struct Answer {
    day: Day,
    opening: OpeningId,
    is_yes: bool,
}

/// Somebody who arrives.
pub struct Arrival {
    pub volunteer: Volunteer,
    pub number: u64,
    pub own: Dice,
    pub day: Day,
    pub is_by_link: bool,
}

pub struct Season {
    pub market: Market,
    pub minds: Minds,
    pub tasks: Vec<Followed>,
    pub open: HashMap<OpeningId, usize>,
    way: Way,
    /// What had somebody this week.
    this_week: HashMap<usize, u32>,
}

pub fn run(seed: u64, mind: Mind, way: Way, volunteers: usize) -> Outcome {
    let mut dice = Dice::new(seed * 7_919);
    let town = Town::new(&mut dice, ORGANISERS);
    let weights = if let Way::Engine(weights) = way { weights } else { RELEVANCE_ONLY };
    let mut season = Season {
        market: Market::new(town.catalogue(), weights, town.usual()),
        minds: Minds::new(mind, seed),
        tasks: Vec::new(),
        open: HashMap::new(),
        way,
        this_week: HashMap::new(),
    };
    let mut by_organiser: BTreeMap<Uuid, u64> = BTreeMap::new();
    let mut waiting: Vec<Answer> = Vec::new();
    let mut first = Vec::new();
    let (mut reached, mut interested, mut accepted, mut fit, mut chosen) = (Vec::new(), 0.0, 0.0, 0.0, 0.0);
    let mut alike = Alike::default();
    for week in 0..WEEKS {
        let monday = TODAY.plus_days(week as i32 * 7);
        // what happens to be there is the same for every way
        let mut arrivals = Dice::new(seed * 1_000_003 + week as u64);
        let new = if week == 0 { OPEN_AT_FIRST } else { NEW_A_WEEK };
        for _ in 0..new {
            let opening = town.opening(season.tasks.len(), monday, &mut arrivals);
            let known = arrivals.share().powi(3);
            by_organiser.entry(opening.organiser).or_default();
            let aged = if week == 0 { arrivals.below(WEEKS_OPEN as usize) as i32 } else { 0 };
            season.begin(opening, week as i32 - aged, known);
        }
        season.close_the_old(week as i32, monday);
        season.this_week.clear();
        let open_this_week = season.open.len().max(1);
        let arrival = |at: usize| {
            let number = week * volunteers + at;
            let mut own = Dice::new(seed.wrapping_mul(31) ^ (number as u64) << 20);
            let volunteer = town.volunteer(number, &mut own);
            let day = monday.plus_days((at * 7 / volunteers) as i32);
            let is_by_link = own.happens(BY_LINK);
            Arrival { volunteer, number: number as u64, own, day, is_by_link }
        };
        let plan = match way {
            Way::Foreseeing => ceiling::plan(&season, (0..volunteers).map(arrival)),
            _ => HashMap::new(),
        };
        for at in 0..volunteers {
            let mut arrival = arrival(at);
            accepted += answer(&mut season.market, &mut waiting, arrival.day);
            let choice = if arrival.is_by_link {
                season.by_link(&mut arrival)
            } else {
                let shown = season.shown(&arrival, plan.get(&arrival.number).copied());
                shown.iter().for_each(|opening| season.market.record_exposure(*opening, 1));
                let visitor = season.minds.visitor(arrival.number, &mut arrival.own);
                let (fits, likings) = season.likings(&arrival, &shown);
                if at % 40 == 0 {
                    let open = season.open_to(&arrival.volunteer);
                    let (fits, likings) = season.likings(&arrival, &open);
                    alike.add(&fits, &likings);
                }
                let choice = season.minds.choose(&visitor, &likings);
                fit += choice.map_or(0.0, |at| f64::from(fits[at]));
                chosen += f64::from(u8::from(choice.is_some()));
                choice.map(|at| season.open[&shown[at]])
            };
            let Some(task) = choice else { continue };
            interested += 1.0;
            *season.this_week.entry(task).or_default() += 1;
            let followed = &mut season.tasks[task];
            *followed.interested.entry(week as i32 - followed.opened).or_default() += 1;
            followed.met.push(arrival.day);
            *by_organiser.entry(followed.opening.organiser).or_default() += 1;
            let Responsiveness { asked, answered, waited } = followed.opening.responsiveness;
            let own = &mut arrival.own;
            if own.happens(f64::from(answered + 3) / f64::from(asked + 4)) {
                let days = f64::from(waited + 90) / f64::from(answered + 3) / 10.0;
                waiting.push(Answer {
                    day: arrival.day.plus_days((-days * (1.0 - own.share()).ln()) as i32),
                    opening: followed.opening.id,
                    is_yes: own.happens(ACCEPTED),
                });
            }
            if let Some(mut opening) = season.market.opening(followed.opening.id).cloned() {
                opening.connections += 1;
                opening.met_last = Some(arrival.day);
                season.market.upsert_opening(opening);
            }
        }
        let all: u32 = season.this_week.values().sum();
        first.push(season.this_week.len() as f64 / f64::from(all.max(1)));
        reached.push(season.this_week.len() as f64 / open_this_week as f64);
        forget_old_exposures(&mut season.market);
    }
    let share = |before: i32, of: &dyn Fn(&Followed) -> bool| {
        let begun: Vec<&Followed> =
            season.tasks.iter().filter(|task| (0..before).contains(&task.opened)).collect();
        begun.iter().filter(|task| of(task)).count() as f64 / begun.len().max(1) as f64
    };
    Outcome {
        reached: reached.iter().sum::<f64>() / WEEKS as f64,
        first: first.iter().sum::<f64>() / WEEKS as f64,
        soon: share(WEEKS as i32 - 2, &|task| task.interested.keys().any(|week| *week < 2)),
        never: share(WEEKS as i32 - WEEKS_OPEN, &|task| task.interested.is_empty()),
        interested,
        accepted,
        gini: gini(&by_organiser.values().copied().collect::<Vec<_>>()),
        fit: fit / chosen,
        alike: alike.correlation(),
        any_seven: any_seven_days(&season.tasks),
    }
}

impl Season {
    fn begin(&mut self, opening: Opening, opened: i32, known: f64) {
        self.open.insert(opening.id, self.tasks.len());
        self.market.upsert_opening(opening.clone());
        self.tasks.push(Followed { opening, opened, interested: BTreeMap::new(), known, met: Vec::new() });
    }

    /// What has been open long, is over or has found everybody, closes.
    fn close_the_old(&mut self, week: i32, monday: Day) {
        let (market, tasks) = (&mut self.market, &self.tasks);
        self.open.retain(|id, at| {
            let is_over = matches!(tasks[*at].opening.time, Time::OneOff { day, .. } if day < monday);
            let is_full = market
                .opening(*id)
                .is_some_and(|opening| opening.places.is_some_and(|places| opening.taken >= places));
            let stays = week - tasks[*at].opened < WEEKS_OPEN && !is_over && !is_full;
            if !stays {
                market.remove_opening(*id);
            }
            stays
        });
    }

    /// To one task that is open to them: those that are talked of more often.
    pub fn by_link(&self, arrival: &mut Arrival) -> Option<usize> {
        let mut open: Vec<usize> = self.open.values().copied().collect();
        open.sort_unstable();
        let all: f64 = open.iter().map(|at| self.tasks[*at].known).sum();
        let mut left = arrival.own.share() * all;
        let found = open.into_iter().find(|at| {
            left -= self.tasks[*at].known;
            left <= 0.0
        })?;
        gates(&arrival.volunteer, &self.tasks[found].opening).is_empty().then_some(found)
    }

    pub fn open_to(&self, volunteer: &Volunteer) -> Vec<OpeningId> {
        let mut open: Vec<OpeningId> = self
            .market
            .openings()
            .iter()
            .filter(|opening| gates(volunteer, opening).is_empty())
            .map(|opening| opening.id)
            .collect();
        open.sort_unstable();
        open
    }

    /// Our fit of these, and how they are liked.
    pub fn likings(&self, arrival: &Arrival, openings: &[OpeningId]) -> (Vec<u16>, Vec<Liking>) {
        let circumstances =
            Circumstances { weights: &RELEVANCE_ONLY, ..self.market.circumstances(arrival.day) };
        let of = |id: &OpeningId| {
            let opening = &self.tasks[self.open[id]].opening;
            let fit = score(&arrival.volunteer, opening, &circumstances).fit;
            (fit, self.minds.liking(&arrival.volunteer, arrival.number, opening, fit))
        };
        openings.iter().map(of).unzip()
    }

    /// The list that a volunteer sees. `planned`: by [`ceiling::plan`].
    fn shown(&self, arrival: &Arrival, planned: Option<OpeningId>) -> Vec<OpeningId> {
        let Arrival { volunteer, day, .. } = arrival;
        match self.way {
            Way::Engine(_) => {
                self.market.best_openings(volunteer, SHOWN, *day).iter().map(|found| found.opening).collect()
            }
            Way::Existing(version) => national::best(volunteer, self.market.openings(), version, SHOWN),
            Way::Newest => {
                let open = |opening: &&Opening| gates(volunteer, opening).is_empty();
                let mut all: Vec<&Opening> = self.market.openings().iter().filter(open).collect();
                all.sort_unstable_by_key(|opening| (Reverse(opening.open_since), opening.id));
                all.into_iter().take(SHOWN).map(|opening| opening.id).collect()
            }
            Way::Knowing { taste, again } => {
                let open = self.open_to(volunteer);
                let (_, likings) = self.likings(arrival, &open);
                let is_reached = |id: &OpeningId| self.this_week.contains_key(&self.open[id]);
                let worth: Vec<f64> =
                    open.iter().map(|id| if is_reached(id) { again } else { 1.0 }).collect();
                let visitor = self.visitor(arrival);
                let order = self.minds.best_order(&visitor, &likings, &worth, taste, SHOWN);
                order.into_iter().map(|at| open[at]).collect()
            }
            Way::Foreseeing => planned.map_or_else(
                || {
                    self.market
                        .best_openings(volunteer, SHOWN, *day)
                        .iter()
                        .map(|found| found.opening)
                        .collect()
                },
                |planned| vec![planned],
            ),
        }
    }

    /// As they will be at the moment of looking.
    pub fn visitor(&self, arrival: &Arrival) -> Visitor {
        self.minds.visitor(arrival.number, &mut arrival.own.clone())
    }
}

/// How many tasks had somebody within seven days, on average over all days to begin with.
fn any_seven_days(tasks: &[Followed]) -> f64 {
    let days = WEEKS * 7;
    let mut count = vec![0u32; days - 6];
    for task in tasks {
        let mut reached = vec![false; days - 6];
        for met in &task.met {
            let day = (met.number() - TODAY.number()) as usize;
            let to = (day + 1).min(days - 6);
            reached[day.saturating_sub(6)..to].fill(true);
        }
        count.iter_mut().zip(reached).for_each(|(count, reached)| *count += u32::from(reached));
    }
    f64::from(count.iter().sum::<u32>()) / count.len() as f64
}

/// Who is answered by this day: a place is taken, or the connection is over. Says how many were accepted.
fn answer(market: &mut Market, waiting: &mut Vec<Answer>, day: Day) -> f64 {
    let mut accepted = 0.0;
    waiting.retain(|answer| {
        if answer.day > day {
            return true;
        }
        if let Some(mut opening) = market.opening(answer.opening).cloned() {
            if answer.is_yes && opening.places.is_none_or(|places| opening.taken < places) {
                opening.taken += 1;
                accepted += 1.0;
            } else {
                opening.connections -= 1;
            }
            market.upsert_opening(opening);
        }
        false
    });
    accepted
}

/// Exposures are counted over four weeks: a quarter is forgotten each week.
fn forget_old_exposures(market: &mut Market) {
    let all: Vec<Opening> = market.openings().to_vec();
    for opening in all {
        market.upsert_opening(Opening { exposures: opening.exposures * 3 / 4, ..opening });
    }
}

/// A correlation, gathered.
#[derive(Default)]
struct Alike {
    n: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Alike {
    fn add(&mut self, fits: &[u16], likings: &[Liking]) {
        for (fit, liking) in fits.iter().zip(likings) {
            let (x, y) = (f64::from(*fit), liking.felt);
            self.n += 1.0;
            self.x += x;
            self.y += y;
            self.xx += x * x;
            self.yy += y * y;
            self.xy += x * y;
        }
    }

    fn correlation(&self) -> f64 {
        let Self { n, x, y, xx, yy, xy } = *self;
        (n * xy - x * y) / ((n * xx - x * x) * (n * yy - y * y)).sqrt()
    }
}
