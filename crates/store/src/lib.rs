#![doc = include_str!("../README.md")]

mod connection;
mod db;
mod error;
pub mod events;
pub mod migrate;
pub mod statement;
pub mod testing;

pub use connection::{Bind, Connection, Query, Reader, Row, Stamp, Tx, queries_run};
pub use db::{Backend, Db, Settings};
pub use error::{Error, Result};
pub use events::Event;
pub use inventory;
pub use samskab_store_macros::db_test;
pub use sqlx;
pub use statement::{Statement, statements};
