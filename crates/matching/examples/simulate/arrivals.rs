//! Who gets somebody? Volunteers arrive over 26 weeks and choose, or do not.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
};

use samskab_kernel::Day;
use samskab_matching::*;
use uuid::Uuid;

use crate::{
    dice::Dice,
    exposure::RELEVANCE_ONLY,
    measure::{Spread, gini},
    national::{self, Version},
    town::{TODAY, Town},
};

const WEEKS: usize = 26;
const ORGANISERS: usize = 120;
/// Open when it begins, and new each week.
const OPEN_AT_FIRST: usize = 500;
const NEW_A_WEEK: usize = 50;
/// A task is open for so many weeks at most.
const WEEKS_OPEN: i32 = 12;
/// How many volunteers look for something in a week: where there are few, and where there are many.
const QUIET: usize = 300;
const BUSY: usize = 1_500;
/// Who comes by a poster, a neighbour, a link: to one task, past every list.
const BY_LINK: f64 = 0.3;
const SHOWN: usize = 20;
/// How much the looks of a task (what no field tells) count beside the fit, in points.
const TASTE: f64 = 900.0;
/// Noise of a choice, in points.
const NOISE: f64 = 600.0;
/// Not choosing is as good as a task of this fit.
const NOTHING: f64 = 8_000.0;
/// Of those who are answered, so many are accepted, if there is room; the others go their way.
const ACCEPTED: f64 = 0.6;

#[derive(Debug, Clone, Copy, Default)]
struct Outcome {
    /// Of the open tasks, those with at least one interested in a week; mean over the weeks.
    reached: f64,
    /// Of those interested in a week, those who were the first of that week for their task; mean over the weeks. The
    /// others are what better spreading could still win.
    first: f64,
    /// Of the tasks, those with at least one interested within their first two weeks.
    soon: f64,
    /// Of the tasks, those that nobody was interested in as long as they were open.
    never: f64,
    interested: f64,
    accepted: f64,
    gini: f64,
    /// Of what was chosen from a list.
    fit: f64,
}

#[derive(Debug, Clone, Copy)]
enum Way {
    Engine(Weights),
    Existing(Version),
    /// One order for all.
    Newest,
}

/// Which ways, and what they are called.
const WAYS: [(&str, Way); 4] = [
    ("relevance only", Way::Engine(RELEVANCE_ONLY)),
    ("one order for all: newest first", Way::Newest),
    ("existing engine, *from home* if wanted", Way::Existing(Version::HomeIfWanted)),
    ("**ours**", Way::Engine(Weights::V1)),
];

pub fn table(seeds: u64) -> String {
    let mut text = format!(
        "### Who gets somebody\n\n\
         {WEEKS} weeks; {OPEN_AT_FIRST} tasks of {ORGANISERS} organisers at first and {NEW_A_WEEK} new ones each week; \
         {:.0} % of the volunteers come by a link past every list; {seeds} seeds, mean ± standard deviation. Changes are \
         against relevance only with the same seed.\n",
        BY_LINK * 100.0
    );
    for (town, volunteers) in [("quiet", QUIET), ("busy", BUSY)] {
        let runs: Vec<Vec<Outcome>> = (1..=seeds)
            .map(|seed| WAYS.iter().map(|(_, way)| run(seed, *way, volunteers)).collect())
            .collect();
        let _ = write!(text, "\n{}", rows(town, volunteers, &runs));
    }
    text
}

fn rows(town: &str, volunteers: usize, runs: &[Vec<Outcome>]) -> String {
    let mut text = format!("| a {town} town, {volunteers} volunteers a week |");
    WAYS.iter().for_each(|(way, _)| text += &format!(" {way} |"));
    text += "\n|---|";
    WAYS.iter().for_each(|_| text += "--:|");
    let mut row = |what: &str, of: fn(&Outcome) -> f64, show: fn(Spread) -> String, is_compared: bool| {
        let _ = write!(text, "\n| {what} |");
        for at in 0..WAYS.len() {
            let _ = write!(text, " {}", show(Spread::of(runs.iter().map(|run| of(&run[at])))));
            if is_compared && at > 0 {
                let change = Spread::of(runs.iter().map(|run| of(&run[at]) / of(&run[0]) - 1.0));
                let _ = write!(text, " ({})", change.change());
            }
            text.push_str(" |");
        }
    };
    row("open tasks with somebody interested, a week", |of| of.reached, Spread::percent, true);
    row("interested who were the first that week for their task", |of| of.first, Spread::percent, false);
    row("tasks with somebody within two weeks", |of| of.soon, Spread::percent, true);
    row("tasks that nobody ever asked for", |of| of.never, Spread::percent, true);
    row("interested in all", |of| of.interested, Spread::whole, true);
    row("accepted in all", |of| of.accepted, Spread::whole, true);
    row("Gini between organisers", |of| of.gini, Spread::number, false);
    row("mean fit of what was chosen from a list", |of| of.fit / 10_000.0, Spread::percent, false);
    text + "\n"
}

/// A task and what became of it.
struct Followed {
    opening: Opening,
    opened: i32,
    /// In the weeks since it opened.
    interested: BTreeMap<i32, u32>,
    /// How much it is talked of where people come by links.
    known: f64,
}

/// Somebody who wrote, and what they will hear when.
struct Answer {
    day: Day,
    opening: OpeningId,
    is_yes: bool,
}

fn run(seed: u64, way: Way, volunteers: usize) -> Outcome {
    let mut dice = Dice::new(seed * 7_919);
    let town = Town::new(&mut dice, ORGANISERS);
    let weights = if let Way::Engine(weights) = way { weights } else { RELEVANCE_ONLY };
    let mut market = Market::new(town.catalogue(), weights, town.usual());
    let mut tasks: Vec<Followed> = Vec::new();
    let mut open: HashMap<OpeningId, usize> = HashMap::new();
    let mut by_organiser: BTreeMap<Uuid, u64> = BTreeMap::new();
    let mut waiting: Vec<Answer> = Vec::new();
    let mut first = Vec::new();
    let (mut reached, mut interested, mut accepted, mut fit, mut chosen) = (Vec::new(), 0.0, 0.0, 0.0, 0.0);
    for week in 0..WEEKS {
        let monday = TODAY.plus_days(week as i32 * 7);
        // what happens to be there is the same for every way
        let mut arrivals = Dice::new(seed * 1_000_003 + week as u64);
        let new = if week == 0 { OPEN_AT_FIRST } else { NEW_A_WEEK };
        for _ in 0..new {
            let opening = town.opening(tasks.len(), monday, &mut arrivals);
            let known = arrivals.share().powi(3);
            by_organiser.entry(opening.organiser).or_default();
            open.insert(opening.id, tasks.len());
            market.upsert_opening(opening.clone());
            let aged = if week == 0 { arrivals.below(WEEKS_OPEN as usize) as i32 } else { 0 };
            tasks.push(Followed { opening, opened: week as i32 - aged, interested: BTreeMap::new(), known });
        }
        close_the_old(&mut market, &mut open, &tasks, week as i32, monday);
        let mut this_week: HashMap<usize, u32> = HashMap::new();
        let open_this_week: Vec<usize> = sorted(&open);
        for arrival in 0..volunteers {
            let number = week * volunteers + arrival;
            let mut own = Dice::new(seed.wrapping_mul(31) ^ (number as u64) << 20);
            let volunteer = town.volunteer(number, &mut own);
            let day = monday.plus_days((arrival * 7 / volunteers) as i32);
            accepted += answer(&mut market, &mut waiting, day);
            let choice = if own.happens(BY_LINK) {
                by_link(&tasks, &sorted(&open), &volunteer, &mut own)
            } else {
                let found = shown(&market, way, &volunteer, day);
                found.iter().for_each(|found| market.record_exposure(found.opening, 1));
                let choice = choose(&found, number as u64, seed, &mut own);
                fit += choice.map_or(0.0, |at| f64::from(found[at].score.fit));
                chosen += f64::from(u8::from(choice.is_some()));
                choice.map(|at| open[&found[at].opening])
            };
            let Some(task) = choice else { continue };
            interested += 1.0;
            *this_week.entry(task).or_default() += 1;
            let followed = &mut tasks[task];
            *followed.interested.entry(week as i32 - followed.opened).or_default() += 1;
            *by_organiser.entry(followed.opening.organiser).or_default() += 1;
            let Responsiveness { asked, answered, waited } = followed.opening.responsiveness;
            if own.happens(f64::from(answered + 3) / f64::from(asked + 4)) {
                let days = f64::from(waited + 90) / f64::from(answered + 3) / 10.0;
                waiting.push(Answer {
                    day: day.plus_days((-days * (1.0 - own.share()).ln()) as i32),
                    opening: followed.opening.id,
                    is_yes: own.happens(ACCEPTED),
                });
            }
            if let Some(mut opening) = market.opening(followed.opening.id).cloned() {
                opening.connections += 1;
                market.upsert_opening(opening);
            }
        }
        let all: u32 = this_week.values().sum();
        first.push(this_week.len() as f64 / f64::from(all.max(1)));
        reached.push(this_week.len() as f64 / open_this_week.len().max(1) as f64);
        forget_old_exposures(&mut market);
    }
    let share = |before: i32, of: &dyn Fn(&Followed) -> bool| {
        let begun: Vec<&Followed> = tasks.iter().filter(|task| (0..before).contains(&task.opened)).collect();
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
    }
}

/// The list that a volunteer sees.
fn shown(market: &Market, way: Way, volunteer: &Volunteer, day: Day) -> Vec<Match> {
    match way {
        Way::Engine(_) => market.best_openings(volunteer, SHOWN, day),
        Way::Existing(version) => {
            explained(national::best(volunteer, market.openings(), version, SHOWN), market, volunteer, day)
        }
        Way::Newest => {
            let open = |opening: &&Opening| gates(volunteer, opening).is_empty();
            let mut all: Vec<&Opening> = market.openings().iter().filter(open).collect();
            all.sort_unstable_by_key(|opening| (Reverse(opening.open_since), opening.id));
            explained(all.into_iter().take(SHOWN).map(|opening| opening.id), market, volunteer, day)
        }
    }
}

fn explained(
    found: impl IntoIterator<Item = OpeningId>,
    market: &Market,
    volunteer: &Volunteer,
    day: Day,
) -> Vec<Match> {
    found.into_iter().filter_map(|id| market.explain(volunteer, id, day)).collect()
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

/// What has been open long, is over or has found everybody, closes.
fn close_the_old(
    market: &mut Market,
    open: &mut HashMap<OpeningId, usize>,
    tasks: &[Followed],
    week: i32,
    monday: Day,
) {
    open.retain(|id, at| {
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

fn sorted(open: &HashMap<OpeningId, usize>) -> Vec<usize> {
    let mut all: Vec<usize> = open.values().copied().collect();
    all.sort_unstable();
    all
}

/// Exposures are counted over four weeks: a quarter is forgotten each week.
fn forget_old_exposures(market: &mut Market) {
    let all: Vec<Opening> = market.openings().to_vec();
    for opening in all {
        market.upsert_opening(Opening { exposures: opening.exposures * 3 / 4, ..opening });
    }
}

/// To one task that is open to them: those that are talked of more often.
fn by_link(tasks: &[Followed], open: &[usize], volunteer: &Volunteer, dice: &mut Dice) -> Option<usize> {
    let all: f64 = open.iter().map(|at| tasks[*at].known).sum();
    let mut left = dice.share() * all;
    let mut talked_of = open.iter().copied();
    let found = talked_of.find(|at| {
        left -= tasks[*at].known;
        left <= 0.0
    })?;
    gates(volunteer, &tasks[found].opening).is_empty().then_some(found)
}

/// Reads down the list, less and less likely to get further, and takes what they like best if it beats nothing.
/// What they like is the fit, and what no field tells: the same for a pair whatever the list.
fn choose(found: &[Match], volunteer: u64, seed: u64, dice: &mut Dice) -> Option<usize> {
    let mut best = (NOTHING + NOISE * dice.gumbel(), None);
    for (at, found) in found.iter().enumerate() {
        let number = found.opening.uuid().as_u64_pair().1;
        let mut taste = Dice::new(seed ^ volunteer.rotate_left(17) ^ number.rotate_left(41));
        let looks_at_it = taste.share() < 1.0 / (1.0 + 0.25 * at as f64);
        let utility = f64::from(found.score.fit) + TASTE * taste.normal() + NOISE * taste.gumbel();
        if looks_at_it && utility > best.0 {
            best = (utility, Some(at));
        }
    }
    best.1
}
