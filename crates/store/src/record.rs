//! A struct's fields are a table's columns: declared once, at the struct.
//!
//! `#[derive(Record)]` and `#[derive(Row)]` write the implementations. Only that of the kernel's `Validity`, which
//! knows no database, is written by hand.

mod cells;
mod stored;

pub use cells::{Cell, Cells};
use samskab_kernel::{Day, Validity};
pub use stored::{Blank, Json, Lines, Stored, Words};

use crate::{Bind, Query, Statement, Tx, statement::Part};

/// What reading a row gives.
pub type Read<T> = std::result::Result<T, sqlx::Error>;

/// A struct that is read from the columns of a row.
pub trait Columns: Sized {
    const TABLE: &'static Table;

    /// The next columns of the row.
    ///
    /// # Errors
    /// When a column is missing, or holds what its field cannot be.
    fn read(row: &mut Cells<'_>) -> Read<Self>;
}

/// A struct whose columns are written, too.
pub trait Record: Columns {
    /// Binds every column that the statement names.
    fn bind(&self, query: &mut Query<'_>);
}

/// The columns of a struct, and their table.
pub struct Table {
    /// Empty: a group of columns in another struct's table.
    pub name: &'static str,
    pub alias: &'static str,
    pub has_tenant: bool,
    /// The columns that identify a row, besides the tenant.
    pub key: &'static [&'static str],
    pub columns: &'static [Column],
}

/// One column of a struct, or one group of them.
pub enum Column {
    /// Read, added and saved.
    Kept(&'static str),
    /// Read and added; what was added stays.
    Fixed(&'static str),
    /// Only read.
    Read(&'static str),
    /// Only read, computed from other tables.
    Expression { name: &'static str, sql: &'static str },
    /// Added and saved, never read.
    Written(&'static str),
    /// Added with a value that the caller binds.
    Beside(&'static str),
    /// `names`: what its columns are called here; without any, as the group says.
    Group { table: &'static Table, names: &'static [&'static str], is_fixed: bool },
}

/// A part of a statement that is made of a struct's columns.
#[derive(Clone, Copy)]
pub enum Text {
    /// `t.id, t.title`
    Columns(&'static Table),
    /// `select t.id, t.title from task t`
    Select(&'static Table),
    /// `insert into task (tenant_id, id, title) values (:tenant_id, :id, :title)`
    Insert(&'static Table),
    /// `update task set title = :title where tenant_id = :tenant_id and id = :id`
    Update(&'static Table),
    /// `title = excluded.title`, after `on conflict (…) do update set`
    Excluded(&'static Table),
}

impl Part for Text {
    fn write(&self, text: &mut String) {
        match self {
            Self::Columns(table) => text.push_str(&table.select_list(table.alias).join(", ")),
            Self::Select(table) => {
                text.push_str("select ");
                text.push_str(&table.select_list(table.alias).join(", "));
                text.push_str(" from ");
                text.push_str(table.name);
                if !table.alias.is_empty() {
                    text.push(' ');
                    text.push_str(table.alias);
                }
            }
            Self::Insert(table) => {
                let mut columns = table.tenant();
                table.added(&mut columns);
                let places: Vec<String> = columns.iter().map(|column| format!(":{column}")).collect();
                let (columns, places) = (columns.join(", "), places.join(", "));
                text.push_str(&format!("insert into {} ({columns}) values ({places})", table.name));
            }
            Self::Update(table) => {
                let is = |column: &&str| format!("{column} = :{column}");
                let set: Vec<String> = table.saved().iter().map(is).collect();
                let mut key = table.tenant();
                key.extend(table.key);
                let key: Vec<String> = key.iter().map(is).collect();
                text.push_str(&format!(
                    "update {} set {} where {}",
                    table.name,
                    set.join(", "),
                    key.join(" and ")
                ));
            }
            Self::Excluded(table) => {
                let set: Vec<String> =
                    table.saved().iter().map(|column| format!("{column} = excluded.{column}")).collect();
                text.push_str(&set.join(", "));
            }
        }
    }
}

/// Two columns: `valid_from` and `valid_to`.
impl Columns for Validity {
    const TABLE: &'static Table = &Table {
        name: "",
        alias: "",
        has_tenant: true,
        key: &[],
        columns: &[Column::Kept("valid_from"), Column::Kept("valid_to")],
    };

    fn read(row: &mut Cells<'_>) -> Read<Self> {
        Ok(Self { from: row.read::<Day>("valid_from")?, to: row.read::<Option<Day>>("valid_to")? })
    }
}

impl Record for Validity {
    fn bind(&self, query: &mut Query<'_>) {
        query.column("valid_from", &self.from);
        query.column("valid_to", &self.to);
    }
}

impl Table {
    fn tenant(&self) -> Vec<&'static str> {
        if self.has_tenant { vec!["tenant_id"] } else { Vec::new() }
    }

    /// The columns for a select, in the order in which [`Columns::read`] reads them.
    fn select_list(&self, alias: &str) -> Vec<String> {
        let mut list = Vec::new();
        for column in self.columns {
            match column {
                Column::Kept(name) | Column::Fixed(name) | Column::Read(name) => list.push(of(alias, name)),
                Column::Expression { name, sql } => list.push(format!("{sql} as {name}")),
                Column::Group { names, .. } if !names.is_empty() => {
                    list.extend(names.iter().map(|name| of(alias, name)));
                }
                Column::Group { table, .. } => {
                    list.extend(table.select_list(if table.alias.is_empty() { alias } else { table.alias }));
                }
                Column::Written(_) | Column::Beside(_) => {}
            }
        }
        list
    }

    fn added(&self, columns: &mut Vec<&'static str>) {
        for column in self.columns {
            match column {
                Column::Kept(name) | Column::Fixed(name) | Column::Written(name) | Column::Beside(name) => {
                    columns.push(name)
                }
                Column::Group { names, .. } if !names.is_empty() => columns.extend(*names),
                Column::Group { table, .. } => table.added(columns),
                Column::Read(_) | Column::Expression { .. } => {}
            }
        }
    }

    /// The columns that are saved, without those that identify the row.
    fn saved(&self) -> Vec<&'static str> {
        let mut columns = Vec::new();
        for column in self.columns {
            match column {
                Column::Kept(name) | Column::Written(name) if !self.key.contains(name) => columns.push(*name),
                Column::Group { names, is_fixed: false, .. } if !names.is_empty() => columns.extend(*names),
                Column::Group { table, is_fixed: false, .. } => columns.extend(table.saved()),
                _ => {}
            }
        }
        columns
    }
}

fn of(alias: &str, name: &str) -> String {
    if alias.is_empty() { name.to_owned() } else { format!("{alias}.{name}") }
}

impl Query<'_> {
    /// The value of `:name`. In any order; a name twice, one that the text has not, or one that is
    /// forgotten is an error when the statement is asked.
    pub fn bind_named<T: Bind>(mut self, name: &'static str, value: T) -> Self {
        if !self.column(name, &value) {
            self.refuse(format!("there is no :{name} in this statement"));
        }
        self
    }

    /// The value of every `:column` that the record has and the text names.
    pub fn record(mut self, record: &impl Record) -> Self {
        record.bind(&mut self);
        self
    }

    /// Binds a column if the statement names it, and says whether it does.
    #[doc(hidden)]
    pub fn column<T: Bind>(&mut self, name: &str, value: &T) -> bool {
        let is_named = self.takes(name);
        if is_named {
            self.add(value);
        }
        is_named
    }

    #[doc(hidden)]
    pub fn column_as<S: Stored<T>, T>(&mut self, name: &'static str, value: &T) {
        if self.takes(name) {
            match S::write(value) {
                Ok(value) => self.add(&value),
                Err(error) => self.refuse(error),
            }
        }
    }

    /// Binds a group whose columns are called `names` here.
    #[doc(hidden)]
    pub fn renamed(&mut self, names: &'static [&'static str], bind: impl FnOnce(&mut Self)) {
        let around = self.rename(names);
        bind(self);
        self.rename(around);
    }

    #[doc(hidden)]
    pub fn pair<A: Bind + Clone, B: Bind + Clone>(
        &mut self,
        first: &'static str,
        second: &'static str,
        value: Option<&(A, B)>,
    ) where
        Option<A>: Bind,
        Option<B>: Bind,
    {
        self.column(first, &value.map(|(first, _)| first.clone()));
        self.column(second, &value.map(|(_, second)| second.clone()));
    }
}

impl Tx {
    /// A statement that writes `record`, for the tenant of this transaction. What else the statement
    /// names is bound after it.
    pub fn write(&mut self, statement: &'static Statement, record: &impl Record) -> Query<'_> {
        let tenant = self.tenant();
        let mut query = self.query(statement);
        query.column("tenant_id", &tenant);
        query.record(record)
    }
}
