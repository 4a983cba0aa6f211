//! `cargo xtask bench`: how fast the program is, as a table. `--matching`: the matching engine alone.
//! `cargo xtask simulate-matching`: what the engine does to an invented municipality.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};

use crate::{
    command::{command, root, show, target},
    node, postgres,
};

/// A table in a page, between two lines that stay.
struct Table {
    page: &'static str,
    /// The command that writes it, as its first line says.
    written_by: &'static str,
}

const PROGRAM: Table = Table { page: "docs/performance.md", written_by: "bench" };
const MATCHING: Table = Table { page: "docs/matching.md", written_by: "bench --matching" };
const SIMULATION: Table = Table { page: "docs/matching.md", written_by: "simulate-matching" };
const END: &str = "<!-- end -->";

/// Builds the release program, measures it on both databases, and writes the table where it is asked to.
pub fn run(quick: bool, write: bool) -> Result<()> {
    node::packages("assets")?;
    let folder = target().join("bench");
    let mut bench = command("cargo run --release --locked --package samskab --example bench -- --folder");
    bench.arg(&folder).args(["--postgres", &postgres::start()?]);
    PROGRAM.made_by(bench, quick, write.then(|| folder.join("report.md")).as_deref())
}

/// The engine with 100,000 volunteers and 20,000 tasks, and one statement on PostgreSQL for the same question.
pub fn matching(quick: bool, write: bool) -> Result<()> {
    let report = report("matching.md")?;
    let mut bench =
        command("cargo run --release --locked --package samskab-matching --example best_matches -- --out");
    bench.arg(&report).args(["--postgres", &postgres::start()?, "--psql"]).arg(postgres::psql()?);
    MATCHING.made_by(bench, quick, write.then_some(report.as_path()))
}

/// The engine against others in invented municipalities.
pub fn simulate(quick: bool, write: bool) -> Result<()> {
    let report = report("simulation.md")?;
    let mut simulate =
        command("cargo run --release --locked --package samskab-matching --example simulate -- --out");
    simulate.arg(&report);
    SIMULATION.made_by(simulate, quick, write.then_some(report.as_path()))
}

fn report(name: &str) -> Result<std::path::PathBuf> {
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

impl Table {
    /// Runs what makes it, and puts its report into the page where one is named.
    fn made_by(&self, mut making: Command, quick: bool, report: Option<&Path>) -> Result<()> {
        if quick {
            making.arg("--quick");
        }
        show(making)?.require_success()?;
        if let Some(report) = report {
            let page = root().join(self.page);
            let text = fs::read_to_string(&page)?;
            let new = self.replaced(&text, &fs::read_to_string(report)?);
            fs::write(&page, new.with_context(|| format!("{} has no place for the table", self.page))?)?;
        }
        Ok(())
    }

    /// The page with another table.
    fn replaced(&self, page: &str, table: &str) -> Option<String> {
        let begin = format!("<!-- written by cargo xtask {} --write -->", self.written_by);
        let (before, rest) = page.split_once(&begin)?;
        let (_, after) = rest.split_once(END)?;
        Some(format!("{before}{begin}\n{}\n{END}{after}", table.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_table_is_replaced() {
        let begin = |by: &str| format!("<!-- written by cargo xtask {by} --write -->");
        let (bench, matching) = (begin("bench"), begin("bench --matching"));
        let page = |table: &str| {
            format!("# Speed\n{matching}\nits own\n{END}\n{bench}\n{table}\n{END}\nWhat it means.\n")
        };
        assert_eq!(PROGRAM.replaced(&page("old"), "\nnew\n").unwrap(), page("new"));
        assert_eq!(PROGRAM.replaced("# Speed", "new"), None);
    }

    #[test]
    fn every_table_has_its_place() {
        for table in [PROGRAM, MATCHING, SIMULATION] {
            let page = fs::read_to_string(root().join(table.page)).unwrap();
            assert!(table.replaced(&page, "new").is_some(), "{}: {}", table.page, table.written_by);
        }
    }
}
