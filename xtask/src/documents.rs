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
