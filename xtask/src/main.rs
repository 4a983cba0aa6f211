//! The commands a developer runs: `cargo xtask <command>`.
//!
//! Each command is one module. Everything external goes through [`command`], which can say what it runs.

mod bench;
mod command;
#[cfg(test)]
mod documents;
mod graph;
mod licences;
mod node;
mod postgres;
mod steps;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

/// Runs the work around the program: tests, checks, the development database.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Everything that must be true before a change is shared; sets up what is missing
    Test {
        /// Only this step (see `cargo xtask test --list`)
        #[arg(long, value_name = "STEP")]
        only: Option<String>,
        /// Name the steps and what each does
        #[arg(long)]
        list: bool,
    },
    /// The steps that take seconds: run them while working
    Check,
    /// Start the private PostgreSQL that tests and development use, and print its address
    Postgres {
        /// Stop it instead
        #[arg(long)]
        stop: bool,
    },
    /// Measure the release program on both databases: a municipality of 700 associations and 20,000 tasks
    Bench {
        /// Measure the matching engine instead: 100,000 volunteers and 20,000 tasks
        #[arg(long)]
        matching: bool,
        /// A tenth of everything, a second each
        #[arg(long)]
        quick: bool,
        /// Put the table into docs/performance.md (docs/matching.md)
        #[arg(long)]
        write: bool,
    },
    /// Let invented volunteers find tasks: whom does matching show, and who gets somebody?
    SimulateMatching {
        /// Fewer towns
        #[arg(long)]
        quick: bool,
        /// Put the tables into docs/matching.md
        #[arg(long)]
        write: bool,
    },
}

fn main() -> ExitCode {
    match perform(Task::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Test { list: true, .. } => steps::list(),
        Task::Test { only: Some(name), .. } => return steps::only(&name),
        Task::Test { only: None, .. } => return steps::all(),
        Task::Check => return steps::fast(),
        Task::Postgres { stop: false } => println!("{}", postgres::start()?),
        Task::Postgres { stop: true } => postgres::stop()?,
        Task::Bench { matching: true, quick, write } => bench::matching(quick, write)?,
        Task::Bench { matching: false, quick, write } => bench::run(quick, write)?,
        Task::SimulateMatching { quick, write } => bench::simulate(quick, write)?,
    }
    Ok(())
}
