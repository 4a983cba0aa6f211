//! `cargo xtask build-times`: how long the program takes to build, as a table.
//!
//! What is measured is a commit and not the files as they lie: it is checked out beside, built from nothing in
//! a target folder of its own, and a page of it is touched there. With `--against` an older commit goes through
//! the same in the same run, because machines differ by a factor of two from day to day.

mod report;
mod table;

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use serde_json::Value;

use report::Report;

use crate::{
    command::{command, read, show, target},
    node,
    page::Place,
};

pub const TABLE: Place = Place { page: "docs/build.md", written_by: "build-times --write" };

/// What to measure.
pub struct Wanted {
    /// An older commit to compare with.
    pub against: Option<String>,
    /// Leave out what a touched page costs.
    pub release_only: bool,
    /// The end of the path of the page to touch, below `src` of any crate.
    pub page: String,
    /// Put the table into docs/build.md.
    pub write: bool,
}

/// What was measured of one commit.
struct Measured {
    /// Its short hash.
    commit: String,
    /// Of the clean release build.
    wall: Duration,
    /// User and system time of all its processes; `None` where the machine does not tell.
    processor: Option<Duration>,
    report: Report,
    /// The names of our own crates.
    own: Vec<String>,
    touched: Option<Touched>,
}

/// What it costs to touch one page, with everything else built.
struct Touched {
    page: String,
    check: Duration,
    binary: Duration,
    /// The same check for one page of each crate that has any.
    each: Vec<TouchedCrate>,
}

struct TouchedCrate {
    /// Its folder below `crates`.
    name: String,
    /// How many functions of it answer a request.
    pages: u32,
    check: Duration,
}

/// Measures HEAD, and before it the commit to compare with.
///
/// # Errors
/// When a commit cannot be checked out or does not build.
pub fn run(wanted: &Wanted) -> Result<()> {
    if !read(&mut command("git status --porcelain"))?.trim().is_empty() {
        println!("  HEAD is measured; what is not committed is left out");
    }
    let before = wanted.against.as_deref().map(|commit| measure(commit, wanted)).transpose()?;
    let now = measure("HEAD", wanted)?;
    let table = table::drawn(&now, before.as_ref(), &machine());
    println!("\n{table}");
    if wanted.write {
        TABLE.write(&table)?;
    }
    Ok(())
}

fn measure(commit: &str, wanted: &Wanted) -> Result<Measured> {
    let commit = read(command("git rev-parse --short --verify").arg(format!("{commit}^{{commit}}")))?;
    let commit = commit.trim().to_owned();
    let checkout = Checkout::of(&commit)?;
    node::packages(checkout.folder.join("assets"))?;
    show(checkout.cargo("fetch"))?.require_success()?;

    let processor = processor_time();
    let wall = checkout.timed("build --release --timings")?;
    let processor = processor.zip(processor_time()).map(|(start, end)| end.saturating_sub(start));
    let html = fs::read_to_string(checkout.built.join("cargo-timings/cargo-timing.html"))
        .context("cargo has left no report of its timings")?;
    fs::write(checkout.built.with_extension("html"), &html)?;

    let touched = if wanted.release_only { None } else { Some(checkout.touched(&wanted.page)?) };
    Ok(Measured { own: checkout.own()?, commit, wall, processor, report: Report::read(&html)?, touched })
}

/// A commit, checked out and built in folders of its own, which are removed at the end.
struct Checkout {
    folder: PathBuf,
    built: PathBuf,
}

impl Checkout {
    fn of(commit: &str) -> Result<Self> {
        let place = target().join("build-times");
        fs::create_dir_all(&place)?;
        let checkout = Self {
            folder: place.join(format!("checkout-{commit}")),
            built: place.join(format!("built-{commit}")),
        };
        checkout.remove(); // what an interrupted run has left
        read(command("git worktree add --quiet --detach").arg(&checkout.folder).arg(commit))?;
        Ok(checkout)
    }

    fn remove(&self) {
        for folder in [&self.folder, &self.built] {
            let _ = fs::remove_dir_all(folder);
        }
        let _ = read(&mut command("git worktree prune"));
    }

    /// Cargo as a newcomer would run it: with the profiles of the commit, and nothing kept from before.
    fn cargo(&self, line: &str) -> Command {
        let mut cargo = command(&format!("cargo {line} --locked"));
        cargo.current_dir(&self.folder);
        let changes_a_build = |name: &str| {
            name.starts_with("CARGO_PROFILE_")
                || name.starts_with("CARGO_BUILD_")
                || ["CARGO_INCREMENTAL", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "RUSTC_WRAPPER"]
                    .contains(&name)
        };
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(changes_a_build) {
                cargo.env_remove(name);
            }
        }
        cargo.env("CARGO_TARGET_DIR", &self.built);
        cargo
    }

    fn timed(&self, line: &str) -> Result<Duration> {
        let start = Instant::now();
        show(self.cargo(line))?.require_success()?;
        Ok(start.elapsed())
    }

    fn own(&self) -> Result<Vec<String>> {
        let metadata = read(&mut self.cargo("metadata --format-version 1 --no-deps"))?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        let packages = metadata["packages"].as_array().into_iter().flatten();
        Ok(packages.filter_map(|package| Some(package["name"].as_str()?.to_owned())).collect())
    }

    /// Checks and builds everything once, then again after each time one page has been given a function more.
    fn touched(&self, page: &str) -> Result<Touched> {
        let files = read(command("git ls-files crates/*/src/*.rs").current_dir(&self.folder))?;
        let ending = format!("/src/{page}");
        let file = files.lines().find(|file| file.ends_with(&ending));
        let file =
            file.with_context(|| format!("no crate has a page {page} to touch; name one with --page"))?;
        self.timed("check")?;
        self.touch(file)?;
        let check = self.timed("check")?;
        let each = self.each_touched(&files)?;
        self.timed("build")?;
        self.touch(file)?;
        let binary = self.timed("build")?;
        Ok(Touched { page: file.to_owned(), check, binary, each })
    }

    /// Gives a file of sources one function more.
    fn touch(&self, file: &str) -> Result<()> {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path)?;
        let number = text.matches("fn touched_to_be_measured_").count();
        let more = format!("{text}\n#[allow(dead_code)]\nfn touched_to_be_measured_{number}() {{}}\n");
        Ok(fs::write(&path, more)?)
    }

    /// Checks everything again after a page of each crate was touched, one crate after the other. `files`: all sources.
    fn each_touched(&self, files: &str) -> Result<Vec<TouchedCrate>> {
        let mut pages: BTreeMap<&str, (&str, u32)> = BTreeMap::new();
        for file in files.lines() {
            let answers = fs::read_to_string(self.folder.join(file))?.matches("-> Result<Response>").count();
            let name = file.split('/').nth(1).unwrap_or_default();
            if answers > 0 {
                pages.entry(name).or_insert((file, 0)).1 += u32::try_from(answers)?;
            }
        }
        let touched = pages.into_iter().map(|(name, (file, pages))| {
            self.touch(file)?;
            Ok(TouchedCrate { name: name.to_owned(), pages, check: self.timed("check")? })
        });
        touched.collect()
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        self.remove();
    }
}

/// User and system time of all processes that this one has started and that have ended, from Linux.
fn processor_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // proc_pid_stat(5): the name in brackets is the second field, cutime and cstime are the 16th and 17th,
    // in hundredths of a second.
    let (_, after_name) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let ticks = fields.get(13)?.parse::<u64>().ok()? + fields.get(14)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}

/// The machine and the compiler, in a few words.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let cpu = fs::read_to_string(Path::new("/proc/cpuinfo")).unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map(|(_, model)| format!(" ({})", model.trim())).unwrap_or_default();
    let rustc = read(&mut command("rustc --version")).unwrap_or_default();
    let rustc = rustc.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    format!("{cores} cores{model}, {rustc}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_others_counts_when_they_have_ended() {
        if cfg!(target_os = "linux") {
            let start = processor_time().unwrap();
            read(&mut command("rustc --version")).unwrap();
            assert!(processor_time().unwrap() >= start);
        }
    }
}
