#![doc = include_str!("../README.md")]

mod blacked_out;
mod docx;
mod font;
mod layout;
mod pdf;
mod reading;
mod words;

use samskab_kernel::{Instant, Locale};

pub use font::Fonts;
pub use reading::{LeftOut, MOST_BLOCKS, MOST_CHARACTERS, MOST_IN_BLOCK, ReadText, Unreadable};
pub use words::{Change, ChangeKind, changes, merge, pairs};

/// One text, ready to be written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its first heading, and what a reader's program calls it.
    pub title: String,
    /// One line below the title; may be empty.
    pub subtitle: String,
    /// Shown at the foot of each page, before the page's number.
    pub footer: String,
    pub locale: Locale,
    pub made_at: Instant,
    pub blocks: Vec<Block>,
}

/// A part of a text. What is empty is not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Below the title: 2 or 3. Headings never skip a level.
    Heading {
        level: u8,
        text: String,
    },
    /// Lines of it are kept; an empty line begins a new paragraph.
    Text(String),
    /// "Indstilling: …", the label strong.
    Labelled {
        label: String,
        text: String,
    },
    Items(Vec<String>),
    Table(Table),
    /// A decision, which is highlighted and read with its label.
    Decision {
        label: String,
        text: String,
    },
}

/// The first row has the headings of the columns and is repeated on each page. Every row has as many cells as it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("a font cannot be read")]
    Font,
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
    #[error("the DOCX could not be made: {0}")]
    Docx(#[from] zip::result::ZipError),
    #[error("the DOCX could not be written: {0}")]
    Write(#[from] std::io::Error),
}

impl Document {
    /// A tagged PDF on A4 that says it is PDF/UA-1: language, title, headings, lists, table headers, reading order. A
    /// character that the fonts do not have is drawn as a lozenge, and is still read and copied as what it is; words
    /// that were blacked out are said to be.
    ///
    /// # Errors
    /// When a font cannot be read. What the standard asks for is checked while it is written.
    pub fn pdf(&self, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        pdf::write(self, fonts)
    }

    /// A file for a word processor, with real headings, lists, a repeated table head, language and title.
    ///
    /// # Errors
    /// None that a text could cause.
    pub fn docx(&self) -> Result<Vec<u8>, Error> {
        docx::write(self)
    }
}

/// The language's code in a file.
fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::Da => "da-DK",
        Locale::En => "en-GB",
    }
}

/// The paragraphs of a text that somebody typed: an empty line begins a new one.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}
