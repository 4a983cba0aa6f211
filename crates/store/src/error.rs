//! What can go wrong between us and the database.

use sqlx::{error::DatabaseError, postgres::PgDatabaseError};

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
    /// Which database and why, without user and password.
    #[error("{place} cannot be reached: {reason}")]
    Unreachable { place: String, reason: String },
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

    /// The database cannot do its work just now, and the same may go well later: it does not answer, its disk is full or
    /// broken, it is being stopped. Whoever asked is told to come again.
    pub fn is_unavailable(&self) -> bool {
        let source = match self {
            Self::Statement { source, .. } | Self::Database(source) => source,
            Self::Unreachable { .. } => return true,
            _ => return false,
        };
        match source {
            sqlx::Error::Database(error) => is_trouble_of_the_machine(&**error),
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => true,
            _ => false,
        }
    }

    /// The schema is not there (yet). SQLite says so only in words.
    pub(crate) fn is_missing_table(&self) -> bool {
        self.database().is_some_and(|error| {
            error.code().as_deref() == Some("42P01") || error.message().starts_with("no such table")
        })
    }
}

/// Whether the machine failed, and not the query.
fn is_trouble_of_the_machine(error: &dyn DatabaseError) -> bool {
    let Some(code) = error.code() else { return false };
    if error.try_downcast_ref::<PgDatabaseError>().is_some() {
        // Classes of PostgreSQL: connection, resources (a full disk too), stopped by somebody, errors of the system;
        // and single ones: waited too long, a lock that did not come free, a database that only reads.
        return ["08", "53", "57", "58"].iter().any(|class| code.starts_with(class))
            || ["55P03", "25006", "25P03"].contains(&&*code);
    }
    // SQLite: busy, locked, out of memory, read-only, an error of the disk, full, the file cannot be opened.
    code.parse::<u32>().is_ok_and(|code| [5, 6, 7, 8, 10, 13, 14].contains(&(code & 0xff)))
}
