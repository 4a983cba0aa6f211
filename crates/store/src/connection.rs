//! Asking: one kind of query on whichever database is behind.

use std::{
    borrow::Cow,
    ops::{Deref, DerefMut},
    sync::atomic::{AtomicU64, Ordering},
};

use samskab_kernel::{Instant, TenantId};
use sqlx::{
    Arguments as _, AssertSqlSafe, Encode, FromRow, Postgres, Sqlite, Transaction, Type,
    error::BoxDynError,
    pool::PoolConnection,
    postgres::{PgArguments, PgRow},
    sqlite::{SqliteArguments, SqliteRow},
};
use uuid::Uuid;

use crate::{Db, Error, Result, Statement};

static QUERIES: AtomicU64 = AtomicU64::new(0);

/// How many queries this process has run: the benchmark counts queries per page with it.
pub fn queries_run() -> u64 {
    QUERIES.load(Ordering::Relaxed)
}

/// What can be bound to `$1` on both databases.
pub trait Bind:
    for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres> + Send + 'static
{
}
impl<T> Bind for T where
    T: for<'q> Encode<'q, Sqlite>
        + Type<Sqlite>
        + for<'q> Encode<'q, Postgres>
        + Type<Postgres>
        + Send
        + 'static
{
}

/// What a row of both databases can be read into: `#[derive(sqlx::FromRow)]` makes it.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A connection, inside a transaction or not.
pub enum Connection {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTx(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTx(Transaction<'static, Postgres>),
}

impl Connection {
    pub fn query<'c>(&'c mut self, statement: &'static Statement) -> Query<'c> {
        let arguments = match self {
            Self::Sqlite(_) | Self::SqliteTx(_) => Arguments::Sqlite(SqliteArguments::default()),
            Self::Postgres(_) | Self::PostgresTx(_) => Arguments::Postgres(PgArguments::default()),
        };
        Query { connection: self, statement, sql: Cow::Borrowed(statement.sql), arguments, error: None }
    }
}

enum Arguments {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

/// A statement with its values, not yet asked.
#[must_use = "a query does nothing until it is asked"]
pub struct Query<'c> {
    connection: &'c mut Connection,
    statement: &'static Statement,
    sql: Cow<'static, str>,
    arguments: Arguments,
    error: Option<BoxDynError>,
}

/// Runs `$ask` with the right query and executor of the four.
macro_rules! ask {
    ($query:expr, |$sql:ident, $arguments:ident, $executor:ident| $ask:expr) => {{
        let query = $query;
        QUERIES.fetch_add(1, Ordering::Relaxed);
        let statement = query.statement.name;
        if let Some(error) = query.error {
            return Err(Error::Statement { statement, source: sqlx::Error::Encode(error) });
        }
        let $sql = AssertSqlSafe(query.sql);
        let outcome = match (query.connection, query.arguments) {
            (Connection::Sqlite(connection), Arguments::Sqlite($arguments)) => {
                let $executor = &mut **connection;
                $ask.await
            }
            (Connection::SqliteTx(connection), Arguments::Sqlite($arguments)) => {
                let $executor = &mut **connection;
                $ask.await
            }
            (Connection::Postgres(connection), Arguments::Postgres($arguments)) => {
                let $executor = &mut **connection;
                $ask.await
            }
            (Connection::PostgresTx(connection), Arguments::Postgres($arguments)) => {
                let $executor = &mut **connection;
                $ask.await
            }
            // `Connection::query` pairs them; nothing else makes a Query.
            _ => Err(sqlx::Error::Protocol("a query of one database was put to the other".to_owned())),
        };
        outcome.map_err(|source| Error::Statement { statement, source })
    }};
}

impl Query<'_> {
    /// The next `$n`.
    pub fn bind<T: Bind>(mut self, value: T) -> Self {
        let added = match &mut self.arguments {
            Arguments::Sqlite(arguments) => arguments.add(value),
            Arguments::Postgres(arguments) => arguments.add(value),
        };
        if let Err(error) = added {
            self.error.get_or_insert(error);
        }
        self
    }

    /// The values of the final `in ({list})`. The list is padded with its last value to a
    /// power of two, so that few different texts are prepared; an empty list finds nothing.
    pub fn bind_list<T: Bind + Clone + From<Uuid>>(mut self, values: &[T]) -> Self {
        let first = 1 + match &self.arguments {
            Arguments::Sqlite(arguments) => arguments.len(),
            Arguments::Postgres(arguments) => arguments.len(),
        };
        let count = values.len().max(1).next_power_of_two();
        self.sql = Cow::Owned(self.statement.with_list(first, count));
        let last = values.last().cloned().unwrap_or_else(|| T::from(Uuid::nil()));
        let padding = std::iter::repeat_n(last, count - values.len());
        values.iter().cloned().chain(padding).fold(self, Query::bind)
    }

    /// How many rows it changed.
    pub async fn execute(self) -> Result<u64> {
        ask!(self, |sql, arguments, executor| async {
            sqlx::query_with(sql, arguments).execute(executor).await.map(|done| done.rows_affected())
        })
    }

    pub async fn all<T: Row>(self) -> Result<Vec<T>> {
        ask!(self, |sql, arguments, executor| sqlx::query_as_with(sql, arguments).fetch_all(executor))
    }

    pub async fn optional<T: Row>(self) -> Result<Option<T>> {
        ask!(self, |sql, arguments, executor| sqlx::query_as_with(sql, arguments).fetch_optional(executor))
    }

    pub async fn one<T: Row>(self) -> Result<T> {
        ask!(self, |sql, arguments, executor| sqlx::query_as_with(sql, arguments).fetch_one(executor))
    }

    /// The only column of the only row.
    pub async fn scalar<T>(self) -> Result<T>
    where
        (T,): Row,
    {
        self.one::<(T,)>().await.map(|(value,)| value)
    }

    /// The only column of every row.
    pub async fn scalars<T>(self) -> Result<Vec<T>>
    where
        (T,): Row,
    {
        Ok(self.all::<(T,)>().await?.into_iter().map(|(value,)| value).collect())
    }

    /// The only column of the row, if there is one.
    pub async fn optional_scalar<T>(self) -> Result<Option<T>>
    where
        (T,): Row,
    {
        Ok(self.optional::<(T,)>().await?.map(|(value,)| value))
    }
}

/// A connection for reading.
pub struct Reader(pub(crate) Connection);

impl Deref for Reader {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.0
    }
}
impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.0
    }
}

/// For whom, by whom and when a transaction is: what every row it writes is stamped with.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    pub tenant: TenantId,
    /// The person signed in; `None` for the public and for the program itself.
    pub actor: Option<Uuid>,
    pub now: Instant,
}

/// A transaction that writes. Dropped without [`Tx::commit`], it has done nothing.
pub struct Tx {
    pub(crate) connection: Connection,
    pub(crate) db: Db,
    pub(crate) stamp: Stamp,
    /// Whether somebody is waiting for what this writes: the search index, the job worker.
    pub(crate) wakes: bool,
}

impl Deref for Tx {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.connection
    }
}
impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

impl Tx {
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    pub fn tenant(&self) -> TenantId {
        self.stamp.tenant
    }

    pub fn now(&self) -> Instant {
        self.stamp.now
    }

    /// A fresh id.
    pub fn new_id<K>(&self) -> samskab_kernel::Id<K> {
        self.db.dice().id(self.stamp.now)
    }

    /// Tells the followers (search, jobs) to look when this is committed.
    pub fn wake_followers(&mut self) {
        self.wakes = true;
    }

    /// On disk when this returns.
    pub async fn commit(self) -> Result<()> {
        match self.connection {
            Connection::SqliteTx(transaction) => transaction.commit().await?,
            Connection::PostgresTx(transaction) => transaction.commit().await?,
            Connection::Sqlite(_) | Connection::Postgres(_) => {}
        }
        if self.wakes {
            self.db.wake();
        }
        Ok(())
    }
}
