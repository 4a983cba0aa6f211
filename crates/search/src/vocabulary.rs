use std::collections::HashMap;

/// The words a tenant uses: what compounds are made of there, and what a misspelt word may have meant.
///
/// Words only arrive. A deleted document leaves its words until the next rebuild; that costs nothing but a
/// look-up, since a suggestion is made only if it finds something.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// by folded word
    words: HashMap<String, Entry>,
    /// documents taken in
    learned: u32,
}

struct Entry {
    /// as first written, in lower case
    display: String,
    documents: u32,
    /// the document it was last met in, so that each counts once
    last_learned: u32,
    /// which letters occur: words that share too few need no closer look
    letters: u32,
}

fn letters(folded: &str) -> u32 {
    folded.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31))
}

/// At least this many letters (folded) in a learned part of compounds, or chance would find parts everywhere.
const SHORTEST_LEARNED_PART: usize = 5;
/// At least this many documents must have a learned part as a word of its own.
const USUAL: u32 = 2;

impl Vocabulary {
    /// Takes in the words of one document.
    pub(crate) fn learn(&mut self, texts: [&str; 3]) {
        self.learned += 1;
        for text in texts {
            for token in crate::danish::tokens(text) {
                if let Some(entry) = self.words.get_mut(&token.folded) {
                    if entry.last_learned < self.learned {
                        entry.last_learned = self.learned;
                        entry.documents += 1;
                    }
                } else if !crate::danish::is_stopword(&token.folded) {
                    let entry = Entry {
                        display: text[token.range].to_lowercase(),
                        documents: 1,
                        last_learned: self.learned,
                        letters: letters(&token.folded),
                    };
                    self.words.insert(token.folded, entry);
                }
            }
        }
    }

    pub(crate) fn is_usual(&self, folded: &str) -> bool {
        folded.len() >= SHORTEST_LEARNED_PART
            && self.words.get(folded).is_some_and(|entry| entry.documents >= USUAL)
            && !folded.as_bytes()[0].is_ascii_digit()
    }

    pub(crate) fn display(&self, folded: &str) -> Option<&str> {
        self.words.get(folded).map(|entry| entry.display.as_str())
    }

    /// Words one slip away (two for words of eight letters or more, if none is one away), the most used
    /// first, at most `most`. A slip is a letter too many, missing, wrong, or swapped with its neighbour;
    /// folded or as written, whichever is closer: *bogerne* is one from *boegerne*, *bårn* one from *børn*.
    pub(crate) fn similar(&self, folded: &str, display: &str, most: usize) -> Vec<String> {
        let written: Vec<char> = display.chars().collect();
        let allowed = match written.len() {
            0..=3 => return Vec::new(),
            4..=7 => 1,
            _ => 2,
        };
        let typed: Vec<char> = folded.chars().collect();
        let typed_letters = letters(folded);
        let mut rows = Rows::default();
        let mut found: Vec<(usize, u32, &str)> = Vec::new();
        for (word, entry) in &self.words {
            // one slip changes at most two letters for two others (å for ø is aa for oe)
            if (typed_letters ^ entry.letters).count_ones() > allowed as u32 * 4 {
                continue;
            }
            let slips =
                rows.slips(&typed, word, allowed).or_else(|| rows.slips(&written, &entry.display, allowed));
            if let Some(slips) = slips
                && slips > 0
            {
                found.push((slips, u32::MAX - entry.documents, word));
            }
        }
        found.sort_unstable();
        let fewest = found.first().map_or(0, |(slips, ..)| *slips);
        found
            .into_iter()
            .take_while(|(slips, ..)| *slips == fewest)
            .take(most)
            .map(|(.., word)| word.to_owned())
            .collect()
    }
}

/// Working rows of the edit distance, kept between words.
#[derive(Default)]
struct Rows {
    word: Vec<char>,
    before: Vec<usize>,
    above: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Optimal string alignment distance, or None if it is more than `allowed`.
    fn slips(&mut self, typed: &[char], word: &str, allowed: usize) -> Option<usize> {
        self.word.clear();
        self.word.extend(word.chars());
        let word = &self.word;
        if word.len().abs_diff(typed.len()) > allowed {
            return None;
        }
        self.above.clear();
        self.above.extend(0..=word.len());
        self.before.clear();
        self.before.resize(word.len() + 1, usize::MAX / 2);
        for (i, letter) in typed.iter().enumerate() {
            self.row.clear();
            self.row.push(i + 1);
            let mut least = i + 1;
            for (j, other) in word.iter().enumerate() {
                let mut slips = (self.above[j] + usize::from(letter != other))
                    .min(self.above[j + 1] + 1)
                    .min(self.row[j] + 1);
                if i > 0 && j > 0 && *letter == word[j - 1] && typed[i - 1] == *other {
                    slips = slips.min(self.before[j - 1] + 1);
                }
                least = least.min(slips);
                self.row.push(slips);
            }
            if least > allowed {
                return None;
            }
            std::mem::swap(&mut self.before, &mut self.above);
            std::mem::swap(&mut self.above, &mut self.row);
        }
        Some(self.above[word.len()]).filter(|slips| *slips <= allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.learn([word, "", ""]);
        }
        vocabulary
    }

    #[test]
    fn one_slip_in_short_words_two_in_long_ones() {
        let vocabulary = vocabulary(&["hund", "hund", "bund", "madlavning", "besøgsven"]);
        assert_eq!(vocabulary.similar("hnud", "hnud", 9), ["hund"]);
        assert_eq!(vocabulary.similar("mund", "mund", 9), ["hund", "bund"]);
        assert_eq!(vocabulary.similar("hun", "hun", 9), Vec::<String>::new());
        assert_eq!(vocabulary.similar("hxxd", "hxxd", 9), Vec::<String>::new());
        assert_eq!(vocabulary.similar("madlavnign", "madlavnign", 9), ["madlavning"]);
        assert_eq!(vocabulary.similar("mdlavnig", "mdlavnig", 9), ["madlavning"]);
        assert_eq!(vocabulary.similar("besaagsven", "besågsven", 9), ["besoegsven"]);
        assert_eq!(vocabulary.display("besoegsven"), Some("besøgsven"));
    }
}
