//! A type is called what it is, and not what was done to it (STYLE.md).

use std::path::{Path, PathBuf};

/// Names that need their comment.
const PARTICIPLES: [&str; 14] = [
    "Asked", "Came", "Chosen", "Desk", "Found", "Given", "Said", "Sent", "Shown", "Stood", "Taken", "Told",
    "Typed", "Written",
];

/// What a line of Rust names a type, if it does.
fn type_in(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = match line.strip_prefix("pub(") {
        Some(rest) => rest.split_once(") ")?.1,
        None => line.strip_prefix("pub ").unwrap_or(line),
    };
    let rest = ["struct ", "enum ", "trait ", "type "].iter().find_map(|word| line.strip_prefix(word))?;
    rest.split(|sign: char| !sign.is_alphanumeric()).next()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_type_is_called_by_a_participle_alone() {
    let mut found = Vec::new();
    sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(".."), &mut found);
    assert!(found.len() > 500, "the sources were read");
    let mut faults = Vec::new();
    for path in found {
        let text = std::fs::read_to_string(&path).unwrap();
        let named = text.lines().filter_map(type_in).filter(|name| PARTICIPLES.contains(name));
        faults.extend(named.map(|name| format!("{name} in {}", path.display())));
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn types_are_found_whoever_may_see_them() {
    for (line, name) in [
        ("struct Asked {", Some("Asked")),
        ("    pub(in crate::x) enum Found<'a> {", Some("Found")),
        ("pub type Shown = u8;", Some("Shown")),
        ("let shown = Shown { task };", None),
        ("    Asked => \"asked\",", None),
    ] {
        assert_eq!(type_in(line), name, "{line}");
    }
}
