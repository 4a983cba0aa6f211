//! The organisation as people meet it: finding whom to call, looking back, reorganising.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

#[path = "../people/browser.rs"]
#[expect(dead_code, reason = "shared with the tests about people, who use more of it")]
mod browser;
mod change;
mod contact;
mod ladder;
mod positions;
