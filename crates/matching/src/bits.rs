//! Small sets of catalogue entries, one bit each.
//!
//! The caller keeps the catalogues and their words (and synonyms); the engine sees an entry's number only.

use serde::{Deserialize, Serialize};

macro_rules! bit_sets {
    ($($(#[$about:meta])* $name:ident($word:ty);)*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(from = "Vec<u8>", into = "Vec<u8>")]
        pub struct $name(pub(crate) $word);

        impl $name {
            pub const EMPTY: Self = Self(0);
            /// How many entries the catalogue may have: indexes below this. An index at or past it is left out,
            /// so the caller's own test sees to it that the catalogue is no longer.
            pub const CAPACITY: usize = <$word>::BITS as usize;

            /// The set with only this index.
            pub fn of(index: usize) -> Self {
                Self::EMPTY.with(index)
            }

            pub fn with(self, index: usize) -> Self {
                if index < Self::CAPACITY { Self(self.0 | 1 << index) } else { self }
            }

            pub fn contains(self, index: usize) -> bool {
                index < Self::CAPACITY && self.0 >> index & 1 == 1
            }

            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            pub const fn len(self) -> u32 {
                self.0.count_ones()
            }

            /// What is in both.
            pub const fn common(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// What is here and not in the other.
            pub const fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            pub const fn shares_any(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// The indexes, ascending.
            pub fn iter(self) -> impl Iterator<Item = usize> {
                let mut left = self.0;
                std::iter::from_fn(move || {
                    let index = left.trailing_zeros() as usize;
                    (left != 0).then(|| left &= left - 1).map(|()| index)
                })
            }
        }

        impl FromIterator<usize> for $name {
            fn from_iter<I: IntoIterator<Item = usize>>(indexes: I) -> Self {
                indexes.into_iter().fold(Self::EMPTY, Self::with)
            }
        }

        impl From<Vec<u8>> for $name {
            fn from(indexes: Vec<u8>) -> Self {
                indexes.into_iter().map(usize::from).collect()
            }
        }

        impl From<$name> for Vec<u8> {
            fn from(set: $name) -> Self {
                set.iter().filter_map(|index| u8::try_from(index).ok()).collect()
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }
    )*};
}

bit_sets! {
    /// What a task is about, and what a volunteer likes to do.
    Topics(u128);
    /// Whom it is for: children, older people, …
    TargetGroups(u64);
    /// What somebody can. The caller maps everyday words and synonyms to one index.
    Competences(u128);
    /// What must be in order before one begins: confidentiality, a course, …
    Requirements(u32);
    /// Languages one gets by with.
    Languages(u32);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_what_it_was_made_of() {
        let topics: Topics = [3, 127, 0, 3, 128, 4000].into_iter().collect();
        assert_eq!(topics.iter().collect::<Vec<_>>(), [0, 3, 127]);
        assert_eq!((topics.len(), topics.contains(127), topics.contains(128)), (3, true, false));
        assert_eq!(topics.without(Topics::of(3)).iter().collect::<Vec<_>>(), [0, 127]);
        assert!(Topics::EMPTY.is_empty() && !topics.shares_any(Topics::of(4)));
    }

    #[test]
    fn a_set_is_written_as_its_indexes() {
        let written = serde_json::to_string(&Topics::of(90).with(2)).unwrap();
        assert_eq!(written, "[2,90]");
        assert_eq!(serde_json::from_str::<Topics>(&written).unwrap(), Topics::of(90).with(2));
    }
}
