//! Two registrations turn out to be one person: everything that belonged to one belongs to the other afterwards, in
//! every context, in one transaction. And a person's address changes: what is found by the old address is then found
//! by the new one.
//!
//! Each context registers in its `Module` which columns hold the id of a person, what would move and what clashes, and
//! how it moves it. A test of the house reads the schema: a column that nobody has registered fails it.

use samskab_kernel::{Locale, contact::Email};
use samskab_store::{Connection, Statement, Tx};
use uuid::Uuid;

use crate::{Cx, Result, Services, module::BoxFuture};

/// Two people of a municipality that are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    pub stays: Uuid,
    pub gone: Uuid,
}

/// What moves in one context: "3 aftaler", and what conflicts with something that the other has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moving {
    pub what: String,
    pub clashes: Vec<Clash>,
}

impl Moving {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), clashes: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, clashes: impl IntoIterator<Item = Clash>) -> Self {
        self.clashes.extend(clashes);
        self
    }
}

/// Both have something that a person can have only once, and how that is settled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clash {
    pub what: String,
    pub outcome: String,
}

impl Clash {
    pub fn new(what: impl Into<String>, outcome: impl Into<String>) -> Self {
        Self { what: what.into(), outcome: outcome.into() }
    }
}

/// How a context merges.
#[derive(Clone, Copy)]
pub struct Merges {
    /// The order in which it is shown and done, the lowest first: rows that depend on others move before those.
    pub place: u8,
    /// Every column of its tables that holds the id of a person: "engagement.person_id".
    pub columns: &'static [&'static str],
    /// What would move. A fixed number of queries.
    pub preview: Preview,
    /// Moves it, so that no row names the one who is gone. What it writes in the book of events it writes with
    /// [`Tx::record_last`].
    pub carry_out: CarryOut,
}

/// A context whose rows only change hands: how many by a statement as [`count`] takes it, in words, and the statements that
/// move them as [`run`] takes them.
///
/// ```ignore
/// samskab_web::merges! {
///     pub MERGES { place: 103, columns: ["introduction.person_id"], count: COUNT, said: introductions_move, moves: [MOVE] }
/// }
/// ```
#[macro_export]
macro_rules! merges {
    ($vis:vis $name:ident {
        place: $place:literal,
        columns: [$($column:literal),+ $(,)?],
        count: $count:ident,
        said: $said:ident,
        moves: [$($move:ident),+ $(,)?] $(,)?
    }) => {
        $vis const $name: $crate::merge::Merges = $crate::merge::Merges {
            place: $place,
            columns: &[$($column),+],
            preview: |cx, connection, pair| {
                let said = |locale, count: i64| T(locale).$said(count);
                Box::pin($crate::merge::moving(cx, connection, &$count, pair, said))
            },
            carry_out: |_, tx, pair| {
                Box::pin(async move { $crate::merge::run(tx, pair, &[$(&$move),+]).await })
            },
        };
    };
}

pub type Preview = for<'a> fn(&'a Cx, &'a mut Connection, Pair) -> BoxFuture<'a, Result<Vec<Moving>>>;

pub type CarryOut = for<'a> fn(&'a Services, &'a mut Tx, Pair) -> BoxFuture<'a, samskab_store::Result<()>>;

/// Everything that would move, in the order of the house.
pub async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> Result<Vec<Moving>> {
    let mut all = Vec::new();
    for merges in &cx.services.merges {
        all.extend((merges.preview)(cx, connection, pair).await?);
    }
    Ok(all)
}

/// Moves everything, in every context.
#[samskab_store::compiled_once]
pub async fn carry_out(services: &Services, tx: &mut Tx, pair: Pair) -> samskab_store::Result<()> {
    for merges in &services.merges {
        (merges.carry_out)(services, tx, pair).await?;
    }
    Ok(())
}

/// Runs statements of the tenant, the one who stays and the one who is gone: `$1`, `$2`, `$3`.
#[samskab_store::compiled_once]
pub async fn run(tx: &mut Tx, pair: Pair, statements: &[&'static Statement]) -> samskab_store::Result<()> {
    let tenant = tx.tenant();
    for statement in statements {
        tx.query(statement).bind(tenant).bind(pair.stays).bind(pair.gone).execute().await?;
    }
    Ok(())
}

/// Counts by a statement of the tenant and a person: `$1`, `$2`.
#[samskab_store::compiled_once]
pub async fn count(
    cx: &Cx,
    connection: &mut Connection,
    statement: &'static Statement,
    person: Uuid,
) -> samskab_store::Result<i64> {
    connection.query(statement).bind(cx.tenant.id).bind(person).scalar().await
}

/// What moves, counted by a statement as [`count`] takes it and said with the number; nothing where there is none.
pub async fn moving(
    cx: &Cx,
    connection: &mut Connection,
    statement: &'static Statement,
    pair: Pair,
    said: fn(Locale, i64) -> String,
) -> Result<Vec<Moving>> {
    let moving = count(cx, connection, statement, pair.gone).await?;
    Ok(if moving > 0 { vec![Moving::new(said(cx.locale, moving))] } else { Vec::new() })
}

/// Somebody who may be the same person, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    pub person: Uuid,
    /// "Samme navn og postnummer"
    pub why: String,
}

/// Finds people whom a context thinks to be the same person. Runs a fixed number of queries and gives few answers.
pub type FindAlike = for<'a> fn(&'a Cx, &'a mut Connection, Uuid) -> BoxFuture<'a, Result<Vec<Alike>>>;

/// A person's address changes: from which, which they have shown to be theirs, to which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readdressed {
    pub person: Uuid,
    pub from: Email,
    pub to: Email,
}

/// Moves what a context finds by the old address to the new one, in the transaction in which the address changes.
pub type Readdress = for<'a> fn(&'a mut Tx, &'a Readdressed) -> BoxFuture<'a, samskab_store::Result<()>>;

#[samskab_store::compiled_once]
pub async fn readdress(services: &Services, tx: &mut Tx, change: &Readdressed) -> samskab_store::Result<()> {
    for readdress in &services.readdresses {
        readdress(tx, change).await?;
    }
    Ok(())
}
