//! The command line, worth reading with `--help`.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use crate::{
    command,
    config::{Config, Options},
};

/// Samskab: the operating system of municipal volunteering.
///
/// One program for one municipality on an embedded database, or for many on PostgreSQL.
/// Try it: `samskab demo`.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "\
Settings are read from (the first that says something wins):
  1. the options of the command
  2. the environment: SAMSKAB_LISTEN, SAMSKAB_DATA, DATABASE_URL, SAMSKAB_PUBLIC_URL, SAMSKAB_MAIL …
  3. a file: --config FILE, or samskab.toml in the data folder

Examples:
  samskab demo                                   a small invented town at http://127.0.0.1:8080
  samskab serve --data /var/lib/samskab          one municipality, one file of data
  DATABASE_URL=postgres://samskab@db/samskab samskab serve --listen 0.0.0.0:8080
  samskab import --kind associations foreninger.csv        a dry run that says what would happen
  samskab doctor                                 is everything as it should be, and if not, what to do"
)]
pub struct Cli {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the service
    Serve(Listen),
    /// Start the service with a small invented town to look around in; a second start keeps the data
    Demo {
        #[command(flatten)]
        listen: Listen,
        /// The day and time in Denmark at which the town's clock begins, as 2026-12-18T08:00; it goes on from there
        #[arg(long, value_name = "TIME")]
        at: Option<samskab_kernel::jiff::civil::DateTime>,
    },
    /// Make a municipality from a preset (blank, ringkoebing-skjern, rudersdal, faxe, viborg)
    Create(command::create::Create),
    /// Say at which names the municipalities answer: add, remove, list
    Host(command::host::HostNames),
    /// End a municipality: everybody who counts on it is told, and thirty days later it can be removed
    End(command::end::End),
    /// Import units, positions, associations or tasks from a spreadsheet or a CSV file; a dry run unless --write is given
    Import(command::import::Import),
    /// Bring the database up to date (serve does so by itself)
    Migrate,
    /// Check the installation and say what to do
    Doctor,
    /// Back up while the service runs: a copy of the embedded database, or pg_dump for PostgreSQL
    Backup {
        /// The file to write
        #[arg(value_name = "FILE")]
        to: PathBuf,
    },
    /// Bring a backup back, also one from before an upgrade. The service must be stopped
    Restore {
        /// A file written by `backup`
        #[arg(value_name = "FILE")]
        from: PathBuf,
        /// Replace the database that is there: SQLite's file is kept beside, renamed; PostgreSQL is emptied first
        #[arg(long)]
        replace: bool,
    },
}

#[derive(Debug, Clone, Args)]
pub struct Listen {
    /// Address and port; port 0 takes a free one
    #[arg(long, env = "SAMSKAB_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
}

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("samskab: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("samskab: {}", told(&error));
            ExitCode::FAILURE
        }
    }
}

/// The error and its causes, each said once and without the inner name of the statement it struck:
/// an error of the database repeats what it was caused by, and that repeats its own cause.
fn told(error: &anyhow::Error) -> String {
    let mut said: Vec<String> = Vec::new();
    for cause in error.chain() {
        if matches!(cause.downcast_ref(), Some(samskab_store::Error::Statement { .. })) {
            continue;
        }
        let text = cause.to_string();
        if said.last().is_none_or(|last| !last.contains(&text)) {
            said.push(text);
        }
    }
    said.join(": ")
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let is_demo = matches!(cli.command, Command::Demo { .. });
    let config = Config::read(&cli.options, is_demo)?;
    match cli.command {
        Command::Serve(listen) => command::serve::run(config, listen.listen).await?,
        Command::Demo { listen, at } => command::demo::run(config, listen.listen, at).await?,
        Command::Create(create) => command::create::run(config, create).await?,
        Command::Host(names) => command::host::run(config, names).await?,
        Command::End(asked) => command::end::run(config, asked).await?,
        Command::Import(import) => return command::import::run(config, import).await,
        Command::Migrate => command::migrate::run(config).await?,
        Command::Doctor => return command::doctor::run(config).await,
        Command::Backup { to } => command::backup::backup(config, &to).await?,
        Command::Restore { from, replace } => command::backup::restore(config, &from, replace).await?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;
    use samskab_store::{Error, sqlx};

    use super::*;

    #[test]
    fn a_cause_is_said_once_and_the_statement_not_at_all() {
        let source = sqlx::Error::Io(std::io::Error::other("the disk is full"));
        let error: Result<(), _> = Err(Error::Statement { statement: "ADD_HOST", source });
        let error = error.context("the municipality could not be made").unwrap_err();
        assert!(format!("{error:#}").matches("the disk is full").count() > 1, "it repeats itself");
        let told = told(&error);
        assert!(told.starts_with("the municipality could not be made: "), "{told}");
        assert_eq!(told.matches("the disk is full").count(), 1, "{told}");
        assert!(!told.contains("ADD_HOST"), "{told}");
    }
}
