#![doc = include_str!("../README.md")]

// The derives write `::samskab_store`, here too.
extern crate self as samskab_store;

mod connection;
mod db;
mod error;
pub mod events;
mod lent;
pub mod list;
pub mod migrate;
pub mod patience;
pub mod record;
mod snapshot;
pub mod statement;
pub mod testing;

pub use connection::{
    Bind, BoxFuture, Connection, Query, Reaction, Reader, Row, Stamp, Tx, Waiting, queries_of_pages,
    queries_run,
};
pub use db::{Backend, Db, Settings};
pub use error::{Error, Result};
pub use events::Event;
#[cfg(debug_assertions)]
pub use inventory;
pub use record::{Columns, Record};
pub use samskab_store_macros::{Record, Row, compiled_once, db_test};
pub use snapshot::Snapshot;
pub use sqlx;
pub use statement::Statement;
#[cfg(debug_assertions)]
pub use statement::statements;
