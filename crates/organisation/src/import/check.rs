//! Judging a file and writing what was accepted: all of it or nothing.

use std::sync::Arc;

use samskab_store::{Connection, Db, Tx, events};
use samskab_web::module::BoxFuture;
use serde::{Deserialize, Serialize};

use super::{
    Imported, Kind, Outcome, Setting, Write,
    column::{Column, Columns},
    file::{self, Charset, Sheet, Unreadable},
    progress::Progress,
    row::{Changed, Note, Row},
    run::RunId,
};
use crate::T;

/// Why a file as a whole cannot be imported.
#[derive(Debug)]
pub enum Refused {
    Unreadable(Unreadable),
    Missing(Vec<&'static Column>),
    NoRows,
    /// A børneattest or straffeattest, or a picture or scan that may be one: it is never taken in (law B.4).
    Certificate,
}

impl Refused {
    pub fn text(&self, t: T) -> String {
        match self {
            Self::Unreadable(Unreadable::Empty) => t.import_file_empty().to_owned(),
            Self::Unreadable(Unreadable::TooLarge) => t.import_file_too_large(file::LARGEST / 1024 / 1024),
            Self::Unreadable(Unreadable::TooManyRows) => t.import_file_too_many_rows(file::MOST_ROWS),
            Self::Unreadable(Unreadable::NotText) => t.import_file_not_text().to_owned(),
            Self::Unreadable(Unreadable::OpenQuote(line)) => t.import_file_open_quote(line.to_string()),
            Self::Missing(columns) => {
                let headers: Vec<&str> = columns.iter().map(|column| column.header).collect();
                t.import_file_missing_columns(headers.len(), headers.join(", "))
            }
            Self::NoRows => t.import_file_no_rows().to_owned(),
            Self::Certificate => t.import_file_certificate().to_owned(),
        }
    }
}

impl From<Unreadable> for Refused {
    fn from(unreadable: Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}

/// The columns and rows of a sheet, not judged yet.
///
/// # Errors
/// When a required column or every row is missing.
pub fn rows(
    kind: &Kind,
    sheet: &Sheet,
    locale: samskab_kernel::Locale,
) -> Result<(Arc<Columns>, Vec<Row>), Refused> {
    let columns = Arc::new(Columns::find(kind.columns, &sheet.header).map_err(Refused::Missing)?);
    if sheet.lines.is_empty() {
        return Err(Refused::NoRows);
    }
    let rows = sheet.lines.iter().map(|line| Row::new(line.clone(), columns.clone(), locale)).collect();
    Ok((columns, rows))
}

samskab_kernel::codes! {
    pub enum Verdict {
        Rejected => "rejected",
        Added => "added",
        Changed => "changed",
        Unchanged => "unchanged",
    }
}

/// What the report says of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowReport {
    pub line: u64,
    pub name: String,
    pub verdict: Verdict,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Note>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Note>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Changed>,
}

/// Row by row what would happen, or has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub charset: Charset,
    pub delimiter: char,
    /// Columns of the file that mean nothing to this import.
    pub ignored: Vec<String>,
    pub rows: Vec<RowReport>,
}

impl Report {
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }
}

/// A judged file.
pub struct Checked {
    pub report: Report,
    /// What to write, in order, each with the line it came from.
    pub writes: Vec<(u64, Write)>,
}

/// Judges every row against what is here. Writes nothing; costs the same few queries for ten rows
/// as for ten thousand.
///
/// # Errors
/// When the database fails.
pub async fn check(
    connection: &mut Connection,
    setting: &Setting,
    kind: &Kind,
    sheet: &Sheet,
) -> samskab_store::Result<Result<Checked, Refused>> {
    let (columns, mut rows) = match rows(kind, sheet, setting.locale) {
        Ok(found) => found,
        Err(refused) => return Ok(Err(refused)),
    };
    let outcomes = (kind.judge)(connection, setting, &mut rows).await?;
    let mut reports = Vec::with_capacity(rows.len());
    let mut writes: Vec<(u8, u64, Write)> = Vec::new();
    for (row, outcome) in rows.into_iter().zip(outcomes) {
        let verdict = match outcome {
            _ if row.is_rejected() => Verdict::Rejected,
            Outcome::Rejected => Verdict::Rejected,
            Outcome::Unchanged => Verdict::Unchanged,
            Outcome::Added { order, write } => {
                writes.push((order, row.line, write));
                Verdict::Added
            }
            Outcome::Changed { order, write } => {
                writes.push((order, row.line, write));
                Verdict::Changed
            }
        };
        let changes = if verdict == Verdict::Changed { row.changes } else { Vec::new() };
        reports.push(RowReport {
            line: row.line,
            name: row.name,
            verdict,
            problems: row.problems,
            remarks: row.remarks,
            changes,
        });
    }
    writes.sort_by_key(|(order, ..)| *order);
    let report = Report {
        charset: sheet.charset,
        delimiter: sheet.delimiter,
        ignored: columns.ignored.clone(),
        rows: reports,
    };
    Ok(Ok(Checked { report, writes: writes.into_iter().map(|(_, line, write)| (line, write)).collect() }))
}

/// Something to note in the transaction of an import, with what it wrote.
pub type Noted =
    Box<dyn for<'t> FnOnce(&'t mut Tx, &'t Report) -> BoxFuture<'t, samskab_store::Result<()>> + Send>;

/// How carrying out ended.
#[derive(Debug)]
pub enum Carried {
    /// Everything accepted is written.
    Out(Report),
    /// Something was changed since the dry run, so that this would not be what was agreed to: nothing is written.
    Otherwise(Report),
    /// This line could not be written, so nothing is.
    Failed { line: u64, error: samskab_store::Error },
}

/// So often it is judged before the transaction; then in it.
const ATTEMPTS: usize = 3;

/// Writes what `seen` promised. `noted` is done in the same transaction.
///
/// Everything is judged before the transaction begins, which keeps it short. The first thing it does
/// is to take the next number in the book of events; if others have written there since the judging
/// began, it is given up and the file is judged again.
///
/// # Errors
/// When the database fails otherwise than at a row.
pub async fn carry_out(
    db: &Db,
    setting: &Setting,
    kind: &Kind,
    sheet: &Sheet,
    seen: &Report,
    run: RunId,
    noted: Noted,
) -> samskab_store::Result<Carried> {
    let mut attempt = 1;
    loop {
        let mut reader = db.read().await?;
        let head = head(&mut reader, setting).await?;
        let mut judged = check(&mut reader, setting, kind, sheet).await?;
        drop(reader);
        let mut tx = db.begin(setting.stamp()).await?;
        let count = |verdict| i64::try_from(seen.count(verdict)).unwrap_or(i64::MAX);
        let imported = Imported { run, added: count(Verdict::Added), changed: count(Verdict::Changed) };
        (kind.record)(&mut tx, imported).await?;
        if self::head(&mut tx, setting).await? != head + 1 {
            if attempt < ATTEMPTS {
                attempt += 1;
                continue;
            }
            // Nobody else comes in between now: the number is ours until we commit.
            judged = check(&mut tx, setting, kind, sheet).await?;
        }
        // It was accepted once, and a file does not change.
        let Ok(Checked { report, writes }) = judged else { return Ok(Carried::Otherwise(seen.clone())) };
        if report.rows != seen.rows {
            return Ok(Carried::Otherwise(report));
        }
        let progress = Progress::begin(run);
        for (done, (line, write)) in (1..).zip(writes) {
            if let Err(error) = write(&mut tx).await {
                return Ok(Carried::Failed { line, error });
            }
            progress.done(done);
        }
        noted(&mut tx, &report).await?;
        tx.commit().await?;
        return Ok(Carried::Out(report));
    }
}

async fn head(connection: &mut Connection, setting: &Setting) -> samskab_store::Result<i64> {
    let heads = events::heads(connection).await?;
    Ok(heads.into_iter().find(|(tenant, _)| *tenant == setting.tenant.id).map_or(0, |(_, number)| number))
}

/// The rejected rows as they came, with the reasons in a last column: to be mended and sent again.
pub fn rejected(sheet: &Sheet, report: &Report, t: T) -> Vec<u8> {
    let own = Columns::find(&[], &sheet.header).ok().and_then(|columns| columns.own());
    let without_own = |cells: &[String]| -> Vec<String> {
        let width = sheet.header.len();
        let cells =
            cells.iter().chain(std::iter::repeat(const { &String::new() })).take(width.max(cells.len()));
        cells.enumerate().filter(|(place, _)| Some(*place) != own).map(|(_, cell)| cell.clone()).collect()
    };
    let mut header = without_own(&sheet.header);
    header.push(t.import_error_column().to_owned());
    let mut rows = vec![header];
    for (line, judged) in sheet.lines.iter().zip(&report.rows) {
        if judged.verdict == Verdict::Rejected {
            let reasons: Vec<String> = judged.problems.iter().map(Note::to_string).collect();
            let mut cells = without_own(&line.cells);
            cells.push(reasons.join(" "));
            rows.push(cells);
        }
    }
    file::write(sheet.charset, sheet.delimiter, rows)
}

impl std::fmt::Display for Note {
    /// `CVR-nr.: 12345678 er ikke …`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.column.is_empty() {
            f.write_str(&self.text)
        } else {
            write!(f, "{}: {}", self.column, self.text)
        }
    }
}
