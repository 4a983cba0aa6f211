//! `/import/{id}`: how far it is, and row by row what would happen or has happened.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form, shell::Breadcrumb};
use serde::Deserialize;

use crate::{
    Imports, T, progress,
    report::{RowReport, Verdict},
    run::{self, Run, State},
    setting::RunId,
    sheet,
    undo_page::{Listed, until},
};

/// Rows on one page of the report.
const PAGE: usize = 200;
/// The filter of the rows that a person should look at.
const NEEDS: &str = "skal-ses";

#[derive(Template)]
#[template(path = "show.html")]
struct RunPage {
    shell: Shell,
    t: T,
    run: Run,
    what: &'static str,
    done: u64,
    /// Until when it may be taken back; empty when it may not.
    undo_until: String,
    /// When it was taken back.
    undone_at: String,
    /// What was undone and what stays, once that is done and as long as it is stored.
    undone: Option<(Listed, Listed)>,
    read_as: String,
    ignored: String,
    /// What the file looks like, where it looks like something else.
    looks_like: &'static str,
    filters: Vec<Filter>,
    rows: Vec<RowReport>,
    previous: String,
    next: String,
    position: String,
}

struct Filter {
    label: &'static str,
    /// As it is read: `1.250`.
    count: String,
    href: String,
    is_current: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RunQuery {
    vis: String,
    side: usize,
}

impl RowReport {
    fn class(&self) -> &'static str {
        match self.verdict {
            Verdict::Rejected => "s-report-rejected",
            Verdict::Added => "s-report-new",
            Verdict::Changed => "s-report-changed",
            Verdict::Unchanged => "",
        }
    }

    fn tone(&self) -> &'static str {
        match self.verdict {
            Verdict::Rejected => "bad",
            Verdict::Added => "good",
            Verdict::Changed => "wait",
            Verdict::Unchanged => "",
        }
    }

    fn symbol(&self) -> &'static str {
        match self.verdict {
            Verdict::Rejected => "error",
            Verdict::Added => "plus",
            Verdict::Changed => "edit",
            Verdict::Unchanged => "check",
        }
    }
}

pub(crate) async fn show(cx: Cx, imports: Imports, Path(id): Path<RunId>) -> Result<Response> {
    imports.require(&cx)?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let run = run::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    if run.state == State::Choosing && !run.is_forgotten {
        let sheets = run::sheets(&mut reader, cx.tenant.id, id).await?;
        drop(reader);
        return sheet::page(&cx, imports.kind(&run.kind).or_not_found()?, &run, &sheets);
    }
    let report = if run.is_under_way() { None } else { run::report(&mut reader, cx.tenant.id, id).await? };
    let traces = if run.state == State::Undone || run.may_be_undone(cx.now()) {
        run::traces(&mut reader, cx.tenant.id, id, cx.now()).await?
    } else {
        None
    };
    drop(reader);
    let asked: RunQuery = form::query(&cx);
    let side = asked.side.max(1);
    let href = |vis: &str, side: usize| format!("/import/{id}?vis={vis}&side={side}#rapport");

    let mut page = RunPage {
        shell: cx.shell(t.import_run_title(run.file_name.as_str())),
        t,
        what: imports.kind(&run.kind).map_or("", |kind| kind.label(cx.locale)),
        done: progress::of(id).unwrap_or(0),
        undo_until: if traces.is_some() && run.state == State::Imported {
            until(&cx, &run)
        } else {
            String::new()
        },
        undone_at: run.undone_at.map(|at| cx.locale.day(at.day())).unwrap_or_default(),
        undone: traces.filter(|_| run.state == State::Undone).map(|traces| Listed::split(traces.rows)),
        read_as: String::new(),
        ignored: String::new(),
        looks_like: "",
        filters: Vec::new(),
        rows: Vec::new(),
        previous: String::new(),
        next: String::new(),
        position: String::new(),
        run,
    };
    page.shell.breadcrumbs = vec![
        Breadcrumb { href: Some("/import".into()), label: t.import_title().into() },
        Breadcrumb { href: None, label: page.run.file_name.clone() },
    ];
    if let Some(report) = report {
        page.read_as = report.read_as(t);
        page.ignored = report.ignored.join(", ");
        let other = imports.kind(&report.looks_like).filter(|_| page.run.rejected > 0);
        page.looks_like = other.map_or("", |kind| kind.label(cx.locale));
        // It opens on what needs a person.
        let needing = report.needing();
        let vis = if asked.vis.is_empty() && needing > 0 { NEEDS } else { asked.vis.as_str() };
        let wanted: Option<Verdict> = vis.parse().ok();
        let is_wanted = |row: &RowReport| {
            if vis == NEEDS {
                row.needs_a_person()
            } else {
                wanted.is_none_or(|wanted| row.verdict == wanted)
            }
        };
        let needs = (needing > 0).then(|| Filter {
            label: t.import_filter_needs(),
            count: t.0.number(needing as i64),
            href: href(NEEDS, 1),
            is_current: vis == NEEDS,
        });
        let all = Filter {
            label: t.import_filter_all(),
            count: t.0.number(report.rows.len() as i64),
            href: href("alle", 1),
            is_current: wanted.is_none() && vis != NEEDS,
        };
        let met = Verdict::ALL.iter().filter(|verdict| report.count(**verdict) > 0);
        let each = met.map(|verdict| Filter {
            label: verdict.label(t),
            count: t.0.number(report.count(*verdict) as i64),
            href: href(verdict.code(), 1),
            is_current: wanted == Some(*verdict),
        });
        page.filters = needs.into_iter().chain([all]).chain(each).collect();
        let rows: Vec<RowReport> = report.rows.into_iter().filter(is_wanted).collect();
        let sides = rows.len().div_ceil(PAGE).max(1);
        let vis = if wanted.is_some() || vis == NEEDS { vis } else { "alle" };
        if side > 1 {
            page.previous = href(vis, side - 1);
        }
        if side < sides {
            page.next = href(vis, side + 1);
        }
        if sides > 1 {
            page.position = t.import_position_in_list(side, sides);
        }
        page.rows = rows.into_iter().skip((side - 1).saturating_mul(PAGE)).take(PAGE).collect();
    }
    cx.page(page)
}
