//! Which entries of the caller's catalogues are related.

use crate::{Competences, Languages, Topics};

/// How entries of the catalogues are related. Words and synonyms are the caller's; two words for the same thing are
/// one entry. This is about what is *partly* the same: who likes cooking may like a café.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// For each topic the related ones.
    topics: [Topics; Topics::CAPACITY],
    competences: [Competences; Competences::CAPACITY],
    pub(crate) everyday_languages: Languages,
}

impl Default for Catalogue {
    /// Nothing is related.
    fn default() -> Self {
        Self {
            topics: [Topics::EMPTY; Topics::CAPACITY],
            competences: [Competences::EMPTY; Competences::CAPACITY],
            everyday_languages: Languages::EMPTY,
        }
    }
}

impl Catalogue {
    /// Nothing is related yet. `everyday_languages` are so common that sharing one tells nothing (Danish).
    pub fn new(everyday_languages: Languages) -> Self {
        Self { everyday_languages, ..Self::default() }
    }

    /// Makes all topics of the group related to each other. Can be called for several groups with entries in common;
    /// relations are not passed on from one group to the next.
    pub fn relate_topics(&mut self, group: Topics) {
        for index in group.iter() {
            self.topics[index] = self.topics[index].union(group);
        }
    }

    /// The same for competences.
    pub fn relate_competences(&mut self, group: Competences) {
        for index in group.iter() {
            self.competences[index] = self.competences[index].union(group);
        }
    }

    /// The topics related to any of these, without these themselves.
    pub fn topics_near(&self, topics: Topics) -> Topics {
        topics.iter().fold(Topics::EMPTY, |near, index| near.union(self.topics[index])).without(topics)
    }

    /// The competences related to any of these, without these themselves.
    pub fn competences_near(&self, competences: Competences) -> Competences {
        let near = |near: Competences, index: usize| near.union(self.competences[index]);
        competences.iter().fold(Competences::EMPTY, near).without(competences)
    }
}
