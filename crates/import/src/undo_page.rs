//! `/import/{id}/fortrydelse`: what taking an import back would do, row by row, and the yes to it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, shell::Breadcrumb};

use crate::{
    Imports, T,
    report::Verdict,
    run::{self, Run},
    setting::RunId,
    trace, undo,
};

/// At most this many rows of each list are shown on the page.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "undo.html")]
struct UndoPage {
    shell: Shell,
    t: T,
    run: Run,
    until: String,
    goes: Listed,
    stays: Listed,
}

/// Rows of an import that is or would be taken back.
pub(crate) struct Listed {
    pub rows: Vec<trace::Row>,
    pub count: usize,
}

impl Listed {
    fn of(rows: Vec<trace::Row>) -> Self {
        let count = rows.len();
        Self { rows: rows.into_iter().take(SHOWN).collect(), count }
    }

    /// Those that are taken back, and those that stay.
    pub fn split(rows: Vec<trace::Row>) -> (Self, Self) {
        let (goes, stays) = rows.into_iter().partition(|row| row.stays.is_empty());
        (Self::of(goes), Self::of(stays))
    }

    pub fn unseen(&self) -> usize {
        self.count - self.rows.len()
    }
}

impl trace::Row {
    /// It was new, and goes.
    pub(crate) fn is_new(&self) -> bool {
        self.verdict == Verdict::Added
    }
}

/// "lørdag den 5. december kl. 10.00"
pub(crate) fn until(cx: &Cx, run: &Run) -> String {
    let Some(until) = run.undo_until else { return String::new() };
    T(cx.locale).import_undo_until(cx.locale.day(until.day()), cx.locale.time(until))
}

pub(crate) async fn show(cx: Cx, imports: Imports, Path(id): Path<RunId>) -> Result<Response> {
    imports.require(&cx)?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let run = run::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let traces = run::traces(&mut reader, cx.tenant.id, id, cx.now()).await?;
    let kind = imports.kind(&run.kind);
    let (Some(kind), Some(mut traces), true) = (kind, traces, run.may_be_undone(cx.now())) else {
        return cx.redirect_saying(run.href(), "warning", "import-undo-not-now");
    };
    let at = run.imported_at.unwrap_or(run.created_at);
    let judged =
        undo::judge(&mut reader, cx.tenant.id, kind.things, &cx.services.built, &traces, at, t).await?;
    drop(reader);
    for (row, stays) in traces.rows.iter_mut().zip(judged.stays) {
        row.stays = stays.unwrap_or_default();
    }
    let (goes, stays) = Listed::split(traces.rows);
    let mut page =
        UndoPage { shell: cx.shell(t.import_undo()), t, until: until(&cx, &run), goes, stays, run };
    page.shell.breadcrumbs = vec![
        Breadcrumb { href: Some("/import".into()), label: t.import_title().into() },
        Breadcrumb { href: Some(page.run.href()), label: page.run.file_name.clone() },
        Breadcrumb { href: None, label: t.import_undo().into() },
    ];
    cx.page(page)
}

/// Pressed twice, it is taken back once: the second finds it under way.
pub(crate) async fn undo(cx: Cx, imports: Imports, Path(id): Path<RunId>) -> Result<Response> {
    imports.require(&cx)?;
    let mut tx = cx.write().await?;
    let run = run::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let may = run.may_be_undone(cx.now());
    if may && run::traces(&mut tx, cx.tenant.id, id, cx.now()).await?.is_some() {
        run::begin_undoing(&mut tx, id).await?;
        tx.commit().await?;
        return cx.redirect(run.href());
    }
    if run.is_under_way() || run.state == run::State::Undone {
        return cx.redirect(run.href());
    }
    cx.redirect_saying(run.href(), "warning", "import-undo-not-now")
}
