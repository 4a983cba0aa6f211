//! The content of a text, apart from where it is stored: blocks with their ids, as a version keeps them; what became of them
//! from one version to the next, word by word; and which of them a file that is read in means. Pure.

use std::collections::HashMap;

use samskab_document::{Block, Change, ChangeKind, Table, changes, pairs};
use serde::{Deserialize, Serialize};

use crate::{
    T,
    text::{BlockId, BlockKind, LANGUAGE, WrittenBlock},
};

/// The whole of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub title: String,
    pub blocks: Vec<ContentBlock>,
}

/// A block in a text. Its id is the same in every version: what is said about it is found again in the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentBlock {
    pub id: BlockId,
    pub kind: BlockKind,
    pub content: String,
}

/// A block without an id: of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockDraft {
    pub kind: BlockKind,
    pub content: String,
}

impl Content {
    /// A text without its empty blocks, which say nothing.
    pub fn of(title: &str, blocks: &[WrittenBlock]) -> Self {
        let filled = blocks.iter().filter(|block| !block.content.trim().is_empty());
        let blocks = filled.map(|block| ContentBlock {
            id: block.id,
            kind: block.kind,
            content: block.content.clone(),
        });
        Self { title: title.to_owned(), blocks: blocks.collect() }
    }
}

impl ContentBlock {
    /// The block as it is read, and written as PDF and as DOCX.
    pub fn shown(&self) -> Block {
        let text = self.content.clone();
        match self.kind {
            BlockKind::Heading2 => Block::Heading { level: 2, text },
            BlockKind::Heading3 => Block::Heading { level: 3, text },
            BlockKind::Paragraph => Block::Text(text),
            BlockKind::List => Block::Items(filled(&text).map(str::to_owned).collect()),
            BlockKind::Table => Block::Table(table(&text)),
            BlockKind::Decision => Block::Decision { label: decision().to_owned(), text },
        }
    }
}

/// The label before a decision.
fn decision() -> &'static str {
    T(LANGUAGE).block_kind_decision()
}

fn filled(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A row on each line, as wide as the widest.
fn table(text: &str) -> Table {
    let mut rows: Vec<Vec<String>> = filled(text).map(cells).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    for row in &mut rows {
        row.resize(width, String::new());
    }
    let mut rows = rows.into_iter();
    Table { head: rows.next().unwrap_or_default(), rows: rows.collect() }
}

/// Between two `|`; those at the ends may be there or not. `\|` is the character itself.
fn cells(line: &str) -> Vec<String> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').filter(|line| !line.ends_with('\\')).unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.peek() == Some(&'|') => {
                signs.next();
                cells.last_mut().into_iter().for_each(|cell| cell.push('|'));
            }
            '|' => cells.push(String::new()),
            sign => cells.last_mut().into_iter().for_each(|cell| cell.push(sign)),
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The line of a table's row. An empty cell at an end has a bar outside it.
fn line(cells: &[String]) -> String {
    let is_empty = |cell: Option<&String>| cell.is_some_and(|cell| cell.trim().is_empty());
    let start = if is_empty(cells.first()) { "| " } else { "" };
    let end = if is_empty(cells.last()) { " |" } else { "" };
    let cells = cells.iter().map(|cell| cell.replace('\n', " ").replace('|', "\\|"));
    format!("{start}{}{end}", cells.collect::<Vec<_>>().join(" | "))
}

impl BlockDraft {
    /// What was read from a file. A labelled line is a paragraph that begins with its label.
    pub fn of(block: &Block) -> Self {
        let draft = |kind, content: String| Self { kind, content };
        let labelled = |label: &str, text: &str| format!("{label}: {text}");
        match block {
            Block::Heading { level: 2, text } => draft(BlockKind::Heading2, text.clone()),
            Block::Heading { text, .. } => draft(BlockKind::Heading3, text.clone()),
            Block::Text(text) => draft(BlockKind::Paragraph, text.clone()),
            Block::Labelled { label, text } => draft(BlockKind::Paragraph, labelled(label, text)),
            Block::Items(items) => {
                let items = items.iter().map(|item| item.replace('\n', " "));
                draft(BlockKind::List, items.collect::<Vec<_>>().join("\n"))
            }
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                draft(BlockKind::Table, rows.map(|row| line(row)).collect::<Vec<_>>().join("\n"))
            }
            Block::Decision { label, text } if label == decision() => {
                draft(BlockKind::Decision, text.clone())
            }
            Block::Decision { label, text } => draft(BlockKind::Decision, labelled(label, text)),
        }
    }
}

/// A new whole in place of the one that is there: what is the same block, or one that has most of its words, keeps its id.
/// `new_id` makes the others'.
pub fn replaced(
    before: &[ContentBlock],
    drafts: Vec<BlockDraft>,
    mut new_id: impl FnMut() -> BlockId,
) -> Vec<ContentBlock> {
    let old: Vec<&str> = before.iter().map(|block| block.content.as_str()).collect();
    let new: Vec<&str> = drafts.iter().map(|draft| draft.content.as_str()).collect();
    let pairs = pairs(&old, &new);
    let with_id = |(draft, was): (BlockDraft, Option<usize>)| ContentBlock {
        id: was.and_then(|at| before.get(at)).map_or_else(&mut new_id, |block| block.id),
        kind: draft.kind,
        content: draft.content,
    };
    drafts.into_iter().zip(pairs).map(with_id).collect()
}

/// What happened to a block between two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Same,
    /// Other words, or another kind.
    Changed,
    Added,
    Removed,
    /// It is in another place now; its words may have changed, too.
    Moved,
}

/// A block in a comparison, with its words from before and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedBlock {
    pub id: BlockId,
    pub kind: BlockKind,
    pub fate: Fate,
    pub words: Vec<Change>,
}

/// The blocks of both versions, in the order of the second; a block that was taken out is shown where it was.
pub fn compared(before: &[ContentBlock], after: &[ContentBlock]) -> Vec<ComparedBlock> {
    let was: HashMap<BlockId, &ContentBlock> = before.iter().map(|block| (block.id, block)).collect();
    let stays: HashMap<BlockId, &ContentBlock> = after.iter().map(|block| (block.id, block)).collect();
    // Blocks that kept their order among each other; the others have moved.
    let id = |block: &ContentBlock| block.id.to_string();
    let old: Vec<String> = before.iter().filter(|block| stays.contains_key(&block.id)).map(id).collect();
    let new: Vec<String> = after.iter().filter(|block| was.contains_key(&block.id)).map(id).collect();
    let told = changes(&old.join(" "), &new.join(" "));
    let moved: Vec<&str> = told
        .iter()
        .filter(|change| change.kind == ChangeKind::Added)
        .flat_map(|change| change.text.split_whitespace())
        .collect();
    let mut compared: Vec<ComparedBlock> = after
        .iter()
        .map(|block| {
            let before = was.get(&block.id);
            let fate = match before {
                None => Fate::Added,
                Some(_) if moved.contains(&block.id.to_string().as_str()) => Fate::Moved,
                Some(before) if **before == *block => Fate::Same,
                Some(_) => Fate::Changed,
            };
            let words = changes(before.map_or("", |before| &before.content), &block.content);
            ComparedBlock { id: block.id, kind: block.kind, fate, words }
        })
        .collect();
    // After the nearest earlier block that still exists.
    let mut at = 0;
    for block in before {
        if let Some(place) = compared.iter().position(|one| one.id == block.id && one.fate != Fate::Moved) {
            at = place + 1;
        } else if !stays.contains_key(&block.id) {
            let words = vec![Change { kind: ChangeKind::Removed, text: block.content.clone() }];
            compared.insert(at, ComparedBlock { id: block.id, kind: block.kind, fate: Fate::Removed, words });
            at += 1;
        }
    }
    compared
}

/// "Vi mødes [slettet: to] [tilføjet: tre] gange.": where words cannot be struck out and underlined.
pub fn marked(t: T, words: &[Change]) -> String {
    let mut text = String::new();
    for change in words {
        let (said, label) = (
            change.text.trim_end(),
            match change.kind {
                ChangeKind::Same => "",
                ChangeKind::Removed => t.compare_removed_words(),
                ChangeKind::Added => t.compare_added_words(),
            },
        );
        if text.ends_with(']') {
            text.push(' ');
        }
        match label {
            "" => text.push_str(&change.text),
            label => text.push_str(&format!("[{label} {said}]{}", &change.text[said.len()..])),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(id: u128, content: &str) -> ContentBlock {
        let id = BlockId::from_uuid(uuid::Uuid::from_u128(id));
        ContentBlock { id, kind: BlockKind::Paragraph, content: content.to_owned() }
    }

    fn draft(content: &str) -> BlockDraft {
        BlockDraft { kind: BlockKind::Paragraph, content: content.to_owned() }
    }

    fn fates(compared: &[ComparedBlock]) -> Vec<(u128, Fate)> {
        compared.iter().map(|one| (one.id.uuid().as_u128(), one.fate)).collect()
    }

    #[test]
    fn a_comparison_tells_of_each_block_what_became_of_it() {
        let before = [block(1, "Formål"), block(2, "Vi mødes to gange."), block(3, "Væk"), block(4, "Sidst")];
        let after = [block(4, "Sidst"), block(1, "Formål"), block(5, "Nyt"), block(2, "Vi mødes tre gange.")];
        let told = compared(&before, &after);
        assert_eq!(
            fates(&told),
            [(4, Fate::Moved), (1, Fate::Same), (5, Fate::Added), (2, Fate::Changed), (3, Fate::Removed)]
        );
        let words: Vec<&str> = told[3].words.iter().map(|change| change.text.as_str()).collect();
        assert_eq!(words, ["Vi mødes ", "to ", "tre ", "gange."]);
    }

    #[test]
    fn changes_can_be_written_where_nothing_is_struck_out() {
        let words = changes("Vi mødes to gange på rådhuset.", "Vi mødes tre gange på biblioteket.");
        let told =
            "Vi mødes [slettet: to] [tilføjet: tre] gange på [slettet: rådhuset.] [tilføjet: biblioteket.]";
        assert_eq!(marked(T(LANGUAGE), &words), told);
    }

    #[test]
    fn another_kind_with_the_same_words_is_a_change() {
        let before = [block(1, "Formål")];
        let after = [ContentBlock { kind: BlockKind::Heading2, ..block(1, "Formål") }];
        assert_eq!(fates(&compared(&before, &after)), [(1, Fate::Changed)]);
    }

    #[test]
    fn what_is_read_in_keeps_the_ids_of_what_it_was() {
        let before = [block(1, "Formål"), block(2, "Gruppen mødes to gange om året."), block(3, "Slut")];
        let read = vec![draft("Formål"), draft("Helt nyt."), draft("Gruppen mødes tre gange om året.")];
        let mut next = 9;
        let replaced = replaced(&before, read, || {
            next += 1;
            BlockId::from_uuid(uuid::Uuid::from_u128(next))
        });
        let ids: Vec<u128> = replaced.iter().map(|block| block.id.uuid().as_u128()).collect();
        assert_eq!(ids, [1, 10, 2]);
    }

    #[test]
    fn a_table_and_a_list_come_back_from_their_lines() {
        let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let read =
            Block::Table(Table { head: cells(&["Hvem", "a|b", ""]), rows: vec![cells(&["", "Asta", "c"])] });
        let draft = BlockDraft::of(&read);
        let kept = ContentBlock { kind: draft.kind, ..block(1, &draft.content) };
        assert_eq!(kept.shown(), read);
        let typed =
            ContentBlock { kind: BlockKind::Table, ..block(1, "Navn | Rolle\nAsta\n\nBirk | Vært | to") };
        let Block::Table(table) = typed.shown() else { panic!("no table") };
        assert_eq!(table.head, ["Navn", "Rolle", ""]);
        assert_eq!(table.rows, [["Asta", "", ""], ["Birk", "Vært", "to"]]);
    }
}
