//! How a value is stored in one column when its type alone does not say it: `#[record(as = Words)]`.

use std::{fmt::Display, str::FromStr};

use serde::{Serialize, de::DeserializeOwned};
use sqlx::error::BoxDynError;

use super::Cell;
use crate::Bind;

/// A way to store values of `T` in one column.
pub trait Stored<T> {
    type Column: Cell + Bind;

    fn write(value: &T) -> Result<Self::Column, BoxDynError>;

    /// # Errors
    /// When the column holds what `T` cannot be.
    fn read(column: Self::Column) -> Result<T, BoxDynError>;
}

/// Keys and codes with blanks between them. A code that is no longer on its list is left out.
pub enum Words {}

impl<T: FromStr + Display> Stored<Vec<T>> for Words {
    type Column = String;

    fn write(value: &Vec<T>) -> Result<String, BoxDynError> {
        Ok(joined(value, " "))
    }

    fn read(column: String) -> Result<Vec<T>, BoxDynError> {
        Ok(column.split_whitespace().filter_map(|word| word.parse().ok()).collect())
    }
}

/// One value a line. Empty lines, and blanks around one, are left out.
pub enum Lines {}

impl Stored<Vec<String>> for Lines {
    type Column = String;

    fn write(value: &Vec<String>) -> Result<String, BoxDynError> {
        Ok(value.join("\n"))
    }

    fn read(column: String) -> Result<Vec<String>, BoxDynError> {
        Ok(column.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
    }
}

/// A text that is empty when there is nothing. What cannot be read any more is nothing, too.
pub enum Blank {}

impl<T: FromStr + Display> Stored<Option<T>> for Blank {
    type Column = String;

    fn write(value: &Option<T>) -> Result<String, BoxDynError> {
        Ok(value.as_ref().map(ToString::to_string).unwrap_or_default())
    }

    fn read(column: String) -> Result<Option<T>, BoxDynError> {
        Ok(if column.is_empty() { None } else { column.parse().ok() })
    }
}

/// JSON in a text column.
pub enum Json {}

impl<T: Serialize + DeserializeOwned> Stored<T> for Json {
    type Column = String;

    fn write(value: &T) -> Result<String, BoxDynError> {
        Ok(serde_json::to_string(value)?)
    }

    fn read(column: String) -> Result<T, BoxDynError> {
        Ok(serde_json::from_str(&column)?)
    }
}

fn joined<T: Display>(values: &[T], between: &str) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}
