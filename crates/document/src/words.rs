//! What changed between two texts, word by word, and two changes of one text joined.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    Same,
    Removed,
    Added,
}

/// A run of words and the spaces after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    pub text: String,
}

/// The words with the spaces after them; put together again they are the text.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let space = rest[word..].find(|sign: char| !sign.is_whitespace()).map_or(rest.len(), |at| word + at);
        let (taken, left) = rest.split_at(space);
        words.push(taken);
        rest = left;
    }
    words
}

/// Words are compared without the spaces after them, so that a word at the end of a line is not another word.
fn bare<'a>(words: &[&'a str]) -> Vec<&'a str> {
    words.iter().map(|word| word.trim_end()).collect()
}

/// What became of `before` in `after`. Everything that is `Same` or `Added` makes up `after`, character by character.
pub fn changes(before: &str, after: &str) -> Vec<Change> {
    let (old, new) = (words(before), words(after));
    let mut changes: Vec<Change> = Vec::new();
    let mut say = |kind, words: &[&str]| {
        if words.is_empty() {
            return;
        }
        match changes.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(&words.concat()),
            _ => changes.push(Change { kind, text: words.concat() }),
        }
    };
    for op in capture_diff_slices(Algorithm::Patience, &bare(&old), &bare(&new)) {
        let (removed, added) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            say(ChangeKind::Same, &new[added]);
        } else {
            say(ChangeKind::Removed, &old[removed]);
            say(ChangeKind::Added, &new[added]);
        }
    }
    changes
}

/// A change of a text: which words were replaced, and by what.
struct Hunk<'a> {
    at: Range<usize>,
    now: Vec<&'a str>,
}

/// What changed from `base` to a text: the changes, and the words that stayed with the spaces after them.
struct Rewrite<'a> {
    hunks: Vec<Hunk<'a>>,
    stayed: Vec<Option<&'a str>>,
}

impl<'a> Rewrite<'a> {
    fn between(base: &[&'a str], text: &[&'a str]) -> Self {
        let mut changed = Self { hunks: Vec::new(), stayed: vec![None; base.len()] };
        for op in capture_diff_slices(Algorithm::Patience, &bare(base), &bare(text)) {
            if let DiffOp::Equal { .. } = op {
                for (old, new) in op.old_range().zip(op.new_range()) {
                    changed.stayed[old] = Some(text[new]);
                }
            } else {
                changed.hunks.push(Hunk { at: op.old_range(), now: text[op.new_range()].to_vec() });
            }
        }
        changed
    }

    /// The word with the spaces it has now, when somebody changed those: a line break that was typed stays.
    fn spaced(&self, base: &[&'a str], at: usize) -> Option<&'a str> {
        self.stayed[at].filter(|word| *word != base[at])
    }
}

/// Both changes of `base` in one text, when they are in different places. `None` when they touch the same words: then
/// somebody must read both.
pub fn merge(base: &str, mine: &str, theirs: &str) -> Option<String> {
    if mine == base || mine == theirs {
        return Some(theirs.to_owned());
    }
    if theirs == base {
        return Some(mine.to_owned());
    }
    let (base, mine, theirs) = (words(base), words(mine), words(theirs));
    let (mine, theirs) = (Rewrite::between(&base, &mine), Rewrite::between(&base, &theirs));
    let stands = |at: usize| mine.spaced(&base, at).or_else(|| theirs.spaced(&base, at)).unwrap_or(base[at]);
    let mut hunks: Vec<&Hunk> = mine.hunks.iter().chain(&theirs.hunks).collect();
    hunks.sort_by_key(|hunk| (hunk.at.start, hunk.at.end));
    // Words side by side count as the same place: nobody's "not" ends up in another's sentence.
    if hunks.windows(2).any(|pair| pair[1].at.start <= pair[0].at.end) {
        return None;
    }
    let mut joined: Vec<&str> = Vec::new();
    let mut from = 0;
    let stay = |joined: &mut Vec<_>, range: Range<usize>| {
        let words: Vec<&str> = range.map(stands).collect();
        separate(joined, &words);
        joined.extend(words);
    };
    for hunk in hunks {
        stay(&mut joined, from..hunk.at.start);
        separate(&mut joined, &hunk.now);
        joined.extend_from_slice(&hunk.now);
        from = hunk.at.end;
    }
    stay(&mut joined, from..base.len());
    Some(joined.concat())
}

/// Texts whose likeness is at least this (0 to 1) are taken for the same one, changed.
const ALIKE: f64 = 0.5;
/// So far ahead an earlier text is looked for.
const AHEAD: usize = 12;

/// Which text of `before` each of `after` was, where it was one: the same, or one that has most of its words. No two were
/// the same one, and their order stays.
pub fn pairs(before: &[&str], after: &[&str]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; after.len()];
    for op in capture_diff_slices(Algorithm::Patience, before, after) {
        if let DiffOp::Equal { .. } = op {
            for (old, new) in op.old_range().zip(op.new_range()) {
                pairs[new] = Some(old);
            }
            continue;
        }
        let old = op.old_range();
        let mut from = old.start;
        for new in op.new_range() {
            let known = (from..old.end.min(from + AHEAD)).find(|at| alike(before[*at], after[new]) >= ALIKE);
            if let Some(at) = known {
                pairs[new] = Some(at);
                from = at + 1;
            }
        }
    }
    pairs
}

/// How alike two texts are, from 0 to 1: the share of equal words.
fn alike(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    let (one, other) = (bare(&one), bare(&other));
    let both = one.len() + other.len();
    if both == 0 {
        return 1.0;
    }
    let ops = capture_diff_slices(Algorithm::Patience, &one, &other);
    let same: usize =
        ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. })).map(|op| op.old_range().len()).sum();
    #[allow(clippy::cast_precision_loss, reason = "texts have fewer words than that")]
    let share = 2.0 * same as f64 / both as f64;
    share
}

/// Adds a space where the last word of a text is now followed by others.
fn separate<'a>(joined: &mut Vec<&'a str>, next: &[&'a str]) {
    let ends_bare = joined.last().is_some_and(|last| !last.ends_with(char::is_whitespace));
    if ends_bare && !next.is_empty() {
        joined.push(" ");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kept(changes: &[Change], gone: ChangeKind) -> String {
        changes.iter().filter(|change| change.kind != gone).map(|change| change.text.as_str()).collect()
    }

    #[test]
    fn a_changed_word_is_told_among_those_that_stayed() {
        let told = changes("Gruppen mødes to gange om året.", "Gruppen mødes tre gange om året.");
        let said: Vec<(ChangeKind, &str)> = told.iter().map(|one| (one.kind, one.text.as_str())).collect();
        assert_eq!(
            said,
            [
                (ChangeKind::Same, "Gruppen mødes "),
                (ChangeKind::Removed, "to "),
                (ChangeKind::Added, "tre "),
                (ChangeKind::Same, "gange om året."),
            ]
        );
    }

    #[test]
    fn two_who_changed_different_sentences_are_joined() {
        let base = "Kaffen er klar kl. 9. Mødet begynder kl. 10. Vi slutter med sang.";
        let mine = "Kaffen er klar kl. 8. Mødet begynder kl. 10. Vi slutter med sang.";
        let theirs = "Kaffen er klar kl. 9. Mødet begynder kl. 10. Vi slutter med fællessang.";
        let joined = "Kaffen er klar kl. 8. Mødet begynder kl. 10. Vi slutter med fællessang.";
        assert_eq!(merge(base, mine, theirs).as_deref(), Some(joined));
    }

    #[test]
    fn two_who_changed_the_same_words_must_read_both() {
        assert_eq!(merge("mødes to gange", "mødes tre gange", "mødes fire gange"), None);
    }

    #[test]
    fn words_that_both_added_at_the_end_are_not_run_together() {
        assert_eq!(
            merge("et to tre", "nul et to tre", "et to tre fire").as_deref(),
            Some("nul et to tre fire")
        );
    }

    #[test]
    fn a_line_that_one_added_stays_a_line_when_another_changed_the_first() {
        let joined = merge("kage te", "kage te\nkaffe", "brød kage te");
        assert_eq!(joined.as_deref(), Some("brød kage te\nkaffe"));
    }

    #[test]
    fn a_text_is_known_again_when_most_of_it_stayed() {
        let before = ["Formål", "Gruppen mødes fire gange om året.", "Referatet sendes ud."];
        let after =
            ["Formål", "Nyt afsnit her.", "Gruppen mødes seks gange om året.", "Referatet sendes ud."];
        assert_eq!(pairs(&before, &after), [Some(0), None, Some(1), Some(2)]);
        assert_eq!(pairs(&[], &after), [None; 4]);
    }

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec("[a-d]{1,2}[ \n]{1,2}", 0..12).prop_map(|words| words.concat())
    }

    proptest! {
        /// Nobody's words vanish: both texts can be read out of what is told.
        #[test]
        fn both_texts_are_in_what_is_told(before in text(), after in text()) {
            let told = changes(&before, &after);
            prop_assert_eq!(kept(&told, ChangeKind::Removed), after);
            let old: Vec<String> = kept(&told, ChangeKind::Added).split_whitespace().map(str::to_owned).collect();
            let expected: Vec<String> = before.split_whitespace().map(str::to_owned).collect();
            prop_assert_eq!(old, expected);
        }

        /// Every word that either of them added is in the joined text.
        #[test]
        fn a_joined_text_has_the_words_of_both(base in text(), mine in text(), theirs in text()) {
            if let Some(joined) = merge(&base, &mine, &theirs) {
                let count = |text: &str, word: &str| text.split_whitespace().filter(|one| *one == word).count();
                for added in [&mine, &theirs] {
                    for word in added.split_whitespace() {
                        if count(&base, word) == 0 {
                            prop_assert!(count(&joined, word) >= 1, "{word} is gone from {joined:?}");
                        }
                    }
                }
            }
        }
    }
}
