//! Finding things in Danish: an index in memory, rebuilt from the database at start and kept current by
//! what is committed. No word of the domain is known here; callers bring [`Document`]s and ask [`Query`]s.
//!
//! The story in the order a search takes it:
//! 1. [`Index`] finds the tenant's own index; there is no query without a tenant and no index with two.
//! 2. `danish` turns text into words: folded, stemmed, taken apart, and named by what they mean.
//! 3. `matching` marks which documents the words find, and how well.
//! 4. `selection` applies dates, places and facets as sets of documents, counts, and sorts.

mod bits;
mod danish;
mod document;
mod error;
mod index;
mod matching;
mod names;
mod query;
mod schema;
mod selection;
mod snapshot;
mod tenant;
mod vocabulary;

pub use document::{Change, Document};
pub use error::SearchError;
pub use index::Index;
pub use query::{Hit, Hits, Matched, Near, Query, Sort};
