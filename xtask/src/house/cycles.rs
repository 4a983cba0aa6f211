//! The tests that hold the house to its order: modules within a crate point one way, and no crate grows too big.

use crate::command::root;

use super::{
    crates::{Crate, all},
    order::Arrows,
    reader::{self, Import, Modules},
};

/// Modules of one crate that may name each other in a circle.
struct Circle {
    of: &'static str,
    modules: &'static [&'static str],
    reason: &'static str,
}

/// Small technical crates in which a circle is the clearer way.
const CLEARER_SO: [Circle; 5] = [
    Circle {
        of: "samskab-kernel",
        modules: &["calendar", "instant"],
        reason: "an instant lies on a day, and a day begins at an instant",
    },
    Circle {
        of: "samskab-store",
        modules: &["connection", "db", "lent", "migrate"],
        reason: "a database is brought up to date as it is opened, over a connection that knows its database",
    },
    Circle {
        of: "samskab-search",
        modules: &["danish", "vocabulary"],
        reason: "words are split with a vocabulary, which is gathered from texts that were split",
    },
    Circle {
        of: "samskab-matching",
        modules: &["gate", "row", "score"],
        reason: "a row is packed in the numbers of the gates and the score, which judge rows",
    },
    Circle {
        of: "samskab-web",
        modules: &[
            "app",
            "cx",
            "erasure",
            "exit",
            "failure",
            "follow",
            "form",
            "health",
            "kept",
            "merge",
            "module",
            "personal",
            "retention",
            "sent_form",
            "services",
            "shell",
            "stored",
        ],
        reason: "one frame: a request carries the services, a module takes requests, the services hold what modules bring, and the app joins them",
    },
];

/// Lines of Rust beyond which a crate asks to be two.
const LARGE: usize = 15_000;

fn circles() -> impl Iterator<Item = &'static Circle> {
    CLEARER_SO.iter()
}

impl Circle {
    fn covers(&self, name: &str, cycle: &[&str]) -> bool {
        self.of == name && cycle.iter().all(|module| self.modules.contains(module))
    }
}

/// The cycles of a crate, each in the order in which the fewest imports point upward.
fn cycles(modules: &Modules) -> Vec<Vec<&str>> {
    let arrows = modules.imports.iter().map(|import| (import.from.as_str(), import.to.as_str()));
    Arrows::new(modules.names.iter().map(String::as_str), arrows).cycles()
}

/// The imports that point upward in this order: without them the cycle would not be one.
fn closing<'a>(modules: &'a Modules, cycle: &[&str]) -> Vec<&'a Import> {
    let place = |name: &str| cycle.iter().position(|module| *module == name);
    let points_up = |import: &&Import| place(&import.from).zip(place(&import.to)).is_some_and(|(a, b)| a < b);
    modules.imports.iter().filter(points_up).collect()
}

fn told(name: &str, modules: &Modules, cycle: &[&str]) -> String {
    let mut told = format!(
        "{name}: {} go in a circle. In the order {} these imports close it:",
        cycle.join(", "),
        cycle.join(" ← ")
    );
    let closing = closing(modules, cycle);
    let same_line = |a: &&Import, b: &&Import| (&a.file, a.line, &a.to) == (&b.file, b.line, &b.to);
    for imports in closing.chunk_by(same_line) {
        let Import { from, to, file, line, .. } = imports[0];
        let file = file.strip_prefix(root()).unwrap_or(file).display();
        let paths: Vec<&str> = imports.iter().map(|import| import.path.as_str()).collect();
        told.push_str(&format!("\n  {file}:{line}: {} ({from} uses {to})", paths.join(", ")));
    }
    told
}

fn read(one: &Crate) -> Modules {
    reader::read(&one.folder).unwrap()
}

#[test]
fn modules_within_a_crate_point_one_way() {
    let mut wrong = Vec::new();
    for one in all().unwrap() {
        let modules = read(&one);
        for cycle in cycles(&modules) {
            if !circles().any(|circle| circle.covers(&one.name, &cycle)) {
                wrong.push(told(&one.name, &modules, &cycle));
            }
        }
    }
    assert!(wrong.is_empty(), "modules use each other in a circle:\n\n{}\n", wrong.join("\n\n"));
}

#[test]
fn no_exception_outlives_its_cause() {
    let house = all().unwrap();
    let goes_round = |circle: &Circle| {
        house
            .iter()
            .filter(|one| one.name == circle.of)
            .map(read)
            .any(|modules| cycles(&modules).iter().any(|cycle| circle.covers(circle.of, cycle)))
    };
    let straight = circles().filter(|circle| !goes_round(circle));
    let straight = straight.map(|circle| format!("{} {:?} ({})", circle.of, circle.modules, circle.reason));
    let over: Vec<String> = straight.collect();
    assert!(over.is_empty(), "strike these exceptions in {}:\n{}", file!(), over.join("\n"));
}

#[test]
fn no_crate_is_too_large() {
    let large: Vec<String> = all()
        .unwrap()
        .into_iter()
        .filter_map(|one| {
            let (name, lines) = (one.name, one.lines);
            (lines > LARGE).then(|| {
                format!("{name} has {lines} lines of Rust, at most {LARGE}: it asks to be two crates")
            })
        })
        .collect();
    assert!(large.is_empty(), "too many lines of Rust in a crate:\n{}", large.join("\n"));
}

#[test]
fn a_cycle_is_told_with_the_imports_that_close_it() {
    let import = |from: &str, to: &str, line: usize| Import {
        from: from.into(),
        to: to.into(),
        file: root().join(format!("crates/a/src/{from}.rs")),
        line,
        path: format!("{to}::Thing"),
    };
    let modules = Modules {
        names: vec!["shift".into(), "task".into(), "place".into()],
        imports: vec![
            import("shift", "task", 3),
            import("shift", "task", 4),
            import("task", "shift", 9),
            import("task", "shift", 9),
            import("shift", "task", 5),
            import("task", "place", 1),
        ],
    };
    let [cycle] = cycles(&modules).try_into().unwrap();
    assert_eq!(
        told("a", &modules, &cycle),
        "a: task, shift go in a circle. In the order task ← shift these imports close it:\n  \
         crates/a/src/task.rs:9: shift::Thing, shift::Thing (task uses shift)"
    );
}
