//! `cargo xtask chaos`: bad days, tried on the real program, and the table of what came of them.

use anyhow::{Result, ensure};

use crate::{
    command::{command, show},
    node,
    page::Place,
    postgres,
};

pub const TABLE: Place = Place { page: "docs/reliability.md", written_by: "chaos --write" };

/// Before a line of the table in what the tests print (`crates/samskab/tests/chaos/main.rs`).
const MARK: &str = "CHAOS |";

/// Runs all of it, the long ones too, one after the other.
pub fn run(write: bool) -> Result<()> {
    node::packages("assets")?;
    let mut tests = command("cargo test --workspace --locked --test chaos -- --include-ignored --nocapture");
    tests.arg("--test-threads=1").env("SAMSKAB_TEST_POSTGRES", postgres::start()?);
    let lines = show(tests)?.require_success()?;
    let table = table(&lines);
    println!("\n{table}");
    ensure!(table.lines().count() > 2, "no test told anything");
    if write {
        TABLE.write(&table)?;
    }
    Ok(())
}

/// In the order of the words, so that two runs can be compared.
fn table(lines: &[String]) -> String {
    let mut rows: Vec<&str> =
        lines.iter().filter_map(|line| line.split_once(MARK).map(|(_, row)| row.trim())).collect();
    rows.sort_unstable();
    let rows: Vec<String> = rows.iter().map(|row| format!("| {row}\n")).collect();
    format!("| bad day | database | what came of it |\n|---|---|---|\n{}", rows.concat())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_what_the_tests_tell() {
        let lines = [
            "running 2 tests",
            "CHAOS | killed | SQLite | 0 lost |",
            "ok",
            "CHAOS | full | SQLite | 0 lost |",
        ];
        let table = super::table(&lines.map(str::to_owned));
        assert!(
            table.ends_with("|---|---|---|\n| full | SQLite | 0 lost |\n| killed | SQLite | 0 lost |\n"),
            "{table}"
        );
    }
}
