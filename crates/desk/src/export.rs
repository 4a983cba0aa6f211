//! A list as a file: an Excel workbook, or a CSV that any spreadsheet opens. What was searched and filtered for holds for
//! the file as it does for the page.

use axum::response::Response;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use samskab_import::file;
use samskab_kernel::{Day, Locale};
use samskab_store::Event;
use samskab_web::{Cx, Error, Result};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    ListQuery,
    list::{Cell, Line, StaffList},
    page,
};

/// At most this many rows are written into one file: the last row then says so.
const MOST: usize = 20_000;

/// The widest column, in pixels.
const WIDEST: u32 = 360;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Who exported which list, and how many rows it had: no word of its content.
#[derive(Serialize)]
struct ListExported {
    #[serde(skip)]
    by: Uuid,
    list: &'static str,
    rows: usize,
}

impl Event for ListExported {
    const KIND: &'static str = "list.exported";
    fn subject(&self) -> Uuid {
        self.by
    }
}

async fn taken(cx: &Cx, list: &'static dyn StaffList) -> Result<Vec<Line>> {
    cx.require(list.may(cx))?;
    let mut tx = cx.write().await?;
    let lines = page::all(cx, &mut tx, list, &ListQuery::of(cx), MOST).await?;
    let by = cx.actor.person.ok_or(Error::SignIn)?;
    tx.record(ListExported { by, list: list.facts().code, rows: lines.len() }).await?;
    tx.commit().await?;
    Ok(lines)
}

/// GET {list}.csv
pub(crate) async fn spreadsheet(cx: Cx, list: &'static dyn StaffList) -> Result<Response> {
    let (facts, lines) = (list.facts(), taken(&cx, list).await?);
    let head = facts.columns.iter().map(|column| (column.label)(cx.locale).to_owned()).collect();
    let row = |line: Line| line.cells.iter().map(|cell| plain(cx.locale, cx.today(), cell)).collect();
    file::spreadsheet(
        &format!("{}-{}.csv", facts.code, cx.today()),
        std::iter::once(head).chain(lines.into_iter().map(row)),
    )
}

/// A day and a number as programs read them, everything else as the page says it.
fn plain(locale: Locale, today: Day, cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) | Cell::LateDay(day, _) => day.to_string(),
        // With a comma, as a Danish spreadsheet reads it.
        Cell::Minutes(minutes) => format!("{},{:02}", minutes / 60, (minutes % 60) * 100 / 60),
        _ => page::said(locale, today, cell),
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes of a person")]
fn hours(minutes: i64) -> f64 {
    minutes as f64 / 60.0
}

/// GET {list}.xlsx
pub(crate) async fn workbook(cx: Cx, list: &'static dyn StaffList) -> Result<Response> {
    let (facts, lines) = (list.facts(), taken(&cx, list).await?);
    let heads: Vec<&str> = facts.columns.iter().map(|column| (column.label)(cx.locale)).collect();
    let rows: Vec<&[Cell]> = lines.iter().map(|line| line.cells.as_slice()).collect();
    workbook_of(&cx, facts.code, (facts.title)(cx.locale), &heads, &rows)
}

/// Rows as an Excel workbook of one sheet, that a browser saves as `{code}-{day}.xlsx`.
///
/// # Errors
/// More rows or longer texts than a sheet holds.
pub fn workbook_of(cx: &Cx, code: &str, title: &str, heads: &[&str], rows: &[&[Cell]]) -> Result<Response> {
    let bytes = written(cx.locale, cx.today(), title, heads, rows)
        .map_err(|error| Error::Fault(error.to_string()))?;
    samskab_web::download(WORKBOOK, &format!("{code}-{}.xlsx", cx.today()), bytes)
}

/// The head stays in sight, every column can be filtered, and what is a number or a day is one there, too.
fn written(
    locale: Locale,
    today: Day,
    title: &str,
    heads: &[&str],
    rows: &[&[Cell]],
) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(title.chars().take(31).collect::<String>())?;
    let bold = Format::new().set_bold();
    let formats = Formats {
        day: Format::new().set_num_format("dd-mm-yyyy"),
        hours: Format::new().set_num_format("0.0"),
    };
    for (head, place) in heads.iter().zip(0..) {
        sheet.write_string_with_format(0, place, *head, &bold)?;
    }
    for (cells, row) in rows.iter().zip(1..) {
        for (cell, place) in cells.iter().zip(0..) {
            write((locale, today), sheet, (row, place), cell, &formats)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(heads.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_autofit_max_width(WIDEST);
    sheet.autofit();
    workbook.save_to_buffer()
}

struct Formats {
    day: Format,
    hours: Format,
}

fn write(
    (locale, today): (Locale, Day),
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    match cell {
        Cell::Nothing => {}
        Cell::Number(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Cell::Minutes(minutes) => {
            sheet.write_number_with_format(row, column, hours(*minutes), &formats.hours)?;
        }
        Cell::Day(day) | Cell::LateDay(day, _) => {
            let date = day.date();
            let excel = ExcelDateTime::from_ymd(
                u16::try_from(date.year()).unwrap_or(1900),
                u8::try_from(date.month()).unwrap_or(1),
                u8::try_from(date.day()).unwrap_or(1),
            )?;
            sheet.write_datetime_with_format(row, column, &excel, &formats.day)?;
        }
        // As text, so that nothing that somebody typed is ever a formula.
        Cell::Text(_) | Cell::Link { .. } | Cell::Links(_) | Cell::State(..) | Cell::Waits { .. } => {
            sheet.write_string(row, column, page::said(locale, today, cell))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};

    use super::*;

    /// Read by a reader that is not ours.
    #[test]
    fn another_reader_finds_numbers_days_and_texts_as_what_they_are_and_no_formula() {
        let today = Day::of(2026, 3, 2);
        let cells = [
            Cell::Text("=HYPERLINK(\"http://ond.example\")".to_owned()),
            Cell::link("Åse Ærlig", "/frivillige"),
            Cell::Links(vec![
                ("Kaffe".to_owned(), String::new(), String::new()),
                ("Ø-tur".to_owned(), String::new(), String::new()),
            ]),
            Cell::Number(1200),
            Cell::Minutes(90),
            Cell::Day(Day::of(2026, 12, 24)),
            Cell::LateDay(today, "Skulle have svar i går".to_owned()),
            Cell::State("I gang".to_owned(), "good", "check"),
            Cell::Nothing,
        ];
        let heads = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
        let long = "Et navn på et ark, der er meget længere end Excel tillader";
        let bytes = written(Locale::Da, today, long, &heads, &[&cells]).unwrap();
        let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let name = workbook.sheet_names()[0].clone();
        assert_eq!(name.chars().count(), 31);
        assert!(workbook.worksheet_formula(&name).unwrap().is_empty());
        let sheet = workbook.worksheet_range(&name).unwrap();
        let row: Vec<&Data> = sheet.rows().nth(1).unwrap().iter().collect();
        let text = |place: usize| row[place].to_string();
        assert_eq!(text(0), "=HYPERLINK(\"http://ond.example\")");
        assert_eq!(
            (text(1).as_str(), text(2).as_str(), text(7).as_str()),
            ("Åse Ærlig", "Kaffe, Ø-tur", "I gang")
        );
        assert_eq!((row[3], row[4]), (&Data::Float(1200.0), &Data::Float(1.5)));
        for (place, serial) in [(5, 46380.0), (6, 46083.0)] {
            let Data::DateTime(day) = row[place] else { panic!("{:?} is no day", row[place]) };
            assert_eq!(day.as_f64(), serial);
        }
    }
}
