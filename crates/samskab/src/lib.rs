//! The binary: it wires the contexts into one program and gives it a command line.
//! Nothing of the domain is decided here.

/// Of the whole program, its tests and its benchmark: it holds less memory that nobody uses.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod cli;
pub mod command;
pub mod config;
pub mod connections;
pub mod ending;
pub mod page;
pub mod program;

/// The texts of the pages that belong to no context: help and the demo's post box.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}
pub use i18n::T;
samskab_i18n::falls_back_on!(T => samskab_organisation::T);
