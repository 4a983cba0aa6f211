//! Reads a file that somebody else wrote: its content as our blocks, and what was left out. The file is not trusted:
//! it is bounded when it is unpacked and when it is read, and a file of another kind is reported as such.

mod docx;
mod markdown;
mod numbers;
mod styles;

use samskab_kernel::text::{one_line, paragraphs};

use crate::{Block, Table};

/// Parts of a text that is taken in.
pub const MOST_BLOCKS: usize = 500;
/// At most this many characters in one block.
pub const MOST_IN_BLOCK: usize = 20_000;
/// At most this many characters in the whole text: some hundred pages.
pub const MOST_CHARACTERS: usize = 200_000;

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadText {
    /// Empty when the file says none.
    pub title: String,
    pub subtitle: String,
    pub blocks: Vec<Block>,
    pub left_out: LeftOut,
}

/// Parts that our texts cannot hold, so that a reader can be told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub pictures: usize,
    /// Footnotes, endnotes and comments.
    pub notes: usize,
    /// The program made it of the headings.
    pub table_of_contents: bool,
}

impl LeftOut {
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("it is no such file, or was cut off")]
    Broken,
    #[error("it is too large when it is unpacked")]
    TooLarge,
    #[error("it has more parts or signs than a text may have")]
    TooLong,
    #[error("there is no text in it")]
    Empty,
}

impl ReadText {
    /// Reads a DOCX: headings by style or outline level, lists, tables, paragraphs; of tracked changes what they come to.
    /// Numbers that the word processor counts itself are written out.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn from_docx(bytes: &[u8]) -> Result<Self, Unreadable> {
        docx::read(bytes)
    }

    /// Reads Markdown: headings, paragraphs, lists, tables. Numbered lines keep their number, links their address.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn from_markdown(text: &str) -> Result<Self, Unreadable> {
        markdown::read(text)
    }
}

/// A paragraph while it is read: its words, and how it begins.
#[derive(Debug, Default)]
struct Words {
    text: String,
    /// The first words, as far as they are in strong type; empty: the paragraph begins in other type.
    strong: String,
    goes_on: bool,
}

impl Words {
    fn push(&mut self, text: &str, is_strong: bool) {
        if is_strong && !self.goes_on {
            self.strong.push_str(text);
        } else if !text.is_empty() {
            self.goes_on = true;
        }
        self.text.push_str(text);
    }

    /// "Indstilling: …", where the label is strong and followed by something.
    fn label(&self) -> Option<(&str, &str)> {
        let label = self.strong.trim().strip_suffix(':')?.trim();
        let rest = self.text.get(self.strong.len()..)?.trim();
        (!label.is_empty() && !rest.is_empty() && !label.contains('\n')).then_some((label, rest))
    }
}

/// A part of a file, before it is known which heading is the title.
#[derive(Debug)]
enum Piece {
    Title(String),
    Subtitle(String),
    /// Its level in the file, from 0.
    Heading(usize, String),
    Block(Block),
}

/// What was read so far, within bounds.
#[derive(Debug, Default)]
struct Pieces {
    all: Vec<Piece>,
    signs: usize,
    left_out: LeftOut,
}

impl Pieces {
    fn push(&mut self, piece: Piece, signs: usize) -> Result<(), Unreadable> {
        self.signs += signs;
        if signs > MOST_IN_BLOCK || self.signs > MOST_CHARACTERS || self.all.len() >= MOST_BLOCKS {
            return Err(Unreadable::TooLong);
        }
        self.all.push(piece);
        Ok(())
    }

    fn line(&mut self, text: &str, piece: impl FnOnce(String) -> Piece) -> Result<(), Unreadable> {
        let text = one_line(text);
        let signs = text.chars().count();
        if text.is_empty() { Ok(()) } else { self.push(piece(text), signs) }
    }

    fn heading(&mut self, level: usize, text: &str) -> Result<(), Unreadable> {
        self.line(text, |text| Piece::Heading(level, text))
    }

    /// An item of a list: consecutive ones make one list.
    fn item(&mut self, text: &str) -> Result<(), Unreadable> {
        let text = filled_lines(text);
        if text.is_empty() {
            return Ok(());
        }
        if let Some(Piece::Block(Block::Items(items))) = self.all.last_mut() {
            let signs = text.chars().count();
            let so_far: usize = items.iter().map(|item| item.chars().count()).sum();
            self.signs += signs;
            if so_far + signs > MOST_IN_BLOCK || self.signs > MOST_CHARACTERS {
                return Err(Unreadable::TooLong);
            }
            items.push(text);
            return Ok(());
        }
        let signs = text.chars().count();
        self.push(Piece::Block(Block::Items(vec![text])), signs)
    }

    fn paragraph(&mut self, words: &Words) -> Result<(), Unreadable> {
        let signs = words.text.chars().count();
        if let Some((label, text)) = words.label() {
            let (label, text) = (one_line(label), filled_lines(text));
            return self.push(Piece::Block(Block::Labelled { label, text }), signs);
        }
        let text = filled_lines(&words.text);
        if text.is_empty() { Ok(()) } else { self.push(Piece::Block(Block::Text(text)), signs) }
    }

    /// A decision begins with its label; without one the text continues the decision before.
    fn decision(&mut self, words: &Words) -> Result<(), Unreadable> {
        let signs = words.text.chars().count();
        if let Some((label, text)) = words.label() {
            let (label, text) = (one_line(label), filled_lines(text));
            return self.push(Piece::Block(Block::Decision { label, text }), signs);
        }
        let text = filled_lines(&words.text);
        match self.all.last_mut() {
            _ if text.is_empty() => Ok(()),
            Some(Piece::Block(Block::Decision { text: before, .. })) => {
                self.signs += signs;
                before.push_str("\n\n");
                before.push_str(&text);
                let is_too_long = before.chars().count() > MOST_IN_BLOCK || self.signs > MOST_CHARACTERS;
                if is_too_long { Err(Unreadable::TooLong) } else { Ok(()) }
            }
            _ => self.push(Piece::Block(Block::Text(text)), signs),
        }
    }

    /// The first row is its head. A table of one cell is a box around a paragraph.
    fn table(&mut self, mut rows: Vec<Vec<String>>) -> Result<(), Unreadable> {
        for cell in rows.iter_mut().flatten() {
            *cell = filled_lines(cell);
        }
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let signs = rows.iter().flatten().map(|cell| cell.chars().count() + 3).sum();
        if let ([row], 1) = (rows.as_slice(), width) {
            let block = Block::Text(row.concat());
            return self.push(Piece::Block(block), signs);
        }
        if signs.max(rows.len() * width) > MOST_IN_BLOCK {
            return Err(Unreadable::TooLong);
        }
        for row in &mut rows {
            row.resize(width, String::new());
        }
        let mut rows = rows.into_iter();
        let Some(head) = rows.next() else { return Ok(()) };
        self.push(Piece::Block(Block::Table(Table { head, rows: rows.collect() })), signs)
    }

    /// The title is what is marked as one; else the only heading of the highest level, when nothing comes before it.
    fn done(self) -> Result<ReadText, Unreadable> {
        let mut read = ReadText { left_out: self.left_out, ..ReadText::default() };
        let has_title = self.all.iter().any(|piece| matches!(piece, Piece::Title(_)));
        let tops = self.all.iter().filter(|piece| matches!(piece, Piece::Heading(0, _))).count();
        let is_first_top = matches!(self.all.first(), Some(Piece::Heading(0, _)));
        let top_is_title = !has_title && tops == 1 && is_first_top;
        let highest = self.all.iter().filter_map(|piece| match piece {
            Piece::Heading(0, _) if top_is_title => None,
            Piece::Heading(level, _) => Some(*level),
            _ => None,
        });
        let highest = highest.min().unwrap_or_default();
        let mut has_heading = false;
        for piece in self.all {
            match piece {
                Piece::Title(text) if read.title.is_empty() => read.title = text,
                Piece::Heading(0, text) if top_is_title => read.title = text,
                Piece::Subtitle(text) if read.subtitle.is_empty() && read.blocks.is_empty() => {
                    read.subtitle = text;
                }
                Piece::Title(text) | Piece::Subtitle(text) => read.blocks.push(Block::Text(text)),
                Piece::Heading(level, text) => {
                    let level = if level == highest || !has_heading { 2 } else { 3 };
                    has_heading = true;
                    read.blocks.push(Block::Heading { level, text });
                }
                Piece::Block(block) => read.blocks.push(block),
            }
        }
        if read.blocks.is_empty() && read.title.is_empty() { Err(Unreadable::Empty) } else { Ok(read) }
    }
}

/// Lines that say something, each without the spaces around it.
fn filled_lines(text: &str) -> String {
    let text = paragraphs(text);
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
