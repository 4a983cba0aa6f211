//! `cargo xtask test`: everything that must be true, as one readable list.
//!
//! A step that fails does not stop the others, so that one run tells everything. The same list runs on a
//! developer's machine and in CI; only the place differs.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::command::{command, find, root, show};
use crate::{licences, node, postgres};

struct Step {
    name: &'static str,
    about: &'static str,
    /// Whether it belongs to `cargo xtask check`.
    fast: bool,
    /// Does it; may return one line that sums it up.
    perform: fn() -> Result<Option<String>>,
}

const STEPS: [Step; 5] = [
    Step { name: "formatting", about: "the code is formatted", fast: true, perform: formatting },
    Step {
        name: "licences",
        about: "every package we build from has a licence we chose",
        fast: true,
        perform: licences::check,
    },
    Step { name: "clippy", about: "no warnings, in tests either", fast: true, perform: clippy },
    Step {
        name: "tests",
        about: "rules, pages over HTTP, storage on SQLite and PostgreSQL; generated files compared",
        fast: false,
        perform: tests,
    },
    Step {
        name: "browser",
        about: "the program in Chromium: structure, axe, keyboard, without JavaScript, on a phone",
        fast: false,
        perform: browser,
    },
];

/// Prints the steps.
pub fn list() {
    for step in &STEPS {
        println!("{:<12} {}", step.name, step.about);
    }
}

/// Runs every step.
pub fn all() -> Result<()> {
    run(STEPS.iter())
}

/// Runs the steps that take seconds.
pub fn fast() -> Result<()> {
    run(STEPS.iter().filter(|step| step.fast))
}

/// Runs the step of this name.
pub fn only(name: &str) -> Result<()> {
    match STEPS.iter().position(|step| step.name == name) {
        Some(position) => run(STEPS[position..=position].iter()),
        None => {
            let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            bail!("there is no step {name}; there is {}", names.join(", "))
        }
    }
}

fn run(steps: impl Iterator<Item = &'static Step>) -> Result<()> {
    let mut report = Vec::new();
    let mut summaries = Vec::new();
    let mut failed = Vec::new();
    for step in steps {
        println!("\n── {}: {}", step.name, step.about);
        let start = Instant::now();
        let outcome = (step.perform)();
        let time = seconds(start.elapsed());
        match outcome {
            Ok(summary) => {
                report.push(format!("  ok      {:<12} {time:>8}", step.name));
                summaries.extend(summary);
            }
            Err(error) => {
                println!("  {error:#}");
                report.push(format!(
                    "  FAILED  {:<12} {time:>8}   again: cargo xtask test --only {0}",
                    step.name
                ));
                summaries.extend(error.downcast_ref::<Failed>().map(|failed| failed.summary.clone()));
                failed.push(step.name);
            }
        }
    }
    println!("\n── result\n{}", report.join("\n"));
    for summary in summaries {
        println!("  {summary}");
    }
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

fn formatting() -> Result<Option<String>> {
    show(command("cargo fmt --all --check"))?.require_success()?;
    Ok(None)
}

fn clippy() -> Result<Option<String>> {
    node::packages("assets")?;
    show(command("cargo clippy --workspace --all-targets --locked -- --deny warnings"))?.require_success()?;
    Ok(None)
}

fn tests() -> Result<Option<String>> {
    node::packages("assets")?;
    let prepared = |line: &str| -> Result<Command> {
        let mut tests = command(line);
        // Snapshots are compared, never written, here as in CI.
        tests.env("SAMSKAB_TEST_POSTGRES", postgres::start()?).env("INSTA_UPDATE", "no");
        Ok(tests)
    };
    if find("cargo-nextest").is_some() {
        let shown =
            show(prepared("cargo nextest run --workspace --locked --no-fail-fast --status-level fail")?)?;
        let summary = shown.lines.iter().rfind(|line| line.trim_start().starts_with("Summary")).cloned();
        return conclude(shown.succeeded, "tests", summary.map(|line| line.trim().to_owned()));
    }
    let shown = show(prepared("cargo test --workspace --locked --no-fail-fast")?)?;
    let results = shown.lines.iter().filter(|line| line.starts_with("test result:"));
    let (passed, missed) = results.fold((0, 0), |(passed, missed), line| {
        (passed + number_before(line, " passed"), missed + number_before(line, " failed"))
    });
    conclude(shown.succeeded, "tests", Some(format!("{passed} passed, {missed} failed")))
}

fn browser() -> Result<Option<String>> {
    node::packages("assets")?;
    node::packages("e2e")?;
    let chromium = node::chromium()?;
    show(command("cargo build --package samskab --locked"))?.require_success()?;
    let mut specs: Vec<String> = fs::read_dir(root().join("e2e"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    specs.sort();
    let mut node = command("node --test --test-reporter=spec");
    node.current_dir(root().join("e2e")).args(&specs).env("CHROMIUM", chromium);
    let shown = show(node)?;
    let count = |name: &str| {
        shown
            .lines
            .iter()
            .rev()
            .find_map(|line| line.strip_prefix("ℹ ")?.strip_prefix(name)?.trim().parse::<u32>().ok())
    };
    let summary = count("pass ")
        .zip(count("fail "))
        .map(|(passed, failed)| format!("{passed} passed, {failed} failed"));
    conclude(shown.succeeded, "browser", summary)
}

/// The number that stands before `words` in `line`, or 0.
fn number_before(line: &str, words: &str) -> u32 {
    let number = line.split(words).next().and_then(|before| before.split_whitespace().next_back());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A failure that nevertheless has something to sum up.
#[derive(Debug)]
struct Failed {
    summary: String,
}

impl std::fmt::Display for Failed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.summary)
    }
}

impl std::error::Error for Failed {}

fn conclude(succeeded: bool, name: &str, summary: Option<String>) -> Result<Option<String>> {
    let summary = summary.map(|summary| format!("{name}: {summary}"));
    match (succeeded, summary) {
        (true, summary) => Ok(summary),
        (false, Some(summary)) => Err(Failed { summary }.into()),
        (false, None) => bail!("{name}: did not get as far as running"),
    }
}

#[cfg(test)]
mod tests_of_steps {
    #[test]
    fn numbers_are_read_from_a_result_line() {
        let line = "test result: ok. 12 passed; 3 failed; 0 ignored";
        assert_eq!(super::number_before(line, " passed"), 12);
        assert_eq!(super::number_before(line, " failed"), 3);
        assert_eq!(super::number_before("nothing", " failed"), 0);
    }
}
