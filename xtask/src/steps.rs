//! `cargo xtask test`: everything that must be true, as one readable list.
//!
//! A step that fails does not stop the others, so that one run tells everything. The same list runs on a
//! developer's machine and in CI; only the place differs.

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::command::{command, find, root, show};
use crate::{licences, memory, node, postgres};

struct Step {
    name: &'static str,
    about: &'static str,
    part_of: PartOf,
    /// Does it; may return one line that sums it up.
    perform: fn() -> Result<Option<String>>,
}

/// `cargo xtask check`, `cargo xtask test`, or both.
#[derive(PartialEq)]
enum PartOf {
    Check,
    Test,
    Both,
}

const STEPS: [Step; 6] = [
    Step { name: "formatting", about: "the code is formatted", part_of: PartOf::Both, perform: formatting },
    Step {
        name: "licences",
        about: "every package we build from has a licence we chose",
        part_of: PartOf::Both,
        perform: licences::check,
    },
    Step {
        name: "clippy",
        about: "no warnings, in tests either; `check` asks it, `test` builds with it",
        part_of: PartOf::Check,
        perform: clippy,
    },
    Step {
        name: "build",
        about: "everything compiles, and clippy has no warnings, in tests either",
        part_of: PartOf::Test,
        perform: build,
    },
    Step {
        name: "tests",
        about: "rules, pages over HTTP, storage on SQLite and PostgreSQL; generated files compared",
        part_of: PartOf::Test,
        perform: tests,
    },
    Step {
        name: "browser",
        about: "the program in Chromium: structure, axe, keyboard, without JavaScript, on a phone",
        part_of: PartOf::Test,
        perform: browser,
    },
];

/// Prints the steps.
pub fn list() {
    for step in &STEPS {
        println!("{:<12} {}", step.name, step.about);
    }
}

/// Runs everything that must be true.
pub fn all() -> Result<()> {
    run(STEPS.iter().filter(|step| step.part_of != PartOf::Check))
}

/// Runs the steps that take seconds.
pub fn fast() -> Result<()> {
    run(STEPS.iter().filter(|step| step.part_of != PartOf::Test))
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

fn build() -> Result<Option<String>> {
    node::packages("assets")?;
    let lines = show(built_by_clippy("cargo build --workspace --all-targets --locked"))?.require_success()?;
    match lines.iter().filter(|line| warns_of_a_crate(line)).count() {
        0 => Ok(None),
        crates => bail!("there are warnings in {crates} of what was built"),
    }
}

/// What cargo says below the warnings of a crate.
fn warns_of_a_crate(line: &str) -> bool {
    line.starts_with("warning: `") && line.contains(" generated ")
}

/// Builds with clippy in the place of the compiler, which it contains: each crate of ours is gone through once, instead
/// of once for clippy and once for the tests. All that is built of ours in one run must be built so, or it is built anew.
///
/// What is denied is a warning here too: it fails the step, and the tests can still be run.
fn built_by_clippy(line: &str) -> Command {
    let mut cargo = command(line);
    // Its arguments, as `cargo clippy` hands them over.
    let arguments = ["--cap-lints", "warn"].map(|argument| format!("{argument}__CLIPPY_HACKERY__")).concat();
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env("CLIPPY_ARGS", arguments);
    cargo
}

fn tests() -> Result<Option<String>> {
    node::packages("assets")?;
    let prepared = |line: &str| -> Result<Command> {
        let mut tests = built_by_clippy(line);
        memory::for_temporary_files(&mut tests)?;
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
    // With a test beside it, which asks for the same features of other crates as all tests do, nothing is built anew.
    let program = "cargo build --package samskab --bin samskab --test commands --locked";
    show(built_by_clippy(program))?.require_success()?;
    let mut specs: Vec<String> = fs::read_dir(root().join("e2e"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    specs.sort();
    let mut node = command("node --test --test-reporter=spec");
    // As many beside each other as there are cores: of itself node leaves one out.
    node.arg(format!("--test-concurrency={}", available_parallelism()?));
    node.current_dir(root().join("e2e")).args(&specs).env("CHROMIUM", chromium);
    memory::for_temporary_files(&mut node)?;
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
    fn a_crate_with_warnings_is_seen() {
        assert!(super::warns_of_a_crate("warning: `samskab-web` (lib) generated 2 warnings"));
        assert!(!super::warns_of_a_crate("warning: unused variable: `generated `"));
    }

    #[test]
    fn numbers_are_read_from_a_result_line() {
        let line = "test result: ok. 12 passed; 3 failed; 0 ignored";
        assert_eq!(super::number_before(line, " passed"), 12);
        assert_eq!(super::number_before(line, " failed"), 3);
        assert_eq!(super::number_before("nothing", " failed"), 0);
    }
}
