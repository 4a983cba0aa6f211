//! Words that somebody has blacked out of a text are shown as black blocks. The fonts of the PDF have no such
//! character, and listeners hear nothing of a bar: there they are replaced by words.

use samskab_kernel::Locale;

use crate::{Block, Document, Table};

/// One of the characters shown in place of words that were taken out.
const BLOCK: char = '\u{2588}';

/// The same document with words for its black blocks.
pub(crate) fn in_words(document: &Document) -> Document {
    let blocks = document.blocks.iter().map(|block| block_in_words(block, document.locale));
    Document { blocks: blocks.collect(), ..document.clone() }
}

fn block_in_words(block: &Block, locale: Locale) -> Block {
    let said = |text: &String| said(text, locale);
    let row = |cells: &Vec<String>| cells.iter().map(said).collect::<Vec<String>>();
    match block {
        Block::Heading { level, text } => Block::Heading { level: *level, text: said(text) },
        Block::Text(text) => Block::Text(said(text)),
        Block::Labelled { label, text } => Block::Labelled { label: said(label), text: said(text) },
        Block::Items(items) => Block::Items(row(items)),
        Block::Table(Table { head, rows }) => {
            Block::Table(Table { head: row(head), rows: rows.iter().map(row).collect() })
        }
        Block::Decision { label, text } => Block::Decision { label: said(label), text: said(text) },
    }
}

/// However many blocks come after each other, they are one place where something was taken out.
fn said(text: &str, locale: Locale) -> String {
    let word = match locale {
        Locale::Da => "[overstreget]",
        Locale::En => "[blacked out]",
    };
    let mut said = String::with_capacity(text.len());
    let mut was_block = false;
    for sign in text.chars() {
        let is_block = sign == BLOCK;
        if !is_block {
            said.push(sign);
        } else if !was_block {
            said.push_str(word);
        }
        was_block = is_block;
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_out_is_said_once_where_it_was() {
        assert_eq!(said("Spørg █████ på █████.", Locale::Da), "Spørg [overstreget] på [overstreget].");
        assert_eq!(said("█████", Locale::En), "[blacked out]");
        assert_eq!(said("Alt står her.", Locale::Da), "Alt står her.");
    }
}
