//! The cells of a sheet that hold something, as text.

use std::collections::BTreeMap;

use samskab_kernel::cpr;
use unicode_normalization::UnicodeNormalization as _;

use crate::file::{MOST_COLUMNS, MOST_ROWS, Unreadable, cell};

/// How many rows may come before the rows of the list.
const ABOVE: usize = 100;
/// The most cells of all sheets, the empty ones before a filled one counted: a small file can say that it has a billion.
const MOST_CELLS: usize = 3_000_000;

/// A merged cell, its rows counted from 1 and both ends in it.
pub(super) struct Merged {
    pub from: u64,
    pub to: u64,
    pub column: usize,
}

/// A sheet while it is read.
#[derive(Default)]
pub(super) struct Cells {
    name: String,
    pub is_hidden: bool,
    pub rows: BTreeMap<u64, Vec<String>>,
    merged: Vec<Merged>,
}

/// How many cells there may still be, in all sheets together.
pub(super) struct Budget(usize);

impl Budget {
    pub fn new() -> Self {
        Self(MOST_CELLS)
    }
}

impl Cells {
    pub fn new(name: &str, is_hidden: bool) -> Self {
        Self { name: cpr::masked(name).into_owned(), is_hidden, ..Self::default() }
    }

    /// Numbers that look like a CPR number are masked here, before anything else sees them (law B.7).
    ///
    /// # Errors
    /// When the sheet is larger than a list is.
    pub fn put(
        &mut self,
        budget: &mut Budget,
        row: u64,
        column: usize,
        text: &str,
    ) -> Result<(), Unreadable> {
        // One kind of line break and one kind of å, as in every file.
        let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
        let text = cell(&text.nfc().collect::<String>());
        if text.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(Unreadable::TooManyColumns);
        }
        let cells = self.rows.entry(row).or_default();
        let more = (column + 1).saturating_sub(cells.len());
        budget.0 = budget.0.checked_sub(more).ok_or(Unreadable::TooMuchUnpacked)?;
        if more > 0 {
            cells.resize(column + 1, String::new());
        }
        cells[column] = cpr::masked(&text).into_owned();
        if self.rows.len() > MOST_ROWS + ABOVE {
            return Err(Unreadable::TooManyRows);
        }
        Ok(())
    }

    pub fn merge(&mut self, merged: Merged) {
        if merged.to > merged.from && merged.column < MOST_COLUMNS {
            self.merged.push(merged);
        }
    }

    /// Its name and its rows. What is merged counts in each of its rows that says something by itself.
    ///
    /// # Errors
    /// When there is more merged than a list has cells.
    pub fn with_merged(mut self) -> Result<(String, BTreeMap<u64, Vec<String>>), Unreadable> {
        let mut left = MOST_CELLS;
        for Merged { from, to, column } in self.merged {
            let Some(text) = self.rows.get(&from).and_then(|cells| cells.get(column)).cloned() else {
                continue;
            };
            for (_, cells) in self.rows.range_mut(from + 1..=to) {
                left = left.checked_sub(1).ok_or(Unreadable::TooMuchUnpacked)?;
                if cells.len() <= column {
                    cells.resize(column + 1, String::new());
                }
                if cells[column].is_empty() {
                    cells[column].clone_from(&text);
                }
            }
        }
        Ok((self.name, self.rows))
    }
}

/// A number as a Dane writes it, such as 10850,5; a whole number gets zeros in front until it has `digits` digits.
pub(super) fn number(value: f64, digits: usize) -> String {
    // A spreadsheet has fifteen digits; what is beyond them is how the machine counts.
    let value: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    let text = value.to_string();
    // A CPR number that is stored as a number has lost its leading zero.
    let with_zero = format!("0{text}");
    if text.len() == 9 && cpr::looks_like_one(&with_zero) {
        return with_zero;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{text:0>digits$}");
    }
    text.replace('.', ",")
}

/// A day as its year, month and day, and the time of it where there is one: 01-10-2018 or 01-10-2018 14:30.
pub(super) fn moment(day: Option<(u16, u8, u8)>, hour: u8, minute: u8) -> String {
    let time = format!("{hour:02}:{minute:02}");
    let Some((year, month, day)) = day else { return time };
    let day = format!("{day:02}-{month:02}-{year:04}");
    if (hour, minute) == (0, 0) { day } else { format!("{day} {time}") }
}

/// How many digits a number is shown with when its format is zeros and nothing else: `0000` is 4, `00 00 00 00` is 8.
pub(super) fn shown_digits(format: &str) -> usize {
    let first = format.split(';').next().unwrap_or_default();
    let digits: String = first.chars().filter(|c| !matches!(c, ' ' | '\\' | '-' | '"' | '\u{a0}')).collect();
    if digits.chars().all(|c| c == '0') { digits.len() } else { 0 }
}
