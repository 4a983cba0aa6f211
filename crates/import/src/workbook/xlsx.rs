//! Excel: .xlsx, .xlsm.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::cells::{Budget, Cells, Merged, moment, number, shown_digits};
use crate::file::Unreadable;

impl From<XlsxError> for Unreadable {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::Encrypted,
            _ => Self::BrokenWorkbook,
        }
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Cells>, Unreadable> {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let listed: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for (name, is_hidden) in listed {
        let mut cells = Cells::new(&name, is_hidden);
        let mut reader = book.worksheet_cells_reader(&name)?;
        let digits: Vec<usize> = reader
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().map_or(0, |format| shown_digits(&format.format_code)))
            .collect();
        while let Some((cell, style)) = reader.next_cell_with_style_id()? {
            let (row, column) = cell.get_position();
            let text = text(cell.get_value(), digits.get(style).copied().unwrap_or(0));
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            cells.put(&mut budget, u64::from(row) + 1, column, &text)?;
        }
        drop(reader);
        for merged in book.merge_cells_by_sheet_name(&name)? {
            let (from, to) = (u64::from(merged.start.0) + 1, u64::from(merged.end.0) + 1);
            let column = usize::try_from(merged.start.1).unwrap_or(usize::MAX);
            cells.merge(Merged { from, to, column });
        }
        sheets.push(cells);
    }
    Ok(sheets)
}

fn text(value: &DataRef<'_>, digits: usize) -> String {
    match value {
        DataRef::Int(value) => format!("{value:0>digits$}"),
        DataRef::Float(value) => number(*value, digits),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "ja" } else { "nej" }.to_owned(),
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
            // A value of less than a day is a time of day.
            let is_day = at.is_datetime() && at.as_f64() >= 1.0;
            moment(is_day.then_some((year, month, day)), hour, minute)
        }
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
