//! The scaffold that every kind of import is judged in.

use std::{collections::HashMap, future::Future, hash::Hash};

use samskab_store::{Connection, Result, Tx};
use samskab_web::module::BoxFuture;

use crate::{
    T,
    column::Column,
    report::Verdict,
    row::Row,
    setting::Setting,
    trace::{Thing, Touched},
};

/// How the rows of one kind are judged. The value is what is here already, and what the rows so far would
/// make of it.
///
/// The scaffold calls: [`Judge::look_up`]; [`Judge::read`] for every row; [`Judge::look_up_said`]; it
/// rejects rows that are the [`Judge::same`] as an earlier one; [`Judge::order`]; [`Judge::judge`] for every
/// row in that order. What is accepted is written with [`Judge::write`], in the same order, in one transaction.
pub trait Judge: Sized + Send + 'static {
    /// The kind's code in addresses, in the table and on the command line.
    const CODE: &'static str;
    /// The event that says that rows of this kind were written.
    const EVENT: &'static str;
    /// The event that says that an import of this kind was taken back.
    const UNDONE: &'static str;
    const COLUMNS: &'static [Column];
    /// What rows of this kind write. Whatever [`Judge::touches`] names is one of them.
    const THINGS: &'static [Thing];

    /// What a row says, as far as it could be read.
    type Draft: Send + Sync;
    /// A key that is equal for two rows about the same thing, for rows without a number.
    type Key: Eq + Hash;
    /// What a row changes.
    type Change: Send + 'static;

    /// Reads what is stored already, with the same few queries whatever the number of rows.
    fn look_up(connection: &mut Connection, setting: &Setting) -> impl Future<Output = Result<Self>> + Send;

    /// Reads the cells of a row, names it, and notes what is wrong with them.
    fn read(&self, row: &mut Row, setting: &Setting) -> Self::Draft;

    /// Reads what can only be asked for when the rows are known.
    fn look_up_said(
        &mut self,
        _connection: &mut Connection,
        _setting: &Setting,
        _said: &[Self::Draft],
    ) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// What identifies a row among the others of its file; `None` when that cannot be told.
    fn same(&self, said: &Self::Draft) -> Option<Same<Self::Key>>;

    /// The message for a row that is about the same thing as the one in `line`.
    fn double(setting: &Setting, _same: &Same<Self::Key>, line: u64) -> String {
        T(setting.locale).import_double(line.to_string())
    }

    /// Looks at all rows together. Returns the places of the rows in the order in which they are judged and
    /// written: what others refer to comes first.
    fn order(&mut self, rows: &mut [Row], _said: &[Self::Draft], _setting: &Setting) -> Vec<usize> {
        (0..rows.len()).collect()
    }

    /// Compares a row with what is here; `place` is its place in the file. Rows that are rejected already are
    /// judged too, as others may refer to them; they stay rejected.
    fn judge(
        &mut self,
        place: usize,
        row: &mut Row,
        said: &Self::Draft,
        setting: &Setting,
    ) -> Outcome<Self::Change>;

    /// Everything that [`Judge::write`] will write, in that order.
    fn touches(change: &Self::Change) -> Vec<Touched>;

    /// Writes what a row changes.
    fn write(change: Self::Change, tx: &mut Tx) -> impl Future<Output = Result<()>> + Send;
}

/// What makes two rows of a file the same.
#[derive(PartialEq, Eq, Hash)]
pub enum Same<K> {
    /// The same value in the column `number`.
    Number(String),
    /// The column in which it is said, and what is compared.
    Key(&'static str, K),
}

/// What would happen to a row.
pub enum Outcome<C> {
    Rejected,
    Unchanged,
    Added(C),
    Changed(C),
}

impl<C> Outcome<C> {
    /// For something new or stored already: what is stored is changed only when the row has noted a change.
    pub fn of(row: &Row, is_new: bool, change: C) -> Self {
        if is_new {
            Self::Added(change)
        } else if row.changes.is_empty() {
            Self::Unchanged
        } else {
            Self::Changed(change)
        }
    }
}

/// The writing of one row, done when everything has been judged.
pub(crate) type Write = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<()>> + Send>;

/// The rows of a file, judged.
pub(crate) struct Judged {
    /// One verdict for each row, in the order of the file.
    pub verdicts: Vec<Verdict>,
    /// The accepted rows, in the order of writing.
    pub writes: Vec<AcceptedRow>,
}

/// An accepted row, before it is written.
pub(crate) struct AcceptedRow {
    /// The line of the file.
    pub line: u64,
    pub touches: Vec<Touched>,
    pub write: Write,
}

pub(crate) async fn judge<J: Judge>(
    connection: &mut Connection,
    setting: &Setting,
    rows: &mut [Row],
) -> Result<Judged> {
    let mut here = J::look_up(connection, setting).await?;
    let said: Vec<J::Draft> = rows.iter_mut().map(|row| here.read(row, setting)).collect();
    rows.iter_mut().for_each(Row::is_read);
    here.look_up_said(connection, setting, &said).await?;
    refuse_doubles(&here, rows, &said, setting);
    let mut judged = Judged { verdicts: vec![Verdict::Rejected; rows.len()], writes: Vec::new() };
    for place in here.order(rows, &said, setting) {
        let row = &mut rows[place];
        let outcome = here.judge(place, row, &said[place], setting);
        if row.looks_like_none && matches!(outcome, Outcome::Added(_)) {
            row.problem("", T(setting.locale).import_no_row());
        }
        if row.is_rejected() {
            continue;
        }
        let (verdict, change) = match outcome {
            Outcome::Rejected => (Verdict::Rejected, None),
            Outcome::Unchanged => (Verdict::Unchanged, None),
            Outcome::Added(change) => (Verdict::Added, Some(change)),
            Outcome::Changed(change) => (Verdict::Changed, Some(change)),
        };
        judged.verdicts[place] = verdict;
        judged.writes.extend(change.map(|change| AcceptedRow {
            line: row.line,
            touches: J::touches(&change),
            write: write::<J>(change),
        }));
    }
    Ok(judged)
}

fn write<J: Judge>(change: J::Change) -> Write {
    Box::new(move |tx: &mut Tx| -> BoxFuture<'_, Result<()>> { Box::pin(J::write(change, tx)) })
}

fn refuse_doubles<J: Judge>(here: &J, rows: &mut [Row], said: &[J::Draft], setting: &Setting) {
    let mut first: HashMap<Same<J::Key>, u64> = HashMap::new();
    for (row, said) in rows.iter_mut().zip(said) {
        let Some(same) = here.same(said) else { continue };
        let column = match &same {
            Same::Number(_) => "number",
            Same::Key(column, _) => column,
        };
        match first.get(&same) {
            Some(line) => row.problem(column, J::double(setting, &same, *line)),
            None => drop(first.insert(same, row.line)),
        }
    }
}
