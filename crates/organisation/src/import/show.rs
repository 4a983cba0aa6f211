//! `/import/{id}`: how far it is, and row by row what would happen or has happened.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form, shell::Breadcrumb};
use serde::Deserialize;

use super::{
    check::{Report, RowReport, Verdict},
    progress, require,
    run::{self, Run, RunId, State},
};
use crate::T;

/// Rows on one page of the report.
const PAGE: usize = 200;

#[derive(Template)]
#[template(path = "import/show.html")]
struct RunPage {
    shell: Shell,
    t: T,
    run: Run,
    what: &'static str,
    done: u64,
    read_as: String,
    ignored: String,
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
struct Asked {
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

impl Verdict {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Rejected => t.import_rejected(),
            Self::Added => t.import_added(),
            Self::Changed => t.import_changed(),
            Self::Unchanged => t.import_unchanged(),
        }
    }
}

impl Report {
    pub fn read_as(&self, t: T) -> String {
        let delimiter = match self.delimiter {
            ',' => t.import_delimiter_comma(),
            '\t' => t.import_delimiter_tab(),
            _ => t.import_delimiter_semicolon(),
        };
        t.import_how_read(self.charset.label(), delimiter)
    }
}

pub async fn show(cx: Cx, Path(id): Path<RunId>) -> Result<Response> {
    require(&cx)?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let run = run::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let report = if run.is_under_way() { None } else { run::report(&mut reader, cx.tenant.id, id).await? };
    drop(reader);
    let asked: Asked = form::query(&cx);
    let wanted: Option<Verdict> = asked.vis.parse().ok();
    let side = asked.side.max(1);
    let href = |vis: &str, side: usize| format!("/import/{id}?vis={vis}&side={side}#rapport");

    let mut page = RunPage {
        shell: cx.shell(t.import_run_title(run.file_name.as_str())),
        t,
        what: run.kind().map_or("", |kind| kind.label(cx.locale)),
        done: progress::of(id).unwrap_or(0),
        read_as: String::new(),
        ignored: String::new(),
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
        let all = Filter {
            label: t.import_filter_all(),
            count: t.0.number(report.rows.len() as i64),
            href: href("alle", 1),
            is_current: wanted.is_none(),
        };
        let met = Verdict::ALL.iter().filter(|verdict| report.count(**verdict) > 0);
        let each = met.map(|verdict| Filter {
            label: verdict.label(t),
            count: t.0.number(report.count(*verdict) as i64),
            href: href(verdict.code(), 1),
            is_current: wanted == Some(*verdict),
        });
        page.filters = std::iter::once(all).chain(each).collect();
        let rows: Vec<RowReport> =
            report.rows.into_iter().filter(|row| wanted.is_none_or(|wanted| row.verdict == wanted)).collect();
        let sides = rows.len().div_ceil(PAGE).max(1);
        let vis = if wanted.is_some() { asked.vis.as_str() } else { "alle" };
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
