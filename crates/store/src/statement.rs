//! Every SQL text of the program has a name and stands in one register, so that a test can
//! prepare all of them on both databases.

/// One SQL text for both databases. Made by [`statements!`](crate::statements).
pub struct Statement {
    pub name: &'static str,
    /// With `$1`, `$2` …; a final `in ({list})` takes as many values as are bound to it.
    pub sql: &'static str,
}

inventory::collect!(&'static Statement);

/// All statements linked into this program.
pub fn statements() -> impl Iterator<Item = &'static Statement> {
    inventory::iter::<&'static Statement>.into_iter().copied()
}

/// Names SQL texts. What several of them share, such as the columns of a row, is a `const` that stands once;
/// the parts of a text are joined by a blank when it is compiled.
///
/// ```
/// const WHOLE_TENANT: &str = "select id, name from tenant";
///
/// samskab_store::statements! {
///     FIND = WHOLE_TENANT, "where id = $1";
///     ALL = WHOLE_TENANT, "order by name";
///     COUNT = "select count(*) from tenant";
/// }
/// assert!(FIND.name.ends_with("FIND"));
/// assert_eq!(FIND.sql, "select id, name from tenant where id = $1");
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $($part:expr),+;)+) => {$(
        $(#[$meta])*
        $vis static $name: $crate::Statement = $crate::Statement {
            name: concat!(module_path!(), "::", stringify!($name)),
            sql: {
                const STATEMENT_PARTS: &[&str] = &[$($part),+];
                const STATEMENT_TEXT: &[u8] =
                    &$crate::statement::joined::<{ $crate::statement::length(STATEMENT_PARTS) }>(STATEMENT_PARTS);
                $crate::statement::text(STATEMENT_TEXT)
            },
        };
        $crate::inventory::submit! { &$name }
    )+};
}

/// How many bytes `parts` are with a blank between them.
#[doc(hidden)]
pub const fn length(parts: &[&str]) -> usize {
    let mut length = parts.len().saturating_sub(1);
    let mut number = 0;
    while number < parts.len() {
        length += parts[number].len();
        number += 1;
    }
    length
}

/// `parts` with a blank between them; `LENGTH` is their [`length`].
#[doc(hidden)]
pub const fn joined<const LENGTH: usize>(parts: &[&str]) -> [u8; LENGTH] {
    let mut text = [b' '; LENGTH];
    let mut rest = text.as_mut_slice();
    let mut number = 0;
    while number < parts.len() {
        if number > 0 {
            rest = rest.split_at_mut(1).1;
        }
        let (place, after) = rest.split_at_mut(parts[number].len());
        place.copy_from_slice(parts[number].as_bytes());
        rest = after;
        number += 1;
    }
    text
}

/// What [`joined`] made. Runs while the program is compiled, and would stop it there.
#[doc(hidden)]
pub const fn text(joined: &'static [u8]) -> &'static str {
    match std::str::from_utf8(joined) {
        Ok(text) => text,
        Err(_) => panic!("parts of UTF-8 are UTF-8"),
    }
}

impl Statement {
    /// The text with its list written out for `count` values from `$first` on.
    pub(crate) fn with_list(&self, first: usize, count: usize) -> String {
        let placeholders: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
        self.sql.replace("{list}", &placeholders.join(", "))
    }

    /// As the preparation test sends it: a list of one.
    pub fn sample(&self) -> String {
        let highest = (1..=40).rev().find(|number| self.sql.contains(&format!("${number}"))).unwrap_or(0);
        self.with_list(highest + 1, 1)
    }
}

#[cfg(test)]
mod tests {
    const TITLES: &str = "select title";

    crate::statements! {
        /// In one part.
        WHOLE = "select 1";
        OF_PARTS = TITLES, "from task", "where beskrivelse = 'blåbær'";
    }

    #[test]
    fn the_parts_of_a_statement_are_joined_by_a_blank() {
        assert_eq!(WHOLE.sql, "select 1");
        assert_eq!(OF_PARTS.sql, "select title from task where beskrivelse = 'blåbær'");
        assert_eq!(OF_PARTS.name, "samskab_store::statement::tests::OF_PARTS");
    }

    #[test]
    fn a_statement_of_parts_is_in_the_register() {
        assert!(super::statements().any(|statement| statement.name == OF_PARTS.name));
    }
}
