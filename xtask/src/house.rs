//! The house on one page, read from the code: `cargo xtask house` draws it into docs/ARCHITECTURE.md.
//!
//! [`crates`] says which crates there are and what they need, [`reader`] which module of a crate names which
//! other, [`order`] puts both in order and finds what goes round. The tests in [`cycles`] hold the house to it.

mod crates;
#[cfg(test)]
mod cycles;
mod drawing;
mod order;
mod reader;
#[cfg(test)]
mod texts;

use anyhow::Result;

pub use crates::short;

use crate::page::Place;

pub const DRAWING: Place = Place { page: "docs/ARCHITECTURE.md", written_by: "house" };

/// Draws the house anew into docs/ARCHITECTURE.md.
///
/// # Errors
/// When the sources cannot be read, or the page has no place for the drawing.
pub fn draw() -> Result<()> {
    DRAWING.write(&drawing::House::read()?.drawn(|room| room.lines))
}
