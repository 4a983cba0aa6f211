//! Asking: one kind of query on whichever database is behind.

use std::{
    borrow::Cow,
    future::Future,
    ops::{Deref, DerefMut},
    pin::Pin,
    sync::atomic::{AtomicU64, Ordering},
};

use futures_util::TryStreamExt as _;
use samskab_kernel::{Instant, TenantId};
use sqlx::{
    Arguments as _, AssertSqlSafe, Encode, FromRow, PgConnection, Postgres, Sqlite, SqliteConnection, Type,
    error::BoxDynError,
    postgres::{PgArguments, PgRow},
    raw_sql,
    sqlite::{SqliteArguments, SqliteRow},
};
use uuid::Uuid;

use crate::{
    Db, Error, Result, Statement,
    patience::{in_time, is_a_page},
    statement::with_list,
};

/// A future without its type. The body of an `async fn` is compiled anew in every crate that awaits it, with all of the
/// driver that it reaches; what comes in a box is compiled once, where it is made (docs/build.md).
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A future that waits for the database.
pub type Waiting<'a, T> = BoxFuture<'a, Result<T>>;

static QUERIES: AtomicU64 = AtomicU64::new(0);
static OF_PAGES: AtomicU64 = AtomicU64::new(0);

/// How many queries this process has run.
pub fn queries_run() -> u64 {
    QUERIES.load(Ordering::Relaxed)
}

/// How many of them a page waited for, or a form that was sent: without those of the jobs that run beside. The benchmark
/// counts queries per page with it.
pub fn queries_of_pages() -> u64 {
    OF_PAGES.load(Ordering::Relaxed)
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

/// A type that a row of both databases can be read into: `#[derive(Record)]` and `#[derive(Row)]` implement it.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A connection, inside a transaction or not.
///
/// Which database it is, is hidden behind a trait: every function that drops a connection would otherwise compile all
/// the code with which a pool takes it back, even that for reconnecting.
pub struct Connection(Box<dyn Held>);

pub(crate) trait Held: Send + Sync {
    /// `None` when nothing more can be asked: its transaction ended in an error.
    fn driver(&mut self) -> Option<Driver<'_>>;

    /// From here until [`Held::answered`] a query is under way.
    fn asked(&mut self);

    fn answered(&mut self, error: Option<&sqlx::Error>);

    fn commit(self: Box<Self>) -> BoxFuture<'static, sqlx::Result<()>>;
}

impl Connection {
    pub(crate) fn of(held: impl Held + 'static) -> Self {
        Self(Box::new(held))
    }

    pub fn query<'c>(&'c mut self, statement: &'static Statement) -> Query<'c> {
        let arguments = match self.0.driver() {
            Some(Driver::Postgres(_)) => Arguments::Postgres(PgArguments::default()),
            Some(Driver::Sqlite(_)) | None => Arguments::Sqlite(SqliteArguments::default()),
        };
        let named = Vec::new();
        let question = Question { statement, list: None, arguments, named, renamed: &[], error: None };
        Query { connection: self, question: Box::new(question) }
    }

    /// Runs a text of several statements, for as long as it takes: a migration.
    pub(crate) async fn run_raw(&mut self, sql: String) -> sqlx::Result<()> {
        let sql = AssertSqlSafe(sql);
        self.0.asked();
        let outcome = match self.0.driver() {
            Some(Driver::Sqlite(connection)) => raw_sql(sql).execute(connection).await.map(drop),
            Some(Driver::Postgres(connection)) => raw_sql(sql).execute(connection).await.map(drop),
            None => Err(over()),
        };
        self.0.answered(outcome.as_ref().err());
        outcome
    }
}

/// A connection of either kind, whether in a transaction or not.
pub(crate) enum Driver<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

enum Arguments {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

/// A statement with its values, not yet asked.
#[must_use = "a query does nothing until it is asked"]
pub struct Query<'c> {
    connection: &'c mut Connection,
    // Boxed: each `bind` hands the query on, and would copy all of this.
    question: Box<Question>,
}

struct Question {
    statement: &'static Statement,
    /// The text with its list written out.
    list: Option<String>,
    arguments: Arguments,
    /// Which of the statement's names were bound, in that order.
    named: Vec<u8>,
    /// Names of the next columns of a record, which replace the record's own.
    renamed: &'static [&'static str],
    error: Option<BoxDynError>,
}

/// Reads rows one by one as the driver brings them. The one thing about a query that depends on the type of its rows.
trait ReadRow: Send {
    fn sqlite(&mut self, row: &SqliteRow) -> sqlx::Result<()>;
    fn postgres(&mut self, row: &PgRow) -> sqlx::Result<()>;
}

impl<T: Row> ReadRow for Vec<T> {
    fn sqlite(&mut self, row: &SqliteRow) -> sqlx::Result<()> {
        self.push(T::from_row(row)?);
        Ok(())
    }

    fn postgres(&mut self, row: &PgRow) -> sqlx::Result<()> {
        self.push(T::from_row(row)?);
        Ok(())
    }
}

/// How many rows are asked for.
#[derive(Clone, Copy)]
enum Rows {
    All,
    First,
}

impl<'c> Query<'c> {
    /// Binds the next `$n`.
    pub fn bind<T: Bind>(mut self, value: T) -> Self {
        let added = match &mut self.question.arguments {
            Arguments::Sqlite(arguments) => arguments.add(value),
            Arguments::Postgres(arguments) => arguments.add(value),
        };
        if let Err(error) = added {
            self.refuse(error);
        }
        self
    }

    pub(crate) fn add<T: Bind>(&mut self, value: &T) {
        let added = match &mut self.question.arguments {
            Arguments::Sqlite(arguments) => arguments.add(value),
            Arguments::Postgres(arguments) => arguments.add(value),
        };
        if let Err(error) = added {
            self.refuse(error);
        }
    }

    /// The query will not be asked; the first reason is told.
    pub(crate) fn refuse(&mut self, reason: impl Into<BoxDynError>) {
        self.question.refuse(reason.into());
    }

    /// Whether the statement has a `:name`, whose value is bound next.
    pub(crate) fn takes(&mut self, mut name: &str) -> bool {
        let question = &mut *self.question;
        if let [first, rest @ ..] = question.renamed {
            name = first;
            question.renamed = rest;
        }
        let expected = question.named.last().map_or(0, |last| usize::from(*last) + 1);
        let Some(place) = question.statement.numbered().place(name, expected) else { return false };
        question.named.push(place);
        true
    }

    /// Sets the names of the next columns; returns the names before.
    pub(crate) fn rename(&mut self, names: &'static [&'static str]) -> &'static [&'static str] {
        std::mem::replace(&mut self.question.renamed, names)
    }

    /// The values of the next `in ({list})`, after all others are bound. The list is padded with its last value to a
    /// power of two, so that few different texts are prepared; an empty list finds nothing.
    pub fn bind_list<T: Bind + Clone + From<Uuid>>(mut self, values: &[T]) -> Self {
        let first = 1 + match &self.question.arguments {
            Arguments::Sqlite(arguments) => arguments.len(),
            Arguments::Postgres(arguments) => arguments.len(),
        };
        let count = values.len().max(1).next_power_of_two();
        let sql = match self.question.list.take() {
            Some(sql) => sql.into(),
            None => self.question.statement.numbered().in_order(&self.question.named),
        };
        self.question.list = Some(with_list(&sql, first, count));
        let last = values.last().cloned().unwrap_or_else(|| T::from(Uuid::nil()));
        let padding = std::iter::repeat_n(last, count - values.len());
        values.iter().cloned().chain(padding).fold(self, Query::bind)
    }

    /// Runs the query; returns how many rows it changed.
    pub fn execute(self) -> Waiting<'c, u64> {
        Box::pin(async move {
            let (statement, sql, arguments) = self.question.counted()?;
            let held = &mut self.connection.0;
            held.asked();
            let outcome = in_time(async {
                match (held.driver(), arguments) {
                    (Some(Driver::Sqlite(connection)), Arguments::Sqlite(arguments)) => {
                        sqlx::query_with(sql, arguments)
                            .execute(connection)
                            .await
                            .map(|done| done.rows_affected())
                    }
                    (Some(Driver::Postgres(connection)), Arguments::Postgres(arguments)) => {
                        sqlx::query_with(sql, arguments)
                            .execute(connection)
                            .await
                            .map(|done| done.rows_affected())
                    }
                    (None, _) => Err(over()),
                    _ => Err(wrong_database()),
                }
            })
            .await;
            held.answered(outcome.as_ref().err());
            outcome.map_err(|source| Error::Statement { statement, source })
        })
    }

    /// Hands the rows to `reader`. Not generic, so that the drivers' asking is compiled once.
    fn ask<'q>(self, rows: Rows, reader: &'q mut dyn ReadRow) -> Waiting<'q, ()>
    where
        'c: 'q,
    {
        Box::pin(async move {
            let (statement, sql, arguments) = self.question.counted()?;
            let held = &mut self.connection.0;
            held.asked();
            let outcome = in_time(async {
                match (held.driver(), arguments) {
                    (Some(Driver::Sqlite(connection)), Arguments::Sqlite(arguments)) => {
                        ask_sqlite(connection, sql, arguments, rows, reader).await
                    }
                    (Some(Driver::Postgres(connection)), Arguments::Postgres(arguments)) => {
                        ask_postgres(connection, sql, arguments, rows, reader).await
                    }
                    (None, _) => Err(over()),
                    _ => Err(wrong_database()),
                }
            })
            .await;
            held.answered(outcome.as_ref().err());
            outcome.map_err(|source| Error::Statement { statement, source })
        })
    }

    pub async fn all<T: Row>(self) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.ask(Rows::All, &mut found).await?;
        Ok(found)
    }

    pub async fn optional<T: Row>(self) -> Result<Option<T>> {
        let mut found = Vec::new();
        self.ask(Rows::First, &mut found).await?;
        Ok(found.pop())
    }

    pub async fn one<T: Row>(self) -> Result<T> {
        let statement = self.question.statement.name;
        let found = self.optional().await?;
        found.ok_or(Error::Statement { statement, source: sqlx::Error::RowNotFound })
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

impl Question {
    fn refuse(&mut self, reason: BoxDynError) {
        self.error.get_or_insert(reason);
    }

    /// Its parts, on their way to the driver: every name of the text must have been bound once.
    fn counted(mut self) -> Result<(&'static str, AssertSqlSafe<Cow<'static, str>>, Arguments)> {
        QUERIES.fetch_add(1, Ordering::Relaxed);
        if is_a_page() {
            OF_PAGES.fetch_add(1, Ordering::Relaxed);
        }
        let (statement, numbered) = (self.statement.name, self.statement.numbered());
        let mut unbound =
            numbered.names().iter().zip(0_u8..).filter(|(_, place)| !self.named.contains(place));
        if let Some((name, _)) = unbound.next() {
            self.refuse(format!(":{name} is not bound").into());
        } else if self.named.len() > numbered.names().len() {
            self.refuse("a name is bound twice".into());
        }
        if let Some(error) = self.error {
            return Err(Error::Statement { statement, source: sqlx::Error::Encode(error) });
        }
        let sql = self.list.map_or_else(|| numbered.in_order(&self.named), Cow::Owned);
        Ok((statement, AssertSqlSafe(sql), self.arguments))
    }
}

async fn ask_sqlite(
    connection: &mut SqliteConnection,
    sql: AssertSqlSafe<Cow<'static, str>>,
    arguments: SqliteArguments,
    rows: Rows,
    reader: &mut dyn ReadRow,
) -> sqlx::Result<()> {
    let query = sqlx::query_with(sql, arguments);
    match rows {
        Rows::All => {
            let mut found = query.fetch(connection);
            while let Some(row) = found.try_next().await? {
                reader.sqlite(&row)?;
            }
        }
        Rows::First => {
            if let Some(row) = query.fetch_optional(connection).await? {
                reader.sqlite(&row)?;
            }
        }
    }
    Ok(())
}

async fn ask_postgres(
    connection: &mut PgConnection,
    sql: AssertSqlSafe<Cow<'static, str>>,
    arguments: PgArguments,
    rows: Rows,
    reader: &mut dyn ReadRow,
) -> sqlx::Result<()> {
    let query = sqlx::query_with(sql, arguments);
    match rows {
        Rows::All => {
            let mut found = query.fetch(connection);
            while let Some(row) = found.try_next().await? {
                reader.postgres(&row)?;
            }
        }
        Rows::First => {
            if let Some(row) = query.fetch_optional(connection).await? {
                reader.postgres(&row)?;
            }
        }
    }
    Ok(())
}

/// The error for whoever asks on in a transaction that has failed.
pub(crate) fn over() -> sqlx::Error {
    sqlx::Error::Protocol("the transaction has ended in an error".to_owned())
}

/// `Connection::query` pairs arguments and connection; nothing else makes a Query.
fn wrong_database() -> sqlx::Error {
    sqlx::Error::Protocol("a query of one database was put to the other".to_owned())
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
    /// Whether it writes into the book of events.
    pub(crate) records: bool,
    /// Events that are written into the book at the end of the transaction: kind, subject and data.
    pub(crate) last: Vec<(&'static str, Uuid, String)>,
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

    /// [`samskab_kernel::Dice::timeless_id`]
    pub fn timeless_id<K>(&self) -> samskab_kernel::Id<K> {
        self.db.dice().timeless_id()
    }

    /// Tells the followers (search, jobs) to look when this is committed.
    pub fn wake_followers(&mut self) {
        self.wakes = true;
    }

    /// Commits; the data is on disk when this returns.
    pub fn commit(mut self) -> Waiting<'static, ()> {
        Box::pin(async move {
            for (kind, subject, data) in std::mem::take(&mut self.last) {
                self.record_data(kind, subject, data).await?;
            }
            self.connection.0.commit().await?;
            if self.wakes {
                self.db.wake(self.records);
            }
            Ok(())
        })
    }
}

/// What a context does in the same transaction when another records an event of this kind: both happen, or neither
/// does. This is how a context reaches one above it without knowing it.
#[derive(Clone, Copy)]
pub struct Reaction {
    /// `engagement.ended`
    pub to: &'static str,
    pub react: React,
}

/// Gets the event's subject and its data as JSON.
pub type React = for<'a> fn(&'a mut Tx, &'a Uuid, &'a str) -> Waiting<'a, ()>;
