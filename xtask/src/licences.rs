//! Licences and unwanted packages, read from `deny.toml`.
//!
//! `cargo deny` checks the crates when it is installed; it also knows published vulnerabilities. Without it the
//! same file is read here, so that every machine checks licences and bans. Npm packages are always checked here.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use crate::command::{command, find, root, show};
use crate::graph::{self, Package};

/// Folders with packages from npm; those of `assets` are in the program, those of `e2e` only test it.
const NODE_FOLDERS: [&str; 2] = ["assets", "e2e"];

/// What is accepted for one npm package alone: the design system's font is free but keeps its name, and htmx
/// writes the 0BSD licence in its own way.
const NODE_EXCEPTIONS: [(&str, &str); 2] = [("dkfds", "OFL-1.1"), ("htmx.org", "BSD-0-Clause")];

/// Checks the crates and the npm packages the program is built from.
pub fn check() -> Result<Option<String>> {
    let mut policy = Policy::read(&fs::read_to_string(root().join("deny.toml"))?)?;
    for (name, licence) in NODE_EXCEPTIONS {
        policy.exceptions.push((name.to_owned(), BTreeSet::from([licence.to_owned()])));
    }
    let mut packages = Vec::new();
    for folder in NODE_FOLDERS {
        packages.extend(node_packages(&fs::read_to_string(root().join(folder).join("package-lock.json"))?)?);
    }
    if find("cargo-deny").is_some() {
        show(command("cargo deny --all-features check"))?.require_success()?;
    } else {
        packages.extend(graph::packages()?);
        println!("  cargo-deny is not installed: published vulnerabilities are not looked up");
    }
    let wrong = policy.against(&packages);
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    println!("  {} packages agree with deny.toml", packages.len());
    Ok(None)
}

/// The packages that a `package-lock.json` names, its own left out.
fn node_packages(lock: &str) -> Result<Vec<Package>> {
    let lock: serde_json::Value = serde_json::from_str(lock)?;
    let packages = lock["packages"].as_object().context("package-lock.json names no packages")?;
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let package = |(path, package): (&String, &serde_json::Value)| {
        let (_, name) = path.rsplit_once("node_modules/")?;
        let version = text(&package["version"]).unwrap_or_default();
        Some(Package { name: name.to_owned(), version, licence: text(&package["license"]), is_ours: false })
    };
    Ok(packages.iter().filter_map(package).collect())
}

/// The parts of `deny.toml` that are understood here.
struct Policy {
    allowed: BTreeSet<String>,
    /// Crate and licences that are accepted for it alone.
    exceptions: Vec<(String, BTreeSet<String>)>,
    /// Crate that is not wanted, and why.
    banned: Vec<(String, String)>,
    /// Crate that may be there once, and why.
    once: Vec<(String, String)>,
}

impl Policy {
    fn read(text: &str) -> Result<Policy> {
        let file: Table = text.parse()?;
        let licences = file.get("licenses").context("deny.toml has no [licenses]")?;
        let bans = file.get("bans").context("deny.toml has no [bans]")?;
        let tables = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
        let mut policy = Policy {
            allowed: words(licences.get("allow")),
            exceptions: Vec::new(),
            banned: Vec::new(),
            once: Vec::new(),
        };
        for exception in tables(licences.get("exceptions")) {
            policy.exceptions.push((word(&exception, "crate"), words(exception.get("allow"))));
        }
        for ban in tables(bans.get("deny")) {
            let entry = (word(&ban, "crate"), word(&ban, "reason"));
            match ban.get("deny-multiple-versions").and_then(Value::as_bool) {
                Some(true) => policy.once.push(entry),
                _ => policy.banned.push(entry),
            }
        }
        Ok(policy)
    }

    /// What is wrong with these crates, one line each.
    fn against(&self, packages: &[Package]) -> Vec<String> {
        let mut wrong = Vec::new();
        for package in packages.iter().filter(|package| !package.is_ours) {
            let Package { name, version, .. } = package;
            let accepts = |licence: &str| {
                self.allowed.contains(licence)
                    || self
                        .exceptions
                        .iter()
                        .any(|(crate_, allowed)| crate_ == name && allowed.contains(licence))
            };
            match package.licence.as_deref() {
                None => wrong.push(format!("{name} {version} names no licence")),
                Some(licence) if !satisfies(licence, &accepts) => {
                    wrong
                        .push(format!("{name} {version} is under {licence}, which deny.toml does not allow"));
                }
                Some(_) => {}
            }
            if let Some((_, reason)) = self.banned.iter().find(|(crate_, _)| crate_ == name) {
                wrong.push(format!("{name} {version} is not wanted: {reason}"));
            }
        }
        for (name, reason) in &self.once {
            let versions: Vec<&str> = packages
                .iter()
                .filter(|package| package.name == *name)
                .map(|package| package.version.as_str())
                .collect();
            if versions.len() > 1 {
                wrong.push(format!("{name} is there as {}: {reason}", versions.join(" and ")));
            }
        }
        wrong
    }
}

fn word(table: &Value, key: &str) -> String {
    table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn words(list: Option<&Value>) -> BTreeSet<String> {
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|item| Some(item.as_str()?.to_owned()))
        .collect()
}

/// Whether an SPDX expression can be met with the licences that `accepts` knows.
///
/// `OR` and the older `/` need one side, `AND` both and binds tighter; `WITH` joins a licence and its exception
/// into one name.
fn satisfies(expression: &str, accepts: &dyn Fn(&str) -> bool) -> bool {
    let spaced =
        expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").replace(" WITH ", "+WITH+");
    let tokens: Vec<String> =
        spaced.split_whitespace().map(|token| token.replace("+WITH+", " WITH ")).collect();
    let mut position = 0;
    let met = any(&tokens, &mut position, accepts);
    met && position == tokens.len()
}

fn any(tokens: &[String], position: &mut usize, accepts: &dyn Fn(&str) -> bool) -> bool {
    let mut met = all(tokens, position, accepts);
    while tokens.get(*position).is_some_and(|token| token == "OR") {
        *position += 1;
        met |= all(tokens, position, accepts);
    }
    met
}

fn all(tokens: &[String], position: &mut usize, accepts: &dyn Fn(&str) -> bool) -> bool {
    let mut met = one(tokens, position, accepts);
    while tokens.get(*position).is_some_and(|token| token == "AND") {
        *position += 1;
        met &= one(tokens, position, accepts);
    }
    met
}

fn one(tokens: &[String], position: &mut usize, accepts: &dyn Fn(&str) -> bool) -> bool {
    let Some(token) = tokens.get(*position) else { return false };
    *position += 1;
    if token != "(" {
        return accepts(token);
    }
    let met = any(tokens, position, accepts);
    let closed = tokens.get(*position).is_some_and(|token| token == ")");
    *position += 1;
    met && closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_met_by_what_is_allowed() {
        let allowed = |licence: &str| {
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].contains(&licence)
        };
        for met in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/GPL-3.0",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception AND MIT",
            "GPL-3.0 AND GPL-2.0 OR MIT",
        ] {
            assert!(satisfies(met, &allowed), "{met}");
        }
        for unmet in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0", "", "(MIT", "MIT MIT"]
        {
            assert!(!satisfies(unmet, &allowed), "{unmet}");
        }
    }

    #[test]
    fn an_npm_lock_is_read() {
        let lock = r#"{"packages": {
            "": {"name": "samskab-e2e", "license": "EUPL-1.2"},
            "node_modules/@a/b": {"version": "1.2.3", "license": "MIT"},
            "node_modules/c/node_modules/d": {"version": "4.5.6"}
        }}"#;
        let packages = node_packages(lock).unwrap();
        let read: Vec<_> = packages.iter().map(|p| (p.name.as_str(), p.licence.as_deref())).collect();
        assert_eq!(read, [("@a/b", Some("MIT")), ("d", None)]);
    }

    #[test]
    fn the_policy_names_what_is_wrong() {
        let policy = Policy::read(
            r#"
            [licenses]
            allow = ["MIT"]
            exceptions = [{ allow = ["OFL-1.1"], crate = "a-font" }]
            [bans]
            deny = [
              { crate = "openssl", reason = "rustls is used" },
              { crate = "sqlx", deny-multiple-versions = true, reason = "one database layer" },
            ]
            "#,
        )
        .unwrap();
        let package = |name: &str, version: &str, licence: Option<&str>| Package {
            name: name.into(),
            version: version.into(),
            licence: licence.map(str::to_owned),
            is_ours: false,
        };
        let packages = [
            package("a-font", "1.0.0", Some("OFL-1.1")),
            package("copied", "1.0.0", Some("GPL-3.0")),
            package("nameless", "1.0.0", None),
            package("openssl", "0.10.0", Some("MIT")),
            package("sqlx", "0.8.0", Some("MIT")),
            package("sqlx", "0.9.0", Some("MIT")),
        ];
        assert_eq!(
            policy.against(&packages),
            [
                "copied 1.0.0 is under GPL-3.0, which deny.toml does not allow",
                "nameless 1.0.0 names no licence",
                "openssl 0.10.0 is not wanted: rustls is used",
                "sqlx is there as 0.8.0 and 0.9.0: one database layer",
            ]
        );
    }
}
