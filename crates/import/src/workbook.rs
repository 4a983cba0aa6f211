//! A workbook of Excel or LibreOffice, read into the rows of text that a CSV file has.
//!
//! Only the meaning of its cells is kept: days as Danes write them, numbers with the zeros they are shown with, the
//! results of formulas. The headers may be below a title, and a merged cell counts in each of its rows.

mod cells;
mod ods;
mod xlsx;

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use self::cells::Cells;
use crate::{
    column::{Column, Columns},
    file::{Charset, Grid, LARGEST, Line, MOST_ROWS, MOST_UNPACKED, Place, Text, Unreadable},
};

/// The headers must be in one of this many first rows.
const HEADERS_WITHIN: usize = 10;

/// A file of any supported kind as text: recognised by its bytes, whatever its name.
///
/// # Errors
/// When it is too large, or none of those kinds.
pub fn text_of(columns: &'static [Column], bytes: &[u8]) -> Result<Text, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let Some(charset) = kind_of(bytes)? else { return Text::decode(bytes) };
    refuse_bomb(bytes)?;
    let mut sheets = match charset {
        Charset::Ods => ods::read(bytes)?,
        _ => xlsx::read(bytes)?,
    };
    sheets.retain(|sheet| !sheet.rows.is_empty());
    // Hidden sheets hold the lists that cells choose from.
    if sheets.iter().any(|sheet| !sheet.is_hidden) {
        sheets.retain(|sheet| !sheet.is_hidden);
    }
    let mut grids = Vec::new();
    for sheet in sheets {
        grids.extend(grid(columns, sheet)?);
    }
    if grids.is_empty() {
        return Err(Unreadable::Empty);
    }
    if grids.iter().any(|grid| grid.lines.len() > MOST_ROWS) {
        return Err(Unreadable::TooManyRows);
    }
    Text::of_sheets(charset, &grids)
}

/// The sheet most likely to be meant: the first with a known header.
pub fn likeliest(columns: &'static [Column], sheets: &[Grid]) -> usize {
    sheets.iter().position(|sheet| Columns::known_in(columns, &sheet.header) > 0).unwrap_or(0)
}

/// The kind of workbook; `None`: it is no workbook.
fn kind_of(bytes: &[u8]) -> Result<Option<Charset>, Unreadable> {
    // Excel before 2007, and every workbook that Excel has locked.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
        return Err(if is_locked { Unreadable::Encrypted } else { Unreadable::OldWorkbook });
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotText)?;
    let has = |known: fn(&str) -> bool| zip.file_names().filter_map(Result::ok).any(|name| known(&name));
    if has(|name| name == "xl/workbook.bin") {
        return Err(Unreadable::OldWorkbook);
    }
    if has(|name| name.starts_with("xl/")) {
        return Ok(Some(Charset::Xlsx));
    }
    let mut says = Vec::new();
    if let Ok(file) = zip.by_name("mimetype") {
        file.take(100).read_to_end(&mut says).map_err(|_| Unreadable::NotText)?;
    }
    let is_ods = says.starts_with(b"application/vnd.oasis.opendocument.spreadsheet");
    if is_ods { Ok(Some(Charset::Ods)) } else { Err(Unreadable::NotText) }
}

/// Unpacks everything once and discards it: what a file says about its own size may be a lie.
fn refuse_bomb(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenWorkbook)?;
    let mut left = MOST_UNPACKED as u64;
    for place in 0..zip.len() {
        let file = zip.by_index(place).map_err(|_| Unreadable::BrokenWorkbook)?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink())
            .map_err(|_| Unreadable::BrokenWorkbook)?;
        left = left.checked_sub(unpacked).ok_or(Unreadable::TooMuchUnpacked)?;
    }
    Ok(())
}

/// The rows below the headers. The headers are the first of the first rows in which most cells are known headers;
/// else the row with the most known headers, or the first row.
fn grid(columns: &'static [Column], sheet: Cells) -> Result<Option<Grid>, Unreadable> {
    let (name, rows) = sheet.with_merged()?;
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let known = |cells: &[String]| Columns::known_in(columns, cells);
    let first: Vec<(&u64, &Vec<String>)> = rows.iter().take(HEADERS_WITHIN).collect();
    let mostly = first.iter().find(|(_, cells)| known(cells) * 2 > filled(cells) && known(cells) > 0);
    // If several have equally many, the first.
    let some = first.iter().rev().max_by_key(|(_, cells)| known(cells));
    let some = some.filter(|(_, cells)| known(cells) > 0);
    let Some((header_row, _)) = mostly.or(some).or(first.first()) else { return Ok(None) };
    let header_row = **header_row;
    let width = rows.values().map(Vec::len).max().unwrap_or(0);
    let mut header = rows.get(&header_row).cloned().unwrap_or_default();
    // A cell outside the columns has no header, and is ignored.
    header.resize(width, String::new());
    let postcode = Columns::find(columns, &header).ok().and_then(|columns| columns.place("postcode"));
    let lines = rows.into_iter().filter(|(number, _)| *number > header_row);
    let lines = lines.map(|(number, mut cells)| {
        if let Some(cell) = postcode.and_then(|place| cells.get_mut(place))
            && cell.len() == 3
            && cell.bytes().all(|byte| byte.is_ascii_digit())
        {
            cell.insert(0, '0');
        }
        Line { number, cells }
    });
    Ok(Some(Grid { lines: lines.collect(), place: Place { sheet: name, header_row }, header }))
}

#[cfg(test)]
mod tests;
