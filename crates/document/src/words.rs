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

/// What became of `before` in `after`. Everything that is `Same` or `Added` is `after`, sign by sign.
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

/// Where a text was changed: which words of it, and what stands there now.
struct Hunk<'a> {
    at: Range<usize>,
    now: Vec<&'a str>,
}

fn hunks<'a>(base: &[&'a str], text: &[&'a str]) -> Vec<Hunk<'a>> {
    let ops = capture_diff_slices(Algorithm::Patience, &bare(base), &bare(text));
    let changed = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed.map(|op| Hunk { at: op.old_range(), now: text[op.new_range()].to_vec() }).collect()
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
    let mut hunks: Vec<Hunk> = hunks(&base, &mine).into_iter().chain(hunks(&base, &theirs)).collect();
    hunks.sort_by_key(|hunk| (hunk.at.start, hunk.at.end));
    // Words side by side count as the same place: nobody's "not" ends up in another's sentence.
    if hunks.windows(2).any(|pair| pair[1].at.start <= pair[0].at.end) {
        return None;
    }
    let mut joined = Vec::new();
    let mut from = 0;
    for hunk in hunks {
        joined.extend_from_slice(&base[from..hunk.at.start]);
        separate(&mut joined, &hunk.now);
        joined.extend_from_slice(&hunk.now);
        from = hunk.at.end;
    }
    separate(&mut joined, &base[from..]);
    joined.extend_from_slice(&base[from..]);
    Some(joined.concat())
}

/// A space where the last word of a text has come to stand before others.
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
