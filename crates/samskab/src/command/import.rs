//! `samskab import`: a CSV file from the command line, by the same rules as in the browser.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use crate::config::Config;

#[derive(Debug, Args)]
pub struct Import {
    /// units, positions, associations or tasks
    #[arg(long)]
    pub kind: String,
    /// The file: semicolons, Windows-1252 or UTF-8
    pub file: PathBuf,
    /// Write what the dry run would; all rows or none
    #[arg(long)]
    pub write: bool,
    /// Which municipality (its slug), when there are several
    #[arg(long)]
    pub municipality: Option<String>,
    /// Where to put the rejected rows, to be mended and sent again
    #[arg(long, value_name = "FILE")]
    pub rejected: Option<PathBuf>,
}

pub async fn run(_config: Config, _import: Import) -> anyhow::Result<ExitCode> {
    anyhow::bail!("not wired yet")
}
