//! What is reported about a file row by row: on a page, in a file of the rejected rows, on the command line.

use serde::{Deserialize, Serialize};

use crate::{
    T,
    column::Columns,
    file::{self, Charset, Place, Sheet},
    row::{Changed, Note},
};

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

impl RowReport {
    /// It is rejected, there is something to know before it is saved, or it gives something that is here another name or
    /// number.
    pub fn needs_a_person(&self) -> bool {
        let renames = self.verdict == Verdict::Changed && self.changes.iter().any(|change| change.is_weighty);
        self.verdict == Verdict::Rejected || !self.remarks.is_empty() || renames
    }
}

/// Row by row what would happen, or has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub charset: Charset,
    pub delimiter: char,
    /// Where the rows are; only in a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Columns of the file that mean nothing to this import.
    pub ignored: Vec<String>,
    /// The code of another kind, of which the file has more columns; empty: there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub looks_like: String,
    pub rows: Vec<RowReport>,
}

impl Report {
    /// Rows that a person should look at.
    pub fn needing(&self) -> usize {
        self.rows.iter().filter(|row| row.needs_a_person()).count()
    }

    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
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
        if let Some(place) = &self.place {
            return t.import_how_read_workbook(
                self.charset.label(),
                place.header_row.to_string(),
                place.sheet.as_str(),
            );
        }
        let delimiter = match self.delimiter {
            ',' => t.import_delimiter_comma(),
            '\t' => t.import_delimiter_tab(),
            _ => t.import_delimiter_semicolon(),
        };
        t.import_how_read(self.charset.label(), delimiter)
    }
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
