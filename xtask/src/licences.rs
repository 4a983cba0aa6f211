//! Licences and unwanted crates, read from `deny.toml`.
//!
//! `cargo deny` is used when it is installed; it also knows published vulnerabilities. Without it the same
//! file is read here, so that every machine checks licences and bans, and says that advisories were not.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use crate::command::{command, find, root, show};
use crate::graph::{self, Package};

/// Checks the crates the program is built from.
pub fn check() -> Result<Option<String>> {
    if find("cargo-deny").is_some() {
        show(command("cargo deny --all-features check"))?.require_success()?;
        return Ok(None);
    }
    let policy = Policy::read(&fs::read_to_string(root().join("deny.toml"))?)?;
    let packages = graph::packages()?;
    let wrong = policy.against(&packages);
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    println!(
        "  {} crates agree with deny.toml. Advisories need cargo-deny, which is not installed.",
        packages.len()
    );
    Ok(None)
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
