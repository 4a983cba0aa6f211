//! The organisation as people meet it: finding whom to call, looking back, reorganising.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod change;
mod contact;
mod ladder;
mod positions;

use samskab_organisation::testing::browser;
