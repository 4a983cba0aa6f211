//! Bad days: the real program is killed, its disk is full or broken, its database falls silent, its sockets are held by
//! others. What was acknowledged is there afterwards, and it goes on by itself.
//!
//! `cargo xtask chaos` runs all of it and writes the table in docs/reliability.md; the shorter ones are part of the
//! tests. Each ends with a line of the table: [`told`].
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod disk;
mod kill;
mod program;
mod silence;
mod sockets;

#[path = "../house/forms.rs"]
#[allow(dead_code, reason = "the other tests use the rest")]
mod forms;

/// A line of the table in docs/reliability.md: what was done, on which database, what came of it.
fn told(what: &str, on: &str, outcome: &str) {
    println!("\nCHAOS | {what} | {on} | {outcome} |");
}
