//! Who is seen? 5,000 volunteers, each shown their best 20 of 20,000 open tasks.

use std::{collections::HashMap, fmt::Write as _};

use samskab_matching::*;

use crate::{
    dice::Dice,
    measure::{Spread, gini},
    national::{self, Version},
    town::{TODAY, Town},
};

const VOLUNTEERS: usize = 5_000;
const OPENINGS: usize = 20_000;
const ORGANISERS: usize = 1_000;
const SHOWN: usize = 20;

/// Only what fits.
pub const RELEVANCE_ONLY: Weights =
    Weights { unanswered: FULL, met: 0, attention: 0, waiting: 0, ..Weights::V1 };

struct Seen {
    unseen: f64,
    gini: f64,
    fit: f64,
    from_home: f64,
}

const WAYS: [&str; 6] = [
    "relevance only",
    "existing engine, *from home* is near",
    "existing engine, *from home* if wanted",
    "uniform draw among what is open to one",
    "**ours, as volunteers come** (`best_openings`)",
    "**ours, everybody at once** (`recompute_all`)",
];

pub fn table(seeds: u64) -> String {
    let runs: Vec<Vec<Seen>> = (1..=seeds).map(run).collect();
    let mut text = format!(
        "### Who is seen\n\n\
         {VOLUNTEERS} volunteers each shown {SHOWN} of {OPENINGS} open tasks of {ORGANISERS} organisers; {seeds} \
         towns, mean ± standard deviation. The gates are the same for all rows.\n\n\
         | | tasks nobody is shown | Gini of exposure | mean fit, of the best possible | shown *from home* |\n\
         |---|--:|--:|--:|--:|\n"
    );
    for (at, way) in WAYS.iter().enumerate() {
        let of = |what: fn(&Seen) -> f64| Spread::of(runs.iter().map(|run| what(&run[at])));
        let _ = writeln!(
            text,
            "| {way} | {} | {} | {} | {} |",
            of(|seen| seen.unseen).percent(),
            of(|seen| seen.gini).number(),
            of(|seen| seen.fit).percent(),
            of(|seen| seen.from_home).percent(),
        );
    }
    text
}

fn run(seed: u64) -> Vec<Seen> {
    let mut dice = Dice::new(seed);
    let town = Town::new(&mut dice, ORGANISERS);
    let volunteers: Vec<Volunteer> = (0..VOLUNTEERS).map(|at| town.volunteer(at, &mut dice)).collect();
    let openings: Vec<Opening> = (0..OPENINGS).map(|at| town.opening(at, TODAY, &mut dice)).collect();
    let market = |weights: Weights| {
        let mut market = Market::new(town.catalogue(), weights, town.usual());
        openings.iter().for_each(|opening| market.upsert_opening(opening.clone()));
        market
    };
    let flat = market(RELEVANCE_ONLY);
    let ids = |found: Vec<Match>| found.into_iter().map(|found| found.opening).collect::<Vec<_>>();
    let by = |chosen: &mut dyn FnMut(&Volunteer) -> Vec<OpeningId>| -> Vec<Vec<OpeningId>> {
        volunteers.iter().map(chosen).collect()
    };
    let open_to = |volunteer: &Volunteer| -> Vec<&Opening> {
        openings.iter().filter(|opening| gates(volunteer, opening).is_empty()).collect()
    };

    let relevance = by(&mut |volunteer| ids(flat.best_openings(volunteer, SHOWN, TODAY)));
    let existing =
        |version: Version| by(&mut |volunteer| national::best(volunteer, &openings, version, SHOWN));
    let uniform = by(&mut |volunteer| {
        let mut open = open_to(volunteer);
        dice.shuffle(&mut open);
        open.into_iter().take(SHOWN).map(|opening| opening.id).collect()
    });
    let mut ours = market(Weights::V2);
    let as_they_come = by(&mut |volunteer| {
        let shown = ids(ours.best_openings(volunteer, SHOWN, TODAY));
        shown.iter().for_each(|id| ours.record_exposure(*id, 1));
        shown
    });
    let mut ours = market(Weights::V2);
    volunteers.iter().for_each(|volunteer| ours.upsert_volunteer(volunteer.clone()));
    let mut at_once: HashMap<VolunteerId, Vec<OpeningId>> = ours
        .recompute_all(SHOWN, TODAY, 2)
        .into_iter()
        .map(|list| (list.volunteer, list.openings.iter().map(|listed| listed.opening).collect()))
        .collect();
    let at_once = by(&mut |volunteer| at_once.remove(&volunteer.id).unwrap_or_default());

    let circumstances = flat.circumstances(TODAY);
    let place: HashMap<OpeningId, usize> = openings.iter().enumerate().map(|(at, o)| (o.id, at)).collect();
    let seen = |lists: &[Vec<OpeningId>]| {
        let (mut times, mut fit, mut home) = (vec![0; openings.len()], 0u64, 0u64);
        for (volunteer, list) in volunteers.iter().zip(lists) {
            for id in list {
                let opening = &openings[place[id]];
                times[place[id]] += 1;
                fit += u64::from(score(volunteer, opening, &circumstances).fit);
                home += u64::from(opening.remote == Remote::Remote);
            }
        }
        let shown = times.iter().sum::<u64>() as f64;
        Seen {
            unseen: times.iter().filter(|times| **times == 0).count() as f64 / openings.len() as f64,
            gini: gini(&times),
            fit: fit as f64 / shown,
            from_home: home as f64 / shown,
        }
    };
    let all = [
        relevance,
        existing(Version::HomeIsNear),
        existing(Version::HomeIfWanted),
        uniform,
        as_they_come,
        at_once,
    ];
    let mut all: Vec<Seen> = all.iter().map(|lists| seen(lists)).collect();
    let best = all[0].fit;
    all.iter_mut().for_each(|seen| seen.fit /= best);
    all
}
