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

/// Names SQL texts.
///
/// ```
/// samskab_store::statements! {
///     FIND = "select id, name from tenant where id = $1";
/// }
/// assert!(FIND.name.ends_with("FIND"));
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $sql:literal;)+) => {$(
        $(#[$meta])*
        $vis static $name: $crate::Statement =
            $crate::Statement { name: concat!(module_path!(), "::", stringify!($name)), sql: $sql };
        $crate::inventory::submit! { &$name }
    )+};
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
