//! Import from CSV, as Danish municipalities export it.
//!
//! A file is read ([`file`]), its columns are found ([`column`]), every row is judged by its [`Kind`]
//! against what is already here ([`row`], [`check`]), and the report says row by row what would
//! happen. Then everything that was accepted is written in one transaction, or nothing. The same file
//! a second time changes nothing: rows are recognised by their number or, without one, by their name
//! and where they are. What is rejected can be fetched with the reasons, mended and sent again.
//!
//! A kind is a value in a register, so that a context beside this one can have its own
//! ([`register`](crate::register_import)); pages, jobs and the command line know kinds only by it.

mod associations;
mod carry_out;
pub mod certificate;
pub mod check;
pub mod column;
mod download;
pub mod file;
pub mod known;
mod positions;
mod progress;
pub mod row;
pub mod run;
mod show;
mod start;
mod units;

use std::sync::Arc;

use samskab_kernel::{Day, Dice, Id, Instant, Locale, jiff::SignedDuration};
use samskab_store::{Connection, Stamp, Tx};
use samskab_web::{Access, Cx, Routes, Services, Tenant, module::BoxFuture};
use serde::Serialize;
use uuid::Uuid;

pub use check::{Checked, Refused, Report, Verdict};
pub use column::Column;
pub use row::Row;

use crate::authority::{Action, Resource, may};

/// What a row becomes, to be done when everything has been judged.
pub type Write = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, samskab_store::Result<()>> + Send>;

/// What would happen to a row.
pub enum Outcome {
    Rejected,
    Unchanged,
    /// `order`: what others refer to is written first (0), in the order of the file otherwise.
    Added {
        order: u8,
        write: Write,
    },
    Changed {
        order: u8,
        write: Write,
    },
}

impl Outcome {
    pub fn added<W>(write: W) -> Self
    where
        W: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, samskab_store::Result<()>> + Send + 'static,
    {
        Self::Added { order: 0, write: Box::new(write) }
    }

    pub fn changed<W>(write: W) -> Self
    where
        W: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, samskab_store::Result<()>> + Send + 'static,
    {
        Self::Changed { order: 0, write: Box::new(write) }
    }

    #[must_use]
    pub fn in_order(self, order: u8) -> Self {
        match self {
            Self::Added { write, .. } => Self::Added { order, write },
            Self::Changed { write, .. } => Self::Changed { order, write },
            other => other,
        }
    }
}

/// For whom, when and in which language a file is judged.
#[derive(Clone)]
pub struct Setting {
    pub tenant: Arc<Tenant>,
    pub now: Instant,
    pub locale: Locale,
    pub dice: Dice,
    /// Who sent it; `None` from the command line.
    pub actor: Option<Uuid>,
}

impl Setting {
    pub fn of(cx: &Cx) -> Self {
        Self {
            tenant: cx.tenant.clone(),
            now: cx.now(),
            locale: cx.locale,
            dice: cx.services.db.dice().clone(),
            actor: cx.actor.person,
        }
    }

    pub fn today(&self) -> Day {
        self.now.day()
    }

    pub fn new_id<K>(&self) -> Id<K> {
        self.dice.id(self.now)
    }

    pub fn stamp(&self) -> Stamp {
        Stamp { tenant: self.tenant.id, actor: self.actor, now: self.now }
    }
}

/// What the book of events says of an import.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Imported {
    #[serde(skip)]
    pub run: run::RunId,
    pub added: i64,
    pub changed: i64,
}

type Judge = for<'a> fn(
    &'a mut Connection,
    &'a Setting,
    &'a mut [Row],
) -> BoxFuture<'a, samskab_store::Result<Vec<Outcome>>>;

/// Something that can be imported.
pub struct Kind {
    /// In addresses, in the table and on the command line.
    pub code: &'static str,
    /// Where it stands among the others.
    pub place: u8,
    pub columns: &'static [Column],
    /// The texts of the context: `import-kind-<code>`, `import-about-<code>`, `import-key-<code>`,
    /// and `import-hint-<code>-<column>` where a column needs one.
    pub texts: fn(Locale, &str) -> Option<&'static str>,
    /// One outcome a row. Reads what is known once, whatever the number of rows, and writes nothing.
    pub judge: Judge,
    pub record: for<'a> fn(&'a mut Tx, Imported) -> BoxFuture<'a, samskab_store::Result<()>>,
}

impl Kind {
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

    /// By what a row is recognised the next time.
    pub fn recognised_by(&self, locale: Locale) -> &'static str {
        self.text(locale, "key")
    }

    pub fn hint(&self, locale: Locale, column: &Column) -> &'static str {
        let key = column.key.replace('_', "-");
        (self.texts)(locale, &format!("import-hint-{}-{key}", self.code)).unwrap_or_default()
    }
}

samskab_store::inventory::collect!(&'static Kind);

/// Puts a [`Kind`] into the register.
#[macro_export]
macro_rules! register_import {
    ($kind:path) => {
        const _: () = {
            use samskab_store::inventory;
            inventory::submit! { &$kind }
        };
    };
}

/// Every kind linked into this program, in the order in which they are best imported.
pub fn kinds() -> Vec<&'static Kind> {
    let mut kinds: Vec<_> = samskab_store::inventory::iter::<&'static Kind>.into_iter().copied().collect();
    kinds.sort_by_key(|kind| kind.place);
    kinds
}

pub fn kind(code: &str) -> Option<&'static Kind> {
    kinds().into_iter().find(|kind| kind.code == code)
}

/// An event for each kind, so that those who follow know what to read again.
#[macro_export]
macro_rules! imported_event {
    ($name:ident, $kind:literal) => {
        #[derive(serde::Serialize)]
        struct $name(#[allow(dead_code)] $crate::import::Imported);
        impl samskab_store::Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> uuid::Uuid {
                self.0.run.uuid()
            }
        }
        impl $name {
            fn record<'a>(
                tx: &'a mut samskab_store::Tx,
                imported: $crate::import::Imported,
            ) -> samskab_web::module::BoxFuture<'a, samskab_store::Result<()>> {
                Box::pin(tx.record(Self(imported)))
            }
        }
    };
}

fn require(cx: &Cx) -> samskab_web::Result<()> {
    cx.require(may(&cx.actor, Action::Import, Resource::Municipality))
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/import", Access::Decided, start::show)
        .post("/import", Access::Decided, start::send)
        .get("/import/skabelon/{kind}", Access::Decided, download::template)
        .get("/import/{id}", Access::Decided, show::show)
        .post("/import/{id}/gennemfoerelse", Access::Decided, carry_out::carry_out)
        .get("/import/{id}/afviste", Access::Decided, download::rejected)
}

/// Judging and writing happen apart from the request; what was sent is forgotten after a day.
pub fn jobs() -> Vec<samskab_jobs::Handler<Services>> {
    vec![
        samskab_jobs::Handler::new::<run::Check, _, _>(run::check),
        samskab_jobs::Handler::new::<run::CarryOut, _, _>(run::carry_out),
        samskab_jobs::Handler::every("import.forget", SignedDuration::from_hours(1), run::forget),
    ]
}
