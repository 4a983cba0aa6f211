//! The database behind the program: an embedded file or a PostgreSQL.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use samskab_kernel::Dice;
use sqlx::{
    PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::watch;

use crate::{Error, Reader, Result, Stamp, Tx, connection::Connection, migrate};

/// Where the database is.
#[derive(Debug, Clone)]
pub enum Settings {
    /// One file; made when it is missing.
    Sqlite { path: PathBuf },
    /// `postgres://user@host/name`
    Postgres { url: String, connections: u32 },
}

impl Settings {
    /// `DATABASE_URL` as people write it.
    pub fn from_url(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
            return Ok(Self::Sqlite { path: PathBuf::from(path) });
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres { url: url.to_owned(), connections: 20 });
        }
        Err(Error::Settings(format!(
            "DATABASE_URL must begin with postgres:// or sqlite://, and “{}…” does not",
            url.chars().take(12).collect::<String>()
        )))
    }
}

#[derive(Clone)]
pub enum Backend {
    /// Many readers and one writer, as SQLite wants it.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
        path: Arc<Path>,
    },
    Postgres {
        pool: PgPool,
    },
}

/// The database. Clones share it.
#[derive(Clone)]
pub struct Db {
    backend: Backend,
    dice: Dice,
    commits: Arc<watch::Sender<u64>>,
}

impl Db {
    /// Connects, without touching the schema.
    pub async fn connect(settings: &Settings) -> Result<Self> {
        let backend = match settings {
            Settings::Sqlite { path } => {
                let options = SqliteConnectOptions::new()
                    .filename(path)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    // What was acknowledged is on disk, also when the power goes.
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(10))
                    .statement_cache_capacity(512)
                    .pragma("temp_store", "memory")
                    .pragma("mmap_size", "67108864");
                let writer = SqlitePoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(Duration::from_secs(20))
                    .test_before_acquire(false)
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .connect_with(options.clone())
                    .await?;
                let readers = SqlitePoolOptions::new()
                    .max_connections(8)
                    .test_before_acquire(false)
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .connect_with(options.pragma("query_only", "on"))
                    .await?;
                Backend::Sqlite { readers, writer, path: path.as_path().into() }
            }
            Settings::Postgres { url, connections } => {
                let options = PgConnectOptions::from_str(url)?
                    .application_name("samskab")
                    .statement_cache_capacity(512);
                let pool = PgPoolOptions::new()
                    .max_connections(*connections)
                    .acquire_timeout(Duration::from_secs(20))
                    .test_before_acquire(false)
                    .connect_with(options)
                    .await?;
                Backend::Postgres { pool }
            }
        };
        Ok(Self { backend, dice: Dice::real(), commits: Arc::new(watch::channel(0).0) })
    }

    /// Connects and brings the schema up to date.
    pub async fn open(settings: &Settings) -> Result<Self> {
        let db = Self::connect(settings).await?;
        migrate::run(&db).await?;
        Ok(db)
    }

    pub fn backend(&self) -> &Backend {
        &self.backend
    }

    pub fn dice(&self) -> &Dice {
        &self.dice
    }

    /// The same database with other dice.
    pub fn with_dice(&self, dice: Dice) -> Self {
        Self { dice, ..self.clone() }
    }

    /// A connection for reading. Give it back (drop it) before you write.
    pub async fn read(&self) -> Result<Reader> {
        Ok(Reader(match &self.backend {
            Backend::Sqlite { readers, .. } => Connection::Sqlite(readers.acquire().await?),
            Backend::Postgres { pool } => Connection::Postgres(pool.acquire().await?),
        }))
    }

    /// A transaction that writes. Never held across network I/O.
    pub async fn begin(&self, stamp: Stamp) -> Result<Tx> {
        let connection = match &self.backend {
            Backend::Sqlite { writer, .. } => {
                Connection::SqliteTx(writer.begin_with("BEGIN IMMEDIATE").await?)
            }
            Backend::Postgres { pool } => Connection::PostgresTx(pool.begin().await?),
        };
        Ok(Tx { connection, db: self.clone(), stamp, wakes: false })
    }

    /// Changes whenever this process has committed something that others follow.
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.commits.subscribe()
    }

    pub(crate) fn wake(&self) {
        self.commits.send_modify(|count| *count += 1);
    }

    pub async fn close(&self) {
        match &self.backend {
            Backend::Sqlite { readers, writer, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Backend::Postgres { pool } => pool.close().await,
        }
    }
}
