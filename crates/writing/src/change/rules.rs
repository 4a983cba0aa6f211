//! What becomes of a proposal, and how several for one paragraph become one text. Pure.

use samskab_document::{ChangeKind, changes, merge};
use samskab_kernel::Instant;

use super::{ChangeProposal, ChangeShape, ChangeState};

/// The proposal is in another state by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongState;

type Outcome = Result<ChangeProposal, WrongState>;

impl ChangeProposal {
    fn from(self, from: &[ChangeState], state: ChangeState, now: Instant) -> Outcome {
        match from.contains(&self.state) {
            true => Ok(Self { state, state_since: now, updated_at: now, ..self }),
            false => Err(WrongState),
        }
    }

    /// By the link in the mail.
    pub fn confirm(self, now: Instant) -> Outcome {
        self.from(&[ChangeState::Unconfirmed], ChangeState::Open, now)
    }

    pub fn withdraw(self, now: Instant) -> Outcome {
        self.from(&[ChangeState::Unconfirmed, ChangeState::Open], ChangeState::Withdrawn, now)
    }

    /// Accepts it. `result`: the paragraph's words afterwards, which may be its own or others.
    pub fn accept(self, result: String, answer: String, now: Instant) -> Outcome {
        let is_own = match self.shape {
            ChangeShape::Words => contains(&result, &self),
            ChangeShape::After => result == self.said,
            ChangeShape::Out => true,
        };
        let state = if is_own { ChangeState::Accepted } else { ChangeState::Altered };
        Ok(Self { result, answer, ..self.from(&[ChangeState::Open], state, now)? })
    }

    pub fn decline(self, answer: String, now: Instant) -> Outcome {
        Ok(Self { answer, ..self.from(&[ChangeState::Open], ChangeState::Declined, now)? })
    }

    pub fn lapse(self, now: Instant) -> Outcome {
        self.from(&[ChangeState::Open], ChangeState::Lapsed, now)
    }

    /// The paragraph with the proposal applied, if nobody has changed the same words since it was read.
    pub fn applied_to(&self, now: &str) -> Option<String> {
        merge(&self.base, &self.said, now)
    }
}

/// Whether everything that the proposal adds is in this text, and what it takes out is not in its place any more.
fn contains(text: &str, change: &ChangeProposal) -> bool {
    if text == change.said {
        return true;
    }
    // The differences between their words and this text take nothing of theirs away.
    let told = changes(&change.base, &change.said);
    let added = told.iter().filter(|one| one.kind == ChangeKind::Added);
    let is_there = added.map(|one| one.text.trim()).all(|words| text.contains(words));
    let is_gone = match merge(&change.base, &change.said, text) {
        // Applying it again would change nothing.
        Some(again) => again == text,
        // They touch the same words: these are theirs, if all that was added is there.
        None => true,
    };
    is_there && is_gone
}

/// Several changes of one paragraph in one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedChanges {
    pub text: String,
    /// The places of those that are in it.
    pub taken: Vec<usize>,
    /// Positions of proposals that change the same words as another, or as the current text: somebody must read them.
    pub clashing: Vec<usize>,
}

/// Puts the changes into `now`, in their order, each word by word: what each was made from, and what it says.
pub fn joined(now: &str, proposed: &[(&str, &str)]) -> JoinedChanges {
    let mut all = JoinedChanges { text: now.to_owned(), taken: Vec::new(), clashing: Vec::new() };
    for (at, (base, said)) in proposed.iter().enumerate() {
        match merge(base, said, &all.text) {
            Some(text) => {
                all.text = text;
                all.taken.push(at);
            }
            None => all.clashing.push(at),
        }
    }
    all
}

/// Whether two cannot both be had without somebody reading them: they touch the same words, or one takes the paragraph out.
pub fn overlap(now: &str, one: &ChangeProposal, other: &ChangeProposal) -> bool {
    match (one.shape, other.shape) {
        (ChangeShape::After, _) | (_, ChangeShape::After) | (ChangeShape::Out, ChangeShape::Out) => false,
        (ChangeShape::Out, _) | (_, ChangeShape::Out) => true,
        (ChangeShape::Words, ChangeShape::Words) => match (one.applied_to(now), other.applied_to(now)) {
            (Some(one), Some(other)) => merge(now, &one, &other).is_none(),
            _ => one.base != other.base || merge(&one.base, &one.said, &other.said).is_none(),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::{Clock, Dice, Locale};

    use super::*;
    use crate::text::BlockKind;

    fn change(base: &str, said: &str) -> ChangeProposal {
        let (dice, now) = (Dice::seeded(7), Clock::real().now());
        ChangeProposal {
            id: dice.id(now),
            text: None,
            text_title: String::new(),
            block: None,
            number: 1,
            shape: ChangeShape::Words,
            base_kind: BlockKind::Paragraph,
            base: base.to_owned(),
            said: said.to_owned(),
            reason: String::new(),
            person: None,
            name: String::new(),
            email: None,
            locale: Locale::Da,
            on_behalf_of: String::new(),
            is_nameless: false,
            is_hidden: false,
            state: ChangeState::Open,
            state_since: now,
            answer: String::new(),
            result: String::new(),
            created_at: now,
            updated_at: now,
        }
    }

    const BASE: &str = "Gruppen mødes to gange om året på rådhuset.";

    #[test]
    fn two_in_different_places_are_one_text_and_a_third_in_the_same_words_is_read() {
        let proposed = [
            (BASE, "Gruppen mødes tre gange om året på rådhuset."),
            (BASE, "Gruppen mødes to gange om året på biblioteket."),
            (BASE, "Gruppen mødes fire gange om året på rådhuset."),
        ];
        let all = joined(BASE, &proposed);
        assert_eq!(all.text, "Gruppen mødes tre gange om året på biblioteket.");
        assert_eq!((all.taken, all.clashing), (vec![0, 1], vec![2]));
        let [one, other, third] = proposed.map(|(base, said)| change(base, said));
        assert!(!overlap(BASE, &one, &other) && overlap(BASE, &one, &third));
        assert!(overlap(BASE, &one, &ChangeProposal { shape: ChangeShape::Out, ..other.clone() }));
        assert!(!overlap(BASE, &one, &ChangeProposal { shape: ChangeShape::After, ..third }));
    }

    #[test]
    fn what_was_changed_meanwhile_stays_and_the_proposal_is_put_into_it() {
        let one = change(BASE, "Gruppen mødes tre gange om året på rådhuset.");
        let now = "Hele gruppen mødes to gange om året på rådhuset.";
        assert_eq!(one.applied_to(now).as_deref(), Some("Hele gruppen mødes tre gange om året på rådhuset."));
        assert_eq!(one.applied_to("Gruppen mødes fire gange om året på rådhuset."), None);
    }

    #[test]
    fn it_is_accepted_where_its_words_stand_and_altered_where_they_do_not() {
        let now = Clock::real().now();
        let state = |result: &str| {
            let one = change(BASE, "Gruppen mødes tre gange om året på rådhuset.");
            one.accept(result.to_owned(), String::new(), now).map(|one| one.state)
        };
        assert_eq!(state("Gruppen mødes tre gange om året på rådhuset."), Ok(ChangeState::Accepted));
        assert_eq!(state("Gruppen mødes tre gange om året på biblioteket."), Ok(ChangeState::Accepted));
        assert_eq!(state("Gruppen mødes mindst seks gange om året."), Ok(ChangeState::Altered));
        assert_eq!(state(BASE), Ok(ChangeState::Altered));
        let taken_out = change(BASE, "Gruppen mødes på rådhuset.");
        let same = taken_out.clone().accept(BASE.to_owned(), String::new(), now);
        assert_eq!(same.map(|one| one.state), Ok(ChangeState::Altered));
        let done = taken_out.clone().accept("Gruppen mødes på rådhuset.".to_owned(), String::new(), now);
        assert_eq!(done.map(|one| one.state), Ok(ChangeState::Accepted));
        assert_eq!(
            taken_out.withdraw(now).and_then(|one| one.accept(String::new(), String::new(), now)),
            Err(WrongState)
        );
    }

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec("[a-d]{1,2} ", 1..12).prop_map(|words| words.concat())
    }

    proptest! {
        /// However many are accepted, and whatever was written meanwhile: each is in the text with every word it brings, or it
        /// is one of those that somebody must read; and no word that somebody else wrote is lost by it.
        #[test]
        fn accepting_several_loses_nobodys_words(
            base in text(),
            now in text(),
            said in proptest::collection::vec(text(), 0..6),
        ) {
            let proposed: Vec<(&str, &str)> = said.iter().map(|said| (base.as_str(), said.as_str())).collect();
            let all = joined(&now, &proposed);
            prop_assert_eq!(all.taken.len() + all.clashing.len(), said.len());
            let count = |text: &str, word: &str| text.split_whitespace().filter(|one| *one == word).count();
            let taken = all.taken.iter().map(|at| said[*at].as_str());
            for written in taken.chain([now.as_str()]) {
                for word in written.split_whitespace().filter(|word| count(&base, word) == 0) {
                    prop_assert!(count(&all.text, word) > 0, "{} is gone from {:?}", word, all.text);
                }
            }
        }

        /// What two say of each other does not depend on who is asked, and those that do not overlap are both taken.
        #[test]
        fn those_that_do_not_overlap_are_both_taken(base in text(), one in text(), other in text()) {
            let (first, second) = (change(&base, &one), change(&base, &other));
            prop_assert_eq!(overlap(&base, &first, &second), overlap(&base, &second, &first));
            if !overlap(&base, &first, &second) {
                let all = joined(&base, &[(&base, &one), (&base, &other)]);
                prop_assert_eq!(all.taken, vec![0, 1]);
            }
        }
    }
}
