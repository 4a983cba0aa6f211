//! The commands a developer runs: `cargo xtask <command>`.
//!
//! Each command is one module. Everything external goes through [`command`], which can say what it runs.

mod bench;
mod build_times;
mod chaos;
mod command;
#[cfg(test)]
mod documents;
mod graph;
mod house;
mod licences;
mod memory;
mod node;
mod package;
mod page;
mod postgres;
mod steps;

use std::path::PathBuf;
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
    /// Make a Debian package (.deb) of the program, built with the dist profile
    Package {
        /// Package this program instead of building one
        #[arg(long, value_name = "FILE")]
        binary: Option<PathBuf>,
        /// Where the package goes; target/package if it is not said
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Start the private PostgreSQL that tests and development use, and print its address
    Postgres {
        /// Stop it instead
        #[arg(long)]
        stop: bool,
    },
    /// Measure a clean release build of HEAD, crate by crate, and what a touched page costs
    BuildTimes {
        /// Measure this commit too, before HEAD and in the same run
        #[arg(long, value_name = "COMMIT")]
        against: Option<String>,
        /// Leave out what a touched page costs
        #[arg(long)]
        release_only: bool,
        /// The page to touch: the end of its path, below `src` of some crate
        #[arg(long, value_name = "FILE", default_value = "channel/show.rs")]
        page: String,
        /// Put the tables into docs/build.md
        #[arg(long)]
        write: bool,
    },
    /// Draw the house on one page, from the code, into docs/ARCHITECTURE.md
    House,
    /// Measure the release program on both databases: a municipality of 700 associations and 20,000 tasks
    Bench {
        /// Measure the matching engine instead: 100,000 volunteers and 20,000 tasks
        #[arg(long)]
        matching: bool,
        /// A tenth of everything, a second each
        #[arg(long)]
        quick: bool,
        /// Only these rows: pages, lists, interest, meetings, hearing, with commas between
        #[arg(long, conflicts_with_all = ["matching", "write"])]
        only: Option<String>,
        /// Put the table into docs/performance.md (docs/matching.md)
        #[arg(long)]
        write: bool,
    },
    /// Bad days on the real program: killed, disk full, database silent, sockets held; some minutes
    Chaos {
        /// Put the table into docs/reliability.md
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
        Task::Package { binary, output } => package::run(binary.as_deref(), output.as_deref())?,
        Task::Postgres { stop: false } => println!("{}", postgres::start()?),
        Task::Postgres { stop: true } => postgres::stop()?,
        Task::BuildTimes { against, release_only, page, write } => {
            build_times::run(&build_times::Wanted { against, release_only, page, write })?;
        }
        Task::House => house::draw()?,
        Task::Bench { matching: true, quick, write, .. } => bench::matching(quick, write)?,
        Task::Bench { matching: false, quick, write, only } => bench::run(quick, only.as_deref(), write)?,
        Task::Chaos { write } => chaos::run(write)?,
        Task::SimulateMatching { quick, write } => bench::simulate(quick, write)?,
    }
    Ok(())
}
