//! Sets of documents of one segment, a bit each: sixty-four are held against a filter at once.

const WORD: usize = u64::BITS as usize;

/// A set of documents.
#[derive(Clone)]
pub(crate) struct Bits(Box<[u64]>);

impl Bits {
    /// The empty set, with room for `documents` documents.
    pub(crate) fn none(documents: usize) -> Self {
        Self(vec![0; documents.div_ceil(WORD)].into())
    }

    /// Those of the first `documents` documents for which `fits` is true.
    pub(crate) fn of(documents: usize, fits: impl Fn(usize) -> bool) -> Self {
        let mut bits = Self::none(documents);
        for (number, word) in bits.0.iter_mut().enumerate() {
            let first = number * WORD;
            let here = first..documents.min(first + WORD);
            *word = here.fold(0, |word, document| word | u64::from(fits(document)) << (document - first));
        }
        bits
    }

    /// The documents that have a mark.
    pub(crate) fn marked(marks: &[f32]) -> Self {
        Self::of(marks.len(), |document| marks[document] > 0.0)
    }

    pub(crate) fn has(&self, document: u32) -> bool {
        let document = document as usize;
        self.0[document / WORD] >> (document % WORD) & 1 != 0
    }

    pub(crate) fn insert(&mut self, document: u32) {
        let document = document as usize;
        self.0[document / WORD] |= 1 << (document % WORD);
    }

    /// Adds those of the others.
    pub(crate) fn add(&mut self, others: &Bits) {
        self.0.iter_mut().zip(&others.0).for_each(|(word, other)| *word |= other);
    }

    /// How many documents are in both.
    pub(crate) fn count_in(&self, others: &Bits) -> usize {
        let both = self.0.iter().zip(&others.0).map(|(one, other)| one & other);
        both.map(|word| word.count_ones() as usize).sum()
    }

    /// Keeps those that are in both.
    pub(crate) fn keep(&mut self, others: &Bits) {
        self.0.iter_mut().zip(&others.0).for_each(|(word, other)| *word &= other);
    }

    /// Keeps those that are in all of the others, or in all but `missing` of them, which is 0 or 1.
    pub(crate) fn keep_all_but<'o>(&mut self, others: impl Iterator<Item = &'o Bits>, missing: usize) {
        // in all so far, and in all but one
        let mut but_one = Self::none(self.0.len() * WORD);
        for other in others {
            for ((all, but_one), other) in self.0.iter_mut().zip(&mut but_one.0).zip(&other.0) {
                *but_one = *but_one & other | *all & !other;
                *all &= other;
            }
        }
        if missing > 0 {
            self.0.iter_mut().zip(&but_one.0).for_each(|(all, but_one)| *all |= but_one);
        }
    }

    /// Keeps those that fit.
    pub(crate) fn keep_if(&mut self, fits: impl Fn(u32) -> bool) {
        for (number, word) in self.0.iter_mut().enumerate() {
            let before = *word;
            for document in documents(number, before) {
                *word ^= u64::from(!fits(document)) << (document as usize % WORD);
            }
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The documents, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().enumerate().flat_map(|(number, word)| documents(number, *word))
    }
}

/// The documents of one word.
fn documents(number: usize, word: u64) -> impl Iterator<Item = u32> {
    let there = |rest: u64| (rest != 0).then_some(rest);
    let first = (number * WORD) as u32;
    // the lowest bit is taken away each time
    let rest = std::iter::successors(there(word), move |rest| there(rest & (rest - 1)));
    rest.map(move |rest| first + rest.trailing_zeros())
}

/// Documents that have something in common: a list while they are few, bits when those take less room.
pub(crate) enum Members {
    Few(Box<[u32]>),
    Many(Bits),
}

impl Members {
    /// The members of a segment that has `documents` documents.
    pub(crate) fn new(members: Vec<u32>, documents: usize) -> Self {
        if members.len() * 32 <= documents {
            return Self::Few(members.into());
        }
        let mut bits = Bits::none(documents);
        members.into_iter().for_each(|document| bits.insert(document));
        Self::Many(bits)
    }

    pub(crate) fn add_to(&self, bits: &mut Bits) {
        match self {
            Self::Few(members) => members.iter().for_each(|document| bits.insert(*document)),
            Self::Many(members) => bits.add(members),
        }
    }

    pub(crate) fn has(&self, document: u32) -> bool {
        match self {
            Self::Few(members) => members.binary_search(&document).is_ok(),
            Self::Many(members) => members.has(document),
        }
    }

    /// How many of them are among `bits`.
    pub(crate) fn count_in(&self, bits: &Bits) -> usize {
        match self {
            Self::Few(members) => members.iter().filter(|document| bits.has(**document)).count(),
            Self::Many(members) => members.count_in(bits),
        }
    }

    /// Visits those that are among `bits`.
    pub(crate) fn each_in(&self, bits: &Bits, mut visit: impl FnMut(u32)) {
        match self {
            Self::Few(members) => {
                members.iter().filter(|document| bits.has(**document)).for_each(|document| visit(*document));
            }
            Self::Many(members) => {
                let both = members.0.iter().zip(&bits.0).map(|(one, other)| one & other).enumerate();
                both.flat_map(|(number, word)| documents(number, word)).for_each(visit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn third(documents: usize) -> Vec<u32> {
        (0..documents as u32).filter(|document| document % 3 == 0).collect()
    }

    #[test]
    fn a_set_is_what_a_list_of_its_documents_is() {
        for documents in [0, 1, 63, 64, 65, 200] {
            let even = Bits::of(documents, |document| document % 2 == 0);
            let expected: Vec<u32> = (0..documents as u32).step_by(2).collect();
            assert_eq!(even.iter().collect::<Vec<_>>(), expected);
            assert_eq!(even.count(), expected.len());
            let mut sixth = even.clone();
            sixth.keep_if(|document| document % 3 == 0);
            let expected: Vec<u32> = (0..documents as u32).step_by(6).collect();
            assert_eq!(sixth.iter().collect::<Vec<_>>(), expected);
            assert!(expected.iter().all(|document| sixth.has(*document)));
        }
    }

    #[test]
    fn all_but_one_are_those_that_miss_one_at_most() {
        for documents in [1, 64, 200] {
            let divisible = |by: usize| Bits::of(documents, move |document| document % by == 0);
            let others = [divisible(2), divisible(3), divisible(5)];
            for missing in [0, 1] {
                let mut kept = Bits::of(documents, |document| document > 7);
                kept.keep_all_but(others.iter(), missing);
                let divides = |document: usize, by: usize| document.is_multiple_of(by);
                let misses = |document| [2, 3, 5].iter().filter(|by| !divides(document, **by)).count();
                let expected: Vec<usize> = (8..documents).filter(|it| misses(*it) <= missing).collect();
                assert_eq!(kept.iter().map(|document| document as usize).collect::<Vec<_>>(), expected);
            }
        }
    }

    #[test]
    fn few_and_many_are_the_same_to_whoever_asks() {
        let documents = 200;
        let many = Members::new(third(documents), documents);
        let few = Members::Few(third(documents).into());
        assert!(matches!(many, Members::Many(_)) && matches!(Members::new(vec![7], 32), Members::Few(_)));
        let even = Bits::of(documents, |document| document % 2 == 0);
        let sixth: Vec<u32> = (0..documents as u32).step_by(6).collect();
        for members in [few, many] {
            let mut visited = Vec::new();
            members.each_in(&even, |document| visited.push(document));
            assert_eq!((members.count_in(&even), visited), (sixth.len(), sixth.clone()));
            assert!((0..documents as u32).all(|document| members.has(document) == (document % 3 == 0)));
            let mut all = even.clone();
            members.add_to(&mut all);
            assert_eq!(all.count(), 133);
        }
    }
}
