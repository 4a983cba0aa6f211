//! A connection lent by a pool: whether a transaction is open on it, and whether it may go back.
//!
//! Transactions are begun and ended in our own words. The driver's own transactions keep a count of how deep they are,
//! and SQLite rolls back by itself when the disk is full: the driver's rollback then fails, the count stays above zero,
//! and the only writer in the pool can never begin again. Here a connection that is not known to be well is closed, and
//! the pool opens another.

use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::{Database, Postgres, Sqlite, error::ErrorKind, pool::PoolConnection, raw_sql};
use tokio::{runtime::Handle, time::timeout};

use crate::{
    connection::{Driver, Held, over},
    patience::in_time,
};

/// An abandoned transaction is rolled back within this time, or the connection is closed.
const ROLLBACK: Duration = Duration::from_secs(5);

/// What both databases have in common, implemented for each.
pub(crate) trait Kind: Database<Connection: Sync> {
    const BEGIN: &'static str;

    fn driver(connection: &mut Self::Connection) -> Driver<'_>;

    fn run<'c>(connection: &'c mut Self::Connection, sql: &'static str) -> BoxFuture<'c, sqlx::Result<()>>;
}

impl Kind for Sqlite {
    /// The right to write is asked for at once: a reader that wants to write later could be refused.
    const BEGIN: &'static str = "begin immediate";

    fn driver(connection: &mut Self::Connection) -> Driver<'_> {
        Driver::Sqlite(connection)
    }

    fn run<'c>(connection: &'c mut Self::Connection, sql: &'static str) -> BoxFuture<'c, sqlx::Result<()>> {
        Box::pin(async move { raw_sql(sql).execute(connection).await.map(drop) })
    }
}

impl Kind for Postgres {
    const BEGIN: &'static str = "begin";

    fn driver(connection: &mut Self::Connection) -> Driver<'_> {
        Driver::Postgres(connection)
    }

    fn run<'c>(connection: &'c mut Self::Connection, sql: &'static str) -> BoxFuture<'c, sqlx::Result<()>> {
        Box::pin(async move { raw_sql(sql).execute(connection).await.map(drop) })
    }
}

pub(crate) struct Lent<D: Kind> {
    /// Present until this is dropped.
    connection: Option<PoolConnection<D>>,
    in_transaction: bool,
    /// Asked, and not answered yet: whoever stops waiting leaves it in the middle of something.
    is_asked: bool,
    /// Something went wrong that is not merely about the rows.
    is_spoilt: bool,
}

impl<D: Kind> Lent<D> {
    pub fn to_read(connection: PoolConnection<D>) -> Self {
        Self { connection: Some(connection), in_transaction: false, is_asked: false, is_spoilt: false }
    }

    pub async fn to_write(connection: PoolConnection<D>) -> sqlx::Result<Self> {
        let mut lent = Self::to_read(connection);
        lent.run(D::BEGIN).await?;
        lent.in_transaction = true;
        Ok(lent)
    }

    async fn run(&mut self, sql: &'static str) -> sqlx::Result<()> {
        let Some(connection) = &mut self.connection else { return Err(sqlx::Error::PoolClosed) };
        self.is_asked = true;
        let outcome = in_time(D::run(connection, sql)).await;
        self.is_asked = false;
        // It did not begin or did not end: nobody knows what is open on the connection.
        self.is_spoilt |= outcome.is_err();
        outcome
    }
}

impl<D: Kind> Held for Lent<D> {
    fn driver(&mut self) -> Option<Driver<'_>> {
        // SQLite may have rolled back by itself: what came after would be kept without what came before.
        if self.in_transaction && self.is_spoilt {
            return None;
        }
        self.connection.as_mut().map(|connection| D::driver(connection))
    }

    fn asked(&mut self) {
        self.is_asked = true;
    }

    fn answered(&mut self, error: Option<&sqlx::Error>) {
        self.is_asked = false;
        self.is_spoilt |= error.is_some_and(spoils);
    }

    fn commit(mut self: Box<Self>) -> BoxFuture<'static, sqlx::Result<()>> {
        Box::pin(async move {
            if self.in_transaction && self.is_spoilt {
                return Err(over());
            }
            if self.in_transaction {
                self.run("commit").await?;
                self.in_transaction = false;
                self.is_spoilt = false;
            }
            Ok(())
        })
    }
}

impl<D: Kind> Drop for Lent<D> {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else { return };
        if self.is_asked || self.is_spoilt {
            connection.close_on_drop();
        } else if self.in_transaction {
            match Handle::try_current() {
                Ok(runtime) => drop(runtime.spawn(async move {
                    let undone = timeout(ROLLBACK, D::run(&mut connection, "rollback")).await;
                    if !matches!(undone, Ok(Ok(()))) {
                        connection.close_on_drop();
                    }
                })),
                Err(_) => connection.close_on_drop(),
            }
        }
    }
}

/// A row that is there already, or one that cannot be read, says nothing about the connection. All else does: a full
/// disk, an error of the machine, a server that went away or did not answer in time.
fn spoils(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => error.kind() == ErrorKind::Other,
        sqlx::Error::RowNotFound
        | sqlx::Error::TypeNotFound { .. }
        | sqlx::Error::ColumnIndexOutOfBounds { .. }
        | sqlx::Error::ColumnNotFound(_)
        | sqlx::Error::ColumnDecode { .. }
        | sqlx::Error::Encode(_)
        | sqlx::Error::Decode(_) => false,
        _ => true,
    }
}
