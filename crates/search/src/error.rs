//! What can go wrong.

/// The index failed. It holds nothing that the database does not: rebuild it with
/// [`Index::replace_all`](crate::Index::replace_all) and go on.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error("the search index failed")]
    Index(#[from] tantivy::TantivyError),
    #[error("the search index could not be read")]
    Read(#[from] std::io::Error),
}
