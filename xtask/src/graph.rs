//! The arrows between the crates, as cargo tells them.

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;

    use crate::command::{command, read};

    /// The arrows of the house (ADR 0002): a crate may use what stands before it, and contexts beside each
    /// other use nothing of each other. A context has its place here when it is born.
    const FOUNDATION: [&str; 10] = [
        "samskab-kernel",
        "samskab-store-macros",
        "samskab-store",
        "samskab-search",
        "samskab-matching",
        "samskab-document",
        "samskab-file",
        "samskab-jobs",
        "samskab-mail",
        "samskab-i18n",
    ];
    /// What every context stands on.
    const COMMON_GROUND: [&str; 4] =
        ["samskab-web", "samskab-import", "samskab-desk", "samskab-organisation"];
    /// The contexts of volunteering, from the lowest: each may use those before it.
    const STACKED: [&str; 10] = [
        "samskab-taskbank",
        "samskab-finding",
        "samskab-volunteers",
        "samskab-interest",
        "samskab-requirement",
        "samskab-engagement",
        "samskab-hours",
        "samskab-shifts",
        "samskab-suggestion",
        "samskab-coverage",
    ];

    fn may_use(name: &str) -> Option<Vec<&'static str>> {
        let foundation = FOUNDATION.to_vec();
        let with = |more: &[&'static str]| [FOUNDATION.as_slice(), more].concat();
        Some(match name {
            "samskab-kernel" | "samskab-store-macros" | "xtask" => vec![],
            "samskab-i18n" | "samskab-matching" | "samskab-document" | "samskab-file" => {
                vec!["samskab-kernel"]
            }
            "samskab-store" => vec!["samskab-kernel", "samskab-store-macros"],
            "samskab-search" | "samskab-jobs" => foundation[..3].to_vec(),
            "samskab-mail" => [&foundation[..3], &["samskab-jobs"]].concat(), // an outbox is a queue
            "samskab-web" => foundation,
            "samskab-import" => with(&["samskab-web"]),
            "samskab-desk" => with(&["samskab-web", "samskab-import"]),
            "samskab-organisation" => with(&["samskab-web", "samskab-import", "samskab-desk"]),
            // The pages about units and positions, and those over what the contexts read of the settings;
            // nothing stands on them.
            "samskab-chart" | "samskab-settings" => with(&COMMON_GROUND),
            // What the contexts know of one person, side by side. An engagement makes one person of two.
            "samskab-people" => with(&COMMON_GROUND),
            // Bodies and their meetings, beside volunteering.
            "samskab-meetings" => with(&COMMON_GROUND),
            // Meetings that everybody can come to, in the calendar of all meetings.
            "samskab-dialogue" => [with(&COMMON_GROUND), vec!["samskab-meetings"]].concat(),
            // Texts that are written together; policies and hearings will stand on it.
            "samskab-writing" => with(&COMMON_GROUND),
            // What is proposed stands on the agendas of those who decide; what it serves is said in texts.
            "samskab-initiative" => {
                [with(&COMMON_GROUND), vec!["samskab-meetings", "samskab-writing"]].concat()
            }
            // Texts that are heard: typed, or one that is kept. A council answers in a meeting.
            "samskab-hearing" => [with(&COMMON_GROUND), vec!["samskab-meetings", "samskab-writing"]].concat(),
            // Everything that was said about a text, from meetings, hearings and elsewhere.
            "samskab-voices" => [
                with(&COMMON_GROUND),
                vec!["samskab-meetings", "samskab-dialogue", "samskab-writing", "samskab-hearing"],
            ]
            .concat(),
            // A policy is a text that is heard, and adopted in meetings.
            "samskab-policy" => [
                with(&COMMON_GROUND),
                vec![
                    "samskab-meetings",
                    "samskab-initiative",
                    "samskab-writing",
                    "samskab-hearing",
                    "samskab-voices",
                ],
            ]
            .concat(),
            "samskab-demo" => [
                with(&COMMON_GROUND),
                STACKED.to_vec(),
                vec![
                    "samskab-meetings",
                    "samskab-dialogue",
                    "samskab-writing",
                    "samskab-initiative",
                    "samskab-hearing",
                    "samskab-policy",
                    "samskab-voices",
                ],
            ]
            .concat(),
            "samskab" => [
                with(&COMMON_GROUND),
                STACKED.to_vec(),
                vec![
                    "samskab-chart",
                    "samskab-settings",
                    "samskab-people",
                    "samskab-meetings",
                    "samskab-dialogue",
                    "samskab-writing",
                    "samskab-initiative",
                    "samskab-hearing",
                    "samskab-policy",
                    "samskab-voices",
                    "samskab-demo",
                ],
            ]
            .concat(),
            context if STACKED.contains(&context) => {
                let below = STACKED.iter().take_while(|other| **other != context).copied();
                let people = (context == "samskab-engagement" || STACKED[6..].contains(&context))
                    .then_some("samskab-people");
                with(&COMMON_GROUND).into_iter().chain(below).chain(people).collect()
            }
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
            "the arrows kernel ← store ← search, jobs, mail ← web ← import ← organisation ← contexts ← demo are broken:\n{}",
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
