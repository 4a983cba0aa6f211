//! A DOCX, as Word, LibreOffice, Google Docs and we write it (ISO/IEC 29500).

use std::{
    collections::HashMap,
    io::{Cursor, Read as _},
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{
    Piece, Pieces, ReadText, Unreadable, Words,
    numbers::{Mark, Numbers},
    styles::{ListPlace, Styles},
};

pub(super) type Xml<'a> = Reader<&'a [u8]>;

/// Bytes of one part of the package, unpacked.
const MOST_UNPACKED: u64 = 20 * 1024 * 1024;
/// Columns that one cell may reach over; Word has 63.
const MOST_COLUMNS: usize = 63;

type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(super) fn read(bytes: &[u8]) -> Result<ReadText, Unreadable> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let main = main_part(&mut package)?;
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let beside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let styles = part(&mut package, &beside("styles.xml"))?;
    let numbers = part(&mut package, &beside("numbering.xml"))?;
    let links = part(&mut package, &beside(&format!("_rels/{file}.rels")))?;
    let text = part(&mut package, &main)?.ok_or(Unreadable::Broken)?;
    let mut walk = Walk {
        styles: Styles::read(&styles.unwrap_or_default())?,
        numbers: Numbers::read(&numbers.unwrap_or_default())?,
        links: relations(&links.unwrap_or_default(), "hyperlink")?,
        pieces: Pieces::default(),
        open: Vec::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        carried: None,
    };
    walk.over(&text)?;
    walk.pieces.done()
}

/// `None`: there is no such part.
fn part(package: &mut Package<'_>, name: &str) -> Result<Option<String>, Unreadable> {
    let file = match package.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(Unreadable::Broken),
    };
    let mut bytes = Vec::new();
    file.take(MOST_UNPACKED + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Broken)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_UNPACKED {
        return Err(Unreadable::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| Unreadable::Broken)?;
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

/// The path of the part with the text, as the package says it.
fn main_part(package: &mut Package<'_>) -> Result<String, Unreadable> {
    let said = part(package, "_rels/.rels")?.unwrap_or_default();
    let main = relations(&said, "officeDocument")?.into_values().next();
    Ok(main.map_or_else(|| "word/document.xml".to_owned(), |name| name.trim_start_matches('/').to_owned()))
}

/// The targets of the relations of this kind, by their id.
fn relations(xml: &str, kind: &str) -> Result<HashMap<String, String>, Unreadable> {
    let mut found = HashMap::new();
    let mut reader = Xml::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| Unreadable::Broken)? {
            Event::Start(element) | Event::Empty(element) => {
                let is_such = value(&element, "Type").is_some_and(|said| said.ends_with(kind));
                if let (true, Some(id), Some(to)) =
                    (is_such, value(&element, "Id"), value(&element, "Target"))
                {
                    found.insert(id, to);
                }
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// An attribute, whatever its namespace is called.
pub(super) fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&attribute.value).ok()?;
    Some(value.into_owned())
}

/// Switched on: `<w:b/>` is, `<w:b w:val="0"/>` is not.
fn is_on(element: &BytesStart<'_>) -> bool {
    !value(element, "val").is_some_and(|said| ["0", "false", "off", "none"].contains(&said.as_str()))
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    words: Words,
    style: String,
    outline: Option<usize>,
    list: Option<u32>,
    level: Option<usize>,
    /// Its end was deleted: the next one goes on in it.
    runs_on: bool,
    is_strong: bool,
    /// The target of the link around the current text.
    link: Option<String>,
}

/// A table while it is read.
#[derive(Debug, Default)]
struct OpenTable {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: Vec<String>,
    span: usize,
    /// The row was deleted.
    is_gone: bool,
}

struct Walk {
    styles: Styles,
    numbers: Numbers,
    links: HashMap<String, String>,
    pieces: Pieces,
    /// The elements one is in, and whether text in them counts.
    open: Vec<(String, bool)>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<OpenTable>,
    /// A paragraph that the next one goes on in.
    carried: Option<Paragraph>,
}

impl Walk {
    fn over(&mut self, xml: &str) -> Result<(), Unreadable> {
        let mut reader = Xml::from_str(xml);
        loop {
            match reader.read_event().map_err(|_| Unreadable::Broken)? {
                Event::Start(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    self.note(&element, &name);
                    // Deleted, moved away, another writing of the same, or what a field would do.
                    let is_left_out =
                        ["del", "moveFrom", "Fallback", "instrText", "delText"].contains(&name.as_str());
                    if is_left_out {
                        reader.read_to_end(element.name()).map_err(|_| Unreadable::Broken)?;
                    } else {
                        self.enter(&element, name);
                    }
                }
                Event::Empty(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    self.note(&element, &name);
                    if name == "p" {
                        self.enter(&element, name);
                        self.leave()?;
                    }
                }
                Event::End(_) => self.leave()?,
                Event::Text(text) => self.say(&text.xml10_content()),
                Event::CData(text) => self.say(&text.xml10_content()),
                Event::GeneralRef(said) => {
                    let name = said.xml10_content();
                    match (said.resolve_char_ref(), quick_xml::escape::resolve_predefined_entity(&name)) {
                        (Ok(Some(sign)), _) => self.say(sign.encode_utf8(&mut [0; 4])),
                        (_, Some(known)) => self.say(known),
                        _ => {}
                    }
                }
                // The file was cut off in the middle of an element.
                Event::Eof if self.open.is_empty() => return Ok(()),
                Event::Eof => return Err(Unreadable::Broken),
                _ => {}
            }
        }
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.last().is_some_and(|(open, _)| open == name)
    }

    fn counts(&self) -> bool {
        self.open.last().is_none_or(|(_, counts)| *counts)
    }

    fn say(&mut self, text: &str) {
        if self.is_in("t") && self.counts() {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.words.push(text, paragraph.is_strong);
        }
    }

    fn enter(&mut self, element: &BytesStart<'_>, name: String) {
        let counts = match name.as_str() {
            // Drawings have paragraphs of their own kind; a text box in one has ours.
            "drawing" | "pict" | "object" => false,
            "txbxContent" => true,
            _ => self.counts(),
        };
        if counts {
            match name.as_str() {
                "p" => self.paragraphs.push(Paragraph::default()),
                "tbl" => self.tables.push(OpenTable::default()),
                "tr" => {
                    if let Some(table) = self.tables.last_mut() {
                        table.row = Vec::new();
                        table.is_gone = false;
                    }
                }
                "tc" => {
                    if let Some(table) = self.tables.last_mut() {
                        (table.cell, table.span) = (Vec::new(), 1);
                    }
                }
                "r" => {
                    if let Some(paragraph) = self.paragraphs.last_mut() {
                        paragraph.is_strong = false;
                    }
                }
                "hyperlink" => {
                    let to = value(element, "id").and_then(|id| self.links.get(&id).cloned());
                    if let Some(paragraph) = self.paragraphs.last_mut() {
                        paragraph.link = to;
                    }
                }
                _ => {}
            }
        }
        self.open.push((name, counts));
    }

    /// Notes what the mere presence of an element says.
    fn note(&mut self, element: &BytesStart<'_>, name: &str) {
        match name {
            "blip" | "imagedata" | "chart" => self.pieces.left_out.pictures += 1,
            "footnoteReference" | "endnoteReference" | "commentReference" => {
                self.pieces.left_out.notes += 1;
            }
            _ => {}
        }
        if !self.counts() {
            return;
        }
        let of_paragraph = self.is_in("pPr");
        let of_mark =
            self.is_in("rPr") && self.open.iter().rev().nth(1).is_some_and(|(open, _)| open == "pPr");
        let of_run = self.is_in("rPr") && !of_mark;
        let of_row = self.is_in("trPr");
        let of_cell = self.is_in("tcPr");
        let of_list = self.is_in("numPr");
        let said = || value(element, "val").unwrap_or_default();
        if let Some(table) = self.tables.last_mut() {
            match name {
                "del" if of_row => table.is_gone = true,
                "gridSpan" if of_cell => table.span = said().parse().unwrap_or(1).clamp(1, MOST_COLUMNS),
                _ => {}
            }
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "pStyle" if of_paragraph => paragraph.style = said(),
            "outlineLvl" if of_paragraph => paragraph.outline = said().parse().ok(),
            "numId" if of_list => paragraph.list = said().parse().ok(),
            "ilvl" if of_list => paragraph.level = said().parse().ok(),
            "del" | "moveFrom" if of_mark => paragraph.runs_on = true,
            "b" if of_run => paragraph.is_strong = is_on(element),
            "br" | "cr" => self.push("\n"),
            "tab" | "ptab" if self.is_in("r") => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            _ => {}
        }
    }

    fn leave(&mut self) -> Result<(), Unreadable> {
        let Some((name, counts)) = self.open.pop() else { return Err(Unreadable::Broken) };
        if !counts {
            return Ok(());
        }
        match name.as_str() {
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.end_paragraph(paragraph)?;
                }
            }
            "hyperlink" => {
                let to = self.paragraphs.last_mut().and_then(|paragraph| {
                    let to = paragraph.link.take()?;
                    (!paragraph.words.text.ends_with(&to)).then_some(to)
                });
                if let Some(to) = to {
                    self.push(&format!(" ({to})"));
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row.push(table.cell.join("\n"));
                    let more = table.row.len() + table.span - 1;
                    table.row.resize(more.min(MOST_COLUMNS.max(table.row.len())), String::new());
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut()
                    && !table.is_gone
                {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.end_table(table)?;
                }
            }
            "body" => {
                if let Some(carried) = self.carried.take() {
                    self.end_paragraph(Paragraph { runs_on: false, ..carried })?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_table(&mut self, table: OpenTable) -> Result<(), Unreadable> {
        let Some(outer) = self.tables.last_mut() else { return self.pieces.table(table.rows) };
        // A table in a cell: a line for each of its rows.
        let filled = |row: &Vec<String>| {
            let cells = row.iter().filter(|cell| !cell.trim().is_empty());
            cells.map(|cell| cell.replace('\n', " ")).collect::<Vec<_>>().join(", ")
        };
        outer.cell.extend(table.rows.iter().map(filled).filter(|line| !line.is_empty()));
        Ok(())
    }

    fn end_paragraph(&mut self, mut paragraph: Paragraph) -> Result<(), Unreadable> {
        if let Some(mut before) = self.carried.take() {
            // It is of the same kind as the paragraph that continues.
            before.words.push(&paragraph.words.text, false);
            paragraph.words = before.words;
        }
        if paragraph.runs_on {
            self.carried = Some(paragraph);
            return Ok(());
        }
        if self.styles.is_of_contents(&paragraph.style) {
            self.pieces.left_out.table_of_contents = true;
            return Ok(());
        }
        let style = paragraph.style.as_str();
        if paragraph.words.text.trim().is_empty() {
            return Ok(());
        }
        let mark = self.mark(&paragraph);
        let words = &paragraph.words;
        let text = match &mark {
            Some(Mark::Number(number)) => format!("{number} {}", words.text.trim()),
            _ => words.text.clone(),
        };
        if let Some(table) = self.tables.last_mut() {
            table.cell.push(text);
            return Ok(());
        }
        // Level nine means that it is no heading.
        let outline = paragraph.outline.or_else(|| self.styles.outline(style)).filter(|level| *level < 9);
        if self.styles.is_named(style, "title") {
            return self.pieces.line(&text, Piece::Title);
        }
        if self.styles.is_named(style, "subtitle") {
            return self.pieces.line(&text, Piece::Subtitle);
        }
        if let Some(level) = outline {
            return self.pieces.heading(level, &text);
        }
        if self.styles.is_named(style, "decision") {
            return self.pieces.decision(words);
        }
        match mark {
            Some(Mark::Dot) => self.pieces.item(&text),
            Some(Mark::Number(_)) => self.pieces.paragraph(&Words { text, ..Words::default() }),
            None => self.pieces.paragraph(words),
        }
    }

    fn mark(&mut self, paragraph: &Paragraph) -> Option<Mark> {
        let of_style = self.styles.numbered(&paragraph.style);
        let numbered = match paragraph.list {
            Some(list) => ListPlace { list, level: Some(paragraph.level.unwrap_or_default()) },
            None => ListPlace { level: paragraph.level.or(of_style?.level), ..of_style? },
        };
        self.numbers.mark(numbered, &paragraph.style)
    }
}
