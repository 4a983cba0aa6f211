//! Texts that send their reader to somebody name nobody who may not be there.

use std::path::PathBuf;

/// Texts that say what the role is or which step is missing, or that are only said where there is a coordinator: the
/// beginnings of their keys.
const ABOUT_THE_ROLE: [&str; 17] = [
    "asked-coordinator",
    "association-role-volunteer-coordinator",
    // who is a member, where there is one
    "body-rule-key-persons",
    // another coordinator, of the house itself
    "boundary-of-krisecenter-grey",
    "coverage-no-liaison",
    "duty-",
    "first-steps-coordinator",
    "import-about-positions",
    "import-hint-positions-role",
    "import-roles",
    // the coordinator who did it
    "leave-mail-taker-why",
    "people-logged",
    "position-",
    "unit-card-coordinator",
    "unit-chart-lead",
    "unit-role-liaison",
    "work-no-liaison",
];

#[test]
fn the_coordinator_is_only_sent_to_where_there_is_one() {
    let crates = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut read = 0;
    let mut wrong = Vec::new();
    for one in std::fs::read_dir(crates).unwrap() {
        for locale in ["da", "en"] {
            let Ok(files) = std::fs::read_dir(one.as_ref().unwrap().path().join("locales").join(locale))
            else {
                continue;
            };
            for file in files {
                let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
                for line in text.lines().filter(|line| !line.starts_with('#')) {
                    read += 1;
                    let says = ["koordinator", "coordinator"];
                    let is_named = says.iter().any(|word| line.to_lowercase().contains(word));
                    if is_named && !ABOUT_THE_ROLE.iter().any(|known| line.starts_with(known)) {
                        wrong.push(line.to_owned());
                    }
                }
            }
        }
    }
    assert!(read > 4_000, "the texts are read: {read}");
    assert!(wrong.is_empty(), "say whom_to_ask of answering instead:\n{}", wrong.join("\n"));
}
