//! Who answers on a day, on data as it is stored.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod ladder;
