//! Every SQL text of the program has a name and is in one register, so that a test can prepare all of them on both
//! databases.
//!
//! Only debug builds, which the tests are, have the register. Each of its entries is a function that runs when the
//! program starts; the thousand of them are scattered over the whole file, and running them brought nearly all of it
//! into memory.

use std::sync::OnceLock;

/// One SQL text for both databases. Made by [`statements!`](crate::statements).
///
/// It is put together of its parts when it is first asked, and kept.
pub struct Statement {
    pub name: &'static str,
    #[doc(hidden)]
    pub parts: &'static [&'static dyn Part],
    #[doc(hidden)]
    pub text: OnceLock<Numbered>,
}

/// A part of a statement's text: a text, or what a [`Record`](crate::Record)'s columns make.
pub trait Part: Sync {
    fn write(&self, text: &mut String);
}

impl Part for &str {
    fn write(&self, text: &mut String) {
        text.push_str(self);
    }
}

#[cfg(debug_assertions)]
inventory::collect!(&'static Statement);

/// Puts a statement or a list into the register.
#[doc(hidden)]
#[cfg(debug_assertions)]
#[macro_export]
macro_rules! register {
    ($entry:expr) => {
        $crate::inventory::submit! { $entry }
    };
}

/// A release build has no register.
#[doc(hidden)]
#[cfg(not(debug_assertions))]
#[macro_export]
macro_rules! register {
    ($entry:expr) => {};
}

/// All statements linked into this program. Only in debug builds.
#[cfg(debug_assertions)]
pub fn statements() -> impl Iterator<Item = &'static Statement> {
    inventory::iter::<&'static Statement>.into_iter().copied()
}

/// Names SQL texts. What several of them share, such as a join, is a `const` that stands once; the parts of
/// a text are joined by a blank.
///
/// A value has a number (`$1`, bound in order) or a name (`:tenant_id`, bound by it), the same way
/// throughout a text.
///
/// ```
/// const WHOLE_TENANT: &str = "select id, name from tenant";
///
/// samskab_store::statements! {
///     FIND = WHOLE_TENANT, "where id = $1";
///     RENAME = "update tenant set name = :name where id = :id";
///     COUNT = "select count(*) from tenant";
/// }
/// assert!(FIND.name.ends_with("FIND"));
/// assert_eq!(FIND.sql(), "select id, name from tenant where id = $1");
/// assert_eq!(RENAME.sql(), "update tenant set name = $1 where id = $2");
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $($part:expr),+;)+) => {$(
        $(#[$meta])*
        $vis static $name: $crate::Statement = $crate::Statement {
            name: concat!(module_path!(), "::", stringify!($name)),
            parts: &[$(&$part),+],
            text: ::std::sync::OnceLock::new(),
        };
        $crate::register! { &$name }
    )+};
}

impl Statement {
    /// As the databases get it: with `$1`, `$2` …; an `in ({list})` takes as many values as are bound to it.
    pub fn sql(&self) -> &str {
        &self.numbered().sql
    }

    pub(crate) fn numbered(&self) -> &Numbered {
        self.text.get_or_init(|| {
            let mut whole = String::new();
            for part in self.parts {
                if !whole.is_empty() {
                    whole.push(' ');
                }
                part.write(&mut whole);
            }
            Numbered::of(&whole)
        })
    }

    /// As the preparation test sends it: a list of one.
    pub fn sample(&self) -> String {
        let sql = self.sql();
        let highest = (1..=100).rev().find(|number| sql.contains(&format!("${number}"))).unwrap_or(0);
        (highest + 1..)
            .take(sql.matches(LIST).count())
            .fold(sql.to_owned(), |sql, next| with_list(&sql, next, 1))
    }
}

const LIST: &str = "{list}";

/// The text with the first list that is left written out for `count` values from `$first` on.
pub(crate) fn with_list(sql: &str, first: usize, count: usize) -> String {
    let placeholders: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    sql.replacen(LIST, &placeholders.join(", "), 1)
}

/// A text whose `:names` have numbers.
#[doc(hidden)]
pub struct Numbered {
    /// Numbered in the order in which the names first occur.
    sql: String,
    names: Vec<String>,
    /// The text around the names, and which name follows.
    pieces: Vec<(String, Option<u8>)>,
    /// Numbered in the order in which the values were bound, where that is another: a caller has one order.
    in_bound_order: OnceLock<(Vec<u8>, String)>,
}

impl Numbered {
    fn of(text: &str) -> Self {
        let mut names: Vec<String> = Vec::new();
        let mut pieces = Vec::new();
        let (mut piece, mut rest) = (String::new(), text);
        let mut is_quoted = false;
        while let Some(letter) = rest.chars().next() {
            let after = &rest[letter.len_utf8()..];
            is_quoted ^= letter == '\'';
            let length = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
            if letter != ':' || is_quoted || length == 0 {
                piece.push(letter);
                rest = after;
                continue;
            }
            let name = &after[..length];
            let place = names.iter().position(|known| known == name).unwrap_or_else(|| {
                names.push(name.to_owned());
                names.len() - 1
            });
            pieces.push((std::mem::take(&mut piece), u8::try_from(place).ok()));
            rest = &after[length..];
        }
        pieces.push((piece, None));
        // Numbers and names in one text: left as it is, no database takes it.
        if names.is_empty() || text.contains("$1") {
            let (names, pieces) = (Vec::new(), Vec::new());
            return Self { sql: text.to_owned(), names, pieces, in_bound_order: OnceLock::new() };
        }
        let order: Vec<u8> = (0..).take(names.len()).collect();
        let sql = numbered(&pieces, &order);
        Self { sql, names, pieces, in_bound_order: OnceLock::new() }
    }

    /// The number of a name, looked for first at `expected`.
    pub(crate) fn place(&self, name: &str, expected: usize) -> Option<u8> {
        let place = match self.names.get(expected) {
            Some(known) if known == name => Some(expected),
            _ => self.names.iter().position(|known| known == name),
        };
        place.and_then(|place| u8::try_from(place).ok())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// The names, in the order in which they stand in the text.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The text with numbers in the order in which the names were bound. `order` has every name once.
    pub(crate) fn in_order(&self, order: &[u8]) -> std::borrow::Cow<'_, str> {
        if order.iter().zip(0..).all(|(place, number)| *place == number) {
            return (&self.sql).into();
        }
        let (known, sql) =
            self.in_bound_order.get_or_init(|| (order.to_vec(), numbered(&self.pieces, order)));
        if known == order { sql.into() } else { numbered(&self.pieces, order).into() }
    }
}

fn numbered(pieces: &[(String, Option<u8>)], order: &[u8]) -> String {
    let mut sql = String::new();
    for (piece, place) in pieces {
        sql.push_str(piece);
        if let Some(number) = place.and_then(|place| order.iter().position(|bound| *bound == place)) {
            sql.push_str(&format!("${}", number + 1));
        }
    }
    sql
}

#[cfg(test)]
mod tests {
    const TITLES: &str = "select title";

    crate::statements! {
        /// In one part.
        WHOLE = "select 1";
        OF_PARTS = TITLES, "from task", "where beskrivelse = 'blåbær'";
        NAMED = TITLES, "from task where tenant_id = :tenant_id and (title = :title or ':title' = :title) and id = :id";
        MIXED = "select title from task where tenant_id = $1 and title = :title";
    }

    #[test]
    fn the_parts_of_a_statement_are_joined_by_a_blank() {
        assert_eq!(WHOLE.sql(), "select 1");
        assert_eq!(OF_PARTS.sql(), "select title from task where beskrivelse = 'blåbær'");
        assert_eq!(OF_PARTS.name, "samskab_store::statement::tests::OF_PARTS");
    }

    #[test]
    fn a_statement_of_parts_is_in_the_register() {
        assert!(super::statements().any(|statement| statement.name == OF_PARTS.name));
    }

    #[test]
    fn a_name_has_one_number_and_none_within_quotes() {
        let sql = "select title from task where tenant_id = $1 and (title = $2 or ':title' = $2) and id = $3";
        assert_eq!(NAMED.sql(), sql);
        assert_eq!(NAMED.numbered().names(), ["tenant_id", "title", "id"]);
    }

    #[test]
    fn a_text_is_numbered_in_the_order_in_which_its_names_were_bound() {
        let sql = "select title from task where tenant_id = $2 and (title = $3 or ':title' = $3) and id = $1";
        for _ in 0..2 {
            assert_eq!(NAMED.numbered().in_order(&[2, 0, 1]), sql);
        }
        let other =
            "select title from task where tenant_id = $3 and (title = $2 or ':title' = $2) and id = $1";
        assert_eq!(NAMED.numbered().in_order(&[2, 1, 0]), other, "another caller has another order");
    }

    #[test]
    fn numbers_and_names_in_one_text_are_left_for_the_databases_to_refuse() {
        assert!(MIXED.sql().contains(":title") && MIXED.numbered().names().is_empty());
    }
}
