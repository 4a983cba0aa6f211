//! What can go wrong between us and the database.

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of the database, with the name of the statement it struck.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{statement}: {source}")]
    Statement { statement: &'static str, source: sqlx::Error },
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    #[error(
        "the migration {name} was changed after it had been run on this database; restore the shipped file"
    )]
    MigrationChanged { name: String },
    #[error("this database was made by a newer version (migration {version}); start that version instead")]
    NewerDatabase { version: i64 },
    #[error("the event could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("{0}")]
    Settings(String),
}

impl Error {
    fn database(&self) -> Option<&dyn sqlx::error::DatabaseError> {
        match self {
            Self::Statement { source, .. } | Self::Database(source) => source.as_database_error(),
            _ => None,
        }
    }

    /// Two rows with the same unique key: usually somebody was here first.
    pub fn is_unique_violation(&self) -> bool {
        self.database().is_some_and(|error| error.is_unique_violation())
    }

    /// The schema is not there (yet). SQLite says so only in words.
    pub(crate) fn is_missing_table(&self) -> bool {
        self.database().is_some_and(|error| {
            error.code().as_deref() == Some("42P01") || error.message().starts_with("no such table")
        })
    }
}
