//! Our own crates, as cargo and their folders tell.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{command, read, root};

/// One crate of ours.
pub struct Crate {
    /// As in its Cargo.toml, for instance `samskab-web`.
    pub name: String,
    /// What it is, in one sentence: `description` in its Cargo.toml.
    pub what: Option<String>,
    pub folder: PathBuf,
    /// The crates of ours it needs to be built, without those that only its tests or its build script need.
    pub needs: Vec<String>,
    /// Lines of Rust in its folder: the program, its tests and its examples.
    pub lines: usize,
}

impl Crate {
    /// The name as we say it: `web` for `samskab-web`.
    pub fn short(&self) -> &str {
        short(&self.name)
    }
}

pub fn short(name: &str) -> &str {
    name.strip_prefix("samskab-").unwrap_or(name)
}

/// Every crate of ours, by name.
///
/// # Errors
/// When cargo cannot read the workspace.
pub fn all() -> Result<Vec<Crate>> {
    let metadata = read(&mut command("cargo metadata --format-version 1 --locked --no-deps"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let mut crates = packages.iter().map(one).collect::<Result<Vec<_>>>()?;
    crates.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(crates)
}

fn one(package: &Value) -> Result<Crate> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let folder = text(&package["manifest_path"]).context("a package without a manifest")?;
    let folder = Path::new(&folder).parent().unwrap_or(&root()).to_path_buf();
    // `kind` is null for what the crate itself is built from.
    let is_built = |needed: &&Value| needed["kind"].is_null() && needed["path"].is_string();
    let needed = package["dependencies"].as_array().into_iter().flatten().filter(is_built);
    let mut needs: Vec<String> = needed.filter_map(|needed| text(&needed["name"])).collect();
    needs.sort();
    needs.dedup();
    Ok(Crate {
        name: text(&package["name"]).context("a package without a name")?,
        what: text(&package["description"]),
        lines: lines(&folder)?,
        folder,
        needs,
    })
}

/// Every file under `folder` with this ending, in the order of their paths.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "target" && name != "node_modules") {
                found.extend(files(&path, ending)?);
            }
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn lines(folder: &Path) -> Result<usize> {
    let mut lines = 0;
    for file in files(folder, "rs")? {
        lines += fs::read_to_string(&file)?.lines().count();
    }
    Ok(lines)
}
