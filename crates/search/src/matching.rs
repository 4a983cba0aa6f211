//! Which documents the words of a query find, and how well.
//!
//! Word by word: each of its terms marks the documents it is in with a weight, the highest mark counts, and
//! the marks of all words are added. Posting lists are short and in memory, so this is faster than building
//! a tree of scorers, and the order of trust is exactly the table below.

use std::io;

use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocSet, TERMINATED};

use crate::danish::{self, Analyser, Token, Wanted, Word};
use crate::query::Matched;
use crate::schema::FIELDS;
use crate::snapshot::Snapshot;
use crate::tenant::TenantIndex;

/// Title, keywords, body.
pub(crate) const FIELD_WEIGHTS: [f32; 3] = [1.0, 0.6, 0.35];

/// A word as typed, its other forms, its beginning, compounds with it, its own parts, other words for it.
/// A weaker kind of match in the title may beat a stronger one in the body, never in the title.
const WRITTEN: f32 = 1.0;
const STEM: f32 = 0.9;
const BEGINNING: f32 = 0.8;
const PART: f32 = 0.6;
const OWN_PARTS: f32 = 0.5;
const CONCEPT: f32 = 0.33;
/// Mended spelling multiplies: below every unmended match of the same field.
const MENDED: f32 = 0.15;

/// When not all words are found, one more word counts more than all marks together.
const WORD_MET: f32 = 20.0;

/// Words of a query that are looked at; each costs a mark for every document.
const MOST_WORDS: usize = 16;
/// Words a misspelt word may stand for; words a beginning may grow into.
const MOST_MENDED: usize = 8;
const MOST_BEGINNINGS: usize = 200;

/// Marks for each segment and document: 0 is no match.
type Marks = Vec<Vec<f32>>;

pub(crate) struct Matches {
    pub(crate) scores: Marks,
    pub(crate) matched: Matched,
    pub(crate) suggestion: Option<String>,
}

/// What the words find among the documents of the kind; None if nothing was typed.
pub(crate) fn matches(
    tenant: &TenantIndex,
    snapshot: &Snapshot,
    kind: Option<u32>,
    text: &str,
) -> io::Result<Option<Matches>> {
    let mut tokens = danish::tokens(text);
    tokens.truncate(MOST_WORDS);
    let marking = Marking { snapshot, kind };
    let Some(last) = tokens.last() else {
        // Something was typed and none of it is a word: that finds nothing, and not everything.
        let asked = !text.trim().is_empty();
        return Ok(asked.then(|| Matches {
            scores: marking.nothing(),
            matched: Matched::Words,
            suggestion: None,
        }));
    };
    let mut wanted = danish::wanted(&tokens, &tenant.vocabulary());
    if wanted.is_empty() {
        // only stopwords: perhaps the last one is the beginning of a word (ud… for udflugt)
        let mut marks = marking.nothing();
        marking.mark_beginnings(&last.folded, &mut marks)?;
        return Ok(Some(Matches { scores: marks, matched: Matched::Words, suggestion: None }));
    }
    let last_position = tokens.len() - 1;
    let mut mended: Vec<(usize, String)> = Vec::new();
    let mut all: Vec<Marks> = Vec::with_capacity(wanted.len());
    for wanted in wanted.drain(..) {
        let mut marks = marking.nothing();
        marking.mark_wanted(&wanted, &mut marks)?;
        if let [word] = wanted.words.as_slice()
            && !marking.any(&marks)
        {
            let position = wanted.tokens.start;
            if position == last_position {
                marking.mark_beginnings(&word.written, &mut marks)?;
            }
            if !marking.any(&marks)
                && let Some(display) = marking.mark_mended(tenant, &tokens[position], text, &mut marks)?
            {
                mended.push((position, display));
            }
        }
        all.push(marks);
    }
    let (scores, every) = marking.combine(all);
    let (matched, suggestion) = match (every, mended.is_empty()) {
        (true, true) => (Matched::Words, None),
        (true, false) => (Matched::Spelling, Some(mend(text, &tokens, &mended))),
        (false, _) => (Matched::SomeWords, None),
    };
    Ok(Some(Matches { scores, matched, suggestion }))
}

/// The text as typed, with the mended words in place.
fn mend(text: &str, tokens: &[Token], mended: &[(usize, String)]) -> String {
    let mut suggestion = String::with_capacity(text.len());
    let mut copied = 0;
    for (position, display) in mended {
        let range = &tokens[*position].range;
        suggestion.push_str(&text[copied..range.start]);
        suggestion.push_str(display);
        copied = range.end;
    }
    suggestion.push_str(&text[copied..]);
    suggestion.trim().to_owned()
}

struct Marking<'s> {
    snapshot: &'s Snapshot,
    kind: Option<u32>,
}

impl Marking<'_> {
    fn nothing(&self) -> Marks {
        self.snapshot.segments.iter().map(|segment| vec![0.0; segment.len()]).collect()
    }

    fn any(&self, marks: &Marks) -> bool {
        self.snapshot.segments.iter().zip(marks).any(|(segment, marks)| {
            let mut marks = marks.iter().enumerate();
            marks.any(|(document, mark)| *mark > 0.0 && segment.is_eligible(document, self.kind))
        })
    }

    fn mark_wanted(&self, wanted: &Wanted, marks: &mut Marks) -> io::Result<()> {
        match wanted.words.as_slice() {
            [word] => self.mark_word(word, 1.0, marks)?,
            words => {
                let mut each = Vec::with_capacity(words.len());
                for word in words {
                    let mut marks = self.nothing();
                    self.mark_word(word, 1.0, &mut marks)?;
                    each.push(marks);
                }
                keep_higher(marks, &lowest(each), 1.0);
            }
        }
        for concept in &wanted.concepts {
            self.mark_term(&danish::concept_term(*concept), CONCEPT, marks)?;
        }
        Ok(())
    }

    fn mark_word(&self, word: &Word, factor: f32, marks: &mut Marks) -> io::Result<()> {
        self.mark_term(&danish::term(danish::WRITTEN, &word.written), WRITTEN * factor, marks)?;
        for stem in &word.stems {
            self.mark_term(&danish::term(danish::STEM, stem), STEM * factor, marks)?;
            self.mark_term(&danish::term(danish::PART, stem), PART * factor, marks)?;
        }
        if !word.parts.is_empty() {
            let mut each = Vec::new();
            for part in danish::telling_parts(&word.parts) {
                let mut marks = self.nothing();
                self.mark_term(&danish::term(danish::STEM, part), 1.0, &mut marks)?;
                self.mark_term(&danish::term(danish::PART, part), 1.0, &mut marks)?;
                for concept in danish::concepts_of(part) {
                    self.mark_term(&danish::concept_term(concept), CONCEPT, &mut marks)?;
                }
                each.push(marks);
            }
            keep_higher(marks, &lowest(each), OWN_PARTS * factor);
        }
        Ok(())
    }

    /// Words that begin like this one.
    fn mark_beginnings(&self, beginning: &str, marks: &mut Marks) -> io::Result<()> {
        if beginning.len() < 2 {
            return Ok(());
        }
        let from = danish::term(danish::WRITTEN, beginning);
        for (segment, marks) in self.snapshot.segments.iter().zip(marks) {
            for (text, weight) in segment.texts.iter().zip(FIELD_WEIGHTS) {
                let mut words = text.terms().range().ge(from.as_bytes()).into_stream()?;
                let mut taken = 0;
                while taken < MOST_BEGINNINGS && words.advance() && words.key().starts_with(from.as_bytes()) {
                    taken += 1;
                    let postings =
                        text.read_postings_from_terminfo(words.value(), IndexRecordOption::Basic)?;
                    mark(postings, weight * BEGINNING, marks);
                }
            }
        }
        Ok(())
    }

    /// Words that this one may have been meant to be; answers the most used that finds anything.
    fn mark_mended(
        &self,
        tenant: &TenantIndex,
        typed: &Token,
        text: &str,
        marks: &mut Marks,
    ) -> io::Result<Option<String>> {
        let written = text[typed.range.clone()].to_lowercase();
        let vocabulary = tenant.vocabulary();
        let mut analyser = Analyser::new(&vocabulary);
        let mut best = None;
        // What the town writes first; then what only the list of synonyms knows, such as a chauffør where everybody
        // writes of driving.
        for words in [&*vocabulary, danish::synonyms()] {
            for meant in words.similar(&typed.folded, &written, MOST_MENDED) {
                let word = analyser.word(&meant, &[]);
                let mut found = self.nothing();
                self.mark_word(&word, MENDED, &mut found)?;
                for concept in word.stems.iter().flat_map(|stem| danish::concepts_of(stem)) {
                    self.mark_term(&danish::concept_term(concept), CONCEPT * MENDED, &mut found)?;
                }
                if self.any(&found) {
                    keep_higher(marks, &found, 1.0);
                    best = best.or_else(|| words.display(&meant).map(str::to_owned));
                }
            }
        }
        Ok(best)
    }

    fn mark_term(&self, term: &str, weight: f32, marks: &mut Marks) -> io::Result<()> {
        let fields = [FIELDS.title, FIELDS.keywords, FIELDS.body];
        for (segment, marks) in self.snapshot.segments.iter().zip(marks) {
            for ((text, field), field_weight) in segment.texts.iter().zip(fields).zip(FIELD_WEIGHTS) {
                let term = Term::from_field_text(field, term);
                if let Some(postings) = text.read_postings(&term, IndexRecordOption::Basic)? {
                    mark(postings, weight * field_weight, marks);
                }
            }
        }
        Ok(())
    }

    /// The marks of all words added, for documents that have every word (and true), or if there is none,
    /// for those that have some, most words first (and false).
    fn combine(&self, mut all: Vec<Marks>) -> (Marks, bool) {
        let mut every = all.swap_remove(0);
        if all.is_empty() {
            return (every, true);
        }
        let first = every.clone();
        for marks in &all {
            pairwise(
                &mut every,
                marks,
                |sum, mark| if *sum > 0.0 && mark > 0.0 { *sum += mark } else { *sum = 0.0 },
            );
        }
        if self.any(&every) {
            return (every, true);
        }
        let mut some = self.nothing();
        for marks in std::iter::once(&first).chain(&all) {
            pairwise(&mut some, marks, |sum, mark| {
                if mark > 0.0 {
                    *sum += WORD_MET + mark
                }
            });
        }
        (some, false)
    }
}

fn pairwise(marks: &mut Marks, others: &Marks, change: impl Fn(&mut f32, f32)) {
    for (marks, others) in marks.iter_mut().zip(others) {
        for (mark, other) in marks.iter_mut().zip(others) {
            change(mark, *other);
        }
    }
}

fn mark(mut postings: impl DocSet, weight: f32, marks: &mut [f32]) {
    let mut document = postings.doc();
    while document != TERMINATED {
        let mark = &mut marks[document as usize];
        *mark = mark.max(weight);
        document = postings.advance();
    }
}

/// For each document the lowest of its marks.
fn lowest(mut each: Vec<Marks>) -> Marks {
    let mut lowest = each.pop().unwrap_or_default();
    for marks in &each {
        pairwise(&mut lowest, marks, |lowest, mark| *lowest = lowest.min(mark));
    }
    lowest
}

fn keep_higher(marks: &mut Marks, others: &Marks, factor: f32) {
    pairwise(marks, others, |mark, other| *mark = mark.max(other * factor));
}
