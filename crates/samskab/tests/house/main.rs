//! The invariants of the house, tested on the whole program as it is linked.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod asked;
mod authority;
mod cv_bank;
mod demo_days;
mod ending;
mod erasure;
mod exits;
mod facts;
mod failed;
mod fields;
mod filler;
mod forms;
mod kept;
mod links;
mod merging;
mod migrations;
mod mine_data;
mod names;
mod people;
mod privacy;
mod routes;
mod rows;
mod schema;
mod security;
mod statements;
mod stored;
mod tenancy;
mod town;
mod typed;
mod undo;
mod volunteers;

use std::path::PathBuf;

/// Links every context, so that its statements are in the register.
fn whole_program() {
    assert!(samskab::program::modules(true).len() >= 3);
}

/// Compares with the file, or writes it when `UPDATE=1`: generated files are reviewed as diffs.
fn compare_generated(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == text,
        "docs/generated/{name} is not what the program says; run the tests with UPDATE=1 and read the diff"
    );
}
