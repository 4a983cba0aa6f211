//! The pages of the import, on both databases, with the kinds of “organisation”.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod pages;
