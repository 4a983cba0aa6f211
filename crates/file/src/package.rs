//! What is in a ZIP that a word processor or a spreadsheet has written.

use std::io::{Cursor, Read as _};

use quick_xml::{Reader, events::Event};
use zip::ZipArchive;

use crate::{FileKind, Refused};

/// Bytes that are unpacked at most, of all parts together: a bomb goes off elsewhere.
const MOST_UNPACKED: u64 = 60 * 1024 * 1024;

/// What it is, with the words in it.
pub(crate) fn read(bytes: &[u8]) -> Result<(FileKind, String), Refused> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let names: Vec<String> =
        package.file_names().filter_map(|name| name.ok().map(|name| name.into_owned())).collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    let kind = match mimetype(&mut package).as_deref() {
        Some("application/vnd.oasis.opendocument.text") => FileKind::Odt,
        Some("application/vnd.oasis.opendocument.spreadsheet") => FileKind::Ods,
        Some("application/vnd.oasis.opendocument.presentation") => FileKind::Odp,
        _ if !has("[Content_Types].xml") => return Err(Refused::Unknown),
        _ if has("word/") => FileKind::Docx,
        _ if has("xl/") => FileKind::Xlsx,
        _ if has("ppt/") => FileKind::Pptx,
        _ => return Err(Refused::Unknown),
    };
    let is_program = |name: &String| {
        let name = name.to_lowercase();
        name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/")
    };
    if names.iter().any(is_program) {
        return Err(Refused::Program);
    }
    let mut words = String::new();
    let mut left = MOST_UNPACKED;
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let part = package.by_name(name).map_err(|_| Refused::Broken)?;
        let mut text = Vec::new();
        let taken = part.take(left + 1).read_to_end(&mut text).map_err(|_| Refused::Broken)?;
        let taken = u64::try_from(taken).unwrap_or(u64::MAX);
        if taken > left {
            return Err(Refused::TooLarge);
        }
        left -= taken;
        words_of(&text, &mut words);
    }
    Ok((kind, words))
}

fn mimetype(package: &mut ZipArchive<Cursor<&[u8]>>) -> Option<String> {
    let mut text = String::new();
    package.by_name("mimetype").ok()?.take(200).read_to_string(&mut text).ok()?;
    Some(text.trim().to_owned())
}

/// The text between the tags; a new paragraph or cell is a new line, pieces of one word stay together.
fn words_of(xml: &[u8], words: &mut String) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Text(text)) => words.push_str(&text),
            Ok(Event::End(end)) => {
                let ends_line = ["p", "c", "si", "row", "h"].contains(&end.local_name().as_ref());
                if ends_line {
                    words.push('\n');
                }
            }
            // A part that is not XML is not read further; it is kept as it is.
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
        buffer.clear();
    }
    words.push('\n');
}
