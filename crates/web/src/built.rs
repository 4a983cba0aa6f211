//! What people build on: whoever would take something back asks every context whether anybody has.
//!
//! An import that made a task knows nothing of interest in it; the context that does registers a statement here. The
//! tables are those an import writes: `unit`, `position`, `appointment`, `person`, `association`, `task`. A test of the
//! house finds every foreign key to one of them and asks for its statement.

use samskab_kernel::Locale;
use samskab_store::Statement;

/// A way in which something may be built on.
#[derive(Clone, Copy)]
pub struct Built {
    /// The table of the rows that it depends on: `task`.
    pub on: &'static str,
    pub by: By,
    /// "Nogen har vist interesse", as the row of an import says why it stays.
    pub said: fn(Locale) -> &'static str,
}

/// Who builds on it. `$1` is the tenant, the list is of ids of [`Built::on`].
#[derive(Clone, Copy)]
pub enum By {
    /// Which rows of the list something depends on, whenever it was made.
    Anybody(&'static Statement),
    /// Which rows of the list something depends on that was made since the instant `$2`.
    Since(&'static Statement),
    /// Which rows of the list something depends on, and the id of that dependent row of this table, which may be
    /// undone too.
    Rows(&'static str, &'static Statement),
}

impl By {
    pub fn statement(self) -> &'static Statement {
        match self {
            Self::Anybody(statement) | Self::Since(statement) | Self::Rows(_, statement) => statement,
        }
    }
}
