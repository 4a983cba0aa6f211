//! Lists whose reader chooses the conditions and the order: each choice is an SQL text of its own, composed of
//! registered parts, so that a database plans for exactly what is asked.

use std::{
    collections::BTreeMap,
    sync::{Mutex, OnceLock, PoisonError},
};

use samskab_kernel::{Day, Instant, TenantId};
use uuid::Uuid;

use crate::{Connection, Query, Result, Row, Statement, statement::Part};

/// A text as what is typed into a search is folded: lower case, æ `ae`, ø `oe`, å `aa`, é `e`. Both databases do it alike;
/// other accents stay (`samskab_kernel::danish::fold` takes them off, too).
#[macro_export]
macro_rules! folded {
    ($text:literal) => {
        concat!(
            "replace(replace(replace(replace(lower(replace(replace(replace(replace(",
            $text,
            ", 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å'), 'É', 'é')), 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'), 'é', 'e')"
        )
    };
}

/// A key whose order is the Danish alphabetical order of a text: æ, ø, å after z, whatever the case. Of letters only, so
/// that it sorts alike under any collation.
#[macro_export]
macro_rules! danish_order {
    ($text:literal) => {
        concat!(
            "replace(replace(replace(lower(replace(replace(replace(",
            $text,
            ", 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')), 'æ', 'zza'), 'ø', 'zzb'), 'å', 'zzc')"
        )
    };
}

/// A condition that a reader may set.
pub struct Condition {
    /// The condition's name, which is also the name of its value in the text, if it takes one: `:state`.
    pub name: &'static str,
    pub sql: &'static str,
}

/// Of what kind the key of an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    Text,
    Number,
}

/// An order that a reader may choose.
pub struct Order {
    pub name: &'static str,
    /// The expression it sorts by. Never null.
    pub key: &'static str,
    pub kind: KeyKind,
}

/// A list in one text: what every row has, which rows there are, and what a reader may choose.
pub struct List {
    pub name: &'static str,
    /// `select …`: the columns of each row; its position in the order ([`ListKey`]) is added.
    pub columns: &'static [&'static dyn Part],
    /// `from … where …`: every row that there could be, with `:tenant_id` and whatever else is always bound.
    pub from: &'static [&'static dyn Part],
    /// The same rows without joins that are only needed for columns, where no condition asks for them: SQLite would
    /// run them for each row that is counted. Empty: as `from`.
    pub counted: &'static [&'static dyn Part],
    /// What identifies a row: `t.id`.
    pub id: &'static str,
    pub conditions: &'static [Condition],
    /// The first is the usual one.
    pub orders: &'static [Order],
    #[doc(hidden)]
    pub made: Mutex<BTreeMap<ListChoice, &'static Statement>>,
}

#[cfg(debug_assertions)]
inventory::collect!(&'static List);

/// All lists linked into this program. Only in debug builds.
#[cfg(debug_assertions)]
pub fn lists() -> impl Iterator<Item = &'static List> {
    inventory::iter::<&'static List>.into_iter().copied()
}

/// Names lists, as [`statements!`](crate::statements) names statements. `words` are the texts that are searched: a row
/// fits when each word that was typed is in one of them; the conditions for it are called `word1` to `word4`.
#[macro_export]
macro_rules! list {
    ($(#[$meta:meta])* $vis:vis $name:ident {
        columns: [$($column:expr),+ $(,)?],
        from: [$($from:expr),+ $(,)?],
        $(counted: [$($counted:expr),+ $(,)?],)?
        id: $id:literal,
        words: [$($text:literal),+ $(,)?],
        conditions: { $($condition:literal: $sql:expr),* $(,)? },
        orders: { $($order:literal: $kind:ident $key:expr),+ $(,)? } $(,)?
    }) => {
        $crate::list! {
            $(#[$meta])* $vis $name {
                columns: [$($column),+],
                from: [$($from),+],
                $(counted: [$($counted),+],)?
                id: $id,
                conditions: {
                    "word1": concat!($($crate::folded!($text), " like :word1 escape '!' or ",)+ "1 = 0"),
                    "word2": concat!($($crate::folded!($text), " like :word2 escape '!' or ",)+ "1 = 0"),
                    "word3": concat!($($crate::folded!($text), " like :word3 escape '!' or ",)+ "1 = 0"),
                    "word4": concat!($($crate::folded!($text), " like :word4 escape '!' or ",)+ "1 = 0"),
                    $($condition: $sql),*
                },
                orders: { $($order: $kind $key),+ },
            }
        }
    };
    ($(#[$meta:meta])* $vis:vis $name:ident {
        columns: [$($column:expr),+ $(,)?],
        from: [$($from:expr),+ $(,)?],
        $(counted: [$($counted:expr),+ $(,)?],)?
        id: $id:literal,
        conditions: { $($condition:literal: $sql:expr),* $(,)? },
        orders: { $($order:literal: $kind:ident $key:expr),+ $(,)? } $(,)?
    }) => {
        $(#[$meta])*
        $vis static $name: $crate::list::List = $crate::list::List {
            name: concat!(module_path!(), "::", stringify!($name)),
            columns: &[$(&$column),+],
            from: &[$(&$from),+],
            counted: &[$($(&$counted),+)?],
            id: $id,
            conditions: &[$($crate::list::Condition { name: $condition, sql: $sql }),*],
            orders: &[$($crate::list::Order { name: $order, key: $key, kind: $crate::list::KeyKind::$kind }),+],
            made: ::std::sync::Mutex::new(::std::collections::BTreeMap::new()),
        };
        $crate::register! { &$name }
    };
}

/// The position of a row in the chosen order.
#[derive(Debug, Clone, PartialEq, Eq, crate::Row)]
pub struct ListKey {
    pub text_key: String,
    pub number_key: i64,
}

/// Which text is wanted. Bit `n` of `conditions`: the `n`th condition applies.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListChoice {
    Count { conditions: u32 },
    Rows { conditions: u32, order: usize, is_descending: bool, is_after: bool },
}

impl List {
    /// The order of this name, or the usual one.
    pub fn order(&'static self, name: &str) -> &'static Order {
        self.orders.iter().find(|order| order.name == name).unwrap_or(&self.orders[0])
    }

    /// The text for a choice. It is made when it is first asked for, and kept for as long as the process lives: a list
    /// has as many as there are choices that somebody makes, a few dozen of a kilobyte each.
    fn statement(&'static self, chosen: ListChoice) -> &'static Statement {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.entry(chosen).or_insert_with(|| {
            let text: &'static str = Box::leak(self.text(chosen).into_boxed_str());
            let text: &'static &'static str = Box::leak(Box::new(text));
            let parts: &'static [&'static dyn Part] = Box::leak(Box::new([text as &dyn Part]));
            Box::leak(Box::new(Statement { name: self.name, parts, text: OnceLock::new() }))
        })
    }

    fn text(&self, chosen: ListChoice) -> String {
        let mut text = String::new();
        let (conditions, rows) = match chosen {
            ListChoice::Count { conditions } => (conditions, None),
            ListChoice::Rows { conditions, order, is_descending, is_after } => {
                (conditions, Some((&self.orders[order], is_descending, is_after)))
            }
        };
        match rows {
            None => text.push_str("select count(*)"),
            Some((order, ..)) => {
                write(&mut text, self.columns);
                text.push_str(&match order.kind {
                    KeyKind::Text => format!(", {} as text_key, cast(0 as bigint) as number_key", order.key),
                    KeyKind::Number => format!(", '' as text_key, {} as number_key", order.key),
                });
            }
        }
        text.push(' ');
        let is_counted_apart = rows.is_none() && !self.counted.is_empty();
        write(&mut text, if is_counted_apart { self.counted } else { self.from });
        for (number, condition) in self.conditions.iter().enumerate() {
            if conditions & (1 << number) != 0 {
                text.push_str(&format!(" and ({})", condition.sql));
            }
        }
        if let Some((order, is_descending, is_after)) = rows {
            let (sign, way) = if is_descending { ("<", "desc") } else { (">", "asc") };
            if is_after {
                text.push_str(&format!(" and ({}, {}) {sign} (:after_key, :after_id)", order.key, self.id));
            }
            text.push_str(&format!(" order by {} {way}, {} {way} limit :most", order.key, self.id));
        }
        text
    }

    /// Every text that has all conditions or one of them, in every order, with lists of one, for the test that prepares
    /// them all: (name, text).
    pub fn samples(&'static self) -> Vec<(String, String)> {
        let all = self.conditions.iter().enumerate();
        let mut sets = vec![0];
        sets.extend(all.clone().map(|(number, _)| 1 << number));
        sets.push(all.map(|(number, _)| 1 << number).sum());
        let mut samples = Vec::new();
        for conditions in sets {
            let named = |what: &str| format!("{} {what} {conditions:b}", self.name);
            samples.push((named("count"), self.statement(ListChoice::Count { conditions }).sample()));
            for order in 0..self.orders.len() {
                for (is_descending, is_after) in [(false, false), (false, true), (true, false), (true, true)]
                {
                    let chosen = ListChoice::Rows { conditions, order, is_descending, is_after };
                    samples.push((named(self.orders[order].name), self.statement(chosen).sample()));
                }
            }
        }
        samples
    }
}

fn write(text: &mut String, parts: &[&dyn Part]) {
    for part in parts {
        if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        part.write(text);
    }
}

/// A value on its way into a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Number(i64),
    Id(Uuid),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}
impl From<Instant> for Value {
    fn from(at: Instant) -> Self {
        Self::Number(at.micros())
    }
}
impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Text(day.to_string())
    }
}

/// The last row of the page before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    pub key: String,
    pub id: Uuid,
}

/// In which order, from where on, and how many.
#[derive(Debug, Clone)]
pub struct Sorting {
    pub order: &'static Order,
    pub is_descending: bool,
    pub after: Option<After>,
    pub most: i64,
}

/// A list as a reader narrowed it down.
#[derive(Debug, Clone)]
pub struct NarrowedList {
    list: &'static List,
    conditions: u32,
    values: Vec<(&'static str, Value)>,
    /// Lists of ids, by the number of their condition.
    among: BTreeMap<usize, Vec<Uuid>>,
}

impl std::fmt::Debug for List {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl std::fmt::Debug for Order {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl NarrowedList {
    pub fn new(list: &'static List, tenant: TenantId) -> Self {
        let values = vec![("tenant_id", Value::Id(tenant.uuid()))];
        Self { list, conditions: 0, values, among: BTreeMap::new() }
    }

    /// Binds a value that the list's `from` names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Adds the condition of this name, which takes no value.
    #[must_use]
    pub fn only_if(mut self, condition: &'static str) -> Self {
        self.conditions |= 1 << self.place(condition);
        self
    }

    fn place(&self, condition: &'static str) -> usize {
        let place = self.list.conditions.iter().position(|known| known.name == condition);
        // An unknown condition leaves the last one in force: never more rows than were asked for.
        debug_assert!(place.is_some(), "{condition} is no condition of {}", self.list.name);
        place.unwrap_or_else(|| self.list.conditions.len().saturating_sub(1))
    }

    /// Adds the condition of this name, with a value.
    #[must_use]
    pub fn only(self, condition: &'static str, value: impl Into<Value>) -> Self {
        self.only_if(condition).with(condition, value)
    }

    /// Adds the condition of this name for any of these ids: it has `in ({list})`.
    #[must_use]
    pub fn only_among(mut self, condition: &'static str, among: Vec<Uuid>) -> Self {
        self.among.insert(self.place(condition), among);
        self.only_if(condition)
    }

    fn ask<'c>(
        &self,
        connection: &'c mut Connection,
        chosen: ListChoice,
        sorting: Option<&Sorting>,
    ) -> Query<'c> {
        let statement = self.list.statement(chosen);
        let mut query = connection.query(statement);
        for (name, value) in &self.values {
            // A value that only the columns name is not bound to a count.
            if statement.numbered().has(name) {
                query = bind(query, name, value.clone());
            }
        }
        if let Some(sorting) = sorting {
            if let Some(after) = &sorting.after {
                let key = match sorting.order.kind {
                    KeyKind::Text => Value::Text(after.key.clone()),
                    KeyKind::Number => Value::Number(after.key.parse().unwrap_or_default()),
                };
                query = bind(bind(query, "after_key", key), "after_id", Value::Id(after.id));
            }
            query = query.bind_named("most", sorting.most);
        }
        self.among.values().fold(query, |query, among| query.bind_list(among))
    }

    pub async fn count(&self, connection: &mut Connection) -> Result<i64> {
        self.ask(connection, ListChoice::Count { conditions: self.conditions }, None).scalar().await
    }

    pub async fn rows<T: Row>(&self, connection: &mut Connection, sorting: &Sorting) -> Result<Vec<T>> {
        let order = self.list.orders.iter().position(|known| known.name == sorting.order.name);
        let chosen = ListChoice::Rows {
            conditions: self.conditions,
            order: order.unwrap_or(0),
            is_descending: sorting.is_descending,
            is_after: sorting.after.is_some(),
        };
        self.ask(connection, chosen, Some(sorting)).all().await
    }
}

fn bind<'c>(query: Query<'c>, name: &'static str, value: Value) -> Query<'c> {
    match value {
        Value::Text(text) => query.bind_named(name, text),
        Value::Number(number) => query.bind_named(name, number),
        Value::Id(id) => query.bind_named(name, id),
    }
}
