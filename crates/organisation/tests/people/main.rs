//! People, sign-in, associations and Mit overblik, as a browser meets them.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod association_people;
mod directory;
mod profile;
mod registration;
mod retention;
mod sign_in;
mod worklist;

use samskab_organisation::testing::browser;
