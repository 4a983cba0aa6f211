//! Who gets somebody, and how far is it to the most that could be? Tables of many seasons.

use std::{fmt::Write as _, thread};

use samskab_matching::*;

use crate::{
    choice::Mind,
    exposure::RELEVANCE_ONLY,
    measure::Spread,
    national::Version,
    season::{BY_LINK, NEW_A_WEEK, OPEN_AT_FIRST, ORGANISERS, Outcome, WEEKS, Way, run},
};

/// Which ways, and what they are called. All are compared with the first.
const WAYS: [(&str, Way); 5] = [
    ("relevance only", Way::Engine(RELEVANCE_ONLY)),
    ("one order for all: newest first", Way::Newest),
    ("existing engine, *from home* if wanted", Way::Existing(Version::HomeIfWanted)),
    ("ours, version 1", Way::Engine(Weights::V1)),
    ("**ours, version 2**", Way::Engine(Weights::V2)),
];
const RELEVANCE: usize = 0;
const FIRST_VERSION: usize = 3;
const SECOND_VERSION: usize = 4;

/// Where volunteers look for something.
struct Scenario {
    mind: Mind,
    name: &'static str,
    volunteers_a_week: usize,
    /// What a choice of something reached already has to be worth, of one, to somebody who knows how they choose, if
    /// there are to be about one in a hundred fewer interested than by relevance only; found by trying.
    again: f64,
}

/// Where there are few, and where there are many; for each way to choose.
const SCENARIOS: [Scenario; 4] = [
    Scenario { mind: Mind::OurParts, name: "a quiet town", volunteers_a_week: 300, again: 0.78 },
    Scenario { mind: Mind::OurParts, name: "a busy town", volunteers_a_week: 1_500, again: 0.70 },
    Scenario { mind: Mind::TheirOwn, name: "a quiet town", volunteers_a_week: 300, again: 0.0 },
    Scenario { mind: Mind::TheirOwn, name: "a busy town", volunteers_a_week: 1_500, again: 0.3 },
];

/// Outcomes by way, then by seed.
type Outcomes = Vec<Vec<Outcome>>;

pub fn table(seeds: u64) -> String {
    let mut text = format!(
        "### Who gets somebody\n\n\
         {WEEKS} weeks; {OPEN_AT_FIRST} tasks of {ORGANISERS} organisers at first and {NEW_A_WEEK} new ones each week; \
         {:.0} % of the volunteers come by a link past every list; {seeds} seeds, mean ± standard deviation. Changes are \
         against relevance only with the same seed.\n",
        BY_LINK * 100.0
    );
    let mut ceilings = String::new();
    for (at, town) in SCENARIOS.iter().enumerate() {
        let ways: Outcomes = WAYS.iter().map(|(_, way)| of_seeds(seeds, town, *way)).collect();
        if at == 0 || SCENARIOS[at - 1].mind != town.mind {
            let alike = Spread::of(ways[RELEVANCE].iter().map(|of| of.alike)).mean;
            let how = match town.mind {
                Mind::OurParts => {
                    "Volunteers who choose by our parts, and by a good deal that no field tells"
                }
                Mind::TheirOwn => "Volunteers who choose by a mind of their own",
            };
            let _ =
                write!(text, "\n**{how}** (correlation of our fit with how they like a task: {alike:.2})\n");
        }
        let _ = write!(text, "\n{}", rows(town, &ways));
        ceilings += &ceiling(seeds, town, &ways);
    }
    text + "\n### How far it is to the ceiling\n\n\
            Tasks with somebody interested a week and interested in all, against relevance only; and how much of the \
            way from relevance only to there our two versions go.\n\n\
            | | tasks reached | interested | version 1 | version 2 |\n|---|--:|--:|--:|--:|\n"
        + &ceilings
}

fn of_seeds(seeds: u64, town: &Scenario, way: Way) -> Vec<Outcome> {
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let mut all: Vec<(u64, Outcome)> = thread::scope(|scope| {
        let some = |first: u64| {
            move || -> Vec<(u64, Outcome)> {
                let mine = (1..=seeds).filter(|seed| seed % threads == first);
                mine.map(|seed| (seed, run(seed, town.mind, way, town.volunteers_a_week))).collect()
            }
        };
        let workers: Vec<_> = (0..threads).map(|first| scope.spawn(some(first))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    all.sort_unstable_by_key(|(seed, _)| *seed);
    all.into_iter().map(|(_, outcome)| outcome).collect()
}

fn change(of: fn(&Outcome) -> f64, outcomes: &[Outcome], relevance: &[Outcome]) -> Spread {
    Spread::of(outcomes.iter().zip(relevance).map(|(one, other)| of(one) / of(other) - 1.0))
}

fn rows(town: &Scenario, ways: &Outcomes) -> String {
    let mut text = format!("| {}, {} volunteers a week |", town.name, town.volunteers_a_week);
    WAYS.iter().for_each(|(way, _)| text += &format!(" {way} |"));
    text += "\n|---|";
    WAYS.iter().for_each(|_| text += "--:|");
    let mut row = |what: &str, of: fn(&Outcome) -> f64, show: fn(Spread) -> String, is_compared: bool| {
        let _ = write!(text, "\n| {what} |");
        for (at, outcomes) in ways.iter().enumerate() {
            let _ = write!(text, " {}", show(Spread::of(outcomes.iter().map(of))));
            if is_compared && at != RELEVANCE {
                let _ = write!(text, " ({})", change(of, outcomes, &ways[RELEVANCE]).change());
            }
            text.push_str(" |");
        }
    };
    row("open tasks with somebody interested, a week", |of| of.reached, Spread::percent, true);
    row("tasks with somebody in any seven days", |of| of.any_seven, Spread::whole, true);
    row("interested who were the first that week for their task", |of| of.first, Spread::percent, false);
    row("tasks with somebody within two weeks", |of| of.soon, Spread::percent, true);
    row("tasks that nobody ever asked for", |of| of.never, Spread::percent, true);
    row("interested in all", |of| of.interested, Spread::whole, true);
    row("accepted in all", |of| of.accepted, Spread::whole, true);
    row("Gini between organisers", |of| of.gini, Spread::number, false);
    row("mean fit of what was chosen from a list", |of| of.fit / 10_000.0, Spread::percent, false);
    text + "\n"
}

/// What could be reached by who knows more than any program can.
fn ceiling(seeds: u64, town: &Scenario, ways: &Outcomes) -> String {
    let choose = match town.mind {
        Mind::OurParts => "who choose by our parts",
        Mind::TheirOwn => "with a mind of their own",
    };
    let mut text = format!("| **{}, volunteers {choose}** | | | | |\n", town.name);
    let knowing = |taste: bool, again: f64| Way::Knowing { taste, again };
    let known = [
        (
            "knows how they choose, by all that fields tell; at most 1 % fewer interested",
            knowing(false, town.again),
        ),
        ("knows how they choose, by all that fields tell; whatever it costs", knowing(false, 0.0)),
        ("knows each one's taste as well; whatever it costs", knowing(true, 0.0)),
        ("knows who will come and each one's every mood", Way::Foreseeing),
    ];
    let reached = |outcomes: &[Outcome]| Spread::of(outcomes.iter().map(|of| of.reached)).mean;
    let from = reached(&ways[RELEVANCE]);
    for (what, way) in known {
        let outcomes = of_seeds(seeds, town, way);
        let whole_way = reached(&outcomes) - from;
        let share = |version: usize| 100.0 * (reached(&ways[version]) - from) / whole_way;
        let _ = writeln!(
            text,
            "| {what} | {} | {} | {:.0} % | {:.0} % |",
            change(|of| of.reached, &outcomes, &ways[RELEVANCE]).change(),
            change(|of| of.interested, &outcomes, &ways[RELEVANCE]).change(),
            share(FIRST_VERSION),
            share(SECOND_VERSION),
        );
    }
    text
}
