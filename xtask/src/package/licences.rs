//! The licences of what the program contains of others, as those licences ask: with their texts.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    command::{command, read, root},
    node,
};

/// How the names of files with a licence, or with a notice that goes with it, begin.
const NAMES: [&str; 6] = ["licen", "copying", "copyright", "notice", "unlicense", "ofl"];

/// A work of others in the program.
struct Work {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// A list of all works, then each text with the works it came with.
///
/// # Errors
/// When cargo or npm do not tell what the program is built from.
pub fn of_others() -> Result<String> {
    let mut works = crates()?;
    works.extend(styles_and_scripts()?);
    let mut list = String::from("Works of others in samskab, with the licences their authors name\n\n");
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Work { name, version, licence, folder } in &works {
        list.push_str(&format!("{name} {version}: {licence}\n"));
        for text in licence_texts(folder)? {
            texts.entry(text).or_default().insert(format!("{name} {version}"));
        }
    }
    for (text, of) in texts {
        let of = of.into_iter().collect::<Vec<_>>().join(", ");
        list.push_str(&format!("\n{}\n{of}\n\n{}\n", "=".repeat(78), text.trim_end()));
    }
    Ok(list)
}

/// The crates that end up in the program: not those that only build or test it.
fn crates() -> Result<Vec<Work>> {
    let mut tree =
        command("cargo tree --locked --package samskab --edges normal,no-proc-macro --prefix none");
    let tree = read(tree.arg("--format").arg("{p}"))?;
    let inside: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    let metadata = read(&mut command("cargo metadata --format-version 1 --locked"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let work = |package: &Value| {
        let (name, version) = (package["name"].as_str()?, package["version"].as_str()?);
        // What has no source lies in this repository: it is ours.
        let is_anothers = package["source"].is_string() && inside.contains(&(name, version));
        is_anothers.then(|| Work {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: package["license"].as_str().unwrap_or("see its text").to_owned(),
            folder: Path::new(package["manifest_path"].as_str().unwrap_or_default())
                .parent()
                .unwrap_or(Path::new(""))
                .to_path_buf(),
        })
    };
    Ok(packages.iter().filter_map(work).collect())
}

/// Reads `name v1.2.3 (…)`.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

/// The packages from npm that `assets` brings into the program: the design system and htmx.
fn styles_and_scripts() -> Result<Vec<Work>> {
    node::packages("assets")?;
    let assets = root().join("assets");
    let json = |path: PathBuf| -> Result<Value> { Ok(serde_json::from_str(&fs::read_to_string(path)?)?) };
    let package = json(assets.join("package.json"))?;
    let names = package["dependencies"].as_object().context("assets/package.json has no dependencies")?;
    let work = |name: &String| {
        let folder = assets.join("node_modules").join(name);
        let package = json(folder.join("package.json"))?;
        let text = |key: &str| package[key].as_str().unwrap_or("see its text").to_owned();
        Ok(Work { name: name.clone(), version: text("version"), licence: text("license"), folder })
    };
    names.keys().map(work).collect()
}

fn licence_texts(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_names_a_work() {
        assert_eq!(name_and_version("ring v0.17.14"), Some(("ring", "0.17.14")));
        assert_eq!(name_and_version("ring v0.17.14 (*)"), Some(("ring", "0.17.14")));
        assert_eq!(name_and_version(""), None);
    }
}
