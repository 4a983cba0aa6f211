//! Reading a row of either database, one column after the other.

use sqlx::{Decode, Postgres, Row as _, Sqlite, Type, postgres::PgRow, sqlite::SqliteRow};

use super::{Read, Stored};

/// A type that a column of both databases can be read into.
pub trait Cell:
    for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>
{
}
impl<T> Cell for T where
    T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>
{
}

/// The columns of a row from one on. Each is read at its place, and where the select list has another
/// order, by its name.
pub struct Cells<'r> {
    row: AnyRow<'r>,
    next: usize,
    /// Names of the next columns, which replace those of the group that reads them.
    renamed: &'static [&'static str],
}

enum AnyRow<'r> {
    Sqlite(&'r SqliteRow),
    Postgres(&'r PgRow),
}

impl<'r> From<&'r SqliteRow> for Cells<'r> {
    fn from(row: &'r SqliteRow) -> Self {
        Self { row: AnyRow::Sqlite(row), next: 0, renamed: &[] }
    }
}
impl<'r> From<&'r PgRow> for Cells<'r> {
    fn from(row: &'r PgRow) -> Self {
        Self { row: AnyRow::Postgres(row), next: 0, renamed: &[] }
    }
}

impl Cells<'_> {
    pub fn read<T: Cell>(&mut self, name: &'static str) -> Read<T> {
        let place = self.place(name)?;
        match self.row {
            AnyRow::Sqlite(row) => row.try_get(place),
            AnyRow::Postgres(row) => row.try_get(place),
        }
    }

    /// A value that is stored in its column as `S` says.
    pub fn stored_as<S: Stored<T>, T>(&mut self, name: &'static str) -> Read<T> {
        let column = self.read(name)?;
        S::read(column).map_err(|source| sqlx::Error::ColumnDecode { index: name.to_owned(), source })
    }

    /// Both or none.
    pub fn pair<A, B>(&mut self, first: &'static str, second: &'static str) -> Read<Option<(A, B)>>
    where
        Option<A>: Cell,
        Option<B>: Cell,
    {
        let first: Option<A> = self.read(first)?;
        let second: Option<B> = self.read(second)?;
        Ok(first.zip(second))
    }

    /// Reads a group whose columns are called `names` here.
    pub fn renamed<T>(&mut self, names: &'static [&'static str], read: fn(&mut Self) -> Read<T>) -> Read<T> {
        let around = std::mem::replace(&mut self.renamed, names);
        let value = read(self);
        self.renamed = around;
        value
    }

    fn place(&mut self, mut name: &'static str) -> Read<usize> {
        if let [first, rest @ ..] = self.renamed {
            name = first;
            self.renamed = rest;
        }
        let place = self.next;
        let place = match self.row {
            AnyRow::Sqlite(row) => found(row.columns(), place, name),
            AnyRow::Postgres(row) => found(row.columns(), place, name),
        };
        let place = place.ok_or_else(|| sqlx::Error::ColumnNotFound(name.to_owned()))?;
        self.next = place + 1;
        Ok(place)
    }
}

fn found<C: sqlx::Column>(columns: &[C], place: usize, name: &str) -> Option<usize> {
    match columns.get(place) {
        Some(column) if column.name() == name => Some(place),
        _ => columns.iter().position(|column| column.name() == name),
    }
}
