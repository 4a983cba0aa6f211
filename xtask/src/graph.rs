//! What the program is built from, as cargo tells it.

use anyhow::{Context, Result};

use crate::command::{command, read};

/// One crate in the build, ours or another's.
pub struct Package {
    pub name: String,
    pub version: String,
    /// As its author wrote it: an SPDX expression, or older notation with `/`.
    pub licence: Option<String>,
    pub is_ours: bool,
}

/// Every crate that is really built on this platform, by name and version, tests included.
///
/// `cargo tree` is asked and not `cargo metadata`, which also names crates behind features that are off.
///
/// # Errors
/// When cargo cannot resolve the workspace, for instance because `Cargo.lock` is not up to date.
pub fn packages() -> Result<Vec<Package>> {
    let mut tree = command("cargo tree --workspace --locked --edges normal,build,dev --prefix none --format");
    let tree = read(tree.arg("{p}\t{l}"))?;
    let mut packages =
        tree.lines().filter(|line| !line.is_empty()).map(package).collect::<Result<Vec<Package>>>()?;
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    packages.dedup_by(|a, b| a.name == b.name && a.version == b.version);
    Ok(packages)
}

/// Reads `name v1.2.3 (where it is, when it is ours)`, a tab, the licence, and `(*)` when it was named before.
fn package(line: &str) -> Result<Package> {
    let (package, licence) = line.split_once('\t').with_context(|| format!("not a crate: {line}"))?;
    let mut words = package.split_whitespace();
    let (name, version) = words.next().zip(words.next()).with_context(|| format!("not a crate: {line}"))?;
    let licence = licence.trim_end_matches("(*)").trim();
    Ok(Package {
        name: name.to_owned(),
        version: version.trim_start_matches('v').to_owned(),
        licence: (!licence.is_empty()).then(|| licence.to_owned()),
        is_ours: package.contains("(/"),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;

    use super::*;

    /// The arrows of the house (ADR 0002): a crate may use what stands before it, and contexts beside each
    /// other use nothing of each other. A context is added to `CONTEXTS` when it is born.
    const FOUNDATION: [&str; 8] = [
        "samskab-kernel",
        "samskab-store-macros",
        "samskab-store",
        "samskab-search",
        "samskab-matching",
        "samskab-jobs",
        "samskab-mail",
        "samskab-i18n",
    ];
    const CONTEXTS: [&str; 1] = ["samskab-volunteering"];

    fn may_use(name: &str) -> Option<Vec<&'static str>> {
        let foundation = FOUNDATION.to_vec();
        let with = |more: &[&'static str]| [FOUNDATION.as_slice(), more].concat();
        Some(match name {
            "samskab-kernel" | "samskab-store-macros" | "xtask" => vec![],
            "samskab-i18n" | "samskab-matching" => vec!["samskab-kernel"],
            "samskab-store" => vec!["samskab-kernel", "samskab-store-macros"],
            "samskab-search" | "samskab-jobs" => foundation[..3].to_vec(),
            "samskab-mail" => [&foundation[..3], &["samskab-jobs"]].concat(), // an outbox is a queue
            "samskab-web" => foundation,
            "samskab-organisation" => with(&["samskab-web"]),
            context if CONTEXTS.contains(&context) => with(&["samskab-web", "samskab-organisation"]),
            "samskab" => [with(&["samskab-web", "samskab-organisation"]), CONTEXTS.to_vec()].concat(),
            _ => return None,
        })
    }

    /// Which of our crates each of our crates needs to be built; what only its tests need is left out.
    fn our_dependencies() -> BTreeMap<String, BTreeSet<String>> {
        let metadata = read(&mut command("cargo metadata --format-version 1 --locked --no-deps")).unwrap();
        let metadata: Value = serde_json::from_str(&metadata).unwrap();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
        let is_built = |needed: &&Value| needed["kind"].as_str() != Some("dev") && needed["path"].is_string();
        let packages = list(&metadata["packages"]);
        let needs =
            |package: &Value| list(&package["dependencies"]).iter().filter(is_built).map(name).collect();
        packages.iter().map(|package| (name(package), needs(package))).collect()
    }

    #[test]
    fn a_line_of_the_tree_is_read() {
        let ours = package("samskab v0.1.0 (/srv/samskab/crates/samskab)\tEUPL-1.2").unwrap();
        assert!(ours.is_ours);
        let another = package("serde_derive v1.0.2 (proc-macro)\tMIT OR Apache-2.0 (*)").unwrap();
        assert_eq!(
            (another.version.as_str(), another.licence.as_deref()),
            ("1.0.2", Some("MIT OR Apache-2.0"))
        );
        assert!(!another.is_ours);
        assert_eq!(package("nameless v1.0.0\t").unwrap().licence, None);
    }

    #[test]
    fn arrows_point_one_way() {
        let mut wrong = Vec::new();
        for (name, needs) in our_dependencies() {
            match may_use(&name) {
                None => {
                    wrong.push(format!("{name} has no place in the house yet: name it in xtask/src/graph.rs"))
                }
                Some(allowed) => wrong.extend(
                    needs
                        .iter()
                        .filter(|needed| !allowed.contains(&needed.as_str()))
                        .map(|n| format!("{name} uses {n}")),
                ),
            }
        }
        assert!(
            wrong.is_empty(),
            "the arrows kernel ← store ← search, jobs, mail ← web ← organisation ← contexts are broken:\n{}",
            wrong.join("\n")
        );
    }

    /// The kernel is pure: nothing it is built from can reach a network, a disk or a database. It knows the
    /// traits of sqlx, so that its types can say how they are written to a column, but no driver and no runtime.
    #[test]
    fn the_kernel_does_no_io() {
        let mut tree = command("cargo tree --locked --package samskab-kernel --edges normal --prefix none");
        let tree = read(&mut tree).unwrap();
        let reaching = ["axum", "hyper", "lettre", "mio", "sqlx", "sqlx-sqlite", "sqlx-postgres", "tokio"];
        let found: Vec<&str> = tree
            .lines()
            .filter_map(|line| line.split_whitespace().next())
            .filter(|name| reaching.contains(name))
            .collect();
        assert!(found.is_empty(), "the kernel is built from {found:?}");
    }
}
