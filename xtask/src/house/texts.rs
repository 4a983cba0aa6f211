//! The test that no text lies unread in the files of texts.

use std::{collections::HashSet, fs, path::Path};

use crate::command::{command, read, root};

/// Keys that are put together at run time, of what they are about: `import-hint-tasks-unit`.
const PUT_TOGETHER: [&str; 4] = ["import-kind-", "import-about-", "import-key-", "import-hint-"];

/// The keys that a file of texts begins lines with.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    let key = |line: &'_ str| line.split_once('=').map(|(key, _)| key.trim_end().len());
    text.lines().filter_map(move |line| {
        let key = &line[..key(line)?];
        let is_key = key.starts_with(|first: char| first.is_ascii_lowercase())
            && key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        is_key.then_some(key)
    })
}

/// Rust and templates say `task_title`, texts by key `task-title`; both are looked for as `task-title`.
fn words(text: &str) -> impl Iterator<Item = String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    text.split(move |letter| !is_part(letter)).map(|word| word.replace('_', "-"))
}

#[test]
fn every_text_is_asked_for() {
    let files = read(&mut command("git ls-files crates xtask")).unwrap();
    let files: Vec<&Path> = files.lines().map(Path::new).collect();
    let of_kind = |endings: &'static [&str]| {
        files.iter().filter(|path| path.extension().is_some_and(|end| endings.iter().any(|one| end == *one)))
    };
    let text = |path: &Path| fs::read_to_string(root().join(path)).unwrap_or_default();
    let mut asked: HashSet<String> = HashSet::new();
    for path in of_kind(&["rs", "html", "xml", "txt", "toml", "ftl"]) {
        let is_texts = path.extension().is_some_and(|end| end == "ftl");
        let text = text(path);
        // A text may stand within another: `{ footer-phone }`.
        let text = if is_texts {
            text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect::<Vec<_>>().join(" ")
        } else {
            text
        };
        asked.extend(words(&text));
    }
    let mut unread = Vec::new();
    for path in of_kind(&["ftl"]).filter(|path| !path.ends_with("catalogue.ftl")) {
        for key in keys(&text(path)) {
            if !asked.contains(key) && !PUT_TOGETHER.iter().any(|begin| key.starts_with(begin)) {
                unread.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(unread.is_empty(), "no page asks for these texts:\n{}", unread.join("\n"));
}
