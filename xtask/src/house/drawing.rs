//! How the house is drawn: its layers as a picture of letters, and a table of its crates.

use anyhow::Result;

use super::{
    crates::{Crate, all, short},
    order::Arrows,
    reader::{self, Modules},
};

/// Our crates with their modules, the lowest first.
pub struct House {
    rooms: Vec<(Crate, Modules)>,
}

impl House {
    pub fn read() -> Result<Self> {
        let read = |one: Crate| reader::read(&one.folder).map(|modules| (one, modules));
        // `xtask` is the scaffold and no part of the house.
        let rooms = all()?.into_iter().filter(|one| one.name != "xtask").map(read).collect::<Result<_>>()?;
        Ok(Self { rooms })
    }

    /// The crates in layers: each uses only what stands in layers below it.
    fn layers(&self) -> Vec<Vec<&(Crate, Modules)>> {
        let arrows = self
            .rooms
            .iter()
            .flat_map(|(one, _)| one.needs.iter().map(|need| (one.name.as_str(), need.as_str())));
        let layers = Arrows::new(self.rooms.iter().map(|(one, _)| one.name.as_str()), arrows).layers();
        let room = |name: &str| self.rooms.iter().find(|(one, _)| one.name == name);
        layers.into_iter().map(|layer| layer.into_iter().flatten().filter_map(room).collect()).collect()
    }

    /// The whole drawing as Markdown. `lines` says how many lines a crate is drawn with.
    pub fn drawn(&self, lines: impl Fn(&Crate) -> usize) -> String {
        let layers = self.layers();
        let mut picture = Vec::new();
        for (height, layer) in layers.iter().enumerate().rev() {
            let names: Vec<&str> = layer.iter().map(|(one, _)| one.short()).collect();
            picture.push(format!("{:>2}  {}", height + 1, names.join("   ")));
        }
        let mut table = vec![
            "| layer | crate | what it is | lines of Rust | uses | its modules, the lower first |".to_owned(),
            "|--:|---|---|--:|---|---|".to_owned(),
        ];
        let mut sum = 0;
        for (height, layer) in layers.iter().enumerate() {
            for (one, modules) in layer {
                sum += lines(one);
                table.push(format!(
                    "| {} | `{}` | {} | {} | {} | {} |",
                    height + 1,
                    one.short(),
                    one.what.as_deref().unwrap_or("–"),
                    grouped(lines(one)),
                    self.uses(one),
                    in_order(modules),
                ));
            }
        }
        format!(
            "```\n{}\n```\n\n{}\n\n{} lines of Rust in {} crates, tests and examples included.",
            picture.join("\n"),
            table.join("\n"),
            grouped(sum),
            self.rooms.len()
        )
    }

    /// What a crate uses directly, in the order of the table.
    fn uses(&self, one: &Crate) -> String {
        let order = self.layers().into_iter().flatten().map(|(other, _)| other.name.as_str());
        let used: Vec<&str> =
            order.filter(|name| one.needs.iter().any(|need| need == name)).map(short).collect();
        if used.is_empty() { "–".into() } else { used.join(", ") }
    }
}

/// `a, b ← c`: c uses a or b. Modules joined by ⇄ use each other.
fn in_order(modules: &Modules) -> String {
    let arrows = modules.imports.iter().map(|import| (import.from.as_str(), import.to.as_str()));
    let layers = Arrows::new(modules.names.iter().map(String::as_str), arrows).layers();
    let circle = |names: &Vec<&str>| names.join(" ⇄ ");
    let layer = |layer: &Vec<Vec<&str>>| layer.iter().map(circle).collect::<Vec<_>>().join(", ");
    let drawn = layers.iter().map(layer).collect::<Vec<_>>().join(" ← ");
    if drawn.is_empty() { "–".into() } else { drawn }
}

/// 15000 as 15,000.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{command::root, house::DRAWING};

    /// How many lines the page gives a crate, when that is still about right: within a tenth or 200 lines. A
    /// drawing that had to be made anew at every change of a line would only be in the way.
    fn still_about_right(page: &str, one: &Crate) -> usize {
        let row = page.lines().find(|line| line.contains(&format!("| `{}` |", one.short())));
        let cell = row.and_then(|row| row.split('|').nth(4)).map(|cell| cell.trim().replace(',', ""));
        let lines = cell.and_then(|cell| cell.parse().ok()).unwrap_or(0);
        if one.lines.abs_diff(lines) <= (one.lines / 10).max(200) { lines } else { one.lines }
    }

    #[test]
    fn the_house_in_the_docs_is_the_one_in_the_code() {
        let page = fs::read_to_string(root().join(DRAWING.page)).unwrap();
        let stands = DRAWING.text(&page).unwrap();
        let drawn = House::read().unwrap().drawn(|one| still_about_right(stands, one));
        assert!(
            drawn == stands,
            "the drawing in docs/ARCHITECTURE.md is not the house any more: `cargo xtask house` draws it anew\n{}",
            differing(stands, &drawn)
        );
    }

    fn differing(stands: &str, drawn: &str) -> String {
        let lines = drawn.lines().filter(|line| !stands.lines().any(|known| known == *line));
        lines.map(|line| format!("now: {line}\n")).collect()
    }

    #[test]
    fn every_crate_says_what_it_is() {
        let silent: Vec<String> =
            all().unwrap().into_iter().filter(|one| one.what.is_none()).map(|one| one.name).collect();
        assert!(silent.is_empty(), "say it as `description` in Cargo.toml: {silent:?}");
    }

    fn room(name: &str, needs: &[&str], names: &[&str], arrows: &[(&str, &str)]) -> (Crate, Modules) {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let import = |&(from, to): &(&str, &str)| reader::Import {
            from: from.into(),
            to: to.into(),
            file: "a.rs".into(),
            line: 1,
            path: to.into(),
        };
        let what = Some(format!("The {name}"));
        let needs = owned(needs);
        let one = Crate { name: name.into(), what, folder: "".into(), needs, lines: 1234 };
        (one, Modules { names: owned(names), imports: arrows.iter().map(import).collect() })
    }

    #[test]
    fn a_house_is_drawn_from_its_floor() {
        let house = House {
            rooms: vec![
                room(
                    "samskab",
                    &["samskab-web", "samskab-kernel"],
                    &["cli", "page"],
                    &[("cli", "page"), ("page", "cli")],
                ),
                room("samskab-kernel", &[], &[], &[]),
                room("samskab-web", &["samskab-kernel"], &["app", "cx", "form"], &[("app", "cx")]),
            ],
        };
        assert_eq!(
            house.drawn(|one| one.lines),
            "```\n 3  samskab\n 2  web\n 1  kernel\n```\n\n\
             | layer | crate | what it is | lines of Rust | uses | its modules, the lower first |\n\
             |--:|---|---|--:|---|---|\n\
             | 1 | `kernel` | The samskab-kernel | 1,234 | – | – |\n\
             | 2 | `web` | The samskab-web | 1,234 | kernel | cx, form ← app |\n\
             | 3 | `samskab` | The samskab | 1,234 | kernel, web | cli ⇄ page |\n\n\
             3,702 lines of Rust in 3 crates, tests and examples included."
        );
    }
}
