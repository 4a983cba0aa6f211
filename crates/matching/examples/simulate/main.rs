//! What the engine does to an invented municipality: `cargo xtask simulate-matching` builds and runs this.
//!
//! Two questions. *Who is seen?* 5,000 volunteers each look at their best 20 of 20,000 tasks. *Who gets somebody?*
//! Volunteers arrive over 26 weeks and choose. Each under several ways to rank, with the same random numbers.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::unwrap_used,
    reason = "an experiment with small numbers, which would rather stop than go on wrongly"
)]

mod arrivals;
mod ceiling;
mod choice;
mod dice;
mod exposure;
mod measure;
mod national;
mod season;
mod town;

use std::fmt::Write as _;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let seeds = if quick { 2 } else { 8 };
    let mut text = String::new();
    let _ = writeln!(text, "{}", exposure::table(if quick { 1 } else { 3 }));
    let _ = writeln!(text, "{}", arrivals::table(seeds));
    println!("{text}");
    if let Some(path) = arguments.iter().position(|a| a == "--out").and_then(|at| arguments.get(at + 1)) {
        std::fs::write(path, text).unwrap();
    }
}
