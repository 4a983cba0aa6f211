//! `/import`: what can be imported, sending a file, and what was imported before.

use askama::Template;
use axum::{extract::Multipart, response::Response};
use samskab_web::{
    Cx, Errors, Result, Shell,
    form::Choice,
    upload::{self, Upload},
};
use tokio::task::spawn_blocking;

use crate::{
    Imports, T, certificate,
    check::{self, Refused},
    column::Column,
    file::{LARGEST, Text, Unreadable},
    kind::Kind,
    run::{self, Run, SentFile, State},
    workbook,
};

/// What a browser offers to choose.
const FILES: &str = ".xlsx,.ods,.csv,.txt,text/csv,\
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet";

/// How many earlier imports the page shows.
const SHOWN: i64 = 20;

samskab_web::form! {
    /// A file that is sent, and what its rows are.
    struct StartForm {
        kind: radio(import_field_kind),
        file: file(import_field_file).hint(import_field_file_hint).accept(FILES),
    }
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    shell: Shell,
    t: T,
    form: StartForm,
    choices: Vec<Choice>,
    kinds: Vec<KindView>,
    runs: Vec<RunView>,
}

struct KindView {
    kind: &'static Kind,
    label: &'static str,
    recognised_by: &'static str,
    columns: Vec<ColumnView>,
}

struct ColumnView {
    header: &'static str,
    also: String,
    example: &'static str,
    hint: &'static str,
    is_required: bool,
}

struct RunView {
    run: Run,
    when: String,
    what: &'static str,
}

impl RunView {
    fn state(&self, t: &T) -> &'static str {
        match self.run.state {
            State::Choosing => t.import_state_choosing(),
            State::Checking => t.import_state_checking(),
            State::Checked if self.run.accepted() == 0 => t.import_state_nothing(),
            State::Checked => t.import_state_checked(),
            State::Importing => t.import_state_importing(),
            State::Imported => t.import_state_imported(),
            State::Undoing => t.import_state_undoing(),
            State::Undone => t.import_state_undone(),
            State::Failed => t.import_state_failed(),
        }
    }

    fn tone(&self) -> &'static str {
        match self.run.state {
            State::Imported => "good",
            State::Failed => "bad",
            State::Choosing | State::Checked => "wait",
            State::Checking | State::Importing | State::Undoing | State::Undone => "",
        }
    }
}

async fn page(cx: &Cx, imports: Imports, form: StartForm) -> Result<StartPage> {
    let (t, locale) = (T(cx.locale), cx.locale);
    let mut reader = cx.read().await?;
    let runs = run::list(&mut reader, cx.tenant.id, SHOWN).await?;
    let column = |kind: &'static Kind, column: &'static Column| ColumnView {
        header: column.header,
        also: column.also.join(", "),
        example: column.example,
        hint: kind.hint(locale, column),
        is_required: column.is_required,
    };
    let view = |kind: &'static Kind| KindView {
        kind,
        label: kind.label(locale),
        recognised_by: kind.recognised_by(locale),
        columns: kind.columns.iter().map(|one| column(kind, one)).collect(),
    };
    let choice = |kind: &Kind| Choice::of(kind.code, kind.label(locale)).hint(kind.about(locale));
    Ok(StartPage {
        shell: cx.shell(t.import_title()),
        t,
        form,
        choices: imports.kinds().map(choice).collect(),
        kinds: imports.kinds().map(view).collect(),
        runs: runs
            .into_iter()
            .map(|run| RunView {
                when: format!("{} {}", locale.day(run.created_at.day()), locale.time(run.created_at)),
                what: imports.kind(&run.kind).map_or("", |kind| kind.label(locale)),
                run,
            })
            .collect(),
    })
}

pub(crate) async fn show(cx: Cx, imports: Imports) -> Result<Response> {
    imports.require(&cx)?;
    let page = page(&cx, imports, StartForm::default()).await?;
    cx.page(page)
}

/// Takes a file in: what is wrong with it as a whole is said at once, the rows are judged by a job.
pub(crate) async fn send(cx: Cx, imports: Imports, multipart: Multipart) -> Result<Response> {
    imports.require(&cx)?;
    let t = T(cx.locale);
    let posted = upload::read(multipart, LARGEST).await?;
    let form = StartForm { kind: posted.field("kind").to_owned(), ..StartForm::default() };
    let mut errors = Errors::default();
    let kind = imports.kind(posted.field("kind"));
    // When the body was cut off, the chosen kind may be missing with the rest of it.
    if kind.is_none() && !posted.is_too_large {
        errors.add(&form.kind(), t.import_choose_kind());
    }
    if posted.is_too_large {
        errors.add(&form.file(), Refused::from(Unreadable::TooLarge).text(t));
    } else if posted.file_name.is_empty() && posted.bytes.is_empty() {
        errors.add(&form.file(), t.import_choose_file());
    } else if let Some(kind) = kind {
        let (file_name, locale) = (posted.file_name.clone(), cx.locale);
        // A workbook takes a second or two to unpack, so this runs off the threads that serve pages.
        let taken = spawn_blocking(move || take_in(kind, &posted, locale)).await.unwrap_or_else(|error| {
            tracing::error!(%error, "reading a file that was sent ended in a fault");
            Err(Unreadable::BrokenWorkbook.into())
        });
        match taken {
            Ok((text, rows)) => {
                let mut tx = cx.write().await?;
                let sent = SentFile { kind, file_name, text, rows };
                let id = run::add(&mut tx, sent, cx.locale).await?;
                tx.commit().await?;
                return cx.redirect(format!("/import/{id}"));
            }
            Err(refused) => errors.add(&form.file(), refused.text(t)),
        }
    }
    let page = page(&cx, imports, form.with_errors(errors)).await?;
    cx.invalid(page)
}

fn take_in(kind: &Kind, posted: &Upload, locale: samskab_kernel::Locale) -> Result<(Text, usize), Refused> {
    if certificate::looks_like_one(&posted.file_name, &posted.bytes) {
        return Err(Refused::Certificate);
    }
    if certificate::is_scan(&posted.bytes) {
        return Err(Refused::Scan);
    }
    if posted.is_too_large {
        return Err(Unreadable::TooLarge.into());
    }
    let text = workbook::text_of(kind.columns, &posted.bytes)?;
    let sheets = text.sheets();
    // The text of a workbook is compressed in its bytes.
    if !sheets.is_empty() && samskab_file::certificate::says_so(&text.text) {
        return Err(Refused::Certificate);
    }
    if sheets.len() > 1 {
        return Ok((text, 0));
    }
    let sheet = text.sheet()?;
    let (_, rows) = check::rows(kind, &sheet, locale)?;
    let count = rows.len();
    Ok((text, count))
}
