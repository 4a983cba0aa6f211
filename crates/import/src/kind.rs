//! A kind of import: what a file of it holds, and how its rows are judged.

use samskab_kernel::Locale;
use samskab_store::{Connection, Event, Result, Tx};
use samskab_web::module::BoxFuture;
use serde::Serialize;
use uuid::Uuid;

use crate::{
    column::Column,
    judge::{Judge, Judged, judge},
    row::Row,
    setting::{RunId, Setting},
    trace::Thing,
};

type JudgeRows = for<'a> fn(&'a mut Connection, &'a Setting, &'a mut [Row]) -> BoxFuture<'a, Result<Judged>>;

/// Something that can be imported.
pub struct Kind {
    /// The code in addresses, in the table and on the command line.
    pub code: &'static str,
    pub columns: &'static [Column],
    texts: fn(Locale, &str) -> Option<&'static str>,
    pub(crate) judge: JudgeRows,
    pub(crate) record: for<'a> fn(&'a mut Tx, Imported) -> BoxFuture<'a, Result<()>>,
    pub(crate) things: &'static [Thing],
    pub(crate) record_undone: for<'a> fn(&'a mut Tx, Undone) -> BoxFuture<'a, Result<()>>,
}

impl Kind {
    /// The kind whose rows `J` judges. `texts` are those of its context: `import-kind-<code>`,
    /// `import-about-<code>`, `import-key-<code>`, and `import-hint-<code>-<column>` where a column needs one.
    pub const fn of<J: Judge>(texts: fn(Locale, &str) -> Option<&'static str>) -> Self {
        Self {
            code: J::CODE,
            columns: J::COLUMNS,
            texts,
            judge: |connection, setting, rows| Box::pin(judge::<J>(connection, setting, rows)),
            record: |tx, imported| Box::pin(tx.record(Recorded::<J>(imported, std::marker::PhantomData))),
            things: J::THINGS,
            record_undone: |tx, undone| Box::pin(tx.record(Recalled::<J>(undone, std::marker::PhantomData))),
        }
    }

    fn text(&self, locale: Locale, about: &str) -> &'static str {
        (self.texts)(locale, &format!("import-{about}-{}", self.code)).unwrap_or(self.code)
    }

    /// "Foreninger"
    pub fn label(&self, locale: Locale) -> &'static str {
        self.text(locale, "kind")
    }

    /// What such a file holds.
    pub fn about(&self, locale: Locale) -> &'static str {
        self.text(locale, "about")
    }

    /// What identifies a row the next time it is imported.
    pub fn recognised_by(&self, locale: Locale) -> &'static str {
        self.text(locale, "key")
    }

    pub fn hint(&self, locale: Locale, column: &Column) -> &'static str {
        let key = column.key.replace('_', "-");
        (self.texts)(locale, &format!("import-hint-{}-{key}", self.code)).unwrap_or_default()
    }
}

/// What the book of events says of an import.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Imported {
    #[serde(skip)]
    pub run: RunId,
    pub added: i64,
    pub changed: i64,
}

/// An event of its own for each kind, so that those who follow know what to read again.
#[derive(Serialize)]
#[serde(transparent)]
struct Recorded<J>(Imported, #[serde(skip)] std::marker::PhantomData<fn() -> J>);

impl<J: Judge> Event for Recorded<J> {
    const KIND: &'static str = J::EVENT;

    fn subject(&self) -> Uuid {
        self.0.run.uuid()
    }
}

/// What the book of events says of an import that was taken back.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Undone {
    #[serde(skip)]
    pub run: RunId,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Recalled<J>(Undone, #[serde(skip)] std::marker::PhantomData<fn() -> J>);

impl<J: Judge> Event for Recalled<J> {
    const KIND: &'static str = J::UNDONE;

    fn subject(&self) -> Uuid {
        self.0.run.uuid()
    }
}
