//! Judging a file and writing what was accepted: all of it or nothing.

use std::sync::Arc;

use samskab_kernel::danish::fold;
use samskab_store::{Connection, Db, Tx, events};
use samskab_web::module::BoxFuture;

use crate::{
    T,
    column::{Column, Columns},
    file::{self, Sheet, Unreadable},
    judge::AcceptedRow,
    kind::{Imported, Kind},
    progress::Progress,
    report::{Report, RowReport, Verdict},
    row::Row,
    setting::{RunId, Setting},
    trace::{self, Before},
};

/// Why a file as a whole cannot be imported.
#[derive(Debug)]
pub enum Refused {
    Unreadable(Unreadable),
    Missing(Vec<&'static Column>),
    NoRows,
    /// A børneattest or straffeattest: it is never taken in (law B.4).
    Certificate,
    /// A picture or a PDF, which may be one.
    Scan,
}

impl Refused {
    pub fn text(&self, t: T) -> String {
        match self {
            Self::Unreadable(Unreadable::Empty) => t.import_file_empty().to_owned(),
            Self::Unreadable(Unreadable::TooLarge) => t.import_file_too_large(file::LARGEST / 1024 / 1024),
            Self::Unreadable(Unreadable::TooManyRows) => t.import_file_too_many_rows(file::MOST_ROWS),
            Self::Unreadable(Unreadable::NotText) => t.import_file_not_text().to_owned(),
            Self::Unreadable(Unreadable::OldWorkbook) => t.import_file_old_workbook().to_owned(),
            Self::Unreadable(Unreadable::Encrypted) => t.import_file_encrypted().to_owned(),
            Self::Unreadable(Unreadable::BrokenWorkbook) => t.import_file_broken_workbook().to_owned(),
            Self::Unreadable(Unreadable::TooMuchUnpacked) => {
                t.import_file_too_much_unpacked(file::MOST_UNPACKED / 1024 / 1024)
            }
            Self::Unreadable(Unreadable::TooManyColumns) => {
                t.import_file_too_many_columns(file::MOST_COLUMNS)
            }
            Self::Unreadable(Unreadable::OpenQuote(line)) => t.import_file_open_quote(line.to_string()),
            Self::Missing(columns) => {
                let headers: Vec<&str> = columns.iter().map(|column| column.header).collect();
                t.import_file_missing_columns(headers.len(), headers.join(", "))
            }
            Self::NoRows => t.import_file_no_rows().to_owned(),
            Self::Certificate => t.import_file_certificate().to_owned(),
            Self::Scan => t.import_file_scan().to_owned(),
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
pub(crate) fn rows(
    kind: &Kind,
    sheet: &Sheet,
    locale: samskab_kernel::Locale,
) -> Result<(Arc<Columns>, Vec<Row>), Refused> {
    let columns = Arc::new(Columns::find(kind.columns, &sheet.header).map_err(Refused::Missing)?);
    if sheet.lines.is_empty() {
        return Err(Refused::NoRows);
    }
    let mut rows: Vec<Row> =
        sheet.lines.iter().map(|line| Row::new(line.clone(), columns.clone(), locale)).collect();
    if sheet.place.is_some() {
        rows.iter_mut().for_each(|row| row.refuse_errors(kind.columns));
    }
    for (row, is_no_row) in rows.iter_mut().zip(no_rows(sheet)) {
        if is_no_row {
            row.looks_like_none = true;
        }
    }
    Ok((columns, rows))
}

/// Words with which the last line of an export begins, folded.
const FOOTERS: [&str; 9] =
    ["i alt", "ialt", "total", "antal", "sum", "udtraek", "udtrukket", "udskrevet", "genereret"];

/// Which lines are none of the file's rows: a heading between them, or the line an export puts under them.
fn no_rows(sheet: &Sheet) -> Vec<bool> {
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    // Where most rows have few cells filled, such a row counts as a row of data.
    let full = sheet.lines.iter().filter(|line| filled(&line.cells) > 2).count();
    let are_rows_full = sheet.header.len() > 2 && full * 2 >= sheet.lines.len();
    let last = sheet.lines.len().saturating_sub(1);
    let is_none = |(place, line): (usize, &file::Line)| {
        let said = line.cells.iter().find(|cell| !cell.is_empty()).map(|cell| fold(cell)).unwrap_or_default();
        let is_footer = place == last && FOOTERS.iter().any(|word| said.starts_with(word));
        are_rows_full && (filled(&line.cells) == 1 || is_footer && filled(&line.cells) == 2)
    };
    sheet.lines.iter().enumerate().map(is_none).collect()
}

/// A file after it was judged.
pub struct Checked {
    pub report: Report,
    /// What to write, in order.
    pub(crate) writes: Vec<AcceptedRow>,
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
    let judged = (kind.judge)(connection, setting, &mut rows).await?;
    let report = |(row, verdict): (Row, Verdict)| RowReport {
        line: row.line,
        name: row.name,
        verdict,
        problems: row.problems,
        remarks: row.remarks,
        changes: if verdict == Verdict::Changed { row.changes } else { Vec::new() },
    };
    let report = Report {
        charset: sheet.charset,
        delimiter: sheet.delimiter,
        place: sheet.place.clone(),
        ignored: columns.ignored.clone(),
        looks_like: String::new(),
        rows: rows.into_iter().zip(judged.verdicts).map(report).collect(),
    };
    Ok(Ok(Checked { report, writes: judged.writes }))
}

/// Something to note in the transaction of an import, with what it wrote.
pub type Noted =
    Box<dyn for<'t> FnOnce(&'t mut Tx, &'t Report) -> BoxFuture<'t, samskab_store::Result<()>> + Send>;

/// How carrying out ended.
#[derive(Debug)]
pub enum Carried {
    /// Everything that was accepted is written.
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
            // Nobody else can write in between now: the number is ours until we commit.
            judged = check(&mut tx, setting, kind, sheet).await?;
        }
        // It was accepted before, and a file does not change.
        let Ok(Checked { report, writes }) = judged else { return Ok(Carried::Otherwise(seen.clone())) };
        if report.rows != seen.rows {
            return Ok(Carried::Otherwise(report));
        }
        let progress = Progress::begin(run);
        let touched = writes.iter().map(|written| (written.line, written.touches.clone())).collect();
        let before = Before::read(&mut tx, kind.things, touched).await?;
        for (done, written) in (1..).zip(writes) {
            if let Err(error) = (written.write)(&mut tx).await {
                return Ok(Carried::Failed { line: written.line, error });
            }
            progress.done(done);
        }
        noted(&mut tx, &report).await?;
        let traces = before.traces(&mut tx, &report).await?;
        trace::keep(&mut tx, run, &traces).await?;
        tx.commit().await?;
        return Ok(Carried::Out(report));
    }
}

async fn head(connection: &mut Connection, setting: &Setting) -> samskab_store::Result<i64> {
    let heads = events::heads(connection).await?;
    Ok(heads.into_iter().find(|(tenant, _)| *tenant == setting.tenant.id).map_or(0, |(_, number)| number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Text;

    fn none_of_the_rows(text: &str) -> Vec<bool> {
        no_rows(&Text::decode(text.as_bytes()).unwrap().sheet().unwrap())
    }

    #[test]
    fn what_an_export_writes_under_its_rows_is_no_row() {
        let rows = "Navn;Postnr.;By\nSkakklubben;6950;Ringkøbing\nKoret;6900;Skjern\n";
        assert_eq!(none_of_the_rows(rows), [false, false]);
        for footer in ["Udtrukket 28-11-2026 kl. 10.00;;", "I alt;2;", "Antal foreninger: 2", ";;Side 1 af 1"]
        {
            assert_eq!(none_of_the_rows(&format!("{rows}{footer}\n")), [false, false, true], "{footer}");
        }
        let heading =
            "Navn;Postnr.;By\nForeninger i Skjern;;\nKoret;6900;Skjern\nSkakklubben;6950;Ringkøbing\n";
        assert_eq!(none_of_the_rows(heading), [true, false, false]);
    }

    #[test]
    fn a_list_of_names_is_rows() {
        assert_eq!(none_of_the_rows("Navn;Postnr.;By\nSkakklubben;;\nKoret;;\n"), [false, false]);
        assert_eq!(none_of_the_rows("Navn;Postnr.\nSkakklubben;6950\nI alt;1\n"), [false, false]);
    }
}
