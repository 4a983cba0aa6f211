//! Markdown as CommonMark has it, with the tables of GitHub.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Pieces, ReadText, Unreadable, Words};

pub(super) fn read(text: &str) -> Result<ReadText, Unreadable> {
    // A character is at least a byte, and marks are few.
    if text.len() > 4 * super::MOST_CHARACTERS {
        return Err(Unreadable::TooLong);
    }
    let mut walk = Walk::default();
    for event in Parser::new_ext(text.trim_start_matches('\u{feff}'), Options::ENABLE_TABLES) {
        walk.take(event)?;
    }
    walk.pieces.done()
}

#[derive(Default)]
struct Walk {
    pieces: Pieces,
    words: Words,
    heading: Option<usize>,
    strong: usize,
    /// The lists one is in: the next number of those that count.
    lists: Vec<Option<u64>>,
    /// The targets of the links around the current text, and where their words begin.
    links: Vec<(String, usize)>,
    rows: Vec<Vec<String>>,
    is_in_table: bool,
}

impl Walk {
    fn say(&mut self, text: &str) {
        let is_strong = self.strong > 0;
        self.words.push(text, is_strong);
    }

    fn take(&mut self, event: Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Start(tag) => return self.enter(tag),
            Event::End(tag) => return self.leave(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.say(&text);
            }
            Event::Html(text) if !text.trim_start().starts_with("<!--") => self.say(&text),
            Event::SoftBreak => self.say(" "),
            Event::HardBreak => self.say("\n"),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.say("\n"),
            _ => {}
        }
        Ok(())
    }

    fn enter(&mut self, tag: Tag<'_>) -> Result<(), Unreadable> {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_paragraph()?;
                self.heading = Some(depth(level));
            }
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.links.push((dest_url.into_string(), self.words.text.len())),
            Tag::Image { .. } => self.pieces.left_out.pictures += 1,
            // A list in a list: the text before it is an item of its own.
            Tag::List(first) => {
                self.end_paragraph()?;
                self.lists.push(first);
            }
            Tag::Paragraph if !self.lists.is_empty() && !self.words.text.is_empty() => self.say("\n"),
            Tag::Table(_) => {
                self.end_paragraph()?;
                self.is_in_table = true;
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
        Ok(())
    }

    fn leave(&mut self, tag: TagEnd) -> Result<(), Unreadable> {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => {
                if let Some((to, from)) = self.links.pop() {
                    let is_said = self.words.text.get(from..).is_some_and(|words| to.ends_with(words));
                    if !is_said && !to.starts_with('#') {
                        self.say(&format!(" ({to})"));
                    }
                }
            }
            TagEnd::TableCell => {
                let words = std::mem::take(&mut self.words);
                if let Some(row) = self.rows.last_mut() {
                    row.push(words.text);
                }
            }
            TagEnd::Table => {
                self.is_in_table = false;
                let rows = std::mem::take(&mut self.rows);
                self.pieces.table(rows)?;
            }
            TagEnd::Paragraph if !self.lists.is_empty() => {}
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Item
            | TagEnd::BlockQuote(_) => self.end_paragraph()?,
            TagEnd::List(_) => {
                self.lists.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Unreadable> {
        let words = std::mem::take(&mut self.words);
        if self.is_in_table || words.text.trim().is_empty() {
            return Ok(());
        }
        if let Some(level) = self.heading.take() {
            return self.pieces.heading(level, &words.text);
        }
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let text = format!("{number}. {}", words.text.trim());
                *number += 1;
                self.pieces.paragraph(&Words { text, ..Words::default() })
            }
            Some(None) => self.pieces.item(&words.text),
            None => self.pieces.paragraph(&words),
        }
    }
}

/// From 0, the highest.
fn depth(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 0,
        HeadingLevel::H2 => 1,
        HeadingLevel::H3 => 2,
        HeadingLevel::H4 => 3,
        HeadingLevel::H5 => 4,
        HeadingLevel::H6 => 5,
    }
}
