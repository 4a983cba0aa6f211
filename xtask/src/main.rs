//! The commands a developer runs: `cargo xtask <command>`.
//!
//! Each command is one module. Everything external goes through [`command`], which says what it runs.

mod command;
mod postgres;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

/// Runs the work around the program: tests, checks, the development database.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Start the private PostgreSQL that tests and development use, and print its address
    Postgres {
        /// Stop it instead
        #[arg(long)]
        stop: bool,
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
        Task::Postgres { stop: false } => println!("{}", postgres::start()?),
        Task::Postgres { stop: true } => postgres::stop()?,
    }
    Ok(())
}
