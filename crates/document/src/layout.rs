//! Places everything on pages: lines of text and a few rules, with the tree of what they are.

use samskab_kernel::Locale;

use crate::{Block, Document, Fonts, Table, font::Typeface, paragraphs};

/// A4, in points of 1/72 inch.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
const MARGIN: f32 = 64.0;
/// The foot begins here; the text ends above it.
pub(crate) const FOOT: f32 = PAGE_HEIGHT - 40.0;
const BOTTOM: f32 = PAGE_HEIGHT - 72.0;
const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;

pub(crate) const BODY: f32 = 10.5;
const LEADING: f32 = 1.42;
/// A matter and its decision are kept on one page up to this height, which is a third of a page.
const MOST_TOGETHER: f32 = (BOTTOM - MARGIN) / 3.0;
/// The space between blocks.
const GAP: f32 = 6.0;
const INDENT: f32 = 16.0;
/// Between the columns of a table.
const GUTTER: f32 = 12.0;

/// What is drawn on a page.
pub(crate) enum Mark {
    /// `y` is the baseline of the letters.
    Line { x: f32, y: f32, size: f32, is_strong: bool, text: String, leaf: Option<usize> },
    /// A rectangle: a rule, or the bar beside a decision. Not read aloud.
    Rule { x: f32, y: f32, width: f32, height: f32 },
}

/// What a part of the text is, with the lines that belong to it.
pub(crate) enum Branch {
    Heading {
        level: u8,
        title: String,
        lines: Vec<usize>,
    },
    Paragraph(Vec<usize>),
    /// Label and text, read one after the other.
    Labelled {
        label: Vec<usize>,
        text: Vec<usize>,
    },
    /// The mark before each item, and the text.
    List(Vec<(usize, Vec<usize>)>),
    /// The first row is the head.
    Table(Vec<Vec<Vec<usize>>>),
}

/// Where a heading stands, for the table of contents of a reader's program.
pub(crate) struct Target {
    pub(crate) level: u8,
    pub(crate) title: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

pub(crate) struct Layout<'a> {
    fonts: &'a Fonts,
    pub(crate) pages: Vec<Vec<Mark>>,
    pub(crate) branches: Vec<Branch>,
    pub(crate) targets: Vec<Target>,
    /// How far down the page is filled.
    y: f32,
    /// How many lines have been set that are read.
    leaves: usize,
}

/// The size of a heading's letters, and the free space above it.
fn size_of(level: u8) -> (f32, f32) {
    match level {
        1 => (21.0, 0.0),
        2 => (14.0, 16.0),
        _ => (11.5, 10.0),
    }
}

impl<'a> Layout<'a> {
    pub(crate) fn of(document: &Document, fonts: &'a Fonts) -> Self {
        let mut layout = Self {
            fonts,
            pages: vec![Vec::new()],
            branches: Vec::new(),
            targets: Vec::new(),
            y: MARGIN,
            leaves: 0,
        };
        layout.heading(1, &document.title);
        if !document.subtitle.is_empty() {
            layout.paragraph(&document.subtitle);
            layout.y += GAP;
        }
        for (at, block) in document.blocks.iter().enumerate() {
            match block {
                Block::Heading { level, text } => {
                    let below = &document.blocks[at + 1..];
                    let below = layout.headings(below).max(layout.group(below));
                    layout.heading_above(*level, text, below);
                }
                other => layout.block(other),
            }
        }
        let count = layout.pages.len();
        for number in 1..=count {
            layout.foot(document, number, count);
        }
        layout
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.heading_above(*level, text, 0.0),
            Block::Text(text) => paragraphs(text).for_each(|paragraph| self.paragraph(paragraph)),
            Block::Labelled { label, text } => self.labelled(label, text, 0.0),
            Block::Items(items) => self.list(items),
            Block::Table(table) => self.table(table),
            Block::Decision { label, text } => self.decision(label, text),
        }
    }

    fn typeface(&self, is_strong: bool) -> &'a Typeface {
        if is_strong { &self.fonts.strong } else { &self.fonts.regular }
    }

    fn page(&mut self) -> &mut Vec<Mark> {
        if self.pages.is_empty() {
            self.pages.push(Vec::new());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// A new page where `height` no longer fits on this one.
    fn fit(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    /// Places one line at a given height; returns the number of its leaf.
    fn set(&mut self, x: f32, top: f32, size: f32, is_strong: bool, text: String) -> usize {
        let leaf = self.leaves;
        self.leaves += 1;
        let y = top + size * (LEADING + 0.72) / 2.0;
        self.page().push(Mark::Line { x, y, size, is_strong, text, leaf: Some(leaf) });
        leaf
    }

    /// Lines below each other; a line that is not the last of its paragraph ends with a space, so that words stay apart
    /// when they are read.
    fn lines(&mut self, text: &str, x: f32, size: f32, is_strong: bool) -> Vec<usize> {
        let lines = self.typeface(is_strong).lines(text, size, PAGE_WIDTH - MARGIN - x);
        let count = lines.len();
        let mut leaves = Vec::with_capacity(count);
        // Neither the first nor the last line of a paragraph is alone on a page.
        for (place, line) in lines.into_iter().enumerate() {
            let is_last = place + 1 == count;
            let together = if place == 0 && count > 1 || place + 2 == count { 2.0 } else { 1.0 };
            self.fit(size * LEADING * together);
            let text = if is_last { line } else { format!("{line} ") };
            leaves.push(self.set(x, self.y, size, is_strong, text));
            self.y += size * LEADING;
        }
        leaves
    }

    /// How high the headings are with which these blocks begin.
    fn headings(&self, blocks: &[Block]) -> f32 {
        let heading = |block: &Block| match block {
            Block::Heading { level, text } => {
                let (size, before) = size_of(*level);
                Some(before + self.height(text, size) + 3.0)
            }
            _ => None,
        };
        blocks.iter().map_while(heading).sum()
    }

    /// The height of these blocks up to a decision before the next heading: a short matter and its decision are kept
    /// on one page. Zero where there is no decision, or where the height is more than a good part of a page.
    fn group(&self, blocks: &[Block]) -> f32 {
        let matter = blocks.iter().take_while(|block| !matches!(block, Block::Heading { .. }));
        let mut high = 0.0;
        for block in matter {
            high += match block {
                Block::Text(text) => self.paragraphs_high(text, 0.0),
                Block::Labelled { label, text } => self.labelled_high(label, text, 0.0),
                Block::Decision { label, text } => {
                    high += 4.0 + self.labelled_high(label, text, INDENT);
                    return if high <= MOST_TOGETHER { high } else { 0.0 };
                }
                Block::Items(_) | Block::Table(_) | Block::Heading { .. } => return 0.0,
            };
        }
        0.0
    }

    fn paragraphs_high(&self, text: &str, indent: f32) -> f32 {
        let high = |text| self.fonts.regular.lines(text, BODY, WIDTH - indent).len() as f32 * BODY * LEADING;
        paragraphs(text).map(|paragraph| high(paragraph) + GAP).sum()
    }

    fn labelled_high(&self, label: &str, text: &str, indent: f32) -> f32 {
        match self.fits_beside(&format!("{label}: "), text, indent) {
            true => BODY * LEADING + GAP,
            false => BODY * LEADING + self.paragraphs_high(text, indent),
        }
    }

    /// Whether a text has room on the line of its label.
    fn fits_beside(&self, said: &str, text: &str, indent: f32) -> bool {
        let wide = self.fonts.strong.width(said, BODY) + self.fonts.regular.width(text, BODY);
        !text.contains('\n') && wide <= WIDTH - indent
    }

    fn height(&self, heading: &str, size: f32) -> f32 {
        self.typeface(true).lines(heading, size, WIDTH).len() as f32 * size * LEADING
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.heading_above(level, text, 0.0);
    }

    /// Above headings that are `below` high.
    fn heading_above(&mut self, level: u8, text: &str, below: f32) {
        let (size, before) = size_of(level);
        if self.y > MARGIN {
            self.y += before;
        }
        // A heading is never alone at the foot of a page, and neither are two.
        self.fit(self.height(text, size) + below + 3.0 * BODY * LEADING);
        let (page, y) = (self.pages.len() - 1, self.y);
        let lines = self.lines(text, MARGIN, size, true);
        self.targets.push(Target { level, title: text.to_owned(), page, y });
        self.branches.push(Branch::Heading { level, title: text.to_owned(), lines });
        self.y += 3.0;
    }

    fn paragraph(&mut self, text: &str) {
        let lines = self.lines(text, MARGIN, BODY, false);
        self.branches.push(Branch::Paragraph(lines));
        self.y += GAP;
    }

    /// A short label is on the line of its text; a text of several paragraphs begins below it.
    fn labelled(&mut self, label: &str, text: &str, indent: f32) {
        let x = MARGIN + indent;
        let said = format!("{label}: ");
        let wide = self.fonts.strong.width(&said, BODY);
        let fits = self.fits_beside(&said, text, indent);
        self.fit(BODY * LEADING * if fits { 1.0 } else { 2.0 });
        let label = vec![self.set(x, self.y, BODY, true, said)];
        if fits {
            let text = vec![self.set(x + wide, self.y, BODY, false, text.to_owned())];
            self.y += BODY * LEADING;
            self.branches.push(Branch::Labelled { label, text });
        } else {
            self.y += BODY * LEADING;
            let mut parts = paragraphs(text);
            let first = parts.next().unwrap_or_default();
            let first = self.lines(first, x, BODY, false);
            self.branches.push(Branch::Labelled { label, text: first });
            for part in parts {
                self.y += GAP;
                let lines = self.lines(part, x, BODY, false);
                self.branches.push(Branch::Paragraph(lines));
            }
        }
        self.y += GAP;
    }

    fn decision(&mut self, label: &str, text: &str) {
        self.y += 2.0;
        self.fit(BODY * LEADING * 2.0);
        let (first, top) = (self.pages.len() - 1, self.y);
        self.labelled(label, text, INDENT);
        let (last, end) = (self.pages.len() - 1, self.y - GAP);
        for page in first..=last {
            let from = if page == first { top } else { MARGIN };
            let to = if page == last { end } else { BOTTOM };
            let bar = Mark::Rule { x: MARGIN, y: from, width: 3.0, height: to - from };
            self.pages[page].push(bar);
        }
        self.y += 2.0;
    }

    fn list(&mut self, items: &[String]) {
        let mut entries = Vec::with_capacity(items.len());
        for item in items.iter().filter(|item| !item.trim().is_empty()) {
            self.fit(BODY * LEADING);
            let sign = self.set(MARGIN + 2.0, self.y, BODY, false, "• ".to_owned());
            let lines = self.lines(item, MARGIN + INDENT, BODY, false);
            entries.push((sign, lines));
            self.y += 2.0;
        }
        if !entries.is_empty() {
            self.branches.push(Branch::List(entries));
        }
        self.y += GAP;
    }

    fn table(&mut self, table: &Table) {
        let widths = self.widths(table);
        let mut rows = vec![self.row(&table.head, &widths, true)];
        for row in &table.rows {
            let lines = self.broken(row, &widths, false);
            let height = lines.iter().map(Vec::len).max().unwrap_or(1) as f32 * BODY * LEADING + 5.0;
            let pages = self.pages.len();
            self.fit(height);
            if self.pages.len() > pages {
                self.repeat_head(&table.head, &widths);
            }
            rows.push(self.row(row, &widths, false));
        }
        self.branches.push(Branch::Table(rows));
        self.y += GAP * 1.5;
    }

    /// Each column is as wide as its widest text, until they no longer fit; then the widest become narrower, as long
    /// as none of their words is cut.
    fn widths(&self, table: &Table) -> Vec<f32> {
        let columns = table.head.len().max(1);
        let room = WIDTH - GUTTER * (columns - 1) as f32;
        let wish = |column: usize| {
            let head = table.head.get(column).map_or(0.0, |text| self.fonts.strong.width(text, BODY));
            let cells = table.rows.iter().filter_map(|row| row.get(column));
            cells.map(|text| self.fonts.regular.width(text, BODY)).fold(head, f32::max) + 1.0
        };
        let wishes: Vec<f32> = (0..columns).map(wish).collect();
        let mut most = room;
        // The widest a column may be, so that all fit: found by halving.
        let floor = |column: usize| {
            let head = table.head.get(column).map_or(0.0, |text| self.fonts.strong.widest_piece(text, BODY));
            let cells = table.rows.iter().filter_map(|row| row.get(column));
            cells.map(|text| self.fonts.regular.widest_piece(text, BODY)).fold(head, f32::max) + 1.0
        };
        let floors: Vec<f32> = (0..columns).map(floor).collect();
        // Words that are all too long for the page are cut.
        let floors = if floors.iter().sum::<f32>() <= room { floors } else { vec![0.0; columns] };
        let given =
            |most: f32| wishes.iter().zip(&floors).map(move |(wish, floor)| wish.min(most).max(*floor));
        let fits = |most: f32| given(most).sum::<f32>() <= room;
        let (mut low, mut high) = (0.0, room);
        if !fits(most) {
            for _ in 0..24 {
                most = (low + high) / 2.0;
                if fits(most) { low = most } else { high = most }
            }
            most = low;
        }
        given(most).collect()
    }

    fn broken(&self, row: &[String], widths: &[f32], is_head: bool) -> Vec<Vec<String>> {
        let typeface = self.typeface(is_head);
        row.iter().zip(widths).map(|(text, width)| typeface.lines(text, BODY, *width)).collect()
    }

    fn row(&mut self, row: &[String], widths: &[f32], is_head: bool) -> Vec<Vec<usize>> {
        let cells = self.broken(row, widths, is_head);
        let deepest = cells.iter().map(Vec::len).max().unwrap_or(1);
        let mut leaves: Vec<Vec<usize>> = vec![Vec::new(); cells.len()];
        for place in 0..deepest {
            // A row that is higher than a page goes on, line by line, on the next.
            self.fit(BODY * LEADING);
            let mut x = MARGIN;
            for (column, cell) in cells.iter().enumerate() {
                if let Some(line) = cell.get(place) {
                    let is_last = place + 1 == cell.len();
                    let text = if is_last { line.clone() } else { format!("{line} ") };
                    let leaf = self.set(x, self.y, BODY, is_head, text);
                    leaves[column].push(leaf);
                }
                x += widths[column] + GUTTER;
            }
            self.y += BODY * LEADING;
        }
        self.rule(if is_head { 0.9 } else { 0.4 });
        leaves
    }

    fn rule(&mut self, height: f32) {
        let y = self.y + 2.0;
        self.page().push(Mark::Rule { x: MARGIN, y, width: WIDTH, height });
        self.y += 5.0;
    }

    /// Repeats the head on a new page, for the eye only; listeners have heard it.
    fn repeat_head(&mut self, head: &[String], widths: &[f32]) {
        let before = self.leaves;
        self.row(head, widths, true);
        self.leaves = before;
        for mark in self.page() {
            if let Mark::Line { leaf, .. } = mark {
                *leaf = None;
            }
        }
    }

    fn foot(&mut self, document: &Document, number: usize, count: usize) {
        let said = match document.locale {
            Locale::Da => format!("Side {number} af {count}"),
            Locale::En => format!("Page {number} of {count}"),
        };
        let size = 8.5;
        let x = PAGE_WIDTH - MARGIN - self.fonts.regular.width(&said, size);
        let room = x - MARGIN - GUTTER;
        let name = self.fonts.regular.lines(&document.footer, size, room).swap_remove(0);
        let line = |x, text| Mark::Line { x, y: FOOT, size, is_strong: false, text, leaf: None };
        self.pages[number - 1].extend([line(MARGIN, name), line(x, said)]);
    }

    pub(crate) fn leaves(&self) -> usize {
        self.leaves
    }
}
