#![doc = include_str!("../README.md")]

mod carry_out;
mod certificate;
pub mod check;
pub mod column;
mod download;
pub mod file;
mod judge;
mod kind;
mod progress;
pub mod report;
mod row;
pub mod run;
mod setting;
mod sheet;
mod show;
mod start;
#[doc(hidden)]
pub mod testing;
mod trace;
pub mod undo;
mod undo_page;
pub mod workbook;

use axum::extract::{Multipart, Path};
use samskab_kernel::{TenantId, jiff::SignedDuration};
use samskab_store::Connection;
use samskab_web::{
    Access, Actor, Cx, Module, Routes, Services,
    module::BoxFuture,
    personal::{self, Known, KnownOfPerson},
};

pub use check::{Checked, Refused};
pub use column::Column;
pub use judge::{Judge, Outcome, Same};
pub use kind::Kind;
pub use report::{Report, Verdict};
pub use row::{ReportValue, Row, text};
pub use setting::{RunId, Setting};
pub use trace::{Part, PutBack, Thing, Touched};

/// The texts of this crate.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use i18n::T;

/// What can be imported into this program, and by whom. The program names the kinds of its contexts once;
/// a kind that is not named here is not offered, and a file of it is not taken in.
#[derive(Clone, Copy)]
pub struct Imports {
    /// The kinds of each context, in the order in which files are best imported.
    pub kinds: &'static [&'static [Kind]],
    /// The decision of the context that knows the roles.
    pub may_import: fn(&Actor) -> bool,
}

impl Imports {
    pub fn kinds(self) -> impl Iterator<Item = &'static Kind> {
        self.kinds.iter().copied().flatten()
    }

    /// The kind that is called `code` in addresses, in the table and on the command line.
    pub fn kind(self, code: &str) -> Option<&'static Kind> {
        self.kinds().find(|kind| kind.code == code)
    }

    /// Another kind, if a file with these headers has more of its columns than of those of `kind`.
    pub(crate) fn looks_like(self, kind: &Kind, headers: &[String]) -> Option<&'static Kind> {
        let known = |kind: &Kind| column::Columns::known_in(kind.columns, headers);
        let best = self.kinds().max_by_key(|other| known(other))?;
        (known(best) > known(kind)).then_some(best)
    }

    fn require(self, cx: &Cx) -> samskab_web::Result<()> {
        cx.require((self.may_import)(&cx.actor))
    }
}

/// Pages and jobs, as the binary wires them.
pub fn module(imports: Imports) -> Module {
    Module {
        name: "import",
        routes: routes(imports),
        jobs: jobs(imports),
        texts: vec![|locale, key| T(locale).get(key)],
        erasures: vec![|tx, leaving| Box::pin(run::erase(tx, leaving))],
        known: vec![KnownOfPerson { place: 95, read: known }],
        ..Module::default()
    }
}

/// What an import left behind about somebody, for the copy of their data.
fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: uuid::Uuid,
) -> BoxFuture<'a, samskab_web::Result<Vec<Known>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let found = run::traces_of(connection, cx.tenant.id, person, cx.now()).await?;
        let row = |(file, until): (String, samskab_kernel::Instant)| {
            let row = personal::Row::of(cx).text("file", t.import_history_file(), file);
            row.at("kept_until", t.import_undo_known_until(), until).done()
        };
        let rows = found.into_iter().map(row).collect();
        Ok(vec![Known { key: "imports", heading: t.import_undo_known().to_owned(), rows }])
    })
}

fn routes(imports: Imports) -> Routes {
    Routes::new()
        .get("/import", Access::Decided, move |cx: Cx| start::show(cx, imports))
        .post("/import", Access::Decided, move |cx: Cx, file: Multipart| start::send(cx, imports, file))
        .get("/import/skabelon/{kind}", Access::Decided, move |cx: Cx, kind: Path<String>| {
            download::template(cx, imports, kind)
        })
        .get("/import/{id}", Access::Decided, move |cx: Cx, id: Path<RunId>| show::show(cx, imports, id))
        .post(
            "/import/{id}/ark",
            Access::Decided,
            move |cx: Cx, id: Path<RunId>, form: samskab_web::Form<sheet::SheetForm>| {
                sheet::choose(cx, imports, id, form)
            },
        )
        .post("/import/{id}/gennemfoerelse", Access::Decided, move |cx: Cx, id: Path<RunId>| {
            carry_out::carry_out(cx, imports, id)
        })
        .get("/import/{id}/fortrydelse", Access::Decided, move |cx: Cx, id: Path<RunId>| {
            undo_page::show(cx, imports, id)
        })
        .post("/import/{id}/fortrydelse", Access::Decided, move |cx: Cx, id: Path<RunId>| {
            undo_page::undo(cx, imports, id)
        })
        .get("/import/{id}/afviste", Access::Decided, move |cx: Cx, id: Path<RunId>| {
            download::rejected(cx, imports, id)
        })
}

/// Judging and writing happen apart from the request; what was sent is forgotten after a day.
pub fn jobs(imports: Imports) -> Vec<samskab_jobs::Handler<Services>> {
    vec![
        samskab_jobs::Handler::new(move |services: Services, tenant: TenantId, job: run::Check| {
            run::check(services, imports, tenant, job)
        }),
        samskab_jobs::Handler::new(move |services: Services, tenant: TenantId, job: run::CarryOut| {
            run::carry_out(services, imports, tenant, job)
        }),
        samskab_jobs::Handler::new(move |services: Services, tenant: TenantId, job: run::Undo| {
            run::undo(services, imports, tenant, job)
        }),
        samskab_jobs::Handler::every("import.forget", SignedDuration::from_hours(1), run::forget),
    ]
}
