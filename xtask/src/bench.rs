//! `cargo xtask bench`: how fast the program is, as a table.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use crate::{
    command::{command, root, show, target},
    node, postgres,
};

/// What is written stands between these in `docs/performance.md`.
const BEGIN: &str = "<!-- written by cargo xtask bench --write -->";
const END: &str = "<!-- end -->";

/// Builds the release program, measures it on both databases, and writes the table where it is asked to.
pub fn run(quick: bool, write: bool) -> Result<()> {
    node::packages("assets")?;
    let folder = target().join("bench");
    let mut bench: Command =
        command("cargo run --release --locked --package samskab --example bench -- --folder");
    bench.arg(&folder).args(["--postgres", &postgres::start()?]);
    if quick {
        bench.arg("--quick");
    }
    show(bench)?.require_success()?;
    if write {
        let page = root().join("docs/performance.md");
        let text = fs::read_to_string(&page)?;
        let report = fs::read_to_string(folder.join("report.md"))?;
        fs::write(
            &page,
            replaced(&text, &report).context("docs/performance.md has no place for the table")?,
        )?;
    }
    Ok(())
}

/// The page with another table.
fn replaced(page: &str, table: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{}\n{END}{after}", table.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_table_is_replaced() {
        let page = format!("# Speed\n{BEGIN}\nold\n{END}\nWhat it means.\n");
        assert_eq!(
            replaced(&page, "\nnew\n").unwrap(),
            format!("# Speed\n{BEGIN}\nnew\n{END}\nWhat it means.\n")
        );
        assert_eq!(replaced("# Speed", "new"), None);
    }
}
