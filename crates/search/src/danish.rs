//! From Danish text to the terms it is found by.
//!
//! A word has up to four kinds of terms, each told by its first letter, in falling order of trust:
//! `x` the word as written (folded), `s` its stem, `p` the stems of the parts of a compound, `c` the thing
//! it means, for synonyms. The lists in `data/` are data: a volunteer coordinator can mend them.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::LazyLock;

use samskab_kernel::danish::fold;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use crate::vocabulary::Vocabulary;

pub(crate) const WRITTEN: char = 'x';
pub(crate) const STEM: char = 's';
pub(crate) const PART: char = 'p';
pub(crate) const CONCEPT: char = 'c';

/// At most this many parts in a compound; the longest in use ("børnehavepædagogmedhjælper") has four.
const MOST_PARTS: usize = 4;
/// Longer words are cut: nobody searches for them, and splitting them would take long.
const LONGEST_WORD: usize = 60;

/// The lists, read once.
static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

struct Lists {
    stopwords: HashSet<String>,
    /// every form of an irregular family, to its first form
    families: HashMap<String, String>,
    /// words a compound can be made of
    parts: HashSet<String>,
    /// stems of those, for inflected last parts
    part_stems: HashSet<String>,
    /// words that are never taken apart
    whole: HashSet<String>,
    /// stems of parts that may be missing in what is found
    generic: HashSet<String>,
    /// stem of a whole word, to the stems of the parts the list gives it
    given_parts: HashMap<String, Vec<String>>,
    /// first stem of a synonym, to all its stems and the number of the thing
    concepts: HashMap<String, Vec<(Vec<String>, u16)>>,
}

impl Lists {
    fn read() -> Self {
        let words = |text: &'static str| {
            text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).map(fold)
        };
        let mut families = HashMap::new();
        for line in include_str!("../data/word_families.txt").lines().filter(|line| !line.starts_with('#')) {
            let mut forms = line.split_whitespace().map(fold);
            if let Some(first) = forms.next() {
                for form in forms {
                    families.entry(form).or_insert_with(|| first.clone());
                }
                families.insert(first.clone(), first);
            }
        }
        // the stem stands for the family too (læs for læse), unless the list says otherwise
        let mut stemmer = WordStemmer::new();
        let mut by_stem: Vec<(String, String)> =
            families.iter().map(|(form, first)| (stemmer.stem(form), first.clone())).collect();
        by_stem.sort_unstable();
        for (stem, first) in by_stem.into_iter().filter(|(stem, _)| stem.len() > 3) {
            families.entry(stem).or_insert(first);
        }
        let mut whole = HashSet::new();
        let mut given = Vec::new();
        for entry in words(include_str!("../data/lexicon.txt")) {
            let (word, parts) = entry.split_once('=').unwrap_or((&entry, ""));
            whole.insert(word.to_owned());
            if !parts.is_empty() {
                given.push((word.to_owned(), parts.split('+').map(str::to_owned).collect::<Vec<_>>()));
            }
        }
        // shorter ones are found everywhere by chance (proces-ser), so the list must name them
        let listed = whole.iter().filter(|word| word.len() >= 3);
        let inflected = families.keys().filter(|word| word.len() >= 4);
        let parts: HashSet<String> = listed.chain(inflected).cloned().collect();
        let mut lists = Lists {
            stopwords: words(include_str!("../data/stopwords.txt")).collect(),
            part_stems: HashSet::new(),
            generic: HashSet::new(),
            given_parts: HashMap::new(),
            concepts: HashMap::new(),
            families,
            parts,
            whole,
        };
        for (word, parts) in given {
            let parts = parts.iter().map(|part| lists.stem(part, &mut stemmer)).collect();
            lists.given_parts.insert(lists.stem(&word, &mut stemmer), parts);
        }
        lists.part_stems = lists.parts.iter().map(|part| lists.stem(part, &mut stemmer)).collect();
        lists.generic = words(include_str!("../data/generic_heads.txt"))
            .map(|word| lists.stem(&word, &mut stemmer))
            .collect();
        let synonyms = include_str!("../data/synonyms.txt").lines().filter(|line| !line.starts_with('#'));
        let nothing_learned = Vocabulary::default();
        for (number, line) in synonyms.enumerate() {
            for synonym in line.split(',') {
                let stems: Vec<String> = tokens(synonym)
                    .iter()
                    .map(|token| {
                        lists
                            .word(&token.folded, &token.pieces, &nothing_learned, &mut stemmer)
                            .stems
                            .swap_remove(0)
                    })
                    .collect();
                if let Some(first) = stems.first() {
                    lists.concepts.entry(first.clone()).or_default().push((stems.clone(), number as u16));
                }
            }
        }
        lists
    }

    fn stem(&self, folded: &str, stemmer: &mut WordStemmer) -> String {
        match self.families.get(folded) {
            Some(first) => first.clone(),
            None => {
                let stem = stemmer.stem(folded);
                // besøgende → besøg meets the family of besøge
                self.families.get(&stem).filter(|_| stem.len() > 3).cloned().unwrap_or(stem)
            }
        }
    }

    fn is_part(&self, folded: &str, learned: &Vocabulary) -> bool {
        self.parts.contains(folded) || (learned.is_usual(folded) && !self.stopwords.contains(folded))
    }

    fn word(&self, folded: &str, pieces: &[String], learned: &Vocabulary, stemmer: &mut WordStemmer) -> Word {
        let whole_stem = self.stem(folded, stemmer);
        let given = self.given_parts.get(&whole_stem).cloned().unwrap_or_default();
        let mut word = Word {
            written: folded.to_owned(),
            stems: vec![whole_stem],
            parts: given,
            known_ends: Vec::new(),
        };
        if !word.parts.is_empty() {
            return word;
        }
        if self.families.contains_key(folded) || self.whole.contains(folded) {
            return word;
        }
        let known_stem = self.part_stems.contains(&word.stems[0]);
        let split = match pieces {
            [] if known_stem => None,
            [] => self.split(folded, learned, stemmer, MOST_PARTS),
            pieces => Some(pieces.iter().map(String::as_str).collect()),
        };
        if let Some(parts) = split {
            let last = parts.last().copied().unwrap_or_default();
            let last_stem = self.stem(last, stemmer);
            let stem = format!("{}{}", &folded[..folded.len().saturating_sub(last.len())], last_stem);
            for part in &parts {
                let stem = self.stem(self.without_link(part, learned), stemmer);
                if !self.stopwords.contains(*part) && !word.parts.contains(&stem) {
                    word.parts.push(stem);
                }
            }
            if stem != word.stems[0] {
                word.stems.insert(0, stem);
            }
        } else if !known_stem {
            word.known_ends = self.known_ends(folded, learned, stemmer);
        }
        word
    }

    /// Stems of the longest listed words that a word begins and ends with, when the rest cannot be told:
    /// *strandrensning* has to do with a strand, whatever rensning is. Long words only, for shorter ones
    /// begin and end like others by chance.
    fn known_ends(&self, folded: &str, learned: &Vocabulary, stemmer: &mut WordStemmer) -> Vec<String> {
        const SHORTEST_END: usize = 5;
        const SHORTEST_REST: usize = 4;
        let mut ends = Vec::new();
        if !folded.is_ascii() || folded.len() < SHORTEST_END + SHORTEST_REST || folded.len() > LONGEST_WORD {
            return ends;
        }
        for length in (SHORTEST_END..=folded.len() - SHORTEST_REST).rev() {
            let bare = self.without_link(&folded[..length], learned);
            if bare.len() >= SHORTEST_END && self.parts.contains(bare) {
                ends.push(self.stem(bare, stemmer));
                break;
            }
        }
        for start in SHORTEST_REST..=folded.len() - SHORTEST_END {
            let last = &folded[start..];
            let stem = self.stem(last, stemmer);
            if self.parts.contains(last) || (stem.len() >= SHORTEST_END && self.part_stems.contains(&stem)) {
                ends.push(stem);
                break;
            }
        }
        ends
    }

    /// The fewest known words that make up this one, with -s- or -e- between them; long first parts are
    /// preferred. None if it cannot be told.
    fn split<'w>(
        &self,
        folded: &'w str,
        learned: &Vocabulary,
        stemmer: &mut WordStemmer,
        most_parts: usize,
    ) -> Option<Vec<&'w str>> {
        if folded.len() < 5 || !folded.is_ascii() || folded.len() > LONGEST_WORD {
            return None;
        }
        for wanted in 2..=most_parts {
            if let Some(parts) = self.split_into(folded, wanted, learned, stemmer) {
                return Some(parts);
            }
        }
        None
    }

    fn split_into<'w>(
        &self,
        folded: &'w str,
        wanted: usize,
        learned: &Vocabulary,
        stemmer: &mut WordStemmer,
    ) -> Option<Vec<&'w str>> {
        if wanted == 1 {
            return self.is_last_part(folded, learned, stemmer).then(|| vec![folded]);
        }
        let shortest_rest = 3 * (wanted - 1);
        let longest_first = folded.len().checked_sub(shortest_rest)?;
        for length in (2..=longest_first).rev() {
            let (first, rest) = folded.split_at(length);
            let is_first = if length == 2 {
                first == "it"
            } else {
                self.is_part(first, learned) || self.is_part(self.without_link(first, learned), learned)
            };
            if is_first && let Some(mut parts) = self.split_into(rest, wanted - 1, learned, stemmer) {
                parts.insert(0, first);
                return Some(parts);
            }
        }
        None
    }

    fn is_last_part(&self, folded: &str, learned: &Vocabulary, stemmer: &mut WordStemmer) -> bool {
        if self.is_part(folded, learned) {
            return true;
        }
        if folded.len() < 5 {
            return false;
        }
        let stem = self.stem(folded, stemmer);
        stem.len() >= 3 && self.part_stems.contains(&stem)
    }

    /// besøgs → besøg, hunde → hund; the word itself if it has no linking letter.
    fn without_link<'w>(&self, part: &'w str, learned: &Vocabulary) -> &'w str {
        if self.is_part(part, learned) {
            return part;
        }
        part.strip_suffix('s')
            .or_else(|| part.strip_suffix('e'))
            .filter(|bare| bare.len() >= 3 && self.is_part(bare, learned))
            .unwrap_or(part)
    }

    /// The things that the stems from here on name, with how many stems each takes.
    fn concepts_at<'l>(&'l self, stems: &'l [&'l str]) -> impl Iterator<Item = (usize, u16)> + 'l {
        stems.first().and_then(|first| self.concepts.get(*first)).into_iter().flatten().filter_map(
            move |(phrase, number)| {
                let matches = stems.len() >= phrase.len()
                    && phrase.iter().zip(stems).all(|(wanted, stem)| wanted == stem);
                matches.then_some((phrase.len(), *number))
            },
        )
    }
}

/// Snowball's Danish stemmer on folded words, and the swallowed e of *cykel – cykler*.
struct WordStemmer(TextAnalyzer);

impl WordStemmer {
    fn new() -> Self {
        WordStemmer(
            TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::Danish)).build(),
        )
    }

    fn stem(&mut self, folded: &str) -> String {
        let mut stream = self.0.token_stream(folded);
        let mut stem = if stream.advance() { stream.token().text.clone() } else { folded.to_owned() };
        if stem.len() > 4 && stem.ends_with("el") {
            let before = stem.as_bytes()[stem.len() - 3];
            if !b"aeiouy".contains(&before) {
                stem.replace_range(stem.len() - 2.., "l");
            }
        }
        stem
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) written: String,
    /// The best stem first, followed by the plain one, because the words learned differ over time.
    pub(crate) stems: Vec<String>,
    /// Stems of the parts, if it is a compound.
    pub(crate) parts: Vec<String>,
    /// Stems of the parts that can be told, if not all can: it is found by them, but does not look for them.
    pub(crate) known_ends: Vec<String>,
}

/// A word in a text.
pub(crate) struct Token {
    pub(crate) folded: String,
    /// Its place in the text, in bytes.
    pub(crate) range: std::ops::Range<usize>,
    /// The folded pieces of a word with hyphens.
    pub(crate) pieces: Vec<String>,
}

/// The words of a text. A hyphen inside makes one word of pieces (*it-café*); single letters are left out.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let is_letter =
        |character: char| character.is_alphanumeric() || matches!(character, '\u{300}'..='\u{36f}');
    let mut tokens = Vec::new();
    let mut start = None;
    let mut characters = text.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, character)) = characters.next() {
        let next_is_letter = characters.peek().is_some_and(|(_, next)| is_letter(*next));
        let inside = is_letter(character)
            || (matches!(character, '-' | '\u{2010}' | '\u{2011}') && is_letter(previous) && next_is_letter);
        if inside {
            let from = *start.get_or_insert(at);
            let end = at + character.len_utf8();
            if !characters
                .peek()
                .is_some_and(|(_, next)| is_letter(*next) || matches!(next, '-' | '\u{2010}' | '\u{2011}'))
            {
                push_token(&mut tokens, text, from..end);
                start = None;
            }
        } else if let Some(from) = start.take() {
            push_token(&mut tokens, text, from..at);
        }
        previous = character;
    }
    tokens
}

fn push_token(tokens: &mut Vec<Token>, text: &str, range: std::ops::Range<usize>) {
    let written = &text[range.clone()];
    let is_hyphen = |character: char| matches!(character, '-' | '\u{2010}' | '\u{2011}');
    let (mut folded, mut pieces) = if written.contains(is_hyphen) {
        let pieces: Vec<String> =
            written.split(is_hyphen).map(fold).filter(|piece| !piece.is_empty()).collect();
        (pieces.concat(), pieces)
    } else {
        (fold(written), Vec::new())
    };
    let letters = written.chars().take(2).count();
    if letters < 2 && !folded.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    if folded.len() > LONGEST_WORD {
        let end = (0..=LONGEST_WORD).rev().find(|end| folded.is_char_boundary(*end)).unwrap_or(0);
        folded.truncate(end);
        pieces.clear();
    }
    tokens.push(Token { folded, range, pieces });
}

/// Turns texts into terms; remembers words, since a text repeats them.
pub(crate) struct Analyser<'v> {
    learned: &'v Vocabulary,
    stemmer: WordStemmer,
    seen: HashMap<String, Rc<Known>>,
}

/// A word and the terms it is indexed by; a stopword has none.
struct Known {
    word: Word,
    terms: Vec<String>,
}

impl<'v> Analyser<'v> {
    pub(crate) fn new(learned: &'v Vocabulary) -> Self {
        Analyser { learned, stemmer: WordStemmer::new(), seen: HashMap::new() }
    }

    pub(crate) fn word(&mut self, folded: &str, pieces: &[String]) -> Word {
        self.known(folded, pieces).word.clone()
    }

    fn known(&mut self, folded: &str, pieces: &[String]) -> Rc<Known> {
        if let Some(known) = self.seen.get(folded) {
            return known.clone();
        }
        let word = LISTS.word(folded, pieces, self.learned, &mut self.stemmer);
        let mut terms = Vec::new();
        if !is_stopword(&word.written) {
            terms.push(term(WRITTEN, &word.written));
            terms.extend(word.stems.iter().map(|stem| term(STEM, stem)));
            for part in word.parts.iter().chain(&word.known_ends) {
                terms.push(term(PART, part));
                terms.extend(concepts_of(part).into_iter().map(concept_term));
            }
        }
        let known = Rc::new(Known { word, terms });
        self.seen.insert(folded.to_owned(), known.clone());
        known
    }

    /// All terms of a text, each once, separated by spaces: what is indexed.
    pub(crate) fn index_terms(&mut self, text: &str) -> String {
        let words: Vec<Rc<Known>> =
            tokens(text).iter().map(|token| self.known(&token.folded, &token.pieces)).collect();
        let stems: Vec<&str> = words.iter().map(|known| known.word.stems[0].as_str()).collect();
        let concepts: Vec<String> = (0..stems.len())
            .flat_map(|at| LISTS.concepts_at(&stems[at..]))
            .map(|(_, concept)| concept_term(concept))
            .collect();
        let mut terms: Vec<&str> =
            words.iter().flat_map(|known| &known.terms).chain(&concepts).map(String::as_str).collect();
        terms.sort_unstable();
        terms.dedup();
        terms.join(" ")
    }
}

pub(crate) fn term(level: char, text: &str) -> String {
    let mut term = String::with_capacity(1 + text.len());
    term.push(level);
    term.push_str(text);
    term
}

pub(crate) fn concept_term(concept: u16) -> String {
    term(CONCEPT, &concept.to_string())
}

pub(crate) fn is_stopword(folded: &str) -> bool {
    LISTS.stopwords.contains(folded)
}

/// The single words of the list of synonyms, for those who misspell one that no document has.
pub(crate) fn synonyms() -> &'static Vocabulary {
    static SYNONYMS: LazyLock<Vocabulary> = LazyLock::new(|| {
        let mut words = Vocabulary::default();
        let lines = include_str!("../data/synonyms.txt").lines().filter(|line| !line.starts_with('#'));
        for synonym in lines.flat_map(|line| line.split(',')).map(str::trim) {
            if !synonym.contains(char::is_whitespace) {
                words.learn([synonym, "", ""]);
            }
        }
        words
    });
    &SYNONYMS
}

/// The things a part of a compound names by itself.
pub(crate) fn concepts_of(stem: &str) -> Vec<u16> {
    LISTS.concepts_at(&[stem]).map(|(_, concept)| concept).collect()
}

/// The parts that must be found if a compound is to be found by its parts: the telling ones, or all if
/// none tells anything.
pub(crate) fn telling_parts(parts: &[String]) -> Vec<&str> {
    let telling: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !LISTS.generic.contains(*part)).collect();
    if telling.is_empty() { parts.iter().map(String::as_str).collect() } else { telling }
}

/// What a search asks for: words that belong together because they name one thing (*ny i Danmark*), or
/// a single word.
pub(crate) struct Wanted {
    /// Positions in the list of tokens.
    pub(crate) tokens: std::ops::Range<usize>,
    pub(crate) words: Vec<Word>,
    pub(crate) concepts: Vec<u16>,
}

/// The words of a query, without stopwords unless they are part of a phrase that names something.
pub(crate) fn wanted(tokens: &[Token], learned: &Vocabulary) -> Vec<Wanted> {
    let mut analyser = Analyser::new(learned);
    let words: Vec<Word> = tokens.iter().map(|token| analyser.word(&token.folded, &token.pieces)).collect();
    let stems: Vec<&str> = words.iter().map(|word| word.stems[0].as_str()).collect();
    let mut wanted = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found: Vec<(usize, u16)> = LISTS.concepts_at(&stems[at..]).collect();
        let longest = found.iter().map(|(length, _)| *length).max().unwrap_or(1);
        let range = at..at + longest;
        let telling: Vec<Word> =
            words[range.clone()].iter().filter(|word| !is_stopword(&word.written)).cloned().collect();
        if !telling.is_empty() {
            let concepts =
                found.iter().filter(|(length, _)| *length == longest).map(|(_, concept)| *concept).collect();
            wanted.push(Wanted { tokens: range.clone(), words: telling, concepts });
        }
        at = range.end;
    }
    wanted
}
