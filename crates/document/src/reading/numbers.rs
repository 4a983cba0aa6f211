//! The lists of a DOCX: which are marked by a dot, and what the others count. "§ 3." is in no paragraph of the file;
//! it is counted here as the word processor would.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::{
    Unreadable,
    docx::{Xml, value},
    styles::ListPlace,
};

#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    /// "§ %1."
    text: String,
    start: usize,
    /// The style whose paragraphs are on this level.
    style: String,
}

/// The mark before a paragraph of a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Dot,
    /// "3." or "§ 3."
    Number(String),
}

#[derive(Debug, Default)]
pub(super) struct Numbers {
    kinds: HashMap<u32, Vec<Level>>,
    /// The kind of each list.
    lists: HashMap<u32, u32>,
    counted: HashMap<u32, [usize; DEEPEST]>,
}

const DEEPEST: usize = 9;

impl Numbers {
    pub fn read(xml: &str) -> Result<Self, Unreadable> {
        let mut numbers = Self::default();
        let mut reader = Xml::from_str(xml);
        let (mut kind, mut list): (Option<u32>, Option<u32>) = (None, None);
        loop {
            let event = reader.read_event().map_err(|_| Unreadable::Broken)?;
            match &event {
                Event::Start(element) | Event::Empty(element) => {
                    let number = |name: &str| value(element, name).and_then(|said| said.parse().ok());
                    let said = || value(element, "val").unwrap_or_default();
                    let level = kind.and_then(|kind| numbers.kinds.get_mut(&kind)?.last_mut());
                    match (element.local_name().as_ref(), level) {
                        ("abstractNum", _) => {
                            kind = number("abstractNumId");
                            numbers.kinds.extend(kind.map(|kind| (kind, Vec::new())));
                        }
                        ("lvl", _) if list.is_none() => {
                            if let Some(levels) = kind.and_then(|kind| numbers.kinds.get_mut(&kind))
                                && levels.len() < DEEPEST
                            {
                                levels.push(Level { start: 1, ..Level::default() });
                            }
                        }
                        ("numFmt", Some(level)) => level.format = said(),
                        ("lvlText", Some(level)) => level.text = said(),
                        ("start", Some(level)) => level.start = said().parse().unwrap_or(1),
                        ("pStyle", Some(level)) => level.style = said(),
                        ("num", _) => (kind, list) = (None, number("numId")),
                        ("abstractNumId", None) => {
                            if let (Some(list), Some(kind)) = (list, number("val")) {
                                numbers.lists.insert(list, kind);
                            }
                        }
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "abstractNum" => kind = None,
                Event::Eof => return Ok(numbers),
                _ => {}
            }
        }
    }

    /// The mark of the next paragraph of this list; `None`: it is in no list.
    pub fn mark(&mut self, numbered: ListPlace, style: &str) -> Option<Mark> {
        let kind = self.lists.get(&numbered.list)?;
        let levels = self.kinds.get(kind)?;
        let of_style = || levels.iter().position(|level| level.style == style && !style.is_empty());
        let at = numbered.level.or_else(of_style).unwrap_or_default().min(DEEPEST - 1);
        let level = levels.get(at)?;
        if level.format == "bullet" {
            return Some(Mark::Dot);
        }
        let starts = |at: usize| levels.get(at).map_or(1, |level| level.start);
        let counted = self.counted.entry(*kind).or_insert([0; DEEPEST]);
        for (above, number) in counted.iter_mut().enumerate().take(at) {
            if *number == 0 {
                *number = starts(above);
            }
        }
        counted[at] = if counted[at] == 0 { starts(at) } else { counted[at].saturating_add(1) };
        counted[at + 1..].fill(0);
        let mut text = level.text.clone();
        for (above, number) in counted.iter().enumerate().take(at + 1) {
            let format = levels.get(above).map_or("", |level| level.format.as_str());
            text = text.replace(&format!("%{}", above + 1), &written(*number, format));
        }
        let text = text.trim().to_owned();
        if text.is_empty() { None } else { Some(Mark::Number(text)) }
    }
}

fn written(number: usize, format: &str) -> String {
    match format {
        "none" => String::new(),
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// a, b … z, aa, bb: as Word goes on after z.
fn letters(number: usize) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    String::from(letter).repeat((at / 26 + 1).min(20))
}

fn roman(number: usize) -> String {
    if number == 0 || number >= 4000 {
        return number.to_string();
    }
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        assert_eq!((roman(4).as_str(), roman(1994).as_str()), ("IV", "MCMXCIV"));
        assert_eq!((letters(1).as_str(), letters(26).as_str(), letters(27).as_str()), ("a", "z", "aa"));
    }

    #[test]
    fn paragraphs_are_counted_level_by_level() {
        let xml = r#"<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1 %2)"/></w:lvl>
            </w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
        let mut numbers = Numbers::read(xml).unwrap();
        let mut mark = |level| match numbers.mark(ListPlace { list: 2, level: Some(level) }, "") {
            Some(Mark::Number(text)) => text,
            other => panic!("{other:?}"),
        };
        let said: Vec<String> = [0, 1, 1, 0, 1].into_iter().map(&mut mark).collect();
        assert_eq!(said, ["§ 1.", "1 a)", "1 b)", "§ 2.", "2 a)"]);
        assert_eq!(numbers.mark(ListPlace { list: 9, level: None }, ""), None);
    }
}
