//! How fast: `cargo xtask bench --matching` builds and runs this.
//!
//! 100,000 volunteers and 20,000 open tasks in memory. The same question is asked of PostgreSQL in the same run, as one
//! statement, through `psql`.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::unwrap_used,
    reason = "an experiment with small numbers, which would rather stop than go on wrongly"
)]

#[path = "../simulate/dice.rs"]
#[allow(dead_code, reason = "the simulator uses the rest")]
mod dice;
mod postgres;
#[path = "../simulate/town.rs"]
mod town;

use std::{fmt::Write as _, time::Instant};

use dice::Dice;
use samskab_matching::*;
use town::{TODAY, Town};

const ORGANISERS: usize = 1_000;
const LIST: usize = 20;
const CANDIDATES: usize = 50;
const THREADS: usize = 2;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after =
        |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1)).cloned();
    let share = if arguments.iter().any(|argument| argument == "--quick") { 10 } else { 1 };
    let (volunteers, openings) = (100_000 / share, 20_000 / share);

    let mut dice = Dice::new(1);
    let town = Town::new(&mut dice, ORGANISERS);
    let mut market = Market::new(town.catalogue(), Weights::V2, town.usual());
    let all: Vec<Volunteer> = (0..volunteers).map(|at| town.volunteer(at, &mut dice)).collect();
    let tasks: Vec<Opening> = (0..openings).map(|at| town.opening(at, TODAY, &mut dice)).collect();
    let before = memory();
    let started = Instant::now();
    tasks.iter().for_each(|opening| market.upsert_opening(opening.clone()));
    all.iter().for_each(|volunteer| market.upsert_volunteer(volunteer.clone()));
    let filled = started.elapsed();
    let held = memory() - before;

    let some: Vec<&Volunteer> = (0..2_000).map(|_| &all[dice.below(all.len())]).collect();
    let asked: Vec<&Opening> = (0..300).map(|_| &tasks[dice.below(tasks.len())]).collect();
    let lists = Pace::of(&some, |volunteer| market.best_openings(volunteer, LIST, TODAY).len());
    let candidates = Pace::of(&asked, |opening| {
        market.best_volunteers(opening.id, CANDIDATES, TODAY).map_or(0, |all| all.len())
    });
    let near = Pace::of(&some[..500], |volunteer| market.near_misses(volunteer, LIST, TODAY).len());
    let blocked =
        Pace::of(&asked, |opening| market.blocked_counts(opening.id).map_or(0, |counts| counts.of as usize));
    let mut changing = market.clone();
    let change = Pace::of(&asked, |opening| {
        changing.upsert_opening(Opening { connections: opening.connections + 1, ..(*opening).clone() });
        changing.openings().len()
    });
    let (started, busy) = (Instant::now(), processor());
    let made = market.recompute_all(LIST, TODAY, THREADS);
    let (everybody, busy) = (started.elapsed(), processor() - busy);

    let mut text = format!(
        "{volunteers} volunteers, {openings} open tasks, on {}. Put into memory in {:.1} s, {held} MB. The machine does \
         other work at the same time unless it is left alone: the ratio says more than the milliseconds.\n\n\
         | | p50 | p95 | p99 | aim |\n|---|--:|--:|--:|--:|\n",
        machine(),
        filled.as_secs_f64()
    );
    let mut row = |what: &str, pace: &Pace, aim: &str| {
        let _ =
            writeln!(text, "| {what} | {} | {} | {} | {aim} |", pace.at(0.50), pace.at(0.95), pace.at(0.99));
    };
    row("one volunteer's best 20 tasks, with reasons", &lists, "p95 < 5 ms");
    row("one task's best 50 volunteers, with reasons", &candidates, "p95 < 5 ms");
    row("20 near misses of a volunteer, with the gate", &near, "");
    row("who is kept from a task, by which gate", &blocked, "");
    row("a changed task is reflected", &change, "at once");
    let _ = writeln!(
        text,
        "| everybody's best 20, {} lists, {THREADS} threads ({busy:.0} s of processor time) | {:.1} s | | | < 20 s |",
        made.len(),
        everybody.as_secs_f64()
    );
    if let Some(psql) = after("--psql").zip(after("--postgres")) {
        let asked = postgres::ask(&psql, &market, &some[..60], &tasks);
        let _ = writeln!(
            text,
            "| *the best 20 as one statement on PostgreSQL* | {} | {} | {} | |\n\n\
             **One statement on PostgreSQL takes {:.0} times as long** (p50). It finds {:.1} of the same 20 tasks; the \
             others stand within {} points of each other and take turns by the day.",
            asked.pace.at(0.50),
            asked.pace.at(0.95),
            asked.pace.at(0.99),
            asked.pace.milliseconds(0.50) / lists.milliseconds(0.50),
            asked.same,
            Weights::V2.equal_within,
        );
    }
    println!("{text}");
    if let Some(path) = after("--out") {
        std::fs::write(path, text).unwrap();
    }
}

/// How long each took, shortest first.
pub struct Pace(Vec<f64>);

impl Pace {
    pub fn new(mut milliseconds: Vec<f64>) -> Self {
        milliseconds.sort_by(f64::total_cmp);
        Self(milliseconds)
    }

    fn of<T>(all: &[&T], mut question: impl FnMut(&T) -> usize) -> Self {
        let mut answered = 0;
        let once = |one: &&T| {
            let started = Instant::now();
            answered += question(one);
            started.elapsed().as_secs_f64() * 1000.0
        };
        let pace = Self::new(all.iter().map(once).collect());
        assert!(answered > 0, "nothing was found, so nothing was measured");
        pace
    }

    pub fn milliseconds(&self, share: f64) -> f64 {
        let last = self.0.len() - 1;
        self.0[((self.0.len() as f64 * share) as usize).min(last)]
    }

    fn at(&self, share: f64) -> String {
        match self.milliseconds(share) {
            short if short < 0.1 => format!("{:.1} µs", short * 1000.0),
            long => format!("{long:.2} ms"),
        }
    }
}

/// Of this process, in MB; 0 where Linux does not tell.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).map_or(0, |kb| kb / 1024)
}

/// Seconds that this process has had of any core; 0 where Linux does not tell.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // after the name, which may hold spaces: the 12th and 13th are hundredths of a second
    let rest = stat.rsplit(')').next().unwrap_or_default();
    rest.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>()
        / 100.0
}

/// "2 cores (…)", where Linux tells it.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        info.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split(": ").nth(1));
    format!("{cores} cores ({})", model.unwrap_or("of a kind that is not told"))
}
