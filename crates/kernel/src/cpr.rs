//! Numbers that look like a CPR number, however they are written. Samskab never stores one (law B.7): a form refuses
//! the text, and a file that is taken in and a mail that goes out have them masked before anything else reads them.

use std::{borrow::Cow, ops::Range};

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::text::{is_format, is_line_break};

/// What stands for each digit of a masked number. Also there in Windows-1252.
pub const MASK: char = '•';

/// Day, month, year in two or four digits and four more: as one number, cut as people cut it, or digit by digit; with
/// any digits, dashes and other characters of Unicode, and with whatever nobody sees between them. The day may be one
/// from 61 to 91, which a substitute number has. No check digit is asked for: since 2007 there are numbers without
/// one.
pub fn looks_like_one(text: &str) -> bool {
    may_hold_one(text) && Groups::of(text).first(0).is_some()
}

/// The text with [`MASK`] for each digit of every such number.
pub fn masked(text: &str) -> Cow<'_, str> {
    let mut masked = Cow::Borrowed(text);
    // The digits before a masked number may look like another number once that is masked.
    while may_hold_one(&masked) {
        let found = Groups::of(&masked).all();
        if found.is_empty() {
            break;
        }
        masked = Cow::Owned(with_masks(&masked, found));
    }
    masked
}

fn with_masks(text: &str, found: Vec<Range<usize>>) -> String {
    let mut masked = String::with_capacity(text.len() + 32 * found.len());
    let mut done = 0;
    for number in found {
        masked.push_str(&text[done..number.start]);
        for sign in text[number.clone()].chars() {
            match signs(sign).filter(|sign| matches!(sign, Sign::Digit(_))).count() {
                0 => masked.push(sign),
                digits => masked.extend(std::iter::repeat_n(MASK, digits)),
            }
        }
        done = number.end;
    }
    masked.push_str(&text[done..]);
    masked
}

/// Something that looks like one, put together here so that none stands in our files. For tests.
pub fn made_up() -> String {
    format!("{:02}{:02}{:02}-{:04}", 1, 1, 90, 1234)
}

/// Whether the text holds a masked number: ten masks with nothing but a few other characters between them.
pub fn was_masked(text: &str) -> bool {
    let (mut run, mut between) = (0, Gap::default());
    for character in text.chars() {
        if character == MASK {
            run = if between.joins() { run + 1 } else { 1 };
            between = Gap::default();
        } else {
            signs(character).for_each(|sign| between.takes_any(sign));
        }
        if run == 10 {
            return true;
        }
    }
    false
}

/// Most texts hold too few digits. Only a quick look.
fn may_hold_one(text: &str) -> bool {
    // A character such as ⑫ is two digits.
    text.chars().filter(|sign| sign.is_numeric()).nth(4).is_some()
}

/// At most this many characters may be between two digits of one number, repeated ones counted once.
const LONGEST_BETWEEN: usize = 3;

/// What a character is to a reader, after NFKC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Digit(u8),
    /// Letters, and the mask.
    Word,
    Break,
    Other(char),
}

/// What a reader sees of one character: nothing, one character, or several (⑫ is 1 and 2).
fn signs(character: char) -> impl Iterator<Item = Sign> {
    std::iter::once(character).nfkc().filter_map(|sign| {
        if is_format(sign) || is_combining_mark(sign) {
            return None;
        }
        Some(match digit(sign) {
            Some(digit) => Sign::Digit(digit),
            None if is_dash(sign) => Sign::Other('-'),
            None if sign == MASK || sign.is_alphanumeric() => Sign::Word,
            None if is_line_break(sign) => Sign::Break,
            None if sign.is_whitespace() => Sign::Other(' '),
            None => Sign::Other(sign),
        })
    })
}

/// Horizontal strokes (general category Pd), and characters used instead of one.
fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}'
            | '\u{2e17}' | '\u{2e1a}' | '\u{2e3a}'..='\u{2e3b}' | '\u{2e40}' | '\u{301c}' | '\u{3030}' | '\u{30a0}'
            | '_' | '~' | 'ー'
    )
}

/// The zeros of the decimal digits that NFKC leaves as they are (general category Nd, Unicode 16).
const ZEROS: [char; 67] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{10d40}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{116d0}',
    '\u{116da}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11bf0}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{11f50}',
    '\u{16130}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{16d70}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e4f0}',
    '\u{1e5f1}',
    '\u{1e950}',
];

/// Digits that are no decimal ones, such as ➀: the first of a row, what it means, and how many there are.
const OTHER_DIGITS: [(char, u8, u8); 12] = [
    ('\u{1369}', 1, 9),
    ('\u{19da}', 1, 1),
    ('\u{24f5}', 1, 9),
    ('\u{24ff}', 0, 1),
    ('\u{2776}', 1, 9),
    ('\u{2780}', 1, 9),
    ('\u{278a}', 1, 9),
    ('\u{10a40}', 1, 4),
    ('\u{10e60}', 1, 9),
    ('\u{11052}', 1, 9),
    ('\u{1f10b}', 0, 1),
    ('\u{1f10c}', 0, 1),
];

fn digit(sign: char) -> Option<u8> {
    if sign.is_ascii() {
        return sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    }
    if !sign.is_numeric() {
        return None;
    }
    let after = |first: char, many: u8| {
        let distance = u32::from(sign).checked_sub(u32::from(first))?;
        u8::try_from(distance).ok().filter(|distance| *distance < many)
    };
    let decimal = ZEROS.iter().find_map(|zero| after(*zero, 10));
    decimal
        .or_else(|| OTHER_DIGITS.iter().find_map(|(first, value, many)| Some(value + after(*first, *many)?)))
}

/// What stands between two groups of digits: at most three characters, repeated ones counted once. `None` where they
/// do not belong together.
type Between = Option<([char; LONGEST_BETWEEN], usize)>;

/// Digits that stand together.
#[derive(Debug)]
struct Group {
    bytes: Range<usize>,
    /// At most 13: more are no such number.
    digits: Vec<u8>,
    /// Before the next group.
    between: Between,
    /// A plus and the number of a country: a telephone number begins.
    is_abroad: bool,
}

/// The longest number there is has twelve digits.
const TOO_MANY: usize = 13;

struct Groups(Vec<Group>);

impl Groups {
    fn of(text: &str) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut between = Gap::default();
        let mut plus = false;
        let mut skip_to = 0;
        for (at, character) in text.char_indices() {
            if at < skip_to {
                continue;
            }
            if let Some(length) = length_of_id(text, at) {
                skip_to = at + length;
                between.breaks();
                continue;
            }
            for sign in signs(character) {
                let end = at + character.len_utf8();
                match sign {
                    Sign::Digit(digit) => {
                        if let Some(last) = groups.last_mut().filter(|_| between.is_nothing()) {
                            if last.digits.len() < TOO_MANY {
                                last.digits.push(digit);
                            }
                            last.bytes.end = end;
                        } else {
                            if let Some(last) = groups.last_mut() {
                                last.between = between.told();
                            }
                            let is_abroad = plus && digit != 0;
                            groups.push(Group {
                                bytes: at..end,
                                digits: vec![digit],
                                between: None,
                                is_abroad,
                            });
                        }
                        between = Gap::default();
                    }
                    other => between.takes_any(other),
                }
                plus = sign == Sign::Other('+');
            }
        }
        Self(groups)
    }

    fn all(&self) -> Vec<Range<usize>> {
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some((first, last)) = self.first(from) {
            found.push(self.0[first].bytes.start..self.0[last].bytes.end);
            from = last + 1;
        }
        found
    }

    /// The first and last group of the first number that begins with group `from` or later.
    fn first(&self, from: usize) -> Option<(usize, usize)> {
        (from..self.0.len()).find_map(|first| Some((first, self.last_of(first, from)?)))
    }

    /// The last group of a number that begins with group `first`. Those before `from` are masked.
    fn last_of(&self, first: usize, from: usize) -> Option<usize> {
        let mut digits: Vec<u8> = Vec::with_capacity(TOO_MANY);
        let mut cuts: Vec<usize> = Vec::new();
        for (at, group) in self.0.iter().enumerate().skip(first) {
            digits.extend_from_slice(&group.digits);
            if digits.len() >= TOO_MANY {
                return None;
            }
            if is_dated(&digits) && self.is_cut_as_one(&cuts, digits.len(), first..=at, from) {
                return Some(at);
            }
            group.between?;
            cuts.push(digits.len());
        }
        None
    }

    /// Whether digits that are cut like this are read as one number. What a date is followed by is often a time
    /// (28.11.26 10.30), and pairs are often a telephone number.
    fn is_cut_as_one(
        &self,
        cuts: &[usize],
        length: usize,
        groups: std::ops::RangeInclusive<usize>,
        from: usize,
    ) -> bool {
        let (first, last) = (*groups.start(), *groups.end());
        let between = |at: usize| self.0.get(at).and_then(|group| group.between);
        let year_ends = length - 4;
        // Pairs before it with the same separator: the end of a telephone number.
        let goes_on_from_a_pair = first > from
            && self.0[first - 1].digits.len() == 2
            && self.0[first].digits.len() == 2
            && between(first - 1).is_some()
            && between(first - 1) == between(first);
        let goes_on = last > first && between(last).is_some() && between(last) == between(last - 1);
        let is_even = (first..last).all(|at| between(at) == between(first));
        if self.0[first].is_abroad && cuts != [year_ends] {
            return false;
        }
        match cuts {
            // Eight digits by themselves are a telephone or a CVR number.
            [2 | 8] if length == 10 => false,
            [] | [_] => true,
            [3, 6] if length == 10 => true,
            cuts if cuts.iter().all(|cut| [2, 4, year_ends].contains(cut)) => !goes_on_from_a_pair,
            cuts if cuts.iter().all(|cut| *cut >= year_ends) => true,
            // Digit by digit, or pair by pair.
            cuts if cuts.len() == length - 1 => !goes_on && !goes_on_from_a_pair,
            cuts if cuts.len() == length / 2 - 1 && cuts.iter().all(|cut| cut % 2 == 0) => {
                let ends_as_a_time = |between: Between| {
                    between
                        .is_some_and(|(signs, many)| signs[..many].iter().any(|sign| ".:-".contains(*sign)))
                };
                !goes_on && !goes_on_from_a_pair && (is_even || !ends_as_a_time(between(last - 1)))
            }
            _ => false,
        }
    }
}

/// Whether the digits begin with a day and a month, and with a year where they are twelve.
fn is_dated(digits: &[u8]) -> bool {
    let two = |at: usize| digits.get(at).zip(digits.get(at + 1)).map_or(0, |(ten, one)| ten * 10 + one);
    let has_a_year = match digits.len() {
        10 => true,
        12 => (18..=20).contains(&two(4)),
        _ => false,
    };
    has_a_year && matches!(two(0), 1..=31 | 61..=91) && (1..=12).contains(&two(2))
}

/// What was read since the last digit.
#[derive(Debug, Default)]
struct Gap {
    signs: [char; LONGEST_BETWEEN],
    many: usize,
    has_break: bool,
    is_broken: bool,
}

impl Gap {
    fn breaks(&mut self) {
        self.is_broken = true;
    }

    fn takes_any(&mut self, sign: Sign) {
        match sign {
            Sign::Digit(_) | Sign::Word => self.breaks(),
            Sign::Break => self.has_break = true,
            Sign::Other(sign) => self.takes(sign),
        }
    }

    /// Whether the digits on both sides can be one number.
    fn joins(&self) -> bool {
        self.told().is_some()
    }

    fn is_nothing(&self) -> bool {
        self.many == 0 && !self.has_break && !self.is_broken
    }

    fn takes(&mut self, sign: char) {
        if self.many > 0 && self.signs[self.many - 1] == sign {
            return;
        }
        match self.signs.get_mut(self.many) {
            Some(place) => {
                *place = sign;
                self.many += 1;
            }
            None => self.is_broken = true,
        }
    }

    fn told(&self) -> Between {
        let signs = &self.signs[..self.many];
        // A comma and a space begin something else: 28.11.2026, 6950 Ringkøbing.
        let begins_something_else = signs.contains(&' ') && signs.iter().any(|sign| ",;:".contains(*sign));
        // A line ends within a number only after a dash.
        let ends_a_line = self.has_break && !signs.contains(&'-');
        (!self.is_broken && !begins_something_else && !ends_a_line).then_some((self.signs, self.many))
    }
}

/// The length in bytes of an id that begins at this byte: 8-4-4-4-12 hexadecimal digits, as in our own links. One in
/// some thousands has ten digits in a row.
fn length_of_id(text: &str, at: usize) -> Option<usize> {
    const LENGTH: usize = 36;
    let id = text.as_bytes().get(at..at + LENGTH)?;
    let is_id = id.iter().enumerate().all(|(place, byte)| match place {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    // A number of ten digits with a dash after eight is none of ours, so the letters are asked for too.
    (is_id && id.iter().any(u8::is_ascii_alphabetic)).then_some(LENGTH)
}

#[cfg(test)]
mod tests;
