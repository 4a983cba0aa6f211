//! `cargo xtask bench`: how fast the program is, as a table. `--matching`: the matching engine alone.
//! `cargo xtask simulate-matching`: what the engine does to an invented municipality.

use std::{fs, path::Path, process::Command};

use anyhow::Result;

use crate::{
    command::{command, show, target},
    node,
    page::Place,
    postgres,
};

pub const PROGRAM: Place = Place { page: "docs/performance.md", written_by: "bench --write" };
pub const MATCHING: Place = Place { page: "docs/matching.md", written_by: "bench --matching --write" };
pub const SIMULATION: Place = Place { page: "docs/matching.md", written_by: "simulate-matching --write" };

/// Builds the release program, measures it on both databases, and writes the table where it is asked to.
pub fn run(quick: bool, only: Option<&str>, write: bool) -> Result<()> {
    node::packages("assets")?;
    let folder = target().join("bench");
    let mut bench = command("cargo run --release --locked --package samskab --example bench -- --folder");
    bench.arg(&folder).args(["--postgres", &postgres::start()?]);
    if let Some(only) = only {
        bench.args(["--only", only]);
    }
    made_by(&PROGRAM, bench, quick, write.then(|| folder.join("report.md")).as_deref())
}

/// The engine with 100,000 volunteers and 20,000 tasks, and one statement on PostgreSQL for the same question.
pub fn matching(quick: bool, write: bool) -> Result<()> {
    let report = report("matching.md")?;
    let mut bench =
        command("cargo run --release --locked --package samskab-matching --example best_matches -- --out");
    bench.arg(&report).args(["--postgres", &postgres::start()?, "--psql"]).arg(postgres::psql()?);
    made_by(&MATCHING, bench, quick, write.then_some(report.as_path()))
}

/// The engine against others in invented municipalities.
pub fn simulate(quick: bool, write: bool) -> Result<()> {
    let report = report("simulation.md")?;
    let mut simulate =
        command("cargo run --release --locked --package samskab-matching --example simulate -- --out");
    simulate.arg(&report);
    made_by(&SIMULATION, simulate, quick, write.then_some(report.as_path()))
}

fn report(name: &str) -> Result<std::path::PathBuf> {
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

/// Runs what makes the table, and puts its report into the place where one is named.
fn made_by(place: &Place, mut making: Command, quick: bool, report: Option<&Path>) -> Result<()> {
    if quick {
        making.arg("--quick");
    }
    show(making)?.require_success()?;
    if let Some(report) = report {
        place.write(&fs::read_to_string(report)?)?;
    }
    Ok(())
}
