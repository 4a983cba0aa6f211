//! The database behind the program: an embedded file or a PostgreSQL.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use samskab_kernel::{Dice, Instant, TenantId};
use sqlx::{
    ConnectOptions as _, PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    raw_sql,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::{sync::watch, time::timeout};

use crate::{
    Error, Reader, Result, Stamp, Tx,
    connection::{BoxFuture, Connection, React, Reaction, Waiting},
    lent::Lent,
    migrate,
    patience::{self, in_time},
};

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

/// What is behind a [`Db`]. A trait, so that other crates drop one without compiling the end of a pool.
trait Pools: Send + Sync {
    fn backend(&self) -> &Backend;
}

impl Pools for Backend {
    fn backend(&self) -> &Backend {
        self
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
    pools: Arc<dyn Pools>,
    dice: Dice,
    commits: Arc<watch::Sender<u64>>,
    reactions: Arc<RwLock<Vec<Reaction>>>,
    recorded: Arc<watch::Sender<u64>>,
}

impl Db {
    /// Connects, without touching the schema.
    pub fn connect(settings: &Settings) -> Waiting<'_, Self> {
        Box::pin(Self::connected(settings))
    }

    async fn connected(settings: &Settings) -> Result<Self> {
        let backend = match settings {
            Settings::Sqlite { path } => {
                let file = format!("the database file {}", path.display());
                file_of(path).await.map_err(|error| unreachable(file, error))?
            }
            Settings::Postgres { url, connections } => {
                let options = PgConnectOptions::from_str(url)
                    .map_err(|error| Error::Settings(format!("DATABASE_URL cannot be understood: {error}")))?
                    .application_name("samskab")
                    .statement_cache_capacity(512);
                let server = named(&options);
                server_of(options, *connections).await.map_err(|error| unreachable(server, error))?
            }
        };
        Ok(Self {
            pools: Arc::new(backend),
            dice: Dice::real(),
            commits: Arc::new(watch::channel(0).0),
            recorded: Arc::new(watch::channel(0).0),
            reactions: Arc::default(),
        })
    }

    /// Connects and brings the schema up to date.
    pub fn open(settings: &Settings) -> Waiting<'_, Self> {
        Box::pin(async move {
            let db = Self::connect(settings).await?;
            migrate::run(&db).await?;
            Ok(db)
        })
    }

    pub fn backend(&self) -> &Backend {
        self.pools.backend()
    }

    pub fn dice(&self) -> &Dice {
        &self.dice
    }

    /// Sets the reactions of every later transaction, replacing earlier ones.
    pub fn set_reactions(&self, reactions: Vec<Reaction>) {
        *self.reactions.write().unwrap_or_else(PoisonError::into_inner) = reactions;
    }

    pub(crate) fn reactions_to(&self, kind: &str) -> Vec<React> {
        let reactions = self.reactions.read().unwrap_or_else(PoisonError::into_inner);
        reactions.iter().filter(|reaction| reaction.to == kind).map(|reaction| reaction.react).collect()
    }

    /// The same database with another source of random numbers.
    pub fn with_dice(&self, dice: Dice) -> Self {
        Self { dice, ..self.clone() }
    }

    /// A connection for reading. Give it back (drop it) before you write.
    pub fn read(&self) -> Waiting<'_, Reader> {
        Box::pin(async move {
            Ok(Reader(match self.backend() {
                Backend::Sqlite { readers, .. } => {
                    Connection::of(Lent::to_read(in_time(readers.acquire()).await?))
                }
                Backend::Postgres { pool } => Connection::of(Lent::to_read(in_time(pool.acquire()).await?)),
            }))
        })
    }

    /// A transaction that writes. Never held across network I/O.
    pub fn begin(&self, stamp: Stamp) -> Waiting<'_, Tx> {
        Box::pin(async move {
            let connection = match self.backend() {
                Backend::Sqlite { writer, .. } => {
                    Connection::of(Lent::to_write(in_time(writer.acquire()).await?).await?)
                }
                Backend::Postgres { pool } => {
                    Connection::of(Lent::to_write(in_time(pool.acquire()).await?).await?)
                }
            };
            Ok(Tx { connection, db: self.clone(), stamp, wakes: false, records: false, last: Vec::new() })
        })
    }

    /// What was deleted is gone from the files too: the log in front of an embedded database still holds the pages as
    /// they were, until it is emptied into the file. PostgreSQL keeps old rows until its own vacuum, and its log as
    /// long as its administrator wants: nothing is done there.
    pub fn forget_deleted(&self) -> Waiting<'_, ()> {
        Box::pin(async move {
            if let Backend::Sqlite { writer, .. } = self.backend() {
                raw_sql("pragma wal_checkpoint(truncate)").execute(writer).await?;
            }
            Ok(())
        })
    }

    /// Writes an embedded database anew, without the pages that were freed before they were overwritten.
    pub(crate) async fn write_anew(&self) -> Result<()> {
        if let Backend::Sqlite { writer, .. } = self.backend() {
            raw_sql("vacuum").execute(writer).await?;
        }
        self.forget_deleted().await
    }

    /// Whether a change would be kept now. It writes for real and commits, and changes nothing that anybody reads:
    /// a disk that is full, or was mounted for reading only, is not known before that.
    pub fn try_writing(&self, now: Instant) -> Waiting<'_, ()> {
        Box::pin(async move {
            let nobody = TenantId::from_uuid(uuid::Uuid::nil());
            let mut tx = self.begin(Stamp { tenant: nobody, actor: None, now }).await?;
            let sql = match self.backend() {
                // A number in the first page of the file that SQLite leaves to the program.
                Backend::Sqlite { .. } => "pragma user_version = 1",
                // The number of a transaction is given by servers that write.
                Backend::Postgres { .. } => "select pg_current_xact_id()",
            };
            tx.run_raw(sql.to_owned()).await?;
            tx.commit().await
        })
    }

    /// Changes whenever this process has committed something that others follow.
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.commits.subscribe()
    }

    /// Changes whenever this process has committed an event.
    pub fn recorded(&self) -> watch::Receiver<u64> {
        self.recorded.subscribe()
    }

    pub(crate) fn wake(&self, events: bool) {
        self.commits.send_modify(|count| *count += 1);
        if events {
            self.recorded.send_modify(|count| *count += 1);
        }
    }

    pub fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            match self.backend() {
                Backend::Sqlite { readers, writer, .. } => {
                    readers.close().await;
                    writer.close().await;
                }
                Backend::Postgres { pool } => pool.close().await,
            }
        })
    }
}

fn unreachable(place: String, error: sqlx::Error) -> Error {
    let reason = match error {
        sqlx::Error::PoolTimedOut => {
            format!("no answer within {} seconds", patience::OF_CONNECTING.as_secs())
        }
        other => other.to_string(),
    };
    Error::Unreachable { place, reason }
}

/// "the database samskab at db.fjordlund.example:5432"
fn named(options: &PgConnectOptions) -> String {
    let name = options.get_database().unwrap_or_else(|| options.get_username());
    match options.get_socket() {
        Some(socket) => format!("the database {name} at {}", socket.display()),
        None => format!("the database {name} at {}:{}", options.get_host(), options.get_port()),
    }
}

async fn file_of(path: &Path) -> sqlx::Result<Backend> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // An acknowledged write is on disk, even when the power fails.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(512)
        // The file is not mapped: each connection would count it as memory of its own.
        .pragma("temp_store", "memory")
        // What is deleted is overwritten, and does not only lose its place in a table.
        .pragma("secure_delete", "on");
    let pool = || {
        SqlitePoolOptions::new()
            .acquire_timeout(Duration::from_secs(20))
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
    };
    let writer = pool().max_connections(1).connect_with(options.clone()).await?;
    let readers =
        pool().max_connections(sqlite_readers()).connect_with(options.pragma("query_only", "on")).await?;
    Ok(Backend::Sqlite { readers, writer, path: path.into() })
}

/// How many read at once. Each has a thread, a cache of up to 2 MB and statements of its own; more than the machine has
/// cores for read no faster, and a few more let a short question pass a long list.
fn sqlite_readers() -> u32 {
    let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get());
    u32::try_from(2 * cores).unwrap_or(8).clamp(4, 8)
}

async fn server_of(options: PgConnectOptions, connections: u32) -> sqlx::Result<Backend> {
    let connecting = PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(15))
        .test_before_acquire(false)
        // We stop waiting before that, but only the server knows that it may stop working.
        .after_connect(|connection, _| {
            Box::pin(async move {
                let limits =
                    "set statement_timeout = '190s'; set idle_in_transaction_session_timeout = '120s'";
                raw_sql(limits).execute(connection).await.map(drop)
            })
        })
        .connect_with(options.clone());
    let connecting =
        timeout(patience::OF_CONNECTING, connecting).await.unwrap_or(Err(sqlx::Error::PoolTimedOut));
    match connecting {
        Ok(pool) => Ok(Backend::Postgres { pool }),
        // The pool tries again and again and tells only that it took too long: why, is asked once more.
        Err(sqlx::Error::PoolTimedOut) => match timeout(Duration::from_secs(1), options.connect()).await {
            Ok(Err(error)) => Err(error),
            _ => Err(sqlx::Error::PoolTimedOut),
        },
        Err(error) => Err(error),
    }
}
