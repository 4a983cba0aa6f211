//! A file as it comes out of a municipality's systems: whatever encoding and delimiter, read the
//! same, with the number of every line.

use axum::response::Response;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use samskab_kernel::cpr;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

/// The largest file, in bytes.
pub(crate) const LARGEST: usize = 10 * 1024 * 1024;
/// The most rows in a file, the header not counted.
pub(crate) const MOST_ROWS: usize = 50_000;
/// The most columns of a sheet.
pub(crate) const MOST_COLUMNS: usize = 200;
/// The most that a workbook may be unpacked, in bytes: fifty thousand rows of ten columns are a third of it.
pub(crate) const MOST_UNPACKED: usize = 100 * 1024 * 1024;

samskab_kernel::codes! {
    /// How the file came: how its bytes were read, or which kind of workbook it is. A UTF-8 file without a mark at its start is told apart from
    /// Windows-1252 by being valid.
    pub enum Charset {
        Utf8 => "utf_8",
        Utf8Marked => "utf_8_bom",
        Utf16 => "utf_16",
        Windows1252 => "windows_1252",
        Xlsx => "xlsx",
        Ods => "ods",
    }
}

impl Charset {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Marked => "UTF-8 (BOM)",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Xlsx => "Excel",
            Self::Ods => "LibreOffice",
        }
    }

    pub(crate) const fn is_workbook(self) -> bool {
        matches!(self, Self::Xlsx | Self::Ods)
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    TooLarge,
    TooManyRows,
    /// A picture, a document, anything that is neither text nor a workbook.
    NotText,
    /// A workbook of a kind that is not read: .xls, .xlsb.
    OldWorkbook,
    /// A workbook with a password.
    Encrypted,
    /// A workbook that is damaged, or says something no workbook says.
    BrokenWorkbook,
    /// A workbook that is far more when it is unpacked than when it is sent.
    TooMuchUnpacked,
    /// A sheet that reaches further to the right than a list does.
    TooManyColumns,
    /// A quotation mark that is never closed; the line it is on.
    OpenQuote(u64),
}

/// A row of the file: where it begins, and its cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Counted from 1 as an editor counts, also past quoted line breaks and empty lines; in a workbook the number
    /// beside the row.
    pub number: u64,
    pub cells: Vec<String>,
}

/// Where in a workbook the rows are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub sheet: String,
    /// The number of the row with the headers.
    pub header_row: u64,
}

/// A sheet of a workbook, as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    pub place: Place,
    pub header: Vec<String>,
    pub lines: Vec<Line>,
}

/// A file split into rows and cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub charset: Charset,
    pub delimiter: char,
    pub header: Vec<String>,
    pub lines: Vec<Line>,
    /// Where the rows are; only in a workbook.
    pub place: Option<Place>,
}

/// The text that was read, and how it was encoded: kept until the import is carried out. For a workbook it is the
/// sheets as JSON: the meaning of the cells, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    pub charset: Charset,
    pub text: String,
}

impl Text {
    /// Numbers that look like a CPR number are masked: they are neither kept nor shown again (law B.7).
    ///
    /// # Errors
    /// When it is too large or no text.
    pub fn decode(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.len() > LARGEST {
            return Err(Unreadable::TooLarge);
        }
        let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
        let charset = match marked {
            Some(encoding) if encoding == UTF_8 => Charset::Utf8Marked,
            Some(_) => Charset::Utf16,
            None if bytes.starts_with(b"PK\x03\x04") || bytes.contains(&0) => {
                return Err(Unreadable::NotText);
            }
            None if std::str::from_utf8(bytes).is_ok() => Charset::Utf8,
            None => Charset::Windows1252,
        };
        let encoding = match (charset, marked) {
            (Charset::Utf16, Some(encoding)) if encoding == UTF_16BE => UTF_16BE,
            (Charset::Utf16, _) => UTF_16LE,
            (Charset::Windows1252, _) => WINDOWS_1252,
            _ => UTF_8,
        };
        let (text, ..) = encoding.decode(bytes);
        // One kind of line break, in cells too: otherwise a break alone would be a change.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        // One kind of å too: a Mac writes it as an a with a ring after it.
        let text: String = text.nfc().collect();
        let delimiter = delimiter(without_separator_line(&text).1);
        Ok(Self { charset, text: masked(&text, delimiter) })
    }

    /// The sheets of a workbook that hold something; the rows of the file are on one of them.
    pub fn of_sheets(charset: Charset, sheets: &[Grid]) -> Result<Self, Unreadable> {
        let text = serde_json::to_string(sheets).map_err(|_| Unreadable::BrokenWorkbook)?;
        Ok(Self { charset, text })
    }

    /// The sheets; empty when the file is no workbook.
    pub fn sheets(&self) -> Vec<Grid> {
        if self.charset.is_workbook() {
            serde_json::from_str(&self.text).unwrap_or_default()
        } else {
            Vec::new()
        }
    }

    /// # Errors
    /// When it is empty, has too many rows, a quotation mark is never closed, or it is not chosen yet which sheet it is.
    pub fn sheet(&self) -> Result<Sheet, Unreadable> {
        if self.charset.is_workbook() {
            let [Grid { place, header, lines }] =
                <[Grid; 1]>::try_from(self.sheets()).map_err(|_| Unreadable::BrokenWorkbook)?;
            // Rejected rows are returned in a format that spreadsheets read.
            return Ok(Sheet { charset: self.charset, delimiter: ';', header, lines, place: Some(place) });
        }
        let (skipped, text) = without_separator_line(&self.text);
        let delimiter = delimiter(text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
            .from_reader(text.as_bytes());
        let mut header = None;
        let mut lines = Vec::new();
        let mut counted_to = 0;
        let mut number = 1 + skipped;
        let mut record = csv::StringRecord::new();
        loop {
            let before = usize::try_from(reader.position().byte()).unwrap_or(0).min(text.len());
            // It is decoded text, so only its shape can be wrong, and `flexible` takes any shape.
            if !reader.read_record(&mut record).unwrap_or(false) {
                break;
            }
            let after = usize::try_from(reader.position().byte()).unwrap_or(0).min(text.len());
            // Empty lines before the record belong to it here, and are counted.
            let begins =
                before + text[before..after].len() - text[before..after].trim_start_matches('\n').len();
            number += line_breaks(&text[counted_to..begins]);
            counted_to = begins;
            let rest = text[begins..].trim_end();
            // An open quotation mark swallows the rest of the file: more lines, and an odd number of marks.
            if after == text.len() && rest.contains('\n') && rest.matches('"').count() % 2 == 1 {
                let at = begins + text[begins..].find('"').unwrap_or(0);
                return Err(Unreadable::OpenQuote(number + line_breaks(&text[begins..at])));
            }
            let cells: Vec<String> = record.iter().map(cell).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            match header {
                None => header = Some(cells),
                Some(_) if lines.len() == MOST_ROWS => return Err(Unreadable::TooManyRows),
                Some(_) => lines.push(Line { number, cells }),
            }
        }
        let header = header.ok_or(Unreadable::Empty)?;
        Ok(Sheet { charset: self.charset, delimiter, header, lines, place: None })
    }
}

/// Excel writes "sep=;" on a line of its own for itself. Returns how many such lines there are, and the rest.
fn without_separator_line(text: &str) -> (u64, &str) {
    match text.split_once('\n') {
        Some((first, rest)) if first.trim_matches('"').to_lowercase().starts_with("sep=") => (1, rest),
        _ => (0, text),
    }
}

/// Cell by cell: a day in one column and a postcode in the next are no number of a person.
fn masked(text: &str, delimiter: char) -> String {
    text.split_inclusive(delimiter).map(cpr::masked).collect()
}

fn line_breaks(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count().try_into().unwrap_or(u64::MAX)
}

/// A cell without surrounding spaces, and without the apostrophe that [`neutral`] puts before a formula.
pub(crate) fn cell(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{a0}');
    match text.strip_prefix('\'') {
        Some(rest) if looks_like_formula(rest) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// Whichever of `;` `,` and tab is most frequent in the first line, outside quotation marks.
fn delimiter(text: &str) -> char {
    let mut counts = [(';', 0), (',', 0), ('\t', 0)];
    let mut quoted = false;
    for character in text.trim_start_matches('\n').chars() {
        match character {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            other if !quoted => {
                if let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| *delimiter == other) {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    // If several are equally frequent, the first: the semicolon.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(';', |(delimiter, _)| delimiter)
}

/// Whether a spreadsheet would calculate it instead of showing it.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text for a file that a spreadsheet will open: a formula becomes harmless text.
pub(crate) fn neutral(text: &str) -> String {
    if looks_like_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Rows as a file in the same charset and with the same delimiter as the one that came.
pub(crate) fn write(
    charset: Charset,
    delimiter: char,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Vec<u8> {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| quoted(&neutral(text), delimiter)).collect();
        text.push_str(&cells.join(&delimiter.to_string()));
        text.push_str("\r\n");
    }
    match charset {
        Charset::Windows1252 => WINDOWS_1252.encode(&text).0.into_owned(),
        Charset::Utf8 => text.into_bytes(),
        // With the mark, so that a spreadsheet shows æ, ø and å.
        Charset::Utf8Marked | Charset::Utf16 | Charset::Xlsx | Charset::Ods => {
            [b"\xef\xbb\xbf", text.as_bytes()].concat()
        }
    }
}

/// Rows, the names of the columns first, as a file that a browser saves and any spreadsheet opens.
///
/// # Errors
/// A name that no header holds.
pub fn spreadsheet(name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> samskab_web::Result<Response> {
    samskab_web::download("text/csv; charset=utf-8", name, write(Charset::Utf8Marked, ';', rows))
}

/// What a spreadsheet would reckon with is a text: whoever writes to us writes no formulas into somebody's desk.
pub fn no_formula(text: String) -> String {
    if text.starts_with(['=', '+', '@', '\t']) || text.starts_with('-') && !text.starts_with("- ") {
        format!("'{text}")
    } else {
        text
    }
}

fn quoted(text: &str, delimiter: char) -> String {
    if text.contains([delimiter, '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sheet(bytes: &[u8]) -> Sheet {
        Text::decode(bytes).and_then(|text| text.sheet()).unwrap()
    }

    #[test]
    fn the_same_file_in_every_charset_reads_the_same() {
        let text = "Navn;By\r\nÅkirke Kør;Rødby\r\n";
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let files = [
            (text.as_bytes().to_vec(), Charset::Utf8),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Charset::Utf8Marked),
            (WINDOWS_1252.encode(text).0.into_owned(), Charset::Windows1252),
            (utf16, Charset::Utf16),
        ];
        for (bytes, charset) in files {
            let sheet = sheet(&bytes);
            assert_eq!(sheet.charset, charset);
            assert_eq!(sheet.header, ["Navn", "By"], "{charset}");
            assert_eq!(sheet.lines, [Line { number: 2, cells: vec!["Åkirke Kør".into(), "Rødby".into()] }]);
        }
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let sheet = sheet(b"\r\nNavn;Sted\r\n\"To\r\nlinjer\";a\r\n\r\n;\r\nEfter;b\nSidst;c");
        let lines: Vec<(u64, &str)> =
            sheet.lines.iter().map(|line| (line.number, line.cells[0].as_str())).collect();
        assert_eq!(lines, [(3, "To\nlinjer"), (7, "Efter"), (8, "Sidst")]);
    }

    #[test]
    fn the_delimiter_is_found_also_when_cells_hold_others() {
        for (text, delimiter) in [
            ("a;\"b,c,d,e\";f", ';'),
            ("a,b;c,d", ','),
            ("a\tb\tc", '\t'),
            ("alene", ';'),
            ("sep=,\na,b", ','),
        ] {
            assert_eq!(sheet(text.as_bytes()).delimiter, delimiter, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(Text::decode(b"PK\x03\x04 et regneark"), Err(Unreadable::NotText));
        assert_eq!(Text::decode(&vec![b'a'; LARGEST + 1]), Err(Unreadable::TooLarge));
        let read = |text: &str| Text::decode(text.as_bytes()).unwrap().sheet();
        assert_eq!(read("\n\n"), Err(Unreadable::Empty));
        assert_eq!(read("a;b\n1;2\n3;\"uden ende\n4;5\n"), Err(Unreadable::OpenQuote(3)));
        assert_eq!(read(&"a\n".repeat(MOST_ROWS + 2)), Err(Unreadable::TooManyRows));
        assert_eq!(read(&"a\n".repeat(MOST_ROWS + 1)).map(|sheet| sheet.lines.len()), Ok(MOST_ROWS));
    }

    #[test]
    fn a_formula_leaves_harmless_and_comes_back_as_it_was() {
        let formula = "=HYPERLINK(\"http://a.example\")".to_owned();
        let bytes = write(Charset::Utf8, ';', [vec!["Navn".into()], vec![formula.clone()]]);
        assert!(String::from_utf8(bytes.clone()).unwrap().contains("\"'=HYPERLINK"));
        assert_eq!(sheet(&bytes).lines[0].cells, [formula]);
    }

    proptest! {
        /// What we write, we read: any cells, any delimiter, both charsets.
        #[test]
        fn written_rows_are_read_back(
            rows in prop::collection::vec(prop::collection::vec("[a-zæøåÆØÅ0-9 ;,\t\"'=+@\n-]{0,12}", 3), 1..20),
            delimiter in prop::sample::select(vec![';', ',', '\t']),
            charset in prop::sample::select(vec![Charset::Utf8Marked, Charset::Windows1252]),
        ) {
            let header = vec!["en".to_owned(), "to".into(), "tre".into()];
            let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect();
            let bytes = write(charset, delimiter, std::iter::once(header.clone()).chain(rows.clone()));
            let sheet = sheet(&bytes);
            let kept: Vec<Vec<String>> = rows.into_iter().filter(|row| row.iter().any(|text| !text.is_empty())).collect();
            prop_assert_eq!(&sheet.header, &header);
            prop_assert_eq!(sheet.delimiter, delimiter);
            prop_assert_eq!(sheet.lines.into_iter().map(|line| line.cells).collect::<Vec<_>>(), kept);
        }

        /// No bytes at all can bring the reader down.
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(text) = Text::decode(&bytes) {
                drop(text.sheet());
            }
        }
    }
}
