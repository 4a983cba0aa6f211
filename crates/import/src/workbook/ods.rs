//! LibreOffice: .ods. Read by our own code, because no reader of this format tells which cells are merged and with
//! how many digits a number is shown.

use std::{
    collections::HashMap,
    io::{Cursor, Read as _},
};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::cells::{Budget, Cells, Merged, moment, number};
use crate::{
    file::{MOST_UNPACKED, Unreadable},
    row::ERRORS,
};

impl From<quick_xml::Error> for Unreadable {
    fn from(_: quick_xml::Error) -> Self {
        Self::BrokenWorkbook
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Cells>, Unreadable> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenWorkbook)?;
    if part(&mut zip, "META-INF/manifest.xml").is_ok_and(|text| text.contains("encryption-data")) {
        return Err(Unreadable::Encrypted);
    }
    let text = part(&mut zip, "content.xml")?;
    let mut content =
        Content { xml: Reader::from_str(&text), styles: Styles::default(), budget: Budget::new() };
    content.xml.config_mut().expand_empty_elements = true;
    content.read()
}

fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, Unreadable> {
    let file = zip.by_name(name).map_err(|_| Unreadable::BrokenWorkbook)?;
    let mut text = String::new();
    file.take(MOST_UNPACKED as u64).read_to_string(&mut text).map_err(|_| Unreadable::BrokenWorkbook)?;
    Ok(text)
}

/// With how many digits numbers are shown, and which sheets are hidden.
#[derive(Default)]
struct Styles {
    /// The digits of each number format, by its name.
    digits: HashMap<String, usize>,
    /// The number format of each cell style.
    formats: HashMap<String, String>,
    hidden: Vec<String>,
}

impl Styles {
    fn digits(&self, style: &str) -> usize {
        let format = self.formats.get(style);
        // One digit is how every number is shown anyway.
        format.and_then(|format| self.digits.get(format)).copied().filter(|digits| *digits > 1).unwrap_or(0)
    }
}

struct Content<'a> {
    xml: Reader<&'a [u8]>,
    styles: Styles,
    budget: Budget,
}

/// The value of an attribute; empty without one.
fn of(element: &BytesStart<'_>, name: &str) -> String {
    let found = element.try_get_attribute(name).ok().flatten();
    let value = found.and_then(|found| found.normalized_value(XmlVersion::Implicit1_0).ok().map(Into::into));
    value.unwrap_or_default()
}

fn times(element: &BytesStart<'_>, name: &str) -> usize {
    of(element, name).parse().unwrap_or(1).max(1)
}

impl Content<'_> {
    fn read(&mut self) -> Result<Vec<Cells>, Unreadable> {
        let mut sheets = Vec::new();
        let (mut format, mut style) = (String::new(), String::new());
        loop {
            match self.xml.read_event()? {
                Event::Start(element) => match element.name().as_ref() {
                    "number:number-style" => format = of(&element, "style:name"),
                    "number:number" if !format.is_empty() => {
                        // A format with decimals or thousands is no row of zeros.
                        let is_plain = of(&element, "number:grouping") != "true"
                            && matches!(of(&element, "number:decimal-places").as_str(), "" | "0");
                        let digits = of(&element, "number:min-integer-digits").parse().unwrap_or(0);
                        self.styles.digits.insert(format.clone(), if is_plain { digits } else { 0 });
                    }
                    "style:style" => {
                        style = of(&element, "style:name");
                        let format = of(&element, "style:data-style-name");
                        if !format.is_empty() {
                            self.styles.formats.insert(style.clone(), format);
                        }
                    }
                    "style:table-properties" if of(&element, "table:display") == "false" => {
                        self.styles.hidden.push(style.clone());
                    }
                    // Deleted content that the file still remembers.
                    "table:tracked-changes" => {
                        self.xml.read_to_end(element.name())?;
                    }
                    "table:table" => {
                        let is_hidden = self.styles.hidden.contains(&of(&element, "table:style-name"));
                        let sheet = Cells::new(&of(&element, "table:name"), is_hidden);
                        sheets.push(self.table(sheet)?);
                    }
                    _ => {}
                },
                Event::End(element) if element.name().as_ref() == "number:number-style" => format.clear(),
                Event::Eof => return Ok(sheets),
                _ => {}
            }
        }
    }

    fn table(&mut self, mut sheet: Cells) -> Result<Cells, Unreadable> {
        // The style of the cells of a column that say none, and up to which column.
        let mut columns: Vec<(usize, String)> = Vec::new();
        let mut row: u64 = 1;
        loop {
            match self.xml.read_event()? {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table-column" => {
                        let before = columns.last().map_or(0, |(to, _)| *to);
                        let to = before.saturating_add(times(&element, "table:number-columns-repeated"));
                        columns.push((to, of(&element, "table:default-cell-style-name")));
                    }
                    "table:table-row" => {
                        let repeated = times(&element, "table:number-rows-repeated");
                        let style = of(&element, "table:default-cell-style-name");
                        self.row(&mut sheet, row, repeated, &style, &columns)?;
                        row = row.saturating_add(repeated as u64);
                    }
                    "table:shapes" | "office:forms" => {
                        self.xml.read_to_end(element.name())?;
                    }
                    _ => {}
                },
                Event::End(element) if element.name().as_ref() == "table:table" => return Ok(sheet),
                Event::Eof => return Err(Unreadable::BrokenWorkbook),
                _ => {}
            }
        }
    }

    fn row(
        &mut self,
        sheet: &mut Cells,
        row: u64,
        repeated: usize,
        style: &str,
        columns: &[(usize, String)],
    ) -> Result<(), Unreadable> {
        let mut column: usize = 0;
        loop {
            match self.xml.read_event()? {
                Event::Start(element) => match element.name().as_ref() {
                    "table:covered-table-cell" => {
                        column = column.saturating_add(times(&element, "table:number-columns-repeated"));
                        self.xml.read_to_end(element.name())?;
                    }
                    "table:table-cell" => {
                        let own = of(&element, "table:style-name");
                        let of_column = columns.iter().find(|(to, _)| column < *to).map(|(_, style)| style);
                        let styles = [own.as_str(), style, of_column.map_or("", String::as_str)];
                        let style = styles.into_iter().find(|style| !style.is_empty()).unwrap_or_default();
                        let text = self.cell(&element, style)?;
                        let beside = times(&element, "table:number-columns-repeated");
                        let under = times(&element, "table:number-rows-spanned") as u64;
                        sheet.merge(Merged { from: row, to: row.saturating_add(under - 1), column });
                        if !text.is_empty() {
                            // The budget ends the loop, whatever the file says.
                            for row in row..row.saturating_add(repeated as u64) {
                                for column in column..column.saturating_add(beside) {
                                    sheet.put(&mut self.budget, row, column, &text)?;
                                }
                            }
                        }
                        column = column.saturating_add(beside);
                    }
                    _ => {}
                },
                Event::End(element) if element.name().as_ref() == "table:table-row" => return Ok(()),
                Event::Eof => return Err(Unreadable::BrokenWorkbook),
                _ => {}
            }
        }
    }

    /// Reads to the end of the cell.
    fn cell(&mut self, element: &BytesStart<'_>, style: &str) -> Result<String, Unreadable> {
        let shown = self.shown()?;
        if of(element, "calcext:value-type") == "error" {
            // LibreOffice has words of its own for some of them.
            return Ok(if ERRORS.contains(&shown.as_str()) { shown } else { "#VALUE!".to_owned() });
        }
        Ok(match of(element, "office:value-type").as_str() {
            "float" | "currency" | "percentage" => {
                let value = of(element, "office:value").parse();
                value.map_or(shown, |value| number(value, self.styles.digits(style)))
            }
            "date" => day(&of(element, "office:date-value")).unwrap_or(shown),
            "boolean" => if of(element, "office:boolean-value") == "true" { "ja" } else { "nej" }.to_owned(),
            "string" if !of(element, "office:string-value").is_empty() => of(element, "office:string-value"),
            // A time is shown as people write it.
            _ => shown,
        })
    }

    /// The paragraphs of a cell, without its comment.
    fn shown(&mut self) -> Result<String, Unreadable> {
        let mut text = String::new();
        let mut depth = 0;
        let mut paragraphs = 0;
        loop {
            match self.xml.read_event()? {
                Event::Start(element) => match element.name().as_ref() {
                    "office:annotation" | "draw:frame" | "draw:custom-shape" => {
                        self.xml.read_to_end(element.name())?;
                    }
                    name => {
                        depth += 1;
                        match name {
                            "text:p" => {
                                paragraphs += 1;
                                if paragraphs > 1 {
                                    text.push('\n');
                                }
                            }
                            "text:line-break" => text.push('\n'),
                            "text:tab" => text.push(' '),
                            "text:s" => text.push(' '),
                            _ => {}
                        }
                    }
                },
                Event::Text(said) if depth > 0 => text.push_str(&said.xml10_content()),
                Event::CData(said) if depth > 0 => text.push_str(&said.xml10_content()),
                Event::GeneralRef(said) if depth > 0 => {
                    let name = said.xml10_content();
                    match (said.resolve_char_ref(), quick_xml::escape::resolve_predefined_entity(&name)) {
                        (Ok(Some(character)), _) => text.push(character),
                        (_, Some(known)) => text.push_str(known),
                        _ => {}
                    }
                }
                Event::End(element) => {
                    if depth == 0 && element.name().as_ref() == "table:table-cell" {
                        return Ok(text);
                    }
                    depth -= 1;
                }
                Event::Eof => return Err(Unreadable::BrokenWorkbook),
                _ => {}
            }
        }
    }
}

/// `2018-10-01` or `2018-10-01T14:30:00`.
fn day(text: &str) -> Option<String> {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let mut parts = day.split('-');
    let mut next = || parts.next()?.parse::<u16>().ok();
    let (year, month, day) = (next()?, u8::try_from(next()?).ok()?, u8::try_from(next()?).ok()?);
    let mut clock = time.split(':').map(|part| part.parse::<u8>().unwrap_or(0));
    Some(moment(Some((year, month, day)), clock.next().unwrap_or(0), clock.next().unwrap_or(0)))
}
