//! How fast: `cargo xtask bench` builds and runs this.
//!
//! Three processes, so that each is measured alone: one fills a municipality of 700 associations, 20,000 tasks and
//! 30,000 people, one serves it as `samskab serve` does, and this one asks as browsers do. They share the machine's
//! cores; the bare axum route in the same run says what is left for a page.

mod affairs;
#[path = "../../tests/house/forms.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod forms;
mod load;
mod measure;
mod municipality;
mod report;
mod serve;

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context, bail};
use samskab_store::Settings;

/// How much there is of everything, and how long each thing is measured.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    pub associations: usize,
    pub tasks: usize,
    pub people: usize,
    pub seconds: f64,
}

impl Scale {
    pub const FULL: Self = Self { associations: 700, tasks: 20_000, people: 30_000, seconds: 5.0 };
    pub const QUICK: Self = Self { associations: 70, tasks: 2_000, people: 3_000, seconds: 1.0 };
}

/// What is measured: everything, or the rows of these names.
#[derive(Debug, Clone, Default)]
pub struct Only(Vec<String>);

impl Only {
    const NAMES: [&str; 5] = ["pages", "lists", "interest", "meetings", "hearing"];

    fn read(text: &str) -> anyhow::Result<Self> {
        let names: Vec<String> =
            text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        for name in &names {
            if !Self::NAMES.contains(&name.as_str()) {
                bail!("there are no rows “{name}”: there are {}", Self::NAMES.join(", "));
            }
        }
        Ok(Self(names))
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|known| known == name)
    }
}

/// Browsers that ask at the same time.
pub const CLIENTS: usize = 32;

fn main() -> ExitCode {
    match perform() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let scale = if has("--quick") { Scale::QUICK } else { Scale::FULL };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    if let Some(url) = after("--fill") {
        return runtime.block_on(municipality::fill(&Settings::from_url(&url)?, scale));
    }
    if let Some(url) = after("--serve") {
        return runtime.block_on(serve::serve(&Settings::from_url(&url)?));
    }
    let Some(folder) = after("--folder").map(PathBuf::from) else {
        bail!(
            "usage: bench --folder DIR [--postgres URL] [--quick] [--only meetings,hearing]   (or simply: cargo xtask bench)"
        );
    };
    std::fs::create_dir_all(&folder)?;
    let only = Only::read(&after("--only").unwrap_or_default())?;
    let mut tables = vec![measure::database("SQLite", &sqlite(&folder)?, scale, &only)?];
    if let Some(admin) = after("--postgres") {
        let url = runtime.block_on(durable_database(&admin)).context("the PostgreSQL to measure")?;
        tables.push(measure::database("PostgreSQL", &url, scale, &only)?);
        runtime.block_on(as_before(&admin))?;
    }
    let text = report::write(scale, &tables);
    println!("{text}");
    std::fs::write(folder.join("report.md"), text)?;
    Ok(())
}

fn sqlite(folder: &std::path::Path) -> anyhow::Result<String> {
    let path = folder.join("bench.db");
    for suffix in ["", "-wal", "-shm"] {
        let mut old = path.clone().into_os_string();
        old.push(suffix);
        drop(std::fs::remove_file(old));
    }
    Ok(format!("sqlite://{}", path.display()))
}

const DATABASE: &str = "samskab_bench";

/// A new database on the cluster of the tests, which for once writes to disk as a real one does.
async fn durable_database(admin: &str) -> anyhow::Result<String> {
    run(
        admin,
        &[
            &format!("drop database if exists {DATABASE} with (force)"),
            &format!("create database {DATABASE}"),
            "alter system set fsync = on",
            "alter system set synchronous_commit = on",
            "alter system set full_page_writes = on",
            "select pg_reload_conf()",
        ],
    )
    .await?;
    let (start, _) = admin.rsplit_once('/').context("the URL ends with the name of a database")?;
    Ok(format!("{start}/{DATABASE}"))
}

/// The tests would rather be quick.
async fn as_before(admin: &str) -> anyhow::Result<()> {
    run(
        admin,
        &[
            "alter system set fsync = off",
            "alter system set synchronous_commit = off",
            "alter system set full_page_writes = off",
            "select pg_reload_conf()",
            &format!("drop database if exists {DATABASE} with (force)"),
        ],
    )
    .await
}

async fn run(url: &str, texts: &[&str]) -> anyhow::Result<()> {
    use samskab_store::sqlx::{AssertSqlSafe, Connection as _, postgres::PgConnection, raw_sql};
    let mut connection = PgConnection::connect(url).await?;
    for text in texts {
        raw_sql(AssertSqlSafe((*text).to_owned())).execute(&mut connection).await?;
    }
    connection.close().await?;
    Ok(())
}
