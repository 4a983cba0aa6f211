//! The documents of the repository are kept true.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::command::{command, read, root};

/// Where the links of a Markdown text lead: what stands between `](` and `)`, other sites left out, and the
/// pages of the program, which `tests/house/links.rs` follows.
fn links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|after| after.split([')', '#']).next())
        .filter(|link| {
            !link.is_empty()
                && !link.contains("://")
                && !link.starts_with("mailto:")
                && !link.starts_with('/')
        })
        .collect()
}

#[test]
fn links_are_found() {
    let text = "[a](docs/A.md#part), [b](https://b.example), [c](#here) and [d](../d.rs)";
    assert_eq!(links(text), ["docs/A.md", "../d.rs"]);
}

#[test]
fn every_link_leads_somewhere() {
    let documents = read(&mut command("git ls-files *.md")).unwrap();
    assert!(documents.lines().any(|name| name == "README.md"), "git does not list the documents");
    let mut dead = Vec::new();
    for document in documents.lines().map(|name| root().join(name)).filter(|path| path.is_file()) {
        let folder = document.parent().unwrap_or(Path::new("."));
        let text = fs::read_to_string(&document).unwrap();
        let missing = links(&text).into_iter().filter(|link| !folder.join(link).exists());
        dead.extend(missing.map(|link| format!("{}: {link}", document.display())));
    }
    assert!(dead.is_empty(), "links that lead nowhere:\n{}", dead.join("\n"));
}

/// What stands between back quotes within a line of a Markdown text, code blocks left out.
fn quoted(text: &str) -> Vec<&str> {
    let mut in_block = false;
    let lines = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        in_block ^= is_fence;
        !is_fence && !in_block
    });
    lines.flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn what_is_quoted_is_found() {
    assert_eq!(quoted("a `b` and `c/d.rs`\n```sh\n`e`\n```\n`f`"), ["b", "c/d.rs", "f"]);
}

/// A path from the root of the repository that a document names, as `crates/web/src/app.rs`.
fn is_our_path(quoted: &str) -> bool {
    const FOLDERS: [&str; 8] =
        ["assets/", "crates/", "docs/", "e2e/", "migrations/", "packaging/", "xtask/", ".ci/"];
    FOLDERS.iter().any(|folder| quoted.starts_with(folder))
        && !quoted.contains(['*', '{', '<', '…', ' '])
        && !quoted.starts_with("e2e/screenshots")
}

#[test]
fn every_path_that_is_named_is_there() {
    let mut gone = Vec::new();
    for name in read(&mut command("git ls-files *.md")).unwrap().lines() {
        // What was decided or changed then speaks of the house as it was then.
        let is_history = name.starts_with("docs/adr/") || name == "CHANGELOG.md";
        let path = root().join(name);
        if is_history || !path.is_file() {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let missing =
            quoted(&text).into_iter().filter(|path| is_our_path(path) && !root().join(path).exists());
        gone.extend(missing.map(|path| format!("{name}: {path}")));
    }
    assert!(gone.is_empty(), "documents name what is not there:\n{}", gone.join("\n"));
}

/// Every test that docs/ARCHITECTURE.md names as a guard exists.
#[test]
fn every_guard_is_a_test() {
    let text = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
    let (_, rules) = text.split_once("## Always true").unwrap();
    let rules = rules.split("\n## ").next().unwrap();
    let is_name = |name: &&str| {
        name.contains('_') && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let guards = rules.lines().filter_map(|rule| rule.rsplit('|').nth(1));
    let guards: Vec<&str> = guards.flat_map(quoted).filter(is_name).collect();
    assert!(guards.len() > 20, "only {} guards are named", guards.len());
    let sources = read(&mut command("git grep --untracked -h -o -E fn\\s+[a-z0-9_]+ -- *.rs")).unwrap();
    let known: BTreeSet<&str> =
        sources.lines().filter_map(|line| Some(line.strip_prefix("fn")?.trim())).collect();
    let missing: Vec<&str> = guards.into_iter().filter(|name| !known.contains(name)).collect();
    assert!(missing.is_empty(), "docs/ARCHITECTURE.md names guards that are not there: {missing:?}");
}

#[test]
fn every_decision_is_listed() {
    let folder = root().join("docs/adr");
    let list = fs::read_to_string(folder.join("README.md")).unwrap();
    let listed: BTreeSet<&str> = links(&list).into_iter().collect();
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let missing: Vec<String> =
        names.filter(|name| name != "README.md" && !listed.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "not in docs/adr/README.md: {missing:?}");
}
