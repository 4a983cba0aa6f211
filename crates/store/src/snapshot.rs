//! A row as it is, whatever its table: saved as text, compared with the row later, restored.
//!
//! For what must be undone exactly, such as an import. Where the columns have a meaning, read a record instead.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sqlx::{
    Column as _, Decode, FromRow, Row as _, Type, TypeInfo as _, ValueRef as _,
    postgres::PgRow,
    sqlite::{SqliteRow, SqliteValueRef},
};
use uuid::Uuid;

use crate::{Query, record::Read};

/// The value of a column. A null has the type of its column, because PostgreSQL asks for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Value {
    #[serde(rename = "t")]
    Text(Option<String>),
    #[serde(rename = "i")]
    Integer(Option<i64>),
    #[serde(rename = "r")]
    Real(Option<f64>),
    #[serde(rename = "b")]
    Bool(Option<bool>),
    #[serde(rename = "u")]
    Uuid(Option<Uuid>),
}

/// The columns that a statement read of one row, by their names. It can be written to the database that it came from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Snapshot(BTreeMap<String, Value>);

impl Snapshot {
    /// The id in this column.
    pub fn id(&self, column: &str) -> Option<Uuid> {
        match self.0.get(column) {
            Some(Value::Uuid(id)) => *id,
            _ => None,
        }
    }

    /// Only the columns that differ from `later`.
    #[must_use]
    pub fn where_other(mut self, later: &Self) -> Self {
        self.0.retain(|column, value| later.0.get(column) != Some(&*value));
        self
    }

    /// This row with the columns that `other` has.
    #[must_use]
    pub fn overlaid(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl FromRow<'_, PgRow> for Snapshot {
    fn from_row(row: &PgRow) -> Read<Self> {
        let value = |place: usize, kind: &str| -> Read<Value> {
            Ok(match kind {
                "UUID" => Value::Uuid(row.try_get(place)?),
                "INT8" => Value::Integer(row.try_get(place)?),
                "FLOAT8" => Value::Real(row.try_get(place)?),
                "BOOL" => Value::Bool(row.try_get(place)?),
                _ => Value::Text(row.try_get(place)?),
            })
        };
        row.columns()
            .iter()
            .enumerate()
            .map(|(place, column)| Ok((column.name().to_owned(), value(place, column.type_info().name())?)))
            .collect::<Read<_>>()
            .map(Self)
    }
}

impl FromRow<'_, SqliteRow> for Snapshot {
    fn from_row(row: &SqliteRow) -> Read<Self> {
        fn decoded<'r, T: Decode<'r, sqlx::Sqlite> + Type<sqlx::Sqlite>>(
            value: SqliteValueRef<'r>,
            place: usize,
        ) -> Read<Option<T>> {
            let read = T::decode(value).map(Some);
            read.map_err(|source| sqlx::Error::ColumnDecode { index: place.to_string(), source })
        }
        // With the type of the stored value: the columns of SQLite take any.
        let value = |place: usize| -> Read<Value> {
            let value = row.try_get_raw(place)?;
            if value.is_null() {
                return Ok(Value::Text(None));
            }
            let kind = value.type_info().name().to_owned();
            Ok(match kind.as_str() {
                "BLOB" | "UUID" => Value::Uuid(decoded(value, place)?),
                "INTEGER" | "INT8" => Value::Integer(decoded(value, place)?),
                "REAL" => Value::Real(decoded(value, place)?),
                "BOOLEAN" => Value::Bool(decoded(value, place)?),
                _ => Value::Text(decoded(value, place)?),
            })
        };
        row.columns()
            .iter()
            .enumerate()
            .map(|(place, column)| Ok((column.name().to_owned(), value(place)?)))
            .collect::<Read<_>>()
            .map(Self)
    }
}

impl Query<'_> {
    /// The value of every `:column` that the snapshot has and the text names.
    pub fn snapshot(mut self, row: &Snapshot) -> Self {
        for (column, value) in &row.0 {
            match value {
                Value::Text(text) => self.column(column, text),
                Value::Integer(number) => self.column(column, number),
                Value::Real(number) => self.column(column, number),
                Value::Bool(yes) => self.column(column, yes),
                Value::Uuid(id) => self.column(column, id),
            };
        }
        self
    }
}
